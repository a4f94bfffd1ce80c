"""Likeness of wording: segmented words as terms, worn syllables, one order whatever the hash seed."""

import os
import subprocess
import sys

import pytest

from extractor.catalog import Catalog, Indicator
from extractor.catalog.lexicon import Lexicon
from extractor.catalog.terms import tokens

LEXICON = Lexicon(
    [
        Indicator("A", "Tỷ lệ hộ gia đình có nước sạch"),
        Indicator("B", "Tỷ lệ diện tích rừng có chứng chỉ bền vững", aliases=("rừng đạt chứng chỉ FSC",)),
        Indicator("C", "Số gia trại chăn nuôi an toàn"),
    ]
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("95% hộ gia đình dùng nước sạch", "A"),
        ("rừng trồng đạt chứng chỉ FSC", "B"),  # by its alias
        ("dien tich rung ben vung", "B"),  # without marks no words are segmented
        ("gia trại chăn nuôị", "C"),
        ("diện tich rừng bền vữngg", "B"),  # a syllable of the catalog, worn
    ],
)
def test_best(text: str, code: str):
    assert LEXICON.likeness(tokens(text))[0].code == code


def test_own_wording_is_wholly_alike():
    best = LEXICON.likeness(tokens("Tỷ lệ hộ gia đình có nước sạch"))[0]
    assert best.code == "A" and best.score == pytest.approx(100)
    assert LEXICON.likeness(tokens("ty le ho gia dinh co nuoc sach"))[0].score == pytest.approx(100)


def test_words_of_several_syllables_weigh():
    """The same syllables say more where they form the same word."""
    lexicon = Lexicon([Indicator("A", "máy tính cá nhân"), Indicator("B", "cây cối")])
    word, apart = (lexicon.likeness(tokens(t))[0].score for t in ("nhiều máy tính mới", "tính nhiều máy mới"))
    assert word > apart + 10


def test_nothing_shared():
    assert LEXICON.likeness(tokens("phủ sóng di động")) == []
    assert LEXICON.likeness(()) == []


def test_order_does_not_depend_on_the_hash_seed():
    code = (
        "from extractor.catalog.lexicon import Lexicon\n"
        "from extractor.catalog.indicators import Catalog\n"
        "from extractor.catalog.terms import tokens\n"
        "x = Lexicon(i for i in Catalog.default() if not i.is_group)\n"
        "print(ascii(x.likeness(tokens('tỷ lệ hồ sơ dịch vụ công trực tuyến của hộ gia đình'))))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1 and len(Catalog.default()) > 100
