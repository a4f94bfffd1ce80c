"""Likeness of wording: weighted terms of a statement against those of names and aliases."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from extractor.catalog.indicators import Indicator
from extractor.catalog.terms import Token, expand, tidy, tokens, words
from extractor.catalog.terms import plain as unmarked


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike a statement and an indicator's wording are (0 to 100), and by which terms."""

    code: str
    score: float
    shared: tuple[str, ...]


class Lexicon:
    """The wordings of a catalog as weighted terms; rare terms say more than common ones."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        lines = [(i.code, tokens(expand(tidy(text))[0])) for i in indicators for text in (i.name, *i.aliases)]
        self._wordings = [(code, _terms(line)) for code, line in lines]
        self._shown = {
            f"{a.plain} {b.plain}": f"{a.marked} {b.marked}"
            for _, line in lines
            for a, b in itertools.pairwise(line)
        }
        counts = Counter(term for _, terms in self._wordings for term in set(terms))
        total = max(1, len(self._wordings))
        self._weight = {term: math.log(1 + total / n) for term, n in counts.items()}
        self._rare = math.log(1 + total)
        self._sums = [self._sum(terms) for _, terms in self._wordings]

    @cached_property
    def _vocabulary(self) -> tuple[str, ...]:
        return tuple(sorted(t for t in self._weight if " " not in t and len(t) >= 4))

    def likeness(self, line: Sequence[Token]) -> list[Likeness]:
        """Every wording that shares a term with ``line``, best first, one entry per code."""
        terms = self._repaired(_terms(line))
        mine = self._sum(terms)
        best: dict[str, Likeness] = {}
        for (code, wording), whole in zip(self._wordings, self._sums, strict=True):
            shared = terms & wording
            if not shared:
                continue
            common = self._sum(shared)
            recall, precision = common / whole, common / mine
            score = 100 * (2 * recall * precision / (recall + precision))
            if code not in best or score > best[code].score:
                named = sorted((t for t in shared if " " in t), key=lambda t: -self._weight[t])
                best[code] = Likeness(code, score, tuple(self._shown.get(t, t) for t in named[:3]))
        return sorted(best.values(), key=lambda x: (-x.score, x.code))

    def _repaired(self, terms: frozenset[str]) -> frozenset[str]:
        """A syllable the catalog does not know gives way to its nearest one, when very near."""
        fixed: dict[str, str] = {}
        for term in terms:
            if " " in term or term in self._weight or len(term) < 4:
                continue
            hit = process.extractOne(term, self._vocabulary, scorer=fuzz.ratio, score_cutoff=80)
            if hit is not None:
                fixed[term] = hit[0]
        if not fixed:
            return terms
        return frozenset(" ".join(fixed.get(part, part) for part in term.split()) for term in terms)

    def _sum(self, terms: Iterable[str]) -> float:
        return sum(self._weight.get(t, self._rare) * (1.5 if " " in t else 1.0) for t in terms) or 1.0


def _terms(line: Sequence[Token]) -> frozenset[str]:
    """Syllables and their pairs, without marks and numbers."""
    kept = [t.plain for t in line if not t.is_number]
    return frozenset(kept) | frozenset(f"{a} {b}" for a, b in itertools.pairwise(kept))


def word_overlap(statement: str, name: str) -> float:
    """Share (0 to 1) of the words of ``name``, as segmented by underthesea, that ``statement`` uses."""
    mine, its = ({unmarked(w) for w in words(expand(tidy(t))[0])} for t in (statement, name))
    return len(mine & its) / len(its) if its else 0.0
