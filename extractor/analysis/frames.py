"""Tables of plain values: rows in, pandas DataFrames out, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas

_WHOLE = (
    "year",
    "baseline_year",
    "rank",
    "rank_of",
    "rank_in_year",
    "rank_in_year_of",
    "page",
    "start",
    "end",
    "baseline_page",
    "baseline_start",
    "baseline_end",
)
_FIGURES = ("value", "value_to", "max", "baseline", "distance", "certainty")


def frame(rows: Iterable[Sequence[Any]], columns: Sequence[str]) -> pandas.DataFrame:
    """Rows as a table; whole numbers and figures keep their kind where some are missing."""
    import pandas

    table = pandas.DataFrame(list(rows), columns=list(columns), dtype="object")
    for column in columns:
        if column in _WHOLE:
            table[column] = table[column].astype("Int64")
        elif column in _FIGURES:
            table[column] = table[column].astype("float64")
    return table


def records(frame: pandas.DataFrame) -> list[dict[str, Any]]:
    """Rows of a table as plain values; None where a cell is empty."""
    import pandas

    columns = []
    for name in frame.columns:
        column = frame[name]
        values = column.astype("object").where(column.notna(), None).tolist()
        if pandas.api.types.is_integer_dtype(column.dtype):
            values = [None if value is None else int(value) for value in values]
        columns.append(values)
    names = [str(name) for name in frame.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
