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
