"""Targets of items, by the place: goal lines, contents of a labelled task, tasks, other prose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.assemble.aim_reader import AimReader
from extractor.assemble.context import Context, TargetAim, TaskDraft
from extractor.structure.outline import read_outline

ContextOf = Callable[..., Context]


def reader(context: Context) -> AimReader:
    return AimReader(context, read_outline(context.source))


def said(aims: list[TargetAim]) -> list[tuple[str, float | None]]:
    return [(a.indicator, a.draft.quantity.value if a.draft.quantity else None) for a in aims]


GOALS: list[tuple[str, bool, list[tuple[str, float | None]]]] = [
    ("- 80% kho lạnh có cảm biến.", True, [("kho lạnh có cảm biến", 80)]),
    ("- Kho lạnh được nối mạng liên tục.", True, [("Kho lạnh được nối mạng liên tục", None)]),
    ("- Kho lạnh được nối mạng liên tục.", False, []),
    ("- Về kho lạnh của các huyện:", True, []),
    (
        "- Chỉ số dữ liệu mở vào top 10 và thuộc nhóm khá.",
        True,
        [("Chỉ số dữ liệu mở", 10), ("Chỉ số dữ liệu mở vào top 10", None)],
    ),
]


@pytest.mark.parametrize(("line", "qualitative", "expected"), GOALS)
def test_goals(
    context_of: ContextOf, line: str, qualitative: bool, expected: list[tuple[str, float | None]]
) -> None:
    found = reader(context_of(f"I. MỤC TIÊU\n\n{line}\n"))
    item = found.outline.items[-1]
    found.goals((item.start, item.end), item, None, qualitative=qualitative)
    assert said(found.found) == expected


def test_a_line_of_a_series_takes_the_words_above(context_of: ContextOf) -> None:
    found = reader(context_of("I. MỤC TIÊU\n\n- Số kho lạnh có cảm biến:\n\n+ Năm 2025: 94 kho.\n"))
    item = found.outline.items[-1]
    found.goals((item.start, item.end), item, None, qualitative=True)
    ((words, value),) = said(found.found)
    assert value == 94 and words.startswith("Số kho lạnh có cảm biến")


def test_past_values_come_with_the_target(context_of: ContextOf) -> None:
    found = reader(context_of("I. MỤC TIÊU\n\n- 80% kho lạnh có cảm biến (năm 2023: 31,5%).\n"))
    item = found.outline.items[-1]
    found.goals((item.start, item.end), item, None, qualitative=True)
    assert [(b.year, b.value) for b in found.found[0].baselines] == [(2023, 31.5)]


def test_a_task_and_its_targets_know_each_other(context_of: ContextOf) -> None:
    found = reader(context_of("II. NHIỆM VỤ\n\n- Sở Y tế bảo đảm 90% trạm y tế có hồ sơ số.\n"))
    item = found.outline.items[-1]
    task = TaskDraft(item.start, item.end, "Lập hồ sơ số", "II")
    found.of_task(item, task)
    assert task.targets == found.found and found.found[0].task is task


def test_a_sentence_of_the_contents_may_charge_another_unit(context_of: ContextOf) -> None:
    text = (
        "II. NHIỆM VỤ\n\n- Sở Nội vụ chủ trì mở tối thiểu 12 lớp. Sở Y tế chủ trì số hóa 90% hồ sơ bệnh án.\n"
    )
    found = reader(context_of(text))
    item = found.outline.items[-1]
    task = TaskDraft(item.start, item.end, "Mở lớp", "II")
    found.of_task(item, None)
    assert [[u.text for u in a.lead or ()] for a in found.found] == [["Sở Nội vụ"], ["Sở Y tế"]]
    found.found.clear()
    found.content((item.start, item.end), task, item)
    assert [[u.text for u in a.lead or ()] for a in task.targets] == [["Sở Nội vụ"], ["Sở Y tế"]]


@pytest.mark.parametrize(
    ("line", "count"),
    [("Phấn đấu 80% kho lạnh có cảm biến.", 1), ("Nâng nhận thức của người dân về dữ liệu mở.", 0)],
)
def test_prose(context_of: ContextOf, line: str, count: int) -> None:
    found = reader(context_of(f"I. MỤC ĐÍCH\n\n- {line}\n"))
    found.of_prose(found.outline.items[-1])
    assert len(found.found) == count
