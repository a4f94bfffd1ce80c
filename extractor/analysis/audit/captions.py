"""Numbers of things in the caption of a table against its numbered rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.sources.model import Cell

_NOUNS = (
    r"nhiệm vụ|chỉ tiêu|mục tiêu|chỉ số(?: thành phần| chính)?|tiêu chí|dự án|hạng mục|công việc|nền tảng|"
    r"cơ sở dữ liệu|hệ thống(?: thông tin)?|dịch vụ(?: công)?(?: trực tuyến)?|thủ tục(?: hành chính)?|"
    r"văn bản|đề án|mô hình|giải pháp|nội dung|lớp|đơn vị|địa phương|cơ quan|xã|phường|huyện|sở"
)
_CAPTION = re.compile(
    r"\W*(?:(?:bảng|biểu|phụ biểu)(?: số)? ?(?:\d{1,2}(?:\.\d{1,2})?|[ivx]{1,4})\W|"
    r"(?:phụ lục[^.:\n]{0,12}[.:] )?(?:danh mục|tổng hợp|kết quả thực hiện|phân công|bảng|biểu|"
    r"danh sách)(?!\w))"
)
_COUNT = re.compile(rf"(?<![\w.,/%-])(\d{{1,3}}) (?:nhóm )?({_NOUNS})(?!\w)")
_OF_MORE = re.compile(
    r"(?<!\w)(?:thuộc|trong|trên|của) (?:tổng số )?\Z|(?<!\w)(?:một số|tiêu biểu|còn lại)(?!\w)"
)
_LONGEST, _LEAST = 200, 3
_FAR = 1.6
"""A table that lists more or fewer than this share of the number tells something else."""


def counted(subject: Subject) -> Iterator[Hit]:
    """ "Bảng 2. Danh mục 10 chỉ số …" above a table of nine rows."""
    for place, (number, grid) in enumerate(subject.grids):
        title = _title(subject, number)
        words = subject.folded[slice(*title)] if title else ""
        told = list(_COUNT.finditer(words)) if _CAPTION.match(words) else []
        if title is None or len(told) != 1 or _OF_MORE.search(words[: told[0].start()]):
            continue
        declared, rows = int(told[0][1]), _numbered(subject, grid)
        if not rows or declared in _counts(subject, grid) or declared == int(_label(subject, rows[-1])):
            continue
        behind = subject.grids[place + 1 : place + 2]
        if any(_goes_on(subject, rows[-1], other) for _, other in behind):
            continue
        if declared < _LEAST or not 1 / _FAR <= len(rows) / declared <= _FAR:
            continue
        figures: dict[str, Figure] = {"noun": told[0][2], "declared": declared, "listed": len(rows)}
        yield Hit("list-count", figures, (subject.at(*title), subject.across(rows[-1])))


def _title(subject: Subject, number: int) -> tuple[int, int] | None:
    """The paragraph right before a table, but for a line that tells the unit of its figures."""
    assert subject.source is not None
    start = subject.source.tables[number].start
    above = [(low, high) for low, high in subject.paragraphs if high <= start][-3:]
    for low, high in reversed(above):
        if not subject.folded[low:high].lstrip(" (*").startswith(("đơn vị", "đvt", "kèm theo", "ban hành")):
            return (low, high) if high - low <= _LONGEST else None
    return None


def _label(subject: Subject, row: Sequence[Cell | None]) -> str:
    return subject.low(row[0]).strip(" .)")


def _numbered(subject: Subject, grid: Sequence[Sequence[Cell | None]]) -> list[Sequence[Cell | None]]:
    """Rows numbered through from one; empty where the numbers begin anew or there are too few."""
    rows = [row for row in grid if _label(subject, row).isdigit()]
    numbers = [int(_label(subject, row)) for row in rows]
    through = numbers[:1] == [1] and numbers == sorted(set(numbers))
    return rows if through and len(rows) >= _LEAST else []


def _goes_on(subject: Subject, last: Sequence[Cell | None], grid: Sequence[Sequence[Cell | None]]) -> bool:
    """The next table counts on: the same one, broken by a page."""
    labels = [_label(subject, row) for row in grid]
    return next((int(label) for label in labels if label.isdigit()), 0) == int(_label(subject, last)) + 1


def _counts(subject: Subject, grid: Sequence[Sequence[Cell | None]]) -> set[int]:
    """How many rows of each kind of number there are: "1", "1.1", "I", none."""
    kinds: dict[str, int] = {}
    for row in grid[1:]:
        kind = re.sub(r"\d+", "1", re.sub(r"[ivx]+", "i", _label(subject, row)))
        kinds[kind] = kinds.get(kind, 0) + 1
    return set(kinds.values())
