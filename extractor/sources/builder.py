"""SourceBuilder: readers append logical lines and tables; offsets take care of themselves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import isfinite

from extractor.errors import ReadError
from extractor.sources.limits import MAX_GRID
from extractor.sources.model import Block, BlockKind, Box, Cell, Note, Page, Piece, Source, Table
from extractor.sources.placing import Place, place_cells

CELL_BREAK = " | "
_FAR = 1e12
_SPACES = re.compile(r"[ \t\n\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff\ud800-\udfff"
    "\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]"
)


def clean(text: str) -> str:
    """NFC, single spaces, no invisible characters; line breaks become spaces. Words stay as written."""
    if not text.isprintable():  # true of all but plain spaces and visible signs
        text = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    elif "  " in text:
        text = _SPACES.sub(" ", text)
    return unicodedata.normalize("NFC", text).strip()  # last: marks may have met their letter


def _sound_boxes(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Boxes with their corners in order; without those that a damaged page put nowhere."""
    sound = []
    for box in boxes:
        if not (0 <= box.x1 - box.x0 < _FAR and 0 <= box.bottom - box.top < _FAR):
            if not all(map(isfinite, (box.x0, box.top, box.x1, box.bottom))):
                continue
            (x0, x1), (top, bottom) = sorted((box.x0, box.x1)), sorted((box.top, box.bottom))
            box = Box(box.page, x0, top, x1, bottom)
        sound.append(box)
    return tuple(sound)


@dataclass(frozen=True, slots=True)
class CellInput:
    """A cell as a reader found it; ``column`` None means: next free place of the row."""

    text: str
    column: int | None = None
    row_span: int = 1
    column_span: int = 1
    boxes: tuple[Box, ...] = ()
    pieces: tuple[Piece, ...] = ()


class SourceBuilder:
    """Collects the parts of one document in reading order and returns the immutable Source."""

    def __init__(self, name: str, format: str) -> None:
        self._name, self._format = name, format
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._tables: list[Table] = []
        self._pages: list[Page] = []
        self._notes: list[Note] = []
        self._metadata: dict[str, str] = {}
        self._capitals: list[tuple[int, int]] = []

    def _write(self, text: str) -> tuple[int, int]:
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        return start, self._length

    @property
    def length(self) -> int:
        """Characters written so far: the offset at which the next block will start."""
        return self._length

    def page(
        self,
        number: int,
        width: float | None = None,
        height: float | None = None,
        *,
        at: int | None = None,
        turn: int = 0,
    ) -> None:
        """A new page begins here, or at the offset ``at`` inside what was written last."""
        start = self._length if at is None else at
        self._pages.append(Page(number, start, start, width, height, turn=turn))

    def block(
        self,
        text: str,
        kind: BlockKind = "paragraph",
        *,
        bold: bool = False,
        boxes: Iterable[Box] = (),
        pieces: Iterable[Piece] = (),
    ) -> None:
        """Append one logical line; empty text appends nothing."""
        text = clean(text)
        if not text:
            return
        start, end = self._write(text)
        self._write("\n")
        self._blocks.append(Block(kind, start, end, None, bold, _sound_boxes(boxes), tuple(pieces)))

    def mark_capitals(self) -> None:
        """The block written last is printed in capitals, though its letters are stored small."""
        span = (self._blocks[-1].start, self._blocks[-1].end) if self._blocks else None
        if span and span not in self._capitals[-1:]:
            self._capitals.append(span)

    def table(self, rows: Sequence[Sequence[CellInput]], boxes: Iterable[Box] = ()) -> Table | None:
        """Append a table and return it; rows without any text are kept, a table without any is not."""
        if not any(clean(cell.text) for row in rows for cell in row):
            return None
        table_start, width = self._length, 0
        placed: list[tuple[Cell, ...]] = []
        for row, places in zip(rows, self._placed(rows), strict=True):
            cells: list[Cell] = []
            for cell, place in zip(row, places, strict=True):
                if cells:
                    self._write(CELL_BREAK)
                start, end = self._write(clean(cell.text))
                spans = place.row_span, place.column_span
                where = _sound_boxes(cell.boxes)
                cells.append(Cell(start, end, place.row, place.column, *spans, where, cell.pieces))
                width = max(width, place.end)
            self._write("\n")
            placed.append(tuple(cells))
        self._tables.append(Table(table_start, self._length - 1, width, tuple(placed)))
        self._blocks.append(
            Block("table", table_start, self._length - 1, len(self._tables) - 1, boxes=_sound_boxes(boxes))
        )
        return self._tables[-1]

    def check_grid(self, rows: int, columns: int) -> None:
        """ReadError for a table whose grid would exhaust the memory."""
        if rows * columns > MAX_GRID:
            raise ReadError(self._name, f"có bảng rộng quá giới hạn {MAX_GRID} ô")

    def _placed(self, rows: Sequence[Sequence[CellInput]]) -> list[list[Place]]:
        try:
            return place_cells(rows)
        except OverflowError as error:
            raise ReadError(self._name, f"có bảng rộng quá giới hạn {MAX_GRID} ô") from error

    def note(self, code: str, message: str) -> None:
        """Remember something to tell the user about this document."""
        self._notes.append(Note(code, message))

    def metadata(self, key: str, value: str) -> None:
        """Keep a field of a portal's metadata table (keys in Vietnamese as printed)."""
        self._metadata.setdefault(clean(key), clean(value))

    def build(self) -> Source:
        """The finished Source."""
        ends = [page.start for page in self._pages[1:]] + [self._length]
        pages = tuple(replace(page, end=end) for page, end in zip(self._pages, ends, strict=False))
        return Source(
            self._name,
            self._format,
            "".join(self._parts),
            tuple(self._blocks),
            tuple(self._tables),
            pages,
            tuple(self._notes),
            dict(self._metadata),
            tuple(self._capitals),
        )
