"""Names of places misread, phrases with another mark, names left as dots, figures of a part only."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

NAMED = "Huyện Nậm Nhùn báo cáo; huyện Nậm Nhùn tổng hợp; huyện Nậm Nhùn rà soát.\n\n"
PLACES = [
    ("Tuyến cáp đi qua Nậm Nbùn và vùng phụ cận.", True),
    ("Trạm y tế ở Nậm Nhùu đã có mạng.", True),
    ("Điểm bưu điện ở Lai Cbâu có mạng.", True),
    ("Trung tâm Y tế huyện Mường Lonq mua máy.", True),
    ("Trường học ở xã Bản Hoànq có mạng.", True),
    ("Điểm bưu điện ở Lal Châu có mạng.", True),
    ("Điểm bưu điện ở Lai Châu có mạng.", False),
    ("Trung tâm Y tế huyện Mường Long mua máy.", False),
    ("Trạm y tế ở Nậm Nhùn đã có mạng.", False),
]


@pytest.mark.parametrize(("text", "slip"), PLACES)
def test_places_misread(text: str, slip: bool, tmp_path: Path) -> None:
    assert bool(told("slip", f"{NAMED}{text}\n", tmp_path)) == slip


PHRASE = "".join(
    f"Các {unit} có nhóm truyền thông số cơ sở hoạt động.\n\n" for unit in ("xã", "thôn", "ấp", "bản")
)
PHRASES = [
    ("Ban có nhòm truyền thông số cơ sở hoạt động.", True),
    ("Khu có nhỏm truyền thông số cơ sở hoạt động.", True),
    ("Trường có nhõm truyền thông số của mình.", True),
    ("Chợ có nhọm truyền thông số mới lập.", True),
    ("Phố có nhốm truyền thông số mới lập.", True),
    ("Ban có nhóm truyền thông số cơ sở hoạt động.", False),
    ("Ban nhòm sang hàng xóm.", False),
    ("Ban có nhóm thiện nguyện của xã.", False),
]


@pytest.mark.parametrize(("text", "slip"), PHRASES)
def test_phrases_with_another_mark(text: str, slip: bool, tmp_path: Path) -> None:
    assert bool(told("slip", f"{PHRASE}{text}\n", tmp_path)) == slip


BLANKS = [
    ("Phòng Nội vụ cử đồng chí …………… làm đầu mối tổng hợp.", True),
    ("Giao Công ty ............ triển khai lắp đặt camera.", True),
    ("Mọi vướng mắc báo ông ………, Chánh Văn phòng.", True),
    ("Hệ thống do đơn vị …….. vận hành từ quý II.", True),
    ("Liên hệ số điện thoại ............, trong giờ hành chính.", True),
    ("Giao các phòng, ban, đơn vị… phối hợp.", False),
    ("Mẫu số 01\n\nHôm nay, đồng chí …………… báo cáo như sau.", False),
    ("Phòng Nội vụ cử đồng chí Trần Văn Mẫu làm đầu mối.", False),
]


@pytest.mark.parametrize(("text", "blank"), BLANKS)
def test_names_left_as_dots(text: str, blank: bool, tmp_path: Path) -> None:
    assert bool(told("blank-figure", f"Lời dẫn chung.\n\n{text}\n", tmp_path)) == blank


NOTES = [
    ("Năm 2023 có 62% hộ dùng cáp quang, 45% (mới có số của vùng thấp).", True),
    ("Toàn tỉnh có 1.240 thiết bị (chưa tính các huyện biên giới).", True),
    ("Tỷ lệ hài lòng 88% (mới thống kê ở ba huyện).", True),
    ("Đã số hóa 41.000 hồ sơ (chưa có số liệu của cấp xã).", True),
    ("Chữ ký số: 22% (số liệu chưa đầy đủ).", True),
    ("Kinh phí 12 tỷ đồng (chưa bao gồm thuế VAT).", False),
    ("Đạt 45% (năm 2022: 40%).", False),
    ("Có 70% đảng viên (không tính đảng viên miễn sinh hoạt) dùng phần mềm.", False),
]


@pytest.mark.parametrize(("text", "partial"), NOTES)
def test_figures_of_a_part(text: str, partial: bool, tmp_path: Path) -> None:
    assert bool(told("partial-figure", text + "\n", tmp_path)) == partial
