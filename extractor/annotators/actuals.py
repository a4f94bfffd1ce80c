"""Measured results in a span of a report: one draft for each value, with ratio, share, verdict, period.

A clause is read in three steps: words that judge or compare a result are set aside, numbers that are no
results (plans, changes, populations, documents issued) are left out, and the rest is read as the same chain
of values as targets are (``chain``), so that both name what they measure alike.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from extractor.annotators.chain import read_chain
from extractor.annotators.clause import Clause
from extractor.annotators.clauses import masked, sentences
from extractor.annotators.covered import Clock, Covered, find_covered
from extractor.annotators.drafts import ActualDraft, TargetDraft
from extractor.annotators.indicators import clean_indicator
from extractor.annotators.quantities import Quantity
from extractor.annotators.ratios import Merged, merge_ratios
from extractor.annotators.report_clause import JOINED, Parts, left_out, prepared, topic_of
from extractor.annotators.result_names import name_of, shared_name, speaks_of_nothing, without_tier
from extractor.annotators.result_periods import Turns, carried_on, dated_behind, period_of
from extractor.annotators.results import is_result, names_a_plan, risen_from
from extractor.annotators.tiers import tier_of
from extractor.annotators.verdicts import (
    GoalCount,
    ShareSpan,
    find_goal_counts,
    find_shares,
    find_verdicts,
)
from extractor.records import Comparator, Verdict
from extractor.vietnamese.forms import fold


@dataclass(frozen=True, slots=True)
class Read:
    """Results of a span, and the last period that it names (the next sentences go on with it)."""

    drafts: tuple[ActualDraft, ...]
    covered: Covered | None


def find_actuals(text: str, span: tuple[int, int], quantities: Sequence[Quantity], clock: Clock) -> Read:
    """Results within ``span`` of ``text``. ``quantities`` are those of the whole text, in order."""
    drafts: list[ActualDraft] = []
    covered: Covered | None = None
    listed: Verdict | None = None
    topic, turns, sentence = "", Turns(), 0
    for start, end in _clauses(text, span):
        parts = _parts(text, (start, end), quantities, clock)
        read = turns.taken(parts, _clause(parts, start))
        topic = topic_of(parts) or topic
        head = drafts[-1] if drafts else None
        if head is not None and not read and _only_judges(parts):
            drafts = [_judged_too(d, head, parts.verdicts[0].verdict) for d in drafts]
        for draft in read:
            if topic and speaks_of_nothing(draft.indicator):
                draft = replace(draft, indicator=topic, level=draft.level or tier_of(fold(topic)))
            shared = _with_whole(_shared_head(draft, head), drafts)
            verdict = draft.verdict or (listed if draft.number >= start + _listing(parts)[0] else None)
            drafts.append(replace(shared, covered=draft.covered or covered, verdict=verdict))
            listed = _listing(parts)[1] or listed
        drafts = [*drafts[:sentence], *dated_behind(parts, drafts[sentence:])]
        sentence = len(drafts) if _CLOSED.search(text, start, end) else sentence
        covered = carried_on(parts) or covered
    return Read(tuple(drafts), covered)


_CLOSED = re.compile(r"[.!?\n]\s*\Z")
_LONGEST = 3000  # characters of a clause; longer ones are no sentences, and reading must stay linear


def _clauses(text: str, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Clauses of a span; text without any mark is cut at spaces."""
    for start, end in sentences(text, *span):
        while end - start > _LONGEST:
            cut = text.rfind(" ", start, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            yield start, cut
            start = cut
        yield start, end


_LISTS = re.compile(r"(?:gồm|bao gồm|cụ thể|là|đó là|như)?\s*:|gồm\s")


def _listing(p: Parts) -> tuple[int, Verdict | None]:
    """ "9/17 mục tiêu đạt gồm: 100% …": where the list begins and the verdict of its members."""
    for goal in p.goals:
        mark = _LISTS.search(p.low, goal.end, goal.named[1] + 2)
        if mark and goal.verdict:
            return mark.end(), goal.verdict
    return 0, None


def _parts(text: str, span: tuple[int, int], quantities: Sequence[Quantity], clock: Clock) -> Parts:
    start, end = span
    words = text[start:end]
    low = fold(words)
    goals = tuple(find_goal_counts(low))
    first = bisect_left(quantities, start, key=attrgetter("number"))
    behind = bisect_left(quantities, end, key=attrgetter("number"))
    inside = [_moved(q, -start) for q in quantities[first:behind] if q.end <= end]
    counted = [Quantity(g.start, g.start, g.named[0], g.count, "count", None, None, g.total) for g in goals]
    covered = tuple(find_covered(words, clock))
    said = [(g.start, g.end) for g in goals] + [(c.start, c.end) for c in covered]
    free = [q for q in inside if not any(a <= q.number < b for a, b in said)]
    together = tuple(sorted([*free, *counted], key=lambda q: q.number))
    return Parts(
        words, low, together, covered, tuple(find_shares(low)),
        tuple(find_verdicts(low)), goals,
    )  # fmt: skip


def _moved(q: Quantity, by: int) -> Quantity:
    return replace(q, start=max(q.start + by, 0), number=q.number + by, end=q.end + by)


def _judged_too(draft: ActualDraft, head: ActualDraft, verdict: Verdict) -> ActualDraft:
    """All results of the clause before a judgement have it."""
    same = (draft.start, draft.end) == (head.start, head.end)
    return replace(draft, verdict=verdict) if same and draft.verdict is None else draft


def _with_whole(draft: ActualDraft, before: Sequence[ActualDraft]) -> ActualDraft:
    """The total of which a part is the percent stated, named in an earlier clause."""
    if draft.unit != "percent" or not draft.numerator or draft.denominator is not None:
        return draft
    totals = [d.value for d in before if d.unit == "count" and d.value and d.numerator is None]
    part, percent = draft.numerator, draft.value or 0
    whole = next((t for t in totals if t and abs(100 * part / t - percent) <= 0.6), None)
    return replace(draft, denominator=whole) if whole is not None else draft


def _only_judges(p: Parts) -> bool:
    """A sentence that only judges the result before it ("Vượt kế hoạch đề ra.")."""
    return bool(p.verdicts) and not p.quantities and p.verdicts[0].start <= 12


def _clause(p: Parts, offset: int) -> list[ActualDraft]:
    """Drafts of one clause."""
    shares = [s for s in p.shares if not any(g.start <= s.number < g.end for g in p.goals)]
    plain = [q for q in p.quantities if not any(s.start <= q.number < s.end for s in shares)]
    plans = [q for q in plain if names_a_plan(p.low, q) or _aimed_at(p.low, q, plain)]
    plain = [q for q in plain if q not in plans]
    merged = merge_ratios(p.low, plain)
    judged = bool(shares or p.verdicts or plans)
    goals = {g.start for g in p.goals}
    stated = [m for m in merged if m.quantity.number in goals or is_result(p.low, m.quantity, judged)]
    sources = {id(m): s for m in stated if (s := risen_from(p.low, m.quantity)) is not None}
    if not stated:
        return _of_share_alone(p, shares, offset)
    left = [m for m in stated if id(m) not in sources]
    if not left:  # what the value has risen to is no result: what it was is all that is told
        left, sources = stated, {}
    aside = [(m.quantity.start, sources[id(m)]) for m in stated if id(m) in sources]
    aside += left_out(p, stated, merged)
    c = prepared(p, shares, plans, merged, aside)
    chain = read_chain(c, [m.quantity for m in left])
    drafts = []
    for m, draft in zip(left, chain, strict=True):
        zone = _zone(p, left, m)
        goal = next((g for g in p.goals if g.start == m.quantity.number), None)
        words = _goal_words(p, goal) if goal else _named(p, c, draft, m.quantity)
        drafts.append(
            ActualDraft(
                offset, offset + len(p.text), offset + m.quantity.number, words,
                m.value, m.unit, _comparator(p, draft.comparator, m), draft.level, m.numerator, m.denominator,
                _share(shares, zone, len(left)), _verdict(p, zone, left, goal, shares), period_of(p, zone, m),
            )
        )  # fmt: skip
    return [*_earlier(p, stated, sources, drafts, offset), *drafts]


def _goal_words(p: Parts, goal: GoalCount) -> str:
    return re.sub(r"\s+(?:bao gồm|gồm|cụ thể|là|đó là|như)$", "", p.text[slice(*goal.named)].strip())


_ANSWERED = re.compile(r":\s*(?:kết quả|đến nay|tính đến|hiện|thực hiện|đã|đạt|ước|thực tế|mới)(?!\w)")


def _aimed_at(low: str, q: Quantity, others: Sequence[Quantity]) -> bool:
    """ "Trên 70% dân số có chữ ký số: đến nay đạt 21,3%": what stands before the colon was aimed at."""
    answer = _ANSWERED.search(low, q.end)
    if answer is None or ":" in low[: q.start]:
        return False
    return any(o.number > answer.start() and o.unit == q.unit for o in others)


def _earlier(
    p: Parts, stated: Sequence[Merged], sources: dict[int, int], drafts: Sequence[ActualDraft], offset: int
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


def _of_share_alone(p: Parts, shares: Sequence[ShareSpan], offset: int) -> list[ActualDraft]:
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


def _zone(p: Parts, stated: Sequence[Merged], m: Merged) -> tuple[int, int]:
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
    p: Parts,
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


def _comparator(p: Parts, comparator: Comparator | None, m: Merged) -> Comparator | None:
    """A result has a comparator only where one is printed."""
    printed = m.quantity.comparator
    grouped = re.search(r"top|tốp|nhóm|trong", p.low[m.quantity.start : m.quantity.number])
    if m.unit == "rank" and not grouped:
        return None
    return comparator if printed not in (None, "eq", "approx") else None


def _named(p: Parts, c: Clause, draft: TargetDraft, q: Quantity) -> str:
    words, level = draft.indicator, draft.level
    first = not any(x.number < q.number for x in p.quantities)
    name = name_of(c, words, q, p.text, first=first).replace(JOINED, ",")
    own = tier_of(fold(name))
    return without_tier(name) if level is not None and own not in {None, level} else name


def _shared_head(draft: ActualDraft, head: ActualDraft | None) -> ActualDraft:
    """A result that shares the name of the one before it."""
    if head is None or head.unit != draft.unit:
        return draft
    return replace(draft, indicator=shared_name(draft.indicator, head.indicator))
