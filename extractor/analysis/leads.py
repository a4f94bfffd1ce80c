"""Units side by side: who leads and who supports an indicator in each document."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.analysis.entries import Entry
from extractor.analysis.frames import Table, table
from extractor.analysis.issues import Issues
from extractor.analysis.plans import Aim, Assignment, Plan, distinct
from extractor.vietnamese.history import today_name

OWNERS = (
    "catalog", "indicator_code", "indicator_name", "group_code", "document",
    "lead_units", "lead_units_today", "supporting_units", "source", "quote", "page", "start", "end",
)  # fmt: skip


class _Named:
    """The units found for one indicator in one document, with the first record that names a lead."""

    def __init__(self) -> None:
        self.leads: list[str] = []
        self.supports: list[str] = []
        self.first: tuple[object, ...] = (None, None, None, None, None)

    def take(self, record: Aim | Assignment) -> None:
        if (record.leads and not self.leads) or self.first[0] is None:
            self.first = (record.id, record.quote, *record.place)
        self.leads += record.leads
        self.supports += record.supports


def side_by_side(entries: Sequence[Entry], plans: Sequence[Plan], issues: Issues) -> Table:
    """One row for each indicator and document: units of its targets and of the tasks that carry its code.

    A unit that leads anywhere is not repeated among the supporting ones. ``source`` is the target or
    task that names the lead. ``lead_units_today`` are the lead units by who answers for them today (of a
    unit that was divided, who took the main part), so that plans from before and after the mergers meet.
    """
    found: dict[tuple[str, str], dict[str, _Named]] = {}
    for entry in entries:
        if entry.code is not None:
            named = found.setdefault((entry.catalog, entry.code), {}).setdefault(entry.plan.id, _Named())
            named.take(entry.target)
    for plan in plans:
        for task in plan.assignments:
            for code in task.codes:
                key = issues.crosswalk.lead(plan.catalog, code)
                found.setdefault(key, {}).setdefault(plan.id, _Named()).take(task)
    places = _order(issues)
    rows = []
    for catalog, code in sorted(found, key=lambda key: (places.get(key, len(places)), key)):
        for plan in plans:
            units = found[(catalog, code)].get(plan.id)
            if units is not None:
                leads = distinct(units.leads)
                supports = [name for name in distinct(units.supports) if name not in leads]
                head = (catalog, code, issues.name_of(catalog, code), issues.group_of(catalog, code))
                province = plan.document.province
                today = distinct(today_name(name, province) for name in leads)
                told = ("; ".join(leads), "; ".join(today), "; ".join(supports))
                rows.append((*head, plan.id, *told, *units.first))
    return table(rows, OWNERS)


def _order(issues: Issues) -> dict[tuple[str, str], int]:
    places: dict[tuple[str, str], int] = {}
    for name, catalog in issues.known.items():
        for indicator in catalog or ():
            places[(name, indicator.code)] = len(places)
    return places
