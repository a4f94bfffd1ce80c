"""Aims told by their step and by their end, with the past that both start from."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told

RISES = [
    ("DTI đạt từ 560 điểm trở lên, tăng ít nhất 60 điểm so với năm 2022 (487,6 điểm).", True),
    ("Tổng điểm PAR Index tăng 5 điểm so với năm 2023 (82,1 điểm), đạt 90 điểm.", True),
    ("Toàn tỉnh có 420 nền tảng, tăng tối thiểu 100 nền tảng so với năm trước (250 nền tảng).", True),
    ("Doanh nghiệp số tăng trên 50 đơn vị so với năm 2023 (120 đơn vị), phấn đấu lên 200 đơn vị.", True),
    ("Chỉ số đạt 640 điểm, tăng không dưới 100 điểm so với năm 2022 (560 điểm).", True),
    ("Số lớp giảm 10 lớp so với năm 2023 (60 lớp), còn 45 lớp.", True),
    ("DTI tăng ít nhất 05 bậc so với năm 2022 (hạng 55/63), phấn đấu xếp hạng 48/63.", True),
    ("PCI tăng 3 bậc so với năm 2023 (vị trí 41), xếp thứ 35/63.", True),
    ("Xếp hạng 48/63, tăng ít nhất 05 bậc so với năm 2022 (hạng 55/63).", True),
    ("Phấn đấu cải thiện thứ hạng 4 bậc so với năm trước (đứng thứ 30), vào vị trí 25.", True),
    ("Đưa PAPI đứng thứ 20, nâng tối thiểu 8 bậc so với năm 2022 (thứ 31/63).", True),
    ("DTI đạt từ 560 điểm trở lên, tăng ít nhất 72,4 điểm so với năm 2022 (487,6 điểm).", False),
    ("DTI đạt từ 560 điểm trở lên, tăng trên 70 điểm so với năm 2022 (487,6 điểm).", False),
    ("Tổng điểm tăng 8 điểm so với năm 2023 (82 điểm), đạt 90 điểm.", False),
    ("Số lớp giảm 15 lớp so với năm 2023 (60 lớp), còn 45 lớp.", False),
    ("DTI tăng ít nhất 07 bậc so với năm 2022 (hạng 55/63), phấn đấu xếp hạng 48/63.", False),
    ("DTI tăng ít nhất 05 bậc so với năm 2022 (hạng 55/63); PCI xếp hạng 48/63.", False),
    ("Xếp hạng 48/63, tăng ít nhất 07 bậc so với năm 2022 (hạng 55/63).", False),
    ("PCI xếp hạng 33/63, tăng 04 bậc so với năm 2022 (hạng 37/63), đất đai xếp hạng 60/63.", False),
    ("DTI tăng 04 bậc so với năm 2022 (hạng 37/63), trong đó xã hội số xếp hạng 60/63.", False),
    ("Mở 60 lớp, tăng ít nhất 20 học viên so với năm 2022 (450 học viên).", False),
]


@pytest.mark.parametrize(("text", "odd"), RISES)
def test_step_and_end(text: str, odd: bool, tmp_path: Path) -> None:
    assert len(told("sentence-arithmetic", f"{HEAD}I. MỤC TIÊU\n\n1. {text}\n", tmp_path)) == odd
