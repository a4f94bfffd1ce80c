"""Shares of a whole told earlier in the sentence, money told with its parts in brackets, parts of an
earlier number, totals of a plan told without "tổng"."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told

SHARES = [
    ("Quý I, huyện nhận 1.600 hồ sơ, trong đó nộp qua mạng 1.200 hồ sơ, đạt tỷ lệ 85%.", True),
    ("Toàn huyện có 240 thôn, trong đó đã phủ sóng 180 thôn, đạt 78%.", True),
    ("Đã rà soát 320 thủ tục, đã đủ điều kiện 240 thủ tục, chiếm 70%.", True),
    ("Sở có 64 viên chức, trong đó có 48 viên chức được cấp chữ ký số (đạt 72%).", True),
    ("Từ ngày 01/01/2024 đến ngày 30/6/2024: 80.000 đơn thư; trong đó tiếp nhận qua cổng 60.000 đơn thư, "
     "đạt tỷ lệ 57%.", True),
    ("Quý I, huyện nhận 1.600 hồ sơ, trong đó nộp qua mạng 1.200 hồ sơ, đạt tỷ lệ 75%.", False),
    ("Toàn huyện có 240 thôn, trong đó có 200 thôn miền núi, đã phủ sóng 180 thôn, đạt 90%.", False),
    ("Năm 2023 tập huấn 240 người; năm 2024 đã tập huấn 180 người, đạt 90% kế hoạch.", False),
    ("Toàn huyện có 240 thôn; kế hoạch phủ sóng 200 thôn, đã phủ sóng 180 thôn, đạt 90%.", False),
    ("Giao 12 phòng, trong đó 8 phòng đã xong, đạt 90% so với kế hoạch.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong"), SHARES)
def test_share_of_what_is_told_before(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("ratio-against-percent", f"{text}\n", tmp_path)) == wrong


SPENT = [
    ("Năm nay bố trí 80 tỷ đồng (tỉnh 50 tỷ đồng, huyện 30 tỷ đồng); đã giải ngân 60 tỷ đồng, đạt 85%.",
     True),
    ("Dự toán giao 1.200 triệu đồng (gồm cả vốn năm trước), đã chi 900 triệu đồng, đạt tỷ lệ 57%.", True),
    ("Năm nay bố trí 80 tỷ đồng (tỉnh 50 tỷ đồng, huyện 30 tỷ đồng); đã giải ngân 60 tỷ đồng, đạt 75%.",
     False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong"), SPENT)
def test_spent_behind_a_bracket(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("sentence-arithmetic", f"{text}\n", tmp_path)) == wrong


PARTS = [
    ("Huyện có 160 đội với 1.420 người tham gia, bao gồm 18 đội cấp xã và 152 đội cấp thôn.", True),
    ("Cả tỉnh có 90 điểm bưu cục với 240 nhân viên, gồm 30 điểm cấp huyện và 66 điểm cấp xã.", True),
    ("Thành lập 40 nhóm, 320 thành viên, chia ra 12 nhóm của phường và 31 nhóm của khu phố.", True),
    ("Huyện có 170 đội với 1.420 người tham gia, bao gồm 18 đội cấp xã và 152 đội cấp thôn.", False),
    ("Huyện có 15 đội với 170 người, gồm 80 người ở xã và 90 người ở thôn.", False),
]


@pytest.mark.parametrize(("text", "wrong"), PARTS)
def test_parts_of_the_number_before(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("count-total", f"{text}\n", tmp_path)) == wrong


_TABLE = (
    "\n\nPHỤ LỤC\n\n| TT | Nội dung | Số tiền (triệu đồng) |\n|---|---|---|\n| 1 | Máy tính | 210 |\n"
    "| 2 | Đường truyền | 90 |\n| 3 | Tập huấn | 60 |\n| | Tổng cộng | 360 |\n"
)
BUDGETS = [
    ("Kinh phí thực hiện: 390 triệu đồng từ ngân sách xã.", True),
    ("Dự toán kinh phí triển khai Kế hoạch là 330 triệu đồng.", True),
    ("1. Kinh phí thực hiện kế hoạch năm 2024: 390 triệu đồng.", True),
    ("Kinh phí thực hiện: 360 triệu đồng từ ngân sách xã.", False),
    ("Kinh phí thực hiện nhiệm vụ số 2: 390 triệu đồng.", False),
]


@pytest.mark.parametrize(("text", "wrong"), BUDGETS)
def test_budget_against_the_annex(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("money-total", f"{HEAD}V. KINH PHÍ\n\n{text}{_TABLE}", tmp_path)) == wrong


NUMBERS = [
    ("Căn cứ Thông tư số 12/2022/TT/BTTTT ngày 12/8/2022 của Bộ Thông tin và Truyền thông;", True),
    ("Căn cứ Nghị định số 47/2024/NĐ/CP ngày 09/5/2024 của Chính phủ;", True),
    ("Căn cứ Kế hoạch số 155/KH -UBNB ngày 29/7/2022 của UBND tỉnh;", True),
    ("Căn cứ Quyết định số 88/QĐ-UBDN ngày 29/7/2022 của UBND tỉnh;", True),
    ("Căn cứ Quyết định số 749/QĐ/TTg ngày 03/6/2020 của Thủ tướng Chính phủ;", True),
    ("Căn cứ Kế hoạch số 155/KH-UBND ngày 29/7/2022 của UBND tỉnh;", False),
    ("Căn cứ Thông tư số 12/2022/TT-BTTTT ngày 12/8/2022 của Bộ Thông tin và Truyền thông;", False),
    ("Bố trí 12/15 xã/phường theo tiêu chí.", False),
]


@pytest.mark.parametrize(("text", "wrong"), NUMBERS)
def test_symbols_of_acts(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("malformed-act-number", f"{HEAD}{text}\n", tmp_path)) == wrong
