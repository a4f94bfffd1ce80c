"""Lines of a table in columns of spaces, put together into rows: wrapped cells to one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from extractor.sources.builder import CellInput
from extractor.sources.flattened import is_label
from extractor.vietnamese.forms import fold

_FIGURE = re.compile(r"(?:[<>≤≥]=?|~|trên|dưới|từ)?\s*[+-]?\d[\d.,]*(?:\s*(?:/\s*\d[\d.,]*|%|điểm))*|[-–]|x")
_YEAR = re.compile(r"(?:năm\s+)?(?:19|20)\d\d")
_TOTAL = re.compile(r"(?:tổng|cộng|toàn (?:tỉnh|huyện|thành phố|xã)|bình quân|trung bình)(?!\w)")
_MOSTLY, _MAX_HEADER = 0.6, 24


class Field(NamedTuple):
    """A run of words and where it stands on its line."""

    start: int
    end: int
    text: str


Line = dict[int, str]
"""Texts of a line by column."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns stand, from left to right."""

    spans: tuple[tuple[int, int], ...]

    def over(self, field: Field) -> list[int]:
        """Columns that a field stands over; the nearest one where it stands between two."""
        found = [i for i, (start, end) in enumerate(self.spans) if field.start < end and start < field.end]
        if found:
            return found
        nearest = min(range(len(self.spans)), key=lambda i: self._distance(i, field))
        return [nearest]

    def _distance(self, index: int, field: Field) -> int:
        start, end = self.spans[index]
        return max(start - field.end, field.start - end)

    def off_centre(self, field: Field, low: int, high: int) -> float:
        """How far the middle of a field is from the middle of the columns ``low`` to ``high``."""
        return abs(field.start + field.end - self.spans[low][0] - self.spans[high][1]) / 2

    def parted(self, field: Field) -> list[tuple[int, str]]:
        """The field's text by column, cut between columns; [] where no space stands there."""
        places = self.over(field)
        if len(places) == 1:
            return [(places[0], field.text)]
        pieces: list[tuple[int, str]] = []
        position = 0
        for left, right in pairwise(places):
            low, high = self.spans[left][1] - field.start - 1, self.spans[right][0] - field.start
            cut = field.text.find(" ", max(low, position), max(high, 0))
            if cut < 0:
                return []
            pieces.append((left, field.text[position:cut].strip()))
            position = cut + 1
        return [*pieces, (places[-1], field.text[position:].strip())]


def is_figure(text: str) -> bool:
    """A value: digits with their unit, a dash for none, or a cross."""
    return bool(_FIGURE.fullmatch(fold(text)))


def assemble_rows(lines: Sequence[Sequence[Field]], columns: Columns) -> tuple[tuple[CellInput, ...], ...]:
    """The rows of a table, its header first; () where it has no header, no body, or no numbers."""
    placed = [_placed(line, columns) for line in lines]
    labelled = _is_label_column(placed)
    body = next((i for i, line in enumerate(placed) if line and _begins_body(line, labelled)), 0)
    if not any(placed[:body]) or body > _MAX_HEADER:
        return ()
    figures = _figure_columns(placed[body:], len(columns.spans))
    if not labelled and not figures:
        return ()
    rows = _body_rows(placed[body:], labelled, figures)
    if len(rows) < 2:
        return ()
    width = len(columns.spans)
    return (*_header(lines[:body], columns), *(_cells(row, width) for row in rows))


def _placed(line: Sequence[Field], columns: Columns) -> Line:
    """Texts by column. A title across the columns of a short line is not cut."""
    cells: Line = {}
    for field in line:
        pieces = columns.parted(field) if len(line) > 2 else []
        for column, text in pieces or [(columns.over(field)[0], field.text)]:
            cells[column] = f"{cells[column]} {text}" if column in cells else text
    return cells


def _is_label_column(lines: Sequence[Line]) -> bool:
    firsts = [line[0] for line in lines if line.get(0)][1:]
    return sum(map(is_label, firsts)) >= max(2, _MOSTLY * len(firsts))


def _begins_body(line: Line, labelled: bool) -> bool:
    """A row number, or without such a column a figure that is no year (years also head columns)."""
    if labelled:
        return is_label(line.get(0, ""))
    values = [text for column, text in line.items() if column and is_figure(text)]
    return any(not _YEAR.fullmatch(fold(text)) for text in values)


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
    wrapped = any(len(group) > 1 for group in groups)
    if labelled and wrapped and len(groups) > 2 and all(_labels(group) <= 1 for group in groups):
        return [_joined(group) for group in groups]
    rows: list[Line] = []
    for line in lines:
        if not line:
            continue
        if rows and not _begins_row(line, rows[-1], labelled, figures):
            rows[-1] = _joined([rows[-1], line])
        else:
            rows.append(dict(line))
    return rows


def _between_blanks(lines: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = [[]]
    for line in lines:
        if line:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


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
    if again or any(_TOTAL.match(fold(text)) for text in list(line.values())[:1]):
        return True
    if labelled:
        return bool(first) and not line.keys() - {0, 1}  # a group's title, set at the margin
    if values:
        return bool(first) and first[0].isupper() and any(c in above for c in figures)
    return bool(first) and not first[0].islower() and any(c in above for c in figures)


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
        for field in line:
            low, high = _reach(field, columns, free)
            if low < high and below >= set(range(low, high + 1)):
                wide.setdefault((low, high), []).append(field.text)
            else:
                rest = _joined([rest, {low: field.text}])
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
