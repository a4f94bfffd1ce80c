"""Who has which indicator by the words of a task: one line may give some to lead and others to support.

"Sở A: chủ trì các chỉ số 2.1, 7.1; phối hợp với Sở B thực hiện chỉ số 2.8" leads two and supports one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractor.catalog import Catalog
from extractor.catalog.cited import cited_codes
from extractor.records import Task, Unit
from extractor.vietnamese.forms import fold

_ROLE = re.compile(
    r"(?<!do )(?<!\w)(?P<lead>chủ trì|phụ trách|chịu trách nhiệm|làm đầu mối)(?!\w)|(?<!\w)phối hợp(?!\w)"
)
_BOTH = re.compile(r"(?:chủ trì|đầu mối|chủ động)(?:,| và)?\s*$")
"""Words before "phối hợp" with which it is no role of its own: "chủ trì, phối hợp với Sở B"."""
_NAMED_LEAD = re.compile(r"(?<!\w)do\s[^;.]{3,80}\schủ trì")


class Roles(NamedTuple):
    """The units that lead and support one indicator."""

    leads: Sequence[Unit]
    supports: Sequence[Unit]


class _Part(NamedTuple):
    """A stretch of a task's words under one role; offsets are in its quote."""

    start: int
    end: int
    helps: bool


def roles_of(task: Task, catalog: Catalog) -> dict[str, Roles]:
    """Indicators of a task with the units that have them."""
    usual = Roles(task.lead_units, task.supporting_units)
    found = dict.fromkeys(task.indicator_codes, usual)
    place = task.evidence
    if place is None or place.table is not None or "phối hợp" not in fold(task.quote):
        return found
    parts = _parts(task.quote)
    told = [(part, cited_codes(task.quote[part.start : part.end], catalog)) for part in parts]
    helped = [(part, codes) for part, codes in told if part.helps and codes]
    led = {code for part, codes in told if not part.helps for code in codes}
    for part, codes in helped:
        inside = [u for u in (*task.lead_units, *task.supporting_units) if _stands_in(u, place.start, part)]
        own = [u for u in task.lead_units if u not in inside]
        if not own:
            continue  # "Phối hợp với Sở B thực hiện …" was read as Sở B's
        partner = [u for u in inside if len(inside) == 1 and not _NAMED_LEAD.search(fold(task.quote))]
        for code in codes:
            if code in found and code not in led:
                found[code] = Roles(partner, own)
    beside = [
        u for u in task.supporting_units if not any(_stands_in(u, place.start, part) for part, _ in helped)
    ]
    for code in led & found.keys() if helped else ():
        found[code] = Roles(task.lead_units, beside)
    return found


def _parts(quote: str) -> list[_Part]:
    """The words under each role; those before the first one are led."""
    low, marks = fold(quote), [(0, False)]
    for match in _ROLE.finditer(low):
        if match["lead"] or not _BOTH.search(low[: match.start()]):
            marks.append((match.start(), not match["lead"]))
    ends = [start for start, _ in marks[1:]] + [len(quote)]
    return [_Part(start, end, helps) for (start, helps), end in zip(marks, ends, strict=True)]


def _stands_in(unit: Unit, offset: int, part: _Part) -> bool:
    return unit.evidence is not None and part.start <= unit.evidence.start - offset < part.end
