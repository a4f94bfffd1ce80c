"""Tables that a portal flattened to one cell per line between pipes, put back into rows.

Row ends are not marked, so rows are found by their labels (1, 2, 1.1, a, I …): the usual distance
between a label and its successor is the number of columns; group rows are shorter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.sources.builder import CellInput, clean
from extractor.vietnamese.forms import fold

_FLAT = re.compile(r".*\|\s*$|^\s*\|[\s|]*$")
_PIPE_ROW = re.compile(r"^\s*\|.*[^|\s].*\|.*[^|\s].*\|\s*$|^[\s|:-]*-{2,}[\s|:-]*\|?[\s|:-]*$")
_METADATA_LINE = re.compile(
    r"(số hiệu|số ký hiệu|ngày |loại văn bản|cơ quan ban hành|nơi ban hành|người ký|lĩnh vực)"
    r"[^|]{0,30}\|[^|]+\|?\s*$"
)
_BREAK = re.compile(r"\s*(?:[IVX]{1,5}\.\s|PHỤ LỤC|Phụ lục\b|Phần\s|Nơi nhận)")
_FIRST_HEADER = re.compile(r"(?:stt|tt|số tt|số thứ tự|s\.?tt|t\.t|mã(?: số| chỉ số)?)\.?")
_LABEL = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3}){0,4}(?:\.?[a-zđ])?|[ivxl]{1,6}|[a-zđ]|kh\d*[_.]n?\d+[\d.]*|"
    r"[a-z]{1,4}\d*_[a-z]?\d+(?:\.\d+)*)[.)]?"
)
_NUMBER = re.compile(r"[+-]?\s*\d[\d.,]*\s*(?:%|điểm)?")
_MAX_GAP_LINES, _MAX_GAP_CHARS, _MAX_COLUMNS = 30, 3500, 20


@dataclass(frozen=True, slots=True)
class FlatTable:
    """A rebuilt table, ready for the builder."""

    rows: tuple[tuple[CellInput, ...], ...]


def _is_flat(line: str) -> bool:
    return (
        "|" in line
        and bool(_FLAT.match(line))
        and not _PIPE_ROW.match(line)
        and not _METADATA_LINE.match(fold(line))
    )


def flattened_regions(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Half-open line ranges that hold flattened tables or letterheads in pieces."""
    regions: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        if not _is_flat(line) or _beside_row(lines, index):
            continue
        if regions and not _gap(lines, regions[-1][1], index):
            regions[-1] = (regions[-1][0], index + 1)
        else:
            regions.append((_first_header(lines, index), index + 1))
    return regions


def _beside_row(lines: Sequence[str], index: int) -> bool:
    """Whether a line is a whole row: words, and next to a line with (nearly) as many pipes, three or more."""
    pipes = lines[index].count("|")
    near = [lines[i].count("|") for i in (index - 1, index + 1) if 0 <= i < len(lines)]
    return pipes >= 3 and bool(re.search(r"\w", lines[index])) and any(abs(pipes - n) <= 1 for n in near)


def _first_header(lines: Sequence[str], index: int) -> int:
    """Where the region begins: a first header stands on the line above a lone pipe."""
    above = index > 0 and not lines[index].strip(" |") and _FIRST_HEADER.fullmatch(fold(lines[index - 1]))
    return index - 1 if above else index


def _gap(lines: Sequence[str], start: int, end: int) -> bool:
    between = [line for line in lines[start:end] if line]
    return (
        len(between) > _MAX_GAP_LINES
        or sum(map(len, between)) > _MAX_GAP_CHARS
        or any(_BREAK.match(line) for line in between[:-1])
        or sum(len(line) > 160 and line[0] in "-+*" for line in between) >= 2
    )


def read_flattened(lines: Sequence[str]) -> list[FlatTable | str]:
    """Tables and the text between them (pieces of a letterhead come as lines of text)."""
    raw = _split_cells(lines)
    cells = [clean(cell) for cell in raw]
    starts = [i for i, cell in enumerate(cells) if _FIRST_HEADER.fullmatch(fold(cell))]
    parts: list[FlatTable | str] = []
    done = 0
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(cells)
        rows, used = _rows(cells[start:end])
        if not rows:
            continue
        _append_text(parts, raw[done:start])
        parts.append(FlatTable(tuple(rows)))
        done = start + used
    _append_text(parts, raw[done:])
    return parts


def _append_text(parts: list[FlatTable | str], cells: Sequence[str]) -> None:
    text = "\n\n".join(cell for cell in cells if cell)
    if text:
        parts.append(text)


def _split_cells(lines: Sequence[str]) -> list[str]:
    """The texts between pipes, lines kept. A table's first header keeps apart from the heading above it."""
    cells: list[str] = []
    held: list[str] = []
    for line in lines:
        *closed, rest = line.split("|")
        for piece in closed:
            if held and _FIRST_HEADER.fullmatch(fold(clean(piece))):
                cells.append("\n".join(held).strip())
                held = []
            cells.append("\n".join([*held, piece]).strip())
            held = []
        if rest.strip():
            held.append(rest)
    if held:
        cells.append("\n".join(held).strip())
    return cells


def is_label(cell: str) -> bool:
    """Whether a cell is a row label: 1, 1.1, a, IV, KH20_N01.1."""
    return bool(cell) and len(cell) <= 14 and bool(_LABEL.fullmatch(fold(cell)))


def _parts(label: str) -> list[str]:
    return [p for p in re.split(r"[._]", fold(label).rstrip(".)")) if p]


def follows(before: str, after: str) -> bool:
    """Whether row label ``after`` may come directly after ``before`` (1 -> 2, 1 -> 1.1, 1.9 -> 2, a -> b)."""
    a, b = _parts(before), _parts(after)
    if not a or not b:
        return False
    if len(b) > len(a):
        return b[: len(a)] == a or (b[-1] in {"1", "01", "a"})
    shared = len(b) - 1
    return b[:shared] == a[:shared] and _next(a[shared], b[shared])


def later(before: str, after: str) -> bool:
    """Whether ``after`` comes somewhere behind ``before`` (selected rows: 6.9 -> 6.12, 2.9 -> 6)."""
    if follows(before, after):
        return True
    a, b = _parts(before), _parts(after)
    if not all(p.isdigit() for p in [*a, *b]) or not a or not b:
        return False
    return [int(p) for p in b] > [int(p) for p in a] and int(b[0]) - int(a[0]) <= 5


def _next(a: str, b: str) -> bool:
    if a.isdigit() and b.isdigit():
        return int(b) == int(a) + 1
    roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"]
    if a in roman and b in roman and roman.index(b) == roman.index(a) + 1:
        return True
    letters = "abcdđeghiklmnopqrstuvxy"
    return len(a) == len(b) == 1 and a in letters and letters.find(b) == letters.find(a) + 1


def _step(cells: Sequence[str]) -> int:
    """The usual distance between a row label and the next (columns, plus one where rows end in a blank)."""
    distances: Counter[int] = Counter()
    for i, cell in enumerate(cells):
        if is_label(cell):
            for j in range(i + 2, min(i + _MAX_COLUMNS + 2, len(cells))):
                if is_label(cells[j]) and follows(cell, cells[j]):
                    distances[j - i] += 1
    if not distances:
        return 0
    best = max(distances.values())
    return min(d for d, n in distances.items() if n >= 0.8 * best)


def _header_end(cells: Sequence[str]) -> int:
    """Index of the first cell after the header: a row label, or the name before a row of figures."""
    for i in range(2, min(len(cells), 3 * _MAX_COLUMNS)):
        if is_label(cells[i]) and not (i < 4 and not cells[i]):
            return i
        following = [c for c in cells[i + 1 : i + 3] if c]
        if len(following) == 2 and cells[i] and all(_NUMBER.fullmatch(fold(c)) for c in following):
            return i
    return 0


def _rows(cells: Sequence[str]) -> tuple[list[tuple[CellInput, ...]], int]:
    """Rows of the table whose header begins at cells[0], and how many cells they took; ([], 0) if none."""
    body = _header_end(cells)
    step = _step(cells[body:]) if body else 0
    header = list(cells[:body])
    while header and not header[-1]:
        header.pop()
    if not body or len([c for c in header if c]) < 2:
        return [], 0
    blank_end = 1 if step and len(header) == step - 1 else 0
    columns = (step - blank_end) if step else len(header)
    rows = _header_rows(header, columns)
    position = body
    while position < len(cells):
        position += _blanks_before_label(cells, position, blank_end)
        size = _row_size(cells, position, columns)
        if blank_end and is_label(cells[position]) and _group_row(cells, position):
            size = 2
        row = list(cells[position : position + size])
        if not any(row):
            position += max(size, 1)
            continue
        rows.append(_placed(row, columns))
        position += max(size, 1)
    return rows, len(cells)


def _blanks_before_label(cells: Sequence[str], position: int, blank_end: int) -> int:
    """Blank cells that only end the row before."""
    n = 0
    while position + n < len(cells) - 1 and not cells[position + n] and n < 2 + blank_end:
        n += 1
    if position + n < len(cells) and is_label(cells[position + n]):
        return n
    return min(blank_end, n)


def _group_row(cells: Sequence[str], position: int) -> bool:
    """A label and a title, the row's closing blank, and then a label again."""
    return position + 3 < len(cells) and not cells[position + 2] and is_label(cells[position + 3])


def _row_size(cells: Sequence[str], position: int, columns: int) -> int:
    """Cells of the row at ``position``: up to the next label that follows, at most ``columns``."""
    label = cells[position]
    full = position + columns
    if full >= len(cells):
        return len(cells) - position
    if is_label(label):
        for end in (full, full + 1):
            if end < len(cells) and is_label(cells[end]) and later(label, cells[end]):
                return columns
    for end in range(position + 2, full):
        joined = is_label(cells[end]) and is_label(label) and follows(label, cells[end])
        if joined and _looks_like_row(cells, end, columns) and not _looks_like_row(cells, full, columns):
            return end - position
    if not is_label(label) or not (is_label(cells[full]) or not cells[full]):
        for end in range(position + 1, full):
            if (
                is_label(cells[end])
                and _looks_like_row(cells, end, columns)
                and end - position >= columns // 2
            ):
                return end - position
    return columns


def _looks_like_row(cells: Sequence[str], position: int, columns: int) -> bool:
    """A label here, and a label that follows it one row further."""
    if position >= len(cells) or not is_label(cells[position]):
        return False
    # rows that were selected jump (2.5 -> 2.8, 2.10 -> 3): only dotted labels tell that apart from figures
    after = later if len(_parts(cells[position])) > 1 else follows
    return any(
        end < len(cells) and is_label(cells[end]) and after(cells[position], cells[end])
        for end in (position + columns, position + columns + 1)
    ) or position + columns >= len(cells)


def _placed(row: list[str], columns: int) -> tuple[CellInput, ...]:
    """Cells of a row; a short row's first cell covers the missing label column, its last the rest."""
    while len(row) > 1 and len(row) > columns:
        row.pop()
    filled = [c for c in row if c]
    if not is_label(row[0]) and row[0] and len(filled) == columns - 1 and columns > 2:
        return (CellInput(row[0], 0, 1, 2), *(CellInput(c, i + 2) for i, c in enumerate(filled[1:])))
    cells = [CellInput(c, i) for i, c in enumerate(row)]
    if len(row) < columns and len(row) > 1 and not _NUMBER.fullmatch(fold(row[-1])):
        cells[-1] = CellInput(row[-1], len(row) - 1, 1, columns - len(row) + 1)
    return tuple(cells)


def _header_rows(header: list[str], columns: int) -> list[tuple[CellInput, ...]]:
    """One header row, or two where some of its cells are split below."""
    if len(header) <= columns:
        return [tuple(CellInput(c, i) for i, c in enumerate(header))]
    gap = next((i for i, c in enumerate(header) if not c and i >= 2), None)
    top = [c for c in header[: gap or columns] if c]
    under = [c for c in header[gap or columns :] if c]
    groups = len(top) + len(under) - columns
    if not 0 < groups <= len(top) or not under or len(under) % groups:
        return [tuple(CellInput(c, i) for i, c in enumerate(header[:columns]))]
    wide, plain = len(under) // groups, len(top) - groups
    first = [CellInput(c, i, 2) for i, c in enumerate(top[:plain])]
    first += [CellInput(c, plain + i * wide, 1, wide) for i, c in enumerate(top[plain:])]
    return [tuple(first), tuple(CellInput(c, plain + i) for i, c in enumerate(under))]
