"""Sentences and brackets as offsets."""

from __future__ import annotations

import pytest

from extractor.annotators.clauses import find_brackets, masked, sentences

ROWS: list[tuple[str, list[str]]] = [
    ("Một câu. Hai câu.", ["Một câu", "Hai câu."]),
    ("một; hai; ba", ["một", "hai", "ba"]),
    ("dòng một\ndòng hai", ["dòng một", "dòng hai"]),
    ("đạt 37.5% hộ. Tiếp tục duy trì.", ["đạt 37.5% hộ", "Tiếp tục duy trì."]),
    ("tại TP. Huế có mạng", ["tại TP. Huế có mạng"]),
    ("(năm 2022: 5%; năm 2023: 6%) và", ["(năm 2022: 5%; năm 2023: 6%) và"]),
    ("  thừa dấu cách  ", ["thừa dấu cách"]),
    ("", []),
    (";;;", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_sentences(text: str, expected: list[str]) -> None:
    found = [text[a:b] for a, b in sentences(text, 0, len(text))]
    assert [f.rstrip(".") for f in found] == [e.rstrip(".") for e in expected]


def test_sentences_stay_inside_their_span() -> None:
    text = "Trước. Một; hai. Sau."
    assert [text[a:b] for a, b in sentences(text, 7, 16)][:1] == ["Một"]
    assert all(7 <= a < b <= 16 for a, b in sentences(text, 7, 16))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a (b) c (d)", ["(b)", "(d)"]),
        ("a (b (c) d) e", ["(b (c) d)"]),
        ("a (b không đóng", ["(b không đóng"]),
        ("a) b", []),
        ("", []),
    ],
)
def test_brackets(text: str, expected: list[str]) -> None:
    assert [text[b.start : b.end] for b in find_brackets(text, 0, len(text))] == expected


def test_masked_keeps_offsets() -> None:
    assert masked("một (hai) ba", [(4, 9)]) == "một       ba"
