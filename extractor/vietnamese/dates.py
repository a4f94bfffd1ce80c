"""Dates and periods in running text: "ngày 29 tháng 8 năm 2023", "31-3-2022", "quý II/2025", "2026-2030".

``find_dates`` gives every mention with its offsets and the first and last day it names. An impossible
date (31/02) is no mention. All patterns have bounded length, so the time is linear in the text.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from extractor.vietnamese.forms import fold

Precision = Literal["day", "month", "quarter", "part", "year", "span"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period as printed. ``first`` and ``last`` are None where the year is not known."""

    start: int
    end: int
    first: date | None
    last: date | None
    precision: Precision
    year_printed: bool = True


@dataclass(frozen=True, slots=True)
class _Point:
    """What a pattern found before its year is settled: months 1..12, day 0 meaning the whole month."""

    start: int
    end: int
    precision: Precision
    year: int | None
    month: int = 1
    day: int = 0
    last_month: int = 12
    last_year: int | None = None


_D, _M, _Y = r"(0?[1-9]|[12]\d|3[01])", r"(0?[1-9]|1[0-2])", r"((?:19|20)\d\d)"
_Q = r"(iv|i{1,3}|[1-4])"
_FRONT = r"(?<![\w/.,-])"  # not inside a number, a code or a word
_BACK = r"(?![\w]|\s?/\s?\w|[.,-]\d)"
_OF_YEAR = rf"(?:\s?[/.,-]?\s?(?:năm\s{{0,2}})?{_Y})"
_NO_COUNT = r"(?!\s?%|\s(?:người|lượt|hộ|tỷ|triệu|đồng|doanh|đơn|hồ|điểm|xã|thiết|tài|trường|học)(?!\w))"

_PATTERNS: dict[str, str] = {
    # "tháng" for "năm" is a slip seen in print ("ngày 31 tháng 3 tháng 2022")
    "words": rf"(?:ngày\s{{0,3}})?{_D}\s{{1,3}}tháng\s{{0,3}}{_M}\s{{0,2}},?\s?(?:năm|tháng)\s{{0,3}}{_Y}",
    "words_no_year": rf"ngày\s{{0,3}}{_D}\s{{1,3}}tháng\s{{0,3}}{_M}",
    "numeric": rf"(?:ngày\s{{0,3}})?{_D}\s?([/.-])\s?{_M}~{_Y}",
    "numeric_short": rf"ngày\s{{0,3}}{_D}([/.-]){_M}~([2-4]\d)",
    "day_month": rf"ngày\s{{0,3}}{_D}\s?[/.-]\s?{_M}",
    "day_month_cued": rf"(?:(?<=trước )|(?<=hết )){_D}\s?/\s?{_M}(?!\s?(?:điểm|chỉ|mục))",
    "day_month_from": rf"(?<=từ ){_D}[/.-]{_M}(?=\s(?:đến|tới)\s)",
    "months": rf"tháng\s{{0,2}}{_M}(?:\s?-\s?{_M}{_OF_YEAR}?|\svà\stháng\s{{0,2}}{_M}{_OF_YEAR})",
    "month": rf"(?<!\d )(?:tháng\s{{0,2}}|t\.?(?=\d\d?/)){_M}{_OF_YEAR}",
    "month_no_year": rf"(?<!\d )tháng\s{{0,2}}{_M}(?!\s(?:lần|kỳ))",
    "month_numeric": rf"{_M}\s?/\s?{_Y}",
    "quarters": rf"quý\s{{0,2}}{_Q}"
    + rf"(?:\s?,\s?(?:quý\s)?(?:[ivx]{{1,3}}|[1-4])(?!\w)){{0,2}}\s?(?:,|-|và|đến|&|;)\s?"
    rf"(?:quý\s)?{_Q}{_OF_YEAR}?",
    "quarter": rf"(?:quý\s{{0,2}}|q\.?(?=[1-4]/)){_Q}(?![\w]){_OF_YEAR}?",
    "part": rf"(0?[369]|ba|sáu|chín)\s(?:tháng\s)(đầu|cuối)(?:\snăm)?(?:\s{{1,2}}{_Y})?",
    "half": rf"(?:(nửa\sđầu|nửa\scuối|giữa)\snăm)(?:\s{{1,2}}{_Y})?",
    "years": rf"(?:(?:giai\sđoạn|thời\skỳ|nhiệm\skỳ|năm|năm\shọc)\s{{0,2}})?{_Y} ?(?:-|đến)\s?(?:năm\s)?{_Y}"
    + _NO_COUNT,
    "year_list": rf"năm\s{{0,2}}{_Y}(?:\s?,\s?(?:năm\s)?(?:19|20)\d\d){{0,9}}"
    + rf"(?:\s?(?:,|và)\s?(?:năm\s)?{_Y})",
    "year": rf"năm\s{{0,3}}{_Y}",
    "year_cued": rf"(?:(?<=đến )|(?<=hướng )|(?<=nhìn )|(?<=trước )|(?<=hết )){_Y}{_NO_COUNT}",
}
_LOOSE: dict[str, str] = {
    "loose_day": rf"{_D}\s?[/-]\s?{_M}",
    "loose_months": rf"tháng\s{{0,2}}{_M}(?:\s?,\s?\d\d?){{0,9}}\s?(?:,|và|-)\s?{_M}{_OF_YEAR}?",
    "loose_quarter": rf"(iv|i{{1,3}})\s?/\s?{_Y}",
    "loose_year": _Y,
}


def _compile(patterns: dict[str, str]) -> re.Pattern[str]:
    parts: list[str] = []
    groups = 0
    for name, pattern in patterns.items():
        same = rf"\s?\{groups + 3}\s?"  # "~": the separator of day and month again, its second group
        parts.append(f"(?P<{name}>{pattern.replace('~', same)})")
        groups += 1 + re.compile(pattern).groups
    return re.compile(f"{_FRONT}(?:{'|'.join(parts)}){_BACK}")


_STRICT_RE = _compile(_PATTERNS)
_LOOSE_RE = _compile({**{"loose_months": _LOOSE["loose_months"]}, **_PATTERNS, **_LOOSE})
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_COUNTS = {"ba": 3, "sáu": 6, "chín": 9}
_JOIN = re.compile(r" ?(?:-|đến|tới)(?:\shết)?\s?\Z")  # a dash on a new line is a bullet


def _quarter(text: str) -> int:
    return _QUARTERS.get(text) or int(text)


def _point(match: re.Match[str]) -> _Point:
    """Turn a match into a point; the name of the alternative says which groups it has."""
    name = match.lastgroup or ""
    values = [v for v in match.groups()[match.re.groupindex[name] :] if v is not None]
    start, end = match.span()
    if name in ("words", "words_no_year"):
        year = int(values[2]) if len(values) > 2 else None
        return _Point(start, end, "day", year, int(values[1]), int(values[0]), int(values[1]))
    if name in ("numeric", "numeric_short"):
        year = int(values[3]) + (2000 if len(values[3]) == 2 else 0)
        return _Point(start, end, "day", year, int(values[2]), int(values[0]), int(values[2]))
    if name in ("day_month", "day_month_cued", "day_month_from", "loose_day"):
        return _Point(start, end, "day", None, int(values[1]), int(values[0]), int(values[1]))
    if name in ("months", "loose_months"):
        year = int(values[2]) if len(values) > 2 else None
        first, last = int(values[0]), int(values[1])
        if name == "months" and first > last and year is not None:  # "tháng 12 và tháng 1/2025"
            return _Point(start, end, "month", year, last, 0, last)
        return _Point(start, end, "span", year, first, 0, last)
    if name in ("month", "month_numeric", "month_no_year"):
        year = int(values[1]) if len(values) > 1 else None
        return _Point(start, end, "month", year, int(values[0]), 0, int(values[0]))
    if "quarter" in name:
        return _quarters(start, end, values)
    if name in ("part", "half"):
        return _part(start, end, values)
    years = [int(v) for v in values]
    return _Point(start, end, "span" if len(years) > 1 else "year", years[0], last_year=years[-1])


def _quarters(start: int, end: int, values: list[str]) -> _Point:
    numbers = [_quarter(v) for v in values if len(v) < 4]
    year = int(values[-1]) if len(values[-1]) == 4 else None
    precision: Precision = "span" if len(numbers) > 1 else "quarter"
    return _Point(start, end, precision, year, 3 * numbers[0] - 2, 0, 3 * numbers[-1])


def _part(start: int, end: int, values: list[str]) -> _Point:
    """A part of a year: "6 tháng đầu năm", "nửa cuối năm", "giữa năm" (its first half)."""
    year = int(values[-1]) if len(values[-1]) == 4 and values[-1].isdigit() else None
    months = 6
    if values[0] in _COUNTS or values[0].isdigit():
        months = _COUNTS.get(values[0]) or int(values[0])
    late = values[0].endswith("cuối") or values[1:2] == ["cuối"]
    first, last = (13 - months, 12) if late else (1, months)
    return _Point(start, end, "part", year, first, 0, last)


def _days(point: _Point, year: int) -> tuple[date, date] | None:
    """The first and last day of a point in ``year``; None where the calendar has no such day."""
    last_year = max(point.last_year or year, year) if point.last_year else year
    try:
        first = date(year, point.month, point.day or 1)
        if point.day:
            return first, first
        last = date(last_year, point.last_month, monthrange(last_year, point.last_month)[1])
    except ValueError:
        return None
    return (first, last) if first <= last else None


def _possible(point: _Point) -> bool:
    """Whether any year has this day (29/2 without a year may exist), and ranges run forward."""
    if point.last_year is not None and point.year is not None and point.last_year < point.year:
        return False
    return _days(point, point.year if point.year is not None else 2024) is not None


def _mention(point: _Point, year: int | None) -> DateMention:
    settled = point.year if point.year is not None else year
    days = _days(point, settled) if settled is not None else None
    first, last = days or (None, None)
    return DateMention(point.start, point.end, first, last, point.precision, point.year is not None)


def _joined(points: list[_Point], low: str, year: int | None) -> Iterator[DateMention]:
    """Mentions in order; two of them with a dash or "đến" between are one span."""
    index = 0
    while index < len(points):
        here = points[index]
        after = points[index + 1] if index + 1 < len(points) else None
        gap = low[here.end : after.start] if after and after.start - here.end <= 10 else ""
        if after and _JOIN.match(gap) and (after.year is not None or here.year is None):
            span = _span(here, after, year)
            if span is not None:
                yield span
                index += 2
                continue
        yield _mention(here, year)
        index += 1


def _span(here: _Point, after: _Point, year: int | None) -> DateMention | None:
    """From ``here`` to ``after``; a start without a year takes the end's, or the year before it."""
    last = _mention(after, year)
    first = _mention(here, last.last.year if last.last else year)
    if last.last is None or first.first is None:
        return DateMention(here.start, after.end, None, None, "span", False)
    if first.first > last.last and here.year is None:
        first = _mention(replace(here, year=last.last.year - 1), None)
    if first.first is None or first.first > last.last:
        return None
    return DateMention(here.start, after.end, first.first, last.last, "span", after.year is not None)


def find_dates(text: str, year: int | None = None, *, loose: bool = False) -> list[DateMention]:
    """All dates and periods of ``text`` in order, not overlapping.

    ``year`` fills in where none is printed. ``loose`` is for texts that hold nothing but a time, such
    as a deadline cell: there a bare "20/12", "II/2025" or "2025" is a date too.
    """
    low = fold(text)
    pattern = _LOOSE_RE if loose else _STRICT_RE
    points = [point for match in pattern.finditer(low) if _possible(point := _point(match))]
    return list(_joined(points, low, year))
