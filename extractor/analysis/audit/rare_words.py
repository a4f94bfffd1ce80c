"""Which of many tellings are worth comparing: those that share one of the rarest words of either.

Two tellings that have at least a share of the words of either in common cannot do without them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

Words = frozenset[str]


def near_pairs(ones: Sequence[Words], others: Sequence[Words], covered: float) -> list[tuple[int, int]]:
    """Places in both lists, in order, of tellings that may share ``covered`` of the words of either."""
    often = Counter(word for words in (*ones, *others) for word in words)
    by_one, by_other = _holding(ones), _holding(others)
    pairs: set[tuple[int, int]] = set()
    for i, words in enumerate(ones):
        pairs.update((i, j) for word in _rarest(words, often, covered) for j in by_other.get(word, ()))
    for j, words in enumerate(others):
        pairs.update((i, j) for word in _rarest(words, often, covered) for i in by_one.get(word, ()))
    return sorted(pairs)


def _holding(tellings: Sequence[Words]) -> dict[str, list[int]]:
    held: dict[str, list[int]] = {}
    for i, words in enumerate(tellings):
        for word in words:
            held.setdefault(word, []).append(i)
    return held


def _rarest(words: Words, often: Counter[str], covered: float) -> list[str]:
    few = int((1 - covered) * len(words)) + 1
    return sorted(words, key=lambda word: (often[word], word))[:few]
