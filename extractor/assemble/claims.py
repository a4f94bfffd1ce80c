"""Goals of one section claimed, thing by thing, by the tasks of another that give them to a unit.

A thing claims a goal when it means the same indicator, or when most of its words, weighed by how rare
they are among the document's goals, stand in that goal and in no other goal as well.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extractor import gazetteers
from extractor.annotators.tiers import tier_pattern, tiers
from extractor.assemble.context import Context, TargetAim, TaskDraft
from extractor.assemble.members import members
from extractor.vietnamese.forms import fold

_ENOUGH, _OF_GOAL, _SURE = 0.7, 0.35, 1.0
_LONGEST = 24  # words of one thing; of a longer text nobody can say which one it means
TIERED = 0.5
"""What naming the goal's tier of government adds: nobody else can mean that tier's goal."""
_RARE = 3  # goals that may share a pair of words which still tells them from the others
_MOST_GOALS, _MOST_THINGS = 400, 4000


@dataclass(frozen=True, slots=True)
class Claim:
    """A goal that a task's words give to its unit, and how surely."""

    aim: TargetAim
    task: TaskDraft
    score: float


def claims(context: Context, targets: Sequence[TargetAim], tasks: Sequence[TaskDraft]) -> list[Claim]:
    """What each task in prose that names a unit claims of the goals, in order."""
    goals = [a for a in targets if a.draft.quantity is not None or a.codes][:_MOST_GOALS]
    if not goals:
        return []
    index = _Index(context, goals)
    found: list[Claim] = []
    things = 0
    for task in tasks:
        if not task.lead or task.place is not None or task.labelled or task.cited:
            continue
        text = context.text(task.start, task.end)
        for thing in members(text, [*task.lead, *task.supporting], task.start):
            things += 1
            found += [Claim(aim, task, score) for aim, score in index.meant(thing)]
        if things > _MOST_THINGS:
            break
    return found


class _Index:
    """The goals of a document by their codes and pairs of words."""

    def __init__(self, context: Context, goals: Sequence[TargetAim]) -> None:
        self.context, self.goals = context, goals
        self.bags = [_pairs(f"{a.indicator} {a.name or ''}") for a in goals]
        self.by_code: dict[str, list[int]] = {}
        for n, aim in enumerate(goals):
            for code in aim.codes[:1]:
                self.by_code.setdefault(code, []).append(n)
        self.holders: dict[str, list[int]] = {}
        names: dict[str, set[str]] = {}
        for n, bag in enumerate(self.bags):
            for pair in bag:
                self.holders.setdefault(pair, []).append(n)
                names.setdefault(pair, set()).add(self._name(n))
        self.shared = {pair: len(of) for pair, of in names.items()}
        self.known: dict[str, list[tuple[TargetAim, float]]] = {}

    def _name(self, number: int) -> str:
        """Goals of one indicator, or of the same words, are one to choose from."""
        aim = self.goals[number]
        return aim.codes[0] if aim.codes else fold(aim.indicator)

    def meant(self, thing: str) -> list[tuple[TargetAim, float]]:
        """The goals that a thing means, at the tiers that it names."""
        if len(thing.split()) > _LONGEST:
            return []
        if thing not in self.known:
            levels = {tiers()[m[1]] for m in tier_pattern().finditer(fold(thing))}
            numbers = self._by_code(thing) or self._by_words(thing)
            self.known[thing] = [
                (self.goals[n], score + (TIERED if levels else 0.0))
                for n, score in numbers
                if not levels or self.goals[n].draft.level in {None, *levels}
            ]
        return self.known[thing]

    def _by_code(self, thing: str) -> list[tuple[int, float]]:
        if not self.by_code:
            return []
        code = self.context.matcher.match(thing).code
        return [(n, _SURE) for n in self.by_code.get(code or "", ())]

    def _by_words(self, thing: str) -> list[tuple[int, float]]:
        pairs = _pairs(thing)
        total = math.fsum(self._weight(p) for p in pairs)
        scores: Counter[int] = Counter()
        for pair in sorted(pairs):
            for n in self.holders.get(pair, ()):
                scores[n] += self._weight(pair) / total  # type: ignore[assignment]
        best = max(scores.values(), default=0.0)
        if best < _ENOUGH:
            return []
        near = [n for n, score in scores.items() if score >= best - 1e-9]
        near = [n for n in near if best * total >= _OF_GOAL * math.fsum(map(self._weight, self.bags[n]))]
        if not near:
            return []
        said = pairs & self.bags[near[0]]
        enough = 2 if self.goals[near[0]].codes else 4
        telling = len(said) >= enough and any(self.shared.get(p, 0) <= _RARE for p in said)
        if not telling or len({self._name(n) for n in near}) > 1:
            return []
        return [(n, min(best, 0.99)) for n in sorted(near)]

    def _weight(self, pair: str) -> float:
        return math.log((len(self.goals) + 1) / (self.shared.get(pair, 1) + 0.5)) + 0.1


@cache
def _empty() -> tuple[frozenset[str], frozenset[str]]:
    """Syllables and pairs of syllables that tell no indicator from another ("của", "thực hiện")."""
    rows: Iterable[Mapping[str, str]] = (r for r in gazetteers.rows("concepts") if r["concept"] == "noise")
    words = [p for r in rows for p in r["phrases"].split("|")]
    words += [r["verb"] for r in gazetteers.rows("verbs")]
    phrases = [fold(p).split() for p in words]
    return (
        frozenset(p[0] for p in phrases if len(p) == 1),
        frozenset(" ".join(p) for p in phrases if len(p) == 2),
    )


_WORD = re.compile(r"[^\W\d_]+")
_FIELDS = re.compile(  # names of whole fields: they tell no goal of the field from another
    r"(?:nhận thức|thể chế|hạ tầng|nhân lực|chính quyền|kinh tế|xã hội|chuyển đổi) số|"
    r"an toàn(?:,? an ninh)? thông tin(?: mạng)?|an ninh mạng|công nghệ thông tin|"
    r"(?:cổng )?dịch vụ công(?: trực tuyến)?"
)


def _pairs(text: str) -> frozenset[str]:
    words = _FIELDS.sub(" . ", fold(text))
    return frozenset(p for part in re.split(r"[.,;:()]", words) for p in _telling(re.findall(_WORD, part)))


def _telling(syllables: Sequence[str]) -> Iterator[str]:
    """Pairs of neighbours that both say something; words like "thực hiện" part what stands around them."""
    alone, together = _empty()
    hidden = {n for n, word in enumerate(syllables) if word in alone}
    n = 0
    while n + 1 < len(syllables):
        if f"{syllables[n]} {syllables[n + 1]}" in together:
            hidden |= {n, n + 1}
            n += 1
        n += 1
    for n, (a, b) in enumerate(pairwise(syllables)):
        if n not in hidden and n + 1 not in hidden:
            yield f"{a} {b}"
