"""One piece of work under its label ("Chủ trì: …", "Hoàn thành: …") and in a sentence under a unit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from extractor.analysis.audit.clauses import word_set
from extractor.analysis.audit.coverage import named_apart
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.analysis.audit.twice_due import conflict, times, two_times
from extractor.annotators.units import find_units
from extractor.records import Deadline, Task, Unit
from extractor.vietnamese.forms import fold

_FORMAL = word_set(
    "các của trên địa bàn tỉnh huyện xã toàn có được là và theo trong năm thực hiện triển khai xây dựng ban "
    "hành hoàn thành tổ chức tham mưu trình ủy ban nhân dân phối hợp với chủ trì về cho tại để đến trước "
    "ngày tháng quý việc nhiệm vụ một số những đưa vào vận hành sử dụng đạt tỷ lệ mức độ giao đơn vị thành "
    "phố thị trấn"
)
_OTHER_ACT = re.compile(
    r"(?<!\w)(?:kinh phí|báo cáo|tuyên truyền|tập huấn|hướng dẫn|kiểm tra|giám sát|đôn đốc|rà soát|đánh giá|"
    r"hỗ trợ|nâng cấp|mở rộng|thẩm định|nghiệm thu|khảo sát|bố trí|thống kê|tổng hợp|vận động|phổ biến|"
    r"cung cấp số liệu|thí điểm|dự thảo|lập|phê duyệt|bổ sung|sửa đổi|sơ kết|tổng kết|đấu thầu|chia sẻ|"
    r"kết nối|duy trì|giai đoạn|giáo viên|học sinh|đảng viên|hội viên|đoàn viên|cán bộ|công chức)(?!\w)"
)
"""Another act on the same thing, or other people that it is done for: both tellings name it, or neither."""
_ASIDE = re.compile(r"\([^()]{0,120}\)|(?<!\w)(?:đạt |tối thiểu |ít nhất )*\d[\d.,/]*\s?%?|mức độ \d")
_TAIL = re.compile(
    r"[.;](?!\d)|,? (?:trình|trước|chậm nhất|báo cáo|theo quy định|theo hướng dẫn|bảo đảm|đảm bảo|nhằm|để|"
    r"xong|hoàn thành (?:trong|trước|vào))(?!\w)|, (?:đạt|phấn đấu)(?!\w)|(?: (?:vào|trong))? (?:tháng|quý|"
    r"ngày|năm) (?=\d|[iv]+(?!\w))"
)
_LED = re.compile(
    r"(?<!\w)chủ trì(?!:| và phối hợp:| thực hiện các| các),?(?: phối hợp với [^,.;]{3,80},)? ?(?:tham mưu |"
    r"thực hiện |việc |tổ chức )*"
)
_OPENED = re.compile(r"\A(?:[-+*•–]|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[a-zđ][.)])?\s*")
_ANOTHERS = re.compile(
    r"(?<!\w)(?:(?:do|được giao|sở|ngành) [^,;:.]{0,50}|phối hợp (?:với|cùng) [^;:.]{0,90}|"
    r"(?:đơn vị|cơ quan) (?:[^,;:.]{0,50})?)$"
)
_LEADING = sign(_LED, needs=("chủ trì",))
_LEAST, _LEAST_ACTED, _COVERED = 4, 9, 0.85
"""Words that a work is told with: publicity, training and the like are everybody's own work."""
_MANY = 800


class _Work(NamedTuple):
    words: frozenset[str]
    acts: frozenset[str]
    what: str
    units: tuple[Unit, ...]
    due: Deadline | None
    span: Span
    task: Task | None


def works(subject: Subject) -> Iterator[Hit]:
    """One work with two leads, or with two times: by its label, and in a sentence under a unit."""
    tasks = subject.extraction.tasks[:_MANY]
    marked = {task.id for task in tasks if _is_labelled(subject, task)}
    sentences = list(_led_sentences(subject)) if marked else []
    dated = [task for task in tasks if task.id not in marked and _due_in_prose(task)] if marked else []
    if sentences or dated:
        labelled = [_of_task(subject, task) for task in tasks if task.id in marked]
        yield from _leads(subject, labelled, sentences)
        yield from _deadlines(subject, labelled, dated)


def _leads(subject: Subject, labelled: list[_Work], sentences: list[_Work]) -> Iterator[Hit]:
    """ "b) Cấp địa chỉ số … Chủ trì: Bưu điện", under another unit "chủ trì cấp địa chỉ số …"."""
    told: set[str] = set()
    starts = [start for start, _ in subject.paragraphs]
    for work in sentences:
        same = [a for a in labelled if _same(a, work)]
        if len(same) != 1 or len(same[0].units) != 1 or same[0].what in told:
            continue
        name = owner(subject, starts, work.span.start or 0)
        if not name or not named_apart(same[0].units[0].name, name):
            continue
        told.add(same[0].what)
        figures: dict[str, Figure] = {"what": f"“{same[0].what}”", "first": same[0].units[0].name}
        figures["second"] = name
        yield Hit("lead-stated-twice", figures, (*subject.units(same[0].units), work.span, same[0].span))


def _deadlines(subject: Subject, labelled: list[_Work], dated: list[Task]) -> Iterator[Hit]:
    """ "a) Triển khai X … Hoàn thành: quý II", under a unit "Đưa X vào vận hành trước ngày 30/9"."""
    for task in dated:
        work = _of_task(subject, task)
        same = [a for a in labelled if a.due is not None and _same(a, work)]
        other = same[0].task if len(same) == 1 else None
        one, two = times(other) if other else None, times(task)
        if other and one and two and one.last != two.last and conflict(one, two):
            yield two_times(subject, other, task, next(iter(task.indicator_codes), None))


def _same(a: _Work, b: _Work) -> bool:
    common, (least, most) = len(a.words & b.words), sorted((len(a.words), len(b.words)))
    enough = _LEAST_ACTED if a.acts else _LEAST
    alike = least >= enough and common >= _COVERED * most
    return alike and a.acts == b.acts


def _work(title: str, units: tuple[Unit, ...], due: Deadline | None, span: Span, task: Task | None) -> _Work:
    plain = _ASIDE.sub(" ", fold(title).replace(fold(due.text), " ") if due else fold(title))
    cut = _TAIL.search(plain, 12)
    core = plain[: cut.start()] if cut else plain
    acts = frozenset(m.group() for m in _OTHER_ACT.finditer(core))
    return _Work(word_set(core) - _FORMAL, acts, title, units, due, span, task)


def _of_task(subject: Subject, task: Task) -> _Work:
    return _work(task.title, tuple(task.lead_units or ()), task.deadline, subject.of(task), task)


def _is_labelled(subject: Subject, task: Task) -> bool:
    """A task of a row, or one whose unit or time stands in a line of its own behind a label."""
    place = task.evidence
    if place is None or not (task.lead_units or task.deadline):
        return False
    return place.table is not None or _in_own_line(subject, task)


def _due_in_prose(task: Task) -> bool:
    return task.deadline is not None and task.evidence is not None and task.evidence.table is None


def _in_own_line(subject: Subject, task: Task) -> bool:
    """ "Chủ trì: …", "Thời gian: …": the words before the unit or the time end with a colon."""
    for part in (*(task.lead_units or ()), *((task.deadline,) if task.deadline else ())):
        if part.evidence is not None:
            before = subject.folded[max(0, part.evidence.start - 60) : part.evidence.start].rstrip()
            if before.endswith(":") and re.search(
                r"(?:chủ trì|thời gian|thời hạn|hoàn thành|hạn|tiến độ)[^:\n]{0,24}:\Z", before
            ):
                return True
    return False


def _led_sentences(subject: Subject) -> Iterator[_Work]:
    """What a unit is told to lead in a sentence: under its heading, or behind its name and a colon."""
    for start, words in subject.telling(_LEADING):
        for match in _LED.finditer(words):
            if not _told_of_another(words, match):
                title = words[match.end() : match.end() + 200]
                yield _work(title, (), None, subject.around(start, match, 0, 80), None)


def _told_of_another(words: str, match: re.Match[str]) -> bool:
    """ "do Sở X chủ trì", "phối hợp với đơn vị chủ trì": somebody else leads."""
    before = words[max(0, match.start() - 100) : match.start()]
    return _ANOTHERS.search(before) is not None


def owner(subject: Subject, starts: list[int], start: int) -> str:
    """The unit that opens the paragraph ("5.3. Phòng A: …"), else the heading above its items."""
    i = bisect_right(starts, start) - 1
    for j in range(i, max(-1, i - 12), -1):
        low, high = subject.paragraphs[j]
        line = subject.text[low : min(high, low + 160)]
        opened = _OPENED.match(line)
        named = line[opened.end() if opened else 0 :]
        head = re.match(r"(?:Giao )?([^:.;]{4,100})(?::|\.?\s*\Z)", named)
        if head and (j < i or ":" in head.group()):
            units = find_units(head[1])
            if len(units) == 1 and units[0].end - units[0].start >= len(head[1].strip()) - 2:
                return units[0].names[0] if len(units[0].names) == 1 else ""
        if j < i and not re.match(r"\s*(?:[-+*•–]|[a-zđ]\))", line):
            return ""
    return ""
