"""A clause with its quantities: what the reading of targets looks at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.annotators.aims import cue_pattern
from extractor.annotators.brackets import baseline_spans
from extractor.annotators.clauses import Bracket, find_brackets, masked
from extractor.annotators.drafts import Mode
from extractor.annotators.quantities import Quantity
from extractor.annotators.tiers import tier_of
from extractor.vietnamese.forms import fold


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence or ";"-clause ``start:end`` of ``text``.

    ``low`` is its folded text with brackets of past values and asides blanked (offsets from ``start``);
    ``quantities`` those outside such brackets; ``baselines`` the brackets of past values.
    """

    text: str
    start: int
    end: int
    low: str
    mode: Mode
    plan_year: int | None
    quantities: tuple[Quantity, ...]
    baselines: tuple[tuple[int, int], ...]

    def before(self, offset: int) -> str:
        """Folded words from the clause's start to ``offset``."""
        return self.low[: offset - self.start]

    def after(self, offset: int) -> str:
        """Folded words from ``offset`` to the clause's end."""
        return self.low[offset - self.start :]

    def between(self, start: int, end: int) -> str:
        """Folded words of a span."""
        return self.low[start - self.start : end - self.start]


def read_clause(
    text: str, span: tuple[int, int], quantities: Sequence[Quantity], mode: Mode, plan_year: int | None
) -> Clause:
    """The clause at ``span``; ``quantities`` are those of the whole text."""
    start, end = span
    brackets = find_brackets(text, start, end)
    past = baseline_spans(text, start, end, plan_year)
    told = set(past)
    asides = [(b.start, b.end) for b in brackets if (b.start, b.end) not in told and _aside(text, b, span)]
    dropped = [*past, *asides]
    window = masked(text[start:end], [(a - start, b - start) for a, b in dropped])
    inside = tuple(
        q for q in quantities
        if start <= q.number < end and not any(a <= q.number < b for a, b in dropped)
    )  # fmt: skip
    return Clause(text, start, end, fold(window), mode, plan_year, inside, past)


_AIM_BRACKET = re.compile(r"\(\s*(?:phấn đấu|tối thiểu \d|đạt|đến năm|năm 20)")
_ASIDE_BRACKET = re.compile(
    r"\(\s*(?:trừ|không|ngoại trừ|theo|chiếm|tương đương|bằng|tăng|giảm|đạt tỷ lệ|gồm)"
)


def _aside(text: str, bracket: Bracket, span: tuple[int, int]) -> bool:
    """A bracket that explains (exclusions, sources, examples) and promises nothing."""
    inner = fold(text[bracket.start : bracket.end])
    if _AIM_BRACKET.match(inner):
        return False
    if "%" in inner and not _ASIDE_BRACKET.match(inner) and not cue_pattern("past").search(inner):
        return False
    if tier_of(inner) and len(inner) < 30:
        return False
    return not (bracket.start <= span[0] + 2 and bracket.end >= span[1] - 2)
