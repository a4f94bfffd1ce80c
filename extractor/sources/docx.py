"""DOCX to Source: the body in reading order, as Word prints it with all changes accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate

from docx.oxml.ns import qn

from extractor.sources import docx_fonts
from extractor.sources.builder import CellInput, SourceBuilder, clean
from extractor.sources.columns import regular_columns
from extractor.sources.docx_numbering import Numbering
from extractor.sources.docx_parts import Element, Parts, Styles, elements, is_on, number, open_parts, value
from extractor.sources.layout import is_layout_table, is_letterhead, is_signature, line_kind, opens_line
from extractor.sources.legacy import legacy_note
from extractor.sources.limits import MAX_SPAN, Clock, Limits
from extractor.sources.model import BlockKind, Source
from extractor.sources.numerals import numeral
from extractor.sources.stitching import Stitcher
from extractor.sources.symbols import sign, signs

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SKIPPED = {
    qn(tag)
    for tag in (
        "w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sdtPr", "w:instrText", "w:delText", "w:rt",
        "w:commentReference", "w:sectPr",
    )
}  # fmt: skip
_WRITTEN = {
    qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:ptab"): " ",
}  # fmt: skip
_NOTES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_WRAPPERS = {qn(tag) for tag in ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag")}


@dataclass
class _Line:
    """What a paragraph says: its runs' text with their boldness, the text boxes and notes anchored in it."""

    parts: list[tuple[str, bool]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    shouted: int = 0  # letters in fonts that print capitals only

    @property
    def capitals(self) -> bool:
        return self.shouted > 0.9 * sum(c.isalpha() for c in self.text)

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.parts)

    @property
    def bold(self) -> bool:
        weights = [bold for text, bold in self.parts if text.strip()]
        return bool(weights) and all(weights)


def read_docx(data: bytes, name: str, limits: Limits | None = None) -> Source:
    """Read a DOCX package. Headers, footers and deleted text are left out; notes follow their paragraph."""
    limits = limits or Limits()
    clock = limits.clock(name)
    return read_parts(open_parts(data, name, limits), name, "docx", clock)


def read_parts(parts: Parts, name: str, format: str, clock: Clock | None = None) -> Source:
    """Read the parts of a text document; other readers (DOC, RTF) bring theirs into the same form."""
    builder = SourceBuilder(name, format)
    styles = Styles(parts.styles)
    for encoding in docx_fonts.to_unicode(parts, styles):
        note = legacy_note(encoding)
        builder.note(note.code, note.message)
    reader = _Reader(builder, styles, parts, clock or Limits().clock(name))
    reader.container(parts.body)
    reader.tables.flush()
    return builder.build()


class _Reader:
    def __init__(self, builder: SourceBuilder, styles: Styles, parts: Parts, clock: Clock) -> None:
        self.builder, self.styles, self.clock = builder, styles, clock
        self.tables = Stitcher(builder)
        self.numbering = Numbering(parts.numbering, styles)
        self._notes = parts.notes
        self._cell_notes: list[tuple[str, str]] = []  # of the table that is being read
        self._noted: list[tuple[str, str]] = []  # in the order of their numbers
        self._placed = False  # inside a table that only places text
        self._carried = _Line()  # text of a paragraph whose end mark was deleted: it joins the next

    def container(self, parent: Element) -> None:
        """Paragraphs and tables of a body, a text box or a layout cell, as blocks."""
        for child in elements(parent):
            self.clock.check()
            if child.tag == qn("w:p"):
                self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                self._table(child)
            elif child.tag in _WRAPPERS:
                self.container(child)

    def _paragraph(self, paragraph: Element) -> None:
        line = self._line(paragraph)
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is not None:
            self._carried.parts += line.parts
            self._carried.boxes += line.boxes
            self._carried.notes += line.notes
            self._carried.shouted += line.shouted
            return
        if self._carried.parts:
            line.parts = self._carried.parts + line.parts
            line.shouted += self._carried.shouted
        line.boxes = self._carried.boxes + line.boxes
        line.notes = self._carried.notes + line.notes
        self._carried = _Line()
        place = self.styles.numbering(paragraph)
        label = self.numbering.label(*place) if place else ""
        if self.styles.is_contents(paragraph):
            return
        heading = self.styles.is_heading(paragraph)
        stack = 8 if self._placed else 3 if value(paragraph, "w:pPr", "w:jc") == "center" else 0
        for index, text in enumerate(_split_lines(line.text, stack)):
            text = label + text if not index and clean(text) else text
            kind = line_kind(clean(text))
            if heading:
                kind = "heading"
            elif place and label:
                kind = "list_item"
            self._block(text, kind, line.bold)
            if line.capitals and clean(text):
                self.builder.mark_capitals()
        for box in line.boxes:
            self.container(box)
        self._write_notes(line.notes)

    def _block(self, text: str, kind: BlockKind, bold: bool = False) -> None:
        if clean(text):
            self.tables.flush()
            self.builder.block(text, kind, bold=bold)

    def _write_notes(self, references: list[tuple[str, str]]) -> None:
        """Notes as blocks of their own, with the number that the reference in the text prints."""
        for reference in references:
            note = self._notes.get(reference)
            if note is None or reference in self._noted:
                continue
            self._noted.append(reference)
            count = sum(kind == reference[0] for kind, _ in self._noted)
            number = numeral(count, "i") if reference[0] == "endnote" else str(count)
            if text := clean(self._cell_text(note)):
                self._block(f"{number} {text}", "footnote")

    def _line(self, paragraph: Element) -> _Line:
        line = _Line()
        self._collect(paragraph, paragraph, False, line)
        return line

    def _collect(self, node: Element, paragraph: Element, bold: bool, line: _Line) -> None:
        for child in elements(node):
            tag = child.tag
            if tag in _SKIPPED:
                continue
            if tag == qn("w:t") or tag == _MATH_TEXT:
                line.parts.append((signs(child.text or ""), bold))
                if docx_fonts.prints_capitals(child):
                    line.shouted += sum(c.isalpha() for c in child.text or "")
            elif tag == qn("w:sym"):
                line.parts.append((_symbol(child), bold))
            elif tag in _NOTES:
                line.notes.append((_NOTES[tag], child.get(qn("w:id")) or ""))
            elif tag in _WRITTEN:
                line.parts.append((_WRITTEN[tag], bold))
            elif tag == qn("w:txbxContent"):
                line.boxes.append(child)
            elif tag == f"{_MC}AlternateContent":
                choices = elements(child)[:1]  # the fallback repeats the first choice
                for choice in choices:
                    self._collect(choice, paragraph, bold, line)
            elif tag == qn("w:r"):
                if not is_on(child.find(qn("w:rPr")), "w:vanish"):
                    self._run(child, paragraph, line)
            else:
                self._collect(child, paragraph, bold, line)

    def _run(self, run: Element, paragraph: Element, line: _Line) -> None:
        before = len(line.parts)
        self._collect(run, paragraph, self.styles.toggle("w:b", run, paragraph), line)
        if self.styles.toggle("w:caps", run, paragraph):  # the words as printed
            line.parts[before:] = [(text.upper(), bold) for text, bold in line.parts[before:]]

    def _cell_text(self, cell: Element) -> str:
        """All words of a cell; list numbers count here even before empty text (columns of numbers)."""
        words: list[str] = []
        for child in elements(cell):
            if child.tag == qn("w:p"):
                line = self._line(child)
                place = self.styles.numbering(child)
                label = self.numbering.label(*place) if place else ""
                if label == "- " and not line.text.strip():
                    label = ""
                words.append(label + line.text)
                words += [self._cell_text(box) for box in line.boxes]
                self._cell_notes += line.notes
            elif child.tag == qn("w:tbl"):
                words += [self._cell_text(inner) for _, row in _rows(child) for inner in row]
            elif child.tag in _WRAPPERS:
                words.append(self._cell_text(child))
        return " ".join(word for word in words if word.strip())

    def _table(self, table: Element) -> None:
        self._carried = _Line()
        rows = _rows(table)
        columns = max((sum(_span(cell) for cell in row) for _, row in rows), default=0)
        plain = [["".join(t.text or "" for t in cell.iter(qn("w:t"))) for cell in row] for _, row in rows]
        nested = any(cell.find(qn("w:tbl")) is not None for _, row in rows for cell in row)
        single = nested and sum(len(row) for _, row in rows) == 1
        if single or is_layout_table(plain, columns, self.styles.table_bordered(table)):
            self._layout([row for _, row in rows])
            return
        grid = [tuple(row) for row in self._grid(rows)]
        lines = _edges(table, columns)
        regular, edges = regular_columns(grid, lines or [float(place) for place in range(columns + 1)])
        self.tables.add([list(row) for row in regular], len(edges) - 1, edges if lines else ())
        notes, self._cell_notes = self._cell_notes, []
        self._write_notes(notes)

    def _layout(self, rows: list[list[Element]]) -> None:
        """Cells that only place text: the left column's lines, then the next one's."""
        outer, self._placed = self._placed, sum(map(len, rows)) > 1
        for column in range(max((len(row) for row in rows), default=0)):
            for row in rows:
                if column < len(row) and not _continues(row[column]):
                    self.container(row[column])
        self._placed = outer

    def _grid(self, rows: list[tuple[int, list[Element]]]) -> list[list[CellInput]]:
        grid: list[list[CellInput]] = []
        open_merges: dict[int, tuple[int, int]] = {}  # column -> where in the grid its merge began
        for before, row in rows:
            self.clock.check()
            column, line = before, list[CellInput]()
            for cell in row:
                span = _span(cell)
                if _continues(cell) and column in open_merges:
                    r, i = open_merges[column]
                    top = grid[r][i]
                    rows_now = min(len(grid) - r + 1, MAX_SPAN)
                    grid[r][i] = CellInput(top.text, top.column, rows_now, top.column_span)
                elif value(cell, "w:tcPr", "w:hMerge") == "continue" and line:
                    last = line[-1]
                    line[-1] = CellInput(last.text, last.column, last.row_span, last.column_span + span)
                else:
                    open_merges.pop(column, None)
                    if value(cell, "w:tcPr", "w:vMerge") == "restart":
                        open_merges[column] = (len(grid), len(line))
                    line.append(CellInput(self._cell_text(cell), column, 1, span))
                column += span
            grid.append(line)
        return grid


def _rows(table: Element) -> list[tuple[int, list[Element]]]:
    """Rows as (skipped grid columns, cells); rows deleted by a tracked change are gone."""
    found: list[tuple[int, list[Element]]] = []
    for row in _within(table, qn("w:tr")):
        properties = row.find(qn("w:trPr"))
        if properties is not None and properties.find(qn("w:del")) is not None:
            continue
        before = number(value(properties, "w:gridBefore"))
        found.append((min(max(before, 0), MAX_SPAN), _within(row, qn("w:tc"))))
    return found


def _edges(table: Element, columns: int) -> list[float]:
    """Places of the grid's lines in twentieths of a point; none where the file has no widths."""
    widths = [
        number(column.get(qn("w:w"))) for column in table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
    ]
    if len(widths) < columns or not all(width > 0 for width in widths):
        return []
    return [0.0, *(float(edge) for edge in accumulate(widths))]


def _within(parent: Element, tag: str) -> list[Element]:
    """Children of ``tag``, also inside content controls and tracked insertions."""
    found: list[Element] = []
    for child in elements(parent):
        if child.tag == tag:
            found.append(child)
        elif child.tag in _WRAPPERS:
            found += _within(child, tag)
    return found


def _symbol(element: Element) -> str:
    """A sign inserted from a symbol font."""
    try:
        code = int(element.get(qn("w:char")) or "", 16)
    except ValueError:
        return ""
    return sign(code, element.get(qn("w:font")) or "") if 0 <= code <= 0x10FFFF else ""


def _span(cell: Element) -> int:
    return min(max(number(value(cell, "w:tcPr", "w:gridSpan"), 1), 1), MAX_SPAN)


def _continues(cell: Element) -> bool:
    properties = cell.find(qn("w:tcPr"))
    merge = None if properties is None else properties.find(qn("w:vMerge"))
    return merge is not None and merge.get(qn("w:val"), "continue") == "continue"


def _split_lines(text: str, stack: int) -> list[str]:
    """A paragraph typed with line breaks before bullets, or in a signature, is several lines to a reader.

    So is one whose first line is at most ``stack`` words in capitals (the type of the act, an issuer).
    """
    pieces = [piece for piece in re.split(r"\n+", text) if piece.strip()]
    if len(pieces) < 2:
        return [text]
    first = clean(pieces[0])
    if is_signature(first) or (stack and is_letterhead(text)):
        return pieces
    if first.isupper() and len(first.split()) <= stack:
        return pieces
    items = pieces[:1]
    for piece in pieces[1:]:
        if opens_line(clean(piece)):
            items.append(piece)
        else:
            items[-1] += " " + piece
    return items
