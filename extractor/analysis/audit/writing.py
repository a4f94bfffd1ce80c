"""What a passage is written with: signs that rules look for, pairs of words, foreign words, capitals.

Plans share their cells and formulas with one another, so that short passages are taken apart once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, pairwise
from operator import eq
from typing import NamedTuple

from extractor.analysis.audit.dictionary import known_pairs
from extractor.analysis.audit.near_words import Pair
from extractor.analysis.audit.signs import registered, signs_of_each
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


_MOST = 32768


@lru_cache(maxsize=1)
def _remembered(_: int) -> dict[str, Writing]:
    """Short passages read so far; those from before another rule registered its signs do not count."""
    return {}


def writings_of(texts: Sequence[str]) -> list[Writing]:
    """What each passage is written with."""
    remembered = _remembered(registered())
    if len(remembered) > _MOST:
        remembered.clear()
    unknown = list(dict.fromkeys(text for text in texts if text not in remembered))
    found = {}
    words = list(map(fold, unknown))
    for text, low, borne in zip(unknown, words, signs_of_each(words), strict=True):
        found[text] = _take_apart(text, low, borne)
    read = [found[text] if text in found else remembered[text] for text in texts]
    remembered.update({text: writing for text, writing in found.items() if len(text) <= _LONG})
    return read


def _take_apart(text: str, words: str, signs: int) -> Writing:
    phrases = (phrase.split(" ") for phrase in _PHRASE.findall(words))
    pairs = tuple(chain.from_iterable(map(pairwise, phrases)))
    read = {word: is_syllable(word) for word in set(chain.from_iterable(pairs))}
    known = known_pairs()
    return Writing(
        signs,
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
