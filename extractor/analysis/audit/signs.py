"""What passages hold at all, asked once for each: plans share their cells and formulas with one another.

Checks that scan every passage register what they look for; a passage that was met before, in this document
or in another, is not scanned again.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LOOKED_FOR: list[tuple[tuple[str, ...], tuple[re.Pattern[str], ...]]] = []
_LONG = 400
"""Letters above which a passage is hardly met twice."""


def sign(*patterns: re.Pattern[str], needs: tuple[str, ...] = ()) -> int:
    """A sign for passages (folded words) that any of ``patterns`` is found in, and all of ``needs``."""
    _LOOKED_FOR.append((needs, patterns))
    return 1 << (len(_LOOKED_FOR) - 1)


def signs_of(words: str) -> int:
    """All signs that a passage bears, as one number."""
    if len(words) > _LONG:
        return _signs(words, len(_LOOKED_FOR))
    return _remembered(words, len(_LOOKED_FOR))


def _signs(words: str, known: int) -> int:
    found = 0
    for i, (needs, patterns) in enumerate(_LOOKED_FOR[:known]):
        if all(need in words for need in needs) and any(pattern.search(words) for pattern in patterns):
            found |= 1 << i
    return found


_remembered = lru_cache(maxsize=65536)(_signs)
