"""One table that was typed, or saved, as several: pieces that follow each other without a word between.

Converters write a table of a PDF as one table for each page; people break a long annex the same way.
A piece joins the one before when it has as many columns and brings no header of its own, or the same one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.sources.builder import CellInput, SourceBuilder, clean
from extractor.vietnamese.forms import squeeze

_LABEL = re.compile(r"\(?(?:\d{1,4}(?:\.\d{1,3})*|[IVXL]{1,6}|[A-Za-zđ])[.)]?|[-+*•]")
_HEADER_ROWS = 3

Rows = list[list[CellInput]]


@dataclass(slots=True)
class Stitcher:
    """Holds back the last table of a builder until what follows shows whether it goes on."""

    builder: SourceBuilder
    _rows: Rows = field(default_factory=list)
    _columns: int = 0
    _edges: tuple[float, ...] = ()

    def add(self, rows: Rows, columns: int, edges: tuple[float, ...] = ()) -> None:
        """A table of ``columns`` grid columns; ``edges`` are the places of the grid's lines where known."""
        skip = self._repeated(rows) if self._rows and columns == self._columns else 0
        if skip or (self._rows and columns == self._columns and self._goes_on(rows, edges)):
            self._rows += rows[skip:]
            return
        self.flush()
        self._rows, self._columns, self._edges = list(rows), columns, edges

    def flush(self) -> None:
        """Write what is held back: something else follows."""
        rows, self._rows = self._rows, []
        if rows:
            self.builder.table(rows)

    def _repeated(self, rows: Rows) -> int:
        """How many rows at the top repeat the header of the table before."""
        count = 0
        for before, row in zip(self._rows[:_HEADER_ROWS], rows, strict=False):
            if not _key(row) or _key(before) != _key(row):
                break
            count += 1
        return count

    def _goes_on(self, rows: Rows, edges: tuple[float, ...]) -> bool:
        """Whether the first row is one of contents: without a first text, or with a number of a list."""
        first = [clean(cell.text) for cell in rows[0]] if rows else []
        filled = [text for text in first if text]
        if not filled:
            return False
        numbering = len(filled) > 2 and all(re.fullmatch(r"\(?\d{1,2}\)?", text) for text in filled)
        if numbering or not _numbered(self._rows):
            return bool(edges) and edges == self._edges and not numbering
        return not first[0] or _LABEL.fullmatch(first[0]) is not None


def _numbered(rows: Sequence[Sequence[CellInput]]) -> bool:
    """Whether the first column holds the numbers of a list."""
    return any(_LABEL.fullmatch(clean(row[0].text)) for row in rows[1:] if row)


def _key(row: Sequence[CellInput]) -> tuple[str, ...]:
    return tuple(squeeze(clean(cell.text)) for cell in row) if any(clean(cell.text) for cell in row) else ()
