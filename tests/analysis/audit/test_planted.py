"""Mistakes planted in invented documents by hands that had not seen the program: how many are found."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extractor import audit, extract, read
from extractor.analysis.audit.model import Finding

FOLDER = Path(__file__).resolve().parents[2] / "documents" / "audit"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
FLOOR = 0.85
"""As measured, less a little; raise it when the measure rises."""
LEAST = 0.6
# Findings that stand on nearly every record say nothing of a mistake of another kind in the same words.
BROAD = {
    "task-without-target", "task-without-deadline", "task-without-owner", "owner-without-task",
    "target-without-owner", "target-without-figure", "deadline-without-date", "collective-lead",
    "several-leads", "one-deadline-for-all",
}  # fmt: skip
LACKS = {"coverage", "measurability"}


class Places:
    """Where words stand in a text, whatever the spaces and the marks of tables between them."""

    def __init__(self, text: str) -> None:
        self._kept = [i for i, char in enumerate(text) if not char.isspace() and char not in "|;"]
        self._flat = "".join(text[i] for i in self._kept)

    def of(self, words: str) -> list[tuple[int, int]]:
        flat = "".join(char for char in words if not char.isspace() and char not in "|;")
        found, at = [], self._flat.find(flat) if flat else -1
        while at >= 0:
            found.append((self._kept[at], self._kept[at + len(flat) - 1] + 1))
            at = self._flat.find(flat, at + 1)
        return found


def is_told(defect: dict[str, Any], spans: list[tuple[int, int]], findings: list[Finding]) -> bool:
    """Whether a finding of a fitting kind points at words of the defect."""
    for finding in findings:
        if finding.rule.startswith("indicator-"):
            if defect["category"] == "coverage" and finding.indicator_code == defect.get("indicator_code"):
                return True
        elif finding.rule not in BROAD or (finding.category in LACKS and defect["category"] in LACKS):
            pointed = [
                (s.start, s.end) for s in finding.evidence if s.start is not None and s.end is not None
            ]
            if any(at < end and start < stop for at, stop in pointed for start, end in spans):
                return True
    return False


@cache
def measured(name: str) -> tuple[int, int, tuple[str, ...]]:
    """Defects found, all of them, and what was missed."""
    source = read(FOLDER / f"{name}.txt")
    findings = list(audit((extract(source), source)).findings)
    truth = json.loads((FOLDER / f"{name}.truth.json").read_text("utf-8"))
    places = Places(source.text)
    missed = [
        defect["what"] for defect in truth["defects"]
        if not is_told(defect, [span for quote in defect["quotes"] for span in places.of(quote)], findings)
    ]  # fmt: skip
    total = len(truth["defects"])
    return total - len(missed), total, tuple(missed)


@pytest.mark.parametrize("name", NAMES)
def test_most_of_each_document(name: str) -> None:
    found, total, missed = measured(name)
    assert found >= LEAST * total, missed


def test_all_documents() -> None:
    results = [measured(name) for name in NAMES]
    found, total = sum(r[0] for r in results), sum(r[1] for r in results)
    assert found >= FLOOR * total, [what for r in results for what in r[2]]
