"""The scorer agrees with the reference script, row by row, on damaged copies of gold."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extractor.evaluation import evaluate

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SCRIPT = SHARED / "gold" / "score.py"
SETS = [(SHARED / "gold", SHARED / "corpus"), (ROOT / "corpora" / "gold", ROOT / "corpora")]

needs_script = pytest.mark.skipif(not SCRIPT.is_file(), reason="reference scorer not present")


def damaged(record: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """A copy with dropped, doubled and altered items of every kind."""
    copy: dict[str, Any] = json.loads(json.dumps(record))
    for field in list(copy["document"]):
        if field not in ("id", "source") and dice.random() < 0.2:
            copy["document"][field] = None
    for part in ("tasks", "targets", "scores"):
        kept = [item for item in copy[part] if dice.random() > 0.12]
        copy[part] = kept + [dict(item) for item in kept if dice.random() < 0.08]
    for target in copy["targets"]:
        alter_target(target, dice)
    for task in copy["tasks"]:
        alter_task(task, dice)
    return copy


def alter_target(target: dict[str, Any], dice: random.Random) -> None:
    if dice.random() < 0.15:
        target["comparator"] = "ge"
    if dice.random() < 0.15:
        target["level"] = dice.choice([None, "district"])
    if dice.random() < 0.15:
        target["indicator_codes"] = dice.choice([[], ["9.9"], target["indicator_codes"][::-1]])
    if dice.random() < 0.15:
        target["baselines"] = [*target["baselines"][1:], {"year": 2020, "value": 1.5, "unit": "percent"}]
    if dice.random() < 0.1 and target["value"] is not None:
        target["value"] += 1
    if dice.random() < 0.2:
        target["quote"] = target["quote"][: max(5, len(target["quote"]) // 2)]
    if dice.random() < 0.2:
        target["quote"] = " ".join(dice.sample(target["quote"].split(), len(target["quote"].split())))
    if dice.random() < 0.15:
        target["lead_units"] = dice.choice([[], None, [{"text": "Sở X", "name": "Sở X"}]])
    if dice.random() < 0.1:
        target["task"] = None


def alter_task(task: dict[str, Any], dice: random.Random) -> None:
    if dice.random() < 0.2:
        task["lead_units"] = task["supporting_units"][:2]
    if dice.random() < 0.2:
        task["deadline"] = dice.choice([None, {"text": "x", "due": "2024-12-31", "recurring": False}])
    if dice.random() < 0.2:
        task["title"] = task["title"][: len(task["title"]) // 2]
        task["section"] = "?"
    if dice.random() < 0.2:
        task["indicator_codes"] = task["indicator_codes"][1:]
    for unit in task["lead_units"]:
        if dice.random() < 0.2:
            unit["name"] = unit["name"][:-3]


def reference(gold: Path, predicted: Path, texts: Path) -> dict[str, Any]:
    command = [sys.executable, str(SCRIPT), str(gold), str(predicted), "--text", str(texts), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return dict(json.loads(done.stdout))


def assert_same(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    assert ours.keys() == theirs.keys()
    for row, value in theirs.items():
        assert ours[row] == (None if value is None else pytest.approx(value, abs=0.005)), row


@needs_script
@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("folders", SETS, ids=["originals", "corpora"])
def test_agrees_with_reference(folders: tuple[Path, Path], seed: int, tmp_path: Path) -> None:
    gold, texts = folders
    files = sorted(gold.glob("*.json"))
    if not files:
        pytest.skip(f"no gold in {gold.name}")
    dice = random.Random(seed)
    for number, file in enumerate(files):
        if seed == 1 and number == 0:
            continue  # a document without prediction
        copy = damaged(json.loads(file.read_text("utf-8")), dice)
        (tmp_path / file.name).write_text(json.dumps(copy, ensure_ascii=False), "utf-8")
    ours, theirs = evaluate(gold, tmp_path, texts).as_json(), reference(gold, tmp_path, texts)
    assert_same(ours["total"], theirs["total"])
    assert ours["documents"].keys() == theirs["documents"].keys()
    for name, rows in theirs["documents"].items():
        assert_same(ours["documents"][name], rows)
