"""Aims for the own place's rank: one index and year aimed at two groups of leaders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from extractor.analysis.audit.clauses import SENTENCE
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_PLACES = r"(?:tỉnh|địa phương|thành phố)"
_AIM = re.compile(
    r"(?<!\w)(?:nhóm|tốp|top)(?: đầu)? (?P<group>\d{1,2})(?!\d|[.,]\d| chỉ số|"
    r" tiêu chí)(?P<rest>[^.;]{0,60})|"
    rf"(?:thuộc|trong|vào|nằm trong|lọt vào|đứng trong) (?:số )?"
    rf"(?P<lead>\d{{1,2}}) {_PLACES}(?P<last>[^.;]{{0,60}})|"
    r"(?:xếp hạng|xếp thứ|thứ hạng|vị trí|hạng)(?: thứ)? (?:từ )?(?:thứ )?(?P<from>\d{1,2})(?:/\d\d)?"
    r"(?: trở lên| trở xuống| hoặc cao hơn)"
)
_SOUGHT = re.compile(
    r"(?<!\w)(?:phấn đấu|mục tiêu|vươn lên|thuộc|nằm trong|đứng trong|lọt|vào|đưa|giữ|duy trì|đạt|đứng|nhóm|"
    r"tốp|top|thứ hạng|xếp hạng)(?!\w)"
)
_PAST = re.compile(
    r"(?<!\w)(?:đã|năm trước|kết quả|hiện nay|hiện đang|không nằm|chưa|theo công bố|được công bố)(?!\w)"
)
_NARROW = re.compile(
    r"vùng|khu vực|miền|cụm|đồng bằng|duyên hải|tây nguyên|trung du|đơn vị|huyện|xã(?! hội)|phường|sở|"
    r"doanh nghiệp|asean|nước dẫn đầu|quốc gia|thế giới"
)
_INDEX = re.compile(
    r"(?<!\w)(dti|chuyển đổi số|pci|papi|par[ -]?index|sipas|pgi|pii|cải cách hành chính|năng lực cạnh tranh|"
    r"hài lòng|hiệu quả quản trị|thương mại điện tử|đổi mới sáng tạo|chỉ số xanh|an toàn thông tin|ict)(?!\w)"
)
_OF_PART = re.compile(r"chỉ số (?:chính|thành phần)|trụ cột|về (?:hạ tầng|nhân lực) số")
_PILLAR = re.compile(r"(?<!\w)(?:về|của|phát triển) (chính quyền số|kinh tế số|xã hội số)(?!\w)")
"""The part of the index that a place is ranked by: an aim of its own."""
_OF_PLACES = re.compile(r"/\d\d|[^,;]{0,12}(?:tỉnh|địa phương|thành phố|cả nước|toàn quốc|dẫn đầu|đứng đầu)")
_SAME = {"chuyển đổi số": "dti"}
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_AIMED = sign(_AIM, needs=("nhóm",)) | sign(_AIM, needs=("tốp",)) | sign(_AIM, needs=("top",)) | sign(
    _AIM, needs=("trở lên",)
) | sign(_AIM, needs=("dẫn đầu",))  # fmt: skip


_OPENED = re.compile(r"(?<!\w)(?:đến|hết|cuối|trong) (?:hết |cuối )?năm (20\d\d)(?!\d)")


def _opening(before: str) -> list[str]:
    """ "Đến năm 2028, hình thành …; duy trì nhóm 5 …": the one year that the paragraph opens with."""
    found = _OPENED.findall(before)
    return found if len(set(found)) == 1 else []


class _Aim(NamedTuple):
    name: str
    year: str
    group: int
    span: Span


def aims(subject: Subject) -> Iterator[Hit]:
    """ "thuộc nhóm 25 tỉnh dẫn đầu", elsewhere "nằm trong nhóm 30/63 tỉnh, thành phố", of one year."""
    first: dict[tuple[str, str], _Aim] = {}
    told: set[tuple[str, str]] = set()
    for aim in _aims(subject):
        key = (aim.name, aim.year)
        earlier = first.setdefault(key, aim)
        if earlier.group != aim.group and key not in told:
            told.add(key)
            figures: dict[str, Figure] = {"index": aim.name.upper(), "year": aim.year}
            figures |= {"first": earlier.group, "second": aim.group}
            yield Hit("rank-aim-twice", figures, (earlier.span, aim.span))


_OF = re.compile(r"\d{1,2}/(6[34])(?!\d)")
_JOINED = date(2025, 7, 1)
_NOW = 34
"""Provinces since then; the first index that ranks them is that of 2025."""


def provinces(subject: Subject) -> Iterator[Hit]:
    """ "phấn đấu thuộc nhóm 20/63 tỉnh, thành phố" in a plan for 2026: there are 34 of them."""
    issued = subject.extraction.document.issued_on
    for aim in _aims(subject) if issued is not None and issued >= _JOINED else ():
        match = _OF.search(aim.span.quote)
        if match and aim.year >= str(_JOINED.year):
            figures: dict[str, Figure] = {"place": aim.group, "of": int(match[1]), "known": _NOW}
            yield Hit("rank-of-too-many", figures, (aim.span,))
            return


def _aims(subject: Subject) -> Iterator[_Aim]:
    period = subject.extraction.document.period
    one_year = period and period.start and period.end and period.start.year == period.end.year
    own = str(period.start.year) if one_year and period and period.start else ""
    for start, words in subject.telling(_AIMED):
        for sentence in SENTENCE.finditer(words):
            clause = sentence.group()
            for match in _AIM.finditer(clause):
                before, behind = clause[: match.start()], match["rest"] or match["last"] or ""
                index = _PILLAR.findall(behind) or _INDEX.findall(before) or _INDEX.findall(behind)
                index = index or _INDEX.findall(words[: sentence.start()])
                years = _YEAR.findall(re.sub(r"\([^()]*\)|(?:từ|so với)[^,;]{0,40}20\d\d", "", before))
                years = years or _YEAR.findall(behind.split("(")[0]) or _opening(words[: sentence.start()])
                number = int(match["group"] or match["lead"] or match["from"])
                if _PAST.search(before[-90:]) or not _SOUGHT.search(clause) or _NARROW.search(behind[:50]):
                    continue
                if match.group().startswith("nhóm") and not _OF_PLACES.match(behind):
                    continue
                if not index or _OF_PART.search(before[-45:] + behind) or number < 3 or not (years or own):
                    continue
                yield _Aim(
                    _SAME.get(index[-1], index[-1]), years[-1] if years else own, number,
                    subject.around(start + sentence.start(), match, 20),
                )  # fmt: skip
