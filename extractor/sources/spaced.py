"""Tables of plain text whose columns are parted by runs of spaces, as ``pdftotext -layout`` prints them.

Columns are what the fields of most rows stand over; a line belongs to the table as long as its fields
fit them. A letterhead or a signature block also stands in columns, but has neither row numbers nor
figures, which every table here must have. A table may go on behind a page break (a form feed), on columns
that stand a little elsewhere, with or without its header again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from extractor.sources.builder import CellInput
from extractor.sources.flattened import is_label
from extractor.sources.layout import is_letterhead, is_signature
from extractor.sources.spaced_columns import (
    MIN_COLUMNS,
    MIN_LINES,
    Columns,
    Field,
    fields_of,
    find_columns,
    find_columns_of,
)
from extractor.sources.spaced_pages import printed_lines
from extractor.sources.spaced_rows import Rows, begin_rows, is_figure, words_of
from extractor.vietnamese.forms import fold

_CAPTION = re.compile(r"\(?(?:đơn vị(?: tính)?|đvt)\b")
_TITLE = re.compile(r"(?:phụ lục|biểu(?: mẫu)?|bảng|danh mục)\b|\(?(?:ban hành )?kèm theo\b")
_HEAD = re.compile(r"(?:stt?|tt|số tt|số thứ tự|t/t)\.?")
_MAX_BLANK, _MAX_ABOVE, _MAX_BELOW, _MAX_BETWEEN, _MARGIN = 2, 4, 16, 40, 3
_HEADER_FIELD = 90


@dataclass(frozen=True, slots=True)
class SpacedTable:
    """A table and the half-open range of the lines that it was printed on."""

    start: int
    end: int
    rows: tuple[tuple[CellInput, ...], ...]


def spaced_tables(lines: Sequence[str]) -> list[SpacedTable]:
    """The tables of a text, in order; every line belongs to one at most."""
    numbers, pages = printed_lines(lines)
    reader = _Reader([fields_of(lines[number].lstrip("\f")) for number in numbers], pages)
    return [SpacedTable(numbers[start], numbers[end - 1] + 1, rows) for start, end, rows in reader.tables()]


@dataclass(slots=True)
class _Table:
    start: int
    end: int
    columns: Columns
    rows: Rows


@dataclass(slots=True)
class _Reader:
    """Fields of the lines; ``pages`` are the numbers of lines that begin a page."""

    fields: list[list[Field]]
    pages: frozenset[int]
    found: list[_Table] = field(default_factory=list)

    def tables(self) -> Iterator[tuple[int, int, tuple[tuple[CellInput, ...], ...]]]:
        """Ranges of lines and the rows on them."""
        for start, end in _runs(self.fields):
            for low, high, last in self._parts(start, end):
                self._read(low, high, high + _MAX_BELOW if last else high)
        for table in self.found:
            rows = table.rows.cells()
            if rows:
                yield table.start, table.end, rows

    def _read(self, start: int, end: int, limit: int) -> None:
        """Read the tables of a part; ``limit``: where lines of its last row may reach to."""
        start = self._go_on(start, end, limit)
        whole = self._table(start, end, limit)
        start = whole or start
        for low, high in _between_headings(self.fields, start, end):
            self._table(low, high, limit if high == end else high)

    def _table(self, start: int, end: int, limit: int) -> int:
        """Keep the table that begins in a range of lines; where it ends, 0 if there is none."""
        table = _new_table(self.fields, start, end, limit)
        if table is None or (self.found and self.found[-1].end > table.start):
            return 0
        self.found.append(table)
        return table.end

    def _go_on(self, start: int, end: int, limit: int) -> int:
        """Take the lines by which the last table goes on here, on a new page, maybe below its header."""
        table = self.found[-1] if self.found and start in self.pages else None
        if table is None or any(self.fields[table.end : start]):
            return start
        above = self.fields[start : start + len(table.rows.head_lines)]
        again = [words_of(line) for line in above] == table.rows.head_lines
        low = start + len(above) if again else start
        columns = find_columns_of(self.fields[start:end], table.rows.width) or self._moved(table, low, end)
        if columns is None:
            return start
        last = _end(self.fields, low, limit, end, columns)
        if last <= low:
            return start
        table.rows.add(self.fields[low:last], columns)
        table.end, table.columns = last, columns
        return last

    def _moved(self, table: _Table, start: int, end: int) -> Columns | None:
        """The columns of the page before, under the row numbers of this one; None where texts do not fit."""
        lines = [line for line in self.fields[start:end] if len(line) > 1]
        labels = [line[0].start for line in lines if is_label(line[0].text)]
        columns = table.columns.moved(min(labels) - table.columns.spans[0][0]) if labels else table.columns
        return None if any(len(columns.over(f)) > 1 for line in lines for f in line) else columns

    def _parts(self, start: int, end: int) -> list[tuple[int, int, bool]]:
        """The parts of a run: each begins with a header, a title or a page; the last one is marked."""
        cuts = {start}
        for number in range(start + 1, end):
            line = self.fields[number]
            if number in self.pages or _is_title(line):
                cuts.add(number)
            elif len(line) >= MIN_COLUMNS and _HEAD.fullmatch(fold(line[0].text)):
                cuts.add(self._top(number, start))
        edges = [*sorted(cuts), end]
        return [(low, high, high == end) for low, high in pairwise(edges) if low < high]

    def _top(self, number: int, start: int) -> int:
        """The first line of a header: lines right above belong to it, up to a blank one or a page's end."""
        for top in range(number, max(number - _MAX_ABOVE, start) - 1, -1):
            above = self.fields[top - 1] if top else []
            if top in self.pages or not above or _is_title(above):
                return top
            if is_label(above[0].text):
                break
        return number


def _is_title(line: Sequence[Field]) -> bool:
    return len(line) == 1 and bool(_TITLE.match(fold(line[0].text)))


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


def _runs(fields: Sequence[list[Field]]) -> Iterator[tuple[int, int]]:
    """Ranges of lines in which rows of a table may stand: from one line of three fields to the last near.

    Between them only lines stand that may be wrapped cells or titles of groups.
    """
    start = last = None
    between = margin = blanks = 0
    for number, line in enumerate(fields):
        if len(line) >= MIN_COLUMNS:
            start, last = (number if start is None else start), number
            between = margin = blanks = 0
        elif start is not None and last is not None:
            blanks = blanks + 1 if not line else 0
            between += bool(line)
            margin += bool(line) and line[0].start < _MARGIN
            if blanks > _MAX_BLANK or margin > 2 * _MAX_ABOVE or between > _MAX_BETWEEN:
                yield start, last + 1
                start = last = None
    if start is not None and last is not None:
        yield start, last + 1


def _new_table(fields: Sequence[list[Field]], start: int, end: int, limit: int) -> _Table | None:
    columns = find_columns(fields[start:end])
    if columns is None:
        return None
    start = _header_start(fields, start, columns)
    end = _end(fields, start, limit, end, columns)
    used = [line for line in fields[start:end] if line]
    if len(used) < MIN_LINES or any(_placing_text(f.text) for line in used for f in line):
        return None
    rows = begin_rows(fields[start:end], columns)
    return _Table(start, end, columns, rows) if rows is not None and rows.cells() else None


def _placing_text(text: str) -> bool:
    return is_letterhead(text) or is_signature(text)


def _header_start(fields: Sequence[list[Field]], start: int, columns: Columns) -> int:
    """The first line of the header: lines of fewer cells right above it belong to it where they fit."""
    while start > 0 and fields[start - 1]:
        above = fields[start - 1]
        places = [columns.over(f) for f in above]
        alone = len(above) == 1 and (len(places[0]) != 1 or places[0][0] == 0)
        if alone or any(not p or len(f.text) > _HEADER_FIELD for p, f in zip(places, above, strict=True)):
            break
        if _is_title(above) or any(_CAPTION.match(fold(f.text)) or _placing_text(f.text) for f in above):
            break
        start -= 1
    return start


def _end(fields: Sequence[list[Field]], start: int, limit: int, end: int, columns: Columns) -> int:
    """Behind the last line that fits the columns; wrapped cells may stand below the last full line."""
    last, below = start - 1, 0
    blank = parted = False
    for number in range(start, min(limit, len(fields))):
        line = fields[number]
        if line:
            lone = len(line) == 1 and number < end and is_label(line[0].text) and columns.over(line[0]) == [0]
            fits = lone or _fits(line, columns, alone=blank and number >= end)
            if not fits and not (_is_group(line) and _opens_row(_next_line(fields, number + 1, end))):
                break
            numbered = blank and number >= end and _holds_row(fields[number:limit], columns)
            below = 0 if numbered else below + (number >= end)
            if (below > _MAX_ABOVE and parted) or any(is_signature(f.text) for f in line):
                break
            last = number
        blank = not line
        parted = parted or (blank and number >= end)
    return last + 1


def _holds_row(fields: Sequence[list[Field]], columns: Columns) -> bool:
    """A number and a figure stand on one of the lines up to the next blank one."""
    block = takewhile(bool, fields[: 2 * _MAX_ABOVE])
    return any(
        is_label(line[0].text) and columns.over(line[0]) == [0] and any(is_figure(f.text) for f in line[1:])
        for line in block
    )


def _next_line(fields: Sequence[list[Field]], start: int, end: int) -> list[Field]:
    return next((fields[i] for i in range(start, min(start + _MAX_BLANK + 1, end)) if fields[i]), [])


def _opens_row(line: list[Field]) -> bool:
    """Whether a line is surely a row of its own: a label or a figure stands in it."""
    return len(line) >= MIN_COLUMNS and (is_label(line[0].text) or any(is_figure(f.text) for f in line))


def _fits(line: list[Field], columns: Columns, alone: bool) -> bool:
    """Whether each field stands in one column (in a full line a long one may be cut where a column ends).

    Words in the first column only go on with those above; ``alone`` behind a blank line below the last row.
    """
    if columns.placed(line) is None:
        return False
    first = columns.over(line[0]) == [0]
    return len(line) > 1 or not (alone or (first and not line[0].text[0].islower()))


def _is_group(line: list[Field]) -> bool:
    """A title across the columns ("I. CHÍNH QUYỀN SỐ", "A   Hạ tầng"), where a row follows."""
    labelled = len(line) == 2 and is_label(line[0].text)
    return (len(line) == 1 or labelled) and len(line[-1].text) <= _HEADER_FIELD
