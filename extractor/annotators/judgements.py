"""Judgements that stand for themselves: "Đánh giá: Hoàn thành.", "Cấp huyện vượt, cấp xã chưa đạt."."""

from __future__ import annotations

import re
from functools import cache

from extractor.annotators.tiers import tier_of
from extractor.annotators.verdicts import judged, verdict_of
from extractor.gazetteers import any_of
from extractor.records import Level, Verdict
from extractor.vietnamese.forms import fold

_PARTS = re.compile(r"[,;.\n]|(?<!\w)(?:và|còn|nhưng|riêng)(?!\w)")
_OPEN = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|phấn đấu|đang (?:triển khai|thực hiện)|có khả năng|chưa (?:đánh giá|có số liệu))"
)


@cache
def _anywhere() -> re.Pattern[str]:
    cues = any_of(verdict_of())
    return re.compile(rf"(?<!\w)(?:{cues})(?!\w)")


def judgements(text: str) -> dict[Level | None, Verdict]:
    """Verdicts of words that only judge, by tier where they name one; None stands for all others."""
    low = fold(text)
    if _OPEN.search(low):
        return {}
    if tier_of(low) is None:
        whole = judged(text)
        if whole is not None:
            return {None: whole}
    found: dict[Level | None, Verdict] = {}
    for part in _PARTS.split(low):
        cue = _anywhere().search(part)
        if cue:
            found.setdefault(tier_of(part), verdict_of()[cue.group()])
    return found
