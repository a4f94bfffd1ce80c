"""A goal and the labelled aim of a task, held together by the code of the indicator printed with both."""

from __future__ import annotations

import re

from extractor.analysis.audit.clauses import YEAR, word_set
from extractor.analysis.audit.subject import Subject
from extractor.records import Target, Task
from extractor.vietnamese.forms import fold, squeeze

_PRINTED = re.compile(
    r"(?:chỉ số|chỉ tiêu|tiêu chí|mã(?: số)?)(?: thành phần)? (\d{1,2}\.\d{1,2})(?![\d.]*\d)"
)
_LABEL = re.compile(r"[-–+*•\s]{0,4}(?:chỉ tiêu|mục tiêu|yêu cầu|kết quả cần đạt)(?: năm 20\d\d)?\s?:")
_FORMAL = word_set(
    "tỷ lệ số lượng có được đạt trên tại địa bàn tỉnh của các từ trở lên ít nhất tối thiểu là và cho "
    "cấp huyện xã toàn trong năm mục tiêu chỉ tiêu"
)
"""Words that the same thing may be told with or without; tiers are compared as levels."""


def labelled(subject: Subject, a: Target, b: Target) -> bool:
    """ "Tỷ lệ hộ có X đạt 70% (chỉ số 3.3)" among goals, "Chỉ tiêu: 60%" under "Phát triển X (chỉ số 3.3)".

    The label and the code say that both are of one thing, however short the words of the task.
    """
    goal, aim = (a, b) if a.task is None else (b, a)
    task = subject.tasks.get(aim.task or "")
    if goal.task is not None or task is None or not aim.indicator_codes:
        return False
    code = aim.indicator_codes[0]
    if _codes(task.title) | _codes(task.quote) != {code}:
        return False
    if _codes(_line(subject, goal)) != {code} and not _of_that_name(subject, goal, task, code):
        return False
    if not (_LABEL.match(_line(subject, aim)) or _LABEL.match(fold(aim.quote))):
        return False
    known = _words(goal.indicator) | _words(task.title)
    return _words(aim.indicator) <= known


def _of_that_name(subject: Subject, goal: Target, task: Task, code: str) -> bool:
    """The goal prints no code, but is of that one beyond doubt, in the words of the task and of its year."""
    due = task.deadline.due if task.deadline else None
    if not {str(due.year) if due else ""} >= set(YEAR.findall(_line(subject, goal))):
        return False
    sure = goal.indicator_codes == (code,) and goal.alternatives and goal.alternatives[0].score >= _SURE
    named = _words(goal.indicator)
    return bool(sure) and len(named) >= _LEAST and named == _words(task.title)


_AIMING = _FORMAL | word_set(
    "phấn đấu bảo đảm đảm góp phần đưa nâng lên tới đến hết cuối chiếm bằng mức duy trì ước trọng tỉ thêm "
    "còn khoảng trong tối đa toàn bộ"
)
"""Words that lead to a figure and say nothing of what is measured."""
_SHORT = re.compile(r"[A-ZĐ]{3,8}")


def told_alike(a: Target, b: Target) -> bool:
    """ "Tỷ trọng kinh tế số trong GRDP đạt 20%" among goals, "đưa kinh tế số chiếm 15% GRDP" in a task.

    Nothing but words that lead to the figure stands in one of them and not in the other; "TSLCD" may
    stand for the words that it abbreviates.
    """
    if (a.task is None) == (b.task is None) or not a.indicator_codes or a.unit != "percent":
        return False
    for one in (a.indicator, a.quote):
        for other in (b.indicator, b.quote):
            first, second = _plain(_written_out(one, other)), _plain(_written_out(other, one))
            if len(first) >= _LEAST and first == second:
                return True
    return False


def _plain(words: str) -> frozenset[str]:
    return frozenset(w for w in squeeze(words).split() if w.isalpha()) - _AIMING


def _written_out(words: str, others: str) -> str:
    """``words`` with abbreviations replaced by words of ``others`` that begin with their letters."""
    full = re.findall(r"[^\W\d_]+", others)
    initials = "".join(word[0].upper() for word in full)

    def whole(match: re.Match[str]) -> str:
        at = initials.find(match.group())
        return " ".join(full[at : at + len(match.group())]) if at >= 0 else match.group()

    return _SHORT.sub(whole, words)


_SURE, _LEAST = 90, 3


def _codes(words: str) -> set[str]:
    return set(_PRINTED.findall(fold(words)))


def _line(subject: Subject, target: Target) -> str:
    """The line of the text, folded, that a target stands in."""
    place = target.evidence
    if place is None or place.table is not None:
        return ""
    low = subject.folded.rfind("\n", 0, place.start) + 1
    high = subject.folded.find("\n", place.start)
    return subject.folded[low : high if high >= 0 else len(subject.folded)]


def _words(name: str) -> frozenset[str]:
    return frozenset(w for w in squeeze(name).split() if w.isalpha()) - _FORMAL


def in_its_task(subject: Subject, a: Target, b: Target) -> bool:
    """ "Tỷ lệ người lao động được tập huấn kỹ năng số đạt 30% (chỉ số 4.10)" among the goals, "tỷ lệ người
    lao động được tập huấn đạt 35%" in the task "Tập huấn kỹ năng số cho người lao động": the aim says what
    its title leaves to be said, and only the task was given the code."""
    goal, aim = (a, b) if a.task is None else (b, a)
    task = subject.tasks.get(aim.task or "")
    if goal.task is not None or task is None or aim.indicator_codes or len(goal.indicator_codes) != 1:
        return False
    if task.indicator_codes != goal.indicator_codes or goal.unit != "percent":
        return False
    named, own, title = _words(goal.indicator), _words(aim.indicator), _words(task.title)
    return len(own) >= _LEAST and own <= named | title and named <= own | title and bool(own & named)
