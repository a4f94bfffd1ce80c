"""Names of places with other marks than they have elsewhere in the document."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told

USED = "\n\nTỉnh {0} có 8 huyện. UBND tỉnh {0} giao các sở. Sở Y tế {0} phối hợp. Báo {0} đưa tin.\n"
ODD = [
    ("Lai Châu", "Sở Thông tin và Truyền thông Lai Cháu tổng hợp.", True),
    ("Sóc Trăng", "Các cơ quan của tỉnh Sóc Trắng báo cáo.", True),
    ("Hà Giang", "Đài Phát thanh và Truyền hình Hà Giàng phát sóng.", True),
    ("Trà Vinh", "Cổng thông tin tỉnh Trà Vình có chuyên mục.", True),
    ("Đồng Tháp", "Viễn thông Động Tháp lắp đặt.", True),
    ("Lai Châu", "Tuyến cáp qua xã Lai Chầu đã xong.", False),
    ("Hòa Bình", "Sở Y tế Hoà Bình phối hợp.", False),
    ("Hà Giang", "Các xã có đồng chí Hà Giảng phát biểu.", False),
    ("Cà Mau", "Sở Y tế Cà Mau cung cấp.", False),
    ("Trà Vinh", "Sở Y tế Trà Vinh tổng hợp.", False),
]


@pytest.mark.parametrize(("name", "text", "wrong"), ODD)
def test_other_marks(name: str, text: str, wrong: bool, tmp_path: Path) -> None:
    head = HEAD.replace("LAI CHÂU", name.upper()).replace("Lai Châu", name)
    messages = told("slip", head + text + USED.format(name), tmp_path)
    assert [name in message for message in messages] == ([True] if wrong else [])
