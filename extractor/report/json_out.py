"""Records as JSON: the interchange shape, plain numbers, the same bytes for the same record."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from extractor.records import (
    Actual,
    Baseline,
    Citation,
    Deadline,
    Document,
    Extraction,
    Period,
    Score,
    Target,
    Task,
    Unit,
)

SHAPE: dict[type[BaseModel], frozenset[str]] = {
    Document: frozenset(
        {
            "id",
            "source",
            "kind",
            "number",
            "issued_on",
            "issuer",
            "province",
            "level",
            "title",
            "signer",
            "period",
        }
    ),
    Period: frozenset({"start", "end"}),
    Task: frozenset(
        {
            "id",
            "section",
            "title",
            "quote",
            "lead_units",
            "supporting_units",
            "deadline",
            "indicator_codes",
        }
    ),
    Unit: frozenset({"text", "name"}),
    Deadline: frozenset({"text", "due", "recurring"}),
    Target: frozenset(
        {
            "id",
            "task",
            "kind",
            "indicator",
            "comparator",
            "value",
            "unit",
            "level",
            "quote",
            "indicator_codes",
            "baselines",
        }
    ),
    Baseline: frozenset({"year", "value", "unit"}),
    Score: frozenset(
        {
            "indicator_code",
            "name",
            "year",
            "points",
            "max",
            "rank",
            "rank_of",
        }
    ),
    Actual: frozenset(
        {
            "id",
            "indicator",
            "value",
            "unit",
            "level",
            "numerator",
            "denominator",
            "period",
            "of_target",
            "verdict",
            "quote",
            "indicator_codes",
        }
    ),
    Citation: frozenset({"kind", "number", "text"}),
    Extraction: frozenset({"document", "tasks", "targets", "scores"}),
}
"""Fields that the interchange format requires: written even where they are null or empty."""


def plain(value: Any) -> Any:
    """A record as JSON data; optional fields that say nothing are left out, 85.0 is written 85."""
    if isinstance(value, BaseModel):
        return _record(value)
    if isinstance(value, Mapping):
        return {str(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [plain(entry) for entry in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if value is None or isinstance(value, str | bool | int | float):
        return value
    return value.isoformat()


def _record(record: BaseModel) -> dict[str, Any]:
    required = SHAPE.get(type(record), frozenset())
    content = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        # An empty list of own units differs from none: it says that nobody is named.
        own_units = isinstance(record, Target) and name in ("lead_units", "supporting_units")
        silent = value is None or value is False or (value in ((), {}) and not own_units)
        # Points are read against their maximum: an unknown one is told.
        top_of_points = isinstance(record, Baseline) and name == "max" and record.unit == "points"
        if name in required or top_of_points or not silent:
            content[name] = plain(value)
    return content


def dumps(record: Any) -> str:
    """Readable JSON with a final newline, as written to files."""
    return json.dumps(plain(record), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def line(record: Any) -> str:
    """The same on one line, for streams."""
    return json.dumps(plain(record), ensure_ascii=False, allow_nan=False)
