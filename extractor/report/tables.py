"""documents.csv, tasks.csv, targets.csv, actuals.csv: a row per record, for spreadsheets (UTF-8 with BOM)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.records import Actual, Baseline, Deadline, Evidence, Extraction, Target, Task, Unit
from extractor.report.files import write_whole

if TYPE_CHECKING:
    import pandas

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DOCUMENT = (
    "document", "source", "kind", "number", "issued_on", "issuer", "province", "level", "title",
    "signer", "period_start", "period_end", "tasks", "targets", "scores", "actuals", "notes",
)  # fmt: skip
_TASK = (
    "document", "id", "section", "title", "lead_units", "supporting_units", "monitoring_units",
    "deadline", "due", "recurring", "deliverable", "indicator_codes", "quote", "page", "start", "end",
)  # fmt: skip
_TARGET = (
    "document", "id", "task", "kind", "indicator", "comparator", "value", "value_to", "unit", "level",
    "indicator_codes", "lead_units", "supporting_units", "deadline", "due", "recurring", "baselines",
    "quote", "certainty", "notes", "page", "start", "end",
)  # fmt: skip
_ACTUAL = (
    "document", "id", "indicator", "comparator", "value", "unit", "level", "numerator", "denominator",
    "period_start", "period_end", "of_target", "verdict", "indicator_codes", "quote", "page", "start", "end",
)  # fmt: skip


def cell(value: Any) -> str:
    """A value as text: numbers plain, dates ISO, nothing for None.

    Words that a spreadsheet would run as a formula are preceded by an apostrophe.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(int(value)) if float(value).is_integer() else repr(value)
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _units(units: Sequence[Unit] | None) -> str:
    return "; ".join(unit.name for unit in units or ())


def _place(evidence: Evidence | None) -> dict[str, Any]:
    if evidence is None:
        return {}
    return {"page": evidence.page, "start": evidence.start, "end": evidence.end}


def _when(deadline: Deadline | None) -> dict[str, Any]:
    if deadline is None:
        return {}
    return {"deadline": deadline.text, "due": deadline.due, "recurring": deadline.recurring}


def _baseline(baseline: Baseline) -> str:
    top = f"/{cell(baseline.max)}" if baseline.max is not None else ""
    return f"{cell(baseline.year) or '?'}: {cell(baseline.value)}{top} {baseline.unit}"


def document_row(extraction: Extraction) -> dict[str, Any]:
    """The facts of a document and how much was found in it."""
    facts = extraction.document
    row = {name: getattr(facts, name) for name in _DOCUMENT[1:10]}
    return row | {
        "document": facts.id,
        "period_start": facts.period and facts.period.start,
        "period_end": facts.period and facts.period.end,
        "tasks": len(extraction.tasks),
        "targets": len(extraction.targets),
        "scores": len(extraction.scores),
        "actuals": len(extraction.actuals),
        "notes": "; ".join(note.message for note in extraction.notes),
    }


def task_row(document: str, task: Task) -> dict[str, Any]:
    """A task with its units by full name."""
    return {
        "document": document,
        "id": task.id,
        "section": task.section,
        "title": task.title,
        "lead_units": _units(task.lead_units),
        "supporting_units": _units(task.supporting_units),
        "monitoring_units": _units(task.monitoring_units),
        "deliverable": task.deliverable,
        "indicator_codes": "; ".join(task.indicator_codes),
        "quote": task.quote,
        **_when(task.deadline),
        **_place(task.evidence),
    }


def target_row(document: str, target: Target, task: Task | None) -> dict[str, Any]:
    """A target; units and deadline are those of its task where it has none of its own."""
    own = {name: getattr(target, name) for name in (*_TARGET[1:10], "quote", "certainty")}
    leads, supports = target.lead_units, target.supporting_units
    if task is not None:
        leads, supports = leads or task.lead_units, supports or task.supporting_units
    return own | {
        "document": document,
        "indicator_codes": "; ".join(target.indicator_codes),
        "lead_units": _units(leads),
        "supporting_units": _units(supports),
        "baselines": "; ".join(map(_baseline, target.baselines)),
        "notes": "; ".join(target.notes),
        **_when(target.deadline or (task.deadline if task else None)),
        **_place(target.evidence),
    }


def actual_row(document: str, actual: Actual) -> dict[str, Any]:
    """A measured result with its period."""
    own = {name: getattr(actual, name) for name in (*_ACTUAL[1:9], "of_target", "verdict", "quote")}
    return own | {
        "document": document,
        "period_start": actual.period.start,
        "period_end": actual.period.end,
        "indicator_codes": "; ".join(actual.indicator_codes),
        **_place(actual.evidence),
    }


def frames(extractions: Iterable[Extraction]) -> dict[str, pandas.DataFrame]:
    """The four tables as text frames: documents, tasks, targets, actuals."""
    import pandas

    rows: dict[str, list[dict[str, Any]]] = {"documents": [], "tasks": [], "targets": [], "actuals": []}
    for extraction in extractions:
        name = extraction.document.id
        tasks = {task.id: task for task in extraction.tasks}
        rows["documents"].append(document_row(extraction))
        rows["tasks"].extend(task_row(name, task) for task in extraction.tasks)
        rows["targets"].extend(
            target_row(name, target, tasks.get(target.task or "")) for target in extraction.targets
        )
        rows["actuals"].extend(actual_row(name, actual) for actual in extraction.actuals)
    columns = {"documents": _DOCUMENT, "tasks": _TASK, "targets": _TARGET, "actuals": _ACTUAL}
    return {
        name: pandas.DataFrame(
            [[cell(row.get(column)) for column in columns[name]] for row in entries],
            columns=list(columns[name]),
            dtype="object",
        )
        for name, entries in rows.items()
    }


def write_tables(extractions: Iterable[Extraction], folder: Path) -> list[Path]:
    """Write the four CSV files; returns their paths."""
    paths = []
    for name, frame in frames(extractions).items():
        path = folder / f"{name}.csv"
        write_whole(path, frame.to_csv(index=False, lineterminator="\r\n"), encoding="utf-8-sig")
        paths.append(path)
    return paths
