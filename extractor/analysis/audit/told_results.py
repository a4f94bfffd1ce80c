"""One result told by two figures: in the body, and in a table of results or of starting values."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.clauses import YEAR, clause_before, clause_behind, word_set
from extractor.analysis.audit.figures import shown
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.subject import Subject
from extractor.analysis.audit.surpassed import Result, results_in_prose
from extractor.records import Actual, Baseline, Target

_WORDS = 5
_FORMAL = word_set("tỷ lệ số tổng đạt các của trên địa bàn tỉnh toàn có được là")
"""Words that a name may have or lack without meaning another thing."""
_ROUNDED = 0.051


def results(subject: Subject) -> Iterator[Hit]:
    """ "… đạt 21,4%" in a paragraph, "24,1%" in the row of the same name: same level, same year, percent."""
    if subject.extraction.document.kind != "report":
        return
    told: dict[tuple[frozenset[str], int | None], list[Actual]] = {}
    period = subject.extraction.document.period
    usual = period.end.year if period and period.end else None
    for actual in subject.extraction.actuals:
        name = told_by(actual.indicator)
        if actual.unit == "percent" and actual.value is not None and actual.evidence and len(name) >= _WORDS:
            told.setdefault((name, _year(actual) or usual), []).append(actual)
    pairs = [pair for same in told.values() if (pair := _pair(subject, same)) is not None]
    for a, b in (*pairs, *_of_one_code(subject, pairs)):
        figures: dict[str, Figure] = {"indicator": a.indicator}
        figures |= {"first": f"{shown(a.value or 0)}%", "second": f"{shown(b.value or 0)}%"}
        code = next(iter(a.indicator_codes), None)
        yield Hit("result-stated-twice", figures, (_span(subject, a), _span(subject, b)), code)


def _pair(subject: Subject, same: list[Actual]) -> tuple[Actual, Actual] | None:
    """The one sentence and the one row of a thing, where they differ; several of one name tell of parts:
    places, tiers, quarters."""
    in_table = [a for a in same if a.evidence and a.evidence.table is not None]
    in_body = [a for a in same if a.evidence and a.evidence.table is None]
    if not in_table and len(in_body) == _TWO and _apart(subject, *in_body):
        in_body, in_table = in_body[:1], in_body[1:]
    alone = len(in_table) == len(in_body) == 1 and _differ(in_body[0], in_table[0])
    return (in_body[0], in_table[0]) if alone else None


_SURE, _FEWEST = 85, 3
_ANYHOW = word_set("thủ tục hành chính người dân dân số giải quyết việc mức độ")
"""Words that narrow a thing down no more than those of the indicator's own name do."""


def _of_one_code(subject: Subject, told: list[tuple[Actual, Actual]]) -> Iterator[tuple[Actual, Actual]]:
    """ "Hộ gia đình có cáp quang | 78,9%", "tỷ lệ hộ gia đình có Internet băng rộng cáp quang đạt 79,8%":
    both recognised as one indicator beyond doubt, the name of one with words of the other only."""
    seen = {id(actual) for pair in told for actual in pair}
    by_code: dict[tuple[str, int | None], list[Actual]] = {}
    for actual in subject.extraction.actuals:
        best = actual.alternatives[0] if actual.alternatives else None
        plain = actual.unit == "percent" and actual.value is not None and actual.level is None
        if plain and best and best.score >= _SURE and actual.indicator_codes == (best.code,):
            by_code.setdefault((best.code, _year(actual)), []).append(actual)
    for same in by_code.values():
        pair = _pair(subject, same)
        if pair is None or id(pair[0]) in seen:
            continue
        one, two = (told_by(actual.indicator) for actual in pair)
        more = (one ^ two) - _ANYHOW - word_set(subject.catalog[pair[0].indicator_codes[0]].name)
        if min(len(one), len(two)) >= _FEWEST and (one <= two or two <= one) and not more:
            yield pair


_TWO = 2
_LACKS = re.compile(r"(?:tồn tại|hạn chế|khó khăn|nguyên nhân|vướng mắc|chưa đạt)")
_ROMAN, _HEADING = re.compile(r"[ivx]{1,5}[.)] |phần "), 120
_OPENS = re.compile(r"[-–+*•\s]*(?:\d{1,2}(?:\.\d{1,2})*[.)] |[a-zđ]\) )?")


def _apart(subject: Subject, a: Actual, b: Actual) -> bool:
    """One told among the results, the other among what falls short, each as all that its line is about."""
    opening = {start + match.end() for start, words in subject.prose if (match := _OPENS.match(words))}
    heads = [line for line in subject.prose if len(line[1]) < _HEADING and _ROMAN.match(line[1])]
    short = set[bool]()
    for actual in (a, b):
        at = actual.evidence.start if actual.evidence else -1
        last = next((words for start, words in reversed(heads) if start < at), "")
        short.add(bool(_LACKS.search(last)))
        if at not in opening:
            return False
    return len(short) == _TWO


def _span(subject: Subject, actual: Actual) -> Span:
    return subject.span(actual.evidence, actual.quote)


def _differ(a: Actual, b: Actual) -> bool:
    """Other figures for the same level and year, and not one of them rounded."""
    assert a.value is not None and b.value is not None
    return a.level == b.level and a.comparator == b.comparator and not _rounded(a.value, b.value)


def _year(actual: Actual) -> int | None:
    return actual.period.end.year if actual.period and actual.period.end else None


def _rounded(a: float, b: float) -> bool:
    return round(a) == b or round(b) == a or abs(a - b) < _ROUNDED


def baselines(subject: Subject) -> Iterator[Hit]:
    """ "68% hộ có X" among the results of a plan, "86" as the starting value of X in its table of targets."""
    if subject.extraction.document.kind == "report":
        return
    known: dict[frozenset[str], dict[float, tuple[Target, Baseline]]] = {}
    for target in subject.extraction.targets:
        name = told_by(target.indicator)
        place = target.evidence
        if len(name) >= _WORDS and place is not None and place.table is not None and target.level is None:
            for past in target.baselines:
                if past.unit == "percent":
                    known.setdefault(name, {}).setdefault(past.value, (target, past))
    told: dict[frozenset[str], list[Result]] = {}
    for result in results_in_prose(subject) if known else ():
        told.setdefault(told_by(result.name), []).append(result)
    for name, results in told.items():
        held = known.get(name, {})
        if len(held) != 1 or len({result.value for result in results}) != 1:
            continue  # several rows or several sentences of one name tell of parts
        target, past = next(iter(held.values()))
        years = set(YEAR.findall(_sentence(subject, results[0])))
        other = years and past.year is not None and str(past.year) not in years
        if not other and not _rounded(results[0].value, past.value):
            figures: dict[str, Figure] = {"indicator": target.indicator}
            figures |= {"first": f"{shown(results[0].value)}%", "second": f"{shown(past.value)}%"}
            spans = (results[0].span, subject.span(past.evidence, target.quote), subject.of(target))
            yield Hit("result-stated-twice", figures, spans, next(iter(target.indicator_codes), None))


def told_by(words: str) -> frozenset[str]:
    """The words that tell one result from another."""
    return word_set(words) - _FORMAL


def _sentence(subject: Subject, result: Result) -> str:
    """The words around a result: what year it is of."""
    start, end = result.span.start or 0, result.span.end or 0
    return clause_before(subject.folded[max(0, start - 160) : start]) + clause_behind(
        subject.folded[start : end + 60]
    )
