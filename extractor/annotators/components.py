"""The annotators as spaCy components, registered by entry points: usable in anyone's pipeline.

``nlp.add_pipe("kehoach_quantities")`` writes ``doc.spans["quantities"]``; ``span._.kehoach`` is the finding.
Each component reads the text alone and stands in any order with others (docs/spacy.md shows them at work).

spaCy imports this module whenever a pipeline is built, so it stays light: underthesea loads at first use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import attrgetter
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from extractor.annotators.acts import find_acts
from extractor.annotators.drafts import Mode, TargetDraft
from extractor.annotators.quantities import find_quantities
from extractor.annotators.roles import read_roles
from extractor.annotators.spacy_parts import carrier
from extractor.annotators.spacy_parts.cues import KINDS, find_cues
from extractor.annotators.spacy_parts.findings import Cue, CueKind, Deadline, Unit, UnitRole, Word
from extractor.annotators.targets import find_targets
from extractor.annotators.units import UnitMention, find_units
from extractor.vietnamese.dates import DateMention, find_dates
from extractor.vietnamese.periods import find_deadlines, read_deadline
from extractor.vietnamese.segmentation import word_spans
from extractor.vietnamese.tokens import KehoachTokenizer

carrier.register()

_ASSIGNS = ["doc.spans", "doc._.kehoach", "span._.kehoach"]


@dataclass(frozen=True)
class SpanComponent:
    """A component: finds things in a Doc, and puts them under ``key`` with a label each."""

    key: str
    find: Callable[[Doc], Sequence[carrier.Finding]]
    label: Callable[[Any], str]

    def __call__(self, doc: Doc) -> Doc:
        found = self.find(doc)
        return carrier.write(doc, self.key, found, map(self.label, found))


def _of_text(find: Callable[[str], Sequence[carrier.Finding]], doc: Doc) -> Sequence[carrier.Finding]:
    return find(doc.text)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the lines that hold anything: each is one item (a paragraph, a bullet)."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if not text[start:end].isspace() and end > start:
            yield start, end
        start = end + 1


# --- cues, acts, dates, quantities ---------------------------------------------------------------


@Language.factory("kehoach_cues", assigns=_ASSIGNS, default_config={"kinds": list(KINDS)})
def make_cues(nlp: Language, name: str, kinds: list[CueKind]) -> SpanComponent:  # noqa: ARG001
    """Words of comparison, aim, past, tier and role, by PhraseMatcher over the gazetteers."""
    return SpanComponent("cues", partial(_cues, nlp, [k for k in KINDS if k in kinds]), attrgetter("kind"))


def _cues(nlp: Language, kinds: Sequence[CueKind], doc: Doc) -> list[Cue]:
    return find_cues(doc, kinds, our_tokens=isinstance(nlp.tokenizer, KehoachTokenizer))


@Language.factory("kehoach_acts", assigns=_ASSIGNS)
def make_acts(nlp: Language, name: str) -> SpanComponent:  # noqa: ARG001
    """Cited legal acts: type, number, date, issuer."""
    return SpanComponent("acts", partial(_of_text, find_acts), attrgetter("kind"))


@Language.factory("kehoach_dates", assigns=_ASSIGNS, default_config={"year": None})
def make_dates(nlp: Language, name: str, year: int | None) -> SpanComponent:  # noqa: ARG001
    """Dates and periods with their first and last days; ``year`` where none is printed."""
    return SpanComponent("dates", partial(_dates, year), attrgetter("precision"))


def _dates(year: int | None, doc: Doc) -> list[DateMention]:
    return find_dates(doc.text, year)


@Language.factory("kehoach_quantities", assigns=_ASSIGNS)
def make_quantities(nlp: Language, name: str) -> SpanComponent:  # noqa: ARG001
    """Values with unit, comparator and bounds; digits that are no values are left out."""
    return SpanComponent("quantities", partial(_of_text, find_quantities), attrgetter("unit"))


# --- units, deadlines, targets -------------------------------------------------------------------


@Language.factory("kehoach_units", assigns=_ASSIGNS)
def make_units(nlp: Language, name: str) -> SpanComponent:  # noqa: ARG001
    """Organisations with their full names and the role that their line gives them."""
    return SpanComponent("units", _units, attrgetter("role"))


def _units(doc: Doc) -> list[Unit]:
    text = doc.text  # once: spaCy puts it together at each access
    return [unit for start, end in _lines(text) for unit in _units_of_line(text, start, end)]


def _units_of_line(text: str, start: int, end: int) -> list[Unit]:
    named = find_units(text[start:end], start)
    if not named and ":" not in text[start:end]:  # without a label only a unit found can have a role
        return []
    roles = read_roles(text, start, end)
    given: list[tuple[UnitRole, Sequence[UnitMention]]] = [
        ("monitor", roles.monitoring),  # first: who monitors is among those who lead
        ("lead", roles.lead),
        ("support", roles.supporting),
        ("unit", named),
    ]
    found: list[Unit] = []
    for role, mentions in given:
        for m in mentions:
            if not any(u.start < m.end and m.start < u.end for u in found):
                found.append(Unit(m.start, m.end, m.text, m.names, role))
    return sorted(found, key=lambda u: u.start)


@Language.factory("kehoach_deadlines", assigns=_ASSIGNS, default_config={"year": None})
def make_deadlines(nlp: Language, name: str, year: int | None) -> SpanComponent:  # noqa: ARG001
    """Words of time that bind work, and horizons of aims; ``year`` is the plan's ("trong năm")."""
    return SpanComponent("deadlines", partial(_deadlines, year), attrgetter("kind"))


def _deadlines(year: int | None, doc: Doc) -> list[Deadline]:
    first, last = (date(year, 1, 1), date(year, 12, 31)) if year else (None, None)
    text, found = doc.text, []
    for start, end in _lines(text):
        for phrase in find_deadlines(text[start:end]):
            a, b = start + phrase.start, start + phrase.end
            reading = read_deadline(text[a:b], plan_start=first, plan_end=last, issued_on=None)
            found.append(Deadline(a, b, phrase.kind, reading.due, reading.recurring))
    return found


@Language.factory("kehoach_targets", assigns=_ASSIGNS, default_config={"mode": "prose", "year": None})
def make_targets(nlp: Language, name: str, mode: Mode, year: int | None) -> SpanComponent:  # noqa: ARG001
    """Commitments of each line, one for each value; values of years before ``year`` are results.

    ``mode`` says what kind of text it is: "prose" (careful), or "goal", "task", "cell".
    """
    return SpanComponent("targets", partial(_targets, mode, year), _level)


def _targets(mode: Mode, year: int | None, doc: Doc) -> list[TargetDraft]:
    text = doc.text
    quantities = find_quantities(text)
    return [t for line in _lines(text) for t in find_targets(text, line, quantities, mode, year)]


def _level(target: TargetDraft) -> str:
    return target.level or "target"


# --- words ---------------------------------------------------------------------------------------


@Language.factory("kehoach_words", assigns=_ASSIGNS)
def make_words(nlp: Language, name: str) -> SpanComponent:  # noqa: ARG001
    """Words of one or more syllables by underthesea (slower than all the others together)."""
    return SpanComponent("words", _words, _word_label)


def _words(doc: Doc) -> list[Word]:
    return [Word(start, end) for start, end in word_spans(doc.text)]


def _word_label(_: Word) -> str:
    return "word"
