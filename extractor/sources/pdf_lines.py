"""Runs of a page to printed lines; running heads and page numbers out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extractor.sources.builder import clean
from extractor.sources.layout import is_signature
from extractor.sources.legacy_fonts import prints_capitals
from extractor.sources.model import Piece
from extractor.sources.pdf_page import PageData, Run

_PAGE_NUMBER = re.compile(r"(?:Trang|Page)?\s*[-–—]?\s*\d{1,4}\s*(?:[-–—]|/\s*\d{1,4})?", re.IGNORECASE)
_MARGIN = 0.11  # share of the page's height where heads, feet and page numbers stand
_WORD_GAP = 0.17  # between words, in sizes
_COLUMN_GAP = 1.5  # between columns, in sizes
_CLOSING = ",.;:!?)"  # no space stands before them, though a footnote's mark may have stood there
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
    capitals: bool = False  # printed so, though stored in small letters: a font of old

    @property
    def piece(self) -> Piece:
        """The line's words and place."""
        top, bottom = self.y - 0.8 * self.size, self.y + 0.22 * self.size
        return Piece(self.text, self.page, self.x0, top, self.x1, bottom)


def page_lines(page: int, runs: Iterable[Run]) -> list[Line]:
    """Lines from top to bottom, each from left to right."""
    lines = [line_of(page, row) for row in with_raised(baseline_rows(runs))]
    return [line for line in lines if line is not None]


def baseline_rows(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs that share a baseline, from left to right."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: (r.y, r.x0)):
        row = rows[-1] if rows else None
        if row is not None and run.y - row[0].y <= 0.35 * max(run.size, row[0].size):
            row.append(run)
        else:
            rows.append([run])
    for row in rows:
        if len(row) > 1:
            row.sort(key=lambda r: r.x0)
    return rows


def with_raised(rows: list[list[Run]]) -> list[list[Run]]:
    """Raised small digits (footnote marks) stand on a row of their own: drop marks, keep powers."""
    kept: list[list[Run]] = []
    for index, row in enumerate(rows):
        below = rows[index + 1] if index + 1 < len(rows) else None
        text = "".join(r.text for r in row) if below is not None and len(row) <= 3 else ""
        if below is not None and text.isdigit() and len(text) <= 3:
            base = median(r.size for r in below)
            raised = max(r.size for r in row) < 0.8 * base and below[0].y - row[0].y < 0.7 * base
            if raised and any(r.x1 >= row[0].x0 - base and r.x0 <= row[-1].x1 + base for r in below):
                near = [r for r in below if r.x1 <= row[0].x0 + 0.2 * base]
                if near and max(near, key=lambda r: r.x1).text[-1] in _POWERS:
                    rows[index + 1] = sorted(below + row, key=lambda r: r.x0)
                continue
        kept.append(rows[index])
    return kept


def _without_marks(runs: Sequence[Run]) -> Sequence[Run]:
    """The runs of a row without raised small digits, which point to footnotes."""
    size = max(r.size for r in runs)
    if min(r.size for r in runs) >= 0.8 * size:
        return runs
    base = median(r.y for r in runs if r.size == size)
    kept: list[Run] = []
    for run in runs:
        raised = run.text.isdigit() and run.size < 0.8 * size and base - run.y > 0.12 * size
        if not raised or (kept and kept[-1].text[-1] in _POWERS):
            kept.append(run)
    return kept


def line_of(page: int, runs: Sequence[Run]) -> Line | None:
    if len(runs) > 1:
        runs = _without_marks(runs)
    if not runs:
        return None
    first = runs[0]
    if len(runs) == 1:
        text = clean(first.text)
        segment = Segment(text, first.x0, first.x1)
        return Line(
            page, text, first.x0, first.x1, first.y, first.size,
            first.bold, first.bold, first.bold, (segment,), _first_word(runs, first.x1),
            prints_capitals(first.font),
        )  # fmt: skip
    longest = max(runs, key=lambda r: len(r.text))
    size = longest.size
    texts, spans, first_end = _joined(runs, size)
    segments = tuple(Segment(clean(t), *span) for t, span in zip(texts, spans, strict=True))
    letters = [r for r in runs if any(map(str.isalnum, r.text))] or runs
    return Line(
        page, clean(" ".join(texts)), first.x0, max(r.x1 for r in runs), longest.y, size,
        all(r.bold for r in letters), letters[0].bold, letters[-1].bold, segments,
        _first_word(runs, first_end), all(prints_capitals(r.font) for r in letters),
    )  # fmt: skip


def _joined(runs: Sequence[Run], size: float) -> tuple[list[str], list[tuple[float, float]], float]:
    """Texts and spans of the stretches between wide gaps, and where the first gap between runs begins."""
    texts, spans, first_end = [runs[0].text], [(runs[0].x0, runs[0].x1)], 0.0
    for previous, run in pairwise(_once(runs, size)):
        gap = run.x0 - spans[-1][1]
        parted = (gap > _WORD_GAP * size or previous.spaced) and run.text[0] not in _CLOSING
        if parted and not first_end:
            first_end = spans[-1][1]
        if gap > _COLUMN_GAP * size:
            texts.append(run.text)
            spans.append((run.x0, run.x1))
            continue
        texts[-1] += (" " if parted else "") + run.text
        spans[-1] = spans[-1][0], max(spans[-1][1], run.x1)
    return texts, spans, first_end or spans[0][1]


def _once(runs: Sequence[Run], size: float) -> Iterator[Run]:
    """Runs without those drawn a second time to look bold."""
    previous: Run | None = None
    for run in runs:
        twice = previous is not None and run.text == previous.text and _twice(previous, run, size)
        if not twice:
            yield run
            previous = run


def _twice(run: Run, again: Run, size: float) -> bool:
    """Whether the same letters stand nearly on the same place: drawn twice to look bold."""
    return abs(again.x0 - run.x0) < min(0.25 * size, max(0.15 * size, 0.5 * (run.x1 - run.x0)))


def _first_word(runs: Sequence[Run], end: float) -> float:
    """Width of the first word of a line; ``end`` is where the first gap between its runs begins."""
    return (runs[0].word or end) - runs[0].x0


def without_running(pages: Sequence[PageData], lines: Sequence[list[Line]]) -> list[list[Line]]:
    """Lines of each page without page numbers and without heads and feet that repeat."""
    seen: Counter[tuple[str, int]] = Counter()
    for page, page_rows in zip(pages, lines, strict=True):
        seen.update({_key(page, line) for line in page_rows if _in_margin(page, line.y)})
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
    if not _in_margin(page, line.y):
        return False
    return repeated or (outer and is_page_number(page, line.y, line.text))


def is_page_number(page: PageData, y: float, text: str) -> bool:
    """Whether a line at the height ``y`` is the page's number."""
    return _in_margin(page, y) and _PAGE_NUMBER.fullmatch(text) is not None


def _in_margin(page: PageData, y: float) -> bool:
    return y < _MARGIN * page.height or y > (1 - _MARGIN) * page.height


def _key(page: PageData, line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.y / (page.height or 1) * 100)
