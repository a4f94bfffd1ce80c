"""Numbers in words: examples, every number said and read again, any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.vietnamese.number_words import read_number_words

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")

READ = [
    ("ba", 3), ("mười", 10), ("mười lăm", 15), ("hai mươi", 20), ("hai mươi mốt", 21), ("ba mươi tư", 34),
    ("một trăm", 100), ("một trăm linh năm", 105), ("một trăm lẻ hai", 102), ("hai trăm ba mươi lăm", 235),
    ("Hai trăm ba mươi triệu", 230_000_000), ("mười một nghìn không trăm linh năm", 11_005),
    ("một tỷ hai trăm triệu", 1_200_000_000), ("hai nghìn ba trăm tỷ", 2_300_000_000_000),
    ("bốn trăm năm mươi ngàn", 450_000), ("Chín tỷ, sáu trăm triệu, năm mươi nghìn", 9_600_050_000),
]  # fmt: skip
NOT = [
    "", "triệu", "linh năm", "hai trăm năm", "mười mốt", "trăm", "hai ba trăm", "một nghìn hai nghìn",
    "hai trăm đồng", "một triệu hai triệu", "năm 2024", "mươi",
]  # fmt: skip


@pytest.mark.parametrize(("words", "number"), READ)
def test_read(words: str, number: int) -> None:
    assert read_number_words(words) == number


@pytest.mark.parametrize("words", NOT)
def test_no_number(words: str) -> None:
    assert read_number_words(words) is None


def said(number: int, whole: bool = False) -> str:
    """A number as it is said; ``whole``: hundreds and tens are said where they are none."""
    for factor, name in ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn")):
        if number >= factor:
            times, rest = divmod(number, factor)
            return f"{said(times, whole)} {name}" + (f" {said(rest, True)}" if rest else "")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    parts = [f"{DIGITS[hundreds]} trăm"] if hundreds or whole else []
    if tens:
        last = {1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, DIGITS[ones])
        parts.append("mười" if tens == 1 else f"{DIGITS[tens]} mươi")
        parts += [last] if ones else []
    elif ones or not parts:
        parts.append(f"linh {DIGITS[ones]}" if parts else DIGITS[ones])
    return " ".join(parts)


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_what_is_said_is_read(number: int) -> None:
    assert read_number_words(said(number)) == number


WORDS = [*DIGITS, "mươi", "mười", "trăm", "nghìn", "triệu", "tỷ", "linh", "lăm", "mốt"]


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)))
def test_never_raises(words: str) -> None:
    read = read_number_words(words)
    assert read is None or read >= 0
