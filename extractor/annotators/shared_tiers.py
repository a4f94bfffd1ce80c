"""One subject for several tiers: "Tỷ lệ X cấp huyện đạt 75%, cấp xã 65%", "95% X cấp tỉnh, 85% cấp huyện".

Each value keeps the subject without the tier of another, and a predicate behind the last tier is that of all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.annotators.drafts import TargetDraft
from extractor.annotators.indicators import head_noun_end
from extractor.annotators.tiers import tier_of
from extractor.records import Level
from extractor.vietnamese.forms import fold

_PLACE = r"(?:tại|ở|của|đối với|trong|do|cho|là)"
_TIER = re.compile(
    rf"(?:\s|^)(?:{_PLACE}\s)?(?:các\s)?"
    r"(?:(?:ubnd\s)?(?:cấp|tuyến)\s(?:tỉnh|sở|thành phố|huyện|quận|xã|phường)|"
    r"sở(?:, ban)?, ngành(?: cấp tỉnh| tỉnh)?)(?!\w)"
    r"(?!\s?(?:,|và|đến|-|/)\s?(?:cấp )?(?:tỉnh|huyện|xã)(?!\w))"
)
_OPENS_TIER = re.compile(rf"(?:{_PLACE}\s)?(?:cấp|tuyến)\s(?:tỉnh|huyện|quận|xã|phường)\s+(?P<rest>.+)")
_PREDICATE = re.compile(r"(?:được|có|đã|sử dụng|thực hiện|tham gia|hoàn thành|kết nối|ứng dụng)\s")


def share_tiers(drafts: Sequence[TargetDraft]) -> list[TargetDraft]:
    """The drafts of one chain, each with a subject that names no other tier than its own."""
    own = _with_shared_predicate(drafts)
    return [replace(d, indicator=for_tier(d.indicator, d.level)) for d in own]


def for_tier(indicator: str, level: Level | None) -> str:
    """The indicator without the tier that it names, where the value is limited to another one."""
    if level is None:
        return indicator
    places = list(_TIER.finditer(fold(indicator)))
    if len(places) != 1:
        return indicator
    place = places[0]
    named = tier_of(fold(indicator)[: place.end()]) or ("province" if "sở" in place.group() else None)
    if named is None or named == level:
        return indicator
    kept = f"{indicator[: place.start()]} {indicator[place.end() :]}"
    return " ".join(kept.split()) if len(kept.split()) > 1 else indicator


def _with_shared_predicate(drafts: Sequence[TargetDraft]) -> list[TargetDraft]:
    """Give "95% X cấp tỉnh" the predicate of "70% cấp xã được lập …" that closes its list."""
    last = _OPENS_TIER.fullmatch(fold(drafts[-1].indicator)) if len(drafts) > 1 else None
    if last is None or not _PREDICATE.match(last["rest"]):
        return list(drafts)
    tail = drafts[-1].indicator[last.start("rest") :]
    head = drafts[0].indicator
    same = all(d.quantity and d.quantity.unit == "percent" and d.level for d in drafts)
    if not same or head_noun_end(head) is not None or not _TIER.search(fold(head)):
        return list(drafts)
    shared = [d.indicator == head or d is drafts[-1] for d in drafts]
    return [replace(d, indicator=f"{head} {tail}") if s else d for d, s in zip(drafts, shared, strict=True)]
