"""What the page and the workbook of an audit share: labels, counts, coverage, matrices, successors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from extractor.analysis.audit.model import SEVERITIES, Finding
from extractor.analysis.audit.report import Audit
from extractor.analysis.audit.rules import rules
from extractor.analysis.owners import Owner
from extractor.report.wording import CATEGORIES
from extractor.vietnamese.history import today

GAPS = {
    "indicator-without-target": "chỉ tiêu",
    "indicator-without-lead": "chủ trì",
    "indicator-without-support": "phối hợp",
    "indicator-without-deadline": "thời hạn",
    "indicator-without-baseline": "kỳ trước",
}


def successor_text(unit: str, province: str | None) -> str:
    """Today's successors in words; empty while the unit is there."""
    found = []
    for after in today(unit, province):
        place = f" ({after.province})" if after.province and after.province != province else ""
        what = f": {after.what}" if after.what else ""
        found.append(f"{after.name}{place}{what}")
    return "; ".join(found)


def by_rule(findings: Iterable[Finding]) -> list[tuple[str, str, str, int, int, int]]:
    """Title, id, category and number by severity of each rule that found something."""
    counts: Counter[tuple[str, str]] = Counter((f.rule, f.severity) for f in findings)
    rows = []
    for name, rule in rules().items():
        numbers = [counts[name, severity] for severity in SEVERITIES]
        if any(numbers):
            error, warning, info = numbers
            rows.append((rule.title, name, CATEGORIES[rule.category], error, warning, info))
    return rows


def missing(audit: Audit) -> dict[tuple[str, str], list[str]]:
    """(document, code) to what a sub-indicator lacks."""
    found: dict[tuple[str, str], list[str]] = {}
    for finding in audit.findings:
        if finding.rule in GAPS and finding.indicator_code:
            found.setdefault((finding.document, finding.indicator_code), []).append(GAPS[finding.rule])
    return found


def matrix(rows: Sequence[Owner]) -> Iterator[tuple[str, list[str], list[list[str]]]]:
    """For each document its label-free matrix: document, units, rows of indicator × unit with C and P."""
    documents: dict[str, list[Owner]] = {}
    for row in rows:
        documents.setdefault(row.document, []).append(row)
    for document, own in documents.items():
        load = Counter(row.unit for row in own if row.role != "none")
        units = [unit for unit, _ in load.most_common()]
        cells: dict[str, dict[str, str]] = {}
        names: dict[str, str] = {}
        for row in own:
            names[row.indicator_code] = row.indicator_name
            mark = {"lead": "C", "support": "P", "none": ""}[row.role]
            marks = cells.setdefault(row.indicator_code, {})
            marks[row.unit] = "C, P" if mark == "P" and marks.get(row.unit) == "C" else mark
        body = [
            [code, names[code], *(marks.get(unit, "") for unit in units)] for code, marks in cells.items()
        ]
        yield document, units, body
