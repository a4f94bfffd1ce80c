"""Recognised words to runs: slips mended, one size and baseline a line, wide gaps kept."""

from __future__ import annotations

import pytest

pytest.importorskip("tesserocr")

from extractor.sources.ocr.engine import Word
from extractor.sources.ocr.runs import TextLine, mended, runs_of, text_lines


def word(
    text: str, x0: float = 0, x1: float = 10, *, line: int = 1, y: float = 20, height: float = 9
) -> Word:
    return Word(text, x0, y - 12, x1, y, y, height, line, 90.0)


MENDED = [
    (["~", "Sở", "Y", "tế"], ["-", "Sở", "Y", "tế"]),
    (["~", "50"], ["-", "50"]),
    (["~"], ["~"]),
    (["khoảng", "~", "50"], ["khoảng", "~", "50"]),
    (["CÐS"], ["CĐS"]),
    (["CĐÐS"], ["CĐS"]),
    (["1/⁄2*"], ["1/2*"]),
    (["|", "Trong", "năm", "|"], ["Trong", "năm"]),
    (["https://a.vn"], ["https://a.vn"]),
    (["=", "a/b"], ["=", "a/b"]),
]


@pytest.mark.parametrize(("read", "expected"), MENDED)
def test_slips_that_are_always_slips(read: list[str], expected: list[str]) -> None:
    assert [w.text for w in mended([word(text) for text in read])] == expected


def test_words_by_line_from_left_to_right() -> None:
    lines = text_lines([word("b", 20, 30), word("a"), word("c", line=2), word("|", line=3)])
    assert [line.text for line in lines] == ["a b", "c"]


def test_heights_that_jitter_are_one_size() -> None:
    lines = [TextLine((word("cua", height=h),)) for h in (9.0, 9.4, 8.8, 9.1)]
    assert len({run.size for run in runs_of(lines, 2.0)}) == 1


def test_footnotes_stay_smaller() -> None:
    lines = [TextLine((word("cua", height=h),)) for h in (9.0, 9.1, 9.0, 6.5)]
    sizes = [run.size for run in runs_of(lines, 2.0)]
    assert sizes[3] < 0.8 * sizes[0]


def test_capitals_and_digits_have_the_size_of_the_text_around() -> None:
    lines = [
        TextLine((word(text, height=h),)) for text, h in (("cua va", 9.0), ("UBND", 13.2), ("2030", 9.2))
    ]
    assert len({run.size for run in runs_of(lines, 2.0)}) == 1


def test_one_run_a_line_unless_a_wide_gap_parts_it() -> None:
    near = TextLine((word("a", 0, 10), word("b", 14, 24)))
    far = TextLine((word("a", 0, 10), word("b", 90, 99)))
    (run,) = runs_of([near], 1.0)
    assert (run.text, run.x0, run.x1, run.word) == ("a b", 0, 24, 10)
    assert [run.text for run in runs_of([far], 1.0)] == ["a", "b"]
