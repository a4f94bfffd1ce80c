"""Goals given to a unit by the number of the place that states them ("các chỉ tiêu tại mục II.2.a")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.assemble.context import Context, TargetAim, TaskDraft
from extractor.vietnamese.forms import fold

_LABEL = r"(?:[ivxl]{1,5}|\d{1,2}|[a-zđ])(?:\.(?:\d{1,2}|[a-zđ]))*(?!\w)"
_REFERENCE = re.compile(
    r"(?:chỉ tiêu|mục tiêu|chỉ số)[^.;:]{0,40}?\s(?:tại|ở|thuộc|trong)\s"
    rf"(?P<ref>(?:điểm|khoản|mục|tiểu mục|phần)\s{_LABEL}"
    rf"(?:,?\s(?:của\s)?(?:điểm|khoản|mục|tiểu mục|phần)\s{_LABEL}){{0,3}})"
)
_PART = re.compile(rf"(?P<kind>điểm|khoản|tiểu mục|mục|phần)\s(?P<label>{_LABEL})")
_DEPTH = {"phần": 0, "mục": 1, "tiểu mục": 2, "khoản": 2, "điểm": 3}


def references(context: Context, task: TaskDraft) -> list[str]:
    """The places that a task refers to, deep enough to mean some goals and not all; folded paths.

    Collectives ("các sở, ban, ngành") take part in goals, they own none by such words.
    """
    if not task.lead or any(fold(u.text).startswith("các ") for u in task.lead):
        return []
    low = fold(context.text(task.start, task.end))
    paths = []
    for match in _REFERENCE.finditer(low):
        parts = sorted(_PART.finditer(match["ref"]), key=lambda m: _DEPTH[m["kind"]])
        path = ".".join(m["label"] for m in parts)
        if "." in path:
            paths.append(path)
    return paths


def referred(
    context: Context, targets: Sequence[TargetAim], tasks: Sequence[TaskDraft]
) -> dict[int, TaskDraft]:
    """The task that refers to the place of each goal, by the goal's id; the deepest reference counts."""
    known: dict[str, TaskDraft] = {}
    for task in tasks:
        for path in references(context, task):
            known.setdefault(path, task)
    found: dict[int, TaskDraft] = {}
    for aim in targets if known else ():
        parts = fold(aim.path).split(".")
        places = (".".join(parts[:depth]) for depth in range(len(parts), 1, -1))
        own = next((known[place] for place in places if place in known), None)
        if own is not None and not (own.cited and set(own.cited).isdisjoint(aim.codes)):
            found[id(aim)] = own  # a task for some indicators points at a list of goals for theirs alone
    return found
