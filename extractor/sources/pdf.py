"""PDF to Source: logical lines, ruled tables, pages and boxes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from extractor.errors import ReadError
from extractor.sources import pdf_legacy
from extractor.sources.builder import SourceBuilder, clean
from extractor.sources.layout import line_kind
from extractor.sources.legacy import legacy_note
from extractor.sources.limits import Limits
from extractor.sources.model import BlockKind, Box, Piece, Source
from extractor.sources.pdf_lines import Line, page_lines, split_footnotes, without_running
from extractor.sources.pdf_page import PageData, has_stamps, load_page
from extractor.sources.pdf_paragraphs import Paragraph, frame_of, join_texts, paragraphs
from extractor.sources.pdf_runs import LINE_END_HYPHEN
from extractor.sources.pdf_stitch import continues, stitch
from extractor.sources.pdf_tables import PdfTable, page_tables
from extractor.sources.pdf_unruled import unruled_tables
from extractor.sources.scans import Scans


def read_pdf(data: bytes, name: str, limits: Limits | None = None) -> Source:
    """Read a PDF; pages without a usable text layer are recognised, or else named in notes."""
    scans = Scans(limits or Limits())
    try:
        pages, unreadable = _load(data, name, scans)
    finally:
        scans.close()
    pages, encodings = pdf_legacy.to_unicode(pages)
    builder = SourceBuilder(name, "pdf")
    for encoding in encodings:
        note = legacy_note(encoding)
        builder.note(note.code, note.message)
    assemble(builder, pages)
    for number in sorted(unreadable):
        builder.note("page-unreadable", f"Trang {number} bị hỏng, không đọc được.")
    return scans.marked(builder.build())


def assemble(builder: SourceBuilder, pages: list[PageData]) -> None:
    """Write what stands on the pages: logical lines and tables, whole across pages."""
    pages = [_hyphenated(page) for page in _plausibly_bold(pages)]
    tables, lines = _tables_and_lines(pages)
    assembler = _Assembler(builder)
    for page, page_rows, found in zip(pages, without_running(pages, lines), tables, strict=True):
        assembler.add(page, page_rows, found)
    assembler.close()


def _tables_and_lines(pages: list[PageData]) -> tuple[list[list[PdfTable]], list[list[Line]]]:
    """By page: its tables from top to bottom, ruled or not, and the lines outside of them."""
    tables: list[list[PdfTable]] = []
    lines: list[list[Line]] = []
    before: PdfTable | None = None
    for page in pages:
        found, rest = page_tables(page) if page.edges else ([], list(page.runs))
        unruled, rest = unruled_tables(page, rest, before)
        before = unruled[-1] if unruled else None
        tables.append(sorted([*found, *unruled], key=lambda table: table.box.top))
        lines.append(page_lines(page.number, rest))
    return tables, lines


def _plausibly_bold(pages: list[PageData]) -> list[PageData]:
    """Some producers give every font a bold weight: boldness that covers most of a document says nothing."""
    total = sum(len(run.text) for page in pages for run in page.runs)
    if total < 3000 or sum(len(run.text) for page in pages for run in page.runs if run.bold) < 0.7 * total:
        return pages
    return [replace(page, runs=tuple(replace(run, bold=False) for run in page.runs)) for page in pages]


def _hyphenated(page: PageData) -> PageData:
    """The page with plain hyphens for pdfium's sign of a hyphen that closes a line."""
    if not any(LINE_END_HYPHEN in run.text for run in page.runs):
        return page
    runs = (replace(run, text=run.text.replace(LINE_END_HYPHEN, "-")) for run in page.runs)
    return replace(page, runs=tuple(runs))


def _load(data: bytes, name: str, scans: Scans) -> tuple[list[PageData], set[int]]:
    limits = scans.limits
    document = _open(data, name)
    unreadable: set[int] = set()
    try:
        count = len(document)
        if count == 0:
            raise ReadError(name, "tệp PDF không có trang nào")
        if count > limits.max_pages:
            raise ReadError(name, f"tệp PDF có {count} trang, quá giới hạn {limits.max_pages} trang")
        pages: list[PageData] = []
        chars, clock = 0, limits.clock(name)
        for index in range(count):
            clock.check()
            page = _page(document, index, scans)
            if page is None:
                unreadable.add(index + 1)
                page = PageData(index + 1, 0.0, 0.0, (), ())
            chars += sum(len(run.text) for run in page.runs)
            if chars > limits.max_chars:
                raise ReadError(name, f"văn bản dài hơn giới hạn {limits.max_chars} ký tự")
            pages.append(page)
    finally:
        document.close()
    if len(unreadable) == len(pages):
        raise ReadError(name, "tệp PDF đã hỏng, không đọc được trang nào")
    return pages, unreadable


def _open(data: bytes, name: str) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise ReadError(name, "tệp PDF có mật khẩu; hãy bỏ mật khẩu rồi thử lại") from error
        raise ReadError(name, "tệp PDF đã hỏng, không mở được") from error


def _page(document: Any, index: int, scans: Scans) -> PageData | None:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return None
    try:
        if has_stamps(page):
            pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)  # in memory only
            page.close()
            page = document[index]
        return scans.page(page, load_page(page, index + 1))
    except pypdfium2.PdfiumError:
        return None
    finally:
        page.close()


@dataclass
class _Assembler:
    """Puts pages together: what crosses a page is held back until it is known to be whole."""

    builder: SourceBuilder
    _held: Paragraph | None = None
    _table: PdfTable | None = None
    _notes: list[Paragraph] = field(default_factory=list)
    _pages: dict[int, PageData] = field(default_factory=dict)
    _announced: int = 0

    def add(self, page: PageData, lines: list[Line], tables: list[PdfTable]) -> None:
        """Append a page: stretches of text between its tables, in order."""
        self._pages[page.number] = page
        rest, notes = split_footnotes(page, lines)
        frame = frame_of(rest, page.width, [table.box for table in tables])
        for table in tables:
            above = [line for line in rest if line.y <= table.box.top + 1]
            rest = rest[len(above) :]
            self._text(paragraphs(above, frame, self._held))
            if (
                self._table is not None
                and continues(self._table, table)
                and self._table.pages[-1] < page.number
            ):
                self._table = stitch(self._table, table)
            else:
                self.flush()
                self._table = table
        self._text(paragraphs(rest, frame, self._held))
        self._notes += paragraphs(notes, frame_of(notes, page.width))

    def _text(self, found: list[Paragraph]) -> None:
        if found:  # something new begins, so what was held is whole
            self.flush()
        for paragraph in found[:-1]:
            self._write(paragraph)
        if found:
            self._held = found[-1]

    def flush(self) -> None:
        """Write what was held back; footnotes follow, or go first where most of it stands below them."""
        held, self._held = self._held, None
        if held is not None and _mostly_below(held):
            self._write_notes()
        if held is not None:
            self._write(held)
        if self._table is not None:
            table, self._table = self._table, None
            self._write_table(table)
        self._write_notes()

    def _write_notes(self) -> None:
        notes, self._notes = self._notes, []
        for note in notes:
            self._write(note, "footnote")

    def close(self) -> None:
        """Write the rest, and announce pages on which nothing stands."""
        self.flush()
        self._announce(max(self._pages, default=0))

    def _write(self, paragraph: Paragraph, kind: BlockKind | None = None) -> None:
        self._announce(paragraph.lines[0].page)
        start, text = self.builder.length, clean(paragraph.text)
        bold = all(line.bold for line in paragraph.lines)
        pieces = [line.piece for line in paragraph.lines]
        boxes = [_frame(list(group)) for _, group in groupby(pieces, lambda piece: piece.page)]
        self.builder.block(text, kind or line_kind(text), bold=bold, boxes=boxes, pieces=pieces)
        if text and all(line.capitals for line in paragraph.lines):
            self.builder.mark_capitals()
        for index, line in enumerate(paragraph.lines):
            if line.page > self._announced:
                before = clean(join_texts(x.text for x in paragraph.lines[: index + 1]))
                self._announce(line.page, start + len(before) - len(clean(line.text)))

    def _write_table(self, table: PdfTable) -> None:
        self._announce(table.pages[0])
        cells: dict[int, list[Box]] = {}
        for row in table.rows:
            for cell in row:
                for box in cell.boxes:
                    cells.setdefault(box.page, []).append(box)
        boxes = [_around(found) for found in cells.values()]
        written = self.builder.table(table.rows, boxes)
        if written is None:
            return
        for page, placed in zip(table.pages, written.rows, strict=True):
            if page > self._announced and placed:
                self._announce(page, placed[0].start)

    def _announce(self, number: int, at: int | None = None) -> None:
        """Tell the builder of every page up to ``number``, also of those without text."""
        for page in range(self._announced + 1, number + 1):
            data = self._pages[page]
            self.builder.page(page, data.width, data.height, at=at, turn=data.turn)
        self._announced = max(self._announced, number)


def _mostly_below(paragraph: Paragraph) -> bool:
    """Whether a paragraph that crosses a page has less of its text on the first one."""
    first = paragraph.lines[0].page
    above = sum(len(line.text) for line in paragraph.lines if line.page == first)
    return 2 * above < sum(len(line.text) for line in paragraph.lines)


def _frame(pieces: list[Piece]) -> Box:
    return Box(
        pieces[0].page, round(min(p.x0 for p in pieces), 1), round(min(p.top for p in pieces), 1),
        round(max(p.x1 for p in pieces), 1), round(max(p.bottom for p in pieces), 1),
    )  # fmt: skip


def _around(boxes: list[Box]) -> Box:
    return Box(
        boxes[0].page, min(b.x0 for b in boxes), min(b.top for b in boxes),
        max(b.x1 for b in boxes), max(b.bottom for b in boxes),
    )  # fmt: skip
