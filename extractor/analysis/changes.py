"""Plan against plan of the same issuer over years: what was raised, lowered, dropped, what is new.

Over a merger the later plan speaks of a larger territory (or field of work): sums (``count``, ``vnd``) do not
compare; shares, points and rates do. A rank among 63 provinces is none among 34.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from extractor.analysis.ambition import most_demanding, sign
from extractor.analysis.entries import Entry
from extractor.analysis.frames import Table, table
from extractor.analysis.issues import Issues
from extractor.analysis.plans import Plan
from extractor.analysis.succession import Edition, Pair, pairs
from extractor.vietnamese.forms import squeeze

Change = Literal["raised", "lowered", "same", "reworded", "new", "dropped", "task_only", "not_comparable"]
Reason = Literal["unit", "level", "figure", "bounds", "merger", "ranking"]

CHANGES = (
    "issuer", "earlier_issuer", "merged_on", "between",
    "catalog", "indicator_code", "indicator_name", "unit", "level",
    "change", "difference", "reason", "why",
    "earlier_document", "earlier_year", "earlier_target", "earlier_comparator", "earlier_value",
    "earlier_unit", "earlier_quote", "earlier_page",
    "later_document", "later_year", "later_target", "later_comparator", "later_value",
    "later_unit", "later_quote", "later_page",
)  # fmt: skip
_SUMS = ("count", "vnd")
_WHY: dict[Reason, str] = {
    "unit": "đơn vị đo khác",
    "level": "cấp thực hiện khác",
    "figure": "một bên không có con số",
    "bounds": "một bên chặn trên, một bên chặn dưới",
    "merger": "số cộng của phạm vi trước và sau sáp nhập",
    "ranking": "thứ hạng trong {} và trong {} tỉnh, thành phố",
}


def changes(entries: Sequence[Entry], plans: Sequence[Plan], issues: Issues) -> Table:
    """One row for each indicator and scope that either of two successive editions has."""
    by_plan: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_plan[entry.plan.id].append(entry)
    rows = (row for pair in pairs(plans) for row in _between(pair, by_plan, issues))
    return table(rows, CHANGES)


def _between(pair: Pair, by_plan: dict[str, list[Entry]], issues: Issues) -> Iterator[tuple[Any, ...]]:
    before, after = (_indicators(edition, by_plan) for edition in (pair.earlier, pair.later))
    tasked = {
        issues.crosswalk.lead(plan.catalog, code)
        for plan in pair.later.plans
        for task in plan.assignments
        for code in task.codes
    }
    for indicator in dict.fromkeys((*before, *after)):
        old, new = before.get(indicator, []), after.get(indicator, [])
        if not (old and new) and not _can_name(pair.later if old else pair.earlier, (old + new)[0], issues):
            continue
        for step in _steps(old, new, indicator in tasked):
            yield _row(pair, issues, _over_merger(step, pair))


def _indicators(edition: Edition, by_plan: dict[str, list[Entry]]) -> dict[tuple[str, str], list[Entry]]:
    indicators: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for plan in edition.plans:
        for entry in by_plan[plan.id]:
            indicators[entry.indicator].append(entry)
    return indicators


def _can_name(edition: Edition, entry: Entry, issues: Issues) -> bool:
    """Whether a plan without a target has left it out, or only speaks otherwise.

    Without a code only equal words tell that two targets are of one thing; and a plan with the codes of
    another catalog has none of this one's.
    """
    return entry.code is not None and any(
        issues.crosswalk.can_name(plan.catalog, entry.indicator) for plan in edition.plans
    )


Step = tuple[Change, Entry | None, Entry | None, Reason | None]


def _steps(old: Sequence[Entry], new: Sequence[Entry], tasked: bool) -> Iterator[Step]:
    """What became of the targets of one indicator, scope by scope."""
    scopes: dict[tuple[str, ...], tuple[list[Entry], list[Entry]]] = {}
    for side, entries in enumerate((old, new)):
        for entry in entries:
            scopes.setdefault(entry.scope, ([], []))[side].append(entry)
    left: tuple[list[Entry], list[Entry]] = ([], [])
    for was, now in scopes.values():
        if was and now:
            yield _step(was, now)
        else:
            left[0].extend(was)
            left[1].extend(now)
    # Another unit or tier than before: the promise is measured otherwise.
    for place in range(max(map(len, left))):
        was_one = left[0][place] if place < len(left[0]) else None
        now_one = left[1][place] if place < len(left[1]) else None
        if was_one and now_one:
            yield "not_comparable", was_one, now_one, _measured_otherwise(was_one, now_one)
        elif now_one:
            yield "new", None, now_one, None
        else:
            yield ("task_only" if tasked and not new else "dropped"), was_one, None, None


def _measured_otherwise(was: Entry, now: Entry) -> Reason:
    if was.target.unit == now.target.unit:
        return "level"
    return "unit" if was.target.unit and now.target.unit else "figure"


def _step(was: Sequence[Entry], now: Sequence[Entry]) -> Step:
    old, new = most_demanding(was), most_demanding(now)
    if old is None and new is None and was[0].target.value is None and now[0].target.value is None:
        equal = squeeze(was[0].target.quote) == squeeze(now[0].target.quote)
        return ("same" if equal else "reworded"), was[0], now[0], None
    way = sign(entry.target for entry in (*was, *now) if entry.target.value is not None)
    if old is None or new is None or way is None:
        return "not_comparable", old or was[0], new or now[0], "bounds" if way is None else "figure"
    step = way * ((new.target.value or 0.0) - (old.target.value or 0.0))
    return ("raised" if step > 0 else "lowered" if step < 0 else "same"), old, new, None


def _over_merger(step: Step, pair: Pair) -> Step:
    """A step between two figures that a merger, or another number of provinces, keeps from comparing."""
    change, was, now, _ = step
    if change not in ("raised", "lowered", "same") or was is None or now is None or was.target.value is None:
        return step
    if was.target.unit == "rank" and pair.ranked_of and pair.ranked_of[0] != pair.ranked_of[1]:
        return "not_comparable", was, now, "ranking"
    if pair.merged_on is not None and was.target.unit in _SUMS:
        return "not_comparable", was, now, "merger"
    return step


def _side(entry: Entry | None, edition: Edition) -> tuple[Any, ...]:
    if entry is None:
        return (edition.plans[0].id, edition.years, None, None, None, None, None, None)
    target = entry.target
    return (
        entry.plan.id, edition.years, target.id, target.comparator, target.value, target.unit,
        target.quote, target.place[0],
    )  # fmt: skip


def _between_them(pair: Pair) -> str | None:
    """The merger or rename that lies between two plans, in words."""
    earlier = pair.earlier.issuer
    if pair.earlier.by != pair.later.by:
        return f"sáp nhập từ {earlier}" if pair.merged_on else f"trước là {earlier}"
    return f"{earlier} trước sáp nhập" if pair.merged_on else None


def _row(pair: Pair, issues: Issues, step: Step) -> tuple[Any, ...]:
    change, was, now, reason = step
    entry = now or was
    assert entry is not None  # a step has a side at least
    coded = entry.code is not None
    name = issues.name_of(entry.catalog, entry.code) if coded else entry.target.indicator
    difference = None
    old, new = (side.target.value if side else None for side in (was, now))
    if change != "not_comparable" and old is not None and new is not None:
        difference = round(new - old, 9)
    return (
        pair.later.issuer, pair.earlier.issuer, pair.merged_on, _between_them(pair),
        entry.catalog if coded else None, entry.code, name, entry.target.unit, entry.target.level,
        change, difference, reason, _WHY[reason].format(*(pair.ranked_of or ())) if reason else None,
        *_side(was, pair.earlier), *_side(now, pair.later),
    )  # fmt: skip
