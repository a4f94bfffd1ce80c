"""What a report says of its own targets: shares reached ("đạt 79% mục tiêu"), verdicts ("vượt kế hoạch").

Words are data (``gazetteers/verdicts.csv``, ``goal_words.csv``); here is how they join.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor import gazetteers
from extractor.records import Verdict
from extractor.vietnamese.forms import fold
from extractor.vietnamese.numbers import NUMBER, parse_number


@dataclass(frozen=True, slots=True)
class VerdictSpan:
    """Words that judge a result."""

    start: int
    end: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class ShareSpan:
    """Words that give the percent of a target reached; ``number`` is where its digits begin."""

    start: int
    end: int
    number: int
    value: float


_FILL = r"(?:\s+(?:so|với|các|được|mức|toàn bộ|tỷ lệ|xa|của|theo|trên|hơn|khoảng|gần|cao|thấp|trước|so với))"
_MUCH = (
    rf"(?:\s+(?:{NUMBER})\s*(?:%|điểm phần trăm|điểm %|lần|phần trăm)|"
    rf"\s+(?:{NUMBER})(?:\s+[^\W\d_]+){{1,3}}(?=\s+so với))"
)
_TAIL = (
    r"(?:\s+(?:đã|được|đề ra|đặt ra|giao|tỉnh|huyện|xã|thành phố|trung ương|ubnd|hđnd|năm|nghị quyết|"
    r"của|cả|đầu năm|"
    r"kế hoạch|chỉ tiêu|mục tiêu|cấp trên|chính phủ|bộ|"
    r"(?:năm\s+)?20\d\d))*"
)


@cache
def _goal() -> str:
    words = sorted((r["word"] for r in gazetteers.rows("goal_words")), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, words)) + r")(?!\w)"


@cache
def verdict_of() -> dict[str, Verdict]:
    """Verdict by cue."""
    return {r["cue"]: r["verdict"] for r in gazetteers.rows("verdicts")}  # type: ignore[misc]


@cache
def _cues() -> str:
    return "|".join(re.escape(c) for c in sorted(verdict_of(), key=len, reverse=True))


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<cue>{_cues()})(?:{_FILL}|{_MUCH}){{0,4}}\s+{_goal()}(?!\s*(?:số|:))"
        rf"(?!\s+(?:tỷ lệ|đạt|có|phát triển|chuyển đổi))(?P<tail>{_TAIL})"
    )


@cache
def _alone() -> re.Pattern[str]:
    """ "vượt 5,3%" behind a value, or a verdict that closes the clause ("…: 100%, hoàn thành")."""
    return re.compile(rf"(?<=[,(-])\s*(?:đã\s+)?(?P<cue>vượt)(?=\s+(?:{NUMBER})|\s*[.;,)]|\s*$)|"
                      rf"(?<=[,(-])\s*(?:đã\s+)?(?P<whole>{_cues()})\s*(?=[.;,)]|$)")  # fmt: skip


@cache
def _shares() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:đạt|bằng|hoàn thành|tương đương|tương ứng|chiếm|được|mới|tỷ lệ|ước)\s+)*(?:khoảng\s+|"
        rf"gần\s+|trên\s+)?"
        rf"(?P<n>{NUMBER})\s*(?P<u>%|lần)\s*(?:/\s*|so với\s+|so\s+|của\s+|trên\s+|"
        rf"với\s+)*(?:tổng\s+)?{_goal()}"
        rf"(?!\s+(?:đạt|hoàn thành|có|được giao\s+đạt)|\s*:?\s*\d[\d.,]*\s*%)(?P<tail>{_TAIL})"
    )


def find_shares(low: str) -> list[ShareSpan]:
    """Shares of a target reached, in folded text."""
    found = []
    for match in _shares().finditer(low):
        number = parse_number(match["n"])
        before = low[max(0, match.start() - 12) : match.start()]
        if number is None or re.search(r"(?:vượt|tăng|giảm|hơn|thấp hơn)\s*$", before):
            continue
        value = number.value * 100 if match["u"] == "lần" else number.value
        found.append(ShareSpan(match.start(), match.end(), match.start("n"), round(value, 6)))
    return found


def find_verdicts(low: str) -> list[VerdictSpan]:
    """Judgements of results, in folded text; a share of the target is none ("đạt 79% mục tiêu")."""
    shares = find_shares(low)
    found = [
        VerdictSpan(m.start(), m.end(), verdict_of()[m["cue"]]) for m in _phrases().finditer(low)
        if not any(s.start < m.end() and m.start() < s.end for s in shares)
    ]  # fmt: skip
    for match in _alone().finditer(low):
        if not any(s.start <= match.start() < s.end for s in found):
            cue = match["cue"] or match["whole"]
            found.append(VerdictSpan(match.start(), match.end(), verdict_of()[cue]))
    return sorted(found, key=lambda s: s.start)


def judged(text: str) -> Verdict | None:
    """The verdict of a cell or heading that says nothing else ("Vượt", "Chưa đạt", "Đạt KH")."""
    low = fold(text).strip(" .;:-*")
    match = re.match(rf"(?:đã\s+)?(?P<cue>{_cues()})(?!\w)", low)
    if match:
        return verdict_of()[match["cue"]]
    return None


_GOALS = re.compile(
    r"(?<![\d/.,])(?P<a>\d{1,3})(?:\s*/\s*(?P<b>\d{1,3}))?(?:\s+tổng số)?(?:\s+\d{1,3})?\s+(?:các\s+)?"
    r"(?P<noun>chỉ tiêu|mục tiêu|nhiệm vụ|tiêu chí)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class GoalCount:
    """ "23/34 mục tiêu chưa hoàn thành": how many goals have what verdict."""

    start: int
    end: int
    count: float
    total: float | None
    verdict: Verdict | None
    named: tuple[int, int]


def find_goal_counts(low: str) -> list[GoalCount]:
    """Counts of goals with a total or a verdict, in folded text; plain counts of goals are no results.

    ``named`` is the span of the noun and what says which of them are meant.
    """
    found = []
    cue = rf"(?:{_cues()}|vượt)"
    for match in _GOALS.finditer(low):
        before = re.search(rf"(?<!\w)({cue})\s*$", low[: match.start()])
        after = re.match(
            rf"\s*(?:(?:đã|được|đánh giá|của|theo|kế hoạch|năm|đề ra|là|20\d\d|nghị quyết|"
            rf"giao)\s+)*({cue})(?!\w)",
            low[match.end() :],
        )
        word = after[1] if after else before[1] if before else None
        if match["b"] is None and word is None:
            continue
        total = float(match["b"]) if match["b"] else None
        verdict = verdict_of().get(word) if word else None
        rest = re.match(r"[^,;.(:\n]{0,60}", low[match.end() :])
        named = (match.start("noun"), match.end() + (rest.end() if rest else 0))
        found.append(GoalCount(match.start(), match.end(), float(match["a"]), total, verdict, named))
    return found
