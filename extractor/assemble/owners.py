"""Owners of a task in prose: by its own words, the heading, an introducing line, or labels inside it."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.annotators.roles import Roles, read_roles
from extractor.annotators.units import UnitMention, split_units
from extractor.assemble.context import Context, DeadlineDraft, TaskDraft
from extractor.assemble.labels import Label, inline_labels
from extractor.catalog.cited import cited_codes
from extractor.structure.outline import Item, Outline
from extractor.vietnamese.forms import fold
from extractor.vietnamese.periods import find_deadlines

_CHARGE = re.compile(
    r"(?:\s*(?:có (?:trách nhiệm|nhiệm vụ)|chủ trì|chịu trách nhiệm|thực hiện)[^:]{0,40})?:\s*$"
)
_ASKED = re.compile(r"(?:đề nghị|yêu cầu|giao)\s")  # an unmarked "Đề nghị Sở X …" leaves the list above it
_UNIT_FIRST = re.compile(
    r"(?:giao |đề nghị )?(?:các )?(?:sở|ubnd|ủy ban|văn phòng|công an|cục|ban|phòng|trung tâm|đài)"
)


def roles_of(context: Context, outline: Outline, item: Item) -> Roles:
    """Roles in an item. Under a unit's heading or introducing line that unit leads, however it opens."""
    roles = read_roles(context.source.text, item.start, item.end)
    heading = outline.unit_heading(item.section) or _introduced_by(context, outline, item)
    if not heading or (
        item.style == "none" and roles.lead and _ASKED.match(fold(context.text(item.start, item.end)))
    ):
        return roles
    if all(u.text.lower().startswith("các ") for u in heading) and _opens(context, item, roles.lead):
        return roles  # "Các phòng thuộc Sở" over "Phòng X: …", "Phòng Y chủ trì …"
    named = {n for u in heading for n in u.names}
    helped = _helped(context, item, roles, named)
    if helped is not None:
        return Roles(helped, tuple(heading), roles.monitoring)
    subject = tuple(u for u in roles.lead if set(u.names) & named)
    supporting = tuple(u for u in roles.supporting if not set(u.names) & named)
    return Roles(subject or tuple(heading), supporting, roles.monitoring)


_HELPS = re.compile(r"[\s\-–+*•]*phối hợp(?:,? (?:chặt chẽ|đồng bộ))?(?: (?:với|cùng|cùng với))?\s*$")


def _helped(context: Context, item: Item, roles: Roles, named: set[str]) -> tuple[UnitMention, ...] | None:
    """Who leads where the heading's unit only helps: "Phối hợp với Sở X thực hiện chỉ số 6.15".

    The one unit that is helped leads; of several nobody is known to. None for other items: there to work
    together with somebody is the unit's own task.
    """
    text = context.text(item.start, item.end)
    others = [u for u in roles.supporting if not set(u.names) & named]
    if not others or not _HELPS.match(fold(text[: others[0].start - item.start])):
        return None
    if re.search(r"chủ trì", fold(text)) or not cited_codes(text, context.matcher.catalog):
        return None
    return tuple(others) if len(others) == 1 else ()


def _opens(context: Context, item: Item, units: tuple[UnitMention, ...]) -> bool:
    """Whether the item begins with its own subject, one unit and no collective."""
    if not units or fold(units[0].text).startswith("các "):
        return False
    return not context.text(item.start, units[0].start).strip(" -+•*.)0123456789")


def _introduced_by(context: Context, outline: Outline, item: Item) -> tuple[UnitMention, ...]:
    """Units of an introducing line above ("Giao Sở X:", "Sở X có trách nhiệm:")."""
    parent = item.parent
    while parent is not None:
        above = outline.items[parent]
        text = context.text(above.start, above.end)
        if text.rstrip().endswith(":") and len(text) < 400:
            units = _charged(context, above, text)
            if units:
                return units
        parent = above.parent
    return ()


_GIVES = re.compile(r"(?<!\w)(?:giao|phân công|yêu cầu|đề nghị)(?: nhiệm vụ)?(?: cho)? (?:các|từng|những) ")


def _charged(context: Context, above: Item, text: str) -> tuple[UnitMention, ...]:
    if _GIVES.search(fold(text)):
        return ()  # "UBND tỉnh giao các sở như sau:" names who gives
    lead = read_roles(context.source.text, above.start, above.end).lead
    if lead:
        return lead
    low = fold(text)
    bare = _CHARGE.sub("", low)
    units = split_units(text[: len(bare)].strip(), above.start) if len(bare) < 300 else []
    return tuple(units) if units and len(units[0].text) < 80 and _UNIT_FIRST.match(low) else ()


_SHARED_CELL = re.compile(
    r"(?P<lead>.*?)(?:\s(?:chủ trì|thực hiện))?\s*[,;.]?\s*(?:và\s)?"
    r"phối hợp(?:\s(?:với|cùng|thực hiện))*\s*:?\s*(?P<support>.+)",
    re.DOTALL,
)
_BRACKETED_ROLE = re.compile(r"\(\s*(?:chủ trì|phối hợp)\s*\)")
_LEADS = re.compile(r"(?P<lead>.+?)\s(?:chủ trì|làm đầu mối)(?:\sthực hiện)?[\s.;,]*")


_PARTED = re.compile(r"\s+/\s*|\s*/\s+|\n|;")


def read_owner_cell(
    text: str, offset: int, *, both: bool = False
) -> tuple[list[UnitMention], list[UnitMention]]:
    """Leads and supporters of a cell of owners, which may name both ("Sở A chủ trì, phối hợp với Sở B").

    ``offset`` is where the cell begins in the source; ``both`` where the column's title says that its cells
    name who leads and then who helps.
    """
    lead, supporting = _told_owners(text, offset)
    if not both or supporting or not lead:
        return lead, supporting
    cut = _PARTED.search(text)
    if cut is None:
        return lead[:1], lead[1:]
    behind = text[cut.end() :] if re.search(r"[^\W\d_]", text[cut.end() :]) else ""
    return split_units(text[: cut.start()], offset), split_units(behind, offset + cut.end())


def _told_owners(text: str, offset: int) -> tuple[list[UnitMention], list[UnitMention]]:
    """Who leads and who helps as the words of the cell themselves say."""
    labels = [x for x in inline_labels(text, 0, len(text)) if x.role in {"lead", "support"}]
    if labels:
        first = re.split(r"[\w\s,]*:", text, maxsplit=1)[0].strip()
        lead = split_units(first, offset) if len(first) > 3 else []
        supporting: list[UnitMention] = []
        for label in labels:
            side = lead if label.role == "lead" else supporting
            side += split_units(text[label.start : label.end], offset + label.start)
        return lead, supporting
    low = fold(text)
    if _BRACKETED_ROLE.search(low):
        units = split_units(text, offset)
        helping = [u for u in units if "phối hợp" in fold(u.text)]
        return [u for u in units if u not in helping], helping
    shared = _SHARED_CELL.fullmatch(low)
    if shared and shared["lead"].strip():
        a, b = shared.span("lead"), shared.span("support")
        return split_units(text[slice(*a)], offset + a[0]), split_units(text[slice(*b)], offset + b[0])
    alone = _LEADS.fullmatch(low)
    return split_units(text[: alone.end("lead")] if alone else text, offset), []


def set_field(context: Context, task: TaskDraft, label: Label, *, override: bool = False) -> None:
    """Fill a task's owner, time or product from a label's value.

    Units of further values are added to those already there, unless ``override``.
    """
    text = context.text(label.start, label.end)
    if label.role in {"lead", "support", "monitor"}:
        units = split_units(text, label.start)
        if label.role == "lead":
            task.lead = units if override else task.lead + units
        elif label.role == "support":
            task.supporting = units if override else task.supporting + units
        else:
            task.monitoring = task.monitoring + units
    elif label.role == "deadline":
        _set_deadline(context, task, label, override=override)
    elif label.role == "deliverable":
        task.deliverable = (None if override else task.deliverable) or text.strip(" .;")


def _set_deadline(context: Context, task: TaskDraft, label: Label, *, override: bool) -> None:
    """The first label that names a time tells the deadline, whatever time the task's own words name."""
    told = _deadline(context, label.start, label.end)
    if told is None or (task.labelled_deadline and not override):
        return
    if task.deadline is None or override or told.due is not None or told.reading.recurring:
        task.deadline, task.labelled_deadline = told, True


def _deadline(context: Context, start: int, end: int) -> DeadlineDraft | None:
    while end > start and context.source.text[end - 1] in " .;,":
        end -= 1
    return context.deadline(start, end)


def set_inline_fields(context: Context, task: TaskDraft, item: Item) -> None:
    """Owners and time named inside a bullet by labels ("(Chủ trì: Sở X; thời gian: quý II)")."""
    for label in inline_labels(context.source.text, item.start, item.end):
        set_field(context, task, label, override=True)


_TOLD = re.compile(r"\s*,?\s(?:mới|chỉ|đã)\s(?:có|đạt|xong|được)(?!\w)")
"""Behind a time up to which something was counted: "đến hết năm 2024 mới có 87%"."""


def prose_deadline(context: Context, start: int, end: int) -> DeadlineDraft | None:
    """The first deadline that the words of a task state; one that was over before the plan only as the last
    resort ("đến hết năm 2024 mới có 87% …; xong trong quý II/2025")."""
    text = context.text(start, end)
    phrases = [
        p for p in find_deadlines(text)
        if p.kind == "deadline" and not _TOLD.match(fold(text[p.end : p.end + 12]))
    ]  # fmt: skip
    found = [d for p in phrases if (d := context.deadline(start + p.start, start + p.end)) is not None]
    issued = context.facts.issued_on
    ahead = [d for d in found if issued is None or d.due is None or d.due >= issued]
    return _last_step(context, ahead) if ahead else found[0] if found else None


_NEXT_STEP = re.compile(r"(?:,| và|, và)(?: (?!do |giao )[^\W\d_]+){0,5}\s?|;\s?")


def _last_step(context: Context, found: list[DeadlineDraft]) -> DeadlineDraft:
    """The first deadline; the last of those in a row ("trước 10/7 và (tổng kết) trước 10/12")."""
    first, due = found[0], found[0].due
    for later in found[1:]:
        gap = fold(context.source.text[first.end : later.start])
        if due is None or later.due is None or later.due <= due or not _NEXT_STEP.fullmatch(gap):
            break
        first, due = replace(later, start=first.start), later.due
    return first
