"""Cells of targets and results that say "Khả quan", "Tốt hơn" where the other rows give figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.sources.model import Cell

_COLUMN = re.compile(r"(?:kết quả|kế hoạch|chỉ tiêu|mục tiêu|thực hiện|giá trị|đạt được)")
_LOOSE = re.compile(
    r"(?:(?:đạt |ở mức |cơ bản |tương đối |rất |khá |phấn đấu )*(?:khả quan|tốt|khá|cao|ổn|ổn định|tích cực|"
    r"cải thiện|nâng cao|nâng lên|tăng|tăng dần|tăng nhanh|tăng mạnh|tăng khá|tăng trưởng|chuyển biến|"
    r"nhiều|phần lớn|hầu hết|đa số|đầy đủ|bảo đảm|đáp ứng)"
    r"(?: (?:hơn|lên|rõ rệt|rõ nét|đáng kể|tích cực|dần|mạnh|nhiều|nhiều hơn|yêu cầu))*|ngày càng [^\W\d_ ]+"
    r"(?: [^\W\d_]+){0,3})\.?"
)
_STATES = re.compile(r"(?:có|đã|đạt|duy trì|hoàn thành|đầy đủ|bảo đảm|đáp ứng)\.?")
_FIGURED = 0.6
_ROWS = 4


def cells(subject: Subject) -> Iterator[Hit]:
    """ "| Mức độ hài lòng | 90% | Khả quan |": nobody can tell whether 90% was reached."""
    for _, grid in subject.grids:
        if len(grid) <= _ROWS or len(grid[0]) < 3:
            continue
        for column, head in enumerate(grid[0]):
            if column > 0 and _COLUMN.search(subject.low(head)):
                yield from _column(subject, [(row, row[column]) for row in grid[1:]])


def _column(subject: Subject, rows: Sequence[tuple[Sequence[Cell | None], Cell | None]]) -> Iterator[Hit]:
    filled = [(row, cell) for row, cell in rows if subject.low(cell)]
    figured = sum(any(map(str.isdigit, subject.low(cell))) for _, cell in filled)
    if len(filled) < _ROWS or figured < _FIGURED * len(filled):
        return
    for row, cell in filled:
        words = subject.low(cell)
        if cell is not None and _LOOSE.fullmatch(words) and not _STATES.fullmatch(words):
            name = next((subject.words(c) for c in row if len(subject.low(c)) > _LONG), "")
            span = subject.at(cell.start, cell.end)
            figures: dict[str, Figure] = {"target": " ".join(name.split())[:160], "words": span.quote}
            yield Hit("vague-target", {**figures, "value": None}, (span,))


_LONG = 8
