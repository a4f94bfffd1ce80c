"""Which of the codes that a line cites its unit leads, and which it merely helps with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractor.catalog.cited import CODE, cited_codes
from extractor.catalog.indicators import Catalog
from extractor.vietnamese.forms import fold

_ROLE = re.compile(
    r"(?<!do )(?<!\w)(?P<lead>chủ trì|phụ trách|chịu trách nhiệm|làm đầu mối)(?!\w)|(?<!\w)phối hợp(?!\w)"
)
_BOTH = re.compile(r"(?:chủ trì|đầu mối|chủ động)(?:,| và)?\s*$")
"""Words before "phối hợp" with which it is no role of its own: "chủ trì, phối hợp với Sở B"."""


class Part(NamedTuple):
    """A stretch of a line under one role, with the codes that it cites."""

    start: int
    end: int
    helps: bool
    codes: tuple[str, ...]


def parts_by_role(line: str, catalog: Catalog) -> list[Part]:
    """ "chủ trì các chỉ số 2.1, 7.1; phối hợp thực hiện chỉ số 2.8": what stands before a role is led."""
    low, marks = fold(line), [(0, False)]
    for match in _ROLE.finditer(low):
        if match["lead"] or not _BOTH.search(low[: match.start()]):
            marks.append((match.start(), not match["lead"]))
    ends = [start for start, _ in marks[1:]] + [len(line)]
    return [
        Part(start, end, helps, tuple(cited_codes(line[start:end], catalog)))
        for (start, helps), end in zip(marks, ends, strict=True)
    ]


def helped_codes(line: str, catalog: Catalog) -> frozenset[str]:
    """Codes that the line's unit only helps with."""
    if "phối hợp" not in fold(line):
        return frozenset()
    parts = parts_by_role(line, catalog)
    led = {code for part in parts if not part.helps for code in part.codes}
    return frozenset(code for part in parts if part.helps for code in part.codes if code not in led)


_BEHIND_UNIT = re.compile(
    rf"\s*\(\s*(?:(?:các )?(?:cs|chỉ số|chỉ tiêu|mã số|mã)\s*:?\s*)?"
    rf"(?P<codes>{CODE}(?:\s*(?:,|;|và|đến|-|–)\s*(?:cs |chỉ số )?{CODE}){{0,12}})\s*\)"
)
_OF_ITSELF = re.compile(r"\s*(?:cùng |tham gia )?$")
_ONLY_FOR = re.compile(rf"(?:trong đó|riêng|đối với|với)\s[^;.]{{0,60}}?(?:{CODE})[^;.]{{0,40}}$")
_FAR = 120


def codes_of_unit(text: str, start: int, end: int, catalog: Catalog) -> frozenset[str]:
    """Codes in the bracket that a unit's words hold or that stands behind them: "Sở A (CS 2.9), Sở B"."""
    own, behind = text[start:end], text[end : end + _FAR]
    if "(" not in own and not behind.lstrip().startswith("("):
        return frozenset()
    match = _BEHIND_UNIT.search(fold(own)) or _BEHIND_UNIT.match(fold(behind))
    return frozenset(cited_codes(f"chỉ số {match['codes']}", catalog)) if match else frozenset()


def codes_of_leads(
    line: str, units: Sequence[tuple[int, int]], catalog: Catalog
) -> dict[int, frozenset[str]]:
    """Codes that each of several leads (spans in the line) has: "Báo A phụ trách 1.6; Đài B phụ trách 1.7".

    Empty where they have them together, or where one has none behind its name. Behind "cùng Sở C" stands
    what it has together with those before.
    """
    order = sorted(range(len(units)), key=lambda i: units[i])
    groups: list[list[int]] = []
    for i in order:
        joined = groups and not _APART.search(fold(line[units[groups[-1][-1]][1] : units[i][0]]))
        if joined:
            groups[-1].append(i)
        else:
            groups.append([i])
    if len(groups) < 2:
        return {}
    found: dict[int, frozenset[str]] = {}
    before: list[int] = []
    for group, after in zip(groups, [*groups[1:], []], strict=True):
        stop = units[after[0]][0] if after else len(line)
        codes = frozenset(cited_codes(line[units[group[-1]][1] : stop], catalog))
        if not codes:
            return {}
        own = dict.fromkeys(group, codes)
        if before and _TOGETHER.search(fold(line[: units[group[0]][0]])):
            own |= {i: found[i] | codes for i in before}
        found |= own
        before = group
    return found


_TOGETHER = re.compile(r"(?<!\w)cùng(?: với)?\s*$")
_APART = re.compile(r"[;.]|\d|chủ trì|phụ trách|thực hiện|chịu trách nhiệm|đầu mối|đạt")


def limited_helpers(
    line: str, units: Sequence[tuple[int, int]], catalog: Catalog
) -> dict[int, frozenset[str]]:
    """Which of the supporting units (spans in the line) help with some of its codes only, and with which.

    "…; Sở B phối hợp ở chỉ số 5.12", "…, trong đó chỉ số 4.7 phối hợp với Trường X".
    """
    if "phối hợp" not in fold(line):
        return {}
    found: dict[int, set[str]] = {}
    for part in parts_by_role(line, catalog):
        if not part.helps:
            continue
        subject = [
            i for i, (_, end) in enumerate(units)
            if 0 <= end <= part.start and _OF_ITSELF.fullmatch(fold(line[end : part.start]))
        ]  # fmt: skip
        inside = [i for i, (start, _) in enumerate(units) if part.start <= start < part.end]
        codes = part.codes or _only_for(line[: part.start], catalog)
        for i in (subject or inside) if codes else ():
            found.setdefault(i, set()).update(codes)
    return {i: frozenset(codes) for i, codes in found.items()}


def _only_for(before: str, catalog: Catalog) -> tuple[str, ...]:
    """The codes that a helper is limited to by the words before it."""
    clause = _ONLY_FOR.search(fold(before))
    return tuple(cited_codes(before[clause.start() :], catalog)) if clause else ()
