"""The cells of a row that stand beside the one it leaves blank."""

from __future__ import annotations

from extractor.analysis.audit.model import Span
from extractor.analysis.audit.subject import Subject
from extractor.records import Task
from extractor.structure.annex import header_role


def beside_blank(subject: Subject, task: Task, role: str) -> tuple[Span, ...]:
    """Where a task's row should tell a lead or a deadline: the cells around the blank one."""
    place = task.evidence
    if place is None or place.table is None or place.row is None:
        return ()
    grid = next((grid for number, grid in subject.grids if number == place.table), ())
    row = next((r for r in grid if any(c is not None and c.row == place.row for c in r)), ())
    blank = [
        i for i, head in enumerate(grid[0] if grid else ())
        if i < len(row) and header_role(subject.words(head))[0] == role and not subject.low(row[i])
    ]  # fmt: skip
    near = [row[i] for at in blank[:1] for i in (at - 1, at + 1) if 0 <= i < len(row)]
    return tuple(subject.at(c.start, c.end) for c in near if c is not None and subject.low(c))
