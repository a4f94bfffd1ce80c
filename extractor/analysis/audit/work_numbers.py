"""Numbers of tasks that a unit is told to lead ("Sở A: chủ trì các nhiệm vụ số 5, 6") against their rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.analysis.audit.assigned_twice import owner
from extractor.analysis.audit.coverage import named_apart
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.annotators.units import find_units
from extractor.records import Task
from extractor.vietnamese.forms import fold

_LIST = r"(?P<list>\d{1,3}(?:(?:\s*[,;]\s*|\s+và\s+)(?:số )?\d{1,3})*)(?![\d/.]*\d)"
_LED = re.compile(
    rf"(?<!\w)chủ trì(?: thực hiện| triển khai| tham mưu)?,? (?:các )?(?:nhiệm vụ|công việc|nội dung|mục)"
    rf"(?: có)?(?: số(?: thứ tự)?| stt)? {_LIST}"
)
_BRACKETED = re.compile(rf"\((?:các )?(?:nhiệm vụ|công việc|nội dung)(?: số)? {_LIST}\)")
_NUMBERS = sign(_LED, needs=("chủ trì",)) | sign(_BRACKETED, needs=("(",))
_LEAST, _MOSTLY, _MOST_ODD = 4, 0.7, 3


class _Told(NamedTuple):
    number: str
    unit: str
    span: Span


def leads(subject: Subject) -> Iterator[Hit]:
    """ "Sở Y tế: chủ trì nhiệm vụ số 21", where row 21 of the table is led by another.

    Only where nearly all other numbers go with their rows: else another list is meant.
    """
    told = list(_told(subject))
    if len(told) < _LEAST:
        return
    for rows in _numbered(subject):
        known = [(one, rows[one.number]) for one in told if one.number in rows]
        odd = [(one, task) for one, task in known if _apart(one, task)]
        if len(known) < _LEAST or len(odd) > _MOST_ODD or len(odd) > (1 - _MOSTLY) * len(known):
            continue
        for one, task in odd:
            figures: dict[str, Figure] = {"what": f"Nhiệm vụ số {one.number} “{task.title}”"}
            figures |= {"first": task.lead_units[0].name, "second": one.unit}
            spans = (one.span, *subject.units(task.lead_units), subject.of(task))
            yield Hit("lead-stated-twice", figures, spans, next(iter(task.indicator_codes), None))
        return


def _apart(one: _Told, task: Task) -> bool:
    names = [fold(unit.name) for unit in task.lead_units]
    return fold(one.unit) not in names and all(named_apart(one.unit, unit.name) for unit in task.lead_units)


def _told(subject: Subject) -> Iterator[_Told]:
    starts = [start for start, _ in subject.paragraphs]
    for start, words in subject.telling(_NUMBERS):
        for match in _LED.finditer(words):
            unit = _ahead(subject, start, match) or owner(subject, starts, start)
            if unit:
                span = subject.around(start, match)
                yield from (_Told(n, unit, span) for n in re.findall(r"\d+", match["list"]))
        for match in _BRACKETED.finditer(words) if "chủ trì" in words else ():
            unit = _ahead(subject, start, match)
            if unit:
                span = subject.around(start, match)
                yield from (_Told(n, unit, span) for n in re.findall(r"\d+", match["list"]))


def _ahead(subject: Subject, start: int, match: re.Match[str]) -> str:
    """The unit right before the words."""
    low = max(0, match.start() - 90)
    units = find_units(subject.text[start + low : start + match.start()])
    if not units or low + units[-1].end < match.start() - 2 or len(units[-1].names) != 1:
        return ""
    return units[-1].names[0]


def _numbered(subject: Subject) -> list[dict[str, Task]]:
    """Rows that are led, by their number, of each table; the longest table first."""
    tables: dict[int, dict[str, Task]] = {}
    twice: set[tuple[int, str]] = set()
    for task in subject.extraction.tasks:
        if task.evidence is None or task.evidence.table is None or not task.section.isdigit():
            continue
        rows = tables.setdefault(task.evidence.table, {})
        if task.section in rows:
            twice.add((task.evidence.table, task.section))
        rows[task.section] = task
    led = [
        {n: t for n, t in rows.items() if t.lead_units and (table, n) not in twice}
        for table, rows in tables.items()
    ]
    return sorted(led, key=len, reverse=True)
