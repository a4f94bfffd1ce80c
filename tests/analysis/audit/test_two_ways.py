"""Things that go one of two ways, more handled than met, units named behind a number, points and percent."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

WAYS = [
    ("Huyện tiếp nhận 8.200 hồ sơ, trong đó trực tuyến 5.100 hồ sơ (62,2%); trực tiếp 3.000 hồ sơ.", True),
    ("Đã trả kết quả 950 hồ sơ; trong đó 900 hồ sơ đúng hạn, đạt 94,7%, 40 hồ sơ quá hạn.", True),
    ("Cung cấp 1.500 thủ tục, gồm 820 thủ tục toàn trình, chiếm 54,7%; 670 thủ tục một phần.", True),
    ("Có 340 phản ánh, trong đó đã trả lời 310 phản ánh, đạt 91,2%, còn lại 20 phản ánh.", True),
    ("Nhận 12.000 hồ sơ, trong đó qua bưu chính và trực tiếp 4.000 hồ sơ, trực tuyến 7.000 hồ sơ.", True),
    ("Huyện tiếp nhận 8.200 hồ sơ, trong đó trực tuyến 5.200 hồ sơ (63,4%); trực tiếp 3.000 hồ sơ.", False),
    ("Tiếp nhận 900 hồ sơ, trong đó trực tuyến 500 hồ sơ, tăng 80 hồ sơ; trực tiếp 390 hồ sơ.", False),
    ("Có 340 phản ánh, trong đó đã trả lời 200 phản ánh, còn lại 20 phản ánh chưa rõ địa chỉ.", False),
    ("Tiếp nhận 900 hồ sơ, trong đó trực tuyến 500 hồ sơ, bưu chính 100 hồ sơ, trực tiếp 300 hồ sơ.", False),
]


@pytest.mark.parametrize(("text", "off"), WAYS)
def test_two_ways_that_do_not_come_to_all(text: str, off: bool, tmp_path: Path) -> None:
    assert bool(told("count-total", f"- {text}\n", tmp_path)) == off


HANDLED = [
    ("Phát hiện 12 lỗ hổng, đã khắc phục 15 lỗ hổng.", True),
    ("Hệ thống ghi nhận 1.200 cảnh báo và đã xử lý 1.350 cảnh báo.", True),
    ("Tiếp nhận 84 phản ánh của người dân, giải quyết xong 91 phản ánh.", True),
    ("Nhận được 30 câu hỏi, đã trả lời 33.", True),
    (
        "Có 7 vụ tấn công, ngăn chặn thành công 9 vụ tấn công.",
        True,
    ),
    ("Phát hiện 15 lỗ hổng, đã khắc phục 12 lỗ hổng.", False),
    ("Tiếp nhận 84 phản ánh, giải quyết 91 phản ánh (có 10 phản ánh năm trước chuyển sang).", False),
    ("Tiếp nhận 84 phản ánh, cùng số tồn năm trước, giải quyết 91 phản ánh.", False),
    ("Phát hiện 5 sự cố, xử lý trong vòng 24 giờ.", False),
    ("Phát hiện 5 sự cố; đã xử lý 40 văn bản.", False),
]


@pytest.mark.parametrize(("text", "more"), HANDLED)
def test_more_handled_than_met(text: str, more: bool, tmp_path: Path) -> None:
    assert bool(told("part-above-whole", f"- {text}\n", tmp_path)) == more


NAMED = [
    ("Thí điểm tại 04 đơn vị: Sở Y tế, Sở Nội vụ, Công an tỉnh.", True),
    ("Giao 03 cơ quan gồm: Văn phòng UBND tỉnh, Sở Tài chính, Thanh tra tỉnh, Sở Tư pháp.", True),
    ("Lắp đặt cho 05 bệnh viện: Bệnh viện Phổi, Bệnh viện Nhi, Bệnh viện Mắt và Bệnh viện Da liễu.", True),
    ("Kiểm tra 02 sở: Sở Y tế, Sở Nội vụ, Sở Xây dựng.", True),
    ("Trang bị máy quét cho 04 đơn vị trực thuộc: Trung tâm Công báo, Chi cục Kiểm lâm.", True),
    ("Thí điểm tại 03 đơn vị: Sở Y tế, Sở Nội vụ, Công an tỉnh.", False),
    ("Thí điểm tại 04 đơn vị: Sở Y tế, Sở Văn hóa, Thể thao và Du lịch, Công an tỉnh.", False),
    ("Thí điểm tại 10 đơn vị, trong đó có: Sở Y tế, Sở Nội vụ.", False),
    ("Thí điểm tại 10 đơn vị: Sở Y tế, Sở Nội vụ, các huyện.", False),
]


@pytest.mark.parametrize(("text", "wrong"), NAMED)
def test_units_named_behind_a_colon(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("list-count", f"- {text}\n", tmp_path)) == wrong


POINTS = [
    ("Thể chế số đạt 40,25/100 điểm, chỉ bằng 42,05% điểm tối đa.", True),
    ("Nhân lực số 61/100 điểm, mới chiếm 16% thang điểm.", True),
    ("Hạ tầng số: 68,5/100 điểm (tương đương 65,8%).", True),
    ("Kinh tế số được 45/150 điểm, chỉ đạt khoảng 45%.", True),
    ("Xã hội số 30/150 điểm, tương đương với 25%.", True),
    ("Thể chế số đạt 40,25/100 điểm, chỉ bằng 40,25% điểm tối đa.", False),
    ("Xã hội số 30/150 điểm, tương đương với 20%.", False),
]


@pytest.mark.parametrize(("text", "wrong"), POINTS)
def test_points_as_a_share(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("points-against-percent", f"- {text}\n", tmp_path)) == wrong
