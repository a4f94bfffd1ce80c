"""Cells left blank in a column that nearly every other row fills: no lead, no deadline, no target."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.subject import Subject
from extractor.sources.model import Cell
from extractor.structure.annex import header_role

_ROLES = {
    "lead": "đơn vị chủ trì",
    "deadline": "thời hạn",
    "target": "chỉ tiêu",
    "monitor": "cơ quan theo dõi",
    "support": "đơn vị phối hợp",
}
_FILLED, _NEARLY = 0.6, 0.75
_FIGURE = re.compile(
    r"(?:[-+≥≤<>]=?|từ|trên|dưới|tối thiểu|tối đa|ít nhất|đạt|khoảng)?\s*\d[\d.,]*(?![\d/]*/20\d\d)"
)
_TOTAL = re.compile(r"(?:tổng|cộng)(?: cộng| số| điểm)?[ :]*")
_UNIT = re.compile(r"(?:đvt|đơn vị(?: tính)?|đơn vị đo)\.?(?: \(.*\))?")
_ENOUGH, _MANY = 5, 15
_GROUP = re.compile(r"(?:[ivx]{1,5}|[a-zđ])[.)]?")


def cells(subject: Subject) -> Iterator[Hit]:
    """Rows without a lead, deadline or target in tables that give one to the others.

    Rows that were read as tasks are left to the rules on tasks.
    """
    read = {(t.evidence.table, t.evidence.row) for t in subject.extraction.tasks if t.evidence is not None}
    for number, grid in subject.grids:
        if not 4 <= len(grid) <= 2000 or len(grid[0]) < 3:
            continue
        roles = [header_role(subject.words(cell))[0] for cell in grid[0]]
        if "name" not in roles:
            continue
        heads = _heads(_label(subject, row) for row in grid[1:])
        rows = [
            row for row in grid[1:]
            if _is_row(subject, row, roles) and _label(subject, row) not in heads
        ]  # fmt: skip
        for column, role in enumerate(roles):
            if role in _ROLES and role != "support":
                yield from _blank(subject, rows, (column, role, roles.index("name")), (number, read))
            elif role == "support" and len(rows) >= _MANY and _nearly_full(subject, rows, column):
                yield from _blank(subject, rows, (column, role, roles.index("name")), (number, set()))


def _nearly_full(subject: Subject, rows: Sequence[Sequence[Cell | None]], column: int) -> bool:
    """Work may need no help: one blank tells something only where everything else has some."""
    empty = sum(not subject.words(row[column]).strip(" .…") for row in rows)
    return 0 < empty <= max(1, len(rows) // 50)


def figures(subject: Subject) -> Iterator[Hit]:
    """Rows without a figure in a column of figures that nearly all other rows fill."""
    for _, grid in subject.grids:
        if not 6 <= len(grid) <= 2000 or len(grid[0]) < 4:
            continue
        roles = [header_role(subject.words(cell))[0] for cell in grid[0]]
        name = roles.index("name") if "name" in roles else 1
        heads = _heads(_label(subject, row) for row in grid[1:])
        rows = [
            r for r in grid[1:]
            if r[name] and _label(subject, r) not in heads and not (_sum(subject, r) or _heading(subject, r))
        ]  # fmt: skip
        for column in range(2, len(grid[0])):
            if _UNIT.fullmatch(subject.low(grid[0][column])):
                yield from _no_unit(subject, rows, (column, name), grid[0][column])
            elif column != name and roles[column] not in _ROLES:
                yield from _no_figure(subject, rows, (column, name), grid[0][column])


def _sum(subject: Subject, row: Sequence[Cell | None]) -> bool:
    return any(_TOTAL.fullmatch(subject.low(cell)) for cell in row[:3])


def _heading(subject: Subject, row: Sequence[Cell | None]) -> bool:
    """ "II | HẠ TẦNG SỐ | | |": a heading inside the table."""
    filled = sum(bool(subject.low(cell)) for cell in dict.fromkeys(row) if cell is not None)
    return filled <= 2 < len(row) and bool(_GROUP.fullmatch(subject.low(row[0])))


def _no_figure(
    subject: Subject, rows: Sequence[Sequence[Cell | None]], places: tuple[int, int], head: Cell | None
) -> Iterator[Hit]:
    column, name = places
    texts = [subject.low(row[column]) for row in rows]
    numeric = sum(bool(_FIGURE.match(text)) for text in texts)
    empty = [row for row, text in zip(rows, texts, strict=True) if not text.strip(" .…")]  # a dash says: none
    filled = [row for row in empty if _filled(subject, row) >= 0.5 * len(row)]
    if numeric < 5 or numeric < 0.8 * len(rows) or len(empty) > 2:
        return
    for row in filled:
        cell = row[name]
        if cell is not None and cell.end > cell.start:
            title = " ".join(subject.words(head).split()) or f"cột {column + 1}"
            figures = {"row": " ".join(subject.words(cell).split())[:160], "missing": f"“{title}”"}
            spans = (subject.at(cell.start, cell.end), *_beside(subject, row, column))
            yield Hit("row-incomplete", {**figures, "role": "figure"}, spans)


def _no_unit(
    subject: Subject, rows: Sequence[Sequence[Cell | None]], places: tuple[int, int], head: Cell | None
) -> Iterator[Hit]:
    """ "Sản phẩm lên sàn | | 100 | 92,5": nobody can tell whether that is a share or a number."""
    column, name = places
    rows = [row for row in rows if sum(bool(_FIGURE.match(subject.low(cell))) for cell in row[column + 1 :])]
    empty = [row for row in rows if not subject.low(row[column]).strip(" .…-–")]
    if len(rows) < _ENOUGH or len(empty) > 2:
        return
    for row in empty:
        cell = row[name]
        if cell is not None and cell.end > cell.start:
            title = " ".join(subject.words(head).split())
            figures = {"row": " ".join(subject.words(cell).split())[:160], "missing": f"“{title}”"}
            spans = (subject.at(cell.start, cell.end), *_beside(subject, row, column))
            yield Hit("row-incomplete", {**figures, "role": "unit"}, spans)


def _beside(subject: Subject, row: Sequence[Cell | None], column: int) -> Iterator[Span]:
    """The cells that stand around the blank one."""
    for cell in (*row[max(0, column - 1) : column], *row[column + 1 : column + 2]):
        if cell is not None and cell.end > cell.start:
            yield subject.at(cell.start, cell.end)


def _label(subject: Subject, row: Sequence[Cell | None]) -> str:
    return subject.low(row[0]).strip(" .)")


def _heads(labels: Iterable[str]) -> set[str]:
    """Rows 3.1, 3.2 … stand under row 3: it is their heading."""
    parts = (label.split(".") for label in labels)
    return {".".join(part[:i]) for part in parts for i in range(1, len(part)) if "".join(part[:i]).isdigit()}


def _is_row(subject: Subject, row: Sequence[Cell | None], roles: Sequence[str]) -> bool:
    """Neither a heading inside the table nor a total: a name and something beside it."""
    texts = [subject.low(cell) for cell in row]
    name = texts[roles.index("name")]
    beside = [
        t for t, role in zip(texts, roles, strict=True) if t and role not in ("number", "name", "points")
    ]
    if roles[0] == "number" and _GROUP.fullmatch(texts[0]) and len(beside) < 2:
        return False
    if len(name) < 24 and header_role(name)[1] >= 5:
        return False  # a header again, on the next page
    return len(name) > 3 and bool(beside) and not any(_TOTAL.fullmatch(t) for t in texts[:3])


def _blank(
    subject: Subject, rows: Sequence[Sequence[Cell | None]], column: tuple[int, str, int],
    known: tuple[int, set[tuple[int | None, int | None]]],
) -> Iterator[Hit]:  # fmt: skip
    at, role, name = column
    silent = " .…" if role == "support" else " -–.…"  # a dash says: nobody
    empty = [row for row in rows if not subject.words(row[at]).strip(silent)]
    filled = _FILLED if role != "monitor" else _NEARLY
    if not rows or len(empty) > (1 - filled) * len(rows):
        return
    for row in empty:
        cell = row[name]
        if cell is not None and (known[0], cell.row) not in known[1]:
            figures = {
                "row": " ".join(subject.words(cell).split())[:160],
                "missing": _ROLES[role],
                "role": role,
            }
            spans = (subject.at(cell.start, cell.end), *_beside(subject, row, at))
            yield Hit("row-incomplete", figures, spans)


_LETTER = re.compile(r"[a-eđ]")
_ITEM = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
_EMPTY = 2
"""Cells that a row holds of which only the label and the name are filled."""


def parts(subject: Subject) -> Iterator[Hit]:
    """ "a | Kinh phí đầu tư | | |" below "6.22 | Tổng chi | 10 | Sở A |": parts that nothing is said of."""
    for _, grid in subject.grids:
        if len(grid) < _ENOUGH or len(grid[0]) < _ENOUGH:
            continue
        labels = [_label(subject, row) for row in grid]
        whole = 0  # the row that the letters are parts of
        for i, row in enumerate(grid):
            if _ITEM.fullmatch(labels[i]):
                whole = i
            filled = [cell for cell in dict.fromkeys(row) if cell is not None and subject.low(cell)]
            bare = _LETTER.fullmatch(labels[i]) and len(filled) == _EMPTY and filled[0] is row[0]
            if bare and _is_part(labels, whole, i) and _filled(subject, grid[whole]) > len(grid[0]) // 2:
                words = " ".join(subject.words(filled[1]).split())[:160]
                figures: dict[str, Figure] = {"row": words, "missing": "mọi ô khác", "role": "all"}
                yield Hit("row-incomplete", figures, (subject.across(filled),))


def _is_part(labels: Sequence[str], whole: int, i: int) -> bool:
    """All rows from the numbered one to this are letters in order, and no number follows on the first."""
    letters = "abcdđe"
    run = labels[whole + 1 : i + 1]
    return whole > 0 and all(letters.startswith("".join(run[: n + 1])) for n in range(len(run)))


def _filled(subject: Subject, row: Sequence[Cell | None]) -> int:
    return sum(bool(subject.low(cell)) for cell in row)
