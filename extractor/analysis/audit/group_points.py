"""Points of a main group in a summary table against those in the row of the same group in another table."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.analysis.audit.clauses import YEAR
from extractor.analysis.audit.figures import shown, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Row, Subject
from extractor.vietnamese.forms import squeeze


def points(subject: Subject) -> Iterator[Hit]:
    """ "5 | An toàn thông tin mạng | 100 | 71,25" in the body, "… | 100 | 72,15" in the annex."""
    seen: dict[tuple[str, str, str], tuple[Row, float]] = {}
    for row in subject.rows:
        reached = value(subject.low(row.cells.get("result")))
        top = subject.low(row.cells.get("points"))
        name = squeeze(subject.words(row.cells.get("name")))
        if reached is None or not value(top) or len(name) < 6 or "." in row.label:
            continue
        first, points = seen.setdefault((name, top, year_of(subject, row)), (row, reached))
        if first.table != row.table and abs(points - reached) > 0.006:
            figures: dict[str, Figure] = {"indicator": subject.words(row.cells["name"]).strip()[:120]}
            figures |= {"first": f"{shown(points)} điểm", "second": f"{shown(reached)} điểm"}
            cells = (first.cells["result"], row.cells["result"])
            spans = tuple(subject.at(cell.start, cell.end) for cell in cells)
            yield Hit("result-stated-twice", figures, spans)


def year_of(subject: Subject, row: Row) -> str:
    """The year that heads the column of results; empty where none does."""
    assert subject.source is not None
    column = row.cells["result"].column
    heads = [c for c in subject.source.tables[row.table].rows[0] if c.column == column]
    found = [year for cell in heads for year in YEAR.findall(subject.words(cell))]
    return found[-1] if found else ""
