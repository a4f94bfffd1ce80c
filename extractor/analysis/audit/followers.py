"""Units in a table of codes that, but for a row or two, are those that lead the codes in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.analysis.audit.coverage import named_apart
from extractor.analysis.audit.leads import GIVEN, codes_led
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.subject import Subject
from extractor.annotators.units import find_units
from extractor.records import Task
from extractor.sources.model import Cell
from extractor.vietnamese.forms import fold

_HEAD = re.compile(r"(?:cơ quan|đơn vị|sở|đầu mối)")
_OTHER_HEAD = re.compile(r"phối hợp|tính|thẩm định|kiểm tra|giám sát|cung cấp|ghi chú")
_CODE = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}")
_LEAST, _MOSTLY, _MOST_ODD = 4, 0.7, 2


class _Row(NamedTuple):
    code: str
    unit: str
    task: Task
    span: Span


def leads(subject: Subject) -> Iterator[Hit]:
    """ "(mã 6.12 …) Chủ trì: Văn phòng", in a table of those who follow codes "6.12 | … | Sở Nội vụ"."""
    led = _led(subject)
    for number, grid in subject.grids if len(led) >= _LEAST else ():
        for column, head in enumerate(grid[0]):
            words = subject.low(head)
            if not _HEAD.search(words) or _OTHER_HEAD.search(words):
                continue
            rows = list(_rows(subject, grid, column, {c: t for c, t in led.items() if _apart(t, number)}))
            odd = [row for row in rows if named_apart(row.unit, row.task.lead_units[0].name)]
            same = sum(fold(row.unit) == fold(row.task.lead_units[0].name) for row in rows)
            if len(rows) < _LEAST or same < _MOSTLY * len(rows) or len(odd) > _MOST_ODD:
                continue
            for row in odd:
                figures: dict[str, Figure] = {"what": f"Chỉ số {row.code} “{subject.catalog[row.code].name}”"}
                figures |= {"first": row.task.lead_units[0].name, "second": row.unit}
                yield Hit("lead-stated-twice", figures, (subject.of(row.task), row.span), row.code)


def sections(subject: Subject) -> Iterator[Hit]:
    """ "8.3. Gắn địa chỉ số …; Bưu điện chủ trì", in the section of Sở B "chủ trì chỉ số 8.4", which that is.

    Only where the other tasks go with the codes that units are told to lead.
    """
    given = {code: led for code, led in codes_led(subject).items() if code in subject.catalog}
    tasks = _sure(subject) if len(given) >= _LEAST else {}
    both = [(code, tasks[code], given[code]) for code in tasks if code in given]
    odd = [(c, t, led) for c, t, led in both if named_apart(t.lead_units[0].name, led.unit.name)]
    same = sum(fold(t.lead_units[0].name) == fold(led.unit.name) for _, t, led in both)
    if len(both) < _LEAST or same < _MOSTLY * len(both) or len(odd) > _MOST_ODD:
        return
    for code, task, led in odd:
        figures: dict[str, Figure] = {"what": f"Chỉ số {code} “{subject.catalog[code].name}”"}
        figures |= {"first": task.lead_units[0].name, "second": led.unit.name}
        spans = (subject.of(task), subject.at(*led.where) if led.where else subject.of(led.task))
        yield Hit("lead-stated-twice", figures, spans, code)


def _sure(subject: Subject) -> dict[str, Task]:
    """Tasks with one lead, by the one code that no other task is about; not what gives units their codes."""
    found: dict[str, list[Task]] = {}
    for task in subject.extraction.tasks:
        if len(task.indicator_codes) == 1 and not GIVEN.search(fold(task.quote)):
            found.setdefault(task.indicator_codes[0], []).append(task)
    return {c: tasks[0] for c, tasks in found.items() if len(tasks) == len(tasks[0].lead_units) == 1}


def _led(subject: Subject) -> dict[str, Task]:
    """Tasks of one lead that print the one code they are about, by that code; without codes of two tasks."""
    led: dict[str, Task] = {}
    twice: set[str] = set()
    for task in subject.extraction.tasks:
        printed = {code for code in _CODE.findall(task.quote) if code in subject.catalog}
        if len(task.lead_units or ()) != 1 or len(printed) != 1 or task.evidence is None:
            continue
        code = printed.pop()
        if code in led:
            twice.add(code)
        led[code] = task
    return {code: task for code, task in led.items() if code not in twice}


def _apart(task: Task, table: int) -> bool:
    return task.evidence is not None and task.evidence.table != table


def _rows(
    subject: Subject, grid: Sequence[Sequence[Cell | None]], column: int, led: dict[str, Task]
) -> Iterator[_Row]:
    """Rows with a code that somebody leads elsewhere and one unit in this column."""
    for row in grid[1:]:
        labels = [subject.low(cell).strip(" .") for cell in row[:3]]
        code = next((label for label in labels if label in led and _CODE.fullmatch(label)), None)
        cell = row[column]
        units = find_units(subject.words(cell)) if code and cell is not None else []
        if code and len(units) == 1 and len(units[0].names) == 1:
            yield _Row(code, units[0].names[0], led[code], subject.across(row))
