"""A spreadsheet's sheet to blocks and tables, the same for XLSX and XLS.

A sheet is not a page and not a table: above the table stand a letterhead and titles, below it notes and
a signature, and several tables may follow each other. Rules around cells tell tables best; where none
are drawn, the number of texts in a row does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.errors import ReadError
from extractor.sources.builder import CellInput, SourceBuilder, clean
from extractor.sources.layout import is_letterhead, is_signature, line_kind
from extractor.sources.limits import MAX_GRID

_DATELINE = re.compile(r"ngày\s*[\d.…_ ]*\s*tháng\s*[\d.…_ ]*\s*năm", re.IGNORECASE)
_LABEL = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVXL]{1,6}|[A-Za-zđ])[.)]?")
_HEAD_ROWS = 6
"""Rows that a letterhead takes at most."""
_HEADER_ROWS = 3
"""A run of ruled rows no longer than this may be the header of a table whose body is not ruled."""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell with text; ``row`` and ``column`` from 0, spans in rows and columns of the sheet."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    bold: bool = False
    font: str | None = None


@dataclass(slots=True)
class Sheet:
    """A sheet as its format's reader found it; ``ruled`` holds the rows in which any border is drawn."""

    name: str
    cells: list[SheetCell] = field(default_factory=list)
    ruled: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Row:
    index: int
    cells: tuple[SheetCell, ...]

    def any(self, *tests: object) -> bool:
        return any(test(cell.text) for cell in self.cells for test in tests)  # type: ignore[operator]


@dataclass(slots=True)
class _Region:
    """Consecutive rows that are a table, or lines."""

    is_table: bool
    rows: list[_Row] = field(default_factory=list)


def uncovered(cells: Iterable[SheetCell], name: str) -> list[SheetCell]:
    """Cells without those that lie under a merged one: spreadsheets keep old words there, unseen.

    ReadError where merged cells overlap so much that it must be an attack.
    """
    cells = list(cells)
    places = {(cell.row, cell.column) for cell in cells}
    hidden: set[tuple[int, int]] = set()
    work = 0
    for cell in cells:
        area = cell.row_span * cell.column_span
        if area <= 1 or (cell.row, cell.column) in hidden:
            continue
        work += min(area, len(places))
        if work > MAX_GRID:
            raise ReadError(name, "bảng tính có quá nhiều ô gộp chồng lên nhau")
        down, across = range(cell.row, cell.row + cell.row_span), cell.column + cell.column_span
        if area <= len(places):
            inside = {(r, c) for r in down for c in range(cell.column, across)} & places
        else:
            inside = {(r, c) for r, c in places if r in down and cell.column <= c < across}
        hidden |= inside - {(cell.row, cell.column)}
    return [cell for cell in cells if (cell.row, cell.column) not in hidden]


def write_sheet(builder: SourceBuilder, sheet: Sheet) -> None:
    """Append a sheet: lines as blocks, tables as tables, blank rows and columns left out."""
    by_row: dict[int, list[SheetCell]] = {}
    for cell in sheet.cells:
        if clean(cell.text):
            by_row.setdefault(cell.row, []).append(cell)
    rows = [_Row(r, tuple(sorted(by_row[r], key=lambda c: c.column))) for r in sorted(by_row)]
    ruled = sum(row.index in sheet.ruled and len(row.cells) > 1 for row in rows) >= 2
    regions = _ruled_regions(rows, sheet.ruled) if ruled else _open_regions(rows)
    for region in regions:
        for part in _trimmed(region):
            if part.is_table:
                _write_table(builder, part.rows)
            else:
                _write_lines(builder, part.rows)


def _ruled_regions(rows: Sequence[_Row], ruled: set[int]) -> list[_Region]:
    """Runs of ruled rows are tables; a blank row without rules parts two of them."""
    regions: list[_Region] = []
    previous = -1
    for row in rows:
        inside = row.index in ruled
        joined = all(between in ruled for between in range(previous + 1, row.index))
        last = regions[-1] if regions else None
        if last is not None and last.is_table and joined and not inside:
            header_only = len(last.rows) <= _HEADER_ROWS or last.rows[-1].index not in ruled
            inside = header_only and len(row.cells) > 1 and not row.any(is_signature, _DATELINE.search)
        if last is None or last.is_table != inside or (inside and not joined):
            regions.append(_Region(inside))
        regions[-1].rows.append(row)
        previous = row.index
    return regions


def _open_regions(rows: Sequence[_Row]) -> list[_Region]:
    """Without rules: a table begins with a row of several texts and goes on until its kind of rows ends."""
    widest = max((len(row.cells) for row in rows), default=0)
    enough = min(max(widest, 2), 3)
    regions: list[_Region] = []
    for before, row in pairwise([None, *rows]):
        assert row is not None
        gap = before is not None and row.index > before.index + 1
        last = regions[-1] if regions else None
        closing = row.any(is_signature, _DATELINE.search, is_letterhead)
        header = len(row.cells) >= enough and not _labelled(row)
        opens = (header and _worded(row)) if enough == 2 else len(row.cells) >= enough
        if last is not None and last.is_table and not closing:
            inside = not (gap and header and _worded(row)) and (len(row.cells) > 1 or not gap)
            if inside:
                last.rows.append(row)
                continue
        if last is None or (opens and not closing) or last.is_table:
            regions.append(_Region(opens and not closing))
        regions[-1].rows.append(row)
    return regions


def _labelled(row: _Row) -> bool:
    return _LABEL.fullmatch(clean(row.cells[0].text)) is not None


def _worded(row: _Row) -> bool:
    """Whether all cells are short words, as in a header."""
    return all(len(cell.text) < 80 and any(map(str.isalpha, cell.text)) for cell in row.cells)


def _trimmed(region: _Region) -> Iterator[_Region]:
    """A table's rows of one text above its header are its titles; a table of one row or column is lines."""
    if not region.is_table:
        yield region
        return
    start = 0
    rows = region.rows
    while start < len(rows) and (len(rows[start].cells) == 1 or rows[start].any(is_letterhead)):
        start += 1
    while start and start < len(rows) and _reaches(rows[start - 1], rows[start].index):
        start -= 1  # a cell merged down beside the header's second row belongs to the header
    if start:
        yield _Region(False, rows[:start])
    rest = rows[start:]
    columns = {cell.column for row in rest for cell in row.cells}
    if rest:
        yield _Region(len(rest) > 1 and len(columns) > 1, rest)


def _reaches(row: _Row, index: int) -> bool:
    return any(cell.row + cell.row_span > index for cell in row.cells)


def _write_table(builder: SourceBuilder, rows: Sequence[_Row]) -> None:
    """The grid of used rows and columns only; spans shrink to what is used of them."""
    columns = sorted({cell.column for row in rows for cell in row.cells})
    place = {column: number for number, column in enumerate(columns)}
    used = [row.index for row in rows]
    builder.check_grid(len(rows), len(columns))
    covered: set[tuple[int, int]] = set()
    grid: list[list[CellInput]] = []
    for number, row in enumerate(rows):
        line: dict[int, CellInput] = {}
        for cell in row.cells:
            down = _within(used, number, cell.row + cell.row_span)
            across = _within(columns, place[cell.column], cell.column + cell.column_span)
            line[place[cell.column]] = CellInput(cell.text, place[cell.column], down, across)
            covered |= {
                (r, c)
                for r in range(number, number + down)
                for c in range(place[cell.column], place[cell.column] + across)
            }
        for column in range(len(columns)):
            if column not in line and (number, column) not in covered:
                line[column] = CellInput("", column)
        grid.append([line[column] for column in sorted(line)])
    builder.table(grid)


def _within(places: Sequence[int], start: int, end: int) -> int:
    """How many of the used ``places`` from index ``start`` on lie before the sheet's place ``end``."""
    count = 1
    while start + count < len(places) and places[start + count] < end:
        count += 1
    return count


def _write_lines(builder: SourceBuilder, rows: Sequence[_Row]) -> None:
    """Rows outside tables: texts side by side in a letterhead or a signature stay apart, others are one line.

    All come in the order of the rows, as people type a sheet off.
    """
    index = 0
    while index < len(rows):
        end = _placed_end(rows, index)
        if end > index:
            for cell in (cell for row in rows[index:end] for cell in row.cells):
                _line(builder, [cell])
            index = end
        else:
            _line(builder, rows[index].cells)
            index += 1


def _placed_end(rows: Sequence[_Row], index: int) -> int:
    """End of the letterhead or signature that begins at ``index``; ``index`` itself where none does."""
    row = rows[index]
    ahead = rows[index : index + 2]
    if any(r.any(is_letterhead) and len(r.cells) > 1 for r in ahead):
        right = max(c.column for r in ahead for c in r.cells if is_letterhead(c.text))
        end = index + 1
        for number in range(index, min(index + _HEAD_ROWS, len(rows))):
            cells = rows[number].cells
            if any(c.column < right < c.column + c.column_span for c in cells):
                break  # a title across the page
            if any(c.column >= right - 1 for c in cells) and len(cells) <= 3:
                end = number + 1
        return end
    end = index
    while end < len(rows) and _columns_of(rows[end]) == _columns_of(row) is not None:
        end += 1
    if end > index + 1:
        return end
    if row.any(is_signature) or (row.any(_DATELINE.search) and index == 0):
        return len(rows)
    return index


def _columns_of(row: _Row) -> tuple[int, ...] | None:
    """Where the two texts of a row in two columns stand; None for a row of another make, or a list item."""
    if len(row.cells) != 2 or _labelled(row):
        return None
    return tuple(cell.column for cell in row.cells)


def _line(builder: SourceBuilder, cells: Sequence[SheetCell]) -> None:
    """Cells of a row as one line ("1." and its title stand in two); typed line breaks part lines."""
    if not cells:
        return
    bold = all(cell.bold for cell in cells)
    for text in " ".join(cell.text.strip() for cell in cells).split("\n"):
        builder.block(text, line_kind(clean(text)), bold=bold)
