"""The workbook of an audit: findings, owners, matrix, load, a sheet for each unit, quotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extractor.analysis.audit.model import SEVERITIES, Finding
from extractor.analysis.audit.report import Audit
from extractor.analysis.owners import Duty, Role, orphans
from extractor.report import audit_view as views
from extractor.report.wording import CATEGORIES, ROLES
from extractor.report.wording import SEVERITIES as WORDS
from extractor.report.xlsx import Book, Cell, Column
from extractor.vietnamese.history import today

_ROWS, _SHEETS, _WIDE = 6_000, 100, 120
_ROWS_OF_UNIT, _SHEETS_OF_MANY = 100, 40
MANY = 15_000
"""Rows of owners (of some fifty plans) beyond which sheets sum up instead of listing: nobody scrolls further,
and the CSV and JSON have every row."""
_QUOTES = "Bằng chứng"
_FIXED = (
    "Tóm tắt", "Phát hiện", "Đơn vị theo chỉ số", "Khối lượng đơn vị", "Không có chủ trì", "Việc của đơn vị",
    _QUOTES,
)  # fmt: skip
_DOCUMENT, _CODE, _NAME = Column("Văn bản", 22), Column("Mã", 9), Column("Chỉ số", 48, "wrap")


def audit_book(audit: Audit) -> Book:
    """All sheets; empty views keep their heads, so that formulas on them go on working."""
    book = Book("Kiểm tra kế hoạch")
    rest = sorted(audit.findings, key=lambda f: (SEVERITIES.index(f.severity), f.rule in views.GAPS))
    shown = rest[:_ROWS]
    many = len(audit.owners) > MANY
    _summary(book, audit, len(rest) - len(shown), many)
    _findings(book, shown)
    if many:
        _leads(book, audit)
    else:
        _owners(book, audit)
    taken = {name.lower() for name in _FIXED}
    for document, units, rows in list(views.matrix(audit.owners))[:10]:
        columns = [_CODE, _NAME, *(Column(unit, 12) for unit in units[:_WIDE])]
        cut = (row[: len(columns)] for row in rows)
        book.sheet(_sheet_name(f"Ma trận {document}", taken), columns, cut, 2)
    _loads(book, audit)
    _orphans(book, audit)
    if not many:
        _duties(book, audit)
    _units(book, audit, taken, _ROWS_OF_UNIT if many else None)
    _quotes(book, shown)
    return book


_SUMMED = (
    "Quá nhiều văn bản để liệt kê từng đơn vị, từng việc: trang “Đơn vị theo chỉ số” cho biết bao nhiêu "
    "văn bản giao chỉ số cho đơn vị nào, trang của mỗi đơn vị cho các việc đến hạn sớm nhất; từng dòng có "
    "trong tệp CSV (--owners)"
)


def _summary(book: Book, audit: Audit, cut: int, many: bool) -> None:
    columns = [
        Column("Quy tắc", 42, "wrap"), Column("Mã quy tắc", 28), Column("Nhóm", 26),
        Column("Lỗi", 8, "figure"), Column("Cảnh báo", 10, "figure"), Column("Lưu ý", 8, "figure"),
    ]  # fmt: skip
    rows: list[tuple[object, ...]] = list(views.by_rule(audit.findings))
    rows += [(message, "", "", None, None, None) for message in audit.messages]
    if many:
        rows.append((_SUMMED, "", "", None, None, None))
    if cut:
        rows.append((f"Còn {cut} phát hiện nhẹ hơn chỉ có trong tệp JSON", "", "", None, None, None))
    if audit.accepted:
        rows.append((f"{len(audit.accepted)} phát hiện đã chấp nhận (tệp bỏ qua)", "", "", None, None, None))
    book.sheet("Tóm tắt", columns, rows)


def _findings(book: Book, findings: Sequence[Finding]) -> None:
    columns = [
        _DOCUMENT, Column("Mức", 10), Column("Nhóm", 22), Column("Quy tắc", 26), _CODE,
        Column("Phát hiện", 70, "wrap"), Column("Nguyên văn", 60, "wrap"), Column("Trang", 8, "whole"),
    ]  # fmt: skip
    rows, place = [], 0
    for finding in findings:
        first = finding.evidence[0] if finding.evidence else None
        place += bool(first)
        quote = Cell(first.quote, _QUOTES, place) if first else None
        rows.append((
            finding.document, WORDS[finding.severity], CATEGORIES[finding.category], finding.rule,
            finding.indicator_code, finding.message, quote, first.page if first else None,
        ))  # fmt: skip
    book.sheet("Phát hiện", columns, rows)


def _quotes(book: Book, findings: Sequence[Finding]) -> None:
    columns = [
        _DOCUMENT, Column("Nguyên văn", 90, "wrap"), Column("Trang", 8, "whole"),
        Column("Từ ký tự", 10, "whole"),
        Column("Đến ký tự", 10, "whole"), Column("Nguyên văn khác của cùng phát hiện", 90, "wrap"),
    ]  # fmt: skip
    rows = []
    for finding in findings:
        if finding.evidence:
            first, *others = finding.evidence
            more = "\n".join(span.quote for span in others)
            rows.append((finding.document, first.quote, first.page, first.start, first.end, more))
    book.sheet(_QUOTES, columns, rows)


def _leads(book: Book, audit: Audit) -> None:
    """In how many documents each unit leads or supports each sub-indicator."""
    counts: Counter[tuple[str, Role, str]] = Counter((r.indicator_code, r.role, r.unit) for r in audit.owners)
    names = {r.indicator_code: r.indicator_name for r in audit.owners}
    usual: dict[str, list[tuple[object, ...]]] = {code: [] for code in names}
    for (code, role, unit), count in counts.most_common():
        usual[code].append((code, names[code], ROLES[role], unit, count))
    columns = [
        _CODE,
        _NAME,
        Column("Vai trò", 12),
        Column("Đơn vị", 40, "wrap"),
        Column("Số văn bản", 9, "whole"),
    ]
    book.sheet("Đơn vị theo chỉ số", columns, (row for own in usual.values() for row in own))


def _owners(book: Book, audit: Audit) -> None:
    columns = [_DOCUMENT, _CODE, _NAME, Column("Vai trò", 12), Column("Đơn vị", 40, "wrap"),
               Column("Như văn bản viết", 40, "wrap"), Column("Trang", 8, "whole")]  # fmt: skip
    rows = [
        (
            r.document, r.indicator_code, r.indicator_name, ROLES[r.role], r.unit,
            r.evidence.quote if r.evidence else None, r.evidence.page if r.evidence else None,
        )
        for r in audit.owners
    ]  # fmt: skip
    book.sheet("Đơn vị theo chỉ số", columns, rows)


def _loads(book: Book, audit: Audit) -> None:
    columns = [
        Column("Đơn vị", 40, "wrap"), Column("Tỉnh, thành phố", 16), Column("Chủ trì", 9, "figure"),
        Column("Phối hợp", 9, "figure"), Column("Chỉ số chủ trì", 11, "figure"),
        Column("Chỉ số phối hợp", 11, "figure"), Column("Hạn gần nhất", 13, "day"),
        Column("Đơn vị kế thừa hiện nay", 60, "wrap"), Column("Nguồn", 40, "wrap"),
    ]  # fmt: skip
    rows = []
    for x in audit.loads[:_ROWS]:
        after = today(x.unit, x.province)
        sources = "; ".join(dict.fromkeys(s.source for s in after))
        rows.append((
            x.unit, x.province, x.led, x.supported, x.indicators_led, x.indicators_supported, x.next_due,
            views.successor_text(x.unit, x.province), sources,
        ))  # fmt: skip
    book.sheet("Khối lượng đơn vị", columns, rows)


def _orphans(book: Book, audit: Audit) -> None:
    columns = [_DOCUMENT, _CODE, _NAME, Column("Đơn vị phối hợp", 40, "wrap")]
    rows = [(r.document, r.indicator_code, r.indicator_name, r.unit) for r in orphans(audit.owners)]
    book.sheet("Không có chủ trì", columns, rows[:_ROWS])


_DUTY = [
    _DOCUMENT, Column("Vai trò", 10), Column("Mục", 10), Column("Việc", 60, "wrap"),
    Column("Chỉ tiêu", 50, "wrap"), Column("Mã chỉ số", 14), Column("Hạn", 13, "day"),
    Column("Thời hạn như viết", 24, "wrap"), Column("Thường xuyên", 12), Column("Nguyên văn", 60, "wrap"),
    Column("Trang", 8, "whole"),
]  # fmt: skip


def _duty(duty: Duty) -> tuple[object, ...]:
    return (
        duty.document, ROLES[duty.role], duty.section, duty.what, "\n".join(duty.targets),
        ", ".join(duty.indicator_codes), duty.due, duty.deadline, "có" if duty.recurring else "",
        duty.evidence.quote, duty.evidence.page,
    )  # fmt: skip


def _duties(book: Book, audit: Audit) -> None:
    columns = [Column("Đơn vị", 40, "wrap"), *_DUTY]
    rows = [(duty.unit, *_duty(duty)) for duty in audit.duties[:_ROWS]]
    book.sheet("Việc của đơn vị", columns, rows)


def _units(book: Book, audit: Audit, taken: set[str], bound: int | None) -> None:
    """One sheet for each unit, the most charged ones; what is due first stands first.

    ``bound`` is how many rows each may have where documents are many.
    """
    sheets = _SHEETS if bound is None else _SHEETS_OF_MANY
    by_unit: dict[tuple[str, str | None], list[Duty]] = {}
    for duty in audit.duties:
        by_unit.setdefault((duty.unit, duty.province), []).append(duty)
    several = len({d.province for d in audit.documents}) > 1
    for load in audit.loads[:sheets]:
        own = by_unit[(load.unit, load.province)]
        own = sorted(own, key=lambda d: (d.role != "lead", d.due is None, str(d.due), d.document))
        label = f"{load.province} - {load.unit}" if several and load.province else load.unit
        book.sheet(_sheet_name(label, taken), _DUTY, map(_duty, own[:bound]))


def _sheet_name(label: str, taken: set[str]) -> str:
    """A name that Excel takes: at most 31 characters, none of []:*?/\\, no other sheet's."""
    plain = re.sub(r"\s+", " ", re.sub(r"[\[\]:*?/\\']", " ", label)).strip() or "Đơn vị"
    name, count = plain[:31].strip(), 1
    while name.lower() in taken:
        count += 1
        tail = f" ({count})"
        name = plain[: 31 - len(tail)].strip() + tail
    taken.add(name.lower())
    return name
