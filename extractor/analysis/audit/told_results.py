"""Results of one report told by two figures: in the body and in a table of results."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.analysis.audit.clauses import word_set
from extractor.analysis.audit.figures import shown
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.subject import Subject
from extractor.records import Actual

_WORDS = 5
_FORMAL = word_set("tỷ lệ số tổng đạt các của trên địa bàn tỉnh toàn có được là")
"""Words that a name may have or lack without meaning another thing."""
_ROUNDED = 0.051


def results(subject: Subject) -> Iterator[Hit]:
    """ "… đạt 21,4%" in a paragraph, "24,1%" in the row of the same name: same level, same year, percent."""
    if subject.extraction.document.kind != "report":
        return
    told: dict[frozenset[str], list[Actual]] = {}
    for actual in subject.extraction.actuals:
        name = word_set(actual.indicator) - _FORMAL
        if actual.unit == "percent" and actual.value is not None and actual.evidence and len(name) >= _WORDS:
            told.setdefault(name, []).append(actual)
    for same in told.values():
        in_table = [a for a in same if a.evidence and a.evidence.table is not None]
        in_body = [a for a in same if a.evidence and a.evidence.table is None]
        # several rows or several sentences of one name tell of parts: places, tiers, quarters
        if len(in_table) == 1 and len(in_body) == 1 and _differ(in_body[0], in_table[0]):
            a, b = in_body[0], in_table[0]
            figures: dict[str, Figure] = {"indicator": a.indicator}
            figures |= {"first": f"{shown(a.value or 0)}%", "second": f"{shown(b.value or 0)}%"}
            code = next(iter(a.indicator_codes), None)
            yield Hit("result-stated-twice", figures, (_span(subject, a), _span(subject, b)), code)


def _span(subject: Subject, actual: Actual) -> Span:
    return subject.span(actual.evidence, actual.quote)


def _differ(a: Actual, b: Actual) -> bool:
    """Other figures for the same level and year, and not one of them rounded."""
    assert a.value is not None and b.value is not None
    years = [x.period.end.year if x.period.end else None for x in (a, b)]
    same = years[0] == years[1] and a.level == b.level and a.comparator == b.comparator
    rounded = round(a.value) == b.value or round(b.value) == a.value or abs(a.value - b.value) < _ROUNDED
    return same and not rounded
