"""A row said to be the lowest or the highest of its table, while another row is lower or higher."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.analysis.audit.clauses import clause_before
from extractor.analysis.audit.figures import shown, value
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.sources.model import Cell

_MEASURE = r"thứ hạng|xếp hạng|hạng|điểm số|số điểm|điểm|tỷ lệ|kết quả|giá trị"
_NAME = r"[^\W\d_][^,.;:()\d\n]{2,60}?"
_CLAIM = re.compile(
    rf"(?:có |đạt |với )?(?P<measure1>{_MEASURE})(?: đạt| ở mức| năm 20\d\d)? (?P<end1>thấp|cao) nhất"
    rf"(?: (?:thuộc về|là)|:) (?P<name1>{_NAME})(?=\s*(?:[,.;:()\d]|với|đạt|chỉ|xếp|$))|"
    rf"(?:^|[,.;:] |(?<!\w)(?:trong đó|chỉ số|còn|riêng) )(?P<name2>{_NAME})"
    rf"(?: là (?:chỉ số|nhóm|trụ cột|đơn vị|địa phương|huyện|xã))? (?:có|đạt) (?P<measure2>{_MEASURE})"
    r" (?P<end2>thấp|cao) nhất(?!\w| (?:là|thuộc về)|:)"
)
_CLAIMED = sign(_CLAIM, needs=("nhất",))
_OF_FEW = re.compile(
    r"(?<!\w)(?:một trong|các|những|nhóm|\d+|hai|ba|bốn|năm) (?:những |các )?(?:chỉ số|nhóm|trụ cột|tiêu chí|"
    r"lĩnh vực|huyện|xã|đơn vị|địa phương|sở)?(?: (?:chính|thành phần|dti))?(?: có)?\s*\Z|phấn đấu|mục tiêu"
)
_ELSEWHERE = re.compile(
    r"[^.;]{0,30}(?<!\w)(?:cả nước|toàn quốc|khu vực|vùng|trong (?:các|những|\d+|nhiều) năm|từ trước|"
    r"giai đoạn|so với năm|cùng kỳ|các tỉnh)(?!\w)"
)
_RANKS = re.compile(r"(?:thứ|xếp )?hạng|vị trí")
_NO_RESULT = re.compile(r"tối đa|thang|tăng|giảm|chênh|hạng|mục tiêu|kế hoạch|phấn đấu|thứ tự|vị trí")
_RESULT = re.compile(r"điểm|tỷ lệ|kết quả|giá trị|%|năm 20\d\d|đạt")
_OPENED = re.compile(
    r"(?:(?:trong đó|còn|riêng|hoạt động|chỉ số|nhóm|trụ cột|huyện|thành phố|thị xã|xã|phường|về) )+"
)
_TOTAL = re.compile(r"(?:tổng|cộng|toàn tỉnh|bình quân|trung bình)(?!\w)")
_LEAST = 3


class _Row(NamedTuple):
    name: str
    figure: float
    span: Span


def claims(subject: Subject) -> Iterator[Hit]:
    """ "chỉ số có thứ hạng thấp nhất là A (thứ 51)" above "B | … | 53"."""
    for start, words in subject.telling(_CLAIMED):
        for match in _CLAIM.finditer(words):
            n = 1 if match["name1"] else 2
            measure, low, name = match[f"measure{n}"], match[f"end{n}"] == "thấp", _bare(match[f"name{n}"])
            if _OF_FEW.search(clause_before(words[: match.start()])) or _ELSEWHERE.match(words, match.end()):
                continue
            ranked = measure.endswith("hạng")
            against = _against(subject, name, ranked=ranked, least=low != ranked)
            if against is None:
                continue
            own, other = against
            figures: dict[str, Figure] = {"row": own.name, "verdict": f"{measure} {match[f'end{n}']} nhất"}
            figures["told"] = f"{shown(own.figure)}, của “{other.name}” là {shown(other.figure)}"
            spans = (subject.around(start, match), own.span, other.span)
            yield Hit("verdict-against-figures", figures, spans, unsure=True)


def _bare(name: str) -> str:
    """A name without the words that it is told with or without."""
    words = " ".join(name.split()).strip(" *“”\"'")
    opened = _OPENED.match(words)
    return words[opened.end() :] if opened else words


def _against(subject: Subject, name: str, *, ranked: bool, least: bool) -> tuple[_Row, _Row] | None:
    """The row of that name with the one beyond it; None where it is the last one by any column."""
    found: tuple[_Row, _Row] | None = None
    for _, grid in subject.grids:
        for rows in _columns(subject, grid, name, ranked=ranked):
            own = next(row for row in rows if _bare(row.name.lower()) == name)
            last = min(rows, key=lambda row: row.figure if least else -row.figure)
            if last.figure == own.figure:
                return None
            found = (own, last)
    return found


def _columns(
    subject: Subject, grid: Sequence[Sequence[Cell | None]], name: str, *, ranked: bool
) -> Iterator[list[_Row]]:
    """For each column that tells the measure, its figures in the rows of the same kind as the named one."""
    placed = next(
        (
            (r, c)
            for r, row in enumerate(grid)
            for c, cell in enumerate(row[:3])
            if _named(subject, cell, name)
        ),
        None,
    )
    if placed is None or placed[0] == 0:
        return
    at, kind = placed[1], _kind(subject, grid[placed[0]], placed[1])
    peers = [row for row in grid[1:] if _kind(subject, row, at) == kind and subject.low(row[at])]
    peers = [row for row in peers if not _TOTAL.match(subject.low(row[at]))]
    tops = [c for c, cell in enumerate(grid[0]) if re.search("tối đa|thang", subject.low(cell))]
    for column, head in enumerate(grid[0]):
        words = subject.low(head)
        wanted = _RANKS.search(words) if ranked else _RESULT.search(words) and not _NO_RESULT.search(words)
        if not wanted or column <= at:
            continue
        yield from _told(subject, peers, at, column)
        if tops and not ranked:
            yield from _told(subject, peers, at, column, tops[0])


def _told(
    subject: Subject, peers: Sequence[Sequence[Cell | None]], at: int, column: int, top: int | None = None
) -> Iterator[list[_Row]]:
    """The figures of a column, or their shares of the most that there is; none where a row lacks one."""
    rows: list[_Row] = []
    for row in peers:
        cell, name = row[column], row[at]
        figure = value(subject.low(cell).split("/")[0].rstrip(" %"))
        most = value(subject.low(row[top])) if top is not None else 1.0
        if figure is None or not most or cell is None or name is None:
            return
        rows.append(_Row(subject.words(name).strip(" *"), figure / most, subject.at(name.start, cell.end)))
    if len(rows) >= _LEAST and (top is None or any(row.figure <= 1 for row in rows)):
        yield rows


def _named(subject: Subject, cell: Cell | None, name: str) -> bool:
    return _bare(subject.low(cell)) == name


def _kind(subject: Subject, row: Sequence[Cell | None], at: int) -> str:
    """How the row is numbered: "1", "1.1", "I"."""
    label = subject.low(row[at - 1]).strip(" .)") if at else ""
    return re.sub(r"\d+", "1", label) if any(c.isdigit() for c in label) else "a" * bool(label)
