"""Tables of coded rows that lost their pipes: one cell a line, and blank cells left no trace.

Rows are told by their dotted codes (1.1, 2.10), each with words behind it. A row with fewer cells than
the table has columns is laid out by what its columns hold: figures, units, times, aims.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from extractor.sources.builder import CellInput
from extractor.sources.flattened import is_label, later
from extractor.vietnamese.forms import fold

Kind = Literal["label", "name", "figure", "unit", "time", "free"]

_CODE = re.compile(r"\d{1,2}(?:\.\d{1,3}){1,3}\.?")
_PLAIN = re.compile(r"\d{1,2}\.?")
_VALUE = re.compile(r"[+-]?\d[\d.,/]*\s*(?:%|điểm)?|-|–|không có|chưa có")
_UNIT = re.compile(
    r"(?:các |lãnh đạo )?(?:sở|ubnd|ủy ban|văn phòng|vp|công an|ban|báo|đài|cục|chi cục|phòng|trung tâm|đoàn|"
    r"tỉnh đoàn|huyện đoàn|hội|mặt trận|mttq|bộ chỉ huy|ngân hàng|nhnn|bưu điện|bưu cục|kho bạc|thanh tra|"
    r"tỉnh ủy|huyện ủy|doanh nghiệp|viễn thông|thuế|hải quan|bảo hiểm|bhxh|trường|bệnh viện|cơ quan|đơn vị|"
    r"địa phương|vnpt|viettel|mobifone|tổ|liên đoàn|tòa án|viện)(?!\w)"
)
_TIME = re.compile(
    r"(?:(?:trước|đến|hết|cuối|đầu|trong|từ) )*"
    r"(?:ngày \d|tháng \d|quý [ivx\d]|năm 20|\d{1,2}/\d{1,2}/20|\d{1,2}/20|q[1-4])|"
    r"(?:thường xuyên|hằng|hàng|duy trì|đã ban hành|đã có|định kỳ|liên tục|cả năm)(?!\w)"
)
_AIM = re.compile(r"(?:trên|dưới|tối thiểu|tối đa|ít nhất|không|từ|đạt|có|duy trì|\d)")
_MAX_CELL, _MOST_COLUMNS, _FEWEST = 240, 12, 4
_END = re.compile(r"(?:ghi chú|nơi nhận|tổng (?:số|cộng|điểm)|[ivx]{1,4}\. |phụ lục|tm\. |kt\. )")


def read_coded(lines: Sequence[str], body: int, header: Sequence[str]) -> tuple[list[list[CellInput]], int]:
    """Rows with their header, the first row at ``body``, and the index behind them; ([], body) if none."""
    columns = len(header)
    if not _FEWEST <= columns <= _MOST_COLUMNS:
        return [], body
    starts = _starts(lines, body)
    if sum(bool(_CODE.fullmatch(lines[i])) for i in starts) < 3:
        return [], body
    kinds = [_kind(fold(title), i) for i, title in enumerate(header)]
    rows, end = [[CellInput(title) for title in header]], body
    for start, stop in zip(starts, [*starts[1:], _last(lines, starts[-1], columns)], strict=True):
        cells = _joined(lines[start:stop], columns)
        if len(cells) > columns or any(len(cell) > _MAX_CELL for cell in cells):
            return [], body  # words of the document between, or cells that run over several lines
        rows.append([CellInput(cell, place) for cell, place in zip(cells, _laid(cells, kinds), strict=True)])
        end = stop
    return rows, end


def _joined(lines: Sequence[str], columns: int) -> list[str]:
    """Cells of a row; where there are more lines than columns, some cells run over two lines."""
    cells = list(lines)
    while len(cells) > columns:
        runs_on = [
            i for i in range(2, len(cells))
            if cells[i - 1].rstrip()[-1:] in {",", ";", "-"} or cells[i][:1].islower()
            or (i == 2 and not _VALUE.fullmatch(fold(cells[2])))
        ]  # fmt: skip
        if not runs_on:
            break
        cells[runs_on[0] - 1 : runs_on[0] + 1] = [f"{cells[runs_on[0] - 1]} {cells[runs_on[0]]}"]
    return cells


def _starts(lines: Sequence[str], body: int) -> list[int]:
    """Where rows begin: codes that go on, with a name behind; group numbers only before their own codes."""
    found: list[int] = []
    for i in range(body, len(lines) - 1):
        if not lines[i]:
            break
        label, name = lines[i].rstrip("."), fold(lines[i + 1])
        named = len(name) >= 8 and " " in name and not _VALUE.fullmatch(name)
        if not named or not is_label(lines[i]) or (found and i - found[-1] < 2):
            continue
        group = _PLAIN.fullmatch(lines[i]) and any(
            re.match(rf"{re.escape(label)}\.\d", lines[j]) for j in range(i + 2, min(i + 8, len(lines)))
        )
        if not (_CODE.fullmatch(lines[i]) or group):
            continue
        if not found or later(lines[found[-1]].rstrip("."), label):
            found.append(i)
    return found


def _last(lines: Sequence[str], start: int, columns: int) -> int:
    """Where the last row ends: nothing follows that would tell."""
    end = start + 2
    while end < min(start + columns, len(lines)) and lines[end] and not _END.match(fold(lines[end])):
        end += 1
    return end


def _kind(title: str, place: int) -> Kind:
    if place < 2:
        return "label" if place == 0 else "name"
    if re.search(r"chủ trì|phối hợp|đơn vị|cơ quan|phụ trách|đầu mối", title):
        return "unit"
    if re.search(r"thời hạn|thời gian|tiến độ|hoàn thành|kỳ hạn", title):
        return "time"
    if re.search(r"mục tiêu|chỉ tiêu|phấn đấu|yêu cầu|sản phẩm|ghi chú|giải pháp|cách tính", title):
        return "free"
    return "figure" if re.search(r"điểm|kết quả|hiện trạng|thực hiện|tỷ lệ|năm 20|thang", title) else "free"


def _fits(cell: str, kind: Kind) -> float:
    """How well a cell's words go with what a column holds."""
    low = fold(cell)
    value, unit, time = bool(_VALUE.fullmatch(low)), bool(_UNIT.match(low)), bool(_TIME.match(low))
    if kind == "figure":
        return 2.0 if value else -3.0
    if kind == "unit":
        return 3.0 if unit else -4.0 if value or time or re.search(r"\d", low) else -1.0
    if kind == "time":
        return 2.5 if time else -2.0
    return 1.0 if _AIM.match(low) and not unit else -2.0 if unit else 0.5


def _laid(cells: Sequence[str], kinds: Sequence[Kind]) -> list[int]:
    """Columns of a row's cells, in order, with which they go best; full rows as they stand.

    Of equal layouts the one with its cells furthest to the left.
    """
    if len(cells) >= len(kinds):
        return list(range(len(cells)))
    best: dict[int, tuple[float, list[int]]] = {1: (0.0, [0, 1])}  # by the column of the last cell placed
    for cell in cells[2:]:
        after: dict[int, tuple[float, list[int]]] = {}
        for last, (score, places) in best.items():
            for column in range(last + 1, len(kinds)):
                total = score + _fits(cell, kinds[column])
                if column not in after or total > after[column][0] + 1e-9:
                    after[column] = (total, [*places, column])
        best = after or best
    score, places = max(best.values(), key=lambda found: (found[0], [-p for p in found[1]]))
    return places
