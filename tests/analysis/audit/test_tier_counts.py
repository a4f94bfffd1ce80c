"""Numbers of communes and of what is below them beside the whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told

CASES = [
    ("Toàn xã có 18 thôn, bản.", "Lắp loa thông minh tại 20 thôn, bản.", True),
    ("Đến nay 31/31 ấp có tổ công nghệ số.", "Mở lớp tập huấn cho 33 ấp.", True),
    ("Phường hiện có 24 tổ dân phố.", "Kiện toàn tổ công nghệ số của 26 tổ dân phố, mỗi tổ 05 người.", True),
    ("Địa bàn gồm 15 khu phố.", "Phủ sóng Wi-Fi cho cả 17 khu phố.", True),
    ("Xã Bum Nưa có 12 buôn.", "Đưa dịch vụ công đến 14 buôn.", True),
    ("Cả 108 xã, phường, thị trấn đã có mạng.", "Mở lớp tại 106 xã, phường, thị trấn.", True),
    ("Tỉnh có 104 xã, phường.", "Trang bị máy tính cho 107 xã, phường.", True),
    ("Toàn xã có 18 thôn, bản.", "Lắp loa thông minh tại 18 thôn, bản.", False),
    ("Toàn xã có 18 thôn, bản.", "Lắp loa thông minh tại 06 thôn, bản.", False),
    ("Toàn xã có 18 thôn, bản.", "Trước khi sáp nhập, loa lắp tại 20 thôn, bản.", False),
    ("Toàn xã có 18 thôn, bản.", "Tổ công nghệ số của 20 khu phố.", False),
    ("Tỉnh có 104 xã, phường.", "Mạng đến 102 xã, phường đã hoàn thành.", False),
    ("Tỉnh có 104 xã, phường.", "Thí điểm tại 60 xã, phường.", False),
    ("Tỉnh có 104 xã, phường.", "Tuyên truyền tại 103 xã, phường biên giới.", False),
]


@pytest.mark.parametrize(("whole", "other", "wrong"), CASES)
def test_beside_the_whole(whole: str, other: str, wrong: bool, tmp_path: Path) -> None:
    body = f"{HEAD}I. KẾT QUẢ\n\n{whole}\n\nII. NHIỆM VỤ\n\n{other}\n"
    assert bool(told("count-stated-twice", body, tmp_path)) == wrong
