"""Text of a PDF page as runs: stretches of one text object on one printed line, with their places."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import hypot
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from extractor.sources.pdf_glyphs import (
    Glyphs,
    Place,
    Point,
    Run,
    Walls,
    overlapping_runs,
    put_mark,
    with_spaces,
)

LINE_END_HYPHEN = "\x02"
"""pdfium's sign for a hyphen, also a soft one, that closes a line. Runs keep it: in TCVN3 it may be "ư"."""

_NOTHING = " \0\uffff"  # spaces, and signs without a glyph
_SIGNS = {0: None, 0xFFFF: None, 9: " ", 10: " ", 13: " "}
_MAX_CHARS = 400_000
_WIDE = 0.62  # mean width of a character, in sizes, from which a run may hold gaps
_MARKS = re.compile("[\u0300-\u036f]")
_GAP = 1.5  # a gap inside a run that parts it, in sizes

# As a plain address: comparing ctypes' pointers costs more than the call.
_object_of = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)

Found = tuple[Run, int, int]  # with the indexes of its first character and after its last


def _turn(dx: float, dy: float) -> int | None:
    """Degrees clockwise of a direction on a page whose y grows downwards; None of a slanting one."""
    if min(abs(dx), abs(dy)) > 0.2 * max(abs(dx), abs(dy)):
        return None
    if abs(dx) >= abs(dy):
        return 0 if dx >= 0 else 180
    return 90 if dy > 0 else 270


class RunReader:
    """Reads the runs of one page; few calls into pdfium a run, none a character where that suffices."""

    def __init__(self, text_page: Any, place: Place, walls: Walls) -> None:
        self._page, self._place, self._walls = text_page, place, walls
        origin, ahead = place(0.0, 0.0), place(1.0, 0.0)
        self._sideways = ahead[0] <= origin[0]  # whether the page is shown turned
        self._box = pdfium.FS_RECTF()
        self._matrix, self._flags = pdfium.FS_MATRIX(), ctypes.c_int()
        self._origin = (ctypes.c_double(), ctypes.c_double())
        self._name = ctypes.create_string_buffer(128)
        self._fonts: dict[bytes, tuple[str, bool]] = {}

    def runs(self) -> list[Run]:
        """All runs, in the order of the content; where they overlap, character by character."""
        text = self._text()
        found: list[Found] = []
        start = 0
        for line in text.split("\r\n"):
            stripped = line.strip(_NOTHING)
            if stripped:
                first = start + line.index(stripped[0])
                self._line(text, first, first + len(stripped), found)
            start += len(line) + 2
        overlapping = overlapping_runs([run for run, _, _ in found], self._walls)
        if not overlapping and not _MARKS.search(text):
            return [run for run, _, _ in found]
        glyphs = Glyphs()
        runs = glyphs.runs
        for index, (run, first, end) in enumerate(found):
            if index in overlapping or _MARKS.search(run.text):
                self._glyphs(text, (first, end), glyphs)
            else:
                last = first + len(text[first:end].rstrip(_NOTHING))
                made_up = run.spaced and pdfium.FPDFText_IsGenerated(self._page, last) == 1
                runs.append(replace(run, spaced=False) if made_up else run)
        for mark in glyphs.waiting:  # no letter stands under it: to the last one
            if runs:
                runs[-1] = replace(runs[-1], text=runs[-1].text + mark.text)
        return with_spaces(runs, glyphs.spaces)

    def _glyphs(self, text: str, span: tuple[int, int], glyphs: Glyphs) -> None:
        """Append a run for each character with its marks, and the places of its printed spaces."""
        runs = glyphs.runs
        for index in range(*span):
            if text[index] in _NOTHING:
                if text[index] == " " and pdfium.FPDFText_IsGenerated(self._page, index) != 1:
                    left, right = self._across(index)
                    pdfium.FPDFText_GetCharOrigin(self._page, index, *self._origin)
                    y = self._place(self._origin[0].value, self._origin[1].value)[1]
                    glyphs.spaces.append(((left + right) / 2, y))
                continue
            run = self._run(text, index, index + 1)
            if run is None:
                continue
            if not unicodedata.combining(run.text[0]):
                runs.append(replace(run, spaced=False) if run.spaced else run)
                glyphs.waiting = [mark for mark in glyphs.waiting if not put_mark(runs, mark, 1)]
                continue
            x0, x1 = self._ink(index)
            run = replace(run, x0=x0, x1=x1)
            if not put_mark(runs, run, 3):
                glyphs.waiting.append(run)

    def _text(self) -> str:
        """The page's text with one character for each index of pdfium."""
        count = min(pdfium.FPDFText_CountChars(self._page), _MAX_CHARS)
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._page, 0, count, buffer) - 1
        text = bytes(buffer)[: 2 * max(written, 0)].decode("utf-16-le", "replace")
        if len(text) == count:
            return self._with_hyphens(text) if "\ufffe" in text else text
        codes = [pdfium.FPDFText_GetUnicode(self._page, i) for i in range(count)]
        chars = [chr(code) if not 0xD800 <= code < 0xE000 else "\0" for code in codes]
        for i, (high, low) in enumerate(pairwise(codes)):
            if 0xD800 <= high < 0xDC00 <= low < 0xE000:
                chars[i] = chr(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)
        return "".join(chars)

    def _with_hyphens(self, text: str) -> str:
        """pdfium writes U+FFFE for a hyphen that closes a line, as for a sign that means nothing."""
        chars = list(text)
        for index, char in enumerate(chars):
            if char == "\ufffe":
                closing = pdfium.FPDFText_GetUnicode(self._page, index) == ord(LINE_END_HYPHEN)
                chars[index] = LINE_END_HYPHEN if closing else "\0"
        return "".join(chars)

    def _object(self, index: int) -> int:
        return _object_of(self._page, index) or 0

    def _line(self, text: str, start: int, end: int, found: list[Found]) -> None:
        """Append a line's runs: one for each text object, which stand one after the other."""
        last = self._object(end - 1)
        while start < end:
            own = self._object(start)
            stop = end if own == last else self._end_of(own, start, end)
            self._cut(text, start, stop, found)
            start = stop
            while start < end and text[start] in _NOTHING:
                start += 1

    def _end_of(self, own: int, start: int, end: int) -> int:
        """Where the text object that begins at ``start`` ends, before ``end``."""
        low, step = start, 1
        while start + step < end and self._object(start + step) == own:
            low, step = start + step, 2 * step
        high = min(start + step, end)
        while high - low > 1:
            middle = (low + high) // 2
            if self._object(middle) == own:
                low = middle
            else:
                high = middle
        return high

    def _cut(self, text: str, start: int, end: int, found: list[Found]) -> None:
        """Append the run from ``start`` to ``end``, in parts where rules or wide gaps stand in it."""
        run = self._run(text, start, end)
        if run is None:
            return
        if len(run.text) > 1 and not run.turn:
            slack = 0.3 * run.size
            walls = self._walls.inside(run.x0 + slack, run.x1 - slack, run.y - slack)
            if walls or run.x1 - run.x0 >= _WIDE * run.size * len(run.text):
                found += self._parts(text, (start, end), walls, run.size)
                return
        found.append((run, start, end))

    def _parts(
        self, text: str, span: tuple[int, int], walls: Sequence[float], size: float
    ) -> Iterator[Found]:
        start, before, parted = span[0], None, False
        for index in range(*span):
            if text[index] in _NOTHING + "\u00a0":
                parted = True
                continue
            x0, x1 = self._across(index)
            if before is not None:
                middle = (x0 + x1) / 2
                gap = x0 - before[1]
                crossed = (parted or gap > 0.17 * size) and any(before[0] < w <= middle for w in walls)
                if gap > _GAP * size or crossed:
                    part = self._run(text, start, index)
                    if part is not None:
                        yield part, start, index
                    start = index
            before, parted = ((x0 + x1) / 2, x1), False
        part = self._run(text, start, span[1])
        if part is not None:
            yield part, start, span[1]

    def _run(self, text: str, start: int, end: int) -> Run | None:
        raw = text[start:end]
        words = raw.rstrip(_NOTHING)
        end = start + len(words)
        spaced = text[end : end + 1] == " "
        if not words.isprintable():
            words = words.translate(_SIGNS)
        if not words or words.isspace():
            return None
        page, matrix, origin = self._page, self._matrix, self._origin
        left, right = self._across(start)
        if end - start > 1:
            low, high = self._across(end - 1)
            left, right = min(left, low), max(right, high)
        pdfium.FPDFText_GetCharOrigin(page, start, *origin)
        pdfium.FPDFText_GetMatrix(page, start, matrix)
        size = pdfium.FPDFText_GetFontSize(page, start) * (hypot(matrix.c, matrix.d) or 1.0)
        font, bold = self._font(start)
        x, y = self._place(origin[0].value, origin[1].value)
        gap = words.find(" ")
        word = self._across(start + gap - 1)[1] if gap > 0 and not self._walls.around(x, y) else 0.0
        turn = 0
        if self._sideways or matrix.b or matrix.a <= 0:
            ahead = self._place(origin[0].value + matrix.a, origin[1].value + matrix.b)
            slant = _turn(ahead[0] - x, ahead[1] - y)
            if slant is None:  # a watermark across the page
                return None
            turn = slant
        return Run(words, left, right, y, size, bold, font, turn, spaced, word)

    def _font(self, index: int) -> tuple[str, bool]:
        """Name of a character's font, and whether it is bold by its name or its weight."""
        pdfium.FPDFText_GetFontInfo(self._page, index, self._name, 128, self._flags)
        name = self._name.value
        found = self._fonts.get(name)
        if found is None:
            bold = b"bold" in name.lower() or pdfium.FPDFText_GetFontWeight(self._page, index) >= 600
            found = self._fonts[name] = name.decode("utf-8", "replace"), bold
        return found

    def _ink(self, index: int) -> Point:
        """Left and right of what is printed of a character: the advance of a mark tells nothing."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetCharBox(self._page, index, left, right, bottom, top)
        a = self._place(left.value, bottom.value)[0]
        b = self._place(right.value, top.value)[0]
        return min(a, b), max(a, b)

    def _across(self, index: int) -> Point:
        """Left and right of a character by its advance width: a narrow "1" still stands close to the next."""
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self._page, index, box)
        a, b = self._place(box.left, box.bottom)[0], self._place(box.right, box.top)[0]
        return (a, b) if a <= b else (b, a)
