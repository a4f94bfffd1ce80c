"""Printed lines to logical lines: wrapped lines joined, bullets and headings one block each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.sources.layout import is_letterhead, is_signature, opens_line, unfinished_nation_line
from extractor.sources.lines import numbers_go_on
from extractor.sources.model import Box
from extractor.sources.pdf_lines import Line, Segment

_TERMINAL = (".", ";", ":", "!", "?", "…")
_DATE_OPEN = re.compile(r"\b(?:ngày|tháng|năm)\s*\d*$", re.IGNORECASE)
_INLINE_ITEM = re.compile(r"\(?[a-zđ\d]{1,2}\)")
_HEAD_LINES = 14  # a letterhead is not higher than this many lines


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the text of a page stands: its left and right margin and its usual line distance."""

    left: float
    right: float
    middle: float
    leading: float


@dataclass
class Paragraph:
    """Lines that make one logical line; ``solid`` ones (letterhead, signature) take no more lines."""

    lines: list[Line] = field(default_factory=list)
    solid: bool = False

    @property
    def text(self) -> str:
        return join_texts(line.text for line in self.lines)


def join_texts(texts: Iterable[str]) -> str:
    """Join lines; a hyphen or slash inside a word or number at a line's end joins without a space."""
    whole = ""
    for text in texts:
        whole += text if not whole or _is_broken(whole, text) else " " + text
    return whole


def _is_broken(before: str, after: str) -> bool:
    """Whether a line ends inside a word or number: "2026-/2030", "QĐ-/UBND", "24//7"."""
    last, sign = before[-2:-1], before[-1:]
    if sign == "/":
        return last.isalnum() and after[:1].isalnum()
    return sign == "-" and last.isalnum() and (after[:1].isdigit() or last.isupper())


def frame_of(lines: Sequence[Line], width: float, tables: Sequence[Box] = ()) -> Frame:
    """Margins seen on a page; where there is little text, its tables' or the sheet's own proportions."""
    long = [line for line in lines if line.x1 - line.x0 > 0.5 * width]
    lefts, rights = [line.x0 for line in long], [line.x1 for line in long]
    if len(long) < 4:
        lefts += [box.x0 for box in tables] or [0.14 * width]
        rights += [box.x1 for box in tables] or [0.93 * width]
    left, right = min(lefts), max(rights)
    gaps = sorted(b.y - a.y for a, b in pairwise(lines) if 0 < b.y - a.y < 40)
    leading = gaps[len(gaps) // 3] if gaps else 16.0
    return Frame(left, right, width / 2, leading)


def paragraphs(lines: Sequence[Line], frame: Frame, open_before: Paragraph | None = None) -> list[Paragraph]:
    """Logical lines of one stretch of text. ``open_before`` is the last one of the page before."""
    result: list[Paragraph] = []
    current = open_before if open_before is not None and not open_before.solid else None
    index = 0
    while index < len(lines):
        taken = _columns(lines, index, frame)
        if taken:
            result += _side_by_side(lines[index : index + taken[0]], taken[1])
            current = None
            index += taken[0]
            continue
        line = lines[index]
        if current is not None and _joins(current, line, frame):
            current.lines.append(line)
        else:
            current = Paragraph([line])
            result.append(current)
        index += 1
    return result


def _joins(paragraph: Paragraph, line: Line, frame: Frame) -> bool:
    """Whether ``line`` goes on with ``paragraph``."""
    last = paragraph.lines[-1]
    if abs(last.size - line.size) > 0.12 * line.size or _column_like(last) or _column_like(line):
        return False
    same_page = last.page == line.page
    if same_page and line.y - last.y > 1.9 * max(frame.leading, line.size):
        return False
    ended = last.text.endswith(_TERMINAL)
    if line.text[0].islower() and not ended and not opens_line(line.text):
        return True
    if _unfinished(last.text, line.text) and same_page:
        return True
    centred = _centred(last, frame) and _centred(line, frame)
    room = frame.right - last.x1
    if centred:
        room = (frame.right - frame.left) - (last.x1 - last.x0)
    if not same_page:
        room -= 0.02 * (frame.right - frame.left)
    first_word = line.first_word + 0.2 * line.size
    if last.bold_end != line.bold_start and (last.bold or line.bold) and (ended or room > first_word):
        return False
    if room > first_word:
        return False
    if opens_line(line.text):
        wrapped = (_flush(line, frame) and _indented(paragraph, frame)) or _hung(paragraph, line)
        return wrapped and (not ended or _INLINE_ITEM.match(line.text) is not None)
    return _flush_with(paragraph, line, frame, ended)


def _flush_with(paragraph: Paragraph, line: Line, frame: Frame, ended: bool) -> bool:
    """Whether the line starts where a continuation would: not indented against the paragraph's body."""
    if _centred(line, frame) and _centred(paragraph.lines[-1], frame):
        last = paragraph.lines[-1]
        return line.bold == last.bold and _capitals(line) == _capitals(last) and not ended
    slack = 0.8 * line.size
    first = paragraph.lines[0]
    if first.page != line.page and len(paragraph.lines) == 1:
        return line.x0 <= max(frame.left, first.x0) + slack
    if len(paragraph.lines) > 1:
        body = paragraph.lines[-1]
        if body.page == line.page:
            return abs(line.x0 - body.x0) <= slack
        return line.x0 <= frame.left + 3 * slack and not (ended and line.x0 > frame.left + slack)
    hanging = first.x0 + 3 * slack if opens_line(first.text) else first.x0 + 0.5 * slack
    return line.x0 <= hanging


def _unfinished(before: str, after: str) -> bool:
    """Whether the line cannot end a paragraph: an open list, or a date without its number."""
    if before.startswith("(") and ")" not in before and after.rstrip(".").endswith(")"):
        return True
    if numbers_go_on(before, after):
        return True
    if before.endswith((",", "(")):
        return not opens_line(after) or after[0].isdigit()
    return after[0].isdigit() and _DATE_OPEN.search(before) is not None


def _capitals(line: Line) -> bool:
    return line.capitals or line.text.isupper() or not any(char.isalpha() for char in line.text)


def _centred(line: Line, frame: Frame) -> bool:
    middle = (frame.left + frame.right) / 2
    inner = line.x0 - frame.left > 0.7 * line.size
    return inner and abs((line.x0 + line.x1) / 2 - middle) < 0.6 * line.size


def _flush(line: Line, frame: Frame) -> bool:
    return line.x0 <= frame.left + 0.5 * line.size


def _indented(paragraph: Paragraph, frame: Frame) -> bool:
    return paragraph.lines[0].x0 > frame.left + 0.8 * paragraph.lines[0].size


def _hung(paragraph: Paragraph, line: Line) -> bool:
    """Whether the line hangs under the paragraph's text, right of its first line's mark."""
    first, body = paragraph.lines[0], paragraph.lines[-1]
    hanging = len(paragraph.lines) > 1 and body.x0 - first.x0 > 0.5 * line.size
    return hanging and abs(line.x0 - body.x0) < 0.2 * line.size


def _column_like(line: Line) -> bool:
    """A line of the signature: nothing joins it."""
    return is_signature(line.text) and not opens_line(line.text)


def _columns(lines: Sequence[Line], start: int, frame: Frame) -> tuple[int, float] | None:
    """(number of lines, dividing x) of a letterhead or signature that begins at ``start``."""
    sign = any(is_signature(segment.text) for segment in lines[start].segments)
    near = [line for line in lines[start : start + _HEAD_LINES] if line.page == lines[start].page]
    if not sign and not any(is_letterhead(line.text) for line in near[:3]):
        return None
    divide = _divide(near, frame) if sign else _divide(near, frame) or _beside_nation(near)
    if divide is None:
        if not sign or lines[start].x0 < frame.middle - 0.2 * (frame.right - frame.left):
            return None
        divide = frame.left
    count = 0
    for line in near:
        crossing = any(s.x0 < divide < s.x1 for s in line.segments)
        title = len(line.segments) == 1 and _centred(line, frame) and not sign
        far = count and line.y - near[count - 1].y > (12 if sign else 4) * frame.leading
        if crossing or far or (title and count > 1):
            break
        count += 1
    return (count, divide) if count else None


def _divide(near: Sequence[Line], frame: Frame) -> float | None:
    """Between the columns of the lines that have two."""
    pairs = [line.segments for line in near if len(line.segments) == 2]
    if not pairs:
        return None
    divide = (max(s[0].x1 for s in pairs[:4]) + min(s[1].x0 for s in pairs[:4])) / 2
    if any(s[0].x1 >= s[1].x0 for s in pairs) or not frame.left < divide < frame.right:
        divide = (pairs[0][0].x1 + pairs[0][1].x0) / 2
    return divide


def _beside_nation(near: Sequence[Line]) -> float | None:
    """Left of the nation's line, where both columns stand on lines of different height."""
    nation = next(line for line in near if is_letterhead(line.text))
    left = [line.x1 for line in near[:8] if line.x1 < nation.x0]
    return (max(left) + nation.x0) / 2 if left else None


def _side_by_side(lines: Sequence[Line], divide: float) -> list[Paragraph]:
    """The left column's lines, then the right's, one logical line each."""
    columns: tuple[list[Line], list[Line]] = ([], [])
    for line in lines:
        for segment in line.segments:
            columns[segment.x0 >= divide].append(_cut(line, segment))
    result: list[Paragraph] = []
    for column in columns:
        current: Paragraph | None = None
        for line in column:
            shown = line.text.upper() if line.capitals else line.text
            if current is not None and _head_joins(current.text, shown):
                current.lines.append(line)
            else:
                current = Paragraph([line], solid=True)
                result.append(current)
    return result


def _head_joins(before: str, after: str) -> bool:
    if unfinished_nation_line(before, after) or (_DATE_OPEN.search(before) and after[0].isdigit()):
        return True
    return after[0].islower() and not before.endswith(_TERMINAL)


def _cut(line: Line, segment: Segment) -> Line:
    return Line(
        line.page, segment.text, segment.x0, segment.x1, line.y, line.size,
        line.bold, line.bold_start, line.bold_end, (segment,), line.first_word,
        line.capitals,
    )  # fmt: skip
