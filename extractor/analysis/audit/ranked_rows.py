"""Rows of a ranking that stand behind a row with a smaller figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.analysis.audit.figures import shown
from extractor.analysis.audit.grids import Figures, figure_tables, spans_of
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import fold

_RANKS = re.compile(
    r"(?:(?:xếp|thứ) )?hạng(?: (?:năm )?20\d\d| chung| dti| cds| chuyển đổi số)?|xếp thứ|vị thứ"
)
_LABELS = re.compile(r"(?:tt|stt|số tt|số thứ tự|thứ tự)\.?")
_RANK = re.compile(r"(?:hạng |thứ |xếp thứ )?0?(\d{1,3})(?:/\d{1,3})?")
_RANKING = re.compile(r"(?<!\w)(?:bảng xếp hạng|xếp hạng|thứ hạng|bảng tổng sắp)(?!\w)")
_TOTALS = re.compile(
    r"(?:tổng|cộng|tổng cộng|tổng số) ?(?:số )?điểm.*|điểm(?: \(.*\))?|"
    r"điểm (?:tổng|số|đạt|đánh giá|trung bình|cuối cùng|thẩm định|xếp hạng|chung|dti).*|"
    r"(?:kết quả|chỉ số|giá trị)(?: (?:dti|chung|năm 20\d\d|đánh giá))?"
)
_ABOVE = 200
_LEAST, _LABELLED = 5, 6
"""Rows that a ranking has at least; those of one whose ranks are the numbers of its rows."""


class _Row(NamedTuple):
    row: int
    rank: int
    figure: float


def rows(subject: Subject) -> Iterator[Hit]:
    """ "3 | Huyện A | 78,1" above "4 | Huyện B | 78,9", where the points fall in all other rows."""
    for table in figure_tables(subject):
        ranks, least = _rank_column(subject, table)
        if ranks is None:
            continue
        for column in _measures(table, ranks):
            found = [hit for run in _runs(table, ranks, column) if len(run) >= least
                     for hit in _broken(subject, table, run, (ranks, column))]  # fmt: skip
            if found:
                yield from found
                break


def _rank_column(subject: Subject, table: Figures) -> tuple[int | None, int]:
    """The column of ranks: the one that says so, else the numbers of the rows below "Bảng xếp hạng …"."""
    said = [c for c, head in enumerate(table.heads) if _RANKS.fullmatch(head.strip(" .:"))]
    if said:
        return (said[0] if len(said) == 1 else None), _LEAST
    assert subject.source is not None
    start = subject.source.tables[table.number].start
    titled = _RANKING.search(subject.folded, max(0, start - _ABOVE), start)
    alone = sum(any(v is not None for v in column) for column in zip(*table.values, strict=True)) == 2
    labelled = _LABELS.fullmatch(table.heads[0].strip()) and titled and alone
    return (0 if labelled else None), _LABELLED


def _measures(table: Figures, ranks: int) -> list[int]:
    """The columns that the ranks may follow: the one of totals, else the only one of figures."""
    others = [
        c for c, head in enumerate(table.heads)
        if c != ranks and not _LABELS.fullmatch(head.strip()) and not _RANKS.match(head)
        and sum(row[c] is not None for row in table.values) >= _LEAST
    ]  # fmt: skip
    totals = [c for c in others if _TOTALS.fullmatch(table.heads[c].strip())]
    return totals if len(totals) == 1 else others if len(others) == 1 else []


def _runs(table: Figures, ranks: int, column: int) -> list[list[_Row]]:
    """The rows of each ranking in order of rank: the whole table, or its groups where each begins anew."""
    read = [_read(table, row, ranks, column) for row in range(len(table.texts))]
    told = sorted((row for row in read if row is not None), key=lambda row: row.rank)
    if _ranked(told):
        return [told]
    groups: list[list[_Row]] = [[]]
    for row in read:
        if row is None:
            groups.append([])
        else:
            groups[-1].append(row)
    return [run for group in groups if _ranked(run := sorted(group, key=lambda row: row.rank))]


def _read(table: Figures, row: int, ranks: int, column: int) -> _Row | None:
    rank, figure = _RANK.fullmatch(fold(table.texts[row][ranks]).strip(" .)")), table.values[row][column]
    return _Row(row, int(rank[1]), figure) if rank and figure is not None else None


def _ranked(rows: Sequence[_Row]) -> bool:
    """Ranks from one on without gaps, but for those that rows share."""
    ranks = [row.rank for row in rows]
    if ranks == [ranks.index(rank) + 1 for rank in ranks]:
        return bool(ranks)
    alike = all(a.figure == b.figure for a, b in pairwise(rows) if a.rank == b.rank)
    return alike and sorted(set(ranks)) == list(range(1, len(set(ranks)) + 1))


def _broken(subject: Subject, table: Figures, run: Sequence[_Row], columns: tuple[int, int]) -> Iterator[Hit]:
    """The one place of a ranking where the next figure is on the wrong side."""
    steps = [(a, b) for a, b in pairwise(run) if a.rank < b.rank and a.figure != b.figure]
    rises = [(a, b) for a, b in steps if a.figure < b.figure]
    falls = [(a, b) for a, b in steps if a.figure > b.figure]
    few = min(rises, falls, key=len)
    if len(few) != 1 or len(steps) < _LEAST - 1:
        return
    first, second = few[0]
    figures: dict[str, Figure] = {"row": _name(table, first.row), "verdict": f"hạng {first.rank}"}
    other = f"của “{_name(table, second.row)}” (hạng {second.rank}) là {shown(second.figure)}"
    figures["told"] = f"{shown(first.figure)}, {other}"
    spans = (*spans_of(subject, table, first.row, columns), *spans_of(subject, table, second.row, columns))
    yield Hit("verdict-against-figures", figures, spans, unsure=True)


def _name(table: Figures, row: int) -> str:
    return next(
        (t for t in table.texts[row] if any(map(str.isalpha, t)) and not _RANK.fullmatch(fold(t))), ""
    )[:120]
