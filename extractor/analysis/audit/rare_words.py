"""Which of many tellings are worth comparing: those that share one of the rarest words of either.

Two tellings that have at least a share of the words of either in common cannot do without them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

Words = frozenset[str]


def near_pairs(
    ones: Sequence[Words], others: Sequence[Words] | None, covered: float
) -> list[tuple[int, int]]:
    """Places in both lists, in order, of tellings that may share ``covered`` of the words of either.

    ``others`` None: each with those that follow it in the one list.
    """
    rank = _ranked(chain(*ones, *(others or ())))
    by_one = _holding(ones)
    if others is None:
        met = _meeting(ones, by_one, rank, covered)
        return sorted({(min(pair), max(pair)) for pair in met if pair[0] != pair[1]})
    pairs = set(_meeting(ones, _holding(others), rank, covered))
    pairs.update((i, j) for j, i in _meeting(others, by_one, rank, covered))
    return sorted(pairs)


def _ranked(words: Iterable[str]) -> dict[str, int]:
    """The words by how often they stand there, the rarest first."""
    often = Counter(words)
    return {word: n for n, word in enumerate(sorted(often, key=lambda word: (often[word], word)))}


def _meeting(
    tellings: Sequence[Words], held: Mapping[str, Sequence[int]], rank: Mapping[str, int], covered: float
) -> Iterator[tuple[int, int]]:
    """Places of tellings with those that hold one of their rarest words."""
    for i, words in enumerate(tellings):
        few = int((1 - covered) * len(words)) + 1
        for word in sorted(words, key=rank.__getitem__)[:few]:
            yield from ((i, j) for j in held.get(word, ()))


def _holding(tellings: Sequence[Words]) -> dict[str, list[int]]:
    held: dict[str, list[int]] = {}
    for i, words in enumerate(tellings):
        for word in words:
            held.setdefault(word, []).append(i)
    return held
