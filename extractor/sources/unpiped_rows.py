"""Rows of tables that lost their pipes: one line a cell or more, and blank cells left no trace.

Rows are told by their codes (1.1, 2.10), or by running numbers (1, 2, 3) with groups (I, II) between, each
with words behind it. What a row's lines belong to is told by what its columns hold: figures, units, times,
aims; a cell may run over several lines and may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from extractor.sources.builder import CellInput
from extractor.sources.flattened import follows, is_label, later
from extractor.vietnamese.forms import fold

Kind = Literal["label", "name", "measure", "figure", "unit", "time", "verdict", "free"]

_CODE = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?")
_PLAIN = re.compile(r"\d{1,3}\.?")
_GROUP = re.compile(r"(?:[IVX]{1,5}|[A-ZĐ])\.?")
_VALUE = re.compile(r"[+-]?\d[\d.,/]*\s*(?:%|điểm)?|-|–|không có|chưa có")
_UNIT = re.compile(
    r"(?:các |lãnh đạo )?(?:sở|ubnd|ủy ban|văn phòng|vp|công an|ban(?! hành)|báo(?! cáo)|đài|cục|chi cục|"
    r"phòng|trung tâm|đoàn|"
    r"tỉnh đoàn|huyện đoàn|hội|mặt trận|mttq|bộ chỉ huy|ngân hàng|nhnn|bưu điện|bưu cục|kho bạc|thanh tra|"
    r"tỉnh ủy|huyện ủy|doanh nghiệp|viễn thông|thuế|hải quan|bảo hiểm|bhxh|trường|bệnh viện|cơ quan|đơn vị|"
    r"địa phương|vnpt|viettel|mobifone|tổ|liên đoàn|tòa án|viện|hiệp hội)(?!\w)"
)
_TIME = re.compile(
    r"(?:(?:trước|đến|hết|cuối|đầu|trong|từ) )*"
    r"(?:ngày \d|tháng \d|quý [ivx\d]|năm 20|\d{1,2}/\d{1,2}/20|\d{1,2}/20|q[1-4])|"
    r"(?:thường xuyên|hằng|hàng|duy trì|đã ban hành|đã có|định kỳ|liên tục|cả năm)(?!\w)"
)
_AMOUNT = re.compile(r"[≥≤<>]?\s?\d[\d.,/]*(?:\s[^\W\d_]+){0,4}")
_VERDICT = re.compile(
    r"(?:chưa |không |hoàn thành )?(?:đạt|vượt|hoàn thành|đang thực hiện|tốt|khá)(?!\w)|-|–"
)
_AIM = re.compile(r"(?:trên|dưới|tối thiểu|tối đa|ít nhất|không|từ|đạt|có|duy trì|phấn đấu|tăng|[≥>=]|\d)")
_MAX_CELL, _MOST_COLUMNS, _FEWEST = 240, 12, 4
_END = re.compile(r"(?:ghi chú|nơi nhận|tổng (?:số|cộng|điểm)|[ivx]{1,4}\. |phụ lục|tm\. |kt\. )")
_LINES = 4
"""Lines that a cell may run over."""
_BROKEN, _BLANK = 3.0, 0.7
"""What it costs to join lines that do not run on, and to leave a column blank."""
_LONG = 26
"""Letters from which a line may have been broken for its length."""
_SURE = 1.5
_FEW_ROWS = 3


class _Laid(NamedTuple):
    """Lines of a row as cells: how well they fit, the first line and the column of each."""

    score: float
    starts: tuple[int, ...]
    columns: tuple[int, ...]


def read_rows(lines: Sequence[str], body: int, header: Sequence[str]) -> tuple[list[list[CellInput]], int]:
    """Rows with their header, the first row at ``body``, and the index behind them; ([], body) if none."""
    kept, header = _without_furniture(lines, body, header), _unwrapped(header)
    columns = len(header)
    if not _FEWEST <= columns <= _MOST_COLUMNS:
        return [], body
    told = [lines[i] for i in kept]
    starts = _starts(told)
    if sum(not _GROUP.fullmatch(told[i]) for i in starts) < _FEW_ROWS:
        return [], body
    kinds = [_kind(fold(title), i) for i, title in enumerate(header)]
    rows, total, end = [[CellInput(title) for title in header]], 0.0, body
    longest = max([columns, *(b - a for a, b in pairwise(starts))])
    for start, stop in zip(starts, [*starts[1:], _last(told, starts[-1], longest)], strict=True):
        row = told[start:stop]
        laid = _lay(row, kinds) if stop > start + 1 else None
        if stop == len(told) or start == starts[-1]:
            laid, stop = _best_end(told, start, stop, kinds)
        cells = _cells(told[start:stop], laid) if laid else []
        if laid is None or any(len(cell.text) > _MAX_CELL for cell in cells):
            return [], body  # words of the document between
        rows.append(cells)
        total, end = total + laid.score, kept[stop - 1] + 1
    return (rows, end) if total >= _SURE * (len(rows) - 1) else ([], body)


def _without_furniture(lines: Sequence[str], body: int, header: Sequence[str]) -> list[int]:
    """Lines up to the first blank one, without headers told again on a new page and its number."""
    kept: list[int] = []
    i = body
    while i < len(lines) and lines[i]:
        if list(lines[i : i + len(header)]) == list(header):
            if kept and lines[kept[-1]].isdigit() and not is_label(lines[i - 2] if i > 1 else ""):
                kept.pop()
            i += len(header)
            continue
        kept.append(i)
        i += 1
    return kept


def _unwrapped(header: Sequence[str]) -> list[str]:
    """Titles of columns, of which some run over lines: those go on in lower case."""
    titles: list[str] = []
    for line in header:
        if titles and (line[:1].islower() or titles[-1].endswith((",", "/", "-", "("))):
            titles[-1] = f"{titles[-1]} {line}"
        else:
            titles.append(line)
    return titles


def _starts(lines: Sequence[str]) -> list[int]:
    """Where rows begin: labels that go on with those before, with a name behind."""
    named_codes = (i for i in range(len(lines) - 1) if _CODE.fullmatch(lines[i]) and _is_name(lines[i + 1]))
    coded = sum(1 for _ in named_codes) >= _FEW_ROWS
    found: list[int] = []
    plain, group = "", ""
    for i in range(len(lines) - 1):
        label = lines[i].rstrip(".")
        if not _is_name(lines[i + 1]) or not is_label(lines[i]) or (found and i - found[-1] < 2):
            continue
        if coded:
            if _opens_coded(lines, i, found):
                found.append(i)
        elif _GROUP.fullmatch(lines[i]):
            if label in {"I", "A"} or (group and _next_group(group, label)):
                found.append(i)
                group = label
        elif _PLAIN.fullmatch(lines[i]):
            again = found and _GROUP.fullmatch(lines[found[-1]]) and int(label) == 1
            if again or (follows(plain, label) if plain else int(label) == 1):
                found.append(i)
                plain = label
    return found


def _is_name(line: str) -> bool:
    """Words that may name a row: no value, no date."""
    low = fold(line)
    return len(low) >= 8 and " " in low and not _VALUE.fullmatch(low)


def _next_group(before: str, label: str) -> bool:
    """Whether the label of a group goes on: I, II, III or A, B, C."""
    letters = len(before) == len(label) == 1 and ord(label) - ord(before) in (1, ord("Đ") - ord("D"))
    return letters or follows(before, label)


def _opens_coded(lines: Sequence[str], i: int, found: Sequence[int]) -> bool:
    """A code that goes on, or the number of a group right before its own codes."""
    label = lines[i].rstrip(".")
    group = _PLAIN.fullmatch(lines[i]) and any(
        re.match(rf"{re.escape(label)}\.\d", lines[j]) for j in range(i + 2, min(i + 8, len(lines)))
    )
    opens = bool(_CODE.fullmatch(lines[i]) or group)
    return opens and (not found or later(lines[found[-1]].rstrip("."), label))


def _last(lines: Sequence[str], start: int, longest: int) -> int:
    """Where the last row ends at the latest: nothing follows that would tell."""
    end = start + 2
    while end < min(start + longest + 1, len(lines)) and not _END.match(fold(lines[end])):
        end += 1
    return min(end, len(lines))


def _best_end(lines: Sequence[str], start: int, stop: int, kinds: Sequence[Kind]) -> tuple[_Laid | None, int]:
    """The layout of the last row, by as many of its lines as fit best."""
    best: tuple[_Laid | None, int] = (None, stop)
    for end in range(start + 2, stop + 1):
        laid = _lay(lines[start:end], kinds)
        if laid is not None and (best[0] is None or laid.score > best[0].score + 1e-9):
            best = (laid, end)
    return best


def _kind(title: str, place: int) -> Kind:
    if place < 2:
        return "label" if place == 0 else "name"
    if re.search(r"đơn vị tính|đvt|đơn vị đo", title):
        return "measure"
    if re.search(r"đánh giá|kết luận|xếp loại", title):
        return "verdict"
    if re.search(r"chủ trì|phối hợp|đơn vị|cơ quan|phụ trách|đầu mối", title):
        return "unit"
    if re.search(r"thời hạn|thời gian|tiến độ|hoàn thành|kỳ hạn", title):
        return "time"
    if re.search(r"mục tiêu|chỉ tiêu|phấn đấu|yêu cầu|sản phẩm|ghi chú|giải pháp|cách tính", title):
        return "free"
    figure = re.search(r"điểm|kết quả|hiện trạng|thực hiện|tỷ lệ|năm 20|thang|lũy kế|cùng kỳ|kế hoạch", title)
    return "figure" if figure else "free"


def _fits(cell: str, kind: Kind) -> float:
    """How well a cell's words go with what a column holds."""
    low = fold(cell)
    value, unit, time = bool(_VALUE.fullmatch(low)), bool(_UNIT.match(low)), bool(_TIME.match(low))
    if kind == "name":
        return -3.0 if value else 0.5
    if kind == "figure":
        return 2.0 if value else 1.5 if _AMOUNT.fullmatch(low) else -3.0
    if kind == "measure":
        return 1.5 if len(low.split()) <= 3 and not value and not unit else -2.0
    if kind == "verdict":
        return 2.5 if _VERDICT.match(low) else -1.5
    if kind == "unit":
        return 3.0 if unit else -4.0 if value or time or re.search(r"\d", low) else -1.0
    if kind == "time":
        return 2.5 if time else -2.0
    return 1.0 if _AIM.match(low) and not unit else -2.0 if unit else 0.5


def _break(above: str, below: str) -> float:
    """What it costs that a cell goes on from one line to the next."""
    if above.rstrip()[-1:] in {",", ";", "-"} or (below[:1].islower() and not _VALUE.fullmatch(fold(below))):
        return 0.1
    value = _VALUE.fullmatch(fold(above)) or _VALUE.fullmatch(fold(below))
    return 0.6 if len(above) >= _LONG and not value and not _TIME.match(fold(below)) else _BROKEN


def _lay(row: Sequence[str], kinds: Sequence[Kind]) -> _Laid | None:
    """The lines behind a row's label as cells in the columns that they go best with.

    Of equal layouts the one with its cells furthest to the left; None where no layout has room.
    """
    best: dict[tuple[int, int], _Laid] = {(1, 0): _Laid(0.0, (), ())}  # by lines taken and the last column
    for taken in range(1, len(row)):
        for last in range(len(kinds)):
            before = best.get((taken, last))
            if before is None:
                continue
            cost = 0.0
            for lines in range(1, min(_LINES, len(row) - taken) + 1):
                if lines > 1:
                    cost += _break(row[taken + lines - 2], row[taken + lines - 1])
                cell = " ".join(row[taken : taken + lines])
                for column in (1,) if last == 0 else range(last + 1, len(kinds)):
                    score = before.score + _fits(cell, kinds[column]) - cost
                    score -= _BLANK * (column - last - 1) if last else 0.0
                    key, known = (taken + lines, column), best.get((taken + lines, column))
                    if known is None or score > known.score + 1e-9:
                        best[key] = _Laid(score, (*before.starts, taken), (*before.columns, column))
    whole = [laid for (taken, _), laid in best.items() if taken == len(row)]
    return max(whole, key=lambda laid: (laid.score, [-c for c in laid.columns]), default=None)


def _cells(row: Sequence[str], laid: _Laid) -> list[CellInput]:
    ends = (*laid.starts[1:], len(row))
    spans = zip(laid.starts, ends, laid.columns, strict=True)
    return [CellInput(row[0], 0), *(CellInput(" ".join(row[a:b]), column) for a, b, column in spans)]
