"""Likeness of wording: weighted terms of a statement against those of names and aliases.

Terms are syllables, pairs of neighbouring syllables, and words of several syllables as underthesea
segments them ("điện thoại" is one thing, "hộ gia" is none). A term weighs the more the fewer wordings
of the catalog hold it.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from extractor.catalog.indicators import Indicator
from extractor.catalog.terms import Token, expand, tidy, tokens, words

_PAIR, _WORD = 1.5, 1.5
"""What a pair and a segmented word weigh beside a single syllable."""
_JOINT = "_"
"""Between the syllables of a segmented word; a pair has a space, so that the two never mix."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike a statement and an indicator's wording are (0 to 100), and by which terms."""

    code: str
    score: float
    shared: tuple[str, ...]


class Lexicon:
    """The wordings of a catalog as weighted terms; rare terms say more than common ones."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        self._lines = [
            (i.code, tokens(expand(tidy(text))[0])) for i in indicators for text in (i.name, *i.aliases)
        ]
        self._shown = {
            f"{a.plain} {b.plain}": f"{a.marked} {b.marked}"
            for _, line in self._lines
            for a, b in itertools.pairwise(line)
        }

    @cached_property
    def _wordings(self) -> tuple[frozenset[str], ...]:
        """The terms of each wording; segmented at first use, for underthesea is slow to load."""
        return tuple(_terms(line) for _, line in self._lines)

    @cached_property
    def _weight(self) -> dict[str, float]:
        counts = Counter(term for terms in self._wordings for term in terms)
        total = max(1, len(self._wordings))
        return {term: _factor(term) * math.log(1 + total / n) for term, n in sorted(counts.items())}

    @cached_property
    def _holders(self) -> dict[str, tuple[int, ...]]:
        """For each term the wordings that hold it."""
        holders: dict[str, list[int]] = defaultdict(list)
        for at, terms in enumerate(self._wordings):
            for term in terms:
                holders[term].append(at)
        return {term: tuple(found) for term, found in holders.items()}

    @cached_property
    def _sums(self) -> tuple[tuple[float, float], ...]:
        """What each wording weighs, with and without its segmented words."""
        return tuple(
            (self._sum(terms), self._sum(t for t in terms if _JOINT not in t)) for terms in self._wordings
        )

    @cached_property
    def _vocabulary(self) -> tuple[str, ...]:
        return tuple(sorted(t for t in self._weight if " " not in t and _JOINT not in t and len(t) >= 4))

    def likeness(self, line: Sequence[Token]) -> list[Likeness]:
        """Every wording that shares a term with ``line``, best first, one entry per code."""
        terms = self._repaired(_terms(line))
        segmented = any(_JOINT in t for t in terms)
        mine = self._sum(terms)
        shared: dict[int, list[str]] = defaultdict(list)
        for term in sorted(terms & self._weight.keys()):
            for at in self._holders[term]:
                shared[at].append(term)
        best: dict[str, tuple[float, list[str]]] = {}
        for at, common in shared.items():
            weight = math.fsum(self._weight[t] for t in common)
            whole = self._sums[at][0 if segmented else 1]
            score = 100 * 2 * weight / (whole + mine)  # the harmonic mean of recall and precision
            code = self._lines[at][0]
            if code not in best or score > best[code][0]:
                best[code] = (score, common)
        ranked = sorted(best.items(), key=lambda x: (-x[1][0], x[0]))
        return [Likeness(code, score, self._named(common)) for code, (score, common) in ranked]

    def _named(self, common: Sequence[str]) -> tuple[str, ...]:
        """The three rarest pairs, for people to read."""
        pairs = sorted((t for t in common if " " in t), key=lambda t: (-self._weight[t], t))
        return tuple(self._shown.get(t, t) for t in pairs[:3])

    def _repaired(self, terms: frozenset[str]) -> frozenset[str]:
        """A syllable the catalog does not know gives way to its nearest one, when very near."""
        fixed: dict[str, str] = {}
        for term in terms:
            if " " in term or _JOINT in term or term in self._weight or len(term) < 4:
                continue
            hit = process.extractOne(term, self._vocabulary, scorer=fuzz.ratio, score_cutoff=80)
            if hit is not None:
                fixed[term] = hit[0]
        if not fixed:
            return terms
        return frozenset(_replaced(_replaced(term, fixed, " "), fixed, _JOINT) for term in terms)

    def _sum(self, terms: Iterable[str]) -> float:
        """The weight of ``terms``; rounded once only, so that their order does not matter."""
        rare = math.log(1 + max(1, len(self._lines)))
        return math.fsum(self._weight.get(t) or _factor(t) * rare for t in terms) or 1.0


def _replaced(term: str, fixed: dict[str, str], joint: str) -> str:
    return joint.join(fixed.get(part, part) for part in term.split(joint))


def _factor(term: str) -> float:
    return _PAIR if " " in term else _WORD if _JOINT in term else 1.0


def _terms(line: Sequence[Token]) -> frozenset[str]:
    """Syllables, their pairs and words of several syllables, without marks and numbers."""
    kept = [t.plain for t in line if not t.is_number]
    pairs = (f"{a} {b}" for a, b in itertools.pairwise(kept))
    return frozenset(itertools.chain(kept, pairs, _long_words(line)))


def _long_words(line: Sequence[Token]) -> Iterable[str]:
    """Words of several syllables; none of a line without marks, where no segmenter finds them."""
    if all(t.marked.isascii() for t in line):
        return ()
    segmented = words(" ".join(t.marked for t in line))
    return (_JOINT.join(t.plain for t in word) for word in segmented if len(word) > 1)
