"""Acts of the whole country as they are cited here against what they are: year, session, day, number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from extractor import gazetteers
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.references import plain_number
from extractor.analysis.audit.subject import Subject
from extractor.records import Citation
from extractor.vietnamese.forms import fold, stands_at

_YEARED = re.compile(r"\d{1,4}/((?:19|20)\d\d)/([A-ZĐ&-]+)(\d{0,2})")
_SESSIONS = {
    "11": (2002, 2007),
    "12": (2007, 2011),
    "13": (2011, 2016),
    "14": (2016, 2021),
    "15": (2021, 2026),
}
"""First and last year of the National Assembly's terms; a term ends in the year in which the next begins."""
_BEHIND = 200


class Known(NamedTuple):
    kind: str
    number: str
    issued_on: date
    name: str
    subjects: tuple[str, ...]
    until: date | None = None
    """The first day on which another act is in its place, and which."""
    replaced_by: str = ""


@cache
def register() -> tuple[Known, ...]:
    return tuple(
        Known(
            row["kind"], plain_number(row["number"]), date.fromisoformat(row["issued_on"]), row["name"],
            tuple(filter(None, row["subject"].split("|"))),
            date.fromisoformat(row["until"]) if row["until"] else None, row["replaced_by"],
        )
        for row in gazetteers.rows("known_acts")
    )  # fmt: skip


def years(subject: Subject) -> Iterator[Hit]:
    """ "Luật số 72/2025/QH15 ngày 19/6/2015", "20/2023/QH14": a number against its year and term."""
    seen: set[str] = set()
    for act in subject.extraction.document.citations:
        number = plain_number(act.number or "")
        match = _YEARED.fullmatch(number)
        if match is None or number in seen:
            continue
        seen.add(number)
        term = _SESSIONS.get(match[3]) if match[2] in ("QH", "UBTVQH") else None
        if act.issued_on is not None and act.issued_on.year != int(match[1]):
            figures: dict[str, Figure] = {"act": act.text, "year": match[1]}
            figures["date"] = act.issued_on.isoformat()
            yield Hit("act-number-against-date", figures, (subject.span(act.evidence, act.text),))
        elif term and not term[0] <= int(match[1]) <= term[1]:
            figures = {"act": act.text, "number": act.number}
            yield Hit("malformed-act-number", figures, (subject.span(act.evidence, act.text),))


def registered(subject: Subject) -> Iterator[Hit]:
    """ "Quyết định số 749/QĐ-TTg ngày 03/6/2022 … Chương trình Chuyển đổi số quốc gia": it is of 2020."""
    told: set[tuple[str, str | None]] = set()
    for act in subject.extraction.document.citations:
        if act.issued_on is None or act.evidence is None or (act.kind, act.number) in told:
            continue
        if _is_right(act):
            continue
        before = subject.folded[max(0, act.evidence.start - 60) : act.evidence.start]
        known = _meant(act, words_of(subject, act), before)
        if known is None:
            continue
        told.add((act.kind, act.number))
        figures: dict[str, Figure] = {"act": act.text, "name": known.name}
        figures |= {"number": known.number.replace("TTG", "TTg"), "date": known.issued_on.isoformat()}
        yield Hit("act-against-register", figures, (subject.span(act.evidence, act.text),))


def _is_right(act: Citation) -> bool:
    """Number and day are those of the register."""
    number = plain_number(act.number or "")
    return any(
        known.number == number and known.issued_on == act.issued_on and known.kind == act.kind
        for known in register()
    )


def words_of(subject: Subject, act: Citation) -> str:
    """What the citation says of the act: its own words and those behind it."""
    assert act.evidence is not None
    behind = subject.folded[act.evidence.end : act.evidence.end + _BEHIND]
    behind = re.split(r"\n\s*\n|;|\.\s|căn cứ|thực hiện (?:quyết định|nghị)", behind)[0]
    return f"{fold(act.text)} {' '.join(behind.split())}"


def _meant(act: Citation, words: str, before: str) -> Known | None:
    """The act of the register that a citation means and gives another number or day; None where it fits."""
    number = plain_number(act.number or "")
    same_kind = [known for known in register() if known.kind == act.kind]
    if act.kind == "Luật" and not number:
        named = [known for known in same_kind if any(is_named(s, act.text) for s in known.subjects)]
        fits = not named or any(known.issued_on == act.issued_on for known in named)
        return None if fits or "sửa đổi" in before else max(named, key=lambda k: _near(k.issued_on, act))
    for known in same_kind:
        told = any(stands_at(words, name) is not None for name in known.subjects)
        unique = bool(_YEARED.fullmatch(known.number))
        if known.number == number and (told or unique):
            other_year = act.issued_on is not None and act.issued_on.year != known.issued_on.year
            return None if unique and other_year else known  # `years` tells of a year against its number
        if re.sub(r"/\d{4}/", "/", known.number) == number:
            return None  # the rule on numbers without a year tells it
        head, other = known.number.split("/")[-1], number.split("/")[-1]
        if known.issued_on == act.issued_on and head == other and known.number != number and (told or unique):
            return known
    return None


def is_named(name: str, text: str) -> bool:
    """The citation opens with just this law's name."""
    words = " ".join(fold(text).split())
    return words.startswith(name) and _BEHIND_NAME.match(words, len(name)) is not None


_BEHIND_NAME = re.compile(r" (?:số|ngày|năm|được|\d)|,|$")


def _near(day: date, act: Citation) -> int:
    assert act.issued_on is not None
    return -abs((day - act.issued_on).days)
