""" "triển khai các giải pháp đẩy mạnh tỷ lệ …": a task raises something, nobody knows how far."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from extractor.analysis.audit.clauses import word_set
from extractor.analysis.audit.countable import counts_something
from extractor.analysis.audit.model import Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.records import Task

_RATE = (
    r"(?:số lượng|số lượt|tỷ lệ|tỉ lệ|tỷ trọng|"
    r"số(?= (?:ứng dụng|dịch vụ|người|hộ|hồ sơ|doanh nghiệp|thuê bao|cơ sở)))"
)
# A push that is the work itself; "để nâng tỷ lệ …" behind other work only tells what that is good for
_PUSH = re.compile(
    r"(?:(?:giải pháp|biện pháp|nhiệm vụ|hoạt động|chương trình)(?:,? [^\W\d_]+){0,3}?(?: nhằm| để)?|[;,]|"
    r"(?<!\w)(?:tiếp tục|phấn đấu|tập trung|chú trọng|quyết tâm|chủ động|triển khai|chủ trì)(?:,? thúc đẩy)?)"
    r" (?P<push>(?:thúc đẩy|gia tăng|tăng|nâng cao|nâng|đẩy mạnh|cải thiện)(?: nhanh| mạnh| dần)?"
    rf"(?: các)? {_RATE} (?P<what>[^.;]{{8,300}}))"
)
_PUSHED = sign(_PUSH, needs=("lệ",)) | sign(_PUSH, needs=("số",)) | sign(_PUSH, needs=("tỷ trọng",))
_SPLIT = re.compile(rf"(?:,| và|;)(?: nâng| tăng)? (?:các )?{_RATE} ")
_AIM_BEHIND = re.compile(r"\W*(?:mục tiêu|chỉ tiêu|kết quả|phấn đấu|yêu cầu|sản phẩm)(?!\w)")
_PLAIN = word_set(
    "các của trên địa bàn tỉnh được có và số lượng tỷ tỉ lệ tổng đạt trong cho người cơ quan thông qua"
)
_ALIKE, _LEAST = 0.7, 2


def pushes(subject: Subject) -> Iterator[Hit]:
    """Sentences of tasks that raise a rate without any figure, where no target gives it one."""
    found = subject.telling(_PUSHED) if subject.extraction.document.kind == "plan" else []
    if not found:
        return
    targets = subject.extraction.targets
    aimed = {t.task for t in targets} | {t.assigned_by for t in targets}
    told = [word_set(t.indicator) for t in targets if t.value is not None]
    behind = dict(zip((start for start, _ in subject.prose), (w for _, w in subject.prose[1:]), strict=False))
    in_task = _Tasks(subject)
    for start, words in found:
        match = _PUSH.search(words)
        if match is None or counts_something(
            words[: match.start()].rpartition(". ")[2] + words[match.start() :]
        ):
            continue
        task = in_task.at(start + match.start())
        if task is None or task.id in aimed or _AIM_BEHIND.match(behind.get(start, "")):
            continue
        if all(_is_aimed(part, told) for part in _SPLIT.split(match["what"])):
            continue
        span = subject.at(start + match.start("push"), start + match.end("push"))
        code = next(iter(task.indicator_codes), None)
        yield Hit("target-without-figure", {"target": " ".join(span.quote.split())[:160]}, (span,), code)


class _Tasks:
    """Tasks told in prose, by where they stand."""

    def __init__(self, subject: Subject) -> None:
        own = ((t.evidence, t) for t in subject.extraction.tasks)
        found = [(e.start, e.end, t) for e, t in own if e is not None and e.table is None]
        self._found = sorted(found, key=lambda item: item[:2])
        self._starts = [start for start, _, _ in self._found]

    def at(self, place: int) -> Task | None:
        """The task whose words hold a place."""
        i = bisect_right(self._starts, place) - 1
        return self._found[i][2] if i >= 0 and place < self._found[i][1] else None


def _is_aimed(part: str, told: list[frozenset[str]]) -> bool:
    """A target with a value is about the same."""
    words = word_set(part) - _PLAIN
    return len(words) < _LEAST or any(len(words & other) >= _ALIKE * len(words) for other in told)
