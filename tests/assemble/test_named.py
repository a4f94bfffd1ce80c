"""Indicators given away by their names, and lines that list the codes of a main group."""

from __future__ import annotations

import pytest

from extractor import extract
from extractor.assemble.named import named_codes
from extractor.catalog import Catalog, Matcher
from extractor.catalog.cited import cited_codes
from extractor.sources.text import read_text

NAMED = [
    ("Cục Thuế tỉnh: chủ trì chỉ số tỷ lệ doanh nghiệp nộp thuế điện tử.", ["7.7"]),
    ("Sở Y tế chủ trì hai chỉ số: số lượng tên miền .vn; số doanh nghiệp nền tảng số.", ["7.10", "7.3"]),
    ("Phụ trách chỉ số tỷ lệ hồ sơ xử lý trực tuyến và chỉ số tỷ lệ DVCTT phát sinh hồ sơ trực tuyến.",
     ["6.12", "6.11"]),
    ("Chịu trách nhiệm về các chỉ số về hạ tầng: tỷ lệ hộ gia đình có kết nối Internet băng rộng cáp quang; "
     "tỷ lệ UBND cấp xã kết nối mạng Truyền số liệu chuyên dùng.", ["3.3", "3.4"]),
    ("Chủ trì tính toán chỉ số tỷ trọng kinh tế số trong GRDP; mua máy tính cho các xã.", ["7.1"]),
    ("Chủ trì các chỉ tiêu số lượng các cuộc diễn tập được triển khai, số lượng sự cố đã xử lý trong cơ quan "
     "nhà nước.", ["5.9", "5.11"]),
    ("Chủ trì xây dựng báo cáo về các chỉ số của tỉnh.", []),
    ("Chủ trì các chỉ số về văn hóa đọc; lượt khách du lịch.", []),
    ("Phối hợp với Cục Thuế tỉnh thực hiện chỉ số tỷ lệ doanh nghiệp nộp thuế điện tử.", []),
]  # fmt: skip


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(Catalog.default())


@pytest.mark.parametrize(("text", "codes"), NAMED)
def test_named(matcher: Matcher, text: str, codes: list[str]) -> None:
    assert named_codes(text, matcher) == codes


LINES = [
    ("- Nhân lực số: 4.5, 4.6.", ["4.5", "4.6"]),
    ("Hạ tầng số: từ 3.2 đến 3.4; 3.6 và 3.7.", ["3.2", "3.3", "3.4", "3.6", "3.7"]),
    ("+ Nhóm Thể chế số: 2.9;", ["2.9"]),
    ("- Hoạt động xã hội số (nhóm 8): 8.1 - 8.3, 8.5", ["8.1", "8.2", "8.3", "8.5"]),
    ("An toàn thông tin mạng: 5.4 và từ 5.6 đến hết 5.8", ["5.4", "5.6", "5.7", "5.8"]),
    ("- Hạ tầng số: 4.5, 4.6.", []),  # of another group: no codes
    ("- Tăng trưởng: 3.2, 3.4.", []),
    ("- Hạ tầng số: 3.2 tỷ đồng.", []),
]


@pytest.mark.parametrize(("text", "codes"), LINES)
def test_line_of_a_group(text: str, codes: list[str]) -> None:
    assert cited_codes(text, Catalog.default()) == codes


HEAD = """ỦY BAN NHÂN DÂN TỈNH AN HẢI
Số: 15/KH-UBND
An Hải, ngày 10 tháng 01 năm 2024

KẾ HOẠCH
Cải thiện chỉ số chuyển đổi số năm 2024

II. PHÂN CÔNG THỰC HIỆN
1. Sở Xây dựng
- Lập quy hoạch số của tỉnh.
"""
HELPS = [
    ("- Phối hợp với Sở Y tế thực hiện các chỉ số 6.15, 6.16.", ["Sở Y tế"], ["Sở Xây dựng"]),
    ("- Phối hợp Công an tỉnh cải thiện chỉ số 8.1.", ["Công an tỉnh"], ["Sở Xây dựng"]),
    ("- Phối hợp chặt chẽ với Tỉnh đoàn nâng điểm chỉ số 4.11.", ["Tỉnh đoàn"], ["Sở Xây dựng"]),
    ("- Phối hợp cùng Sở Y tế, Sở Nội vụ thực hiện chỉ số 6.15.", [], ["Sở Xây dựng"]),
    ("- Phối hợp với Sở Y tế lập sổ sức khỏe điện tử.", ["Sở Xây dựng"], ["Sở Y tế"]),
    ("- Chủ trì, phối hợp với Sở Y tế thực hiện chỉ số 6.15.", ["Sở Xây dựng"], ["Sở Y tế"]),
]


@pytest.mark.parametrize(("line", "lead", "support"), HELPS)
def test_who_only_helps(line: str, lead: list[str], support: list[str]) -> None:
    task = extract(read_text(f"{HEAD}{line}\n", "an-hai.txt")).tasks[-1]
    assert [u.name for u in task.lead_units] == lead
    assert [u.name for u in task.supporting_units] == support
