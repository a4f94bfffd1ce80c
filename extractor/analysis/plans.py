"""A document as comparing needs it: small, so that thousands fit in memory and cross between processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from extractor.analysis.load import OnError, read_record
from extractor.analysis.parallel import each_record
from extractor.records import Baseline, Document, Evidence, Extraction, Target, Task, Unit
from extractor.vietnamese.forms import squeeze

Place = tuple[int | None, int | None, int | None]
"""Page, start and end of words, each where it is known."""


class Past(NamedTuple):
    """A baseline."""

    year: int | None
    value: float
    max: float | None
    unit: str
    place: Place


class Aim(NamedTuple):
    """A target with what its task adds to it."""

    id: str
    kind: str
    indicator: str
    wording: str
    """What is measured, folded: by it targets without a code meet."""
    comparator: str | None
    value: float | None
    value_to: float | None
    unit: str | None
    level: str | None
    codes: tuple[str, ...]
    year: int | None
    """Year by whose end the target is to be reached: its own deadline, its task's, the plan's period."""
    baseline: Past | None
    """The past value that the target can be measured against, see ``comparable_baseline``."""
    past: tuple[Past, ...]
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    certainty: float
    quote: str
    place: Place


class Assignment(NamedTuple):
    """A task that names indicators, and who has it."""

    id: str
    codes: tuple[str, ...]
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    quote: str
    place: Place


class Plan(NamedTuple):
    """A document. ``catalog`` is the issue that its codes are of, empty where its record names none."""

    id: str
    document: Document
    catalog: str
    label: str
    """Province (or issuer) and year: short, unique among the documents compared; set when all are known."""
    aims: tuple[Aim, ...]
    assignments: tuple[Assignment, ...]
    tasks: int
    """How many tasks the document has, with and without a code."""

    def named(self, id: str, label: str, catalog: str) -> Plan:
        """The same as one of several documents."""
        document = self.document
        if document.id != id:
            document = document.model_copy(update={"id": id})
        return self._replace(id=id, document=document, label=label, catalog=catalog)


def plan_of(extraction: Extraction) -> Plan:
    """A record reduced to what comparing needs."""
    tasks = {task.id: task for task in extraction.tasks}
    return Plan(
        extraction.document.id,
        extraction.document,
        extraction.catalog or "",
        "",
        tuple(_aim(target, tasks, extraction.document) for target in extraction.targets),
        tuple(map(_assignment, (task for task in extraction.tasks if task.indicator_codes))),
        len(extraction.tasks),
    )


def load_plans(places: Iterable[str | Path], on_error: OnError, jobs: int | None) -> Iterator[Plan]:
    """The records in ``places``, see `each_record`."""
    return each_record(places, _read, on_error, jobs)


def _read(path: Path) -> Plan:
    return plan_of(read_record(path))


def _aim(target: Target, tasks: Mapping[str, Task], document: Document) -> Aim:
    task = tasks.get(target.task or "")
    past = tuple(map(_past, target.baselines))
    return Aim(
        target.id, target.kind, target.indicator, squeeze(target.indicator),
        target.comparator, target.value, target.value_to, target.unit, target.level,
        tuple(dict.fromkeys(target.indicator_codes)), _year(target, task, document),
        comparable_baseline(target.value, target.unit, past), past,
        _owners(target, task, "lead_units"), _owners(target, task, "supporting_units"),
        target.certainty, target.quote, _place(target.evidence),
    )  # fmt: skip


def _assignment(task: Task) -> Assignment:
    leads, supports = (
        tuple(unit.name for unit in units) for units in (task.lead_units, task.supporting_units)
    )
    return Assignment(task.id, task.indicator_codes, leads, supports, task.quote, _place(task.evidence))


def _past(baseline: Baseline) -> Past:
    return Past(baseline.year, baseline.value, baseline.max, baseline.unit, _place(baseline.evidence))


def _place(evidence: Evidence | None) -> Place:
    return (evidence.page, evidence.start, evidence.end) if evidence else (None, None, None)


def comparable_baseline(value: float | None, unit: str | None, past: Sequence[Past]) -> Past | None:
    """The latest past value in the target's own unit; None where there is none, or two that differ."""
    same = [b for b in past if b.unit == unit]
    if value is None or not same:
        return None
    latest = max((b.year for b in same if b.year is not None), default=None)
    last = [b for b in same if b.year == latest]
    return last[0] if len({b.value for b in last}) == 1 else None


def _owners(target: Target, task: Task | None, role: str) -> tuple[str, ...]:
    """Full names of the units in a role; those of the task where the target names none of its own."""
    units: Sequence[Unit] = getattr(target, role) or (getattr(task, role) if task else ()) or ()
    return distinct(unit.name for unit in units)


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, in order; of spellings that differ only in form the first is kept."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(squeeze(name), name)
    return tuple(found.values())


def _year(target: Target, task: Task | None, document: Document) -> int | None:
    for deadline in (target.deadline, task.deadline if task else None):
        if deadline is not None and deadline.due is not None:
            return deadline.due.year
    end = document.period.end if document.period else None
    return end.year if end else None
