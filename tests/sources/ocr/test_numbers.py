"""Row numbers mended by their sequence, and only where it proves them."""

from __future__ import annotations

import pytest

from extractor.sources.ocr.numbers import Cell, Number, following, numbered, parsed, repaired

PARSED = [("1", (1,)), ("2.11", (2, 11)), ("3.4.", (3, 4)), ("l.3", None), ("", None), ("1 2", None)]


@pytest.mark.parametrize(("text", "number"), PARSED)
def test_well_formed_numbers(text: str, number: Number | None) -> None:
    assert parsed(text) == number


def test_what_may_follow() -> None:
    assert set(following((1, 2))) == {(1, 3), (2,), (1, 2, 1)}


NUMBERED = [
    (["STT", "1", "1.1", "1.2", "l.3"], True),
    (["TT", "1", "2", "ba"], False),
    (["10", "20", "15", "30"], False),
    (["Nội dung", "a", "b"], False),
]


@pytest.mark.parametrize(("texts", "expected"), NUMBERED)
def test_columns_that_count_rows(texts: list[str], expected: bool) -> None:
    assert numbered(texts) is expected


REPAIRED = [
    # between two neighbours, looking alike
    (["1.1", "1.2", "l.3", "1.4"], {2: "1.3"}),
    (["1.1", "I,2", "1.3"], {1: "1.2"}),
    (["1", "11", "1.2"], {1: "1.1"}),
    (["1.1", "12", "1.3"], {1: "1.2"}),
    # unreadable, but no other number fits
    (["3.1", "k?", "3.3"], {1: "3.2"}),
    (["1", "2", "", "4"], {2: "3"}),
    # at the end of the page only what looks alike
    (["1.1", "1.2", "l.3"], {2: "1.3"}),
    (["1.1", "1.2", "xx"], {}),
    # a group row ends the one before
    (["1.9", "1.10", "Z", "2.1"], {2: "2"}),
    # two in a row
    (["1.1", "l.2", "l.3", "1.4"], {1: "1.2", 2: "1.3"}),
    # well-formed numbers stay, also where the document miscounts
    (["1.1", "1.3", "1.4"], {}),
    (["1", "2", "2", "3"], {}),
    (["1", "2", "3", "1", "2"], {}),
    # a long text in the number's place is no misread number
    (["1.1", "Tổng cộng các mục", "1.3"], {}),
    (["STT", "1", "2", "3"], {}),
]


@pytest.mark.parametrize(("texts", "changes"), REPAIRED)
def test_numbers_that_neighbours_prove(texts: list[str], changes: dict[int, str]) -> None:
    expected = [changes.get(index) for index in range(len(texts))]
    assert repaired([Cell(text) for text in texts]) == expected


def test_rows_without_a_number_are_passed_over() -> None:
    cells = [Cell("1.1"), Cell("", printed=False), Cell("l.2"), Cell("1.3")]
    assert repaired(cells) == [None, None, "1.2", None]


def test_counting_goes_on_from_the_page_before() -> None:
    assert repaired([Cell("2.l1"), Cell("2.12")], (2, 10)) == ["2.11", None]


def test_another_reading_that_fits_is_taken() -> None:
    cells = [Cell("3.1"), Cell("3.3"), Cell("tú", others=("3.4", "34"))]
    assert repaired(cells) == [None, None, "3.4"]
