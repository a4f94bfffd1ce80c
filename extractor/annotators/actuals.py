"""Measured results in a span of a report: one draft for each value, with its ratio, share, verdict and period.

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
from extractor.annotators.results import is_result, names_a_plan, risen_from
from extractor.annotators.tiers import tier_pattern
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
    for start, end in sentences(text, *span):
        parts = _parts(text, (start, end), quantities, clock)
        read = _clause(parts, start)
        head = drafts[-1] if drafts else None
        if head is not None and not read and _only_judges(parts):
            drafts[-1] = replace(head, verdict=head.verdict or parts.verdicts[0].verdict)
        for draft in read:
            shared = _shared_head(draft, head, parts)
            drafts.append(replace(shared, covered=draft.covered or covered))
        covered = _carried(parts) or covered
    return Read(tuple(drafts), covered)


def _parts(text: str, span: tuple[int, int], quantities: Sequence[Quantity], clock: Clock) -> _Parts:
    start, end = span
    words = text[start:end]
    low = fold(words)
    goals = tuple(find_goal_counts(low))
    inside = [_moved(q, -start) for q in quantities if start <= q.number < end and q.end <= end]
    counted = [
        Quantity(g.start, g.start, g.named[0], g.count, "count", None, None, g.total) for g in goals
    ]
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
    c = _prepared(p, shares, plans, merged, aside)
    chain = read_chain(c, [m.quantity for m in left])
    drafts = []
    for m, draft in zip(left, chain, strict=True):
        zone = _zone(p, left, m)
        goal = next((g for g in p.goals if g.start == m.quantity.number), None)
        words = p.text[slice(*goal.named)].strip() if goal else _indicator(p, c, draft.indicator, m.quantity)
        drafts.append(
            ActualDraft(
                offset, offset + len(p.text), offset + m.quantity.number, words,
                m.value, m.unit, _comparator(p, draft.comparator, m), draft.level, m.numerator, m.denominator,
                _share(shares, zone, len(left)), _verdict(p, zone, left, goal, shares), _period(p, zone, m),
            )
        )  # fmt: skip
    return [*_earlier(p, stated, sources, drafts, offset), *drafts]


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
    words = clean_indicator(masked(p.text[: share.start], [(c.start, min(c.end, share.start)) for c in p.covered
                                                          if c.start < share.start]))  # fmt: skip
    if not re.search(r"[^\W\d_]{2}", words) or re.search(r"phấn đấu|dự kiến|sẽ\s", p.low):
        return []
    zone = (0, len(p.low))
    covered = p.covered[0] if p.covered else None
    return [
        ActualDraft(offset, offset + len(p.text), offset + share.number, words, share.value, "percent", None, None,
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
    aside += [m.span() for m in _COMPARED.finditer(p.low)]
    kept = [(max(a, 0), min(b, len(p.text))) for a, b in aside]
    words = masked(p.text, kept)
    return Clause(words, 0, len(words), fold(words), "goal", None, (), ())


_COMPARED = re.compile(
    r",?\s*(?:tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn)(?: thêm)?(?:\s+(?:khoảng|gần|hơn|trên))?\s+\d[\d.,]*"
    r"\s*(?:%|điểm phần trăm|điểm %|lần|hạng|bậc|[^\W\d_]+(?:\s[^\W\d_]+)?)?(?:\s+so với[^,;.()]*)?|"
    r",?\s*\(?so với[^,;.()]*\)?|"
    r"(?<=%)\s*/\s*(?:kh\s*|kế hoạch\s*|mục tiêu\s*)?\d[\d.,]*\s*%(?:\s*\((?:mục tiêu|kế hoạch|kh|chỉ tiêu)\))?"
)


def _judges_count(p: _Parts, v: VerdictSpan) -> bool:
    """A verdict that says which goals are counted ("02/34 mục tiêu chưa hoàn thành") names the thing measured."""
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


_SAYS = re.compile(
    r"^(?:(?:toàn )?(?:tỉnh|huyện|xã|thành phố|thị xã|phường|quận)(?: (?:đã|đang|hiện))?(?: có)?\s|"
    r"(?:ubnd|ủy ban nhân dân) (?:tỉnh|huyện|xã|thành phố|thị xã|phường)\s(?:đã\s)?|"
    r"(?:đã|mới|hiện|ước|đang|kết quả|cụ thể|trong đó|qua đó|theo đó|còn lại|toàn địa bàn|trên địa bàn "
    r"(?:tỉnh|huyện|xã|thành phố))[\s,:]+(?!\s*$))+"
)
_ENDS = re.compile(
    r"(?:\s+(?:đã|mới|ước|hiện|chỉ|đạt được|cụ thể|ước đạt|mới đạt|đều|hiện có|cho|với|tại|của|trong|tăng|giảm|lên|còn|"
    r"xếp|đứng|thu hút|cho các))+$"
)
_LEADS = re.compile(r"(?:cụ thể|như sau|trong đó|kết quả|gồm|bao gồm|số liệu|cụ thể là|như|là)\s*:\s*$")


def _indicator(p: _Parts, c: Clause, words: str, q: Quantity) -> str:
    """What is measured, without who reports it and without the verbs of reporting around it."""
    words = _labelled(c, q) or _own_noun(c, q) or words
    words = re.sub(r"\(\s*\)", " ", words)
    words = " ".join(words.replace(" ,", ",").split()).strip(" ,;:.-()")
    match = _SAYS.match(fold(words))
    if match and len(words) - match.end() > 3:
        words = words[match.end() :]
    tail = _ENDS.search(fold(words))
    words = words[: tail.start()] if tail else words
    return clean_indicator(words) or clean_indicator(p.text) or words


def _labelled(c: Clause, q: Quantity) -> str:
    """ "Số hộ lên sàn: 1.250 hộ": the label tells more than the noun behind the number."""
    before = c.text[: q.start].rstrip()
    if not before.endswith(":") or _LEADS.search(fold(before)) or re.search(r"[;\d]", before):
        return ""
    words = clean_indicator(before)
    return words if len(words.split()) >= 2 else ""


def _own_noun(c: Clause, q: Quantity) -> str:
    """ "…, 4.190 hồ sơ trực tiếp": a later count with a noun of its own shares nothing with the first."""
    if q.unit != "count" or q.bare:
        return ""
    led = re.split(r"[,;:(]|\bvà\b|trong đó(?: có)?|\bcó\b", c.low[: q.start])
    if len(led) < 2 or re.search(r"\w", led[-1]):
        return ""
    rest = re.match(r"[^,;:()\d]*", c.text[q.end :])
    words = clean_indicator(rest.group()) if rest else ""
    return words if len(words.split()) >= 2 else ""


def _comparator(p: _Parts, comparator: Comparator | None, m: Merged) -> Comparator | None:
    """A result has a comparator only where one is printed."""
    printed = m.quantity.comparator
    grouped = re.search(r"top|tốp|nhóm|trong", p.low[m.quantity.start : m.quantity.number])
    if m.unit == "rank" and not grouped:
        return None
    return comparator if printed not in (None, "eq", "approx") else None


_HEADLESS = re.compile(r"(?:tỷ lệ(?: này)?|đạt|trong đó|số|có|là|con số này|tổng số|tại|ở|[\s,;:.%]|năm|\d)*")


def _without_tier(words: str) -> str:
    """ "Tỷ lệ thanh toán trực tuyến cấp tỉnh" -> what is measured at every tier."""
    match = tier_pattern().search(fold(words))
    if match is None:
        return words
    rest = clean_indicator(words[: match.start()]) if match.start() > 3 else ""
    return re.sub(r"\s+(?:tại|ở|của|đối với)$", "", rest) or words


def _shared_head(draft: ActualDraft, head: ActualDraft | None, p: _Parts) -> ActualDraft:
    """ "Năm 2022 có 214 doanh nghiệp công nghệ số; năm 2023 có 305 doanh nghiệp": the full name is the first."""
    if head is None or head.unit != draft.unit:
        return draft
    own, known = fold(draft.indicator), fold(head.indicator)
    if tier_pattern().search(own) and _HEADLESS.fullmatch(tier_pattern().sub(" ", own)):
        return replace(draft, indicator=_without_tier(head.indicator))  # "…; cấp huyện đạt 48,1%"
    if _HEADLESS.fullmatch(own) or (known.startswith(own) and len(own.split()) <= 3 and len(known) > len(own)):
        return replace(draft, indicator=head.indicator)
    return draft
