"""Points that a row aims at, told in brackets behind its goal, against the points that it has reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.figures import shown, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject

_BRACKETED = re.compile(
    r"\(\s*(?:đạt |tương đương |tối thiểu |ít nhất |trên |khoảng |bằng |≥ ?|> ?)*"
    r"(\d{1,3}(?:[.,]\d+)?)\s*(?:/\s*\d{1,3}\s*)?điểm\s*\)"
)
_REACHED = re.compile(r"(?:đạt )?(\d{1,3}(?:[.,]\d+)?)(?:\s*/\s*\d{1,3})?(?:\s*điểm)?")
_FALLS = re.compile(r"(?<!\w)(?:thêm|tăng|trừ|cộng|giảm)(?!\w)")


def below(subject: Subject) -> Iterator[Hit]:
    """ "8,20 | 78% (7,80 điểm)": the goal is worth fewer points than were reached."""
    for row in subject.rows:
        aim, past = row.cells.get("target"), row.cells.get("result")
        words = subject.low(aim)
        match, was = _BRACKETED.search(words), _REACHED.fullmatch(subject.low(past))
        if aim is None or past is None or match is None or was is None or _FALLS.search(words):
            continue
        goal, reached = value(match[1]), value(was[1])
        if goal is None or reached is None or goal >= reached:
            continue
        name = " ".join(subject.words(row.cells.get("name")).split())[:160]
        figures: dict[str, Figure] = {"indicator": name, "target": f"{shown(goal)} điểm"}
        figures |= {"baseline": f"{shown(reached)} điểm", "year": None, "when": "đã đạt"}
        code = row.label if row.label in subject.catalog else None
        spans = tuple(subject.at(cell.start, cell.end) for cell in (aim, past))
        yield Hit("target-below-baseline", figures, spans, code)
