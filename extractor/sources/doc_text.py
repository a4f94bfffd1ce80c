"""DOC to Source without any other program: the text's pieces with the properties of runs and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.errors import ReadError
from extractor.sources.doc_file import DocFile, Lookup, Piece, open_doc
from extractor.sources.doc_lists import read_numbering
from extractor.sources.doc_styles import ParagraphProps, RunProps, Sheet, read_sheet
from extractor.sources.docx import read_parts
from extractor.sources.legacy_tables import decode_cp1252
from extractor.sources.limits import Limits
from extractor.sources.model import Source
from extractor.sources.rtf_text import picture_text
from extractor.sources.wordml import MAX_DEPTH, Face, Form, WordBuilder

_ENDS = "\r\x07\x0c"
_PART = re.compile("[\r\x07\x0c\x13\x14\x15]|[^\r\x07\x0c\x13\x14\x15]+")
_SIGNS = str.maketrans(
    {"\x0b": "\n", "\t": " ", "\x0e": "\n", "\x1e": "-", "\x1f": "\u00ad", "\xa0": " ",
     **dict.fromkeys("\x01\x02\x03\x04\x05\x06\x08", "")}
)  # fmt: skip


def read_doc_text(data: bytes, name: str, limits: Limits) -> Source:
    """Read a Word 97-2003 file (or the plain text of an older one). Raises ReadError."""
    doc = open_doc(data, name)
    if doc.text_length > limits.max_chars:
        raise ReadError(name, f"văn bản dài hơn giới hạn {limits.max_chars} ký tự")
    reader = _Reader(doc)
    reader.read()
    return read_parts(reader.builder.parts(read_numbering(doc, reader.sheet)), name, "doc")


class _Reader:
    def __init__(self, doc: DocFile) -> None:
        self.doc = doc
        self.sheet: Sheet = read_sheet(doc)
        self.characters, self.paragraphs = Lookup(doc.characters()), Lookup(doc.paragraphs())
        self.builder = WordBuilder()
        self.fields: list[bool] = []  # open fields: whether their result has begun

    def read(self) -> None:
        pending: list[tuple[str, int]] = []  # text of the paragraph so far, with its place in the stream
        for text, place in self._texts():
            if text not in _ENDS:
                pending.append((text, place))
                continue
            span = self.paragraphs.at(place)
            style, grpprl = (span.style, span.grpprl) if span else (0, b"")
            props = self.sheet.paragraph(max(style, 0), grpprl)
            self._runs(pending, props)
            pending = []
            self._end(text, props)
        self._runs(pending, ParagraphProps())

    def _texts(self) -> Iterator[tuple[str, int]]:
        """Marks, and texts of one format each, with their place in the main stream."""
        for piece in self.doc.pieces():
            size = 2 if piece.wide else 1
            at, end = piece.fc, piece.fc + size * piece.length
            while at < end:
                stop = min(end, max(self.characters.next_start(at), at + size))
                stop = at + (stop - at + size - 1) // size * size
                raw = self.doc.main[at:stop]
                if not raw:
                    return
                text = _decoded(raw, piece)
                for match in _PART.finditer(text):
                    yield match.group(), at + size * match.start()
                at = stop

    def _runs(self, texts: list[tuple[str, int]], paragraph: ParagraphProps) -> None:
        for text, place in texts:
            if text in "\x13\x14\x15":
                self._field(text)
                continue
            span = self.characters.at(place)
            props = self.sheet.run(paragraph.style, span.grpprl if span else b"")
            if not props.hidden and not props.special and all(self.fields):
                self._write(text, props)

    def _field(self, mark: str) -> None:
        """A field is its code, then its result: only the result is printed."""
        if mark == "\x13":
            self.fields.append(False)
        elif mark == "\x14" and self.fields:
            self.fields[-1] = True
        elif mark == "\x15" and self.fields:
            self.fields.pop()

    def _write(self, text: str, props: RunProps) -> None:
        font = self.sheet.font_name(props.font)
        text = picture_text(text.translate(_SIGNS), font, label=False, start=self.builder.at_start)
        self.builder.text(text, Face(font, props.bold, props.capitals))

    def _end(self, mark: str, props: ParagraphProps) -> None:
        list_id = props.list_id if props.list_id < 0xF801 else 0
        form = Form(props.centered, props.heading, list_id, props.level)
        depth = min(props.depth, MAX_DEPTH)
        if mark == "\x07":
            if props.ends_row:
                self.builder.end_row(1, props.row)
            else:
                self.builder.end_cell(1, form)
        elif props.inner_row:
            self.builder.end_row(max(depth, 2), props.row)
        elif props.inner_cell:
            self.builder.end_cell(max(depth, 2), form)
        elif mark == "\r" or not self.builder.at_start:
            self.builder.end_paragraph(depth, form)


def _decoded(raw: bytes, piece: Piece) -> str:
    if piece.wide:
        return raw.decode("utf-16-le", "replace")
    return decode_cp1252(raw)
