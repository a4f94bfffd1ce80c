"""Lines of a goal: what it aims at, its result, its verdict."""

from __future__ import annotations

import pytest

from extractor import extract
from extractor.records import Actual
from extractor.sources.text import read_text

HEAD = """ỦY BAN NHÂN DÂN
TỈNH YÊN BÁI
Số: 12/BC-UBND
Yên Bái, ngày 20 tháng 11 năm 2024

BÁO CÁO
Kết quả chuyển đổi số năm 2024

I. KẾT QUẢ ĐẠT ĐƯỢC
"""

Told = tuple[str, float | None, str | None, str | None]

LINES: list[tuple[str, str, list[Told]]] = [
    (
        "reached",
        "Chỉ tiêu 1: 90% chợ có mã QR.\nKết quả: đạt 93%.\nĐánh giá: Vượt.\n",
        [("chợ có mã QR", 93, "percent", "exceeded")],
    ),
    (
        "marked lines",
        "- Mục tiêu: Tỷ lệ kho có cảm biến đạt 60%.\n+ Kết quả đến nay: 41,5%.\n"
        "+ Đánh giá: Chưa hoàn thành.\n",
        [("Tỷ lệ kho có cảm biến", 41.5, "percent", "missed")],
    ),
    (
        "two tiers",
        "Chỉ tiêu 2: 75% đơn cấp huyện và 65% đơn cấp xã nộp qua mạng.\n"
        "Kết quả: cấp huyện 321/400 đơn (80,3%); cấp xã 590/1.000 đơn (59%).\n"
        "Đánh giá: Cấp huyện vượt, cấp xã chưa đạt.\n",
        [("đơn cấp huyện", 80.3, "percent", "exceeded"), ("đơn cấp xã nộp qua mạng", 59, "percent",
         "missed")],
    ),
    (
        "a ratio and what stands beside it",
        "Chỉ tiêu 3: 100% chợ có tổ quản lý.\nKết quả thực hiện: 10/10 chợ đã lập tổ; tổng số 61 tổ viên.\n"
        "Đánh giá: Hoàn thành.\n",
        [("chợ có tổ quản lý", 10, "count", "reached"), ("tổng số tổ viên", 61, "count", None)],
    ),
    (
        "a count",
        "Chỉ tiêu 4: 200 người bán được tập huấn.\nKết quả: 231 người, bằng 115,5% kế hoạch.\n"
        "Đánh giá: Vượt.",
        [("người bán được tập huấn", 231, "count", "exceeded")],
    ),
    (
        "no verdict",
        "Chỉ tiêu giao: 60% chợ có wifi.\nThực hiện: khoảng 35%.\n",
        [("chợ có wifi", 35, "percent", None)],
    ),
    (
        "nothing was done",
        "Chỉ tiêu 5: 03 mô hình chợ mẫu.\nKết quả: chưa triển khai, chuyển sang năm sau.\n",
        [],
    ),
    (
        "a goal told again in the summary",
        "Chỉ tiêu 6: 90% chợ có mã QR.\nKết quả: 93%.\nĐánh giá: Vượt.\n"
        "Đến nay có 7/12 chỉ tiêu hoàn thành, gồm: 90% chợ có mã QR; tổ quản lý chợ.\n",
        [("chợ có mã QR", 93, "percent", "exceeded"), ("chỉ tiêu hoàn thành", 7, "count", "reached")],
    ),
]  # fmt: skip


def actuals(body: str) -> tuple[Actual, ...]:
    return extract(read_text(HEAD + body, "a.txt")).actuals


@pytest.mark.parametrize(("body", "expected"), [t[1:] for t in LINES], ids=[t[0] for t in LINES])
def test_lines_of_goals(body: str, expected: list[Told]) -> None:
    assert [(a.indicator, a.value, a.unit, a.verdict) for a in actuals(body)] == expected


def test_a_result_without_a_goal_stands_for_itself() -> None:
    (actual,) = actuals("Kết quả: 12/15 bến xe bán vé điện tử.\n")
    assert (actual.value, actual.numerator, actual.verdict) == (12, 12, None)
