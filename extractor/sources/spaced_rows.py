"""Lines of a table in columns of spaces, put together into rows: wrapped cells to one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.sources.builder import CellInput
from extractor.sources.flattened import is_label
from extractor.sources.spaced_centred import Line, row_starts
from extractor.sources.spaced_columns import Columns, Field
from extractor.vietnamese.forms import fold

_FIGURE = re.compile(r"(?:[<>≤≥]=?|~|trên|dưới|từ)?\s*[+-]?\d[\d.,]*(?:\s*(?:/\s*\d[\d.,]*|%|điểm))*|[-–]|x")
_YEAR = re.compile(r"(?:năm\s+)?(?:19|20)\d\d")
_TOTAL = re.compile(r"(?:tổng|cộng|toàn (?:tỉnh|huyện|thành phố|xã)|bình quân|trung bình)(?!\w)")
_NUMBER_TITLES = ("s", "st", "stt", "t", "tt")
_MOSTLY, _PARTED, _MAX_HEADER = 0.6, 0.8, 24


def is_figure(text: str) -> bool:
    """A value: digits with their unit, a dash for none, or a cross."""
    return bool(_FIGURE.fullmatch(fold(text)))


@dataclass(slots=True)
class Rows:
    """A table being read: its header, and the lines of its body by column; pages may follow each other."""

    width: int
    header: list[tuple[CellInput, ...]]
    labelled: bool
    head_lines: list[str]
    lines: list[Line] = field(default_factory=list)

    def add(self, lines: Sequence[Sequence[Field]], columns: Columns) -> None:
        """More lines of the body, on columns of their own: those of the next page stand elsewhere."""
        self.lines += [_placed(line, columns) for line in lines]

    def cells(self) -> tuple[tuple[CellInput, ...], ...]:
        """The rows, header first; () where there is no body, or neither row numbers nor figures."""
        figures = _figure_columns(self.lines, self.width)
        if not self.labelled and not figures:
            return ()
        rows = _body_rows(self.lines, self.labelled, figures)
        if len(rows) < 2:
            return ()
        return (*self.header, *(_cells(row, self.width) for row in rows))


def begin_rows(lines: Sequence[Sequence[Field]], columns: Columns) -> Rows | None:
    """The table that lines hold; None where it has no header or no body."""
    placed = [_placed(line, columns) for line in lines]
    labelled = _is_label_column(placed)
    body = _body_start(placed, labelled)
    if not any(placed[:body]) or body > _MAX_HEADER:
        return None
    body -= _above_first(placed, body) if labelled else 0
    head = [words_of(line) for line in lines[:body] if line]
    rows = Rows(len(columns.spans), _header(lines[:body], columns), labelled, head)
    rows.add(lines[body:], columns)
    return rows


def words_of(line: Sequence[Field]) -> str:
    """The words of a line, whatever the spaces between."""
    return " ".join(each.text for each in line)


def _placed(line: Sequence[Field], columns: Columns) -> Line:
    """Texts by column; a title across the columns stands in the first of them."""
    cells = columns.placed(line)
    if cells is not None:
        return cells
    cells = {}
    for title in line:
        column = columns.over(title)[0]
        cells[column] = f"{cells[column]} {title.text}" if column in cells else title.text
    return cells


def _is_label_column(lines: Sequence[Line]) -> bool:
    firsts = [line[0] for line in lines if line.get(0)][1:]
    return sum(map(is_label, firsts)) >= max(2, _MOSTLY * len(firsts))


def _body_start(lines: Sequence[Line], labelled: bool) -> int:
    """The first line with a row's number or figures; 0 if there is none. "ST" may go on with "T" below."""
    title = ""
    for number, line in enumerate(lines):
        title += fold(line.get(0, ""))
        heads = 0 in line and title in _NUMBER_TITLES
        if line and not heads and _begins_body(line, labelled):
            return number
    return 0


def _above_first(lines: Sequence[Line], body: int) -> int:
    """How many lines above the first number belong to its row, not to the header: cells set in the middle."""
    named = max((i for i, line in enumerate(lines[:body]) if line.get(0)), default=0)
    blank = max((i for i in range(named + 1, body) if not lines[i]), default=0)
    if blank:
        return body - blank - 1
    below = lines[named + 1 :]
    if body == named + 1 or any(not line for line in below[: body - named]):
        return 0
    below = [line for line in below if line]
    starts = row_starts(below, _anchors(below), frozenset(), body - named - 1)
    return body - named - 1 - starts[0] if starts else 0


def _anchors(lines: Sequence[Line]) -> list[int]:
    """Lines that surely stand for a row each: with a number, a title at the margin, a sum."""
    return [number for number, line in enumerate(lines) if line.get(0) or _is_total(line)]


def _begins_body(line: Line, labelled: bool) -> bool:
    """A row number, or without such a column a figure that is no year (years also head columns)."""
    values = [text for column, text in line.items() if column and is_figure(text)]
    values = [text for text in values if not _YEAR.fullmatch(fold(text))]
    if labelled:  # a row of sums may stand above the numbered ones
        return is_label(line.get(0, "")) or sum(len(text) > 1 for text in values) > 1
    return bool(values)


def _figure_columns(lines: Sequence[Line], width: int) -> frozenset[int]:
    found = set()
    for column in range(1, width):
        texts = [line[column] for line in lines if line.get(column)]
        if texts and sum(map(is_figure, texts)) >= _MOSTLY * len(texts):
            found.add(column)
    return frozenset(found)


def _body_rows(lines: Sequence[Line], labelled: bool, figures: frozenset[int]) -> list[Line]:
    """Rows from lines: blank lines part them where they hold one label each, else each line is looked at."""
    groups = _between_blanks(lines)
    single = sum(_labels(group) <= 1 for group in groups)
    wrapped = any(len(group) > 1 for group in groups)
    parted = labelled and wrapped and len(groups) > 2 and single >= _PARTED * len(groups)
    centred = None if parted or not labelled else _centred(groups)
    if centred:
        return centred
    rows: list[Line] = []
    for group in groups:
        whole = _joined(group)
        if parted and _labels(group) <= 1 and (_labels(group) or not _goes_on(whole)):
            rows.append(whole)
            continue
        middle = _centred([group]) if parted else None
        if middle:
            rows += middle
            continue
        for line in group:
            if rows and not _begins_row(line, rows[-1], labelled, figures):
                rows[-1] = _joined([rows[-1], line])
            else:
                rows.append(dict(line))
    return rows


def _centred(groups: Sequence[Sequence[Line]]) -> list[Line] | None:
    """Rows of cells set in the middle; None if they are not."""
    lines = [line for group in groups for line in group]
    marks, number = set(), 0
    for group in groups:
        marks.add(number)
        number += len(group)
    starts = row_starts(lines, _anchors(lines), marks)
    if starts is None:
        return None
    return [_joined(lines[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _between_blanks(lines: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = [[]]
    for line in lines:
        if line:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _goes_on(line: Line) -> bool:
    """Whether a line begins inside a sentence."""
    return bool(line) and next(iter(line.values()))[:1].islower()


def _labels(group: Sequence[Line]) -> int:
    return sum(is_label(line.get(0, "")) for line in group)


def _joined(lines: Sequence[Line]) -> Line:
    joined: dict[int, list[str]] = {}
    for line in lines:
        for column, text in line.items():
            joined.setdefault(column, []).append(text)
    return {column: " ".join(texts) for column, texts in joined.items()}


def _begins_row(line: Line, above: Line, labelled: bool, figures: frozenset[int]) -> bool:
    first = line.get(0, "")
    if labelled and is_label(first):
        return True
    values = [c for c in figures if is_figure(line.get(c, ""))]
    again = any(is_figure(above.get(c, "")) for c in values)
    if again or _is_total(line):
        return True
    if labelled:
        return bool(first) and not line.keys() - {0, 1}  # a group's title, set at the margin
    if values:
        return bool(first) and first[0].isupper() and any(c in above for c in figures)
    return bool(first) and not first[0].islower() and any(c in above for c in figures)


def _is_total(line: Line) -> bool:
    """Whether a line sums up: "Tổng cộng" in a first column (sentences may go on with "cộng …")."""
    column = min(line, default=0)
    return column < 2 and line[column][:1].isupper() and bool(_TOTAL.match(fold(line[column])))


def _cells(row: Line, width: int) -> tuple[CellInput, ...]:
    if set(row) == {0} and not is_label(row[0]):
        return (CellInput(row[0], 0, 1, width),)
    return tuple(CellInput(row.get(column, ""), column) for column in range(width))


def _header(lines: Sequence[Sequence[Field]], columns: Columns) -> list[tuple[CellInput, ...]]:
    """One header row; two where a title stands over several columns."""
    full = [line for line in lines if line]
    width = len(columns.spans)
    wide: dict[tuple[int, int], list[str]] = {}
    own: list[Line] = []
    for number, line in enumerate(full):
        below = {c for later in full[number + 1 :] for f in later for c in columns.over(f)}
        free = below - {c for f in line for c in columns.over(f)}
        rest: Line = {}
        for title in line:
            low, high = _reach(title, columns, free)
            if low < high and below >= set(range(low, high + 1)):
                wide.setdefault((low, high), []).append(title.text)
            else:
                rest = _joined([rest, {columns.over(title)[0]: title.text}])
        own.append(rest)
    texts = _joined(own)
    under = {c for low, high in wide for c in range(low, high + 1)}
    if len(under) != sum(high - low + 1 for low, high in wide) or not under:
        texts = _joined([*({low: " ".join(t)} for (low, _), t in wide.items()), texts])
        return [tuple(CellInput(texts.get(c, ""), c) for c in range(width))]
    first = [CellInput(text, c, 2) for c, text in texts.items() if c not in under]
    first += [CellInput(" ".join(t), low, 1, high - low + 1) for (low, high), t in wide.items()]
    return [
        tuple(sorted(first, key=lambda cell: cell.column or 0)),
        tuple(CellInput(texts.get(c, ""), c) for c in sorted(under)),
    ]


def _reach(field: Field, columns: Columns, free: set[int]) -> tuple[int, int]:
    """First and last column that a title of the header stands over; it is set in the middle of them.

    ``free`` are columns that have no title on this line, only on one below.
    """
    places = columns.over(field)
    low, high = places[0], places[-1]
    if low < high:
        return low, high
    best = (columns.off_centre(field, low, high), low, high)
    while low - 1 in free:
        low -= 1
        best = min(best, (columns.off_centre(field, low, high), low, high))
    low = places[0]
    while high + 1 in free:
        high += 1
        best = min(best, (columns.off_centre(field, low, high), low, high))
    return best[1], best[2]
