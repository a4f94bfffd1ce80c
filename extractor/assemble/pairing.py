"""Baselines to the targets of their sentence: pairs in order where a bracket lists one for each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rapidfuzz import fuzz

from extractor.annotators.baselines import BaselineDraft
from extractor.assemble.context import TargetAim
from extractor.vietnamese.forms import fold


def pair_baselines(targets: Sequence[TargetAim]) -> None:
    """Give each target of a sentence its own part of a list of past values, in place."""
    prose = [a for a in targets if a.place is None and a.baselines]
    for _, group in groupby(prose, key=lambda a: a.draft.baseline_brackets):
        members = list(group)
        parts = _listed(members[0].baselines, len(members)) or _parts(members[0].baselines)
        measured = _measured_apart(members)
        if len(parts) > 1 and len(parts) == len(measured):
            for member, part in zip(measured, parts, strict=True):
                member.baselines = part


def _measured_apart(members: Sequence[TargetAim]) -> list[TargetAim]:
    """The targets that can each have a past value of their own (states follow their measured neighbour)."""
    return [m for m in members if m.draft.quantity is not None] or list(members)


def _listed(drafts: Sequence[BaselineDraft], wanted: int) -> list[list[BaselineDraft]]:
    """The items of the list as printed ("A và B", "A; B"), where there are as many as targets."""
    by_group: dict[int, list[BaselineDraft]] = {}
    for draft in sorted(drafts, key=lambda d: d.start):
        by_group.setdefault(draft.group // 100, []).append(draft)
    return list(by_group.values()) if len(by_group) == wanted else []


def _parts(drafts: Sequence[BaselineDraft]) -> list[list[BaselineDraft]]:
    """Runs of the list that belong together: a new run begins with each repeated unit."""
    parts: list[list[BaselineDraft]] = []
    for draft in sorted(drafts, key=lambda d: d.start):
        if not parts or any(d.unit == draft.unit and d.year == draft.year for d in parts[-1]):
            parts.append([])
        parts[-1].append(draft)
    return parts


def likeness(a: str, b: str) -> float:
    """How alike two phrases are, 0 to 100."""
    return float(fuzz.token_set_ratio(fold(a), fold(b)))
