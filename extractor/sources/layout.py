"""Layout shared by the readers: tables that only place text side by side, and marks that open a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.gazetteers import rows
from extractor.sources.builder import clean
from extractor.sources.model import BlockKind
from extractor.vietnamese.forms import fold

_MARKER = re.compile(
    r"(?:[-–—+*•●○▪■◆✓]\s*(?=[^\W\d_]|[\"“‘(\[])|[-–—+*•●○▪■◆✓]\s+\S"  # bullets
    r"|(?:\d{1,3}|[IVXLC]{1,6})(?:\.\d{1,3}){0,4}[.)]\s*(?=[^\W\d_]|[\"“‘(\[])"  # 1. 1.1. 1) IV.
    r"|\d{1,3}(?:\.\d{1,3}){1,4}\s+[^\W\d_]"  # 1.1 Word
    r"|(?:[A-ZĐ]|[a-zđ])(?:\.\d{1,2}){1,4}(?:[.)/:]\s*|\s+)(?=[^\W\d_]|[\"“‘(\[])"  # C.1.
    r"|\d{1,3}/\s+(?=[^\W\d_])"  # 1/
    r"|\([ivx]{2,4}\)\s*\S|[a-zđ]{1,2}[.)]\s+\S|\([a-zđ\d]{1,2}\)\s*\S"  # a) (1)
    r"|(?:Phần|Chương|Mục|Điều|PHẦN|CHƯƠNG|MỤC)\s+(?:\d+|[IVXLC]+|[Tt]hứ|THỨ)\b)"
)
_BULLET = re.compile(r"[-–—+*•●○▪■◆✓]\s*\S")


def opens_line(text: str) -> bool:
    """Whether ``text`` begins with a bullet or a number of the outline."""
    return _MARKER.match(text) is not None


def line_kind(text: str) -> BlockKind:
    """A bullet is a list item; the outline layer tells numbered headings from numbered text."""
    return "list_item" if opens_line(text) and _BULLET.match(text) else "paragraph"


@cache
def _cues(role: str) -> tuple[str, ...]:
    return tuple(fold(row["cue"]) for row in rows("layout_cues") if row["role"] == role)


def is_letterhead(text: str) -> bool:
    """Whether ``text`` holds the nation's (or the Party's) head line or motto."""
    folded = fold(clean(text))
    return any(cue in folded for cue in _cues("nation"))


def is_signature(text: str) -> bool:
    """Whether ``text`` opens a list of recipients or a signature ("TM. ...")."""
    text = clean(text)
    folded = fold(text)
    return any(folded.startswith(cue) for cue in _cues("recipients")) or any(
        folded.startswith(cue) and text[:2].isupper() for cue in _cues("signature")
    )


def is_layout_table(grid: Sequence[Sequence[str]], columns: int, bordered: bool) -> bool:
    """Whether a table only places text: one cell or column, a letterhead, a signature block."""
    texts = [text for row in grid for text in row if clean(text)]
    if columns <= 1 or len(texts) <= 1:
        return True
    if columns > 4 or len(grid) > 8:
        return False
    if any(is_letterhead(text) for text in texts) or any(is_signature(text) for text in texts):
        return len(grid) <= 4 or not bordered
    return not bordered and len(grid) == 1


def unfinished_nation_line(before: str, after: str) -> bool:
    """Whether a head line such as the nation's name was wrapped between ``before`` and ``after``."""
    first, both = fold(clean(before)), fold(clean(f"{before} {after}"))
    return any(cue.startswith(both) and len(first) >= 10 for cue in _cues("nation_line"))
