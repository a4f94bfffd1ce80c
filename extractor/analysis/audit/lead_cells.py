"""Cells of leads that name nobody ("Giao sau", "Tổ công tác") or two units that lead together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extractor.analysis.audit.coverage import vague_kind
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.sources.model import Cell
from extractor.structure.annex import header_role

_HEAD = r"(?:sở|ubnd|ủy ban|công an|văn phòng|phòng|ban|trung tâm|đài|bộ|hội|đoàn|thanh tra)(?!\w)"
_TOGETHER = re.compile(r"\s*[(,]?\s*(?:đồng|cùng) chủ trì\s*\)?\s*$")
_JOINT = re.compile(rf"\s+[-–]\s+(?={_HEAD})|\s*[;,/+]\s*(?={_HEAD})|\s+và\s+(?={_HEAD})")
_OPENS = re.compile(_HEAD)
_WORDS, _TWO = 12, 2


def cells(subject: Subject) -> Iterator[Hit]:
    """ "| Giao sau |", "| Sở A - Sở B đồng chủ trì |" in a column of leads, as no record has it."""
    read = {
        u.evidence.start: u for r in subject.records for u in r.lead_units or () if u.evidence is not None
    }
    taken = sorted(read)
    for _, grid in subject.grids:
        roles = [header_role(subject.words(cell))[0] for cell in grid[0]]
        if "lead" not in roles:
            continue
        lead, name = roles.index("lead"), roles.index("name") if "name" in roles else 1
        for row in grid[1:]:
            cell, words = row[lead], subject.low(row[lead]).strip(" .;")
            if cell is None or not 0 < len(words.split()) <= _WORDS:
                continue
            units = [read[at] for at in taken[bisect_left(taken, cell.start) : bisect_left(taken, cell.end)]]
            together = _together(words) if len(units) < _TWO else []
            told = any(vague_kind(unit.name) for unit in units)  # by the rule on the record
            vague = not told and vague_kind(words) == "vague"
            if not vague and not together:
                continue
            printed, low = subject.words(cell), subject.folded[cell.start : cell.end]
            what = " ".join(subject.words(row[name] if name < len(row) else None).split())[:160]
            span = subject.at(cell.start, cell.end)
            figures: dict[str, Figure] = {"unit": span.quote.strip(), "what": what}
            if together:
                names = [printed[low.index(part) :][: len(part)].strip() for part in together]
                figures |= {"count": len(together), "units": "; ".join(names)}
            yield Hit("several-leads" if together else "vague-lead", figures, (span,), _code(subject, row[0]))


def _together(words: str) -> list[str]:
    """The units of a cell that gives the lead to more than one, joined by a dash or "đồng chủ trì"."""
    joint = _TOGETHER.search(words)
    parts = _JOINT.split(words[: joint.start()] if joint else words)
    dashed = joint or re.search(rf"\s[-–]\s+{_HEAD}", words)
    return parts if dashed and len(parts) >= _TWO and all(map(_OPENS.match, parts)) else []


def _code(subject: Subject, cell: Cell | None) -> str | None:
    label = subject.low(cell).strip(" .)")
    return label if "." in label and label in subject.catalog else None
