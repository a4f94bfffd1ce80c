"""Old Word formats brought into the form of a DOCX body, so that one reader reads them all.

DOC and RTF are streams: text with formats, then a mark that ends a paragraph, a cell or a row. Here they
become w:p, w:r and w:tbl; columns are found again from the cells' right edges.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Literal

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from extractor.sources.docx_parts import Element, Parts

MAX_DEPTH = 8  # tables inside tables
_NEAR = 60  # edges closer than this (twips) are one column border
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Merge = Literal["restart", "continue"]


@dataclass(frozen=True, slots=True)
class Face:
    """How a run prints."""

    font: str | None = None
    bold: bool = False
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """How a paragraph stands: ``list_id`` and ``level`` of an automatic number, 0 for none."""

    centered: bool = False
    heading: bool = False
    list_id: int = 0
    level: int = 0


PLAIN = Form()


@dataclass(frozen=True, slots=True)
class CellShape:
    """A cell of a row's definition: its right edge in twips and its merges down and across."""

    right: int
    down: Merge | None = None
    across: Merge | None = None


@dataclass(frozen=True, slots=True)
class RowShape:
    """A row's definition: its left edge in twips, its cells, and whether rules are drawn around any."""

    left: int = 0
    cells: tuple[CellShape, ...] = ()
    bordered: bool = False


NO_SHAPE = RowShape()


@dataclass(slots=True)
class _Level:
    """An open table (or, lowest, the body): its rows, the row's cells, the cell's paragraphs and tables."""

    content: list[Element] = field(default_factory=list)
    cells: list[list[Element]] = field(default_factory=list)
    rows: list[tuple[list[list[Element]], RowShape]] = field(default_factory=list)


class WordBuilder:
    """Receives the stream and returns the parts of a document."""

    def __init__(self) -> None:
        self._levels = [_Level()]
        self._runs: list[tuple[str, Face]] = []

    @property
    def at_start(self) -> bool:
        """Whether the paragraph has no text yet."""
        return not any(text.strip() for text, _ in self._runs)

    def text(self, text: str, face: Face) -> None:
        """Text of the paragraph that is being read; "\\n" is a line break inside it."""
        text = xml_text(text)
        if text and self._runs and self._runs[-1][1] == face:
            self._runs[-1] = (self._runs[-1][0] + text, face)
        elif text:
            self._runs.append((text, face))

    def end_paragraph(self, depth: int = 0, form: Form = PLAIN) -> None:
        """The paragraph ends; ``depth`` tables are around it."""
        self._open(depth)
        self._levels[-1].content.append(_paragraph(self._runs, form))
        self._runs = []

    def end_cell(self, depth: int, form: Form = PLAIN) -> None:
        """The cell ends, and with it its last paragraph."""
        depth = max(depth, 1)
        self.end_paragraph(depth, form)
        level = self._levels[-1]
        level.cells.append(level.content)
        level.content = []

    def end_row(self, depth: int, shape: RowShape) -> None:
        """The row ends; what stands behind its last cell mark is dropped."""
        self._open(max(depth, 1))
        level = self._levels[-1]
        if any(_has_text(element) for element in level.content):
            level.cells.append(level.content)
        if level.cells:
            level.rows.append((level.cells, shape))
        level.content, level.cells = [], []
        self._runs = []

    def parts(self, numbering: Element | None = None) -> Parts:
        """The whole document, with its lists where they are known."""
        if self._runs:
            self.end_paragraph()
        self._open(0)
        body = OxmlElement("w:body")
        for element in self._levels[0].content:
            body.append(element)
        return Parts(body, None, numbering)

    def _open(self, depth: int) -> None:
        depth = min(depth, MAX_DEPTH)
        while len(self._levels) - 1 < depth:
            self._levels.append(_Level())
        while len(self._levels) - 1 > depth:
            level = self._levels.pop()
            if level.content:
                level.cells.append(level.content)
            if level.cells:
                level.rows.append((level.cells, NO_SHAPE))
            if level.rows:
                self._levels[-1].content.append(_table(level.rows))


def xml_text(text: str) -> str:
    """``text`` without what XML can't hold."""
    return _NOT_XML.sub("", text)


def _has_text(element: Element) -> bool:
    return any((text.text or "").strip() for text in element.iter(qn("w:t")))


def _add(parent: Element, tag: str, **attributes: str) -> Element:
    child = OxmlElement(tag)
    for name, content in attributes.items():
        child.set(qn(f"w:{name}"), content)
    parent.append(child)
    return child


def _paragraph(runs: list[tuple[str, Face]], form: Form) -> Element:
    paragraph = OxmlElement("w:p")
    if form != PLAIN:
        properties = _add(paragraph, "w:pPr")
        if form.centered:
            _add(properties, "w:jc", val="center")
        if form.heading:
            _add(properties, "w:outlineLvl", val="0")
        if form.list_id:
            place = _add(properties, "w:numPr")
            _add(place, "w:ilvl", val=str(form.level))
            _add(place, "w:numId", val=str(form.list_id))
    for text, face in runs:
        run = _add(paragraph, "w:r")
        properties = _add(run, "w:rPr")
        if face.font:
            font = xml_text(face.font)
            _add(properties, "w:rFonts", ascii=font, hAnsi=font)
        if face.bold:
            _add(properties, "w:b")
        if face.capitals:
            _add(properties, "w:caps")
        for number, line in enumerate(text.split("\n")):
            if number:
                _add(run, "w:br")
            _add(run, "w:t").text = line
    return paragraph


def _table(rows: list[tuple[list[list[Element]], RowShape]]) -> Element:
    table = OxmlElement("w:tbl")
    properties = _add(table, "w:tblPr")
    if any(shape.bordered for _, shape in rows):
        _add(_add(properties, "w:tblBorders"), "w:top", val="single")
    borders = _column_borders([shape for _, shape in rows])
    for cells, shape in rows:
        _row(table, cells, shape if len(shape.cells) >= len(cells) else NO_SHAPE, borders)
    return table


def _column_borders(shapes: list[RowShape]) -> list[int]:
    """Right edges of the table's grid columns, and its left edge first."""
    edges = sorted(
        {shape.left for shape in shapes if shape.cells} | {c.right for s in shapes for c in s.cells}
    )
    borders: list[int] = []
    for edge in edges:
        if not borders or edge - borders[-1] > _NEAR:
            borders.append(edge)
    return borders


def _place(edge: int, borders: list[int]) -> int:
    return bisect_left(borders, edge - _NEAR)


def _row(table: Element, cells: list[list[Element]], shape: RowShape, borders: list[int]) -> None:
    row = _add(table, "w:tr")
    column = _place(shape.left, borders) if shape.cells else 0
    if column:
        _add(_add(row, "w:trPr"), "w:gridBefore", val=str(column))
    for number, content in enumerate(cells):
        cell = _add(row, "w:tc")
        properties = _add(cell, "w:tcPr")
        if number < len(shape.cells):
            place = _place(shape.cells[number].right, borders)
            if place - column > 1:
                _add(properties, "w:gridSpan", val=str(place - column))
            column = max(place, column)
            _merges(properties, shape.cells[number])
        for element in content:
            cell.append(element)


def _merges(properties: Element, cell: CellShape) -> None:
    if cell.across:
        _add(properties, "w:hMerge", val=cell.across)
    if cell.down:
        _add(properties, "w:vMerge", val=cell.down)
