"""A goal and the labelled aim of a task under one printed code; targets with a past value in brackets."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told


def _plan(goal: str, task: str, aim: str) -> str:
    return (
        f"B. MỤC TIÊU\n\n1. {goal}\n\nC. NHIỆM VỤ\n\n1. {task}\n   + Chỉ tiêu: {aim}\n"
        "   + Chủ trì: Sở Thông tin và Truyền thông.\n   + Thời hạn: trước ngày 30/11/2024.\n"
    )


ODD = True
PAIRS = [
    ("Tỷ lệ công chức, viên chức được bồi dưỡng, tập huấn về chuyển đổi số đạt từ 70% trở lên (chỉ số 4.7).",
     "Bồi dưỡng, tập huấn chuyển đổi số (chỉ số 4.7)", "từ 60% công chức, viên chức trở lên.", ODD),
    ("Tỷ lệ hộ gia đình có kết nối Internet băng rộng cáp quang đạt từ 90% trở lên (chỉ số 3.3).",
     "Đưa cáp quang về thôn, bản (chỉ số 3.3)", "từ 82% hộ gia đình có cáp quang.", ODD),
    ("Tỷ lệ hồ sơ xử lý trực tuyến cấp tỉnh đạt từ 90% trở lên (chỉ số 6.12).",
     "Nâng tỷ lệ hồ sơ xử lý trực tuyến (chỉ số 6.12)", "cấp tỉnh từ 85% trở lên.", ODD),
    ("Tỷ lệ hồ sơ xử lý trực tuyến cấp huyện đạt từ 65% trở lên (chỉ số 6.12).",
     "Tăng số hồ sơ xử lý trực tuyến (chỉ số 6.12)", "cấp huyện từ 70% trở lên.", ODD),
    ("Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử đạt từ 60% trở lên (chỉ số 7.6).",
     "Phát triển hợp đồng điện tử (chỉ số 7.6)", "từ 55% doanh nghiệp trở lên.", ODD),
    ("Tỷ lệ dân số trưởng thành có điện thoại thông minh đạt từ 85% trở lên (chỉ số 3.1).",
     "Phổ cập điện thoại thông minh (chỉ số 3.1)", "từ 85% dân số có điện thoại thông minh.", not ODD),
    ("Tỷ lệ hồ sơ xử lý trực tuyến cấp tỉnh đạt từ 90% trở lên (chỉ số 6.12).",
     "Nâng tỷ lệ hồ sơ xử lý trực tuyến (chỉ số 6.12)", "cấp xã từ 70% trở lên.", not ODD),
    ("Tỷ lệ hộ gia đình có kết nối Internet băng rộng cáp quang đạt từ 90% trở lên (chỉ số 3.3).",
     "Đưa cáp quang về thôn, bản (chỉ số 3.3)", "từ 70% trạm y tế có cáp quang.", not ODD),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "task", "aim", "odd"), PAIRS)
def test_goals_against_labelled_aims(goal: str, task: str, aim: str, odd: bool, tmp_path: Path) -> None:
    assert bool(told("value-stated-twice", _plan(goal, task, aim), tmp_path)) == odd


ANNEX = (
    "PHỤ LỤC\n\n| Mã | Chỉ số | Mục tiêu năm 2024 | Chủ trì | Thời hạn |\n| --- | --- | --- | --- | --- |\n"
    "| 3.3 | Tỷ lệ hộ gia đình có Internet cáp quang | {aim} | "
    "Sở Thông tin và Truyền thông | 30/11/2024 |\n"
    "| 7.6 | Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử | Từ 60% | Sở Công Thương | 15/12/2024 |\n"
)
BODY = (
    "1. Sở Thông tin và Truyền thông theo dõi tỷ lệ hộ gia đình có kết nối Internet băng rộng cáp quang, "
    "bảo đảm đạt từ 80% trở lên trong năm 2024.\n\n"
)
AIMS = [
    ("Từ 85% trở lên (năm 2022: 71,5%)", ODD),
    ("Từ 75% trở lên (năm 2022: 61%)", ODD),
    ("Từ 84% trở lên (năm 2022 đạt 70%)", ODD),
    ("Từ 90% trở lên (kết quả năm 2022: 73%)", ODD),
    ("Từ 88% trở lên (năm 2022 đã đạt 70%)", ODD),
    ("Từ 80% trở lên (năm 2022: 71,5%)", not ODD),
    ("Từ 80% trở lên", not ODD),
    ("Từ 90% trở lên (đến năm 2025)", not ODD),
]


@pytest.mark.parametrize(("aim", "odd"), AIMS)
def test_years_of_past_values_are_not_those_of_aims(aim: str, odd: bool, tmp_path: Path) -> None:
    assert bool(told("value-stated-twice", BODY + ANNEX.format(aim=aim), tmp_path)) == odd


UNCODED = (
    "III. MỤC TIÊU\n\n1. {}.\n\nIV. NHIỆM VỤ\n\n{}\nChủ trì: Văn phòng UBND tỉnh. Phối hợp: Sở Y tế. "
    "Thời hạn: tháng 12/2024.\n"
)
NAMED = [
    ("Tỷ lệ hồ sơ xử lý trực tuyến đạt tối thiểu 70%",
     "Mã 6.12. Tỷ lệ hồ sơ xử lý trực tuyến: đạt 12/20 điểm. Mục tiêu: đạt tối thiểu 80%.", ODD),
    ("Tỷ lệ doanh nghiệp nộp thuế điện tử đạt ít nhất 90%",
     "Mã 7.7. Tỷ lệ doanh nghiệp nộp thuế điện tử: đạt 8/10 điểm. Mục tiêu: đạt ít nhất 95%.", ODD),
    ("Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử đạt trên 60%",
     "Chỉ số 7.6. Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử: 6/10 điểm. Chỉ tiêu: đạt trên 70%.", ODD),
    ("Tỷ lệ hộ gia đình có người dùng điện thoại thông minh đạt từ 85% trở lên",
     "Mã 3.2. Tỷ lệ hộ gia đình có người dùng điện thoại thông minh: 8/10 điểm. Mục tiêu: từ 90%.", ODD),
    ("Tỷ lệ hồ sơ xử lý trực tuyến đạt 75%",
     "Mã 6.12. Tỷ lệ hồ sơ xử lý trực tuyến. Mục tiêu: đạt tối thiểu 65%.", ODD),
    ("Tỷ lệ hồ sơ xử lý trực tuyến đạt tối thiểu 80%",
     "Mã 6.12. Tỷ lệ hồ sơ xử lý trực tuyến: đạt 12/20 điểm. Mục tiêu: đạt tối thiểu 80%.", not ODD),
    ("Tỷ lệ hồ sơ xử lý trực tuyến cấp xã đạt tối thiểu 70%",
     "Mã 6.12. Tỷ lệ hồ sơ xử lý trực tuyến: đạt 12/20 điểm. Mục tiêu: đạt tối thiểu 80%.", not ODD),
    ("Đến năm 2030, tỷ lệ hồ sơ xử lý trực tuyến đạt tối thiểu 95%",
     "Mã 6.12. Tỷ lệ hồ sơ xử lý trực tuyến: đạt 12/20 điểm. Mục tiêu: đạt tối thiểu 80%.", not ODD),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "task", "odd"), NAMED)
def test_goals_without_a_code(goal: str, task: str, odd: bool, tmp_path: Path) -> None:
    body = HEAD + UNCODED.format(goal, task)
    rules = ("value-stated-twice", "comparator-stated-twice")
    assert any(told(rule, body, tmp_path) for rule in rules) == odd
