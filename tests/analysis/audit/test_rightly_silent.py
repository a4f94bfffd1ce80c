"""Sound documents that looked wrong: one who advises, names served, names cut short, tables told twice, codes
printed for another indicator."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.catalog import Catalog

from .cases import GOALS, HEAD, WORK, annex
from .test_forms import told

LEADS = [
    ("Văn phòng UBND tỉnh tham mưu để Chủ tịch Ủy ban nhân dân tỉnh chủ trì các phiên họp chuyên đề.", False),
    ("Sở Nội vụ tham mưu Chủ tịch UBND tỉnh chủ trì hội nghị giao ban hằng quý.", False),
    ("Văn phòng Sở tham mưu cho Giám đốc Sở Y tế chủ trì đánh giá hằng tháng.", False),
    ("Lắp máy chủ lưu trữ cho 03 đơn vị: Bệnh viện Nhi, Bệnh viện Phổi, Bệnh viện Mắt.", False),
    ("Thí điểm bệnh án số tại 02 cơ sở y tế: Bệnh viện Nhi, Bệnh viện Phổi.", False),
]


@pytest.mark.parametrize(("text", "several"), LEADS)
def test_who_is_named_and_leads_nothing(text: str, several: bool, tmp_path: Path) -> None:
    body = f"{HEAD}{WORK}1. Nhóm việc\n\n- {text}\n"
    assert bool(told("several-leads", body, tmp_path)) == several


CUT = [
    ("Phòng Nghiệp vụ Y, Phòng Tổ chức cán bộ: thực hiện nhiệm vụ được giao.", False),
    ("Phòng Nghiệp vụ D: tổng hợp kết quả hằng quý.", False),
    ("Phòng Nghiệp vụ: tổng hợp kết quả hằng quý.", True),
]


@pytest.mark.parametrize(("text", "vague"), CUT)
def test_names_of_rooms_cut_short(text: str, vague: bool, tmp_path: Path) -> None:
    body = f"{HEAD}III. TỔ CHỨC THỰC HIỆN\n\n1. {text}\n"
    assert bool(told("vague-lead", body, tmp_path)) == vague


MAIN = [i for i in Catalog.default() if "." not in i.code and i.max_points]


@pytest.mark.parametrize(("first", "wrong"), [("40", False), ("45", True), ("39,5", True), ("40,00", False)])
def test_main_scores_told_in_two_tables(first: str, wrong: bool, tmp_path: Path) -> None:
    points = [first if i.code == "1" else "40" for i in MAIN]
    whole = f"{sum(i.max_points or 0 for i in MAIN):g}"
    rows = [f"{i.code} | {i.name} | {i.max_points:g} | {p}" for i, p in zip(MAIN, points, strict=True)]
    total = f" | Tổng cộng | {whole} | {40 * len(MAIN)}"
    table = annex(*rows, total, head="TT | Chỉ số chính | Điểm tối đa | Điểm năm 2023")
    groups = annex(*rows, head="Mã | Chỉ số | Điểm tối đa | Kết quả năm 2023 (điểm)")
    messages = told("scores-total", f"{HEAD}I. KẾT QUẢ\n\n{table}\nPHỤ LỤC\n\n{groups}\n", tmp_path)
    assert bool(messages) == wrong


def test_a_goal_under_the_code_of_another_indicator(tmp_path: Path) -> None:
    names = {code: Catalog.default()[code].name for code in ("3.1", "3.2", "3.3")}
    aims = {"3.1": "81%", "3.2": "88%", "3.3": "77%"}
    rows = [f"{code} | {name} | 10 | | {aims[code]} | Sở Y tế |" for code, name in names.items()]
    body = f"{HEAD}{GOALS}- {names['3.3']} đạt 70% (chỉ số 3.2).\n\nPHỤ LỤC\n\n{annex(*rows)}"
    (message,) = told("value-stated-twice", body, tmp_path)
    assert "70" in message and "77" in message
