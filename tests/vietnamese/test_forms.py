"""Normal forms: one tone placement, plain dashes, offsets kept."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.vietnamese.forms import bare, fold, squeeze

FOLD = [
    ("UỶ BAN", "ủy ban"),
    ("Thanh Hoá", "thanh hóa"),
    ("khoẻ", "khỏe"),
    ("Quý", "quý"),
    ("quỹ", "quỹ"),
    ("quả", "quả"),
    ("hoàn", "hoàn"),
    ("khoảng", "khoảng"),
    ("2021–2025", "2021-2025"),
    ("a—b−c", "a-b-c"),
    ("một\u00a0hai", "một hai"),
    ("ĐẮK LẮK", "đắk lắk"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), FOLD)
def test_fold(text: str, expected: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == expected


@pytest.mark.parametrize(
    ("one", "other"), [("Uỷ ban", "Ủy ban"), ("số hoá", "số hóa"), ("THUỶ", "thủy"), ("Hoà", "HÒA")]
)
def test_placements_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_fold_keeps_length(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert len(fold(text)) == len(text)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="uỷủyoáóa hHOÀÒqQé–", max_size=40))
def test_fold_is_stable(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert fold(fold(text)) == fold(text)


def test_a_long_text_is_folded_the_same() -> None:
    assert fold("Hoá " * 1000) == "hóa " * 1000


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Đắk Lắk", "dak lak"), ("KẾ HOẠCH", "ke hoach"), (unicodedata.normalize("NFD", "Uỷ"), "uy"), ("", "")],
)
def test_bare(text: str, expected: str) -> None:
    assert bare(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở  Y tế, (Sở Nội vụ).", "sở y tế sở nội vụ"),
        ("đạt 80%;", "đạt 80%"),
        ("Sở TT&TT", "sở tt&tt"),
        ("…", ""),
        ("", ""),
    ],
)
def test_squeeze(text: str, expected: str) -> None:
    assert squeeze(text) == expected
