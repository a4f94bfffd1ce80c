"""Clauses of time beside a unit's name: no unit is a deadline, and none is named with one.

"Chủ trì: Sở A. Hoàn thành trước ngày 20/9/2024.": the label's value goes on to the end of the item, and with
it goes what tells by when the work is to be done.
"""

from __future__ import annotations

import re

from extractor.vietnamese.forms import fold

_DATE = r"(?:ngày\s)?\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?(?:19|20)\d\d)?(?!\d)"
_PERIOD = (
    rf"(?:{_DATE}|ngày\s\d{{1,2}}\stháng\s\d{{1,2}}|tháng\s\d{{1,2}}(?!\d)|quý\s(?:[ivx]{{1,3}}|\d)(?!\w)|"
    r"năm\s(?:học\s)?(?:19|20)\d\d|(?:19|20)\d\d(?!\d)|(?:giữa|cuối|đầu|hết|trong)\s(?:năm|quý|tháng)(?!\w))"
)
_WHEN = (
    r"(?:trước|sau|trong|vào|từ|đến hết|đến|hết|chậm nhất(?:\slà)?|muộn nhất(?:\slà)?|không muộn hơn|"
    r"kể từ|cuối|đầu|giữa)"
)
_DONE = (
    r"(?:phải\s|cần\s)?(?:hoàn thành|hoàn tất|xong|kết thúc|thực hiện|triển khai|báo cáo|duy trì)(?:\sxong)?"
)
_LASTING = (
    r"(?:thường xuyên|(?:hằng|hàng)\s(?:năm|quý|tháng|tuần|ngày)|định kỳ(?:\s(?:hằng|hàng)\s\w+)?|"
    r"(?:liên tục|suốt|cả)\s(?:trong\s)?năm(?:\s\d{4})?)"
)
_LABEL = r"(?:thời gian|thời hạn|tiến độ|hạn)(?:\s(?:thực hiện|hoàn thành|chót|cuối))?\s*:?"
_CLAUSE = re.compile(
    rf"(?:{_LABEL}\s*|{_DONE}\s*:?\s*)?(?:(?:{_WHEN}\s){{0,3}}{_PERIOD}.*|{_LASTING}(?=[\s.;,]*$).*)"
    rf"|{_LABEL}\s.*|{_DONE}\s+(?:{_WHEN}\s){{1,3}}.*",
    re.DOTALL,
)
_TAIL = re.compile(
    rf"[\s,;(–-]+(?:(?:{_DONE}|{_LABEL})\s*:?\s*)?(?:{_WHEN}\s){{1,3}}{_PERIOD}.*$"
    rf"|\s*[,;(]\s*{_DATE}[\s.)]*$",  # a bare date only behind a mark: "Trung tâm 2/9" is a name
    re.DOTALL,
)


def is_time_clause(text: str) -> bool:
    """Whether a part of a list of units only says by when ("hoàn thành trong quý III/2024")."""
    return _CLAUSE.fullmatch(fold(text).strip(" .;,:()–-")) is not None


def without_time(text: str) -> int:
    """How much of a unit as written is its name: up to a clause of time behind it ("Sở A, trước 30/6")."""
    tail = _TAIL.search(fold(text))
    return tail.start() if tail else len(text)
