"""The slow way from ruling lines to cells, pdfplumber's: for rules that make no plain grid, and as oracle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractor.sources.pdf_rules import Edge

_TOLERANCE = 3.0
_MAX_CROSSINGS = 60_000  # rows times columns of ruling lines; more is a drawing, not a table

Rect = tuple[float, float, float, float]


def cell_groups(edges: Sequence[Edge]) -> list[list[Rect]]:
    """Cells as (x0, top, x1, bottom), by table."""
    # imported here: most documents never need it
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    tolerances = (_TOLERANCE,) * 4
    merged = merge_edges([_record(edge) for edge in edges], *tolerances)
    across = sum(edge["orientation"] == "h" for edge in merged)
    if across * (len(merged) - across) > _MAX_CROSSINGS:
        return []
    found = intersections_to_cells(edges_to_intersections(merged, _TOLERANCE, _TOLERANCE))
    groups = cells_to_tables(found)
    return [[(float(a), float(b), float(c), float(d)) for a, b, c, d in group] for group in groups]


def _record(edge: Edge) -> dict[str, Any]:
    return {
        "x0": edge.x0, "x1": edge.x1, "top": edge.top, "bottom": edge.bottom,
        "width": edge.x1 - edge.x0, "height": edge.bottom - edge.top,
        "orientation": "h" if edge.horizontal else "v",
    }  # fmt: skip
