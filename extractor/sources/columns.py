"""Columns of a table whose rules were dragged, so that borders of its rows stand at differing places."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractor.sources.builder import CellInput

Row = tuple[CellInput, ...]


def regular_columns(rows: Sequence[Row], edges: Sequence[float]) -> tuple[tuple[Row, ...], tuple[float, ...]]:
    """The rows on as few columns as most rows have cells, and the edges of these; else all as given.

    ``edges`` are the places of the grid's lines, one more than columns; cells name the grid's columns.
    Columns are put together only where the k-th border of the full rows stands left of all their
    (k+1)-th ones, so that no cell changes its place among its neighbours.
    """
    unchanged = tuple(rows), tuple(edges)
    width = len(edges) - 1
    if any((cell.column or 0) >= width for row in rows for cell in row):  # a damaged file's
        return unchanged
    borders = [_borders(rows, index, width) for index in range(len(rows))]
    counts = Counter(len(found) for found in borders)
    count, full = max(counts.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
    if count < 3 or count - 1 >= width or 2 * full <= len(rows):
        return unchanged
    kinds = [sorted(group) for group in zip(*(b for b in borders if len(b) == count), strict=True)]
    if any(left[-1] >= right[0] for left, right in itertools.pairwise(kinds)):
        return unchanged
    places = [edges[group[len(group) // 2]] for group in kinds]
    moved = tuple(tuple(_moved(cell, edges, places) for cell in row) for row in rows)
    if _clash(moved):
        return unchanged
    return moved, tuple(places)


def _borders(rows: Sequence[Row], index: int, width: int) -> list[int]:
    """Grid lines where cells of a row begin or end, those merged down from above too."""
    lines: set[int] = set()
    for r in range(max(index - 50, 0), index + 1):
        for cell in rows[r]:
            if r + cell.row_span > index:
                start = cell.column or 0
                lines |= {start, min(start + cell.column_span, width)}
    return sorted(lines)


def _moved(cell: CellInput, edges: Sequence[float], places: Sequence[float]) -> CellInput:
    start = cell.column or 0
    left = min(_nearest(edges[start], places), len(places) - 2)
    right = _nearest(edges[min(start + cell.column_span, len(edges) - 1)], places)
    return replace(cell, column=left, column_span=max(right - left, 1))


def _nearest(line: float, places: Sequence[float]) -> int:
    return min(range(len(places)), key=lambda i: abs(places[i] - line))


def _clash(rows: Sequence[Row]) -> bool:
    """Whether a cell stands where another of its row, or one merged down from above, stands already."""
    covered: dict[int, int] = {}  # column -> the row after the last that is taken there
    for index, row in enumerate(rows):
        for cell in sorted(row, key=lambda c: c.column or 0):
            start = cell.column or 0
            for column in range(start, start + cell.column_span):
                if covered.get(column, 0) > index:
                    return True
                covered[column] = index + cell.row_span
    return False
