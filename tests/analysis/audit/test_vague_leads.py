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
