"""Ranks of the document's own place: one index and year told in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import fold
from extractor.vietnamese.provinces import province_names

_RANK = re.compile(r"(?:hạng|thứ|vị trí|xếp)(?: thứ)?\s*(\d{1,2})\s*/\s*(\d{1,3})(?![\d/])")
_INDEX = re.compile(
    r"(?<!\w)(dti|pci|papi|par[ -]?index|sipas|pgi|ict|cải cách hành chính|năng lực cạnh tranh|hài lòng|"
    r"hiệu quả quản trị|sẵn sàng|đổi mới sáng tạo|chỉ số xanh)(?!\w)"
)
_YEAR = re.compile(r"(?<!so với )(?<!từ )(?<!đến )năm (20\d\d)")
_COMPARED = re.compile(r"so với|từ (?:vị trí |hạng |thứ )?\S*$|tăng từ|giảm từ|năm trước|trước đó")
_AIM = re.compile(r"phấn đấu|mục tiêu|vươn lên|nhóm|lọt vào|top|tốp|duy trì|kế hoạch|đến năm")


@dataclass(frozen=True, slots=True)
class _Rank:
    index: str | None
    part: str | None
    year: str | None
    of: str
    place: int
    span: Span


@cache
def _places() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{province_names()})(?!\w)")


def ranks(subject: Subject) -> Iterator[Hit]:
    """Two ranks of the own place among as many that nothing tells apart: index, main indicator, year."""
    seen = [*_scored(subject), *_told(subject)]
    reported: set[tuple[int, int]] = set()
    for i, rank in enumerate(seen):
        for earlier in seen[:i]:
            pair = (min(rank.place, earlier.place), max(rank.place, earlier.place))
            if pair[0] != pair[1] and pair not in reported and _meant_the_same(earlier, rank):
                reported.add(pair)
                figures: dict[str, Figure] = {
                    "index": (rank.index or earlier.index or "").upper(), "year": rank.year or earlier.year,
                    "first": earlier.place, "second": rank.place, "of": int(rank.of),
                }  # fmt: skip
                yield Hit("rank-stated-twice", figures, (earlier.span, rank.span))
                break


def _meant_the_same(a: _Rank, b: _Rank) -> bool:
    return (
        a.of == b.of
        and a.part == b.part
        and (a.year == b.year or a.year is None or b.year is None)
        and (a.index == b.index or a.index is None or b.index is None)
    )


def _scored(subject: Subject) -> Iterator[_Rank]:
    for score in subject.extraction.scores:
        if score.indicator_code is None and score.rank and score.rank_of and score.year:
            span = subject.span(score.evidence, score.name)
            yield _Rank("dti", None, str(score.year), str(score.rank_of), score.rank, span)


def _told(subject: Subject) -> Iterator[_Rank]:
    own = fold(subject.extraction.document.province or "")
    for start, end in subject.paragraphs:
        words = subject.folded[start:end]
        if "/" not in words:
            continue
        last = 0
        for match in _RANK.finditer(words):
            before = words[: match.start()]
            clause = re.split(r"[.;](?!\d)", before)[-1]
            near, last = before[max(last, len(before) - len(clause)) :], match.end()
            behind = re.split(r"[,.;(](?!\d)", words[match.end() : match.end() + 60])[0]
            dated = _YEAR.findall(behind)
            left = bool(dated) and clause.rstrip().endswith("từ")  # "đưa DTI từ vị trí 38/63 năm 2022 lên …"
            if not left and (_AIM.search(clause[-80:]) or (_COMPARED.search(near[-60:]) and not dated)):
                continue
            if _elsewhere(clause, behind, own):
                continue
            years = _YEAR.findall(before) + dated
            index = _INDEX.findall(clause) or _INDEX.findall(before)
            part = _part(subject, clause)
            span = subject.around(start, match)
            yield _Rank(
                index[-1] if index else None,
                part,
                years[-1] if years else None,
                match[2],
                int(match[1]),
                span,
            )


def _elsewhere(clause: str, behind: str, own: str) -> bool:
    """The rank is said of another province: the one named behind ("của …"), else the last one before."""
    named = _places().findall(clause)
    after = re.match(rf"\s*(?:của|thuộc về|là)\s+(?:tỉnh |thành phố )?({_places().pattern})", behind)
    place = after[1] if after else named[-1] if named else own
    return bool(own) and place != own


def _part(subject: Subject, clause: str) -> str | None:
    """The main indicator or group that the clause speaks of; None for the whole index."""
    for indicator in subject.catalog:
        if indicator.is_group and fold(indicator.name) in clause:
            return indicator.code
    return (
        "?"
        if re.search(r"chỉ số (?:chính|thành phần)|trụ cột|nhóm chỉ số|tiêu chí|lĩnh vực", clause)
        else None
    )
