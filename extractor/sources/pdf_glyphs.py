"""Runs of text on a page, and what to do where they overlap: letters, marks and spaces by their place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

Point = tuple[float, float]
Place = Callable[[float, float], Point]

# Marks of vowel and tone may come in either order; only the first order composes.
_TONE_FIRST = re.compile("([\u0300\u0301\u0303\u0309\u0323])([\u0302\u0306\u031b])")
_OVER = 0.2  # how much of a size neighbours may overlap (slanted and kerned letters)


@dataclass(frozen=True, slots=True)
class Run:
    """Printed characters of one font on one line, without outer spaces: ``y`` is the baseline.

    Places are points from the page's top left corner as displayed; ``font`` is the font's name.
    ``turn`` tells by how many degrees clockwise the text is turned: 270 is text that runs up the page.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    font: str = ""
    turn: int = 0
    spaced: bool = False  # a space follows
    word: float = 0.0  # where the first word ends; 0 where it fills the run, or stands in a table

    @property
    def top(self) -> float:
        return self.y - 0.8 * self.size

    @property
    def bottom(self) -> float:
        return self.y + 0.22 * self.size


class Walls:
    """Upright rules of a page by place, to cut runs that pdfium reads across them."""

    def __init__(self, walls: Sequence[tuple[float, float, float]]) -> None:
        self._walls = sorted(walls)  # (x, top, bottom)
        self._xs = [x for x, _, _ in self._walls]
        self._span = (self._xs[0], self._xs[-1]) if walls else (0.0, 0.0)
        self._height = min((w[1] for w in walls), default=0.0), max((w[2] for w in walls), default=0.0)

    def around(self, x: float, y: float) -> bool:
        """Whether rules stand on all sides, as around the words of a table."""
        return self._span[0] <= x <= self._span[1] and self._height[0] <= y <= self._height[1]

    def inside(self, x0: float, x1: float, y: float) -> list[float]:
        """Places of the rules that stand strictly between ``x0`` and ``x1`` at the height ``y``."""
        found = []
        for x, top, bottom in self._walls[bisect_left(self._xs, x0) : bisect_left(self._xs, x1)]:
            if top <= y <= bottom:
                found.append(x)
        return found


@dataclass
class Glyphs:
    """Runs of single characters so far, printed spaces between them, marks that wait for their letter."""

    runs: list[Run] = field(default_factory=list)
    spaces: list[Point] = field(default_factory=list)
    waiting: list[Run] = field(default_factory=list)


def overlapping_runs(runs: Sequence[Run], walls: Walls) -> set[int]:
    """Runs that share their place with another: drawn twice, or filled up with glyphs of another font."""
    found: set[int] = set()
    for row in _level_rows(runs):
        widest = row[0]  # the run that reaches farthest to the right so far
        for index in row[1:]:
            a, b = runs[widest], runs[index]
            if a.x1 - b.x0 > _OVER * a.size and not a.turn and not b.turn:
                start = b.x0 + 0.3 * b.size
                if not walls.inside(a.x0, start, a.y - 0.3 * a.size):  # else it sticks out of its cell
                    found |= {widest, index}
            if b.x1 > a.x1:
                widest = index
    return found


def _level_rows(runs: Sequence[Run]) -> Iterator[list[int]]:
    """Indexes of runs on (nearly) one baseline, from left to right; stamps stand a little off."""
    order = sorted(range(len(runs)), key=lambda i: runs[i].y)
    row: list[int] = []
    for index in order:
        if row and runs[index].y - runs[row[0]].y > 0.25 * runs[index].size:
            yield sorted(row, key=lambda i: runs[i].x0)
            row = []
        row.append(index)
    if row:
        yield sorted(row, key=lambda i: runs[i].x0)


def put_mark(runs: list[Run], mark: Run, near: int) -> bool:
    """Put a combining mark on the one of the last ``near`` runs that stands under it, if any does.

    pdfium may tell a mark after the next letter, or before its own.
    """
    middle = (mark.x0 + mark.x1) / 2
    under = [
        i
        for i in range(max(len(runs) - near, 0), len(runs))
        if abs(runs[i].y - mark.y) < mark.size and runs[i].x0 - 1 <= middle <= runs[i].x1 + 1
    ]
    if not under:
        return False
    base = min(under, key=lambda i: abs((runs[i].x0 + runs[i].x1) / 2 - middle))
    runs[base] = replace(runs[base], text=_TONE_FIRST.sub(r"\2\1", runs[base].text + mark.text))
    return True


def with_spaces(runs: list[Run], spaces: Sequence[Point]) -> list[Run]:
    """The runs, those before a printed space marked."""
    rows: dict[int, list[tuple[float, int]]] = {}
    for index, run in enumerate(runs):
        rows.setdefault(round(run.y), []).append((run.x0 + 0.1 * run.size, index))
    for row in rows.values():
        row.sort()
    for x, y in spaces:
        last: int | None = None
        for line in range(round(y) - 3, round(y) + 4):
            row = rows.get(line, [])
            at = bisect_left(row, (x, -1))
            if at and (last is None or runs[row[at - 1][1]].x0 > runs[last].x0):
                last = row[at - 1][1]
        if last is not None and not runs[last].spaced:
            runs[last] = replace(runs[last], spaced=True)
    return runs
