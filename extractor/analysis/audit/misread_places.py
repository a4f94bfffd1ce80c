"""Names of places with letters misread by a scanner: "Kon Turn", "Càng Lonq"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from extractor.analysis.audit.model import Hit
from extractor.analysis.audit.near_words import Pair
from extractor.analysis.audit.slips import slip_at, stands_at
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import fold
from extractor.vietnamese.syllables import is_syllable

_TIERS = ("tỉnh ", "huyện ", "thị xã ", "thành phố ")
_NAME = re.compile(r"([^\W\d_]+) ([^\W\d_]+)(?!\w)")
_ALIKE = (("m", "rn"), ("g", "q"), ("l", "i"), ("i", "l"), ("e", "c"), ("c", "e"), ("n", "u"), ("u", "n"),
          ("h", "b"), ("b", "h"), ("d", "cl"), ("rn", "m"), ("y", "v"), ("v", "y"))  # fmt: skip
"""Letters, and what they are misread as."""
_BROKEN = re.compile(r"(?<!\w)[^\W\d_]{1,5}nq(?!\w)")
_USUAL, _FEW = 3, 2


def names(subject: Subject) -> Iterator[Hit]:
    """A name of two syllables that differs from the province's or one used often by letters that look
    alike."""
    found = subject.word_pairs
    told = set[str]()
    for name, times in _known(subject).items():
        for odd in _variants(name):
            if odd in found and found[odd] <= _FEW and found[odd] < times and not all(map(is_syllable, odd)):
                at = _capitalised(subject, " ".join(odd))
                if at is not None:
                    told.update(odd)
                    yield slip_at(subject, at, " ".join(odd), " ".join(name).title(), found[name])
    for match in _BROKEN.finditer(subject.folded) if "nq" in subject.folded else ():
        word, meant = match.group(), f"{match.group()[:-1]}g"
        printed = subject.text[match.start() : match.end()]
        if word not in told and is_syllable(meant) and printed[1:].islower():
            yield slip_at(subject, match.start(), word, f"{printed[:-1]}g", subject.folded.count(meant))


def _known(subject: Subject) -> Counter[Pair]:
    """Names of two syllables: of the own province, of places named with their tier; how often they
    count."""
    known: Counter[Pair] = Counter()
    text = subject.folded
    for tier in _TIERS:
        at = text.find(tier)
        while at >= 0:
            place = _NAME.match(text, at + len(tier))
            at = text.find(tier, at + len(tier))
            if place and subject.text[place.start(1)].isupper() and subject.text[place.start(2)].isupper():
                known[place[1], place[2]] += 1
    often = Counter({name: subject.word_pairs[name] for name, times in known.items() if times >= _USUAL})
    own = fold(subject.extraction.document.province or "").split()
    if len(own) == 2:
        often[own[0], own[1]] = max(_USUAL, subject.word_pairs[own[0], own[1]])
    return often


def _variants(name: Pair) -> Iterator[Pair]:
    """The name with one letter misread."""
    first, second = name
    for right, wrong in _ALIKE:
        if right in first:
            yield from ((odd, second) for odd in _misread(first, right, wrong))
        if right in second:
            yield from ((first, odd) for odd in _misread(second, right, wrong))


def _misread(word: str, right: str, wrong: str) -> Iterator[str]:
    at = word.find(right)
    while at >= 0:
        yield word[:at] + wrong + word[at + len(right) :]
        at = word.find(right, at + 1)


def _capitalised(subject: Subject, words: str) -> int | None:
    at = stands_at(subject.folded, words)
    second = -1 if at is None else at + words.index(" ") + 1
    return at if at is not None and subject.text[at].isupper() and subject.text[second].isupper() else None
