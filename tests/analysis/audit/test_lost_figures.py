"""Lost figures: units without a number, paragraphs that break off, letters for digits; sound look-alikes."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

BARE = [
    ("- Băng thông tại mỗi điểm phục vụ đạt tối thiểu Mbps.", True),
    ("- Tiết kiệm chi phí in ấn trên tỷ đồng mỗi năm.", True),
    ("- Huy động ít nhất triệu đồng cho quỹ học bổng.", True),
    ("- Dung lượng lưu trữ không dưới TB cho mỗi sở.", True),
    ("- Tốc độ tải xuống trung bình đạt trên Mb/s ở vùng núi.", True),
    ("- Tỷ lệ hài lòng cao hơn điểm phần trăm so với năm trước.", True),
    ("- Băng thông tại mỗi điểm phục vụ đạt tối thiểu 100 Mbps.", False),
    ("- Đơn vị tính là triệu đồng.", False),
    ("- Tính số việc làm trên tỷ đồng doanh thu.", False),
]


@pytest.mark.parametrize(("text", "lost"), BARE)
def test_units_without_a_number(text: str, lost: bool, tmp_path: Path) -> None:
    assert bool(told("missing-figure", f"I. MỤC TIÊU\n\n{text}\n", tmp_path)) == lost


ENDS = [
    ("a) Nền tảng hoạt động ổn định, tổng số tài khoản đã cấp là", "b) Các xã dùng thường xuyên.", True),
    ("- Tổng kinh phí đã chi cho tập huấn khoảng", "- Việc mua sắm đúng quy định.", True),
    ("1. Năm qua tỷ lệ hồ sơ nộp trực tuyến đạt", "2. Cổng dịch vụ công vận hành ổn định.", True),
    ("+ Doanh thu của các sàn trong quý bằng", "+ Các hộ được hỗ trợ bán hàng.", True),
    ("2.1. Số lượng văn bản ký số trong tháng lên đến", "2.2. Hộp thư công vụ dùng chung.", True),
    ("a) Tổng số tài khoản đã cấp là 120.", "b) Các xã dùng thường xuyên.", False),
    ("1. Tỷ lệ hồ sơ theo từng cấp là", "- Cấp tỉnh: 80%;", False),
    ("a) Mục tiêu của đề án là", "b) Tăng số người dùng.", False),
]


@pytest.mark.parametrize(("first", "second", "lost"), ENDS)
def test_paragraphs_that_break_off(first: str, second: str, lost: bool, tmp_path: Path) -> None:
    assert bool(told("missing-figure", f"II. KẾT QUẢ\n\n{first}\n\n{second}\n", tmp_path)) == lost


TIERS = [
    ("c) 90% hồ sơ công việc tại cấp thành phố, 80% tại cấp huyện và tại cấp xã được xử lý trên mạng.", True),
    ("- 100% văn bản ở cấp tỉnh, 95% ở cấp huyện, ở cấp xã được ký số.", True),
    ("- Phủ sóng 98% dân cư ở đô thị, 85% ở nông thôn và ở vùng sâu.", True),
    ("- 70% cuộc họp của các sở, 60% của các huyện và của các xã là trực tuyến.", True),
    ("- Tập huấn cho 80% giáo viên tại khu vực thành thị, 70% tại khu vực nông thôn và tại vùng cao.", True),
    ("c) 90% hồ sơ công việc tại cấp thành phố, 80% tại cấp huyện và 60% tại cấp xã được xử lý.", False),
    ("c) 90% hồ sơ công việc tại cấp thành phố, 80% tại cấp huyện và cấp xã được xử lý.", False),
    ("- 80% hồ sơ tại cấp huyện và tại cấp xã được xử lý trên mạng.", False),
    ("- 90% hồ sơ tại cấp tỉnh; 80% tại cấp huyện và tổ chức tập huấn tại cấp xã.", False),
]


@pytest.mark.parametrize(("text", "lost"), TIERS)
def test_a_tier_without_its_figure(text: str, lost: bool, tmp_path: Path) -> None:
    assert bool(told("missing-figure", f"I. MỤC TIÊU\n\n{text}\n", tmp_path)) == lost


LETTERS = [
    ("- Có l00% thôn phủ sóng.", "l00"),
    ("- Đã nối mạng 1O5/130 điểm trường.", "1O5"),
    ("- Hoàn thành trong năm 2O25.", "2O25"),
    ("- Họp ngày 1O/12/2023 tại huyện.", "1O"),
    ("- Đạt O,5% dân số.", "O,5"),
    ("- Mở 1l/15 lớp.", "1l"),
    ("- Có 100% thôn phủ sóng, 105/130 điểm trường.", None),
    ("- Mạng 5G, H2O, CO2, tiêu chuẩn ISO 27001, vi sinh 10L nước.", None),
    ("- Tiêu hao 3l/ngày; phụ lục 2l; biểu i/2024.", None),
]


@pytest.mark.parametrize(("text", "printed"), LETTERS)
def test_letters_for_digits(text: str, printed: str | None, tmp_path: Path) -> None:
    messages = told("malformed-number", text + "\n", tmp_path)
    assert [f"“{printed}”" in m for m in messages] == ([True] if printed else [])


MONEY = [
    ("Sàn nông sản có doanh số 12,4 tỷ.", True),
    ("Kinh phí giải ngân đạt 350 triệu; còn lại chuyển nguồn.", True),
    ("Tổng mức đầu tư của dự án là 96 tỷ, do tỉnh bố trí.", True),
    ("Cắt giảm hồ sơ giấy, tiết kiệm 820 triệu.", True),
    ("Ngân sách huyện bố trí 4 tỷ (năm 2024)", False),
    ("Giá trị giao dịch 1.250 tỷ.", True),
    ("Sàn nông sản có doanh số 12,4 tỷ đồng.", False),
    ("Kinh phí gồm 36 tỷ, 9,8 tỷ và 3,5 tỷ đồng.", False),
    ("Giá trị xuất khẩu phần mềm 12 triệu USD.", False),
    ("Trên 50 triệu công dân có tài khoản.", False),
    ("Tổng số giao dịch là 12 triệu, tăng 5%.", False),
]


@pytest.mark.parametrize(("text", "bare"), MONEY)
def test_money_of_no_currency(text: str, bare: bool, tmp_path: Path) -> None:
    assert bool(told("amount-without-currency", f"- {text}\n", tmp_path)) == bare
