"""A comparison with something in every view, made of small records."""

from __future__ import annotations

from typing import Any

import pytest

from extractor import Comparison, compare
from extractor.records import Extraction, Unit

HOSTILE = '<script>alert("1")</script> & =CMD()'


def _plan(province: str, year: int, value: float, *, page: int | None = 3) -> Extraction:
    def place(start: int) -> dict[str, Any]:
        return {"start": start, "end": start + 9, "page": page}

    def target(n: int, code: str | None, **more: Any) -> dict[str, Any]:
        return {
            "id": f"g{n}", "task": "t1", "kind": "quantitative", "indicator": "hộ dùng mạng",
            "comparator": "ge", "unit": "percent", "value": value, "quote": f"ít nhất {value}% hộ ({n})",
            "indicator_codes": [code] if code else [], "evidence": place(100 * n), **more,
        }  # fmt: skip

    past = [
        {"year": year - 1, "value": 60.29, "unit": "percent", "evidence": place(50)},
        {"year": year - 1, "value": 6.03, "unit": "points", "max": 10},
    ]
    words = {"kind": "qualitative", "value": None, "unit": None, "comparator": None}
    unit = {"text": "Sở A", "name": f"Sở A tỉnh {province}"}
    return Extraction.model_validate({
        "document": {
            "id": f"{province}-{year}", "source": "x.pdf", "kind": "plan", "level": "province",
            "province": province, "title": HOSTILE, "number": "1/KH-UBND", "issued_on": f"{year}-02-01",
            "period": {"start": f"{year}-01-01", "end": f"{year}-12-31"},
        },
        "tasks": [{
            "id": "t1", "section": "I", "title": "việc", "quote": "Sở A chủ trì", "lead_units": [unit],
            "supporting_units": [{"text": "B", "name": "Sở B"}], "indicator_codes": ["3.1", "4.1"],
            "evidence": place(5),
        }],
        "targets": [
            target(1, "3.1", baselines=past),
            target(2, "3.2", value=value / 2, level="commune"),
            target(3, "1.1", **words, quote=HOSTILE),
            target(4, None, indicator="kinh phí", unit="vnd", value=2_000_000_000, comparator="eq"),
            target(5, "4.5", value=12.5, unit="percent", comparator="eq", certainty=0.3),
        ],
    })  # fmt: skip


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    """Three documents of two provinces, two of them successive plans of one."""
    return compare(_plan("Alpha", 2023, 80), _plan("Alpha", 2024, 85), _plan("Beta", 2023, 90, page=None))


@pytest.fixture(scope="session")
def merged() -> Comparison:
    """Plans of two provinces and of the one that they are since 1 July 2025, and one with another catalog."""
    old = _plan("Bình Phước", 2024, 70)
    unit = {"text": "Sở TT&TT", "name": "Sở Thông tin và Truyền thông"}
    task = old.tasks[0].model_copy(update={"lead_units": (Unit(**unit),)})
    old = old.model_copy(update={"tasks": (task, *old.tasks[1:])})
    other = _plan("Hà Nội", 2024, 60).model_copy(update={"catalog": "bo-rieng"})
    return compare(_plan("Đồng Nai", 2024, 80), old, _plan("Đồng Nai", 2026, 90), other)


@pytest.fixture(scope="session")
def crowd() -> Comparison:
    """More documents than fit side by side."""
    return compare([_plan(f"P{n:02}", 2023, 50 + n) for n in range(20)])
