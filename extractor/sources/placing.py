"""Where the cells of a table stand: no two at one place, whatever their spans claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from extractor.sources.limits import MAX_GRID


class Claim(Protocol):
    """A cell as a reader found it; ``column`` None means: next free place of the row."""

    @property
    def column(self) -> int | None: ...
    @property
    def row_span(self) -> int: ...
    @property
    def column_span(self) -> int: ...


@dataclass(slots=True)
class Place:
    """A cell's place in the grid; rows and columns count from 0."""

    row: int
    column: int
    row_span: int
    column_span: int

    @property
    def end(self) -> int:
        """The first column to the right of the cell."""
        return self.column + self.column_span

    def covers(self, row: int, column: int) -> bool:
        """Whether the cell reaches the place."""
        return row < self.row + self.row_span and self.column <= column < self.end


def place_cells(rows: Sequence[Sequence[Claim]]) -> list[list[Place]]:
    """The place of each cell, in the order given.

    Where spans collide, a cell without a column of its own is narrowed; one that states its column
    keeps it, and the cell it runs into is cut back. Row spans end with the table. OverflowError for a
    grid beyond MAX_GRID.
    """
    above: dict[int, Place] = {}  # column -> the cell that covers it from a row above
    grid: list[list[Place]] = []
    for r, row in enumerate(rows):
        line: list[Place] = []
        for cell in row:
            end = line[-1].end if line else 0
            if not above and cell.column is not None and cell.column >= end:  # nothing it could run into
                place = Place(r, cell.column, 1, max(cell.column_span, 1))
            else:
                place = _place(cell, r, line, above)
            place.row_span = min(max(cell.row_span, 1), len(rows) - r)
            line.append(place)
            if place.end * len(rows) > MAX_GRID:
                raise OverflowError("table beyond all measure")
        above = {c: p for c, p in above.items() if p.covers(r + 1, c)}
        for place in line:
            if place.row_span > 1:
                above.update(dict.fromkeys(range(place.column, place.end), place))
        grid.append(line)
    return grid


def _place(cell: Claim, r: int, line: list[Place], above: dict[int, Place]) -> Place:
    column = line[-1].end if line else 0
    if cell.column is None:
        while column in above and above[column].covers(r, column):
            column += 1
    elif not line or cell.column > line[-1].column:  # else it stands where its neighbour does: beside it
        column = max(cell.column, 0)
        if line and column < line[-1].end:
            line[-1].column_span = column - line[-1].column
    place = Place(r, column, 1, max(cell.column_span, 1))
    for c in range(column, place.end) if above else ():
        other = above.get(c)
        if other is None or not other.covers(r, c):
            continue
        if cell.column is None:
            place.column_span = c - column
            break
        if c > other.column:
            other.column_span = c - other.column
        else:
            other.row_span = r - other.row
    return place
