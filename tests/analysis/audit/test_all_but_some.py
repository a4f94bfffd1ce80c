"""All have it and some lack it: forms, and sound ones that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

PAIRS = [
    ("Hiện 90/90 trạm y tế xã đã có kết nối hồ sơ sức khỏe điện tử.",
     "Còn 07 trạm y tế xã chưa có kết nối hồ sơ sức khỏe điện tử.", True),
    ("Đến nay 120/120 trường trung học đã dùng học bạ số liên thông.",
     "Học bạ số liên thông của 14 trường trung học vùng cao chưa dùng được.", True),
    ("Đã có 45/50 bản làng lắp loa truyền thanh thông minh.",
     "Hạn chế: 08 bản làng chưa lắp được loa truyền thanh thông minh.", True),
    ("64/64 chợ trung tâm đều đã thanh toán không dùng tiền mặt qua mã QR.",
     "Vẫn còn 03 chợ trung tâm chưa thanh toán không dùng tiền mặt qua mã QR.", True),
    ("Có 18/18 sở, ngành đã nối trục liên thông văn bản điện tử.",
     "Trục liên thông văn bản điện tử còn 02 sở, ngành chưa nối.", True),
    ("Hiện 83/90 trạm y tế xã đã có kết nối hồ sơ sức khỏe điện tử.",
     "Còn 07 trạm y tế xã chưa có kết nối hồ sơ sức khỏe điện tử.", False),
    ("Mục tiêu: 90/90 trạm y tế xã có kết nối hồ sơ sức khỏe điện tử.",
     "Còn 07 trạm y tế xã chưa có kết nối hồ sơ sức khỏe điện tử.", False),
    ("Hiện 90/90 trạm y tế xã đã có kết nối hồ sơ sức khỏe điện tử.",
     "Năm trước 07 trạm y tế xã chưa có kết nối hồ sơ sức khỏe điện tử.", False),
    ("Hiện 90/90 trạm y tế xã đã có kết nối hồ sơ sức khỏe điện tử.",
     "Còn 07 trường mầm non chưa có bếp ăn đạt chuẩn.", False),
    ("Đã có 45/50 bản làng lắp loa truyền thanh thông minh.",
     "Loa truyền thanh thông minh ở bản làng lắp mới 12 cụm chưa được nghiệm thu.", False),
]  # fmt: skip


@pytest.mark.parametrize(("having", "lacking", "wrong"), PAIRS)
def test_pairs(having: str, lacking: str, wrong: bool, tmp_path: Path) -> None:
    body = f"I. KẾT QUẢ\n\n- {having}\n\nII. HẠN CHẾ\n\n- {lacking}\n"
    assert bool(told("all-but-some", body, tmp_path)) == wrong
