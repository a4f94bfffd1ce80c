"""Whose plan follows whose: plans of one issuer over years, also over mergers of provinces and units.

A plan of a province that took in others on 1 July 2025 follows the last plan of each of them, and its own
last one of before (Nghị quyết 202/2025/QH15; ``extractor.vietnamese.provinces``); likewise a unit that took
over another (``gazetteers/unit_history.csv``). Only when it begins after the merger: a plan made for the
year of the merger beforehand speaks of the old land. Districts and communes are not followed: the tier
ended, and names of communes recur.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from extractor.analysis.entries import year_label
from extractor.analysis.plans import Plan
from extractor.records import Document
from extractor.vietnamese.forms import squeeze
from extractor.vietnamese.history import last_change, successors, took_over
from extractor.vietnamese.provinces import formed_on, province_of, province_on, provinces_on, territory

_NOT_FOLLOWED = ("district", "commune")


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues plans: a province, or (``unit``, its name without the province) a unit of it."""

    unit: str
    province: str

    @classmethod
    def of(cls, document: Document) -> Issuer:
        """The issuer of a document; spellings of a province are one."""
        if document.level == "province":
            return cls("", _standard(document.province))
        if document.level in _NOT_FOLLOWED:
            return cls(squeeze(document.issuer or ""), _standard(document.province))
        return cls.of_unit(document.issuer or "", document.province)

    @classmethod
    def of_unit(cls, name: str, province: str | None) -> Issuer:
        """A unit: "Sở Tài chính tỉnh Cà Mau" and "Sở Tài chính" of Cà Mau are one."""
        words = squeeze(name).removesuffix(f" {squeeze(province or '-')}")
        return cls(re.sub(r" (?:tỉnh|thành phố|tp\.?)$", "", words), _standard(province))


def _standard(province: str | None) -> str:
    known = province_of(province or "")
    return known.name if known else squeeze(province or "")


@dataclass(frozen=True)
class Edition:
    """The documents of one issuer that govern the same years, all before a merger or all after it."""

    issuer: str
    by: Issuer
    years: str
    plans: tuple[Plan, ...]

    @cached_property
    def begins(self) -> date:
        """The first day that its plans govern."""
        return min(_begins(plan.document) for plan in self.plans)

    @cached_property
    def stands(self) -> date:
        """A day on which the issuer was what its plans speak of: that of issue, where known."""
        return min(_stands(plan.document) for plan in self.plans)


@dataclass(frozen=True, slots=True)
class Pair:
    """A plan and the one before it. ``merged_on`` is when the later issuer took in others in between."""

    earlier: Edition
    later: Edition
    merged_on: date | None
    ranked_of: tuple[int, int] | None
    """How many provinces there were to be ranked among, before and after; None above the provinces."""


def _begins(document: Document) -> date:
    period = document.period
    day = (period.start if period else None) or document.issued_on or (period.end if period else None)
    assert day is not None  # a document without any has no years
    return day


def _stands(document: Document) -> date:
    return document.issued_on or _begins(document)


_Key = tuple[Issuer, bool]
Line = list[Edition]
Lines = dict[_Key, Line]


def _lines(plans: Iterable[Plan]) -> Lines:
    """Editions of each issuer in order of years; plans of one year apart from plans of several."""
    found: dict[_Key, dict[tuple[str, ...], list[Plan]]] = defaultdict(lambda: defaultdict(list))
    names: dict[_Key, str] = {}
    for plan in plans:
        document = plan.document
        years = year_label(document)
        name = document.province if document.level == "province" else document.issuer
        if not years or not name:
            continue
        issuer = Issuer.of(document)
        formed = formed_on(issuer.province, _stands(document))
        key = (issuer, "-" in years)
        names.setdefault(key, name)
        found[key][(years[-4:], years[:4], formed.isoformat() if formed else "")].append(plan)
    return {
        key: [
            Edition(names[key], key[0], year_label(of[0].document), tuple(of))
            for _, of in sorted(by_years.items())
        ]
        for key, by_years in found.items()
    }


def pairs(plans: Iterable[Plan]) -> Iterator[Pair]:
    """Each edition with the one before it of the same issuer, and the last of each that it took in."""
    lines = _lines(plans)
    heirs = _heirs(lines)
    for key, line in lines.items():
        for place, later in enumerate(line):
            if place:
                yield _pair(line[place - 1], later, None)
            for ended, since in heirs.get((key, last_change(later.begins)), ()):
                first = all(edition.begins < since for edition in line[:place])
                before = [edition for edition in ended if edition.years[-4:] <= later.years[-4:]]
                if first and before and _is_after(later, since):
                    yield _pair(before[-1], later, since)


def _heirs(lines: Lines) -> dict[tuple[_Key, date | None], list[tuple[Line, date]]]:
    """For an issuer, and the last change before a plan of it begins: the lines that have gone into it."""
    days = {last_change(edition.begins) for line in lines.values() for edition in line}
    found: dict[tuple[_Key, date | None], list[tuple[Line, date]]] = defaultdict(list)
    for (issuer, several), line in lines.items():
        for day in sorted(day for day in days if day):
            for heir, since in _heirs_of(line[-1], day):
                if heir != issuer and (heir, several) in lines:
                    found[((heir, several), day)].append((line, since))
    return found


def _heirs_of(edition: Edition, day: date) -> Iterator[tuple[Issuer, date]]:
    """Who has taken over the whole or the main part of an issuer by a day, since when."""
    document = edition.plans[0].document
    if document.level == "province":
        place, since, _ = province_on(edition.by.province, day)
        if since is not None:
            yield Issuer("", place), since
    elif document.level not in _NOT_FOLLOWED:
        for after in successors(edition.issuer, document.province, day):
            if after.share != "part":
                yield Issuer.of_unit(after.name, after.province), after.since


def _is_after(edition: Edition, since: date) -> bool:
    """Whether a plan was made for the time after a merger, by whoever was there then."""
    return edition.begins >= since and edition.stands >= since


def _pair(earlier: Edition, later: Edition, since: date | None) -> Pair:
    before, after = earlier.stands, later.stands
    days = []
    if earlier.by.unit != later.by.unit:
        days.append(since)
    elif later.by.unit:
        days.append(took_over(later.by.unit, before, after))
    if territory(earlier.by.province, before) != territory(later.by.province, after):
        days.append(formed_on(later.by.province, after))
    merged = max((day for day in days if day), default=None)
    among = (len(provinces_on(before)), len(provinces_on(after)))
    return Pair(earlier, later, merged, among if later.by.province else None)
