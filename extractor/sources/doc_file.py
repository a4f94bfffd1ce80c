"""The parts of a Word 97-2003 file: its streams, the pieces of its text, and properties by file position.

Names follow Microsoft's [MS-DOC]. All numbers come from a file nobody vouches for: every offset is checked
by slicing, and tables that don't fit are empty.
"""

from __future__ import annotations

import io
import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import olefile  # type: ignore[import-untyped]

from extractor.errors import ReadError

_WORD_97 = 0x00C1
_PAGE = 512
_MAX_ENTRIES = 200_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters from ``cp`` on stand in the main stream from ``fc`` on; ``wide``: two bytes each."""

    cp: int
    length: int
    fc: int
    wide: bool


@dataclass(frozen=True, slots=True)
class Span:
    """Properties (``grpprl``) of the bytes from ``start`` to ``end`` of the main stream."""

    start: int
    end: int
    style: int
    grpprl: bytes


def u16(data: bytes, at: int) -> int:
    """An unsigned 16-bit number; 0 beyond the end."""
    part = data[at : at + 2]
    return int.from_bytes(part, "little") if at >= 0 and len(part) == 2 else 0


def u32(data: bytes, at: int) -> int:
    """An unsigned 32-bit number; 0 beyond the end."""
    part = data[at : at + 4]
    return int.from_bytes(part, "little") if at >= 0 and len(part) == 4 else 0


@dataclass(frozen=True)
class DocFile:
    """The main stream, the table stream and what its head (FIB) says of them."""

    main: bytes
    tables: bytes
    word_97: bool

    @property
    def text_length(self) -> int:
        """Characters of the body; notes, headers and text boxes follow behind them."""
        return u32(self.main, 0x4C if self.word_97 else 0x34)

    def part(self, index: int) -> bytes:
        """A part of the table stream by its place in the FIB's list of offsets and lengths."""
        at = 154 + 8 * index
        start, length = u32(self.main, at), u32(self.main, at + 4)
        return self.tables[start : start + length] if self.word_97 else b""

    def part_start(self, index: int) -> int:
        """Where that part begins in the table stream."""
        return u32(self.main, 154 + 8 * index)

    def pieces(self) -> list[Piece]:
        """The pieces of the body's text in order; a file saved fast has many."""
        found: list[Piece] = []
        left = self.text_length
        for piece in self._all_pieces():
            length = min(piece.length, self.text_length - piece.cp, left)
            if length > 0:
                left -= length
                found.append(Piece(piece.cp, length, piece.fc, piece.wide))
        return found

    def _all_pieces(self) -> Iterator[Piece]:
        clx = self.part(33) if self.word_97 else self._clx_word_6()
        at = 0
        while at < len(clx) and clx[at] == 1:
            at += 3 + u16(clx, at + 1)
        if not (at < len(clx) and clx[at] == 2):
            yield Piece(0, self.text_length, u32(self.main, 0x18), False)
            return
        plc = clx[at + 5 : at + 5 + u32(clx, at + 1)]
        count = min(max((len(plc) - 4) // 12, 0), _MAX_ENTRIES)
        for i in range(count):
            cp, end = u32(plc, 4 * i), u32(plc, 4 * i + 4)
            fc = u32(plc, 4 * (count + 1) + 8 * i + 2)
            if not self.word_97:
                yield Piece(cp, end - cp, fc, False)
            elif fc & 0x40000000:
                yield Piece(cp, end - cp, (fc & 0x3FFFFFFF) // 2, False)
            else:
                yield Piece(cp, end - cp, fc & 0x3FFFFFFF, True)

    def _clx_word_6(self) -> bytes:
        start, length = u32(self.main, 0x160), u32(self.main, 0x164)
        return self.main[start : start + length] if u16(self.main, 0x0A) & 4 else b""

    def characters(self) -> list[Span]:
        """Properties of characters (CHPX) by position, sorted."""
        return sorted(self._spans(12, paragraphs=False), key=lambda span: span.start)

    def paragraphs(self) -> list[Span]:
        """Properties of paragraphs (PAPX) by position, sorted."""
        return sorted(self._spans(13, paragraphs=True), key=lambda span: span.start)

    def _spans(self, index: int, *, paragraphs: bool) -> Iterator[Span]:
        plc = self.part(index)
        count = min(max((len(plc) - 4) // 8, 0), _MAX_ENTRIES)
        seen = set[int]()
        for i in range(count):
            number = u32(plc, 4 * (count + 1) + 4 * i) & 0x3FFFFF
            page = self.main[number * _PAGE : (number + 1) * _PAGE]
            if number not in seen and len(page) == _PAGE:
                seen.add(number)
                yield from _page_spans(page, paragraphs)


def _page_spans(page: bytes, paragraphs: bool) -> Iterator[Span]:
    runs, width = page[-1], 13 if paragraphs else 1
    for i in range(runs):
        at = 4 * (runs + 1) + width * i
        if at >= _PAGE:
            return
        offset = 2 * page[at]
        style, grpprl = -1, b""
        if offset and paragraphs:
            size = 2 * page[offset] - 1
            if not page[offset]:
                offset += 1
                size = 2 * page[min(offset, _PAGE - 1)]
            style, grpprl = u16(page, offset + 1), page[offset + 3 : offset + 1 + size]
        elif offset:
            grpprl = page[offset + 1 : offset + 1 + page[offset]]
        elif paragraphs:
            style = 0
        yield Span(u32(page, 4 * i), u32(page, 4 * i + 4), style, grpprl)


class Lookup:
    """Spans by position."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def at(self, position: int) -> Span | None:
        """The span that holds a position of the main stream."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position >= self._spans[index].end:
            return None
        return self._spans[index]

    def next_start(self, position: int) -> int:
        """Where the properties change next behind ``position``."""
        span = self.at(position)
        if span is not None:
            return span.end
        index = bisect_right(self._starts, position)
        return self._starts[index] if index < len(self._starts) else 1 << 62


def open_doc(data: bytes, name: str) -> DocFile:
    """Open the streams. Raises ReadError: damaged, protected by a password, or no Word document."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            main = ole.openstream("WordDocument").read()
            flags = u16(main, 0x0A)
            stream = "1Table" if flags & 0x200 else "0Table"
            tables = ole.openstream(stream).read() if ole.exists(stream) else main
    except (OSError, ValueError, IndexError, TypeError, AttributeError, struct.error) as error:
        raise ReadError(name, "tệp DOC đã hỏng, không đọc được nội dung") from error
    if flags & 0x100:
        raise ReadError(name, "tệp có mật khẩu; hãy bỏ mật khẩu rồi thử lại")
    if u16(main, 0) not in (0xA5EC, 0xA5DC):
        raise ReadError(name, "tệp DOC quá cũ hoặc đã hỏng; hãy chuyển sang DOCX rồi thử lại")
    return DocFile(main, tables, u16(main, 2) >= _WORD_97)
