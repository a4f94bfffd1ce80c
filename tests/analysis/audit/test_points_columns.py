"""Columns of aims in points beside those of results and full points: lower aims, blanks, what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import extract

from .cases import HEAD
from .test_forms import told
from .test_row_values import table

HEADS = [
    "Mã | Chỉ số | Điểm tối đa | Điểm 2023 | Mục tiêu 2024 | Ghi chú",
    "TT | Tên chỉ số | Thang điểm | Kết quả năm 2023 | Chỉ tiêu năm 2024 | Định hướng",
    "STT | Tiêu chí | Điểm chuẩn | Điểm đạt được 2023 | Phấn đấu năm 2024 | Đề xuất",
    "TT | Chỉ số thành phần | Điểm tối đa | Điểm năm 2023 | Kế hoạch năm 2024 | Ghi chú",
    "TT | Nội dung | Thang điểm | Kết quả 2023 | Mục tiêu điểm năm 2024 | Nhận xét",
]
ROWS = [
    ("3.1", "Tỷ lệ dân số trưởng thành dùng điện thoại thông minh", "10", "7,15", "8,6", "Cải thiện"),
    ("3.2", "Tỷ lệ hộ gia đình có điện thoại", "10", "8,62", "9,3", "Cải thiện"),
    ("3.4", "Tỷ lệ UBND cấp xã nối mạng chuyên dùng", "10", "10", "10", "Duy trì"),
    ("3.5", "Trung tâm dữ liệu theo hướng điện toán đám mây", "30", "15", "22,5", "Cải thiện"),
    ("3.6", "Mức độ triển khai các nền tảng số dùng chung", "20", "12,5", "16,2", "Cải thiện"),
    ("3.7", "Mức độ ứng dụng trí tuệ nhân tạo", "10", "2,5", "6,2", "Cải thiện"),
    ("7.7", "Tỷ lệ doanh nghiệp nộp thuế điện tử", "10", "10", "10", "Duy trì"),
    ("7.8", "Số điểm phục vụ bưu chính có internet", "10", "9", "9,5", "Cải thiện"),
    ("8.4", "Số lượng hộ gia đình có địa chỉ số", "20", "9,8", "14,9", "Cải thiện"),
]


def annex(head: str, aim: str = "8,5", note: str = "Cải thiện") -> str:
    rows = [" | ".join(row) for row in ROWS]
    rows.insert(2, f"3.3 | Tỷ lệ hộ gia đình có cáp quang | 10 | 6,9 | {aim} | {note}")
    return f"{HEAD}PHỤ LỤC\n\n{table(head, *rows)}"


@pytest.mark.parametrize("head", HEADS)
def test_aims_are_points(head: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(annex(head), "utf-8")
    units = {target.unit for target in extract(path).targets if target.quote in ("8,6", "14,9", "22,5")}
    assert units == {"points"}


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(("aim", "wrong"), [("6,2", True), ("5", True), ("6,9", False), ("9", False)])
def test_aims_below_what_was_reached(head: str, aim: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("target-below-baseline", annex(head, aim), tmp_path)) == wrong


@pytest.mark.parametrize("head", HEADS)
def test_a_row_without_an_aim(head: str, tmp_path: Path) -> None:
    assert [("cáp quang" in m) for m in told("row-incomplete", annex(head, ""), tmp_path)] == [True]


NOTES = [
    ("8,5", "Duy trì", True), ("9", "Giữ nguyên", True), ("7,2", "Tiếp tục duy trì điểm số", True),
    ("10", "Duy trì kết quả đã đạt", True), ("8", "Giữ vững", True),
    ("6,9", "Duy trì", True), ("8,5", "Duy trì và nâng cao chất lượng", False), ("8,5", "Cải thiện", False),
    ("8,5", "Duy trì tuyến cáp hiện có ở 20 xã", False),
]  # fmt: skip


@pytest.mark.parametrize("head", HEADS[:3])
@pytest.mark.parametrize(("aim", "note", "wrong"), NOTES)
def test_kept_beside_a_higher_aim(head: str, aim: str, note: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("kept-below-full", annex(head, aim, note), tmp_path)) == wrong


def test_shares_beside_points_stay_shares(tmp_path: Path) -> None:
    rows = [f"3.{n} | Tỷ lệ trạm loại {n} | 10 | {n},5 | {60 + n} | Sở Y tế" for n in range(1, 8)]
    path = tmp_path / "a.txt"
    path.write_text(
        f"{HEAD}PHỤ LỤC\n\n"
        + table("TT | Chỉ số | Điểm tối đa | Điểm 2023 | Mục tiêu năm 2024 | Cơ quan chủ trì", *rows), "utf-8"
    )  # fmt: skip
    assert {target.unit for target in extract(path).targets} == {"percent"}
