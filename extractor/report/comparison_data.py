"""A comparison as data: the matrix and the changes as CSV, everything as JSON."""

from __future__ import annotations

import json
from typing import Any

from extractor.analysis.compare import Comparison
from extractor.report.json_out import plain
from extractor.report.tables import cell

_TABLES = (
    "documents", "matrix", "past", "coverage", "by_group", "by_pillar", "by_level", "by_year",
    "only_one", "uncovered", "owners", "changes",
)  # fmt: skip


def matrix_csv(comparison: Comparison) -> str:
    """The long matrix: one row for each target under each indicator; opens in spreadsheets as text."""
    return _csv(comparison, "matrix")


def changes_csv(comparison: Comparison) -> str:
    """What became of targets between successive plans, also over mergers, as text for spreadsheets."""
    return _csv(comparison, "changes")


def _csv(comparison: Comparison, name: str) -> str:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    table = comparison.tables[name]
    writer.writerow(table.columns)
    # The writer leaves None empty and tells whole numbers as they are: most cells are nothing else.
    writer.writerows(
        [value if value is None or type(value) is int else cell(value) for value in row]
        for row in table.cells
    )
    return out.getvalue()


def comparison_json(comparison: Comparison) -> str:
    """All tables as lists of objects, and the messages; one JSON object with a final newline."""
    content: dict[str, Any] = {name: comparison.rows(name) for name in _TABLES}
    content["catalogs"] = [catalog.name for catalog in comparison.catalogs]
    content["years_apart"] = comparison.years_apart
    content["messages"] = list(comparison.messages)
    return json.dumps(plain(content), ensure_ascii=False, allow_nan=False) + "\n"
