"""What the reading of a text gives: drafts of targets, as offsets and values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractor.annotators.quantities import Quantity
from extractor.records import Comparator, Level, TargetUnit

Mode = Literal["goal", "cell", "task", "prose"]


@dataclass(frozen=True, slots=True)
class TargetDraft:
    """A commitment found. Its quote is ``start:end``; ``quantity`` is None for a qualitative one.

    ``order`` is its place in the sentence, ``previous`` the value that it starts from.
    """

    start: int
    end: int
    indicator: str
    quantity: Quantity | None
    comparator: Comparator | None
    level: Level | None
    sentence: tuple[int, int]
    order: int = 0
    baseline_brackets: tuple[tuple[int, int], ...] = ()
    previous: Quantity | None = None
    notes: tuple[str, ...] = ()

    @property
    def unit(self) -> TargetUnit | None:
        """The unit of its value."""
        return self.quantity.unit if self.quantity else None
