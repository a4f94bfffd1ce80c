"""Concepts in a statement: phrases of ``gazetteers/concepts.csv`` found despite worn or missing marks.

A phrase is looked up syllable by syllable in a trie over unmarked syllables. Marks that differ and
at most one wrong letter are tolerated and priced; a syllable that is itself a word of the gazetteer
is never read as a slip of another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz.distance import OSA

from extractor import gazetteers
from extractor.catalog.terms import Token, tokens

QUIET = frozenset({"noise", "measure", "goal", "past"})
"""Concepts of frames ("đạt", "tỷ lệ", "trên địa bàn"): they never hide another one."""
_LONGEST_SYLLABLE = 7
_MISSING, _OTHER, _SLIP = 0.25, 0.75, 1.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A concept's phrase at tokens ``start`` to ``end`` (exclusive); ``cost`` 0 is letter for letter."""

    concept: str
    phrase: str
    start: int
    end: int
    cost: float = 0.0
    worn: tuple[int, ...] = ()
    """Tokens that were read as something else than they are."""

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    phrases: list[tuple[str, str, tuple[Token, ...]]] = field(default_factory=list)


class Spotter:
    """Finds the concepts of a gazetteer in token sequences."""

    def __init__(
        self, phrases: Iterable[tuple[str, str]], keeps: Mapping[str, frozenset[str]] | None = None
    ) -> None:
        self._root = _Node()
        self._keeps = keeps or {}
        self._known: set[str] = set()
        self._single: set[str] = set()
        self._close: dict[str, tuple[str, ...]] = {}
        for concept, phrase in phrases:
            self._add(concept, phrase)

    def _add(self, concept: str, phrase: str) -> None:
        path, node = tokens(phrase), self._root
        for token in path:
            node = node.children.setdefault(token.plain, _Node())
            self._known.add(token.plain)
        if len(path) == 1:
            self._single.add(path[0].marked)
        node.phrases.append((concept, phrase, path))

    def mend(self, line: tuple[Token, ...]) -> tuple[Token, ...]:
        """``line`` with spaces put right: "chuyểnđổi" is two syllables, "s ố" is one."""
        out: list[Token] = []
        for token in line:
            joined = Token(out[-1].marked + token.marked, out[-1].plain + token.plain) if out else token
            if out and self._torn(out[-1], token, joined):
                out[-1] = joined
            else:
                out += self._unglued(token)
        return tuple(out)

    def _torn(self, left: Token, right: Token, joined: Token) -> bool:
        whole = joined.plain in self._known and len(joined.plain) <= _LONGEST_SYLLABLE
        return whole and not (left.plain in self._known and right.plain in self._known)

    def _unglued(self, token: Token) -> list[Token]:
        if token.plain in self._known or len(token.plain) < 5 or len(token.plain) != len(token.marked):
            return [token]
        for at in range(2, len(token.plain) - 1):
            left, right = token.plain[:at], token.plain[at:]
            if left in self._known and right in self._known:
                return [Token(token.marked[:at], left), Token(token.marked[at:], right)]
        return [token]

    def spots(self, line: tuple[Token, ...]) -> tuple[Spot, ...]:
        """All concepts in ``line``; one that lies inside a longer phrase is not meant by itself."""
        unmarked = all(t.marked.isascii() for t in line)
        found = [s for start in range(len(line)) for s in self._from(line, start, unmarked)]
        return self._outermost(found)

    def _outermost(self, found: list[Spot]) -> tuple[Spot, ...]:
        plain = [s for s in found if not s.cost and len(s) > 1]
        read = [s for s in found if not s.cost or not any(_reads_better(o, s) for o in plain)]
        best: dict[tuple[str, int, int], Spot] = {}
        for s in read:
            key = (s.concept, s.start, s.end)
            if (key not in best or s.cost < best[key].cost) and not any(self._hides(o, s) for o in read):
                best[key] = s
        return tuple(sorted(best.values(), key=lambda s: (s.start, -s.end, s.concept)))

    def _hides(self, outer: Spot, inner: Spot) -> bool:
        """Inside "hồ sơ sức khỏe", "hồ sơ" is not meant; a concept's ``keeps`` says what is."""
        if len(outer) <= len(inner) or not (outer.start <= inner.start and inner.end <= outer.end):
            return False
        if outer.concept in QUIET or outer.cost > inner.cost + 1:
            return False
        kept = self._keeps.get(outer.concept, frozenset())
        return inner.concept not in kept and "*" not in kept

    def _from(self, line: tuple[Token, ...], start: int, unmarked: bool) -> list[Spot]:
        found: list[Spot] = []
        open_ends: list[tuple[_Node, int, int]] = [(self._root, start, 0)]  # slips: 2 = of a known syllable
        while open_ends:
            node, at, slips = open_ends.pop()
            for concept, phrase, path in node.phrases:
                cost = _cost(path, line[start:at], slips, unmarked)
                if cost is not None:
                    worn = tuple(
                        i for i in range(start, at) if cost and line[i].marked != path[i - start].marked
                    )
                    found.append(Spot(concept, phrase, start, at, cost, worn))
            if at == len(line):
                continue
            child = node.children.get(line[at].plain)
            if child is not None:
                open_ends.append((child, at + 1, slips))
            if not slips and line[at].marked not in self._single:
                slip = 2 if line[at].plain in self._known else 1
                open_ends += [(node.children[k], at + 1, slip) for k in self._similar(line[at].plain, node)]
        return found

    def _similar(self, syllable: str, node: _Node) -> tuple[str, ...]:
        if len(syllable) < 2 or syllable.isdigit():
            return ()
        if node is self._root:
            if syllable not in self._close:
                self._close[syllable] = _near(syllable, node.children)
            return self._close[syllable]
        return _near(syllable, node.children)


def _reads_better(plain: Spot, worn: Spot) -> bool:
    """A worn reading gives way to a phrase that stands there letter for letter."""
    same = (plain.start, plain.end) == (worn.start, worn.end)
    return same or any(plain.start <= i < plain.end for i in worn.worn)


def _near(syllable: str, keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(
        k for k in keys if len(k) >= 3 and k != syllable and OSA.distance(syllable, k, score_cutoff=1) <= 1
    )


def _cost(path: tuple[Token, ...], seen: tuple[Token, ...], slips: int, unmarked: bool) -> float | None:
    """What the differences between a phrase and the words seen cost; None when they are too many."""
    cost = _SLIP * min(slips, 1)
    for want, have in zip(path, seen, strict=True):
        if want.marked != have.marked and want.plain == have.plain and not unmarked:
            cost += _MISSING if have.marked.isascii() else _OTHER
    if not cost and (len(path) > 1 or not unmarked):
        return 0.0
    letters = sum(len(t.plain) for t in path)
    if len(path) == 1:
        alone = cost <= _MISSING and (letters >= 5 or unmarked)
        return _MISSING if alone else None
    if slips and (letters < 7 or (slips > 1 and letters < (8 if len(path) == 2 else 10))):
        return None
    bound = len(path) / 2 if len(path) > 2 or slips else _OTHER
    return cost if cost <= bound else None


@cache
def spotter() -> Spotter:
    """The concepts that ship with the package."""
    rows = gazetteers.rows("concepts")
    phrases = [(row["concept"], p.strip()) for row in rows for p in row["phrases"].split("|") if p.strip()]
    return Spotter(
        phrases, {row["concept"]: frozenset(row["keeps"].split("|")) for row in rows if row["keeps"]}
    )
