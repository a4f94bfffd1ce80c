"""Annex rows to tasks and targets; rows of score tables to scores."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor import gazetteers
from extractor.annotators.baselines import BaselineDraft, read_baselines
from extractor.annotators.clauses import sentences
from extractor.annotators.drafts import TargetDraft
from extractor.annotators.quantities import Quantity
from extractor.annotators.states import find_group_ranks, find_qualitative
from extractor.annotators.targets import find_targets
from extractor.annotators.tiers import tier_of
from extractor.annotators.units import split_units
from extractor.assemble.context import Context, DeadlineDraft, Place, TargetAim, TaskDraft
from extractor.records import Evidence, Level, Score, TargetUnit
from extractor.sources.model import Cell
from extractor.structure.annex import Annex, AnnexRow, Column
from extractor.vietnamese.forms import fold
from extractor.vietnamese.numbers import NUMBER, parse_number

_EMPTY = re.compile(r"[\s\-–.…/x*]*")
_PLAN_YEAR_AIM = re.compile(r"(?:^|[-;.]\s*)(?:năm\s+)?(?P<y>20\d\d)\s*:?\s*(?P<aim>[^;]*)")


def read_rows(context: Context, annex: Annex) -> tuple[list[TaskDraft], list[TargetAim]]:
    """Tasks and targets of one annex."""
    tasks: list[TaskDraft] = []
    targets: list[TargetAim] = []
    for row in annex.rows:
        name = row.first("name")
        if name is None:
            continue
        task = _task(context, annex, row, name)
        aims = _aims(context, annex, row, name, task)
        named = bool(task.lead or task.supporting)
        if annex.kind == "tasks" and (named or (task.deadline and (aims or task.deliverable))):
            tasks.append(task)
            task.targets = aims
        else:
            for aim in aims:
                aim.task = None
        targets += aims
    return tasks, targets


def _task(context: Context, annex: Annex, row: AnnexRow, name: Cell) -> TaskDraft:
    title = context.text(name.start, name.end)
    start, end = _stripped(context.text(name.start, name.end), name.start)
    task = TaskDraft(
        start, end, _first_clause(title), row.label, place=Place(annex.table, row.row, name.column)
    )
    task.lead = [
        u for cell in _cells(row, "lead") for u in split_units(context.text(cell.start, cell.end), cell.start)
    ]
    task.supporting = [
        u
        for cell in _cells(row, "support")
        for u in split_units(context.text(cell.start, cell.end), cell.start)
    ]
    task.monitoring = [
        u
        for cell in _cells(row, "monitor")
        for u in split_units(context.text(cell.start, cell.end), cell.start)
    ]
    task.deadline = _row_deadline(context, row) or _group_deadline(context, row)
    product = row.first("deliverable")
    task.deliverable = context.text(product.start, product.end) if product else None
    task.printed_code = row.label or None
    return task


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


def _row_deadline(context: Context, row: AnnexRow) -> DeadlineDraft | None:
    for cell in _cells(row, "deadline"):
        if not _EMPTY.fullmatch(context.text(cell.start, cell.end)):
            return context.deadline(cell.start, cell.end)
    return None


_ONLY_TIME = re.compile(
    r"(?:(?:mục tiêu|chỉ tiêu|nhiệm vụ)\s+)?(?:đến\s+)?(?:hết\s+|cuối\s+|trong\s+)?(?:năm|quý|tháng|giai đoạn)\s[\divx/ -]+(?:năm\s\d{4})?:?"
)


def _group_deadline(context: Context, row: AnnexRow) -> DeadlineDraft | None:
    """A group headed by nothing but a time ("Đến năm 2030") gives it to its rows."""
    for cell in reversed(row.group_cells):
        if _ONLY_TIME.fullmatch(fold(context.text(cell.start, cell.end)).strip()):
            return context.deadline(cell.start, cell.end)
    return None


def _aims(context: Context, annex: Annex, row: AnnexRow, name: Cell, task: TaskDraft) -> list[TargetAim]:
    baselines = _row_baselines(context, row)
    aims: list[TargetAim] = []
    for column, cell in row.cells.get("target", ()):
        aims += _cell_aims(context, (annex, row, name), column, cell, baselines)
    aims += _notes_aims(context, annex, row, name, baselines)
    if not row.cells.get("target"):
        for role in ("deliverable",):
            for column, cell in row.cells.get(role, ()):
                aims += [
                    a
                    for a in _cell_aims(context, (annex, row, name), column, cell, baselines)
                    if a.draft.quantity
                ]
        aims += _name_aims(context, annex, row, name, baselines, aims)
    for aim in aims:
        aim.task = task
        aim.printed_code = row.label or None
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
) -> list[TargetAim]:
    annex, row, name = where
    text = context.text(cell.start, cell.end)
    if _EMPTY.fullmatch(text):
        return []
    title = context.text(name.start, name.end)
    drafts = _measured(context, row, column, cell, title) or find_targets(
        context.source.text, (cell.start, cell.end), context.quantities, "cell", context.plan_year
    )
    drafts = [_places(_whole_cell(d, text, cell), row, title) for d in drafts]
    if not any(d.quantity for d in drafts):
        groups = find_group_ranks(context.source.text, (cell.start, cell.end), context.plan_year)
        drafts = groups or _states(context, cell)
    place = Place(annex.table, row.row, cell.column)
    aims = []
    for draft in drafts:
        level = draft.level or _title_level(title, draft)
        aims.append(
            TargetAim(
                replace(draft, level=level), name=_name_for(draft, title),
                baselines=[*baselines, *_bracketed(context, draft)],
                place=place, context=title,
            )
        )  # fmt: skip
    return aims


def _places(draft: TargetDraft, row: AnnexRow, title: str) -> TargetDraft:
    """ "24 điểm" of a row about points of service is a count of places, not a score."""
    q = draft.quantity
    if (
        q is None
        or q.unit != "points"
        or q.total
        or row.cells.get("points")
        or not _PLACE_POINTS.search(fold(title))
    ):
        return draft
    return replace(draft, quantity=replace(q, unit="count"))


_PLACE_POINTS = re.compile(r"(?<!tổng )(?<!số )điểm (?!số|dti|chỉ số|tối đa|đánh giá)[^\W\d_]")


def _bracketed(context: Context, draft: TargetDraft) -> list[BaselineDraft]:
    """Past values in brackets of the cell itself."""
    return [
        b for start, end in draft.baseline_brackets
        for b in read_baselines(context.text(start, end), start, context.plan_year)
    ]  # fmt: skip


def _title_level(title: str, draft: TargetDraft) -> Level | None:
    """Tier named by the row's title, or for a state by its own words."""
    return tier_of(fold(title)) if draft.quantity is not None else tier_of(fold(draft.indicator))


def _name_for(draft: TargetDraft, title: str) -> str | None:
    """The row's name, unless the cell itself says what is measured."""
    own = fold(draft.indicator)
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
    items = [m for m in re.finditer(r"(?:^|(?<=[;.]\s)|(?<=\s))[-+•]\s+(?=\S)", text)]
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


_MEASURES: tuple[tuple[re.Pattern[str], TargetUnit, float], ...] = (
    (re.compile(r"%|phần trăm|tỷ lệ|tỉ lệ"), "percent", 1),
    (re.compile(r"nghìn tỷ"), "vnd", 1e12),
    (re.compile(r"tỷ đồng|tỉ đồng"), "vnd", 1e9),
    (re.compile(r"triệu đồng|tr\.đ|trđ"), "vnd", 1e6),
    (re.compile(r"thứ bậc|thứ hạng|xếp hạng|^hạng|vị trí"), "rank", 1),
    (re.compile(r"^điểm|điểm số|chỉ số|hdi"), "points", 1),
    (re.compile(r"mbps|mb/s"), "mbps", 1),
    (re.compile(r"gbps|gb/s"), "mbps", 1e3),
    (re.compile(r"tbps|tb/s"), "mbps", 1e6),
    (re.compile(r"/\s?tuần"), "per_week", 1),
    (re.compile(r"/\s?tháng"), "per_month", 1),
    (re.compile(r"/\s?quý"), "per_quarter", 1),
    (re.compile(r"/\s?năm"), "per_year", 1),
)
_BARE = re.compile(
    rf"\s*(?P<c>≥|>=|≤|<=|>|<|trên|tối thiểu|ít nhất|từ|dưới|không quá|tối đa|đạt|khoảng)?\s*(?P<n>{NUMBER})\s*%?"
    rf"(?:\s*(?:-|–|đến)\s*(?P<m>{NUMBER})\s*%?)?(?P<rest>[^\d;]*)"
)


def _measured(context: Context, row: AnnexRow, column: Column, cell: Cell, title: str) -> list[TargetDraft]:
    """Bare numbers in a cell, whose unit another column, the header or the row's name gives."""
    text = context.text(cell.start, cell.end)
    measure = row.first("measure")
    words = fold(context.text(measure.start, measure.end)) if measure else ""
    header = fold(column.header)
    stated = words or (header if re.search(r"%|đồng|điểm", header) else "")
    if not stated and not re.fullmatch(r"[\s≥≤<>=\d.,%-]+", text):
        return []
    unit, factor = _unit_of(stated, fold(title), text)
    if unit is None:
        return []
    drafts: list[TargetDraft] = []
    for start, end in sentences(text, 0, len(text)):
        match = _BARE.fullmatch(fold(text[start:end]))
        if not match or (unit != "rank" and len(match["rest"].split()) > 8):
            return []
        drafts.append(_bare_draft(match, (unit, factor), cell.start + start, cell.start + end, title))
    return drafts


def _unit_of(words: str, title: str, text: str) -> tuple[TargetUnit | None, float]:
    if "%" in text:
        return "percent", 1
    for pattern, unit, factor in _MEASURES:
        if pattern.search(words):
            return unit, factor
    if words:
        return "count", 1
    if re.match(r"(?:tỷ lệ|tỉ lệ|tỷ trọng|mức độ hài lòng)", title):
        return "percent", 1
    if re.match(r"(?:số lượng|số |tổng số)", title):
        return "count", 1
    return None, 1


def _bare_draft(
    match: re.Match[str], measure: tuple[TargetUnit, float], start: int, end: int, title: str
) -> TargetDraft:
    unit, factor = measure
    table = {r["cue"]: r["comparator"] for r in gazetteers.rows("comparators")}
    number, upper = parse_number(match["n"]), parse_number(match["m"]) if match["m"] else None
    value = (number.value if number else 0.0) * factor
    comparator = table.get(match["c"] or "", "eq")
    if comparator == "approx" or match["c"] == "đạt":
        comparator = "eq"
    if upper is not None:
        comparator = "ge"
    if unit == "rank":
        comparator = "le"
    quantity = Quantity(start, start, end, value, unit, None, upper.value * factor if upper else None)
    return TargetDraft(start, end, title, quantity, comparator, None, (start, end))  # type: ignore[arg-type]


def _row_baselines(context: Context, row: AnnexRow) -> list[BaselineDraft]:
    """Past values of the row: from notes, and from columns of results."""
    points = row.first("points")
    number = parse_number(context.text(points.start, points.end)) if points else None
    maximum = number.value if number else None
    drafts: list[BaselineDraft] = []
    for cell in _cells(row, "notes"):
        drafts += read_baselines(context.text(cell.start, cell.end), cell.start, context.plan_year, maximum)
    for column, cell in row.cells.get("result", ()):
        drafts += _result_baselines(context, row, column, cell, maximum)
    return drafts


def _result_baselines(
    context: Context, row: AnnexRow, column: Column, cell: Cell, maximum: float | None
) -> list[BaselineDraft]:
    text = context.text(cell.start, cell.end)
    year = column.year if column.year is not None else None
    header = fold(column.header)
    low = fold(text)
    if column.year is None and context.plan_year and re.search(r"năm trước|hiện trạng|kết quả", header):
        year = context.plan_year - 1
    found = read_baselines(text, cell.start, None, maximum)
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
        unit, factor = _unit_of(words or (header if "%" in header else ""), title, text)
    if unit is None:
        return []
    return [
        BaselineDraft(
            year, number.value * factor, unit, maximum if unit == "points" else None, cell.start, cell.end
        )
    ]


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
                          place=Place(annex.table, row.row, cell.column), context=context.text(name.start, name.end))
                for d in drafts if d.quantity and d.quantity.unit in {"points", "percent", "count"}
            ]  # fmt: skip
    return aims


def read_scores(context: Context, annex: Annex) -> list[Score]:
    """Rows of a table of past scores; rows without points don't count."""
    scores: list[Score] = []
    for row in annex.rows:
        name = row.first("name")
        results = [(c, x) for c, x in row.cells.get("result", ()) if not _compares(c.header)]
        if name is None or not results:
            continue
        points_cell = row.first("points")
        ceiling = _plain(context, points_cell)
        for column, cell in results:
            points = parse_number(context.text(cell.start, cell.end).split("/")[0].strip(), ceiling)
            if points is None:
                continue
            rank, rank_of = _rank(context, row, column.year)
            label = row.label if row.label in context.matcher.catalog else None
            scores.append(
                Score(
                    indicator_code=label, name=context.text(name.start, name.end), year=_year_of(context, column),
                    points=points.value, max=ceiling, rank=rank, rank_of=rank_of,
                    evidence=Evidence(start=cell.start, end=cell.end, page=context.source.page_at(cell.start),
                                      table=annex.table, row=row.row, column=cell.column),
                )
            )  # fmt: skip
    return scores


def _compares(header: str) -> bool:
    return bool(re.search(r"so sánh|so với|tăng|giảm|chênh lệch", fold(header)))


def _year_of(context: Context, column: Column) -> int | None:
    return column.year if column.year is not None else (context.plan_year - 1 if context.plan_year else None)


def _plain(context: Context, cell: Cell | None) -> float | None:
    number = parse_number(context.text(cell.start, cell.end)) if cell else None
    return number.value if number else None


def _rank(context: Context, row: AnnexRow, year: int | None) -> tuple[int | None, int | None]:
    for column, cell in row.cells.get("rank", ()):
        if _compares(column.header) or (column.year is not None and year is not None and column.year != year):
            continue
        match = re.fullmatch(r"(\d{1,3})(?:\s*/\s*(\d{1,3}))?", context.text(cell.start, cell.end).strip())
        if match:
            return int(match[1]), int(match[2]) if match[2] else None
    return None, None
