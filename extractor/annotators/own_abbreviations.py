"""Abbreviations that a document defines for itself: "VHXH là Phòng Văn hóa - Xã hội", "(gọi tắt là Sở A)"."""

from __future__ import annotations

import re

from extractor.annotators.unit_names import unit_names
from extractor.vietnamese.forms import fold

_LIST = re.compile(
    r"(?:trong (?:kế hoạch|văn bản|báo cáo|quyết định|chương trình|đề án|phụ lục) này|"
    r"(?:các )?(?:chữ |từ |cụm từ )?viết tắt|quy ước(?: viết tắt)?)[^:\n;]{0,60}:"
)
_SHORT = r"[^\W\d_a-zà-ỹ][\w&.-]{0,9}(?:\s[^\W\d_a-zà-ỹ][\w&-]{1,8})?"
_ENTRY = re.compile(
    rf"[\s(“\"]*(?P<short>{_SHORT})[”\"]?\s*(?:là|:|=|–|-)\s*(?P<full>[^\W\d_a-zà-ỹ][^;()\n]{{5,90}}?)[\s).]*"
)
_INLINE = re.compile(
    r"(?P<full>(?:Sở|Văn phòng|Ban|Trung tâm|Phòng|Công an|Hội|Liên đoàn|Cục|Chi cục|Tổ|Ủy ban|Đài|Viện|"
    r"Trường)\s[^().;:\n]{3,80}?)\s*\((?:sau đây )?(?:viết|gọi)(?: tắt)?(?: là)?\s*:?\s*"
    r"[“\"]?(?P<short>[^()“”\"\n]{2,24})[”\"]?\)"
)
_LONGEST = 1500


def own_abbreviations(text: str) -> dict[str, str]:
    """Short forms (folded) with what the document says that they stand for."""
    found: dict[str, str] = {}
    for match in _LIST.finditer(fold(text)):
        stop = text.find("\n", match.end())
        stop = min(stop if stop >= 0 else len(text), match.end() + _LONGEST)
        for piece in text[match.end() : stop].split(";"):
            entry = _ENTRY.fullmatch(piece)
            if entry:
                found.setdefault(fold(entry["short"]), " ".join(entry["full"].split()))
    for inline in _INLINE.finditer(text):
        found.setdefault(fold(inline["short"].strip()), " ".join(inline["full"].split()))
    return found


def own_names(words: str, own: dict[str, str]) -> tuple[str, ...] | None:
    """Full names of a unit written by the document's own short forms; None where it uses none."""
    low = fold(words).strip(" .;")
    if low in own:
        return unit_names(own[low])
    for short, full in own.items():
        place = re.match(rf"{re.escape(short)}(?=\s)", low)
        if place and len(short) > 1:
            return unit_names(f"{full}{words.strip(' .;')[place.end() :]}")
    return None
