"""One word written in two ways: tone marks placed now so, now so; capitals of a unit's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor import gazetteers
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.records import Unit
from extractor.vietnamese.forms import OTHER_PLACEMENTS, fold

_SHOWN = 4
Place = tuple[int, int]


def tones(subject: Subject) -> Iterator[Hit]:
    """ "Uỷ ban" and "Ủy ban", "hoá" and "hóa" in one document."""
    low = subject.text.lower()
    both: dict[str, tuple[Place, Place]] = {}
    for place in _placed_otherwise(low):
        word = subject.folded[slice(*place)]
        if word != low[slice(*place)] and word not in both and not _is_capitals(subject, place):
            plain = (found.span() for found in re.finditer(rf"(?<!\w){word}(?!\w)", low))
            other = next((found for found in plain if not _is_capitals(subject, found)), None)
            if other:
                both[word] = (place, other)
    if both:
        told = [subject.text[slice(*span)] for pair in both.values() for span in pair]
        ways = "; ".join(f"{a}/{b}" for a, b in zip(told[::2], told[1::2], strict=True))
        figures: dict[str, Figure] = {"ways": ways, "count": len(both)}
        spans = [span for pair in list(both.values())[:_SHOWN] for span in pair]
        yield Hit("tone-marks-mixed", figures, tuple(subject.at(*span) for span in spans))


def _is_capitals(subject: Subject, place: Place) -> bool:
    """A word of the letterhead or of a heading, which a form may have brought along."""
    return subject.text[slice(*place)].isupper()


def _placed_otherwise(low: str) -> Iterator[Place]:
    """Words that end in letters with the mark where `fold` does not leave it, in order."""
    ends = sorted(at + len(letters) for letters in OTHER_PLACEMENTS for at in _found(low, letters))
    for end in ends:
        start = end - 2
        while start and low[start - 1].isalpha():
            start -= 1
        if not low[end : end + 1].isalpha():
            yield start, end


def _found(low: str, letters: str) -> Iterator[int]:
    at = low.find(letters)
    while at >= 0:
        yield at
        at = low.find(letters, at + 1)


@cache
def _names() -> dict[str, str]:
    """Names of departments and bodies by their folded form."""
    found = {}
    for table in ("departments", "bodies", "unit_history"):
        found.update({fold(row["name"]): row["name"] for row in gazetteers.rows(table)})
    found.update({fold(row["name"]): row["name"] for row in gazetteers.rows("unit_names")})
    return {folded: name for folded, name in found.items() if not name.endswith(" sở")}  # "Thanh tra Sở"


def capitals(subject: Subject) -> Iterator[Hit]:
    """ "Cục Thống Kê", "Ngân hàng nhà nước": a unit's name with capitals other than its own."""
    seen: set[str] = set()
    for record in subject.records:
        for unit in (*(record.lead_units or ()), *(record.supporting_units or ())):
            if unit.text in seen:
                continue
            seen.add(unit.text)
            name = _names().get(fold(unit.text)) or _names().get(fold(unit.name))
            if name is not None and _only_capitals_differ(unit, name):
                figures: dict[str, Figure] = {"written": unit.text, "name": name}
                yield Hit("unit-name-differs", figures, subject.units([unit]))


def _only_capitals_differ(unit: Unit, name: str) -> bool:
    """Not where all is in capitals, nor where but the first letter is small, as inside of a sentence."""
    if fold(unit.text) != fold(name) or unit.text.isupper():
        return False
    written = re.sub(r"\bChi nhánh\b", "chi nhánh", unit.text)  # either is in use
    return any(a.isupper() != b.isupper() for a, b in zip(written[1:], name[1:], strict=True))
