"""Cells of a neighbour, versions, acts without number, times that never come: forms and look-alikes."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import PAST, annex
from .test_forms import told

CELLS = [
    ("Sở có bộ phận trực", "Có chức năng giám sát", "Sở có chức năng giám sát mạng", True),
    ("Lập hồ sơ bệnh án", "Có kho học liệu", "Mở kho học liệu của ngành", True),
    ("Tần suất phát thanh", "Công khai dữ liệu mở", "Công khai dữ liệu mở trên cổng", True),
    ("Thuê chuyên gia", "Tổ chức diễn tập ứng cứu", "Kinh phí diễn tập, ứng cứu sự cố; tổ chức đội", True),
    ("Hỗ trợ hộ nghèo", "Kết nối mạng dùng riêng", "Cơ quan kết nối mạng dùng riêng", True),
    ("Sở có bộ phận trực", "Có bộ phận", "Sở có chức năng giám sát mạng", False),
    ("Sở có bộ phận trực", "Có", "Sở có chức năng giám sát mạng", False),
    ("Mở kho học liệu ngành y", "Mở kho học liệu", "Mở kho học liệu của ngành giáo dục", False),
    ("Sở có bộ phận trực", "Đạt 2 chức năng giám sát", "Sở có chức năng giám sát mạng", False),
]


@pytest.mark.parametrize(("name", "aim", "beside", "wrong"), CELLS)
def test_a_target_that_speaks_of_its_neighbour(
    name: str, aim: str, beside: str, wrong: bool, tmp_path: Path
) -> None:
    rows = annex(
        f"3.5 | {name} | 10 | | {aim} | Sở Nội vụ", f"3.6 | {beside} | 10 | | Có | Sở Y tế", head=PAST
    )
    assert bool(told("target-of-another-row", rows, tmp_path)) == wrong


VERSIONS = [
    (
        "Tuân thủ Kiến trúc chính quyền điện tử, phiên bản 2.0",
        "Theo Kiến trúc chính quyền điện tử phiên bản 3.0",
        True,
    ),
    (
        "Dùng phần mềm quản lý bệnh viện phiên bản 4.1",
        "Vận hành phần mềm quản lý bệnh viện (phiên bản 4.2)",
        True,
    ),
    (
        "Bộ tiêu chí chất lượng học liệu phiên bản 1.0",
        "Theo bộ tiêu chí chất lượng học liệu phiên bản 1.1",
        True,
    ),
    ("Khung năng lực số giáo viên phiên bản 1.2", "Áp dụng khung năng lực số giáo viên phiên bản 2.0", True),
    ("Nền tảng giám sát đô thị phiên bản 5.0", "Kết nối nền tảng giám sát đô thị phiên bản 6.0", True),
    (
        "Dùng phần mềm quản lý bệnh viện phiên bản 4.1",
        "Nâng cấp phần mềm quản lý bệnh viện lên phiên bản 4.2",
        False,
    ),
    ("Dùng phần mềm quản lý bệnh viện phiên bản 4.1", "Dùng bản đồ số vùng trồng lúa phiên bản 2.0", False),
    (
        "Dùng phần mềm quản lý bệnh viện phiên bản 4.1",
        "Vận hành phần mềm quản lý bệnh viện phiên bản 4.1",
        False,
    ),
]


@pytest.mark.parametrize(("first", "second", "differ"), VERSIONS)
def test_one_thing_in_two_versions(first: str, second: str, differ: bool, tmp_path: Path) -> None:
    body = f"II. NHIỆM VỤ\n\n1. Nền tảng\n\na) {first}.\n\nb) {second}.\n"
    assert bool(told("version-stated-twice", body, tmp_path)) == differ


ACTS = [
    ("Thu phí theo Nghị quyết của HĐND tỉnh.", True),
    ("Thực hiện Chỉ thị của Chủ tịch UBND tỉnh về kỷ cương hành chính.", False),
    ("Thực hiện Chỉ thị của UBND tỉnh về kỷ cương hành chính.", True),
    ("Cấp tài khoản (theo Kế hoạch hoạt động của Ban Chỉ đạo).", True),
    ("Chi hỗ trợ (theo Quyết định phân bổ vốn của UBND tỉnh).", True),
    ("Báo cáo theo Công văn của Bộ Nội vụ.", True),
    ("Báo cáo theo Công văn của Bộ Nội vụ số 12/BNV-CCHC.", False),
    ("Chi hỗ trợ (theo Quyết định số 15/QĐ-UBND của UBND tỉnh).", False),
    ("Thực hiện các Nghị quyết của HĐND tỉnh.", False),
    ("Làm theo kế hoạch của đơn vị.", False),
]


@pytest.mark.parametrize(("text", "lacks"), ACTS)
def test_acts_without_a_number(text: str, lacks: bool, tmp_path: Path) -> None:
    body = f"II. NHIỆM VỤ\n\n1. Nền tảng\n\na) {text}\n"
    assert bool(told("act-without-number", body, tmp_path)) == lacks


SOON = [
    ("Sở Nội vụ sớm hoàn thành việc sắp xếp đội ngũ công nghệ thông tin.", True),
    ("Sở Y tế triển khai hồ sơ sức khỏe điện tử trong thời gian tới.", True),
    ("Sở Nội vụ trình đề án vị trí việc làm trong thời gian sớm nhất.", True),
    ("Sở Tài chính bố trí vốn vào thời điểm thích hợp.", True),
    ("Sở Công Thương mở sàn giao dịch ngay khi có hướng dẫn của Bộ Công Thương.", True),
    ("Sở Nội vụ sớm hoàn thành việc sắp xếp đội ngũ, xong trước ngày 30/6/2024.", False),
    ("Sở Y tế phát hiện sớm sự cố của hệ thống.", False),
]


@pytest.mark.parametrize(("text", "open_"), SOON)
def test_times_that_never_come(text: str, open_: bool, tmp_path: Path) -> None:
    body = f"II. NHIỆM VỤ\n\n1. Nền tảng\n\na) {text}\n"
    assert bool(told("deadline-without-date", body, tmp_path)) == open_


SYMBOLS = [
    ("Theo Quyết định số 1446/QD-TTg ngày 20/5/2023.", True),
    ("Theo Nghị định số 42/2022/ND-CP ngày 24/6/2022.", True),
    ("Theo Nghị quyết số 12/NQ-HDND ngày 10/7/2023.", True),
    ("Theo Kế hoạch số 06/KH-BCD ngày 10/7/2023.", True),
    ("Theo Thông báo số 31/TB-BCDCDS ngày 10/7/2023.", True),
    ("Theo Kế hoạch số 06/KH-BCĐ ngày 10/7/2023.", False),
    ("Theo Hướng dẫn số 12/HD-BCĐ ngày 10/7/2023.", False),
    ("Theo Quyết định số 15/QĐ-QĐNDVN ngày 10/7/2023.", False),
]


@pytest.mark.parametrize(("text", "malformed"), SYMBOLS)
def test_marks_lost_in_symbols(text: str, malformed: bool, tmp_path: Path) -> None:
    assert bool(told("malformed-act-number", f"I. CĂN CỨ\n\n- {text}\n", tmp_path)) == malformed
