"""A goal and what a task or a row says of the same thing, in words that only lead to the figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told

PLAN = """I. MỤC TIÊU

1. Mục tiêu cụ thể
- {goal}.

II. NHIỆM VỤ

1. Mở rộng dịch vụ số cho người dân tại các thôn, bản
Mục tiêu: 30 lớp dạy tại thôn; {aim}.
Đơn vị chủ trì: Sở Y tế.
Thời gian: Quý III/2024.
"""
GOALS = [
    ("Tỷ trọng kinh tế số trong GRDP đạt 18%", "góp phần đưa kinh tế số chiếm 15% GRDP", True),
    ("Kinh tế số chiếm 12% GRDP", "phấn đấu nâng tỷ trọng kinh tế số trong GRDP lên 16%", True),
    ("Tỷ lệ hồ sơ xử lý trực tuyến đạt 80%", "bảo đảm 70% hồ sơ xử lý trực tuyến", True),
    ("90% xã kết nối mạng Truyền số liệu chuyên dùng", "kết nối mạng TSLCD tới 80% xã", True),
    (
        "Tỷ lệ doanh nghiệp nộp thuế điện tử đạt 98%",
        "phấn đấu đưa doanh nghiệp nộp thuế điện tử lên 95%",
        True,
    ),
    ("Tỷ trọng kinh tế số trong GRDP đạt 15%", "góp phần đưa kinh tế số chiếm 15% GRDP", False),
    ("Tỷ trọng kinh tế số trong GRDP đạt 18%", "đưa kinh tế số ngành du lịch chiếm 15% GRDP", False),
    ("Tỷ trọng kinh tế số trong GRDP đạt 18%", "đến năm 2030 kinh tế số chiếm 30% GRDP", False),
    ("90% xã kết nối mạng Truyền số liệu chuyên dùng", "kết nối mạng WAN tới 80% trường học", False),
    ("Tỷ lệ doanh nghiệp nộp thuế điện tử đạt 98%", "95% hộ kinh doanh nộp thuế điện tử", False),
]


@pytest.mark.parametrize(("goal", "aim", "off"), GOALS)
def test_a_goal_taken_up_by_a_task(goal: str, aim: str, off: bool, tmp_path: Path) -> None:
    assert bool(told("value-stated-twice", HEAD + PLAN.format(goal=goal, aim=aim), tmp_path)) == off
