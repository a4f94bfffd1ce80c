"""Points that a row aims at, told in brackets behind its goal, against the points that it has reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from extractor.analysis.audit.figures import shown, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Row, Subject

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
        yield _hit(subject, row, (reached, goal), row.label if row.label in subject.catalog else None)


def _hit(subject: Subject, row: Row, points: tuple[float, float], code: str | None) -> Hit:
    """A row whose points reached and aimed at are these."""
    name = " ".join(subject.words(row.cells.get("name")).split())[:160]
    figures: dict[str, Figure] = {"indicator": name, "target": f"{shown(points[1])} điểm"}
    figures |= {"baseline": f"{shown(points[0])} điểm", "year": None, "when": "đã đạt"}
    spans = tuple(subject.at(row.cells[c].start, row.cells[c].end) for c in ("target", "result"))
    return Hit("target-below-baseline", figures, spans, code)


_POINTS = re.compile(r"\d{1,4}(?:[.,]\d+)?")
_OF_POINTS = re.compile(r"điểm")
_LEAST, _MOST_ODD = 3, 2


def bare(subject: Subject) -> Iterator[Hit]:
    """ "Điểm tối đa 150 | Điểm 2025: 77,7 | Mục tiêu 2026: 76,0": fewer points are aimed at than were
    reached, where the other rows aim at more."""
    for _, rows in groupby(subject.rows, key=lambda row: row.table):
        read = [(row, pair) for row in rows if (pair := _pair(subject, row)) is not None]
        odd = [(row, pair) for row, pair in read if pair[1] < pair[0]]
        if len(read) - len(odd) < _LEAST or len(odd) > _MOST_ODD:
            continue
        for row, points in odd:
            yield _hit(subject, row, points, row.label if "." in row.label else None)


def _pair(subject: Subject, row: Row) -> tuple[float, float] | None:
    """Points reached and points aimed at, bare numbers both, of a row that has points to be reached."""
    cells = [row.cells.get(role) for role in ("points", "result", "target")]
    texts = [subject.low(cell) for cell in cells]
    if not all(_POINTS.fullmatch(text) for text in texts) or not _headed(subject, row):
        return None
    top, reached, goal = (value(text) for text in texts)
    if top is None or reached is None or goal is None or not 0 < max(reached, goal) <= top:
        return None
    return reached, goal


def _headed(subject: Subject, row: Row) -> bool:
    """The columns of what was reached and of what there is are headed as points."""
    assert subject.source is not None
    columns = {row.cells[role].column for role in ("points", "result")}
    heads = [c for c in subject.source.tables[row.table].rows[0] if c.column in columns]
    return len(heads) > 1 and all(_OF_POINTS.search(subject.low(cell)) for cell in heads)
