"""The one kind of event that is counted by two numbers: in the body, and in the row of the annex on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.analysis.audit.clauses import SENTENCE, word_set
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.sections_of_results import results_told
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.structure.annex import header_role
from extractor.vietnamese.forms import squeeze

_NOUNS = r"(?:cuộc|lớp|hội nghị|hội thảo|khóa|khoá|đợt|buổi|chuyên đề)"
_KINDS = (
    r"(?:diễn tập|tập huấn|bồi dưỡng|đào tạo|kiểm tra|thanh tra|tuyên truyền|truyền thông|khảo sát|giao ban|"
    r"sát hạch|đối thoại|thi tìm hiểu)"
)
_N = r"(?<![\w.,/])(\d{1,3})"
_LEAST = r"(?P<least>(?:tối thiểu|ít nhất|trên|từ) )?"
_EVENT = re.compile(rf"{_LEAST}{_N} (?P<noun>{_NOUNS}) (?P<kind>{_KINDS})(?!\w)(?P<rest>[^,;.:(]*)")
_ROW_KIND = re.compile(rf"(?<!\w){_KINDS}(?!\w)")
_ROW_COUNT = re.compile(rf"{_LEAST}{_N} (?P<noun>{_NOUNS})(?!\w)")
_COUNTED = sign(_EVENT)
_PAST = re.compile(
    r"(?<!\w)(?:đã|năm trước|cùng kỳ|lũy kế|kết quả|hiện có|giai đoạn|thêm|mỗi|từng|hằng|hàng)(?!\w)"
)
_TIER = re.compile(
    r"(?<!\w)(?:cấp (?:tỉnh|huyện|xã|cơ sở)|huyện|xã|phường|thực chiến|trực tuyến|quốc gia)(?!\w)"
)
_AUDIENCE = re.compile(r"(?<!\w)(?:cho|trên|tại|trong|với|do|nhằm|để|theo|vào|có|trước|ở|phục vụ)(?!\w)")
_FORMAL = word_set(
    "tổ chức số lượng các được triển khai thực hiện cuộc lớp hội nghị thảo khóa đợt buổi về và công tác "
    "năm một những định kỳ hằng hàng kế hoạch chuyên đề mở"
)
_THEME = frozenset(("chuyển", "đổi", "số", "về", "cho"))
_LED = re.compile(r"(?<!\w)(?:chủ trì|giao)(?!\w)")
_PART = 0.4


class _Event(NamedTuple):
    key: tuple[str, str]
    number: int
    least: bool
    topic: frozenset[str]
    tiers: frozenset[str]
    span: Span
    past: bool = False
    about: str = ""
    """The paragraph that tells it; of a row the lead."""


def events(subject: Subject) -> Iterator[Hit]:
    """ "Tổ chức 03 cuộc diễn tập" in the body, "Số cuộc diễn tập | 02 cuộc" in the annex, and no others."""
    bodies = list(_told(subject))
    rows = list(_rows(subject)) if bodies else []
    for a in bodies:
        same = [b for b in bodies if b.key == a.key], [b for b in rows if b.key == a.key]
        alone = len(same[0]) == 1 and len(same[1]) == 1 and not a.past
        if alone and _apart(a, same[1][0]) and not _told_elsewhere(a, same[1][0]):
            b = same[1][0]
            figures: dict[str, Figure] = {"first": a.number, "second": b.number, "noun": " ".join(a.key)}
            yield Hit("count-stated-twice", figures, (a.span, b.span))


def _apart(a: _Event, b: _Event) -> bool:
    """Other numbers, of what may be one thing, that no "at least" brings together."""
    low, high = sorted((a, b), key=lambda event: event.number)
    other = a.topic and b.topic and not a.topic & b.topic
    return low.number != high.number and low.number >= _PART * high.number and not (
        low.least or other or a.tiers != b.tiers
    )  # fmt: skip


def _told_elsewhere(body: _Event, row: _Event) -> bool:
    """Led by another unit than the row's: another work. With the same one, `twice_counted` tells it, where
    the name of the row says no more."""
    if row.about and row.about in body.about:
        return row.topic <= _THEME | word_set(body.about)
    return bool(row.about and _LED.search(body.about))


def _told(subject: Subject) -> Iterator[_Event]:
    back = results_told(subject)
    for start, words in subject.telling(_COUNTED):
        for clause in SENTENCE.finditer(words) if start not in back else ():
            past = _PAST.search(clause.group()) is not None
            for match in _EVENT.finditer(clause.group()):
                topic = _AUDIENCE.split(match["rest"])[0]
                low = start + clause.start()
                yield _Event(
                    (match["noun"], match["kind"]), int(match[2]), bool(match["least"]), _content(topic),
                    frozenset(_TIER.findall(match["rest"])),
                    subject.at(low + match.start(), low + match.end()), past, words,
                )  # fmt: skip


def _rows(subject: Subject) -> Iterator[_Event]:
    for _, grid in subject.grids:
        roles = [header_role(subject.words(cell))[0] for cell in grid[0]]
        if "name" not in roles:
            continue
        for row in grid[1:]:
            name = subject.low(row[roles.index("name")])
            kinds = set(_ROW_KIND.findall(name))
            cells = [cell for cell in row if cell is not None and cell.end > cell.start]
            told = " | ".join(subject.low(cell) for cell in cells)
            counts = list(_ROW_COUNT.finditer(told))
            if len(kinds) != 1 or len(counts) != 1 or _PAST.search(told):
                continue
            kind, match = kinds.pop(), counts[0]
            lead = subject.low(row[roles.index("lead")]) if "lead" in roles else ""
            topic = _AUDIENCE.split(name.replace(kind, " "))[0]
            yield _Event(
                (match["noun"], kind), int(match[2]), bool(match["least"]), _content(topic),
                frozenset(_TIER.findall(name)), subject.across(cells), about=lead,
            )  # fmt: skip


def _content(words: str) -> frozenset[str]:
    return frozenset(squeeze(re.sub(r"\d+", " ", words)).split()) - _FORMAL
