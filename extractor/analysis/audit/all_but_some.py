"""A number said to have a thing against the number that is said to lack it in another sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.analysis.audit.clauses import word_set
from extractor.analysis.audit.figures import shown, value
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_N = r"(?:\d{1,3}(?:\.\d{3})+|\d{1,4})"
_HAVE = re.compile(rf"(?<![\w.,/])(?P<part>{_N})/(?P<whole>{_N})(?![\d/]) (?P<what>[^.;:()%\d]{{8,160}})")
_LACK = re.compile(
    rf"(?P<before>[^.;:()\d]{{0,100}})(?<![\w.,/])(?P<number>{_N}) (?P<noun>[^\W\d_]+)(?![\w/])"
    r"(?P<rest>[^.;:()\d]{0,120}?(?<!\w)chưa(?!\w)[^.;:()\d]{4,120})"
)
_KEPT_APART = re.compile(
    r"(?<!\w)(?:phấn đấu|mục tiêu|đến năm|đến hết|cuối năm|năm trước|cùng kỳ|năm 20\d\d|tháng \d|kế hoạch|sẽ|"
    r"trước đây|trước khi|bảo đảm|duy trì|giữ|đưa|hoàn thành|tiếp tục)(?!\w)"
)
_TOLD = re.compile(r"(?<!\w)(?:đã|hiện|đến nay|đều)(?!\w)")
_FORMAL = word_set(
    "các của trên địa bàn tỉnh toàn có được là và theo đã về với cho tại thuộc còn chưa riêng những một số"
)
_COMMON, _COVERED = 5, 0.65
_ALL, _SOME = sign(_HAVE, needs=("/",)), sign(re.compile(r"chưa(?<!\wchưa)[^.;:()\d]{4}"))


class _Have(NamedTuple):
    part: float
    whole: float
    what: str
    words: frozenset[str]
    span: Span


def some(subject: Subject) -> Iterator[Hit]:
    """ "90/90 trạm đã có kết nối …", elsewhere "07 trạm … chưa có kết nối …"."""
    having = list(_having(subject))
    if not having:
        return
    for start, words in subject.telling(_SOME):
        if _KEPT_APART.search(words):
            continue
        for match in _LACK.finditer(words):
            lacking, told = value(match["number"]), word_set(match.group())
            for have in having:
                common = len(have.words & told)
                known = have.whole - have.part
                alike = common >= _COMMON and common >= _COVERED * len(have.words)
                if not alike or not lacking or lacking == known or lacking > have.whole:
                    continue
                if known and not have.what.startswith(match["noun"]):
                    continue  # other things than those that were counted
                figures: dict[str, Figure] = {"ratio": f"{shown(have.part)}/{shown(have.whole)}"}
                figures |= {"what": have.what[:100], "count": lacking, "noun": match["noun"]}
                yield Hit("all-but-some", figures, (have.span, subject.around(start, match)))


def _having(subject: Subject) -> Iterator[_Have]:
    for start, words in subject.telling(_ALL):
        if _KEPT_APART.search(words) or not _TOLD.search(words):
            continue  # an aim
        for match in _HAVE.finditer(words):
            part, whole = value(match["part"]), value(match["whole"])
            named = word_set(match["what"]) - _FORMAL
            if part is None or not whole or part > whole or len(named) < _COMMON:
                continue
            what = " ".join(match["what"].split())
            yield _Have(part, whole, what, named, subject.around(start, match))
