"""Names of places with letters misread by a scanner, or with other marks: "Kon Turn", "Lai Cháu"."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

from extractor import gazetteers
from extractor.analysis.audit.model import Hit
from extractor.analysis.audit.near_words import Pair, bare_word
from extractor.analysis.audit.slips import slip_at
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import fold, stands_at
from extractor.vietnamese.syllables import is_syllable

_TIERS = ("tỉnh ", "huyện ", "thị xã ", "thành phố ")
_NAME = re.compile(r"([^\W\d_]+) ([^\W\d_]+)(?!\w)")
_ALIKE = (("m", "rn"), ("g", "q"), ("l", "i"), ("i", "l"), ("e", "c"), ("c", "e"), ("n", "u"), ("u", "n"),
          ("h", "b"), ("b", "h"), ("d", "cl"), ("rn", "m"), ("y", "v"), ("v", "y"))  # fmt: skip
"""Letters, and what they are misread as."""
_BROKEN = re.compile(r"(?<!\w)[^\W\d_]{1,5}nq(?!\w)")
_USUAL, _FEW = 3, 2
_OF_TIER = re.compile(r"(?<!\w)(?:tỉnh|huyện|thị xã|thành phố) \Z")
_BELOW = re.compile(
    r"(?<!\w)(?:huyện|thị xã|xã|phường|thị trấn|thôn|bản|ấp|ông|bà|đồng chí|họ|sông|núi|đường|công ty|"
    r"trường) \Z|[^\W\d_] ?- ?\Z"
)


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


def marks(subject: Subject) -> Iterator[Hit]:
    """The own province, or a place named with its tier, with other marks than it has nearly everywhere."""
    own = tuple(fold(subject.extraction.document.province or "").split())
    letters = {tuple(map(bare_word, name)): (name, times) for name, times in _known(subject).items()}
    shapes = {(len(first), len(second)) for first, second in letters}
    for odd, times in subject.word_pairs.items() if letters else ():
        if (len(odd[0]), len(odd[1])) not in shapes:
            continue
        name, usual = letters.get((bare_word(odd[0]), bare_word(odd[1])), (odd, 0))
        if (
            name == odd
            or times > _FEW
            or times >= usual
            or _same_marks(odd, name)
            or " ".join(odd) in _provinces()
        ):
            continue
        at = _capitalised(subject, " ".join(odd))
        before = subject.folded[max(0, (at or 0) - 24) : at]
        if at is not None and (_OF_TIER.search(before) if name != own else not _BELOW.search(before)):
            yield slip_at(subject, at, " ".join(odd), " ".join(name).title(), subject.word_pairs[name])


def _same_marks(odd: Pair, name: Pair) -> bool:
    """The marks are the same, on another letter as old and new spelling have them: "Hoà", "Hòa"."""
    return all(
        sorted(unicodedata.normalize("NFD", a)) == sorted(unicodedata.normalize("NFD", b))
        for a, b in zip(odd, name, strict=True)
    )


@cache
def _provinces() -> frozenset[str]:
    """Names of all provinces, folded."""
    return frozenset(fold(row["name"]) for row in gazetteers.rows("provinces"))


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
