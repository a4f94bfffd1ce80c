"""Targets as entries of the matrix: one for each indicator that a target of a document measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractor.analysis.issues import Issues
from extractor.records import Baseline, Document, Extraction, Target, Task, Unit
from extractor.vietnamese.forms import squeeze


@dataclass(frozen=True, slots=True)
class Plan:
    """A document with what comparing needs at hand; ``catalog`` is the issue that its codes are of."""

    id: str
    extraction: Extraction
    catalog: str
    label: str
    """Province (or issuer) and year: short, unique among the documents compared."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One target under one indicator. ``code`` is None for a target outside the catalog."""

    plan: Plan
    target: Target
    catalog: str
    code: str | None
    wording: str
    """What is measured, folded: by it targets without a code meet."""
    year: int | None
    """Year by whose end the target is to be reached: its own deadline, its task's, the plan's period."""
    baseline: Baseline | None
    """The past value that the target can be measured against, see ``comparable_baseline``."""
    leads: tuple[str, ...]
    supports: tuple[str, ...]

    @property
    def indicator(self) -> tuple[str, str]:
        """What entries of different documents have in common."""
        return (self.catalog, self.code) if self.code is not None else ("", self.wording)

    @property
    def scope(self) -> tuple[str, str, str, str]:
        """What must agree so that values can be set against each other: indicator, unit, tier."""
        return (*self.indicator, self.target.unit or "", self.target.level or "")


def year_label(document: Document) -> str:
    """The years that a plan governs: 2023, 2021-2025; empty where nothing tells."""
    period = document.period
    years = [day.year for day in (period.start, period.end) if day] if period else []
    if not years:
        return str(document.issued_on.year) if document.issued_on else ""
    return str(years[0]) if len(set(years)) == 1 else f"{years[0]}-{years[-1]}"


def comparable_baseline(target: Target) -> Baseline | None:
    """The latest past value in the target's own unit; None where there is none, or two that differ."""
    same = [b for b in target.baselines if b.unit == target.unit]
    if target.value is None or not same:
        return None
    latest = max((b.year for b in same if b.year is not None), default=None)
    last = [b for b in same if b.year == latest]
    return last[0] if len({b.value for b in last}) == 1 else None


def owners(target: Target, task: Task | None, role: str) -> tuple[str, ...]:
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


def entries_of(plan: Plan, issues: Issues) -> Iterator[Entry]:
    """All entries of a document in the order of its targets."""
    extraction = plan.extraction
    tasks = {task.id: task for task in extraction.tasks}
    for target in extraction.targets:
        task = tasks.get(target.task or "")
        codes: Sequence[str | None] = tuple(dict.fromkeys(target.indicator_codes)) or (None,)
        wording = squeeze(target.indicator)
        year = _year(target, task, extraction.document)
        baseline = comparable_baseline(target)
        leads, supports = (owners(target, task, role) for role in ("lead_units", "supporting_units"))
        for code in codes:
            catalog, counted = plan.catalog, code
            if code is not None:
                catalog, counted = issues.crosswalk.lead(plan.catalog, code)
            yield Entry(plan, target, catalog, counted, wording, year, baseline, leads, supports)


def labels(documents: Sequence[Document]) -> list[str]:
    """A short unique name for each document: Cà Mau 2023; its id is added where names meet."""
    short = []
    for document in documents:
        place = document.province if document.level == "province" else document.issuer or document.province
        short.append(" ".join(filter(None, (place or document.id, year_label(document)))))
    return [
        f"{label} ({document.id})" if short.count(label) > 1 and label != document.id else label
        for label, document in zip(short, documents, strict=True)
    ]
