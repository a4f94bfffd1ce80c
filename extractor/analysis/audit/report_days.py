"""The day by which members send their report against the day that its collector gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from extractor.analysis.audit.clauses import SENTENCE
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_DAY = r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>20\d\d)(?![\d/])"
_UNIT = r"(?:sở|văn phòng|phòng|ban|công an|bộ|ubnd|trung tâm|thường trực)(?: (?:- )?[^\W\d_]+){1,7}?"
_SENT = re.compile(
    rf"(?<!\w)báo cáo(?!\w)[^.;()\d]{{0,80}}?(?<!\w)(?:về|gửi|cho|đến) (?P<to>{_UNIT})"
    rf"(?:,| để tổng hợp)* (?:trước|chậm nhất|hạn|vào)(?: là)?(?: ngày)? {_DAY}"
)
_COLLECTED = re.compile(
    r"(?<!\w)(?:tổng hợp|tiếp nhận|thu nhận)[^.;()]{0,60}? báo cáo[^.;()]{0,60}?[(,]? ?"
    rf"(?:(?:thời )?hạn (?:gửi|nộp|nhận)|(?:gửi|nộp|nhận)(?: về)?(?= trước))(?: là)?:?"
    rf"(?: trước)?(?: ngày)? {_DAY}"
)
_TOLD = sign(_SENT, _COLLECTED, needs=("báo cáo", "/20"))
_OPENED = re.compile(r"\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)])?\s*(?:giao )?")
_NEAR = 31
"""Days that two days for one report lie apart at most."""


class _Sent(NamedTuple):
    to: str
    day: date
    span: Span


def collected(subject: Subject) -> Iterator[Hit]:
    """ "gửi báo cáo về Sở A trước ngày 10/12", "Sở A … tổng hợp báo cáo của các cơ quan (hạn gửi 15/12)"."""
    passages = subject.telling(_TOLD)
    sent = [s for start, words in passages for s in _sent(subject, start, words)]
    for start, words in passages if sent else ():
        opened = _OPENED.match(words)
        owner = words[opened.end() if opened else 0 :]
        for match in _COLLECTED.finditer(words):
            day = _day(match)
            mine = [s for s in sent if owner.startswith(s.to)]
            other = next((s for s in mine if day and 0 < abs((s.day - day).days) <= _NEAR), None)
            if other is None or day is None or any(s.day == day for s in mine):
                continue
            figures: dict[str, Figure] = {"what": f"Báo cáo gửi {other.to}"}
            figures |= {"first": f"ngày {_shown(other.day)}", "second": f"ngày {_shown(day)}"}
            yield Hit("deadline-stated-twice", figures, (other.span, subject.around(start, match)))


def _sent(subject: Subject, start: int, words: str) -> Iterator[_Sent]:
    for sentence in SENTENCE.finditer(words):
        for match in _SENT.finditer(sentence.group()):
            day = _day(match)
            if day is not None:
                yield _Sent(match["to"], day, subject.around(start + sentence.start(), match))


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None  # the rule on dates speaks of it


def _shown(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
