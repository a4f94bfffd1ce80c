"""A number of things announced before a list that runs on in the same sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.listed import NUMBER_WORDS, read_number
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_WORDS = [word for word, number in NUMBER_WORDS.items() if number > 2]
_LIST = re.compile(
    r"(?<![\w.,/])(?<!trong )(?<!hàng )(?<!hằng )(?<!mỗi )(?<!của )(?<!cuối )(?<!đầu )"
    rf"(0?[3-9]|1\d|{'|'.join(_WORDS)}) "
    r"((?:nhóm )?(?:nhóm|chỉ số|văn bản|nội dung|nhiệm vụ|giải pháp|lĩnh vực|nền tảng|chương trình|"
    r"trọng tâm|trụ cột|khâu|mục tiêu|hệ thống|cơ sở dữ liệu|mô hình|ứng dụng|kế hoạch|dự án)(?!\w))"
    r"[^.:;()\d]{0,80}?(?:,? (?:bao )?gồm(?: có)?| là| như sau| sau đây|)\s?:\s"
    r"(?P<items>[^.:()\n\d]{10,500})(?:\.(?=\s|$)|$)"
)
_RUNS = sign(_LIST, needs=(":",))
_MORE = re.compile(
    r"\.\.|…|v\.v|(?<!\w)(?:trong đó|tiêu biểu|như(?! sau)|các|và một số|khác|với|nhất là|nổi bật)(?!\w)"
)
_LONGEST_NAME = 8
_BODIES = re.compile(r"(?<!\w)(?:Sở|Bộ|Ban|Ủy ban|UBND|Phòng|Hội|Trung tâm|Công an)(?!\w)")


def lists(subject: Subject) -> Iterator[Hit]:
    """ "chọn năm nhóm chỉ số, gồm: A, B, C và D.": five announced, four named."""
    for start, words in subject.telling(_RUNS):
        for match in _LIST.finditer(words):
            items = match["items"]
            if _MORE.search(words, match.end(2), match.end("items")) or _MORE.match(words, match.end()):
                continue
            at = start + match.start("items")
            counted = _counts(subject.text[at : at + len(items)])
            declared = read_number(match[1])
            if not counted or declared in counted or not 0.5 <= max(counted) / declared <= 1.5:
                continue
            figures: dict[str, Figure] = {"noun": match[2], "declared": declared, "listed": max(counted)}
            yield Hit("list-count", figures, (subject.around(start, match),))


def _counts(items: str) -> set[int]:
    """How many names a list holds, by each way to read its "và"; empty where commas may stand in names."""
    if ";" in items:
        parts = [part for part in items.split(";") if part.strip()]
        last = parts[-1].count(" và ")
        return {len(parts), len(parts) + last} if len(parts) > 1 else set()
    names = [name.strip() for name in items.split(",")]
    tail = names[-1].rsplit(" và ", 1)
    whole = [*names[:-1], *(part.strip() for part in tail)]
    if len(tail) < 2 or len(whole) < 3 or _BODIES.search(items):
        return set()
    # names of a fixed list begin with a capital; one that does not may belong to the name before it
    if any(not name[:1].isupper() or len(name.split()) > _LONGEST_NAME for name in whole):
        return set()
    return {len(names), *range(len(whole), len(names) + items.count(" và ") + 1)}
