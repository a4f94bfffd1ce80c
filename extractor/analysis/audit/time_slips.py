"""Times that cannot be: a fifth quarter, a period that ends before it begins, a draft due after its act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.dates import find_dates

_NO_QUARTER = re.compile(
    r"(?<!\w)(?<!mỗi )(?<!một )quý (?:v|vi{1,3}|0?[5-9]|1\d)(?=\s*/\s*(?:năm\s*)?20\d\d|\s+năm 20\d\d)|"
    r"(?:(?<=trong )|(?<=trước )|(?<=hết )|(?<=vào ))quý vi{0,3}(?=\s*(?:[,.;)]|$))"
)
_YEAR = r"(?:\s*/\s*|\s+năm\s+|\s*-\s*)20\d\d"
_TIME = (
    rf"(?:ngày\s+\d{{1,2}}(?:/\d{{1,2}}/20\d\d|\s+tháng\s+\d{{1,2}}\s+năm\s+20\d\d)|tháng\s+\d{{1,2}}{_YEAR}|"
    rf"quý\s+(?:iv|i{{1,3}}|[1-4]){_YEAR}|\d{{1,2}}/\d{{1,2}}/20\d\d|năm\s+20\d\d)(?![\d/])"
)
_FROM_TO = re.compile(rf"(?<!\w)từ\s+(?:đầu\s+)?({_TIME})\s+(?:cho\s+)?đến\s+(?:hết\s+|cuối\s+)?({_TIME})")
_YEARS = re.compile(r"(?<!\w)(?:giai đoạn|các năm)\s+(20\d\d)\s*[-–]\s*(20\d\d)(?![\d/])")
_SPOKEN = (
    r"(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/20\d\d)?|(?:tháng\s+\d{1,2}|quý\s+(?:iv|i{1,3}|[1-4]))"
    r"(?:(?:/|\s+năm\s+)20\d\d)?"
)
_DRAFT = re.compile(
    rf"(?:trước|chậm nhất(?: là)?|trong|vào)\s+({_SPOKEN})(?![\d/])[^.;\d]{{0,60}}?(?:để|,)\s+"
    r"(?:[^.;,\d]{0,40}?(?:ký|ban hành|phê duyệt|công bố|thông qua|khai trương|vận hành))[^.;\d]{0,60}?"
    rf"(?:trong|trước|vào|từ)\s+({_SPOKEN})(?![\d/])"
)
_OPENS = re.compile(r"từ\s+(?:đầu\s+)?(?:ngày|tháng|quý|năm|\d)|giai đoạn\s+20|các năm\s+20")
_CANNOT, _PERIOD = sign(_NO_QUARTER, needs=("quý",)), sign(_OPENS)
_DRAFTED = sign(_DRAFT)


def quarters(subject: Subject) -> Iterator[Hit]:
    """ "trong quý V/2026": a year has four."""
    for start, words in subject.bearing(_CANNOT):
        for match in _NO_QUARTER.finditer(words):
            printed = subject.text[start + match.start() : start + match.end()]
            if printed.rsplit(" ", 1)[-1][0].isupper() or printed[-1].isdigit():
                yield Hit("impossible-date", {"date": printed}, (subject.around(start, match),))


def backwards(subject: Subject) -> Iterator[Hit]:
    """ "từ tháng 9/2024 đến tháng 6/2024", "giai đoạn 2025 - 2021"."""
    for start, words in subject.bearing(_PERIOD):
        for match in _FROM_TO.finditer(words):
            first, last = _first(match[1]), _last(match[2])
            if first is not None and last is not None and last < first:
                yield _hit(subject, start, match, (first, last))
        for match in _YEARS.finditer(words):
            if int(match[2]) < int(match[1]):
                years = (date(int(match[1]), 1, 1), date(int(match[2]), 12, 31))
                yield _hit(subject, start, match, years)


def drafts(subject: Subject) -> Iterator[Hit]:
    """ "trình trước ngày 15/9/2023 để ban hành trong tháng 8/2023": the draft comes after its act."""
    issued = subject.extraction.document.issued_on
    period = subject.extraction.document.period
    year = period.end.year if period and period.end else issued.year if issued else 0
    for start, words in subject.bearing(_DRAFTED):
        for match in _DRAFT.finditer(words):
            years = re.findall(r"20\d\d", f"{match[1]} {match[2]}")
            default = int(years[0]) if years else year
            first, last = _first(match[1], default), _last(match[2], default)
            if first is not None and last is not None and last < first:
                yield _hit(subject, start, match, (first, last))


def _dated(words: str, year: int) -> str:
    if re.search(r"20\d\d", words) or not year:
        return words
    return f"{words}/{year}"


def _first(words: str, year: int = 0) -> date | None:
    dates = find_dates(_dated(words, year))
    return dates[0].first if dates else None


def _last(words: str, year: int = 0) -> date | None:
    dates = find_dates(_dated(words, year))
    return dates[0].last if dates else None


def _hit(subject: Subject, start: int, match: re.Match[str], times: tuple[date, date]) -> Hit:
    span = subject.around(start, match)
    figures: dict[str, Figure] = {"printed": span.quote, "first": times[0].isoformat()}
    figures["last"] = times[1].isoformat()
    return Hit("times-backwards", figures, (span,))
