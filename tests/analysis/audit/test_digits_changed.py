"""A big number of one thing, told again with two digits the other way round or one misread."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

PAIRS = [
    ("Toàn tỉnh có 7.412 thành viên.", "Tập huấn cho tổng số 7.214 thành viên của các tổ.", True),
    ("Đã cung cấp 1.024 dịch vụ công trực tuyến.", "Trong 1.042 dịch vụ công có 30 dịch vụ khó dùng.", True),
    ("Tỉnh có 1.633 tổ với 9.871 người.", "UBND các huyện chỉ đạo 1.663 Tổ công nghệ số cộng đồng.", True),
    ("Kho dữ liệu có 125.731 hồ sơ hộ tịch.", "Chuyển 125.371 hồ sơ hộ tịch lên hệ thống chung.", True),
    ("Trang bị 2.318 máy tính cho cấp xã.", "Bảo trì 2.381 máy tính, thay pin các máy cũ.", True),
    ("Toàn tỉnh có 7.412 thành viên.", "Tập huấn cho tổng số 7.412 thành viên của các tổ.", False),
    ("Toàn tỉnh có 1.520 thành viên.", "Phấn đấu có 1.250 thành viên được tập huấn.", False),
    ("Năm 2023 có 1.024 dịch vụ công.", "Năm 2024 có 1.042 dịch vụ công.", False),
    ("Tỉnh có 1.633 tổ.", "Thành lập mới, nâng tổng số tăng 1.663 tổ.", False),
    ("Tỉnh có 3.128 hộ nghèo.", "Tỉnh có 3.182 hợp tác xã và tổ hợp tác.", False),
    ("Chi 1.235 triệu đồng cho đường truyền.", "Chi 1.253 triệu đồng cho máy chủ.", False),
    ("Tỉnh có 4.512 doanh nghiệp nhỏ.", "Tỉnh có 9.877 doanh nghiệp.", False),
]


@pytest.mark.parametrize(("one", "two", "off"), PAIRS)
def test_digits_that_changed(one: str, two: str, off: bool, tmp_path: Path) -> None:
    body = f"I. HIỆN TRẠNG\n\n{one}\n\nII. NHIỆM VỤ\n\n{two}\n"
    assert bool(told("count-stated-twice", body, tmp_path)) == off
