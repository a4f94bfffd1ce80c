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


_GIVEN_TO = re.compile(
    r"(?P<head>.*?)\s?(?:(?:được\s)?(?:dành|bố trí|phân bổ)|chi)\s(?P<whom>cho\s[^,;]{4,80})", re.IGNORECASE
)
_SPENT = re.compile(
    r"(?:(?:bố trí|dành|bảo đảm|đảm bảo)\s)?(?P<money>(?:tổng )?(?:mức )?(?:chi|kinh phí|ngân sách|vốn)"
    r"(?: ngân sách)?)(?!\w).*",
    re.IGNORECASE,
)


def share_heads(c: Clause, drafts: Sequence[TargetDraft]) -> list[TargetDraft]:
    """The drafts of one chain, the bare ones among them with what the head of the clause says."""
    found: list[TargetDraft] = []
    for draft in drafts:
        if draft.unit == "mbps" and found and found[-1].unit == "mbps":
            draft = _at_place(found[0], draft)
        elif draft.unit == "count" and _ONLY_COUNTED.fullmatch(fold(draft.indicator)):
            draft = _of_head(c, found, draft)
        elif draft.unit == "percent" and found:
            draft = replace(draft, indicator=_part_of_money(found[0].indicator, draft.indicator))
        found.append(draft)
    return found


def _part_of_money(head: str, own: str) -> str:
    """The money of "Chi cho X đạt 2% …, trong đó 10% dành cho Y", of which Y is given a part."""
    money, part = _SPENT.match(head), _GIVEN_TO.fullmatch(own)
    if money is None or part is None or not head.startswith(part["head"]):
        return own
    return own if fold(own).startswith("chi cho") else f"{money['money']} {part['whom']}"


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
