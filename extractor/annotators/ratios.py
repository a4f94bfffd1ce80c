"""Ratios with their percents: "609.096/741.396 hồ sơ, đạt 82,16%" is one value with both its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.annotators.quantities import Quantity
from extractor.records import TargetUnit

_NEAR = re.compile(
    r"[^;\d]{0,160}?[,(:-]\s*(?:(?:tương ứng|tương đương|chiếm|đạt|bằng|tỷ lệ|tỉ lệ|đạt được|"
    r"đạt tỷ lệ|là|với|mức|=|~|"
    r"trong đó|khoảng|gần|trên|hơn|ước)\s*)*|\s*(?:[^\W\d_]+\s+){0,12}(?:chiếm|tương ứng|tương đương|đạt|với)"
    r"(?:\s+(?:tỷ lệ|tỉ lệ|khoảng|gần|trên|hơn))*\s*|\s*=\s*"
)
_BACK = re.compile(
    r"\s*(?:[^\W\d_]+\s+){0,14}[(,]?\s*(?:(?:tương ứng|tương đương|là|với|trong đó|tức|có|cụ thể)\s*:?\s*)*"
)
_CLOSES = re.compile(
    r"\s*(?:[().;,]|$|so với cùng kỳ|so với (?:số|tổng)|trong tổng|tổng số|\btrên\b|(?:của\s)?(?:số|tổng|"
    r"dân số)(?!\w)(?!\sđiểm))"
)
_OF_TOTAL = re.compile(
    r"(?:\s+[^\W\d_]+){0,6}?\s*(?:\((?:trên|trong)|trên|trong|/)\s*(?:tổng số|tổng cộng|tổng|số)\s*$"
)


@dataclass(frozen=True, slots=True)
class Merged:
    """A value with what belongs to it. ``quantity`` carries the words; ``other`` is the span merged in."""

    quantity: Quantity
    value: float
    unit: TargetUnit
    numerator: float | None = None
    denominator: float | None = None
    other: tuple[int, int] | None = None

    @property
    def end(self) -> int:
        """Behind the value and what was merged into it."""
        return max(self.quantity.end, self.other[1] if self.other else 0)


def merge_ratios(low: str, quantities: Sequence[Quantity]) -> list[Merged]:
    """Quantities of a clause in order, each ratio or part joined with the percent that restates it."""
    found: list[Merged] = []
    quantities = _totalled(low, quantities)
    position = 0
    while position < len(quantities):
        here = quantities[position]
        after = quantities[position + 1] if position + 1 < len(quantities) else None
        joined = _joined(low, here, after, found) if after is not None else None
        found.append(joined or _single(here))
        position += 2 if joined else 1
    return found


def _totalled(low: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """ "1.200 lượt trên tổng số 1.500 lượt" is a ratio as "1.200/1.500 lượt" is."""
    found: list[Quantity] = []
    for q in quantities:
        part = found[-1] if found else None
        if (
            part is not None
            and part.unit == q.unit == "count"
            and part.total is None
            and q.total is None
            and 0 < part.value <= q.value
            and _OF_TOTAL.fullmatch(low[part.end : q.start])
        ):
            found[-1] = replace(part, total=q.value, end=q.end)
        else:
            found.append(q)
    return found


def _single(q: Quantity) -> Merged:
    total = q.total if q.unit == "count" else None
    return Merged(q, q.value, q.unit, q.value if total is not None else None, total)


def _joined(low: str, a: Quantity, b: Quantity, found: Sequence[Merged]) -> Merged | None:
    gap = low[a.end : b.start]
    if a.unit == "count" and b.unit == "percent":
        if not _NEAR.fullmatch(gap):
            return None
        start = a.end + _mark(gap)
        if a.total:
            agrees = abs(b.value - 100 * a.value / a.total) <= 1
            close = len(gap.split()) <= 12
            return _ratio(a, b, (start, b.end)) if agrees or (close and _CLOSES.match(low, b.end)) else None
        if _CLOSES.match(low, b.end) and not a.unit.startswith("per"):
            return replace(_ratio(a, b, (start, b.end)), denominator=_whole(a, b, found))
    if a.unit == "percent" and b.unit == "count" and b.total:
        percent = 100 * b.value / b.total
        agrees = abs(a.value - percent) <= 1
        if agrees and _BACK.fullmatch(gap):
            return Merged(a, a.value, "percent", b.value, b.total, (b.start, b.end))
        slipped = next((a.value * f for f in (10, 0.1) if abs(a.value * f - percent) <= 0.06), None)
        if slipped is not None and gap.strip() == "(":  # a comma in the wrong place: the ratio tells it
            return Merged(a, round(slipped, 6), "percent", b.value, b.total, (b.start, b.end))
    return None


def _mark(gap: str) -> int:
    """Where the words begin that lead to the percent: at the last mark, or at its verb."""
    marks = [m.start() for m in re.finditer(r"[,(:-]", gap)]
    if marks:
        return marks[-1]
    verb = re.search(r"(?:chiếm|tương ứng|tương đương|đạt|với|=)", gap)
    return verb.start() if verb else len(gap)


def _ratio(a: Quantity, b: Quantity, other: tuple[int, int]) -> Merged:
    return Merged(a, b.value, "percent", a.value, a.total, other)


def _whole(a: Quantity, b: Quantity, found: Sequence[Merged]) -> float | None:
    """The total named earlier in the clause of which a part is the percent stated."""
    plain = [m.quantity.value for m in found if m.quantity.unit == "count" and m.other is None]
    parts = [m.quantity.value for m in found if m.quantity.unit == "count" and m.other is not None]
    return next((w for w in [*plain, *parts] if w and abs(100 * a.value / w - b.value) <= 0.6), None)
