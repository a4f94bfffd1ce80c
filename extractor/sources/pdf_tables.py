"""Ruled tables: cells from ruling lines (pdfplumber's way), their words, and stitching across pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from extractor.sources.builder import CellInput, clean
from extractor.sources.layout import is_letterhead
from extractor.sources.model import Box
from extractor.sources.pdf_lines import text_of
from extractor.sources.pdf_page import Char, Edge, PageData

_TOLERANCE = 3.0
_SAME_COLUMN = 6.0
_MAX_CROSSINGS = 60_000  # rows times columns of ruling lines; more is a drawing, not a table

Rect = tuple[float, float, float, float]


@dataclass(frozen=True)
class PdfTable:
    """A table, or the part of it that stands on one page; ``pages`` names the page of each row."""

    columns: tuple[float, ...]
    rows: tuple[tuple[CellInput, ...], ...]
    pages: tuple[int, ...]
    box: Box


def page_tables(page: PageData) -> tuple[list[PdfTable], list[Char]]:
    """Tables of a page from top to bottom, and the characters outside of them."""
    left = list(page.chars)
    tables: list[PdfTable] = []
    for cells in _cell_groups(page.edges):
        if len(cells) < 2 or not _plausible(cells):
            continue
        x0, top = min(c[0] for c in cells), min(c[1] for c in cells)
        x1, bottom = max(c[2] for c in cells), max(c[3] for c in cells)
        inside = [c for c in left if x0 <= (c.x0 + c.x1) / 2 <= x1 and top <= c.y - 0.3 * c.size <= bottom]
        table = _table(page.number, cells, inside)
        if table is not None and not _places_letterhead(table):
            tables.append(table)
            gone = set(map(id, inside))
            left = [c for c in left if id(c) not in gone]
    return sorted(tables, key=lambda t: t.box.top), left


def _cell_groups(edges: Sequence[Edge]) -> list[list[Rect]]:
    # imported here: documents without ruled tables must not wait for pdfplumber
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    tolerances = (_TOLERANCE,) * 4
    merged = merge_edges([_record(edge) for edge in edges], *tolerances)
    across = sum(edge["orientation"] == "h" for edge in merged)
    if across * (len(merged) - across) > _MAX_CROSSINGS:
        return []
    merged += [_record(edge) for edge in _missing_ends(merged)]
    found = intersections_to_cells(edges_to_intersections(merged, _TOLERANCE, _TOLERANCE))
    groups = cells_to_tables(found)
    return [[(float(a), float(b), float(c), float(d)) for a, b, c, d in group] for group in groups]


def _record(edge: Edge) -> dict[str, Any]:
    return {
        "x0": edge.x0, "x1": edge.x1, "top": edge.top, "bottom": edge.bottom,
        "width": edge.x1 - edge.x0, "height": edge.bottom - edge.top,
        "orientation": "h" if edge.horizontal else "v",
    }  # fmt: skip


def _missing_ends(edges: Sequence[dict[str, Any]]) -> list[Edge]:
    """Where three or more upright rules end together without a level one, the page broke a row: close it."""
    upright = [e for e in edges if e["orientation"] == "v"]
    level = [e for e in edges if e["orientation"] == "h"]
    closing: list[Edge] = []
    for side in ("top", "bottom"):
        left = list(upright)
        while left:
            y = left[0][side]
            together = [e for e in left if abs(e[side] - y) <= _TOLERANCE]
            left = [e for e in left if abs(e[side] - y) > _TOLERANCE]
            x0, x1 = min(e["x0"] for e in together), max(e["x1"] for e in together)
            met = any(abs(e["top"] - y) <= 2 * _TOLERANCE and e["x0"] < x1 and e["x1"] > x0 for e in level)
            if len(together) >= 3 and not met:
                closing.append(Edge(x0, y, x1, y))
    return closing


def _plausible(cells: list[Rect]) -> bool:
    """More than one column: a frame around text, or lines above each other, are no table."""
    return len({round(c[0]) for c in cells}) > 1


def _places_letterhead(table: PdfTable) -> bool:
    return len(table.rows) <= 4 and any(is_letterhead(cell.text) for row in table.rows for cell in row)


def _marks(values: Sequence[float]) -> list[float]:
    marks: list[float] = []
    for value in sorted(values):
        if not marks or value - marks[-1] > _TOLERANCE:
            marks.append(value)
    return marks


def _nearest(marks: Sequence[float], value: float) -> int:
    return min(range(len(marks)), key=lambda i: abs(marks[i] - value))


def _table(page: int, cells: list[Rect], chars: list[Char]) -> PdfTable | None:
    xs = _marks([c[0] for c in cells] + [c[2] for c in cells])
    ys = _marks([c[1] for c in cells] + [c[3] for c in cells])
    held: dict[Rect, list[Char]] = {cell: [] for cell in cells}
    for char in chars:
        x, y = (char.x0 + char.x1) / 2, char.y - 0.3 * char.size
        cell = next((c for c in cells if c[0] <= x <= c[2] and c[1] <= y <= c[3]), None)
        if cell is None:
            cell = min(cells, key=lambda c: max(c[0] - x, x - c[2], 0) + max(c[1] - y, y - c[3], 0))
        held[cell].append(char)
    if not any(not c.text.isspace() for c in chars):
        return None
    rows: list[list[CellInput]] = [[] for _ in ys[1:]]
    for cell in sorted(cells):
        column, row = _nearest(xs, cell[0]), _nearest(ys, cell[1])
        spans = max(_nearest(ys, cell[3]) - row, 1), max(_nearest(xs, cell[2]) - column, 1)
        box = Box(page, *(round(v, 1) for v in cell))
        if row < len(rows):
            rows[row].append(CellInput(text_of(held[cell]), column, *spans, (box,)))
    filled = tuple(tuple(row) for row in rows)
    area = Box(page, round(xs[0], 1), round(ys[0], 1), round(xs[-1], 1), round(ys[-1], 1))
    return PdfTable(tuple(xs), filled, (page,) * len(filled), area)


def continues(above: PdfTable, below: PdfTable) -> bool:
    """Whether a table that opens a page goes on with the one that closed the page before."""
    same_count = len(above.columns) == len(below.columns)
    within = all(min(abs(x - a) for a in above.columns) <= _SAME_COLUMN for x in below.columns)
    spans = abs((above.columns[-1] - above.columns[0]) - (below.columns[-1] - below.columns[0])) < 40
    return spans and (same_count or within)


def stitch(above: PdfTable, below: PdfTable) -> PdfTable:
    """One table of both: a repeated header is dropped, a row broken by the page is made whole."""
    rows = list(below.rows)
    if len(above.columns) != len(below.columns):
        rows = [tuple(_moved(cell, above, below) for cell in row) for row in rows]
    header = _repeated(above.rows, rows)
    pages = list(below.pages)[header:]
    rows = rows[header:]
    kept = list(above.rows)
    if rows and not header:
        rows[0] = _without_header(rows[0], kept[0])
    if rows and kept and _is_rest(kept[-1], rows[0], len(above.columns) - 1):
        kept[-1] = _joined(kept[-1], rows[0])
        rows, pages = rows[1:], pages[1:]
    return PdfTable(above.columns, (*kept, *rows), (*above.pages, *pages), above.box)


def _moved(cell: CellInput, above: PdfTable, below: PdfTable) -> CellInput:
    start = cell.column or 0
    left = _nearest(above.columns, below.columns[start])
    right = _nearest(above.columns, below.columns[min(start + cell.column_span, len(below.columns) - 1)])
    return replace(cell, column=left, column_span=max(right - left, 1))


def _texts(row: Sequence[CellInput]) -> list[str]:
    return [clean(cell.text).casefold() for cell in row]


def _repeated(above: Sequence[Sequence[CellInput]], below: Sequence[Sequence[CellInput]]) -> int:
    """How many rows at the top of ``below`` repeat those at the top of ``above``."""
    count = 0
    for first, again in zip(above[:5], below[:5], strict=False):
        if not any(_texts(again)) or _texts(first) != _texts(again):
            break
        count += 1
    return count


def _without_header(row: tuple[CellInput, ...], header: Sequence[CellInput]) -> tuple[CellInput, ...]:
    """The rest of a broken row where no rule parts it from the repeated header above it."""
    heads, texts = [clean(cell.text) for cell in header], [clean(cell.text) for cell in row]
    if len(heads) != len(texts) or sum(map(bool, heads)) < 2 or heads == texts:
        return row
    if not all(text.startswith(head) for head, text in zip(heads, texts, strict=True)):
        return row
    return tuple(
        replace(cell, text=text[len(head) :]) for cell, text, head in zip(row, texts, heads, strict=True)
    )


def _is_rest(last: Sequence[CellInput], row: Sequence[CellInput], columns: int) -> bool:
    """Whether ``row`` is the rest of ``last``: its number cell is empty, and its words go on."""
    by_column = {cell.column: clean(cell.text) for cell in row}
    before = {cell.column: clean(cell.text) for cell in last}
    if by_column.get(0, "") or len(row) < 2 or len(row) != len(last) or not any(by_column.values()):
        return False
    filled = [c for c, text in by_column.items() if text]
    goes_on = any(
        by_column[c][0].islower()
        or by_column[c][0] in ",;.)%"
        or (before.get(c, "") or ".")[-1] not in ".;:!?)"
        for c in filled
    )
    return goes_on or len(filled) * 2 <= columns


def _joined(above: Sequence[CellInput], below: Sequence[CellInput]) -> tuple[CellInput, ...]:
    rest = {cell.column: cell for cell in below}
    joined = []
    for cell in above:
        more = rest.get(cell.column)
        if more is not None:
            text = f"{cell.text} {more.text}" if more.text else cell.text
            cell = replace(cell, text=text, boxes=cell.boxes + (more.boxes if more.text else ()))
        joined.append(cell)
    return tuple(joined)
