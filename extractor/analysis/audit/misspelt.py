"""Words that are no Vietnamese syllables ("chuyn đổi", "th0ng tin"), read beside their neighbours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain

from rapidfuzz.distance import Levenshtein

from extractor.analysis.audit.dictionary import administrative, dictionary_pairs, known_pairs
from extractor.analysis.audit.model import Hit
from extractor.analysis.audit.near_words import Pair, bare_word
from extractor.analysis.audit.slips import slip_at
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import stands_at
from extractor.vietnamese.syllables import is_syllable

_VOWEL = re.compile(r"[aăâeêioôơuưy]|[^\x00-\x7fđ]")
_OFTEN = 3
_FEW = 2
"""A word that the text uses more often is a name or a term."""
_DIGIT = re.compile(r"[01](?<=[^\W\d_][01])([^\W\d_]*)(?![\w/-]|\.\d)")
_READ = {"0": "oôơòóỏõọồốổỗộờớởỡợ", "1": "liìíỉĩịyỳýỷỹỵ"}
_TERMS = re.compile(r"[a-z]{1,2}\d|\d[a-z]|[a-z]+\d+[a-z]*\d")


@cache
def _by_neighbour() -> tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[str]]]:
    """Syllables that stand before each syllable in words of the dictionary, and behind it."""
    before: dict[str, list[str]] = {}
    behind: dict[str, list[str]] = {}
    for first, second in dictionary_pairs():
        before.setdefault(second, []).append(first)
        behind.setdefault(first, []).append(second)
    return before, behind


def words(subject: Subject) -> Iterator[Hit]:
    """A word that is no syllable and makes a word of the dictionary with its neighbour when one letter or
    mark is changed."""
    readings: dict[str, list[tuple[int, int, str, str]]] = {}
    found = subject.word_pairs
    unread = dict.fromkeys(chain.from_iterable(writing.unread for _, writing in subject.writings))
    rare = [pair for pair in unread if found[pair] <= _FEW]
    often = _used_often(found, rare)
    for first, second in rare:
        for last in (False, True):
            meant = _read_beside(first, second, last) or _as_elsewhere(often, first, second, last)
            at = stands_at(subject.folded, f"{first} {second}") if meant else None
            if meant and at is not None and _plain(subject, at, first, second, last):
                usual = 0 if meant in administrative() else 1 if meant in known_pairs() else 2
                odd = second if last else first
                readings.setdefault(odd, []).append((usual, at, f"{first} {second}", " ".join(meant)))
    for told in readings.values():
        _, at, printed, word = min(told)
        yield slip_at(subject, at, printed, word, subject.folded.count(word))
    odd_words = {word for pair in rare for word in pair if word not in readings and not is_syllable(word)}
    yield from _mistoned(subject, sorted(w for w in odd_words if len(w) > 2 and w != bare_word(w)))


@lru_cache(maxsize=65536)
def _read_beside(first: str, second: str, last: bool) -> Pair | None:
    """The word of the dictionary that two words make when one of them (the ``last``) is no syllable."""
    odd, mate = (second, first) if last else (first, second)
    if is_syllable(odd) or not is_syllable(mate) or (len(odd) < 3 and _VOWEL.search(odd)):
        return None
    before, behind = _by_neighbour()
    right = _nearest(odd, (behind if last else before).get(mate, ()))
    if right is None:
        return None
    return (first, right) if last else (right, second)


_Beside = Mapping[tuple[str, bool], Sequence[str]]


def _used_often(found: Counter[Pair], rare: Sequence[Pair]) -> _Beside:
    """What the text itself puts often behind (the mate first) or before the mates of odd words."""
    mates = {word for pair in rare for word in pair if is_syllable(word)}
    beside: dict[tuple[str, bool], list[str]] = {}
    for (first, second), count in found.items():
        ahead, behind = first in mates, second in mates
        if count >= _OFTEN and (ahead or behind) and is_syllable(first) and is_syllable(second):
            if ahead:
                beside.setdefault((first, True), []).append(second)
            if behind:
                beside.setdefault((second, False), []).append(first)
    return beside


def _as_elsewhere(beside: _Beside, first: str, second: str, last: bool) -> Pair | None:
    """ "ninh mng" where the text often has "ninh mạng", a word that no dictionary knows; letters are lost."""
    odd, mate = (second, first) if last else (first, second)
    if is_syllable(odd) or not is_syllable(mate) or (_VOWEL.search(odd) and odd == bare_word(odd)):
        return None
    right = _nearest(odd, beside.get((mate, last), ())) if len(odd) > 2 else None
    if right is None or bare_word(right) == bare_word(odd):  # lost marks alone are told of the word by itself
        return None
    return (first, right) if last else (right, second)


def _mistoned(subject: Subject, odd: Sequence[str]) -> Iterator[Hit]:
    """A word with marks that no syllable has ("đươc"), where the text uses the same letters with others."""
    if not odd:
        return
    counts, letters = Counter[str](), {bare_word(word) for word in odd}
    for (first, _), count in subject.word_pairs.items():
        if bare_word(first) in letters:
            counts[first] += count
    by_letters: dict[str, str] = {}
    often = sorted((word for word, count in counts.items() if count >= _OFTEN), key=lambda w: -counts[w])
    for word in often:
        if is_syllable(word):
            by_letters.setdefault(bare_word(word), word)
    for word in odd:
        right = by_letters.get(bare_word(word))
        at = stands_at(subject.folded, word) if right is not None else None
        if right is not None and at is not None and subject.text[at + 1 : at + len(word)].islower():
            yield slip_at(subject, at, word, right, counts[right])


def _nearest(odd: str, candidates: Iterable[str]) -> str | None:
    """The one syllable with the same letters but for marks, else the one a letter away."""
    candidates = sorted(candidates)
    alike = [c for c in candidates if bare_word(c) == bare_word(odd)]
    near = alike or [c for c in candidates if Levenshtein.distance(c, odd, score_cutoff=1) <= 1]
    return near[0] if near else None


def _plain(subject: Subject, at: int, first: str, second: str, last: bool) -> bool:
    """Neither an abbreviation in capitals nor a part of a name."""
    start = at + len(first) + 1 if last else at
    odd = subject.text[start : start + len(second if last else first)]
    mate = subject.text[at : at + len(first)] if last else subject.text[at + len(first) + 1 :][: len(second)]
    if odd.isupper():
        return mate.isupper() and len(odd) > 4
    return odd[1:].islower() and not (odd[0].isupper() and mate[0].isupper())


def digits(subject: Subject) -> Iterator[Hit]:
    """A digit that stands for a letter: "th0ng", "k1 số"."""
    for match in _DIGIT.finditer(subject.folded):
        start = match.start()
        while start > 0 and subject.folded[start - 1].isalpha():
            start -= 1
        odd = subject.folded[start : match.end()]
        if len(odd) > 7 or (_TERMS.fullmatch(odd) and len(odd) > 2):
            continue
        right = _read(subject.folded, start, match.end(), odd)
        if right:
            yield slip_at(subject, start, odd, right, 1)


def _read(text: str, start: int, end: int, odd: str) -> str | None:
    """What the word means beside its neighbours; None where no reading makes a known word."""
    spot = next(i for i, char in enumerate(odd) if char in _READ)
    readings = [odd[:spot] + letter + odd[spot + 1 :] for letter in _READ[odd[spot]]]
    before = re.search(r"([^\W\d_]+) $", text[max(0, start - 12) : start])
    after = re.match(r" ([^\W\d_]+)", text[end : end + 14])
    for word in readings:
        if not is_syllable(word):
            continue
        if (before and (before[1], word) in known_pairs()) or (after and (word, after[1]) in known_pairs()):
            return word
    return None
