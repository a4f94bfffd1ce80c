"""Rules of a catalog: which concepts together mean an indicator, and which must not be confused with it.

A rule is a line of words: ``a`` needs the concept a, ``a|b`` one of them, ``-a`` forbids it, ``+a``
welcomes it. Several lines for one indicator are alternatives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extractor.catalog.concepts import Spot


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to mean ``code``; for a negative, the label of what is meant instead."""

    code: str
    needs: tuple[tuple[str, ...], ...]
    forbids: frozenset[str]
    welcomes: frozenset[str]
    _slots: tuple[frozenset[str], ...] = field(init=False, repr=False, compare=False)
    """``needs`` once more, for the quick look whether the rule can hold at all."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_slots", tuple(frozenset(slot) for slot in self.needs))

    def read(self, spots: Mapping[str, Sequence[Spot]]) -> tuple[Spot, ...] | None:
        """The spots that fulfil the rule, None when it does not hold."""
        if not self.forbids.isdisjoint(spots) or any(slot.isdisjoint(spots) for slot in self._slots):
            return None
        chosen: list[Spot] = []
        for slot in self.needs:
            options = [s for concept in slot for s in spots.get(concept, ())]
            chosen.append(max(options, key=lambda s: (len(s) - s.cost, -s.start)))
        chosen += [s for concept in sorted(self.welcomes) for s in spots.get(concept, ())[:1]]
        return tuple(dict.fromkeys(chosen))


@dataclass(frozen=True, slots=True)
class Negative:
    """Something else that sounds like an indicator; ``codes`` empty means: like any of them."""

    label: str
    rules: tuple[Rule, ...]
    codes: frozenset[str]
    example: str
    soft: bool = False
    """Whether the row or task around the statement may still say what is measured."""

    def holds(self, spots: Mapping[str, Sequence[Spot]]) -> bool:
        return any(rule.read(spots) is not None for rule in self.rules)


def parse(code: str, line: str) -> Rule:
    """A rule from its line."""
    parts = line.split()
    return Rule(
        code,
        needs=tuple(tuple(p.split("|")) for p in parts if p[0] not in "-+"),
        forbids=frozenset(p[1:] for p in parts if p[0] == "-"),
        welcomes=frozenset(p[1:] for p in parts if p[0] == "+"),
    )


def rules_of(data: Mapping[str, Any]) -> tuple[Rule, ...]:
    """The rules of the ``indicators`` part of a rules file."""
    return tuple(
        parse(code, line) for code, entry in data.get("indicators", {}).items() for line in entry["when"]
    )


def negatives_of(data: Mapping[str, Any]) -> tuple[Negative, ...]:
    """The negatives of a rules file."""
    return tuple(
        Negative(
            label=entry["label"],
            rules=tuple(parse("", line) for line in entry["when"]),
            codes=frozenset(entry.get("codes", ())),
            example=entry["example"],
            soft=bool(entry.get("soft")),
        )
        for entry in data.get("not", ())
    )
