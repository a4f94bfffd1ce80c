"""Baselines to the targets of their sentence: pairs in order where a bracket lists one for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from extractor.annotators.baselines import BaselineDraft
from extractor.annotators.drafts import TargetDraft
from extractor.assemble.context import Context, TargetAim
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


_NEAR_YEAR = re.compile(r"(?:\s[^\W\d_]+){0,3}?\s*\(?(?:vào |của )?năm ((?:19|20)\d\d)")
_KEPT = re.compile(r"(?:giữ|duy trì)(?: vững| nguyên| ổn định)?(?: ở)?(?: mức| tỷ lệ)?\s*$")
_OF_YEAR = re.compile(r"\s*(?:như |của |đã đạt )+(?:trong )?năm ((?:19|20)\d\d)")


def previous_value(context: Context, draft: TargetDraft) -> list[BaselineDraft]:
    """Where the target starts from: the 47% of "từ 47% năm 2025 lên 90%", what "giữ mức 95% của năm …" keeps.

    The year is that printed beside it, if any.
    """
    q = draft.previous
    if q is not None:
        year = _NEAR_YEAR.match(fold(context.text(q.end, q.end + 40)))
        return [BaselineDraft(int(year[1]) if year else None, q.value, q.unit, q.total, q.number, q.end)]
    q = draft.quantity
    if q is None or not _KEPT.search(fold(context.text(max(draft.sentence[0], q.start - 30), q.start))):
        return []
    kept = _OF_YEAR.match(fold(context.text(q.end, q.end + 30)))
    if kept is None or context.plan_year is None or int(kept[1]) >= context.plan_year:
        return []
    return [BaselineDraft(int(kept[1]), q.value, q.unit, q.total, q.number, q.end)]
