"""A big number that is told twice of one thing, once with digits that changed places or one misread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from extractor.analysis.audit.clauses import SENTENCE
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_TOLD = re.compile(
    r"(?<![\w.,/-])(?P<n>\d{1,3}(?:\.\d{3})+)(?![\d/%]|[.,]\d) (?P<noun>[^\W\d_]+(?: [^\W\d_]+){0,3})"
)
_COUNTED = sign(_TOLD)
_OTHER = re.compile(
    r"(?<!\w)(?:phấn đấu|mục tiêu|kế hoạch (?:giao|đề ra|là)|đến (?:hết )?năm|cùng kỳ|năm trước|so với|"
    r"tăng|giảm|thêm|mới|trong đó|còn|chưa|cấp xã|cấp huyện|tháng \d|quý)(?!\w)"
)
"""Words that make a number one of another time, or of a part."""
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ALONE = frozenset(("tổ", "hộ", "xã", "thôn", "ấp", "bản", "máy", "trạm", "lớp", "trường"))
"""Nouns that one syllable names."""
_NO_THING = frozenset(("đồng", "triệu", "tỷ", "điểm", "m", "km", "ha", "giờ", "ngày"))
_BESIDE, _DIGITS = 30, 4
_FEW = 3
"""Numbers of one thing above which they tell different parts of it."""


class _Told(NamedTuple):
    printed: str
    noun: tuple[str, ...]
    years: frozenset[str]
    span: Span


def numbers(subject: Subject) -> Iterator[Hit]:
    """ "7.412 thành viên" in one section, "7.214 thành viên" in another."""
    by_noun: dict[str, list[_Told]] = {}
    for told in _all(subject):
        by_noun.setdefault(told.noun[0], []).append(told)
    for found in by_noun.values():
        reported = set[frozenset[str]]()
        for a, b in combinations(found, 2):
            pair = frozenset((a.printed, b.printed))
            if len(pair) == 1 or pair in reported or not _near(a.printed, b.printed) or not _same(a, b):
                continue
            if _misread(a.printed, b.printed) and len({t.printed for t in found if _same(a, t)}) > _FEW:
                continue
            reported.add(pair)
            noun = " ".join(w for w, v in zip(a.noun, b.noun, strict=False) if w == v)
            figures: dict[str, Figure] = {"noun": noun, "first": _number(a), "second": _number(b)}
            yield Hit("count-stated-twice", figures, (a.span, b.span))


def _all(subject: Subject) -> Iterator[_Told]:
    """Numbers above a thousand that are no round ones, in sentences that tell of what there is."""
    for start, words in subject.bearing(_COUNTED):
        for sentence in SENTENCE.finditer(words):
            for match in _TOLD.finditer(sentence.group()):
                before = sentence.group()[max(0, match.start() - _BESIDE) : match.start()]
                noun = tuple(match["noun"].split())
                if _is_round(match["n"]) or noun[0] in _NO_THING or _OTHER.search(before):
                    continue
                span = subject.around(start + sentence.start(), match)
                yield _Told(match["n"], noun, frozenset(_YEAR.findall(sentence.group())), span)


def _is_round(printed: str) -> bool:
    """Few digits before the noughts: "1.520" and "1.250" may well be two things."""
    return printed.endswith("0") and len(printed.replace(".", "").rstrip("0")) < _DIGITS


def _number(told: _Told) -> int:
    return int(told.printed.replace(".", ""))


def _same(a: _Told, b: _Told) -> bool:
    """Of one thing: two words of it are the same, or the one that names it; of years that do not differ."""
    if a.years and b.years and a.years != b.years:
        return False
    return a.noun[0] == b.noun[0] and (a.noun[0] in _ALONE or (len(a.noun) > 1 and a.noun[:2] == b.noun[:2]))


def _near(one: str, two: str) -> bool:
    return _turned(one, two) or _misread(one, two)


def _apart(one: str, two: str) -> list[tuple[str, str]]:
    return [(x, y) for x, y in zip(one, two, strict=True) if x != y] if len(one) == len(two) else []


def _turned(one: str, two: str) -> bool:
    """Two digits changed places."""
    apart = _apart(one, two)
    return len(apart) == 2 and apart[0] == apart[1][::-1]


def _misread(one: str, two: str) -> bool:
    """One digit behind the first differs."""
    return len(_apart(one, two)) == 1 and one[0] == two[0]
