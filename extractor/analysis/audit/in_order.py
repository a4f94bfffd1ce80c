"""A series told one by one whose next piece is due before the one before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from extractor.analysis.audit.clauses import clause_behind
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.dates import find_dates

_NTH = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6}
_PIECES = r"cuộc|đợt|lần|kỳ|phiên|lớp|khóa|vòng|bước|giai đoạn|hội nghị|buổi|chiến dịch|số|tập|phần|đoàn"
_PIECE = re.compile(
    rf"(?<!\w)(?P<what>{_PIECES})(?: họp| tập huấn| diễn tập| kiểm tra)? "
    rf"(?:thứ (?P<word>{'|'.join(_NTH)})(?! \d)|"
    r"(?:số )?0?(?P<digit>[1-6])(?![\d/.,]|\w| (?:lần|ngày|tháng|giờ|tuần)))(?!\w)"
)
_SERIES = sign(re.compile(r"thứ hai(?!\w)"), needs=("thứ nhất",)) | sign(
    re.compile(rf"(?<!\w)(?:{_PIECES}) (?:số )?0?2(?![\d/.,]|\w)")
)
_FAR = 110
_OTHER = re.compile(
    r"(?<!\w)(?:từ|giai đoạn 20|so với|căn cứ|kế hoạch số|quyết định|nghị quyết|công văn)(?!\w)"
)


class _Due(NamedTuple):
    number: int
    first: date
    last: date
    match: re.Match[str]


def pieces(subject: Subject) -> Iterator[Hit]:
    """ "cuộc thứ hai xong trước ngày 30/9/2023, cuộc thứ nhất vào tháng 11/2023"; "đợt 1 …, đợt 2 …"."""
    period = subject.extraction.document.period
    year = period.end.year if period and period.end else None
    for start, words in subject.bearing(_SERIES):
        for group in _groups(words, year):
            ordered = sorted(group, key=lambda due: due.number)
            for a, b in pairwise(ordered):
                if b.number == a.number + 1 and b.last < a.first:
                    low = min(a.match.start(), b.match.start())
                    high = max(a.match.end(), b.match.end()) + 45
                    span = subject.at(start + low, start + min(high, len(words)))
                    figures: dict[str, Figure] = {"printed": span.quote, "first": a.first.isoformat()}
                    figures["last"] = b.last.isoformat()
                    yield Hit("times-backwards", figures, (span,), unsure=True)
                    break


def _groups(words: str, year: int | None) -> Iterator[list[_Due]]:
    """Pieces of one kind, each number once, that stand in one paragraph with one time each."""
    found = list(_PIECE.finditer(words))
    by_kind: dict[str, list[_Due]] = {}
    for i, match in enumerate(found):
        end = min(found[i + 1].start() if i + 1 < len(found) else len(words), match.end() + _FAR)
        behind = clause_behind(words[match.end() : end])
        dates = find_dates(behind, year)
        if len(dates) != 1 or _OTHER.search(behind) or dates[0].first is None or dates[0].last is None:
            continue
        number = _NTH[match["word"]] if match["word"] else int(match["digit"])
        by_kind.setdefault(match["what"], []).append(_Due(number, dates[0].first, dates[0].last, match))
    for group in by_kind.values():
        if len(group) > 1 and len({due.number for due in group}) == len(group):
            yield group
