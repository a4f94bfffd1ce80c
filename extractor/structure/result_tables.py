"""Tables of results: what each column of a report's table holds (plan, result, share, verdict); its rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal

from extractor import gazetteers
from extractor.sources.model import Cell, Source, Table
from extractor.vietnamese.forms import fold

ResultRole = Literal[
    "number", "name", "unit", "measure", "plan", "actual", "past", "share", "rate", "change", "verdict",
    "mark", "owner", "notes", "total", "figure", "unknown",
]  # fmt: skip

_LABEL = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[ivxl]{1,6}|[a-zđ])[.)]?")
_NUMBERING = re.compile(r"\(?\d{1,2}\)?(?:\s*=\s*[\d()/*\s%x]+)?")
_VALUE = re.compile(r"^[\s≥≤<>=~]*\d[\d.,]*\s*(?:%|/\s*\d[\d.,]*.*)?$|\d\s*%")
_YEARS = re.compile(r"(?<!\d)20\d\d(?!\d)")
# a column of a series names nothing but a time: "2023", "10 tháng 2025", "Năm 2024 (11 tháng)"
_TIME = r"(?:(?:ước|cả|đến|hết|tính đến|lũy kế|quý|tháng|đầu|cuối|giai đoạn)\s)*(?:năm\s)?"
_ONLY_TIME = re.compile(
    rf"(?:{_TIME}20\d\d|(?:\d{{1,2}}|ba|sáu|chín) tháng(?: đầu)?(?: năm)?(?:/| )?20\d\d|"
    r"(?:quý|đến quý|hết quý) [ivx\d]{1,3}[/ -]?\s?(?:năm )?20\d\d|(?:đến |"
    r"hết )?tháng \d{1,2}[/ ](?:năm )?20\d\d|"
    r"(?:tính )?đến(?: hết)?(?: ngày)? \d{1,2}[/.-]\d{1,2}[/.-]20\d\d)"
    r"(?:\s?\((?:ước(?: tính| thực hiện| đạt)?|\d{1,2} tháng(?: đầu năm)?|sơ bộ|đến [\d/. -]+|%)\))?"
)
_BUDGET = re.compile(r"kinh phí|dự toán|nguồn vốn|thành tiền|đơn giá|tổng mức đầu tư|giải ngân|vốn đầu tư")


@dataclass(frozen=True, slots=True)
class ResultColumn:
    """A column: its role, its header's words, and the last year that they name."""

    index: int
    role: ResultRole
    header: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A row of results: its name, the name of the row that it details, and its cells by column."""

    row: int
    name: Cell
    head: str
    cells: dict[int, Cell] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ResultTable:
    """A table understood; ``rows`` are those below the header that hold something beside a name."""

    table: int
    columns: tuple[ResultColumn, ...]
    rows: tuple[ResultRow, ...]

    def having(self, role: ResultRole) -> list[ResultColumn]:
        """Columns of a role, from left to right."""
        return [c for c in self.columns if c.role == role]


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], ResultRole, float], ...]:
    found = [
        (
            re.compile(rf"(?<!\w){re.escape(r['phrase'])}(?!\w)"),
            r["role"],
            float(r["weight"]) + len(r["phrase"]) / 10,
        )
        for r in gazetteers.rows("result_headers")
    ]
    return tuple(found)  # type: ignore[arg-type]


@lru_cache(maxsize=4096)
def result_role(header: str) -> ResultRole:
    """Role of a column by the words of its header; "unknown" where they tell none."""
    low = " ".join(re.sub(r"[,;:()\"“”]", " ", fold(header)).split())
    if low.startswith(("đánh giá", "xếp loại", "kết luận")):
        return "verdict"  # "Đánh giá lũy kế so với kế hoạch"
    best: tuple[float, ResultRole] = (0.0, "unknown")
    for pattern, role, weight in _phrases():
        place = pattern.search(low)
        if not place or (role in {"number", "mark"} and len(low) > len(place.group()) + 3):
            continue
        strength = weight - place.start() / 40
        if strength > best[0]:
            best = (strength, role)
    return best[1]


def read_result_table(source: Source, number: int) -> ResultTable | None:
    """Table ``number`` of a source; None where it has no header that speaks of results, or is about money."""
    table = source.tables[number]
    if len(table.rows) < 2 or table.columns < 2:
        return None
    texts = [[source.text[c.start : c.end] if c else "" for c in row] for row in table.grid()]
    first, header = _header(table, texts)
    if header <= first:
        return None
    titles = [_title([texts[r][c] for r in range(first, header)]) for c in range(table.columns)]
    if any(_BUDGET.search(fold(t)) for t in titles):
        return None
    columns = _columns(titles, texts[header:])
    if columns is None:
        return None
    return ResultTable(number, columns, _rows(source, table, header, columns))


def _header(table: Table, texts: list[list[str]]) -> tuple[int, int]:
    """First row of the header and first row behind it; a caption merged over the table stands above."""
    first = 0
    while first < len(texts) - 2 and len({t for t in texts[first] if t}) <= 1:
        first += 1
    count = first
    for r in range(first, min(first + 4, len(texts) - 1)):
        filled = [t for t in texts[r] if t]
        numbering = len(filled) > 2 and all(_NUMBERING.fullmatch(t.strip()) for t in filled)
        known = sum(
            result_role(t) != "unknown" or bool(_ONLY_TIME.fullmatch(fold(t).strip())) for t in filled
        )
        labelled = bool(_LABEL.fullmatch(fold(texts[r][0].strip()))) if texts[r][0] else False
        values = sum(bool(_VALUE.search(t)) and not _YEARS.fullmatch(t.strip()) for t in filled)
        spans = r > first and any(c.row < r < c.row + c.row_span for row in table.rows[:r] for c in row)
        if count == r and (
            numbering or (known >= 1 and not labelled and not values) or (spans and not values)
        ):
            count = r + 1
    return first, count


def _title(parts: list[str]) -> str:
    seen: list[str] = []
    for part in parts:
        if part and part not in seen and not _NUMBERING.fullmatch(part.strip()):
            seen.append(part)
    return " ".join(seen)


def _columns(titles: list[str], body: list[list[str]]) -> tuple[ResultColumn, ...] | None:
    columns: list[ResultColumn] = []
    for index, title in enumerate(titles):
        values = [row[index] for row in body if row[index].strip()]
        numeric = sum(bool(_VALUE.search(v)) for v in values) >= 0.5 * max(len(values), 1) and bool(values)
        years = [int(y) for y in _YEARS.findall(title)]
        role = result_role(title)
        low = fold(title).strip()
        if _ONLY_TIME.fullmatch(low) and numeric:
            role = "actual"
        if role in {"unit", "name", "unknown"} and numeric and index:
            role = "figure"
        if role == "rate" and not numeric:
            role = "unknown"
        columns.append(ResultColumn(index, role, title, years[-1] if years else None))
    return _with_name(columns, body)


def _with_name(columns: list[ResultColumn], body: list[list[str]]) -> tuple[ResultColumn, ...] | None:
    """Exactly one column names the rows; "Đơn vị" beside a name is the unit of measure (or an owner)."""
    names = [c for c in columns if c.role == "name"] or [c for c in columns if c.role == "unit"]
    if not names:
        wordy = [
            c
            for c in columns
            if c.role == "unknown" and any(re.search(r"[^\W\d_]{2}", r[c.index]) for r in body)
        ]
        if not wordy:
            return None
        names = wordy[:1]
    chosen = names[0]
    for c in columns:
        if c is chosen:
            columns[c.index] = ResultColumn(c.index, "name" if c.role != "unit" else "unit", c.header, c.year)
        elif c.role in {"unit", "name"}:
            short = all(len(r[c.index]) <= 24 for r in body)
            columns[c.index] = ResultColumn(c.index, "measure" if short else "owner", c.header, c.year)
    return tuple(columns)


def _rows(
    source: Source, table: Table, header: int, columns: tuple[ResultColumn, ...]
) -> tuple[ResultRow, ...]:
    grid = table.grid()
    name_at = next(c.index for c in columns if c.role in {"name", "unit"})
    if not any(c.role == "name" for c in columns):
        name_at = next((c.index for c in columns if c.role == "unit"), name_at)
    rows: list[ResultRow] = []
    head = ""
    for r in range(header, len(grid)):
        name = grid[r][name_at]
        if name is None or name.end <= name.start:
            continue
        title = source.text[name.start : name.end]
        cells = {
            c: cell for c, cell in enumerate(grid[r])
            if cell is not None and c != name_at and cell is not name and cell.end > cell.start
        }  # fmt: skip
        detail = bool(re.match(r"\s*[-+*•]", title)) or len(title.split()) <= 3
        rows.append(ResultRow(r, name, head if detail else "", cells))
        if not re.match(r"\s*[-+*•]", title):
            head = title
    return tuple(rows)
