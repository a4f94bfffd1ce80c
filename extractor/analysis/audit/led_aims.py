"""Units named at the end of an aim ("…, do Cục A chủ trì") against those of the annex's rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.coverage import named_apart
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.annotators.units import find_units
from extractor.records import Task, Unit

_AIMED = re.compile(
    r"(?:,| và|;|\()\s*(?:giao |do )(?P<unit>[^,;.()\d]{5,80}?) (?:là (?:cơ quan|đơn vị) )?"
    r"(?:chủ trì|làm đầu mối|phụ trách)(?: thực hiện| triển khai| tổ chức thực hiện)?\)?\s*[.;]?\s*\Z"
)
_MANY = 800
_AIMS = sign(_AIMED, needs=("do ",)) | sign(_AIMED, needs=("giao ",))


def aims(subject: Subject) -> Iterator[Hit]:
    """ "- Tỷ lệ … đạt 50%, do Cục A chủ trì." among the aims, Sở B in the annex's row of that indicator."""
    passages = subject.telling(_AIMS)
    targets = [t for t in subject.extraction.targets if t.evidence and len(t.indicator_codes) == 1]
    rows = _leads_of_rows(subject) if passages else {}
    for start, words in passages:
        match = _AIMED.search(words)
        codes = {
            t.indicator_codes[0] for t in targets
            if t.evidence and t.evidence.table is None and start <= t.evidence.start < start + len(words)
        }  # fmt: skip
        named = subject.text[slice(*(start + at for at in match.span("unit")))] if match else ""
        units = find_units(named)
        code = next(iter(codes), "")
        one_unit = len(units) == 1 and len(units[0].names) == 1
        if match is None or len(codes) != 1 or not one_unit or code not in rows:
            continue
        task, unit = rows[code]
        if not named_apart(units[0].names[0], unit.name):
            continue
        figures: dict[str, Figure] = {"what": f"“{task.title}”", "first": units[0].names[0]}
        figures["second"] = unit.name
        spans = (subject.around(start, match, 40), *subject.units([unit]), subject.of(task))
        yield Hit("lead-stated-twice", figures, spans, code)


def _leads_of_rows(subject: Subject) -> dict[str, tuple[Task, Unit]]:
    """The rows of indicators that one unit leads, by the code."""
    found: dict[str, list[tuple[Task, Unit]]] = {}
    for task in subject.extraction.tasks[:_MANY]:
        units = task.lead_units or ()
        if task.evidence and task.evidence.table is not None and len(task.indicator_codes) == len(units) == 1:
            found.setdefault(task.indicator_codes[0], []).append((task, units[0]))
    return {code: rows[0] for code, rows in found.items() if len(rows) == 1}
