"""Verdicts in sentences against the result and the aim told beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

SENTENCES = [
    ("Tỷ lệ thanh toán trực tuyến đạt 46,8%, vượt mục tiêu năm 2024 (50%).", True),
    ("Hồ sơ trực tuyến đạt 62,5%, chưa đạt kế hoạch đề ra là 60%.", True),
    ("Đã có 1.250 hộ dùng chữ ký số, hoàn thành chỉ tiêu giao 1.500 hộ.", True),
    ("Hộ có cáp quang là 71% (cao hơn mục tiêu 75%).", True),
    ("Doanh nghiệp dùng hợp đồng điện tử đạt 40%, đạt kế hoạch năm 2024 là 45%.", True),
    ("Số lượt tập huấn được 320 lượt, thấp hơn kế hoạch 300 lượt.", True),
    ("Tỷ lệ thanh toán trực tuyến đạt 56,8%, vượt mục tiêu năm 2024 (50%).", False),
    ("Hồ sơ trực tuyến đạt 52,5%, chưa đạt kế hoạch đề ra là 60%.", False),
    ("Hồ sơ trực tuyến đạt 85%, vượt kế hoạch 5%.", False),
    ("Hồ sơ quá hạn là 1,2%, đạt mục tiêu dưới 2%.", False),
    ("Tỷ lệ hộ nghèo còn 3%, vượt mục tiêu 4%.", False),
    ("Đã có 1.250 hộ dùng chữ ký số, hoàn thành chỉ tiêu giao 45 xã.", False),
]


@pytest.mark.parametrize(("text", "off"), SENTENCES)
def test_verdicts_told(text: str, off: bool, tmp_path: Path) -> None:
    assert bool(told("verdict-against-figures", f"I. KẾT QUẢ\n\n- {text}\n", tmp_path)) == off
