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
        parts = _parts(members[0].baselines)
        measured = [m for m in members]
        if len(parts) > 1 and len(parts) == len(measured):
            for member, part in zip(measured, parts, strict=True):
                member.baselines = part


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
