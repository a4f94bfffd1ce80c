"""Annex tables: what each column holds, read from its header and contents, and the rows beneath."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Literal

from extractor import gazetteers
from extractor.sources.model import Cell, Source, Table
from extractor.vietnamese.forms import fold, stands_at

Role = Literal[
    "number", "name", "points", "method", "measure", "deadline", "target", "result", "rank", "deliverable",
    "lead", "support", "monitor", "notes", "budget", "quantity", "comparison", "content", "codes", "unknown",
]  # fmt: skip
TableKind = Literal["tasks", "targets", "scores", "other"]

_VALUE = re.compile(
    r"\d\s*%|[≥≤<>]=?\s*\d|^\s*\d[\d.,]*\s*(?:-\s*\d[\d.,]*)?\s*$|(?:đạt|trên|tối thiểu|ít nhất)\s+\d"
)
_COMMITTED = re.compile(r"\d\s*%|[≥≤]\s*\d|(?:tối thiểu|ít nhất|không quá|không dưới|trên|từ|đạt)\s+\d")
_MOSTLY = 0.6
_PLAIN_POINTS = 6  # "Điểm 2022" names a score, "Điểm tối đa" the most that there is
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNIT_WORDS = re.compile(
    r"^\s*[-+]?\s*(?:các )?(?:sở|ubnd|ủy ban|văn phòng|công an|cục|ban|bộ|đài|trung tâm|các cơ quan|"
    r"các đơn vị|ngân hàng)\b"
)
_LABEL = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}(?:\.?[a-zđ])?|[ivxl]{1,6}|[a-zđ]|"
    r"[a-z]{1,4}\d*[_.]?[a-z]?\d+(?:\.\d+)*"
    r"|\d{1,2}(?:\.\d{1,2})+(?:\s?(?:,|;|&|\+|và)\s?\d{1,2}(?:\.\d{1,2})+){1,5})[.)]?"
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its role, its header's words and the year that they name."""

    index: int
    role: Role
    header: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """A row that holds something of its own. ``cells`` by role (a role may have several columns)."""

    row: int
    label: str
    cells: dict[Role, tuple[tuple[Column, Cell], ...]] = field(default_factory=dict)
    groups: tuple[str, ...] = ()
    group_cells: tuple[Cell, ...] = ()

    def first(self, role: Role) -> Cell | None:
        """The first non-empty cell of a role."""
        places = self.cells.get(role, ())
        return places[0][1] if places else None


@dataclass(frozen=True, slots=True)
class Annex:
    """A table understood."""

    table: int
    kind: TableKind
    columns: tuple[Column, ...]
    rows: tuple[AnnexRow, ...]
    heads: tuple[AnnexRow, ...] = ()
    """Rows of groups (I, II, A) with what else they hold."""


@cache
def _phrases() -> tuple[tuple[str, Role, float], ...]:
    found = []
    for row in gazetteers.rows("column_headers"):
        found.append((row["phrase"], row["role"], float(row["weight"])))
    return tuple(sorted(found, key=lambda f: -len(f[0])))  # type: ignore[arg-type]


@lru_cache(maxsize=4096)
def header_role(text: str) -> tuple[Role, float]:
    """Role of a column by its header's words, with the strength of the reading; ("unknown", 0) if none."""
    low = " ".join(re.sub(r"[,;:()\"“”]", " ", fold(text)).split())
    best: tuple[float, Role] = (0.0, "unknown")
    for phrase, role, weight in _phrases():
        at = stands_at(low, phrase)
        if at is None or (role == "number" and len(low) > len(phrase) + 3):
            continue
        strength = weight + len(phrase) / 10 - at / 40
        if strength > best[0]:
            best = (strength, role)
    if best[1] == "support" and _BOTH_ROLES.search(low):
        return "lead", best[0]
    if best[1] == "unknown" and _MONTHS.fullmatch(low):
        return "deadline", 4.0
    return best[1], best[0]


_BOTH_ROLES = re.compile(r"(?<!\w)chủ trì(?!\w).{0,20}(?<!\w)phối hợp(?!\w)")
"""A column of owners of both roles: "Chủ trì / Phối hợp"."""
_MONTHS = re.compile(r"(?:tháng|quý)(?: (?:thực hiện|hoàn thành|năm \d{4}))?")


def names_both_roles(header: str) -> bool:
    """Whether a column's title says that its cells name who leads and who helps."""
    return bool(_BOTH_ROLES.search(" ".join(re.sub(r"[,;:()]", " ", fold(header)).split())))


def read_annexes(source: Source, plan_year: int | None, skip: frozenset[int] = frozenset()) -> list[Annex]:
    """All tables of a source with their roles; tables in ``skip`` (repeated ones) are left out."""
    annexes = []
    for number, table in enumerate(source.tables):
        if number in skip or len(table.rows) < 2 or table.columns < 2:
            continue
        annex = _read(source, number, table, plan_year)
        if annex:
            annexes.append(annex)
    return annexes


def _texts(source: Source, table: Table) -> list[list[str]]:
    return [[source.text[c.start : c.end] if c else "" for c in row] for row in table.grid()]


def _header_rows(source: Source, table: Table) -> int:
    """How many rows at the top are header: those whose cells name roles, before the first row of content."""
    count = 0
    for r, row in enumerate(table.rows[:4]):
        filled = [source.text[c.start : c.end] for c in row if c.end > c.start]
        if not filled:
            count = r + 1 if count == r else count
            continue
        roles = sum(header_role(t)[1] >= 3 and len(t) < 90 for t in filled)
        years = sum(bool(re.fullmatch(r"(?:năm )?(?:19|20)\d\d", fold(t))) for t in filled)
        numbering = all(re.fullmatch(r"\(?\d{1,2}\)?", t.strip()) for t in filled) and len(filled) > 2
        labelled = bool(_LABEL.fullmatch(fold(filled[0]))) and not header_role(filled[0])[1] >= 3
        named = roles + years >= max(2, 0.5 * len(filled)) and not labelled
        beside = r > 0 and not labelled and _spans_from_above(table, r) and len(filled) <= 6
        if count == r and (named or (numbering and r > 0) or beside):
            count = r + 1
    return count


def _spans_from_above(table: Table, row: int) -> bool:
    """Whether header cells of the row above reach down beside this row."""
    return any(c.row + c.row_span > row for above in table.rows[:row] for c in above)


def _read(source: Source, number: int, table: Table, plan_year: int | None) -> Annex | None:
    texts = _texts(source, table)
    header = _header_rows(source, table)
    if header == 0:
        return None
    titles = []
    for c in range(table.columns):
        seen: list[str] = []
        for r in range(header):
            if texts[r][c] and texts[r][c] not in seen and not re.fullmatch(r"\(?\d{1,2}\)?", texts[r][c]):
                seen.append(texts[r][c])
        titles.append(" ".join(seen))
    columns = _columns(titles, texts[header:], plan_year)
    kind = _kind(columns)
    rows, heads = _rows(source, table, header, columns) if kind != "other" else ((), ())
    return Annex(number, kind, columns, rows, heads)


def _columns(titles: Sequence[str], body: list[list[str]], plan_year: int | None) -> tuple[Column, ...]:
    roles: list[tuple[Role, float]] = [header_role(t) for t in titles]
    columns: list[Column] = []
    for c, title in enumerate(titles):
        years = [int(y) for y in _YEAR.findall(title)]
        year = years[-1] if years else None
        role, strength = roles[c]
        values = [row[c] for row in body if row[c]]
        role = _settled(role, strength, title, values, year, plan_year)
        if (
            role == "measure"
            and strength < 5
            and sum(bool(_UNIT_WORDS.match(fold(v))) for v in values) > 0.3 * len(values)
        ):
            role = "lead"
        columns.append(Column(c, role, title, year))
    return tuple(_with_codes(_unambiguous(columns, body), body))


def _with_codes(columns: list[Column], body: list[list[str]]) -> list[Column]:
    """A column beside the names that only tells by code which indicators each row is for."""
    return [
        replace(c, role="codes")
        if c.index and c.role in ("unknown", "number", "target", "notes", "content")
        and of_codes(c.header, [row[c.index] for row in body if row[c.index]]) else c
        for c in columns
    ]  # fmt: skip


_CODE_TITLE = re.compile(r"(?<!\w)(?:chỉ số|mã|tiêu chí|chỉ tiêu)(?!\w)")
_CODES = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?(?:\s*(?:[,;&+]|và|\n)\s*\d{1,2}(?:\.\d{1,2}){1,3}\.?)*\s*")
_OF_FIGURES = re.compile(
    r"(?<!\w)(?:điểm|giá trị|mức|kết quả|tỷ lệ|tỉ lệ|số lượng|năm|mục tiêu|phấn đấu)(?!\w)"
)


def heads_codes(title: str) -> bool:
    """A title under which codes may stand."""
    low = fold(title)
    return _CODE_TITLE.search(low) is not None and not _OF_FIGURES.search(low)


def of_codes(title: str, values: Sequence[str]) -> bool:
    """Cells under such a title that hold nothing but codes: "6.8; 6.11" are no figures."""
    if not heads_codes(title):
        return False
    told = [value for value in values if _CODES.fullmatch(fold(value).strip())]
    return len(told) > 1 and len(told) >= 0.8 * len(values)


def _settled(
    role: Role, strength: float, title: str, values: list[str], year: int | None, plan_year: int | None
) -> Role:
    """Roles that the header leaves open are settled by year and contents."""
    numeric = sum(bool(_VALUE.search(fold(v))) for v in values)
    mostly_values = numeric >= 0.4 * max(len(values), 1) and numeric > 0
    future = year is not None and (plan_year is None or year >= plan_year)
    low = fold(title)
    if re.fullmatch(r"(?:năm )?(?:19|20)\d\d", low.strip()):
        return "target" if future else "result"
    if role == "result":
        if strength >= 7 or re.search(r"thực hiện|đã |ước ", low):
            return role
        if year is not None and not future:
            return "result"
        return "target" if mostly_values or "mục tiêu" in low else ("deliverable" if values else "unknown")
    if role == "deadline" and not values:
        return role
    if role == "points" and year is not None and strength < _PLAIN_POINTS:
        return "target" if future and plan_year is not None else "result"
    if role == "target" and year is not None and plan_year is not None and year < plan_year:
        return "result"
    if role == "unknown" and values:
        if sum(bool(_UNIT_WORDS.match(fold(v))) for v in values) >= 0.6 * len(values):
            return "lead"
        if year is not None and mostly_values:
            return "target" if future else "result"
    return role


def _unambiguous(columns: list[Column], body: list[list[str]]) -> list[Column]:
    """One name column (the wordiest), one number column; later ones of names become contents or targets."""
    names = [c for c in columns if c.role == "name"]
    if len(names) > 1:
        size = {c.index: sum(len(row[c.index]) for row in body) for c in names}
        lead_name = (
            names[0]
            if size[names[0].index] * 3 > max(size.values())
            else max(names, key=lambda c: size[c.index])
        )
        for c in names:
            if c is lead_name:
                continue
            numeric = sum(bool(_VALUE.search(fold(row[c.index]))) for row in body if row[c.index])
            target = numeric and not any(x.role == "target" for x in columns)
            columns[c.index] = Column(c.index, "target" if target else "content", c.header, c.year)
    elif not names:
        free = [c for c in columns if c.role in {"unknown", "deliverable", "target"}]
        if free:
            wide = max(free, key=lambda c: sum(len(row[c.index]) for row in body))
            columns[wide.index] = Column(wide.index, "name", wide.header, wide.year)
    strong = [c for c in columns if c.role == "target" and header_role(c.header)[0] == "target"]
    for c in columns:
        if strong and c.role == "target" and header_role(c.header)[0] == "result":
            columns[c.index] = Column(c.index, "result", c.header, c.year)
    if not any(c.role in {"target", "result", "quantity", "budget"} for c in columns):
        for c in columns:  # a head that nobody here has seen, above what can only be commitments
            values = [row[c.index] for row in body if row[c.index]]
            aims = sum(bool(_COMMITTED.search(fold(v))) for v in values)
            if c.role == "unknown" and len(values) > 1 and aims >= _MOSTLY * len(values):
                columns[c.index] = Column(c.index, "target", c.header, c.year)
                break
    if not any(c.role == "number" for c in columns) and body:
        labels = sum(bool(_LABEL.fullmatch(fold(row[0]))) for row in body if row[0])
        if columns[0].role in {"unknown"} and labels > 0.5 * len(body):
            columns[0] = Column(0, "number", columns[0].header, None)
    return columns


def _kind(columns: Sequence[Column]) -> TableKind:
    roles = {c.role for c in columns}
    if "name" not in roles:
        return "other"
    if roles & {"budget"} and not roles & {"lead", "target"}:
        return "other"
    if "rank" in roles and roles & {"result", "points"} and not roles & {"lead", "target"}:
        return "scores"
    if (
        "lead" in roles
        or ("support" in roles)
        or ("deadline" in roles and roles & {"deliverable", "monitor", "number"})
    ):
        return "tasks"
    if "target" in roles:
        return "targets"
    if {"points", "result"} <= roles:
        return "scores"
    return "other"


def _rows(
    source: Source, table: Table, header: int, columns: Sequence[Column]
) -> tuple[tuple[AnnexRow, ...], tuple[AnnexRow, ...]]:
    """Rows of content, and those that head groups of them."""
    grid = table.grid()
    by_index = {c.index: c for c in columns}
    rows: list[AnnexRow] = []
    heads: list[AnnexRow] = []
    groups: list[tuple[str, str, Cell | None]] = []
    for r in range(header, len(grid)):
        cells: dict[Role, list[tuple[Column, Cell]]] = {}
        label, texts, told_again = "", [], 0
        for c, cell in enumerate(grid[r]):
            if cell is None or cell.end <= cell.start or (c and grid[r][c - 1] is cell):
                continue
            text = source.text[cell.start : cell.end]
            column = by_index[c]
            told_again += cell.row == r and _is_title_of(text, column)
            if column.role == "number" and cell.row == r and _LABEL.fullmatch(fold(text)):
                label = text.strip().rstrip(".)")
            elif column.role != "number":
                cells.setdefault(column.role, []).append((column, cell))
                if cell.row == r:
                    texts.append(text)
            elif cell.row == r and re.search(r"\w", text):  # a merged title that begins in the number column
                cells.setdefault("name", []).append((column, cell))
                texts.append(text)
        if not texts or _is_header_again(texts) or told_again >= max(2, 0.6 * len(texts)):
            continue
        name = cells.get("name")
        own = {role for role, places in cells.items() if any(cell.row == r for _, cell in places)}
        shares = any(role in cells for role in ("lead", "support", "target", "deadline"))
        if len(texts) > 2 and _all_header_words(texts[1:]):  # a group's title beside the header told again
            own, shares = {"name"}, False
        if (name and own <= {"name", "number"} and not shares) or _is_group(own, label):
            title = source.text[name[0][1].start : name[0][1].end] if name else texts[0]
            groups = [g for g in groups if _above(g[0], label)]
            groups.append((label, title, name[0][1] if name else None))
            if not own <= {"name", "number"}:
                heads.append(AnnexRow(r, label, {k: tuple(v) for k, v in cells.items()}))
            continue
        rows.append(
            AnnexRow(
                r,
                label,
                {k: tuple(v) for k, v in cells.items()},
                tuple(t for _, t, _ in groups),
                tuple(c for _, _, c in groups if c is not None),
            )
        )
    return tuple(rows), tuple(heads)


def _is_group(own: set[Role], label: str) -> bool:
    return bool(re.fullmatch(r"[IVXL]+|[A-Z]", label)) and not own & {"lead", "target", "support", "deadline"}


def _is_header_again(texts: Sequence[str]) -> bool:
    """A header row printed again inside the table (each page, each group)."""
    strong = sum(header_role(t)[1] >= 6 and len(t) < 60 for t in texts)
    return len(texts) >= 2 and strong >= max(2, 0.75 * len(texts))


def _is_title_of(text: str, column: Column) -> bool:
    """Whether a cell tells its column's title again, whole or one of its lines."""
    words = " ".join(fold(text).split())
    return len(words) > 1 and words in " ".join(fold(column.header).split())


def _all_header_words(texts: Sequence[str]) -> bool:
    """Cells that hold nothing but words of headers."""
    known = {phrase for phrase, _, _ in _phrases()}
    return all(" ".join(fold(text).split()) in known for text in texts)


def _above(group_label: str, label: str) -> bool:
    """Whether a group opened by ``group_label`` still holds for a group row labelled ``label``."""
    order = ("upper", "roman", "number", "dotted", "letter", "none")

    def rank(text: str) -> int:
        if re.fullmatch(r"[IVXL]+", text):
            return order.index("roman")
        if re.fullmatch(r"[A-ZĐ]", text):
            return order.index("upper")
        if re.fullmatch(r"\d+", text):
            return order.index("number")
        if re.fullmatch(r"\d+(?:\.\d+)+", text):
            return order.index("dotted") + text.count(".")
        return order.index("letter") if text else order.index("none")

    return rank(group_label) < rank(label)
