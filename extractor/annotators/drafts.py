"""What the reading of a text gives: drafts of targets and results, as offsets and values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractor.annotators.covered import Covered
from extractor.annotators.quantities import Quantity
from extractor.records import Comparator, Level, TargetUnit, Verdict

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


@dataclass(frozen=True, slots=True)
class ActualDraft:
    """A result found; its quote is ``start:end``, ``number`` where its digits begin.

    ``covered`` is the period that its own words give; None where they are silent.
    """

    start: int
    end: int
    number: int
    indicator: str
    value: float | None
    unit: TargetUnit | None
    comparator: Comparator | None = None
    level: Level | None = None
    numerator: float | None = None
    denominator: float | None = None
    of_target: float | None = None
    verdict: Verdict | None = None
    covered: Covered | None = None
