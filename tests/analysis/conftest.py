"""Small documents to compare."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from extractor.records import Extraction

Plan = Callable[..., Extraction]


@pytest.fixture
def target() -> Callable[..., dict[str, Any]]:
    """A target of one indicator; numbers are percent at least."""

    def make(code: str | Sequence[str] | None, value: float | None = None, **more: Any) -> dict[str, Any]:
        codes = [] if code is None else [code] if isinstance(code, str) else list(code)
        measured = {"value": value, "comparator": "ge", "unit": "percent"} if value is not None else {}
        return {
            "kind": "quantitative" if value is not None else "qualitative",
            "indicator": "tỷ lệ hộ",
            "quote": f"đạt {value}%",
            "indicator_codes": codes,
            "evidence": {"start": 10, "end": 20, "page": 2},
            **measured,
            **more,
        }

    return make


@pytest.fixture
def plan() -> Plan:
    """A plan of a province for a year (or from a year to another); ``about`` says more of the document."""

    def make(
        province: str,
        year: int | None,
        *targets: dict[str, Any],
        tasks: Sequence[dict[str, Any]] = (),
        to: int | None = None,
        about: Mapping[str, Any] | None = None,
        **more: Any,
    ) -> Extraction:
        period = {"start": f"{year}-01-01", "end": f"{to or year}-12-31"} if year else None
        document = {
            "id": f"{province}-{year}", "source": "x.txt", "kind": "plan", "level": "province",
            "province": province, "issuer": f"UBND tỉnh {province}", "period": period, **(about or {}),
        }  # fmt: skip
        base = {"section": "I", "title": "việc", "quote": "việc"}
        return Extraction.model_validate(
            {
                "document": document,
                "targets": [{"id": f"g{n}", **entry} for n, entry in enumerate(targets, 1)],
                "tasks": [{"id": f"t{n}", **base, **entry} for n, entry in enumerate(tasks, 1)],
                **more,
            }
        )

    return make
