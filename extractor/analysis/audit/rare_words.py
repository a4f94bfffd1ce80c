"""Which of many tellings are worth comparing: those that share one of the rarest words of either.

Two tellings that have at least a share of the words of either in common cannot do without them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

Words = frozenset[str]


def near_pairs(
    ones: Sequence[Words], others: Sequence[Words] | None, covered: float
) -> list[tuple[int, int]]:
    """Places in both lists, in order, of tellings that may share ``covered`` of the words of either.

    ``others`` None: each with those that follow it in the one list.
    """
    if others is None:
        return sorted(_near_in_one(ones, covered))
    often = Counter(chain(*ones, *others))
    by_one, by_other = _holding(ones), _holding(others)
    pairs: set[tuple[int, int]] = set()
    for i, words in enumerate(ones):
        pairs.update((i, j) for word in _rarest(words, often, covered) for j in by_other.get(word, ()))
    for j, words in enumerate(others):
        pairs.update((i, j) for word in _rarest(words, often, covered) for i in by_one.get(word, ()))
    return sorted(pairs)


def _near_in_one(ones: Sequence[Words], covered: float) -> set[tuple[int, int]]:
    often, holding = Counter(chain(*ones)), _holding(ones)
    pairs: set[tuple[int, int]] = set()
    for i, words in enumerate(ones):
        for word in _rarest(words, often, covered):
            pairs.update((min(i, j), max(i, j)) for j in holding[word] if i != j)
    return pairs


def _holding(tellings: Sequence[Words]) -> dict[str, list[int]]:
    held: dict[str, list[int]] = {}
    for i, words in enumerate(tellings):
        for word in words:
            held.setdefault(word, []).append(i)
    return held


def _rarest(words: Words, often: Counter[str], covered: float) -> list[str]:
    few = int((1 - covered) * len(words)) + 1
    return sorted(words, key=lambda word: (often[word], word))[:few]
