"""Won and lost: by items, not by totals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from extractor.evaluation import score_document
from extractor.evaluation.gains import Change, compare, details, snapshot

ROOT = Path(__file__).resolve().parents[2]


def target(name: str, value: float = 80, **more: Any) -> dict[str, Any]:
    return {
        "id": name, "task": None, "kind": "quantitative", "indicator": f"hộ loại {name}", "comparator": "eq",
        "value": value, "unit": "percent", "level": None, "quote": f"{value}% hộ loại {name} có cáp quang",
        "indicator_codes": [], "baselines": [],
    } | more  # fmt: skip


def record(*targets: dict[str, Any]) -> dict[str, Any]:
    return {"document": {"id": "a", "kind": "plan"}, "tasks": [], "targets": list(targets), "scores": []}


GOLD = record(target("x"), target("y", 50))


def saved(*targets: dict[str, Any]) -> Any:
    return snapshot(score_document("a", GOLD, record(*targets)))


def test_nothing_changed() -> None:
    assert compare(saved(target("x")), saved(target("x"))) == Change()


def test_found_and_lost() -> None:
    change = compare(saved(target("x")), saved(target("y", 50)))
    assert change == Change(won=(("targets", "y"),), lost=(("targets", "x"),))


def test_false_finds() -> None:
    extra = target("z", 1)
    change = compare(saved(), saved(extra))
    assert [row for row, _ in change.lost] == ["targets"]
    assert change.lost[0][1].startswith("false-")
    assert compare(saved(extra), saved()).won == change.lost


def test_attribute() -> None:
    change = compare(saved(target("x")), saved(target("x", comparator="ge")))
    assert change == Change(lost=(("comparator", "x"),))


def test_renumbering_changes_nothing() -> None:
    assert compare(saved(target("z", 1)), saved(target("z", 1, id="other"))) == Change()


def test_details_name_the_reason() -> None:
    score = score_document("a", GOLD, record(target("x")))
    assert "50" in details(score)["targets", "y"]


def test_snapshot_holds_no_words() -> None:
    assert "cáp" not in json.dumps(saved(target("x"), target("z", 1)), ensure_ascii=False)


def test_committed_baseline_holds_ids_only() -> None:
    path = ROOT / "benchmarks" / "gains-baseline.json"
    if not path.is_file():
        return
    for documents in json.loads(path.read_text("utf-8")).values():
        for rows in documents.values():
            for sides in rows.values():
                assert set(sides) == {"right", "wrong"}
                assert all(" " not in item for items in sides.values() for item in items)
