"""Bounds in prose against those of the same figure in a table: "tối đa 18%" here, "Từ 18%" there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extractor.analysis.audit.clauses import word_set
from extractor.analysis.audit.figures import shown, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.records import Target

_UP = r"tối đa|không quá|không vượt quá|dưới|cao nhất|nhiều nhất|không lớn hơn|thấp hơn"
_LOW = r"tối thiểu|ít nhất|từ|trên|không dưới|không thấp hơn|thấp nhất|không ít hơn|cao hơn|hơn"
_BOUND = re.compile(
    rf"([^\W\d_][^;.%\d:]{{7,90}}?) (?:đạt |chiếm |ở mức |là |còn )*(?:(?P<up>{_UP})|(?P<low>{_LOW}))"
    r" (?P<figure>\d{1,3}(?:[.,]\d+)?)\s*%(?! so với)"
)
_BOUNDED = sign(re.compile(rf"(?:{_UP}|{_LOW}) \d{{1,3}}(?:[.,]\d+)?\s*%"), needs=("%",))
_UPPER, _LOWER = ("le", "lt"), ("ge", "gt")
_COVERED, _WORDS = 0.9, 3
_GENERAL = word_set(
    "tỷ lệ số có được của các trên trong đạt và tỉnh đưa giữ bảo đảm đảm duy trì nâng phấn đấu"
)


def bounds(subject: Subject) -> Iterator[Hit]:
    """ "tỷ trọng kinh tế số đạt tối đa 18%" where no record holds it, "Từ 18%" in the row of that name."""
    aims: dict[float | None, list[Target]] = {}
    for target in subject.extraction.targets:
        if target.unit == "percent" and target.comparator in (*_UPPER, *_LOWER):
            aims.setdefault(target.value, []).append(target)
    if not aims:
        return
    read = sorted(t.evidence.start for t in subject.extraction.targets if t.evidence is not None)
    for start, words in subject.telling(_BOUNDED):
        for match in _BOUND.finditer(words):
            at = bisect_left(read, start + match.start())
            if at < len(read) and read[at] < start + match.end():
                continue  # the rule on targets compares it
            aim = next((t for t in aims.get(value(match["figure"]), ()) if _opposes(t, match)), None)
            if aim is not None:
                side = "từ" if aim.comparator in _LOWER else "tối đa"
                figures: dict[str, Figure] = {"indicator": subject.named(aim)}
                figures["first"] = f"{match['up'] or match['low']} {match['figure']}%"
                figures["second"] = f"{side} {shown(aim.value or 0)}%"
                spans = (subject.around(start, match), subject.of(aim))
                yield Hit("comparator-stated-twice", figures, spans, next(iter(aim.indicator_codes), None))


def _opposes(aim: Target, match: re.Match[str]) -> bool:
    """The same thing, bounded from the other side."""
    if aim.comparator not in (_LOWER if match["up"] else _UPPER):
        return False
    own = _content(aim.indicator)
    named = _content(re.split(r"[,(](?!\w)|(?<!\w)(?:và|trong đó)(?!\w)", match[1])[-1])
    return len(own) >= _WORDS and len(own & named) >= _COVERED * max(len(own), len(named))


def _content(name: str) -> frozenset[str]:
    return word_set(name) - _GENERAL
