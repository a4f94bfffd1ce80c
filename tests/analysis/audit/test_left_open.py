"""Acts cited with blanks, notes of drafters, names of bodies with other marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told

OPEN_ACTS = [
    ("Thay thế Quyết định số      /QĐ-UBND ngày 14/5/2021 của UBND tỉnh.", True),
    ("Căn cứ Nghị quyết số 09-NQ/TU ngày …/…/2021 của Tỉnh ủy;", True),
    ("Thực hiện Công văn số ….. của Bộ Nội vụ về chữ ký số.", True),
    ("Thực hiện Chương trình số /CTr-UBND của tỉnh về dữ liệu.", True),
    ("Theo Kế hoạch số 77/KH-UBND ngày     tháng     năm 2022 của tỉnh.", True),
    ("Theo Kế hoạch số 77/KH-UBND ngày ... tháng 6 năm 2022 của tỉnh.", True),
    ("Theo Kết luận số 31-KL/TU ngày   /9/2022 của Tỉnh ủy.", True),
    ("Theo Thông báo số xx/TB-UBND ngày xx/xx/2023 của tỉnh.", True),
    ("Theo Quyết định số 77/QĐ-UBND ngày 06/6/20… của tỉnh.", True),
    ("Thực hiện Đề án cho giai đoạn 2021 - 20... của tỉnh.", True),
    ("Thay thế Quyết định số 18/QĐ-UBND ngày 14/5/2021 của UBND tỉnh.", False),
    ("Các sở ghi rõ số công văn, ngày tháng năm ban hành.", False),
    ("Các sở gửi báo cáo ngày 15/tháng và ngày 20/quý.", False),
    ("Các sở gửi báo cáo trước ngày 15/3 hằng năm.", False),
    ("Căn cứ Nghị quyết số 09-NQ/TU ngày 14 tháng 6 năm 2021 của Tỉnh ủy;", False),
    ("Biểu mẫu số 02\n\nTheo Công văn số …../UBND-VX ngày …/…/2024 của UBND huyện.", False),
]


@pytest.mark.parametrize(("text", "blank"), OPEN_ACTS)
def test_acts_left_open(text: str, blank: bool, tmp_path: Path) -> None:
    assert bool(told("blank-figure", f"{HEAD}{text}\n", tmp_path)) == blank
