"""How many of a standing thing the place has: one whole told by two nearly equal numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.clauses import SENTENCE
from extractor.analysis.audit.figures import value
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_THINGS = (
    r"tổ công nghệ số cộng đồng|thủ tục hành chính|thôn, tổ dân phố|thôn, bản, tổ dân phố|thôn, bản|"
    r"ấp, khu phố|"
    r"ấp, khóm|thôn, buôn|trạm y tế|cơ sở y tế|cơ sở giáo dục|trường học|hộ gia đình|doanh nghiệp|hợp tác xã|"
    r"dịch vụ công trực tuyến|hệ thống thông tin|nhà văn hóa|trạm bts|máy trạm|máy chủ|camera|bộ dữ liệu"
)
_WHOLE = re.compile(
    r"(?<!\w)(?:(?:toàn tỉnh|toàn huyện|tỉnh|huyện|thành phố|địa bàn(?: tỉnh| huyện)?) (?:hiện |đang |"
    r"hiện nay )?(?:có|gồm|quản lý)|"
    r"tổng số|tất cả|toàn bộ|trong số|trên tổng số|cho cả|hoạt động của|100% (?:của )?) ?"
    rf"(?P<number>\d{{1,3}}(?:\.\d{{3}})*|\d{{2,5}})(?![\d/]|[.,]\d) (?P<thing>{_THINGS})(?!\w)"
    r"(?=\s*(?:[.,;:)(]|\Z|của (?:tỉnh|huyện)|trên địa bàn|với|hoạt động|tại|ở các|và))"
)
_WHOLES = sign(re.compile(rf"\d (?:{_THINGS})(?!\w)"))
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:phấn đấu|mục tiêu|đến năm|đến hết năm|năm trước|cuối năm|tăng|giảm|thêm|mới|thành lập|còn|"
    r"chưa|"
    r"năm 20\d\d|sáp nhập|cấp tỉnh|cấp huyện|cấp xã)(?!\w)"
)
_NEAR, _LEAST = 0.85, 20


def totals(subject: Subject) -> Iterator[Hit]:
    """ "Toàn tỉnh có 756 Tổ công nghệ số cộng đồng", elsewhere "hoạt động của 765 Tổ …"."""
    found: dict[str, dict[float, Span]] = {}
    for start, words in subject.telling(_WHOLES):
        for sentence in SENTENCE.finditer(words):
            if _OTHER_TIME.search(sentence.group()):
                continue
            for match in _WHOLE.finditer(sentence.group()):
                number = value(match["number"]) or 0.0
                span = subject.around(start + sentence.start(), match)
                found.setdefault(match["thing"], {}).setdefault(number, span)
    for thing, numbers in found.items():
        low, high = min(numbers), max(numbers)
        if low != high and low >= _LEAST and low >= _NEAR * high:
            figures: dict[str, Figure] = {"noun": thing, "first": int(high), "second": int(low)}
            yield Hit("count-stated-twice", figures, (numbers[high], numbers[low]))
