"""Arithmetic inside tables: total rows, columns that follow from others, series of years that fall back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, permutations

from extractor.analysis.audit.figures import half_unit, rounded, value
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.subject import Subject
from extractor.sources.model import Cell
from extractor.vietnamese.forms import fold

_TOTAL = re.compile(r"(?:tổng|tổng cộng|tổng số|cộng|tổng kinh phí|toàn tỉnh|tổng toàn tỉnh)[ :]*")
_FIGURE = re.compile(r"[-+–]?\s*(\d[\d.,]*)\s*(?:%|điểm|triệu đồng|tỷ đồng|đồng)?")
_LABEL = re.compile(r"\d{1,3}\.?")
_ROMAN = re.compile(r"[ivx]{1,5}\.?")
_COLUMNS, _ROWS = 12, 400
_SURE = 3
"""Rows that must bear a relation out before a row that breaks it is told."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A table's cells as printed and as figures, below its header row."""

    number: int
    heads: tuple[str, ...]
    cells: tuple[tuple[Cell | None, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    values: tuple[tuple[float | None, ...], ...]

    def label(self, row: int) -> str:
        return fold(self.texts[row][0]).strip(" .)") if self.texts[row] else ""

    def name(self, row: int) -> str:
        """The first words of a row that are no figure."""
        return next((t for t in self.texts[row] if t and not _FIGURE.fullmatch(fold(t))), "")


@lru_cache(maxsize=65536)
def _figure(text: str) -> float | None:
    match = _FIGURE.fullmatch(fold(text).strip())
    read = value(match[1].rstrip(".,")) if match else None
    return -read if read is not None and text.strip()[:1] in "-–" else read


@lru_cache(maxsize=1)
def figure_tables(subject: Subject) -> tuple[Figures, ...]:
    """Tables of a handy size, with the figures that their cells hold."""
    return tuple(_figure_tables(subject))


def _figure_tables(subject: Subject) -> Iterator[Figures]:
    for number, grid in subject.grids:
        if not 3 <= len(grid) <= _ROWS or not 2 <= len(grid[0]) <= _COLUMNS:
            continue
        texts = [tuple(" ".join(subject.words(cell).split()) for cell in row) for row in grid]
        body = texts[1:]
        yield Figures(
            number, tuple(fold(t) for t in texts[0]), tuple(tuple(row) for row in grid[1:]), tuple(body),
            tuple(tuple(_figure(t) for t in row) for row in body),
        )  # fmt: skip


def tables(subject: Subject) -> Iterator[Hit]:
    """Total rows, columns that follow from others, series of years."""
    scored = {s.evidence.table for s in subject.extraction.scores if s.evidence}
    for table in figure_tables(subject):
        if table.number not in scored:
            yield from _table_totals(subject, table)
        yield from _relations(subject, table)
        yield from _series(subject, table)


NO_SUM = re.compile(r"(?<!\w)(?:hạng|thứ hạng|xếp hạng|thứ bậc|vị trí|tỷ lệ|tỉ lệ)(?!\w)|%")  # ranks, shares


def _table_totals(subject: Subject, table: Figures) -> Iterator[Hit]:
    """A row "Tổng cộng" against the rows above or below it, column by column."""
    sums = [r for r, row in enumerate(table.texts) if any(_TOTAL.fullmatch(fold(t)) for t in row[:3])]
    body = [r for r in range(len(table.texts)) if r not in sums and any(table.texts[r])]
    if len(sums) != 1 or len(body) < 2:
        return
    labelled = [bool(_LABEL.fullmatch(table.label(r))) for r in body]
    if any(labelled) and not all(labelled):  # parts of parts would be counted twice
        body = [r for r in body if _ROMAN.fullmatch(table.label(r))]
        if len(body) < 2:
            return
    off, held = list[Hit](), 0
    for column in range(1, len(table.heads)):
        declared = table.values[sums[0]][column]
        found = [table.values[r][column] for r in body]
        known = [v for v in found if v is not None]
        empty = sum(not table.texts[r][column].strip(" -–") for r in body)
        if NO_SUM.search(fold(table.heads[column])):
            continue
        if declared is None or len(known) < 2 or len(known) + empty < len(body) or empty > 0.3 * len(body):
            continue
        total = rounded(sum(known))
        if not any(labelled) and min(known) <= declared <= max(known):
            continue  # a mean
        if abs(total - declared) > 0.005 * (len(known) + 1) and "%" not in table.texts[sums[0]][column]:
            figures: dict[str, Figure] = {"declared": declared, "sum": total, "parts": len(known)}
            figures["difference"] = rounded(total - declared)
            off.append(Hit("table-total", figures, spans_of(subject, table, sums[0], (column,))))
        elif "%" not in table.texts[sums[0]][column]:
            held += 1
    if any(labelled) or held >= len(off):  # rows without labels may be means or shares of something else
        yield from off


def spans_of(subject: Subject, table: Figures, row: int, columns: Sequence[int]) -> tuple[Span, ...]:
    cells = [table.cells[row][c] for c in columns]
    return tuple(subject.at(cell.start, cell.end) for cell in cells if cell is not None)


Relation = Callable[[float, float], float]
_SUM, _TIMES = "{a} cộng {b}", "{a} nhân {b}"
_RELATIONS: tuple[tuple[str, Relation], ...] = (
    ("{b} trừ {a}", lambda a, b: b - a),
    ("{b} so với {a}", lambda a, b: 100 * b / a if a else float("nan")),
    (_SUM, lambda a, b: a + b),
    (_TIMES, lambda a, b: a * b),
)


def _relations(subject: Subject, table: Figures) -> Iterator[Hit]:
    """Columns that follow from two others in nearly all rows, and the rows in which they do not."""
    told: set[tuple[int, int]] = set()
    usable = [c for c in range(len(table.heads)) if _mostly_figures(table, c)]
    for a, b, c in permutations(usable, 3):
        for words, relation in _RELATIONS:
            either = words in (_SUM, _TIMES)
            before = words == _SUM and c < min(a, b)
            if (c < max(a, b) and not before) or (either and a > b):
                continue  # what follows from others stands behind them; a sum may stand before
            for row, expected in _broken(table, (a, b, c), relation):
                if (row, c) not in told:
                    told.add((row, c))
                    yield _breach(subject, table, row, (a, b, c), (words, expected))


def _mostly_figures(table: Figures, column: int) -> bool:
    found = [row[column] for row in table.values]
    labels = all(v is None or v == i + 1 for i, v in enumerate(found))
    enough = min(_SURE + 1, max(_SURE, len(found)))
    return sum(v is not None for v in found) >= max(enough, 0.6 * len(found)) and not labels


def _broken(table: Figures, columns: tuple[int, int, int], relation: Relation) -> list[tuple[int, float]]:
    """Rows that break a relation which the others bear out; empty where it is no relation at all."""
    a, b, c = columns
    kept, broken, plain = 0, list[tuple[int, float]](), 0
    for r, row in enumerate(table.values):
        x, y, z = row[a], row[b], row[c]
        if x is None or y is None or z is None:
            continue
        expected = relation(x, y)
        slack = half_unit(_digits(table.texts[r][c])) + half_unit(_digits(table.texts[r][b])) * 1.01
        if abs(expected - z) <= slack + 1e-9:
            kept += 1
            plain += z in (0, x, y) and z != 100 * y / x if x else 0
        else:
            broken.append((r, expected))
            if len(broken) > 2:
                return []
    if len(broken) == 1 and kept == kept - plain == 2 and _is_share(table, columns):
        return broken
    sure = kept - plain >= _SURE and len(broken) <= 0.34 * kept
    return broken if sure else []


def _is_share(table: Figures, columns: tuple[int, int, int]) -> bool:
    """ "Tổng hồ sơ | Trực tuyến | Tỷ lệ": the column of shares right behind the two it is taken from."""
    a, b, c = columns
    head = re.match(r"(?:tỷ lệ|tỉ lệ|tỷ trọng|%)", table.heads[c]) is not None
    shares = all("%" in row[c] for row in table.texts if row[c]) or "%" in table.heads[c]
    return head and shares and (a, b) == (c - 2, c - 1)


@lru_cache(maxsize=65536)
def _digits(text: str) -> str:
    match = _FIGURE.fullmatch(fold(text).strip())
    return match[1] if match else text


def _breach(
    subject: Subject, table: Figures, row: int, columns: tuple[int, int, int], found: tuple[str, float]
) -> Hit:
    a, b, c = columns
    words, expected = found
    figures: dict[str, Figure] = {
        "row": table.name(row)[:120], "column": table.heads[c], "printed": table.values[row][c],
        "expected": round(expected, 2), "from": words.format(a=table.texts[row][a], b=table.texts[row][b]),
    }  # fmt: skip
    return Hit("row-arithmetic", figures, spans_of(subject, table, row, (c, a, b)))


_YEAR = re.compile(r"(?:năm )?(20\d\d)")


def _series(subject: Subject, table: Figures) -> Iterator[Hit]:
    """Targets of successive years that fall back once and rise in all other years."""
    issued = subject.extraction.document.issued_on
    if subject.extraction.document.kind == "report" or issued is None:
        return
    years = [(c, int(m[1])) for c, head in enumerate(table.heads) if (m := _YEAR.fullmatch(head.strip()))]
    if len(years) < 4 or years[-1][1] < issued.year:
        return
    for r, row in enumerate(table.values):
        points = [(c, year, row[c]) for c, year in years if row[c] is not None]
        falls = [(x, y) for x, y in pairwise(points) if (y[2] or 0) < (x[2] or 0)]
        rising = len(points) >= 4 and (points[-1][2] or 0) > (points[0][2] or 0)
        if len(falls) != 1 or not rising or "giảm" in fold(table.name(r)) or falls[0][1][1] <= issued.year:
            continue
        (c, year, was), (d, later, now) = falls[0]
        figures: dict[str, Figure] = {"row": table.name(r)[:120], "first": was, "second": now}
        figures |= {"year": str(year), "later": str(later)}
        yield Hit("series-falls", figures, spans_of(subject, table, r, (c, d)))
