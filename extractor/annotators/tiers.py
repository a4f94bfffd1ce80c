"""Tiers of government that a phrase is limited to ("tại cấp huyện", "UBND cấp xã")."""

from __future__ import annotations

import re
from functools import cache

from extractor import gazetteers
from extractor.records import Level
from extractor.vietnamese.forms import fold

_PLACED = re.compile(
    r"(?:đến|từ|dữ liệu|nền tảng|dùng chung|trục|quy mô|\(lgsp\)|cổng|hệ thống|liên thông|chính quyền|"
    r"hoặc|ngân sách|"
    r"đề tài|chỉ số|dti|vừa|(?<!đối )với(?: các)?|giữa(?: các)?)$"
)


@cache
def tier_pattern() -> re.Pattern[str]:
    """Phrases that name a tier, in folded text."""
    phrases = gazetteers.any_of(fold(r["phrase"]) for r in gazetteers.rows("tiers"))
    return re.compile(r"(?<!\w)(" + phrases + r")(?!\w)")


@cache
def tiers() -> dict[str, Level]:
    """Tier by phrase (folded)."""
    return {fold(r["phrase"]): r["level"] for r in gazetteers.rows("tiers")}  # type: ignore[misc]


def tier_of(low: str) -> Level | None:
    """The tier a folded phrase is limited to; None when it names several, or only places something there."""
    found: set[Level] = set()
    for match in tier_pattern().finditer(low):
        if _PLACED.search(low[: match.start()].rstrip()):
            continue
        if re.match(r"\s*(?:,|và|đến|-|/)\s*(?:cấp\s+)?(?:tỉnh|huyện|xã)\b", low[match.end() :]):
            return None
        found.add(tiers()[match[1]])
    return found.pop() if len(found) == 1 else None
