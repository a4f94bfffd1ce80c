"""Units and provinces through time: who took over, by when, by what act.

Data: ``gazetteers/provinces.csv`` and ``gazetteers/unit_history.csv``. Validity is half open: a unit is
there from ``since`` (included) to ``until`` (excluded); empty means unbounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from extractor import gazetteers
from extractor.vietnamese.forms import fold

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
    pattern: re.Pattern[str]
    since: date | None
    until: date | None
    successor: str
    share: Share
    what: str
    source: str


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def _changes() -> tuple[_Change, ...]:
    shares: dict[str, Share] = {"whole": "whole", "main": "main", "part": "part"}
    return tuple(
        _Change(
            re.compile(row["pattern"]), _day(row["since"]), _day(row["until"]), row["successor"],
            shares[row["share"]], row["what"], row["source"],
        )
        for row in gazetteers.rows("unit_history")
    )  # fmt: skip


@cache
def _provinces() -> dict[str, dict[str, str]]:
    return {fold(row["name"]): row for row in gazetteers.rows("provinces")}


def province_on(province: str, on_date: date) -> tuple[str, date | None, str]:
    """The province that holds the territory of ``province`` on a day, since when, and the act.

    A name that is not known stays as it is. The date is None where nothing has changed.
    """
    name, since, source = province, None, ""
    for _ in range(4):  # a chain of mergers; bounded against a slip in the data
        row = _provinces().get(fold(name))
        until = _day(row["until"]) if row else None
        if row is None or until is None or on_date < until:
            break
        name, since, source = row["successor"], until, row["source"]
    return name, since, source


@lru_cache(maxsize=4096)
def _followed(folded: str, on_date: date) -> tuple[_Change, ...]:
    return tuple(
        c for c in _changes()
        if c.until is not None and c.until <= on_date and c.pattern.fullmatch(folded)
    )  # fmt: skip


def valid_on(unit_name: str, province: str | None, on_date: date) -> bool:
    """Whether a unit of this name (of this province, where given) was there on a day; unknown names were."""
    folded = fold(unit_name)
    if _followed(folded, on_date):
        return False
    if any(c.since and on_date < c.since and c.pattern.fullmatch(folded) for c in _changes()):
        return False
    return province is None or province_on(province, on_date)[1] is None


def successors(unit_name: str, province: str | None, on_date: date) -> tuple[Successor, ...]:
    """Who answers on ``on_date`` for what was given to ``unit_name`` of ``province``; () while it is there.

    The main successor comes first. Names are those of `Unit.name`; a change of the province alone keeps
    the unit's name (written out with the new province where the old one stands in it).
    """
    place, moved, act = province_on(province, on_date) if province else (province, None, "")
    changes = _followed(fold(unit_name), on_date)
    found = []
    for change in changes:
        assert change.until is not None
        since = max(change.until, moved) if moved else change.until
        source = "; ".join(dict.fromkeys(filter(None, (change.source, act))))
        found.append(Successor(change.successor, place, change.share, since, source, change.what))
    if not changes and moved is not None and province is not None and place is not None:
        name = re.sub(rf"(?<!\w){re.escape(province)}(?!\w)", place, unit_name)
        found.append(Successor(name, place, "whole", moved, act))
    return tuple(sorted(found, key=lambda s: s.share == "part"))
