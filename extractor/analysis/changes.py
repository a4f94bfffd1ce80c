"""Plan against plan of the same issuer over years: what was raised, lowered, dropped, what is new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from extractor.analysis.ambition import most_demanding, sign
from extractor.analysis.entries import Entry, Plan, year_label
from extractor.analysis.frames import Table, table
from extractor.analysis.issues import Issues
from extractor.vietnamese.forms import squeeze

Change = Literal["raised", "lowered", "same", "reworded", "new", "dropped", "task_only", "not_comparable"]

CHANGES = (
    "issuer", "catalog", "indicator_code", "indicator_name", "unit", "level", "change", "difference",
    "earlier_document", "earlier_year", "earlier_target", "earlier_comparator", "earlier_value",
    "earlier_unit", "earlier_quote", "earlier_page",
    "later_document", "later_year", "later_target", "later_comparator", "later_value",
    "later_unit", "later_quote", "later_page",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edition:
    """The documents of one issuer that govern the same years."""

    issuer: str
    years: str
    plans: tuple[Plan, ...]


def series(plans: Iterable[Plan]) -> list[list[Edition]]:
    """Editions of each issuer in order of years; plans of one year apart from plans of several."""
    found: dict[tuple[str, bool], dict[tuple[str, str], list[Plan]]] = defaultdict(lambda: defaultdict(list))
    names: dict[tuple[str, bool], str] = {}
    for plan in plans:
        document = plan.extraction.document
        years = year_label(document)
        issuer = document.province if document.level == "province" else document.issuer
        if not years or not issuer:
            continue
        level = document.level if document.level == "province" else ""
        key = (f"{squeeze(issuer)}|{squeeze(document.province or '')}|{level}", "-" in years)
        names.setdefault(key, issuer)
        found[key][(years[-4:], years[:4])].append(plan)
    return [
        [Edition(names[key], _years(of), tuple(of)) for _, of in sorted(by_years.items())]
        for key, by_years in found.items()
        if len(by_years) > 1
    ]


def _years(plans: Sequence[Plan]) -> str:
    return year_label(plans[0].extraction.document)


def changes(entries: Sequence[Entry], plans: Sequence[Plan], issues: Issues) -> Table:
    """One row for each indicator and scope that either of two successive editions has."""
    by_plan: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_plan[entry.plan.id].append(entry)
    rows: list[tuple[Any, ...]] = []
    for editions in series(plans):
        for earlier, later in pairwise(editions):
            rows.extend(_between(earlier, later, by_plan, issues))
    return table(rows, CHANGES)


def _between(
    earlier: Edition, later: Edition, by_plan: dict[str, list[Entry]], issues: Issues
) -> Iterator[tuple[Any, ...]]:
    sides = []
    for edition in (earlier, later):
        indicators: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for plan in edition.plans:
            for entry in by_plan[plan.id]:
                indicators[entry.indicator].append(entry)
        sides.append(indicators)
    before, after = sides
    tasked = {
        issues.crosswalk.lead(plan.catalog, code)
        for plan in later.plans
        for task in plan.extraction.tasks
        for code in task.indicator_codes
    }
    for indicator in dict.fromkeys((*before, *after)):
        old, new = before.get(indicator, []), after.get(indicator, [])
        # Without a code only equal words tell that two targets are of one thing; different words
        # do not tell that a target is new or was dropped.
        if (old + new)[0].code is None and not (old and new):
            continue
        for change, was, now in _steps(old, new, indicator in tasked):
            yield _row(earlier, later, issues, (change, was, now))


Step = tuple[Change, Entry | None, Entry | None]


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
            yield "not_comparable", was_one, now_one
        elif now_one:
            yield "new", None, now_one
        else:
            yield ("task_only" if tasked and not new else "dropped"), was_one, None


def _step(was: Sequence[Entry], now: Sequence[Entry]) -> Step:
    old, new = most_demanding(was), most_demanding(now)
    if old is None and new is None and was[0].target.value is None and now[0].target.value is None:
        equal = squeeze(was[0].target.quote) == squeeze(now[0].target.quote)
        return ("same" if equal else "reworded"), was[0], now[0]
    way = sign(entry.target for entry in (*was, *now) if entry.target.value is not None)
    if old is None or new is None or way is None:
        return "not_comparable", old or was[0], new or now[0]
    step = way * ((new.target.value or 0.0) - (old.target.value or 0.0))
    return ("raised" if step > 0 else "lowered" if step < 0 else "same"), old, new


def _side(entry: Entry | None, edition: Edition) -> tuple[Any, ...]:
    if entry is None:
        return (edition.plans[0].id, edition.years, None, None, None, None, None, None)
    target, place = entry.target, entry.target.evidence
    return (
        entry.plan.id, edition.years, target.id, target.comparator, target.value, target.unit,
        target.quote, place.page if place else None,
    )  # fmt: skip


def _row(earlier: Edition, later: Edition, issues: Issues, step: Step) -> tuple[Any, ...]:
    change, was, now = step
    entry = now or was
    assert entry is not None  # a step has a side at least
    coded = entry.code is not None
    name = issues.name_of(entry.catalog, entry.code) if coded else entry.target.indicator
    difference = None
    old, new = (side.target.value if side else None for side in (was, now))
    if change != "not_comparable" and old is not None and new is not None:
        difference = round(new - old, 9)
    return (
        earlier.issuer, entry.catalog if coded else None, entry.code, name,
        entry.target.unit, entry.target.level, change, difference,
        *_side(was, earlier), *_side(now, later),
    )  # fmt: skip
