"""Words that only aim, and words that tell of the past."""

from __future__ import annotations

import pytest

from extractor.annotators.aims import cue_pattern, is_past, last_segment, tells_results, trim_empty


@pytest.mark.parametrize(
    ("low", "kept"),
    [("phấn đấu đạt ", False), (" đến năm 2025, ", False), ("", False), ("đạt hộ dân ", True)],
)
def test_trim_empty(low: str, kept: bool) -> None:
    assert bool(trim_empty(low)) == kept


@pytest.mark.parametrize(
    ("low", "segment"),
    [
        ("tỷ lệ kho lạnh đạt", "tỷ lệ kho lạnh đạt"),
        ("tỷ lệ kho lạnh, trong đó đạt", ""),
        ("kho lạnh; bến xe", " bến xe"),
    ],
)
def test_last_segment(low: str, segment: str) -> None:
    assert last_segment(low) == segment


@pytest.mark.parametrize(
    ("before", "past"),
    [
        ("tỷ lệ kho có cảm biến ", False),
        ("năm 2022, tỷ lệ kho có cảm biến đạt ", True),
        ("năm 2022 đạt 20%, phấn đấu năm 2024 đạt ", False),
        ("đã lắp ", True),
        ("hiện có ", True),
        ("so với năm 2023, phấn đấu tăng ", False),
        ("so với năm 2023 tăng ", True),
    ],
)
def test_is_past(before: str, past: bool) -> None:
    assert is_past(before, 2024) == past


def test_a_year_is_past_only_before_the_plan() -> None:
    assert not is_past("năm 2022, tỷ lệ kho đạt ", None)
    assert not is_past("năm 2022, tỷ lệ kho đạt ", 2022)


@pytest.mark.parametrize(
    ("low", "results"),
    [
        ("- năm 2023 có 12 kho", True),
        ("đến hết năm 2023, có 12 kho", True),
        ("+ hiện nay có 12 kho", True),
        ("năm 2024 có 12 kho", False),
        ("kho có cảm biến", False),
    ],
)
def test_tells_results(low: str, results: bool) -> None:
    assert tells_results(low, 2024) == results


def test_cues_are_whole_words_and_the_longest() -> None:
    found = cue_pattern("goal").search("phấn đấu đạt 5%")
    assert found and found.group() == "phấn đấu đạt"
    assert cue_pattern("goal").search("thưđạtx") is None
