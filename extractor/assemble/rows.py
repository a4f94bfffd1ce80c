"""Annex rows to tasks and targets; rows of score tables to scores."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.annotators.baselines import BaselineDraft
from extractor.annotators.drafts import TargetDraft
from extractor.annotators.quantities import Quantity
from extractor.annotators.states import find_group_ranks, find_qualitative
from extractor.annotators.targets import find_targets
from extractor.annotators.tiers import tier_of
from extractor.annotators.units import UnitMention, split_units
from extractor.assemble.codes import listed_codes
from extractor.assemble.context import Context, DeadlineDraft, Place, TargetAim, TaskDraft
from extractor.assemble.ditto import fill_row
from extractor.assemble.horizons import column_deadlines, is_budget_row
from extractor.assemble.measures import measured, without_unit
from extractor.assemble.owners import read_owner_cell
from extractor.assemble.row_baselines import bracketed_values, columns_of_points, past_values
from extractor.records import Level
from extractor.sources.model import Cell
from extractor.structure.annex import Annex, AnnexRow, Column, names_both_roles
from extractor.vietnamese.forms import fold
from extractor.vietnamese.numbers import NUMBER, parse_number

_EMPTY = re.compile(r"[\s\-–.…/x*]*")


_PLAN_YEAR_AIM = re.compile(r"(?:^|[-;.]\s*)(?:năm\s+)?(?P<y>20\d\d)\s*:?\s*(?P<aim>[^;]*)")


def read_rows(context: Context, annex: Annex) -> tuple[list[TaskDraft], list[TargetAim]]:
    """Tasks and targets of one annex."""
    tasks: list[TaskDraft] = []
    targets: list[TargetAim] = []
    merged: tuple[Cell, TaskDraft] | None = None  # the name that is merged over several rows, and its task
    deadlines = column_deadlines(context, annex)
    of_points = columns_of_points(context, annex.rows)
    before: list[TaskDraft] = []
    for row in annex.rows:
        name = row.first("name")
        if name is None or (deadlines and is_budget_row(context.text(name.start, name.end))):
            continue
        task = _task(context, annex, row, name)
        fill_row(context, row, task, before)
        before.append(task)
        aims = _aims(context, annex, row, name, task, of_points)
        for aim in aims:
            if aim.place is not None and aim.place.column is not None:
                aim.deadline = deadlines.get(aim.place.column)
        if merged is not None and merged[0] == name and _same_owners(merged[1], task):
            for aim in aims:
                aim.task = merged[1]
            merged[1].targets = [*merged[1].targets, *aims]
            targets += aims
            continue
        named = bool(task.lead or task.supporting)
        if annex.kind == "tasks" and (named or (task.deadline and (aims or task.deliverable))):
            tasks.append(task)
            task.targets = aims
            merged = (name, task) if name.row_span > 1 else None
        else:
            for aim in aims:
                aim.task = None
        targets += aims
    return tasks, targets


def read_next_aims(context: Context, annex: Annex) -> list[TargetAim]:
    """Targets of a report's table of results: its columns for the year behind the one it reports."""
    year = context.plan_year
    if context.facts.kind != "report" or annex.kind != "targets" or year is None:
        return []
    period, issued = context.facts.period, context.facts.issued_on
    ends = [d.year for d in (period[1] if period else None, issued) if d]
    reported = min(ends, default=year)
    ahead = [c for c in annex.columns if c.role == "target" and c.year is not None and c.year > reported]
    if not ahead:
        return []
    rows = []
    for row in annex.rows:
        cells = dict(row.cells)
        cells["target"] = tuple((c, x) for c, x in cells.get("target", ()) if c in ahead)
        cells["result"] = tuple(
            (c, x) for c, x in cells.get("result", ()) if not _PLANNED.match(fold(c.header))
        )
        rows.append(replace(row, cells=cells))
    aims = read_rows(context, replace(annex, rows=tuple(rows)))[1]
    return [a for a in aims if a.draft.quantity is not None]


_PLANNED = re.compile(r"(?:kế hoạch|kh|mục tiêu|chỉ tiêu|nghị quyết)(?!\w)")


def _same_owners(task: TaskDraft, again: TaskDraft) -> bool:
    """Whether a row under a merged name has no owner or time of its own: one more target of the task."""
    leads = [unit.start for unit in again.lead]
    due = again.deadline is None or (
        task.deadline is not None and again.deadline.start == task.deadline.start
    )
    return due and leads in ([], [unit.start for unit in task.lead])


def _task(context: Context, annex: Annex, row: AnnexRow, name: Cell) -> TaskDraft:
    title = context.text(name.start, name.end)
    start, end = _stripped(context.text(name.start, name.end), name.start)
    task = TaskDraft(
        start, end, _first_clause(title), row.label, place=Place(annex.table, row.row, name.column)
    )
    owners = [
        read_owner_cell(context.text(c.start, c.end), c.start, both=names_both_roles(column.header))
        for column, c in row.cells.get("lead", ())
    ]
    task.lead = [u for lead, _ in owners for u in lead]
    task.supporting = [u for _, supporting in owners for u in supporting] + _units(context, row, "support")
    task.monitoring = _units(context, row, "monitor")
    task.deadline = _row_deadline(context, row) or _group_deadline(context, row)
    product = row.first("deliverable")
    task.deliverable = context.text(product.start, product.end) if product else None
    task.printed_code = _printed_code(context, row)
    return task


def _printed_code(context: Context, row: AnnexRow) -> str | None:
    """The codes in a column of their own, else the row's label."""
    cell = row.first("codes")
    return " ".join(context.text(cell.start, cell.end).split()).rstrip(".") if cell else row.label or None


def _stripped(text: str, offset: int) -> tuple[int, int]:
    """The span without leading dashes and closing full stop."""
    start = len(text) - len(text.lstrip(" -–+*"))
    return offset + start, offset + len(text.rstrip(" .;"))


def _first_clause(title: str) -> str:
    """An annex row's name; a long one up to its first stop."""
    title = title.strip().rstrip(".;")
    if len(title) <= 300:
        return title
    return re.split(r"[.;]\s", title, maxsplit=1)[0]


def _cells(row: AnnexRow, role: str) -> list[Cell]:
    return [cell for _, cell in row.cells.get(role, ())]  # type: ignore[call-overload]


def _units(context: Context, row: AnnexRow, role: str) -> list[UnitMention]:
    return [u for c in _cells(row, role) for u in split_units(context.text(c.start, c.end), c.start)]


def _row_deadline(context: Context, row: AnnexRow) -> DeadlineDraft | None:
    for column, cell in row.cells.get("deadline", ()):
        text = context.text(cell.start, cell.end)
        if not _EMPTY.fullmatch(text):
            return context.deadline(cell.start, cell.end, _in_full(column.header, text))
    return None


_NUMBERS = re.compile(
    r"\s*(?:(?:\d{1,2}|[ivx]{1,3})\s*(?:,|;|-|–|và|đến)\s*){0,11}(\d{1,2}|[ivx]{1,3})\s*\.?\s*"
)


def _in_full(header: str, text: str) -> str | None:
    """ "4, 9" under "Tháng" is "tháng 9" at last; None for cells that tell themselves what they are."""
    unit = re.match(r"tháng|quý", fold(header).strip())
    number = _NUMBERS.fullmatch(fold(text)) if unit else None
    return f"{unit.group()} {number[1]}" if unit and number else None


_ONLY_TIME = re.compile(
    r"(?:(?:mục tiêu|chỉ tiêu|nhiệm vụ)\s+)?(?:đến\s+)?(?:hết\s+|cuối\s+|trong\s+)?"
    r"(?:năm|quý|tháng|giai đoạn)\s[\divx/ -]+(?:năm\s\d{4})?:?"
)


def _group_deadline(context: Context, row: AnnexRow) -> DeadlineDraft | None:
    """A group headed by nothing but a time ("Đến năm 2030") gives it to its rows."""
    for cell in reversed(row.group_cells):
        if _ONLY_TIME.fullmatch(fold(context.text(cell.start, cell.end)).strip()):
            return context.deadline(cell.start, cell.end)
    return None


def _aims(
    context: Context, annex: Annex, row: AnnexRow, name: Cell, task: TaskDraft, of_points: frozenset[int]
) -> list[TargetAim]:
    baselines = past_values(context, row, of_points)
    aims: list[TargetAim] = []
    for column, cell in row.cells.get("target", ()):
        aims += _cell_aims(context, (annex, row, name), column, cell, baselines, of_points)
    aims += _notes_aims(context, annex, row, name, baselines)
    if not row.cells.get("target"):
        for column, cell in row.cells.get("deliverable", ()):
            found = _cell_aims(context, (annex, row, name), column, cell, baselines)
            aims += [a for a in found if a.draft.quantity]
        aims += _name_aims(context, annex, row, name, baselines, aims)
    for cell in _cells(row, "content"):  # "Nhiệm vụ, giải pháp" beside the indicator
        aims += _name_aims(context, annex, row, cell, baselines, aims)
    for aim in aims:
        aim.task = task
        aim.printed_code = _printed_code(context, row)
        aim.among = tuple(listed_codes(aim.printed_code))
    return aims


def _name_aims(
    context: Context,
    annex: Annex,
    row: AnnexRow,
    name: Cell,
    baselines: list[BaselineDraft],
    have: list[TargetAim],
) -> list[TargetAim]:
    """Commitments inside a task's own wording ("Bố trí ít nhất 15% ngân sách …")."""
    drafts = find_targets(
        context.source.text, (name.start, name.end), context.quantities, "task", context.plan_year
    )
    known = {(a.draft.quantity.value, a.draft.quantity.unit) for a in have if a.draft.quantity}
    place = Place(annex.table, row.row, name.column)
    return [
        TargetAim(d, baselines=list(baselines), place=place) for d in drafts
        if d.quantity and (d.quantity.value, d.quantity.unit) not in known
    ]  # fmt: skip


def _cell_aims(
    context: Context,
    where: tuple[Annex, AnnexRow, Cell],
    column: Column,
    cell: Cell,
    baselines: list[BaselineDraft],
    of_points: frozenset[int] = frozenset(),
) -> list[TargetAim]:
    annex, row, name = where
    text = context.text(cell.start, cell.end)
    if _EMPTY.fullmatch(text):
        return []
    title = context.text(name.start, name.end)
    drafts = _bare_points(cell, text, title) if column.index in of_points else []
    drafts = (
        drafts
        or measured(context, row, column, cell, title)
        or find_targets(
            context.source.text, (cell.start, cell.end), context.quantities, "cell", context.plan_year
        )
    )
    drafts = [_places(_whole_cell(d, text, cell), _full_points(context, row), title) for d in drafts]
    if not any(d.quantity for d in drafts):
        groups = find_group_ranks(context.source.text, (cell.start, cell.end), context.plan_year)
        drafts = groups or _states(context, cell)
    place = Place(annex.table, row.row, cell.column)
    aims = []
    for draft in drafts:
        level = draft.level or _title_level(title, draft)
        aims.append(
            TargetAim(
                replace(draft, level=level), name=_name_for(draft, without_unit(title)),
                baselines=[*baselines, *bracketed_values(context, draft)],
                place=place, context=title,
            )
        )  # fmt: skip
    return aims


def _full_points(context: Context, row: AnnexRow) -> float | None:
    """The full points of a row, where a column of them is filled in."""
    points = row.first("points")
    number = parse_number(context.text(points.start, points.end).strip()) if points else None
    return number.value if number else None


def _bare_points(cell: Cell, text: str, title: str) -> list[TargetDraft]:
    """A bare number in a column whose numbers are points."""
    number = parse_number(text.strip()) if re.fullmatch(NUMBER, text.strip()) else None
    if number is None:
        return []
    quantity = Quantity(cell.start, cell.start, cell.end, number.value, "points")
    return [TargetDraft(cell.start, cell.end, title, quantity, "eq", None, (cell.start, cell.end))]


def _places(draft: TargetDraft, full: float | None, title: str) -> TargetDraft:
    """ "24 điểm" of a row about points of service is a count of places, not a score.

    Beside a column of ``full`` points only so many more can be places.
    """
    q = draft.quantity
    if (
        q is None
        or q.unit != "points"
        or q.total
        or (full is not None and q.value <= full)
        or not _PLACE_POINTS.search(fold(title))
    ):
        return draft
    return replace(draft, quantity=replace(q, unit="count"))


_PLACE_POINTS = re.compile(
    r"(?<!tổng )(?<!số )điểm (?!số|dti|chỉ số|tối đa|đánh giá)[^\W\d_]|(?<!\w)wi-?fi(?!\w)"
)


_SOURCE_NAMED = re.compile(  # "(Theo Kế hoạch …)" names where the value comes from, not what it measures
    r"\btheo (?:kế hoạch|chỉ tiêu|chỉ đạo|yêu cầu|điều kiện|quyết định|nghị quyết|tình hình|lộ trình)\b.*"
)


def _title_level(title: str, draft: TargetDraft) -> Level | None:
    """Tier named by the row's title, or for a state by its own words."""
    return tier_of(fold(title)) if draft.quantity is not None else tier_of(fold(draft.indicator))


def _name_for(draft: TargetDraft, title: str) -> str | None:
    """The row's name, unless the cell itself says what is measured."""
    own = _SOURCE_NAMED.sub("", fold(draft.indicator))
    if draft.quantity is None:
        return title
    words = [
        w
        for w in re.findall(r"[^\W\d_]+", own)
        if w not in {"tỷ", "lệ", "số", "lượng", "đạt", "mức", "trên", "các"}
    ]
    measured = set(re.findall(r"[^\W\d_]+", fold(title)))
    new = [w for w in words if w not in measured]
    return None if len(words) >= 5 or (len(words) >= 3 and len(new) >= 2 and len(new) < len(words)) else title


def _whole_cell(draft: TargetDraft, text: str, cell: Cell) -> TargetDraft:
    """Short cells are quoted whole ("Theo điều kiện thực tế (phấn đấu đạt 100%)")."""
    if len(text) <= 160 and not re.search(r";|\n|(?<!\d)\.\s", text):
        start, end = _stripped(text, cell.start)
        return replace(draft, start=start, end=end)
    return draft


def _states(context: Context, cell: Cell) -> list[TargetDraft]:
    """Qualitative targets of a cell: one for each item of a dashed list, else the cell."""
    text = context.text(cell.start, cell.end)
    items = list(re.finditer(r"(?:^|(?<=[;.]\s)|(?<=\s))[-+•]\s+(?=\S)", text))
    if len(items) < 2:
        start, end = _stripped(text, cell.start)
        drafts = find_qualitative(context.source.text, (start, end), context.plan_year)
        if not drafts:
            return []
        return [replace(drafts[0], end=max(drafts[-1].end, drafts[0].end))]
    bounds = [m.end() for m in items]
    ends = [m.start() for m in items[1:]] + [len(text)]
    drafts = []
    for a, b in zip(bounds, ends, strict=True):
        drafts += find_qualitative(context.source.text, (cell.start + a, cell.start + b), context.plan_year)[
            :1
        ]
    return drafts


def _notes_aims(
    context: Context, annex: Annex, row: AnnexRow, name: Cell, baselines: list[BaselineDraft]
) -> list[TargetAim]:
    """ "Năm 2023: nâng chỉ số lên 30 điểm" in the notes is a target of the row."""
    aims: list[TargetAim] = []
    year = context.plan_year
    for cell in _cells(row, "notes"):
        text = context.text(cell.start, cell.end)
        for match in _PLAN_YEAR_AIM.finditer(fold(text)):
            if year is None or int(match["y"]) < year:
                continue
            start, end = cell.start + match.start("aim"), cell.start + match.end("aim")
            drafts = find_targets(context.source.text, (start, end), context.quantities, "goal", year)
            aims += [
                TargetAim(d, name=context.text(name.start, name.end), baselines=list(baselines),
                          place=Place(annex.table, row.row, cell.column),
                          context=context.text(name.start, name.end))
                for d in drafts if d.quantity and d.quantity.unit in {"points", "percent", "count"}
            ]  # fmt: skip
    return aims
