"""A report's own table of this year's plan against the aims it sets for the rest of the year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.clauses import YEAR
from extractor.analysis.audit.figures import shown, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.analysis.audit.told_results import told_by
from extractor.records import Target
from extractor.sources.model import Cell
from extractor.vietnamese.forms import fold

_PERCENT = re.compile(
    r"(?:đạt |trên |từ |tối thiểu |ít nhất |[≥>]=? ?)*(\d{1,3}(?:[.,]\d+)?) ?%(?: trở lên)?"
)
_LEAST = 4
_REST = re.compile(r"(?<!\d)(?:\d|sáu|chín) tháng(?! \d)|quý (?:i|ii|iii)(?!\w)|giữa kỳ|sơ kết")


def aims(subject: Subject) -> Iterator[Hit]:
    """ "Kế hoạch năm 2024: 90%" in the table of a half-year report, "… đạt trên 92%" among its aims."""
    document = subject.extraction.document
    if subject.source is None or document.kind != "report" or document.issued_on is None:
        return
    year = document.issued_on.year
    if not _REST.search(fold(document.title or "")):
        return  # of a whole year: the aims are the next one's
    aimed = {_name(t.indicator): t for t in subject.extraction.targets if _of_this_year(t, year)}
    for table in subject.result_tables if aimed else ():
        plans = table.having("plan")
        if len(plans) != 1 or plans[0].year not in (None, year):
            continue
        for row in table.rows:
            cell = row.cells.get(plans[0].index)
            target = aimed.get(_name(subject.words(row.name)))
            match = _PERCENT.fullmatch(subject.low(cell))
            planned = value(match[1]) if match else None
            if target is not None and cell is not None and planned is not None and planned != target.value:
                yield _hit(subject, target, cell)


def _hit(subject: Subject, target: Target, cell: Cell) -> Hit:
    figures: dict[str, Figure] = {"indicator": subject.named(target), "unit": target.unit}
    figures |= {"first": subject.words(cell).strip(), "second": f"{shown(target.value)}%"}
    code = next(iter(target.indicator_codes), None)
    return Hit("value-stated-twice", figures, (subject.at(cell.start, cell.end), subject.of(target)), code)


def _name(words: str) -> frozenset[str]:
    """What a percentage is of; empty where too few words tell it."""
    name = told_by(words)
    return name if len(name) >= _LEAST else frozenset()


def _of_this_year(target: Target, year: int) -> bool:
    """A percentage of the whole place among the aims, none of a later year."""
    place = target.evidence
    if (
        target.unit != "percent"
        or target.value is None
        or target.level is not None
        or target.task is not None
    ):
        return False
    years = {int(y) for y in YEAR.findall(target.quote)}
    if target.deadline is not None and target.deadline.due is not None:
        years.add(target.deadline.due.year)
    return place is not None and place.table is None and years <= {year} and bool(_name(target.indicator))
