"""A whole told with its two classes, those that did and those that did not: they have to come to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.analysis.audit.figures import rounded, shown, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.analysis.audit.sums import AMONG

_N = r"(?<![\w.,/])(?:\d{1,3}(?:\.\d{3})+|\d+)(?![\d/%]|[.,]\d)"
_DID = (
    r"đạt|hoàn thành|có|được|kết nối|triển khai|thực hiện|ban hành|vượt|tham gia|xử lý|áp dụng|sử dụng|"
    r"phát sinh|giải quyết|công bố|phê duyệt"
)
_WHOLE = re.compile(
    rf"(?<!\w)(?:trong(?: tổng)?(?: số)?|tổng số|tổng cộng|có|gồm|giao|theo dõi|đánh giá)\s+"
    rf"(?P<whole>{_N})\s+(?P<noun>[^\W\d_]+)(?P<rest>[^.:;]{{0,90}}?)"
    rf"(?:,? (?:thì |đã |hiện )?có|, trong đó(?: có)?|:|,|;)\s+(?={_N})"
)
_RATIO = re.compile(
    rf"(?<![\d.,/])(?P<part>\d[\d.]*)/(?P<whole>\d[\d.]*)\s+(?P<noun>[^\W\d_]+)(?P<rest>[^.:;\d%]{{0,60}}?)\s"
    rf"(?:đã )?(?P<did>{_DID})(?!\w)"
)
_BEFORE = re.compile(
    r"(?<!\w)(?P<did>đạt|hoàn thành|vượt|xử lý|giải quyết|công bố|phê duyệt)\s+(?:được )?"
    r"(?P<part>\d[\d.]*)/(?P<whole>\d[\d.]*)\s+(?P<noun>[^\W\d_]+)"
    r"(?P<rest>(?: [^\W\d_]+){0,2})"
)
_SENTENCE = re.compile(r"(?:[^.]|\.(?=\d|\w\.))+")
_LEFT_OUT = re.compile(
    r"(?<!\w)(?:còn lại|khác|tạm|chờ|đang|ước|khoảng|hơn|trên \d|dưới \d|mỗi|trở lên)(?!\w)"
)
_WHOLES = sign(_WHOLE, needs=("chưa",)) | sign(_WHOLE, needs=("không",))
_RATIOS = sign(_RATIO, _BEFORE, needs=("/", "chưa")) | sign(_RATIO, _BEFORE, needs=("/", "không"))


class _Part(NamedTuple):
    number: float
    did: str
    failed: bool


def classes(subject: Subject) -> Iterator[Hit]:
    """ "Trong 18 tiêu chí, có 11 tiêu chí đạt và 5 tiêu chí chưa đạt"; "17/20 xã đạt, 04 xã chưa đạt"."""
    for start, words in subject.telling(_WHOLES):
        for sentence in _SENTENCE.finditer(words):
            match = _WHOLE.search(sentence.group())
            behind = words[sentence.end() : sentence.end() + 160]
            parts = _parts(sentence.group()[match.end() :], match["noun"]) if match else []
            if match is None or _LEFT_OUT.search(sentence.group()):
                continue
            other = AMONG.search(sentence.group())
            theirs = other is not None and other.start() == match.start()
            if _opposed(parts) or (_graded(parts, value(match["whole"])) and not theirs):
                yield from _told(subject, start + sentence.start(), match, parts, behind)
    for start, words in subject.telling(_RATIOS):
        for sentence in _SENTENCE.finditer(words):
            found = [m for p in (_RATIO, _BEFORE) for m in p.finditer(sentence.group())]
            for match in {m.start("part"): m for m in found}.values():
                number = value(match["part"])
                rest = _parts(sentence.group()[match.end() :], match["noun"])
                failed = [p for p in rest if p.failed and p.did == match["did"]]
                if number and len(failed) == 1 == len(rest) and not _LEFT_OUT.search(sentence.group()):
                    parts = [_Part(number, match["did"], False), *failed]
                    yield from _told(subject, start + sentence.start(), match, parts, "")


def _parts(words: str, noun: str) -> list[_Part]:
    """Numbers of the thing, each with the verb that tells its class; nothing where one has none."""
    pattern = re.compile(
        rf"(?P<number>{_N})\s+(?:{re.escape(noun)}(?!\w)(?: (?!{_DID}|chưa|không|\d)[^\W\d_]+){{0,4}}? )?"
        rf"(?P<not>(?:vẫn |còn )?(?:chưa|không)(?: được)? )?(?:đã |được )?(?P<did>{_DID})(?!\w)"
    )
    found = list(pattern.finditer(words))
    counted = re.findall(rf"(?:{_N})\s+{re.escape(noun)}(?!\w)", words)
    if len(counted) > len(found):
        return []
    return [_Part(value(m["number"]) or 0, m["did"], bool(m["not"])) for m in found]


def _opposed(parts: list[_Part]) -> bool:
    """One class denies just what another says: nothing is left between them."""
    failed = {p.did for p in parts if p.failed}
    return 2 <= len(parts) <= 4 and len(failed) == 1 and failed <= {p.did for p in parts if not p.failed}


def _graded(parts: list[_Part], whole: float | None) -> bool:
    """ "đạt tối đa", "đạt một phần", "chưa có": several classes, the last that of none, nearly the whole."""
    total = sum(part.number for part in parts)
    nearly = whole is not None and 0.9 * whole <= total <= 1.1 * whole
    return nearly and len(parts) >= 3 and parts[-1].failed


def _told(subject: Subject, at: int, match: re.Match[str], parts: list[_Part], behind: str) -> Iterator[Hit]:
    whole = value(match["whole"])
    numbers = [part.number for part in parts]
    total = rounded(sum(numbers))
    if not whole or total == whole or max(numbers) > whole or not 0.6 * whole <= total <= 1.5 * whole:
        return
    rest = re.findall(rf"({_N})\s+{re.escape(match['noun'])}", behind)
    if any(value(number) == whole - total for number in rest):
        return  # the next sentence tells the others
    figures: dict[str, Figure] = {"declared": whole, "noun": match["noun"] + _short(match["rest"])}
    figures |= {"sum": total, "parts": " + ".join(map(shown, numbers))}
    yield Hit("count-total", figures, (subject.at(at + match.start(), at + len(match.string)),))


def _short(rest: str) -> str:
    word = rest.split(",")[0].split()[:1]
    return f" {word[0]}" if word and word[0].isalpha() else ""
