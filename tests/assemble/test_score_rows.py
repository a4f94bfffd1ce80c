"""Rows of past scores: points, maximum and rank of the year of their column."""

from __future__ import annotations

from collections.abc import Callable

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
