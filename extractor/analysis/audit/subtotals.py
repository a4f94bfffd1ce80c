"""Rows that head a group of a table and sum it up, where the other groups bear the sum out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.analysis.audit.figures import half_unit, rounded
from extractor.analysis.audit.grids import NO_SUM, Figures, figure_tables, spans_of
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import fold

_LEVELS = (
    re.compile(r"[A-HĐ]"),
    re.compile(r"[IVX]{1,5}"),
    re.compile(r"\d{1,3}"),
    re.compile(r"(?:[IVX]{1,5}\.)?\d{1,3}\.\d{1,3}|[IVX]{1,5}\.\d{1,3}"),
    re.compile(r"(?:[IVX]{1,5}\.)?\d{1,3}(?:\.\d{1,3}){2}"),
    re.compile(r"[a-zđ]|[-–+]"),
)
_SURE, _FEW = 2, 0.34


def groups(subject: Subject) -> Iterator[Hit]:
    """ "II | Dữ liệu số | 38.900" above rows that come to 39.400; the other groups are the sums of theirs."""
    scored = {s.evidence.table for s in subject.extraction.scores if s.evidence}
    for table in figure_tables(subject):
        if table.number in scored:
            continue
        below = _children(table)
        for column in range(1, len(table.heads)) if len(below) > _SURE else ():
            if not NO_SUM.search(fold(table.heads[column])):
                yield from _off(subject, table, below, column)


def _level(label: str) -> int | None:
    text = label.strip().rstrip(".)").strip("(")
    return next((level for level, form in enumerate(_LEVELS) if form.fullmatch(text)), None)


def _children(table: Figures) -> dict[int, list[int]]:
    """The rows right below each row that heads a group: those of the next level, up to its own."""
    levels = [_level(row[0]) for row in table.texts]
    below: dict[int, list[int]] = {}
    for row, level in enumerate(levels):
        if level is None:
            continue
        inside: list[tuple[int, int]] = []
        for number in range(row + 1, len(levels)):
            deeper = levels[number]
            if deeper is None or deeper <= level:
                break
            inside.append((number, deeper))
        top = min((deeper for _, deeper in inside), default=0)
        rows = [number for number, deeper in inside if deeper == top]
        if len(rows) > 1:
            below[row] = rows
    return below


def _off(subject: Subject, table: Figures, below: dict[int, list[int]], column: int) -> Iterator[Hit]:
    """Groups that are not the sum of their rows in a column where most others are."""
    kept, broken = 0, list[tuple[int, float, int]]()
    for row, rows in below.items():
        declared, total = table.values[row][column], _sum(table, rows, column)
        if declared is None or total is None:
            continue
        if abs(total - declared) <= half_unit(table.texts[row][column]) * (len(rows) + 1):
            kept += total > 0
        else:
            broken.append((row, total, len(rows)))
    if kept < _SURE or len(broken) > max(1, _FEW * kept):
        return
    for row, total, parts in broken:
        figures: dict[str, Figure] = {
            "row": _name(table, row), "column": table.heads[column], "printed": table.values[row][column],
            "expected": total, "from": f"{parts} dòng bên dưới cộng lại",
        }  # fmt: skip
        yield Hit("row-arithmetic", figures, spans_of(subject, table, row, (0, 1, column)))


def _name(table: Figures, row: int) -> str:
    """The words behind the row's label."""
    return next((text for text in table.texts[row][1:] if any(map(str.isalpha, text))), table.name(row))[:120]


def _sum(table: Figures, rows: Sequence[int], column: int) -> float | None:
    """The sum of a column of rows; None where one is no figure, or where there are fewer than two."""
    found = [table.values[row][column] for row in rows if table.texts[row][column].strip(" -–")]
    known = [value for value in found if value is not None]
    return rounded(sum(known)) if len(known) == len(found) > 1 else None
