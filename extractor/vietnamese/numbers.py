"""Numbers as Vietnamese documents print them: 1.234,5 with a decimal comma, but also 8.5 and 0.8002."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d.])|\d{1,3}(?:,\d{3}){2,}(?!\d)|\d+(?:[.,]\d+)?"
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}")


@dataclass(frozen=True, slots=True)
class Number:
    """A number read; ``other`` is the second reading where the point may be thousands or decimal."""

    value: float
    other: float | None = None


@lru_cache(maxsize=65536)
def parse_number(text: str, ceiling: float | None = None) -> Number | None:
    """Read a number; None when the text is not one.

    A point followed by exactly three digits groups thousands (1.000), unless the value would pass
    ``ceiling`` (60.735 of at most 150 points is a decimal). Never raises.
    """
    text = text.strip()
    if not re.fullmatch(NUMBER, text):
        return None
    if _ENGLISH.fullmatch(text):
        return Number(float(text.replace(",", "")))
    decimal = float(text.replace(",", ".")) if text.count(".") + text.count(",") <= 1 else None
    if not _GROUPED.fullmatch(text):
        return Number(float(text.replace(",", "."))) if decimal is not None else None
    grouped = float(text.replace(".", "").replace(",", "."))
    if text.startswith("0") and decimal is not None:
        return Number(decimal)
    if ceiling is not None and grouped > ceiling and decimal is not None and decimal <= ceiling:
        return Number(decimal, grouped)
    return Number(grouped, decimal)
