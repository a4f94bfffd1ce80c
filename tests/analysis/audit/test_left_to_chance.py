"""Aims and tasks that circumstances decide: in rows of tables, in lines that were read as no target."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told
from .test_row_values import table

WORKS = [
    ("Phát triển tài khoản số, phấn đấu theo khả năng của từng xã", True),
    ("Mở lớp kỹ năng số cho hội viên khi có điều kiện", True),
    ("Lắp trạm thu phát sóng theo tình hình thực tế của các thôn", True),
    ("Mua sắm thiết bị họp trực tuyến khi bố trí được kinh phí", True),
    ("Đào tạo nhân lực an toàn thông tin theo nhu cầu thực tế", True),
    ("Mở 12 lớp kỹ năng số cho hội viên", False),
    ("Khảo sát tình hình thực tế của các thôn chưa có sóng", False),
    ("Nâng cao khả năng tiếp cận dịch vụ của người dân", False),
]


@pytest.mark.parametrize(("work", "loose"), WORKS)
@pytest.mark.parametrize(
    ("head", "form"),
    [("TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn", "{} | {} | Sở Y tế | Quý IV/2024"),
     ("STT | Nội dung | Chủ trì | Phối hợp", "{} | {} | Sở Y tế | Sở Tài chính")],
)  # fmt: skip
def test_in_rows(work: str, loose: bool, head: str, form: str, tmp_path: Path) -> None:
    rows = [form.format(n, f"Xây dựng quy chế thứ {n} của ngành") for n in (1, 2, 3)]
    body = f"{HEAD}PHỤ LỤC\n\n{table(head, *rows, form.format(4, work))}"
    assert bool([*told("vague-task", body, tmp_path), *told("vague-target", body, tmp_path)]) == loose


GOALS = [
    ("Các chỉ số còn lại đạt điểm cao nhất theo tình hình thực tế của từng cơ quan.", True),
    ("Những chỉ tiêu khác phấn đấu hoàn thành theo khả năng của từng xã.", True),
    ("Các tiêu chí còn lại nâng dần theo điều kiện thực tế.", True),
    ("Số hộ kinh doanh lên sàn tăng theo nhu cầu thực tế của thị trường.", True),
    ("Chỉ số chưa có điểm phấn đấu có điểm nếu có điều kiện.", True),
    ("Các chỉ số còn lại đạt điểm tối đa.", False),
    ("Kế hoạch bám sát, theo tình hình thực tế của tỉnh để đề ra chỉ tiêu.", False),
]


@pytest.mark.parametrize(("goal", "loose"), GOALS)
def test_in_lines_of_goals(goal: str, loose: bool, tmp_path: Path) -> None:
    body = f"{HEAD}I. MỤC TIÊU\n\n1. DTI năm 2024 đạt từ 560 điểm trở lên.\n\n2. {goal}\n"
    assert bool([*told("vague-target", body, tmp_path), *told("vague-task", body, tmp_path)]) == loose
