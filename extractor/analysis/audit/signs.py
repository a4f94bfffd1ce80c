"""What passages hold at all, asked once for each: checks register what they look for.

Passages are searched together, as one text: most of them are short cells, where calling a pattern costs more
than what it does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

_LOOKED_FOR: list[tuple[tuple[str, ...], tuple[re.Pattern[str], ...]]] = []
_BETWEEN = "\n;\n"
"""Stands between passages: hardly a pattern crosses it."""
_ANCHOR = re.compile(r"\\[AZ]|(?<![\[\\])[$^]")


def sign(*patterns: re.Pattern[str], needs: tuple[str, ...] = ()) -> int:
    """A sign for passages (folded words) that any of ``patterns`` is found in, and all of ``needs``."""
    _LOOKED_FOR.append((needs, patterns))
    return 1 << (len(_LOOKED_FOR) - 1)


def registered() -> int:
    """How many signs there are."""
    return len(_LOOKED_FOR)


def signs_of(words: str) -> int:
    """All signs that a passage (folded) bears, as one number."""
    return signs_of_each([words])[0]


def signs_of_each(passages: Sequence[str]) -> list[int]:
    """The signs of each passage (folded)."""
    found = [0] * len(passages)
    together = _Together(passages)
    for i, (needs, patterns) in enumerate(_LOOKED_FOR):
        if needs:
            bearing = together.holding(needs)
            places = {p for p in bearing if any(pattern.search(passages[p]) for pattern in patterns)}
        else:
            places = {place for pattern in patterns for place in together.matching(pattern)}
        for place in places:
            found[place] |= 1 << i
    return found


class _Together:
    """Passages as one text, with where each begins."""

    def __init__(self, passages: Sequence[str]) -> None:
        self.passages = passages
        self.text = _BETWEEN.join(passages)
        self.starts = list(accumulate((len(p) + len(_BETWEEN) for p in passages), initial=0))[:-1]
        self._holding: dict[str, set[int]] = {}

    def holding(self, needs: tuple[str, ...]) -> set[int]:
        """Passages that hold all of these words."""
        return set.intersection(*(self._with(need) for need in needs))

    def _with(self, need: str) -> set[int]:
        found = self._holding.get(need)
        if found is None:
            found = self._holding[need] = set(self._standing(need))
        return found

    def _standing(self, need: str) -> Iterator[int]:
        at = self.text.find(need)
        while at >= 0:
            place = bisect_right(self.starts, at) - 1
            yield place
            if place + 1 == len(self.starts):
                return
            at = self.text.find(need, self.starts[place + 1])

    def matching(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """Passages that a pattern is found in; patterns bound to an end of theirs are asked of each alone."""
        if _is_anchored(pattern):
            yield from (i for i, words in enumerate(self.passages) if pattern.search(words))
            return
        match = pattern.search(self.text)
        while match is not None:
            place = bisect_right(self.starts, match.start()) - 1
            yield place
            if place + 1 == len(self.starts):
                return
            match = pattern.search(self.text, self.starts[place + 1])


@cache
def _is_anchored(pattern: re.Pattern[str]) -> bool:
    return bool(_ANCHOR.search(pattern.pattern))
