"""Roadmaps: a target for each year's column with its deadline, its unit from the row's name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.assemble.context import Context
from extractor.assemble.horizons import is_budget_row
from extractor.assemble.measures import unit_in_name, without_unit
from extractor.assemble.rows import read_rows
from extractor.structure.annex import read_annexes

ContextOf = Callable[..., Context]
Found = list[tuple[str, float, str, str | None]]

ROADMAPS: list[tuple[list[list[str]], Found]] = [
    (
        [
            ["Chỉ tiêu", "Đơn vị chủ trì", "2024", "2025", "2026"],
            ["Hộ có cáp quang (%)", "Sở Xây dựng", "40", "55", "trên 70"],
            ["Trạm 5G", "Sở Xây dựng", "12", "20", "31"],
        ],
        [
            ("Hộ có cáp quang", 40, "percent", "2024-12-31"),
            ("Hộ có cáp quang", 55, "percent", "2025-12-31"),
            ("Hộ có cáp quang", 70, "percent", "2026-12-31"),
            ("Trạm 5G", 12, "count", "2024-12-31"),
            ("Trạm 5G", 20, "count", "2025-12-31"),
            ("Trạm 5G", 31, "count", "2026-12-31"),
        ],
    ),
    (
        [
            ["STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2024", "Năm 2025"],
            ["1", "Xã có tổ số", "%", "60", "100"],
            ["2", "Kho dữ liệu", "Kho", "4", "9"],
        ],
        [
            ("Xã có tổ số", 60, "percent", "2024-12-31"),
            ("Xã có tổ số", 100, "percent", "2025-12-31"),
            ("Kho dữ liệu", 4, "count", "2024-12-31"),
            ("Kho dữ liệu", 9, "count", "2025-12-31"),
        ],
    ),
    (
        [
            ["TT", "Tên chỉ tiêu", "Mục tiêu đến năm 2025", "Mục tiêu đến năm 2030", "Chủ trì"],
            ["1", "Tỷ lệ người có chữ ký số", "50%", "70%", "Sở Nội vụ"],
            ["2", "Dân số có hồ sơ số, %", "60", "95", "Sở Y tế"],
        ],
        [
            ("Tỷ lệ người có chữ ký số", 50, "percent", "2025-12-31"),
            ("Tỷ lệ người có chữ ký số", 70, "percent", "2030-12-31"),
            ("Dân số có hồ sơ số", 60, "percent", "2025-12-31"),
            ("Dân số có hồ sơ số", 95, "percent", "2030-12-31"),
        ],
    ),
    (
        [
            ["STT", "Nội dung chỉ tiêu", "Kế hoạch năm 2024", "Kế hoạch năm 2025", "Đơn vị chủ trì"],
            ["1", "Doanh thu số (tỷ đồng)", "1,5", "2", "Sở Tài chính"],
            ["2", "Tốc độ băng rộng (Mbps)", "100", "150", "Sở Xây dựng"],
        ],
        [
            ("Doanh thu số", 1.5e9, "vnd", "2024-12-31"),
            ("Doanh thu số", 2e9, "vnd", "2025-12-31"),
            ("Tốc độ băng rộng", 100, "mbps", "2024-12-31"),
            ("Tốc độ băng rộng", 150, "mbps", "2025-12-31"),
        ],
    ),
    (  # one year's column alone has the task's deadline
        [
            ["STT", "Chỉ tiêu", "Mục tiêu năm 2024", "Chủ trì"],
            ["1", "Hộ có cáp quang (%)", "40", "Sở Xây dựng"],
            ["2", "Xã có tổ số (%)", "60", "Sở Nội vụ"],
        ],
        [("Hộ có cáp quang", 40, "percent", None), ("Xã có tổ số", 60, "percent", None)],
    ),
    (  # money to be spent promises no result
        [
            ["Năm", "2024", "2025", "Cộng"],
            ["Kinh phí", "18.000", "62.000", "80.000"],
            ["Tổng dự toán", "1.000", "2.000", "3.000"],
        ],
        [],
    ),
]


@pytest.mark.parametrize(("table", "expected"), ROADMAPS)
def test_each_year_has_its_target(context_of: ContextOf, table: list[list[str]], expected: Found) -> None:
    context = context_of(table)
    (annex,) = read_annexes(context.source, 2024)
    tasks, aims = read_rows(context, annex)
    assert [
        (
            a.indicator,
            a.draft.quantity.value,
            a.draft.quantity.unit,
            str(a.deadline.due) if a.deadline else None,
        )
        for a in aims
        if a.draft.quantity
    ] == expected
    for aim in aims:
        if aim.deadline:
            assert context.text(aim.deadline.start, aim.deadline.end)[-4:] == str(aim.deadline.due)[:4]
    owned = sum("Sở" in cell for row in table[1:] for cell in row)
    assert sum(bool(task.lead) for task in tasks) == owned


@pytest.mark.parametrize(
    ("title", "unit", "name"),
    [
        ("Hộ có cáp quang (%)", "%", "Hộ có cáp quang"),
        ("Doanh thu số (ĐVT: tỷ đồng)", "tỷ đồng", "Doanh thu số"),
        ("Hộ có cáp quang, %", "%", "Hộ có cáp quang"),
        ("Hồ sơ số (trừ hồ sơ mật)", "", "Hồ sơ số (trừ hồ sơ mật)"),
        ("Chỉ số hạ tầng (ICT Index)", "", "Chỉ số hạ tầng (ICT Index)"),
        ("(%)", "%", "(%)"),
    ],
)
def test_the_unit_in_a_name(title: str, unit: str, name: str) -> None:
    assert (unit_in_name(title), without_unit(title)) == (unit, name)


@pytest.mark.parametrize(
    ("title", "money"),
    [("Kinh phí", True), ("Tổng dự toán", True), ("Xã có tổ số", False),
     ("Tỷ lệ kinh phí chi cho an toàn thông tin mạng", False)],
)  # fmt: skip
def test_rows_of_money(title: str, money: bool) -> None:
    assert is_budget_row(title) == money
