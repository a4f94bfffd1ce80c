"""Who has which indicator by the words of a task: one line may give some to lead and others to support.

"Sở A: chủ trì các chỉ số 2.1, 7.1; phối hợp với Sở B thực hiện chỉ số 2.8" leads two and supports one;
"Sở A (CS 2.9), Sở B (CS 2.10)" gives each its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from extractor.catalog import Catalog
from extractor.catalog.cited_roles import Part, codes_of_leads, codes_of_unit, limited_helpers, parts_by_role
from extractor.records import Task, Unit
from extractor.vietnamese.forms import fold

_NAMED_LEAD = re.compile(r"(?<!\w)do\s[^;.]{3,80}\schủ trì")


class Roles(NamedTuple):
    """The units that lead and support one indicator."""

    leads: Sequence[Unit]
    supports: Sequence[Unit]


def roles_of(task: Task, catalog: Catalog, text: str = "") -> dict[str, Roles]:
    """Indicators of a task with the units that have them; ``text`` is that of the document, where kept."""
    found = dict.fromkeys(task.indicator_codes, Roles(task.lead_units, task.supporting_units))
    place = task.evidence
    if own := _bracketed(task, catalog, text):
        return {code: _of_code(roles, code, own) for code, roles in found.items()}
    if place is None or place.table is not None:
        return found
    if apart := _apart(task, catalog):
        found = {code: _of_code(roles, code, apart) for code, roles in found.items()}
    if "phối hợp" not in fold(task.quote):
        return found
    _swap_helped(task, place.start, parts_by_role(task.quote, catalog), found)
    return {code: _of_code(roles, code, _limited(task, catalog)) for code, roles in found.items()}


def _bracketed(task: Task, catalog: Catalog, text: str) -> dict[str, frozenset[str]]:
    """Codes in the brackets of units, by the unit's words."""
    own: dict[str, frozenset[str]] = {}
    for unit in (*task.lead_units, *task.supporting_units):
        end = unit.evidence.end if unit.evidence else len(text)
        codes = codes_of_unit(unit.text + text[end : end + 120], 0, len(unit.text), catalog)
        own |= {unit.text: codes} if codes else {}
    return own


def _apart(task: Task, catalog: Catalog) -> dict[str, frozenset[str]]:
    """Codes of each of several leads, by the unit's words."""
    units = [u for u in task.lead_units if u.evidence is not None]
    return {units[i].text: c for i, c in codes_of_leads(task.quote, _spans(task, units), catalog).items()}


def _spans(task: Task, units: Sequence[Unit]) -> list[tuple[int, int]]:
    """Where units stand in the words of their task."""
    at = task.evidence.start if task.evidence else 0
    return [(u.evidence.start - at, u.evidence.end - at) for u in units if u.evidence is not None]


def _limited(task: Task, catalog: Catalog) -> dict[str, frozenset[str]]:
    """Units that help with some codes only, by their words."""
    units = [u for u in task.supporting_units if u.evidence is not None]
    found = limited_helpers(task.quote, _spans(task, units), catalog)
    return {units[i].text: codes for i, codes in found.items()}


def _of_code(roles: Roles, code: str, own: Mapping[str, frozenset[str]]) -> Roles:
    def having(units: Iterable[Unit]) -> list[Unit]:
        return [unit for unit in units if unit.text not in own or code in own[unit.text]]

    return Roles(having(roles.leads), having(roles.supports)) if own else roles


def _swap_helped(task: Task, offset: int, parts: Sequence[Part], found: dict[str, Roles]) -> None:
    """Indicators that the task's own unit only helps with go to the one it helps."""
    helped = [part for part in parts if part.helps and part.codes and not _subject(task, offset, part)]
    led = {code for part in parts if not part.helps for code in part.codes}
    for part in helped:
        inside = [u for u in (*task.lead_units, *task.supporting_units) if _stands_in(u, offset, part)]
        own = [u for u in task.lead_units if u not in inside]
        if not own:
            continue  # "Phối hợp với Sở B thực hiện …" was read as Sở B's
        partner = [u for u in inside if len(inside) == 1 and not _NAMED_LEAD.search(fold(task.quote))]
        for code in part.codes:
            if code in found and code not in led:
                found[code] = Roles(partner, own)
    beside = [u for u in task.supporting_units if not any(_stands_in(u, offset, part) for part in helped)]
    for code in led & found.keys() if helped else ():
        found[code] = Roles(task.lead_units, beside)


def _stands_in(unit: Unit, offset: int, part: Part) -> bool:
    return unit.evidence is not None and part.start <= unit.evidence.start - offset < part.end


def _subject(task: Task, offset: int, part: Part) -> bool:
    """Whether another unit stands right before a helping part as its subject: "Sở B phối hợp ở …"."""
    return any(
        u.evidence is not None and 0 <= part.start - (u.evidence.end - offset) <= len(" tham gia ")
        for u in task.supporting_units
    )
