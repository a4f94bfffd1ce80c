"""Scanned pages of one document: recognised where that is possible, and what to tell of them.

Light to import: the recognition itself is loaded with the first scanned page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import TYPE_CHECKING, Any

from extractor.sources.limits import Limits
from extractor.sources.model import Block, Box, Cell, Note, Page, Piece, Source, Table
from extractor.sources.pdf_layer import Layer, layer_of
from extractor.sources.pdf_page import PageData

if TYPE_CHECKING:
    from extractor.sources.ocr.engine import Engine
    from extractor.sources.ocr.page import Recognised
    from extractor.sources.ocr.picture import Picture

Matrix = tuple[tuple[float, float, float], tuple[float, float, float]]
_AS_IT_IS: Matrix = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0))


@dataclass(frozen=True, slots=True)
class _Scan:
    """What recognition gave for a page: the page's displayed size, and the way from read to displayed."""

    width: float
    height: float
    confidence: float | None
    way_back: Matrix = _AS_IT_IS


@dataclass
class Scans:
    """Recognises the scanned pages of one document, one engine for all. To be closed."""

    limits: Limits
    _scans: dict[int, _Scan] = field(default_factory=dict)
    _notes: dict[int, Note] = field(default_factory=dict)
    _unread: list[int] = field(default_factory=list)
    _engine: Engine | None = None
    _spent: float = 0.0
    _last_number: tuple[int, ...] | None = None

    def page(self, page: Any, data: PageData) -> PageData:
        """What stands on a pypdfium2 page, still open: ``data`` as it is, or the page as recognised."""
        layer = layer_of(page, data)
        if layer.usable:
            if layer.hidden:
                self._take_layer(data)
            return data
        if layer.empty:
            self._notes[data.number] = Note("page-without-text", f"Trang {data.number} không có chữ nào.")
            return data
        return self._recognised(data, lambda: _picture(page, layer, self.limits))

    def picture(self, number: int, width: float, height: float, load: Callable[[], Picture]) -> PageData:
        """A page that is a picture from the start; ``width`` and ``height`` in points."""
        return self._recognised(PageData(number, width, height, (), ()), load)

    def close(self) -> None:
        """Free the engine."""
        if self._engine is not None:
            self._engine.close()
            self._engine = None

    def marked(self, source: Source) -> Source:
        """The source with its recognised pages marked, their boxes as displayed, and what is to be told."""
        notes = [*source.notes, *self._missing_note(), *(self._notes[n] for n in sorted(self._notes))]
        if not self._scans:
            return replace(source, notes=tuple(notes))
        return replace(
            source,
            pages=tuple(self._marked_page(page) for page in source.pages),
            blocks=tuple(self._placed_block(block) for block in source.blocks),
            tables=tuple(self._placed_table(table) for table in source.tables),
            notes=tuple(notes),
        )

    def _missing_note(self) -> list[Note]:
        if not self._unread:
            return []
        from extractor.sources.ocr.extra import missing

        pages = ", ".join(map(str, self._unread[:20])) + (" …" if len(self._unread) > 20 else "")
        return [
            Note(
                "page-without-text",
                f"Trang {pages} là ảnh quét, chưa đọc được. Để đọc ảnh quét, {missing()}.",
            )
        ]

    def _take_layer(self, data: PageData) -> None:
        self._scans[data.number] = _Scan(data.width, data.height, None)
        self._notes[data.number] = Note(
            "hidden-text",
            f"Trang {data.number} là ảnh quét có sẵn lớp chữ nhận dạng; nên đối chiếu với bản gốc.",
        )

    def _recognised(self, data: PageData, load: Callable[[], Picture]) -> PageData:
        from extractor.sources.ocr.extra import missing

        if missing() is not None:
            self._unread.append(data.number)
            return data
        from extractor.sources.ocr.engine import OutOfTime
        from extractor.sources.ocr.picture import TooLarge

        started = monotonic()
        try:
            found = self._read(data.number, load)
        except TooLarge:
            self._fail(data.number, f"quá giới hạn {self.limits.max_pixels / 1e6:g} triệu điểm ảnh")
            return data
        except OutOfTime:
            self._fail(data.number, "quá giới hạn thời gian nhận dạng")
            return data
        except Exception as error:  # a broken model or picture costs its page, not the document
            self._fail(data.number, f"nhận dạng bị lỗi ({type(error).__name__})")
            return data
        finally:
            self._spent += monotonic() - started
        if not found.data.runs:
            self._fail(data.number, "không nhận ra chữ nào")
            return data
        self._note(data, found)
        return found.data

    def _fail(self, number: int, reason: str) -> None:
        self._notes[number] = Note("page-without-text", f"Trang {number} là ảnh, chưa đọc được: {reason}.")

    def _read(self, number: int, load: Callable[[], Picture]) -> Recognised:
        from extractor.sources.ocr.engine import Engine, OutOfTime
        from extractor.sources.ocr.extra import model_folder
        from extractor.sources.ocr.page import recognise

        left = min(self.limits.max_ocr_page_seconds, self.limits.max_ocr_seconds - self._spent)
        if left <= 0:
            raise OutOfTime
        if self._engine is None:
            folder = model_folder()
            assert folder is not None  # missing() looked
            self._engine = Engine(folder)
        self._engine.deadline = monotonic() + left
        return recognise(load(), number, self._engine, self._last_number)

    def _note(self, data: PageData, found: Recognised) -> None:
        """Remember how the page was read, and say so."""
        self._last_number = found.last_number
        points = data.width / _displayed_width(found)
        way = tuple(tuple(float(value) * points for value in row) for row in found.way_back)
        self._scans[data.number] = _Scan(
            data.width,
            data.height,
            round(found.confidence, 1),
            (way[0], way[1]),  # type: ignore[arg-type]
        )
        said = (
            f"Trang {data.number} là ảnh quét, chữ do máy nhận dạng (độ tin cậy {found.confidence:.0f}%);"
            " nên đối chiếu với bản gốc."
        )
        if found.repairs:
            listed = "; ".join(f"«{before}» thành «{after}»" for before, after in found.repairs)
            said += f" Số thứ tự sửa theo dãy số của bảng: {listed}."
        self._notes[data.number] = Note("page-recognised", said)

    def _marked_page(self, page: Page) -> Page:
        scan = self._scans.get(page.number)
        if scan is None:
            return page
        return replace(page, width=scan.width, height=scan.height, ocr=True, confidence=scan.confidence)

    def _placed_block(self, block: Block) -> Block:
        return replace(block, boxes=self._placed(block.boxes), pieces=self._pieces(block.pieces))

    def _placed_table(self, table: Table) -> Table:
        return replace(table, rows=tuple(tuple(map(self._placed_cell, row)) for row in table.rows))

    def _placed_cell(self, cell: Cell) -> Cell:
        return replace(cell, boxes=self._placed(cell.boxes), pieces=self._pieces(cell.pieces))

    def _pieces(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """Lines as they lie; none where they run up or down the page, as they could not be cut to words."""
        if any((scan := self._scans.get(p.page)) and abs(scan.way_back[0][1]) > 0.5 for p in pieces):
            return ()
        return tuple(self._piece(piece) for piece in pieces)

    def _piece(self, piece: Piece) -> Piece:
        scan = self._scans.get(piece.page)
        if scan is None:
            return piece
        box = _moved(Box(piece.page, piece.x0, piece.top, piece.x1, piece.bottom), scan.way_back)
        return Piece(piece.text, box.page, box.x0, box.top, box.x1, box.bottom)

    def _placed(self, boxes: tuple[Box, ...]) -> tuple[Box, ...]:
        """Boxes of straightened pages as they lie on the page that is displayed."""
        return tuple(
            _moved(box, scan.way_back) if (scan := self._scans.get(box.page)) is not None else box
            for box in boxes
        )


def _picture(page: Any, layer: Layer, limits: Limits) -> Picture:
    from extractor.sources.ocr.picture import page_picture

    return page_picture(page, layer.images, limits.max_pixels)


def _displayed_width(found: Recognised) -> float:
    """Width in the read picture's points of the page as displayed: its height where the print lay down."""
    lies = abs(found.way_back[0, 1]) > abs(found.way_back[0, 0])
    return found.data.height if lies else found.data.width


def _moved(box: Box, way: Matrix) -> Box:
    (a, b, c), (d, e, f) = way
    corners = [(x, y) for x in (box.x0, box.x1) for y in (box.top, box.bottom)]
    xs = [a * x + b * y + c for x, y in corners]
    ys = [d * x + e * y + f for x, y in corners]
    return Box(box.page, round(min(xs), 1), round(min(ys), 1), round(max(xs), 1), round(max(ys), 1))
