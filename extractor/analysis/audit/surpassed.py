"""Targets that results told elsewhere in the document have already passed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz import fuzz

from extractor.analysis.audit.figures import shown, value
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import squeeze

_FIGURE = re.compile(
    r"([^\W\d_][^;.%\d]{14,110}?)\s(?:đã |ước |hiện |chỉ |mới )*(?:đạt|chiếm|là|đạt tỷ lệ)\s+"
    r"(?:khoảng |trên |gần )?(\d{1,3}(?:[.,]\d+)?)\s*%"
)
_AIM = re.compile(r"phấn đấu|mục tiêu|kế hoạch|chỉ tiêu|đến (?:hết )?năm|tối thiểu|ít nhất|cần đạt|dự kiến")
_ALIKE = 90
_WORDS = 4


class _Result(NamedTuple):
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
    if len(y) < _WORDS or fuzz.token_set_ratio(a, b) < _ALIKE:
        return False
    apart = {"tỉnh", "huyện", "xã", "thôn", "toàn", "trình", "mức"}
    return not ((x ^ y) & apart) and len(x ^ y) <= 0.5 * len(x | y)


def _results(subject: Subject) -> Iterator[_Result]:
    """Percentages told of things in paragraphs that hold no target or task; those of a report as read."""
    if subject.extraction.actuals:
        for actual in subject.extraction.actuals:
            if actual.unit == "percent" and actual.value is not None and actual.level is None:
                span = subject.span(actual.evidence, actual.quote)
                yield _Result(squeeze(actual.indicator), actual.value, span)
        return
    taken = sorted(r.evidence.start for r in subject.records if r.evidence is not None)
    for start, words in subject.figured:
        after = bisect_left(taken, start)
        if "%" not in words or (after < len(taken) and taken[after] < start + len(words)):
            continue
        for match in _FIGURE.finditer(words):
            read = value(match[2])
            name = re.split(r"[,(]|(?<!\w)(?:và|trong đó)(?!\w)", match[1])[-1]
            if read is not None and not _AIM.search(match.group()) and len(name.split()) >= _WORDS:
                yield _Result(squeeze(name), read, subject.at(start + match.start(2), start + match.end()))
