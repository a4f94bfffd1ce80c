"""Figures printed in a text: reading them, and how exactly they were printed."""

from __future__ import annotations

import math

from extractor.vietnamese.numbers import parse_number

MONEY: dict[str | None, float] = {"tỷ": 1e9, "triệu": 1e6, "nghìn": 1e3, "ngàn": 1e3, None: 1.0}
"""Đồng in each unit that amounts are told in; None is đồng itself."""


def value(printed: str, ceiling: float | None = None) -> float | None:
    """The number that these characters print."""
    found = parse_number(printed, ceiling)
    return found.value if found else None


def half_unit(printed: str) -> float:
    """Half a unit of the last digit printed: 0,1 may stand for 0,05 to 0,15."""
    tail = printed.replace(",", ".").partition(".")[2]
    return 0.5 * 10 ** -len(tail) if len(tail) != 3 else 0.0005


def thousandfold(a: float, b: float, slack: float) -> bool:
    """Whether one is a thousand of the other, within a share of ``b``: the same figure in another unit."""
    return any(abs(a * factor - b) <= slack * b for factor in (1e-3, 1e3))


def shown(number: float | None) -> str:
    """1234.5 as 1.234,5; at most four decimals."""
    if number is None or not math.isfinite(number):
        return ""
    whole, _, fraction = f"{abs(number):,.4f}".partition(".")
    fraction = fraction.rstrip("0")
    sign = "-" if number < 0 else ""
    return sign + whole.replace(",", ".") + ("," + fraction if fraction else "")


def rounded(number: float) -> float:
    """Without the dust of binary sums."""
    return round(number, 6)
