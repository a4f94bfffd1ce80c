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
    words = gazetteers.any_of(r["word"] for r in gazetteers.rows("goal_words"))
    return "(?:" + words + r")(?!\w)"


@cache
def verdict_of() -> dict[str, Verdict]:
    """Verdict by cue."""
    return {r["cue"]: r["verdict"] for r in gazetteers.rows("verdicts")}  # type: ignore[misc]


@cache
def _cues() -> str:
    return gazetteers.any_of(verdict_of())


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
                      rf"(?<=[,(:-])\s*(?:như vậy\s+|nên\s+|"
                      rf"do đó\s+)?(?:đã\s+)?(?P<whole>{_cues()})\s*(?=[.;,)]|$)|"
                      rf"(?:mục tiêu|chỉ tiêu|kế hoạch) này\s+(?:đã\s+|cơ bản\s+)?(?P<this>{_cues()})(?!\w)|"
                      rf"(?<!\w)(?P<level>chưa đạt|không đạt|vượt)\s+(?:mức|ngưỡng)"
                      rf"(?=\s+(?:[^\W\d_]+\s+){{0,2}}\d)")  # fmt: skip


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
        beside = re.search(r"%\s*/\s*$", low[: match.start("n")][-12:])  # "71%/65% kế hoạch" tells the plan
        if number is None or beside or re.search(r"(?:vượt|tăng|giảm|hơn|thấp hơn)\s*$", before):
            continue
        value = number.value * 100 if match["u"] == "lần" else number.value
        found.append(ShareSpan(match.start(), match.end(), match.start("n"), round(value, 6)))
    return found


# "máy tính đáp ứng yêu cầu": these words also only describe a thing; then no mark stands before them
_SOFT = re.compile(r"đáp ứng|bảo đảm|đảm bảo")
_INSIDE = re.compile(r"[^\W\d_]\s*\Z(?<!đã )(?<!bản )(?<!đều )(?<!và )(?<!đạt )")


def find_verdicts(low: str) -> list[VerdictSpan]:
    """Judgements of results, in folded text; a share of the target is none ("đạt 79% mục tiêu")."""
    shares = find_shares(low)
    found = [
        VerdictSpan(m.start(), m.end(), verdict_of()[m["cue"]]) for m in _phrases().finditer(low)
        if not any(s.start < m.end() and m.start() < s.end for s in shares)
        and not (_SOFT.match(m["cue"]) and _INSIDE.search(low, 0, m.start()))
    ]  # fmt: skip
    for match in _alone().finditer(low):
        if not any(s.start <= match.start() < s.end for s in found):
            cue = match["cue"] or match["whole"] or match["this"] or match["level"]
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
    r"(?P<noun>chỉ tiêu|mục tiêu|nhiệm vụ|tiêu chí|chỉ số(?: thành phần| con)?)(?!\w)"
)
_STATES = re.compile(  # what goals are besides reached or missed
    r"\s*(?:hiện |đang |đã |còn )?(?:chưa có (?:số liệu|thông tin|kết quả|cơ sở)|chưa (?:đánh giá|thống kê|"
    r"đến hạn)|"
    r"đang (?:triển khai|thực hiện)|không còn phù hợp|không (?:đánh giá|có số liệu)|đến hạn|"
    r"(?:không |chưa )?(?:có|đạt|được) điểm(?: tối đa)?|bị trừ điểm|mất điểm)(?!\w)"
)
_TOTAL_BEFORE = re.compile(
    r"(?:trong|trên)\s+(?:tổng\s+)?(?:số\s+)?(?P<t>\d{1,3})\s+(?:chỉ tiêu|mục tiêu|nhiệm vụ|tiêu chí|"
    r"chỉ số)(?!\w)"
)
_STATE_BEFORE = re.compile(r"(?<!\w)(?:đang (?:thực hiện|triển khai)|còn lại)\s*\Z")
_PART_OF = re.compile(r"(?<!\w)(?:trong|trên)(?:\s+tổng)?\s+số\s*\Z")
_MEANT = re.compile(
    r"[^,;.(:\n]{0,60}?(?=\s(?:tập trung|thuộc về|thuộc|chủ yếu|do|vì|nguyên nhân)\s|[,;.(:\n]|$)"
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
    found: list[GoalCount] = []
    cue = rf"(?:{_cues()}|vượt)"
    for match in _GOALS.finditer(low):
        before = re.search(rf"(?<!\w)({cue})\s*$", low[: match.start()])
        after = re.match(
            rf"\s*(?:(?:đã|được|đánh giá|của|theo|kế hoạch|năm|đề ra|là|20\d\d|nghị quyết|"
            rf"giao)\s+)*({cue})(?!\w)(?!\s+(?:thấp|tỷ lệ|dưới|từ|trên|mức|khoảng|\d))",
            low[match.end() :],
        )
        word = after[1] if after else before[1] if before else None
        state = _STATES.match(low, match.end()) or _STATE_BEFORE.search(low, 0, match.start())
        if _PART_OF.search(low, 0, match.start()):
            continue
        if match["noun"].startswith("chỉ số") or (state and not after):
            word = None  # how many indicators have points judges none
        if (match["b"] is None or match["noun"].startswith("chỉ số")) and word is None and state is None:
            continue
        whole = _TOTAL_BEFORE.search(low, 0, match.start()) if not found else None
        total = float(match["b"]) if match["b"] else float(whole["t"]) if whole else None
        verdict = verdict_of().get(word) if word else None
        rest = _MEANT.match(low, match.end()) or re.compile(r"[^,;.(:\n]{0,60}").match(low, match.end())
        named = (match.start("noun"), rest.end() if rest else match.end())
        found.append(GoalCount(match.start(), match.end(), float(match["a"]), total, verdict, named))
    return found
