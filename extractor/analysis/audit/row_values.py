"""Cells of one row that cannot stand together: more than the whole, a share for a number of events, a word
where a figure was planned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.analysis.audit.figures import value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.sources.model import Cell
from extractor.structure.annex import header_role
from extractor.vietnamese.forms import fold

_PERCENT = re.compile(r"(?:(?:từ|trên|đạt|tối thiểu|ít nhất)\s+|[≥>]=?\s*)?(\d{1,4}(?:[.,]\d+)?)\s*%")
_NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")
_HIGH = re.compile(r"\d(?!(?<=1)00\s*%)(?<![\d.,]\d)(?<=[1-9])\d\d(?:[.,]\d+)?\s*%")
_PART = re.compile(r"tử số|số đạt|số đã (?:hoàn thành|thực hiện|đạt)")
_WHOLE = re.compile(r"mẫu số|tổng số")
_MAY_PASS = re.compile(
    r"(?<!\w)(?:kế hoạch|kh|so với|so|tăng|giảm|hoàn thành|dự toán|cùng kỳ|tốc độ|thuê bao|mật độ|thu|giao|"
    r"chỉ tiêu giao|công suất|vượt)(?!\w)"
)
_SHARE = re.compile(
    r"(?<!\w)(?:tỷ lệ|tỉ lệ)(?! (?:tăng|hoàn thành|thuê bao))(?!\w)|"
    # things that are there already: their number in percent is a share of them
    r"số (?:lượng )?(?:các )?(?:máy (?:trạm|chủ|tính)|hệ thống thông tin|hộ gia đình|người dân|dân số|cán bộ|"
    r"công chức|cơ quan|xã|thôn|trường|trạm y tế)(?!\w)"
)


def shares(subject: Subject) -> Iterator[Hit]:
    """ "Tử số 42 | Mẫu số 40"; "Tỷ lệ cơ quan … | 71% | 90% | 105%"."""
    for number, grid in subject.grids:
        if not 3 <= len(grid) <= 2000:
            continue
        assert subject.source is not None
        table = subject.source.tables[number]
        heads = [subject.low(cell) for cell in grid[0]]
        parts = [c for c, head in enumerate(heads) if _PART.match(head)]
        wholes = [c for c, head in enumerate(heads) if _WHOLE.match(head)]
        if len(parts) == len(wholes) == 1:
            yield from _fractions(subject, grid[1:], (parts[0], wholes[0]))
        over = _HIGH.search(subject.folded, table.start, table.end) is not None
        for column, head in enumerate(heads) if over else ():
            if not _MAY_PASS.search(head):
                yield from _over(subject, grid[1:], column)


def _fractions(subject: Subject, rows: Sequence[Sequence[Cell | None]], at: tuple[int, int]) -> Iterator[Hit]:
    over, kept = list[Hit](), 0
    for row in rows:
        texts = [subject.low(row[column]) for column in at]
        part, whole = (value(text) if _NUMBER.fullmatch(text) else None for text in texts)
        if part is None or whole is None:
            continue
        if part <= whole:
            kept += 1
            continue
        cells = [cell for cell in (row[at[0]], row[at[1]]) if cell is not None]
        figures: dict[str, Figure] = {"printed": f"{texts[0]}/{texts[1]}", "value": part}
        spans = tuple(subject.at(c.start, c.end) for c in cells)
        over.append(Hit("share-above-100", figures, spans))
    if kept >= 3 and len(over) <= 2:
        yield from over


def _over(subject: Subject, rows: Sequence[Sequence[Cell | None]], column: int) -> Iterator[Hit]:
    """The one share of a column that is above 100%, where the row speaks of a share of things."""
    read = [(row, m) for row in rows if (m := _PERCENT.fullmatch(subject.low(row[column])))]
    over = [(row, m) for row, m in read if (value(m[1]) or 0) > 100]
    if len(over) != 1 or len(read) < 4:
        return
    row, match = over[0]
    name = max((subject.low(cell) for cell in row[:3]), key=len, default="")
    cell = row[column]
    if cell is not None and _SHARE.match(name) and not _MAY_PASS.search(name):
        figures: dict[str, Figure] = {"printed": match.group().strip(), "value": value(match[1])}
        yield Hit("share-above-100", figures, (subject.at(cell.start, cell.end),))


_EVENTS = re.compile(
    r"số (?:lượng )?(?:các )?(?:cuộc|lớp|đợt|buổi|hội nghị|hội thảo|khóa|lần|phiên|kỳ|chuyến)(?!\w)"
    r"(?!.{0,80}tỷ lệ)"
)
_BARE = re.compile(r"\d{1,3}\s*%")


def events(subject: Subject) -> Iterator[Hit]:
    """ "Số lớp tập huấn | 15%": events are no share."""
    for row in subject.rows:
        name, cell = subject.low(row.cells.get("name")), row.cells.get("target")
        if cell is None or not _EVENTS.match(name) or not _BARE.fullmatch(subject.low(cell)):
            continue
        figures: dict[str, Figure] = {"row": _plain(subject, row.cells.get("name"))}
        figures |= {"counts": "đếm số lần", "where": "mục tiêu", "target": subject.words(cell).strip()}
        code = row.label if row.label in subject.catalog else None
        yield Hit("target-other-unit", figures, (subject.at(cell.start, cell.end),), code)


_WORD = re.compile(r"(?!không|chưa|đang|chờ|có)[^\W\d_]+(?: [^\W\d_]+){0,3}\.?")
_VERDICT = re.compile(r"(?:chưa |không )?(?:đạt|hoàn thành|vượt|xong|đúng tiến độ)(?: .*)?")
_FIGURED = 0.6


def results(subject: Subject) -> Iterator[Hit]:
    """ "Kế hoạch 90% | Kết quả: Rất tốt": a word where a figure was planned, among rows with figures."""
    if subject.extraction.document.kind != "report":
        return
    for table in subject.result_tables:
        if not table.having("plan") or not table.having("actual"):
            continue
        plan, actual = table.having("plan")[-1].index, table.having("actual")[-1].index
        told = [(row, row.cells.get(plan), row.cells.get(actual)) for row in table.rows]
        figured = sum(any(char.isdigit() for char in subject.words(cell)) for _, _, cell in told)
        for row, aim, result in told:
            words = fold(subject.words(result)).strip()
            worded = _WORD.fullmatch(words) and not _VERDICT.fullmatch(words)
            if result is None or aim is None or not worded or figured < _FIGURED * len(told):
                continue
            if re.match(r"[^\w]*\d", subject.words(aim)):
                figures: dict[str, Figure] = {"row": _plain(subject, row.name)}
                figures |= {"plan": subject.words(aim).strip(), "actual": subject.words(result).strip()}
                spans = tuple(subject.at(c.start, c.end) for c in (result, aim))
                yield Hit("result-without-figure", figures, spans)


_SOME = r"(\d{1,3}(?:,\d+)?)"
_KNOWN = re.compile(rf"\((?:năm 20\d\d|hiện nay|hiện trạng|hiện có|đã đạt)[^()\d%]{{0,20}}{_SOME}\s*%\)")
"""What an indicator reached, told in its name: "(năm 2023: 74,5%)"."""


def surpassed(subject: Subject) -> Iterator[Hit]:
    """ "Tỷ lệ … | 96,5% (đạt) | 95%": the goal of a row is below the percent in its column of results."""
    known = {
        (t.evidence.table, t.evidence.row)
        for t in subject.extraction.targets
        if t.evidence and any(past.unit == t.unit for past in t.baselines)  # the rule on targets sees it
    }
    for number, grid in subject.grids:
        heads = [subject.low(cell) for cell in grid[0]]
        roles = [header_role(head)[0] for head in heads]
        aims = [c for c, role in enumerate(roles) if role == "target"]
        reached = [
            c for c, head in enumerate(heads)
            if re.match(r"tỷ lệ đạt|tỷ lệ$|tỷ lệ \(%\)$|(?:kết quả|thực hiện|hiện trạng|đạt được)", head)
        ]  # fmt: skip
        if len(aims) != 1:
            continue
        for row in grid[1:]:
            place = next(((number, cell.row) for cell in row if cell is not None), None)
            if place not in known:
                yield from _passed(subject, row, aims[0], reached)


def _passed(subject: Subject, row: Sequence[Cell | None], aim: int, reached: Sequence[int]) -> Iterator[Hit]:
    named = next((c for c in row[:3] if _SHARE.match(subject.low(c))), None)
    name = subject.low(named)
    target = re.fullmatch(rf"(?:tỷ lệ )?(?:đạt )?{_SOME}\s*%", subject.low(row[aim]))
    if not name or target is None or re.search(r"(?<!\w)(?:giảm|quá hạn|chưa|không|trễ)(?!\w)", name):
        return
    beside = ((row[c], re.fullmatch(rf"{_SOME}\s*%", subject.low(row[c]))) for c in reached)
    inside = ((c, _KNOWN.search(subject.low(c))) for c in row[:3])
    for cell, match in (*beside, *inside):
        was, now = value(match[1]) if match else None, value(target[1])
        if was is not None and now is not None and 0.3 * was <= now < was:
            figures: dict[str, Figure] = {"indicator": _plain(subject, named), "target": f"{target[1]}%"}
            figures |= {"baseline": f"{match[1]}%" if match else "", "when": "trước đó", "year": None}
            spans = tuple(subject.at(c.start, c.end) for c in (row[aim], cell) if c is not None)
            yield Hit("target-below-baseline", figures, spans, unsure=True)
            return


def _plain(subject: Subject, cell: Cell | None) -> str:
    return " ".join(subject.words(cell).split())[:160]
