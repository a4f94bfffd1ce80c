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
from extractor.annotators.past_values import beside, past_values
from extractor.annotators.quantities import Quantity
from extractor.annotators.ratios import Merged, merge_ratios
from extractor.annotators.report_clause import JOINED, Parts, left_out, prepared, topic_of
from extractor.annotators.result_names import name_of, shared_name, speaks_of_nothing, without_tier
from extractor.annotators.result_periods import Turns, carried_on, dated_behind, period_of
from extractor.annotators.results import (
    is_result,
    names_a_plan,
    risen_from,
    speaks_of_scores,
    tells_of_spending,
)
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
    reading = _Reading()
    for start, end in _clauses(text, span):
        reading.add(_parts(text, (start, end), quantities, clock), start)
        if _CLOSED.search(text, start, end):
            reading.close()
    return Read(tuple(reading.drafts), reading.covered)


class _Reading:
    """The clauses of a span read one by one: what one says may hold for those around it."""

    def __init__(self) -> None:
        self.drafts: list[ActualDraft] = []
        self.covered: Covered | None = None
        self.listed: Verdict | None = None
        self.topic = ""
        self.turns = Turns()
        self.sentence = 0  # drafts of earlier sentences
        self.spent = False  # whether the sentence tells of money that was spent

    def close(self) -> None:
        """A sentence ends."""
        self.sentence, self.spent = len(self.drafts), False

    def add(self, parts: Parts, start: int) -> None:
        """Read a clause that begins at ``start``."""
        read = self.turns.taken(parts, _clause(parts, start))
        read = [] if self.spent and _ONLY_MONEY.fullmatch(parts.low) else read
        self.spent = self.spent or (not read and tells_of_spending(parts.low))
        self.topic = topic_of(parts) or self.topic
        head = self.drafts[-1] if self.drafts else None
        self._judge(parts, judging=not read)
        listing = _listing(parts)
        for draft in read:
            verdict = draft.verdict or (self.listed if draft.number >= start + listing[0] else None)
            draft = replace(self._named(draft, head), covered=draft.covered or self.covered, verdict=verdict)
            self.drafts.append(draft)
            self.listed = listing[1] or self.listed
        self._look_back(parts, start)
        self.drafts[self.sentence :] = dated_behind(parts, self.drafts[self.sentence :])
        self.covered = carried_on(parts) or self.covered

    def _look_back(self, parts: Parts, start: int) -> None:
        """Add what earlier values the clause sets beside its results."""
        for past in parts.past:
            heads = [d for d in self.drafts[self.sentence :] if d.number < start + past.start]
            earlier = beside(past, heads[-1], start) if heads else None
            if earlier is not None:
                self.drafts.append(earlier)

    def _named(self, draft: ActualDraft, head: ActualDraft | None) -> ActualDraft:
        """A result with what it takes from those before it: its topic, its name, its whole."""
        if self.topic and speaks_of_nothing(draft.indicator):
            level = draft.level or tier_of(fold(self.topic))
            draft = replace(draft, indicator=self.topic, level=level)
        return _with_whole(_shared_head(draft, head), self.drafts)

    def _judge(self, parts: Parts, *, judging: bool) -> None:
        """Give the results before a clause the verdict that it has for them."""
        share = _only_a_share(parts)
        if judging and share is not None and len(self.drafts) > self.sentence:
            last = self.drafts[-1]
            reached: Verdict | None = None
            if share >= 100:
                reached = "exceeded" if share > 100 else "reached"
            if last.of_target is None:
                self.drafts[-1] = replace(last, of_target=share, verdict=last.verdict or reached)
        if judging and self.drafts and _only_judges(parts):
            head = self.drafts[-1]
            self.drafts = [_judged_too(d, head, parts) for d in self.drafts]
        shared = _of_all(parts)
        if shared is not None:
            here = self.drafts[self.sentence :]
            self.drafts[self.sentence :] = [replace(d, verdict=d.verdict or shared) for d in here]


_ONLY_MONEY = re.compile(  # "năm 2022: 195 tỷ đồng" in a list of what was spent
    r"\W*(?:(?:ước\s)?(?:năm|quý|giai đoạn|riêng năm)\s[\divx/ -]{1,12})?\s*(?:là|:|đạt)?\s*[\d.,]+\s*"
    r"(?:(?:nghìn|triệu|tỷ)\s)*đồng\W*"
)
_CLOSED = re.compile(r"[.!?\n]\s*\Z")
_OF_ONE = re.compile(r"\W*(?:riêng\s|(?:mục tiêu|chỉ tiêu) này\s|kết quả này\s|như vậy\W)")
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


_AMONG_THEM = re.compile(r"\s*,?\s*trong (?:đó|số đó)(?: có| gồm)?\s*:")


def _listing(p: Parts) -> tuple[int, Verdict | None]:
    """ "9/17 mục tiêu đạt gồm: 100% …": where the list begins and the verdict of its members."""
    for goal in p.goals:
        mark = _LISTS.search(p.low, goal.end, goal.named[1] + 2) or _AMONG_THEM.match(p.low, goal.named[1])
        if mark and goal.verdict:
            return mark.end(), goal.verdict
    return 0, None


def _parts(text: str, span: tuple[int, int], quantities: Sequence[Quantity], clock: Clock) -> Parts:
    start, end = span
    first = bisect_left(quantities, start, key=attrgetter("number"))
    behind = bisect_left(quantities, end, key=attrgetter("number"))
    inside = [_moved(q, -start) for q in quantities[first:behind] if q.end <= end]
    past = tuple(past_values(fold(text[start:end]), inside, clock))
    words = masked(text[start:end], [(p.start, p.end) for p in past])
    inside = [q for q in inside if not any(p.start <= q.number < p.end for p in past)]
    low = fold(words)
    goals = tuple(find_goal_counts(low))
    counted = [Quantity(g.start, g.start, g.named[0], g.count, "count", None, None, g.total) for g in goals]
    covered = tuple(find_covered(words, clock))
    said = [(g.start, g.end) for g in goals] + [(c.start, c.end) for c in covered]
    free = [q for q in inside if not any(a <= q.number < b for a, b in said)]
    together = tuple(sorted([*free, *counted], key=lambda q: q.number))
    return Parts(
        words, low, together, covered, tuple(find_shares(low)),
        tuple(find_verdicts(low)), goals, past,
    )  # fmt: skip


def _moved(q: Quantity, by: int) -> Quantity:
    return replace(q, start=max(q.start + by, 0), number=q.number + by, end=q.end + by)


def _judged_too(draft: ActualDraft, head: ActualDraft, judging: Parts) -> ActualDraft:
    """All results of the clause before a judgement have it; those of one tier where it names one."""
    tier = tier_of(judging.low)
    meant = draft.level == tier if tier else (draft.start, draft.end) == (head.start, head.end)
    return replace(draft, verdict=judging.verdicts[0].verdict) if meant and draft.verdict is None else draft


_ALL = re.compile(r"cả (?:hai|ba|bốn|năm|\d) [^;,.()]{0,30}(?:đều|cùng)\s*$")


def _of_all(p: Parts) -> Verdict | None:
    """ "… (cả ba cấp đều vượt chỉ tiêu)": the verdict of all results of the sentence."""
    return next((v.verdict for v in p.verdicts if _ALL.search(p.low[: v.start])), None)


def _with_whole(draft: ActualDraft, before: Sequence[ActualDraft]) -> ActualDraft:
    """The total of which a part is the percent stated, named in an earlier clause."""
    if draft.unit != "percent" or not draft.numerator or draft.denominator is not None:
        return draft
    totals = [d.value for d in before if d.unit == "count" and d.value and d.numerator is None]
    part, percent = draft.numerator, draft.value or 0
    whole = next((t for t in totals if t and abs(100 * part / t - percent) <= 0.6), None)
    return replace(draft, denominator=whole) if whole is not None else draft


def _only_a_share(p: Parts) -> float | None:
    """ "…; đạt 109,3% kế hoạch": a clause that only tells the share of the result before it."""
    if len(p.shares) != 1 or len(p.quantities) > 1:
        return None
    rest = p.low[: p.shares[0].start] + p.low[p.shares[0].end :]
    return None if re.search(r"[^\W\d_]{2}", rest) else p.shares[0].value


def _only_judges(p: Parts) -> bool:
    """A sentence that only judges the result before it ("Vượt kế hoạch đề ra.")."""
    if not p.verdicts or not all(names_a_plan(p.low, q) for q in p.quantities):
        return False
    first = p.verdicts[0]
    return bool(p.quantities) or first.start <= 12 or bool(_OF_ONE.match(p.low))


def _clause(p: Parts, offset: int) -> list[ActualDraft]:
    """Drafts of one clause."""
    shares = [s for s in p.shares if not any(g.start <= s.number < g.end for g in p.goals)]
    plain = [q for q in p.quantities if not any(s.start <= q.number < s.end for s in shares)]
    plans = [q for q in plain if names_a_plan(p.low, q) or _aimed_at(p.low, q, plain)]
    plain = [q for q in plain if q not in plans]
    merged = merge_ratios(p.low, plain)
    goals = {g.start for g in p.goals}
    scored = speaks_of_scores(p.low)
    merged = [replace(m, unit="points") if scored and _is_score(m) else m for m in merged]
    stated = [
        m for m in merged
        if m.quantity.number in goals
        or is_result(p.low, m.quantity, _set_against(p, merged, m, (shares, plans)), scored=scored)
    ]  # fmt: skip
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
                _share(shares, zone, m, left), _verdict(p, zone, left, goal, shares), period_of(p, zone, m),
            )
        )  # fmt: skip
    return [*_earlier(p, stated, sources, drafts, offset), *drafts]


def _is_score(m: Merged) -> bool:
    return m.quantity.bare and m.quantity.total is None and 0 < m.value < 1


def _set_against(
    p: Parts, merged: Sequence[Merged], m: Merged, said: tuple[Sequence[ShareSpan], Sequence[Quantity]]
) -> bool:
    """Whether a value is set against a target: money only by what is said of itself, for a budget that was
    granted and spent is history."""
    shares, plans = said
    if m.unit != "vnd":
        return bool(shares or p.verdicts or plans)
    behind = next((o.quantity.start for o in merged if o.quantity.start > m.end), len(p.low))
    said_of_it = [s.start for s in shares] + [v.start for v in p.verdicts]
    return any(m.end <= place < behind for place in said_of_it)


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


def _share(
    shares: Sequence[ShareSpan], zone: tuple[int, int], m: Merged, stated: Sequence[Merged]
) -> float | None:
    """The share of the target that stands behind a value (or before it, where it is the first)."""
    behind = m.quantity.number if stated[0] is not m else zone[0]
    inside = [s.value for s in shares if behind <= s.number < zone[1]]
    if not inside and len(stated) == 1 and shares:
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
