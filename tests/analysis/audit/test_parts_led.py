"""A part of a sub-indicator ("5.12.3") is led by who leads the whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import extract, read
from extractor.analysis.audit import Subject
from extractor.analysis.audit.coverage import indicators
from extractor.catalog import Catalog

PLAN = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

Số: 15/KH-UBND

Lai Châu, ngày 10 tháng 01 năm 2024

KẾ HOẠCH
Chuyển đổi số tỉnh Lai Châu năm 2024

II. NHIỆM VỤ

1. {unit} chủ trì {what}.
"""
PARTS = {f"5.12.{n}" for n in range(1, 7)}
CASES = [
    ("Sở Y tế", "chỉ số 5.12", True),
    ("Công an tỉnh", "các chỉ số 5.11, 5.12", True),
    ("Sở Xây dựng", "các chỉ số từ 5.9 đến 5.12", True),
    ("Sở Tư pháp", "chỉ số 5.11", False),
    ("Sở Nội vụ", "chỉ số 4.5", False),
]


@pytest.mark.parametrize(("unit", "what", "led"), CASES)
def test_parts_of_a_led_whole(tmp_path: Path, unit: str, what: str, led: bool) -> None:
    path = tmp_path / "ke-hoach.md"
    path.write_text(PLAN.format(unit=unit, what=what), encoding="utf-8")
    source = read(path)
    hits = indicators(Subject(extract(source), Catalog.default(), source))
    without = {h.code for h in hits if h.rule == "indicator-without-lead"}
    assert PARTS.isdisjoint(without) if led else without >= PARTS
