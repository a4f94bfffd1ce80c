"""One work told in the body and in the annex, or led again under a unit's heading: leads and times."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import WORK
from .test_rules import found

HEAD = "\n\nPHỤ LỤC\n\n| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n| --- | --- | --- | --- |\n"
OTHER = "| 9 | Lắp camera giám sát tại cửa khẩu | Công an tỉnh | Tháng 8/2024 |\n"


def plan(body: str, row: str) -> str:
    return f"{WORK}1. Nhóm việc\n\n- {body}\n{HEAD}| 1 | {row} |\n{OTHER}"


LED = "Chủ trì: {}; phối hợp: Sở Tư pháp; thời hạn: {}."
PLANS = [
    ("Nâng cấp phòng họp trực tuyến của tỉnh. " + LED.format("Sở Nội vụ", "tháng 6/2024"),
     "Nâng cấp phòng họp trực tuyến | Sở Xây dựng | Tháng 6/2024", "lead-stated-twice"),
    ("Tập huấn nghiệp vụ cho 90 cán bộ lưu trữ theo tài liệu mới. " + LED.format("Sở Y tế", "quý II/2024"),
     "Tập huấn nghiệp vụ cán bộ lưu trữ | Sở Nội vụ | Quý II/2024", "lead-stated-twice"),
    ("Xây dựng bản đồ số về du lịch cộng đồng. " + LED.format("Sở Công Thương", "tháng 9/2024"),
     "Bản đồ số du lịch cộng đồng | Sở Xây dựng | Tháng 9/2024", "lead-stated-twice"),
    ("Số hóa hồ sơ người có công với cách mạng. " + LED.format("Sở Nội vụ", "tháng 5/2024"),
     "Số hóa hồ sơ người có công cách mạng | Sở Y tế | Tháng 5/2024", "lead-stated-twice"),
    ("Lắp đặt trạm quan trắc không khí tự động tại khu công nghiệp. " + LED.format("Sở Y tế", "tháng 7/2024"),
     "Trạm quan trắc không khí tự động khu công nghiệp | Sở Xây dựng | Tháng 7/2024", "lead-stated-twice"),
    ("Số hóa hồ sơ người có công với cách mạng. " + LED.format("Sở Nội vụ", "tháng 5/2024"),
     "Số hóa hồ sơ người có công cách mạng | Sở Nội vụ | Tháng 11/2024", "deadline-stated-twice"),
    ("Ban hành Quy chế quản lý, vận hành kho dữ liệu đất đai. " + LED.format("Sở Nội vụ", "quý I/2024"),
     "Quy chế vận hành kho dữ liệu đất đai | Sở Nội vụ | Quý II/2024", "deadline-stated-twice"),
    ("Nâng cấp phòng họp trực tuyến của tỉnh. " + LED.format("Sở Nội vụ", "tháng 7/2024"),
     "Nâng cấp phòng họp trực tuyến | Sở Nội vụ | Tháng 6/2024", "deadline-stated-twice"),
    ("Xây dựng bản đồ số về du lịch cộng đồng. " + LED.format("Sở Nội vụ", "quý IV/2024"),
     "Bản đồ số du lịch cộng đồng | Sở Nội vụ | Quý III/2024", "deadline-stated-twice"),
    ("Xây dựng bản đồ số về du lịch cộng đồng. " + LED.format("Sở Nội vụ", "trước ngày 01/10/2024"),
     "Bản đồ số du lịch cộng đồng | Sở Nội vụ | Quý III/2024", None),
    ("Xây dựng bản đồ số về du lịch cộng đồng. " + LED.format("Sở Nội vụ", "ngày 30/9/2024"),
     "Bản đồ số du lịch cộng đồng | Sở Nội vụ | Tháng 9/2024", None),
    ("Số hóa hồ sơ người có công với cách mạng. " + LED.format("Sở Nội vụ", "tháng 5/2024"),
     "Số hóa hồ sơ người có công cách mạng | Sở Nội vụ | Tháng 5/2024", None),
    ("Số hóa hồ sơ người có công cấp huyện. " + LED.format("Sở Nội vụ", "tháng 5/2024"),
     "Số hóa hồ sơ người có công cấp xã | Sở Y tế | Tháng 5/2024", None),
    ("Nâng cấp phòng họp trực tuyến của tỉnh. " + LED.format("Sở Nội vụ", "tháng 6/2024"),
     "Nâng cấp phần mềm quản lý văn bản | Sở Xây dựng | Tháng 6/2024", None),
    ("Nâng cấp phòng họp trực tuyến của tỉnh. " + LED.format("UBND huyện Sìn Hồ", "tháng 6/2024"),
     "Nâng cấp phòng họp trực tuyến | UBND huyện | Tháng 6/2024", None),
]  # fmt: skip


@pytest.mark.parametrize(("body", "row", "rule"), PLANS)
def test_body_against_annex(body: str, row: str, rule: str | None, tmp_path: Path) -> None:
    rules = {f.rule for f in found(plan(body, row), tmp_path)} & {
        "lead-stated-twice",
        "deadline-stated-twice",
    }
    assert rules == ({rule} if rule else set())


CODED = [
    ("Duy trì kết nối Internet cáp quang tới các hộ gia đình.", "Sở Nội vụ", "Sở Xây dựng", True),
    ("Vận động hộ gia đình lắp Internet băng rộng.", "Sở Nội vụ", "Sở Xây dựng", True),
    ("Kéo cáp quang băng rộng đến hộ gia đình vùng cao.", "Công an tỉnh", "Sở Xây dựng", True),
    ("Mở rộng Internet băng rộng cho hộ gia đình biên giới.", "Sở Y tế", "Sở Tài chính", True),
    ("Hỗ trợ hộ gia đình kết nối cáp quang.", "Sở Tư pháp", "Sở Tài chính", True),
    ("Duy trì kết nối Internet cáp quang tới các hộ gia đình.", "Sở Xây dựng", "Sở Xây dựng", False),
    ("Duy trì kết nối Internet cáp quang tới các hộ gia đình.", "Sở Xây dựng", "Các đơn vị", False),
    ("Tuyên truyền về an toàn giao thông ở trường học.", "Sở Xây dựng", "Sở Y tế", False),
]


@pytest.mark.parametrize(("title", "one", "two", "apart"), CODED)
def test_leads_of_one_indicator(title: str, one: str, two: str, apart: bool, tmp_path: Path) -> None:
    row = "3.3 | Hộ gia đình kết nối Internet băng rộng cáp quang"
    head = "\n\nPHỤ LỤC\n\n| TT | Chỉ số | Mục tiêu | Cơ quan chủ trì |\n| --- | --- | --- | --- |\n"
    rest = "| 3.1 | Tỷ lệ dân số trưởng thành có điện thoại thông minh | 80% | Sở Công Thương |\n"
    work = f"- {title} Chủ trì: {one}; thời hạn: tháng 6/2024.\n"
    body = f"{WORK}1. Hạ tầng số\n\n{work}{head}| {row} | 80% | {two} |\n"
    told = any(f.rule == "lead-stated-twice" for f in found(body + rest, tmp_path))
    assert told == apart
