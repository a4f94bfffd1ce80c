"""Rows of plain text that mark their cells in other ways, written as rows between pipes.

Copies from word processors part cells by tabs, exports of spreadsheets by semicolons; some portals put
the pipe before each cell of a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.sources.wrapped_rows import unwrapped
from extractor.vietnamese.forms import fold

_LEADING = re.compile(r"\s*\|(?P<cell>[^|]*)")
_FIRST = re.compile(r"\s*(?:stt|tt|số tt|số thứ tự|mã(?: số| chỉ số)?)\s*;")
_MIN_SEMICOLONS = 3
_MIN_ROWS, _MIN_CELLS, _MAX_WRAP = 3, 6, 4
_MAX_FILL = 20  # filling all rows up to one very long line would multiply the text


def piped(text: str) -> str:
    """The text with rows of tabs, and cells behind a leading pipe, written with pipes behind each cell."""
    lines = text.split("\n")
    if ";" in text:
        lines = _semicolons(lines)
    if "\t" not in text and "|" not in text:
        return "\n".join(lines)
    return "\n".join(_leading(unwrapped(_tabbed(lines))))


def _semicolons(lines: Sequence[str]) -> list[str]:
    """Rows of cells parted by semicolons under a header that opens with "TT" or "Mã", as rows of pipes."""
    out: list[str] = []
    index = 0
    while index < len(lines):
        width = lines[index].count(";")
        end = index + 1
        if width >= _MIN_SEMICOLONS and _FIRST.match(fold(lines[index])):
            while end < len(lines) and ";" in lines[end]:
                end += 1
        rows = [[cell.strip() for cell in line.split(";")] for line in lines[index:end]]
        if len(rows) > _MIN_ROWS and sum(len(row) == width + 1 for row in rows) >= 0.5 * len(rows):
            out += ["| " + " | ".join(row + [""] * (width + 1 - len(row))) + " |" for row in rows]
        else:
            out += lines[index:end]
        index = end
    return out


def _tabbed(lines: Sequence[str]) -> list[str]:
    """Runs of lines with tabs between three or more texts as rows, filled up to the same width."""
    out: list[str] = []
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and "\t" in lines[end].strip():
            end += 1
        rows = [[cell.strip() for cell in line.split("\t")] for line in lines[index:end]]
        full = sum(sum(map(bool, row)) >= 3 for row in rows)
        width = max(map(len, rows), default=0)
        if full >= _MIN_ROWS and width * len(rows) <= _MAX_FILL * sum(map(len, rows)):
            out += ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in set_right(rows)]
        else:
            out += lines[index:end]
        if end == index:
            out.append(lines[index])
        index = max(end, index + 1)
    return out


_TOTAL = re.compile(r"(?:tổng(?: cộng| số| kinh phí| điểm)?|cộng)\s*:?")
_FIGURE = re.compile(r"\d[\d.,]*\s*%?")


def set_right(rows: Sequence[list[str]]) -> list[list[str]]:
    """Total rows with fewer cells than the others: their figures stand under the last columns.

    Whoever types a table merges the first cells there: "Tổng cộng | 1.000 | 581,23" under four columns.
    """
    width = max(map(len, rows), default=0)
    return [
        row[:1] + [""] * (width - len(row)) + row[1:]
        if 1 < len(row) < width and _TOTAL.fullmatch(fold(row[0])) and _FIGURE.fullmatch(row[-1])
        else row
        for row in rows
    ]


def _leading(lines: Sequence[str]) -> list[str]:
    """Runs of lines "| cell", some of them wrapped, as "cell |"."""
    out: list[str] = []
    index = 0
    while index < len(lines):
        cells, end = _cells(lines, index)
        if len(cells) >= _MIN_CELLS:
            out += [f"{cell} |" for cell in cells]
            index = end
        else:
            out.append(lines[index])
            index += 1
    return out


def _cells(lines: Sequence[str], index: int) -> tuple[list[str], int]:
    """Cells of the run that begins at ``index``, and where it ends."""
    cells: list[str] = []
    wrapped = 0
    while index < len(lines):
        match = _LEADING.fullmatch(lines[index])
        if match:
            cells.append(match["cell"].strip())
            wrapped = 0
        elif cells and cells[-1] and lines[index].strip() and "|" not in lines[index] and wrapped < _MAX_WRAP:
            if not _opens(lines, index):
                break
            cells[-1] += "\n" + lines[index].strip()
            wrapped += 1
        else:
            break
        index += 1
    return cells, index


def _opens(lines: Sequence[str], index: int) -> bool:
    """Whether another cell follows within a few lines: the line before it is wrapped, not the text behind."""
    return any(_LEADING.fullmatch(line) for line in lines[index + 1 : index + 1 + _MAX_WRAP])
