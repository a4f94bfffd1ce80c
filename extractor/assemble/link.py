"""Targets of one section to the tasks of another that assign the same measure; restatements once."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from extractor.annotators.clauses import sentences
from extractor.annotators.units import UnitMention
from extractor.assemble.claims import TIERED, Claim, claims
from extractor.assemble.context import Context, TargetAim, TaskDraft
from extractor.assemble.references import referred
from extractor.catalog.cited_roles import codes_of_leads, codes_of_unit, limited_helpers
from extractor.vietnamese.forms import fold, squeeze

_COMMON = 0.62  # share of a target's weighted words that a task must speak of to assign it
_SAME, _ALIKE = 90, 80


def without_restatements(targets: Sequence[TargetAim]) -> list[TargetAim]:
    """A value stated again for the same thing within one task or section of goals counts once."""
    kept: list[TargetAim] = []
    for aim in targets:
        if not any(_restates(aim, other) for other in kept):
            kept.append(aim)
        elif aim.task and aim in aim.task.targets:
            aim.task.targets.remove(aim)
    return kept


def _restates(aim: TargetAim, other: TargetAim) -> bool:
    a, b = aim.draft, other.draft
    if (
        aim.task is not other.task
        or (aim.task is None and aim.section != other.section)
        or aim.place != other.place
    ):
        return False
    if a.sentence == b.sentence and (a.start, a.end) == (b.start, b.end) and a.indicator != b.indicator:
        return False
    if (a.quantity is None) != (b.quantity is None) or a.level != b.level or aim.lead != other.lead:
        return False
    if a.quantity and b.quantity:
        same_value = (a.quantity.value, a.quantity.unit) == (b.quantity.value, b.quantity.unit)
        if not same_value or a.quantity.number == b.quantity.number:
            return same_value and a.quantity.number == b.quantity.number and a.indicator == b.indicator
    return fuzz.ratio(squeeze(aim.indicator), squeeze(other.indicator)) >= _SAME


def link_targets(context: Context, targets: Sequence[TargetAim], tasks: Sequence[TaskDraft]) -> None:
    """Give targets without a task the owners of the task that assigns the same measure, where one does."""
    owned = [t for t in tasks if t.lead]
    if not owned:
        return
    claimed, tiered = _claimed(context, targets, owned)
    placed = referred(context, targets, owned)
    for aim in targets:
        if id(aim) in placed:
            own = placed[id(aim)].codes
            own += [c for c in aim.codes[:1] if c not in own]
    weights = _weights(context, [*tasks])
    bags = {id(t): _words(context.text(t.start, t.end)) for t in owned}
    for aim in targets:
        if aim.lead is None and aim.task is not None and len(aim.task.lead) > 1:
            aim.lead = _own_leads(context, aim)
        if aim.lead is not None or (aim.task is not None and aim.task.lead):
            continue
        if cited := _by_citation(aim, owned):
            aim.assigned_by = cited[0]
            having = [_units_for(context, t, aim.codes[0]) for t in cited]
            aim.lead = _together(lead for lead, _ in having)
            led = {n for u in aim.lead for n in u.names}
            others = [t.lead for t in owned if aim.codes[0] in t.helped and t not in cited]
            helping = _together([*(supporting for _, supporting in having), *others])
            aim.supporting = [u for u in helping if not led.issuperset(u.names)]
            continue
        if aim.task is not None:
            continue
        task = (
            placed.get(id(aim))
            or tiered.get(id(aim))
            or _by_code(aim, owned)
            or claimed.get(id(aim))
            or _by_target(aim, owned)
            or _by_words(aim, owned, bags, weights)
            or _by_responsibility(context, aim, owned)
        )
        if task is not None:
            aim.assigned_by = task
            aim.lead, aim.supporting = list(task.lead), list(task.supporting)


def _units_for(context: Context, task: TaskDraft, code: str) -> tuple[list[UnitMention], list[UnitMention]]:
    """Leads and helpers that a task has for one of its codes: some of them have their own codes only."""
    text, catalog = context.source.text, context.matcher.catalog

    def having(units: Sequence[UnitMention]) -> list[UnitMention]:
        own = [codes_of_unit(text, u.start, u.end, catalog) for u in units]
        return [u for u, codes in zip(units, own, strict=True) if not codes or code in codes]

    def spans(units: Sequence[UnitMention]) -> list[tuple[int, int]]:
        return [(u.start - task.start, u.end - task.start) for u in units]

    line = context.text(task.start, task.end)
    led = {} if task.place else codes_of_leads(line, spans(task.lead), catalog)
    limited = limited_helpers(line, spans(task.supporting), catalog)
    leading = [u for i, u in enumerate(task.lead) if code in led.get(i, (code,))]
    helping = [u for i, u in enumerate(task.supporting) if code in limited.get(i, (code,))]
    return having(leading), having(helping)


def _own_leads(context: Context, aim: TargetAim) -> list[UnitMention] | None:
    """Which of a task's several leads a target of it has: by its code, else by the clause it stands in."""
    assert aim.task is not None
    lead = _units_for(context, aim.task, aim.codes[0])[0] if aim.codes else []
    if not 0 < len(lead) < len(aim.task.lead) and aim.place is None:
        clauses = sentences(context.source.text, aim.task.start, aim.task.end)
        start, end = next((s for s in clauses if s[0] <= aim.draft.start < s[1]), (0, 0))
        lead = [u for u in aim.task.lead if start <= u.start < aim.draft.end <= end]
    return lead if 0 < len(lead) < len(aim.task.lead) else None


def _together(lists: Iterable[Sequence[UnitMention]]) -> list[UnitMention]:
    """Units of several tasks, each once."""
    seen: dict[tuple[str, ...], UnitMention] = {}
    for unit in (u for units in lists for u in units):
        seen.setdefault(unit.names, unit)
    return list(seen.values())


def _by_code(aim: TargetAim, tasks: Sequence[TaskDraft]) -> TaskDraft | None:
    """The first row, or else the only task, that has the same indicator or states a target for it."""
    if not aim.codes:
        return None
    code = aim.codes[0]
    rows = [t for t in tasks if t.place and code in (t.codes[:1] if len(t.cited) < 2 else t.cited)]
    if rows:
        return rows[0]
    named = [t for t in tasks if code in t.codes[:1] or any(code in a.codes[:1] for a in t.targets)]
    return _agreed(named) or _agreed([t for t in tasks if code in t.codes])


def _claimed(
    context: Context, targets: Sequence[TargetAim], tasks: Sequence[TaskDraft]
) -> tuple[dict[int, TaskDraft], dict[int, TaskDraft]]:
    """The task that claims a goal most surely, if its equals name the same unit; again, of a tier named.

    Each of them has the goal's indicator, whoever owns the goal.
    """
    best: dict[int, list[Claim]] = {}
    for claim in claims(context, targets, tasks):
        have = best.setdefault(id(claim.aim), [])
        if have and claim.score > have[0].score:
            have.clear()
        if not have or claim.score == have[0].score:
            have.append(claim)
    for have in best.values():
        for claim in have:
            claim.task.codes += [c for c in claim.aim.codes[:1] if c not in claim.task.codes]
    stated: dict[str, list[TaskDraft]] = {}
    for task in tasks:
        for code in {c for a in task.targets for c in a.codes[:1]}:
            stated.setdefault(code, []).append(task)
    agreed = {
        key: _agreed([*(c.task for c in have), *stated.get("".join(have[0].aim.codes[:1]), ())])
        for key, have in best.items()
    }
    found = {key: task for key, task in agreed.items() if task is not None}
    return found, {key: task for key, task in found.items() if best[key][0].score > TIERED + 0.5}


def _agreed(tasks: Sequence[TaskDraft]) -> TaskDraft | None:
    """The first of tasks that one and the same unit leads; None where they name several."""
    return tasks[0] if len({tuple(n for u in t.lead for n in u.names) for t in tasks}) == 1 else None


def _by_citation(aim: TargetAim, tasks: Sequence[TaskDraft]) -> list[TaskDraft]:
    """The tasks that cite the target's indicator by its code: each of them gives it to its units.

    A unit that only helps with it is not given it, where another one is.
    """
    citing = [t for t in tasks if aim.codes and aim.codes[0] in t.cited]
    return [t for t in citing if aim.codes[0] not in t.helped] or citing


def _words(text: str) -> set[str]:
    tokens = re.findall(r"[^\W\d_]+", fold(text))
    return {f"{a} {b}" for a, b in pairwise(tokens)}


def _weights(context: Context, tasks: Iterable[TaskDraft]) -> dict[str, float]:
    """Rarity of word pairs over the document's tasks."""
    counts: Counter[str] = Counter()
    total = 0
    for task in tasks:
        counts.update(_words(context.text(task.start, task.end)))
        total += 1
    return {w: math.log((total + 1) / (n + 0.5)) for w, n in counts.items()}


def _by_words(
    aim: TargetAim, tasks: Sequence[TaskDraft], bags: dict[int, set[str]], weights: dict[str, float]
) -> TaskDraft | None:
    words = _words(aim.indicator)
    if len(words) < 3:
        return None
    rare = max(weights.values(), default=1.0)
    total = sum(weights.get(w, rare) for w in words)
    shares = [sum(weights.get(w, rare) for w in words & bags[id(t)]) / total for t in tasks]
    best = max(range(len(tasks)), key=lambda i: (shares[i], -i))
    return tasks[best] if shares[best] >= _COMMON else None


def _by_target(aim: TargetAim, tasks: Sequence[TaskDraft]) -> TaskDraft | None:
    """The task that states a target for the same thing in nearly the same words."""
    quantity = aim.draft.quantity
    if quantity is None or len(aim.indicator.split()) < 5:
        return None
    for task in tasks:
        for other in task.targets:
            unit = other.draft.quantity.unit if other.draft.quantity else None
            if (
                unit == quantity.unit
                and fuzz.token_set_ratio(squeeze(aim.indicator), squeeze(other.indicator)) >= _ALIKE
            ):
                return task
    return None


_ANSWERS = re.compile(r"chịu trách nhiệm[^.;]{0,80}?\svề\s([^.;]+)")


def _by_responsibility(context: Context, aim: TargetAim, tasks: Sequence[TaskDraft]) -> TaskDraft | None:
    """A rank is owned by who answers for the index ("Chịu trách nhiệm … về Chỉ số X của tỉnh")."""
    quantity = aim.draft.quantity
    if quantity is not None and quantity.unit not in {"rank", "points"}:
        return None
    named = re.findall(r"chỉ số [^\W\d_]+", fold(aim.indicator))
    for task in tasks:
        for match in _ANSWERS.finditer(fold(context.text(task.start, task.end))):
            if any(name in match[1] for name in named):
                return task
    return None
