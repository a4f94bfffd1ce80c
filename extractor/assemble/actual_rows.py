"""Results in tables: plan, result and share; indicator, result and verdict; yearly series; lists of units."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import permutations

from extractor.annotators.actuals import find_actuals
from extractor.annotators.covered import Clock, Covered, find_covered
from extractor.annotators.drafts import ActualDraft
from extractor.annotators.past_values import years_before
from extractor.annotators.tiers import tier_of
from extractor.annotators.verdicts import judged
from extractor.assemble.context import Context, Place
from extractor.assemble.found import FoundActual
from extractor.assemble.measures import unit_of
from extractor.records import Comparator, TargetUnit, Verdict
from extractor.sources.model import Cell
from extractor.structure.result_tables import ResultColumn, ResultRow, ResultTable
from extractor.structure.result_tables import read_result_table as understand
from extractor.vietnamese.forms import fold
from extractor.vietnamese.numbers import NUMBER, parse_number

_PLAIN = re.compile(
    rf"\s*(?P<c>≥|>=|≤|<=|>|<|trên|hơn|dưới|đạt|ước đạt|khoảng|gần|ước)?\s*(?P<n>{NUMBER})\s*(?P<p>%)?"
    r"(?P<noun>(?:\s+[^\W\d_/()%]+){0,4})\s*\.?\s*"
)
_RATIO = re.compile(
    rf"\s*(?:đạt\s+)?(?P<a>{NUMBER})\s*/\s*(?P<b>{NUMBER})(?P<noun>(?:\s+[^\W\d_,()]+){{0,6}})"
    rf"\s*[,;(]?\s*(?:(?:đạt|chiếm|tỷ lệ|đạt tỷ lệ|=)\s*)*(?:(?P<p>{NUMBER})\s*%)?\s*\)?\s*\.?\s*"
)
_PERCENT_FIRST = re.compile(
    rf"\s*(?:đạt\s+)?(?P<p>{NUMBER})\s*%\s*[;,]?\s*\(?\s*(?P<a>{NUMBER})\s*/\s*(?P<b>{NUMBER})[^\d%]*\)?\s*\.?\s*"
)
_SIGNS: dict[str, Comparator] = {
    "≥": "ge", ">=": "ge", "≤": "le", "<=": "le", ">": "gt", "<": "lt", "trên": "gt", "hơn": "gt",
    "dưới": "lt",
}  # fmt: skip
_MARKED = re.compile(r"\s*(?:x|✓|✔|v|√|\+)\s*", re.IGNORECASE)
_EMPTY = re.compile(r"[\s\-–.…/]*")


@dataclass(frozen=True, slots=True)
class _Where:
    """What a row is read with."""

    context: Context
    table: ResultTable
    clock: Clock
    given: Covered | None


def read_result_table(
    context: Context, number: int, clock: Clock, given: Covered | None
) -> list[FoundActual]:
    """Results of a table; ``given`` is the period where its headers are silent."""
    table = understand(context.source, number)
    if table is None:
        return []
    where = _Where(context, table, clock, given)
    told = [c for c in table.having("actual") if not _later(c, clock)]
    found: list[FoundActual] = []
    for row in table.rows:
        if told:
            found += _goal_row(where, row, told)
            found += _past_values(where, row, told)
        elif not table.having("plan"):
            found += _figure_row(where, row)
    return found


def _later(column: ResultColumn, clock: Clock) -> bool:
    """A column of a year that is still to come."""
    return column.year is not None and clock.year is not None and column.year > clock.year


# --- rows of goals -------------------------------------------------------------------------------


def _goal_row(where: _Where, row: ResultRow, told: list[ResultColumn]) -> list[FoundActual]:
    """A row with a result (or one for each year), its share of the plan and its verdict."""
    found: list[FoundActual] = []
    rate = _rate_column(told)
    for column in told:
        cell = row.cells.get(column.index)
        if column is rate or cell is None or _EMPTY.fullmatch(where.context.text(cell.start, cell.end)):
            continue
        for draft in _values(where, row, column, cell):
            latest = column is told[-1] or len(told) == 1 or (rate is not None and len(told) == 2)
            judged_draft = _judged(where, row, draft, rate) if latest else draft
            found.append(FoundActual(judged_draft, Place(where.table.table, row.row, cell.column)))
    return found


def _past_values(where: _Where, row: ResultRow, told: list[ResultColumn]) -> list[FoundActual]:
    """What the same row gives for the same months of another year ("Cùng kỳ năm 2023")."""
    found: list[FoundActual] = []
    for column in where.table.having("past"):
        cell = row.cells.get(column.index)
        if cell is None or _EMPTY.fullmatch(where.context.text(cell.start, cell.end)):
            continue
        covered = _past_period(where, column, told[-1])
        for draft in _values(where, row, column, cell):
            draft = replace(draft, covered=covered, verdict=None)
            found.append(FoundActual(draft, Place(where.table.table, row.row, cell.column)))
    return found


def _past_period(where: _Where, column: ResultColumn, beside: ResultColumn) -> Covered | None:
    """The months that the header names itself; else those of the column beside it, years before."""
    named = [c for c in find_covered(column.header, where.clock) if c.last is not None and not c.wide]
    own = _period(where, beside)
    if named or own is None or own.last is None:
        return named[-1] if named else None
    years = own.last.year - column.year if column.year is not None else 1
    return replace(own, first=years_before(own.first, years), last=years_before(own.last, years))


def _rate_column(told: list[ResultColumn]) -> ResultColumn | None:
    """ "Kết quả: Số lượng | Tỷ lệ (%)": the second column under one header restates the first."""
    if len(told) == 2 and told[0].year == told[1].year and re.search(r"tỷ lệ|tỉ lệ|%", fold(told[1].header)):
        return told[1] if not re.search(r"tỷ lệ|tỉ lệ|%", fold(told[0].header)) else None
    return None


def _judged(where: _Where, row: ResultRow, draft: ActualDraft, rate: ResultColumn | None) -> ActualDraft:
    share = _share(where, row, draft, rate)
    verdict = _row_verdict(where, row) or draft.verdict
    draft = _of_plan(where, row, draft)
    if draft.unit == "count" and draft.numerator is None and share is None and rate is not None:
        percent = _number(where, row.cells.get(rate.index))
        if percent is not None:
            return replace(draft, value=percent, unit="percent", numerator=draft.value, verdict=verdict)
    if verdict is None and share is not None and share >= 100:
        verdict = "exceeded" if share > 100 else "reached"
    return replace(draft, of_target=share if share is not None else draft.of_target, verdict=verdict)


def _of_plan(where: _Where, row: ResultRow, draft: ActualDraft) -> ActualDraft:
    """ "31 kho (đạt 77,5%)" beside a plan of 40: the percent is that of the plan."""
    if draft.unit != "percent" or not draft.numerator or draft.denominator is not None:
        return draft
    cells = [row.cells[c.index] for c in where.table.having("plan") if c.index in row.cells]
    texts = [fold(where.context.text(c.start, c.end)) for c in cells]
    plans = [parse_number(m[0]) for t in texts if "%" not in t and (m := re.search(NUMBER, t))]
    for plan in plans:
        if plan and plan.value and abs(100 * draft.numerator / plan.value - (draft.value or 0)) <= 0.6:
            return replace(draft, value=draft.numerator, unit="count", numerator=None, of_target=draft.value)
    return draft


def _share(where: _Where, row: ResultRow, draft: ActualDraft, rate: ResultColumn | None) -> float | None:
    """The share of the plan: from its column; "Tỷ lệ (%)" gives one only beside a plan that bears it out."""
    for column in where.table.having("share"):
        cell = row.cells.get(column.index)
        number = _number(where, cell)
        if number is not None and cell is not None:
            return number if not _told_as_change(where, cell) else None
    plan = next((_number(where, row.cells.get(c.index)) for c in where.table.having("plan")), None)
    for column in [*where.table.having("rate"), *([rate] if rate else [])]:
        number = _number(where, row.cells.get(column.index))
        if number is not None and plan and draft.value and abs(100 * draft.value / plan - number) <= 1:
            return number
    return None


def _told_as_change(where: _Where, cell: Cell) -> bool:
    return bool(re.match(r"\s*(?:tăng|giảm|\+|vượt)", fold(where.context.text(cell.start, cell.end))))


def _number(where: _Where, cell: Cell | None) -> float | None:
    if cell is None:
        return None
    match = re.fullmatch(
        rf"\s*(?:[≥≤<>]=?|trên|đạt)?\s*({NUMBER})\s*%?\s*", fold(where.context.text(cell.start, cell.end))
    )
    number = parse_number(match[1]) if match else None
    return number.value if number else None


def _row_verdict(where: _Where, row: ResultRow) -> Verdict | None:
    for column in where.table.having("verdict"):
        cell = row.cells.get(column.index)
        verdict = judged(where.context.text(cell.start, cell.end)) if cell else None
        if verdict is not None:
            return verdict
    for column in where.table.having("mark"):
        cell = row.cells.get(column.index)
        if cell and _MARKED.fullmatch(where.context.text(cell.start, cell.end)):
            return judged(column.header)
    for column in where.table.having("notes"):
        cell = row.cells.get(column.index)
        verdict = judged(where.context.text(cell.start, cell.end)) if cell else None
        if verdict is not None:
            return verdict
    return None


# --- cells ---------------------------------------------------------------------------------------


def _values(where: _Where, row: ResultRow, column: ResultColumn, cell: Cell) -> list[ActualDraft]:
    """The results of a cell: a number, a ratio, or words that state some."""
    text = where.context.text(cell.start, cell.end)
    low = fold(text)
    title = _name(where, row)
    base = ActualDraft(
        cell.start,
        cell.end,
        cell.start,
        title,
        None,
        None,
        level=tier_of(fold(title)),
        covered=_period(where, column),
    )
    for pattern in (_PERCENT_FIRST, _RATIO):
        match = pattern.fullmatch(low)
        if match:
            return [_of_ratio(base, match)]
    plain = _PLAIN.fullmatch(low)
    if plain:
        return [_of_number(where, row, column, base, plain)]
    return _of_words(where, cell, base)


def _of_ratio(base: ActualDraft, match: re.Match[str]) -> ActualDraft:
    a, b = parse_number(match["a"]), parse_number(match["b"])
    percent = parse_number(match["p"]) if match["p"] else None
    if a is None or b is None:
        return base
    value, unit = (percent.value, "percent") if percent else (a.value, "count")
    return replace(base, value=value, unit=unit, numerator=a.value, denominator=b.value)  # type: ignore[arg-type]


def _of_number(
    where: _Where, row: ResultRow, column: ResultColumn, base: ActualDraft, match: re.Match[str]
) -> ActualDraft:
    unit, factor = _unit(where, row, column, match)
    number = parse_number(match["n"], 1000 if unit == "percent" else None)
    return replace(
        base, value=number.value * factor if number else None, unit=unit,
        comparator=_SIGNS.get(match["c"] or ""),
    )  # fmt: skip


def _unit(
    where: _Where, row: ResultRow, column: ResultColumn, match: re.Match[str]
) -> tuple[TargetUnit, float]:
    """What a bare number counts: by its own words, the row's unit of measure, the header, the plan's cell."""
    context = where.context
    if match["p"]:
        return "percent", 1
    measure = next((row.cells[c.index] for c in where.table.having("measure") if c.index in row.cells), None)
    words = fold(context.text(measure.start, measure.end)) if measure else _measured_name(where, row)[1]
    header = fold(column.header)
    stated = match["noun"].strip() or words or (header if re.search(r"%|đồng|điểm|hạng", header) else "")
    unit, factor = unit_of(stated, fold(_name(where, row)), "")
    if not stated:
        plans = [row.cells[c.index] for c in where.table.having("plan") if c.index in row.cells]
        if any("%" in context.text(c.start, c.end) for c in plans):
            return "percent", 1
    return unit or "count", factor


def _of_words(where: _Where, cell: Cell, base: ActualDraft) -> list[ActualDraft]:
    context = where.context
    read = find_actuals(context.source.text, (cell.start, cell.end), context.quantities, where.clock)
    drafts = []
    for draft in read.drafts:
        named = len(draft.indicator.split()) >= 4 and len(read.drafts) > 1
        drafts.append(
            replace(
                draft, start=cell.start, end=cell.end, indicator=draft.indicator if named else base.indicator,
                level=draft.level or base.level, covered=draft.covered or base.covered,
            )
        )  # fmt: skip
    return drafts


def _name(where: _Where, row: ResultRow) -> str:
    title, _ = _measured_name(where, row)
    head = " ".join(row.head.split()).strip(" -+*•.;:")
    return (
        f"{head} {title}"
        if head and ((len(title.split()) <= 3 and tier_of(fold(title))) or _is_detail(where, row))
        else title
    )


_MEASURE_IN_NAME = re.compile(
    r"\s*\((?:đvt\s?:?\s?|đơn vị(?: tính)?\s?:?\s?)?(?P<m>%|(?!trừ|không|gồm|theo|bao|so|kể|cấp|chỉ|tính|"
    r"năm|trong|từ|"
    r"nếu|ước|đối|có|được|tại)[^()\d,;:]{2,30})\)$",
    re.IGNORECASE,
)


def _measured_name(where: _Where, row: ResultRow) -> tuple[str, str]:
    """A row's name and the unit of measure that it ends with ("Tài khoản kích hoạt (nghìn tài khoản)")."""
    title = " ".join(where.context.text(row.name.start, row.name.end).split()).strip(" -+*•.;:")
    match = _MEASURE_IN_NAME.search(title)
    measure = fold(match["m"]).strip() if match else ""
    if match is None or len(measure.split()) > 4 or where.table.having("measure") or tier_of(measure):
        return title, ""
    return title[: match.start()], measure


def _is_detail(where: _Where, row: ResultRow) -> bool:
    return bool(re.match(r"\s*[-+*•]", where.context.text(row.name.start, row.name.end))) and bool(row.head)


def _period(where: _Where, column: ResultColumn) -> Covered | None:
    """The period that a header names; its bare year gives way to the table's own dates within that year."""
    named = [c for c in find_covered(column.header, where.clock) if c.last is not None]
    given = where.given
    if not named and column.year is not None:
        named = [Covered(0, 0, date(column.year, 1, 1), date(column.year, 12, 31), True)]
    if not named:
        return given
    own = named[-1]
    estimated = re.search(r"ước", fold(column.header))
    # a cut-off without a beginning says less than the year of the header
    inside = given is not None and None not in (given.first, given.last, own.first, own.last)
    if own.wide and inside and not estimated and given and own.first <= given.last <= own.last:  # type: ignore[operator]
        return given
    return own


# --- rows of units and of figures ----------------------------------------------------------------


def _figure_row(where: _Where, row: ResultRow) -> list[FoundActual]:
    """ "Đơn vị | Tổng số hồ sơ | Hồ sơ trực tuyến | Tỷ lệ (%)": counts and the rate of two."""
    figures = [
        c
        for c in where.table.columns
        if c.role in {"figure", "total", "rate", "share"} and c.index in row.cells
    ]
    numbers = [
        (c, row.cells[c.index], n) for c in figures if (n := _number(where, row.cells[c.index])) is not None
    ]
    rates = [x for x in numbers if x[0].role in {"rate", "share"} or "%" in x[0].header]
    counts = [x for x in numbers if x not in rates]
    found: list[FoundActual] = []
    used: set[int] = set()
    for column, cell, value in rates:
        pair = _explained(value, counts)
        used |= {c.index for c, _, _ in pair}
        a, b = (pair[0][2], pair[1][2]) if pair else (None, None)
        named = pair[0][0].header if pair and len(column.header.split()) <= 3 else column.header
        draft = _figure(where, row, column, cell, value, named)
        draft = replace(draft, unit="percent", numerator=a, denominator=b)
        found.append(FoundActual(draft, Place(where.table.table, row.row, cell.column)))
    for column, cell, value in counts:
        if column.index not in used:
            draft = _figure(where, row, column, cell, value, column.header)
            found.append(FoundActual(draft, Place(where.table.table, row.row, cell.column)))
    return found


_Figure = tuple[ResultColumn, Cell, float]


def _explained(rate: float, counts: list[_Figure]) -> tuple[_Figure, ...]:
    """The two counts of which a rate is the percent: part and whole."""
    pairs = [
        (abs(100 * part[2] / whole[2] - rate), i, part, whole)
        for i, (part, whole) in enumerate(permutations(counts, 2))
        if whole[2] and (part[2] <= whole[2] or rate > 100)
    ]
    best = min(pairs, default=None, key=lambda p: p[:2])
    return (best[2], best[3]) if best is not None and best[0] <= 0.6 else ()


def _figure(
    where: _Where, row: ResultRow, column: ResultColumn, cell: Cell, value: float, named: str
) -> ActualDraft:
    name = _name(where, row)
    header = " ".join(named.split())
    unit, factor = unit_of(
        fold(column.header) if re.search(r"%|đồng|điểm", fold(column.header)) else "", fold(name), ""
    )
    measure = next((row.cells[c.index] for c in where.table.having("measure") if c.index in row.cells), None)
    if measure is not None:
        unit, factor = unit_of(fold(where.context.text(measure.start, measure.end)), fold(name), "")
    return ActualDraft(
        cell.start, cell.end, cell.start, f"{header} {name}".strip(), value * factor, unit or "count",
        level=tier_of(fold(name)), covered=_period(where, column),
    )  # fmt: skip
