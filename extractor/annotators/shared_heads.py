"""Values that say too little themselves and go on with the head of their clause.

"Nâng đường truyền tại bệnh viện lên 300 Mbps, trạm y tế 100 Mbps"; "Mở lớp …, khoảng 450 người, chia làm 05
lớp".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.annotators.clause import Clause
from extractor.annotators.drafts import TargetDraft
from extractor.annotators.indicators import clean_indicator
from extractor.vietnamese.forms import fold

_PLACED = re.compile(r"(?P<thing>.{4,80}?)\s(?:tại|ở|cho|của)\s(?:các\s)?[^\W\d_].*")
_ONLY_COUNTED = re.compile(
    r"(?:chia (?:làm|thành|ra)\s)?(?:lượt\s)?(?:người|học viên|đại biểu|hộ|lớp|khóa|hội nghị|buổi|học sinh)"
)
_AHEAD = re.compile(
    r"(?P<head>[^,;:\d]{12,})[,:]\s*(?:với |gồm |có )?(?:khoảng |tối thiểu |ít nhất |trên )?$"
)


def share_heads(c: Clause, drafts: Sequence[TargetDraft]) -> list[TargetDraft]:
    """The drafts of one chain, the bare ones among them with what the head of the clause says."""
    found: list[TargetDraft] = []
    for draft in drafts:
        if draft.unit == "mbps" and found and found[-1].unit == "mbps":
            draft = _at_place(found[0], draft)
        elif draft.unit == "count" and _ONLY_COUNTED.fullmatch(fold(draft.indicator)):
            draft = _of_head(c, found, draft)
        found.append(draft)
    return found


def _at_place(head: TargetDraft, draft: TargetDraft) -> TargetDraft:
    """A speed for the next place: the thing of the head at the place that it names."""
    thing = _PLACED.fullmatch(head.indicator)
    own = fold(draft.indicator).split()
    if thing is None or not 0 < len(own) <= 5 or draft.indicator == head.indicator:
        return draft
    if own[0] in {"tốc", "băng", "đường", "kết", "mạng", "tải"}:
        return draft  # it names a thing of its own
    return replace(draft, indicator=f"{thing['thing']} tại {draft.indicator}")


def _of_head(c: Clause, before: Sequence[TargetDraft], draft: TargetDraft) -> TargetDraft:
    """So many classes or people of what the clause opens with."""
    first = before[0] if before else draft
    if first.quantity is None:
        return draft
    ahead = _AHEAD.fullmatch(c.before(first.quantity.start))
    if ahead is None:
        return (
            replace(draft, indicator=first.indicator) if fold(draft.indicator).startswith("chia ") else draft
        )
    words = clean_indicator(c.text[c.start : c.start + ahead.end("head")])
    start = (
        c.start + len(c.before(first.quantity.start)) - len(c.before(first.quantity.start).lstrip(" -–+*•"))
    )
    return replace(draft, indicator=words, start=min(draft.start, start)) if words else draft
