"""Provinces through time: which there were on a day, what each was called, whose land each holds.

Data: ``gazetteers/provinces.csv`` (63 until 30 June 2025, 34 from 1 July 2025 on, by Nghị quyết
202/2025/QH15) and ``gazetteers/province_kinds.csv`` (provinces that became cities under the central
government later). Validity is half open: from ``since`` (included) to ``until`` (excluded); empty means
unbounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from extractor import gazetteers
from extractor.vietnamese.forms import fold

CITY = "thành phố"


@dataclass(frozen=True, slots=True)
class Province:
    """A province by its standard name; ``city_since`` where it became a city after it was a province."""

    name: str
    kind: str
    since: date | None
    until: date | None
    successor: str
    source: str
    city_since: date | None = None
    city_source: str = ""


@dataclass(frozen=True, slots=True)
class NamedProvince:
    """A province that stands in a unit's name, with where its name stands in the folded words."""

    province: Province
    start: int
    end: int


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def _spelt() -> dict[str, Province]:
    """Each spelling, folded, to its province."""
    cities = {row["name"]: row for row in gazetteers.rows("province_kinds")}
    table: dict[str, Province] = {}
    for row in gazetteers.rows("provinces"):
        city = cities.get(row["name"], {})
        province = Province(
            row["name"], row["type"], _day(row["since"]), _day(row["until"]), row["successor"],
            row["source"], _day(city.get("since", "")), city.get("source", ""),
        )  # fmt: skip
        for spelling in (row["name"], *filter(None, row["aliases"].split(";"))):
            table[fold(spelling)] = province
    return table


@cache
def all_provinces() -> tuple[Province, ...]:
    """Every province that is or was, in the order of the data."""
    return tuple(dict.fromkeys(_spelt().values()))


@cache
def province_names() -> str:
    """The standard names of all provinces, folded, as alternatives for a pattern: longer ones first."""
    return gazetteers.any_of(fold(p.name) for p in all_provinces())


def province_of(name: str) -> Province | None:
    """The province of a name in any of its spellings."""
    return _spelt().get(fold(name))


def province_on(province: str, on_date: date) -> tuple[str, date | None, str]:
    """The province that holds the territory of ``province`` on a day, since when, and the act.

    A name that is not known stays as it is. The date is None where nothing has changed.
    """
    name, since, source = province, None, ""
    for _ in range(4):  # a chain of mergers; bounded against a slip in the data
        known = province_of(name)
        if known is None or known.until is None or on_date < known.until:
            break
        name, since, source = known.successor, known.until, known.source
    return name, since, source


def kind_on(province: str, on_date: date) -> str:
    """ "tỉnh" or "thành phố" on a day; empty for a name that is not known."""
    known = province_of(province)
    if known is None:
        return ""
    return CITY if known.city_since and known.city_since <= on_date else known.kind


@lru_cache(maxsize=64)
def provinces_on(on_date: date) -> tuple[str, ...]:
    """The provinces that there were on a day."""
    return tuple(
        p.name
        for p in all_provinces()
        if (p.since is None or p.since <= on_date) and (p.until is None or on_date < p.until)
    )


@lru_cache(maxsize=1024)
def territory(province: str, on_date: date) -> frozenset[str]:
    """The land that a province holds on a day, as the provinces of before the mergers.

    A rename leaves it as it was. A name that is not known holds its own land only.
    """
    known = province_of(province)
    if known is None:
        return frozenset({fold(province)})
    day = max(on_date, known.since) if known.since else on_date
    return frozenset(
        p.name for p in all_provinces() if p.since is None and province_on(p.name, day)[0] == known.name
    )


def formed_on(province: str, on_date: date) -> date | None:
    """Since when a province holds the land that it holds on a day; None where it always has."""
    days = (province_on(name, on_date)[1] for name in territory(province, on_date))
    return max((day for day in days if day), default=None)


# What makes a province's name in a unit's name its own: "UBND tỉnh Hậu Giang", "Tỉnh ủy Hậu Giang".
_TIER = r"(?:tỉnh|tỉnh ủy|tỉnh đoàn|ubnd|hđnd)\s"
_CITY_TIER = r"(?:thành phố\s|thành ủy\s|thành đoàn\s|tp\.?\s?)"


@cache
def _in_name() -> re.Pattern[str]:
    spellings = sorted(_spelt(), key=len, reverse=True)
    names = "|".join(map(re.escape, spellings))
    cities = "|".join(re.escape(s) for s in spellings if _spelt()[s].kind == CITY or _spelt()[s].city_since)
    return re.compile(
        rf"(?<!\w)(?:{_TIER}(?P<of>{names})|{_CITY_TIER}(?P<city>{cities})|sở\s.*?\s(?P<tail>{names})$)(?!\w)"
    )


@lru_cache(maxsize=4096)
def province_in(folded_unit: str) -> NamedProvince | None:
    """The province that stands in a unit's folded name as its own; not that of a town or commune so called.

    Names of firms, schools and papers ("Báo Hà Nam") outlive the province: only names with the tier
    ("tỉnh Hà Nam") or of organs that only a province has count.
    """
    found = _in_name().search(folded_unit)
    if found is None:
        return None
    group = found.lastgroup or ""
    return NamedProvince(_spelt()[found[group]], found.start(group), found.end(group))
