"""Findings that only the spaCy components speak of; the others are the annotators' own dataclasses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

CueKind = Literal["comparator", "target", "tier", "role"]
UnitRole = Literal["lead", "support", "monitor", "unit"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase of a gazetteer; ``meaning`` is what the gazetteer says of it ("ge", "lead")."""

    start: int
    end: int
    kind: CueKind
    meaning: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written, its full names, and its role in the line ("unit" where the line gives none)."""

    start: int
    end: int
    text: str
    names: tuple[str, ...]
    role: UnitRole


@dataclass(frozen=True, slots=True)
class Deadline:
    """Words of time and what they mean: the last day, if they name one, and whether the work comes back."""

    start: int
    end: int
    kind: Literal["deadline", "horizon"]
    due: date | None
    recurring: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A word of one or more syllables, as segmented by underthesea."""

    start: int
    end: int
