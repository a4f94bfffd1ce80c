"""Who leads and who supports an indicator where one line gives some to lead and others to support."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import extract
from extractor.analysis.audit.part import subject_with
from extractor.analysis.owners import owners

HEAD = """ỦY BAN NHÂN DÂN TỈNH LONG AN
Số: 9/KH-UBND
Long An, ngày 14 tháng 01 năm 2025
KẾ HOẠCH
Nâng hạng chỉ số chuyển đổi số tỉnh Long An năm 2025
I. MỤC TIÊU
- Tỷ lệ hộ gia đình có đường Internet cáp quang (chỉ số 3.3) đạt 88%.
II. PHÂN CÔNG NHIỆM VỤ
"""
NAMES = {
    "TTTT": "Sở Thông tin và Truyền thông", "VP": "Văn phòng UBND tỉnh", "TC": "Sở Tài chính",
    "KHDT": "Sở Kế hoạch và Đầu tư", "NV": "Sở Nội vụ",
}  # fmt: skip


def roles(body: str, folder: Path) -> set[tuple[str, str, str]]:
    path = folder / "kh.txt"
    path.write_text(HEAD + body, "utf-8")
    short = {name: key for key, name in NAMES.items()}
    return {
        (row.indicator_code, row.role, short.get(row.unit, row.unit))
        for row in owners(subject_with(extract(path), None, None))
        if row.role != "none"
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1. Sở Nội vụ: chủ trì chỉ số 4.5; phối hợp thực hiện chỉ số 4.7.\n",
         {"4.5 lead NV", "4.7 support NV"}),
        ("1. Sở KH&ĐT: chủ trì các chỉ số 2.11, 7.1; phối hợp với Sở Tài chính thực hiện chỉ số 2.8.\n",
         {"2.11 lead KHDT", "7.1 lead KHDT", "2.8 lead TC", "2.8 support KHDT"}),
        ("1. Sở Thông tin và Truyền thông\n- Chủ trì các chỉ số 1.4, 7.2.\n"
         "- Phối hợp thực hiện các chỉ số 1.1, 6.1 do Văn phòng UBND tỉnh chủ trì.\n",
         {"1.4 lead TTTT", "7.2 lead TTTT", "1.1 support TTTT", "6.1 support TTTT"}),
        ("1. Sở Nội vụ\nPhối hợp thực hiện các chỉ số từ 4.5 đến 4.7.\n",
         {"4.5 support NV", "4.6 support NV", "4.7 support NV"}),
        ("1. Sở Tài chính: phụ trách chỉ số 5.12; phối hợp thực hiện các chỉ số 2.9, 2.10.\n",
         {"5.12 lead TC", "2.9 support TC", "2.10 support TC"}),
        ("1. Sở Tài chính: chủ trì, phối hợp với Sở Nội vụ thực hiện chỉ số 2.7.\n",
         {"2.7 lead TC", "2.7 support NV"}),
        # who helps with some only
        ("1. Sở Tài chính chịu trách nhiệm các chỉ số 2.8, 5.12; Sở TT&TT phối hợp ở chỉ số 5.12.\n",
         {"2.8 lead TC", "5.12 lead TC", "5.12 support TTTT"}),
        ("1. Sở Nội vụ chủ trì các chỉ số 4.5, 4.6, 4.7, trong đó chỉ số 4.7 phối hợp với Sở Tài chính.\n",
         {"4.5 lead NV", "4.6 lead NV", "4.7 lead NV", "4.7 support TC"}),
        ("1. Sở KH&ĐT chủ trì các chỉ số 2.11, 7.1; Sở Tài chính cùng phối hợp đối với chỉ số 7.1.\n",
         {"2.11 lead KHDT", "7.1 lead KHDT", "7.1 support TC"}),
        # each its own, in brackets
        ("1. Chính sách thuê chuyên gia và bồi dưỡng cán bộ (chỉ số 2.9, 4.7).\n"
         "- Cơ quan chủ trì: Sở TT&TT (CS 2.9), Sở Nội vụ (chỉ số 4.7).\n- Phối hợp: Sở Tài chính.\n",
         {"2.9 lead TTTT", "4.7 lead NV", "2.9 support TC", "4.7 support TC"}),
        # a part of a group
        ("1. Sở Thông tin và Truyền thông chủ trì toàn bộ các chỉ số thuộc nhóm 5 từ 5.1 đến 5.3.\n",
         {"5.1 lead TTTT", "5.2 lead TTTT", "5.3 lead TTTT"}),
        ("1. Sở Thông tin và Truyền thông chủ trì toàn bộ chỉ tiêu nhóm 3 (3.1, 3.2).\n",
         {"3.1 lead TTTT", "3.2 lead TTTT"}),
        # a goal under the same code keeps to what its own words name
        ("1. Sở Thông tin và Truyền thông: chủ trì chỉ số 3.3.\n"
         "2. Sở Nội vụ: phối hợp thực hiện chỉ số 3.3.\n",
         {"3.3 lead TTTT", "3.3 support NV"}),
    ],
)  # fmt: skip
def test_roles(body: str, expected: set[str], tmp_path: Path) -> None:
    assert {" ".join(row) for row in roles(body, tmp_path)} == expected


@pytest.mark.parametrize(
    "line",
    [
        "Căn cứ chức năng, nhiệm vụ được giao, từng cơ quan phụ trách chỉ số như sau:",
        "Căn cứ Bộ chỉ số DTI, UBND tỉnh giao các sở như sau:",
        "Căn cứ nhiệm vụ tại Kế hoạch này, các đơn vị triển khai:",
        "Căn cứ kết quả năm 2024, phân công cụ thể như sau:",
        "Căn cứ tình hình thực tế, các ngành thực hiện:",
    ],
)
def test_an_introduction_is_no_heading(line: str, tmp_path: Path) -> None:
    """ "Căn cứ …:" under a heading introduces the work; it opens no list of legal grounds."""
    assert roles(f"{line}\n1. Sở Nội vụ: chủ trì chỉ số 4.5.\n", tmp_path) == {("4.5", "lead", "NV")}
