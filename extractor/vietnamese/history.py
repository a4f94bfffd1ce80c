"""Units through time: who took over, by when, by what act.

Data: ``gazetteers/unit_history.csv``, and the provinces of ``extractor.vietnamese.provinces``. Validity is
half open: a unit is there from ``since`` (included) to ``until`` (excluded); empty means unbounded. Of the
rows that fit a name those of the first name count: rows for a whole tier stand below the particular ones.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from extractor import gazetteers
from extractor.vietnamese.forms import fold, squeeze, stands_at
from extractor.vietnamese.provinces import (
    CITY,
    NamedProvince,
    all_provinces,
    kind_on,
    province_in,
    province_names,
    province_of,
    province_on,
)

Share = Literal["whole", "main", "part"]


@dataclass(frozen=True, slots=True)
class Successor:
    """Who has taken over. ``what`` names the fields taken where they were divided; ``since`` is the first
    day; ``source`` the acts that say so."""

    name: str
    province: str | None
    share: Share
    since: date
    source: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class _Change:
    name: str
    pattern: re.Pattern[str]
    since: date | None
    until: date | None
    successor: str
    share: Share
    what: str
    source: str


@dataclass(frozen=True, slots=True)
class _Move:
    """What became of the province of a unit: where it went, what it is now, since when, by what act."""

    place: str
    city: bool
    since: date | None
    source: str
    city_since: date | None
    city_source: str


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def _forms() -> dict[str, str]:
    """What stands in braces in the patterns of the data.

    ``{tỉnh}`` is the province behind a unit's name, if any; ``{huyện}`` a place of the district tier;
    ``{thành phố}`` a city under a province, told from those under the central government by its name.
    """
    cities = "|".join(re.escape(fold(p.name)) for p in all_provinces() if p.kind == CITY or p.city_since)
    town = rf"thành phố (?!(?:trực thuộc|thông minh|{cities})(?!\w)).+"
    return {
        "{tỉnh}": rf"(?: (?:tỉnh|thành phố)(?: .+)?| (?:{province_names()}))?",
        "{huyện}": r"(?:cấp huyện|(?:các )?(?:huyện|quận|thị xã)(?:,.*| .+)?)",
        "{thành phố}": rf"(?:(?:các )?thành phố thuộc tỉnh|{town})",
    }


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """The pattern of a row, for folded names."""
    for form, words in _forms().items():
        text = text.replace(form, words)
    return re.compile(text)


@cache
def _changes() -> tuple[_Change, ...]:
    shares: dict[str, Share] = {"whole": "whole", "main": "main", "part": "part"}
    return tuple(
        _Change(
            row["name"], _pattern(row["pattern"]), _day(row["since"]), _day(row["until"]),
            row["successor"], shares[row["share"]], row["what"], row["source"],
        )
        for row in gazetteers.rows("unit_history")
    )  # fmt: skip


@lru_cache(maxsize=16384)
def _fitting(folded: str) -> tuple[_Change, ...]:
    """The rows of the first name that fits."""
    fitting = [c for c in _changes() if c.pattern.fullmatch(folded)]
    return tuple(c for c in fitting if c.name == fitting[0].name)


def _followed(folded: str, on_date: date) -> tuple[_Change, ...]:
    return tuple(c for c in _fitting(folded) if c.until is not None and c.until <= on_date)


def _moved(province: str, on_date: date) -> _Move | None:
    """None where neither the province nor its kind has changed by a day."""
    place, since, source = province_on(province, on_date)
    old, new = province_of(province), province_of(place)
    if old is None or new is None:
        return None
    city = kind_on(place, on_date) == CITY and old.kind != CITY
    if since is None and not city:
        return None
    return _Move(place, city, since, source, new.city_since or since, new.city_source or source)


# "tỉnh" as the unit's own tier: not "cấp tỉnh", not "các tỉnh, thành phố".
_OWN_TIER = re.compile(r"(?<!cấp )(?<!các )(?<!liên )(?<!\w)tỉnh(?!\w)")


def _of_city(unit: str) -> str:
    """The name of a unit of a province as that of a city: "Công an tỉnh", "Tỉnh ủy" as of "thành phố"."""
    parts, at, low = [], 0, fold(unit)
    for found in _OWN_TIER.finditer(low):
        word = "thành" if re.match(r" (?:ủy|đoàn)(?!\w)", low[found.end() :]) else CITY
        parts += [unit[at : found.start()], word.capitalize() if unit[found.start()] == "T" else word]
        at = found.end()
    return "".join(parts) + unit[at:]


def _renamed(unit: str, named: NamedProvince | None, move: _Move) -> str:
    """A unit's name with the new province where the old one stands in it, and the tier of the new one."""
    if named is not None:
        unit = unit[: named.start] + move.place + unit[named.end :]
    return _of_city(unit) if move.city else unit


@cache
def _central() -> frozenset[str]:
    """Units above the provinces, folded: they do not move with the province of the plan that names them."""
    return frozenset(fold(row["name"]) for row in gazetteers.rows("issuers") if row["level"] == "central")


def _home(folded: str, province: str | None) -> tuple[NamedProvince | None, str | None]:
    """The province that stands in a unit's name, and the one that the unit is of: that, else the given."""
    if folded in _central():
        return None, None
    named = province_in(folded)
    if named is None and province:
        name = fold(province)
        at = stands_at(folded, name)
        own = province_of(province) if at is not None else None
        named = NamedProvince(own, at, at + len(name)) if at is not None and own else None
    return named, named.province.name if named else province


@lru_cache(maxsize=65536)
def valid_on(unit_name: str, province: str | None, on_date: date) -> bool:
    """Whether a unit of this name (of this province, where given) was there on a day; unknown names were.

    A province that stands in the name counts, be it another than the given one.
    """
    folded = fold(unit_name)
    if _followed(folded, on_date):
        return False
    if any(c.since and on_date < c.since for c in _fitting(folded)):
        return False
    named, home = _home(folded, province)
    move = _moved(home, on_date) if home else None
    return move is None or (move.since is None and _renamed(unit_name, named, move) == unit_name)


def successors(unit_name: str, province: str | None, on_date: date) -> tuple[Successor, ...]:
    """Who answers on ``on_date`` for what was given to ``unit_name`` of ``province``; () while it is there.

    The main successor comes first. Names are those of `Unit.name`; a change of the province alone keeps
    the unit's name (written out with the new province and its tier where the old one stands in it).
    """
    folded = fold(unit_name)
    named, home = _home(folded, province)
    move = _moved(home, on_date) if home else None
    place = move.place if move else home
    city = place is not None and kind_on(place, on_date) == CITY
    found = []
    for change in _lasting(folded, on_date):
        assert change.until is not None
        since = max(change.until, move.since) if move and move.since else change.until
        source = _sources(change.source, move.source if move else "")
        name = _of_city(change.successor) if city else change.successor
        found.append(Successor(name, place, change.share, since, source, change.what))
    if not found and move is not None:
        found += _of_province(unit_name, named, move)
    return tuple(sorted(found, key=lambda s: s.share == "part"))


def _sources(*acts: str) -> str:
    return "; ".join(dict.fromkeys(filter(None, acts)))


def _lasting(folded: str, on_date: date) -> tuple[_Change, ...]:
    """The changes of a unit, followed on where a successor has ended in its turn."""
    found: list[_Change] = []
    for change in _followed(folded, on_date):
        later = _followed(fold(change.successor), on_date)
        found += [
            replace(c, share=change.share, what=change.what, source=_sources(change.source, c.source))
            for c in later
        ] or [change]
    return tuple(found)


def _of_province(unit: str, named: NamedProvince | None, move: _Move) -> list[Successor]:
    """The successor of a unit of which only the province, or the kind of it, has changed."""
    name = _renamed(unit, named, move)
    if move.since is None and name == unit:
        return []
    since, source = move.since, move.source
    if move.city and name != unit and move.city_since:
        since, source = max(move.city_since, since or move.city_since), _sources(source, move.city_source)
    assert since is not None
    return [Successor(name, move.place, "whole", since, source)]


@cache
def _days() -> tuple[date, ...]:
    """The days on which anything changed."""
    days = {day for change in _changes() for day in (change.since, change.until)}
    days |= {day for p in all_provinces() for day in (p.since, p.until, p.city_since)}
    return tuple(sorted(day for day in days if day))


def known_until() -> date:
    """The day to which the data reach: a "today" that is the same for all runs."""
    return _days()[-1]


def last_change(on_date: date) -> date | None:
    """The last day up to ``on_date`` on which anything changed: between two such days all stays as it is."""
    place = bisect_right(_days(), on_date)
    return _days()[place - 1] if place else None


@lru_cache(maxsize=4096)
def today(unit_name: str, province: str | None) -> tuple[Successor, ...]:
    """Who answers today for what was given to a unit; () while it is there."""
    return successors(unit_name, province, known_until())


def today_name(unit_name: str, province: str | None) -> str:
    """The unit that answers today: itself, or who took over the whole or the main part of it."""
    after = today(unit_name, province)
    return after[0].name if after else unit_name


def province_today(province: str) -> str:
    """The province that holds the land of a province today: itself where it was not merged or renamed."""
    return province_on(province, known_until())[0]


def took_over(unit_name: str, after: date, until: date) -> date | None:
    """The last day in (after, until] on which a unit took over another; None where it did not."""
    squeezed = squeeze(unit_name)
    days = [
        c.until
        for c in _changes()
        if c.share != "part" and c.until and after < c.until <= until and squeeze(c.successor) == squeezed
    ]
    return max(days, default=None)
