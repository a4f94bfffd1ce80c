"""Indicator codes of targets and tasks."""

from __future__ import annotations

from collections.abc import Callable

from extractor.annotators.targets import find_targets
from extractor.assemble.codes import map_codes, with_indicator
from extractor.assemble.context import Context, TargetAim, TaskDraft

ContextOf = Callable[..., Context]


def aim_of(context: Context) -> TargetAim:
    text = context.source.text
    (draft,) = find_targets(text, (0, len(text)), context.quantities, "goal", 2024)
    return TargetAim(draft)


def test_a_target_and_its_task_share_codes(context_of: ContextOf) -> None:
    context = context_of("80% hộ gia đình có kết nối Internet cáp quang băng rộng")
    aim = aim_of(context)
    task = TaskDraft(0, 10, "Mở rộng mạng", "II", targets=[aim])
    aim.task = task
    map_codes(context, [task], [aim])
    assert aim.codes and set(aim.codes) <= set(task.codes)
    assert aim.codes[0] in context.matcher.catalog


def test_what_no_indicator_measures_has_no_code(context_of: ContextOf) -> None:
    context = context_of("80% vườn vải thiều được tưới nhỏ giọt")
    aim = aim_of(context)
    map_codes(context, [], [aim])
    assert aim.codes == []


def test_a_copy_that_measures_something_else(context_of: ContextOf) -> None:
    aim = aim_of(context_of("80% vườn vải thiều được tưới nhỏ giọt"))
    other = with_indicator(aim, "vườn cam")
    assert (other.indicator, other.draft.quantity) == ("vườn cam", aim.draft.quantity)
    assert aim.indicator != "vườn cam" and other.baselines is not aim.baselines
