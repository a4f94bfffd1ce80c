"""Ruled tables of a page: words to the cells of its grid, and stitching across pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.sources.builder import CellInput, clean
from extractor.sources.layout import is_letterhead
from extractor.sources.model import Box
from extractor.sources.pdf_grid import Grid, Slot, find_grids
from extractor.sources.pdf_lines import text_of
from extractor.sources.pdf_page import Edge, PageData, Run
from extractor.sources.pdf_plumbed import Rect, cell_groups

_SAME_COLUMN = 6.0
_NEAR = 3.0


@dataclass(frozen=True)
class PdfTable:
    """A table, or the part of it that stands on one page; ``pages`` names the page of each row."""

    columns: tuple[float, ...]
    rows: tuple[tuple[CellInput, ...], ...]
    pages: tuple[int, ...]
    box: Box
    gutters: tuple[tuple[float, float], ...] = ()  # of a table without upright rules
    head: tuple[str, ...] = ()  # and its first row, by which a repeated one is known


def page_tables(page: PageData) -> tuple[list[PdfTable], list[Run]]:
    """Ruled tables of a page from top to bottom, and the runs outside of them."""
    left = list(page.runs)
    tables: list[PdfTable] = []
    for grid in _grids(page.edges):
        if len({slot[1] for slot in grid.slots}) < 2:  # a frame around text is no table
            continue
        inside, outside = _parted(left, grid)
        if not inside:
            continue
        table = _table(page.number, grid, inside)
        if not _places_letterhead(table):
            tables.append(table)
            left = outside
    return sorted(tables, key=lambda t: t.box.top), left


def _grids(edges: Sequence[Edge]) -> list[Grid]:
    """Grids of the page; where rules make cells of other shapes than rectangles, pdfplumber's cells."""
    found: list[Grid] = []
    for grid in find_grids(edges):
        if grid.even:
            found.append(grid)
            continue
        x0, x1, top, bottom = grid.xs[0], grid.xs[-1], grid.ys[0], grid.ys[-1]
        beside = [e for e in edges if x0 - _NEAR <= e.x0 and e.x1 <= x1 + _NEAR]
        own = [e for e in beside if top - _NEAR <= e.top and e.bottom <= bottom + _NEAR]
        found += [_grid_of(cells) for cells in cell_groups(own) if len(cells) > 1] or [grid]
    return found


def _grid_of(cells: Sequence[Rect]) -> Grid:
    xs = _marks([c[0] for c in cells] + [c[2] for c in cells])
    ys = _marks([c[1] for c in cells] + [c[3] for c in cells])
    slots: list[Slot] = []
    faces = [[-1] * (len(xs) - 1) for _ in ys[1:]]
    for x0, top, x1, bottom in sorted(cells, key=lambda c: (c[1], c[0])):
        slot = _nearest(ys, top), _nearest(xs, x0), _nearest(ys, bottom), _nearest(xs, x1)
        for r in range(slot[0], slot[2]):
            for c in range(slot[1], slot[3]):
                faces[r][c] = len(slots)
        slots.append(slot)
    return Grid(tuple(xs), tuple(ys), tuple(slots), tuple(map(tuple, faces)), True)


def _marks(values: Sequence[float]) -> list[float]:
    marks: list[float] = []
    for value in sorted(values):
        if not marks or value - marks[-1] > _NEAR:
            marks.append(value)
    return marks


def _nearest(marks: Sequence[float], value: float) -> int:
    return min(range(len(marks)), key=lambda i: abs(marks[i] - value))


def _places_letterhead(table: PdfTable) -> bool:
    return len(table.rows) <= 4 and any(is_letterhead(cell.text) for row in table.rows for cell in row)


def _parted(runs: Sequence[Run], grid: Grid) -> tuple[list[Run], list[Run]]:
    """Runs whose middle stands inside the grid, and the others."""
    x0, x1, top, bottom = grid.xs[0], grid.xs[-1], grid.ys[0], grid.ys[-1]
    inside: list[Run] = []
    outside: list[Run] = []
    for run in runs:
        middle = (run.x0 + run.x1) / 2
        within = x0 <= middle <= x1 and top <= run.y - 0.3 * run.size <= bottom
        (inside if within else outside).append(run)
    return inside, outside


def _table(page: int, grid: Grid, runs: Sequence[Run]) -> PdfTable:
    held: list[list[Run]] = [[] for _ in grid.slots]
    for run in runs:
        column = min(bisect_right(grid.xs, (run.x0 + run.x1) / 2) - 1, len(grid.xs) - 2)
        row = min(bisect_right(grid.ys, run.y - 0.3 * run.size) - 1, len(grid.ys) - 2)
        held[grid.faces[row][column]].append(run)
    rows: list[list[CellInput]] = [[] for _ in grid.ys[1:]]
    for slot, inside in sorted(zip(grid.slots, held, strict=True), key=lambda pair: pair[0]):
        top, left, bottom, right = slot
        box = _box(page, grid.xs[left], grid.ys[top], grid.xs[right], grid.ys[bottom])
        rows[top].append(CellInput(text_of(inside), left, bottom - top, right - left, (box,)))
    area = _box(page, grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1])
    return PdfTable(grid.xs, tuple(map(tuple, rows)), (page,) * len(rows), area)


def _box(page: int, x0: float, top: float, x1: float, bottom: float) -> Box:
    return Box(page, round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1))


def continues(above: PdfTable, below: PdfTable) -> bool:
    """Whether a table that opens a page goes on with the one that closed the page before."""
    same_count = len(above.columns) == len(below.columns)
    within = all(min(abs(x - a) for a in above.columns) <= _SAME_COLUMN for x in below.columns)
    spans = abs((above.columns[-1] - above.columns[0]) - (below.columns[-1] - below.columns[0])) < 40
    return spans and (same_count or within)


def stitch(above: PdfTable, below: PdfTable) -> PdfTable:
    """One table of both: a repeated header is dropped, a row broken by the page is made whole."""
    rows = list(below.rows)
    if len(above.columns) != len(below.columns):
        rows = [tuple(_moved(cell, above, below) for cell in row) for row in rows]
    header = _repeated(above.rows, rows)
    pages = list(below.pages)[header:]
    rows = rows[header:]
    kept = list(above.rows)
    if rows and not header:
        rows[0] = _without_header(rows[0], kept[0])
    if rows and kept and _is_rest(kept[-1], rows[0], len(above.columns) - 1):
        kept[-1] = _joined(kept[-1], rows[0])
        rows, pages = rows[1:], pages[1:]
    return PdfTable(above.columns, (*kept, *rows), (*above.pages, *pages), above.box)


def _moved(cell: CellInput, above: PdfTable, below: PdfTable) -> CellInput:
    start = cell.column or 0
    left = _nearest(above.columns, below.columns[start])
    right = _nearest(above.columns, below.columns[min(start + cell.column_span, len(below.columns) - 1)])
    return replace(cell, column=left, column_span=max(right - left, 1))


def _texts(row: Sequence[CellInput]) -> list[str]:
    return [clean(cell.text).casefold() for cell in row]


def _repeated(above: Sequence[Sequence[CellInput]], below: Sequence[Sequence[CellInput]]) -> int:
    """How many rows at the top of ``below`` repeat those at the top of ``above``."""
    count = 0
    for first, again in zip(above[:5], below[:5], strict=False):
        if not any(_texts(again)) or _texts(first) != _texts(again):
            break
        count += 1
    return count


def _without_header(row: tuple[CellInput, ...], header: Sequence[CellInput]) -> tuple[CellInput, ...]:
    """The rest of a broken row where no rule parts it from the repeated header above it."""
    heads, texts = [clean(cell.text) for cell in header], [clean(cell.text) for cell in row]
    if len(heads) != len(texts) or sum(map(bool, heads)) < 2 or heads == texts:
        return row
    if not all(text.startswith(head) for head, text in zip(heads, texts, strict=True)):
        return row
    return tuple(
        replace(cell, text=text[len(head) :]) for cell, text, head in zip(row, texts, heads, strict=True)
    )


def _is_rest(last: Sequence[CellInput], row: Sequence[CellInput], columns: int) -> bool:
    """Whether ``row`` is the rest of ``last``: its number cell is empty, and its words go on."""
    by_column = {cell.column: clean(cell.text) for cell in row}
    before = {cell.column: clean(cell.text) for cell in last}
    if by_column.get(0, "") or len(row) < 2 or len(row) != len(last) or not any(by_column.values()):
        return False
    filled = [c for c, text in by_column.items() if text]
    goes_on = any(
        by_column[c][0].islower()
        or by_column[c][0] in ",;.)%"
        or (before.get(c, "") or ".")[-1] not in ".;:!?)"
        for c in filled
    )
    return goes_on or len(filled) * 2 <= columns


def _joined(above: Sequence[CellInput], below: Sequence[CellInput]) -> tuple[CellInput, ...]:
    rest = {cell.column: cell for cell in below}
    joined = []
    for cell in above:
        more = rest.get(cell.column)
        if more is not None:
            text = f"{cell.text} {more.text}" if more.text else cell.text
            cell = replace(cell, text=text, boxes=cell.boxes + (more.boxes if more.text else ()))
        joined.append(cell)
    return tuple(joined)
