"""What a pattern cannot match without, read off the pattern: passages that lack it need not be searched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any

Clause = tuple[str, ...]
"""Words of which a passage has to hold one."""
DIGIT = "\\d"
"""Stands for any digit in a clause."""

_MANY = 64
"""Alternatives beyond which a run of letters is not written out."""
_DIGITS = frozenset("0123456789")


@cache
def needed(pattern: re.Pattern[str]) -> tuple[Clause, ...]:
    """Clauses that every passage meets in which ``pattern`` is found; empty where none could be told."""
    if pattern.flags & re.IGNORECASE:
        return ()
    try:
        # there is no public way to a parsed pattern; where this one is gone all passages are searched
        tree = import_module("re._parser").parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    except (ImportError, AttributeError):
        return ()
    return tuple(dict.fromkeys(tuple(dict.fromkeys(clause)) for clause in _clauses(tree)))


def _clauses(items: Any) -> list[list[str]]:
    """The clauses of a sequence: one for each run of letters that it must hold."""
    found: list[list[str]] = []
    run = [""]
    for op, value in items:
        spelt = _spelt(str(op), value)
        if spelt is not None and len(spelt) * len(run) <= _MANY:
            run = [left + right for left in run for right in spelt]
            continue
        _add(found, run)
        run = [""]
        found += _inner(str(op), value)
    _add(found, run)
    return found


def _add(found: list[list[str]], run: Sequence[str]) -> None:
    if all(run):
        found.append(list(run))


def _inner(op: str, value: Any) -> list[list[str]]:
    """The clauses of one part that cannot be spelt out."""
    if op == "IN":
        return [[DIGIT]] if _is_digits(value) else []
    if op == "SUBPATTERN":
        return _clauses(value[3])
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _clauses(value[2]) if value[0] else []
    if op == "BRANCH":
        branches = [_clauses(branch) for branch in value[1]]
        if not all(branches):
            return []
        either = [[word for clauses in branches for word in max(clauses, key=_telling)]]
        return either + ([[DIGIT]] if all([DIGIT] in clauses for clauses in branches) else [])
    return []


def _telling(clause: Sequence[str]) -> tuple[int, int]:
    """The longer its shortest word, the fewer passages meet a clause."""
    return 0 if DIGIT in clause else min(map(len, clause)), -len(clause)


def _spelt(op: str, value: Any) -> list[str] | None:
    """All that a part can match, written out; None where that is too much to write."""
    if op == "LITERAL":
        return [chr(value)]
    if op in ("ASSERT", "ASSERT_NOT", "AT"):
        return [""]  # to do without what is looked at only lets more through
    if op == "IN":
        plain = all(str(kind) == "LITERAL" for kind, _ in value)
        return [chr(letter) for _, letter in value] if plain else None
    if op == "SUBPATTERN":
        return _all_of(value[3])
    if op == "MAX_REPEAT" and tuple(value[:2]) == (0, 1):
        inner = _all_of(value[2])
        return None if inner is None else ["", *inner]
    if op == "BRANCH":
        branches = [_all_of(branch) for branch in value[1]]
        return [word for branch in branches for word in branch or ()] if None not in branches else None
    return None


def _all_of(items: Any) -> list[str] | None:
    found = [""]
    for op, value in items:
        spelt = _spelt(str(op), value)
        if spelt is None or len(spelt) * len(found) > _MANY:
            return None
        found = [left + right for left in found for right in spelt]
    return found


def _is_digits(members: Any) -> bool:
    """A class of digits only: ``\\d``, ``[1-9]``, ``[04]``."""
    return all(
        (str(kind) == "CATEGORY" and str(value) == "CATEGORY_DIGIT")
        or (str(kind) == "RANGE" and chr(value[0]) in _DIGITS and chr(value[1]) in _DIGITS)
        or (str(kind) == "LITERAL" and chr(value) in _DIGITS)
        for kind, value in members
    )
