"""Ruled tables of a page: words to the cells of its grid."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.sources.builder import CellInput
from extractor.sources.columns import regular_columns
from extractor.sources.layout import is_letterhead
from extractor.sources.model import Box
from extractor.sources.pdf_cells import read_cell
from extractor.sources.pdf_grid import Grid, Slot, find_grids
from extractor.sources.pdf_page import Edge, PageData, Run
from extractor.sources.pdf_plumbed import Rect, cell_groups

_NEAR = 3.0


@dataclass(frozen=True)
class PdfTable:
    """A table, or the part of it that stands on one page; ``pages`` names the page of each row."""

    columns: tuple[float, ...]
    rows: tuple[tuple[CellInput, ...], ...]
    pages: tuple[int, ...]
    box: Box
    gutters: tuple[tuple[float, float], ...] = ()  # of a table without upright rules
    head: tuple[str, ...] = ()  # and the lines of its head, by which a repeated one is known


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
        slot = nearest(ys, top), nearest(xs, x0), nearest(ys, bottom), nearest(xs, x1)
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


def nearest(marks: Sequence[float], value: float) -> int:
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
    xs, ys = [round(x, 1) for x in grid.xs], [round(y, 1) for y in grid.ys]
    padding = _padding(grid, held)
    rows: list[list[CellInput]] = [[] for _ in grid.ys[1:]]
    for slot, inside in sorted(zip(grid.slots, held, strict=True), key=lambda pair: pair[0]):
        top, left, bottom, right = slot
        box = Box(page, xs[left], ys[top], xs[right], ys[bottom])
        width = grid.xs[right] - grid.xs[left] - 2 * padding
        text, pieces = read_cell(page, inside, width) if inside else ("", ())
        rows[top].append(CellInput(text, left, bottom - top, right - left, (box,), pieces))
    area = Box(page, xs[0], ys[0], xs[-1], ys[-1])
    regular, columns = regular_columns([tuple(row) for row in rows], grid.xs)
    return PdfTable(columns, regular, (page,) * len(rows), area)


def _padding(grid: Grid, held: Sequence[Sequence[Run]]) -> float:
    """How far words keep from the left rule of their cell."""
    gaps = [run.x0 - grid.xs[slot[1]] for slot, runs in zip(grid.slots, held, strict=True) for run in runs]
    return min((gap for gap in gaps if gap >= 0), default=0.0)
