"""What passages hold at all, asked once for each: checks register what they look for."""

from __future__ import annotations

import re

_LOOKED_FOR: list[tuple[tuple[str, ...], tuple[re.Pattern[str], ...]]] = []


def sign(*patterns: re.Pattern[str], needs: tuple[str, ...] = ()) -> int:
    """A sign for passages (folded words) that any of ``patterns`` is found in, and all of ``needs``."""
    _LOOKED_FOR.append((needs, patterns))
    return 1 << (len(_LOOKED_FOR) - 1)


def registered() -> int:
    """How many signs there are."""
    return len(_LOOKED_FOR)


def signs_of(words: str) -> int:
    """All signs that a passage (folded) bears, as one number."""
    found = 0
    for i, (needs, patterns) in enumerate(_LOOKED_FOR):
        if all(need in words for need in needs) and any(pattern.search(words) for pattern in patterns):
            found |= 1 << i
    return found
