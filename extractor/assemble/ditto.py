"""Cells and labels that only point at an earlier one: "nt", "như trên", "Sở A; nt", "như dòng 8"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.annotators.clauses import parted
from extractor.annotators.own_abbreviations import own_names
from extractor.annotators.units import UnitMention
from extractor.assemble.context import Context, DeadlineDraft, TaskDraft
from extractor.structure.annex import AnnexRow
from extractor.vietnamese.forms import fold

_ABOVE = re.compile(
    r"[\s\-–(]*(?:n\.?t\.?|như (?:dòng |mục |việc |nhiệm vụ )?trên|[\"“”″〃]|'')[\s\-–).;]*"
    r"(?:\((?:chỉ|riêng|trừ)[^()]{1,40}\))?[\s.;]*"
)
_AT = re.compile(
    r"[\s\-–(]*như (?:dòng|mục|số|việc|nhiệm vụ|chỉ tiêu|chỉ số|stt|tt)(?: số)? "
    r"(?P<label>[\divx.]{1,8}?)[\s.;)]*"
)
_PIECES = re.compile(r"[;\n]|,(?=\s*(?:nt|như trên))")


def points_back(text: str) -> str | None:
    """The label of the row that words point at, "" for the one above; None where they point at none."""
    low = fold(text)
    if _ABOVE.fullmatch(low):
        return ""
    match = _AT.fullmatch(low)
    return match["label"].rstrip(".") if match else None


def fill_row(context: Context, row: AnnexRow, task: TaskDraft, before: Sequence[TaskDraft]) -> None:
    """Give a row's task what its cells say is as in an earlier row; ``before`` are the tasks of those."""
    for role, own in (("lead", task.lead), ("support", task.supporting)):
        for _, cell in row.cells.get(role, ()):  # type: ignore[call-overload]
            for start, end in parted(context.source.text, cell.start, cell.end, _PIECES):
                source = source_of(context.text(start, end), before)
                if source is not None:
                    own[:] = [u for u in own if u.start != start]
                    own += again(source.lead if role == "lead" else source.supporting, start, end, context)
    for _, cell in row.cells.get("deadline", ()):
        source = source_of(context.text(cell.start, cell.end), before)
        if source is not None and source.deadline is not None:
            task.deadline = DeadlineDraft(cell.start, cell.end, source.deadline.reading)


def source_of(text: str, before: Sequence[TaskDraft]) -> TaskDraft | None:
    """The earlier task that words point at."""
    label = points_back(text)
    if label is None or not before:
        return None
    if not label:
        return before[-1]
    return next((t for t in reversed(before) if _number(t) == label), None)


def _number(task: TaskDraft) -> str:
    return task.number or fold(task.section).split(".")[-1]


def again(units: Sequence[UnitMention], start: int, end: int, context: Context) -> list[UnitMention]:
    """The same units, written at ``start:end``."""
    own, words = context.own_abbreviations, context.text(start, end)
    return [
        replace(unit, start=start, end=end, text=words, names=own_names(unit.text, own) or unit.names)
        for unit in units
    ]
