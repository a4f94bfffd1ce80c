"""Facts that a document has one of, told by two numbers or two names, and sound pairs that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told

POINTS = [
    ("Năm 2022, DTI của tỉnh đạt 512,40 điểm.", "Tổng điểm DTI năm 2022 là 521,40 điểm.", True),
    (
        "Phấn đấu tổng điểm DTI năm 2024 từ 650 điểm trở lên.",
        "Mục tiêu năm 2024: DTI đạt trên 640 điểm.",
        True,
    ),
    ("Tỉnh đạt 430,5 điểm năm 2022, xếp hạng 50/63.", "Năm 2022 tổng số điểm của tỉnh là 435 điểm.", True),
    ("DTI năm 2023 đạt 600 điểm.", "Tổng điểm năm 2023 đạt 600,5/1.000 điểm.", True),
    ("Đưa DTI năm 2025 đạt tối thiểu 800 điểm.", "Đến năm 2025, nâng tổng điểm lên 780 điểm.", True),
    ("Năm 2022, DTI của tỉnh đạt 512,40 điểm.", "Tổng điểm DTI năm 2023 là 521,40 điểm.", False),
    ("Năm 2022, DTI của tỉnh đạt 512,40 điểm.", "DTI trung bình cả nước năm 2022 là 560 điểm.", False),
    ("Năm 2022, DTI của tỉnh đạt 512,40 điểm.", "Phấn đấu DTI năm 2022 đạt 600 điểm.", False),
    ("Năm 2022, DTI của tỉnh đạt 512,40 điểm.", "DTI năm 2022 tăng 210 điểm.", False),
]


@pytest.mark.parametrize(("first", "second", "wrong"), POINTS)
def test_points_of_the_index(first: str, second: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("value-stated-twice", f"{HEAD}{first}\n\nLời dẫn.\n\n{second}\n", tmp_path)) == wrong


COUNTS = [
    ("Tổng kinh phí thực hiện Kế hoạch là 12,5 tỷ đồng.", "Kinh phí thực hiện Kế hoạch: 13 tỷ đồng.", True),
    ("Tổng kinh phí năm 2024: 800 triệu đồng.", "Tổng nhu cầu kinh phí là 850 triệu đồng.", True),
    ("Dự kiến tổng nhu cầu. Tổng kinh phí triển khai Kế hoạch 45 tỷ đồng.",
     "- Kinh phí triển khai Kế hoạch này là 42 tỷ đồng.", True),
    ("Bồi dưỡng chữ ký số cho 250 giáo viên trung học.",
     "- Sở Nội vụ: bồi dưỡng chữ ký số cho 280 giáo viên trung học.",
     True),
    ("Tổ chức 03 hội thảo về thương mại điện tử nông sản.",
     "Tổ chức 05 hội thảo về thương mại điện tử nông sản.", True),
    ("Hỗ trợ 120 doanh nghiệp dùng hóa đơn khởi tạo từ máy tính tiền.",
     "Hỗ trợ 150 doanh nghiệp dùng hóa đơn khởi tạo từ máy tính tiền.", True),
    ("Toàn tỉnh có 1.240 thôn, tổ dân phố.", "Phủ sóng cho cả 1.204 thôn, tổ dân phố.", True),
    ("Huyện hiện có 96 cơ sở giáo dục.",
     "Toàn bộ 98 cơ sở giáo dục trên địa bàn thu học phí trực tuyến.", True),
    ("Tỉnh quản lý 62 hệ thống thông tin.", "Phê duyệt cấp độ cho tất cả 64 hệ thống thông tin.", True),
    ("Tỉnh hiện có 210 trạm y tế.", "Nâng cấp 190 trạm y tế trên địa bàn.", False),
    ("Tổng kinh phí năm 2024: 800 triệu đồng.", "Tổng kinh phí năm 2025: 850 triệu đồng.", False),
    ("Tổng kinh phí thực hiện Kế hoạch là 12,5 tỷ đồng.", "Kinh phí tập huấn là 11 tỷ đồng.", False),
    ("Mở 05 lớp kỹ năng số cho cán bộ cấp huyện.", "Mở 08 lớp kỹ năng số cho cán bộ cấp xã.", False),
    ("Tổ chức 03 hội thảo về thương mại điện tử nông sản.",
     "Đã tổ chức 05 hội thảo về thương mại điện tử nông sản.",
     False),
    ("Toàn tỉnh có 1.240 thôn, tổ dân phố.", "Đến năm 2025 toàn tỉnh có 1.204 thôn, tổ dân phố.", False),
    ("Tỉnh quản lý 62 hệ thống thông tin.", "Phê duyệt cấp độ cho 58 hệ thống thông tin.", False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "wrong"), COUNTS)
def test_money_people_and_things(first: str, second: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("count-stated-twice", f"{HEAD}{first}\n\nLời dẫn.\n\n{second}\n", tmp_path)) == wrong


DUTIES = [
    ("Sở Khoa học và Công nghệ là cơ quan thường trực Ban Chỉ đạo.",
     "Văn phòng UBND tỉnh là cơ quan thường trực của Ban Chỉ đạo.", True),
    ("Sở Nội vụ là đơn vị đầu mối tổng hợp báo cáo.",
     "Giao Sở Tài chính là cơ quan đầu mối tổng hợp báo cáo.", True),
    ("2. Sở Tư pháp: là cơ quan thường trực, theo dõi Kế hoạch.",
     "Sở Y tế là cơ quan thường trực của Kế hoạch.", True),
    ("Công an tỉnh là cơ quan thường trực Đề án 06.", "Sở Tư pháp là cơ quan thường trực Đề án 06.", True),
    ("Sở Công Thương làm cơ quan đầu mối theo dõi Kế hoạch.",
     "Sở Xây dựng là đơn vị đầu mối của Kế hoạch.", True),
    ("Công an tỉnh là cơ quan thường trực Đề án 06.", "Sở Nội vụ là cơ quan thường trực Ban Chỉ đạo.", False),
    ("Sở Nội vụ là cơ quan thường trực Ban Chỉ đạo.",
     "Sở Nội vụ là cơ quan thường trực, giúp Ban Chỉ đạo.", False),
    ("Sở Nội vụ là cơ quan thường trực Kế hoạch.", "Sở Y tế là cơ quan đầu mối của ngành.", False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "wrong"), DUTIES)
def test_one_standing_duty(first: str, second: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("lead-stated-twice", f"{HEAD}{first}\n\nLời dẫn.\n\n{second}\n", tmp_path)) == wrong


MEETINGS = [
    (
        "Ban Chỉ đạo họp 04 phiên trong năm 2024 về dữ liệu.",
        "Ban Chỉ đạo họp 02 phiên trong năm về dữ liệu.",
        True,
    ),
    ("Tổ giúp việc họp đánh giá tiến độ 01 lần/quý.", "Tổ giúp việc họp đánh giá tiến độ 12 lần/năm.", True),
    (
        "Ban Chỉ đạo tổ chức 03 phiên họp chuyên đề trong năm.",
        "Ban Chỉ đạo họp 05 phiên chuyên đề trong năm.",
        True,
    ),
    ("Ban Chỉ đạo họp 04 phiên trong năm 2024 về dữ liệu.", "Ban Chỉ đạo họp 01 lần/quý về dữ liệu.", False),
    (
        "Ban Chỉ đạo họp 04 phiên trong năm 2024 về dữ liệu.",
        "Tổ giúp việc họp 12 phiên trong năm về dữ liệu.",
        False,
    ),
    (
        "Ban Chỉ đạo họp 04 phiên trong năm 2024 về dữ liệu.",
        "Ban Chỉ đạo đã họp 02 phiên trong năm về dữ liệu.",
        False,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "wrong"), MEETINGS)
def test_meetings_of_a_year(first: str, second: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("frequency-stated-twice", f"{HEAD}{first}\n\nLời dẫn.\n\n{second}\n", tmp_path)) == wrong
