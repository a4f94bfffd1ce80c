"""An audit as data: the JSON list of findings, the CSV of owners, calendars of units."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from extractor.analysis.audit.model import Figure, Finding, Span
from extractor.analysis.audit.report import Audit
from extractor.analysis.owners import Duty
from extractor.report.vietnamese import number
from extractor.vietnamese.forms import bare

_MADE = datetime(2000, 1, 1, tzinfo=UTC)  # always the same moment, for equal bytes


def _plain(figure: Figure) -> Figure:
    return int(figure) if isinstance(figure, float) and figure.is_integer() else figure


def _span(span: Span) -> dict[str, Any]:
    return {"quote": span.quote, "page": span.page, "start": span.start, "end": span.end}


def finding_data(finding: Finding) -> dict[str, Any]:
    """The shape of the JSON list."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "category": finding.category,
        "document": finding.document,
        "indicator_code": finding.indicator_code,
        "message": finding.message,
        "figures": {name: _plain(figure) for name, figure in finding.figures.items()},
        "evidence": [_span(span) for span in finding.evidence],
    }


def findings_json(findings: Iterable[Finding]) -> Iterator[str]:
    """A JSON list piece by piece, one finding a line."""
    before = "[\n"
    for finding in findings:
        yield before + to_json(finding_data(finding)).decode()
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def owners_csv(audit: Audit) -> str:
    """One row for each document, sub-indicator, role and unit."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("document", "indicator_code", "role", "unit", "indicator_name"))
    for row in audit.owners:
        cells = (row.document, row.indicator_code, row.role, row.unit, row.indicator_name)
        writer.writerow([_safe(cell) for cell in cells])
    return out.getvalue()


def _safe(cell: str) -> str:
    """Text that a spreadsheet would run as a formula is quoted."""
    return "'" + cell if cell[:1] in ("=", "+", "-", "@", "\t") else cell


def calendars(audit: Audit) -> dict[str, bytes]:
    """File name to calendar: one for each unit of each province that has a dated duty."""
    by_unit: dict[tuple[str, str | None], list[Duty]] = {}
    for duty in audit.duties:
        if duty.due is not None:
            by_unit.setdefault((duty.unit, duty.province), []).append(duty)
    several = len({document.province for document in audit.documents}) > 1
    files: dict[str, bytes] = {}
    for (unit, province), own in sorted(by_unit.items(), key=lambda entry: (entry[0][0], entry[0][1] or "")):
        name = slug(f"{unit} {province or ''}" if several else unit)
        number_, free = 1, name
        while free in files:
            number_ += 1
            free = f"{name}-{number_}"
        files[free] = _calendar(unit, province, own)
    return files


def slug(text: str) -> str:
    """A file name of plain letters."""
    return re.sub(r"[^a-z0-9]+", "-", bare(text)).strip("-")[:80] or "don-vi"


def _calendar(unit: str, province: str | None, own: list[Duty]) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//kehoach//lich don vi//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{unit} ({province})" if province else unit)
    for duty in sorted(own, key=lambda d: (str(d.due), d.document, d.record, d.role)):
        calendar.add_component(_event(duty))
    return bytes(calendar.to_ical())


def _event(duty: Duty) -> Any:
    from icalendar import Event

    assert duty.due is not None
    role = "chủ trì" if duty.role == "lead" else "phối hợp"
    event = Event()
    key = f"{duty.document}/{duty.record}/{duty.role}/{duty.unit}"
    event.add("uid", hashlib.sha256(key.encode()).hexdigest()[:32] + "@kehoach")
    event.add("dtstamp", _MADE)
    event.add("dtstart", duty.due)
    event.add("dtend", duty.due + timedelta(days=1))
    event.add("summary", f"[{role}] {_short(duty.what)}")
    page = f", trang {number(duty.evidence.page)}" if duty.evidence.page is not None else ""
    lines = [
        f"Văn bản: {duty.document}{page}", f"Mục: {duty.section}", f"Thời hạn: {duty.deadline}",
        *(f"Chỉ tiêu: {_short(target)}" for target in duty.targets[:10]),
        f"Nguyên văn: {duty.evidence.quote}",
    ]  # fmt: skip
    event.add("description", "\n".join(lines))
    event.add("categories", [role])
    event.add("transp", "TRANSPARENT")
    return event


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 200 else text[:199] + "…"


def write_calendars(audit: Audit, folder: Path) -> int:
    """Write the calendars; how many there are. Raises KehoachError where the folder refuses them."""
    from extractor.report.files import write_whole

    files = calendars(audit)
    for name, content in files.items():
        write_whole(folder / f"{name}.ics", content)
    return len(files)
