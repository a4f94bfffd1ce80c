"""Measured results in a span of a report: one draft for each value, with ratio, share, verdict, period.

A clause is read in three steps: words that judge or compare a result are set aside, numbers that are no
results (plans, changes, populations, documents issued) are left out, and the rest is read as the same chain
of values as targets are (``chain``), so that both name what they measure alike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.annotators.chain import read_chain
from extractor.annotators.clause import Clause
from extractor.annotators.clauses import find_brackets, masked, sentences
from extractor.annotators.covered import Clock, Covered, find_covered
from extractor.annotators.indicators import clean_indicator
from extractor.annotators.quantities import Quantity
from extractor.annotators.ratios import Merged, merge_ratios
from extractor.annotators.result_names import name_of, shared_name
from extractor.annotators.results import is_result, names_a_plan, risen_from
from extractor.annotators.verdicts import (
    GoalCount,
    ShareSpan,
    VerdictSpan,
    find_goal_counts,
    find_shares,
    find_verdicts,
)
from extractor.records import Comparator, Level, TargetUnit, Verdict
from extractor.vietnamese.forms import fold


@dataclass(frozen=True, slots=True)
class ActualDraft:
    """A result found; its quote is ``start:end``, ``number`` where its digits begin.

    ``covered`` is the period that its own words give; None where they are silent.
    """

    start: int
    end: int
    number: int
    indicator: str
    value: float | None
    unit: TargetUnit | None
    comparator: Comparator | None = None
    level: Level | None = None
    numerator: float | None = None
    denominator: float | None = None
    of_target: float | None = None
    verdict: Verdict | None = None
    covered: Covered | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """Results of a span, and the last period that it names (the next sentences go on with it)."""

    drafts: tuple[ActualDraft, ...]
    covered: Covered | None


@dataclass(frozen=True, slots=True)
class _Parts:
    """A clause, offsets from its start: its text, quantities, and the words set aside."""

    text: str
    low: str
    quantities: tuple[Quantity, ...]
    covered: tuple[Covered, ...]
    shares: tuple[ShareSpan, ...]
    verdicts: tuple[VerdictSpan, ...]
    goals: tuple[GoalCount, ...]


def find_actuals(text: str, span: tuple[int, int], quantities: Sequence[Quantity], clock: Clock) -> Read:
    """Results within ``span`` of ``text``. ``quantities`` are those of the whole text, in order."""
    drafts: list[ActualDraft] = []
    covered: Covered | None = None
    listed: Verdict | None = None
    for start, end in sentences(text, *span):
        parts = _parts(text, (start, end), quantities, clock)
        read = _clause(parts, start)
        head = drafts[-1] if drafts else None
        if head is not None and not read and _only_judges(parts):
            drafts[-1] = replace(head, verdict=head.verdict or parts.verdicts[0].verdict)
        for draft in read:
            shared = _shared_head(draft, head)
            verdict = draft.verdict or (listed if draft.number >= start + _listing(parts)[0] else None)
            drafts.append(replace(shared, covered=draft.covered or covered, verdict=verdict))
            listed = _listing(parts)[1] or listed
        covered = _carried(parts) or covered
    return Read(tuple(drafts), covered)


_LISTS = re.compile(r"(?:gồm|bao gồm|cụ thể|là|đó là|như)?\s*:|gồm\s")


def _listing(p: _Parts) -> tuple[int, Verdict | None]:
    """ "9/17 mục tiêu đạt gồm: 100% …": where the list begins and the verdict of its members."""
    for goal in p.goals:
        mark = _LISTS.search(p.low, goal.end, goal.named[1] + 2)
        if mark and goal.verdict:
            return mark.end(), goal.verdict
    return 0, None


def _parts(text: str, span: tuple[int, int], quantities: Sequence[Quantity], clock: Clock) -> _Parts:
    start, end = span
    words = text[start:end]
    low = fold(words)
    goals = tuple(find_goal_counts(low))
    inside = [_moved(q, -start) for q in quantities if start <= q.number < end and q.end <= end]
    counted = [Quantity(g.start, g.start, g.named[0], g.count, "count", None, None, g.total) for g in goals]
    free = [q for q in inside if not any(g.start <= q.number < g.end for g in goals)]
    together = tuple(sorted([*free, *counted], key=lambda q: q.number))
    return _Parts(
        words, low, together, tuple(find_covered(words, clock)), tuple(find_shares(low)),
        tuple(find_verdicts(low)), goals,
    )  # fmt: skip


def _moved(q: Quantity, by: int) -> Quantity:
    return replace(q, start=max(q.start + by, 0), number=q.number + by, end=q.end + by)


def _only_judges(p: _Parts) -> bool:
    """A sentence that only judges the result before it ("Vượt kế hoạch đề ra.")."""
    return bool(p.verdicts) and not p.quantities and p.verdicts[0].start <= 12


def _carried(p: _Parts) -> Covered | None:
    """The period that goes on behind a clause: one named at its head, before any number."""
    first = p.quantities[0].start if p.quantities else len(p.low)
    led = [c for c in p.covered if c.start < first and c.start < 60]
    return led[-1] if led else None


def _clause(p: _Parts, offset: int) -> list[ActualDraft]:
    """Drafts of one clause."""
    shares = [s for s in p.shares if not any(g.start <= s.number < g.end for g in p.goals)]
    plain = [q for q in p.quantities if not any(s.start <= q.number < s.end for s in shares)]
    plans = [q for q in plain if names_a_plan(p.low, q)]
    plain = [q for q in plain if q not in plans]
    merged = merge_ratios(p.low, plain)
    judged = bool(shares or p.verdicts or plans)
    goals = {g.start for g in p.goals}
    stated = [m for m in merged if m.quantity.number in goals or is_result(p.low, m.quantity, judged)]
    sources = {id(m): s for m in stated if (s := risen_from(p.low, m.quantity)) is not None}
    if not stated:
        return _of_share_alone(p, shares, offset)
    left = [m for m in stated if id(m) not in sources]
    aside = [(m.quantity.start, sources[id(m)]) for m in stated if id(m) in sources]
    aside += _left_out(p, stated, merged)
    c = _prepared(p, shares, plans, merged, aside)
    chain = read_chain(c, [m.quantity for m in left])
    drafts = []
    for m, draft in zip(left, chain, strict=True):
        zone = _zone(p, left, m)
        goal = next((g for g in p.goals if g.start == m.quantity.number), None)
        words = _goal_words(p, goal) if goal else _named(p, c, draft.indicator, m.quantity)
        drafts.append(
            ActualDraft(
                offset, offset + len(p.text), offset + m.quantity.number, words,
                m.value, m.unit, _comparator(p, draft.comparator, m), draft.level, m.numerator, m.denominator,
                _share(shares, zone, len(left)), _verdict(p, zone, left, goal, shares), _period(p, zone, m),
            )
        )  # fmt: skip
    return [*_earlier(p, stated, sources, drafts, offset), *drafts]


def _goal_words(p: _Parts, goal: GoalCount) -> str:
    return re.sub(r"\s+(?:bao gồm|gồm|cụ thể|là|đó là|như)$", "", p.text[slice(*goal.named)].strip())


def _earlier(
    p: _Parts, stated: Sequence[Merged], sources: dict[int, int], drafts: Sequence[ActualDraft], offset: int
) -> list[ActualDraft]:
    """The 3% of "từ 3% năm 2020 lên 13,5%" is a result of its year, where one is printed."""
    found = []
    for m in stated:
        risen = sources.get(id(m))
        year = next((c for c in p.covered if risen and m.end <= c.start < risen), None)
        head = next((d for d in drafts if d.number > offset + m.quantity.number), None)
        if year is not None and head is not None:
            found.append(
                replace(head, number=offset + m.quantity.number, value=m.value, unit=m.unit, comparator=None,
                        numerator=m.numerator, denominator=m.denominator, of_target=None, verdict=None,
                        covered=year)
            )  # fmt: skip
    return found


def _of_share_alone(p: _Parts, shares: Sequence[ShareSpan], offset: int) -> list[ActualDraft]:
    """ "Giải ngân đạt 95% kế hoạch": the share is all that is stated of the result."""
    if len(shares) != 1:
        return []
    share = shares[0]
    named = [(c.start, min(c.end, share.start)) for c in p.covered if c.start < share.start]
    words = clean_indicator(masked(p.text[: share.start], named))
    if not re.search(r"[^\W\d_]{2}", words) or re.search(r"phấn đấu|dự kiến|sẽ\s", p.low):
        return []
    zone = (0, len(p.low))
    covered = p.covered[0] if p.covered else None
    return [
        ActualDraft(offset, offset + len(p.text), offset + share.number, words, share.value, "percent",
        None, None,
                    of_target=share.value, verdict=_verdict(p, zone, (), None, shares), covered=covered)
    ]  # fmt: skip


def _prepared(
    p: _Parts,
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
    words = masked(p.text, kept)
    return Clause(words, 0, len(words), fold(words), "goal", None, (), ())


def _left_out(p: _Parts, stated: Sequence[Merged], merged: Sequence[Merged]) -> list[tuple[int, int]]:
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
    r",?\s*(?:tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn)(?: thêm)?(?:\s+(?:khoảng|gần|hơn|"
    r"trên))?\s+\d[\d.,]*"
    r"\s*(?:%|điểm phần trăm|điểm %|lần|hạng|bậc|[^\W\d_]+(?:\s[^\W\d_]+)?)?(?:\s+so với[^,;.()]*)?|"
    r",?\s*\(?so với[^,;.()]*\)?|"
    r"(?<=%)\s*/\s*(?:kh\s*|kế hoạch\s*|mục tiêu\s*)?\d[\d.,]*\s*%(?:\s*\((?:mục tiêu|kế hoạch|kh|"
    r"chỉ tiêu)\))?"
)


def _judges_count(p: _Parts, v: VerdictSpan) -> bool:
    """A verdict that says which goals are counted ("02/34 mục tiêu chưa hoàn thành") is their name."""
    return any(v.start < g.end + 20 and g.start < v.end + 2 for g in p.goals)


def _empty_bracket(p: _Parts, start: int, end: int, aside: Sequence[tuple[int, int]]) -> bool:
    """A bracket of which nothing but what is set aside is left, or one that only explains."""
    inner = masked(p.text[start:end], [(max(a - start, 0), min(b, end) - start) for a, b in aside
                                       if a < end and start < b])  # fmt: skip
    return not re.search(r"\w", inner) or not re.search(r"\d", inner)


def _zone(p: _Parts, stated: Sequence[Merged], m: Merged) -> tuple[int, int]:
    """From the value before to the value behind: the words that may speak of this one."""
    at = stated.index(m)
    left = stated[at - 1].end if at else 0
    right = stated[at + 1].quantity.start if at + 1 < len(stated) else len(p.low)
    return left, right


def _share(shares: Sequence[ShareSpan], zone: tuple[int, int], count: int) -> float | None:
    """The share of the target that stands behind a value (or before it, where it is the only one)."""
    inside = [s.value for s in shares if zone[0] <= s.number < zone[1]]
    if not inside and count == 1 and shares:
        return shares[0].value
    return inside[0] if inside else None


def _verdict(
    p: _Parts,
    zone: tuple[int, int],
    stated: Sequence[Merged],
    goal: GoalCount | None,
    shares: Sequence[ShareSpan],
) -> Verdict | None:
    if goal is not None:
        return goal.verdict
    inside = [v for v in p.verdicts if zone[0] <= v.start < zone[1]]
    if inside:
        return inside[0].verdict
    shared = [v for v in p.verdicts if re.search(r"(?:đều|cùng)\s*$", p.low[: v.start])]
    if shared and stated:
        return shared[0].verdict
    reached = next((s.value for s in shares if zone[0] <= s.number < zone[1]), None)
    if reached is not None and reached >= 100:
        return "exceeded" if reached > 100 else "reached"
    return None


def _period(p: _Parts, zone: tuple[int, int], m: Merged) -> Covered | None:
    """The period of a value: named before it, else right behind it, else earlier in the clause."""
    q = m.quantity
    before = [c for c in p.covered if zone[0] <= c.start < q.number and not _ends_before(p, c, q)]
    if before:
        return before[-1]
    behind = [c for c in p.covered if m.end <= c.start < zone[1] and not _belongs_on(p, m.end, c, zone[1])]
    if behind:
        return behind[0]
    earlier = [c for c in p.covered if c.start < zone[0]]
    return earlier[-1] if earlier else None


def _belongs_on(p: _Parts, end: int, covered: Covered, right: int) -> bool:
    """Whether a period behind a value leads to the next one ("…, năm 2023 có 305")."""
    return right < len(p.low) and bool(re.search(r"[,;:]|\bvà\b", p.low[end : covered.start]))


def _ends_before(p: _Parts, covered: Covered, q: Quantity) -> bool:
    """The year of what a value has risen from ("từ 3% năm 2020 lên 13,5%")."""
    return bool(re.match(r"\)?\s*(?:lên|xuống|tăng lên|giảm xuống)(?!\w)", p.low[covered.end : q.number]))


def _comparator(p: _Parts, comparator: Comparator | None, m: Merged) -> Comparator | None:
    """A result has a comparator only where one is printed."""
    printed = m.quantity.comparator
    grouped = re.search(r"top|tốp|nhóm|trong", p.low[m.quantity.start : m.quantity.number])
    if m.unit == "rank" and not grouped:
        return None
    return comparator if printed not in (None, "eq", "approx") else None


def _named(p: _Parts, c: Clause, words: str, q: Quantity) -> str:
    first = not any(x.number < q.number for x in p.quantities)
    return name_of(c, words, q, p.text, first=first)


def _shared_head(draft: ActualDraft, head: ActualDraft | None) -> ActualDraft:
    """A result that shares the name of the one before it."""
    if head is None or head.unit != draft.unit:
        return draft
    return replace(draft, indicator=shared_name(draft.indicator, head.indicator))
