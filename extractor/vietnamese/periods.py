"""Deadlines: what an expression of time means, and where such expressions stand in prose.

``due`` is the last day of the period named, or the day before what follows "trước"; ``recurring`` says
that the work goes on or comes back. What names no day ("Sau khi có hướng dẫn") gives neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from extractor.vietnamese.dates import DateMention, find_dates
from extractor.vietnamese.forms import fold

Kind = Literal["deadline", "horizon"]


@dataclass(frozen=True, slots=True)
class DeadlineReading:
    """The meaning of a deadline's words."""

    due: date | None
    recurring: bool


@dataclass(frozen=True, slots=True)
class DeadlinePhrase:
    """Words of time in prose: a task's deadline, or only the horizon of an aim ("đến năm 2025")."""

    start: int
    end: int
    kind: Kind


_EVERY = r"(?:hằng|hàng|từng|mỗi)\s(?:năm|quý|tháng|tuần|ngày|kỳ|06 tháng|6 tháng)"
_RECURRING = re.compile(
    rf"thường xuyên|định kỳ|duy trì|liên tục|{_EVERY}|trở đi|trở về sau"
    r"|(?:những|các) năm (?:tiếp theo|sau|tiếp sau|kế tiếp)|năm tiếp theo|theo (?:quý|tháng)\b"
    r"|ngày\s\d{1,2}(?:\scủa)?\stháng\s(?:cuối|đầu)"
    r"|\d{1,2}\s(?:tháng|lần|tuần|quý)\s?/\s?(?:\d\s)?(?:lần|năm|quý|tháng)"
)
_BEFORE = re.compile(r"trước(?:\s(?:thời điểm|thời hạn|mốc))?(?:\sngày)?\s{0,2}\Z")
_SINCE = re.compile(r"(?<!\w)từ\s(?:ngày\s)?\Z")
_ALSO = re.compile(r"\s?(?:[,;&]|và|hoặc)\s?(?:ngày\s)?\Z")
_VISION = re.compile(r"(?:định hướng|tầm nhìn)(?:\s(?:đến|tới))?(?:\snăm)?\s{0,2}\Z")
_OF_AN_ACT = re.compile(r"\d\s?[-/]\s?[a-zđ][\w/&-]{1,30},?\s{0,2}\Z")
_YEAR_END = re.compile(r"(?:trong|cuối|hết|cả|toàn)\s(?:năm|các năm)(?!\s?\d)(?!\s(?:tiếp|sau|học|tới))")
_DAYS_AFTER = re.compile(r"(\d{1,3})\sngày\s?,?\s(?:kể\s)?từ\s(?:ngày|khi)\s(?:ký\s)?ban hành")


def _plan_year(start: date | None, end: date | None, issued: date | None) -> int | None:
    """The year meant by "trong năm": the plan's only year; of several, the one in which it is issued."""
    if start is not None and end is not None and start.year != end.year:
        return min(max(issued.year, start.year), end.year) if issued else start.year
    known = end or start or issued
    return known.year if known else None


def _due(mention: DateMention, strict_before: bool) -> date | None:
    if strict_before:
        return mention.first - timedelta(days=1) if mention.first and mention.first > date.min else None
    return mention.last


def read_deadline(
    text: str, *, plan_start: date | None, plan_end: date | None, issued_on: date | None
) -> DeadlineReading:
    """Read a deadline expression (a cell, or the value of a label); ``text`` is NFC."""
    low = fold(text)
    year = _plan_year(plan_start, plan_end, issued_on)
    dues: list[date] = []
    recurring = _RECURRING.search(low) is not None
    before, last_end = False, -1
    for mention in find_dates(text, year, loose=True):
        lead = low[max(0, mention.start - 40) : mention.start]
        if _VISION.search(lead) or (mention.precision == "day" and _OF_AN_ACT.search(lead)):
            continue
        if recurring and mention.precision != "span" and _SINCE.search(lead):
            continue  # a start without an end
        carried = before and last_end >= 0 and _ALSO.match(low[last_end : mention.start]) is not None
        before, last_end = carried or _BEFORE.search(lead) is not None, mention.end
        due = _due(mention, before)
        if due is not None:
            dues.append(due)
    if not dues:
        dues.extend(_implied(low, year, issued_on))
    return DeadlineReading(max(dues, default=None), recurring)


def _implied(low: str, year: int | None, issued_on: date | None) -> Iterator[date]:
    """Ends that rest on the plan: "Trong năm", "30 ngày kể từ ngày ban hành"."""
    if year is not None and _YEAR_END.search(low):
        yield date(year, 12, 31)
    after = _DAYS_AFTER.search(low)
    if after and issued_on is not None and issued_on.year < 9000:
        yield issued_on + timedelta(days=int(after.group(1)))


# --- prose ---------------------------------------------------------------------------------------

_DONE = (
    r"(?:(?:thời (?:gian|hạn)\s)?(?:hoàn thành|hoàn tất)|(?:thời (?:gian|hạn)(?:\sthực hiện)?)(?=\s?:)|xong)"
)
_FIRM = re.compile(
    rf"(?:{_DONE}[^\w\n]{{0,2}}\s?)?(?:(?:chậm|muộn) nhất\s(?:là\s)?(?:đến\s|vào\s)?|từ nay\s)?"
    r"(?:trước|(?:đến\s)?hết|(?:đến\s|vào\s)?cuối|đến trước|không quá|chậm nhất(?:\slà)?|muộn nhất(?:\slà)?"
    r"|(?:chậm|muộn) nhất (?:là\s)?(?:đến|vào|trong))(?:\sngày)?\s?\Z"
)
_IS_DUE = re.compile(
    r"(?:(?<!\w)(?:thời hạn|hạn chót|hạn)(?: cuối cùng| chót| hoàn thành)? là"
    r"|(?:(?<=[,;(]\s)|(?<=\())(?:thời hạn|hạn)(?: cuối cùng| chót| cuối| thực hiện)?\s?:?"
    r"(?:\s(?:trong|vào|đến))?)"
    r"(?:\sngày)?\s?\Z"
)
_FINISH = re.compile(rf"{_DONE}[^\w\n]{{0,2}}\s?(?:trong|vào|đến|tới)?(?:\sngày)?\s?\Z")
_UNTIL = re.compile(r"(?:đến|tới)(?:\sngày)?\s?\Z")
_WITHIN = re.compile(r"trong\s?\Z")
_PAST = re.compile(
    r"(?:tính|lũy kế|(?<!công bố )(?<!cung cấp )(?<!gửi )(?<!cập nhật )(?<!nhập )"
    r"(?<!báo cáo )(?<!chốt )số liệu|"
    r"đã)\s(?:[^\n.;]{0,24}\s)?\Z"
    r"|từ\s(?:ngày\s|tháng\s|quý\s|năm\s)?[\divx/ -]{1,10}\s\Z"
)
_AT = re.compile(r"vào(?:\sngày)?\s?\Z")
_IN_YEAR = re.compile(r"(?<!\w)trong năm(?=\s{0,2}(?:[.;)]|\Z))")
_ALL_YEAR = re.compile(
    r"(?<!\w)(?:làm |thực hiện |việc làm )?(?<!\w)thường xuyên trong năm(?=\s{0,2}(?:[.;)]|\Z))"
)
_TAIL = re.compile(
    rf"\s?,?\s(?:{_EVERY}|và (?:những |các )?năm tiếp theo|và (?:duy trì )?(?:{_EVERY}|thường xuyên)"
    r"(?:\shằng năm)?|và duy trì(?: (?:những |các )?(?:năm|tháng|quý) (?:tiếp theo|sau))?)"
)
_STOP = re.compile(r"\s{0,2}(?:[.;)\n]|\Z)")
_JOINED_DAY = re.compile(r"\s?(?:,|;|và|, và)\s(?:ngày\s)?")
_RHYTHM = rf"(?:thường xuyên|định kỳ|đột xuất|{_EVERY}|\d{{1,2}}\stháng(?:\s?/\s?lần|\smột lần)?)"
_BRACKET = r"(?:\s?\((?:trước|vào|chậm nhất|muộn nhất)[^()\n]{1,60}\))"
_CHAIN = re.compile(
    rf"(?<!\w){_RHYTHM}{_BRACKET}?"
    rf"(?:(?:\s?,\s?|\s(?:và\s|hoặc\s)?|\s?/\s?){_RHYTHM}{_BRACKET}?){{0,6}}(?!\w)"
)
_AT_HEAD = re.compile(
    r"(?:\A|[\n.:!?])\s{0,3}(?:[-+*•]\s{0,2}|\(?[\da-zđ]{1,3}(?:\.\d{1,2}){0,2}[.)]\s{0,2})?\Z"
)
_AT_CLAUSE = re.compile(r"[;,]\s{0,2}\Z")
_OWN_CLAUSE = re.compile(  # "…, thực hiện thường xuyên.": a clause that only tells when
    r"[;,]\s{0,2}(?:(?:được )?(?:thực hiện|triển khai|tiến hành|tổ chức|làm)\s)?\Z"
)
_REPORTS = re.compile(
    r"\s(?:tham mưu\s)?(?:tổng hợp,?\s)?(?:báo cáo|gửi báo cáo|tổng hợp|sơ kết|tổng kết|kiểm điểm)\b"
)
_FOLLOWED = re.compile(r",?\s[\w]")
_REPORTING = re.compile(r"(?<!\w)(?:báo cáo|công khai|thông báo)\s(?!định kỳ|hằng|hàng)\w")
_NOUN_BEFORE = re.compile(
    r"(?:kế hoạch|công tác|chương trình|dự toán|ngân sách|chi|kinh phí|chỉ số|chế độ|báo cáo"
    r"|số liệu|nhiệm vụ)\s\Z"
)
_NOUN_FOLLOWS = re.compile(r"\s?(?:của|là|và|đã|có|được|bằng)\b")
_DAY_OF = re.compile(
    r"(?:vào\s)?thứ\s(?:hai|ba|tư|năm|sáu|bảy)\s(?:hằng|hàng|mỗi)\stuần|"
    r"(?:chậm nhất\s|muộn nhất\s)?(?:trước|vào|đến|là)?\s?ngày\s\d{1,2}(?:\scủa)?"
    r"(?:\stháng\s(?:cuối|đầu)(?:\scủa)?(?:\s(?:mỗi|hằng|hàng))?(?:\squý)?|\s(?:hằng|hàng|mỗi)\s(?:tháng|"
    r"quý))"
)


def _dated(text: str, low: str) -> Iterator[DeadlinePhrase]:
    """Phrases around a date: the words before it say whether it binds."""
    mentions = find_dates(text)
    for n, mention in enumerate(mentions):
        window = max(0, mention.start - 48)
        lead = low[window : mention.start]
        if _VISION.search(lead):
            continue
        tail = _TAIL.match(low, mention.end)
        end = tail.end() if tail else mention.end
        cue, kind = _cue(lead, low, mention, end)
        if cue is None:
            continue
        start = window + cue
        inside_word = cue < len(lead) and start > 0 and low[start - 1].isalnum()
        if not inside_word and not _PAST.search(lead[:cue]):
            yield DeadlinePhrase(start, _further_days(mentions[n + 1 :], low, mention, end), kind)


def _further_days(following: Sequence[DateMention], low: str, mention: DateMention, end: int) -> int:
    """Where the days joined to one end: "trước ngày 15/6/2025 và 15/12/2025"; each must close its list."""
    last = end
    for later in following:
        if mention.precision != "day" or later.precision != "day":
            break
        if not _JOINED_DAY.fullmatch(low, last, later.start):
            break
        last = later.end
        if _STOP.match(low, last) or low.startswith(",", last):
            end = last
    return end


def _cue(lead: str, low: str, mention: DateMention, end: int) -> tuple[int | None, Kind]:
    """Where in ``lead`` the binding words begin, and what they make of the date."""
    for pattern in (_IS_DUE, _FIRM, _FINISH):
        match = pattern.search(lead)
        if match:
            label = match.group().rfind(":") + 1  # a label ("Thời hạn:") is no part of the words
            while label and label < len(match.group()) and match.group()[label] == " ":
                label += 1
            return match.start() + label, "deadline"
    wide = mention.precision in ("year", "span")
    match = _UNTIL.search(lead)
    if match:
        return match.start(), "horizon" if wide else "deadline"
    match = _AT.search(lead)
    if match:
        return match.start(), "horizon" if wide else "deadline"
    match = _WITHIN.search(lead)
    if match:
        return match.start(), "deadline" if _STOP.match(low, end) else "horizon"
    return (len(lead) if wide else None), "horizon"


def _reported(lead: str) -> bool:
    """Whether the clause before a closing "hằng quý" tells someone to report, with no noun next to it."""
    clause = re.split(r"[;.\n]", lead)[-1]
    return _REPORTING.search(clause) is not None and _NOUN_BEFORE.search(clause) is None


def _rhythms(low: str) -> Iterator[DeadlinePhrase]:
    """Phrases of repetition that stand as a deadline of their own, not beside a noun."""
    for match in _CHAIN.finditer(low):
        before, words = low[max(0, match.start() - 24) : match.start()], match.group()
        bracketed = "(" in words
        heads = (
            not words.startswith(("mỗi", "từng"))
            and _AT_HEAD.search(before)
            and _FOLLOWED.match(low, match.end())
        )
        reports = _AT_CLAUSE.search(before) and _REPORTS.match(low, match.end())
        alone = _OWN_CLAUSE.search(before) and _STOP.match(low, match.end())
        closes = _STOP.match(low, match.end()) and _reported(low[max(0, match.start() - 120) : match.start()])
        if bracketed or closes or alone or ((heads or reports) and not _NOUN_FOLLOWS.match(low, match.end())):
            yield DeadlinePhrase(match.start(), match.end(), "deadline")
    for pattern in (_DAY_OF, _IN_YEAR, _ALL_YEAR):
        for match in pattern.finditer(low):
            yield DeadlinePhrase(match.start(), match.end(), "deadline")


_CLOSING = re.compile(
    r"[(,;]\s*(?P<done>(?:(?:thời gian|thời hạn)(?:\s(?:thực hiện|hoàn thành))?|"
    r"thực hiện|triển khai|hoàn thành|xong)\s?:?\s)?"
    r"(?P<when>(?:[^(),;]|(?<=[ivx\d]),(?=\s?(?:quý |tháng )?[ivx\d]{1,3}\s?[/,]|\s?[ivx]{1,3}\s(?:và|năm)))"
    r"{4,40})\)\s{0,2}[.;]?\s{0,2}\Z"
)


_GOES_ON = re.compile(r" và duy trì(?: (?:những |các )?(?:năm|tháng|quý) (?:tiếp theo|sau))?\Z")


def _bracketed(text: str, low: str) -> Iterator[DeadlinePhrase]:
    """The time that ends a closing bracket: "(Sở A chủ trì, phối hợp Sở B, quý II/2024)"."""
    match = _CLOSING.search(low)
    if match is None:
        return
    start, end = match.span("when")
    lasting = _GOES_ON.search(low, start, end)
    stop = lasting.start() if lasting else end
    dated = any(
        m.start == 0
        and m.end == stop - start
        and (match["done"] or m.precision not in ("year", "span") or low.startswith(("quý", "tháng"), start))
        for m in find_dates(text[start:end])
    )
    if dated or (match["done"] and _CHAIN.fullmatch(low, start, end)):
        yield DeadlinePhrase(start, end, "deadline")


def find_deadlines(text: str) -> list[DeadlinePhrase]:
    """Deadline phrases of a prose text in order; of overlapping ones the longest stands."""
    low = fold(text)
    found = [*_dated(text, low), *_rhythms(low), *_bracketed(text, low)]
    found.sort(key=lambda p: (p.start, -p.end))
    kept: list[DeadlinePhrase] = []
    for phrase in found:
        if kept and phrase.start < kept[-1].end:
            if phrase.end >= kept[-1].end and phrase.kind == "deadline":
                kept[-1] = DeadlinePhrase(kept[-1].start, phrase.end, "deadline")
            continue
        kept.append(phrase)
    return kept
