"""Rows whose goal stands under a year are due by then; in a table with a column of times they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told


def annex(head: str, *rows: str) -> str:
    return "PHỤ LỤC\n\n" + f"TT | Chỉ tiêu | ĐVT | {head}\n" + "".join(f"{row}\n" for row in rows)


def goals(head: str, cells: str = "60 | 75 | Sở Công Thương") -> str:
    names = ("Hộ có Internet cáp quang", "Xã có sóng 5G", "Chợ dùng mã QR")
    return annex(head, *(f"{i} | {name} | % | {cells}" for i, name in enumerate(names, 1)))


TABLES = [
    (goals("KQ 2030 | MT 2031 | Cơ quan chủ trì"), False),
    (goals("Năm 2030 | Mục tiêu năm 2031 | Đơn vị chủ trì"), False),
    (goals("Thực hiện 2030 | Kế hoạch 2031 | Chủ trì"), False),
    (goals("Kết quả năm 2030 | Chỉ tiêu năm 2031 | Cơ quan chủ trì thực hiện"), False),
    (goals("Chỉ tiêu 2031 | Cơ quan chủ trì", "75 | Sở Y tế"), False),
    (goals("Hiện trạng | Mục tiêu | Cơ quan chủ trì"), True),
    (goals("Mục tiêu | Đơn vị chủ trì", "75 | Sở Y tế"), True),
    (
        annex("Mục tiêu 2031 | Cơ quan chủ trì | Thời gian", "1 | Xã có sóng 5G | % | 75 | Sở Y tế | ",
              "2 | Chợ dùng mã QR | % | 80 | Sở Công Thương | Quý II/2031"),
        True,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "open_ended"), TABLES)
def test_goals_under_a_year(body: str, open_ended: bool, tmp_path: Path) -> None:
    assert bool(told("task-without-deadline", body, tmp_path)) == open_ended
