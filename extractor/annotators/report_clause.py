"""A clause of a report: its quantities, and the words set aside before it is read as a chain of values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.annotators.clause import Clause
from extractor.annotators.clauses import find_brackets, masked
from extractor.annotators.covered import Covered
from extractor.annotators.indicators import clean_indicator, collectives
from extractor.annotators.past_values import PastValue
from extractor.annotators.quantities import Quantity
from extractor.annotators.ratios import Merged
from extractor.annotators.verdicts import GoalCount, ShareSpan, VerdictSpan
from extractor.vietnamese.forms import fold


@dataclass(frozen=True, slots=True)
class Parts:
    """A clause, offsets from its start: its text, quantities, and the words set aside."""

    text: str
    low: str
    quantities: tuple[Quantity, ...]
    covered: tuple[Covered, ...]
    shares: tuple[ShareSpan, ...]
    verdicts: tuple[VerdictSpan, ...]
    goals: tuple[GoalCount, ...]
    past: tuple[PastValue, ...] = ()


def prepared(
    p: Parts,
    shares: Sequence[ShareSpan],
    plans: Sequence[Quantity],
    merged: Sequence[Merged],
    sources: Sequence[tuple[int, int]],
) -> Clause:
    """The clause as the chain reads it: what is set aside is blank."""
    aside = [*sources] + [(s.start, s.end) for s in shares] + [(c.start, c.end) for c in p.covered]
    aside += [(v.start, v.end) for v in p.verdicts if not _judges_count(p, v)]
    aside += [m.other for m in merged if m.other]
    brackets = find_brackets(p.text, 0, len(p.text))
    for q in plans:
        inside = next(((b.start, b.end) for b in brackets if b.start <= q.number < b.end), None)
        slash = re.search(r"\s*/\s*[^\W\d_]*\s*$", p.low[: q.start])
        aside.append(inside or (slash.start() if slash else q.start, q.end))
    aside += [(b.start, b.end) for b in brackets if _empty_bracket(p, b.start, b.end, aside)]
    kept = [(max(a, 0), min(b, len(p.text))) for a, b in aside]
    words = _together(masked(p.text, kept))
    return Clause(words, 0, len(words), fold(words), "goal", None, (), ())


JOINED = "\u201a"  # stands for a comma that parts no values


def _together(words: str) -> str:
    """Members counted together ("xã, phường, thị trấn") are no list of values."""
    for match in collectives().finditer(fold(words)):
        a, b = match.span()
        words = words[:a] + words[a:b].replace(",", JOINED) + words[b:]
    return words


def left_out(p: Parts, stated: Sequence[Merged], merged: Sequence[Merged]) -> list[tuple[int, int]]:
    """What names nothing: comparisons with other times, brackets without a result, numbers that are none."""
    numbers = [m.quantity.number for m in stated]
    kept = {*numbers, *(m.other[0] for m in merged if m.other)}
    spans = []
    for match in _COMPARED.finditer(p.low):
        if any(match.start() <= n < match.end() for n in numbers):
            continue
        chunk = max(p.low.rfind(mark, 0, match.start()) for mark in ",;(")
        alone = numbers and chunk > numbers[0] and not any(chunk < n < match.end() for n in numbers)
        spans.append((chunk if alone else match.start(), match.end()))
    for b in find_brackets(p.text, 0, len(p.text)):
        if not any(b.start <= n < b.end for n in numbers):
            spans.append((b.start, b.end))
    for q in p.quantities:
        if q.number not in kept:
            verb = re.search(r"(?:đạt|là|có|:)\s*$", p.low[: q.start])
            spans.append((verb.start() if verb else q.start, q.end))
    return spans


_COMPARED = re.compile(
    r",?\s*(?:tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn)(?: thêm| gấp)?(?:\s+(?:khoảng|gần|hơn|"
    r"trên))?\s+\d[\d.,]*"
    r"\s*(?:%|điểm phần trăm|điểm %|lần|hạng|bậc|[^\W\d_]+(?:\s[^\W\d_]+)?)?(?:\s+so với[^,;.()]*)?|"
    r",?\s*\(?so với[^,;.()]*\)?|"
    r"(?<=%)\s*/\s*(?:kh\s*|kế hoạch\s*|mục tiêu\s*)?\d[\d.,]*\s*%(?:\s*\((?:mục tiêu|kế hoạch|kh|"
    r"chỉ tiêu)\))?"
)


def _judges_count(p: Parts, v: VerdictSpan) -> bool:
    """A verdict that says which goals are counted ("02/34 mục tiêu chưa hoàn thành") is their name."""
    return any(v.start < g.end + 20 and g.start < v.end + 2 for g in p.goals)


def _empty_bracket(p: Parts, start: int, end: int, aside: Sequence[tuple[int, int]]) -> bool:
    """A bracket of which nothing but what is set aside is left, or one that only explains."""
    inner = masked(p.text[start:end], [(max(a - start, 0), min(b, end) - start) for a, b in aside
                                       if a < end and start < b])  # fmt: skip
    return not re.search(r"\w", inner) or not re.search(r"\d", inner)


_TOPIC = re.compile(r"(?:về\s+)?(?:mục tiêu|chỉ tiêu|kế hoạch(?: giao)?|nhiệm vụ)\s*(?:\d{1,2}\s*)?:\s*")


def topic_of(p: Parts) -> str:
    """What a sentence aims at ("Mục tiêu: 90% hồ sơ nộp qua mạng."), for the result in the next one."""
    match = _TOPIC.match(p.low)
    if match is None:
        return ""
    numbers = [(q.start, q.end) for q in p.quantities]
    return clean_indicator(masked(p.text, numbers)[match.end() :])
