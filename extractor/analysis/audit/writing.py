"""What a passage is written with: signs that rules look for, pairs of words, foreign words, capitals.

Plans share their cells and formulas with one another, so that short passages are taken apart once.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, pairwise
from operator import eq
from typing import NamedTuple

from extractor.analysis.audit.dictionary import known_pairs
from extractor.analysis.audit.near_words import Pair
from extractor.analysis.audit.signs import registered, signs_of
from extractor.vietnamese.forms import fold
from extractor.vietnamese.syllables import is_syllable

_LONG = 400
"""Letters above which a passage is hardly met twice."""
_PHRASE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")
_PLAIN = re.compile(r"\b[A-Za-z]{5,20}\b")
_IN_ADDRESS = frozenset(".@/")
_CAPITALS = re.compile(r"[A-ZĐ]{3,8}")
_ACRONYM = re.compile(r"[A-ZĐ](?<![\w/-].)[A-ZĐ]{2,8}(?![\w/-])")
_SPACED = re.compile(r"[A-ZĐ](?<![\w/-].)[A-ZĐ]{0,5}(?: [A-ZĐ]{1,6})+(?![\w/-])")


class Writing(NamedTuple):
    """The words of a passage, folded where not said otherwise, each as often as it stands there."""

    signs: int
    """What rules look for, see `signs`."""
    pairs: tuple[Pair, ...]
    """Words (of letters only) that stand side by side."""
    odd: tuple[Pair, ...]
    """Pairs of syllables that no dictionary knows."""
    unread: tuple[Pair, ...]
    """Pairs with a word that is no syllable."""
    stutters: bool
    """A word or a pair of words stands twice in a row."""
    foreign: tuple[str, ...]
    """Words without marks that are no syllables, outside of addresses."""
    capitals: frozenset[str]
    """Runs of three capitals or more, wherever they stand."""
    acronyms: tuple[str, ...]
    """Those that are words of their own."""
    spaced: tuple[tuple[int, str], ...]
    """Runs of capitals with spaces between ("A TTT"), as printed, with where they stand."""


def writing_of(text: str) -> Writing:
    """What a passage is written with."""
    return _remembered(text, registered()) if len(text) <= _LONG else _take_apart(text, 0)


def _take_apart(text: str, _: int) -> Writing:
    """``_``: what was remembered before another rule registered its signs does not count."""
    words = fold(text)
    phrases = (phrase.split(" ") for phrase in _PHRASE.findall(words))
    pairs = tuple(chain.from_iterable(map(pairwise, phrases)))
    read = {word: is_syllable(word) for word in set(chain.from_iterable(pairs))}
    known = known_pairs()
    return Writing(
        signs_of(words),
        pairs,
        tuple(pair for pair in pairs if pair not in known and read[pair[0]] and read[pair[1]]),
        tuple(pair for pair in pairs if not (read[pair[0]] and read[pair[1]])),
        any(a == b for a, b in pairs) or any(map(eq, pairs, pairs[2:])),
        tuple(_foreign(text)),
        frozenset(_CAPITALS.findall(text)),
        tuple(_ACRONYM.findall(text)),
        tuple((match.start(), match.group()) for match in _SPACED.finditer(text)),
    )


def _foreign(text: str) -> list[str]:
    return [
        word
        for match in _PLAIN.finditer(text)
        if not is_syllable(word := match.group().lower())
        and text[match.start() - 1 : match.start()] not in _IN_ADDRESS
        and text[match.end() : match.end() + 1] != "@"
    ]


_remembered = lru_cache(maxsize=32768)(_take_apart)
