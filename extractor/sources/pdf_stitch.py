"""Tables that cross pages: repeated heads dropped, broken rows and merged cells made whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from extractor.sources.builder import CellInput, clean
from extractor.sources.ocr.numbers import Number, parsed
from extractor.sources.pdf_paragraphs import join_texts
from extractor.sources.pdf_tables import PdfTable, nearest

_SAME_COLUMN = 6.0
_SAME_WORDS = 92.0  # likeness from which a row repeats another
_ENDS = ".;:!?)"

Row = tuple[CellInput, ...]


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
    if rows and kept and not _pages_between(kept, rows):
        kept, rest = _seamed(kept, rows[0], len(above.columns) - 1)
        if not rest:
            pages = pages[1:]
        rows[:1] = [rest] if rest else []
    return replace(above, rows=(*kept, *rows), pages=(*above.pages, *pages))


def _pages_between(above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Whether the count of the rows tells that pages are missing: 2.11 below 1.4 (a copy of some pages).

    What opens the later page is then the rest of a row that is not here. Slips in counting do not matter.
    """
    last = next((n for row in reversed(above) if (n := _number(row))), None)
    following = next((n for row in below if (n := _number(row))), None)
    if last is None or following is None or len(last) < 2 or len(following) < 2:
        return False
    level = len(following) - 1  # 8.9 follows 8.8.2.4: what counts is the level of the later number
    return following[-1] != 1 and following[:level] != last[:level]


def _number(row: Row) -> Number | None:
    return parsed(clean(row[0].text)) if row and not row[0].column else None


def _moved(cell: CellInput, above: PdfTable, below: PdfTable) -> CellInput:
    start = cell.column or 0
    left = nearest(above.columns, below.columns[start])
    right = nearest(above.columns, below.columns[min(start + cell.column_span, len(below.columns) - 1)])
    return replace(cell, column=left, column_span=max(right - left, 1))


def _texts(row: Sequence[CellInput]) -> list[str]:
    return [clean(cell.text).casefold() for cell in row]


def _repeated(above: Sequence[Sequence[CellInput]], below: Sequence[Sequence[CellInput]]) -> int:
    """How many rows at the top of ``below`` repeat those at the top of ``above``."""
    count = 0
    for first, again in zip(above[:5], below[:5], strict=False):
        if not any(_texts(again)) or not _alike(_texts(first), _texts(again)):
            break
        count += 1
    return count


def _alike(first: list[str], again: list[str]) -> bool:
    """Whether two rows say the same, but for what recognition of scans misread in a row of many words."""
    if first == again:
        return True
    several = sum(map(bool, first)) > 2 and first[0] == again[0]  # rows of content differ in their numbers
    return several and fuzz.ratio(" | ".join(first), " | ".join(again)) >= _SAME_WORDS


def _without_header(row: tuple[CellInput, ...], header: Sequence[CellInput]) -> tuple[CellInput, ...]:
    """The rest of a broken row where no rule parts it from the repeated header above it."""
    heads, texts = [clean(cell.text) for cell in header], [clean(cell.text) for cell in row]
    if len(heads) != len(texts) or sum(map(bool, heads)) < 2 or heads == texts:
        return row
    if not all(text.startswith(head) for head, text in zip(heads, texts, strict=True)):
        return row
    return tuple(
        replace(cell, text=text[len(head) :].strip())
        for cell, text, head in zip(row, texts, heads, strict=True)
    )


def _seamed(kept: list[Row], row: Row, columns: int) -> tuple[list[Row], Row]:
    """The rows above the page's end and the first one below it, with what the end had cut in two.

    A row that was cut goes whole into the rows above, and () is left; of a new row only the cells go
    that are the rest of a cell merged downwards.
    """
    last = len(kept) - 1
    ends: dict[int, tuple[int, int]] = {}  # column -> the row and index of the cell that stands there last
    for r in range(last, max(last - 200, -1), -1):
        for i, cell in enumerate(kept[r]):
            if r + cell.row_span > last:
                ends.setdefault(cell.column or 0, (r, i))
    pairs = [(cell, ends.get(cell.column or 0)) for cell in row]
    if any(place is None for _, place in pairs):
        return kept, row
    met = [(cell, kept[place[0]][place[1]]) for cell, place in pairs if place is not None]
    if any(below.column_span != above.column_span for below, above in met):
        return kept, row
    whole = _is_rest(met, columns)
    lines = [list(line) for line in kept]
    left: list[CellInput] = []
    for cell, place in pairs:
        r, i = place or (last, 0)
        above = lines[r][i]
        if whole or _goes_on_down(above, cell):
            lines[r][i] = _joined(above, cell, cell.row_span - (1 if whole else 0))
        else:
            left.append(cell)
    return [tuple(line) for line in lines], tuple(left)


def _is_rest(met: Sequence[tuple[CellInput, CellInput]], columns: int) -> bool:
    """Whether a row is the rest of the one above: its number cell is empty, and its words go on."""
    number = clean(met[0][0].text) if met and not met[0][0].column else ""
    filled = [
        (clean(below.text), clean(above.text))
        for below, above in met
        if clean(below.text) and not (above.row_span > 1 and below.row_span > 1)
    ]
    if number or len(met) < 2:
        return False
    if not filled:  # cells merged downwards end here, and nothing else
        return not any(clean(below.text) for below, _ in met)
    if any(_goes_on(text) for text, _ in filled):
        return sum(not _goes_on(text) for text, _ in filled) <= max(2, columns // 2)
    if len(filled) > 2:
        return False
    return any((before or ".")[-1] not in _ENDS for _, before in filled) or len(filled) * 2 <= columns


def _goes_on(text: str) -> bool:
    return text[0].islower() or text[0] in ",;.)%"


def _goes_on_down(above: CellInput, below: CellInput) -> bool:
    """Whether a cell at the top of a page is the rest of one merged downwards on the page before."""
    if above.row_span == 1 and below.row_span == 1:
        return False
    text, before = clean(below.text), clean(above.text)
    if not text:
        return bool(before) or above.row_span > 1
    return bool(before) and _goes_on(text) and before[-1] not in _ENDS


def _joined(above: CellInput, below: CellInput, rows: int) -> CellInput:
    text = join_texts([above.text, below.text]) if below.text and above.text else above.text or below.text
    boxes = above.boxes + (below.boxes if below.text else ())
    pieces = above.pieces + below.pieces
    return replace(above, text=text, boxes=boxes, pieces=pieces, row_span=above.row_span + rows)
