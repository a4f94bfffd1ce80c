"""Targets below results told in other words, aims that nobody can check, leads that name nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_rules import found

PASSED = [
    ("Tư vấn tâm lý học đường có ở 72% trường trung học công lập.",
     "60% trường trung học công lập có tư vấn tâm lý học đường.", True),
    ("Hồ sơ thanh toán phí, lệ phí trực tuyến của người dân đạt 64%.",
     "55% hồ sơ của người dân có nghĩa vụ thanh toán lệ phí trực tuyến.", True),
    ("Camera giám sát giao thông có mặt ở 80% nút giao đô thị trung tâm.",
     "70% nút giao đô thị trung tâm có camera giám sát giao thông.", True),
    ("81,5% máy chủ của cơ quan nhà nước được sao lưu dữ liệu hằng ngày.",
     "75% máy chủ của cơ quan nhà nước được sao lưu dữ liệu hằng ngày.", True),
    ("Chữ ký số cá nhân dùng ở 66% trạm kiểm lâm vùng cao biên giới.",
     "50% trạm kiểm lâm vùng cao biên giới dùng chữ ký số cá nhân.", True),
    ("Tư vấn tâm lý học đường có ở 52% trường trung học công lập.",
     "60% trường trung học công lập có tư vấn tâm lý học đường.", False),
    ("Tư vấn hướng nghiệp có ở 72% trường trung học công lập.",
     "60% trường trung học công lập có bể bơi và sân bóng.", False),
    ("81,5% máy chủ cấp tỉnh được sao lưu dữ liệu hằng ngày.",
     "75% máy chủ cấp xã được sao lưu dữ liệu hằng ngày.", False),
]  # fmt: skip


@pytest.mark.parametrize(("result", "aim", "below"), PASSED)
def test_targets_below_results_in_other_words(result: str, aim: str, below: bool, tmp_path: Path) -> None:
    body = f"I. KẾT QUẢ NĂM 2023\n\n{result}\n\nII. MỤC TIÊU NĂM 2024\n\n- {aim}\n"
    assert any(f.rule == "target-below-baseline" for f in found(body, tmp_path)) == below


LOOSE = [
    ("a) Phần lớn bệnh nhân dễ dàng đặt lịch khám.", True),
    ("5. Chất lượng bản tin truyền thanh của các thôn tốt hơn.", True),
    ("b) Thái độ phục vụ của bộ phận một cửa được nâng lên rõ rệt.", True),
    ("• Người dân ngày càng hài lòng với trang thông tin của xã.", True),
    ("2.3. Việc trao đổi văn bản giữa các ngành nhanh hơn.", True),
    ("+ Nếp làm việc trên môi trường mạng có chuyển biến rõ nét.", True),
    ("a) Phần lớn bệnh nhân, trên 80%, đặt lịch khám qua mạng.", False),
    ("b) Mức độ hài lòng được nâng lên 95%.", False),
    ("c) Ban hành quy chế quản lý tài khoản dùng chung.", False),
]


@pytest.mark.parametrize(("text", "loose"), LOOSE)
def test_loose_aims_behind_markers(text: str, loose: bool, tmp_path: Path) -> None:
    body = f"I. MỤC TIÊU\n\n{text}\n"
    assert any(f.rule in ("target-without-figure", "vague-target") for f in found(body, tmp_path)) == loose


GRID = "| TT | Chỉ tiêu | Kế hoạch 2024 | Kết quả |\n| --- | --- | --- | --- |\n" + "".join(
    f"| {n} | Nội dung đo thứ {word} của huyện | {n}0% | {n}5% |\n"
    for n, word in enumerate(("nhất", "hai", "ba", "tư", "năm"), start=2)
)
WORDS = [
    ("90% | Khả quan", True),
    ("Tốt hơn | 91%", True),
    ("Nâng lên rõ rệt | 45%", True),
    ("75% | Cơ bản tốt", True),
    ("Ngày càng cao | 30%", True),
    ("90% | Đạt", False),
    ("01 văn bản | Đã hoàn thành", False),
    ("90% | 92%", False),
]


@pytest.mark.parametrize(("cells", "loose"), WORDS)
def test_words_in_a_column_of_figures(cells: str, loose: bool, tmp_path: Path) -> None:
    body = f"PHỤ LỤC\n\n{GRID}| 9 | Mức độ hài lòng của người học | {cells} |\n"
    assert any(f.rule == "vague-target" for f in found(body, tmp_path)) == loose


LEADS = [
    ("Tổ giúp việc", "vague-lead"),
    ("Công chức phụ trách", "vague-lead"),
    ("Cơ quan được giao nhiệm vụ", "vague-lead"),
    ("Phân công sau", "vague-lead"),
    ("Chưa xác định", "vague-lead"),
    ("Cán bộ đầu mối", "vague-lead"),
    ("Sở Y tế - Sở Nội vụ đồng chủ trì", "several-leads"),
    ("Sở Y tế – Công an tỉnh", "several-leads"),
    ("Văn phòng UBND tỉnh và Sở Nội vụ cùng chủ trì", "several-leads"),
    ("Sở Lao động - Thương binh và Xã hội", None),
    ("Tổ công tác Đề án 06 tỉnh", None),
    ("Đài Phát thanh - Truyền hình tỉnh", None),
    ("Phòng Tài chính - Kế hoạch", None),
]


@pytest.mark.parametrize(("lead", "rule"), LEADS)
def test_leads_in_cells(lead: str, rule: str | None, tmp_path: Path) -> None:
    body = (
        "PHỤ LỤC\n\n| TT | Nhiệm vụ | Sản phẩm | Chủ trì | Thời hạn |\n| --- | --- | --- | --- | --- |\n"
        "| 1 | Số hóa tài liệu lưu trữ của huyện | 01 kho | Sở Nội vụ | Tháng 5/2024 |\n"
        f"| 2 | Lắp đặt trạm quan trắc tự động | 02 trạm | {lead} | Tháng 6/2024 |\n"
        "| 3 | Xây dựng bản đồ số du lịch | 01 bản đồ | Sở Xây dựng | Tháng 7/2024 |\n"
    )
    rules = {f.rule for f in found(body, tmp_path)} & {"vague-lead", "several-leads"}
    assert rules == ({rule} if rule else set())
