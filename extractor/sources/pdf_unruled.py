"""Tables without upright rules: rows and cells of a region of aligned lines."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.sources.builder import CellInput
from extractor.sources.model import Box
from extractor.sources.pdf_cells import read_cell
from extractor.sources.pdf_page import Edge, PageData, Run
from extractor.sources.pdf_regions import Region, Span, Strip, continued, find_regions, strips_of
from extractor.sources.pdf_tables import PdfTable

_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVXL]{1,5}|[A-ZĐa-z])[.)]?")
_FEWEST_ROWS = 4  # a page with fewer words holds no table of its own
_EQUAL = 1.0  # points within which two blank bands are the same
_LONG = 0.6  # share of the table's width that a level rule between rows covers at least


def unruled_tables(
    page: PageData, runs: Sequence[Run], before: PdfTable | None
) -> tuple[list[PdfTable], list[Run]]:
    """Tables of the runs that no ruled table holds, and the runs outside of them.

    ``before`` is the unruled table that closed the page before, whose columns may go on here.
    """
    if before is None and len(runs) < 3 * _FEWEST_ROWS:
        return [], list(runs)
    strips = strips_of(runs)
    regions: list[Region] = []
    tables: list[PdfTable] = []
    more = continued(page, strips, before.gutters) if before is not None else None
    if more is not None and before is not None:
        regions.append(more)
        tables.append(_table(more, page.edges, before.head))
        strips = [strip for strip in strips if strip.y > more.strips[-1].y]
    for region in find_regions(page, strips):
        regions.append(region)
        gutters = _shared(region, before) if before is not None and not tables else None
        if before is None or gutters is None:
            tables.append(_table(region, page.edges, ()))
        else:
            tables.append(_table(replace(region, gutters=tuple(gutters)), page.edges, before.head))
    gone = {id(run) for region in regions for strip in region.strips for run in strip.runs}
    return tables, [run for run in runs if id(run) not in gone]


def _shared(region: Region, before: PdfTable) -> list[Span] | None:
    """The gutters of the page before, narrowed to what is free here; None where the columns differ."""
    shared: list[Span] = []
    met = 0
    for a, b in before.gutters:
        over = [(max(a, x), min(b, y)) for x, y in region.gutters if min(b, y) > max(a, x)]
        shared.append(max(over, key=lambda s: s[1] - s[0]) if over else (a, b))
        met += bool(over)
    strange = any(all(min(b, y) <= max(a, x) for a, b in before.gutters) for x, y in region.gutters)
    alike = met >= len(before.gutters) - 1 and not strange
    return shared if alike or _repeats(region.strips, before.head) else None


def _repeats(strips: Sequence[Strip], head: tuple[str, ...]) -> bool:
    """Whether a page's lines begin with those of the table's head."""
    return bool(head) and tuple(strip.text for strip in strips[: len(head)]) == head


def _table(region: Region, edges: Sequence[Edge], head: tuple[str, ...]) -> PdfTable:
    strips = region.strips
    runs = [run for strip in strips for run in strip.runs]
    x0, x1 = min(run.x0 for run in runs), max(run.x1 for run in runs)
    walls = [x0 - 2, *((a + b) / 2 for a, b in region.gutters), x1 + 2]
    rules = _level_rules(edges, (x0, x1), (strips[0].y - 40, strips[-1].y + 40))
    again = len(head) if _repeats(strips, head) else 0
    bands = _bands(strips[again:], walls, rules)
    if again:
        bands = [list(strips[:again]), *bands]
    rows = [row for band in bands for row in _cells(region.page, band, walls)]
    top, bottom = min(run.top for run in runs), max(run.bottom for run in runs)
    box = Box(region.page, round(walls[0], 1), round(top, 1), round(walls[-1], 1), round(bottom, 1))
    return PdfTable(
        tuple(walls),
        tuple(rows),
        (region.page,) * len(rows),
        box,
        region.gutters,
        head or tuple(strip.text for strip in bands[0]),
    )


def _level_rules(edges: Sequence[Edge], across: Span, down: Span) -> list[float]:
    """Heights of level rules through the table; cells' own pieces of a rule count together."""
    heights: dict[int, float] = {}
    for edge in edges:
        if edge.horizontal and down[0] <= edge.top <= down[1]:
            covered = min(edge.x1, across[1]) - max(edge.x0, across[0])
            key = round(edge.top / 2)
            heights[key] = heights.get(key, 0.0) + max(covered, 0.0)
    return sorted(2.0 * key for key, covered in heights.items() if covered >= _LONG * (across[1] - across[0]))


def _column(walls: Sequence[float], x: float) -> int:
    return min(max(bisect_right(walls, x) - 1, 0), len(walls) - 2)


def _bands(strips: Sequence[Strip], walls: Sequence[float], rules: Sequence[float]) -> list[list[Strip]]:
    """Lines by row of the table."""
    cuts: set[int] = set()
    if len(rules) >= 3:
        ys = [strip.y for strip in strips]
        cuts = {bisect_right(ys, rule) for rule in rules}
    bands: list[list[Strip]] = []
    for ruled in _split(strips, cuts):
        several = sum(_is_numbered(strip, walls) for strip in ruled) > 1
        bands += _split(ruled, _cuts(ruled, walls)) if several or not cuts else [ruled]
    return bands


def _split(strips: Sequence[Strip], cuts: set[int]) -> list[list[Strip]]:
    bounds = sorted({0, len(strips)} | {cut for cut in cuts if 0 < cut < len(strips)})
    return [list(strips[a:b]) for a, b in pairwise(bounds)]


def _cuts(strips: Sequence[Strip], walls: Sequence[float]) -> set[int]:
    """Where rows begin: between two numbers of the first column, at the widest blank, else at the number."""
    numbered = [i for i, strip in enumerate(strips) if _is_numbered(strip, walls)]
    blanks = _blanks(strips)
    if len(numbered) < 2:
        return _cuts_by_blanks(strips, blanks, walls)
    cuts: set[int] = set()
    for before, after in itertools.pairwise(numbered):
        widest = max(blanks[before + 1 : after + 1])
        near = [i for i in range(before + 1, after + 1) if blanks[i] >= widest - _EQUAL]
        cuts.add(near[-1])
    first = numbered[0]
    head = [i for i in range(1, first + 1) if blanks[i] >= max(blanks[1 : first + 1], default=0) - _EQUAL]
    if head:
        cuts.add(head[-1])
    typical = min((blanks[cut] for cut in cuts), default=0.0)
    inner = [blanks[i] for i in range(1, len(strips)) if i not in cuts]
    usual = sorted(inner)[len(inner) // 2] if inner else 0.0
    for index in range(1, len(strips)):  # rows without a number: group rows, and those after the last
        wide = blanks[index] >= typical - _EQUAL and blanks[index] > usual + 2 * _EQUAL
        if wide or _crosses(strips[index], walls) or _crosses(strips[index - 1], walls):
            cuts.add(index)
    return cuts


def _cuts_by_blanks(strips: Sequence[Strip], blanks: Sequence[float], walls: Sequence[float]) -> set[int]:
    """Without numbers: at blanks wider than between lines; where all are alike each full line is a row."""
    inner = sorted(blanks[1:])
    if inner and inner[-1] > inner[0] + 2 * _EQUAL:
        return {i for i in range(1, len(strips)) if blanks[i] > (inner[0] + inner[-1]) / 2}
    filled = [len({_column(walls, (a + b) / 2) for a, b in strip.pieces}) for strip in strips]
    return {i for i in range(1, len(strips)) if filled[i] >= max(filled) - 1}


def _is_numbered(strip: Strip, walls: Sequence[float]) -> bool:
    first = [run.text for run in strip.runs if _column(walls, (run.x0 + run.x1) / 2) == 0]
    return bool(first) and _NUMBER.fullmatch("".join(first).strip()) is not None


def _blanks(strips: Sequence[Strip]) -> list[float]:
    """Blank height above each line, over all columns."""
    blanks, bottom = [0.0], max(run.bottom for run in strips[0].runs)
    for strip in strips[1:]:
        blanks.append(min(run.top for run in strip.runs) - bottom)
        bottom = max(bottom, *(run.bottom for run in strip.runs))
    return blanks


def _crosses(strip: Strip, walls: Sequence[float]) -> bool:
    """Whether the line is one stretch over a wall, as a group row is."""
    if len(strip.pieces) > 2:
        return False
    places = [(_column(walls, x0), _column(walls, x1)) for x0, x1 in strip.pieces]
    return any(
        place[0] != place[1] and _mostly_across(x0, x1, walls, place)
        for (x0, x1), place in zip(strip.pieces, places, strict=True)
    )


def _cells(page: int, band: Sequence[Strip], walls: Sequence[float]) -> list[tuple[CellInput, ...]]:
    """The rows of a band: one, or two where a head spans columns that have heads of their own below."""
    held: dict[tuple[int, int], list[Run]] = {}
    for strip in band:
        for x0, x1 in strip.pieces:
            runs = [run for run in strip.runs if x0 <= (run.x0 + run.x1) / 2 <= x1]
            place = _column(walls, x0 + 1), _column(walls, x1 - 1)
            if place[0] != place[1] and not _mostly_across(x0, x1, walls, place):
                middle = _column(walls, (x0 + x1) / 2)
                place = middle, middle
            held.setdefault(place, []).extend(runs)
    spans = [place for place in held if place[0] != place[1]]
    below = {c for a, b in spans for c in range(a, b + 1) if (c, c) in held}
    covered = {c for a, b in held for c in range(a, b + 1)}
    held.update({(c, c): [] for c in range(len(walls) - 1) if c not in covered})
    if not below:
        return [tuple(_cell(page, place, held[place]) for place in sorted(held))]
    upper = [_cell(page, place, held[place], 1 if place in spans else 2)
             for place in sorted(held) if place[0] != place[1] or place[0] not in below]  # fmt: skip
    lower = [_cell(page, (c, c), held[c, c]) for c in sorted(below)]
    return [tuple(upper), tuple(lower)]


def _mostly_across(x0: float, x1: float, walls: Sequence[float], place: tuple[int, int]) -> bool:
    """Whether a stretch lies in both outer columns by more than what sticks out."""
    first, last = walls[place[0] + 1] - x0, x1 - walls[place[1]]
    return min(first, last) > 6.0


def _cell(page: int, place: tuple[int, int], runs: Sequence[Run], rows: int = 1) -> CellInput:
    if not runs:
        return CellInput("", place[0], rows)
    box = Box(
        page, round(min(r.x0 for r in runs), 1), round(min(r.top for r in runs), 1),
        round(max(r.x1 for r in runs), 1), round(max(r.bottom for r in runs), 1),
    )  # fmt: skip
    text, pieces = read_cell(page, runs)
    return CellInput(text, place[0], rows, place[1] - place[0] + 1, (box,), pieces)
