"""A number of units against their names in the bracket behind it: "03 sở (Sở Y tế, Sở Nội vụ)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_NAMED = re.compile(
    r"(?<![\w.,/])(\d{1,2}) (sở|huyện|xã|phường|thị trấn|thôn|trường|bệnh viện|chi cục|phòng|tỉnh)(?!\w)"
    r"[^.;:()\d,]{0,40}?\(\s*(?:gồm:? |là:? |bao gồm:? )?([^()\d:]{6,400})\)"
)
# "cho 05 đơn vị: Bệnh viện A, Bệnh viện B, TTYT huyện C."
_RUN = re.compile(
    r"(?<![\w.,/])(\d{1,2}) (đơn vị|cơ quan|cơ sở|sở|bệnh viện|trường|phòng)(?!\w)"
    r"[^.;:()\d,]{0,60}?(?:,? (?:bao )?gồm| là)?\s?:\s*([^.;:()\d\n]{8,500})(?:\.(?=\s|$)|$)"
)
_HEAD = re.compile(
    r"(?:Sở|Bộ|Ban|UBND|Ủy ban|Văn phòng|Phòng|Công an|Thanh tra|Chi cục|Cục|Trung tâm|TTYT|Bệnh viện|BV|"
    r"Trường|Đài|Báo|Hội|Tỉnh đoàn|Viện|Bảo hiểm|BHXH|Kho bạc|Trạm|Bưu điện|Viễn thông|Điện lực|Chi nhánh|"
    r"Thư viện|Bảo tàng)(?: [^,;]+)?"
)
_OPEN = re.compile(r"\.\.\.|…|v\.v|trong đó|tiêu biểu|điển hình|như|ví dụ|mỗi|cũ|trừ|tương đương|đạt")
_NAME = re.compile(r"(?:[A-ZĐ]|[^\x00-\x7f])[^\W\d_]*(?:[ '’-][^\W\d_]+){0,4}")
_UNITS, _RUNS = sign(_NAMED, needs=("(",)), sign(_RUN, needs=(":", ","))


def units(subject: Subject) -> Iterator[Hit]:
    """ "04 huyện (Mường Tè, Sìn Hồ, Phong Thổ)", "03 sở (Sở Y tế, Sở Nội vụ)": names against the number."""
    for start, words in subject.telling(_UNITS):
        for match in _NAMED.finditer(words):
            printed = subject.text[start + match.start(3) : start + match.end(3)]
            told = 0 if _OPEN.search(match[3]) else _count(printed, match[2])
            if told >= 2 and told != int(match[1]):
                figures: dict[str, Figure] = {"noun": match[2], "declared": int(match[1]), "listed": told}
                yield Hit("list-count", figures, (subject.around(start, match),))


def in_line(subject: Subject) -> Iterator[Hit]:
    """ "cho 05 đơn vị: Bệnh viện A, Bệnh viện B, TTYT huyện C.": names of units behind a colon."""
    for start, words in subject.telling(_RUNS):
        for match in _RUN.finditer(words):
            printed = subject.text[start + match.start(3) : start + match.end(3)]
            names = [name.strip() for name in re.split(r"[,;]| và (?=[A-ZĐ])", printed)]
            plain = all(_HEAD.fullmatch(name) for name in names) and not _OPEN.search(match[3])
            if plain and len(names) > 1 and len(names) != int(match[1]):
                figures: dict[str, Figure] = {"noun": match[2], "declared": int(match[1])}
                figures["listed"] = len(names)
                yield Hit("list-count", figures, (subject.around(start, match),))


def _count(printed: str, noun: str) -> int:
    """How many names: as often as each opens with the noun, else as many as commas part; 0 where unsure."""
    opened = len(re.findall(rf"(?<!\w){noun}(?!\w)", printed, re.IGNORECASE))
    if opened:
        return opened if re.match(noun, printed.strip(), re.IGNORECASE) and opened > 1 else 0
    names = [name.strip() for name in re.split(r"[,;]| và ", printed)]
    plain = all(name and _NAME.fullmatch(name) and name[0].isupper() for name in names)
    return len(names) if plain and noun in ("huyện", "xã", "phường", "thị trấn", "thôn", "tỉnh") else 0
