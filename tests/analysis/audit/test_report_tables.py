"""A report's table of results against its prose, its aims, and its own other rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import TAIL
from .test_forms import told

HALF = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

Số: 90/BC-UBND

Lai Châu, ngày 25 tháng 6 năm 2024

BÁO CÁO
Kết quả chuyển đổi số {} năm 2024

I. KẾT QUẢ

| TT | Chỉ tiêu | Kế hoạch năm 2024 | Kết quả | Đánh giá | Cơ quan theo dõi |
|---|---|---|---|---|---|
| 1 | Hộ gia đình có cáp quang | 85% | 78,9% | Chưa đạt | Sở Y tế |
| 2 | Dân số trưởng thành có điện thoại thông minh | 90% | 86,3% | Chưa đạt | Sở Y tế |
| 3 | Doanh nghiệp nộp thuế điện tử | 99% | 99,4% | Vượt | Cục Thuế |
| 4 | Hồ sơ xử lý trực tuyến | 80% | 77,4% | Chưa đạt | Sở Nội vụ |
| 5 | Công chức, viên chức được tập huấn chuyển đổi số | 50% | 31,2% | Chưa đạt | Sở Nội vụ |
| 6 | Hệ thống thông tin được phê duyệt cấp độ | 100% | 75% | Chưa đạt | {} |
| 7 | Người trưởng thành có chữ ký số cá nhân | 25% | 26% | Vượt | Công an tỉnh |

2. Hạ tầng số

- {}

II. MỤC TIÊU 6 THÁNG CUỐI NĂM

1. {}
"""
SOUND = "Tỷ lệ xã có trạm phát sóng đạt 95%."
RESULTS = [
    ("Tỷ lệ hộ gia đình có kết nối Internet băng rộng cáp quang đạt 79,8%.", True),
    ("Tỷ lệ dân số trưởng thành có điện thoại thông minh đạt 83,6%.", True),
    ("Tỷ lệ doanh nghiệp nộp thuế điện tử đạt 94,9%.", True),
    ("Tỷ lệ hồ sơ thủ tục hành chính xử lý trực tuyến đạt 74,7%.", True),
    ("Tỷ lệ người dân trưởng thành có chữ ký số cá nhân đạt 36%.", True),
    ("Tỷ lệ hộ gia đình có kết nối Internet băng rộng cáp quang đạt 78,9%.", False),
    ("Tỷ lệ hộ gia đình tại huyện Mường Tè có cáp quang đạt 49,8%.", False),
    ("Tỷ lệ hộ gia đình có kết nối Internet băng rộng cáp quang đạt 79%.", False),
]


@pytest.mark.parametrize(("text", "wrong"), RESULTS)
def test_a_result_in_the_table_and_in_a_sentence(text: str, wrong: bool, tmp_path: Path) -> None:
    body = HALF.format("6 tháng đầu", "Sở Y tế", text, SOUND) + TAIL
    assert bool(told("result-stated-twice", body, tmp_path)) == wrong


AIMS = [
    ("6 tháng đầu", "Tỷ lệ dân số trưởng thành có điện thoại thông minh đạt trên 92%.", True),
    ("6 tháng đầu", "Tỷ lệ công chức, viên chức được tập huấn chuyển đổi số đạt 60%.", True),
    ("quý I", "Tỷ lệ người trưởng thành có chữ ký số cá nhân đạt 35%.", True),
    ("9 tháng", "90% hệ thống thông tin được phê duyệt cấp độ.", True),
    ("6 tháng đầu", "Phấn đấu tỷ lệ hồ sơ xử lý trực tuyến đạt 85%.", True),
    ("6 tháng đầu", "Tỷ lệ dân số trưởng thành có điện thoại thông minh đạt trên 90%.", False),
    ("6 tháng đầu", "Năm 2025, tỷ lệ dân số trưởng thành có điện thoại thông minh đạt 95%.", False),
    ("cả", "Tỷ lệ dân số trưởng thành có điện thoại thông minh đạt trên 92%.", False),
    ("6 tháng đầu", "Tỷ lệ dân số nông thôn trưởng thành có điện thoại thông minh đạt 80%.", False),
]


@pytest.mark.parametrize(("span", "text", "wrong"), AIMS)
def test_the_plan_of_the_year_and_the_aims_left(span: str, text: str, wrong: bool, tmp_path: Path) -> None:
    body = HALF.format(span, "Sở Y tế", SOUND, text) + TAIL
    if span == "cả":
        body = body.replace("6 THÁNG CUỐI NĂM", "NĂM SAU")
    assert bool(told("value-stated-twice", body, tmp_path)) == wrong


@pytest.mark.parametrize(
    ("unit", "blank"), [("", True), ("  ", True), ("Sở Y tế", False), ("UBND xã", False)]
)
def test_a_row_that_nobody_follows(unit: str, blank: bool, tmp_path: Path) -> None:
    body = HALF.format("6 tháng đầu", unit, SOUND, SOUND) + TAIL
    assert any("cơ quan theo dõi" in m for m in told("row-incomplete", body, tmp_path)) == blank
