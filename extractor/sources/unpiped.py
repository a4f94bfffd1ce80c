"""Tables that lost even their pipes: one cell per line under a header that begins with "STT" or "TT".

Empty cells leave no trace in such copies, so only full rows are certain; shorter ones are group rows
(label and title) or are aligned from the left, and rows without a label are totals.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractor.sources.builder import CellInput
from extractor.sources.flattened import follows, is_label, later
from extractor.sources.unpiped_rows import read_rows
from extractor.vietnamese.forms import fold

_FIRST = re.compile(r"(?:stt|tt|số tt|số thứ tự|mã(?: số| chỉ số)?)\.?")
_CODE = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?")
_VALUE = re.compile(r"[+-]?\d[\d.,/]*\s*(?:%|điểm)?")
_NO_LABEL = {"-", "–", "*"}  # stands in the label's place of a total
_MAX_HEADER, _MAX_CELL = 12, 240
_MOST_LINES = 24
"""Lines of a header, of which some only go on with the one before."""


def table_may_begin(line: str) -> bool:
    """Whether a line is the first header of a table."""
    return len(line) < 16 and bool(_FIRST.fullmatch(fold(line)))


def read_unpiped(lines: Sequence[str], index: int) -> tuple[list[list[CellInput]], int]:
    """The table whose header begins at ``index`` and the index behind it; ([], index) if there is none."""
    if not _FIRST.fullmatch(fold(lines[index])):
        return [], index
    body = _body(lines, index)
    header = [line for line in lines[index:body] if line]
    columns = len(header)
    if columns < 3:
        return [], index
    told, end = read_rows(lines, body, header)
    if any(_CODE.fullmatch(row[0].text) for row in told):
        return told, end
    rows, position = _full_rows(lines, body, header) if columns <= _MAX_HEADER else ([], body)
    if end > position or len(rows) < 3:
        return (told, end) if told else ([], index)
    return rows, position


def _full_rows(lines: Sequence[str], body: int, header: Sequence[str]) -> tuple[list[list[CellInput]], int]:
    """Rows of one line a cell, as many as have all their cells or only a label and a title."""
    rows: list[list[CellInput]] = [[CellInput(t) for t in header]]
    position, labels, columns = body, dict[str, str](), len(header)
    while position < len(lines) and lines[position]:
        row = _row(lines, position, columns, labels)
        if not row:
            break
        if is_label(row[0]):
            labels[_style(row[0])] = row[0]
        rows.append(_placed(row, columns))
        position += len(row)
    return rows, position


def _body(lines: Sequence[str], index: int) -> int:
    """Where the first row begins: the first label behind the header's words."""
    for i in range(index + 1, min(index + _MOST_LINES + 2, len(lines))):
        gap = not lines[i] and i > index + 2 and i + 1 < len(lines) and is_label(lines[i + 1])
        if gap:  # a blank line between the header and the first row
            continue
        if not lines[i] or len(lines[i]) > 90:
            return index
        if is_label(lines[i]) and i + 1 < len(lines) and not is_label(lines[i + 1]):
            return i
    return index


def _style(label: str) -> str:
    low = fold(label).rstrip(".)")
    return "roman" if re.fullmatch(r"[ivxl]+", low) else "letter" if low.isalpha() else "number"


def _continues(labels: Mapping[str, str], label: str) -> bool:
    """Whether a label goes on with those before it: groups (I, II) and rows (1, 2) count apart."""
    before = labels.get(_style(label))
    first = fold(label).rstrip(".)") in {"1", "01", "i", "a"}
    return later(before, label) if before and not first else first or not labels


def _row(lines: Sequence[str], start: int, columns: int, labels: Mapping[str, str]) -> list[str]:
    """Cells of the row at ``start``: up to the label that comes next; [] where the table ends."""
    first = lines[start]
    if first in _NO_LABEL:
        total = list(lines[start : start + columns])
        numeric = sum(bool(_VALUE.fullmatch(fold(t))) for t in total[2:])
        return total if len(total) == columns and numeric >= columns - 3 > 0 else []
    if not is_label(first):
        total = list(lines[start : start + columns - 1])
        numeric = sum(bool(_VALUE.fullmatch(fold(t))) for t in total[1:])
        return total if len(total) == columns - 1 and numeric >= columns - 3 > 0 else []
    if not _continues(labels, first):
        return []
    known = {**labels, _style(first): first}
    full = start + columns
    if (
        full < len(lines)
        and is_label(lines[full])
        and _continues(known, lines[full])
        and not follows(first, lines[start + 3])
    ):
        return list(lines[start:full])
    for end in range(start + 2, min(start + columns + 1, len(lines) + 1)):
        stop = end == len(lines) or not lines[end]
        if stop or (
            is_label(lines[end])
            and _continues(known, lines[end])
            and (_goes_on(lines, end, end - start, columns) or _next_row(known, lines, end))
        ):
            return list(lines[start:end])
    row = list(lines[start : start + columns])
    return row if all(len(t) <= _MAX_CELL for t in row) else []


def _next_row(labels: Mapping[str, str], lines: Sequence[str], at: int) -> bool:
    """Whether the very next number, before words, opens a row (blank cells left no trace)."""
    before = labels.get("number")
    words = lines[at + 1] if at + 1 < len(lines) else ""
    plain = lines[at].strip(". ").isdigit() and before is not None
    return plain and follows(before or "", lines[at]) and len(words) > 6 and not _VALUE.match(fold(words))


def _goes_on(lines: Sequence[str], label_at: int, taken: int, columns: int) -> bool:
    """Whether a label really opens a row (a bare number may be a value): a title must stand behind it."""
    if taken == columns:
        return True
    following = lines[label_at + 1] if label_at + 1 < len(lines) else ""
    return bool(following) and not _VALUE.fullmatch(fold(following)) and taken <= 3


def _placed(row: list[str], columns: int) -> list[CellInput]:
    if not is_label(row[0]) and row[0] not in _NO_LABEL:
        return [CellInput(row[0], 0, 1, 2), *(CellInput(t, i + 2) for i, t in enumerate(row[1:]))]
    cells = [CellInput(t, i) for i, t in enumerate(row)]
    if len(row) == 2:
        cells[1] = CellInput(row[1], 1, 1, columns - 1)
    return cells
