"""When two texts count as the same: the common ground of all comparisons of gold and prediction."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz

UNIT_CUT = 88.0
FIELD_CUT = 85.0
_NOISE = re.compile(r"[^\w%/.,]+")


@lru_cache(maxsize=16384)
def plain(text: str | None) -> str:
    """NFC, lower case, UBND abbreviated, only words and ``% / . ,`` with single spaces between."""
    low = unicodedata.normalize("NFC", text or "").lower()
    for spelling in ("ủy ban nhân dân", "uỷ ban nhân dân"):
        low = low.replace(spelling, "ubnd")
    return _NOISE.sub(" ", low).strip(" .,")


def alike(one: str | None, other: str | None, cut: float = UNIT_CUT) -> bool:
    """The same after ``plain``, or at least ``cut`` percent of the letters in common order."""
    a, b = plain(one), plain(other)
    return a == b or fuzz.ratio(a, b) >= cut


def number(value: Any) -> float | None:
    """A value to compare: rounded to a millionth; None for what is no number."""
    try:
        return round(float(value), 6)
    except (TypeError, ValueError):
        return None
