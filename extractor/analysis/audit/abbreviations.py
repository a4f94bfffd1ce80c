"""Abbreviations that a document uses and never spells out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor import gazetteers
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import fold
from extractor.vietnamese.syllables import is_syllable

_ROMAN = re.compile(r"[IVXLCDM]+")
_JOINS, _JOINED = frozenset("-/&_.@"), frozenset("-/&_")
_LONG = 12
"""More than so many: the document is a list of names or printed in capitals, or its glossary is elsewhere."""
_TOLD = 8


@cache
def known() -> frozenset[str]:
    """What every reader of such documents understands."""
    common = {row["abbreviation"].upper() for row in gazetteers.rows("known_abbreviations")}
    spelt = {row["abbreviation"].upper() for row in gazetteers.rows("abbreviations")}
    return frozenset(common | spelt | {p for name in spelt for p in re.split(r"\W+", name)})


@cache
def _own_names(words: str) -> frozenset[str]:
    """Those that a catalog's own names use: its readers have the catalog."""
    return frozenset(re.findall(r"[A-ZĐ]{3,8}", words))


def unexplained(subject: Subject) -> Iterator[Hit]:
    """ "nền tảng LGSP" where neither "(LGSP)" nor "LGSP (…)" nor its words stand anywhere."""
    if subject.source is None:
        return
    text, common = subject.text, known()
    words = frozenset[str]().union(*(writing.capitals for _, writing in subject.writings))
    first = {
        word: at
        for word in words - common
        if not _ROMAN.fullmatch(word) and not is_syllable(fold(word))
        and (at := _stands_at(text, word)) is not None
    }  # fmt: skip
    names = _own_names(" ".join(i.name for i in subject.catalog)) if first else ()
    told = (w for w in sorted(first, key=first.__getitem__) if w not in names and not _explained(text, w))
    left = {word: first[word] for word in told}
    if left:  # words that stand somewhere in full are told from their first letters
        initials = "".join(token[0] for token in subject.folded.split())
        left = {word: at for word, at in left.items() if fold(word) not in initials}
    if 0 < len(left) <= _LONG:
        figures: dict[str, Figure] = {"words": ", ".join(left), "count": len(left)}
        spans = tuple(
            subject.at(max(0, s - 30), min(len(text), e + 30)) for s, e in list(left.values())[:_TOLD]
        )
        yield Hit("abbreviation-unexplained", figures, spans)


_DEFINED = re.compile(r"\(\s*(?:viết tắt là |gọi tắt là |sau đây gọi là )?([A-ZĐ]{3,8})\)")
_AROUND = 90
_APART = 2  # words that only one of two meanings has


def two_meanings(subject: Subject) -> Iterator[Hit]:
    """ "thủ tục hành chính (TTHC)" and "trung tâm hành chính công (TTHC)"."""
    first: dict[str, tuple[str, tuple[int, int]]] = {}
    for match in _DEFINED.finditer(subject.text):
        before = re.split(r"[().;:]", subject.folded[max(0, match.start() - _AROUND) : match.start()])[-1]
        told = _spelt(before.split(), fold(match[1]))
        if told is None:
            continue
        known, at = first.setdefault(match[1], (told, match.span()))
        one, other = set(known.split()), set(told.split())
        if min(len(one - other), len(other - one)) >= _APART:
            figures: dict[str, Figure] = {"word": match[1], "first": known, "second": told}
            spans = (
                subject.at(max(at[0], at[1] - 60), at[1]),
                subject.at(max(match.start(), match.end() - 60), match.end()),
            )
            yield Hit("abbreviation-two-meanings", figures, spans)


def _spelt(words: list[str], letters: str) -> str | None:
    """The last words whose first letters hold all letters in order, beginning with the first."""
    for count in range(len(letters) - 1, min(len(letters) + 3, len(words)) + 1):
        own = words[-count:]
        initials = iter(word[0] for word in own)
        if own[0][0] == letters[0] and all(letter in initials for letter in letters):
            return " ".join(own)
    return None


def _stands_at(text: str, word: str) -> tuple[int, int] | None:
    """Where it is first a word of its own, among words that are not all in capitals."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if _is_apart(text, at, end):
            line = text[max(text.rfind("\n", 0, at) + 1, at - 80) : at] + text[end : end + 80].split("\n")[0]
            letters = [c for c in line if c.isalpha()]
            if sum(c.islower() for c in letters) > 0.6 * len(letters):
                return at, end
        at = text.find(word, end)
    return None


def _is_apart(text: str, at: int, end: int) -> bool:
    """Not inside the number of an act, a code, an address or a longer name."""
    before, behind = text[max(0, at - 1) : at], text[end : end + 1]
    return not (before.isalnum() or behind.isalnum() or before in _JOINS or behind in _JOINED)


_BEFORE = re.compile(r"\([^()\n]*$|(?:tắt|gọi là|tên)[^.\n]{0,30}$")
_BEHIND = re.compile(r"[\"”]?\s?(?:\(|:|=|–|- [a-zà-ỹ]|là [a-zà-ỹ])")


def _explained(text: str, word: str) -> bool:
    """In brackets, before brackets or a colon, or after "viết tắt" at any of its places."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if _is_apart(text, at, end) and (
            _BEHIND.match(text, end) or _BEFORE.search(text[max(0, at - 80) : at])
        ):
            return True
        at = text.find(word, end)
    return False
