"""Targets that results told elsewhere in the document have already passed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from extractor.analysis.audit.clauses import word_set
from extractor.analysis.audit.figures import shown, value
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.sections_of_results import results_told
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import squeeze

_LETTER = r"(?:[^;.%\d]|(?<=mức )\d|(?<=mức độ )\d|(?<=loại )\d|(?<=cấp độ )\d)"
"""Of a name: no figure but that of a level ("mức độ 2")."""
_FIGURE = re.compile(
    rf"([^\W\d_]{_LETTER}{{14,110}}?)\s(?:đã |ước |hiện |chỉ |mới )*(?:đạt|chiếm|là|đạt tỷ lệ)\s+"
    r"(?:khoảng |trên |gần )?(\d{1,3}(?:[.,]\d+)?)\s*%"
)
# "có ở 68% cơ sở y tế", "đã có 68% hộ …": the figure stands before what it is a share of
_SPREAD = re.compile(
    r"([^\W\d_][^;.%\d]{9,90}?)\s(?:đã |hiện )*(?:có ở|có mặt ở|phủ tới|phủ|áp dụng ở|triển khai ở|"
    r"triển khai tại|"
    r"được dùng ở|dùng ở)\s+(?:khoảng |trên |gần )?(\d{1,3}(?:[.,]\d+)?)\s*% ([^;.%\d]{6,90})"
)
_SPREADS = re.compile(r" (?:có ở|có mặt ở|phủ|phủ tới|áp dụng ở|triển khai (?:ở|tại)|dùng ở) [^%;.]{0,14}\d")
_SHARE = re.compile(rf"(?<![\d.,])(\d{{1,3}}(?:[.,]\d+)?)\s*% ({_LETTER}{{14,110}})")
# "4.992/6.240 hộ có cáp quang, đạt tỷ lệ 80%": the name between the numbers and their share
_OF_ALL = re.compile(
    rf"(?<![\w.,/])\d[\d.]*/\d[\d.]* ({_LETTER}{{14,110}}?)\s?[,(]\s?"
    r"(?:đạt|chiếm|bằng|tương ứng|tương đương)?(?: tỷ lệ| tỉ lệ)?\s?(\d{1,3}(?:[.,]\d+)?)\s*%"
)
_AIM = re.compile(r"phấn đấu|mục tiêu|kế hoạch|chỉ tiêu|đến (?:hết )?năm|tối thiểu|ít nhất|cần đạt|dự kiến")
_ALIKE = 90
_WORDS = 4
_SHARED = 6
_SAID = word_set(
    "tỷ lệ số có được trên tại địa bàn tỉnh của các đạt ở và là cho thực hiện triển khai sử dụng đã ít nhất"
)
"""Words that a thing may be told with or without."""


class Result(NamedTuple):
    name: str
    value: float
    span: Span


def targets(subject: Subject) -> Iterator[Hit]:
    """A target in percent below what the same document reports of the same thing."""
    aims = [
        (t, squeeze(t.indicator)) for t in subject.extraction.targets
        if t.unit == "percent" and t.value is not None and t.comparator in ("eq", "ge", "gt")
        and not t.baselines
    ]  # fmt: skip
    aims = [(t, name) for t, name in aims if len(name.split()) >= _WORDS]
    if not aims:
        return
    for result in _results(subject):
        for target, name in aims:
            apart = target.value is not None and 0.5 * result.value <= target.value < result.value
            if apart and _same(name, result.name):
                figures: dict[str, Figure] = {
                    "indicator": subject.named(target), "target": target.value, "baseline": result.value,
                    "year": None, "when": "năm trước", "printed": shown(result.value),
                }  # fmt: skip
                code = next(iter(target.indicator_codes), None)
                spans = (subject.of(target), result.span)
                yield Hit("target-below-baseline", figures, spans, code, unsure=True)
                break


def _same(a: str, b: str) -> bool:
    """One thing: nearly the same words, none that tells a tier or a kind apart."""
    x, y = set(a.split()), set(b.split())
    apart = {"tỉnh", "huyện", "xã", "thôn", "toàn", "trình", "mức", "phần", "mới"}
    if len(y) < _WORDS or ((x ^ y) & apart and not x ^ y <= _SAID):
        return False
    if fuzz.token_set_ratio(a, b) >= _ALIKE and len(x ^ y) <= 0.5 * len(x | y):
        return True
    one, two = x - _SAID, y - _SAID
    common = len(one & two)
    return (
        common >= _SHARED
        and common >= 0.7 * min(len(one), len(two))
        and common >= 0.55 * max(len(one), len(two))
    )


def _results(subject: Subject) -> Iterator[Result]:
    """Percentages told of things in paragraphs that hold no target or task; those of a report as read."""
    if subject.extraction.actuals:
        for actual in subject.extraction.actuals:
            if actual.unit == "percent" and actual.value is not None and actual.level is None:
                span = subject.span(actual.evidence, actual.quote)
                yield Result(squeeze(actual.indicator), actual.value, span)
        return
    yield from results_in_prose(subject)


@lru_cache(maxsize=1)
def results_in_prose(subject: Subject) -> tuple[Result, ...]:
    """Those told of things in paragraphs that hold no target or task."""
    return tuple(_results_in_prose(subject))


def _results_in_prose(subject: Subject) -> Iterator[Result]:
    taken = sorted(r.evidence.start for r in subject.records if r.evidence is not None)
    back = results_told(subject)
    for start, words in subject.figured:
        after = bisect_left(taken, start)
        if "%" not in words or (after < len(taken) and taken[after] < start + len(words)):
            continue
        for name, figure, where in _told(words, start in back):
            read = value(figure)
            if read is not None and len(name.split()) >= _WORDS:
                yield Result(squeeze(name), read, subject.at(start + where[0], start + where[1]))


def _told(words: str, looks_back: bool) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Things, their percentages, and where these stand; shares that open their clause only among
    results."""
    for match in _FIGURE.finditer(words):
        if not _AIM.search(match.group()):
            yield _last(match[1]), match[2], (match.start(2), match.end())
    for match in _SPREAD.finditer(words) if _SPREADS.search(words) else ():
        if not _AIM.search(match.group()):
            yield f"{_last(match[1])} {_first(match[3])}", match[2], (match.start(2), match.end(2) + 1)
    for match in _OF_ALL.finditer(words) if looks_back and "/" in words else ():
        if not _AIM.search(match.group()):
            yield match[1], match[2], (match.start(), match.end())
    for match in _SHARE.finditer(words) if looks_back else ():
        if not _AIM.search(words[max(0, match.start() - 40) : match.end()]):
            yield _first(match[2]), match[1], (match.start(1), match.end())


def _last(words: str) -> str:
    """The last part of the words before a figure."""
    return re.split(r"[,(](?! chữa| lệ phí)|(?<!\w)(?:và|trong đó)(?!\w)", words)[-1]


def _first(words: str) -> str:
    """The first part of the words behind one."""
    return re.split(r"[(]|,(?! chữa| lệ phí| công chức| viên chức| phường| thị trấn)", words)[0]
