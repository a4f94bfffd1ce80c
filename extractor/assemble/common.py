"""Fields told once for a whole group: "(Thời hạn chung của nhóm: 15/11/2024)", "Các nhiệm vụ trong mục này do
Sở X chủ trì"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.annotators.roles import read_roles
from extractor.assemble.context import Context, TaskDraft
from extractor.assemble.labels import Label, LabelRole, chained_labels
from extractor.assemble.owners import prose_deadline, set_field
from extractor.structure.outline import Item, Outline
from extractor.vietnamese.forms import fold

_LABEL = re.compile(
    r"\W*(?:(?P<time>thời (?:hạn|gian)|tiến độ|hạn)|(?P<lead>(?:đơn vị|cơ quan) (?:chủ trì|thực hiện))|"
    r"(?P<support>(?:đơn vị|cơ quan) phối hợp))(?: hoàn thành| thực hiện)? chung(?:\s[^\W\d_]+){0,7}\s*:\s*"
)
_GROUP = (
    r"\W*(?:tất cả |toàn bộ )?(?:các |những )?(?:nhiệm vụ|việc|nội dung|chỉ tiêu|chỉ số|giải pháp)"
    r"(?:\s[^\W\d_]+){0,4}?\s"
)
_SENTENCE = re.compile(
    _GROUP
    + r"(?:(?:nhóm|mục|phần|chương|bảng|điểm|khoản)(?:\s[^\W_]{1,8})? này|(?:dưới đây|sau đây|nêu trên))"
    r",?\s(?:đều |cùng |phải )?(?:do|hoàn thành|thực hiện|có|được|giao|xong)(?!\w)"
)


@dataclass
class Common:
    """What holds for the tasks between two places of the text that name nothing of their own."""

    start: int
    end: int
    fields: TaskDraft


def common_fields(context: Context, outline: Outline, item: Item) -> Common | None:
    """The fields that a line gives to its whole group; None for a line that speaks of itself."""
    low = fold(context.text(item.start, min(item.end, item.start + 200)))
    fields = TaskDraft(item.start, item.end, "", "")
    if label := _LABEL.match(low):
        role: LabelRole = "deadline" if label["time"] else "lead" if label["lead"] else "support"
        end = item.end
        while end > item.start and context.source.text[end - 1] in " .;)*":
            end -= 1
        for part in chained_labels(context.source.text, Label(role, item.start + label.end(), end)):
            set_field(context, fields, part)
    elif _SENTENCE.match(low):
        roles = read_roles(context.source.text, item.start, item.end)
        fields.lead, fields.supporting = list(roles.lead), list(roles.supporting)
        fields.deadline = prose_deadline(context, item.start, item.end)
    if not (fields.lead or fields.supporting or fields.deadline):
        return None
    return Common(*_reach(outline, item), fields)


def _reach(outline: Outline, item: Item) -> tuple[int, int]:
    """Where the group of a line begins and ends: the item that it stands below, or its section."""
    if item.parent is not None:
        parent = outline.items[item.parent]
        after = (i for i in outline.items[parent.index + 1 :] if i.style == parent.style)
        following = next((i.start for i in after), item.end)
        return parent.start, following
    section = outline.sections[item.section]
    within = {section.index}
    for other in outline.sections[section.index + 1 :]:
        if other.parent in within:
            within.add(other.index)
    later = (s.start for s in outline.sections[section.index + 1 :] if s.index not in within)
    return section.start, next(later, outline.items[-1].end + 1)


def spread(commons: Iterable[Common], tasks: Iterable[TaskDraft]) -> None:
    """Give tasks what is told for their group where they have none of their own; the narrowest first."""
    known = list(tasks)
    for common in sorted(commons, key=lambda c: c.end - c.start):
        for task in known:
            if not common.start <= task.start < common.end:
                continue
            task.lead = task.lead or list(common.fields.lead)
            task.supporting = task.supporting or list(common.fields.supporting)
            task.deadline = task.deadline or common.fields.deadline
