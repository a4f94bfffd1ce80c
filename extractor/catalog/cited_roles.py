"""Which of the codes that a line cites its unit leads, and which it merely helps with."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractor.catalog.cited import cited_codes
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
