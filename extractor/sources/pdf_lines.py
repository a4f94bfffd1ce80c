"""Characters of a page to printed lines; running heads and page numbers out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from extractor.sources.builder import clean
from extractor.sources.layout import is_signature
from extractor.sources.model import Box
from extractor.sources.pdf_page import Char, PageData

_PAGE_NUMBER = re.compile(r"(?:Trang|Page)?\s*[-–—]?\s*\d{1,4}\s*(?:[-–—]|/\s*\d{1,4})?", re.IGNORECASE)
_MARGIN = 0.11  # share of the page's height where heads, feet and page numbers stand
_POWERS = {"m", "M"}  # a raised 2 or 3 after these is a unit, not the mark of a footnote


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a line without wide gaps."""

    text: str
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; ``segments`` has more than one where wide gaps part it."""

    page: int
    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    bold_start: bool
    bold_end: bool
    segments: tuple[Segment, ...]
    first_word: float  # its width, by which one tells whether it would have fitted on the line before

    @property
    def box(self) -> Box:
        top, bottom = self.y - 0.8 * self.size, self.y + 0.22 * self.size
        return Box(self.page, round(self.x0, 1), round(top, 1), round(self.x1, 1), round(bottom, 1))


def page_lines(page: int, chars: Iterable[Char]) -> list[Line]:
    """Lines from top to bottom, each from left to right."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda c: (c.y, c.x0)):
        row = rows[-1] if rows else None
        if row is not None and abs(char.y - row[0].y) <= 0.35 * max(char.size, row[0].size):
            row.append(char)
        else:
            rows.append([char])
    lines = [_line(page, sorted(row, key=lambda c: c.x0)) for row in _with_raised(rows)]
    return [line for line in lines if line is not None]


def _with_raised(rows: list[list[Char]]) -> list[list[Char]]:
    """Raised small digits (footnote marks) stand on a row of their own: drop marks, keep powers."""
    kept: list[list[Char]] = []
    for index, row in enumerate(rows):
        below = rows[index + 1] if index + 1 < len(rows) else None
        text = "".join(c.text for c in row).strip()
        if below is not None and text.isdigit() and len(text) <= 3:
            base = median(c.size for c in below)
            raised = max(c.size for c in row) < 0.8 * base and below[0].y - row[0].y < 0.7 * base
            if raised and any(c.x1 >= row[0].x0 - base and c.x0 <= row[-1].x1 + base for c in below):
                near = [c for c in below if c.x1 <= row[0].x0 + 0.2 * base]
                if near and max(near, key=lambda c: c.x1).text in _POWERS:
                    rows[index + 1] = below + row
                continue
        kept.append(rows[index])
    return kept


def _without_marks(chars: Sequence[Char]) -> Sequence[Char]:
    """The characters of a row without raised small digits, which point to footnotes."""
    sizes = [c.size for c in chars if not c.text.isspace()]
    size = max(sizes, default=0.0)
    if min(sizes, default=0.0) >= 0.8 * size:
        return chars
    base = median(c.y for c in chars if c.size == size)
    kept: list[Char] = []
    for char in chars:
        raised = char.text.isdigit() and char.size < 0.8 * size and base - char.y > 0.12 * size
        if not raised or (kept and kept[-1].text in _POWERS):
            kept.append(char)
    return kept


def _line(page: int, chars: Sequence[Char]) -> Line | None:
    chars = _without_marks(chars)
    marks = [c for c in chars if not c.text.isspace()]
    if not marks:
        return None
    size = median(c.size for c in marks)
    pieces: list[list[Char]] = [[marks[0]]]
    text = marks[0].text
    texts = []
    first_end = 0.0
    spaced, previous = False, marks[0]
    for char in chars[chars.index(marks[0]) + 1 :]:
        if char.text.isspace():
            spaced = True
            continue
        if char.text == previous.text and abs(char.x0 - previous.x0) < 0.15 * size:
            continue  # drawn twice to look bold
        gap = char.x0 - previous.x1
        if not first_end and (spaced or gap > 0.17 * size):
            first_end = previous.x1
        if gap > 1.5 * size:
            texts.append(text)
            pieces.append([])
            text = ""
        elif spaced or gap > 0.17 * size:
            text += " "
        text += char.text
        pieces[-1].append(char)
        spaced, previous = False, char
    texts.append(text)
    segments = tuple(
        Segment(clean(t), p[0].x0, max(c.x1 for c in p)) for t, p in zip(texts, pieces, strict=True)
    )
    letters = [c for c in marks if c.text.isalnum()] or marks
    return Line(
        page, clean(" ".join(texts)), marks[0].x0, max(c.x1 for c in marks), median(c.y for c in marks), size,
        all(c.bold for c in letters), letters[0].bold, letters[-1].bold, segments,
        (first_end or marks[-1].x1) - marks[0].x0,
    )  # fmt: skip


def text_of(chars: Iterable[Char]) -> str:
    """All words of the characters of a table cell, line after line."""
    words = ""
    for line in page_lines(0, chars):
        joined = words.endswith("-") and words[-2:-1].isalnum() and line.text[:1].isdigit()
        words += line.text if joined or not words else " " + line.text
    return words


def without_running(pages: Sequence[PageData], lines: Sequence[list[Line]]) -> list[list[Line]]:
    """Lines of each page without page numbers and without heads and feet that repeat."""
    seen: Counter[tuple[str, int]] = Counter()
    for page, page_rows in zip(pages, lines, strict=True):
        seen.update({_key(page, line) for line in page_rows if _in_margin(page, line)})
    bar = max(3, len(pages) // 3)
    kept: list[list[Line]] = []
    for page, rows in zip(pages, lines, strict=True):
        outer = (*rows[:2], *rows[-2:])
        kept.append(
            [row for row in rows if not _running(page, row, row in outer, seen[_key(page, row)] >= bar)]
        )
    return kept


def split_footnotes(page: PageData, lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """(body, footnotes): small lines that close the page, so that text around them can be joined."""
    if not lines:
        return lines, []
    body = median(char for line in lines for char in [line.size] * max(len(line.text), 1))
    start = len(lines)
    while start and lines[start - 1].size < 0.9 * body and lines[start - 1].y > 0.45 * page.height:
        line = lines[start - 1]
        if len(line.segments) > 1 or is_signature(line.text) or line.text.startswith(("-", "–")):
            return lines, []
        start -= 1
    return lines[:start], lines[start:]


def _running(page: PageData, line: Line, outer: bool, repeated: bool) -> bool:
    if not _in_margin(page, line):
        return False
    return repeated or (outer and _PAGE_NUMBER.fullmatch(line.text) is not None)


def _in_margin(page: PageData, line: Line) -> bool:
    return line.y < _MARGIN * page.height or line.y > (1 - _MARGIN) * page.height


def _key(page: PageData, line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.y / page.height * 100)
