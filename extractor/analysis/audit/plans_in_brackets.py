"""Aims that a report tells in brackets against those of its table of results: "đạt 61,5% (mục tiêu 50%)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.clauses import clause_before, word_set
from extractor.analysis.audit.figures import shown, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_SOME = r"(\d{1,3}(?:,\d+)?)\s*%"
_TOLD = re.compile(
    rf"(?<![\d.,]){_SOME}[^().;%\d]{{0,60}}\(\s*(?:mục tiêu|kế hoạch|chỉ tiêu|kh)(?: là| đề ra| giao|"
    rf" được giao| năm 20\d\d| cả năm|:)*\s*(?:trên |tối thiểu |từ |≥ ?)?{_SOME}\s*\)"
)
_CELL = re.compile(rf"(?:trên|từ|đạt|tối thiểu|ít nhất|[≥>]=?)?\s*{_SOME}(?: trở lên)?")
_AIMED = sign(_TOLD, needs=("%", "("))
_COMMON = word_set("tỷ lệ số các của được có đạt trên địa bàn tỉnh và đã là")
_ALIKE = 0.7


def aims(subject: Subject) -> Iterator[Hit]:
    """One result in the words and in the table, with another aim beside it."""
    told = subject.telling(_AIMED)
    if not told or subject.source is None:
        return
    rows = list(_rows(subject))
    for start, words in told:
        for match in _TOLD.finditer(words):
            name = word_set(clause_before(words[: match.start()])) - _COMMON
            reached, aim = value(match[1]), value(match[2])
            same = [row for row in rows if row[2] == reached and _alike(name, row[0])]
            if len(same) != 1 or aim is None or aim == same[0][1]:
                continue
            _, planned, _, where, title = same[0]
            figures: dict[str, Figure] = {"indicator": title, "first": f"{shown(aim)}%"}
            figures["second"] = f"{shown(planned)}%"
            spans = (subject.around(start, match, 60), subject.at(*where))
            yield Hit("value-stated-twice", figures, spans)


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and len(a & b) >= _ALIKE * max(len(a), len(b))


def _rows(subject: Subject) -> Iterator[tuple[frozenset[str], float, float, tuple[int, int], str]]:
    """Rows in percent: what they are about, what was planned and reached, where the plan stands."""
    for table in subject.result_tables:
        if len(table.having("plan")) != 1 or not table.having("actual"):
            continue
        plan, actual = table.having("plan")[0].index, table.having("actual")[-1].index
        for row in table.rows:
            cells = row.cells.get(plan), row.cells.get(actual)
            found = [_CELL.fullmatch(subject.low(cell)) for cell in cells]
            if cells[0] is None or found[0] is None or found[1] is None:
                continue
            aim, reached = value(found[0][1]), value(found[1][1])
            if aim is not None and reached is not None:
                title = " ".join(subject.words(row.name).split())
                yield word_set(title) - _COMMON, aim, reached, (cells[0].start, cells[0].end), title[:120]
