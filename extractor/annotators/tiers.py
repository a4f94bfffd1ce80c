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


_OF_CITY = re.compile(r"(?<!\w)cấp thành phố(?!\w)")
_OTHER_TIER = re.compile(r"(?<!\w)(?:cấp (?:tỉnh|sở|huyện|quận)|sở,? ban,? ngành|tuyến tỉnh)(?!\w)")


def city_tier(level: Level | None, low: str, issuer: str | None, issued_at: str | None) -> Level | None:
    """The tier that "cấp thành phố" means in a folded text of this issuer and its level.

    Beside districts, or in a city under the central government, it is the tier of a province; in a plan of a
    province or of one of its cities, it is that of a district.
    """
    if level != "province" or not _OF_CITY.search(low) or _OTHER_TIER.search(low):
        return level
    central = issued_at == "province" and re.search(r"thành (?:phố|ủy)\s", fold(issuer or ""))
    return "district" if issued_at in {"province", "district", "commune"} and not central else level
