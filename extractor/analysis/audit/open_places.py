"""Names that were left as dots in a sentence, and figures that are said not to be whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.model import Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_DOTS = r"(?:\.{4,}|…[.…]+|_{4,})"
_NAMELESS = re.compile(
    rf"(?<!\w)(?:đồng chí|ông|bà|ông \(bà\)|công ty|doanh nghiệp|đơn vị|sở|phòng|huyện|xã|tổ|điện thoại|"
    rf"số máy|email|"
    rf"địa chỉ|họ và tên|cơ quan|nhà thầu|do|giao|tại|chủ trì:)\s*:?\s*{_DOTS}\s*(?=[^\W\d_]|[,;(])"
)
_FORM = re.compile(r"\A[*_#\s]*(?:biểu mẫu|mẫu|phiếu|đề cương|biên bản|giấy)(?!\w)")
_MANY = 6
_PARTIAL = re.compile(
    r"\d[\d.,]*(?:\s*%|(?: ?[^\W\d_]+){1,4})?\s*\((?P<note>(?:mới|chỉ mới|mới chỉ) (?:có|gồm|tính|thống kê|"
    r"cập nhật|thu thập)"
    r"[^()\d]{2,60}|chưa (?:tính|kể|gồm|bao gồm|có số|cập nhật|thống kê|đầy đủ)(?!\s*(?:thuế|vat|"
    r"dự phòng))[^()\d]{0,60}"
    r"|(?:số liệu |số )?(?:chưa đầy đủ|ước chưa chính thức|tạm tính|thiếu [^()\d]{3,50}))\)"
)
_NOTED = re.compile(r"\((?:mới|chỉ mới|chưa|số|tạm tính|ước|thiếu) ?")
_UNNAMED, _UNWHOLE = sign(re.compile(_DOTS)), sign(_NOTED, needs=("(",))


def names(subject: Subject) -> Iterator[Hit]:
    """ "đồng chí ……… làm đầu mối": a name that was never filled in; not in forms that are to be filled
    in."""
    found = [
        (start, match) for start, words in subject.telling(_UNNAMED) for match in _NAMELESS.finditer(words)
    ]
    if not found or len(found) > _MANY:
        return
    for start, match in found:
        if not is_in_form(subject, start):
            printed = subject.text[start + match.start() : start + match.end()].strip()
            yield Hit("blank-figure", {"printed": printed}, (subject.around(start, match, 0, 40),))


def is_in_form(subject: Subject, at: int) -> bool:
    """Whether a place stands behind the heading of a form."""
    return any(start < at and len(words) < 120 and _FORM.match(words) for start, words in subject.prose)


def partial(subject: Subject) -> Iterator[Hit]:
    """ "45% (mới có số của Thái Bình cũ)", "1.200 hộ (chưa tính vùng cao)": a figure of a part only."""
    for start, words in subject.bearing(_UNWHOLE):
        for match in _PARTIAL.finditer(words):
            span = subject.around(start, match)
            yield Hit("partial-figure", {"printed": span.quote}, (span,))
