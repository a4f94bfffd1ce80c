"""Columns "Cộng", "Tổng số" that sum up the others of their row in all rows but one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.analysis.audit.figures import half_unit, rounded
from extractor.analysis.audit.grids import NO_SUM, Figures, figure_tables, spans_of
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject

_TOTAL = re.compile(r"(?:tổng|cộng|toàn (?:tỉnh|huyện|ngành|kỳ|giai đoạn))(?!\w)")
_LABEL = re.compile(r"(?:tt|stt|số tt|số thứ tự|thứ tự|mã(?: số)?)\.?")
_SURE, _FEW = 3, 0.34
_PARTS = 3
"""Columns that are summed up at least; sums of two are told by another rule."""


def sums(subject: Subject) -> Iterator[Hit]:
    """ "Huyện A | 25 | 7 | 9 | 8" below "Tổng số | 2023 | 2024 | 2025", where the other rows add up."""
    for table in figure_tables(subject):
        figured = [c for c in range(len(table.heads)) if _holds_figures(table, c)]
        for total in (c for c in figured if _TOTAL.match(table.heads[c])):
            for parts in _summed(table, figured, total):
                broken = _broken(table, parts, total)
                for row in broken:
                    yield _hit(subject, table, row, (parts, total))
                if broken:
                    break


def _holds_figures(table: Figures, column: int) -> bool:
    head = table.heads[column]
    if NO_SUM.search(head) or _LABEL.fullmatch(head.strip()):
        return False
    texts = [row[column] for row in table.texts if row[column].strip(" -–")]
    figures = sum(row[column] is not None for row in table.values)
    return figures >= 2 and figures == len(texts) and not any("%" in text for text in texts)


def _summed(table: Figures, figured: Sequence[int], total: int) -> Iterator[Sequence[int]]:
    """The columns that a total may sum up: all others behind it or before it, up to another total."""
    for side in ([c for c in figured if c > total], [c for c in figured if c < total][::-1]):
        parts: list[int] = []
        for column in side:
            if _TOTAL.match(table.heads[column]):
                break
            parts.append(column)
        if len(parts) >= _PARTS:
            yield sorted(parts)


def _sum(table: Figures, row: int, parts: Sequence[int]) -> float | None:
    """The sum of the cells of a row; None where fewer than two hold a figure."""
    known = [value for c in parts if (value := table.values[row][c]) is not None]
    return rounded(sum(known)) if len(known) > 1 else None


def _broken(table: Figures, parts: Sequence[int], total: int) -> list[int]:
    """Rows whose total is off, where most others bear the sum out; none where it is no such sum."""
    kept, broken = 0, list[int]()
    for row in range(len(table.values)):
        declared, found = table.values[row][total], _sum(table, row, parts)
        if declared is None or found is None:
            continue
        finest = min(half_unit(table.texts[row][c]) for c in (*parts, total) if table.texts[row][c])
        slack = finest * len(parts) if _fractions(table, row) else 0  # whole numbers are not rounded
        if abs(found - declared) <= slack + 1e-9:
            kept += found > 0
        else:
            broken.append(row)
    return broken if kept >= _SURE and len(broken) <= _FEW * kept else []


def _fractions(table: Figures, row: int) -> bool:
    return any(value is not None and value % 1 for value in table.values[row])


def _hit(subject: Subject, table: Figures, row: int, columns: tuple[Sequence[int], int]) -> Hit:
    parts, total = columns
    told = " cộng ".join(table.texts[row][c] for c in parts if table.values[row][c] is not None)
    figures: dict[str, Figure] = {
        "row": table.name(row)[:120], "column": table.heads[total], "printed": table.values[row][total],
        "expected": _sum(table, row, parts), "from": told,
    }  # fmt: skip
    return Hit("row-arithmetic", figures, spans_of(subject, table, row, (total, *parts)))
