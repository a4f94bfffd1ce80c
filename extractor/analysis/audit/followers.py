"""Units in a table of codes that, but for a row or two, are those that lead the codes in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.analysis.audit.coverage import named_apart
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
        cells = [c for c in row if c is not None and c.end > c.start]
        if code and len(units) == 1 and len(units[0].names) == 1:
            yield _Row(code, units[0].names[0], led[code], subject.at(cells[0].start, cells[-1].end))
