"""Numbers as printed: points group thousands, commas begin decimals, and the exceptions."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.vietnamese.numbers import parse_number

ROWS: list[tuple[str, float]] = [
    ("7", 7),
    ("07", 7),
    ("1.234", 1234),
    ("1.234,5", 1234.5),
    ("1.234.567", 1234567),
    ("37,25", 37.25),
    ("37.25", 37.25),
    ("8.5", 8.5),
    ("0.8002", 0.8002),
    ("0,6077", 0.6077),
    ("0.735", 0.735),
    ("1,234,567", 1234567),
    ("609.096", 609096),
    (" 12 ", 12),
]
NONE = ["", "x", "1.", ",5", "1.2.3", "-5", "1,2,3", "12%", "1 234", "²", "٣x", "1/2"]


@pytest.mark.parametrize(("text", "value"), ROWS)
def test_numbers(text: str, value: float) -> None:
    number = parse_number(text)
    assert number is not None
    assert number.value == pytest.approx(value)


@pytest.mark.parametrize("text", NONE)
def test_no_number(text: str) -> None:
    assert parse_number(text) is None


def test_a_ceiling_decides_between_thousands_and_decimals() -> None:
    low, plain, high = parse_number("60.735", 150), parse_number("60.735"), parse_number("60.735", 99999)
    assert low is not None and plain is not None and high is not None
    assert (low.value, low.other) == (60.735, 60735)
    assert (plain.value, plain.other) == (60735, 60.735)
    assert high.value == 60735


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=0, max_value=10**12), st.integers(min_value=0, max_value=99))
def test_round_trip(whole: int, cents: int) -> None:
    """Grouped by points with a decimal comma, a number reads as itself."""
    text = f"{whole:,}".replace(",", ".") + f",{cents:02d}"
    number = parse_number(text)
    assert number is not None
    assert number.value == pytest.approx(whole + cents / 100)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789.,٣²½ -", max_size=15), st.none() | st.floats(allow_nan=False))
def test_anything_is_a_number_or_none(text: str, ceiling: float | None) -> None:
    number = parse_number(text, ceiling)
    assert number is None or number.value >= 0
