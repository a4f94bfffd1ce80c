"""Tasks and lines of goals that may be left undone: "khi có điều kiện", "theo khả năng thực tế"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extractor.analysis.audit.clauses import SENTENCE
from extractor.analysis.audit.measurability import vague_words
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.structure.markers import marker_of

_AIM = re.compile(r"(?<!\w)(?:đạt|phấn đấu|nâng|tăng|mục tiêu)(?!\w)")
_FAR = 60
"""Letters between an aim and what makes it vague."""


_VAGUE = sign(vague_words(tasks=True))


def tasks(subject: Subject) -> Iterator[Hit]:
    """Tasks that may be left undone: "khi có điều kiện", "theo nhu cầu thực tế"."""
    aims = [t.evidence for t in subject.extraction.targets if t.evidence is not None]
    for task in subject.extraction.tasks:
        place = task.evidence
        if place is None or subject.source is None:
            continue
        cue = vague_words(tasks=True).search(subject.folded, place.start, place.end)
        if cue and not any(e.start <= cue.start() < e.end for e in aims):
            start = max(subject.text.rfind(mark, place.start, cue.start()) + 1 for mark in (". ", "; "))
            span = subject.at(max(place.start, start), min(place.end, cue.end() + 60))
            code = next(iter(task.indicator_codes), None)
            figures = {"task": " ".join(span.quote.split())[:160], "words": cue.group()}
            yield Hit("vague-task", figures, (span,), code)


def goals(subject: Subject) -> Iterator[Hit]:
    """ "3. Các chỉ số còn lại đạt điểm cao nhất theo khả năng thực tế": an aim that was read as none."""
    read = sorted(r.evidence.start for r in subject.records if r.evidence is not None)
    for start, words in subject.telling(_VAGUE):
        at = bisect_left(read, start)
        if at < len(read) and read[at] < start + len(words):
            continue  # told of the record
        if marker_of(subject.text[start : start + 80])[0] == "none":
            continue  # no item of a list
        for sentence in SENTENCE.finditer(words):
            cue = vague_words(tasks=True).search(sentence.group())
            before = sentence.group()[: cue.start()][-_FAR:] if cue else ""
            if cue and _AIM.search(before) and not re.search(r"\d", before):
                span = subject.at(start + sentence.start(), start + sentence.end())
                figures: dict[str, Figure] = {"target": " ".join(span.quote.split())[:160]}
                yield Hit("vague-target", figures | {"words": cue.group(), "value": None}, (span,))
