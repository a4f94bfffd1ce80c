"""Ratios, money spent and classes of a whole: forms, and sound ones that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

RATIOS = [
    ("Có 13/20 nhiệm vụ xong đúng hạn (tỷ lệ 75%), còn lại xin gia hạn.", True),
    ("Có 812 trên 1.160 thủ tục phát sinh hồ sơ, đạt 60%.", True),
    ("Đã hoàn thành 8 trong tổng số 12 nhiệm vụ, tương đương 60%.", True),
    ("Có 45 xã trên tổng số 60 xã đạt chuẩn, chiếm 80%.", True),
    ("Có 9/12 phòng chuyên môn (85%) đã dùng chữ ký số.", True),
    ("Tỷ lệ hồ sơ đúng hạn đạt 95,5% (1.520/2.000 hồ sơ).", True),
    ("Có 45 xã trong tổng số 60 xã đạt chuẩn, chiếm 75%.", False),
    ("Có 9/12 phòng chuyên môn (75%) đã dùng chữ ký số.", False),
    ("Tỷ lệ hồ sơ đúng hạn đạt 76% (1.520/2.000 hồ sơ).", False),
    ("Tỷ lệ hồ sơ đúng hạn đạt 69,5% trong tuần lễ chuyển đổi số (10/10).", False),
    ("Kết quả trong 06 tháng, đạt 60%.", False),
    ("Chỉ số đạt 65,2% (25/63 tỉnh, thành phố).", False),
]


@pytest.mark.parametrize(("text", "wrong"), RATIOS)
def test_ratios(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("ratio-against-percent", text + "\n", tmp_path)) == wrong


SPENT = [
    ("Vốn phân bổ cho y tế số năm 2023 là 12,4 triệu đồng; đã giải ngân 9,3 tỷ đồng, đạt 75%.", True),
    ("Dự toán giao 9 tỷ đồng, đến ngày 30/6/2024 đã giải ngân 11 tỷ đồng.", True),
    ("Kế hoạch vốn là 12.500 triệu đồng, giải ngân đến 31/12/2023 được 10.000 triệu đồng, đạt 85%.", True),
    ("Đã giải ngân 6,6 tỷ đồng, đạt 65% tổng kinh phí được giao (8,8 tỷ đồng).", True),
    ("Huyện bố trí 850 triệu đồng cho các tổ, đã sử dụng 790 triệu đồng, đạt 98,5%.", True),
    ("Được giao 320.000.000 đồng, đã chi 350.000.000 đồng, bằng 91,4%.", True),
    ("Vốn phân bổ cho y tế số năm 2023 là 12,4 tỷ đồng; đã giải ngân 9,3 tỷ đồng, đạt 75%.", False),
    ("Năm 2023 tỉnh cấp 3 tỷ đồng, trong đó chi cho dữ liệu 1 tỷ đồng, chiếm 33,3%.", False),
    ("Ngân sách tỉnh cấp 3 tỷ đồng; doanh nghiệp giải ngân 4 tỷ đồng.", False),
    ("Dự toán giao 9 tỷ đồng, đã giải ngân khoảng 6 tỷ đồng, đạt 70%.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong"), SPENT)
def test_money_spent(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("sentence-arithmetic", text + "\n", tmp_path)) == wrong


CLASSES = [
    ("Trong 18 tiêu chí của huyện có 11 tiêu chí đạt yêu cầu và 5 tiêu chí chưa đạt.", True),
    ("Kế hoạch có 24 nhiệm vụ, trong đó 15 nhiệm vụ đã hoàn thành, 7 nhiệm vụ chưa hoàn thành.", True),
    ("Tổng số 62 hệ thống: 50 hệ thống được phê duyệt, 14 hệ thống chưa được phê duyệt.", True),
    ("Có 17/20 xã đạt chuẩn, còn 04 xã chưa đạt.", True),
    ("Tỉnh có 1.200 thôn, có 1.100 thôn có sóng, 90 thôn chưa có sóng.", True),
    (
        "Trong 40 mục thuộc 05 nhóm, có 12 mục được điểm cao, 25 mục được điểm thấp và 06 mục chưa có điểm.",
        True,
    ),
    ("Tổng số 64 hệ thống: 50 hệ thống được phê duyệt, 14 hệ thống chưa được phê duyệt.", False),
    ("Có 16/20 xã đạt chuẩn, còn 04 xã chưa đạt.", False),
    ("Theo dõi 30 chỉ số, có 20 chỉ số đạt, 5 chỉ số chưa đạt, còn lại chưa có số liệu.", False),
    ("Theo dõi 30 chỉ số, có 20 chỉ số đạt, 5 chỉ số chưa đạt và 5 chỉ số không đánh giá.", False),
    ("Theo dõi 30 chỉ số, có 20 chỉ số đạt và 5 chỉ số chưa đạt. Có 5 chỉ số hoãn lại.", False),
]


@pytest.mark.parametrize(("text", "wrong"), CLASSES)
def test_classes_of_a_whole(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("count-total", text + "\n", tmp_path)) == wrong


WORDS = [
    ("Kinh phí là 45 triệu đồng (Bằng chữ: Năm mươi bốn triệu đồng).", True),
    ("Tổng dự toán: 1.250.000.000 đồng, bằng chữ: Một tỷ hai trăm năm mươi lăm triệu đồng chẵn.", True),
    ("Giá gói thầu 98.500.000 đồng (Chín mươi tám triệu năm trăm ngàn đồng).", False),
    ("Mức hỗ trợ 2,5 tỷ đồng (viết bằng chữ: Hai tỷ năm trăm năm mươi triệu đồng).", True),
    ("Trả lời trong 05 (bốn) ngày làm việc.", True),
    ("Lập 12 (mười một) bộ hồ sơ gửi Sở.", True),
    ("Lập 12 (mười hai) bộ hồ sơ gửi Sở.", False),
    ("Thuê đường truyền 12 (năm) một lần; năm 2024 (hai) đợt.", False),
    ("Kinh phí là 45 triệu đồng (Bốn mươi lăm triệu đồng).", False),
    ("Tổng số 3 tỷ đồng, gồm máy 2 tỷ đồng; tập huấn 1 tỷ đồng (Ba tỷ đồng).", False),
    ("Có 15 (ba xã miền núi) điểm; 20 (hai huyện).", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong"), WORDS)
def test_figures_and_words(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("words-against-figures", text + "\n", tmp_path)) == wrong


ITEMS = [
    (("a) Tỉnh: 7 tỷ đồng;", "b) Huyện: 6 tỷ đồng.", "2. Sở Tài chính bố trí vốn."), True),
    (("- Tỉnh: 7 tỷ đồng;", "- Huyện: 3 tỷ đồng;", "- Xã: 1 tỷ đồng.", "a) Sở Tài chính bố trí vốn."), True),
    (("1) Tỉnh: 7 tỷ đồng;", "2) Huyện: 6 tỷ đồng.", "b) Nguồn vốn khác."), True),
    (("+ Tỉnh: 7,5 tỷ đồng;", "+ Huyện: 4 tỷ đồng."), True),
    (("• Đầu tư: 9 tỷ đồng;", "• Sự nghiệp: 4 tỷ đồng."), True),
    (("a) Tỉnh: 7 tỷ đồng;", "b) Huyện: 5 tỷ đồng.", "2. Sở Tài chính bố trí vốn."), False),
    (("a) Tỉnh: 5 tỷ đồng;", "b) Huyện: 4 tỷ đồng:", "- Một: 4 tỷ đồng;", "c) Xã: 3 tỷ đồng."), False),
    (("a) Tỉnh: 5 tỷ đồng;", "b) Huyện: theo khả năng cân đối."), False),
]  # fmt: skip


@pytest.mark.parametrize(("items", "wrong"), ITEMS)
def test_money_in_items(items: tuple[str, ...], wrong: bool, tmp_path: Path) -> None:
    body = "1. Tổng kinh phí năm 2024 là 12 tỷ đồng, trong đó:\n\n" + "\n\n".join(items) + "\n"
    assert bool(told("money-total", body, tmp_path)) == wrong
