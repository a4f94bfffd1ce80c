"""Leads that name nobody, behind a label and in a column."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD, task
from .test_forms import told

LEADS = [
    ("Bộ phận chuyên môn", True),
    ("Cơ quan chuyên môn", True),
    ("Phòng nghiệp vụ", True),
    ("Cán bộ phụ trách", True),
    ("Cán bộ công nghệ thông tin của đơn vị", True),
    ("Đơn vị có thẩm quyền", True),
    ("Cấp có thẩm quyền", True),
    ("Theo chức năng, nhiệm vụ được giao", True),
    ("Theo phân công của lãnh đạo", True),
    ("Thống nhất sau", True),
    ("Sở chuyên ngành", True),
    ("Các đơn vị khác", True),
    ("Các bộ phận chuyên môn liên quan", True),
    ("Phòng, ban nghiệp vụ có liên quan", True),
    ("Công chức chuyên môn có liên quan", True),
    ("Các đơn vị liên quan theo phân công của Chủ tịch", True),
    ("Các cơ quan có liên quan theo chức năng, nhiệm vụ", True),
    ("Cơ quan, đơn vị liên quan, theo lĩnh vực quản lý", True),
    ("Sở Y tế theo chức năng, nhiệm vụ", False),
    ("Phòng Nội vụ", False),
    ("Phòng Kỹ thuật hạ tầng", False),
    ("Văn phòng Ủy ban nhân dân tỉnh", False),
    ("Bộ phận Một cửa Sở Y tế", False),
    ("Trung tâm Công nghệ thông tin", False),
    ("Cơ quan thường trực Ban Chỉ đạo", False),
]
TABLE = """TT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn
1 | Phổ cập mạng di động | Sở Y tế | Quý II
2 | Phổ cập chữ ký số | {} | Quý III
3 | Phổ cập kỹ năng số | Sở Nội vụ | Quý IV
"""


@pytest.mark.parametrize(("lead", "vague"), LEADS)
def test_leads_of_labels(lead: str, vague: bool, tmp_path: Path) -> None:
    told_of = told("vague-lead", HEAD + task("Phát triển cáp quang", lead=lead), tmp_path)
    assert bool(told_of) == vague


@pytest.mark.parametrize(("lead", "vague"), LEADS)
def test_leads_of_columns(lead: str, vague: bool, tmp_path: Path) -> None:
    assert bool(told("vague-lead", HEAD + TABLE.format(lead), tmp_path)) == vague


GROUPS = [
    ("Các đơn vị trực thuộc", "Thuê dịch vụ lưu trữ hình ảnh", True),
    ("Các đơn vị sự nghiệp trực thuộc Sở", "Nâng cấp đường truyền", True),
    ("Các phòng, đơn vị thuộc Sở", "Số hóa hồ sơ", True),
    ("Các phòng, ban chuyên môn thuộc Sở", "Rà soát quy trình", True),
    ("Các trường trực thuộc ngành", "Lắp máy chấm công", True),
    ("Các đơn vị trực thuộc", "Xây dựng kế hoạch của đơn vị, gửi Sở", False),
    ("Trung tâm Công nghệ thông tin thuộc Sở", "Số hóa hồ sơ", False),
]


@pytest.mark.parametrize(("lead", "work", "group"), GROUPS)
def test_all_units_of_a_department(lead: str, work: str, group: bool, tmp_path: Path) -> None:
    table = TABLE.format(lead).replace("Phổ cập chữ ký số", work)
    assert bool(told("collective-lead", HEAD + table, tmp_path)) == group


NUMBERED = """II. NHIỆM VỤ

1. Dữ liệu số
Nhiệm vụ 1. Lập kho dữ liệu về đất đai của toàn huyện, cập nhật hằng tháng.
Mục tiêu: 70% thửa đất có trong kho.
{lead}Đơn vị phối hợp: Sở Tư pháp; Sở Nội vụ.
Thời gian: Quý II/2024.

Nhiệm vụ 2. Mở lớp dạy kỹ năng số cho chủ hộ kinh doanh tại chợ.
Mục tiêu: 300 chủ hộ kinh doanh qua lớp.
Đơn vị chủ trì: Sở Công Thương.
Đơn vị phối hợp: {help}.
{time}"""
LEAD, TIME, HELP = "Đơn vị chủ trì: Sở Xây dựng.\n", "Thời gian: Quý III/2024.\n", "Sở Y tế"


@pytest.mark.parametrize(
    ("rule", "lead", "time", "help_", "off"),
    [
        ("task-without-owner", "", TIME, HELP, True),
        ("task-without-owner", LEAD, TIME, HELP, False),
        ("task-without-deadline", LEAD, "", HELP, True),
        ("task-without-deadline", LEAD, TIME, HELP, False),
        ("lead-also-supports", LEAD, TIME, "Sở Y tế; Sở Công Thương", True),
        ("lead-also-supports", LEAD, TIME, "Sở Y tế; Sở Xây dựng", False),
        ("several-leads", LEAD, TIME, HELP, False),
    ],
)
def test_tasks_under_their_number(
    rule: str, lead: str, time: str, help_: str, off: bool, tmp_path: Path
) -> None:
    body = HEAD + NUMBERED.format(lead=lead, time=time, help=help_)
    assert bool(told(rule, body, tmp_path)) == off
