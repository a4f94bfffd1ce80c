"""What a change won and lost: the checks of each document against those of a baseline.

A snapshot holds ids only (rows, item ids, field names), never words of a document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from extractor.evaluation.report import DocumentScore

Snapshot = dict[str, dict[str, list[str]]]
"""Row -> {"right": item ids, "wrong": item ids}; of one document."""


@dataclass(frozen=True, slots=True)
class Change:
    """Items of a row that turned right (won) or wrong (lost), as row and item id."""

    won: tuple[tuple[str, str], ...] = ()
    lost: tuple[tuple[str, str], ...] = ()


def snapshot(score: DocumentScore) -> Snapshot:
    """Which items are right and which wrong, sorted; quotes are looked after by tests, not here."""
    rows: Snapshot = {}
    for check in score.checks:
        if check.row.startswith("targets ") or check.row == "evidence verbatim":
            continue  # the first is told by "targets", the second names predicted items, not gold ones
        kept = rows.setdefault(check.row, {"right": [], "wrong": []})
        kept["right" if check.right else "wrong"].append(check.item)
    return {row: {side: sorted(items) for side, items in kept.items()} for row, kept in sorted(rows.items())}


def _items(saved: Mapping[str, Mapping[str, Iterable[str]]], side: str) -> set[tuple[str, str]]:
    return {(row, item) for row, sides in saved.items() for item in sides.get(side, ())}


def _is_false(item: tuple[str, str]) -> bool:
    return item[1].startswith("false-")


def compare(before: Mapping[str, Any], after: Mapping[str, Any]) -> Change:
    """Items that were wrong or unknown and are right now, and the reverse.

    A false find that is gone is won, a new one is lost. An attribute of a target that is no longer
    found is told by the target alone; so is one of a target that is found anew.
    """
    was_right, was_wrong = _items(before, "right"), _items(before, "wrong")
    is_right, is_wrong = _items(after, "right"), _items(after, "wrong")
    won = (is_right & was_wrong) | {item for item in was_wrong - is_wrong if _is_false(item)}
    lost = (is_wrong & was_right) | {item for item in is_wrong - was_wrong if _is_false(item)}
    return Change(tuple(sorted(won)), tuple(sorted(lost)))


def details(score: DocumentScore) -> dict[tuple[str, str], str]:
    """What is said of each wrong item."""
    return {(check.row, check.item): check.detail for check in score.checks if not check.right}
