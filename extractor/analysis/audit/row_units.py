"""Units of rows that do not go with what the row names: "%" for a number of things, things for a share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.analysis.audit.figures import value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject
from extractor.sources.model import Cell

_UNIT_HEAD = re.compile(r"(?:đơn vị(?: tính| đo)?|đvt|đv tính)\.?")
_NUMBER_OF = re.compile(r"(?:tổng )?số (?:lượng|lượt|các )?\s?[^\W\d_]")
_NO_NUMBER = re.compile(
    r"(?<!\w)(?:tỷ lệ|tỉ lệ|so với|tăng|giảm|tốc độ|tỷ trọng|mức|/|kinh tế số|hạ tầng số)(?!\w)|%"
)
_SHARE = re.compile(r"(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng)(?!\w)")
_THINGS = re.compile(
    r"(?:người|hộ(?: gia đình)?|doanh nghiệp|hệ thống|dịch vụ(?: công)?|hồ sơ|cơ quan|đơn vị|xã|huyện|thôn|"
    r"máy|văn bản|trạm|sản phẩm|lớp|lượt(?: người)?|thủ tục|tài khoản|cơ sở|trường|tổ|nền tảng|cuộc|cái|bộ)"
)
_FIGURE = re.compile(r"(?:[≥>]=?\s*|(?:tối thiểu|ít nhất|trên|từ|đạt) )?(\d[\d.]*(?:,\d+)?)")
_ALL = 100
_NAMES = 3


def units(subject: Subject) -> Iterator[Hit]:
    """ "Số doanh nghiệp … | % | 212 | ≥ 250"; "Tỷ lệ hộ … | Hộ | 85"."""
    for _, grid in subject.grids:
        heads = [subject.low(cell) for cell in grid[0]]
        columns = [c for c, head in enumerate(heads) if _UNIT_HEAD.fullmatch(head)]
        if len(columns) != 1 or columns[0] == 0:
            continue
        for row in grid[1:]:
            hit = _hit(subject, row, columns[0])
            if hit is not None:
                yield hit


def _hit(subject: Subject, row: Sequence[Cell | None], column: int) -> Hit | None:
    """The unit of a row where it is that of another kind of measure."""
    cell, unit = row[column], subject.low(row[column])
    named = max(row[: min(column, _NAMES)], key=lambda c: len(subject.low(c)))
    name = " ".join(subject.low(named).split())
    read = [_FIGURE.fullmatch(subject.low(c)) for c in row[column + 1 :]]
    found = [value(m[1]) or 0 for m in read if m]
    counted = _NUMBER_OF.match(name) and not _NO_NUMBER.search(name)
    if counted and unit == "%" and any(figure > _ALL for figure in found):
        counts = "đếm số lượng"
    elif _SHARE.match(name) and _THINGS.fullmatch(unit) and found and max(found) <= _ALL:
        counts = "là tỷ lệ"
    else:
        return None
    if cell is None or named is None:
        return None
    label = subject.words(row[0]).strip(" .")
    figures: dict[str, Figure] = {"row": " ".join(subject.words(named).split())[:160], "counts": counts}
    figures |= {"where": "đơn vị tính", "target": subject.words(cell).strip()}
    spans = (subject.at(named.start, named.end), subject.at(cell.start, cell.end))
    return Hit("target-other-unit", figures, spans, label if label in subject.catalog else None)
