"""Sentences and clauses of a passage, and the set of words that tells what one is about."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.vietnamese.forms import squeeze

SENTENCE = re.compile(r"(?:[^.;]|[.;](?=\d))+")
"""Up to a full stop or semicolon that is none of a number."""
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
"""A year of this century."""
_STOP = re.compile(r"[.;](?!\d)")


def clause_before(words: str) -> str:
    """The clause that the words end in."""
    return _STOP.split(words)[-1]


def clause_behind(words: str) -> str:
    """The clause that the words go on with."""
    return _STOP.split(words, maxsplit=1)[0]


@lru_cache(maxsize=16384)
def word_set(words: str) -> frozenset[str]:
    """The words without order, case and punctuation: many checks ask for those of the same titles."""
    return frozenset(squeeze(words).split())
