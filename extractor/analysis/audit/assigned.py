"""Who has which indicator by the words of a task: one line may give some to lead and others to support.

"Sở A: chủ trì các chỉ số 2.1, 7.1; phối hợp với Sở B thực hiện chỉ số 2.8" leads two and supports one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractor.catalog import Catalog
from extractor.catalog.cited_roles import Part, parts_by_role
from extractor.records import Task, Unit
from extractor.vietnamese.forms import fold

_NAMED_LEAD = re.compile(r"(?<!\w)do\s[^;.]{3,80}\schủ trì")


class Roles(NamedTuple):
    """The units that lead and support one indicator."""

    leads: Sequence[Unit]
    supports: Sequence[Unit]


def roles_of(task: Task, catalog: Catalog) -> dict[str, Roles]:
    """Indicators of a task with the units that have them."""
    usual = Roles(task.lead_units, task.supporting_units)
    found = dict.fromkeys(task.indicator_codes, usual)
    place = task.evidence
    if place is None or place.table is not None or "phối hợp" not in fold(task.quote):
        return found
    parts = parts_by_role(task.quote, catalog)
    helped = [part for part in parts if part.helps and part.codes]
    led = {code for part in parts if not part.helps for code in part.codes}
    for part in helped:
        inside = [u for u in (*task.lead_units, *task.supporting_units) if _stands_in(u, place.start, part)]
        own = [u for u in task.lead_units if u not in inside]
        if not own:
            continue  # "Phối hợp với Sở B thực hiện …" was read as Sở B's
        partner = [u for u in inside if len(inside) == 1 and not _NAMED_LEAD.search(fold(task.quote))]
        for code in part.codes:
            if code in found and code not in led:
                found[code] = Roles(partner, own)
    beside = [
        u for u in task.supporting_units if not any(_stands_in(u, place.start, part) for part in helped)
    ]
    for code in led & found.keys() if helped else ():
        found[code] = Roles(task.lead_units, beside)
    return found


def _stands_in(unit: Unit, offset: int, part: Part) -> bool:
    return unit.evidence is not None and part.start <= unit.evidence.start - offset < part.end
