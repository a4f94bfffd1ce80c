"""Rows of past scores: points, maximum and rank of the year of their column."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.assemble.context import Context
from extractor.assemble.score_rows import read_scores
from extractor.structure.annex import read_annexes

ContextOf = Callable[..., Context]


def scores(context_of: ContextOf, rows: list[list[str]]) -> list[tuple[object, ...]]:
    context = context_of(rows)
    (annex,) = read_annexes(context.source, 2024)
    assert annex.kind == "scores"
    return [(s.name, s.year, s.points, s.max, s.rank, s.rank_of) for s in read_scores(context, annex)]


def test_one_year(context_of: ContextOf) -> None:
    rows = [
        ["STT", "Chỉ số chính", "Điểm tối đa", "Điểm đạt được năm 2023", "Xếp hạng"],
        ["1", "Hạ tầng số", "100", "71,5", "22"],
        ["2", "Nhân lực số", "100", "64", "30/63"],
        ["3", "An toàn mạng", "100", "", ""],
    ]
    assert scores(context_of, rows) == [
        ("Hạ tầng số", 2023, 71.5, 100, 22, None),
        ("Nhân lực số", 2023, 64, 100, 30, 63),
    ]


def test_a_comparison_is_no_score(context_of: ContextOf) -> None:
    rows = [
        ["STT", "Chỉ số chính", "Điểm tối đa", "Điểm năm 2022", "Điểm năm 2023", "So sánh tăng, giảm điểm"],
        ["1", "Hạ tầng số", "100", "61", "71,5", "10,5"],
        ["2", "Nhân lực số", "100", "66", "64", "-2"],
    ]
    found = scores(context_of, rows)
    assert {(name, year, points) for name, year, points, *_ in found} == {
        ("Hạ tầng số", 2022, 61),
        ("Hạ tầng số", 2023, 71.5),
        ("Nhân lực số", 2022, 66),
        ("Nhân lực số", 2023, 64),
    }


_NAMES = ("Hạ tầng số", "Nhân lực số")
TABLES: list[tuple[list[str], list[str], list[str], list[tuple[object, ...]]]] = [
    (
        [
            "TT",
            "Chỉ số chính",
            "Điểm tối đa",
            "Năm 2021",
            "Năm 2022",
            "Tỷ lệ 2022 (%)",
            "Tăng, giảm",
            "Hạng 2022",
        ],
        ["1", _NAMES[0], "100", "44,1", "56,8", "58,6", "+12,7", "47"],
        ["2", _NAMES[1], "100", "47,2", "41,9", "41,9", "-5,3", "55"],
        [(2021, 44.1, None), (2022, 56.8, 47), (2021, 47.2, None), (2022, 41.9, 55)],
    ),
    (
        ["STT", "Chỉ số", "Thang điểm", "Điểm đạt 2022", "% đạt 2022", "Xếp hạng năm 2022"],
        ["1", _NAMES[0], "100", "56,8", "56,80", "12"],
        ["2", _NAMES[1], "200", "88", "44,00", "30"],
        [(2022, 56.8, 12), (2022, 88, 30)],
    ),
    (
        ["STT", "Trụ cột", "Điểm tối đa", "Điểm 2021", "Hạng 2021", "Điểm 2022", "Hạng 2022", "+/-"],
        ["1", _NAMES[0], "400", "250,5", "21", "260", "19", "9,5"],
        ["2", _NAMES[1], "300", "180", "33", "175,5", "40", "4,5"],
        [(2021, 250.5, 21), (2022, 260, 19), (2021, 180, 33), (2022, 175.5, 40)],
    ),
    (
        ["TT", "Tên chỉ số", "Điểm tối đa", "Kết quả năm 2022", "Tỷ lệ đạt năm 2022", "Biến động năm 2022"],
        ["1", _NAMES[0], "100", "61,25", "61,25", "3,1"],
        ["2", _NAMES[1], "100", "70", "70,0", "2,5"],
        [(2022, 61.25, None), (2022, 70, None)],
    ),
    (
        ["TT", "Tên chỉ số", "Điểm tối đa", "Năm 2020", "Năm 2021", "Năm 2022", "Vị thứ năm 2022"],
        ["1", _NAMES[0], "100", "50", "61,25", "+11,25", "8"],
        ["2", _NAMES[1], "100", "75", "70", "-5", "9/63"],
        [(2020, 50, None), (2021, 61.25, None), (2020, 75, None), (2021, 70, None)],
    ),
    (
        ["TT", "Chỉ số", "Điểm tối đa", "Điểm năm 2022 (%)", "Điểm năm 2022", "Hạng"],
        ["1", _NAMES[0], "200", "31", "62", "8"],
        ["2", _NAMES[1], "200", "35,5", "71", "9"],
        [(2022, 62, 8), (2022, 71, 9)],
    ),
]


@pytest.mark.parametrize(("head", "first", "second", "expected"), TABLES)
def test_only_columns_of_points_are_scores(
    context_of: ContextOf,
    head: list[str],
    first: list[str],
    second: list[str],
    expected: list[tuple[object, ...]],
) -> None:
    found = scores(context_of, [head, first, second])
    assert [(year, points, rank) for _, year, points, _, rank, _ in found] == expected
