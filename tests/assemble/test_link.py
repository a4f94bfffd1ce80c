"""Goals to the tasks that assign them, and restatements once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from extractor.annotators.targets import find_targets
from extractor.annotators.units import split_units
from extractor.assemble.context import Context, TargetAim, TaskDraft
from extractor.assemble.link import link_targets, without_restatements

ContextOf = Callable[..., Context]


def aims(context: Context, section: int = 0) -> list[TargetAim]:
    text = context.source.text
    drafts = find_targets(text, (0, len(text)), context.quantities, "goal", 2024)
    return [TargetAim(d, section=section) for d in drafts]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("80% kho lạnh có cảm biến. Phấn đấu 80% kho lạnh có cảm biến.", 1),
        ("80% kho lạnh có cảm biến. Phấn đấu 85% kho lạnh có cảm biến.", 2),
        ("80% kho lạnh có cảm biến. Phấn đấu 80% bến phà có cảm biến.", 2),
        ("80% hồ sơ cấp huyện được ký số. 80% hồ sơ cấp xã được ký số.", 2),
    ],
)
def test_restatements(context_of: ContextOf, text: str, kept: int) -> None:
    assert len(without_restatements(aims(context_of(text)))) == kept


def test_another_section_or_owner_makes_a_new_target(context_of: ContextOf) -> None:
    (aim,) = aims(context_of("80% kho lạnh có cảm biến"))
    elsewhere = replace(aim, section=3)
    owned = replace(aim, lead=split_units("Sở Y tế"))
    assert without_restatements([aim, elsewhere, owned]) == [aim, elsewhere, owned]


TASKS = {
    "Sở Xây dựng": "Lắp cảm biến đo mực nước tại các trạm bơm thủy lợi.",
    "Sở Y tế": "Lập sổ sức khỏe điện tử cho học sinh các trường.",
    "Sở Nội vụ": "Chịu trách nhiệm trước UBND tỉnh về chỉ số cải cách của tỉnh.",
}


@pytest.mark.parametrize(
    ("goal", "owner"),
    [
        ("85% trạm bơm thủy lợi có cảm biến đo mực nước", "Sở Xây dựng"),
        ("Phấn đấu chỉ số cải cách vào top 10", "Sở Nội vụ"),
        ("85% vườn cam được tưới nhỏ giọt", None),
    ],
)
def test_the_task_that_assigns_a_goal(context_of: ContextOf, goal: str, owner: str | None) -> None:
    context = context_of("\n\n".join([goal, *TASKS.values()]))
    whole = context.source.text
    (draft,) = find_targets(whole, (0, len(goal)), context.quantities, "goal", 2024)
    aim = TargetAim(draft)
    tasks = [
        TaskDraft(whole.index(t), whole.index(t) + len(t), t, "II", lead=split_units(unit))
        for unit, t in TASKS.items()
    ]
    link_targets(context, [aim], tasks)
    assert (aim.lead[0].names[0] if aim.lead else None) == owner
    assert (aim.assigned_by is None) == (owner is None)
