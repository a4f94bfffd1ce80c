"""The tokenizer loses nothing, cuts sensibly, and folds; words by underthesea stay words of the text."""

from __future__ import annotations

import logging
import unicodedata

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.matcher import PhraseMatcher

from extractor.vietnamese.segmentation import word_spans
from extractor.vietnamese.tokens import blank_vi, split_tokens

TRICKY = [
    "",
    " ",
    "   ",
    "\n",
    " \n x",
    "a\tb",
    "a  b   c ",
    "a\r\nb\u00a0c\u2003d",
    "một\u200bhai\ufeff",
    "👍🏽 kế hoạch 👨‍👩‍👧 ❤️",
    "\u0301x \u0301",
    "a\x00b",
    "…“x”–y—z…...",
    "___ _ a_b KH20_N01.1",
    unicodedata.normalize("NFD", "Uỷ ban nhân dân tỉnh, điện hoá"),
]
PIECES = st.sampled_from([*"aáĐỷ \t\n\u0301.,/-%0", "  ", "12", "uỷ", "\u00a0", "👍🏽", "\u200d", "\ufe0f"])
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join))


@pytest.fixture(scope="module")
def nlp() -> Language:
    return blank_vi()


def rebuilt(text: str) -> str:
    return "".join(word + " " * space for word, space in zip(*split_tokens(text), strict=True))


@pytest.mark.parametrize("text", TRICKY)
def test_tricky_texts_come_back(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(doc.text[t.idx : t.idx + len(t)] == t.text for t in doc)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_comes_back(text: str) -> None:
    assert rebuilt(text) == text
    assert all(split_tokens(text)[0])


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_any_text_comes_back_as_a_doc(text: str) -> None:
    assert blank_nlp(text).text == text


blank_nlp = blank_vi()


def test_lone_surrogates_keep_offsets(nlp: Language) -> None:
    assert nlp("a\ud800 b").text == "a\ufffd b"


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("đạt 1.234,5 tỷ", "đạt|1.234,5|tỷ"),
        ("99,8%.", "99,8|%|."),
        ("12/2022/TT-BTTTT", "12|/|2022|/|TT|-|BTTTT"),
        ("40Mbps, 4G/5G", "40|Mbps|,|4G|/|5G"),
        ("12.b) KH20_N01", "12|.|b|)|KH20|_|N01"),
        ("(chủ trì,phối hợp)", "(|chủ|trì|,|phối|hợp|)"),
        ("- Đến 2025; >=80%", "-|Đến|2025|;|>|=|80|%"),
        ("chờ .....", "chờ|....."),
    ],
)
def test_cuts(text: str, tokens: str) -> None:
    assert [w for w in split_tokens(text)[0] if not w.isspace()] == tokens.split("|")


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("Uỷ", "ủy"),
        ("ỦY", "ủy"),
        ("HOÁ", "hóa"),
        ("hóa", "hóa"),
        (unicodedata.normalize("NFD", "Uỷ"), "ủy"),
        ("–", "-"),
        ("Quý", "quý"),
    ],
)
def test_norm_is_folded(nlp: Language, text: str, norm: str) -> None:
    assert [t.norm_ for t in nlp(text)] == [norm]


def test_matcher_on_norm_takes_any_spelling(nlp: Language) -> None:
    matcher = PhraseMatcher(nlp.vocab, attr="NORM")
    matcher.add("ubnd", [nlp.make_doc("uỷ ban nhân dân")])
    text = "ỦY BAN NHÂN DÂN, Uỷ ban nhân dân, " + unicodedata.normalize("NFD", "ủy ban Nhân dân")
    assert len(matcher(nlp(text))) == 3


def test_registered_for_configs() -> None:
    config = {"nlp": {"tokenizer": {"@tokenizers": "kehoach.tokenizer.v1"}}}
    assert [t.text for t in spacy.blank("vi", config=config)("chủ trì,")] == ["chủ", "trì", ","]
    assert spacy.blank("vi", config=config).to_bytes()


def test_words_are_words_of_the_text() -> None:
    text = "Uỷ ban nhân dân tỉnh đẩy  mạnh chuyển đổi\tsố, 99,8%\n\nhoá đơn"
    words = [text[a:b] for a, b in word_spans(text)]
    assert words[0].startswith("Uỷ")
    assert "chuyển đổi" in words
    assert "".join("".join(words).split()) == "".join(text.split())


def test_words_of_decomposed_text() -> None:
    text = unicodedata.normalize("NFD", "Kế hoạch chuyển đổi số")
    words = [unicodedata.normalize("NFC", text[a:b]) for a, b in word_spans(text)]
    assert words == ["Kế hoạch", "chuyển đổi", "số"]


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_words_cover_the_text_in_order(text: str) -> None:
    spans = word_spans(text)
    assert all(a < b for a, b in spans)
    assert spans == sorted(spans)
    covered = {i for a, b in spans for i in range(a, b)}
    assert all(i in covered for i, c in enumerate(text) if not c.isspace())


def test_long_lines_are_segmented_in_parts() -> None:
    text = "chuyển đổi số " * 1000
    spans = word_spans(text)
    assert "".join(text[a:b] for a, b in spans).replace(" ", "") == text.replace(" ", "")


def test_segmenter_leaves_logging_alone() -> None:
    before = list(logging.getLogger().handlers)
    word_spans("kế hoạch")
    assert logging.getLogger().handlers == before
