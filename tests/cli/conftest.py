"""A small extraction, so that these tests are about the command line and not about what is found."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extractor.records import (
    Baseline,
    Deadline,
    Document,
    Evidence,
    Extraction,
    Period,
    Score,
    Target,
    Task,
    Unit,
)
from extractor.sources.model import Source


def sample(source: Source) -> Extraction:
    """One task with one target where the text has a per cent sign; else nothing."""
    document = Document(
        id=Path(source.name).stem,
        source=source.name,
        kind="plan",
        number="7/KH-UBND",
        issued_on=date(2023, 8, 29),
        title="Kế hoạch thử",
        period=Period(start=date(2023, 1, 1), end=date(2023, 12, 31)),
    )
    at = source.text.find("%")
    if at < 0:
        return Extraction(document=document)
    evidence = Evidence(start=max(at - 10, 0), end=at + 1, table=0, row=2, column=1)
    unit = Unit(text="Sở TT&TT", name="Sở Thông tin và Truyền thông")
    task = Task(
        id="t1",
        section="1.a",
        title="Phát triển hạ tầng",
        quote="Phát triển hạ tầng",
        lead_units=(unit,),
        deadline=Deadline(text="Năm 2023", due=date(2023, 12, 31), recurring=False),
        evidence=evidence,
    )
    target = Target(
        id="g1",
        task="t1",
        kind="quantitative",
        indicator="hộ có cáp quang",
        comparator="ge",
        value=1234.5,
        unit="percent",
        quote="- " + source.text[evidence.start : evidence.end],
        indicator_codes=("3.2",),
        baselines=(Baseline(year=2022, value=8.38, unit="points", max=10),),
        evidence=evidence,
    )
    score = Score(indicator_code=None, name="Tổng", year=2022, points=500)
    return Extraction(document=document, tasks=(task,), targets=(target,), scores=(score,))


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """`extractor.pipeline` replaced: a text that holds "vỡ" breaks it."""
    module = ModuleType("extractor.pipeline")

    def extract(source: Source, *, catalog: Any = None) -> Extraction:
        del catalog
        if "vỡ" in source.text:
            raise ZeroDivisionError("số\nkhông")
        return sample(source)

    module.extract = extract  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "extractor.pipeline", module)
    return module
