"""Phrases that the text uses again and again, once with another mark on their first word ("Tồ công nghệ")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from extractor.analysis.audit.dictionary import known_pairs
from extractor.analysis.audit.model import Hit
from extractor.analysis.audit.near_words import Pair, bare_word
from extractor.analysis.audit.slips import slip_at
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import stands_at

_USUAL = 3
_BEHIND = re.compile(r"(?: [^\W\d_]+){2}")
_BEFORE = re.compile(r"([^\W\d_]+) $")


def openings(subject: Subject) -> Iterator[Hit]:
    """The same four words stand three times with the other mark, and the odd one belongs to no word
    before it."""
    found = subject.word_pairs
    once = [
        p for p in dict.fromkeys(chain.from_iterable(w.odd for _, w in subject.writings)) if found[p] == 1
    ]
    if not once:
        return
    firsts, seconds = {pair[0] for pair in once}, {pair[1] for pair in once}
    times, often = Counter[str](), list[Pair]()
    for pair, count in found.items():
        if pair[0] in firsts:
            times[pair[0]] += count
        if count >= _USUAL and pair[1] in seconds:
            often.append(pair)
    usual: dict[tuple[str, str], list[Pair]] = {}
    for pair in often:
        usual.setdefault((bare_word(pair[0]), pair[1]), []).append(pair)
    once = [pair for pair in once if times[pair[0]] == 1]  # a word that stands elsewhere too is meant
    for pair in once:
        for right in usual.get((bare_word(pair[0]), pair[1]), ()):
            at = stands_at(subject.folded, " ".join(pair))
            if at is not None and right != pair and _stands_for(subject, at, pair, right):
                yield slip_at(subject, at, " ".join(pair), " ".join(right), found[right])


def _stands_for(subject: Subject, at: int, pair: Pair, right: Pair) -> bool:
    text = subject.folded
    behind = _BEHIND.match(text, at + len(pair[0]) + 1 + len(pair[1]))
    before = _BEFORE.search(text[max(0, at - 12) : at])
    if behind is None or (before and (before[1], pair[0]) in known_pairs()):
        return False
    return text.count(f"{right[0]} {right[1]}{behind.group()}") >= _USUAL
