"""Bare numbers of target cells: their unit from the row's measure, the header or the row's name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.assemble.context import Context
from extractor.assemble.measures import measured, unit_of
from extractor.assemble.row_baselines import past_values
from extractor.structure.annex import read_annexes

ContextOf = Callable[..., Context]

Value = tuple[float, str, str]  # value, unit, comparator


@pytest.mark.parametrize(
    ("words", "title", "text", "expected"),
    [
        ("%", "", "5", ("percent", 1)),
        ("tỷ đồng", "", "5", ("vnd", 1e9)),
        ("triệu đồng", "", "5", ("vnd", 1e6)),
        ("nghìn tỷ đồng", "", "5", ("vnd", 1e12)),
        ("gbps", "", "5", ("mbps", 1e3)),
        ("tin/tuần", "", "5", ("per_week", 1)),
        ("thứ hạng", "", "5", ("rank", 1)),
        ("điểm", "", "5", ("points", 1)),
        ("trạm", "", "5", ("count", 1)),
        ("trạm", "", "5%", ("percent", 1)),
        ("", "tỷ lệ kho có cảm biến", "5", ("percent", 1)),
        ("", "số lượng kho có cảm biến", "5", ("count", 1)),
        ("", "kho có cảm biến", "5", (None, 1)),
    ],
)
def test_unit_of(words: str, title: str, text: str, expected: tuple[str | None, float]) -> None:
    assert unit_of(words, title, text) == expected


ROWS: list[tuple[str, str, str, list[Value]]] = [
    ("Kho có cảm biến", "Kho", "40", [(40, "count", "eq")]),
    ("Kho có cảm biến", "%", "≥ 40", [(40, "percent", "ge")]),
    ("Kho có cảm biến", "%", "Trên 37,5", [(37.5, "percent", "gt")]),
    ("Kho có cảm biến", "%", "40-50", [(40, "percent", "ge")]),
    ("Vốn cho kho lạnh", "Tỷ đồng", "2,5", [(2.5e9, "vnd", "eq")]),
    ("Vị trí về dữ liệu mở", "Thứ hạng", "12", [(12, "rank", "le")]),
    ("Kho có cảm biến", "%", "Theo lộ trình", []),
]


@pytest.mark.parametrize(("name", "measure", "cell", "expected"), ROWS)
def test_measured(context_of: ContextOf, name: str, measure: str, cell: str, expected: list[Value]) -> None:
    context = context_of(
        [
            ["STT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu năm 2024", "Chủ trì"],
            ["1", name, measure, cell, "Sở Xây dựng"],
            ["2", "Số bến xe có wifi", "Bến", "7", "Sở Xây dựng"],
        ]
    )
    (annex,) = read_annexes(context.source, 2024)
    row = annex.rows[0]
    ((column, aim),) = row.cells["target"]
    drafts = measured(context, row, column, aim, name)
    found = [(d.quantity.value, d.quantity.unit, d.comparator) for d in drafts if d.quantity]
    assert found == expected
    assert all(d.indicator == name for d in drafts)


INDEX_HEADS = [
    (["STT", "Chỉ số chính", "Giá trị năm 2023", "Mục tiêu năm 2024", "Đầu mối"], "0,5874", "0,7000", 0.7),
    (["STT", "Tên chỉ số", "Kết quả năm 2023", "Mục tiêu năm 2024", "Chủ trì"], "0.61", "0.65", 0.65),
    (["TT", "Nội dung", "Giá trị DTI năm 2023", "Mục tiêu năm 2024", "Chủ trì"], "0,55", "≥ 0,6", 0.6),
    (["TT", "Chỉ số thành phần", "Thực hiện năm 2023", "Phấn đấu năm 2024", "Chủ trì"], "0,9", "1,0", 1.0),
    (
        ["TT", "Trụ cột", "Kết quả chỉ số năm 2023", "Mục tiêu chỉ số năm 2024", "Chủ trì"],
        "0,4",
        "Trên 0,5",
        0.5,
    ),
]


@pytest.mark.parametrize(("head", "past", "aim", "value"), INDEX_HEADS)
def test_fractions_of_an_index_are_points(
    context_of: ContextOf, head: list[str], past: str, aim: str, value: float
) -> None:
    second = ["2", "Nhân lực số", "0,4", "0,5", "Sở Nội vụ"]
    context = context_of([head, ["1", "Hạ tầng số", past, aim, "Sở Xây dựng"], second])
    (annex,) = read_annexes(context.source, 2024)
    row = annex.rows[0]
    ((column, cell),) = row.cells["target"]
    (draft,) = measured(context, row, column, cell, "Hạ tầng số")
    assert draft.quantity and (draft.quantity.value, draft.quantity.unit) == (value, "points")
    assert [b.unit for b in past_values(context, row)] == ["points"]


def test_fractions_elsewhere_stay_without_a_unit(context_of: ContextOf) -> None:
    head = ["STT", "Nội dung", "Mục tiêu năm 2024", "Chủ trì"]
    context = context_of(
        [head, ["1", "Bác sĩ trên đầu dân", "0,7", "Sở Y tế"], ["2", "Xe", "0,5", "Sở Y tế"]]
    )
    (annex,) = read_annexes(context.source, 2024)
    ((column, cell),) = annex.rows[0].cells["target"]
    assert measured(context, annex.rows[0], column, cell, "Bác sĩ trên đầu dân") == []


FULL = [
    ("Đạt điểm tối đa", 20),
    ("Duy trì điểm tối đa", 20),
    ("Giữ vững mức điểm tối đa.", 20),
    ("Phấn đấu đạt tối đa số điểm", 20),
    ("Tiếp tục duy trì điểm tối đa", 20),
    ("Đạt điểm tối đa nếu đủ hồ sơ", None),
    ("Gần điểm tối đa", None),
]


@pytest.mark.parametrize(("cell", "value"), FULL)
def test_full_points_are_those_of_the_row(context_of: ContextOf, cell: str, value: float | None) -> None:
    context = context_of(
        [
            ["STT", "Chỉ số", "Điểm tối đa", "Mục tiêu năm 2024", "Chủ trì"],
            ["1", "Kho có cảm biến", "20", cell, "Sở Xây dựng"],
            ["2", "Bến xe có wifi", "10", "7 bến", "Sở Xây dựng"],
        ]
    )
    (annex,) = read_annexes(context.source, 2024)
    row = annex.rows[0]
    ((column, place),) = row.cells["target"]
    found = measured(context, row, column, place, "Kho có cảm biến")
    expected = [] if value is None else [(value, "points", "eq")]
    assert [(d.quantity.value, d.unit, d.comparator) for d in found if d.quantity] == expected
