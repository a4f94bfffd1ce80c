"""One piece of work due at two times in two places; one report asked for on two days of the month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from extractor.analysis.audit.clauses import word_set
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.rare_words import near_pairs
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.records import Task
from extractor.vietnamese.dates import find_dates
from extractor.vietnamese.forms import fold

_FORMAL = word_set(
    "các của trên địa bàn tỉnh toàn có được là và theo trong năm thực hiện triển khai xây dựng ban hành hoàn "
    "thành tổ chức tham mưu trình ủy ban nhân dân phối hợp với chủ trì sở văn phòng về cho tại để đến trước "
    "ngày tháng quý hết việc một số những công tác đẩy mạnh tiếp tục huyện thành phố phê duyệt đơn vị "
    "chậm nhất"
)
"""Words that the same work may be told with or without."""
_LEAST = 4
_COVERED, _ALIKE = 0.85, 0.5
"""Shares of the words in common: of the shorter telling, of the longer one."""
_MANY = 1500
_SHORTEST = 20
"""Letters of a title that tells a work."""
_STAGE = re.compile(
    r"(?<!\w)(?:giai đoạn|đợt|lần|bước|kỳ|cấp|khối|quý|loại|mức|nhóm) (?:\w+)|\d+|(?<!\w)(?:sơ kết|tổng kết|"
    r"tuyên truyền|tập huấn|báo cáo kết quả|báo cáo tiến độ|nâng cấp|"
    r"dự thảo|khởi công|nghiệm thu|thẩm định|đấu thầu|lựa chọn|thí điểm|nhân rộng|huyện|xã|phường)(?!\w)"
)
"""Words that tell one piece of a work from another."""
_ALL = re.compile(r"(?<![\d.,])100 ?%")
"""The same as "các"."""


class Times(NamedTuple):
    """First and last day of a time."""

    first: date
    last: date


class _Work(NamedTuple):
    words: frozenset[str]
    pieces: frozenset[str]
    first: date
    last: date
    task: Task


def works(subject: Subject) -> Iterator[Hit]:
    """ "Ban hành Quy chế X … quý II" in a list of tasks, "… trước ngày 30/9" in another or in the annex."""
    found = [work for task in subject.extraction.tasks[:_MANY] if (work := _work(task)) is not None]
    told: set[str] = set()
    pairs = near_pairs([work.words for work in found], None, _COVERED)
    for a, b in ((found[i], found[j]) for i, j in pairs):
        if a.last == b.last or not conflict(a, b) or _in_one_table(a.task, b.task):
            continue
        if a.task.id in told or b.task.id in told or not _same(a, b):
            continue
        told |= {a.task.id, b.task.id}
        yield two_times(subject, a.task, b.task, next(iter(a.task.indicator_codes), None))


def rows(subject: Subject) -> Iterator[Hit]:
    """Two rows of one table that differ in number and time only: one may have been copied."""
    found: dict[tuple[int, tuple[str, ...]], list[tuple[Times, Task]]] = {}
    cells = {(row.table, row.row): row.cells for row in subject.rows}
    for task in subject.extraction.tasks[:_MANY]:
        due, place = times(task), task.evidence
        if due is None or place is None or place.table is None or place.row is None or not task.lead_units:
            continue
        held = cells.get((place.table, place.row), {})
        if "deadline" in held and len(task.title) >= _SHORTEST:
            told = (subject.low(c) for role, c in held.items() if role not in ("number", "deadline"))
            found.setdefault((place.table, (fold(task.title), *told)), []).append((due, task))
    for same in found.values():
        if len(same) != 2:  # more of them are rounds of one work
            continue
        (due, a), (later, b) = same
        if conflict(due, later):
            yield two_times(subject, a, b, next(iter(a.indicator_codes), None))._replace(severity="info")


def two_times(subject: Subject, a: Task, b: Task, code: str | None) -> Hit:
    """One work (named as in ``a``) that is due at one time here and at another there."""
    assert a.deadline is not None and b.deadline is not None
    figures: dict[str, Figure] = {"what": f"“{a.title}”", "first": a.deadline.text}
    figures["second"] = b.deadline.text
    spans = (
        subject.span(a.deadline.evidence, a.deadline.text),
        subject.span(b.deadline.evidence, b.deadline.text),
        subject.of(a), subject.of(b),
    )  # fmt: skip
    return Hit("deadline-stated-twice", figures, spans, code)


def _work(task: Task) -> _Work | None:
    """What a task with one last day is about."""
    due = times(task)
    if due is None or task.evidence is None:
        return None
    words = content_words(task)
    return _Work(words, pieces(task), *due, task) if len(words) >= _LEAST else None


def times(task: Task) -> Times | None:
    """First and last day of a task's time; None where it has none or comes again and again."""
    due = task.deadline
    if due is None or due.due is None or due.recurring:
        return None
    dates = find_dates(due.text)
    first = dates[-1].first if dates else None
    return Times(first or due.due, due.due)


def content_words(task: Task, title: str = "") -> frozenset[str]:
    """What a task (of this title) is about, without unit, time and words that say nothing of it."""
    return _told(title or task.title, _parts(task))[0]


def pieces(task: Task, title: str = "") -> frozenset[str]:
    """Words of the title that tell one piece of a work from another."""
    return _told(title or task.title, _parts(task))[1]


def _parts(task: Task) -> tuple[str, ...]:
    """Time and units, which may stand in the title."""
    due = (task.deadline.text,) if task.deadline else ()
    units = (*(task.lead_units or ()), *(task.supporting_units or ()))
    return (*due, *(unit.text for unit in units))


@lru_cache(maxsize=4096)
def _told(title: str, parts: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    title = _ALL.sub(" ", fold(title))
    for part in filter(None, parts):
        title = title.replace(fold(part), " ")
    return word_set(title) - _FORMAL, frozenset(m.group() for m in _STAGE.finditer(title))


def conflict(a: _Work | Times, b: _Work | Times) -> bool:
    """Neither time lies in the other ("năm 2024", "tháng 6/2024"), nor a day behind it."""
    day = timedelta(days=1)
    return not (a.first <= b.last <= a.last + day or b.first <= a.last <= b.last + day)


def _in_one_table(a: Task, b: Task) -> bool:
    """Rows of one table differ on purpose."""
    x, y = a.evidence, b.evidence
    return x is not None and y is not None and x.table is not None and x.table == y.table


def _same(a: _Work, b: _Work) -> bool:
    common = len(a.words & b.words)
    least, most = sorted((len(a.words), len(b.words)))
    return common >= _COVERED * least and common >= _ALIKE * most and a.pieces == b.pieces


_EVERY = (
    r"(?:hằng|hàng|mỗi|từng) (tháng|quý|năm|tuần)|(?:của )?(tháng cuối (?:mỗi |hằng )?quý|tháng cuối quý)"
)
_REPORTED = re.compile(
    rf"báo cáo[^.;]{{0,120}}?(?<!\w)(?:về|gửi|cho|đến)(?: về| cho| đến)* "
    rf"(?P<to>[^\W\d_]+(?: [^\W\d_]+){{3}})[^.;]{{0,120}}?"
    rf"(?:trước|chậm nhất|vào) (?:là )?(?:ngày )?(?P<day>\d{{1,2}}) (?P<every>{_EVERY})"
)
_REPORTS = sign(_REPORTED, needs=("báo cáo",))


def reports(subject: Subject) -> Iterator[Hit]:
    """ "báo cáo về Sở X trước ngày 20 hằng tháng", elsewhere "… về Sở X trước ngày 25 hằng tháng"."""
    told: dict[tuple[str, str], tuple[str, int, re.Match[str]]] = {}
    for start, words in subject.telling(_REPORTS):
        for match in _REPORTED.finditer(words):
            key = (match["to"], match["every"].replace("hàng", "hằng"))
            first = told.setdefault(key, (match["day"].lstrip("0"), start, match))
            if first[0] != match["day"].lstrip("0"):
                figures: dict[str, Figure] = {"what": f"Báo cáo gửi {match['to']} {match['every']}"}
                figures |= {"first": f"ngày {first[0]}", "second": f"ngày {match['day']}"}
                spans = (subject.around(first[1], first[2]), subject.around(start, match))
                yield Hit("deadline-stated-twice", figures, spans)
