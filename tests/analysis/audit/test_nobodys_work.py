"""Lists of solutions that name nobody, in the body of a plan that assigns its work elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from .long_plan import filler
from .test_forms import told

BOTH = "II. THỰC TRẠNG VÀ GIẢI PHÁP\n\nNăm 2023 tỉnh xếp thứ 58/63, cụ thể như sau:\n\n"
AFTER_TABLE = BOTH + "| TT | Chỉ số | Hạng |\n| --- | --- | --- |\n| 1 | Nhận thức số | 52 |\n\n"
LISTS = [
    (BOTH + filler(14), True),
    (AFTER_TABLE + filler(12), True),
    (BOTH + filler(10).replace("- ", "+ "), True),
    ("II. HIỆN TRẠNG VÀ GIẢI PHÁP\n\n" + filler(20), True),
    (BOTH + filler(12) + "- Sở Y tế chủ trì hoàn thiện hồ sơ sức khỏe điện tử của người dân.\n\n", True),
    (BOTH + filler(9), False),  # too few to tell of a list
    (BOTH + filler(14).replace("- ", "- Sở Nội vụ "), False),
    (BOTH + filler(14).replace(", bảo đảm", " do Sở Nội vụ làm, bảo đảm"), False),
    (BOTH + filler(14).replace(".\n", " (Sở Nội vụ).\n"), False),
    (BOTH + filler(14).replace(".\n", "; giao cho Văn phòng UBND tỉnh.\n"), False),
    ("II. NHIỆM VỤ, GIẢI PHÁP\n\n" + filler(14), False),  # read as tasks, and told as such
    ("II. KẾT QUẢ NĂM 2023\n\n" + filler(14), False),
    ("II. THỰC TRẠNG\n\n" + filler(14), False),
]


@pytest.mark.parametrize(("text", "nobody"), LISTS)
def test_lists_that_name_nobody(text: str, nobody: bool, tmp_path: Path) -> None:
    body = f"I. MỤC ĐÍCH\n\nĐổi mới cách làm.\n\n{text}III. PHÂN CÔNG\n\nTheo phụ lục của Kế hoạch.\n\n"
    assert len(told("solutions-without-owner", body, tmp_path)) == nobody


def test_tasks_are_told_one_by_one(tmp_path: Path) -> None:
    body = "II. NHIỆM VỤ, GIẢI PHÁP\n\n" + filler(14)
    assert len(told("task-without-owner", body, tmp_path)) == 14
