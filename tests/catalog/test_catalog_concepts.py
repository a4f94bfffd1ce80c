"""Concepts: each phrase and example of the gazetteer, and how worn words are read."""

import pytest

from extractor import gazetteers
from extractor.catalog.concepts import spotter
from extractor.catalog.terms import expand, tidy, tokens

ROWS = gazetteers.rows("concepts")


def found(text: str) -> set[str]:
    return {s.concept for s in spotter().spots(tokens(expand(tidy(text))[0]))}


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["concept"])
def test_example_evokes_its_concept(row: dict[str, str]):
    assert row["concept"] in found(row["example"])


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["concept"])
def test_phrases_evoke_their_concept(row: dict[str, str]):
    missing = [p for p in row["phrases"].split("|") if row["concept"] not in found(p)]
    assert not missing


def test_concepts_stand_once_and_keep_known_ones():
    names = [row["concept"] for row in ROWS]
    assert len(names) == len(set(names))
    kept = {k for row in ROWS for k in row["keeps"].split("|")} - {"", "*"}
    assert kept <= set(names)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("ho gia dinh co cap quang", "fiber"),  # no marks at all
        ("hợp dồng điện tử", "econtract"),  # another mark
        ("điện thọai thông mimh", "smartphone"),  # a misplaced mark and a wrong letter
        ("chuyn đổi số", "dx"),  # a lost letter
        ("tỉ lệ", "measure"),
        ("Trưng ban chỉ đạo", "board_head"),  # a slip that is a syllable of its own
    ],
)
def test_worn_words(text: str, concept: str):
    assert concept in found(text)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("hồ sơ sức khỏe điện tử", "record"),
        ("tài khoản dịch vụ công trực tuyến", "account"),
        ("Phó Chủ tịch UBND tỉnh", "leader"),
        ("kết hợp trực tuyến", "online_meeting"),
        ("khoa học công nghệ", "train"),
        ("hội đồng nhân dân", "econtract"),
        ("trong chuyển đổi số", "dx_site"),
    ],
)
def test_not_evoked(text: str, concept: str):
    assert concept not in found(text)
