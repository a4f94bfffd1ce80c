"""Past values of a row: notes and columns of results."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.assemble.context import Context
from extractor.assemble.row_baselines import past_values
from extractor.structure.annex import read_annexes

ContextOf = Callable[..., Context]

HEADER = ["STT", "Chỉ tiêu", "Đơn vị tính", "Kết quả năm 2023", "Mục tiêu năm 2024", "Chủ trì", "Ghi chú"]
Past = tuple[int | None, float, str]

ROWS: list[tuple[str, str, str, list[Past]]] = [
    ("%", "41,5", "", [(2023, 41.5, "percent")]),
    ("%", "41,5%", "", [(2023, 41.5, "percent")]),
    ("Kho", "12", "", [(2023, 12, "count")]),
    ("Tỷ đồng", "1,5", "", [(2023, 1.5e9, "vnd")]),
    ("%", "", "Năm 2022: 30%", [(2022, 30, "percent")]),
    ("%", "41,5", "Năm 2022: 30%", [(2022, 30, "percent"), (2023, 41.5, "percent")]),
    ("%", "", "Năm 2024: phấn đấu 60%", []),
    ("%", "Chưa đo", "", []),
]


@pytest.mark.parametrize(("measure", "result", "notes", "expected"), ROWS)
def test_past_values(
    context_of: ContextOf, measure: str, result: str, notes: str, expected: list[Past]
) -> None:
    context = context_of(
        [
            HEADER,
            ["1", "Kho lạnh có cảm biến", measure, result, "60", "Sở Xây dựng", notes],
            ["2", "Bến xe có wifi", "Bến", "5", "7", "Sở Xây dựng", "Đã rà soát"],
        ]
    )
    (annex,) = read_annexes(context.source, 2024)
    found = past_values(context, annex.rows[0])
    assert [(b.year, b.value, b.unit) for b in found] == expected
    for draft in found:
        assert 0 <= draft.start < draft.end <= len(context.source.text)


SCORED: list[tuple[str, list[Past]]] = [
    ("6/20", [(2023, 6, "points")]),
    ("Đạt 6,5/20", [(2023, 6.5, "points")]),
    ("13,4/20 (67%)", [(2023, 13.4, "points"), (2023, 67, "percent")]),
    ("20/20 điểm", [(2023, 20, "points")]),
    ("0 điểm", [(2023, 0, "points")]),
    ("15/16", []),  # of another whole: a count
    ("25/20", []),
    ("6/20/2023", []),
]


@pytest.mark.parametrize(("result", "expected"), SCORED)
def test_points_told_with_the_rows_full_points(
    context_of: ContextOf, result: str, expected: list[Past]
) -> None:
    context = context_of(
        [
            ["Mã", "Chỉ số", "Điểm tối đa", "Kết quả năm 2023", "Mục tiêu năm 2024", "Chủ trì"],
            ["3.9", "Kho lạnh có cảm biến", "20", result, "60 kho", "Sở Xây dựng"],
            ["3.10", "Bến xe có wifi", "10", "5/10", "7 bến", "Sở Xây dựng"],
        ]
    )
    (annex,) = read_annexes(context.source, 2024)
    found = past_values(context, annex.rows[0])
    assert [(b.year, b.value, b.unit) for b in found] == expected
    for draft in found:
        quote = context.source.text[draft.start : draft.end]
        assert quote and quote in result
