"""A page's picture to what stands on it: prose by the page, tables cell by cell."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.sources.ocr.engine import Engine, Frame, Layout, Word
from extractor.sources.ocr.grid import Grid, find_grid
from extractor.sources.ocr.image import (
    Grey,
    bleached,
    flatten,
    ink,
    lies_down,
    print_frame,
    skew,
    softened,
    straightened,
    turned,
    without_specks,
)
from extractor.sources.ocr.numbers import Cell, Number, numbered, parsed, repaired
from extractor.sources.ocr.picture import Picture
from extractor.sources.ocr.runs import TextLine, runs_of, text_lines
from extractor.sources.pdf_grid import Grid as Cells
from extractor.sources.pdf_grid import find_grids
from extractor.sources.pdf_page import PageData

_CELL_DPI = 280.0  # small print in cells is read better when enlarged to this
_PAGE_DPI = (190.0, 215.0)  # finer print is read no better, and more slowly
_UPSIDE_DOWN = 70.0  # mean confidence below which the page is tried the other way up
_OTHER_SCALES = (1.0, 1.25, 0.8)  # at which a doubtful number is read again


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page as read upright. ``way_back`` (2 x 3) takes its points to those of the page as displayed.

    ``confidence`` is the mean of its words', 0 to 100; ``repairs`` are (as read, as repaired).
    """

    data: PageData
    way_back: NDArray[np.float64]
    confidence: float
    repairs: tuple[tuple[str, str], ...] = ()
    last_number: Number | None = None


@dataclass(frozen=True, slots=True)
class _Upright:
    """A picture ready to be read, and the way back to the pixels it came from."""

    grey: Grey
    dpi: float
    matrix: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Read:
    lines: list[TextLine]
    grid: Grid
    repairs: list[tuple[str, str]]
    last_number: Number | None

    @property
    def confidence(self) -> float:
        words = [word for line in self.lines for word in line.words]
        letters = sum(len(word.text) for word in words)
        return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def recognise(picture: Picture, number: int, engine: Engine, before: Number | None = None) -> Recognised:
    """Read a page; ``before`` is the last row's number of the table on the page before.

    Raises OutOfTime when the engine's deadline passes.
    """
    clean = without_specks(bleached(flatten(picture.grey)), picture.dpi)
    quarters = 1 if lies_down(ink(clean), picture.dpi) else 0
    upright = _upright(clean, picture.dpi, quarters)
    read = _read(upright, engine, before)
    if read.confidence < _UPSIDE_DOWN and print_frame(clean, picture.dpi):
        other = _upright(clean, picture.dpi, quarters + 2)
        again = _read(other, engine, before)
        if again.confidence > read.confidence:
            upright, read = other, again
    return _result(read, upright, number)


def _upright(grey: Grey, dpi: float, quarters: int) -> _Upright:
    turn = turned(grey, quarters)
    level = straightened(turn.grey, skew(ink(turn.grey)))
    matrix = _after(level.matrix, turn.matrix)
    return _Upright(level.grey, dpi, matrix)


def _after(first: NDArray[np.float64], second: NDArray[np.float64]) -> NDArray[np.float64]:
    """The transformation that does ``first``, then ``second``."""
    whole = np.vstack([second, [0, 0, 1]]) @ np.vstack([first, [0, 0, 1]])
    return np.asarray(whole[:2], dtype=np.float64)


def _result(read: _Read, upright: _Upright, number: int) -> Recognised:
    point = upright.dpi / 72
    height, width = upright.grey.shape
    data = PageData(number, width / point, height / point, tuple(runs_of(read.lines, point)), read.grid.edges)
    matrix = upright.matrix.copy()
    matrix[:, 2] /= point
    return Recognised(data, matrix, read.confidence, tuple(read.repairs), read.last_number)


def _read(upright: _Upright, engine: Engine, before: Number | None) -> _Read:
    grid = find_grid(upright.grey, upright.dpi)
    tables = [cells for cells in find_grids(grid.edges) if len({slot[1] for slot in cells.slots}) > 1]
    point = upright.dpi / 72
    prose = grid.plain.copy() if tables else grid.plain
    for table in tables:
        x0, top, x1, bottom = (round(v * point) for v in (*_corner(table), table.xs[-1], table.ys[-1]))
        prose[max(top - 1, 0) : bottom + 2, max(x0 - 1, 0) : x1 + 2] = 255
    height, width = prose.shape
    frame = print_frame(prose, upright.dpi) if tables else (0, 0, width, height)
    lines = _prose(prose, upright.dpi, engine, frame) if frame else []
    repairs: list[tuple[str, str]] = []
    for table in tables:
        read = _TableReader(engine, grid.plain, upright.dpi).read(table)
        changes = read.renumbered(before)
        repairs += changes
        before = read.last_number() or before
        lines += [line for cell in read.cells for line in cell.lines]
    return _Read(lines, grid, repairs, before)


def _corner(table: Cells) -> tuple[float, float]:
    return table.xs[0], table.ys[0]


def _prose(grey: Grey, dpi: float, engine: Engine, frame: Frame) -> list[TextLine]:
    x0, top, x1, bottom = frame
    grey = grey[top:bottom, x0:x1]
    least, most = _PAGE_DPI
    scale = least / dpi if dpi < least else min(most / dpi, 1.0)
    engine.show(_scaled(grey if scale < 1 else softened(grey, dpi), scale), dpi * scale)
    return text_lines(_unscaled(word, scale, x0, top) for word in engine.words(Layout.PAGE))


def _scaled(grey: Grey, scale: float) -> Grey:
    if scale == 1.0:
        return grey
    method = cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA
    return np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=method), dtype=np.uint8)


def _unscaled(word: Word, scale: float, left: float = 0.0, top: float = 0.0) -> Word:
    return replace(
        word, x0=word.x0 / scale + left, x1=word.x1 / scale + left, top=word.top / scale + top,
        bottom=word.bottom / scale + top, y=word.y / scale + top, height=word.height / scale,
    )  # fmt: skip


@dataclass
class _CellRead:
    """A cell: its place in the grid, the frame of its print in pixels, and what was read in it."""

    row: int
    column: int
    frame: Frame | None
    lines: list[TextLine]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass
class _TableRead:
    cells: list[_CellRead]
    reader: _TableReader

    def _numbers(self) -> list[_CellRead]:
        """Cells of the column that counts the rows: the first one."""
        own = sorted((cell for cell in self.cells if cell.column == 0), key=lambda cell: cell.row)
        return own if numbered([cell.text for cell in own]) else []

    def last_number(self) -> Number | None:
        """The last number of the table, for the page that goes on with it."""
        found = [number for cell in self._numbers() if (number := parsed(cell.text))]
        return found[-1] if found else None

    def renumbered(self, before: Number | None) -> list[tuple[str, str]]:
        """Mend misread row numbers by their sequence; (as read, as repaired) of each."""
        own = self._numbers()
        doubtful = [cell for cell in own if cell.frame and parsed(cell.text) is None]
        others = {id(cell): self.reader.again(cell) for cell in doubtful}
        for cell in doubtful:  # what most other readings agree on was read, not repaired
            good = [text for text in others[id(cell)] if parsed(text)]
            if len(good) > 1 and len(set(good)) == 1:
                self.reader.replace_text(cell, good[0])
        read = [Cell(c.text, c.frame is not None, tuple(others.get(id(c), ()))) for c in own]
        repairs: list[tuple[str, str]] = []
        for cell, change in zip(own, repaired(read, before), strict=True):
            if change is not None:
                repairs.append((cell.text, change))
                self.reader.replace_text(cell, change)
        return repairs


class _TableReader:
    """Reads the cells of a table from a picture without its rules."""

    def __init__(self, engine: Engine, plain: Grey, dpi: float) -> None:
        self._engine, self._plain = engine, plain
        self._point = dpi / 72
        self._scale = _CELL_DPI / dpi if dpi < _CELL_DPI else 1.0
        self._soft = softened(plain, dpi)
        self._large = _scaled(self._soft, self._scale)
        self._ink = ink(plain)

    def read(self, table: Cells) -> _TableRead:
        """Read every cell that something is printed in."""
        self._engine.show(self._large, self._point * 72 * self._scale)
        cells: list[_CellRead] = []
        for top, left, bottom, right in table.slots:
            inside = self._inside(table.xs[left], table.ys[top], table.xs[right], table.ys[bottom])
            frame = self._printed(inside)
            lines = self._lines(inside) if frame else []
            cells.append(_CellRead(top, left, frame, lines))
        return _TableRead(cells, self)

    def _inside(self, x0: float, top: float, x1: float, bottom: float) -> Frame:
        """Pixels of a cell of the grid, just inside its rules."""
        p, rim = self._point, max(round(0.5 * self._point), 1)
        height, width = self._plain.shape
        return (
            min(max(round(x0 * p) + rim, 0), width), min(max(round(top * p) + rim, 0), height),
            min(max(round(x1 * p) - rim, 0), width), min(max(round(bottom * p) - rim, 0), height),
        )  # fmt: skip

    def _printed(self, frame: Frame) -> Frame | None:
        """The part of a frame that holds print; None where there is no more than dust."""
        x0, top, x1, bottom = frame
        part = self._ink[top:bottom, x0:x1] > 0
        if part.sum() < max(2.0 * self._point**2, 8):
            return None
        rows, columns = np.nonzero(part.any(axis=1))[0], np.nonzero(part.any(axis=0))[0]
        return x0 + int(columns[0]), top + int(rows[0]), x0 + int(columns[-1]) + 1, top + int(rows[-1]) + 1

    def _lines(self, frame: Frame) -> list[TextLine]:
        scale = self._scale
        x0, top, x1, bottom = (round(value * scale) for value in frame)
        words = self._engine.words(Layout.BLOCK, (x0, top, x1, bottom))
        return text_lines(_unscaled(word, scale) for word in words)

    def again(self, cell: _CellRead) -> list[str]:
        """Other readings of a small cell, at other scales."""
        assert cell.frame is not None
        x0, top, x1, bottom = cell.frame
        part = self._soft[max(top - 2, 0) : bottom + 2, max(x0 - 2, 0) : x1 + 2]
        texts: list[str] = []
        for scale in _OTHER_SCALES:
            large = _scaled(part, self._scale * scale)
            rim = round(6 * self._scale * scale)
            large = np.asarray(cv2.copyMakeBorder(large, rim, rim, rim, rim, cv2.BORDER_CONSTANT, value=255))
            self._engine.show(large.astype(np.uint8), self._point * 72 * self._scale * scale)
            lines = text_lines(self._engine.words(Layout.LINE))
            texts.append("".join(word.text for line in lines for word in line.words))
        return texts

    def replace_text(self, cell: _CellRead, text: str) -> None:
        """Put ``text`` in the place of what was read in a cell of one line."""
        assert cell.frame is not None
        x0, top, x1, bottom = map(float, cell.frame)
        words = [word for line in cell.lines for word in line.words]
        height = words[0].height if words else 0.68 * (bottom - top)
        y = words[0].y if words else bottom
        word = Word(text, x0, top, x1, bottom, y, height, words[0].line if words else -1, 0.0)
        cell.lines = [TextLine((word,))]
