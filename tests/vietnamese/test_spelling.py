"""Syllables are told by onset, rhyme and tone; look-alike letters are folded."""

from __future__ import annotations

import unicodedata

import pytest

from extractor.vietnamese.forms import fold
from extractor.vietnamese.syllables import is_syllable

YES = """
    nghĩa quyết giếng khuỷu thuở nguyệt hoẵng uỷ ủy hoà hòa gì gìn kỹ kĩ quý quí ghế nghề ngã yêu ý ở đắk Đắk
    oanh xoong quốc quạc chuyến tuyệt khuya NHÂN Dân ưu ước hươu
"""
NO = "céng hoµ kÕ ngê ge ghả ka qá élan été über niño ýỳ tàí cac sấch strong ngiêng q ß ộtộ ừs tâbc"


@pytest.mark.parametrize("word", YES.split())
def test_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", [*NO.split(), ""])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


ALIKE = [
    ("Ðến năm 2025", "đến năm 2025"),  # U+00D0
    ("UBND tỉnh Ðồng Nai", "ubnd tỉnh đồng nai"),
    ("Kế hоạch củа tỉnh", "kế hoạch của tỉnh"),  # Cyrillic о, а
    ("ТТ và НĐND", "tt và hđnd"),  # Cyrillic Т, Н
    ("đạt ８０％", "đạt 80%"),
    ("UBND‑TH", "ubnd-th"),
]


@pytest.mark.parametrize(("text", "folded"), ALIKE)
def test_look_alikes_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(fold(text)) == len(text)
