"""Goals in percent that fall from one year's column of a table to the next one's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.analysis.audit.clauses import YEAR
from extractor.analysis.audit.figures import shown, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.sources.model import Cell
from extractor.vietnamese.forms import fold

_BARE_YEAR = re.compile(r"(?:năm )?20\d\d")
_GOAL = re.compile(
    r"(?:(?:từ|trên|đạt|tối thiểu|ít nhất|khoảng)\s+|[≥>]=?\s*)?(\d{1,3}(?:[.,]\d+)?)\s*%(?: trở lên)?"
)
_FALLING = re.compile(
    r"(?<!\w)(?:giảm|quá hạn|trễ|chậm|nghèo|sự cố|khiếu nại|tồn đọng|lỗi|vi phạm|thất thoát|hao hụt|"
    r"thời gian|chi phí|lệ phí|chưa|không|giấy|thất nghiệp|tai nạn|bỏ học)(?!\w)"
)
_UNIT = re.compile(r"(?:đvt|đơn vị(?: tính)?|đơn vị đo)\.?")
_REACHED = re.compile(r"(?<!\w)(?:kết quả|kq|hiện trạng|thực hiện|đã đạt|ước|thực trạng)(?!\w)")
"""The rule on baselines sees what bare figures of results say."""
_SERIES = 4
"""From so many columns of years on, series of years are looked at as a whole."""
_RISING = 0.6


def goals(subject: Subject) -> Iterator[Hit]:
    """ "Năm 2025: 65% | Năm 2026: 60%" in a table whose other rows rise."""
    issued = subject.extraction.document.issued_on
    if issued is None or subject.extraction.document.kind == "report":
        return
    for _, grid in subject.grids:
        heads = [subject.low(cell) for cell in grid[0]]
        years = [(c, int(found[0])) for c, head in enumerate(heads) if len(found := YEAR.findall(head)) == 1]
        if len(years) < 2 or sum(bool(_BARE_YEAR.fullmatch(head)) for head in heads) >= _SERIES:
            continue
        units = [c for c, head in enumerate(heads) if _UNIT.fullmatch(head)]
        for (a, first), (b, later) in pairwise(years):
            if issued.year <= later and first < later and issued.year - 1 <= first:
                measured = () if _REACHED.search(heads[a]) else units[:1]
                yield from _falls(subject, grid[1:], (a, b, *measured), (first, later))


def _falls(
    subject: Subject, rows: Sequence[Sequence[Cell | None]], at: tuple[int, ...], years: tuple[int, int]
) -> Iterator[Hit]:
    """Rows of two years' columns, with that of units behind them where there is one."""
    falls, kept = list[Hit](), 0
    for row in rows:
        shares = [c for c in at[2:] if subject.low(row[c]) in ("%", "phần trăm", "tỷ lệ %", "tỷ lệ (%)")]
        pair = [_percent(subject, row[column], bare=bool(shares)) for column in at[:2]]
        name = max((subject.words(cell) for cell in row[:3]), key=len, default="")
        if pair[0] is None or pair[1] is None or _FALLING.search(fold(name)) or _shared(subject, row):
            continue
        if pair[1] >= pair[0]:
            kept += 1
            continue
        cells = [cell for cell in (row[c] for c in at[:2]) if cell is not None]
        figures: dict[str, Figure] = {"row": " ".join(name.split())[:120], "first": f"{shown(pair[0])}%"}
        figures |= {"second": f"{shown(pair[1])}%", "year": str(years[0]), "later": str(years[1])}
        falls.append(Hit("later-goal-lower", figures, tuple(subject.at(c.start, c.end) for c in cells)))
    if kept >= 2 and kept >= _RISING * (kept + len(falls)):
        yield from falls


def _percent(subject: Subject, cell: Cell | None, *, bare: bool = False) -> float | None:
    """The share that a cell tells; a bare figure is one where the row's unit says so."""
    match = _GOAL.fullmatch(f"{subject.low(cell)} %" if bare else subject.low(cell)) or _GOAL.fullmatch(
        subject.low(cell)
    )
    return value(match[1]) if match else None


def _shared(subject: Subject, row: Sequence[Cell | None]) -> bool:
    """The years share one whole among them: 40%, 30%, 30%."""
    return sum(_percent(subject, cell) or 0 for cell in row) == 100
