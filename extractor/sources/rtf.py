"""RTF to Source: the stream of control words becomes a document body, which the DOCX reader reads.

Fonts are kept by run, for text in fonts made before Unicode. Headers, footers, footnotes, hidden and
deleted text are left out; list numbers are taken as the file spells them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractor.errors import ReadError
from extractor.sources.docx import read_parts
from extractor.sources.limits import Limits
from extractor.sources.model import Source
from extractor.sources.rtf_text import SYMBOLS, Fonts, picture_text
from extractor.sources.wordml import MAX_DEPTH, CellShape, Face, Form, Merge, RowShape, WordBuilder

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>[^a-zA-Z'])|(?P<brace>[{}])|(?P<newline>[\r\n]+)|(?P<text>[^\\{}\r\n]+)|.",
    re.DOTALL,
)
_MAX_GROUPS = 10_000
# Groups whose text is none of the document's body.
_NO_TEXT = """
    colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf
    footnote annotation ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn fldinst shprslt nonesttables
    nonshppict xe tc rxe listtable listoverridetable revtbl rsidtbl generator themedata datastore
    colorschememapping latentstyles bkmkstart bkmkend template
"""
_SKIPPED = frozenset(_NO_TEXT.split())
# Groups marked as ones to pass over ("\*"), or inside such, that do hold text or table marks.
_READ = frozenset({"shptxt", "dptxbxtext", "ud", "nesttableprops", "result"})
_OUTER = frozenset({"shpinst", "do", "upr", "object", "shp"})  # skipped, but not what they hold of the above
_BOXES = frozenset({"shptxt", "dptxbxtext"})


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits and its end forgets."""

    font: int | None = None
    bold: bool = False
    capitals: bool = False
    hidden: bool = False
    skip: bool = False
    table_of_fonts: bool = False
    box: bool = False
    label: bool = False
    fallback: int = 1  # characters that follow a \\u for readers without Unicode
    in_table: bool = False
    depth: int | None = None
    centered: bool = False
    heading: bool = False

    @property
    def tables(self) -> int:
        depth = self.depth if self.depth is not None else int(self.in_table)
        return min(max(depth, 0), MAX_DEPTH)


@dataclass(slots=True)
class _Row:
    """The row definition being read."""

    left: int = 0
    cells: list[CellShape] = field(default_factory=list)
    bordered: bool = False
    down: Merge | None = None
    across: Merge | None = None
    border_of_cell: bool = False

    def shape(self) -> RowShape:
        return RowShape(self.left, tuple(self.cells), self.bordered)


def read_rtf(data: bytes, name: str, limits: Limits | None = None) -> Source:
    """Read an RTF file. Raises ReadError where it is cut or too large."""
    limits = limits or Limits()
    reader = _Reader(name, limits)
    reader.read(data.decode("latin-1"))
    return read_parts(reader.builder.parts(), name, "rtf")


class _Reader:
    def __init__(self, name: str, limits: Limits) -> None:
        self.name, self.limits = name, limits
        self.builder = WordBuilder()
        self.fonts = Fonts()
        self.state = _State()
        self.stack: list[_State] = []
        self.row = _Row()
        self.bytes = bytearray()
        self.ignore = 0  # fallback characters still to pass over
        self.high = 0  # first half of a surrogate pair
        self.chars = 0
        self.starred = False

    def read(self, text: str) -> None:
        position = 0
        while position < len(text):
            match = _TOKEN.match(text, position)
            if match is None:
                break
            position = match.end()
            kind = match.lastgroup
            if kind in ("word", "number"):
                word, number = match["word"], match["number"]
                if word == "bin":
                    position += min(max(int(number or 0), 0), len(text) - position)
                    continue
                self._flush_bytes()
                self._word(word, int(number) if number else None)
                self.starred = False
            elif kind == "byte":
                self._byte(int(match["byte"], 16))
            elif kind == "text":
                self._plain(match["text"])
            elif kind == "sign":
                self._sign(match["sign"])
            elif kind == "brace":
                self._flush_bytes()
                self._brace(match["brace"])
        self._flush_bytes()

    def _brace(self, brace: str) -> None:
        self.ignore, self.starred = 0, False
        if brace == "{":
            if len(self.stack) >= _MAX_GROUPS:
                raise ReadError(self.name, "tệp RTF lồng nhau quá sâu, không đọc")
            self.stack.append(self.state)
        elif self.stack:
            inner, self.state = self.state, self.stack.pop()
            if inner.box and not self.state.box and not inner.skip:
                self.builder.end_paragraph(self.state.tables)

    def _byte(self, byte: int) -> None:
        if self.ignore:
            self.ignore -= 1
        elif not (self.state.skip or self.state.hidden):
            self.bytes.append(byte)

    def _plain(self, text: str) -> None:
        passed = min(self.ignore, len(text))
        self.ignore -= passed
        text = text[passed:]
        if self.state.table_of_fonts:
            self.fonts.name(text)
        elif not (self.state.skip or self.state.hidden):
            if any(c > "\x7f" for c in text) or self.bytes:  # unescaped bytes, cut off from their escapes
                self.bytes += text.encode("latin-1")
            else:
                self._write(text)

    def _sign(self, sign: str) -> None:
        self._flush_bytes()
        if sign == "*":
            self.starred = True
        elif self.ignore:
            self.ignore -= 1
        elif sign in "\r\n":
            self._mark("par")
        elif sign in SYMBOLS:
            self._write(SYMBOLS[sign])

    def _flush_bytes(self) -> None:
        if self.bytes:
            data, self.bytes = bytes(self.bytes), bytearray()
            self._write(self.fonts.decode(data, self.state.font))

    def _write(self, text: str) -> None:
        state = self.state
        if state.skip or state.hidden or not text:
            return
        self.chars += len(text)
        if self.chars > self.limits.max_chars:
            raise ReadError(self.name, f"văn bản dài hơn giới hạn {self.limits.max_chars} ký tự")
        font = self.fonts.family(state.font)
        start = self.builder.at_start
        text = picture_text(text, font, label=state.label, start=start)
        if state.label and start and text.strip() and not any(c.isalnum() for c in text):
            text = "- "  # whatever sign the bullet is drawn by
        self.builder.text(text, Face(font, state.bold, state.capitals))

    def _word(self, word: str, number: int | None) -> None:
        if word == "u" and number is not None:
            self._unicode(number)
        elif word in SYMBOLS:
            self._write(SYMBOLS[word])
        elif word in _MARKS:
            if not self.state.skip:
                self._mark(word)
        elif self.state.table_of_fonts and word in ("f", "fcharset", "cpg"):
            self.fonts.define(word, number or 0)
        elif word in _TABLE_WORDS or word.startswith(("brdr", "clbrdr", "trbrdr")):
            self._table_word(word, number or 0)
        elif not self._destination(word):
            self._format(word, number)

    def _unicode(self, number: int) -> None:
        code = number & 0xFFFF
        self.ignore = self.state.fallback
        if 0xD800 <= code < 0xDC00:
            self.high = code
            return
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((self.high - 0xD800) << 10) + code - 0xDC00 if self.high else 0xFFFD
        self.high = 0
        if 0xF020 <= code <= 0xF0FF:  # a code of the font itself
            self._write(self.fonts.decode(bytes([code - 0xF000]), self.state.font))
        else:
            self._write(chr(code))

    def _destination(self, word: str) -> bool:
        """A group's first word may say that its text belongs elsewhere."""
        state = self.state
        if word == "fonttbl":
            self.state = replace(state, table_of_fonts=True, skip=True)
        elif word in _READ and not state.table_of_fonts:
            inside = replace(_State(font=state.font), in_table=state.in_table, depth=state.depth)
            if word in _BOXES:
                if not self.builder.at_start:
                    self.builder.end_paragraph(state.tables)
                inside = replace(inside, box=True)
            self.state = inside if state.skip else replace(state, box=inside.box)
        elif word in ("listtext", "pntext"):
            self.state = replace(state, label=True)
        elif word in _SKIPPED or word in _OUTER or self.starred:
            self.state = replace(state, skip=True)
        else:
            return False
        return True

    def _mark(self, word: str) -> None:
        state = self.state
        if state.label:
            return
        if word in ("par", "sect", "page"):
            if word == "par" or not self.builder.at_start:
                self.builder.end_paragraph(state.tables, Form(state.centered, state.heading))
        elif word == "cell":
            self.builder.end_cell(1, Form(state.centered))
        elif word == "nestcell":
            self.builder.end_cell(max(state.tables, 2), Form(state.centered))
        elif word == "row":
            self.builder.end_row(1, self.row.shape())
        else:
            self.builder.end_row(max(state.tables, 2), self.row.shape())

    def _table_word(self, word: str, number: int) -> None:
        row = self.row
        if word == "trowd":
            self.row = _Row()
        elif word == "trleft":
            row.left = number
        elif word == "cellx":
            row.cells.append(CellShape(number, row.down, row.across))
            row.down = row.across = None
        elif word in ("clvmgf", "clvmrg"):
            row.down = "restart" if word == "clvmgf" else "continue"
        elif word in ("clmgf", "clmrg"):
            row.across = "restart" if word == "clmgf" else "continue"
        elif word.startswith(("clbrdr", "trbrdr")):
            row.border_of_cell = True
        elif word in ("brdrt", "brdrb", "brdrl", "brdrr"):
            row.border_of_cell = False  # of a paragraph
        elif word in ("brdrs", "brdrth", "brdrdb", "brdrdot", "brdrdash", "brdrhair", "brdrtriple"):
            row.bordered = row.bordered or row.border_of_cell

    def _format(self, word: str, number: int | None) -> None:
        on = number != 0
        state = self.state
        if word == "f":
            self.state = replace(state, font=number)
        elif word == "b":
            self.state = replace(state, bold=on)
        elif word == "caps":
            self.state = replace(state, capitals=on)
        elif word in ("v", "deleted"):
            self.state = replace(state, hidden=on)
        elif word == "plain":
            self.state = replace(state, font=None, bold=False, capitals=False, hidden=False)
        elif word == "pard":
            self.state = replace(state, in_table=False, depth=None, centered=False, heading=False)
        elif word == "intbl":
            self.state = replace(state, in_table=True)
        elif word == "itap":
            self.state = replace(state, depth=number or 0)
        elif word in ("qc", "ql", "qr", "qj"):
            self.state = replace(state, centered=word == "qc")
        elif word == "outlinelevel":
            self.state = replace(state, heading=(number or 0) < 9)
        elif word == "uc":
            self.state = replace(state, fallback=max(0, min(number or 0, 8)))
        elif word in ("deff", "ansicpg"):
            self.fonts.default(word, number or 0)


_MARKS = frozenset({"par", "sect", "page", "cell", "nestcell", "row", "nestrow"})
_TABLE_WORDS = frozenset({"trowd", "trleft", "cellx", "clvmgf", "clvmrg", "clmgf", "clmrg"})
