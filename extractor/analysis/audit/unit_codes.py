"""Tables of each unit's indicators by code: numbers beside the lists, codes given twice, units with none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from extractor.analysis.audit.coverage import named_apart, vague_kind
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.sources.model import Cell
from extractor.structure.annex import header_role, heads_codes, of_codes

_CODE = r"\d{1,2}(?:\.\d{1,2}){1,2}"
_RANGE = re.compile(rf"({_CODE})\s*(?:-|–|đến)\s*({_CODE})|({_CODE})")
_LIST = re.compile(rf"{_CODE}\.?(?:(?:\s*(?:[,;&+–-]|và|đến)\s*|\s+){_CODE}\.?)*")  # "2.1; 2.2", "3.1 - 3.4"
_WHO = re.compile(r"(?<!\w)(?:cơ quan|đơn vị(?! (?:tính|đo))|phòng|địa phương|sở)(?!\w)")
_HELPS = re.compile(r"(?<!\w)phối hợp(?!\w)")
_COUNT = re.compile(r"0*(\d{1,2})(?: (?:chỉ số|tiêu chí|chỉ tiêu))?")
_TOTAL = re.compile(r"(?:tổng|cộng)(?!\w).*")
_GROUP = re.compile(r"[ivx]{1,5}|[a-zđ]")
_FEW, _MOSTLY, _NEARLY_ALL = 4, 0.6, 0.9
_SHORT, _LONG = 3, 30
"""Words of cells that tell no work, rows of a table that follows the catalog."""


class _Line(NamedTuple):
    """A unit with its codes, and the cells that they stand in."""

    unit: str
    codes: tuple[str, ...]
    declared: int | None
    cells: tuple[Cell, ...]
    plain: bool
    """Neither a heading, nor a total, nor a row that tells something else."""


class _Table(NamedTuple):
    number: int
    title: str
    lines: tuple[_Line, ...]
    of_units: bool
    """Each row is a unit's: no works stand beside the codes."""


def units(subject: Subject) -> Iterator[Hit]:
    """ "3 | Sở Tài chính | 2.6; 2.8; 5.12 | 05", "7.10" in two rows, a unit with no code."""
    tables = list(_tables(subject))
    for table in tables:
        if table.of_units:
            yield from _counts(subject, table)
            yield from _twice(subject, table)
            yield from _none(subject, table)
            yield from _unknown(subject, table)
    for a, b in combinations(tables, 2):
        yield from _apart(subject, a, b)


def _tables(subject: Subject) -> Iterator[_Table]:
    for number, grid in subject.grids:
        if not _FEW < len(grid) <= 400 or not 2 <= len(grid[0]) <= 12:
            continue
        heads = [subject.low(cell) for cell in grid[0]]
        coded = [
            c for c, head in enumerate(heads) if _tells_codes(subject, head, [row[c] for row in grid[1:]])
        ]
        owned = [c for c, head in enumerate(heads) if c not in coded and _is_of_units(head)]
        if coded and owned:
            yield _read(subject, (number, grid), coded[0], owned[0])


def _tells_codes(subject: Subject, head: str, cells: Sequence[Cell | None]) -> bool:
    """Codes under a title that says so, or numbers of rows that are the catalog's."""
    numbers, codes = header_role(head)[0] == "number", heads_codes(head) and not _HELPS.search(head)
    if not numbers and not codes:
        return False
    values = [words for cell in cells if (words := subject.low(cell).strip(" ."))]
    if numbers:
        own = sum("." in words and words in subject.catalog for words in values)
        if own >= _MOSTLY * max(len(values), _FEW):
            return True
    return codes and of_codes(head, values)


def _is_of_units(head: str) -> bool:
    role = header_role(head)[0]
    return role == "lead" or (role in ("unknown", "name", "measure") and _WHO.search(head) is not None)


def _read(
    subject: Subject, table: tuple[int, Sequence[Sequence[Cell | None]]], coded: int, owned: int
) -> _Table:
    number, grid = table
    beside = [c for c in range(len(grid[0])) if c not in (coded, owned)]
    counted = next((c for c in beside if _is_count(subject, grid, c, coded)), None)
    lines = []
    for row in grid[1:]:
        unit, rest = subject.low(row[owned]), [subject.low(row[c]) for c in beside if c != counted]
        count = _COUNT.fullmatch(subject.low(row[counted])) if counted is not None else None
        told = counted is not None and bool(subject.low(row[counted]))
        plain = not (_GROUP.fullmatch(rest[0].strip(" .")) if rest else False)
        plain = plain and bool(unit) and not _TOTAL.match(unit) and not (told and count is None)
        lines.append(_Line(
            " ".join(subject.words(row[owned]).split()), codes_of(subject.low(row[coded])),
            int(count[1]) if count else None,
            tuple(c for c in (row[owned], row[coded], row[counted] if counted is not None else None)
                  if c is not None and c.end > c.start), plain,
        ))  # fmt: skip
    titles = [c for c in beside if header_role(subject.low(grid[0][c]))[0] not in ("notes", "support")]
    works = any(
        sum(len(subject.low(row[c]).split()) > _SHORT for row in grid[1:]) > 0.3 * len(grid) for c in titles
    )
    named = [line.unit.lower() for line in lines if line.unit]
    one_each = len(set(named)) == len(named) and any(len(line.codes) > 1 for line in lines)
    return _Table(number, subject.words(grid[0][coded]), tuple(lines), one_each and not works)


def _is_count(subject: Subject, grid: Sequence[Sequence[Cell | None]], column: int, coded: int) -> bool:
    """Figures that are how many codes stand in the row, in most rows."""
    told = [(match, row[coded]) for row in grid[1:] if (match := _COUNT.fullmatch(subject.low(row[column])))]
    if len(told) < _FEW:
        return False
    listed = [(match, codes_of(subject.low(cell))) for match, cell in told]
    known = [(int(match[1]), len(codes)) for match, codes in listed if codes]
    right = sum(a == b for a, b in known)
    varied = len({a for a, _ in known}) > 1
    return len(known) >= _FEW and varied and right >= _MOSTLY * len(known)


@lru_cache(maxsize=8192)
def codes_of(words: str) -> tuple[str, ...]:
    """The codes of a cell that holds nothing else, with those inside of ranges."""
    words = words.strip(" .;,")
    if not _LIST.fullmatch(words):
        return ()
    found: list[str] = []
    for first, last, one in _RANGE.findall(words):
        group, _, low = first.rpartition(".")
        if one:
            found.append(one)
        elif last.rpartition(".")[0] == group:
            found += [f"{group}.{n}" for n in range(int(low), int(last.rpartition(".")[2]) + 1)]
    return tuple(found)


def _counts(subject: Subject, table: _Table) -> Iterator[Hit]:
    for line in table.lines:
        if line.plain and line.codes and line.declared is not None and line.declared != len(line.codes):
            figures: dict[str, Figure] = {"declared": line.declared, "listed": len(line.codes)}
            figures["noun"] = f"chỉ số của “{line.unit}”"
            yield Hit("list-count", figures, (subject.at(line.cells[0].start, line.cells[-1].end),))


def _twice(subject: Subject, table: _Table) -> Iterator[Hit]:
    """A code in the rows of two units, where nearly every other code stands in one."""
    rows: dict[str, list[_Line]] = {}
    for line in table.lines:
        for code in dict.fromkeys(line.codes):
            rows.setdefault(code, []).append(line)
    shared = {code: found for code, found in rows.items() if len(found) > 1}
    if len(shared) > max(1, (1 - _NEARLY_ALL) * len(rows)):
        return  # units that share their indicators
    for code, found in shared.items():
        if code in subject.catalog:
            what = f"Chỉ số {code} “{subject.catalog[code].name}”"
            figures: dict[str, Figure] = {"what": what, "first": found[0].unit, "second": found[1].unit}
            spans = tuple(subject.at(line.cells[0].start, line.cells[-1].end) for line in found)
            yield Hit("lead-stated-twice", figures, spans, code)


def _none(subject: Subject, table: _Table) -> Iterator[Hit]:
    """A unit with nothing behind it, no nought either."""
    empty = [line for line in table.lines if line.plain and not line.codes and len(line.cells) == 1]
    if len(empty) > max(1, (1 - _NEARLY_ALL) * len(table.lines)):
        return
    for line in empty:
        if not vague_kind(line.unit):
            figures: dict[str, Figure] = {"row": line.unit, "missing": f"“{' '.join(table.title.split())}”"}
            span = subject.at(line.cells[0].start, line.cells[0].end)
            yield Hit("row-incomplete", {**figures, "role": "codes"}, (span,))


def _unknown(subject: Subject, table: _Table) -> Iterator[Hit]:
    """Codes of a group of the catalog that it does not have."""
    codes = {code for line in table.lines for code in line.codes}
    strange = sorted(c for c in codes if c not in subject.catalog and c.split(".")[0] in subject.catalog)
    if len(strange) <= (1 - _NEARLY_ALL) * len(codes):
        for code in strange:
            line = next(line for line in table.lines if code in line.codes)
            figures: dict[str, Figure] = {"codes": code, "catalog": subject.catalog.name}
            span = subject.at(line.cells[0].start, line.cells[-1].end)
            yield Hit("code-not-in-catalog", figures, (span,))


def _apart(subject: Subject, a: _Table, b: _Table) -> Iterator[Hit]:
    """One code with two leads in two tables, where nearly all other codes have the same."""
    one, two = _leads(a), _leads(b)
    both = [code for code in one if code in two]
    other = [code for code in both if named_apart(one[code].unit, two[code].unit)]
    if not (a.of_units or b.of_units) or len(other) > (1 - _NEARLY_ALL) * len(both):
        return
    for code in other:
        if code in subject.catalog:
            what = f"Chỉ số {code} “{subject.catalog[code].name}”"
            figures: dict[str, Figure] = {"what": what, "first": one[code].unit, "second": two[code].unit}
            cells = (one[code].cells, two[code].cells)
            spans = tuple(subject.at(min(c.start for c in part), max(c.end for c in part)) for part in cells)
            yield Hit("lead-stated-twice", figures, spans, code)


def _leads(table: _Table) -> dict[str, _Line]:
    """Codes that one unit alone has in a table, with its line."""
    rows: dict[str, list[_Line]] = {}
    for line in table.lines:
        for code in line.codes if line.unit and line.plain else ():
            rows.setdefault(code, []).append(line)
    alone = {code: found[0] for code, found in rows.items() if len(found) == 1}
    return {
        c: line for c, line in alone.items() if not re.search(r"[;,/\n]| và (?=sở|ubnd)", line.unit.lower())
    }
