"""The annotators run over a text as one spaCy pipeline; what they found, as plain lists."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.annotators.acts import Act, find_acts
from extractor.annotators.quantities import Quantity, find_quantities


@dataclass(frozen=True, slots=True)
class Annotations:
    """Spans found in a text, in order."""

    quantities: tuple[Quantity, ...]
    acts: tuple[Act, ...]


def annotate(text: str) -> Annotations:
    """Quantities and cited acts of a text (NFC)."""
    return Annotations(tuple(find_quantities(text)), tuple(find_acts(text)))
