"""Columns of plain text that are parted by runs of spaces: what stands on a line, and over which column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from extractor.sources.flattened import is_label

_FIELD = re.compile(r"\S+(?: \S+)*")
_WORD = re.compile(r"\S+")
MIN_COLUMNS, _MAX_COLUMNS, MIN_LINES = 3, 20, 3
_MAX_LINE = 2000
_SHARE = 0.2  # of the words that begin where a column does: so many stand clear of the column before


class Field(NamedTuple):
    """A run of words and where it stands on its line."""

    start: int
    end: int
    text: str


def fields_of(line: str) -> list[Field]:
    """Texts of a line between runs of two and more spaces; lines of other layouts are one text."""
    if "|" in line or "\t" in line or len(line) > _MAX_LINE:
        return [Field(0, _MAX_LINE, line)] if line.strip() else []
    line = line.replace("\u00a0", " ")
    return [Field(m.start(), m.end(), m.group()) for m in _FIELD.finditer(line)]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns stand, from left to right; ``starts`` are places where texts often begin."""

    spans: tuple[tuple[int, int], ...]
    starts: frozenset[int] = frozenset()

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

    def moved(self, by: int) -> Columns:
        """The same columns further right or left."""
        return Columns(tuple((start + by, end + by) for start, end in self.spans))

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
            cut = high - 1 if self._parts(right, field) else cut
            if cut < 0:
                return []
            pieces.append((left, field.text[position:cut].strip()))
            position = cut + 1
        return [*pieces, (places[-1], field.text[position:].strip())]

    def _parts(self, column: int, field: Field) -> bool:
        """Whether a word of a field begins right where a column often does."""
        place = self.spans[column][0]
        return place in self.starts and field.text[place - field.start - 1] == " "

    def placed(self, line: Sequence[Field]) -> dict[int, str] | None:
        """Texts of a line by column; None where they do not fit.

        A title across the columns of a short line is not cut.
        """
        cells: dict[int, str] = {}
        for field in line:
            pieces = self.parted(field) if len(line) >= MIN_COLUMNS or self._cut_short(line, field) else []
            if not pieces:
                if len(line) == len(self.spans) and len(line) >= MIN_COLUMNS:
                    return {number: each.text for number, each in enumerate(line)}
                return None
            for column, text in pieces:
                cells[column] = f"{cells[column]} {text}" if column in cells else text
        return cells

    def _cut_short(self, line: Sequence[Field], field: Field) -> bool:
        """Whether a field of a short line is in one column, or two cells with one space between."""
        first, *others = self.over(field)
        words = first > 0 and not is_label(line[0].text)
        return not others or (words and all(self._parts(column, field) for column in others))


def find_columns(lines: Sequence[Sequence[Field]]) -> Columns | None:
    """The columns that lines of three and more fields stand over; None where they do not agree."""
    full = [line for line in lines if len(line) >= MIN_COLUMNS]
    if len(full) < MIN_LINES:
        return None
    head, body = _head_and_body(lines)
    spans = _by_union(full, head, body) or _by_gaps(head, body) or _by_usual_number(full)
    if spans is None:
        return None
    begun = Counter(field.start for line in full for field in line)
    return Columns(tuple(spans), frozenset(place for place, seen in begun.items() if seen >= MIN_LINES))


def find_columns_of(lines: Sequence[Sequence[Field]], width: int) -> Columns | None:
    """The columns of a table's next page, which has so many; a few full lines show them."""
    columns = find_columns(lines)
    if columns is not None and len(columns.spans) == width:
        return columns
    for least in (MIN_COLUMNS, width, 2):
        spans = _merged([(f.start, f.end) for line in lines if len(line) >= least for f in line])
        if len(spans) == width:
            return Columns(tuple(spans))
    return None


Lines = Sequence[Sequence[Field]]


def _head_and_body(lines: Lines) -> tuple[Lines, Lines]:
    """Lines with titles of columns above the first numbered row, and the rows with three texts and more."""
    first = next(
        (i for i, line in enumerate(lines) if len(line) >= MIN_COLUMNS and is_label(line[0].text)), 0
    )
    return [line for line in lines[:first] if len(line) > 1], [
        line for line in lines[first:] if len(line) >= MIN_COLUMNS
    ]


def _titled(spans: Sequence[tuple[int, int]], head: Lines) -> bool:
    """Whether each column has a title."""
    columns = Columns(tuple(spans))
    return len({place for line in head for field in line for place in columns.over(field)}) == len(spans)


def _by_union(lines: Lines, head: Lines, body: Lines) -> list[tuple[int, int]] | None:
    """All texts laid over one another leave as many columns as the fullest line has, or as have a title."""
    spans = _merged([(f.start, f.end) for line in lines for f in line])
    widest = max(map(len, lines))
    if len(spans) > widest:
        rows = _merged([(f.start, f.end) for line in body for f in line])
        beside = all(sum(a < end and start < b for a, b in rows) == 1 for start, end in spans)
        return spans if beside and len(rows) == len(spans) <= _MAX_COLUMNS and _titled(spans, head) else None
    return spans if len(spans) == widest <= _MAX_COLUMNS else None


def _by_usual_number(lines: Lines) -> list[tuple[int, int]] | None:
    """The texts of lines of the usual number of fields."""
    counts = Counter(map(len, lines))
    for count, seen in sorted(counts.items(), key=lambda item: (-item[1], -item[0])):
        if not MIN_COLUMNS <= count <= _MAX_COLUMNS or seen < MIN_LINES - 1 or 2 * seen < len(lines):
            continue
        spans = _merged([(f.start, f.end) for line in lines if len(line) == count for f in line])
        if len(spans) == count:
            return spans
    return None


def _by_gaps(head: Lines, body: Lines) -> list[tuple[int, int]] | None:
    """Columns between places where no row has a letter; long cells may leave one space before the next.

    One space is a border only where texts often begin behind it, clear of the column before. Each column
    must have a title above the rows.
    """
    if not head or len(body) < MIN_LINES:
        return None
    words = [
        (f.start + m.start(), f.start + m.end())
        for line in body
        for f in line
        for m in _WORD.finditer(f.text)
    ]
    clear = Counter(f.start for line in [*head, *body] for f in line[1:])
    begun = Counter(start for start, _ in words)
    spans: list[tuple[int, int]] = []
    for start, end in _merged(words):
        gap = start - spans[-1][1] if spans else _MAX_LINE
        if gap > 1 or (gap == 1 and clear[start] >= max(2, _SHARE * begun[start])):
            spans.append((start, end))
        else:
            spans[-1] = (spans[-1][0], end)
    usual, _ = Counter(map(len, body)).most_common(1)[0]
    enough = max(usual, MIN_COLUMNS) <= len(spans) <= _MAX_COLUMNS
    return spans if enough and _titled(spans, head) else None


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Unions of the spans that lie over one another."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
