"""Repeated blocks: a portal's copy may hold the same pages twice; the first full occurrence counts."""

from __future__ import annotations

from extractor.sources.model import Source
from extractor.vietnamese.forms import fold

_RUN, _LONG = 3, 25


def repeated_blocks(source: Source, folded: str | None = None) -> frozenset[int]:
    """Indices of blocks that repeat earlier ones, in runs of at least three blocks in the same order.

    ``folded`` spares folding the text again.
    """
    folded = fold(source.text) if folded is None else folded
    long = [_key(folded[b.start : b.end]) for b in source.blocks if b.end - b.start >= _LONG]
    if len(set(long)) == len(long):  # a run that counts holds two long blocks
        return frozenset()
    keys = [_key(folded[b.start : b.end]) for b in source.blocks]
    first: dict[str, int] = {}
    repeated: set[int] = set()
    run: list[int] = []
    previous = -2
    for index, key in enumerate(keys):
        seen = first.get(key) if key else None
        if seen is not None and (not run or seen == previous + 1):
            run.append(index)
            previous = seen
            continue
        if run:
            repeated |= _worth(run, keys)
        run, previous = ([index], seen) if seen is not None else ([], -2)
        if key:
            first.setdefault(key, index)
    return frozenset(repeated | _worth(run, keys))


def _key(words: str) -> str:
    return " ".join(words.split()).strip(" .,;:-+*")


def _worth(run: list[int], keys: list[str]) -> set[int]:
    """A run counts when it is long enough not to be chance."""
    longs = sum(len(keys[i]) >= _LONG for i in run)
    return set(run) if len(run) >= _RUN and longs >= 2 else set()
