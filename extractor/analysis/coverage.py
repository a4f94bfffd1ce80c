"""Which indicators of the catalog the plans cover: only one, none, and by group, pillar, tier and year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from extractor.analysis.entries import Entry
from extractor.analysis.frames import Table, table
from extractor.analysis.issues import Issues
from extractor.analysis.plans import Plan
from extractor.catalog.indicators import Catalog, Indicator

Status = Literal["quantitative", "qualitative", "child", "task", "none"]

_INDICATOR = ("catalog", "indicator_code", "indicator_name", "group_code", "pillar")
COVERAGE = (*_INDICATOR, "document", "status", "targets", "quantitative", "with_baseline", "with_lead")
ONLY_ONE = (*_INDICATOR, "document")
UNCOVERED = (*_INDICATOR, "task_in")
BY_GROUP = ("catalog", "group_code", "group_name", "document", "indicators", "covered", "share", "targets")
BY_PILLAR = ("catalog", "pillar", "document", "indicators", "covered", "share", "targets")
BY_LEVEL = ("level", "document", "indicators", "targets", "quantitative")
BY_YEAR = ("year", "document", "indicators", "targets", "quantitative")


class Cover(NamedTuple):
    """How one document treats one sub-indicator of its catalog."""

    catalog: str
    indicator: Indicator
    group: str | None
    plan: Plan
    status: Status
    """``child``: only an indicator below it has a target; ``task``: a task names it, no target does."""
    targets: int = 0
    quantitative: int = 0
    with_baseline: int = 0
    with_lead: int = 0

    @property
    def covered(self) -> bool:
        """Whether a target measures the indicator, itself or by its parts."""
        return self.status in ("quantitative", "qualitative", "child")

    @property
    def head(self) -> tuple[Any, ...]:
        """The indicator as in the first columns of every table."""
        i = self.indicator
        return (self.catalog, i.code, i.name, self.group, i.pillar)


def covers(entries: Iterable[Entry], plans: Sequence[Plan], issues: Issues) -> list[Cover]:
    """Every sub-indicator of every catalog at hand, for every document that speaks of that catalog.

    One whose code the crosswalk leads elsewhere is looked for there, and would stand empty here.
    """
    measured: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.code is not None:
            measured[(entry.plan.id, entry.catalog, entry.code)].append(entry)
    tasked = {
        (plan.id, *issues.crosswalk.lead(plan.catalog, code))
        for plan in plans
        for task in plan.assignments
        for code in task.codes
    }
    speakers = _speakers(plans, issues)
    below = {
        (name, indicator.code): tuple(_below(catalog, indicator.code))
        for name, catalog in issues.known.items()
        if catalog is not None
        for indicator in catalog
    }
    return [
        _cover(
            (name, indicator, group, plan),
            measured,
            below[(name, indicator.code)],
            (plan.id, name, indicator.code) in tasked,
        )
        for name, catalog in issues.known.items()
        for indicator in catalog or ()
        if not indicator.is_group and issues.crosswalk.lead(name, indicator.code) == (name, indicator.code)
        for group in (issues.group_of(name, indicator.code),)
        for plan in plans
        if (plan.id, name) in speakers
    ]


def _speakers(plans: Sequence[Plan], issues: Issues) -> set[tuple[str, str]]:
    """Which documents are held against which catalog: its own, and where the crosswalk leads its codes."""
    own = {(plan.id, plan.catalog) for plan in plans}
    led = {(start[0], end[0]) for start, end in issues.crosswalk.codes.items()}
    return own | {(plan.id, end) for plan in plans for start, end in led if start == plan.catalog}


def _cover(
    place: tuple[str, Indicator, str | None, Plan],
    measured: Mapping[tuple[str, str, str], Sequence[Entry]],
    below: Sequence[str],
    tasked: bool,
) -> Cover:
    name, indicator, _, plan = place
    found = measured.get((plan.id, name, indicator.code))
    if found is None:
        child = any((plan.id, name, code) in measured for code in below)
        return Cover(*place, "child" if child else "task" if tasked else "none")
    quantitative = sum(e.target.kind == "quantitative" for e in found)
    return Cover(
        *place,
        "quantitative" if quantitative else "qualitative",
        len(found),
        quantitative,
        sum(bool(e.target.past) for e in found),
        sum(bool(e.target.leads) for e in found),
    )


def _below(catalog: Catalog, code: str) -> Iterator[str]:
    for child in catalog.children(code):
        yield child.code
        yield from _below(catalog, child.code)


def coverage(found: Sequence[Cover]) -> Table:
    """One row for each sub-indicator and document."""
    return table(
        (
            (*c.head, c.plan.id, c.status, c.targets, c.quantitative, c.with_baseline, c.with_lead)
            for c in found
        ),
        COVERAGE,
    )


def _by_indicator(found: Iterable[Cover]) -> dict[tuple[str, str], list[Cover]]:
    grouped: dict[tuple[str, str], list[Cover]] = {}
    for cover in found:
        grouped.setdefault((cover.catalog, cover.indicator.code), []).append(cover)
    return grouped


def only_one(found: Sequence[Cover]) -> Table:
    """Indicators that one document covers and no other; empty where there is nothing to compare with."""
    rows = []
    for covers_of in _by_indicator(found).values():
        having = [c for c in covers_of if c.covered]
        if len(having) == 1 and len(covers_of) > 1:
            rows.append((*having[0].head, having[0].plan.id))
    return table(rows, ONLY_ONE)


def uncovered(found: Sequence[Cover]) -> Table:
    """Indicators without a target in any document; ``task_in`` names those where a task speaks of them."""
    rows = []
    for covers_of in _by_indicator(found).values():
        if not any(c.covered for c in covers_of):
            named = "; ".join(c.plan.id for c in covers_of if c.status == "task")
            rows.append((*covers_of[0].head, named))
    return table(rows, UNCOVERED)


def by_group(found: Sequence[Cover], issues: Issues) -> Table:
    """Share of sub-indicators covered, by main indicator and document."""
    return table(
        (
            (name, group, issues.name_of(name, group), *shares)
            for (name, group), shares in _shares(found, lambda c: c.group)
        ),
        BY_GROUP,
    )


def by_pillar(found: Sequence[Cover]) -> Table:
    """Share of sub-indicators covered, by pillar and document; None: common to all pillars."""
    return table(
        ((name, pillar, *shares) for (name, pillar), shares in _shares(found, lambda c: c.indicator.pillar)),
        BY_PILLAR,
    )


def _shares(found: Iterable[Cover], part: Any) -> Iterator[tuple[tuple[str, str | None], tuple[Any, ...]]]:
    grouped: dict[tuple[str, str | None, str], list[Cover]] = {}
    for cover in found:
        grouped.setdefault((cover.catalog, part(cover), cover.plan.id), []).append(cover)
    for (name, key, document), members in grouped.items():
        having = sum(c.covered for c in members)
        share = round(having / len(members), 6)
        yield (name, key), (document, len(members), having, share, sum(c.targets for c in members))


def by_field(entries: Iterable[Entry], name: Literal["level", "year"]) -> Table:
    """Targets of each document by tier of government, or by the year they are due."""
    grouped: dict[tuple[Any, str], list[Entry]] = defaultdict(list)
    order: dict[str, int] = {}
    for entry in entries:
        key = entry.target.level if name == "level" else entry.target.year
        grouped[(key, entry.plan.id)].append(entry)
        order.setdefault(entry.plan.id, len(order))
    rows = []
    tiers = ("province", "district", "commune")

    def place(key: tuple[Any, str]) -> tuple[bool, Any, int]:
        part, document = key
        return (part is None, tiers.index(part) if part in tiers else part, order[document])

    for key, document in sorted(grouped, key=place):
        members = grouped[(key, document)]
        targets = {entry.target.id: entry.target for entry in members}
        codes = {entry.indicator for entry in members if entry.code is not None}
        quantitative = sum(target.kind == "quantitative" for target in targets.values())
        rows.append((key, document, len(codes), len(targets), quantitative))
    return table(rows, BY_LEVEL if name == "level" else BY_YEAR)
