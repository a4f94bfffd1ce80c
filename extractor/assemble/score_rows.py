"""Rows of tables of past scores."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from extractor.assemble.context import Context
from extractor.gazetteers import rows
from extractor.records import Evidence, Score
from extractor.sources.model import Cell
from extractor.structure.annex import Annex, AnnexRow, Column, Role
from extractor.vietnamese.forms import fold, squeeze
from extractor.vietnamese.numbers import parse_number


def read_scores(context: Context, annex: Annex) -> list[Score]:
    """Rows of a table of past scores; rows without points don't count."""
    scores: list[Score] = []
    for row in annex.rows:
        name = row.first("name")
        results = [(c, x) for c, x in row.cells.get("result", ()) if not not_points(c.header)]
        if name is None or not results:
            continue
        points_cell = row.first("points")
        ceiling = _plain(context, points_cell)
        for column, cell in results:
            printed = context.text(cell.start, cell.end).split("/")[0].strip()
            points = parse_number(printed, ceiling)
            if points is None or printed[0] in _SIGNS:
                continue
            rank, rank_of = _rank(context, row, column.year)
            label = row.label if row.label in context.matcher.catalog else None
            scores.append(
                Score(
                    indicator_code=label, name=context.text(name.start, name.end),
                    year=_year_of(context, column),
                    points=points.value, max=ceiling, rank=rank, rank_of=rank_of,
                    evidence=Evidence(start=cell.start, end=cell.end, page=context.source.page_at(cell.start),
                                      table=annex.table, row=row.row, column=cell.column,
                                      ocr=context.source.recognised(cell.start, cell.end)),
                )
            )  # fmt: skip
    return scores


_SIGNS = "+-–−"  # a score has none, a difference has
_IN_PERCENT = re.compile(r"\(\s*(?:tỷ lệ |tỉ lệ )?%\s*\)")


@cache
def _cues() -> tuple[tuple[re.Pattern[str], str], ...]:
    found = []
    for row in rows("score_columns"):
        word = row["cue"][0].isalpha()
        cue = re.escape(fold(row["cue"]))
        found.append((re.compile(rf"(?<!\w){cue}(?!\w)" if word else cue), row["kind"]))
    return tuple(found)


def not_points(header: str) -> str | None:
    """What a column of a score table holds instead of points: "difference", "share"; None where points.

    "Điểm (tỷ lệ đạt)" holds points first, "Tỷ lệ điểm đạt" and "Điểm năm 2022 (%)" shares of them.
    """
    low = fold(header)
    found = {kind: place.start() for cue, kind in _cues() if (place := cue.search(low))}
    if "difference" in found:
        return "difference"
    if "share" in found and (_IN_PERCENT.search(low) or "điểm" not in low[: found["share"]]):
        return "share"
    return None


def read_group_scores(context: Context, annex: Annex) -> list[Score]:
    """Past points of the main groups where their rows part a table of tasks or targets."""
    catalog = context.matcher.catalog
    groups = {i.code: squeeze(i.name) for i in catalog.children(None) if i.is_group}
    kept = [
        replace(row, label=code)
        for row in sorted((*annex.rows, *annex.heads), key=lambda row: row.row)
        if (code := _group_of(context, row, groups)) is not None
        and not any(_filled(context, row, role) for role in ("target", "lead", "support"))
    ]
    return read_scores(context, replace(annex, rows=tuple(kept))) if kept else []


def _group_of(context: Context, row: AnnexRow, groups: dict[str, str]) -> str | None:
    """The main group whose code or place (I, II) and name a row has."""
    name = row.first("name")
    if name is None:
        return None
    words = squeeze(context.text(name.start, name.end))
    code = row.label if row.label in groups else next((c for c, g in groups.items() if g == words), None)
    return code if code is not None and groups[code] in words else None


def _filled(context: Context, row: AnnexRow, role: Role) -> bool:
    return any(re.search(r"\w", context.text(c.start, c.end)) for _, c in row.cells.get(role, ()))


def _year_of(context: Context, column: Column) -> int | None:
    return column.year if column.year is not None else (context.plan_year - 1 if context.plan_year else None)


def _plain(context: Context, cell: Cell | None) -> float | None:
    number = parse_number(context.text(cell.start, cell.end)) if cell else None
    return number.value if number else None


def _rank(context: Context, row: AnnexRow, year: int | None) -> tuple[int | None, int | None]:
    for column, cell in row.cells.get("rank", ()):
        if not_points(column.header) == "difference" or (
            column.year is not None and year is not None and column.year != year
        ):
            continue
        match = re.fullmatch(r"(\d{1,3})(?:\s*/\s*(\d{1,3}))?", context.text(cell.start, cell.end).strip())
        if match:
            return int(match[1]), int(match[2]) if match[2] else None
    return None, None
