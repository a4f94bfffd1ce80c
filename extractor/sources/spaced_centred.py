"""Rows whose cells are set in the middle of their height: lines of a row stand above its number too.

The number of a row stands halfway down; so each row has about as many lines above its number as below, and
begins where its texts do, with a capital.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

Line = dict[int, str]
"""Texts of a line by column."""

_Link = tuple[int, "_Link | None"]
"""Where a row begins, and the rows before it."""

_States = dict[int, tuple[float, _Link]]
"""What the rows so far cost, by where the next one begins."""

_MAX_GAP, _MAX_WORK = 30, 100_000
_CAPITALS = 0.5
_SKEW, _LEAN, _WORDLESS, _OFF_MARK = 1.0, 0.1, 3.0, 1.0  # what counts against a row


def row_starts(
    lines: Sequence[Line], anchors: Sequence[int], marks: Set[int] = frozenset(), head: int = 0
) -> list[int] | None:
    """Where each row begins; None where the lines read better as rows that begin with their number.

    ``anchors`` are the lines with a number, ``marks`` those behind a blank line or a page's end. ``head``:
    so many lines above the first number may belong to a header, all the others to the first row.
    """
    gaps = [b - a for a, b in pairwise(anchors)]
    if not gaps or max(gaps) > _MAX_GAP or sum(a * b for a, b in pairwise([1, *gaps, 1])) > _MAX_WORK:
        return None
    judge = _Judge(lines, marks, _capital_columns(lines))
    top = sum(judge.words(a, b) for a, b in zip(anchors, [*anchors[1:], len(lines)], strict=True))
    if top == 0:
        return None
    states: _States = {start: (0.0, (start, None)) for start in range(min(head, anchors[0]) + 1)}
    for anchor, following in zip(anchors, [*anchors[1:], None], strict=True):
        ends = range(anchor + 1, following + 1) if following is not None else [len(lines)]
        states = _step(states, anchor, ends, judge)
    ((cost, last),) = states.values()
    return _unwound(last)[:-1] if cost < top else None


def _unwound(last: _Link | None) -> list[int]:
    starts = []
    while last is not None:
        start, last = last
        starts.append(start)
    return starts[::-1]


def _step(states: _States, anchor: int, ends: Sequence[int], judge: _Judge) -> _States:
    """Costs by where the next row begins."""
    reached: _States = {}
    for end in ends:
        apart = judge.boundary(end, ends)
        for start, (cost, link) in states.items():
            total = cost + apart + judge.row(start, anchor, end)
            if end not in reached or total < reached[end][0]:
                reached[end] = (total, (end, link))
    return reached


class _Judge:
    """What counts against a row of certain lines."""

    def __init__(self, lines: Sequence[Line], marks: Set[int], capitals: frozenset[int]) -> None:
        self._lines, self._marks, self._capitals = lines, marks, capitals

    def row(self, start: int, anchor: int, end: int) -> float:
        """How lopsided it is, and how its texts begin."""
        skew = abs((anchor - start) - (end - 1 - anchor))
        return _SKEW * max(0, skew - 1) + _LEAN * skew + self.words(start, end)

    def words(self, start: int, end: int) -> float:
        """Texts that begin inside a sentence; a row without its main text counts most."""
        first: Line = {}
        for line in self._lines[start:end]:
            for column, text in line.items():
                first.setdefault(column, text)
        small = sum(first[c][:1].islower() for c in first if c in self._capitals)
        return small + (0 if 1 in first or len(first) < 2 else _WORDLESS)

    def boundary(self, end: int, ends: Sequence[int]) -> float:
        """Whether rows part elsewhere than at the blank line between them."""
        return _OFF_MARK if end not in self._marks and any(e in self._marks for e in ends) else 0.0


def _capital_columns(lines: Sequence[Line]) -> frozenset[int]:
    """Columns whose texts mostly begin with a capital: units ("xã") may not."""
    found = set()
    for column in {c for line in lines for c in line if c}:
        letters = [line[column][0] for line in lines if line.get(column, " ")[0].isalpha()]
        if letters and sum(map(str.isupper, letters)) >= _CAPITALS * len(letters):
            found.add(column)
    return frozenset(found | {1})
