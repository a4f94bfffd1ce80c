"""What passages hold at all, asked once for each: checks register what they look for.

Most passages hold nothing of what most patterns cannot match without (see `needed`): all those words are
looked for in one go, and a pattern is searched only where its words stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from extractor.analysis.audit.needed import DIGIT, needed

_LOOKED_FOR: list[tuple[tuple[str, ...], tuple[re.Pattern[str], ...]]] = []
_BETWEEN = "\n"
"""Stands between passages; no word that is looked for holds it."""
_DIGIT = re.compile(r"\d")


def sign(*patterns: re.Pattern[str], needs: tuple[str, ...] = ()) -> int:
    """A sign for passages (folded words) that any of ``patterns`` is found in, and all of ``needs``."""
    _LOOKED_FOR.append((needs, patterns))
    return 1 << (len(_LOOKED_FOR) - 1)


def registered() -> int:
    """How many signs there are."""
    return len(_LOOKED_FOR)


def signs_of_each(passages: Sequence[str]) -> list[int]:
    """All signs that each passage (folded) bears, as one number."""
    search = _search(registered())
    holding = _holding(search, passages)
    found = [0] * len(passages)
    for sought in search.sought:
        left = (1 << len(passages)) - 1
        for clause in sought.clauses:
            met = 0
            for word in clause:
                met |= holding[word]
            left &= met
        for place in _places(left):
            if not found[place] & sought.sign and sought.pattern.search(passages[place]):
                found[place] |= sought.sign
    return found


class _Sought(NamedTuple):
    """A pattern, the sign it gives, and what has to stand in a passage, by the numbers of the words."""

    sign: int
    pattern: re.Pattern[str]
    clauses: tuple[tuple[int, ...], ...]


class _Search(NamedTuple):
    """All that is looked for; ``words`` tells words by number, behind them ``digits`` is that of a digit."""

    words: AhoCorasick
    digits: int
    sought: tuple[_Sought, ...]


@lru_cache(maxsize=1)
def _search(count: int) -> _Search:
    """What the first ``count`` signs look for."""
    listed = [
        (1 << i, pattern, (*((need,) for need in needs), *needed(pattern)))
        for i, (needs, patterns) in enumerate(_LOOKED_FOR[:count]) for pattern in patterns
    ]  # fmt: skip
    words = {word for _, _, clauses in listed for clause in clauses for word in clause} - {DIGIT}
    numbers = {word: i for i, word in enumerate(sorted(words))}
    sought = tuple(
        _Sought(sign, pattern, tuple(tuple(numbers.get(word, len(words)) for word in c) for c in clauses))
        for sign, pattern, clauses in listed
    )
    return _Search(AhoCorasick(sorted(words)), len(words), sought)


def _holding(search: _Search, passages: Sequence[str]) -> list[int]:
    """By word, the passages that hold it, each as a bit; at the end those that hold a digit."""
    found = [0] * (search.digits + 1)
    ends = list(accumulate(len(passage) + len(_BETWEEN) for passage in passages))
    place, bit = 0, 1
    together = _BETWEEN.join(passages)
    for word, _, end in search.words.find_matches_as_indexes(together, overlapping=True):
        while end > ends[place]:
            place += 1
            bit <<= 1
        found[word] |= bit
    found[-1] = sum(1 << i for i, passage in enumerate(passages) if _DIGIT.search(passage))
    return found


def _places(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
