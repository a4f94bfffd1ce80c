"""Ruling lines to cells: the faces of the grid that no rule parts are one cell."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.sources.pdf_rules import Edge

_TOLERANCE = 3.0
_MAX_FACES = 60_000  # rows times columns of a grid; more is a drawing, not a table

Span = tuple[float, float]
Slot = tuple[int, int, int, int]  # first row, first column, row after the last, column after the last


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: places of its rules, and the cell (an index of ``slots``) of each face by row, column.

    ``even`` is False where a cell is no rectangle, so that its shape had to be guessed.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    slots: tuple[Slot, ...]
    faces: tuple[tuple[int, ...], ...]
    even: bool


@dataclass
class _Rule:
    """Collinear pieces of a rule that touch; ``at`` is its place across its direction."""

    at: float
    start: float
    end: float


def find_grids(edges: Sequence[Edge]) -> list[Grid]:
    """Ruled tables of a page, those of a single column of cells too; frames without rules inside not."""
    level = _merged([(e.top, e.x0, e.x1) for e in edges if e.horizontal])
    upright = _merged([(e.x0, e.top, e.bottom) for e in edges if not e.horizontal])
    if len(level) * len(upright) > _MAX_FACES:
        return []
    grids = []
    for rows, columns in _connected(level, upright):
        grid = _grid(rows, columns)
        if grid is not None:
            grids.append(grid)
    return grids


def _merged(pieces: Iterable[tuple[float, float, float]]) -> list[_Rule]:
    """Pieces on one line, end to end, as one rule."""
    rules: list[_Rule] = []
    for line in _clusters(sorted(pieces)):
        at = sum(piece[0] for piece in line) / len(line)
        own: list[_Rule] = []
        for _, start, end in sorted(line, key=lambda piece: piece[1]):
            if own and start <= own[-1].end + _TOLERANCE:
                own[-1].end = max(own[-1].end, end)
            else:
                own.append(_Rule(at, start, end))
        rules += own
    return rules


def _clusters(pieces: Sequence[tuple[float, float, float]]) -> list[list[tuple[float, float, float]]]:
    """Pieces whose places lie within the tolerance of the first one's."""
    lines: list[list[tuple[float, float, float]]] = []
    for piece in pieces:
        if lines and piece[0] - lines[-1][0][0] <= _TOLERANCE:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _connected(level: list[_Rule], upright: list[_Rule]) -> list[tuple[list[_Rule], list[_Rule]]]:
    """Rules that meet, directly or by way of others, from the top of the page."""
    parent = list(range(len(level) + len(upright)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for j, column in enumerate(upright, len(level)):
        for i, row in enumerate(level):
            if (
                row.start - _TOLERANCE <= column.at <= row.end + _TOLERANCE
                and column.start - _TOLERANCE <= row.at <= column.end + _TOLERANCE
            ):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[_Rule], list[_Rule]]] = defaultdict(lambda: ([], []))
    for i, rule in enumerate([*level, *upright]):
        groups[root(i)][i >= len(level)].append(rule)
    return [group for group in groups.values() if group[0] and group[1]]


def _grid(level: list[_Rule], upright: list[_Rule]) -> Grid | None:
    xs = _places([c.at for c in upright], [p for r in level for p in (r.start, r.end)])
    ends = [p for c in upright for p in (c.start, c.end)]
    shared = [p for p in ends if sum(abs(p - other) <= _TOLERANCE for other in ends) >= 3]
    ys = _places([r.at for r in level], shared)
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MAX_FACES:
        return None
    across, down = _covers(level, ys, xs), _covers(upright, xs, ys)
    rows, columns = len(ys) - 1, len(xs) - 1
    label = [[-1] * columns for _ in range(rows)]
    slots: list[Slot] = []
    even = True
    for r in range(rows):
        for c in range(columns):
            if label[r][c] >= 0:
                continue
            if (c + 1 == columns or r in down[c + 1]) and (r + 1 == rows or c in across[r + 1]):
                label[r][c] = len(slots)  # a face by itself: what it might join on the left was joined there
                slots.append((r, c, r + 1, c + 1))
                continue
            slot, whole = _flood((r, c), label, len(slots), across, down)
            slots.append(slot)
            even = even and whole
    return Grid(tuple(xs), tuple(ys), tuple(slots), tuple(map(tuple, label)), even)


def _places(rules: list[float], ends: list[float]) -> list[float]:
    """Places of rules, and of ends of crossing rules that reach beyond the outermost one (an open side)."""
    places = [line[0][0] for line in _clusters(sorted((at, 0.0, 0.0) for at in rules))]
    if ends and min(ends) < places[0] - 2 * _TOLERANCE:
        places.insert(0, min(ends))
    if ends and max(ends) > places[-1] + 2 * _TOLERANCE:
        places.append(max(ends))
    return places


def _covers(rules: list[_Rule], places: list[float], across: list[float]) -> list[set[int]]:
    """For each place the stretches between ``across`` that a rule there covers."""
    covered: list[set[int]] = [set() for _ in places]
    middles = [(a + b) / 2 for a, b in pairwise(across)]
    for rule in rules:
        index = min(range(len(places)), key=lambda i: abs(places[i] - rule.at))
        first, last = bisect_left(middles, rule.start), bisect_left(middles, rule.end)
        covered[index].update(range(first, last))
    return covered


def _flood(
    seed: tuple[int, int], label: list[list[int]], mark: int, across: list[set[int]], down: list[set[int]]
) -> tuple[Slot, bool]:
    """Mark all faces that no rule parts from ``seed``; their frame, and whether they fill it."""
    rows, columns = len(label), len(label[0])
    todo, count = [seed], 0
    label[seed[0]][seed[1]] = mark
    top, left, bottom, right = *seed, *seed
    while todo:
        r, c = todo.pop()
        count += 1
        top, left, bottom, right = min(top, r), min(left, c), max(bottom, r), max(right, c)
        for nr, nc, parted in (
            (r + 1, c, r + 1 < rows and c in across[r + 1]),
            (r - 1, c, c in across[r]),
            (r, c + 1, c + 1 < columns and r in down[c + 1]),
            (r, c - 1, r in down[c]),
        ):
            if 0 <= nr < rows and 0 <= nc < columns and not parted and label[nr][nc] < 0:
                label[nr][nc] = mark
                todo.append((nr, nc))
    whole = count == (bottom - top + 1) * (right - left + 1)
    return (top, left, bottom + 1, right + 1), whole
