"""What is told elsewhere: units of another sentence, times of another task, results of a row."""

from __future__ import annotations

import re

from extractor.analysis.audit.figures import value
from extractor.analysis.audit.subject import Subject
from extractor.records import Unit
from extractor.vietnamese.letters import UPPER

_SENTENCE = re.compile(rf"[.;]\s+(?=[{UPPER}])")
_LEADS = re.compile(r"(?<!\w)(?:chủ trì|phụ trách|chịu trách nhiệm|làm đầu mối)(?!\w)")


def of_other_sentences(subject: Subject, one: Unit, other: Unit) -> bool:
    """Two units of one paragraph that different sentences charge: "Sở A chủ trì …. Sở B chủ trì …".

    In a table a stop between two names charges both with one work.
    """
    places = sorted((u.evidence for u in (one, other) if u.evidence is not None), key=lambda e: e.start)
    if len(places) < 2 or any(place.table is not None for place in places):
        return False
    low, high = places[0].end, places[1].start
    stop = _SENTENCE.search(subject.text, low, high + 1)  # a name opens its sentence
    if stop is None or "\n" in subject.text[low:high]:  # labelled lines are of one work
        return False
    behind = subject.folded[stop.end() : places[1].end + 60]
    return bool(_LEADS.search(subject.folded, low, stop.start()) or _LEADS.search(behind))


def timed_elsewhere(subject: Subject) -> frozenset[str]:
    """Tasks of one indicator that another task of it, with one of their leads, gives a deadline."""
    alone = [task for task in subject.extraction.tasks if len(task.indicator_codes) == 1]
    timed = {
        (task.indicator_codes, unit.name) for task in alone if task.deadline is not None
        for unit in task.lead_units
    }  # fmt: skip
    return frozenset(
        task.id for task in alone
        if any((task.indicator_codes, unit.name) in timed for unit in task.lead_units)
    )  # fmt: skip


def with_results(subject: Subject) -> frozenset[str]:
    """Indicators whose row holds a figure in its column of results, whatever its target is."""
    return frozenset(
        row.label for row in subject.rows
        if row.label in subject.catalog and value(subject.low(row.cells.get("result"))) is not None
    )  # fmt: skip
