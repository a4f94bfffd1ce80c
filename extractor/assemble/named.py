"""Indicators that a unit is given by their names: "chủ trì hai chỉ số: tỷ lệ A; tỷ lệ B".

Also "chủ trì chỉ số tỷ lệ A và chỉ số số lượng B", "phụ trách các chỉ số về điểm phục vụ …; hộ gia đình …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor import gazetteers
from extractor.catalog.matcher import Matcher
from extractor.vietnamese.forms import fold

_CHARGE = re.compile(
    r"(?<!\w)(?:chủ trì|phụ trách|chịu trách nhiệm|làm đầu mối|là đầu mối)"
    r"(?:,?\s(?:và|tham mưu|tính toán|công bố|thực hiện|triển khai|theo dõi|cải thiện|nâng cao|về|đối với|"
    r"kết quả|điểm)){0,5}"
    r"\s(?:(?:các|những|hai|ba|bốn|năm|0?\d)\s){0,2}(?:chỉ số|chỉ tiêu)(?:\s(?:thành phần|con|sau))?"
    r"(?:\svề)?\s*(?P<mark>:?)\s*(?=[^\W\d_])"
)
_TOPIC = re.compile(r"(?:về\s)?[^:;.,]{3,40}:\s*")  # "các chỉ số về kinh phí: …": what all of them are about
_STOP = re.compile(r"\.(?=\s+\S|\s*$)|$")
_MEMBER = re.compile(
    r"\s*(?:;\s*(?:và\s)?|(?:,|,?\s(?:và|cùng))\s"
    r"(?=(?:các\s)?(?:chỉ số|chỉ tiêu|tỷ lệ|tỉ lệ|số lượng|mức độ|tổng)\s))"
)
_NAME_CUE = re.compile(r"(?:các\s)?(?:chỉ số|chỉ tiêu)\s(?:về\s)?")
_SURE = 90.0
"""Score of a part that opens with a verb, which as likely tells further work as the name of an indicator."""


def named_codes(text: str, matcher: Matcher) -> list[str]:
    """Codes of the indicators that the text gives to somebody by name, in order; [] where it names none."""
    flat = " ".join(text.split())
    found: list[str] = []
    for number, words in enumerate(_names(flat)):
        match = matcher.match(words)
        if match.code is None or (number and _opens_with_verb(words) and match.score < _SURE):
            continue
        found += [code for code in _several(words, match.code, matcher) if code not in found]
    return found


def _names(text: str) -> Iterator[str]:
    low = fold(text)
    for charge in _CHARGE.finditer(low):
        start = charge.end()
        stop = _STOP.search(low, start)
        end = stop.start() if stop else len(low)
        topic = _TOPIC.match(low, start, end)
        start = topic.end() if topic else start
        yield from _parts(text[start:end])


def _parts(text: str) -> Iterator[str]:
    """Each name without "chỉ số" before it."""
    low, start = fold(text), 0
    cuts = [*((m.start(), m.end()) for m in _MEMBER.finditer(low)), (len(low), len(low))]
    for a, b in cuts:
        cue = _NAME_CUE.match(low, start, a)
        piece = text[cue.end() if cue else start : a].strip(" ,.;:")
        if piece:
            yield piece
        start = b


def _several(words: str, code: str, matcher: Matcher) -> list[str]:
    """The codes of one name, which may share its head: "kinh phí chi thường xuyên cho A và cho B"."""
    several = matcher.match_all(words)
    return several if code in several and len(several) > 1 else [code]


def _opens_with_verb(words: str) -> bool:
    low = fold(words)
    return any(low.startswith(fold(row["verb"]) + " ") for row in gazetteers.rows("verbs"))
