"""The number of the units below a place against the table that lists all of them by name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.analysis.audit.wholes import told_communes, told_districts
from extractor.sources.model import Cell

_NAME = r"\.? [^\W_]+(?:[ '’-][^\W_]+){0,4}"
_DISTRICT = re.compile(rf"(?:(?:ubnd|ủy ban nhân dân) )?(?:huyện|quận|thị xã|thành phố|tx|tp){_NAME}")
_COMMUNE = re.compile(rf"(?:(?:ubnd|ủy ban nhân dân) )?(?:xã|phường|thị trấn|đặc khu|tt){_NAME}")
_SOME = re.compile(
    r"(?<!\w)(?:một số|tiêu biểu|còn lại|chưa|trừ|thí điểm|điển hình|giai đoạn 1|chậm|thấp|cao nhất|"
    r"dẫn đầu|đăng ký|lựa chọn|được chọn|trọng điểm|biên giới|vùng|cụm)(?!\w)"
)
_ALL = re.compile(r"(?<![\w.,/])(\d{1,2})/\1 huyện(?:(?:,| và) (?:thị xã|thành phố|quận))+(?!\w)")
_ALL_OF_THEM = sign(_ALL, needs=("/", "huyện"))
_COLUMNS, _LEAST, _FAR = 3, 5, 2
_TITLE = 200


class _List(NamedTuple):
    listed: int
    span: Span


def places(subject: Subject) -> Iterator[Hit]:
    """ "10 huyện, thị xã, thành phố" above a table of all nine of them."""
    level = subject.extraction.document.level
    if level not in ("province", "district") or subject.source is None:
        return
    of_province = level == "province"
    told = _districts(subject) if of_province else told_communes(subject)
    listed = _lists(subject, _DISTRICT if of_province else _COMMUNE) if told else []
    if not listed or any(one.listed in told for one in listed):
        return
    longest = max(listed, key=lambda one: one.listed)
    for number, span in told.items():
        if abs(number - longest.listed) <= _FAR:
            noun = "huyện, thị xã, thành phố" if of_province else "xã, phường, thị trấn"
            figures: dict[str, Figure] = {"noun": noun, "declared": number, "listed": longest.listed}
            yield Hit("count-listed", figures, (span, longest.span))


def _districts(subject: Subject) -> dict[int, Span]:
    """The numbers of all districts: those that the text tells as such, and "15/15 huyện, thị xã"."""
    told = dict(told_districts(subject)[1])
    for start, words in subject.telling(_ALL_OF_THEM):
        for match in _ALL.finditer(words):
            told.setdefault(int(match[1]), subject.around(start, match))
    return told


def _lists(subject: Subject, named: re.Pattern[str]) -> list[_List]:
    """Tables that name such units one below the other, each once."""
    found: list[_List] = []
    assert subject.source is not None
    for number, grid in subject.grids:
        if _SOME.search(line_above(subject, subject.source.tables[number].start)):
            continue
        for column in range(min(_COLUMNS, len(grid[0]))):
            cells = _run(subject, grid, column, named)
            if len(cells) >= _LEAST:
                found.append(_List(len(cells), subject.at(cells[0].start, cells[-1].end)))
                break
    return found


def line_above(subject: Subject, start: int) -> str:
    """The last paragraph before a table, where it is short enough for a title."""
    i = bisect_right(subject.paragraphs, (start, start)) - 1
    low, high = subject.paragraphs[i] if i >= 0 else (start, start)
    return subject.folded[low:high] if high - low <= _TITLE else ""


def _run(
    subject: Subject, grid: Sequence[Sequence[Cell | None]], column: int, named: re.Pattern[str]
) -> list[Cell]:
    """The cells of a column that name a unit; none where other rows stand between or a name comes twice."""
    held = [(r, row[column]) for r, row in enumerate(grid) if named.fullmatch(subject.low(row[column]))]
    rows = [r for r, _ in held]
    names = {subject.low(cell) for _, cell in held}
    through = bool(rows) and rows == list(range(rows[0], rows[0] + len(rows)))
    return [cell for _, cell in held if cell is not None] if through and len(names) == len(rows) else []
