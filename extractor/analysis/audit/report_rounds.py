"""Rounds of reports: one receiver told two frequencies, members who report after their collector has to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from extractor.analysis.audit.clauses import word_set
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_EVERY = {
    "hằng tháng": r"(?:hằng|hàng|mỗi) tháng",
    "hằng quý": r"(?:hằng|hàng|mỗi) quý|tháng cuối (?:của )?(?:mỗi |hằng )?quý|theo quý",
    "06 tháng": r"(?:định kỳ|báo cáo|kết quả) (?:0?6|sáu) tháng(?! đầu| cuối)",
}
_FREQUENCY = re.compile("|".join(f"(?P<f{i}>{form})" for i, form in enumerate(_EVERY.values())))
_VERB = re.compile(
    r"(?<!\w)(?:tổng hợp,? (?:gửi )?báo cáo|báo cáo|gửi (?:báo cáo|số liệu|kết quả))"
    r"(?: (?:kết quả|số liệu|tình hình|tiến độ|định kỳ|thực hiện|triển khai|kế hoạch|này|nhiệm vụ|"
    r"công việc))*"
    r"(?!\w)"
)
_TO = re.compile(
    r"(?<!\w)(?:(?:về|gửi|cho|đến|tới)(?: về| cho| đến)?|báo cáo) (?P<to>(?:sở|phòng|văn phòng|ubnd|"
    r"ủy ban nhân dân|"
    r"ban chỉ đạo|thường trực|bộ|công an|trung tâm|giám đốc|chủ tịch)(?: (?:- )?[^\W\d_]+){1,6})"
)
_NAME_ENDS = re.compile(
    r" (?:trước|vào|để|theo|hằng|hàng|mỗi|định kỳ|kết quả|tổng hợp|chậm|qua|trong|về|khi|tiến độ|tình hình|"
    r"và (?!\w+ (?:hội|thông|trường|nghệ|tạo|tư|thao|lịch|tin|triển|giáo)(?!\w))) ?"
)
_DAY = re.compile(r"(?:trước|chậm nhất|vào)(?: là)? (?:ngày )?(\d{1,2})(?![\d/])")
_AFTER = re.compile(r"(?:tháng|quý) (?:sau|tiếp theo|kế tiếp)|tháng đầu|đột xuất")
_ONE = re.compile(r"[.;](?!\d)")
_HEAD = re.compile(r"\A(?:[a-z]?\.?\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5})[.)]\s*([^:;.]{4,110})")
_ITEM = re.compile(r"\A(?:[-–+*•]|[a-zđ][.)])")
_BRACKETS, _INSTEAD = (
    re.compile(r"\([^()]{0,60}\)"),
    re.compile(r"(?<!\w)(?:thay (?:cho|vì)|không phải)(?!\w)"),
)
_FAR, _NEAR = 15, 45
_CLOSE = 1200
"""Letters between the duties of one chapter."""
_OF_MANY = re.compile(
    r"(?<!\w)(?:các (?:sở|cơ quan|đơn vị|phòng|ban|địa phương|huyện|xã)|cơ quan (?:đầu mối|chủ trì)|"
    r"đơn vị (?:đầu mối|chủ trì)|ubnd (?:các|cấp)|ủy ban nhân dân (?:các|cấp)|sở, (?:ban|ngành))(?!\w)"
)
_MANY = 60
_PERIODIC = sign(_FREQUENCY, needs=("báo cáo",)), sign(_FREQUENCY, needs=("gửi",))
_FILLING = word_set("các cơ quan đơn vị và của có trách nhiệm định kỳ chỉ tại chế độ thông tin gửi")


class _Round(NamedTuple):
    """A duty to report: who sends to whom, how often, by which day."""

    sender: frozenset[str]
    said: str
    to: str
    every: str
    day: int | None
    span: Span
    gathers: bool = False


def rounds(subject: Subject) -> Iterator[Hit]:
    """Duties to report: one receiver told two frequencies, members who come after their collector."""
    duties = _rounds(subject)[:_MANY]
    yield from _frequencies(duties)
    yield from _late_members(duties)


def _frequencies(duties: Sequence[_Round]) -> Iterator[Hit]:
    """ "Cơ quan chủ trì báo cáo về Sở X … tháng cuối quý", elsewhere the same senders "… hằng tháng"."""
    told: set[str] = set()
    for a, b in combinations(duties, 2):
        if not a.to or a.to != b.to or a.every == b.every or a.to in told or not _same_senders(a, b):
            continue
        told.add(a.to)
        figures: dict[str, Figure] = {"what": f"Báo cáo gửi {a.to}", "first": a.every, "second": b.every}
        yield Hit("deadline-stated-twice", figures, (a.span, b.span))


def _late_members(duties: Sequence[_Round]) -> Iterator[Hit]:
    """ "Các đơn vị gửi Văn phòng trước ngày 28", while the Văn phòng sums up by the 25th."""
    for a in duties:
        for b in duties:
            if a.day is None or b.day is None or a.every != b.every or a.day <= b.day or a.to == b.to:
                continue
            if not _is_collector(a, b):
                continue
            figures: dict[str, Figure] = {
                "receiver": a.to or b.said,
                "every": a.every,
                "first": a.day,
                "second": b.day,
            }
            yield Hit("collected-late", figures, (a.span, b.span))


def _is_collector(a: _Round, b: _Round) -> bool:
    """The receiver of one sums up in the other; where no receiver is told, whoever sums up close by."""
    if a.to:
        return a.to in b.said and b.to not in a.said
    near = abs((a.span.start or 0) - (b.span.start or 0)) <= _CLOSE
    return near and b.gathers and bool(b.said) and b.to not in a.said and not _OF_MANY.search(b.said)


def _same_senders(a: _Round, b: _Round) -> bool:
    least = min(len(a.sender), len(b.sender))
    return least > 0 and 2 * len(a.sender & b.sender) > least and len(a.sender ^ b.sender) <= 3


def _rounds(subject: Subject) -> list[_Round]:
    found = []
    for start, words in subject.telling(_PERIODIC[0] | _PERIODIC[1]):
        at = 0
        for sentence in _ONE.split(words):
            duty = _round(subject, start + at, sentence)
            if duty is not None:
                found.append(duty)
            at += len(sentence) + 1
    return found


def _round(subject: Subject, start: int, whole: str) -> _Round | None:
    sentence = _INSTEAD.split(_BRACKETS.sub("", whole))[0]
    verbs = list(_VERB.finditer(sentence))
    pairs = ((v, to) for to in _TO.finditer(sentence) for v in reversed(verbs) if v.start() <= to.start())
    verb, to = next(pairs, (None, None))
    kinds = {i for found in _FREQUENCY.findall(sentence) for i, word in enumerate(found) if word}
    if verb is None and verbs and _OF_MANY.search(sentence[: verbs[0].start()]) and len(kinds) == 1:
        return _to_nobody(subject, start, whole, verbs[0], list(_EVERY)[kinds.pop()])
    if verb is None or to is None or len(kinds) != 1 or _AFTER.search(sentence):
        return None
    if to.start() > verb.end() + _NEAR:
        return None  # the report of some matter, not that of the work
    sender = _sender(subject, start, sentence[: verb.start()])
    name = _NAME_ENDS.split(f"{to['to']} ")[0].strip()
    day = _DAY.search(sentence)
    span = subject.at(start + verb.start(), start + len(whole))
    words = word_set(sender) - _FILLING
    gathers = "tổng hợp" in sentence[: verb.end()]
    return _Round(words, sender, name, list(_EVERY)[kinds.pop()], int(day[1]) if day else None, span, gathers)


def _to_nobody(subject: Subject, start: int, whole: str, verb: re.Match[str], every: str) -> _Round | None:
    """ "Cơ quan đầu mối báo cáo kết quả trước ngày 20 …": members whose receiver is not told."""
    sender = _sender(subject, start, whole[: verb.start()])
    day = _DAY.search(whole, verb.end())
    if "tổng hợp" in whole or day is None or _AFTER.search(whole):
        return None
    span = subject.at(start + verb.start(), start + len(whole))
    return _Round(word_set(sender) - _FILLING, sender, "", every, int(day[1]), span)


def _sender(subject: Subject, start: int, before: str) -> str:
    """Who has to report: the words before, else the heading that the item stands under."""
    own = re.sub(r"\A\s*(?:[-–+*•]|[a-zđ\d]{1,2}[.)])\s*", "", before).strip(" ,:")
    own = own.rsplit(":", 1)[-1].strip()
    if len(own.split()) >= 2 and re.search(
        r"(?<!\w)(?:các|cơ quan|đơn vị|ubnd|sở|phòng|văn phòng|ban|xã)(?!\w)", own
    ):
        return own
    spans = subject.paragraphs
    i = bisect_right(spans, (start, len(subject.text))) - 1
    for low, high in reversed(spans[max(0, i - _FAR) : i + 1]):
        words = subject.folded[low:high]
        head = None if _ITEM.match(words) else _HEAD.match(words)
        if head:
            return head[1]
    return ""
