"""One work in the body and in a row of the annex: other leads, or times that do not go together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from extractor.analysis.audit.coverage import named_apart
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.rare_words import near_pairs
from extractor.analysis.audit.subject import Subject
from extractor.analysis.audit.twice_due import (
    Times,
    conflict,
    content_words,
    pieces,
    times,
    two_times,
)  # fmt: skip
from extractor.records import Task
from extractor.vietnamese.forms import fold

_CODED, _SAME = (0.6, 0.35), (0.9, 0.4)
"""Shares of the words in common, of the shorter and of the longer telling: with one code, with none."""
_LEAST_CODED, _LEAST = 4, 5
_MANY, _BOTH = 800, 2
_TAIL = re.compile(
    r",? (?:theo (?:tài liệu|hướng dẫn|kế hoạch|quy định|chỉ đạo|tiến độ)|và (?:báo cáo|tổng hợp)|"
    r"báo cáo|nhằm|để|"
    r"phục vụ|góp phần)(?!\w)"
)
"""What follows does not tell what the work is."""
_LEADS = re.compile(r"chủ trì(?!:)")


class _Told(NamedTuple):
    words: frozenset[str]
    pieces: frozenset[str]
    codes: frozenset[str]
    task: Task


def works(subject: Subject) -> Iterator[Hit]:
    """ "… Chủ trì: Sở A; thời hạn: quý II" in the body, Sở B or November in the annex's row of that
    work."""
    led, body, rows = _sides(subject)
    near = chain(_near(body, rows), _near(led, body + rows))
    pairs = [(a, b) for a, b in near if _same(a, b)]
    often = Counter(id(told) for pair in pairs for told in pair)
    for a, b in pairs:
        if often[id(a)] == 1 and often[id(b)] == 1:
            yield from _leads(subject, a.task, b.task)
            yield from _deadlines(subject, a.task, b.task)


def _sides(subject: Subject) -> tuple[list[_Told], list[_Told], list[_Told]]:
    """Tasks with a lead or a time: what a unit is told to lead, others of paragraphs, those of rows."""
    sides: tuple[list[_Told], list[_Told], list[_Told]] = ([], [], [])
    tasks = subject.extraction.tasks[:_MANY]
    tabled = {t.evidence.table is None for t in tasks if t.evidence is not None}
    if len(tabled) < _BOTH and not any(_LEADS.match(fold(t.title)) for t in tasks):
        return sides
    for task in tasks:
        if task.evidence is None or not (task.lead_units or task.deadline):
            continue
        title = _TAIL.split(task.title)[0]
        stages = frozenset(piece for piece in pieces(task, title) if not piece.isdigit())
        told = _Told(content_words(task, title), stages, frozenset(task.indicator_codes), task)
        if len(told.words) >= _LEAST_CODED:
            side = 2 if task.evidence.table is not None else 1
            sides[0 if side == 1 and _LEADS.match(fold(task.title)) else side].append(told)
    return sides


def _near(ones: list[_Told], others: list[_Told]) -> Iterator[tuple[_Told, _Told]]:
    pairs = near_pairs([told.words for told in ones], [told.words for told in others], _CODED[0])
    return ((ones[i], others[j]) for i, j in pairs)


def _same(a: _Told, b: _Told) -> bool:
    common = len(a.words & b.words)
    least, most = sorted((len(a.words), len(b.words)))
    coded = len(a.codes) == 1 and a.codes == b.codes
    if not coded and (least < _LEAST or (a.codes and b.codes and not a.codes & b.codes)):
        return False
    part, whole = _CODED if coded else _SAME
    return common >= part * least and common >= whole * most and a.pieces == b.pieces


def _leads(subject: Subject, a: Task, b: Task) -> Iterator[Hit]:
    if len(a.lead_units) != 1 or len(b.lead_units) != 1:
        return
    one, two = a.lead_units[0], b.lead_units[0]
    if not named_apart(one.name, two.name):
        return
    figures: dict[str, Figure] = {"what": f"“{a.title}”", "first": one.name, "second": two.name}
    spans = (*subject.units([one]), *subject.units([two]), subject.of(a), subject.of(b))
    yield Hit("lead-stated-twice", figures, spans, next(iter(b.indicator_codes), None))


def _deadlines(subject: Subject, a: Task, b: Task) -> Iterator[Hit]:
    one, two = times(a), times(b)
    if one is not None and two is not None and _apart(one, two):
        yield two_times(subject, a, b, next(iter(b.indicator_codes), None))


def _apart(one: Times, two: Times) -> bool:
    return one.last != two.last and conflict(one, two)
