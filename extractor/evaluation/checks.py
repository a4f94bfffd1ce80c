"""Everything that is compared, one ``Check`` each; totals, error lists and gains are sums of checks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.evaluation.pairing import (
    Item,
    Pairs,
    actual_score,
    common_units,
    pair_up,
    target_score,
    task_score,
)
from extractor.evaluation.wording import FIELD_CUT, alike, number, plain

FIELDS = ("kind", "number", "issued_on", "issuer", "province", "level", "signer", "title", "period")
_WORDED_FIELDS = frozenset({"title", "issuer", "signer"})
_ROLES = ("lead_units", "supporting_units")
_ROWS = {"document fields", "targets quantitative", "targets qualitative", "targets", "tasks", "scores"}
_QUOTE = 110


@dataclass(frozen=True, slots=True)
class Check:
    """One comparison: ``found`` right ones among ``gold`` wanted and ``predicted`` given.

    ``item`` identifies what was compared by ids only; ``detail`` is for people and may quote.
    """

    row: str
    item: str
    found: int
    gold: int
    predicted: int
    detail: str = ""

    @property
    def right(self) -> bool:
        """Nothing missing and nothing too much."""
        return self.found == self.gold == self.predicted


def rows_always(with_text: bool) -> set[str]:
    """Rows that a report has even where nothing was compared."""
    return _ROWS | ({"evidence verbatim"} if with_text else set())


def _agree(row: str, item: str, ok: bool, detail: str) -> Check:
    return Check(row, item, int(ok), 1, 1, detail)


def _digest(item: Item, field: str) -> str:
    """A name for a predicted item that survives renumbering and gives no words away."""
    words = f"{item.get('value')} {item.get('unit')} {plain(item.get(field))}"
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def document_checks(gold: Item, predicted: Item) -> Iterator[Check]:
    """The document's facts; names by likeness, the rest exactly."""
    for field in FIELDS:
        a, b = gold.get(field), predicted.get(field)
        if field in _WORDED_FIELDS:
            ok = bool(a and b and alike(a, b, FIELD_CUT)) or not (a or b)
        else:
            ok = (a or None) == (b or None)
        yield _agree("document fields", field, ok, f"{field}: gold {a!r}, found {b!r}")


def _found_checks(
    rows: Sequence[str], gold: Sequence[Item], predicted: Sequence[Item], pairs: Pairs, extra: bool = True
) -> Iterator[Check]:
    """One check for each gold item (found or missed) and one for each false predicted item."""
    noun = rows[0].rstrip("s")
    for i, a in enumerate(gold):
        hit = int(i in pairs)
        detail = "" if hit else f"missed {noun} {_label(a)}"
        for row in rows:
            yield Check(_kinded(row, a), str(a.get("id")), hit, 1, hit, detail)
    answered = set(pairs.values())
    for j, b in enumerate(predicted):
        if extra and j not in answered:
            name = f"false-{_digest(b, 'quote')}"
            for row in rows:
                yield Check(_kinded(row, b), name, 0, 0, 1, f"false {noun} {b.get('id')} {_label(b)}")


def _kinded(row: str, item: Item) -> str:
    return row.format(kind=item.get("kind"))


def _label(item: Item) -> str:
    head = f"[{item['section']}]" if "section" in item else f"{item.get('value')} {item.get('unit')}"
    return f"{head}: {(item.get('title') or item.get('quote') or '')[:_QUOTE]}"


def _same_deadline(one: Item | None, other: Item | None) -> bool:
    if not one or not other:
        return not one and not other
    return (one.get("due") or None) == (other.get("due") or None) and bool(one.get("recurring")) == bool(
        other.get("recurring")
    )


def _effective(target: Item, tasks: dict[Any, Item], role: str) -> Sequence[Item]:
    """Units of a target: its own where it states them, else those of its task."""
    own = target.get(role)
    if own is not None and (own or not target.get("task")):
        return list(own)
    return list(tasks.get(target.get("task"), {}).get(role) or ())


def _units_check(row: str, item: str, gold: Sequence[Item], predicted: Sequence[Item]) -> Check:
    names = [[u.get("name") for u in units] for units in (gold, predicted)]
    return Check(
        row,
        item,
        common_units(gold, predicted),
        len(gold),
        len(predicted),
        f"gold {names[0]}, found {names[1]}",
    )


def _right_code(gold: Item, predicted: Item) -> bool:
    """The best predicted code is among the accepted ones; no code where there is none."""
    codes, accepted = predicted.get("indicator_codes"), gold.get("indicator_codes") or []
    return codes[0] in accepted if codes else not accepted


def _baselines(target: Item) -> set[tuple[Any, float | None, Any]]:
    return {(b.get("year"), number(b.get("value")), b.get("unit")) for b in target.get("baselines") or ()}


def _target_attributes(
    a: Item, b: Item, tasks: dict[Any, Item], their_tasks: dict[Any, Item]
) -> Iterator[Check]:
    name = str(a.get("id"))
    for row, field in (("comparator", "comparator"), ("government level", "level")):
        yield _agree(row, name, a.get(field) == b.get(field), f"gold {a.get(field)}, found {b.get(field)}")
    codes = f"gold {a.get('indicator_codes')}, found {b.get('indicator_codes')}"
    yield _agree("indicator code", name, _right_code(a, b), codes)
    ours, theirs = (t.get(i.get("task"), {}).get("deadline") for t, i in ((tasks, a), (their_tasks, b)))
    yield _agree("deadline (via task)", name, _same_deadline(ours, theirs), f"gold {ours}, found {theirs}")
    past, their_past = _baselines(a), _baselines(b)
    yield Check(
        "baselines",
        name,
        len(past & their_past),
        len(past),
        len(their_past),
        f"gold {past}, found {their_past}",
    )
    for role in _ROLES:
        yield _units_check(
            f"target {role}", name, _effective(a, tasks, role), _effective(b, their_tasks, role)
        )


def target_checks(gold: Item, predicted: Item) -> Iterator[Check]:
    """Targets found, and the attributes of those that were."""
    ours, theirs = gold.get("targets") or [], predicted.get("targets") or []
    pairs = pair_up(ours, theirs, target_score)
    yield from _found_checks(("targets", "targets {kind}"), ours, theirs, pairs)
    tasks, their_tasks = ({t.get("id"): t for t in d.get("tasks") or ()} for d in (gold, predicted))
    for i, j in pairs.items():
        yield from _target_attributes(ours[i], theirs[j], tasks, their_tasks)


def task_checks(gold: Item, predicted: Item) -> Iterator[Check]:
    """Tasks found, their units, deadline and codes; extra tasks are no errors where gold is partial."""
    ours, theirs = gold.get("tasks") or [], predicted.get("tasks") or []
    pairs = pair_up(ours, theirs, task_score)
    yield from _found_checks(("tasks",), ours, theirs, pairs, not gold["document"].get("tasks_partial"))
    for i, j in pairs.items():
        a, b = ours[i], theirs[j]
        name = str(a.get("id"))
        for role in _ROLES:
            yield _units_check(f"task {role}", name, a.get(role) or [], b.get(role) or [])
        when, their_when = a.get("deadline"), b.get("deadline")
        detail = f"gold {when}, found {their_when}"
        yield _agree("task deadline", name, _same_deadline(when, their_when), detail)
        codes, their_codes = (set(t.get("indicator_codes") or ()) for t in (a, b))
        detail = f"gold {sorted(codes)}, found {sorted(their_codes)}"
        yield Check("task codes", name, len(codes & their_codes), len(codes), len(their_codes), detail)


def actual_checks(gold: Item, predicted: Item) -> Iterator[Check]:
    """Measured results of a report; nothing for documents without any."""
    ours, theirs = gold.get("actuals") or [], predicted.get("actuals") or []
    pairs = pair_up(ours, theirs, actual_score)
    yield from _found_checks(("actuals",), ours, theirs, pairs)
    for i, j in pairs.items():
        for field in ("period", "verdict", "of_target"):
            a, b = ours[i].get(field) or None, theirs[j].get(field) or None
            yield _agree(f"actual {field}", str(ours[i].get("id")), a == b, f"gold {a}, found {b}")


def score_checks(gold: Item, predicted: Item) -> Iterator[Check]:
    """Rows of the tables of past scores, by points and name."""
    ours, theirs = (
        {(number(s.get("points")), plain(s.get("name"))): s for s in d.get("scores") or ()}
        for d in (gold, predicted)
    )
    for key, row in ours.items():
        name = str(row.get("indicator_code") or "total")
        hit = int(key in theirs)
        yield Check("scores", name, hit, 1, hit, f"missed score {name}: {key[0]}")
    for key in theirs.keys() - ours.keys():
        yield Check("scores", f"false-{key[0]}", 0, 0, 1, f"false score {key[0]} {key[1]}")


def verbatim_checks(predicted: Item, text: str) -> Iterator[Check]:
    """Each predicted quote stands in the source, whitespace and punctuation aside."""
    source = plain(text)
    for item in [*(predicted.get("targets") or ()), *(predicted.get("tasks") or ())]:
        quote = item.get("quote") or ""
        ok = plain(quote) in source
        yield _agree("evidence verbatim", _digest(item, "quote"), ok, f"{item.get('id')}: {quote[:_QUOTE]}")


def all_checks(gold: Item, predicted: Item, text: str | None = None) -> Iterator[Check]:
    """Every check of one document, in a fixed order."""
    yield from document_checks(gold["document"], predicted.get("document") or {})
    yield from target_checks(gold, predicted)
    yield from task_checks(gold, predicted)
    yield from actual_checks(gold, predicted)
    yield from score_checks(gold, predicted)
    if text is not None:
        yield from verbatim_checks(predicted, text)
