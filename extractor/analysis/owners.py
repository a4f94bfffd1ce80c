"""Owners: who leads and who supports each sub-indicator, and what each unit must do by when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from extractor.analysis.audit.assigned import Roles
from extractor.analysis.audit.model import Span
from extractor.analysis.audit.subject import Subject
from extractor.catalog.cited import cited_codes
from extractor.records import Target, Task, Unit
from extractor.vietnamese.forms import fold

Role = Literal["lead", "support", "none"]


class Owner(NamedTuple):
    """One sub-indicator of a document and one unit in one role; ``none`` where nobody is named."""

    document: str
    indicator_code: str
    indicator_name: str
    role: Role
    unit: str
    evidence: Span | None = None


class Duty(NamedTuple):
    """What a unit must do by when: a task, or a target with units of its own."""

    document: str
    province: str | None
    unit: str
    role: Role
    record: str
    section: str
    what: str
    targets: tuple[str, ...]
    indicator_codes: tuple[str, ...]
    due: date | None
    deadline: str
    recurring: bool
    evidence: Span


@dataclass(frozen=True, slots=True)
class Load:
    """How much rests on a unit of a province. ``next_due`` is its earliest date."""

    unit: str
    province: str | None
    led: int
    supported: int
    indicators_led: int
    indicators_supported: int
    next_due: date | None


def spelling(subject: Subject) -> dict[str, str]:
    """One spelling for each unit: of names that differ in capitals only, the most frequent."""
    return {key: max(found, key=lambda name: found[name]) for key, found in subject.unit_counts.items()}


def owners(subject: Subject) -> list[Owner]:
    """One row for each sub-indicator of the catalog, role and unit, in the order of the catalog."""
    names = spelling(subject)
    found: dict[str, dict[tuple[Role, str], Span]] = {}

    def take(code: str, role: Role, units: Iterable[Unit]) -> None:
        named = found.setdefault(code, {})
        for unit in units:
            key = (role, names.get(fold(unit.name), unit.name))
            if key not in named:
                named[key] = subject.span(unit.evidence, unit.text)

    cited = {task.id: _cited(subject, task) | {task.section} for task in subject.extraction.tasks}
    given = {
        code for t in subject.extraction.tasks for code, roles in subject.assigned[t.id].items()
        if roles.leads and code in cited[t.id]
    }  # fmt: skip
    for task in subject.extraction.tasks:
        own = cited[task.id]
        for code, roles in subject.assigned[task.id].items():
            if code in own or code not in given:
                take(code, "lead", roles.leads)
                take(code, "support", roles.supports)
    for target in subject.extraction.targets:
        if not target.indicator_codes:
            continue
        own = _cited(subject, target).union(
            *(cited[key] for key in (target.task, target.assigned_by) if key in cited)
        )
        for code in target.indicator_codes:
            if code in own or code not in given or _is_sure(target):
                roles = subject.roles(target, code)
                if code in given and target.task is None:  # a goal: others have told who has its indicator
                    roles = _named_there(target, roles)
                take(code, "lead", roles.leads)
                take(code, "support", roles.supports)
    rows = []
    document = subject.extraction.document.id
    for indicator in subject.catalog:
        if indicator.is_group:
            continue
        named = found.get(indicator.code)
        for (role, name), span in sorted(named.items(), key=lambda entry: entry[0][0]) if named else ():
            rows.append(Owner(document, indicator.code, indicator.name, role, name, span))
        if not named:
            rows.append(Owner(document, indicator.code, indicator.name, "none", ""))
    return rows


def _named_there(target: Target, roles: Roles) -> Roles:
    """Only the units that the words of a target name themselves."""
    place = target.evidence

    def own(units: Iterable[Unit]) -> list[Unit]:
        return [
            u for u in units
            if place is not None and u.evidence is not None and place.start <= u.evidence.start < place.end
        ]  # fmt: skip

    return Roles(own(roles.leads), own(roles.supports))


_SURE = 95


def _is_sure(target: Target) -> bool:
    """It has the very name of its indicator: a second lead is a contradiction to show, no likeness."""
    return bool(target.alternatives) and target.alternatives[0].score >= _SURE


_CODE = re.compile(r"\d\.\d")


def _cited(subject: Subject, record: Task | Target) -> frozenset[str]:
    """Indicators that the words of a record name by their codes.

    Where one task gives an indicator away by its code, others that merely sound like it give it to nobody.
    """
    if _CODE.search(record.quote) or "nhóm" in record.quote.lower():
        return frozenset(cited_codes(record.quote, subject.catalog))
    return frozenset()


def duties(subject: Subject) -> list[Duty]:
    """What each unit has been given, in the order of the document."""
    names = spelling(subject)
    by_task: dict[str, list[Target]] = {}
    for target in subject.extraction.targets:
        by_task.setdefault(target.task or "", []).append(target)
    found = []
    for task in subject.extraction.tasks:
        quotes = dict.fromkeys(target.quote for target in by_task.get(task.id, ()))  # one may hold several
        found += _given(subject, names, task, tuple(quotes))
    for target in subject.extraction.targets:
        if target.lead_units or target.supporting_units:
            found += _given(subject, names, target, (target.quote,))
    return found


def _given(
    subject: Subject, names: dict[str, str], record: Task | Target, targets: tuple[str, ...]
) -> list[Duty]:
    document = subject.extraction.document
    owner = subject.tasks.get(record.task or "") if isinstance(record, Target) else None
    deadline = record.deadline or (owner.deadline if owner else None)
    section = record.section if isinstance(record, Task) else (owner.section if owner else "")
    given, seen = [], set[tuple[Role, str]]()
    roles: tuple[tuple[Role, Sequence[Unit]], ...] = (
        ("lead", record.lead_units or ()), ("support", record.supporting_units or ()),
    )  # fmt: skip
    for role, units in roles:
        for unit in units:
            name = names.get(fold(unit.name), unit.name)
            if (role, name) in seen:
                continue
            seen.add((role, name))
            given.append(
                Duty(
                    document.id,
                    document.province,
                    name,
                    role,
                    record.id,
                    section,
                    record.title if isinstance(record, Task) else record.indicator,
                    targets,
                    record.indicator_codes,
                    deadline.due if deadline else None,
                    deadline.text if deadline else "",
                    bool(deadline and deadline.recurring),
                    subject.of(record),
                )
            )
    return given


def loads(given: Iterable[Duty]) -> list[Load]:
    """The load of each unit of each province, the heaviest first."""
    by_unit: dict[tuple[str, str | None], list[Duty]] = {}
    for duty in given:
        by_unit.setdefault((duty.unit, duty.province), []).append(duty)
    found = []
    for (unit, province), own in by_unit.items():
        codes = {
            role: {c for d in own if d.role == role for c in d.indicator_codes}
            for role in ("lead", "support")
        }
        dates = [d.due for d in own if d.due is not None]
        led = sum(d.role == "lead" for d in own)
        found.append(
            Load(
                unit,
                province,
                led,
                len(own) - led,
                len(codes["lead"]),
                len(codes["support"]),
                min(dates, default=None),
            )
        )
    return sorted(found, key=lambda x: (-x.led, -x.supported, x.unit, x.province or ""))


def orphans(rows: Iterable[Owner]) -> list[Owner]:
    """Sub-indicators that nobody leads: one row each, role ``none`` or the unit that merely supports."""
    led: set[tuple[str, str]] = set()
    first: dict[tuple[str, str], Owner] = {}
    for row in rows:
        key = (row.document, row.indicator_code)
        first.setdefault(key, row)
        if row.role == "lead":
            led.add(key)
    return [row for key, row in first.items() if key not in led]
