"""What a picture of a page marks: each found thing with its words and where they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from extractor.records import BoxRecord, Evidence, Extraction, Unit
from extractor.sources.model import Source
from extractor.sources.pdf_glyphs import Run

Kind = Literal["task", "target", "lead", "support", "monitor", "deadline", "baseline", "fact"]
_CONTEXT = 30  # letters before a quote that tell it from the same words elsewhere in its paragraph
_MAX_LETTERS = 6_000
_SURE = 0.5  # share of a quote's letters that must be found together


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding on a page: its kind, its id for tasks and targets, its words and their evidence."""

    kind: Kind
    evidence: Evidence
    id: str = ""

    def boxes(self, page: int) -> list[BoxRecord]:
        """The boxes of the evidence on ``page``."""
        return [box for box in self.evidence.boxes if box.page == page]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A place on a page in PDF points from its top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


def marks_on(extraction: Extraction, page: int) -> list[Mark]:
    """Everything found on a page, in the order of the document; each place and kind once."""
    found: dict[tuple[object, ...], Mark] = {}
    for mark in _marks(extraction):
        if mark.boxes(page):
            key = (mark.kind, mark.evidence.start, mark.evidence.end, mark.id)
            found.setdefault(key, mark)
    return sorted(found.values(), key=lambda mark: (mark.evidence.start, -mark.evidence.end))


def _marks(extraction: Extraction) -> Iterator[Mark]:
    for evidence in extraction.document.evidence.values():
        yield Mark("fact", evidence)
    for task in extraction.tasks:
        if task.evidence:
            yield Mark("task", task.evidence, task.id)
        yield from _units("lead", task.lead_units)
        yield from _units("support", task.supporting_units)
        yield from _units("monitor", task.monitoring_units)
        if task.deadline and task.deadline.evidence:
            yield Mark("deadline", task.deadline.evidence)
    for target in extraction.targets:
        if target.evidence:
            yield Mark("target", target.evidence, target.id)
        yield from _units("lead", target.lead_units or ())
        yield from _units("support", target.supporting_units or ())
        if target.deadline and target.deadline.evidence:
            yield Mark("deadline", target.deadline.evidence)
        yield from (Mark("baseline", b.evidence) for b in target.baselines if b.evidence)
    yield from (Mark("baseline", score.evidence, "") for score in extraction.scores if score.evidence)


def _units(kind: Kind, units: Iterable[Unit]) -> Iterator[Mark]:
    yield from (Mark(kind, unit.evidence) for unit in units if unit.evidence)


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    run: Run
    place: int  # of its character in the run


def words_of(mark: Mark, source: Source, runs: Iterable[Run], page: int) -> list[Rectangle]:
    """The lines that exactly the words of a mark fill on ``page``; none where the page's text differs."""
    letters = [letter for box in mark.boxes(page) for letter in _letters(runs, box)][:_MAX_LETTERS]
    text = "".join(letter.text for letter in letters)
    start, end = mark.evidence.start, mark.evidence.end
    wanted = _squeezed(source.text[start:end])[:_MAX_LETTERS]
    before = _squeezed(source.text[max(start - 4 * _CONTEXT, 0) : start])[-_CONTEXT:]
    if not wanted or not text:
        return []
    at, size = -1, len(wanted)
    for context in (before, before[-12:], before[-4:], ""):  # what stands before may be outside the box
        at = text.find(context + wanted)
        if at >= 0:
            at += len(context)
            break
    if at < 0:  # a part of it stands on another page, or a hyphen was undone
        match = SequenceMatcher(None, text, wanted, autojunk=False).find_longest_match()
        at, size = match.a, match.size
        if size < _SURE * min(len(wanted), len(text)):
            return []
    return list(_lines(letters[at : at + size]))


def _squeezed(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFC", text).lower() if c.isalnum() or c == "%")


def _letters(runs: Iterable[Run], box: BoxRecord) -> Iterator[_Letter]:
    """Letters inside a box in reading order."""
    inside = [run for run in runs if not run.turn and _in_box(run, box)]
    inside.sort(key=lambda run: run.y)
    lines: list[list[Run]] = []
    for run in inside:
        if lines and run.y - lines[-1][0].y < 0.4 * run.size:
            lines[-1].append(run)
        else:
            lines.append([run])
    for line in lines:
        for run in sorted(line, key=lambda r: r.x0):
            for place, char in enumerate(run.text):
                for letter in _squeezed(char):
                    yield _Letter(letter, run, place)


def _in_box(run: Run, box: BoxRecord) -> bool:
    middle = (run.top + run.bottom) / 2
    shared = min(run.x1, box.x1) - max(run.x0, box.x0)
    across = shared >= 0.5 * min(run.x1 - run.x0, box.x1 - box.x0)
    return box.top - 2 <= middle <= box.bottom + 2 and across


def _lines(letters: list[_Letter]) -> Iterator[Rectangle]:
    """One rectangle for the letters of each line."""
    open_line: Rectangle | None = None
    for letter in letters:
        run = letter.run
        left, right = _edges(run, letter.place)
        if open_line is not None and abs(open_line.bottom - run.bottom) < 0.4 * run.size:
            open_line = Rectangle(
                min(open_line.x0, left), min(open_line.top, run.top),
                max(open_line.x1, right), max(open_line.bottom, run.bottom),
            )  # fmt: skip
            continue
        if open_line is not None:
            yield open_line
        open_line = Rectangle(left, run.top, right, run.bottom)
    if open_line is not None:
        yield open_line


def _edges(run: Run, place: int) -> tuple[float, float]:
    """Left and right edge of a character, as far as its run's width and usual widths tell."""
    widths = [_width(char) for char in run.text]
    scale = (run.x1 - run.x0) / max(sum(widths), 0.1)
    left = run.x0 + scale * sum(widths[:place])
    return left, left + scale * widths[place]


def _width(char: str) -> float:
    """A character's usual width beside that of an "n"."""
    base = unicodedata.normalize("NFD", char)[:1]
    if base in " iljtfrI.,;:()[]'|/-!":
        return 0.55
    return 1.5 if base in "mMwW%" else 1.25 if base.isupper() else 0.95
