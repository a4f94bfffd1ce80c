"""Units that do not go with the name of their row."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told
from .test_row_values import table

CASES = [
    ("Số doanh nghiệp công nghệ số", "%", "≥ 320", True),
    ("Số lượng tài khoản định danh được kích hoạt", "%", "152.000", True),
    ("Số hộ kinh doanh dùng hóa đơn điện tử", "%", "1.240", True),
    ("Tổng số trạm phát sóng", "%", "412", True),
    ("Số lượt truy cập cổng dữ liệu", "%", "tối thiểu 2.500", True),
    ("Tỷ lệ hộ gia đình có cáp quang", "Hộ", "85", True),
    ("Tỷ lệ hồ sơ trực tuyến toàn trình", "Hồ sơ", "≥ 70", True),
    ("Tỷ trọng kinh tế số trong GRDP", "Doanh nghiệp", "12,5", True),
    ("Số doanh nghiệp công nghệ số", "Doanh nghiệp", "≥ 320", False),
    ("Số hệ thống được phê duyệt cấp độ", "%", "100", False),
    ("Số thuê bao so với cùng kỳ", "%", "120", False),
    ("Tỷ lệ hộ gia đình có cáp quang", "%", "85", False),
    ("Tỷ lệ thuê bao di động", "Thuê bao/100 dân", "98", False),
    ("Tỷ lệ hộ gia đình có cáp quang", "Hộ", "21.450", False),
    ("Tốc độ tăng số doanh nghiệp", "%", "115", False),
]


@pytest.mark.parametrize(("name", "unit", "aim", "wrong"), CASES)
def test_units(name: str, unit: str, aim: str, wrong: bool, tmp_path: Path) -> None:
    body = table(
        "TT | Chỉ tiêu | Đơn vị tính | Mục tiêu 2024 | Cơ quan chủ trì",
        f"1 | {name} | {unit} | {aim} | Sở Công Thương",
        "2 | Số lớp tập huấn | Lớp | 12 | Sở Nội vụ",
        "3 | Tỷ lệ hồ sơ đúng hạn | % | 98 | Văn phòng UBND tỉnh",
    )
    assert bool(told("target-other-unit", f"{HEAD}PHỤ LỤC\n\n{body}", tmp_path)) == wrong
