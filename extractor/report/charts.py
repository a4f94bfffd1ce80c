"""Geometry of the pictures; the templates draw them as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_TOP, _BOTTOM, _GAP = 30.0, 14.0, 13.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A horizontal bar: ``share`` from 0 to 1 of its track."""

    label: str
    share: float
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """A way from a past value to a target, both in percent, with the words at its ends."""

    start: float
    end: float
    before: str
    after: str
    link: str = ""
    """Where the target's words stand on the page, such as #q7."""


@dataclass(frozen=True, slots=True)
class SlopeLine:
    """A line with the places of its labels, in units of the picture."""

    y1: float
    y2: float
    label1: float
    label2: float
    before: str
    after: str
    link: str

    @property
    def falls(self) -> bool:
        """Whether the target is below the past value (y grows downwards)."""
        return self.y2 > self.y1 + 0.01


@dataclass(frozen=True, slots=True)
class Slopes:
    """Lines from past values (left) to targets (right), on one scale from 0 to 100 %."""

    title: str
    description: str
    left: str
    right: str
    height: float
    lines: tuple[SlopeLine, ...]


def shortened(text: str, length: int) -> str:
    """At most ``length`` characters, cut between words."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def slopes(title: str, steps: Sequence[Step], left: str, right: str) -> Slopes:
    """Place lines and labels so that no label covers another; the picture grows with their number."""
    height = max(120.0, _TOP + _BOTTOM + _GAP * max(len(steps), 1) + 30)
    room = height - _TOP - _BOTTOM

    def y(value: float) -> float:
        return _TOP + room * (1 - min(max(value, 0.0), 100.0) / 100)

    starts, ends = [y(step.start) for step in steps], [y(step.end) for step in steps]
    bottom = height - _BOTTOM
    befores, afters = spread(starts, _TOP, bottom, _GAP), spread(ends, _TOP, bottom, _GAP)
    lines = tuple(
        SlopeLine(y1, y2, label1, label2, step.before, step.after, step.link)
        for y1, y2, label1, label2, step in zip(starts, ends, befores, afters, steps, strict=True)
    )
    told = "; ".join(f"{step.before} đến {step.after}" for step in steps)
    return Slopes(title, f"Từ kỳ trước đến chỉ tiêu: {told}.", left, right, height, lines)


def spread(places: Sequence[float], low: float, high: float, gap: float) -> list[float]:
    """The places moved as little as needed to lie ``gap`` apart, in their order, between low and high."""
    order = sorted(range(len(places)), key=lambda index: (places[index], index))
    moved = list(places)
    for before, index in zip([None, *order], order, strict=False):
        moved[index] = max(moved[index], low if before is None else moved[before] + gap)
    limit = high
    for index in reversed(order):
        moved[index] = min(moved[index], limit)
        limit = moved[index] - gap
    return moved
