"""Source: one immutable canonical text and, standing off from it, blocks, tables and pages.

Every other layer speaks of the document only through offsets into ``Source.text``; a quote is
always ``source.text[start:end]``, exactly.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

BlockKind = Literal["paragraph", "heading", "list_item", "table", "footnote"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in PDF points from its top left corner as it is read (see ``Page.turn``).

    ``page`` counts from 1.
    """

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class Piece(NamedTuple):
    """Words of one printed line of a block or cell, and where they stand (points, as in Box)."""

    text: str
    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or footnote as one logical line, or a table (``table`` its index)."""

    kind: BlockKind
    start: int
    end: int
    table: int | None = None
    bold: bool = False
    boxes: tuple[Box, ...] = ()
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. A merged cell stands once, at its top left place, with its spans."""

    start: int
    end: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    boxes: tuple[Box, ...] = ()
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cells; ``columns`` is the width of its grid."""

    start: int
    end: int
    columns: int
    rows: tuple[tuple[Cell, ...], ...]

    def grid(self) -> list[list[Cell | None]]:
        """Cells by (row, column), a merged cell at every place it covers; None where nothing stands."""
        places: list[list[Cell | None]] = [[None] * self.columns for _ in self.rows]
        for row in self.rows:
            for cell in row:
                for r in range(cell.row, min(cell.row + cell.row_span, len(self.rows))):
                    for c in range(cell.column, min(cell.column + cell.column_span, self.columns)):
                        places[r][c] = cell
        return places


@dataclass(frozen=True, slots=True)
class Page:
    """A page's span of the canonical text; ``number`` counts from 1, sizes are in PDF points.

    ``turn`` is by how many degrees clockwise the page as a viewer shows it has to be turned to be read
    (text that runs up or down the sheet); sizes and boxes are those of the page so turned.
    ``ocr``: its words were recognised from a picture, with a mean ``confidence`` of 0 to 100 where known.
    """

    number: int
    start: int
    end: int
    width: float | None = None
    height: float | None = None
    ocr: bool = False
    confidence: float | None = None
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader or an annotator has to say of the document: repaired, dropped, uncertain, missing."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A document as read. ``text`` is Unicode NFC with the original tone placement.

    ``name`` is the file's name without folder, or ``archive.zip/folder/name``; ``format`` one of text,
    markdown, html, docx, doc, rtf, xlsx, xls, pdf, image. ``capitals`` are spans stored in small letters that
    a font of old prints in capitals (.VnTimeH).
    """

    name: str
    format: str
    text: str
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    pages: tuple[Page, ...] = ()
    notes: tuple[Note, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    capitals: tuple[tuple[int, int], ...] = ()

    def printed(self) -> Source:
        """The document with capitals where its fonts print them, for readers of titles and headings.

        Every offset stays; the text as stored stays in this Source.
        """
        if not self.capitals:
            return self
        parts, position = list[str](), 0
        for start, end in self.capitals:
            shown = self.text[start:end].upper()
            parts += [self.text[position:start], shown if len(shown) == end - start else self.text[start:end]]
            position = end
        return replace(self, text="".join([*parts, self.text[position:]]), capitals=())

    def quote(self, start: int, end: int) -> str:
        """The exact words of a span."""
        return self.text[start:end]

    def page_at(self, offset: int) -> int | None:
        """Number of the page that holds ``offset``; None where the format has no pages."""
        if not self.pages:
            return None
        index = bisect_right([page.start for page in self.pages], offset) - 1
        return self.pages[max(index, 0)].number

    def recognised(self, start: int, end: int) -> bool:
        """Whether any of the words from ``start`` to ``end`` were recognised from a picture."""
        return any(page.ocr and page.start < end and start < page.end for page in self.pages)

    def cells(self) -> Iterator[tuple[int, Cell]]:
        """All cells with the index of their table, in document order."""
        for number, table in enumerate(self.tables):
            for row in table.rows:
                for cell in row:
                    yield number, cell
