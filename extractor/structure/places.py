"""Provinces and other places by name; spellings and successors are data (``gazetteers/provinces.csv``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from extractor import gazetteers
from extractor.vietnamese.forms import bare, fold
from extractor.vietnamese.letters import UPPER

_TIER = r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"


@dataclass(frozen=True, slots=True)
class Place:
    """A province named in a text, in its standard spelling; ``kind`` is "tỉnh" or "thành phố"."""

    start: int
    end: int
    name: str
    kind: str


@cache
def _spellings() -> dict[str, tuple[str, str]]:
    """Folded spelling to (standard name, kind)."""
    table: dict[str, tuple[str, str]] = {}
    for row in gazetteers.rows("provinces"):
        for spelling in (row["name"], *filter(None, row["aliases"].split(";"))):
            table[fold(spelling)] = (row["name"], row["type"])
    return table


def _key(text: str) -> str:
    """Letters without marks or spaces: what survives bad scans ("Hồ Chí M inh")."""
    return re.sub(r"[\W\d_]", "", bare(text))


@cache
def _keys() -> dict[str, tuple[str, str]]:
    return {_key(spelling): value for spelling, value in _spellings().items()}


@cache
def _pattern() -> re.Pattern[str]:
    options = "|".join(
        re.escape(s).replace(r"\ ", r"\s{1,2}") for s in sorted(_spellings(), key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{options})(?!\w)")


def find_provinces(text: str) -> Iterator[Place]:
    """All provinces named in ``text``; both words must begin with a capital ("Hòa Bình", not peace)."""
    for match in _pattern().finditer(fold(text)):
        words = [w for w in re.split(r"[\s-]+", text[match.start() : match.end()]) if w]
        if all(word[0].isupper() for word in words):
            name, kind = _spellings()[re.sub(r"\s+", " ", match.group())]
            yield Place(match.start(), match.end(), name, kind)


def province_named(words: str) -> tuple[str, str] | None:
    """The province that these words are, in spite of lost marks or spaces; (name, kind) or None."""
    key = _key(re.sub(rf"^\s*{_TIER}\s*", "", fold(words)))
    for candidate in (key, _key(words)):  # "TP.HCM" is known as a whole
        if candidate in _keys():
            return _keys()[candidate]
    if len(key) < 6:
        return None
    best = max(_keys(), key=lambda known: fuzz.ratio(key, known))
    return _keys()[best] if fuzz.ratio(key, best) >= 92 else None


def province_at_start(words: str) -> tuple[str, str] | None:
    """The province that ``words`` begin with ("CÀ MAU NAM": Cà Mau), the longest that fits."""
    parts = words.split()
    for count in range(min(len(parts), 6), 0, -1):
        found = province_named(" ".join(parts[:count]))
        if found:
            return found
    return None


_TIERED = re.compile(rf"(?<!\w)({_TIER})\s{{1,2}}")
_NAME = re.compile(rf"[{UPPER}][\w'’]{{0,11}}(?:[\s-]{{1,3}}[{UPPER}][\w'’]{{0,11}}){{0,4}}")


def tiered_places(text: str) -> Iterator[tuple[str, str]]:
    """(tier word, name) for each "huyện Bù Đăng" of a text in mixed case."""
    for match in _TIERED.finditer(fold(text)):
        name = _NAME.match(text, match.end())
        if name:
            yield match.group(1), " ".join(name.group().split())
