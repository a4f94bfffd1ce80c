"""Verdicts of reports that the plan figures and results beside them do not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extractor.analysis.audit.figures import value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.annotators.verdicts import verdict_of
from extractor.sources.model import Cell
from extractor.structure.result_tables import ResultTable
from extractor.vietnamese.forms import fold

_AMOUNT = re.compile(r"(?:[≥>]=?|trên|từ|đạt|tối thiểu|ít nhất|hơn)?\s*(\d[\d.,]*)\s*(%|[^\d%/]{0,24})")
_UPPER = re.compile(r"[≤<]|dưới|tối đa|không quá|giảm|hạn chế|hạng|thời gian")
_TOLD = {"exceeded": "vượt", "reached": "đạt", "missed": "chưa đạt"}
_CUES = re.compile(r"(?:chưa |không )?(?:hoàn thành|đạt|vượt)(?: và vượt)?")


def verdicts(subject: Subject) -> Iterator[Hit]:
    """ "Đạt" beside a result below the plan of its row, "Chưa đạt" beside one that reaches it; "vượt"
    beside a share of the target below 100 %."""
    if subject.source is None or subject.extraction.document.kind != "report":
        return
    for table in subject.result_tables:
        if table.having("plan") and table.having("actual") and table.having("verdict"):
            yield from _in_table(subject, table)
    for actual in subject.extraction.actuals:
        share, verdict = actual.of_target, actual.verdict
        in_table = actual.evidence is not None and actual.evidence.table is not None
        if share is None or verdict is None or in_table or (share < 100) == (verdict == "missed"):
            continue
        if share != 100 or verdict != "exceeded":
            figures: dict[str, Figure] = {
                "row": actual.indicator[:120],
                "verdict": _TOLD[verdict],
                "share": share,
            }
            figures |= {"told": f"{share:.10g}% mục tiêu".replace(".", ",")}
            span = subject.span(actual.evidence, actual.quote)
            yield Hit("verdict-against-figures", figures, (span,), next(iter(actual.indicator_codes), None))


def _in_table(subject: Subject, table: ResultTable) -> Iterator[Hit]:
    plan, actual, verdict = (table.having(role)[-1].index for role in ("plan", "actual", "verdict"))
    for row in table.rows:
        told = fold(subject.words(row.cells.get(verdict))).strip(" .")
        cue = _CUES.match(told)
        judged = verdict_of().get(cue.group()) if cue else None
        name = subject.words(row.name)
        pair = _comparable(subject, row.cells, (plan, actual), name)
        if judged is None or pair is None or (pair[1] < pair[0]) == (judged == "missed"):
            continue
        cells = [c for c in (row.cells.get(plan), row.cells.get(actual), row.cells.get(verdict)) if c]
        figures: dict[str, Figure] = {"row": " ".join(name.split())[:120], "verdict": told}
        figures |= {"plan": pair[0], "actual": pair[1]}
        figures["told"] = " / ".join(subject.words(c).strip() for c in cells[:2])
        spans = (subject.at(row.name.start, row.name.end), *(subject.at(c.start, c.end) for c in cells))
        yield Hit("verdict-against-figures", figures, spans)


def _comparable(
    subject: Subject, cells: Mapping[int, Cell], places: tuple[int, int], name: str
) -> tuple[float, float] | None:
    """Plan and result of a row in one unit, where more is better."""
    texts = [fold(subject.words(cells.get(place))).strip() for place in places]
    if _UPPER.search(texts[0]) or _UPPER.search(fold(name)):
        return None
    found = [_AMOUNT.fullmatch(text) for text in texts]
    if found[0] is None or found[1] is None:
        return None
    units = [match[2].strip() for match in found if match]
    amounts = [value(match[1].rstrip(".,")) for match in found if match]
    if units[0] != units[1] and "" not in units:
        return None
    plan, actual = amounts
    return (plan, actual) if plan is not None and actual is not None else None
