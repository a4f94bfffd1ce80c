"""Tables of plain text whose columns are parted by runs of spaces, as ``pdftotext -layout`` prints them.

Columns are what the fields of most rows stand over; a line belongs to the table as long as its fields
fit them. A letterhead or a signature block also stands in columns, but has neither row numbers nor
figures, which every table here must have.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.sources.builder import CellInput
from extractor.sources.flattened import is_label
from extractor.sources.layout import is_letterhead, is_signature
from extractor.sources.spaced_rows import Columns, Field, assemble_rows, is_figure
from extractor.vietnamese.forms import fold

_FIELD = re.compile(r"\S+(?: \S+)*")
_CAPTION = re.compile(r"\(?(?:đơn vị(?: tính)?|đvt)\b")
_MIN_COLUMNS, _MAX_COLUMNS, _MIN_LINES = 3, 20, 3
_MAX_BLANK, _MAX_ABOVE, _MAX_LINE = 2, 4, 2000
_HEADER_FIELD = 90


@dataclass(frozen=True, slots=True)
class SpacedTable:
    """A table and the half-open range of the lines that it was printed on."""

    start: int
    end: int
    rows: tuple[tuple[CellInput, ...], ...]


def spaced_tables(lines: Sequence[str]) -> list[SpacedTable]:
    """The tables of a text, in order; every line belongs to one at most."""
    found: list[SpacedTable] = []
    fields = [_fields(line) for line in lines]
    for start, end in _runs(fields):
        whole = _table(fields, start, end)
        if whole is not None:
            found.append(whole)
            start = whole.end
        for low, high in _between_headings(fields, start, end):
            table = _table(fields, low, high)
            if table is not None and (not found or found[-1].end <= table.start):
                found.append(table)
    return found


def _between_headings(fields: Sequence[list[Field]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a run between lines that begin at the margin and go on without a gap.

    A run may hold several tables, each of columns of its own.
    """
    for number in range(start, end):
        line = fields[number]
        if len(line) == 1 and line[0].start == 0:
            if start < number:
                yield start, number
            start = number + 1
    if start < end:
        yield start, end


def _fields(line: str) -> list[Field]:
    """Texts of a line between runs of two and more spaces; [] for lines of other layouts."""
    if "|" in line or "\t" in line or len(line) > _MAX_LINE:
        return [Field(0, _MAX_LINE, line)] if line.strip() else []
    line = line.replace("\u00a0", " ")
    return [Field(m.start(), m.end(), m.group()) for m in _FIELD.finditer(line)]


def _runs(fields: Sequence[list[Field]]) -> Iterator[tuple[int, int]]:
    """Ranges of lines in which rows of a table may stand: from one line of three fields to the last near.

    Between them only lines stand that may be wrapped cells or titles of groups.
    """
    start = last = None
    between = blanks = 0
    for number, line in enumerate(fields):
        if len(line) >= _MIN_COLUMNS:
            start, last = (number if start is None else start), number
            between = blanks = 0
        elif start is not None and last is not None:
            blanks = blanks + 1 if not line else 0
            between += bool(line)
            if blanks > _MAX_BLANK or between > 2 * _MAX_ABOVE:
                yield start, last + 1
                start = last = None
    if start is not None and last is not None:
        yield start, last + 1


def _table(fields: Sequence[list[Field]], start: int, end: int) -> SpacedTable | None:
    columns = _columns([line for line in fields[start:end] if len(line) >= _MIN_COLUMNS])
    if columns is None:
        return None
    start = _header_start(fields, start, columns)
    end = _end(fields, start, end, columns)
    used = [line for line in fields[start:end] if line]
    if len(used) < _MIN_LINES or any(_placing_text(f.text) for line in used for f in line):
        return None
    rows = assemble_rows(fields[start:end], columns)
    return SpacedTable(start, end, rows) if rows else None


def _placing_text(text: str) -> bool:
    return is_letterhead(text) or is_signature(text)


def _columns(lines: Sequence[list[Field]]) -> Columns | None:
    """The columns that the fields stand over, all lines counted, else those of the usual number of fields."""
    if len(lines) < _MIN_LINES:
        return None
    widest = max(map(len, lines))
    spans = _merged([(f.start, f.end) for line in lines for f in line])
    if len(spans) == widest <= _MAX_COLUMNS:
        return Columns(tuple(spans))
    counts = Counter(map(len, lines))
    for count, seen in sorted(counts.items(), key=lambda item: (-item[1], -item[0])):
        if not _MIN_COLUMNS <= count <= _MAX_COLUMNS or seen < _MIN_LINES - 1 or 2 * seen < len(lines):
            continue
        same = [line for line in lines if len(line) == count]
        spans = _merged([(f.start, f.end) for line in same for f in line])
        if len(spans) == count:
            return Columns(tuple(spans))
    return None


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Unions of the spans that lie over one another."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _header_start(fields: Sequence[list[Field]], start: int, columns: Columns) -> int:
    """The first line of the header: lines of fewer cells right above it belong to it where they fit."""
    while start > 0 and fields[start - 1]:
        above = fields[start - 1]
        places = [columns.over(f) for f in above]
        alone = len(above) == 1 and (len(places[0]) != 1 or places[0][0] == 0)
        if alone or any(not p or len(f.text) > _HEADER_FIELD for p, f in zip(places, above, strict=True)):
            break
        if any(_CAPTION.match(fold(f.text)) or _placing_text(f.text) for f in above):
            break
        start -= 1
    return start


def _end(fields: Sequence[list[Field]], start: int, end: int, columns: Columns) -> int:
    """Behind the last line that fits the columns; wrapped cells may follow the last full line."""
    last = start
    number = start
    blank = False
    while number < len(fields) and number < end + _MAX_ABOVE:
        line = fields[number]
        if line:
            fits = _fits(line, columns, alone=blank and number >= end)
            if not fits and not (_is_group(line) and _opens_row(_next_line(fields, number + 1, end))):
                break
            last = number
        blank = not line
        number += 1
    return last + 1


def _next_line(fields: Sequence[list[Field]], start: int, end: int) -> list[Field]:
    return next((fields[i] for i in range(start, min(start + _MAX_BLANK + 1, end)) if fields[i]), [])


def _opens_row(line: list[Field]) -> bool:
    """Whether a line is surely a row of its own: a label or a figure stands in it."""
    return len(line) >= _MIN_COLUMNS and (is_label(line[0].text) or any(is_figure(f.text) for f in line))


def _fits(line: list[Field], columns: Columns, alone: bool) -> bool:
    """Whether each field stands in one column (in a full line a long one may be cut where a column ends).

    Words in the first column only go on with those above; ``alone`` behind a blank line below the last row.
    """
    if len(line) >= _MIN_COLUMNS:
        return all(columns.parted(f) for f in line)
    if any(len(columns.over(f)) > 1 for f in line):
        return False
    first = columns.over(line[0]) == [0]
    return len(line) > 1 or not (alone or (first and not line[0].text[0].islower()))


def _is_group(line: list[Field]) -> bool:
    """A title across the columns ("I. CHÍNH QUYỀN SỐ", "A   Hạ tầng"), where a row follows."""
    labelled = len(line) == 2 and is_label(line[0].text)
    return (len(line) == 1 or labelled) and len(line[-1].text) <= _HEADER_FIELD
