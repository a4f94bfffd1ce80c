"""The number of units that a decision assigns its work to, against the headed sections of its annex."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.numbering import roman_number
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.structure.markers import marker_of

_UNITS = re.compile(
    r"(?<![\w.,/])(\d{1,2}) (cơ quan|đơn vị|sở|tổ chức)(?!\w)[^.;:\d]{0,60}?(?:chủ trì|đầu mối)"
    r"[^.;:\d]{0,60}?(?:phụ lục|danh sách)(?! [ivx\d])"
)
_NUMBERED = sign(_UNITS, needs=("phụ lục",)) | sign(_UNITS, needs=("danh sách",))
_OWNER = re.compile(
    r"(?:sở|ubnd|ủy ban|văn phòng|công an|cục|ban|bộ chỉ huy|báo|đài|tỉnh đoàn|trường|trung tâm|viễn thông|"
    r"bưu điện|ngân hàng|thanh tra|kho bạc|chi cục|hội|liên đoàn|các|"
    r"cơ quan|bảo hiểm|phòng|đảng ủy|công ty)(?!\w)"
)
_LEAST = 4


def sections(subject: Subject) -> Iterator[Hit]:
    """ "cho 12 cơ quan chủ trì nêu tại Phụ lục" against sections "I. SỞ …" to "XIV. …" of the annex."""
    told = [(start, m) for start, words in subject.telling(_NUMBERED) for m in _UNITS.finditer(words)]
    headed = _headed(subject) if told else []
    numbers = [number for number, _, _ in headed]
    if len(headed) < _LEAST or any(b != a + 1 for a, b in pairwise([0, *numbers])):
        return
    parts = sum(max(1, count) for _, count, _ in headed)
    for start, match in told:
        declared = int(match[1])
        if declared not in (len(headed), parts) and 0.5 * declared <= len(headed) <= 1.6 * declared:
            figures: dict[str, Figure] = {"noun": f"{match[2]} chủ trì", "declared": declared}
            figures["listed"] = len(headed)
            yield Hit("list-count", figures, (subject.around(start, match, 10), subject.at(*headed[-1][2])))


def _headed(subject: Subject) -> list[tuple[int, int, tuple[int, int]]]:
    """Sections of the annex under a Roman number that name a unit: number, parts A, B …, where."""
    found: list[tuple[int, int, tuple[int, int]]] = []
    inside = False
    for start, end in subject.paragraphs:
        style, label, length = marker_of(subject.text[start : min(end, start + 80)])
        inside = inside or style == "annex"
        if not inside or style not in ("roman", "upper"):
            continue
        named = subject.text[start + length : end].split("(")[0].strip()
        if (style == "roman" and not named.isupper()) or not _OWNER.match(named.lower()):
            continue
        if style == "roman" and roman_number(label):
            found.append((roman_number(label), 0, (start, end)))
        elif style == "upper" and found:
            number, parts, place = found[-1]
            found[-1] = (number, parts + 1, place)
    return found
