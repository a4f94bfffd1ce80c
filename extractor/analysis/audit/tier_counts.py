"""Numbers of communes and of what is below them (thôn, ấp, khóm) beside the whole that is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.analysis.audit.wholes import told_communes

_TIER = r"(?:thôn|ấp|bản|khóm|khu phố|tổ dân phố|buôn|xóm)"
_TIERS = rf"(?P<noun>{_TIER}(?:(?:, | và |/){_TIER})*)(?!\w)"
_COMMUNES = r"(?P<noun>(?:xã|phường)(?:(?:, | và )(?:xã|phường|thị trấn|đặc khu))+)(?!\w)"
_WHOLE = re.compile(
    r"(?<!\w)(?:(?:toàn|cả) (?:xã|phường|thị trấn|đặc khu|huyện|tỉnh|địa bàn)|"
    r"(?:xã|phường|thị trấn|đặc khu|địa bàn)(?: [^\W\d_]+){0,3}) "
    rf"(?:hiện )?(?:có|gồm) (?P<n>\d{{1,4}}) {_TIERS}|(?<![\d.,/])(?P<all>\d{{1,4}})/(?P=all) "
    + _TIERS.replace("noun", "noun2")
)
_PART = r"(?<!\w)(?:tại|ở|của|cho|trên|đến|tới|từ|cả|tất cả|toàn bộ) (?:cả )?(?P<n>\d{1,4}) "
_NOT_ALL = (
    r"(?! (?:đã|đạt|có|còn|chưa|được|hoàn thành|tham gia|thuộc|của|miền|vùng|biên giới|ven biển|nghèo|trong|"
    r"trọng điểm|còn lại|khác|thí điểm|này|đặc biệt|khó khăn|nông thôn|mới|sau|trước|cũ)(?!\w))"
)
_TIER_TOLD = re.compile(_PART + _TIERS + _NOT_ALL)
_COMMUNES_TOLD = re.compile(_PART + _COMMUNES + _NOT_ALL)
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:trước (?:đây|khi)|sau (?:khi )?sắp xếp|sáp nhập|cùng kỳ|năm trước)(?!\w)"
)
_WHOLES, _TOLD_TIERS = sign(_WHOLE), sign(_TIER_TOLD)
_TOLD_COMMUNES = sign(_COMMUNES_TOLD)
_FEWEST, _MORE, _LESS = 5, 1.5, 0.97
"""Units that a whole has at least; how many times it a slip may be."""


def tiers(subject: Subject) -> Iterator[Hit]:
    """ "tổ công nghệ số của 14 khóm" where "Toàn phường có 12 khóm"."""
    wholes: dict[str, dict[int, Span]] = {}
    for start, words in subject.bearing(_WHOLES):
        for match in _WHOLE.finditer(words):
            noun, number = match["noun"] or match["noun2"], int(match["n"] or match["all"])
            wholes.setdefault(noun, {}).setdefault(number, subject.around(start, match))
    yield from _beside(subject, wholes, (_TOLD_TIERS, _TIER_TOLD))


def communes(subject: Subject) -> Iterator[Hit]:
    """ "tại 218 xã, phường, thị trấn" where "Cả 216 xã, phường, thị trấn" tells the whole."""
    if subject.extraction.document.level in ("province", "district"):
        yield from _beside(subject, {"": told_communes(subject)}, (_TOLD_COMMUNES, _COMMUNES_TOLD))


def _beside(
    subject: Subject, wholes: dict[str, dict[int, Span]], sought: tuple[int, re.Pattern[str]]
) -> Iterator[Hit]:
    """Numbers near the one whole of a noun (of any noun where it has none), but not it."""
    reported = set[tuple[str, int]]()
    for start, words in subject.bearing(sought[0]):
        for match in sought[1].finditer(words):
            whole = wholes.get(match["noun"]) or wholes.get("", {})
            number = int(match["n"])
            if len(whole) != 1 or _OTHER_TIME.search(words) or (match["noun"], number) in reported:
                continue
            [(all_, span)] = whole.items()
            if all_ < _FEWEST or number == all_ or not _LESS * all_ <= number <= _MORE * all_:
                continue
            reported.add((match["noun"], number))
            figures: dict[str, Figure] = {"noun": match["noun"], "first": all_, "second": number}
            yield Hit("count-stated-twice", figures, (span, subject.around(start, match)))
