"""Bounds in prose against those of the same figure in a table: "tối đa 18%" here, "Từ 18%" there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extractor.analysis.audit.figures import shown, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import squeeze

_UP = r"tối đa|không quá|không vượt quá|dưới|cao nhất|nhiều nhất|không lớn hơn|thấp hơn"
_LOW = r"tối thiểu|ít nhất|từ|trên|không dưới|không thấp hơn|thấp nhất|không ít hơn|cao hơn|hơn"
_BOUND = re.compile(
    rf"([^\W\d_][^;.%\d:]{{7,90}}?) (?:đạt |chiếm |ở mức |là |còn )*(?:(?P<up>{_UP})|(?P<low>{_LOW}))"
    r" (?P<figure>\d{1,3}(?:[.,]\d+)?)\s*%(?! so với)"
)
_BOUNDED = sign(_BOUND, needs=("%",))
_UPPER, _LOWER = ("le", "lt"), ("ge", "gt")
_COVERED, _WORDS = 0.9, 3
_GENERAL = "tỷ lệ số có được của các trên trong đạt và tỉnh đưa giữ bảo đảm đảm duy trì nâng phấn đấu"


def bounds(subject: Subject) -> Iterator[Hit]:
    """ "tỷ trọng kinh tế số đạt tối đa 18%" where no record holds it, "Từ 18%" in the row of that name."""
    sided = (*_UPPER, *_LOWER)
    aims = [t for t in subject.extraction.targets if t.unit == "percent" and t.comparator in sided]
    if not aims:
        return
    read = sorted(t.evidence.start for t in subject.extraction.targets if t.evidence is not None)
    for start, words in subject.telling(_BOUNDED):
        for match in _BOUND.finditer(words):
            at = bisect_left(read, start + match.start())
            if at < len(read) and read[at] < start + match.end():
                continue  # the rule on targets compares it
            against = _LOWER if match["up"] else _UPPER
            named = _content(re.split(r"[,(](?!\w)|(?<!\w)(?:và|trong đó)(?!\w)", match[1])[-1])
            for aim in aims:
                own = _content(aim.indicator)
                alike = len(own) >= _WORDS and len(own & named) >= _COVERED * max(len(own), len(named))
                if aim.comparator in against and aim.value == value(match["figure"]) and alike:
                    figures: dict[str, Figure] = {"indicator": subject.named(aim)}
                    figures["first"] = f"{match['up'] or match['low']} {match['figure']}%"
                    figures["second"] = (
                        f"{'từ' if aim.comparator in _LOWER else 'tối đa'} {shown(aim.value or 0)}%"
                    )
                    spans = (subject.around(start, match), subject.of(aim))
                    yield Hit(
                        "comparator-stated-twice", figures, spans, next(iter(aim.indicator_codes), None)
                    )
                    break


def _content(name: str) -> frozenset[str]:
    return frozenset(squeeze(name).split()) - frozenset(squeeze(_GENERAL).split())
