"""Consistency inside a document: one thing said in two ways, dates that cannot hold, gaps."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz, process

from extractor.analysis.audit.clauses import YEAR
from extractor.analysis.audit.figures import half_unit, rounded, shown, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.same_by_code import in_its_task, labelled, told_alike
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Row, Subject
from extractor.records import Target
from extractor.sources.model import Cell
from extractor.vietnamese.forms import squeeze

_SAME_NAME, _NEAR_NAME = 88, 75
_SIGN = {"eq": "=", "ge": "≥", "gt": ">", "le": "≤", "lt": "<", None: ""}


def values(subject: Subject) -> Iterator[Hit]:
    """One indicator with two values or comparators in two places."""
    groups: _Groups = {}
    dated = _dated(subject)
    for target in subject.extraction.targets:
        if target.value is not None and target.value_to is None:
            key = (
                target.unit,
                target.level,
                target.comparator in ("le", "lt"),
                _horizon(subject, target, dated),
            )
            groups.setdefault(key, []).append((target, squeeze(target.indicator)))
    meant = {id(target): _meant(target) for target in subject.extraction.targets}
    for group in groups.values():
        for (a, name_a), (b, name_b) in combinations(group[:400], 2):
            if a.value == b.value and (a.comparator == b.comparator or _bare_beside(a, b)):
                continue
            alike = meant[id(a)] == meant[id(b)] and _same(subject, a, name_a, b, name_b)
            if not alike and (a.task is None) != (b.task is None):
                alike = _taken_up(subject, a, name_a, b, name_b) or in_its_task(subject, a, b)
            if alike:
                yield _twice(subject, a, b)
    yield from _opposed(subject, groups)
    yield from _fallen_back(subject, groups)


_Groups = dict[tuple[object, ...], list[tuple[Target, str]]]


def _opposed(subject: Subject, groups: _Groups) -> Iterator[Hit]:
    """ "tối thiểu 45% … có chữ ký số" here, "dưới 45% … có chữ ký số" there."""
    for (unit, level, upper, horizon), group in groups.items():
        for a, name_a in groups.get((unit, level, True, horizon), ())[:100] if not upper else ():
            for b, name_b in group[:400]:
                like = (
                    a.value == b.value
                    and b.comparator in ("ge", "gt")
                    and a.indicator_codes == b.indicator_codes
                )
                if like and fuzz.token_sort_ratio(name_a, name_b) >= _SAME_NAME:
                    yield _twice(subject, *sorted((a, b), key=_place))


def _fallen_back(subject: Subject, groups: _Groups) -> Iterator[Hit]:
    """A goal for a later year below the one for an earlier year."""
    yearly = [(str(key[3]), t, name) for key, group in groups.items() if key[0] == "percent" and not key[2]
              and str(key[3]).isdigit() for t, name in group[:200]]  # fmt: skip
    by_code: dict[object, list[tuple[str, Target, str]]] = {}
    for entry in yearly:
        if entry[1].indicator_codes:
            by_code.setdefault((entry[1].indicator_codes[0], entry[1].level), []).append(entry)
    for found in by_code.values():
        for (year, a, name_a), (later, b, name_b) in combinations(sorted(found, key=lambda e: e[0]), 2):
            lower = year < later and b.value is not None and a.value is not None and b.value < a.value
            if lower and not _in_one_table(a, b) and fuzz.token_sort_ratio(name_a, name_b) >= _SAME_NAME:
                figures: dict[str, Figure] = {"row": subject.named(a), "first": a.value, "second": b.value}
                figures |= {"year": year, "later": later}
                yield Hit("later-goal-lower", figures, (subject.of(a), subject.of(b)), a.indicator_codes[0])


def _in_one_table(a: Target, b: Target) -> bool:
    x, y = a.evidence, b.evidence
    return x is not None and y is not None and x.table is not None and x.table == y.table


def _place(target: Target) -> int:
    return target.evidence.start if target.evidence else 0


_HEADING = re.compile(
    r"[ivx\d.)(a-hđ*+\- ]{0,8}"
    r"(?:(?:một số |các )?(?:mục tiêu|chỉ tiêu|định hướng|tầm nhìn|phương hướng)|đến (?:hết )?năm|"
    r"giai đoạn|trong năm|năm 20)"
)


def _dated(subject: Subject) -> list[tuple[int, str]]:
    """Headings that name a year of the plan's or a later one: which paragraph, and the last year it names.

    A line that holds a goal itself is no heading of those below it.
    """
    period = subject.extraction.document.period
    spans, targets = subject.paragraphs, subject.extraction.targets
    goals = {bisect_right(spans, (t.evidence.start, len(subject.text))) - 1 for t in targets if t.evidence}
    first = str(period.start.year) if period and period.start else ""
    return [
        (i, named[-1])
        for i, (start, end) in enumerate(spans)
        if end - start < 160
        and i not in goals
        and _HEADING.match(subject.folded, start, end)
        and (named := [year for year in YEAR.findall(subject.text, start, end) if year >= first])
    ]


_BARE = re.compile(r"[\d.,]+\s*%?(?:\s*(?:ở |tại )?cấp \w+)?")


def _bare_beside(a: Target, b: Target) -> bool:
    """The same value, once as a bare figure in a table: it leaves the comparator to the words elsewhere."""
    return a.value == b.value and any(
        t.comparator == "eq" and t.evidence is not None and t.evidence.table is not None
        and _BARE.fullmatch(t.quote.strip())
        for t in (a, b)
    )  # fmt: skip


_COMPARED = re.compile(r"so với[^.;)]*")  # the year of what it is compared with is not its own
_WAS = re.compile(r"\((?:[^()]{0,40}\W)?[Nn]ăm 20\d\d[^()]{0,60}\)")  # "(năm 2022: 21,5%)"
_BY = re.compile(r"(?:đến|hết|cuối|trong|năm)[^.;\d]{0,20}(20\d\d)(?!\d)")


def _horizon(subject: Subject, target: Target, dated: Sequence[tuple[int, str]]) -> str:
    """The year by which a target is due: its own, that of its column, of its line, of the heading above."""
    if target.deadline is not None and target.deadline.due is not None:
        return str(target.deadline.due.year)
    period = subject.extraction.document.period
    last = str(period.end.year) if period and period.end else ""
    words = _COMPARED.sub("", _WAS.sub("", target.quote) if target.baselines else target.quote)
    own = YEAR.findall(words)
    if own or target.evidence is None or subject.source is None:
        return str(own[-1]) if own else last
    if target.evidence.table is not None:
        return column_year(subject, target) or last
    spans = subject.paragraphs
    i = bisect_right(spans, (target.evidence.start, len(subject.text))) - 1
    opening = _BY.findall(subject.folded, spans[i][0], target.evidence.start) if i >= 0 else []
    if opening and opening[-1] >= (str(period.start.year) if period and period.start else ""):
        return str(opening[-1])
    above = bisect_left(dated, (i, "")) - 1
    return dated[above][1] if above >= 0 and dated[above][0] >= i - 40 else last


def column_year(subject: Subject, target: Target) -> str:
    """The year that heads the column of a target's cell; empty where none does."""
    place = target.evidence
    if place is None or place.table is None or subject.source is None:
        return ""
    tables = subject.source.tables[place.table : place.table + 1]
    heads = [c for table in tables for row in table.rows[:2] for c in row if c.column == place.column]
    named = [year for c in heads for year in YEAR.findall(_WAS.sub("", subject.words(c)))]
    return str(named[-1]) if named else ""


def _same(subject: Subject, a: Target, name_a: str, b: Target, name_b: str) -> bool:
    """Two targets of one indicator (or of none) are of one measured thing, stated in two places."""
    if a.task == b.task and a.task is not None:
        return False  # parts of one task differ in scope ("100% cán bộ …, 50% người dân")
    if labelled(subject, a, b):
        return True
    if _together(subject, a, b):
        return False
    if told_alike(a, b):
        return True
    if min(len(name_a), len(name_b)) < 12:
        return False
    if a.unit == "count" and min(a.value or 0, b.value or 0) < 0.5 * max(a.value or 0, b.value or 0):
        return False  # "30 cụm loa" in all, "lắp mới 08 cụm loa": parts of a thing, not the thing
    coded = bool(a.indicator_codes)
    if fuzz.token_set_ratio(name_a, name_b) >= (_NEAR_NAME if coded else _SAME_NAME):
        return True
    if coded and a.unit == "percent" and _sure(a) and _sure(b):
        return True
    # a goal taken up again by a task in other words: "tỷ lệ dân số có hồ sơ X" and "hồ sơ X đạt 90%"
    apart = (a.task is None) != (b.task is None)
    return apart and _common_run(name_a, name_b)


_LED = re.compile(r"(?:^|\W)chủ trì(?:\W|$)")


def _taken_up(subject: Subject, a: Target, name_a: str, b: Target, name_b: str) -> bool:
    """A number of things in the goals, told again in full behind the unit that has to see to it.

    Only one of them was given a code; "02 cuộc diễn tập X" and "Sở A chủ trì tổ chức 03 cuộc diễn tập X".
    """
    short, long = sorted((name_a, name_b), key=len)
    if a.unit != "count" or bool(a.indicator_codes) == bool(b.indicator_codes) or _together(subject, a, b):
        return False
    few, many = sorted((a.value or 0, b.value or 0))
    ahead = long.removesuffix(short)
    whole = ahead != long and len(short.split()) >= _WHOLE and few >= 0.5 * many
    return whole and (a.task is None) != (b.task is None) and bool(_LED.search(ahead))


_WHOLE = 5
"""Words that a thing is told with in both places."""


_NAMES, _HARDLY = 95, 60


def _meant(target: Target) -> str | None:
    """The code of a target; that of the indicator which its words name where another code is printed."""
    own = next(iter(target.indicator_codes), None)
    best = target.alternatives[0] if target.alternatives else None
    known = {found.code: found.score for found in target.alternatives}
    if own and best and best.score >= _NAMES and known.get(own, 0) <= _HARDLY:
        return best.code
    return own


def _sure(target: Target) -> bool:
    """Its indicator was recognised beyond doubt."""
    return bool(target.alternatives) and target.alternatives[0].score >= 90


def _together(subject: Subject, a: Target, b: Target) -> bool:
    """Both stand in one table or one paragraph: what differs there differs in scope or year."""
    x, y = a.evidence, b.evidence
    if x is None or y is None:
        return False
    if x.table is not None or y.table is not None:
        return x.table == y.table
    i, j = (bisect_right(subject.paragraphs, (e.start, len(subject.text))) for e in (x, y))
    return i == j and i > 0


def _common_run(a: str, b: str) -> bool:
    """The names share a run of words that closes both and is most of the shorter one."""
    first, second = a.split(), b.split()
    run = 0
    while run < min(len(first), len(second)) and first[-1 - run] == second[-1 - run]:
        run += 1
    return run >= 5 and run >= 0.5 * min(len(first), len(second))


def _twice(subject: Subject, a: Target, b: Target) -> Hit:
    first, second = (f"{_SIGN[t.comparator]} {shown(t.value)}" for t in (a, b))
    figures: dict[str, Figure] = {
        "indicator": subject.named(a), "first": first, "second": second, "unit": a.unit,
        "first_value": a.value, "second_value": b.value,
    }  # fmt: skip
    rule = "value-stated-twice" if a.value != b.value else "comparator-stated-twice"
    code = next(iter(a.indicator_codes), None)
    near = fuzz.token_set_ratio(squeeze(a.indicator), squeeze(b.indicator)) >= _NEAR_NAME
    return Hit(rule, figures, (subject.of(a), subject.of(b)), code, unsure=not (code and near))


_PAIR = re.compile(
    r"(?<![\d.,])(\d{1,4}(?:[.,]\d+)?)\s*/\s*(\d{1,4})\s*điểm\s*[,;(]?\s*(?:và\s|được\s)?"
    r"(?:mới\s|chỉ\s)*(?:đạt\s|bằng\s|chiếm\s|tương ứng\s|tương đương\s)"
    r"(?:với\s)?(?:khoảng\s)?(?:tỷ lệ\s|tỉ lệ\s)?(\d{1,3}(?:[.,]\d+)?)\s*%"
)


_POINTED = sign(_PAIR, needs=("điểm",))


def shares(subject: Subject) -> Iterator[Hit]:
    """ "6,03/10 điểm, đạt tỷ lệ 60,29%": points as a share of their maximum against the printed percent."""
    for start, words in subject.bearing(_POINTED):
        for match in _PAIR.finditer(words):
            points, top, printed = value(match[1]), value(match[2]), value(match[3])
            if points is None or not top or printed is None:
                continue
            share = 100 * points / top
            slack = 100 * half_unit(match[1]) / top + half_unit(match[3])
            if abs(share - printed) > slack + 1e-9:
                figures = {"points": points, "max": top, "share": rounded(share), "printed": printed}
                yield Hit("points-against-percent", figures, (subject.around(start, match),))


_POINTS = re.compile(r"(?<![\d.,])(\d{1,4}(?:[.,]\d+)?)\s*/\s*(\d{1,4})\s*điểm|(không có điểm)")
_KEEP = re.compile(r"(?:duy trì|giữ vững|giữ nguyên)(?!\s*(?:và|,)\s*(?:nâng|cải thiện|tăng|phát huy))")


_OF_YEAR = re.compile(r"năm 20\d\d")


_KEPT = sign(_KEEP, needs=("duy trì",)) | sign(_KEEP, needs=("giữ ",))


def kept(subject: Subject) -> Iterator[Hit]:
    """ "duy trì" beside less than full points."""
    for start, words in subject.bearing(_KEPT):
        if len(words) > 600:
            continue
        found, keep = _POINTS.search(words), _KEEP.search(words)
        if not found or not keep or re.search(r"cải thiện|nâng cao|tăng", words[keep.start() :]):
            continue
        points = 0.0 if found[3] else value(found[1])
        top = None if found[3] else value(found[2])
        if points is None or (top is not None and points >= top):
            continue
        figures = {"points": points, "max": top, "printed": found.group()}
        yield Hit(
            "kept-below-full", figures, (subject.at(start, start + len(words)),), _code_at(subject, start)
        )


_ONLY_KEPT = re.compile(
    r"(?:tiếp tục |phấn đấu |đề nghị )*(?:duy trì|giữ vững|giữ nguyên)"
    r"(?: (?:điểm|kết quả|mức điểm|mức|đã đạt|hiện có|điểm số|điểm tối đa)){0,3}\.?"
)


def kept_rows(subject: Subject) -> Iterator[Hit]:
    """ "Duy trì" in a row whose past points are below its maximum: as its target, beside a target of no
    more points ("7,2 | 7,2 | Duy trì điểm số đã đạt") or beside a higher one."""
    for row in subject.rows:
        top, points = (
            value(subject.low(row.cells.get(role)).removesuffix(" điểm")) for role in ("points", "result")
        )
        if not top or points is None or points >= top:
            continue
        cell = _kept_cell(subject, row, points, top)
        if cell is not None:
            figures = {"points": points, "max": top, "printed": f"{shown(points)}/{shown(top)} điểm"}
            code = row.label if row.label in subject.catalog else None
            spans = tuple(subject.at(c.start, c.end) for c in (cell, row.cells["result"]))
            yield Hit("kept-below-full", figures, spans, code)


def _kept_cell(subject: Subject, row: Row, points: float, top: float) -> Cell | None:
    """The cell of a row that keeps what was reached."""
    target = row.cells.get("target")
    words = subject.low(target)
    if _KEEP.search(words) and not re.search(r"\d", _OF_YEAR.sub("", words.split(";")[0])):
        return None if _RISES.search(words) else target
    aimed = value(words) if target is not None else None
    if aimed is None or subject.source is None:
        return None
    if points < aimed <= top:
        beside = (row.cells.get(role) for role in ("notes", "unknown", "content"))
        return next((c for c in beside if c and _ONLY_KEPT.fullmatch(subject.low(c))), None)
    if aimed != points:
        return None
    others = (c for line in subject.source.tables[row.table].rows for c in line if c.row == row.row)
    kept = (c for c in others if c != row.cells.get("name") and _KEEP.match(subject.low(c)))
    return next((c for c in kept if not _RISES.search(subject.low(c))), None)


_RISES = re.compile(r"cải thiện|nâng|tăng")


def _code_at(subject: Subject, start: int) -> str | None:
    """The catalog code of the table row that holds an offset."""
    for row in subject.rows:
        if any(cell.start <= start < cell.end for cell in row.cells.values()):
            return row.label if row.label in subject.catalog else None
    return None


def duplicates(subject: Subject) -> Iterator[Hit]:
    """One task given twice in different sections."""
    found = (t for t in subject.extraction.tasks if t.evidence is None or t.evidence.table is None)
    tasks = [t for t in found if len(t.title) >= 30][:600]
    names = [squeeze(task.title) for task in tasks]
    for i, (task, name) in enumerate(zip(tasks, names, strict=True), start=1):
        for _, _, j in process.extract_iter(name, names[i:], scorer=fuzz.ratio, score_cutoff=95):
            other = tasks[i + j]
            if abs(len(name) - len(names[i + j])) <= 0.1 * len(name) and task.section != other.section:
                figures: dict[str, Figure] = {"task": task.title, "first": task.section}
                figures["second"] = other.section
                code = next(iter(task.indicator_codes), None)
                yield Hit("task-stated-twice", figures, (subject.of(task), subject.of(other)), code)
                break
