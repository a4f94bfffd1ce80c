"""Figures of a place or a body told in prose and shown in its row."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told
from .test_row_values import table

POINTS = "Bảng 2. Kết quả đánh giá năm 2023\n\n" + table(
    "Hạng | Đơn vị | Điểm", "1 | Huyện Tân Uyên | 88,2", "2 | Huyện Sìn Hồ | 79,5", 
    "3 | Huyện Mường Tè | 61,4", "4 | Thành phố Lai Châu | 60,9",
)  # fmt: skip
SHARES = "Bảng 3. Tỷ lệ hồ sơ trực tuyến của các sở năm 2023\n\n" + table(
    "TT | Cơ quan | Tỷ lệ hồ sơ trực tuyến (%)", "1 | Sở Y tế | 71,5", "2 | Sở Công Thương | 64",
    "3 | Sở Giáo dục và Đào tạo | 90,3",
)  # fmt: skip
TWO = "Bảng 2. Kết quả\n\n" + table(
    "TT | Đơn vị | Điểm năm 2022 | Điểm năm 2023", "1 | Huyện Tân Uyên | 80,1 | 88,2",
    "2 | Huyện Sìn Hồ | 70,4 | 79,5", "3 | Huyện Mường Tè | 60 | 61,4",
)  # fmt: skip
CASES = [
    ("Đứng đầu là huyện Tân Uyên với 82,8 điểm.", POINTS, True),
    ("Huyện Mường Tè đạt 64,1 điểm, xếp cuối.", POINTS, True),
    ("Các đơn vị tiếp theo gồm huyện Sìn Hồ (75,9 điểm), thành phố Lai Châu (60,9 điểm).", POINTS, True),
    ("Thấp nhất là thành phố Lai Châu, đạt số điểm 69,0/100 điểm.", POINTS, True),
    ("Năm 2023 huyện Sìn Hồ có tổng số điểm là 97,5 điểm.", POINTS, True),
    ("Tỷ lệ hồ sơ trực tuyến cao nhất là Sở Giáo dục và Đào tạo (93,0%).", SHARES, True),
    ("Hồ sơ trực tuyến thấp nhất: Sở Công Thương đạt 46%.", SHARES, True),
    ("Đứng đầu là huyện Tân Uyên với 88,2 điểm.", POINTS, False),
    ("Huyện Mường Tè tăng 4,1 điểm.", POINTS, False),
    ("Phấn đấu năm 2024 huyện Mường Tè đạt 70 điểm.", POINTS, False),
    ("Năm 2022, huyện Mường Tè đạt 55,3 điểm.", POINTS, False),
    ("Đứng đầu là huyện Phong Thổ với 82,8 điểm.", POINTS, False),
    ("Tại Sở Y tế đạt 98%, các nơi khác thấp hơn.", SHARES, False),
    ("Sở Y tế có 12 điểm kết nối mạng.", SHARES, False),
    ("Huyện Tân Uyên với 80,1 điểm.", TWO, False),
]


@pytest.mark.parametrize(("text", "shown", "wrong"), CASES)
def test_figures(text: str, shown: str, wrong: bool, tmp_path: Path) -> None:
    messages = told("result-stated-twice", f"{HEAD}I. KẾT QUẢ\n\n{text}\n\n{shown}", tmp_path)
    assert bool(messages) == wrong
