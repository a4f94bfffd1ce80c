"""Past values of an annex row: from its notes, its columns of results, and brackets in its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.annotators.baselines import BaselineDraft, read_baselines
from extractor.annotators.drafts import TargetDraft
from extractor.assemble.context import Context
from extractor.assemble.measures import is_index_value, unit_in_name, unit_of
from extractor.records import TargetUnit
from extractor.sources.model import Cell
from extractor.structure.annex import AnnexRow, Column
from extractor.vietnamese.forms import fold
from extractor.vietnamese.numbers import NUMBER, parse_number

_FULL = re.compile(r"\s*(?:điểm )?(?:tối đa|trọn điểm|đủ điểm|đạt đủ)\.?\s*")  # all that the cell says


def bracketed_values(context: Context, draft: TargetDraft) -> list[BaselineDraft]:
    """Past values in brackets of the cell itself."""
    return [
        b for start, end in draft.baseline_brackets
        for b in read_baselines(context.text(start, end), start, context.plan_year, unit=draft.unit)
    ]  # fmt: skip


_ENOUGH_ROWS, _ENOUGH_AIMS, _NEARLY = 4, 6, 0.9


def columns_of_points(context: Context, rows: Sequence[AnnexRow]) -> frozenset[int]:
    """Columns of results whose bare numbers are points: in nearly all rows at most the row's full points.

    Those of targets too, where they lie between what such a column tells and the full points.
    """
    within: dict[int, list[bool]] = {}
    for row in rows:
        most = _number(context, row.first("points"))
        for column, cell in row.cells.get("result", ()) if most is not None else ():
            number = _number(context, cell)
            if number is not None and most is not None:
                within.setdefault(column.index, []).append(number <= most)
    past = frozenset(_mostly(within, _ENOUGH_ROWS))
    return past | _aims_in_points(context, rows, past) if past else past


def _mostly(within: dict[int, list[bool]], enough: int) -> list[int]:
    return [c for c, told in within.items() if len(told) >= enough and sum(told) >= _NEARLY * len(told)]


def _number(context: Context, cell: Cell | None) -> float | None:
    """The number that is all a cell holds."""
    text = context.text(cell.start, cell.end).strip() if cell else ""
    number = parse_number(text) if re.fullmatch(NUMBER, text) else None
    return number.value if number else None


def _aims_in_points(context: Context, rows: Sequence[AnnexRow], past: frozenset[int]) -> frozenset[int]:
    between: dict[int, list[bool]] = {}
    for row in rows:
        most = _number(context, row.first("points"))
        told = [
            _number(context, cell) for column, cell in row.cells.get("result", ()) if column.index in past
        ]
        reached = [number for number in told if number is not None]
        for column, cell in row.cells.get("target", ()) if most is not None and reached else ():
            aim = _number(context, cell)
            held = aim is not None and most is not None and reached[-1] <= aim <= most
            between.setdefault(column.index, []).append(held)
    return frozenset(_mostly(between, _ENOUGH_AIMS))


def past_values(
    context: Context, row: AnnexRow, of_points: frozenset[int] = frozenset()
) -> list[BaselineDraft]:
    """Past values of the row: from notes, and from columns of results (``of_points``: those of points)."""
    points = row.first("points")
    number = parse_number(context.text(points.start, points.end)) if points else None
    maximum = number.value if number else None
    drafts: list[BaselineDraft] = []
    for cell in [cell for _, cell in row.cells.get("notes", ())]:
        drafts += read_baselines(context.text(cell.start, cell.end), cell.start, context.plan_year, maximum)
    for column, cell in row.cells.get("result", ()):
        found = _result_baselines(context, row, column, cell, maximum)
        bare = re.fullmatch(NUMBER, context.text(cell.start, cell.end).strip())
        if bare and column.index in of_points:
            found = [replace(d, unit="points", max=maximum) for d in found] or _points_of(
                context, column, cell, maximum
            )
        drafts += found
    return drafts


def _points_of(context: Context, column: Column, cell: Cell, maximum: float | None) -> list[BaselineDraft]:
    number = parse_number(context.text(cell.start, cell.end).strip())
    year = column.year or (context.plan_year - 1 if context.plan_year else None)
    return [BaselineDraft(year, number.value, "points", maximum, cell.start, cell.end)] if number else []


# "7,4/10", "0 điểm": nothing but its points, or its points first
_OF_FULL = re.compile(rf"\s*(?:đạt\s)?({NUMBER})\s*(?:/\s*({NUMBER})(?:\s*điểm)?|điểm\s*$)(?![\w/])")


def _points_of_full(low: str, cell: Cell, maximum: float) -> list[BaselineDraft]:
    """Points told with the row's full points behind them; "8/10" of another whole is a count."""
    match = _OF_FULL.match(low)
    points = parse_number(match[1]) if match else None
    whole = parse_number(match[2]) if match and match[2] else None
    if match is None or points is None or points.value > maximum or (whole and whole.value != maximum):
        return []
    return [
        BaselineDraft(
            None, points.value, "points", maximum, cell.start + match.start(1), cell.start + match.end()
        )
    ]


def _result_baselines(
    context: Context, row: AnnexRow, column: Column, cell: Cell, maximum: float | None
) -> list[BaselineDraft]:
    text = context.text(cell.start, cell.end)
    year = column.year
    header = fold(column.header)
    low = fold(text)
    if column.year is None and context.plan_year and re.search(r"năm trước|hiện trạng|kết quả", header):
        year = context.plan_year - 1
    if maximum is not None and _FULL.fullmatch(low):
        return [BaselineDraft(year, maximum, "points", maximum, cell.start, cell.end)]
    found = read_baselines(text, cell.start, None, maximum)
    if maximum is not None and all(draft.unit != "points" for draft in found):
        found = [*_points_of_full(low, cell, maximum), *found]
    if found and not re.fullmatch(rf"\s*{NUMBER}\s*", low):
        return [replace(d, year=year) for d in found]
    number = parse_number(low.strip().removesuffix("%"), maximum if "điểm" in header else None)
    if number is None:
        return []
    measure = row.first("measure")
    words = fold(context.text(measure.start, measure.end)) if measure else ""
    name = row.first("name")
    title = fold(context.text(name.start, name.end)) if name else ""
    unit: TargetUnit | None
    if "điểm" in header and "%" not in text:
        unit, factor = "points", 1.0
    else:
        stated = words or unit_in_name(title) or (header if "%" in header else "")
        unit, factor = unit_of(stated, title, text)
        if unit is None and is_index_value(row, text):
            unit = "points"
    if unit is None:
        return []
    return [
        BaselineDraft(
            year, number.value * factor, unit, maximum if unit == "points" else None, cell.start, cell.end
        )
    ]
