"""Owners of sub-indicators, what units must do, and the figures against the gold."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from extractor import Extraction, extract, read
from extractor.analysis.audit import Subject
from extractor.analysis.owners import duties, loads, orphans, owners
from extractor.catalog import Catalog

SHARED = Path(__file__).resolve().parents[3] / "shared"
TEXT = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

Số: 15/KH-UBND

Lai Châu, ngày 10 tháng 01 năm 2024

KẾ HOẠCH
Chuyển đổi số tỉnh Lai Châu năm 2024

II. NHIỆM VỤ

1. Nhóm hạ tầng số

- Nhiệm vụ: Phát triển cáp quang tới hộ gia đình.

- Mục tiêu: Tỷ lệ hộ gia đình có kết nối Internet băng rộng cáp quang đạt 85%.

- Đơn vị chủ trì: Cổng Thông tin điện tử tỉnh; Sở Tài chính.

- Đơn vị phối hợp: Sở Y tế.

- Thời gian hoàn thành: Tháng 11 năm 2024.
"""


@pytest.fixture
def subject(tmp_path: Path) -> Subject:
    path = tmp_path / "ke-hoach.md"
    path.write_text(TEXT, encoding="utf-8")
    source = read(path)
    return Subject(extract(source), Catalog.default(), source)


def test_one_row_for_each_indicator_and_unit(subject: Subject) -> None:
    rows = owners(subject)
    assert {r.indicator_code for r in rows} == {i.code for i in subject.catalog if not i.is_group}
    assert [(r.role, r.unit) for r in rows if r.indicator_code == "3.3"] == [
        ("lead", "Cổng Thông tin điện tử tỉnh"), ("lead", "Sở Tài chính"), ("support", "Sở Y tế"),
    ]  # fmt: skip
    assert {(r.role, r.unit) for r in rows if r.indicator_code != "3.3"} == {("none", "")}


def test_duties_and_load(subject: Subject) -> None:
    given = duties(subject)
    assert [(d.unit, d.role, str(d.due)) for d in given] == [
        ("Cổng Thông tin điện tử tỉnh", "lead", "2024-11-30"), ("Sở Tài chính", "lead", "2024-11-30"),
        ("Sở Y tế", "support", "2024-11-30"),
    ]  # fmt: skip
    load = {x.unit: (x.led, x.supported, x.indicators_led) for x in loads(given)}
    assert load["Sở Tài chính"] == (1, 0, 1)
    assert load["Sở Y tế"] == (0, 1, 0)


def test_words_that_hold_several_targets_are_told_once() -> None:
    task = {
        "id": "t1", "section": "1", "title": "Địa chỉ số", "quote": "Địa chỉ số", "supporting_units": [],
        "lead_units": [{"text": "Sở Y tế", "name": "Sở Y tế"}], "deadline": None, "indicator_codes": [],
    }  # fmt: skip
    target = {
        "task": "t1", "kind": "quantitative", "value": 100, "unit": "percent", "comparator": "eq",
        "quote": "100% hộ, doanh nghiệp có địa chỉ số", "indicator_codes": [], "baselines": [], "level": None,
    }  # fmt: skip
    targets = [target | {"id": name, "indicator": name} for name in ("hộ", "doanh nghiệp")]
    document = {"id": "a", "source": "a.txt", "kind": "plan"}
    extraction = Extraction.model_validate({"document": document, "tasks": [task], "targets": targets})
    (duty,) = duties(Subject(extraction, Catalog.default()))
    assert duty.targets == ("100% hộ, doanh nghiệp có địa chỉ số",)


def test_orphans(subject: Subject) -> None:
    codes = {r.indicator_code for r in orphans(owners(subject))}
    assert "3.3" not in codes
    assert "3.4" in codes


def _gold_rows(gold: dict[str, object], codes: list[str]) -> set[tuple[str, str, str]]:
    """(code, role, unit) by the guidelines: a target's own units, else its task's."""
    tasks = {t["id"]: t for t in gold["tasks"]}  # type: ignore[attr-defined, union-attr, index]
    rows = set()
    for record in [*gold["tasks"], *gold["targets"]]:  # type: ignore[misc]
        for role in ("lead", "support"):
            key = {"lead": "lead_units", "support": "supporting_units"}[role]
            units = record.get(key) or tasks.get(record.get("task"), {}).get(key, [])
            rows |= {(code, role, unit["name"]) for code in record["indicator_codes"] for unit in units}
    owned = {code for code, _, _ in rows}
    return rows | {(code, "none", "") for code in codes if code not in owned}


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the shared gold is not beside this checkout")
def test_owner_audit_against_the_gold() -> None:
    """F1 of (document, sub-indicator, role, unit) over the three originals."""
    with (SHARED / "gold" / "catalog.csv").open(encoding="utf-8") as handle:
        codes = [row["code"] for row in csv.DictReader(handle) if row["parent"]]
    hit = gold_size = found_size = 0
    for path in sorted((SHARED / "corpus").glob("*.txt")):
        gold = _gold_rows(json.loads((SHARED / "gold" / f"{path.stem}.json").read_text("utf-8")), codes)
        source = read(path)
        found = {
            (r.indicator_code, r.role, r.unit)
            for r in owners(Subject(extract(source), Catalog.default(), source))
        }
        hit, gold_size, found_size = hit + len(gold & found), gold_size + len(gold), found_size + len(found)
    assert 2 * hit / (gold_size + found_size) >= 0.95


BY_CODE = f"""{TEXT}
2. Nhóm nhận thức số

- Sở Y tế chủ trì chỉ số 6.17.

- Sở Nội vụ triển khai nền tảng họp trực tuyến đến các cơ quan, đơn vị thuộc, trực thuộc tỉnh.
"""


def test_a_code_outweighs_words_that_sound_alike(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.md"
    path.write_text(BY_CODE, encoding="utf-8")
    source = read(path)
    subject = Subject(extract(source), Catalog.default(), source)
    assert sum("6.17" in t.indicator_codes for t in subject.extraction.tasks) == 2
    rows = [(r.role, r.unit) for r in owners(subject) if r.indicator_code == "6.17"]
    assert rows == [("lead", "Sở Y tế")]
