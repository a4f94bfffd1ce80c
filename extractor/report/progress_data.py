"""Progress as data: one row for each target, each value with its quote and page; results nobody asked for."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from extractor.analysis.pairs import Result
from extractor.analysis.progress import Line, Progress
from extractor.records import Actual, Evidence, Target
from extractor.report.json_out import plain
from extractor.report.tables import cell

COLUMNS = (
    "plan", "target", "indicator_code", "indicator_name", "measured", "level", "comparator", "target_value",
    "unit", "due", "lead_units", "status", "value", "computed", "share", "of_target", "verdict", "numerator",
    "denominator", "period_start", "period_end", "report", "actual", "actual_measured", "notes",
    "target_quote",
    "target_page", "target_start", "target_end", "actual_quote", "actual_page", "actual_start",
    "actual_end", "series",
)  # fmt: skip


def _place(prefix: str, evidence: Evidence | None) -> dict[str, Any]:
    names = ("page", "start", "end")
    return {f"{prefix}_{n}": getattr(evidence, n) if evidence else None for n in names}


def line_row(line: Line) -> dict[str, Any]:
    """A target and its answer as one flat row (``series`` is a list)."""
    target, result = line.aim.target, line.result
    row = _target(line, target) | {
        "status": line.status, "value": line.judged.value, "computed": line.judged.computed,
        "share": line.judged.share, "notes": list(line.judged.notes),
        "series": [point(r) for r in line.series],
    }  # fmt: skip
    return row | _actual(result)


def _target(line: Line, target: Target) -> dict[str, Any]:
    return {
        "plan": line.aim.plan.id, "target": target.id, "indicator_code": line.aim.code,
        "indicator_name": line.indicator_name, "measured": target.indicator, "level": target.level,
        "comparator": target.comparator, "target_value": target.value, "unit": target.unit,
        "due": line.aim.due,
        "lead_units": list(line.aim.leads), "target_quote": target.quote, **_place("target", target.evidence),
    }  # fmt: skip


def _actual(result: Result | None) -> dict[str, Any]:
    actual = result.actual if result else None
    return {
        "of_target": actual.of_target if actual else None, "verdict": actual.verdict if actual else None,
        "numerator": actual.numerator if actual else None,
        "denominator": actual.denominator if actual else None,
        "period_start": result.since if result else None, "period_end": result.until if result else None,
        "report": result.report.id if result else None, "actual": actual.id if actual else None,
        "actual_measured": actual.indicator if actual else None,
        "actual_quote": actual.quote if actual else None,
        **_place("actual", actual.evidence if actual else None),
    }  # fmt: skip


def point(result: Result) -> dict[str, Any]:
    """A result of a series."""
    actual: Actual = result.actual
    return {
        "report": result.report.id, "actual": actual.id, "value": actual.value, "unit": actual.unit,
        "period_start": result.since, "period_end": result.until, "quote": actual.quote,
        **{n: getattr(actual.evidence, n) if actual.evidence else None for n in ("page", "start", "end")},
    }  # fmt: skip


def _flat(value: Any) -> str:
    if isinstance(value, list):
        if value and isinstance(value[0], dict):
            return "; ".join(f"{p['period_end'] or '?'}: {cell(p['value'])}" for p in value)
        return "; ".join(map(str, value))
    return cell(value)


def progress_csv(progress: Progress) -> str:
    """One row for each target; opens in spreadsheets as text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in progress.lines:
        row = line_row(line)
        writer.writerow([_flat(row[name]) for name in COLUMNS])
    return out.getvalue()


def progress_json(progress: Progress) -> str:
    """All lines, results that no plan asks for, counts and messages; one object with a final newline."""
    content = {
        "plans": [p.document.id for p in progress.plans],
        "reports": [r.document.id for r in progress.reports],
        "counts": progress.counts,
        "lines": [{name: row[name] for name in COLUMNS} for row in map(line_row, progress.lines)],
        "unplanned": [point(r) | {"measured": r.actual.indicator} for r in progress.unplanned],
        "messages": list(progress.messages),
    }
    return json.dumps(plain(content), ensure_ascii=False, allow_nan=False) + "\n"
