"""Who has which indicator by the words of a task: one line may give some to lead and others to support.

"Sở A: chủ trì các chỉ số 2.1, 7.1; phối hợp với Sở B thực hiện chỉ số 2.8" leads two and supports one;
"Sở A (CS 2.9), Sở B (CS 2.10)" gives each its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractor.catalog import Catalog
from extractor.catalog.cited import CODE, cited_codes
from extractor.catalog.cited_roles import Part, parts_by_role
from extractor.records import Task, Unit
from extractor.vietnamese.forms import fold

_NAMED_LEAD = re.compile(r"(?<!\w)do\s[^;.]{3,80}\schủ trì")
_BEHIND_UNIT = re.compile(
    rf"\s*\(\s*(?:(?:các )?(?:cs|chỉ số|chỉ tiêu|mã số|mã)\s*:?\s*)?"
    rf"(?P<codes>{CODE}(?:\s*(?:,|;|và|đến|-|–)\s*(?:cs |chỉ số )?{CODE}){{0,12}})\s*\)"
)
_OF_ITSELF = re.compile(r"\s*(?:cùng |tham gia )?$")
_ONLY_FOR = re.compile(rf"(?:trong đó|riêng|đối với|với)\s[^;.]{{0,60}}?(?:{CODE})[^;.]{{0,40}}$")


class Roles(NamedTuple):
    """The units that lead and support one indicator."""

    leads: Sequence[Unit]
    supports: Sequence[Unit]


def roles_of(task: Task, catalog: Catalog, text: str = "") -> dict[str, Roles]:
    """Indicators of a task with the units that have them; ``text`` is that of the document, where kept."""
    usual = Roles(task.lead_units, task.supporting_units)
    found = dict.fromkeys(task.indicator_codes, usual)
    place = task.evidence
    if bracketed := _bracketed(task, catalog, text):
        return {code: _of_code(roles, code, bracketed) for code, roles in found.items()}
    if place is None or place.table is not None or "phối hợp" not in fold(task.quote):
        return found
    return _by_parts(task, place.start, parts_by_role(task.quote, catalog), found, catalog)


def _bracketed(task: Task, catalog: Catalog, text: str) -> dict[str, frozenset[str]]:
    """Codes in the brackets behind units, by the unit's words: "Sở A (CS 2.9), Sở B (CS 2.10)"."""
    own: dict[str, frozenset[str]] = {}
    for unit in (*task.lead_units, *task.supporting_units):
        end = unit.evidence.end if unit.evidence else len(text)
        match = _BEHIND_UNIT.search(fold(unit.text)) or _BEHIND_UNIT.match(fold(text[end : end + 120]))
        if match:
            own[unit.text] = frozenset(cited_codes(f"chỉ số {match['codes']}", catalog))
    return own


def _of_code(roles: Roles, code: str, own: dict[str, frozenset[str]]) -> Roles:
    def having(units: Iterable[Unit]) -> list[Unit]:
        return [unit for unit in units if unit.text not in own or code in own[unit.text]]

    return Roles(having(roles.leads), having(roles.supports))


def _by_parts(
    task: Task, offset: int, parts: Sequence[Part], found: dict[str, Roles], catalog: Catalog
) -> dict[str, Roles]:
    """Roles where a line tells what is led and what is only helped with."""
    led = {code for part in parts if not part.helps for code in part.codes}
    limited: dict[str, set[str]] = {}  # helpers of some codes only, by their words
    helped: list[Part] = []
    for part in parts:
        if not part.helps:
            continue
        subject = [u for u in task.supporting_units if _stands_before(u, task, offset, part)]
        codes = part.codes or _only_for(task.quote[: part.start], catalog)
        if subject or not part.codes:
            inside = subject or [u for u in task.supporting_units if _stands_in(u, offset, part)]
            for unit in inside if codes else ():
                limited.setdefault(unit.text, set()).update(codes)
        else:
            helped.append(part)
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
    for code, roles in found.items() if limited else ():
        kept = [u for u in roles.supports if u.text not in limited or code in limited[u.text]]
        found[code] = Roles(roles.leads, kept)
    return found


def _stands_in(unit: Unit, offset: int, part: Part) -> bool:
    return unit.evidence is not None and part.start <= unit.evidence.start - offset < part.end


def _stands_before(unit: Unit, task: Task, offset: int, part: Part) -> bool:
    """Whether a unit is the subject of a helping part: "Sở B phối hợp ở chỉ số 5.12.1"."""
    end = unit.evidence.end - offset if unit.evidence else len(task.quote)
    return 0 <= end <= part.start and bool(_OF_ITSELF.fullmatch(fold(task.quote[end : part.start])))


def _only_for(before: str, catalog: Catalog) -> tuple[str, ...]:
    """ "…, trong đó chỉ số 4.7 phối hợp với Trường X": the codes that the helper is limited to."""
    clause = _ONLY_FOR.search(fold(before))
    return tuple(cited_codes(before[clause.start() :], catalog)) if clause else ()
