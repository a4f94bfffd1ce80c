"""When a goal that is a thing to be made ("ban hành chính sách X trong quý II") is due, against its task."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from extractor.analysis.audit.clauses import word_set
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.analysis.audit.twice_due import Times, conflict, times
from extractor.records import Task
from extractor.vietnamese.dates import find_dates
from extractor.vietnamese.forms import fold

_MADE = re.compile(
    r"(?<!\w)(?:ban hành|xây dựng|trình|phê duyệt|hoàn thành|đưa|triển khai|thành lập|khai trương)(?!\w)"
)
_DUE = re.compile(
    r"(?<!\w)(?:trong|trước|chậm nhất|đến hết|hết|vào|xong)(?: (?:là|ngày|cuối|hết))* "
    r"(?:quý|tháng|ngày|(?=\d{1,2}/))[^;()]{0,24}?20\d\d(?!\d)"
)
_NUMBERED = re.compile(r"\A\W{0,3}\((\d{1,3})\)")
_PRINTED = re.compile(r"(?:chỉ số|mã|tiêu chí|chỉ tiêu)(?: thành phần)? (\d{1,2}\.\d{1,2})(?![\d.]*\d)")
_ASIDE = re.compile(r"\([^()]*\)|\d+")
_CITED = re.compile(r"\((\d{1,3})\)")
_ONLY_CITED = re.compile(r"\s*\(\d{1,3}\)(?:\s*[,;]?\s*(?:và )?\(\d{1,3}\))*\s*")
_FORMAL = word_set(
    "các của trên địa bàn tỉnh toàn có được là và theo trong năm thực hiện triển khai xây dựng ban hành hoàn "
    "thành tổ chức tham mưu trình ủy ban hội đồng nhân dân hđnd ubnd nghị quyết quyết định về cho tại để đến "
    "trước ngày tháng quý hết việc chính sách kế hoạch người sử dụng chỉ số khi"
)
_LEAST, _COVERED = 3, 0.75
_DATED = sign(_DUE)


def works(subject: Subject) -> Iterator[Hit]:
    """ "(3) Ban hành nghị quyết … trong quý II/2026" among the goals; the row of goal (3), or of its code,
    says November."""
    lines = subject.telling(_DATED)
    tasks = [task for task in subject.extraction.tasks if task.deadline is not None] if lines else []
    cited = _cited(subject, tasks) if tasks else {}
    taken = [task.evidence.start for task in tasks if task.evidence is not None]
    for start, words in lines if tasks else ():
        told = _DUE.search(words)
        own = any(start <= at < start + len(words) for at in taken)
        due = _times(told.group()) if told and not own and _MADE.search(words) else None
        task = _task_of(subject, start, words, (tasks, cited)) if due else None
        other = times(task) if task is not None else None
        if told is None or due is None or task is None or task.deadline is None:
            continue
        if other is None or not conflict(due, other):
            continue
        figures: dict[str, Figure] = {"what": f"“{task.title}”", "first": told.group()}
        figures["second"] = task.deadline.text
        spans = (
            subject.at(start, start + len(words)),
            subject.span(task.deadline.evidence, task.deadline.text), subject.of(task),
        )  # fmt: skip
        yield Hit("deadline-stated-twice", figures, spans, next(iter(task.indicator_codes), None))


def _times(words: str) -> Times | None:
    dates = find_dates(words)
    if len(dates) != 1 or dates[0].first is None or dates[0].last is None:
        return None
    return Times(dates[0].first, dates[0].last)


def _cited(subject: Subject, tasks: list[Task]) -> dict[str, Task]:
    """Tasks of rows by the numbers of goals in a cell of theirs: "(5), (6)"; without numbers cited twice."""
    rows = {
        (t.evidence.table, t.evidence.row): t for t in tasks if t.evidence and t.evidence.table is not None
    }
    found: list[tuple[str, Task]] = []
    for number, grid in subject.grids if rows else ():
        for row in grid[1:]:
            place = next(((number, cell.row) for cell in row if cell is not None), None)
            task = rows.get(place) if place is not None else None
            for cell in row if task is not None else ():
                if cell is not None and task is not None and _ONLY_CITED.fullmatch(subject.words(cell)):
                    found += [(label, task) for label in _CITED.findall(subject.words(cell))]
    grouped = groupby(sorted(found, key=lambda f: (f[0], f[1].id)), key=lambda f: f[0])
    one = {label: [task for _, task in same] for label, same in grouped}
    return {label: same[0] for label, same in one.items() if len(same) == 1}


def _task_of(
    subject: Subject, start: int, words: str, known: tuple[list[Task], dict[str, Task]]
) -> Task | None:
    """The one task that cites the goal's number, or that has its one code and most of its words."""
    tasks, cited = known
    label = _NUMBERED.match(words)
    if label and label[1] in cited:
        return cited[label[1]] if _common(words, cited[label[1]]) else None
    codes = set(_PRINTED.findall(words)) or {
        code for t in subject.extraction.targets for code in t.indicator_codes
        if t.evidence is not None and start <= t.evidence.start < start + len(words)
    }  # fmt: skip
    coded = [task for task in tasks if len(codes) == 1 and set(task.indicator_codes) == codes]
    return coded[0] if len(coded) == 1 and _common(words, coded[0]) else None


def _common(words: str, task: Task) -> bool:
    """Most of what the shorter of the two tells stands in the other."""
    one, two = (word_set(_ASIDE.sub(" ", _DUE.sub(" ", w))) - _FORMAL for w in (words, fold(task.title)))
    least = min(len(one), len(two))
    return least >= _LEAST and len(one & two) >= _COVERED * least
