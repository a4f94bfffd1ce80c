"""The periods that results cover: "lũy kế từ 01/01 đến 14/11/2024", "trong tháng 9", "11 tháng", "đến nay".

A stock ("hiện có", "đến nay") has no beginning. What a plan's year or a comparison names ("so với năm 2023",
"kế hoạch năm 2024") covers nothing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extractor.annotators.acts import find_acts
from extractor.vietnamese.dates import DateMention, find_dates
from extractor.vietnamese.forms import fold


@dataclass(frozen=True, slots=True)
class Clock:
    """What words of time in a report rest on: its year, its "now", and the period that its title names.

    ``cut`` is the day up to which the report declares its figures, ``window`` their declared span, and
    ``term`` the whole time that its plan or programme governs.
    """

    year: int | None = None
    now: date | None = None
    titled: tuple[date | None, date | None] | None = None
    cut: date | None = None
    window: tuple[date, date] | None = None
    term: tuple[date, date] | None = None

    def until(self, first: date, last: date) -> date:
        """Where a span that the figures do not fill yet ends: "6 tháng" of figures up to 15/6."""
        return self.cut if self.cut is not None and first <= self.cut <= last else last


@dataclass(frozen=True, slots=True)
class Covered:
    """A period as printed; ``first`` is None for a stock. ``wide`` marks whole years."""

    start: int
    end: int
    first: date | None
    last: date | None
    wide: bool = False


_MONTHS = re.compile(
    r"(?<![\d/.,])(0?[1-9]|1[0-2])\s+tháng(?P<part>\s+(?:đầu\s+)?năm(?:\s+(?P<y>20\d\d))?|"
    r"\s+(?P<z>20\d\d))?(?!\s*(?:cuối|/|\d|gần|một))"
)
_COUNTS_MONTHS = re.compile(
    r"(?:^|[\s,(])(?:trong|qua|sau|lũy kế|kết quả|số liệu|của|thực hiện)\s+$|^[\s\-+*•(]*$|"
    r"năm (?P<of>20\d\d)\s?\($"  # "Năm 2024 (11 tháng)"
)
_FROM_START = re.compile(r"(?:lũy kế\s)?từ (?:đầu|ngày đầu) năm(?:\s+(?P<y>20\d\d))?\s*(?:đến|tới)\s+")
_NOW = re.compile(
    r"(?:tính\s+)?(?:đến|tới)\s+(?:nay|hiện nay|hiện tại|thời điểm (?:này|hiện nay|hiện tại|báo cáo))(?!\w)|"
    r"(?<!\w)(?<!thực )(?<!thể )(?<!phát )(?<!xuất )(?<!biểu )(?<!tái )hiện "
    r"(?!đại|hành|vật|tượng|thực|trường|trạng|diện|hữu|kim|số \d)(?=[^\W\d])"
    r"(?:(?:nay|tại|có|đã có|đang có|còn|đang|trên địa bàn|toàn (?:tỉnh|huyện|xã|thành phố|thị xã))(?!\w))?"
)
_SINCE = re.compile(r"từ (?:ngày |tháng |quý |năm |đầu năm |cuối năm )?$")
_OWN = re.compile(
    r"(?<!\w)(?:trong|của)\s+(?:tháng|quý|kỳ|tuần|kỳ báo cáo)(?!\s*[\divx])(?!\w)|kỳ này|kỳ báo cáo"
)
_DM = r"(?:0?[1-9]|[12]\d|3[01])\s?[/.-]\s?(?:0?[1-9]|1[0-2])"
_DAYS_OF_YEAR = re.compile(  # "đến 15/11", "từ 01/7 đến 15/11": the year is the report's
    rf"(?:từ\s(?:ngày\s)?(?P<a>{_DM})\s?)?(?:tính\s)?(?:đến|tới)\s(?:hết\s)?(?:ngày\s)?(?P<b>{_DM})"
    r"(?![\d%]|\s?[/.-]\s?\d|,\d|\s%)"
)
_YEAR_LABEL = re.compile(r"(?<![\w/.,-])(?P<y>20[0-4]\d)\s?:\s?(?=[\d≥>])")  # "2021: 20 chợ; 2022: 35 chợ"
_TERM = re.compile(r"(?<!\w)(?:trong\s+)?(?:cả|toàn|suốt)\s+(?:giai đoạn|nhiệm kỳ|thời kỳ)(?!\s*\d)(?!\w)")
_MONTH_LIST = re.compile(
    r"(?<![\d/.,])(?:trong\s+)?(?:\d\s+|các\s+|ba\s+|hai\s+)?tháng\s+(?P<a>0?[1-9]|1[0-2])"
    r"(?:\s?,\s?(?:0?[1-9]|1[0-2])(?!\d)){0,9}\s?(?:,|và)\s?(?P<b>0?[1-9]|1[0-2])(?![\d.,]\d|\d|\s?%)"
    r"(?:\s?(?:/|năm\s)\s?(?P<y>20\d\d))?"
)
_WHOLE_YEAR = re.compile(
    r"(?<!\w)(?:trong|cả|ước cả|hết)\s+năm(?!\s*(?:\d|học|qua|tới|sau|nay\s+\d))(?!\w)|năm nay"
)
_UNTIL = re.compile(
    r"(?:(?:tính|lũy kế|số liệu|cập nhật|kể|thống kê)\s+)*(?:đến|tới)"
    r"(?:\s+(?:hết|cuối|ngày|thời điểm|hết ngày|thời điểm ngày|tháng|cuối ngày))*\s*$"
)
_LEADS = re.compile(
    r"(?<!\w)(?:(?:trong|từ|tính từ|lũy kế|kể từ|ước|cả|thời gian|giai đoạn|vào|riêng|tính|"
    r"số liệu)\s+(?:ngày\s+)?)+$"
)
_AT_DAY = re.compile(
    r"(?:tính\s+)?tại(?:\s+(?:ngày|thời điểm))*\s*$|chốt(?:\s+(?:số liệu|ngày|đến|là|:))*\s*$|"
    r"(?:thời điểm|mốc|ngày|mốc thời gian)\s+(?:lấy|chốt|tổng hợp|thống kê|cập nhật|thu thập|tính)\s+số liệu"
    r"(?:\s*(?:báo cáo|là|đến|hết|ngày|:))*\s*$"
)
_REACHED_IN = re.compile(r"\d[^,;:.()]{0,60}\svào(?:\s(?:thời điểm|cuối|đầu|giữa))?\s*$")
_NOT_COVERED = re.compile(
    r"(?:so với|so|cùng kỳ|bằng)(?:\s+(?:cùng kỳ|kết quả|trung bình|bình quân|thời điểm|cuối|đầu))*\s*$|"
    r"(?:kế hoạch|mục tiêu|chỉ tiêu|nghị quyết|dự toán|giao|chương trình|phấn đấu|"
    r"chương trình công tác|thi đua)"
    r"(?:\s+(?:đến|của|trong|hết|cuối|vào))*\s*$|(?:định hướng|tầm nhìn|phấn đấu|dự kiến)[^.;]{0,20}$"
)


def find_covered(text: str, clock: Clock) -> list[Covered]:
    """All periods of results in a text, in order, not overlapping. ``text`` is NFC. Never raises."""
    low = fold(text)
    acts = [(a.start, a.end) for a in find_acts(text)]
    found = [*_spoken(low, clock), *_dated(text, low, clock, acts)]
    found.sort(key=lambda c: (c.start, -c.end))
    kept: list[Covered] = []
    for covered in found:
        if not kept or covered.start >= kept[-1].end:
            kept.append(covered)
    return kept


def _spoken(low: str, clock: Clock) -> Iterator[Covered]:
    """Periods without a date: counted months, "đến nay", "trong năm"."""
    for match in _FROM_START.finditer(low):
        year = int(match["y"]) if match["y"] else clock.year
        now = _NOW.match(low, match.end() - 4)
        until = next((m for m in find_dates(low[match.end() :][:40], year) if m.start <= 12), None)
        if year is not None and now:
            yield Covered(match.start(), now.end(), date(year, 1, 1), clock.now)
        elif year is not None and until is not None:
            yield Covered(match.start(), match.end() + until.end, date(year, 1, 1), until.last)
    for match in _MONTHS.finditer(low):
        counts = _COUNTS_MONTHS.search(low[max(0, match.start() - 30) : match.start()])
        printed = match["y"] or match["z"] or (counts and counts["of"])
        year = int(printed) if printed else clock.year
        if year is None or not (match["part"] or counts):
            continue
        first, last = date(year, 1, 1), _month_end(year, int(match[1]))
        yield Covered(match.start(), match.end(), first, clock.until(first, last))
    for match in _NOW.finditer(low):
        since = _since(low, match.start(), clock)
        yield Covered(
            since[0] if since else match.start(), match.end(), since[1] if since else None, clock.now
        )
    yield from _named_by_report(low, clock)


def _named_by_report(low: str, clock: Clock) -> Iterator[Covered]:
    """Periods that only the report's own dates settle: "trong kỳ", "cả giai đoạn", "trong năm"."""
    for match in _OWN.finditer(low):
        own = clock.window if "kỳ" in match.group() and clock.window else clock.titled
        if own and own[1]:
            yield Covered(match.start(), match.end(), *own)
    for match in _TERM.finditer(low):
        if clock.term and not _NOT_COVERED.search(low[max(0, match.start() - 80) : match.start()]):
            yield Covered(match.start(), match.end(), *clock.term)
    for match in _YEAR_LABEL.finditer(low):
        labelled = int(match["y"])
        yield Covered(match.start(), match.end(), date(labelled, 1, 1), date(labelled, 12, 31), True)
    for match in _DAYS_OF_YEAR.finditer(low):
        first, until = _day(clock.year, match["a"]), _day(clock.year, match["b"])
        if until is not None and not (
            match["a"] is None and _SPREAD.search(low, max(0, match.start() - 24), match.start())
        ):
            yield Covered(match.start(), match.end(), first, until)
    for match in _MONTH_LIST.finditer(low):
        year = int(match["y"]) if match["y"] else clock.year
        a, b = int(match["a"]), int(match["b"])
        if (
            year is not None
            and a < b
            and not _NOT_COVERED.search(low[max(0, match.start() - 80) : match.start()])
        ):
            yield Covered(match.start(), match.end(), date(year, a, 1), _month_end(year, b))
    for match in _WHOLE_YEAR.finditer(low):
        if clock.year is not None and not _NOT_COVERED.search(
            low[max(0, match.start() - 80) : match.start()]
        ):
            first, last = date(clock.year, 1, 1), date(clock.year, 12, 31)
            last = last if re.search(r"cả|hết", match.group()) else clock.until(first, last)
            yield Covered(match.start(), match.end(), first, last, last.month == 12)


_SPREAD = re.compile(r"(?:\d\s|từ[^,;.]{0,16})\Z")  # "từ 10 đến 15/20": no days


def _day(year: int | None, printed: str | None) -> date | None:
    """A day and month of a year; None where there is no such day."""
    if year is None or printed is None:
        return None
    day, month = (int(n) for n in re.findall(r"\d+", printed))
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _since(low: str, place: int, clock: Clock) -> tuple[int, date | None] | None:
    """The beginning of "từ ngày 01/6/2024 đến nay"."""
    before = low[max(0, place - 40) : place]
    for mention in reversed(find_dates(before, clock.year)):
        lead = _SINCE.search(before[: mention.start])
        if lead and not before[mention.end :].strip():
            return place - len(before) + lead.start(), mention.first
    return None


def _dated(text: str, low: str, clock: Clock, acts: list[tuple[int, int]]) -> Iterator[Covered]:
    """Periods that a date or the name of a month, quarter or year gives."""
    for mention in find_dates(text, clock.year):
        if mention.last is None or any(a <= mention.start < b for a, b in acts):
            continue
        lead = low[max(0, mention.start - 60) : mention.start]
        if _NOT_COVERED.search(lead) or (mention.precision != "span" and _SINCE.search(lead)):
            continue
        until = _UNTIL.search(lead) or _AT_DAY.search(lead)
        if mention.precision in {"month", "day"} and _REACHED_IN.search(lead):
            yield Covered(low.rfind("vào", 0, mention.start), mention.end, None, mention.last)
            continue
        start = mention.start - (len(lead) - until.start()) if until else mention.start
        if until and mention.precision != "span":
            yield Covered(start, mention.end, None, mention.last)
        elif mention.precision != "day":
            led = _LEADS.search(lead)
            start -= len(lead) - led.start() if led else 0
            yield Covered(start, mention.end, *_days(mention, clock), mention.precision == "year")


def _days(mention: DateMention, clock: Clock) -> tuple[date | None, date | None]:
    if mention.precision == "part" and mention.first and mention.last:
        return mention.first, clock.until(mention.first, mention.last)
    return mention.first, mention.last
