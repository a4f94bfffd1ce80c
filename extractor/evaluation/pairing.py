"""Which predicted item answers which gold item: each at most once, the closest pairs first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from rapidfuzz import fuzz

from extractor.evaluation.wording import alike, number, plain

Item = dict[str, Any]
Pairs = dict[int, int]
"""Index of a gold item to the index of the predicted item that answers it."""

_AGREEMENT = 20  # bonus for each agreeing attribute: decides between equal quotes
_SECTION = 15
_SHORT_QUOTE = 25  # shorter quotes are contained in too many others to identify a task


def closest_first(scored: Iterable[tuple[float, int, int]]) -> Pairs:
    """Greedy assignment by falling score; ties keep the order of the candidates."""
    pairs: Pairs = {}
    taken: set[int] = set()
    for _, gold, predicted in sorted(scored, key=lambda candidate: -candidate[0]):
        if gold not in pairs and predicted not in taken:
            pairs[gold] = predicted
            taken.add(predicted)
    return pairs


def pair_up(
    gold: Sequence[Item], predicted: Sequence[Item], score: Callable[[Item, Item], float | None]
) -> Pairs:
    """Pair by a score function that returns None for items that can't be the same."""
    scored = ((score(a, b), i, j) for i, a in enumerate(gold) for j, b in enumerate(predicted))
    return closest_first((s, i, j) for s, i, j in scored if s is not None)


def _same_amount(gold: Item, predicted: Item) -> bool:
    return number(gold.get("value")) == number(predicted.get("value")) and gold.get("unit") == predicted.get(
        "unit"
    )


def _closeness(gold: Item, predicted: Item) -> tuple[float, float]:
    quotes = fuzz.partial_ratio(plain(gold.get("quote")), plain(predicted.get("quote")))
    names = fuzz.token_set_ratio(plain(gold.get("indicator")), plain(predicted.get("indicator")))
    return quotes, names


def target_score(gold: Item, predicted: Item) -> float | None:
    """Same kind, amount and place of the text; level and codes only decide between candidates."""
    if gold.get("kind") != predicted.get("kind"):
        return None
    quantitative = gold.get("kind") == "quantitative"
    if quantitative and not _same_amount(gold, predicted):
        return None
    quotes, names = _closeness(gold, predicted)
    if quantitative and (quotes < 60 or max(quotes, names) < 75):
        return None
    if not quantitative and quotes < 80:
        return None
    shared = set(gold.get("indicator_codes") or ()) & set(predicted.get("indicator_codes") or ())
    agreeing = (gold.get("level") == predicted.get("level")) + bool(shared)
    return quotes + names + _AGREEMENT * agreeing


def task_score(gold: Item, predicted: Item) -> float | None:
    """Titles alike, or one quote within the other where both are long enough to tell."""
    closeness = fuzz.ratio(plain(gold.get("title")), plain(predicted.get("title")))
    one, other = gold.get("quote") or "", predicted.get("quote") or ""
    if min(len(one), len(other)) > _SHORT_QUOTE:
        closeness = max(closeness, fuzz.partial_ratio(plain(one), plain(other)) - 5)
    if closeness < 80:
        return None
    return closeness + _SECTION * (gold.get("section") == predicted.get("section"))


def actual_score(gold: Item, predicted: Item) -> float | None:
    """Same amount and place of the text."""
    if not _same_amount(gold, predicted):
        return None
    quotes, names = _closeness(gold, predicted)
    if quotes < 60 or max(quotes, names) < 75:
        return None
    return quotes + names + _AGREEMENT * (gold.get("level") == predicted.get("level"))


def common_units(gold: Sequence[Item], predicted: Sequence[Item]) -> int:
    """How many units of the two lists are the same by name, each counted once."""
    ours, theirs = ([u.get("name") or u.get("text") for u in units] for units in (gold, predicted))
    return len(
        closest_first(
            (fuzz.ratio(plain(a), plain(b)), i, j)
            for i, a in enumerate(ours)
            for j, b in enumerate(theirs)
            if alike(a, b)
        )
    )
