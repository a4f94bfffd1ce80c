"""Tables with a column for each year: the year that a column's head names is its targets' own deadline."""

from __future__ import annotations

import re

from extractor.assemble.context import Context, DeadlineDraft
from extractor.structure.annex import Annex, header_role
from extractor.vietnamese.forms import fold

_YEAR = re.compile(r"(?<!\d)(?:(?:đến\s+)?(?:hết\s+|cuối\s+)?năm\s+)?((?:19|20)\d\d)(?!\d)")
_HEADER_ROWS = 4
_MONEY_WORDS = 5


def column_deadlines(context: Context, annex: Annex) -> dict[int, DeadlineDraft]:
    """By column of a table that has targets for several years, the year printed in its head."""
    years = {c.index: c.year for c in annex.columns if c.role == "target" and c.year is not None}
    if len(set(years.values())) < 2:
        return {}
    found: dict[int, DeadlineDraft] = {}
    for cell in [cell for row in context.source.tables[annex.table].rows[:_HEADER_ROWS] for cell in row]:
        for index in range(cell.column, cell.column + cell.column_span):
            if index not in years or index in found:
                continue
            named = [m for m in _YEAR.finditer(fold(context.text(cell.start, cell.end)))
                     if int(m[1]) == years[index]]  # fmt: skip
            draft = (
                context.deadline(cell.start + named[-1].start(), cell.start + named[-1].end())
                if named
                else None
            )
            if draft is not None:
                found[index] = draft
    return found


def is_budget_row(title: str) -> bool:
    """A row of money to be spent ("Kinh phí", "Tổng dự toán"), which promises no result."""
    return len(title.split()) <= _MONEY_WORDS and header_role(title)[0] == "budget"
