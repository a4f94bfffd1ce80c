"""Golden records of the bundled plans: what is found today, in brief, so that a change shows itself.

``KEHOACH_REGENERATE=1 pytest tests/test_golden.py`` writes them anew; read the difference before committing.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from extractor.pipeline import extract
from extractor.records import Extraction, Target, Task, Unit
from extractor.sources.read import read

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden"
PLANS = sorted((ROOT / "corpora").glob("*.txt"))
REGENERATE = os.environ.get("KEHOACH_REGENERATE") == "1"
IN_CI = bool(os.environ.get("CI"))


def brief_units(units: Sequence[Unit] | None) -> str:
    """The first unit's name and how many follow (whole lists would copy the source)."""
    more = f" +{len(units) - 1}" if units and len(units) > 1 else ""
    return f"[{units[0].name}{more}]" if units else "[]"


def brief_target(target: Target) -> str:
    """One line: id, task, comparator, value, unit, tier, code, number of past values, own leads."""
    value = "-" if target.value is None else f"{target.comparator} {target.value:g} {target.unit}"
    codes, tier = ",".join(target.indicator_codes) or "-", target.level or "-"
    past, leads = len(target.baselines), brief_units(target.lead_units)
    return f"{target.id} {target.task or '-'} {value} {tier} {codes} {past} {leads}"


def brief_task(task: Task) -> str:
    """One line: id, section, deadline, codes, leads and number of supporting units."""
    due = f"{task.deadline.due}{' +' if task.deadline.recurring else ''}" if task.deadline else "-"
    codes, others = ",".join(task.indicator_codes) or "-", len(task.supporting_units)
    return f"{task.id} {task.section or '-'} {due} {codes} {brief_units(task.lead_units)} {others}"


def brief(found: Extraction) -> dict[str, Any]:
    """The record without its words."""
    facts = found.document
    return {
        "document": [facts.kind, facts.number, str(facts.issued_on), facts.level, facts.signer],
        "tasks": [brief_task(task) for task in found.tasks],
        "targets": [brief_target(target) for target in found.targets],
        "scores": [f"{s.indicator_code or '-'} {s.year} {s.points:g}/{s.max} {s.rank}" for s in found.scores],
    }


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_golden(plan: Path) -> None:
    path = GOLDEN / f"{plan.stem}.json"
    found = brief(extract(read(plan)))
    if REGENERATE:
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(
            json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
        )
    wanted = json.loads(path.read_text(encoding="utf-8"))
    for part, entries in wanted.items():
        assert found[part] == entries, f"{part}: regenerate if this is wanted (see the top of this file)"


def test_every_golden_file_has_its_plan() -> None:
    assert {p.stem for p in GOLDEN.glob("*.json")} == {p.stem for p in PLANS}


def test_regeneration_is_off() -> None:
    assert not (REGENERATE and IN_CI), "golden files are not written anew in CI"
