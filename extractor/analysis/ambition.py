"""Who promised most: ranks of targets that can be set against each other, and nothing else."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from extractor.analysis.entries import Entry
from extractor.analysis.plans import Aim

_UPPER = ("le", "lt")
_LOWER = ("ge", "gt")


@dataclass(frozen=True, slots=True)
class Rank:
    """Place among documents, 1 the most demanding; equal values share a place."""

    place: int
    of: int


def sign(targets: Iterable[Aim]) -> int | None:
    """1 where more is more demanding, -1 where less is (ranks, upper bounds).

    None where some bound from above and others from below: they do not speak of the same thing.
    """
    targets = list(targets)
    comparators = {target.comparator for target in targets}
    if any(target.unit == "rank" for target in targets):
        return -1
    if comparators & set(_UPPER):
        return None if comparators & set(_LOWER) else -1
    return 1


def most_demanding(entries: Sequence[Entry]) -> Entry | None:
    """The entry with the furthest value; the first of equals, None where none has a comparable value."""
    valued = [entry for entry in entries if entry.target.value is not None]
    way = sign(entry.target for entry in valued)
    if way is None or not valued:
        return None
    return max(valued, key=lambda entry: way * (entry.target.value or 0.0))


def ranks(entries: Sequence[Entry], apart: Callable[[Entry], Hashable] | None = None) -> list[Rank | None]:
    """The rank of each entry among the documents with a target of the same indicator, unit and tier.

    ``apart`` keeps documents apart (by year). A document stands with its most demanding target; a
    lesser one of its own does not count against it. None: qualitative, or nobody to compare with.
    """
    scopes: dict[Hashable, list[int]] = defaultdict(list)
    for index, entry in enumerate(entries):
        if entry.target.value is not None:
            scopes[(entry.scope, apart(entry) if apart else None)].append(index)
    found: list[Rank | None] = [None] * len(entries)
    for members in scopes.values():
        _rank(entries, members, found)
    return found


def _rank(entries: Sequence[Entry], members: Sequence[int], found: list[Rank | None]) -> None:
    way = sign(entries[index].target for index in members)
    best: dict[str, float] = {}
    if way is None:
        return
    for index in members:
        # Negated, so that the most demanding comes first in ascending order.
        value = -way * (entries[index].target.value or 0.0)
        name = entries[index].plan.id
        best[name] = min(value, best.get(name, value))
    if len(best) < 2:
        return
    ordered = sorted(best.values())
    for index in members:
        value = -way * (entries[index].target.value or 0.0)
        ahead = bisect_left(ordered, value) - (best[entries[index].plan.id] < value)
        found[index] = Rank(ahead + 1, len(best))
