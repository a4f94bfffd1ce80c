"""One standing duty ("cơ quan thường trực", "đầu mối tổng hợp") that two units are told to have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.assigned_twice import owner
from extractor.analysis.audit.coverage import named_apart, vague_kind
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.annotators.units import find_units

_DUTY = re.compile(
    r"(?<!\w)(?:là|làm) (?:cơ quan |đơn vị )(?P<duty>thường trực|đầu mối)(?:,? (?:đầu mối|theo dõi|tham mưu|"
    r"tổng hợp|"
    r"đôn đốc|giúp|"
    r"và|việc|ubnd (?:tỉnh|huyện|xã)|của|cho))*(?P<of>[^.;,:]{0,40})"
)
_OF = re.compile(
    r"(?<!\w)(ban chỉ đạo|kế hoạch|tổ giúp việc|đề án \d+|đề án|chương trình|dti|chỉ số dti|"
    r"báo cáo)(?!\w)"
)
_DUTIES = sign(_DUTY, needs=("thường trực",)) | sign(_DUTY, needs=("đầu mối",))


def duties(subject: Subject) -> Iterator[Hit]:
    """ "Sở A là cơ quan thường trực của Kế hoạch", elsewhere "Văn phòng … là cơ quan thường trực …"."""
    starts = [start for start, _ in subject.paragraphs]
    first: dict[tuple[str, str], tuple[str, Span]] = {}
    told: set[tuple[str, str]] = set()
    for start, words in subject.telling(_DUTIES):
        for match in _DUTY.finditer(words):
            name = _named(subject, start, match) or owner(subject, starts, start)
            of = _OF.search(match["of"])
            if not name or vague_kind(name) or of is None:
                continue
            key = (match["duty"], of[1])
            span = subject.around(start, match, min(60, match.start()))
            earlier = first.setdefault(key, (name, span))
            if key in told or not named_apart(earlier[0], name):
                continue
            told.add(key)
            figures: dict[str, Figure] = {"what": f"Cơ quan {key[0]} {key[1]}", "first": earlier[0]}
            figures["second"] = name
            yield Hit("lead-stated-twice", figures, (earlier[1], span))


def _named(subject: Subject, start: int, match: re.Match[str]) -> str:
    """The unit right before the words; none where the sentence is about its heading's unit."""
    low = max(0, match.start() - 90)
    units = find_units(subject.text[start + low : start + match.start()])
    if not units or low + units[-1].end < match.start() - 2 or len(units[-1].names) != 1:
        return ""
    return units[-1].names[0]
