"""Numbers of things in captions against the rows of the table."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told


def table(count: int, first: int = 1, group: str = "") -> str:
    rows = [f"| {n} | Việc thứ {n} của kế hoạch | Sở Tài chính |" for n in range(first, first + count)]
    return "| TT | Nội dung | Chủ trì |\n|---|---|---|\n" + group + "\n".join(rows) + "\n"


CAPTIONS = [
    ("Bảng 2. Danh mục 10 chỉ số đạt dưới 50%", table(9), True),
    ("Biểu số 01: Kết quả thực hiện 14 chỉ tiêu năm 2024", table(16), True),
    ("PHỤ LỤC II\n\nDANH MỤC 24 NHIỆM VỤ NĂM 2024\n\n(Kèm theo Kế hoạch số 15/KH-UBND)", table(22), True),
    ("Bảng 3. Tổng hợp 7 dự án\n\nĐơn vị tính: triệu đồng", table(8), True),
    ("Danh sách 12 xã tham gia thí điểm", table(11), True),
    ("Bảng 2. Danh mục 5 dịch vụ công trực tuyến", table(6, group="| I | Nhóm A | |\n"), True),
    ("Bảng 2. Danh mục 9 chỉ số đạt dưới 50%", table(9), False),
    (
        "Bảng 2. Danh mục 10 chỉ số đạt dưới 50%",
        table(10, group="| I | Nhóm A | |\n| II | Nhóm B | |\n"),
        False,
    ),
    ("Bảng 2. Phân công 02 nhóm nhiệm vụ", table(4, group="| I | Nhóm A | |\n| II | Nhóm B | |\n"), False),
    ("Bảng 2. Giao 05 chỉ tiêu cho 11 xã", table(11), False),
    ("Bảng 2. Một số nhiệm vụ trong 98 chỉ số thành phần", table(9), False),
    ("Bảng 2. Danh mục 15 nhiệm vụ", table(10) + "\nTiếp theo:\n\n" + table(5, first=11), False),
    ("Các sở chủ trì 10 nhiệm vụ.", table(9), False),
]


@pytest.mark.parametrize(("caption", "below", "wrong"), CAPTIONS)
def test_count_in_a_caption(caption: str, below: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("list-count", f"{HEAD}Nội dung.\n\n{caption}\n\n{below}", tmp_path)) == wrong
