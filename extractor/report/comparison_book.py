"""The workbook of a comparison: one sheet a view, figures linked to the sheet of quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from extractor.analysis.compare import Comparison
from extractor.report import comparison_summaries as summaries
from extractor.report.comparison_view import (
    Row,
    commitment,
    leads_today,
    merged_into,
    past,
    several_catalogs,
    tier,
    told_code,
    tone,
)
from extractor.report.html import grouped
from extractor.report.vietnamese import promise
from extractor.report.wording import CHANGES, COMPARATORS, KINDS, LEVELS, STATUSES, TARGET_KINDS, UNITS
from extractor.report.xlsx import Book, Cell, Column

_QUOTES = "Bằng chứng"
MANY = 8_000
"""Rows of targets (of about a hundred plans) beyond which sheets sum up instead of listing: nobody scrolls
further, and the CSV has every row."""
_CODE, _NAME = Column("Mã", 8), Column("Chỉ số", 48, "wrap")


_SUMMED = (
    "Quá nhiều chỉ tiêu để liệt kê: các trang tính cho mức thấp nhất, ở giữa, cao nhất và số lượng; "
    "từng dòng có trong tệp CSV (--csv) và JSON (--json)."
)


class _Writer:
    """Sheets that share the quotes: each record has one row there, numbered at first use."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.documents = comparison.rows("documents")
        self.labels = {row["document"]: row["label"] for row in self.documents}
        self.matrix = comparison.rows("matrix")
        self.values = grouped(comparison.rows("past"), "document", "target")
        self.targets = {(row["document"], row["target"]): row for row in self.matrix}
        self.many = len(self.matrix) > MANY
        self.several = several_catalogs(comparison)
        self.quotes: dict[tuple[str, str], tuple[int, Row]] = {}

    def code(self, row: Row) -> str | None:
        """The code of a row, with its catalog where several are in use."""
        return told_code(row["indicator_code"], row["catalog"], self.several) or None

    def place(self, record: str, row: Row) -> int:
        """The row of the sheet of quotes that holds the words of a record."""
        key = (row["document"], record)
        if key not in self.quotes:
            self.quotes[key] = (len(self.quotes) + 1, row)
        return self.quotes[key][0]

    def linked(self, value: Any, record: str, row: Row, unit: str | None = None, shade: str = "") -> Cell:
        """A value that links to the words of its record."""
        return Cell(value, _QUOTES, self.place(record, row), unit, shade)

    def past(self, row: Row) -> str:
        """All past values of a target."""
        values = self.values.get((row["document"], row["target"]), ())
        return "; ".join(dict.fromkeys(map(past, values)))


def comparison_book(comparison: Comparison) -> Book:
    """All sheets; empty views keep their heads, so that formulas on them go on working."""
    book, writer = Book("So sánh kế hoạch"), _Writer(comparison)
    _documents(book, writer)
    _matrix(book, writer)
    if writer.many:
        summaries.spans(book, comparison)
    else:
        _targets(book, writer)
    _coverage(book, writer)
    _statuses(book, writer)
    if writer.many:
        summaries.owners(book, comparison)
    else:
        _owners(book, writer)
    _one_or_none(book, writer)
    if writer.many:
        summaries.changes(book, comparison)
    else:
        _changes(book, writer)
    _quotes(book, writer)
    return book


def _documents(book: Book, writer: _Writer) -> None:
    titles = ("Văn bản", "Tên", "Loại", "Số", "Ngày ban hành", "Cơ quan", "Tỉnh, thành phố", "Cấp", "Từ ngày")
    widths, days = (24, 50, 12, 18, 14, 28, 18, 12, 12), {"Ngày ban hành", "Từ ngày"}
    columns = [
        Column(title, width, "day" if title in days else "wrap" if title == "Tên" else "text")
        for title, width in zip(titles, widths, strict=True)
    ]
    columns += [Column("Đến ngày", 12, "day"), Column("Bộ chỉ số", 20)]
    columns += [Column(t, 11, "whole") for t in ("Nhiệm vụ", "Chỉ tiêu", "Định lượng", "Có mã")]
    columns += [Column("Tệp", 24), Column("Lưu ý", 50, "wrap")]
    rows: list[Sequence[Any]] = [
        (
            d["label"], d["title"], KINDS.get(d["kind"]), d["number"], d["issued_on"], d["issuer"],
            place_of(d), LEVELS.get(d["level"] or ""), d["period_start"], d["period_end"], d["catalog"],
            d["tasks"], d["targets"], d["quantitative"], d["coded"], d["source"],
        )
        for d in writer.documents
    ]  # fmt: skip
    messages = [*writer.comparison.messages, *([_SUMMED] if writer.many else ())]
    notes = [(*[None] * 16, message) for message in messages]
    book.sheet("Văn bản", columns, [*rows, *notes])


def place_of(document: Row) -> str | None:
    """The province of a document, with the one it has gone into: Bình Phước (nay: Đồng Nai)."""
    into = merged_into(document)
    return f"{document['province']} (nay: {into})" if into else document["province"]


def _matrix(book: Book, writer: _Writer) -> None:
    """Indicator by document: every indicator of the catalogs, whether anyone promises it or not."""
    labels = list(writer.labels.items())
    columns = [_CODE, _NAME, *(Column(label, 22, "wrap") for _, label in labels)]
    coded = [row for row in writer.matrix if row["indicator_code"] is not None]
    cells = grouped(coded, "catalog", "indicator_code", "document")
    names = {(r["catalog"], r["indicator_code"]): r["indicator_name"] for r in coded}
    listed = {
        (catalog.name, indicator.code): indicator.name
        for catalog in writer.comparison.catalogs
        for indicator in catalog
    }
    rows = (
        (
            told_code(code, catalog, writer.several),
            name,
            *(_cell(writer, cells.get((catalog, code, id), ())) for id, _ in labels),
        )
        for (catalog, code), name in (listed | names).items()
    )
    book.sheet("Ma trận", columns, rows, frozen=2)


def _cell(writer: _Writer, rows: Sequence[Row]) -> Cell | None:
    if not rows:
        return None
    told = dict.fromkeys(f"{commitment(row)} ({tier(row)})" if tier(row) else commitment(row) for row in rows)
    shade = tone(rows)
    first = rows[0]
    if (
        len(told) == 1
        and commitment(first) == promise(None, first["value"], first["unit"])
        and not tier(first)
    ):
        return writer.linked(first["value"], first["target"], first, first["unit"], shade)
    return writer.linked("; ".join(told), first["target"], first, shade=shade)


def _targets(book: Book, writer: _Writer) -> None:
    columns = [
        _CODE, _NAME, Column("Chỉ số chính", 8), Column("Trụ cột", 14), Column("Văn bản", 20),
        Column("Năm kế hoạch", 10), Column("Loại", 11), Column("Nội dung đo", 36, "wrap"),
        Column("Cam kết", 22, "wrap"), Column("So sánh", 8), Column("Giá trị", 14, "figure"),
        Column("Đến", 10, "figure"), Column("Đơn vị đo", 12), Column("Cấp", 11),
        Column("Năm đạt", 8, "whole"),
        Column("Kỳ trước", 14, "figure"), Column("Năm kỳ trước", 8, "whole"),
        Column("Khoảng cách", 12, "figure"), Column("Mọi số kỳ trước", 28, "wrap"),
        Column("Hạng", 7, "whole"), Column("Trong số", 8, "whole"),
        Column("Hạng cùng năm", 9, "whole"), Column("Trong số", 8, "whole"),
        Column("Chủ trì", 36, "wrap"), Column("Phối hợp", 36, "wrap"), Column("Trang", 7, "whole"),
    ]  # fmt: skip
    book.sheet("Chỉ tiêu", columns, (_target(writer, row) for row in writer.matrix), frozen=2)


def _target(writer: _Writer, r: Row) -> tuple[Any, ...]:
    unit = r["unit"]
    return (
        writer.code(r), r["indicator_name"], r["group_code"], r["pillar"], writer.labels[r["document"]],
        r["document_year"], TARGET_KINDS[r["kind"]], r["measured"],
        writer.linked(commitment(r), r["target"], r), COMPARATORS.get(r["comparator"]),
        Cell(r["value"], unit=unit) if r["value"] is not None else None,
        Cell(r["value_to"], unit=unit) if r["value_to"] is not None else None,
        UNITS.get(unit), LEVELS.get(r["level"]), r["year"],
        Cell(r["baseline"], unit=unit) if r["baseline"] is not None else None, r["baseline_year"],
        Cell(r["distance"]) if r["distance"] is not None else None, writer.past(r),
        r["rank"], r["rank_of"], r["rank_in_year"], r["rank_in_year_of"],
        r["lead_units"], r["supporting_units"], r["page"],
    )  # fmt: skip


def _coverage(book: Book, writer: _Writer) -> None:
    comparison = writer.comparison
    parts = [
        *((r["group_code"], r["group_name"] or "mã ngoài bộ", r) for r in comparison.rows("by_group")),
        *((None, r["pillar"] or "chung cho các trụ cột", r) for r in comparison.rows("by_pillar")),
    ]
    book.sheet(
        "Độ phủ",
        [Column("Chỉ số chính", 10), Column("Chỉ số chính hoặc trụ cột", 34), Column("Văn bản", 24),
         *(Column(t, 12, "whole") for t in ("Chỉ số thành phần", "Có chỉ tiêu")), Column("Tỷ lệ", 9, "share"),
         Column("Số chỉ tiêu", 10, "whole")],
        ((code, name, writer.labels[r["document"]], r["indicators"], r["covered"], r["share"], r["targets"])
         for code, name, r in parts),
    )  # fmt: skip
    counted = [
        *(
            (LEVELS.get(r["level"] or "", "không riêng cấp nào"), None, r)
            for r in comparison.rows("by_level")
        ),
        *((None, r["year"], r) for r in comparison.rows("by_year")),
    ]
    book.sheet(
        "Theo cấp, năm",
        [Column("Cấp", 20), Column("Năm đạt", 9, "whole"), Column("Văn bản", 24),
         *(Column(t, 12, "whole") for t in ("Chỉ số", "Chỉ tiêu", "Định lượng"))],
        ((level, year, writer.labels[r["document"]], r["indicators"], r["targets"], r["quantitative"])
         for level, year, r in counted),
    )  # fmt: skip


def _statuses(book: Book, writer: _Writer) -> None:
    """Indicator by document: how each treats it."""
    comparison = writer.comparison
    cells = {
        (r["catalog"], r["indicator_code"], r["document"]): r["status"] for r in comparison.rows("coverage")
    }
    listed = dict.fromkeys((catalog, code) for catalog, code, _ in cells)
    names = {(c.name, i.code): i.name for c in comparison.catalogs for i in c}
    book.sheet(
        "Phủ từng chỉ số",
        [_CODE, _NAME, *(Column(label, 22, "wrap") for label in writer.labels.values())],
        (
            (
                told_code(code, catalog, writer.several), names[(catalog, code)],
                *(_status(cells.get((catalog, code, id))) for id in writer.labels),
            )
            for catalog, code in listed
        ),
        frozen=2,
    )  # fmt: skip


def _status(status: str | None) -> str | None:
    """How a document treats an indicator; an empty cell where it does not."""
    return None if status in (None, "none") else STATUSES[status]


def _owners(book: Book, writer: _Writer) -> None:
    rows = (
        (
            writer.code(r), r["indicator_name"], writer.labels[r["document"]],
            writer.linked(r["lead_units"] or "không nêu", r["source"], r), leads_today(r) or None,
            r["supporting_units"], r["page"],
        )
        for r in writer.comparison.rows("owners")
    )  # fmt: skip
    columns = [_CODE, _NAME, Column("Văn bản", 24), Column("Chủ trì", 44, "wrap")]
    columns += [
        Column("Chủ trì hiện nay, nếu khác", 36, "wrap"),
        Column("Phối hợp", 44, "wrap"),
        Column("Trang", 7, "whole"),
    ]
    book.sheet("Đơn vị", columns, rows, frozen=2)


def _one_or_none(book: Book, writer: _Writer) -> None:
    groups = {(r["catalog"], r["group_code"]): r["group_name"] for r in writer.comparison.rows("by_group")}

    def head(row: Row) -> tuple[Any, ...]:
        group = groups.get((row["catalog"], row["group_code"]))
        return (writer.code(row), row["indicator_name"], group, row["pillar"])

    shared = [_CODE, _NAME, Column("Chỉ số chính", 28), Column("Trụ cột", 16)]
    alone = ((*head(r), writer.labels[r["document"]]) for r in writer.comparison.rows("only_one"))
    book.sheet("Chỉ một văn bản có", [*shared, Column("Văn bản", 24)], alone, frozen=2)
    missing = ((*head(r), r["task_in"]) for r in writer.comparison.rows("uncovered"))
    book.sheet("Không văn bản nào có", [*shared, Column("Chỉ có nhiệm vụ, ở", 30)], missing, frozen=2)


def _changes(book: Book, writer: _Writer) -> None:
    columns = [_CODE, _NAME, Column("Cơ quan", 24), Column("Thay đổi", 14)]
    columns += [Column("Sáp nhập", 28, "wrap"), Column("Vì sao không so được", 32, "wrap"), Column("Cấp", 11)]
    for side in ("trước", "sau"):
        columns += [
            Column(f"Năm {side}", 10), Column(f"Văn bản {side}", 22), Column(f"So sánh {side}", 8),
            Column(f"Giá trị {side}", 14, "figure"), Column(f"Đơn vị đo {side}", 11),
        ]  # fmt: skip
    columns.append(Column("Chênh lệch", 12, "figure"))
    book.sheet("Thay đổi", columns, _change_rows(writer), frozen=2)


def _change_rows(writer: _Writer) -> Iterator[tuple[Any, ...]]:
    for r in writer.comparison.rows("changes"):
        sides: list[Any] = []
        for side in ("earlier", "later"):
            sides += [r[f"{side}_year"], writer.labels[r[f"{side}_document"]], *_side(writer, r, side)]
        head = (writer.code(r), r["indicator_name"], r["issuer"], CHANGES[r["change"]])
        yield (*head, r["between"], r["why"], LEVELS.get(r["level"] or ""), *sides, r["difference"])


def _side(writer: _Writer, r: Row, side: str) -> Iterable[Any]:
    target = r[f"{side}_target"]
    if target is None:
        return (None, None, None)
    row = writer.targets[(r[f"{side}_document"], target)]
    value = row["value"] if row["value"] is not None else commitment(row)
    linked = writer.linked(value, target, row, row["unit"])
    return (COMPARATORS.get(row["comparator"]), linked, UNITS.get(row["unit"]))


def _quotes(book: Book, writer: _Writer) -> None:
    """The words behind every link, in the order of their numbers; last, when all links are made."""
    columns = [
        Column("Văn bản", 24), Column("Bản ghi", 9),
        Column("Nguyên văn", 90, "wrap"),
        Column("Trang", 7, "whole"), Column("Ký tự đầu", 10, "whole"), Column("Ký tự cuối", 10, "whole"),
    ]  # fmt: skip
    rows = (
        (writer.labels[document], record, row["quote"], row["page"], row["start"], row["end"])
        for (document, record), (_, row) in writer.quotes.items()
    )
    book.sheet(_QUOTES, columns, rows)
