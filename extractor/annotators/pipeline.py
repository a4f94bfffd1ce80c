"""The annotators run over a text as one spaCy pipeline; what they found, as plain lists."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from extractor.annotators.acts import Act
from extractor.annotators.quantities import Quantity
from extractor.sources.limits import Limits

if TYPE_CHECKING:
    from spacy.language import Language

COMPONENTS = (
    "kehoach_cues",
    "kehoach_acts",
    "kehoach_dates",
    "kehoach_quantities",
    "kehoach_units",
    "kehoach_deadlines",
    "kehoach_targets",
)
_NEEDED = ("kehoach_acts", "kehoach_quantities")  # by the assembly, which reads the rest place by place


@dataclass(frozen=True, slots=True)
class Annotations:
    """Spans found in a text, in order."""

    quantities: tuple[Quantity, ...]
    acts: tuple[Act, ...]


@cache
def make_nlp(components: tuple[str, ...] = COMPONENTS) -> Language:
    """A pipeline over spaCy's blank Vietnamese with our tokenizer and ``components``; built once."""
    from extractor.vietnamese.tokens import blank_vi

    import_module("extractor.annotators.components")  # a checkout that is not installed has no entry points
    nlp = blank_vi()
    nlp.max_length = Limits().max_chars  # spaCy's own bound is for parsers; none runs here
    for name in components:
        nlp.add_pipe(name)
    return nlp


def annotate(text: str) -> Annotations:
    """Quantities and cited acts of a text (NFC)."""
    from extractor.annotators.spacy_parts.carrier import values  # spaCy loads at first use

    nlp = make_nlp(_NEEDED)
    doc = nlp(nlp.tokenizer(text))  # as a Doc: the readers have bounded the length already
    return Annotations(tuple(values(doc, "quantities")), tuple(values(doc, "acts")))
