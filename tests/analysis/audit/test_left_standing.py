"""What was printed wrong or left standing: days known by name, reports of years past, digits that changed
places, aims among others that tell no figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told

DAYS = [
    ("Tổ chức hưởng ứng Ngày Chuyển đổi số quốc gia 01/10/2024.", True),
    ("Mít tinh nhân Ngày Chuyển đổi số quốc gia (ngày 10/11).", True),
    ("Hội thi chào mừng Ngày Pháp luật Việt Nam 11/9 tại các xã.", True),
    ("Chào mừng Ngày Doanh nhân Việt Nam (13/11/2024).", True),
    ("Ngày Nhà giáo Việt Nam năm 2024 (11/20) có hội thi.", True),
    ("Tổ chức hưởng ứng Ngày Chuyển đổi số quốc gia 10/10/2024.", False),
    ("Hưởng ứng Ngày Chuyển đổi số quốc gia vào ngày 08/10/2024.", False),
    ("Ngày Chuyển đổi số quốc gia có 01/10 sở tham gia.", False),
    ("Ngày hội Công nghệ số cộng đồng 05/10/2024.", False),
    ("Chào mừng Ngày Nhà giáo Việt Nam (20/11).", False),
]


@pytest.mark.parametrize(("text", "off"), DAYS)
def test_days_known_by_name(text: str, off: bool, tmp_path: Path) -> None:
    assert bool(told("known-day-differs", f"{HEAD}I. NHIỆM VỤ\n\n- {text}\n", tmp_path)) == off


REPORTS = [
    ("Các sở gửi báo cáo tổng kết năm 2023 về Sở Nội vụ trước ngày 05/12/2024.", True),
    ("Các xã báo cáo kết quả thực hiện Kế hoạch năm 2022 gửi huyện trước 10/12/2024.", True),
    ("Báo cáo kết quả các chỉ số DTI năm 2022 gửi Sở Nội vụ chậm nhất là ngày 20/11/2024.", True),
    ("Báo cáo tổng kết công tác năm 2023 gửi UBND tỉnh trước ngày 15/11/2024.", True),
    ("UBND cấp xã gửi báo cáo kết quả chuyển đổi số năm 2023 trước ngày 01/12/2024.", True),
    ("Các sở gửi báo cáo tổng kết năm 2024 về Sở Nội vụ trước ngày 05/12/2024.", False),
    ("Các sở gửi báo cáo tổng kết năm 2023 về Sở Nội vụ trước ngày 15/02/2024.", False),
    ("Báo cáo kết quả các chỉ số DTI năm 2023 gửi Sở Nội vụ trước ngày 20/11/2024.", False),
    ("Báo cáo kết quả thực hiện kết luận thanh tra năm 2023 trước ngày 20/11/2024.", False),
    ("Báo cáo kết quả giai đoạn 2021 - 2023 gửi UBND tỉnh trước ngày 15/11/2024.", False),
]


@pytest.mark.parametrize(("text", "off"), REPORTS)
def test_reports_of_a_year_past(text: str, off: bool, tmp_path: Path) -> None:
    assert bool(told("year-left-over", f"{HEAD}VI. TỔ CHỨC THỰC HIỆN\n\n1. {text}\n", tmp_path)) == off


SWAPPED = [
    ("Tỉnh lưu trữ 38 hệ thống thông tin dùng chung.", "Chuyển 83 hệ thống thông tin dùng chung.", True),
    ("Có 64 trạm y tế xã dùng bệnh án số.", "Trang bị máy in cho 46 trạm y tế xã dùng bệnh án.", True),
    ("Toàn tỉnh có 1286 thủ tục hành chính cấp tỉnh.", "Rà soát 1268 thủ tục hành chính cấp tỉnh.", True),
    ("Có 172 thôn bản vùng cao lõm sóng.", "Xóa lõm sóng tại 127 thôn bản vùng cao lõm sóng.", True),
    ("Có 95 điểm bưu điện văn hóa xã.", "Nâng cấp 59 điểm bưu điện văn hóa xã.", True),
    ("Tỉnh lưu trữ 38 hệ thống thông tin dùng chung.", "Chuyển 38 hệ thống thông tin dùng chung.", False),
    ("Tỉnh lưu trữ 38 hệ thống thông tin dùng chung.", "Chuyển 30 hệ thống thông tin dùng chung.", False),
    ("Có 64 trạm y tế xã dùng bệnh án số.", "Trang bị máy in cho 46 trạm y tế phường, thị trấn.", False),
    ("Đã mở 12 lớp kỹ năng số cho nông dân.", "Mở 21 lớp kỹ năng số cho nông dân.", False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "off"), SWAPPED)
def test_digits_that_changed_places(first: str, second: str, off: bool, tmp_path: Path) -> None:
    text = f"{HEAD}I. TÌNH HÌNH\n\n{first}\n\nII. NHIỆM VỤ\n\n1. {second}\n"
    assert bool(told("count-stated-twice", text, tmp_path)) == off


GOALS = """V. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024

1. Mục tiêu
- Hồ sơ nộp trực tuyến đạt 85%.
- 100% thôn có sóng di động.
- Thanh toán phí trực tuyến đạt tối thiểu 65%.
- {}.
- Cán bộ được tập huấn kỹ năng số đạt 95%.
"""
AIMS = [
    ("vague-target", "Tăng số hộ có cáp quang theo khả năng thực tế của các xã", True),
    ("vague-target", "Nâng tỷ lệ hộ có mã địa chỉ số tùy điều kiện từng thôn", True),
    ("vague-target", "Tăng số trường dùng học bạ số khi có điều kiện", True),
    ("vague-target", "Tăng số chợ nhận thanh toán số theo tình hình thực tế", True),
    ("vague-target", "Nâng số người dân có chữ ký số trong khả năng của các xã", True),
    ("vague-target", "Số hộ có cáp quang đạt 70%", False),
]


@pytest.mark.parametrize(("rule", "aim", "off"), AIMS)
def test_an_aim_among_figures(rule: str, aim: str, off: bool, tmp_path: Path) -> None:
    assert bool(told(rule, HEAD + GOALS.format(aim), tmp_path)) == off


def test_points_given_to_indicators(tmp_path: Path) -> None:
    text = "Tỉnh được chấm điểm {} chỉ số thành phần, trong đó 20 chỉ số đạt điểm tối đa, 50 chỉ số chưa"
    text = f"{HEAD}{text} đạt điểm tối đa và 10 chỉ số không có điểm.\n"
    assert told("count-total", text.format(83), tmp_path)
    assert not told("count-total", text.format(80), tmp_path)
