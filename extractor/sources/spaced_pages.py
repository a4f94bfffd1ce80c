"""Pages of plain text: lines without the blank ones and page numbers around a form feed."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBER = re.compile(r"\s*(?:-\s?)?(?:Trang\s+)?\d{1,3}(?:\s?/\s?\d{1,3})?(?:\s?-)?\s*")
_CENTRED = 12  # a number so far from the margin is no row's


def printed_lines(lines: Sequence[str]) -> tuple[list[int], frozenset[int]]:
    """Numbers of the lines that count, and which of them (by place in that list) begin a page.

    A page begins with a form feed; blank lines and page numbers around it part nothing.
    """
    breaks = [number for number, line in enumerate(lines) if line.startswith("\f")]
    dropped: set[int] = set()
    for number in breaks:
        dropped |= _edge(lines, range(number - 1, -1, -1))
        dropped |= _edge(lines, range(number, len(lines)))
    kept = [number for number in range(len(lines)) if number not in dropped]
    pages: set[int] = set()
    position = 0
    for number in breaks:
        while position < len(kept) and kept[position] < number:
            position += 1
        pages.add(position)
    return kept, frozenset(pages)


def _edge(lines: Sequence[str], numbers: range) -> set[int]:
    """Blank lines from the edge of a page on, and a page number among them."""
    dropped: set[int] = set()
    numbered = False
    for number in numbers:
        line = lines[number].strip("\f")
        if line.strip():
            centred = len(line) - len(line.lstrip()) >= _CENTRED
            if numbered or not centred or not _NUMBER.fullmatch(line):
                break
            numbered = True
        dropped.add(number)
    return dropped
