"""Units that had ended when the plan was issued: by their own end, by their province's, by their tier's."""

from __future__ import annotations

import pytest

from extractor.analysis.audit import Subject
from extractor.analysis.audit.coverage import units
from extractor.catalog import Catalog
from extractor.records import Extraction


def gone(unit: str, province: str, issued: str) -> list[str]:
    """What the audit says has taken over, for a plan that gives a task to a unit."""
    extraction = Extraction.model_validate({
        "document": {
            "id": "a", "source": "a.txt", "kind": "plan", "level": "province", "province": province,
            "issued_on": issued,
        },
        "tasks": [{
            "id": "t1", "section": "I", "title": "việc", "quote": "việc",
            "lead_units": [{"text": unit, "name": unit}],
        }],
    })  # fmt: skip
    hits = units(Subject(extraction, Catalog.default(), None))
    return [str(hit.figures["successors"]) for hit in hits if hit.rule == "unit-no-longer-exists"]


@pytest.mark.parametrize(
    ("unit", "province", "issued", "successors"),
    [
        ("UBND tỉnh Hậu Giang", "Cần Thơ", "2025-06-30", []),
        ("UBND tỉnh Hậu Giang", "Cần Thơ", "2025-08-01", ["UBND thành phố Cần Thơ"]),
        ("Sở Tài chính tỉnh Bình Phước", "Cần Thơ", "2025-08-01", ["Sở Tài chính tỉnh Đồng Nai"]),
        (
            "Sở Kế hoạch và Đầu tư tỉnh Bình Phước", "Cần Thơ", "2025-08-01",
            ["Sở Tài chính (Đồng Nai)"],
        ),
        ("UBND thành phố Cần Thơ", "Cần Thơ", "2025-08-01", []),
        ("UBND tỉnh Đồng Nai", "Đồng Nai", "2026-01-05", []),
        ("UBND tỉnh Đồng Nai", "Đồng Nai", "2026-05-05", ["UBND thành phố Đồng Nai"]),
        ("Phòng Nội vụ huyện Bù Đăng", "Đồng Nai", "2025-08-01", ["Phòng chuyên môn thuộc UBND cấp xã"]),
        ("Huyện ủy Bù Đăng", "Đồng Nai", "2025-08-01", ["Đảng ủy cấp xã"]),
        ("Báo Hà Nam", "Ninh Bình", "2025-08-01", []),
        ("Bộ Công an", "Ninh Bình", "2025-08-01", []),
    ],
)  # fmt: skip
def test_gone(unit: str, province: str, issued: str, successors: list[str]) -> None:
    assert gone(unit, province, issued) == successors
