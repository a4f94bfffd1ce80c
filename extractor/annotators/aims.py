"""Words that aim and words that report: what leads to a value, and what only tells of the past."""

from __future__ import annotations

import re
from functools import cache

from extractor import gazetteers

ONLY_AIMS = re.compile(
    r"(?:[\s,;:.\-–+(*“\"]|và|đồng thời|trong đó|riêng|có|được|phấn đấu|đảm bảo|bảo đảm|đạt|tỷ lệ|"
    r"đạt tỷ lệ|mức|là|"
    r"(?:đến |trong |vào )?(?:hết |cuối )?năm (?:20)\d\d|giai đoạn (?:20)\d\d\s*-\s*(?:20)\d\d|con số này|"
    r"tỷ lệ này|lên|xuống|tăng|giảm|còn|tối thiểu|ít nhất|tương ứng|tại|ở|đối với|cấp|lần lượt|"
    r"hoàn thành|phải|"
    r"khoảng|đến|năm)*"
)
_AIM_WORDS = re.compile(r"phấn đấu|mục tiêu|đảm bảo|bảo đảm|yêu cầu|(?<!đã )nâng|tối thiểu|ít nhất")
_COMPARED = re.compile(r"\s*(?:cùng kỳ )?(?:năm )?(?:\d{4}|trước)\s*(?:tăng|giảm|đạt|vượt)?\s*")
_AFTER_YEAR = re.compile(r"(?:năm\s+)((?:19|20)\d\d)")


@cache
def cue_pattern(kind: str) -> re.Pattern[str]:
    """Cues of a kind ("goal", "past") in folded text."""
    cues = sorted(
        (r["cue"] for r in gazetteers.rows("target_cues") if r["kind"] == kind), key=len, reverse=True
    )
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, cues)) + r")(?!\w)")


def trim_empty(low: str) -> str:
    """ "" when a folded phrase holds nothing but aims, years and marks; else the phrase."""
    return "" if ONLY_AIMS.fullmatch(low) else low


def last_segment(low: str) -> str:
    """What stands between the last mark before a value and the value, without aims; "" for nothing."""
    return trim_empty(re.split(r"[,;:]", low)[-1])


def is_past(before: str, plan_year: int | None) -> bool:
    """Whether what leads to a number speaks of results: a past cue or a past year, with no aim behind it."""
    aims = [m.start() for m in _AIM_WORDS.finditer(before)]
    last_aim = aims[-1] if aims else -1
    cue = _last_past_cue(before) or re.match(r"[\s\-–+*•]*đã\s", before)
    if cue and cue.start() > last_aim and len(before) - cue.end() < 120:
        return True
    years = [
        (m.start(), int(m[1])) for m in _AFTER_YEAR.finditer(before)
        if not before[: m.start()].rstrip().endswith("so với")
    ]  # fmt: skip
    if years and plan_year is not None:
        place, year = years[-1]
        return year < plan_year and place > last_aim and len(before) - place < 90
    return False


def _last_past_cue(before: str) -> re.Match[str] | None:
    """The last cue of results ("so với năm trước" only compares, unless the number follows at once)."""
    cue = None
    for match in cue_pattern("past").finditer(before):
        if match.group() != "so với" or _COMPARED.fullmatch(before[match.end() :]):
            cue = match
    return cue


def tells_results(low: str, plan_year: int | None) -> bool:
    """A line that opens with a past year, or only says what has been done, promises nothing."""
    year = re.match(r"[\s\-–+*•]*(?:(?:trong|đến|hết|cuối) )*năm ((?:19|20)\d\d)", low)
    if year and plan_year is not None and int(year[1]) < plan_year:
        return True
    return bool(re.match(r"[\s\-–+*•]*(?:hiện nay|đến nay|tính đến|hiện có|thời gian qua)", low))
