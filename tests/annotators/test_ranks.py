"""Ranks aimed at, with and without a number."""

from __future__ import annotations

import pytest

from extractor.annotators.ranks import find_rank_groups, find_ranks, ranks_in_words
from extractor.vietnamese.forms import fold

ROWS = [
    ("vào top 10 cả nước", 10, None),
    ("thuộc tốp 12", 12, None),
    ("nằm trong tốp đầu 5 tỉnh", None, None),
    ("thuộc nhóm 15 tỉnh dẫn đầu", 15, None),
    ("trong nhóm 30/63 tỉnh", 30, 63),
    ("nhóm các 20 địa phương", 20, None),
    ("xếp hạng thứ 18/63", 18, 63),
    ("xếp thứ 7", 7, None),
    ("đứng thứ 21/34 cả nước", 21, 34),
    ("thứ hạng 16", 16, None),
    ("hạng 25/63", 25, 63),
    ("10 tỉnh đứng đầu", 10, None),
    ("20 địa phương có chỉ số cao nhất", 20, None),
]
NONE = ["20 tỉnh", "tăng 5 hạng", "hạng 2", "nhóm 3 chỉ tiêu", "xếp loại", "đứng đầu", ""]


@pytest.mark.parametrize(("text", "value", "total"), [r for r in ROWS if r[1] is not None])
def test_ranks(text: str, value: int, total: int | None) -> None:
    (rank,) = find_ranks(fold(text))
    assert (rank.value, rank.total, rank.comparator) == (value, total, "le")
    assert text[rank.number :].startswith(str(value))
    assert 0 <= rank.start <= rank.number < rank.end <= len(text)


@pytest.mark.parametrize("text", NONE)
def test_no_rank(text: str) -> None:
    assert find_ranks(fold(text)) == []


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("thuộc nhóm khá", "nhóm khá"),
        ("đạt mức trung bình khá", "mức trung bình khá"),
        ("trong nhóm các tỉnh dẫn đầu", "nhóm các tỉnh dẫn đầu"),
        ("xếp loại tốt", "loại tốt"),
    ],
)
def test_groups_without_a_number(text: str, group: str) -> None:
    ((start, end),) = find_rank_groups(fold(text))
    assert text[start:end] == group


@pytest.mark.parametrize("text", ["nhóm công tác", "mức độ 4", "chất lượng cao", ""])
def test_no_group(text: str) -> None:
    assert find_rank_groups(fold(text)) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Giữ hạng nhì toàn ngành về kho dữ liệu", 2),
        ("xếp hạng nhất hoặc ba về cải cách hành chính", 3),
        ("đứng thứ nhất khu vực", 1),
        ("vươn lên vị trí thứ tư", 4),
        ("đạt hạng ba toàn tỉnh", 3),
        ("nằm trong ba địa phương dẫn đầu", 3),
        ("thuộc nhóm năm tỉnh đứng đầu", 5),
    ],
)
def test_ranks_in_words(text: str, value: int) -> None:
    (rank,) = ranks_in_words(fold(text))
    assert (rank.value, rank.comparator) == (value, "le")
    assert 0 <= rank.start <= rank.number < rank.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Huân chương Lao động đạt hạng ba",
        "di tích được xếp hạng nhất",
        "họp vào thứ ba hằng tuần",
        "trực ở thứ hai hằng tuần",
        "xếp thứ năm 2024",
        "sắp xếp hạng mục",
        "bệnh viện hạng nhì",
        "ba địa phương dẫn đầu được khen",
        "đạt nhất trí cao",
    ],
)
def test_no_rank_in_words(text: str) -> None:
    assert ranks_in_words(fold(text)) == []
