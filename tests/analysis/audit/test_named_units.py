"""Units named in a bracket, the only annex, verbs before a ratio: forms, and sound ones that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

UNITS = [
    ("Có 03 sở (Sở Y tế, Sở Nội vụ) chưa nộp báo cáo.", True),
    ("Có 04 huyện (Mường Tè, Sìn Hồ, Phong Thổ) chưa có tổ.", True),
    ("Chọn 02 xã làm điểm (xã Bum Tở, xã Pa Ủ, xã Mù Cả).", True),
    ("Khảo sát 05 phường (gồm: Đoàn Kết, Tân Phong và Quyết Thắng).", True),
    ("Kiểm tra 02 bệnh viện (Bệnh viện tỉnh, Bệnh viện Phổi, Bệnh viện Mắt).", True),
    ("Có 02 sở (Sở Văn hóa, Thể thao và Du lịch, Sở Nội vụ) chưa nộp báo cáo.", False),
    ("Có 03 huyện (Mường Tè, Sìn Hồ và Phong Thổ) chưa có tổ.", False),
    ("Có 04 huyện (chủ yếu là vùng cao, biên giới) chưa có tổ.", False),
    ("Có 08 xã (Bum Tở, Pa Ủ, …) chưa có sóng.", False),
    ("Có 06 huyện (trong đó Mường Tè, Sìn Hồ làm tốt).", False),
]


@pytest.mark.parametrize(("text", "wrong"), UNITS)
def test_units_named_in_a_bracket(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("list-count", text + "\n", tmp_path)) == wrong


ANNEX = [
    ("Có 05 nhiệm vụ tại Phụ lục kèm theo.", True),
    ("Giao 03 dự án nêu tại Phụ lục ban hành kèm theo Kế hoạch này.", True),
    ("Tổng hợp 06 hoạt động theo Phụ lục kèm theo.", True),
    ("Có 04 nhiệm vụ tại Phụ lục kèm theo.", False),
    ("Có 20 nhiệm vụ tại Phụ lục kèm theo.", False),
    ("Có 05 nhiệm vụ tại Phụ lục của Chính phủ.", False),
]


@pytest.mark.parametrize(("text", "wrong"), ANNEX)
def test_rows_of_the_only_annex(text: str, wrong: bool, tmp_path: Path) -> None:
    rows = "".join(f"| {n} | Việc thứ {n} của ngành | Sở Y tế |\n" for n in range(1, 5))
    table = f"PHỤ LỤC\nDANH MỤC\n\n| STT | Nhiệm vụ | Chủ trì |\n| --- | --- | --- |\n{rows}"
    assert bool(told("list-count", f"{text}\n\n{table}", tmp_path)) == wrong


RATIOS = [
    ("Tỉnh đạt 07/12 chỉ tiêu; 06 chỉ tiêu chưa đạt.", True),
    ("Đã hoàn thành 20/26 nhiệm vụ, còn 05 nhiệm vụ chưa hoàn thành.", True),
    ("Tỉnh đạt 07/12 chỉ tiêu; 05 chỉ tiêu chưa đạt.", False),
    ("Có 39/98 chỉ số đạt điểm tối đa, 21 chỉ số không có điểm.", False),
    ("Hoàn thành 20/26 nhiệm vụ, 03 nhiệm vụ đang làm, 03 nhiệm vụ chưa hoàn thành.", False),
]


@pytest.mark.parametrize(("text", "wrong"), RATIOS)
def test_verbs_before_a_ratio(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("count-total", text + "\n", tmp_path)) == wrong


def test_a_list_is_told_once(tmp_path: Path) -> None:
    items = "".join(f"{n}. Mục tiêu thứ {n} của tỉnh.\n\n" for n in range(1, 5))
    assert len(told("list-count", f"Kế hoạch đề ra 5 mục tiêu cụ thể.\n\n{items}", tmp_path)) == 1
