"""Rows of piped cells that were wrapped at a width, one row to a line again.

A row has as many pipes as the header. How many that is shows where lines begin: only with the right number
every row begins on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.sources.layout import is_letterhead, is_signature
from extractor.vietnamese.forms import fold

_FIGURE = re.compile(r"(?:(?:trên|dưới|từ|khoảng)\s+)?[+-]?\d[\d.,/]*\s*%?|[-–x]?")
_LABEL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[ivxl]{1,6}|[a-zđ])[.)]?")
_HEADING = re.compile(r"(?:PHỤ LỤC|Phụ lục|DANH MỤC|BIỂU|KẾ HOẠCH|BẢNG)(?!\w)")
_RANGE_BROKEN = re.compile(r"\d[-–]$")
_MIN_PIPES, _MAX_PIPES, _MIN_ROWS = 2, 24, 3
_WIDE = 4  # so many pipes in two rows are no accident
_MAX_LINES, _MAX_ROW, _MAX_BARE = 14, 1600, 6
_MOSTLY = 0.6
_DENSE = 1.3  # pipes to a line that has any: tables with one cell to a line are read elsewhere


@dataclass
class _Table:
    """Rows being read: lines of each, and where the next one begins."""

    pipes: int
    rows: list[list[str]] = field(default_factory=list)
    end: int = 0

    @property
    def wrapped(self) -> bool:
        """Whether rows were broken, and cells were not simply put on a line each, as of a letterhead."""
        broken = [line.strip() for row in self.rows if len(row) > 1 for line in row if "|" in line]
        whole = [row[0].strip() for row in self.rows if len(row) == 1]
        if not broken or any(is_letterhead(" ".join(row)) for row in self.rows):
            return False
        closed = all(line.endswith("|") and not line.startswith("|") for line in broken)
        pipes = sum(line.count("|") for line in [*broken, *whole])
        return not closed and pipes >= _DENSE * (len(broken) + len(whole))


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines with the rows of wrapped tables joined."""
    out: list[str] = []
    index = 0
    while index < len(lines):
        begins = _may_begin(lines, index)
        whole = _whole_rows(lines, index) if begins else index
        if whole > index:
            out += lines[index:whole]
            index = whole
            continue
        table = _table(lines, index) if begins else None
        if table is None or not table.wrapped:
            end = table.end if table else index + 1
            out += lines[index:end]
            index = end
            continue
        first = lines[index]
        while out and _opens_header(out[-1], first):
            first = out.pop()
            table.rows[0].insert(0, first)
        out += [_row(row) for row in table.rows]
        index = table.end
    return out


def _whole_rows(lines: Sequence[str], start: int) -> int:
    """Behind a run of rows most of which have as many pipes as their header: nothing is wrapped there.

    Rows that head others ("I | Hạ tầng số", "A. Kỹ năng") have fewer or none. ``start`` if it is no such run.
    """
    pipes = lines[start].count("|")
    end = start
    while end < len(lines) and (
        "|" in lines[end]
        or (end + 1 < len(lines) and lines[end].strip() and lines[end + 1].count("|") == pipes)
    ):
        end += 1
    if any(line.strip()[:1].islower() for line in lines[start:end] if line.count("|") < pipes):
        return start  # the end of a cell, not a heading
    whole = sum(line.count("|") == pipes for line in lines[start:end])
    return end if pipes >= _MIN_PIPES and whole >= max(_MIN_ROWS, _MOSTLY * (end - start)) else start


def _may_begin(lines: Sequence[str], index: int) -> bool:
    """Whether a header may begin: words before the first pipe or behind it, no row above, no recipients."""
    line = lines[index]
    worded = "|" in line and bool(re.search(r"[^\W\d_]", line))
    return worded and not (index and "|" in lines[index - 1]) and not is_signature(line)


def _opens_header(above: str, line: str) -> bool:
    """Whether the line above a table's first holds the beginning of its first cell."""
    words = line.strip()
    return bool(words) and words[0].islower() and 0 < len(above.strip()) < 60 and "|" not in above


def _row(lines: Sequence[str]) -> str:
    text = ""
    for line in map(str.strip, lines):
        within = _RANGE_BROKEN.search(text) and line[:1].isdigit()
        text = f"{text}{line}" if within or not text else f"{text} {line}"
    return text if text.startswith("|") and text.endswith("|") else f"| {text} |"


def _table(lines: Sequence[str], start: int) -> _Table | None:
    """The table that begins at ``start``: with the number of pipes that reads the most lines."""
    best: _Table | None = None
    for pipes in range(_MIN_PIPES, _MAX_PIPES + 1):
        table = _read(lines, start, pipes)
        enough = _MIN_ROWS if pipes < _WIDE else 2
        if len(table.rows) >= enough and (best is None or table.end > best.end):
            best = table
    return best


def _read(lines: Sequence[str], start: int, pipes: int) -> _Table:
    """Rows of ``pipes`` pipes each, as far as lines can be read so."""
    table = _Table(pipes, end=start)
    outer = lines[start].lstrip().startswith("|")
    position = start
    while position < len(lines):
        end = _row_end(lines, position, pipes, outer)
        if end is None:
            break
        table.rows.append([line for line in lines[position:end] if line.strip()])
        table.end = end
        position = end
        while position < len(lines) and _skipped(lines, position):
            position += 1
    return table


def _skipped(lines: Sequence[str], position: int) -> bool:
    """A rule between header and body, or a single blank line between rows."""
    if not lines[position].strip():
        return position + 1 < len(lines) and bool(lines[position + 1].strip())
    return "--" in lines[position] and not lines[position].strip(" |:-")


def _row_end(lines: Sequence[str], start: int, pipes: int, outer: bool) -> int | None:
    """Behind the last line of the row that begins at ``start``; None if no row of so many pipes."""
    if lines[start].lstrip().startswith("|") and not outer and lines[start].count("|") != pipes:
        return None
    seen, size, bare = 0, 0, 0
    for position in range(start, min(start + _MAX_LINES, len(lines))):
        line = lines[position].strip()
        if not line and seen:
            continue
        if seen and not lines[position - 1].strip() and _HEADING.match(line):
            return None  # the title of another table, not the rest of a cell
        if not line.strip("-_=* |"):  # nothing, or the lone pipes of a letterhead in pieces
            return None
        count = line.count("|")
        if count < pipes and _heads_whole_rows(lines, position):
            return None
        seen, size = seen + count, size + len(line)
        bare = bare + 1 if not count else 0
        if seen > pipes or size > _MAX_ROW or bare > _MAX_BARE:
            return None
        if seen == pipes:
            return _behind(lines, start, position + 1)
    return None


def _heads_whole_rows(lines: Sequence[str], position: int) -> bool:
    """Whether a line with as many pipes as the two labelled rows below begins a table of whole rows."""
    pipes = lines[position].count("|")
    below = lines[position + 1 : position + 3]
    return (
        pipes >= _WIDE
        and len(below) == 2
        and all(line.count("|") == pipes and _is_label(_first_cell(line)) for line in below)
    )


def _first_cell(line: str) -> str:
    return line.strip().removeprefix("|").split("|", 1)[0].strip()


def _behind(lines: Sequence[str], start: int, end: int) -> int:
    """Behind the words of the last cell that were wrapped onto lines without a pipe."""
    while end < len(lines) and end - start < _MAX_LINES and _goes_on(lines, start, end):
        end += 1
    return end


def _goes_on(lines: Sequence[str], start: int, end: int) -> bool:
    """Whether a line without a pipe belongs to the last cell of the row above rather than to the next row."""
    line, above = lines[end].strip(), lines[end - 1].strip()
    if not line or "|" in line or not above or above.endswith("|"):
        return False
    if line[0].islower() or line[0] in ",;.)%":
        return True
    cell = above.rsplit("|", 1)[-1].strip()
    if _FIGURE.fullmatch(fold(cell)):
        return False
    following = lines[end + 1] if end + 1 < len(lines) else ""
    return _is_label(_first_cell(lines[start])) and _is_label(_first_cell(following))


def _is_label(cell: str) -> bool:
    return bool(_LABEL.fullmatch(fold(cell)))
