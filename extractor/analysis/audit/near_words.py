"""Words of two syllables that another may be a slip of: one syllable is whole, the other nearly the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from extractor.vietnamese.forms import bare

Pair = tuple[str, str]

_ONSET = re.compile(r"(?:ngh|nh|ng|th|tr|ch|kh|ph|gh|gi|qu|[bcdđghklmnpqrstvx])?")
SAME_MARKS, SAME_RHYME, LOST, CHANGED = 1, 2, 3, 4
"""How a slip keeps its word: letters, rhyme, all letters but one, all places but one."""


@lru_cache(maxsize=65536)
def bare_word(word: str) -> str:
    """`bare`, remembered."""
    return bare(word)


@lru_cache(maxsize=65536)
def rhyme(word: str) -> str:
    """What follows the first consonants of a syllable."""
    match = _ONSET.match(word)
    return word[match.end() :] if match else word


@lru_cache(maxsize=262144)
def likeness(wrong: str, right: str) -> int:
    """How ``wrong`` may be a slip of ``right`` (one of the constants above); 0 where it is none.

    Scanning drops letters and marks, it adds none: "chuyn" may be "chuyển", not the other way round.
    """
    if wrong == right or min(len(wrong), len(right)) < 2:
        return 0
    if bare_word(wrong) == bare_word(right):
        return SAME_MARKS
    if rhyme(wrong) == rhyme(right) and len(rhyme(right)) > 1:
        return SAME_RHYME
    if len(rhyme(right)) > 1 and Levenshtein.distance(wrong, right, score_cutoff=1) == 1:
        return LOST if len(wrong) + 1 == len(right) else CHANGED if len(wrong) == len(right) > 3 else 0
    return 0


class Words:
    """Words by either syllable."""

    def __init__(self, words: Iterable[Pair]) -> None:
        self._by_first: dict[str, list[Pair]] = {}
        self._by_second: dict[str, list[Pair]] = {}
        for word in words:
            self._by_first.setdefault(word[0], []).append(word)
            self._by_second.setdefault(word[1], []).append(word)

    def openings(self) -> Iterable[tuple[str, list[Pair]]]:
        """First syllables with their words."""
        return self._by_first.items()

    def near(self, pair: Pair, most: int = LOST) -> list[tuple[int, Pair]]:
        """Words that the pair may be a slip of, the nearest first; ``most`` is how far they may be."""
        first, second = pair
        found = [
            (how, word) for word in self._by_first.get(first, ())
            if 0 < (how := likeness(second, word[1])) <= most
        ]  # fmt: skip
        found += [
            (how, word) for word in self._by_second.get(second, ())
            if 0 < (how := likeness(first, word[0])) <= most
        ]  # fmt: skip
        return sorted(found, key=lambda e: e[0]) if found else found
