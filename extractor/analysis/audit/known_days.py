"""Days of the year that everybody knows by name, printed with another date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor import gazetteers
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_DATE = r"\d{1,2}\s?/\s?\d{1,2}(?:/20\d\d)?(?![\d/])"
_NAMED = re.compile(
    r"(?<!\w)(?P<name>ngày (?:[^\W\d_]+ ){2,8})(?:năm 20\d\d )?"
    r"(?:\((?:ngày )?(?P<a>\d{1,2})\s?/\s?(?P<b>\d{1,2})(?:/20\d\d)?\)|(?P<c>\d{1,2})/(?P<d>\d{1,2})"
    r"(?:/20\d\d)?(?![\d/]))"
)
_DATED = sign(re.compile(rf"(?:\(|\(ngày |[^\W\d_] ){_DATE}"), needs=("ngày", "/"))


@cache
def _days() -> tuple[tuple[re.Pattern[str], int, int], ...]:
    rows = gazetteers.rows("known_days")
    return tuple((re.compile(rf"(?:{r['name']}) "), int(r["day"]), int(r["month"])) for r in rows)


def days(subject: Subject) -> Iterator[Hit]:
    """ "Ngày Chuyển đổi số quốc gia 01/10/2024": it is 10 October. A date behind "vào ngày" is that of what
    is held for the day."""
    for start, words in subject.bearing(_DATED):
        for match in _NAMED.finditer(words):
            for pattern, day, month in _days():
                if not pattern.fullmatch(match["name"]):
                    continue
                printed = (int(match["a"] or match["c"]), int(match["b"] or match["d"]))
                if printed != (day, month):
                    name = subject.text[start + match.start("name") : start + match.end("name")]
                    figures: dict[str, Figure] = {"day": name.strip(), "right": f"{day:02d}/{month:02d}"}
                    figures["printed"] = f"{printed[0]:02d}/{printed[1]:02d}"
                    yield Hit("known-day-differs", figures, (subject.around(start, match),))
