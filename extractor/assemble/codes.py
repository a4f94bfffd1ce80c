"""Indicator codes of targets and tasks: by the printed code, else by what the words measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.annotators.targets import TargetDraft
from extractor.assemble.context import Context, TargetAim, TaskDraft


def map_codes(context: Context, tasks: Sequence[TaskDraft], targets: list[TargetAim]) -> None:
    """Fill ``codes`` of targets and tasks, and split targets whose coordinated list names several indicators."""
    for task in tasks:
        task.codes = _task_codes(context, task)
    for aim in targets:
        _target_codes(context, aim)
    for task in tasks:
        for aim in task.targets:
            task.codes += [c for c in aim.codes if c not in task.codes]


def _task_codes(context: Context, task: TaskDraft) -> list[str]:
    if task.printed_code is not None:
        match = context.matcher.match(task.title, printed_code=task.printed_code)
        return [match.code] if match.code else []
    return context.matcher.match_all(task.title)


def _target_codes(context: Context, aim: TargetAim) -> None:
    words = aim.indicator
    match = context.matcher.match(words, context=aim.context, printed_code=aim.printed_code)
    if match.code is None and aim.draft.quantity is not None and aim.name is None:
        match = context.matcher.match(_quote(context, aim.draft), context=aim.context)
    aim.codes = [match.code] if match.code else []


def _quote(context: Context, draft: TargetDraft) -> str:
    return context.text(draft.start, draft.end)


def with_indicator(aim: TargetAim, indicator: str) -> TargetAim:
    """A copy of a target that measures something else."""
    return replace(aim, draft=replace(aim.draft, indicator=indicator))
