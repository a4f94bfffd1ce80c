"""Many records read by several processes: the same results and the same errors as by one."""

from __future__ import annotations

import json
import os
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from extractor.analysis.audit.many import audit_records
from extractor.analysis.load import ForeignFile
from extractor.analysis.parallel import each_record
from extractor.analysis.plans import load_plans
from extractor.errors import KehoachError, ReadError

TEXT = "1. Tỷ lệ hộ có cáp quang đạt tối thiểu 80%. Chủ trì: Sở Thông tin và Truyền thông.\n"


def record(number: int) -> dict[str, Any]:
    unit = {"text": "Sở TT&TT", "name": "Sở Thông tin và Truyền thông"}
    at = {"start": 3, "end": 43}
    return {
        "document": {"id": f"kh-{number:02}", "source": "kh.txt", "province": "Cà Mau", "kind": "plan"},
        "tasks": [
            {"id": "t1", "section": "1", "title": "Cáp quang", "quote": TEXT[3:43], "evidence": at,
             "lead_units": [unit], "indicator_codes": ["3.1"],
             "deadline": {"text": "năm 2023", "due": "2023-12-31", "recurring": False}},
        ],
        "targets": [
            {"id": "g1", "task": "t1", "kind": "quantitative", "indicator": "hộ có cáp quang",
             "value": 60 + number, "unit": "percent", "comparator": "ge", "quote": TEXT[3:43], "evidence": at,
             "indicator_codes": ["3.1"], "baselines": [{"year": 2022, "value": 50, "unit": "percent"}]},
        ],
    }  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Records enough for three processes, among them a broken file and a foreign one."""
    for number in range(30):
        path = tmp_path / f"kh-{number:02}.json"
        path.write_text(json.dumps(record(number)), "utf-8")
        source = {"name": "kh.txt", "format": "text", "text": TEXT, "tables": [], "pages": [],
                  "blocks": [["paragraph", 0, len(TEXT) - 1, None]]}  # fmt: skip
        path.with_suffix(".source").write_text(json.dumps(source), "utf-8")
    (tmp_path / "kh-07.json").write_text("{", "utf-8")
    (tmp_path / "kh-11.json").write_text('{"name": "khác"}', "utf-8")
    return tmp_path


@pytest.mark.parametrize("read", [load_plans, partial(audit_records, catalog=None)])
def test_the_same_whatever_the_number_of_processes(folder: Path, read: Any) -> None:
    outcomes = []
    for jobs in (1, 3):
        errors: list[KehoachError] = []
        found = list(read([folder], on_error=errors.append, jobs=jobs))
        assert [f.document.id for f in found] == [f"kh-{n:02}" for n in range(30) if n not in (7, 11)]
        assert [type(error) for error in errors] == [ReadError, ForeignFile]
        outcomes.append((found, [str(error) for error in errors]))
    assert outcomes[0] == outcomes[1]


def test_what_crosses_is_whole(folder: Path) -> None:
    """The findings, owners and duties of a part are what they were before they were packed."""
    (part,) = audit_records([folder / "kh-03.json"], None, pytest.fail, jobs=1)
    assert part.catalog.name and part.has_text and part.unit_counts
    assert any(finding.evidence and finding.evidence[0].quote for finding in part.findings)
    assert {owner.unit for owner in part.owners if owner.role == "lead"} == {"Sở Thông tin và Truyền thông"}
    assert [(duty.what, duty.evidence.quote, str(duty.due)) for duty in part.duties] == [
        ("Cáp quang", TEXT[3:43], "2023-12-31")
    ]


def killed(_: Path) -> None:
    os._exit(9)


@pytest.mark.skipif(sys.platform == "win32", reason="a function of a test cannot be sent to a new process")
def test_a_process_that_dies_is_told(folder: Path) -> None:
    with pytest.raises(KehoachError, match="--jobs 1"):
        list(each_record([folder], killed, pytest.fail, jobs=2))
