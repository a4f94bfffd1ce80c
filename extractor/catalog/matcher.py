"""Which indicator a statement measures: score, reasons, ranked alternatives, or an abstention."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from extractor.catalog.cited import cited_codes
from extractor.catalog.concepts import Spot, spotter
from extractor.catalog.indicators import Catalog
from extractor.catalog.lexicon import Lexicon
from extractor.catalog.rules import Negative, Rule, negatives_of, rules_of
from extractor.catalog.terms import LONGEST, Token, expand, tidy, tokens
from extractor.catalog.terms import plain as unmarked
from extractor.vietnamese.forms import squeeze

ACCEPT = 64.0
"""A rule's candidate below this score is only an alternative."""
LITERAL = 88.0
"""Likeness from which wording alone decides, where rules exist but none fired."""
PLAIN = 55.0
"""Likeness from which wording alone decides in a catalog without rules."""
WITHIN, AHEAD = 40.0, 15.0
"""Likeness from which wording decides among the few indicators of a group, and the lead it must have."""
CLOSE, NEAR = 60.0, 12.0
"""The same for words so close to a name that a smaller lead will do."""
BRIEF = 14
"""A statement of so few syllables of content is the bare name of what it measures."""
SILENT = 4
"""A statement of so few syllables of content ("Có ban hành") leaves the rest to its row."""
SUBJECTS = frozenset({
    "people", "adult", "household", "business", "sme", "organisation", "staff",
    "worker", "university", "school", "pupil", "agency", "commune",
})  # fmt: skip
"""Concepts that say whose share is measured: a statement that names one borrows none from its row."""
OPENING = 4
"""Names of so many words or more settle what a statement measures that begins with them."""
_BRACKETED = re.compile(r"\([^()]*\)")
_CLAUSE = re.compile(
    r"[;•\n]|[,:(]\s*(?=tỷ lệ |tỉ lệ |số lượng |mức độ )|\bvà (?=tỷ lệ |tỉ lệ |số lượng |mức độ )", re.I
)
_LISTED = re.compile(r",?\s?\b(?:bao )?gồm(?: có)?\s?:", re.I)
"""Before the parts of a whole: "kinh phí chi cho X, gồm: giám sát, diễn tập …"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An indicator that could be meant."""

    code: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """The verdict: ``code`` is None where nothing is measured or the matcher is unsure."""

    code: str | None
    score: float
    reasons: tuple[str, ...]
    alternatives: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class _Reading:
    """A statement prepared: tokens, concepts, which tokens carry content."""

    text: str
    line: tuple[Token, ...]
    spots: dict[str, tuple[Spot, ...]]
    content: frozenset[int]
    expanded: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Hit:
    rule: Rule
    used: tuple[Spot, ...]
    score: float


class Matcher:
    """Maps statements of plans on the indicators of one catalog."""

    def __init__(self, catalog: Catalog | None = None) -> None:
        self.catalog = catalog or Catalog.default()
        self._rules = rules_of(self.catalog.rules)
        self._negatives = negatives_of(self.catalog.rules)
        named = [i for i in self.catalog if not i.is_group]
        self._lexicon = Lexicon(named)
        names = {i.code: squeeze(_BRACKETED.sub(" ", i.name)) for i in named}
        self._names = {code: name for code, name in names.items() if len(name.split()) >= OPENING}
        self._excludes = {i.code: tuple(squeeze(x) for x in i.excludes) for i in named if i.excludes}

    def match(
        self,
        statement: str,
        *,
        context: str | None = None,
        printed_code: str | None = None,
        top: int = 5,
    ) -> Match:
        """The indicator that ``statement`` measures.

        ``context`` is the name of its row or task, asked when the statement alone says nothing
        ("Đạt 100%"). ``printed_code`` is trusted where the words do not contradict it.
        """
        reading = _read(statement)
        candidates, veto = self._candidates(reading)
        if printed_code is None and (parts := _LISTED.search(statement, 0, LONGEST)):
            whole = self._verdict(*self._candidates(_read(statement[: parts.start()])))
            if whole.code is not None:
                return replace(whole, alternatives=whole.alternatives[:top])
        doubted: tuple[str, ...] = ()
        if printed_code is not None and printed_code in self.catalog:
            printed = self._printed(printed_code, reading, candidates, veto)
            if printed is not None and context and len(reading.content) < 3:  # the row's name has more to say
                around = _read(context)
                named = self._printed(printed_code, around, *self._candidates(around))
                printed = printed if named is not None else None
            if printed is not None:
                return replace(printed, alternatives=printed.alternatives[:top])
            doubted = (f"mã in sẵn {printed_code} không khớp lời văn",)
        verdict = self._verdict(candidates, veto)
        if verdict.code is None and context and (veto is None or veto.soft):
            asked = self._in_context(reading, context)
            verdict = verdict if asked is None else asked
        return replace(verdict, reasons=verdict.reasons + doubted, alternatives=verdict.alternatives[:top])

    def _in_context(self, reading: _Reading, context: str) -> Match | None:
        """What a statement means within its row or task: words of both, or the row's when it adds none."""
        around = _read(context)
        both = _join(reading, around)
        candidates, veto = self._candidates(both, within=len(reading.line), denied=self._denied(reading))
        verdict = self._verdict([c for c in candidates if c.reasons], veto)
        if verdict.code is None and len(reading.content) <= SILENT:
            verdict = self._verdict(*self._candidates(around))
        if verdict.code is None:
            return None
        return replace(
            verdict, score=round(verdict.score * 0.95, 1), reasons=("theo ngữ cảnh", *verdict.reasons)
        )

    def match_all(
        self, statement: str, *, context: str | None = None, printed_code: str | None = None
    ) -> list[str]:
        """Every indicator that a title names, best first; [] when none."""
        if printed_code is not None:
            row = self.match(statement, printed_code=printed_code)
            if row.code == printed_code:
                return [printed_code]
        found = dict.fromkeys(cited_codes(statement[:LONGEST], self.catalog), 100.0)
        clauses = [c for c in _CLAUSE.split(statement) if c and c.strip()]
        for clause in clauses if len(clauses) > 1 else [statement]:
            for code, score in self._several(clause):
                found[code] = max(score, found.get(code, 0.0))
        if not found:
            whole = self.match(statement, context=context)
            return [whole.code] if whole.code else []
        return sorted(found, key=lambda c: (-found[c], [int(n) for n in re.findall(r"\d+", c)]))

    def match_within(self, statement: str, codes: Collection[str]) -> str | None:
        """The one of a few indicators that a part of a statement names, however freely; None where unsure.

        For texts that say elsewhere which few are meant (a heading "Nhóm Hạ tầng số"): there a likeness
        will do that is too weak to tell one of the whole catalog, if no other of the few comes near.
        """
        reading = _read(statement)
        candidates, veto = self._candidates(reading)
        if veto is not None and not veto.soft:
            return None
        ruled = [c for c in candidates if c.code in codes and c.score >= ACCEPT]
        if ruled:
            return ruled[0].code
        if any(c.score >= ACCEPT for c in candidates):
            return None  # words of an indicator elsewhere
        barred = self._denied(reading)
        alike = [x for x in self._lexicon.likeness(reading.line) if x.code in codes and x.code not in barred]
        if not alike or self._excluded(alike[0].code, reading):
            return None
        best = alike[0].score
        lead = best - (alike[1].score if len(alike) > 1 else 0.0)
        sure = (best >= WITHIN and lead >= AHEAD) or (best >= CLOSE and lead >= NEAR)
        return alike[0].code if sure else None

    def _several(self, clause: str) -> list[tuple[str, float]]:
        """Hits of one clause that each rest on words of their own."""
        reading = _read(clause)
        candidates, veto = self._candidates(reading)
        if self._verdict(candidates, veto).code is None:
            return []
        kept: list[_Hit] = []
        for hit in self._hits(reading):
            words = {(s.start, s.end) for s in hit.used}
            if hit.score >= ACCEPT - 6 and not any(words <= {(s.start, s.end) for s in k.used} for k in kept):
                kept.append(hit)
        return [(h.rule.code, h.score) for h in kept] or [(candidates[0].code, candidates[0].score)]

    def _denied(self, reading: _Reading) -> frozenset[str]:
        """Codes that a statement's own words deny; no row or task around it can affirm them."""
        return frozenset(
            code for n in self._negatives if n.codes and n.holds(reading.spots) for code in n.codes
        )

    def _candidates(
        self, reading: _Reading, within: int | None = None, denied: frozenset[str] = frozenset()
    ) -> tuple[list[Candidate], Negative | None]:
        """Ranked candidates by rules and by wording, and what speaks against all of them.

        With ``within``, a rule must rest on at least one of the first ``within`` tokens.
        """
        barred = denied | self._denied(reading)
        veto = next((n for n in self._negatives if not n.codes and n.holds(reading.spots)), None)
        found: dict[str, Candidate] = {}
        for hit in self._hits(reading):
            own = within is None or _rests_on(hit, within, reading)
            if own and hit.rule.code not in found and hit.rule.code not in barred:
                found[hit.rule.code] = Candidate(hit.rule.code, hit.score, _reasons(hit, reading))
        ruled = bool(self._rules)
        for alike in self._lexicon.likeness(reading.line)[:12] if within is None else ():
            if alike.code in barred or self._excluded(alike.code, reading):
                continue
            score = alike.score if not ruled or alike.score >= LITERAL else min(alike.score, ACCEPT - 4)
            if alike.code not in found or found[alike.code].score < score:
                said = tuple(f"trùng từ «{term}»" for term in alike.shared) or ("giống tên chỉ số",)
                ruling = found.get(alike.code)
                reasons = (*ruling.reasons, "giống tên chỉ số") if ruling else said
                found[alike.code] = Candidate(alike.code, round(score, 1), reasons)
        opening = self._opening(reading) if within is None else None
        if opening is not None and opening not in barred:
            found[opening] = Candidate(opening, 98.0, ("mở đầu bằng tên chỉ số",))
        ranked = sorted(found.values(), key=lambda c: (-c.score, c.code))
        return ranked, veto

    def _opening(self, reading: _Reading) -> str | None:
        """The indicator whose whole name, the longest there is, the statement begins with."""
        words = squeeze(reading.text)
        named = [c for c, name in self._names.items() if words == name or words.startswith(name + " ")]
        return max(named, key=lambda c: len(self._names[c]), default=None)

    def _hits(self, reading: _Reading) -> list[_Hit]:
        hits = [
            _Hit(rule, used, _score(used, reading))
            for rule in self._rules
            if (used := rule.read(reading.spots)) is not None and not self._excluded(rule.code, reading)
        ]
        return sorted(hits, key=lambda h: (-h.score, h.rule.code))

    def _excluded(self, code: str, reading: _Reading) -> bool:
        return any(phrase in squeeze(reading.text) for phrase in self._excludes.get(code, ()))

    def _verdict(self, candidates: Sequence[Candidate], veto: Negative | None) -> Match:
        others = tuple(candidates)
        if veto is not None:
            return Match(None, 0.0, (f"không phải chỉ số này: {veto.label}",), others)
        if not candidates:
            return Match(None, 0.0, ("không có cụm từ của chỉ số nào",), ())
        best, bound = candidates[0], ACCEPT if self._rules else PLAIN
        if best.score < bound:
            return Match(None, best.score, (f"chưa đủ chắc: giống {best.code} nhất",), others)
        return Match(best.code, best.score, best.reasons, others)

    def _printed(
        self, code: str, reading: _Reading, candidates: Sequence[Candidate], veto: Negative | None
    ) -> Match | None:
        """The printed code, unless the words beside it clearly speak of something else."""
        own = next((c for c in candidates if c.code == code), None)
        reasons = (f"mã in sẵn {code}", *(own.reasons if own else ()))
        trusted = Match(code, 100.0, reasons, tuple(candidates))
        name = unmarked(expand(tidy(self.catalog[code].name))[0])
        alike = fuzz.token_set_ratio(unmarked(reading.text), name)
        if self.catalog[code].is_group:  # as likely the number of a row
            return trusted if alike >= 85 else None
        if len(reading.content) < 3:
            return replace(trusted, score=90.0)
        if alike >= 85 or (veto is None and own is not None and own.score >= ACCEPT):
            return trusted
        rival = next((c for c in candidates if c.code != code and c.score >= ACCEPT), None)
        if veto is not None or rival is not None or alike < 60:
            return None
        return replace(trusted, score=75.0)


def _read(statement: str) -> _Reading:
    text, expanded = expand(tidy(statement))
    return _reading(text, spotter().mend(tokens(text)), expanded)


def _join(first: _Reading, second: _Reading) -> _Reading:
    """A statement followed by its context."""
    text = f"{first.text}. {second.text}"
    return _reading(text, first.line + second.line, first.expanded + second.expanded)


def _reading(text: str, line: tuple[Token, ...], expanded: tuple[tuple[str, str], ...]) -> _Reading:
    spots: dict[str, list[Spot]] = defaultdict(list)
    quiet: set[int] = set()
    for spot in spotter().spots(line):
        spots[spot.concept].append(spot)
        if spot.concept in ("noise", "measure"):
            quiet.update(range(spot.start, spot.end))
    content = frozenset(i for i, t in enumerate(line) if i not in quiet and not t.is_number)
    if len(content) <= BRIEF:
        spots["brief"].append(Spot("brief", "", 0, 0))
    return _Reading(text, line, {k: tuple(v) for k, v in spots.items()}, content, expanded)


def _rests_on(hit: _Hit, within: int, reading: _Reading) -> bool:
    """Whether the statement (the first ``within`` tokens) carries the hit and keeps its own subject."""
    inside = [s for s in hit.used if len(s) and s.end <= within]
    borrowed = {s.concept for s in hit.used if s.start >= within} & SUBJECTS
    named = {c for c in SUBJECTS for s in reading.spots.get(c, ()) if s.end <= within}
    return bool(inside) and not (borrowed and named)


def _score(used: Sequence[Spot], reading: _Reading) -> float:
    """More words of the rule, and fewer words beside them, are better; slips cost."""
    covered = {i for s in used for i in range(s.start, s.end)}
    weight = sum(max(2, min(len(s), 5)) for s in used if len(s))
    explained = len(covered & reading.content) / max(1, len(reading.content))
    cost = sum(s.cost for s in used)
    return round(min(100.0, 56 + min(24.0, 2.0 * weight) + 20 * explained - 3 * cost), 1)


def _reasons(hit: _Hit, reading: _Reading) -> tuple[str, ...]:
    said: list[str] = []
    for spot in hit.used:
        if not len(spot):
            continue
        seen = " ".join(t.marked for t in reading.line[spot.start : spot.end])
        said.append(f"trùng cụm «{spot.phrase}»" if not spot.cost else f"đọc «{seen}» là «{spot.phrase}»")
    return tuple(dict.fromkeys(said)) + tuple(f"viết tắt {a} = {b}" for a, b in reading.expanded)
