"""Aims below what is there already."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told

AIMS = [
    ("6.2. Doanh nghiệp tham gia (mã 7.4; hiện có 310 doanh nghiệp)\n\n"
     "- Mục tiêu: đến tháng 12/2024 có 250 doanh nghiệp.", True),
    ("Mã 3.3. Hộ có cáp quang: đạt 7,60/10 điểm (tương ứng 76%). Mục tiêu: đạt 70%.", True),
    ("Hiện nay có 120 trạm 5G; phấn đấu năm 2024 đạt 95 trạm 5G.", True),
    ("a) Phủ sóng thôn bản: hiện đạt 92,5%, phấn đấu cuối năm đạt 90%.", True),
    ("1. Sản phẩm trên sàn, hiện tại có 1.250 sản phẩm\n\n- Chủ trì: Sở Công Thương.\n\n"
     "- Chỉ tiêu: có 1.150 sản phẩm.", True),
    ("Hiện nay toàn tỉnh có 98 điểm wifi. Mục tiêu năm 2024: có ít nhất 80 điểm wifi.", True),
    ("6.2. Doanh nghiệp tham gia (hiện có 250 doanh nghiệp)\n\n- Mục tiêu: có 310 doanh nghiệp.", False),
    ("Hiện có 120 trạm 5G; mục tiêu: có thêm 95 trạm 5G.", False),
    ("Hiện có 120 thôn lõm sóng; phấn đấu còn 95 thôn.", False),
    ("Hiện có 120 cán bộ chuyên trách; mục tiêu: có 95 cán bộ được cấp chứng chỉ.", False),
    ("Hiện có 120 trạm 5G; mục tiêu: đạt 95% dân số.", False),
    ("Mã 6.8. Dịch vụ toàn trình: đạt 10/10 điểm (tương ứng 100%). Mục tiêu: đạt 55%.", False),
    ("Hiện có 310 doanh nghiệp.\n\n2. Mục tiêu: có 250 doanh nghiệp nền tảng số.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong"), AIMS)
def test_aim_below_what_is_there(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("target-below-baseline", f"{HEAD}{text}\n", tmp_path)) == wrong
