"""Rows of an annex that tell points: goals below what was reached or above the most there is, points kept
that are not all; leads of rows against those of the body; blanks."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told
from .test_rules import found

TABLE = """PHỤ LỤC

| TT | Chỉ số | Điểm tối đa | {past} | {aim} | Giải pháp | Chủ trì | Phối hợp | Thời gian |
|---|---|---|---|---|---|---|---|---|
| 3.1 | Tỷ lệ dân số trưởng thành dùng điện thoại thông minh | 10 | 7,1 | 8 | Hỗ trợ hộ nghèo | Sở A tỉnh | Sở Y tế | Quý II/2024 |
| 3.3 | Tỷ lệ hộ gia đình có Internet cáp quang | 10 | {row} | Sở Xây dựng | Sở Y tế | Quý IV/2024 |
| 7.5 | Tỷ lệ doanh nghiệp nhỏ và vừa dùng nền tảng số | 10 | 4 | 6 | Tặng gói năm đầu | {lead} | Sở Y tế | {due} |
| 8.4 | Số lượng hộ gia đình có địa chỉ số | 20 | 12 | 15 | Gắn biển số | Sở Nội vụ | Sở Y tế | Quý III/2024 |
"""  # noqa: E501


def body(
    row: str = "6,2 | 8 | Kéo cáp tới xã", past: str = "Điểm năm 2023", aim: str = "Mục tiêu (điểm)",
    lead: str = "Sở Công Thương", due: str = "Quý III/2024", work: str = "",
) -> str:  # fmt: skip
    table = TABLE.replace("Sở A tỉnh", "Sở Tư pháp").format(past=past, aim=aim, row=row, lead=lead, due=due)
    return HEAD + (work or "I. MỤC TIÊU\n\nPhấn đấu tăng điểm.") + "\n\n" + table


POINTS = [
    ("target-below-baseline", "8,62 | 8,26 | Kéo cáp", "Điểm năm trước", "Mục tiêu (điểm)", True),
    ("target-below-baseline", "9 | 8 | Kéo cáp", "Điểm năm 2023", "Mục tiêu năm 2024 (điểm)", True),
    ("target-below-baseline", "6,5 | 5,6 | Kéo cáp", "Kết quả 2023", "Mục tiêu (số điểm)", True),
    ("target-below-baseline", "7,4 | 4,7 | Kéo cáp", "Điểm năm 2023", "Điểm mục tiêu", True),
    ("target-below-baseline", "6,1 | 6,1 | Kéo cáp", "Điểm năm trước", "Mục tiêu (điểm)", False),
    ("target-below-baseline", "6,1 | 8 | Kéo cáp", "Điểm năm trước", "Mục tiêu (điểm)", False),
    ("points-above-maximum", "6,1 | 11,5 | Kéo cáp", "Điểm năm trước", "Mục tiêu (điểm)", True),
    ("points-above-maximum", "6,1 | 12 | Kéo cáp", "Điểm năm 2023", "Mục tiêu 2024 (điểm)", True),
    ("points-above-maximum", "6,1 | 10 | Kéo cáp", "Điểm năm 2023", "Mục tiêu (điểm)", False),
    ("kept-below-full", "7,2 | 7,2 | Duy trì điểm, 02 lần/tuần", "Điểm năm 2023", "Mục tiêu (điểm)", True),
    ("kept-below-full", "6 | 6 | Giữ vững kết quả của năm trước", "Điểm năm 2023", "Mục tiêu (điểm)", True),
    ("kept-below-full", "7,2 | 9 | Duy trì đường truyền đã có", "Điểm năm trước", "Mục tiêu (điểm)", False),
    ("kept-below-full", "10 | 10 | Duy trì điểm số đã đạt", "Điểm năm trước", "Mục tiêu (điểm)", False),
    ("kept-below-full", "7 | 7 | Duy trì và nâng cấp cáp", "Điểm năm 2023", "Mục tiêu (điểm)", False),
    ("kept-below-full", "7 | 7 | Kéo cáp, duy trì 02 điểm phát", "Điểm năm 2023", "Mục tiêu (điểm)", False),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "row", "past", "aim", "off"), POINTS)
def test_points_of_a_row(rule: str, row: str, past: str, aim: str, off: bool, tmp_path: Path) -> None:
    assert bool(told(rule, body(row, past, aim), tmp_path)) == off


LEADS = [
    ("1. Kinh tế số: Sở Tài chính chủ trì thực hiện chỉ số 7.5, hoàn thành trong quý IV/2024.", True),
    ("1. Sở Nội vụ\n- Chủ trì các chỉ số 8.4, 7.5 theo phụ lục.", True),
    ("1. Sở Tài chính chủ trì triển khai chỉ số 7.5; báo cáo hằng quý.", True),
    ("- Sở Nội vụ chủ trì các chỉ số từ 7.4 đến 7.6, hoàn thành trong quý III.", True),
    ("1. Văn phòng UBND tỉnh chủ trì tham mưu các chỉ số 7.5, 8.4.", True),
    ("1. Sở Công Thương chủ trì thực hiện chỉ số 7.5, hoàn thành trong quý IV/2024.", False),
    ("1. Sở Tài chính phối hợp thực hiện chỉ số 7.5, hoàn thành trong quý IV/2024.", False),
    ("1. Các cơ quan liên quan chủ trì thực hiện chỉ số 7.5.", False),
    ("1. Sở Tài chính chủ trì thực hiện chỉ số 7.6, hoàn thành trong quý IV/2024.", False),
]


@pytest.mark.parametrize(("work", "off"), LEADS)
def test_who_leads_a_code_in_the_body_and_in_its_row(work: str, off: bool, tmp_path: Path) -> None:
    text = body(work=f"II. NHIỆM VỤ\n\n{work}")
    assert any("7.5" in message for message in told("lead-stated-twice", text, tmp_path)) == off


@pytest.mark.parametrize(
    ("rule", "lead", "due", "near"),
    [
        ("task-without-owner", "", "Quý III/2024", "Tặng gói năm đầu"),
        ("task-without-deadline", "Sở Công Thương", "", "Sở Y tế"),
    ],
)
def test_a_blank_is_shown_by_what_stands_beside_it(
    rule: str, lead: str, due: str, near: str, tmp_path: Path
) -> None:
    hits = [f for f in found(body(lead=lead, due=due), tmp_path) if f.rule == rule]
    assert any(near in e.quote for f in hits if "nhỏ và vừa" in f.message for e in f.evidence)
