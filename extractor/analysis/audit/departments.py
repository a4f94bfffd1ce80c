"""Departments and ministries by names that no department ever had, put together from halves of others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rapidfuzz import fuzz

from extractor import gazetteers
from extractor.analysis.audit.model import Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import fold, squeeze
from extractor.vietnamese.letters import UPPER

_JOINED = re.compile(r"\s*,\s+và\s+|\s*,\s*|\s+và\s+|\s+[-–]\s+")


@cache
def department_names() -> tuple[str, ...]:
    """Every name that a department or ministry has had."""
    return tuple(row["name"] for row in gazetteers.rows("departments"))


@cache
def _parts() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Folded: fields that are a whole name, that open a longer one, that stand later in one."""
    whole, first, later = set[str](), set[str](), set[str]()
    for name in department_names():
        parts = _JOINED.split(fold(name).split(" ", 1)[1])
        if len(parts) == 1:
            whole.add(parts[0])
        else:
            first.add(parts[0])
            later.update(parts[1:])
    return frozenset(whole), frozenset(first), frozenset(later)


def _mixed() -> re.Pattern[str]:
    """ "sở A và B" of known fields; the second is no department of its own, which would begin a list."""
    whole, first, later = _parts()
    one = gazetteers.any_of(sorted(whole | first | later, key=len, reverse=True))
    two = gazetteers.any_of(sorted((first | later) - whole, key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?P<kind>sở|bộ)\s(?P<one>{one})(?:\s(?:và|[-–])\s)(?P<two>{two})(?!\w)"
        rf"(?:(?:\s(?:và|[-–])|,)\s(?:{two})(?!\w))*"
    )


def _lone() -> re.Pattern[str]:
    """ "sở B" of a field that only ever stands second."""
    whole, first, later = _parts()
    alone = gazetteers.any_of(sorted(later - whole - first, key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?P<kind>sở)\s(?P<one>{alone})(?=\s*[,;.:)]|\s(?:tỉnh|thành phố|chủ trì|phối hợp)|\s*$)"
    )


_MIXED, _LONE = _mixed(), _lone()
_NAMED = sign(_MIXED, _LONE)
_RUNS_ON = re.compile(rf"\s(?:và|-|–)\s(?!Sở|Bộ|UBND|Ủy|Văn phòng|Công an|Ban)[{UPPER}]")
_BEHIND = 24
_LISTED = re.compile(r"(?:các|những|hai|ba|liên)\s$")


@cache
def _known() -> frozenset[str]:
    return frozenset(map(_plain, department_names()))


def never_were(subject: Subject) -> Iterator[Hit]:
    """ "Sở Kế hoạch và Công nghệ", "Sở Truyền thông": there never was such a department."""
    told: set[str] = set()
    for start, words in subject.bearing(_NAMED):
        for match in (*_MIXED.finditer(words), *_LONE.finditer(words)):
            at = start + match.start()
            written = " ".join(subject.text[at : start + match.end()].split())
            name = _plain(written)
            behind = _plain(words[match.start() : match.end() + _BEHIND])
            if name in told or not _is_name(subject, start, match) or _is_known(name, behind):
                continue
            told.add(name)
            figures = {"written": written, "name": _nearest(match["kind"], written)}
            yield Hit("unit-name-differs", figures, (subject.around(start, match),), severity="warning")


def _plain(words: str) -> str:
    """A name without what joins its fields, however it is printed."""
    return squeeze(words).replace(" và ", " ")


def _is_known(name: str, behind: str) -> bool:
    """A name that was, or that opens the words: "… và Thương binh xã hội"."""
    return name in _known() or any(f"{behind} ".startswith(f"{known} ") for known in _compounds())


@cache
def _compounds() -> frozenset[str]:
    whole = {squeeze(f"{kind} {field}") for field in _parts()[0] for kind in ("sở", "bộ")}
    return _known() - whole


def _is_name(subject: Subject, start: int, match: re.Match[str]) -> bool:
    """Kind and fields open with capitals, and no list of departments is opened ("các Sở A và B")."""
    capitals = (start + match.start(group) for group in ("kind", "one"))
    two = match.re.groupindex.get("two")
    second = start + match.start(two) if two else start + match.start()
    return (
        all(subject.text[at].isupper() for at in capitals)
        and subject.text[second].isupper()
        and not _RUNS_ON.match(subject.text, start + match.end())
        and not _LISTED.search(match.string[max(0, match.start() - 8) : match.start()])
    )


def _nearest(kind: str, written: str) -> str:
    """The department whose name is most like it: the same opening words first."""
    opening = fold(written).split()[1:3]
    names = [name for name in department_names() if fold(name).startswith(f"{kind} ")]
    names = [name for name in names if _JOINED.search(name)]
    return max(
        names,
        key=lambda name: (
            fold(name).split()[1:3] == opening,
            fuzz.token_sort_ratio(fold(name), fold(written)),
        ),
    )
