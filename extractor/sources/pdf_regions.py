"""Where a page holds a table without upright rules: lines that leave the same gutters free."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from extractor.sources.layout import is_letterhead, is_signature
from extractor.sources.pdf_lines import baseline_rows, is_page_number
from extractor.sources.pdf_page import PageData, Run

Span = tuple[float, float]

_MIN_LINES = 4  # lines with three columns or more, below which alignment may be chance
_FEWEST = 3  # columns; two stand side by side in letterheads and signatures too
_NARROW = 3.0  # points that a gutter is at least wide
_ALIGNED = 4.0  # points by which a lone stretch may miss the left side of its column
_WORDS = 0.35  # gaps up to this, in sizes, part words, not columns
_ASTRAY = 0.06  # share of lines that may cross a gutter (merged heads, a word that sticks out)
_MAX_SPANNING = 2  # full-width lines in a row that a table may hold (group rows)
_LEADERS = re.compile(r"(?:[.…_·] ?){8,}\s*(?:\d{1,4}|[ivxlc]{1,6})$")  # "Mục 1 ........ 3"


@dataclass(frozen=True, slots=True)
class Strip:
    """A printed line of a region: its runs, and the stretches they cover."""

    runs: tuple[Run, ...]
    pieces: tuple[Span, ...]

    @property
    def y(self) -> float:
        return self.runs[0].y

    @property
    def size(self) -> float:
        return max(run.size for run in self.runs)

    @property
    def text(self) -> str:
        return " ".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that make a table, and the gutters between its columns."""

    page: int
    strips: tuple[Strip, ...]
    gutters: tuple[Span, ...]


def strips_of(runs: Sequence[Run]) -> list[Strip]:
    """Printed lines of the runs that stand upright, from top to bottom."""
    return [_strip(row) for row in baseline_rows(run for run in runs if not run.turn)]


def continued(page: PageData, strips: Sequence[Strip], gutters: Sequence[Span]) -> Region | None:
    """The lines at the top of a page that keep to the columns of the table that closed the page before."""
    begin = 0
    while begin < len(strips) and is_page_number(page, strips[begin].y, strips[begin].text):
        begin += 1
    lefts = [b for _, b in gutters]
    end = begin
    for index, strip in enumerate(strips[begin:], begin):
        far = index > begin and strip.y - strips[index - 1].y > 4 * strip.size
        far = far and not (len(strip.pieces) >= _FEWEST and _fits(strip, gutters))
        if _edge(strip) or far or index - end > _MAX_SPANNING:
            break
        first = min(b[0] for b in strip.pieces)
        aligned = len(strip.pieces) > 1 or any(abs(first - left) <= _ALIGNED for left in lefts)
        if aligned and _fits(strip, gutters):
            end = index + 1
        elif index == begin:
            break
    own = strips[begin:end]
    return Region(page.number, tuple(own), tuple(gutters)) if own else None


def find_regions(page: PageData, strips: Sequence[Strip]) -> list[Region]:
    """Regions of a page from top to bottom; few pages have any, and those without are told quickly."""
    if sum(len(strip.pieces) >= _FEWEST for strip in strips) < _MIN_LINES:
        return []
    regions: list[Region] = []
    edges = [i for i, strip in enumerate(strips) if _edge(strip)]
    index = 0
    while index < len(strips):
        if len(strips[index].pieces) < _FEWEST or index in edges:
            index += 1
            continue
        end = next((edge for edge in edges if edge > index), len(strips))
        count, gutters = _grown(strips[index:end])
        above = _headed(strips[:index], strips[index], gutters)
        own = strips[index - above : index + count]
        if len(gutters) >= _FEWEST - 1 and sum(len(s.pieces) >= _FEWEST for s in own) >= _MIN_LINES:
            regions.append(Region(page.number, tuple(own), tuple(gutters)))
            index += count
        else:
            index += 1
    return regions


def _strip(row: Sequence[Run]) -> Strip:
    pieces: list[Span] = []
    for run in row:
        if pieces and run.x0 - pieces[-1][1] <= _WORDS * run.size:
            pieces[-1] = pieces[-1][0], max(pieces[-1][1], run.x1)
        else:
            pieces.append((run.x0, run.x1))
    return Strip(tuple(row), tuple(pieces))


def _edge(strip: Strip) -> bool:
    """A letterhead, a signature or a line of a table of contents: no table goes on over it."""
    if is_letterhead(strip.text) or _LEADERS.search(strip.text):
        return True
    starts = {x0 for x0, _ in strip.pieces}
    words = [run for run in strip.runs if run.x0 in starts]
    return any(is_signature(strip.text[strip.text.find(run.text) :]) for run in words)


def _grown(strips: Sequence[Strip]) -> tuple[int, list[Span]]:
    """How many lines from the first on share gutters, and these."""
    taken: list[Strip] = []
    kept, gutters, spanning = 0, list[Span](), 0
    leading = _leading(strips)
    for count, strip in enumerate(strips, 1):
        far = bool(taken) and strip.y - strips[count - 2].y > 4 * leading
        if far and not (len(strip.pieces) >= _FEWEST and _fits(strip, gutters)):
            break
        found = free_gutters([*taken, strip])
        if len(strip.pieces) < _FEWEST and len(found) < len(gutters):  # a group row, or text after the table
            spanning += 1
            if spanning > _MAX_SPANNING:
                break
            continue
        if len(taken) > 1 and len(found) < _FEWEST - 1:
            break
        taken.append(strip)
        kept, gutters, spanning = count, found, 0
    return kept, gutters


def _headed(above: Sequence[Strip], first: Strip, gutters: Sequence[Span]) -> int:
    """How many lines above belong to a head some of whose cells have more lines than others."""
    count, y = 0, first.y
    bold = any(run.bold for run in first.runs)
    for strip in reversed(above[-4:]):
        near = y - strip.y <= 1.35 * first.size and abs(strip.size - first.size) < 0.1 * first.size
        like = any(run.bold for run in strip.runs) == bold and not _edge(strip)
        fits = _fits(strip, gutters) or _spans(strip, above[len(above) - count :], first, gutters)
        if not (near and like and fits):
            break
        count, y = count + 1, strip.y
    return count


def _fits(strip: Strip, gutters: Sequence[Span]) -> bool:
    """Whether no stretch of the line lies over the middle of a gutter."""
    return not any(x0 < (a + b) / 2 < x1 for x0, x1 in strip.pieces for a, b in gutters)


def _spans(strip: Strip, between: Sequence[Strip], first: Strip, gutters: Sequence[Span]) -> bool:
    """Whether a line above a head spans inner columns whose own heads follow: nothing stands below it yet."""
    inner = gutters and all(x0 > gutters[0][0] for x0, _ in strip.pieces)
    below = [piece for line in (*between, first) for piece in line.pieces]
    return bool(inner) and all(x1 < a or b < x0 for x0, x1 in strip.pieces for a, b in below)


def _leading(strips: Sequence[Strip]) -> float:
    gaps = [b.y - a.y for a, b in itertools.pairwise(strips) if b.y - a.y > 1]
    return median(gaps) if gaps else 14.0


def free_gutters(strips: Iterable[Strip]) -> list[Span]:
    """Stretches that (nearly) no line covers, between the outermost pieces."""
    lines = [strip.pieces for strip in strips]
    astray = int(_ASTRAY * len(lines))
    turns: list[tuple[float, int]] = []
    for pieces in lines:
        for x0, x1 in pieces:
            turns += ((x0, 1), (x1, -1))
    turns.sort()
    gutters: list[Span] = []
    depth, begin = 0, None
    for x, step in turns:
        depth += step
        if begin is not None and depth > astray:
            if x - begin >= _NARROW:
                gutters.append((begin, x))
            begin = None
        elif begin is None and depth <= astray:
            begin = x
    if astray:  # what only stray lines cover at either end is no column
        first = min(min(p[0] for p in pieces) for pieces in lines)
        gutters = [g for g in gutters if g[0] > first + 1]
    return gutters
