"""Signatures of a deputy without the words that he signs for the head ("KT. CHỦ TỊCH")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.letters import LOWER, UPPER

_FOR_THE_COUNCIL = re.compile(
    rf"(?<!\w)TM\s?[./]?\s*(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND)(?:[^\S\n]+[{UPPER}]{{2,12}}){{0,6}}"
    rf"[\s|*_]{{1,12}}(?P<post>PHÓ CHỦ TỊCH)(?!\w)"
)
_ALONE = re.compile(
    r"^[\s|*_]{0,6}(?P<post>PHÓ (?:GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|TRƯỞNG PHÒNG|"
    r"CHÁNH THANH TRA|TỔNG GIÁM ĐỐC|HIỆU TRƯỞNG))[\s|*_]{0,6}$",
    re.MULTILINE,
)
_IN_PLACE = re.compile(r"(?<!\w)(?:K\s?\.?\s?T|TUQ|T\s?\.?\s?L|Q|QUYỀN|PHỤ TRÁCH)\s?[./]?(?=\s)")
_BEFORE = 90


def deputies(subject: Subject) -> Iterator[Hit]:
    """ "TM. ỦY BAN NHÂN DÂN / PHÓ CHỦ TỊCH": in whose place does he sign?"""
    text = subject.text
    if "PHÓ " not in text:
        return
    for match in (*_FOR_THE_COUNCIL.finditer(text), *_ALONE.finditer(text)):
        at = match.start("post")
        before = text[max(0, at - _BEFORE) : at]
        if _IN_PLACE.search(before) or (match.re is _ALONE and not _is_signature(text, match.end())):
            continue
        figures: dict[str, Figure] = {"printed": match["post"].strip()}
        figures["head"] = match["post"].removeprefix("PHÓ ").strip()
        yield Hit("deputy-without-head", figures, (subject.at(match.start(), match.end("post")),))
        return


_SIGNED = re.compile(
    r"[\s|*_]{0,10}(?:\(?\s*(?:đã ký|đã kí|ký tên|signed)[^\n]{0,30}\n[\s|*_]{0,10})?"
    rf"(?:[{UPPER}][{LOWER}]+ ){{1,4}}[{UPPER}][{LOWER}]+[\s|*_]*(?:\n|$)"
)


def _is_signature(text: str, end: int) -> bool:
    """A name stands below the post."""
    return bool(_SIGNED.match(text, end))
