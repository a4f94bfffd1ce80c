"""What the reading of a text gives: drafts of targets, as offsets and values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractor.annotators.quantities import Quantity
from extractor.records import Comparator, Level

Mode = Literal["goal", "cell", "task", "prose"]


@dataclass(frozen=True, slots=True)
class TargetDraft:
    """A commitment found. ``quote`` is ``start:end``; ``quantity`` None for a qualitative one.

    ``horizon`` is the span of words like "đến năm 2025"; ``order`` its place in the sentence.
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
