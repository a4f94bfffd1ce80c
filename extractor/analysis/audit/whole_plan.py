"""Whether a document is a whole plan: only of one that is can be said what it does not speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extractor.analysis.audit.model import Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.structure.markers import marker_of

_LEAST, _LEAST_PROSE = 8000, 3000  # letters: shorter ones are excerpts, or forms with one annex
_HEAD = 130
_AIMS = re.compile(r"(?<!\w)(?:mục đích|mục tiêu|chỉ tiêu|yêu cầu|quan điểm)(?!\w)")
_WORK = re.compile(r"(?<!\w)(?:nhiệm vụ|giải pháp|nội dung|phân công|hoạt động)(?!\w)")
_ORGANISING = re.compile(
    r"(?:về )?(?:công tác )?(?:phân công )?(?:kinh phí,? (?:và )?)?"
    r"(?:tổ chức (?:thực hiện|triển khai)|phân công|trách nhiệm|chế độ báo cáo|kiểm tra, giám sát)"
)
_CLOSING = re.compile(
    r"\A(?:trên đây là|yêu cầu (?:các|thủ trưởng)|trong quá trình (?:tổ chức )?(?:thực hiện|triển khai)|"
    r"căn cứ (?:nội dung )?kế hoạch này|kế hoạch này)|\./\.\s*$"
)
_ANNEX = re.compile(r"\W*(?:phụ lục|danh mục|biểu)(?!\w)")
_SIGNED = sign(_AIMS, _WORK, _ORGANISING, _CLOSING)


class Whole(NamedTuple):
    """The marks of a whole plan: its title, the head of its last part on who does what, its last words."""

    title: Span
    organising: tuple[int, int] | None
    closing: Span


@lru_cache(maxsize=1)
def whole(subject: Subject) -> Whole | None:
    """The plan, if the document is one from its aims to its closing words."""
    if subject.extraction.document.kind != "plan" or len(subject.text) < _LEAST or not subject.paragraphs:
        return None
    size = sum(end - start for start, end in subject.paragraphs)
    first = subject.prose[0][1]
    if size < _LEAST_PROSE or _ANNEX.match(first):
        return None
    heads = list(_heads(subject))
    organising = [place for place, words in heads if _ORGANISING.match(words)]
    told = [p for p in subject.telling(_SIGNED) if _CLOSING.search(p[1])]
    if not any(_AIMS.search(words) for _, words in heads):
        return None
    if not any(_WORK.search(words) for _, words in heads) or not (organising or told):
        return None
    last = (told[-1][0], told[-1][0] + len(told[-1][1])) if told else organising[-1]
    before = [place for place in organising if place[0] <= last[0]]  # behind them come annexes
    return Whole(_title(subject), before[-1] if before else None, subject.at(*last))


def _heads(subject: Subject) -> Iterator[tuple[tuple[int, int], str]]:
    """Headings, with their words behind the marker."""
    for start, words in subject.telling(_SIGNED):
        if len(words) < _HEAD and not words.rstrip().endswith((".", ";")):
            style, _, size = marker_of(subject.text[start : start + len(words)])
            if style not in ("dash", "plus", "star"):
                yield (start, start + len(words)), words[size:].lstrip()


def _title(subject: Subject) -> Span:
    """The title, or the first words where there is none."""
    document = subject.extraction.document
    if document.title is not None and "title" in document.evidence:
        return subject.span(document.evidence["title"], document.title)
    return subject.at(*subject.paragraphs[0])
