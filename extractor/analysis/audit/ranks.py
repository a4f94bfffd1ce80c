"""Ranks of the document's own place: one index and year told in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.analysis.audit.clauses import clause_before
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import fold
from extractor.vietnamese.provinces import province_names

_PLACE = r"(?:hạng|thứ|vị trí|xếp)(?: thứ)?\s*(\d{1,2})"
_RANK = re.compile(
    rf"{_PLACE}(?:\s*/\s*|\s+(?:trong|trên)(?: tổng)?(?: số)?\s+(?=\d\d (?:tỉnh|địa phương)))"
    r"(\d{1,3})(?![\d/])|"
    # "từ vị trí thứ 23 cả nước năm 2022"
    rf"(?<!\w){_PLACE} (?P<nation>cả nước|toàn quốc)(?!\w)|"
    # "từ vị trí thứ 44 hiện nay": the last rank that is known, out of as many
    rf"(?<!\w){_PLACE} (?:như )?(?:hiện nay|hiện tại)(?!\w)|"
    # "từ vị trí thứ 44 vươn lên nhóm 35 tỉnh": that the aim starts from
    rf"(?<=(?<!\w)từ ){_PLACE} (?:(?:vươn |phấn đấu )?lên|(?:phấn đấu )?vào)(?: trong)? (?=nhóm |tốp |top )"
)
_RANKED = sign(re.compile(r"\d(?<=(?:thứ|ạng|trí|xếp)\s\d)"))  # leaps from digit to digit
_INDEX = re.compile(
    r"(?<!\w)(dti|pci|papi|par[ -]?index|sipas|pgi|ict|cải cách hành chính|năng lực cạnh tranh|hài lòng|"
    r"hiệu quả quản trị|sẵn sàng|đổi mới sáng tạo|chỉ số xanh)(?!\w)"
)
_YEAR = re.compile(r"(?<!so với )(?<!từ )(?<!đến )năm (20\d\d)")
_COMPARED = re.compile(r"so với|từ (?:vị trí |hạng |thứ )?\S*$|tăng từ|giảm từ|năm trước|trước đó")
_START = re.compile(r"(?<!\w)(?:từ|so với)(?: (?:vị trí|thứ hạng|hạng|mức))?\s*\Z")
_DONE = re.compile(r"(?<!\w)(?:đã|tăng|giảm|năm qua|năm trước)(?!\w)")
_AIM = re.compile(r"phấn đấu|mục tiêu|vươn lên|nhóm|lọt vào|top|tốp|duy trì|kế hoạch|đến năm")


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank as told; ``part`` is the main indicator that it is of, None for the whole index."""

    index: str | None
    part: str | None
    year: str | None
    of: str
    place: int
    span: Span
    current: bool = False


@cache
def _places() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{province_names()})(?!\w)")


def ranks(subject: Subject) -> Iterator[Hit]:
    """Two ranks of the own place among as many that nothing tells apart: index, main indicator, year."""
    told = told_ranks(subject)
    seen = [rank for rank in told if not rank.current]
    reported: set[tuple[int, int]] = set()
    for i, rank in enumerate(seen):
        for earlier in seen[:i]:
            pair = (min(rank.place, earlier.place), max(rank.place, earlier.place))
            if pair[0] != pair[1] and pair not in reported and _meant_the_same(earlier, rank):
                reported.add(pair)
                yield _twice(earlier, rank)
                break
    titled = set(_INDEX.findall(fold(subject.extraction.document.title or "")))
    for rank in told:
        last = _last(seen, rank, titled) if rank.current else None
        if last is not None:
            yield _twice(last, rank)


def told_ranks(subject: Subject) -> list[Rank]:
    """The ranks of the own place, in tables of scores and in sentences, in order."""
    return [*_scored(subject), *_told(subject)]


def _twice(earlier: Rank, rank: Rank) -> Hit:
    index = (rank.index or earlier.index or "").upper()
    figures: dict[str, Figure] = {
        "what": f"Thứ hạng {index}".strip(), "index": index, "year": rank.year or earlier.year,
        "first": earlier.place, "second": rank.place, "of": int(earlier.of),
    }  # fmt: skip
    return Hit("rank-stated-twice", figures, (earlier.span, rank.span))


def _last(seen: list[Rank], current: Rank, titled: set[str]) -> Rank | None:
    """The rank of the last year told, where the current one is that of no year.

    A rank without its index is that of the one index that the title names.
    """
    same = [
        r for r in seen
        if ({r.index} if r.index else titled) == {current.index} and r.part == current.part and r.year
    ]  # fmt: skip
    if not current.index or any(r.place == current.place for r in same):
        return None
    return max(same, key=lambda r: r.year or "", default=None)


def _meant_the_same(a: Rank, b: Rank) -> bool:
    return (
        a.of == b.of
        and a.part == b.part
        and (a.year == b.year or a.year is None or b.year is None)
        and (a.index == b.index or a.index is None or b.index is None)
    )


def _scored(subject: Subject) -> Iterator[Rank]:
    for score in subject.extraction.scores:
        if score.indicator_code is None and score.rank and score.rank_of and score.year:
            span = subject.span(score.evidence, score.name)
            yield Rank("dti", None, str(score.year), str(score.rank_of), score.rank, span)


def _told(subject: Subject) -> Iterator[Rank]:
    own = fold(subject.extraction.document.province or "")
    for start, words in subject.telling(_RANKED):
        last = 0
        for match in _RANK.finditer(words):
            before = words[: match.start()]
            clause = clause_before(before)
            near, last = before[max(last, len(before) - len(clause)) :], match.end()
            behind = re.split(r"[,.;(](?!\d)", words[match.end() : match.end() + 60])[0]
            dated = _YEAR.findall(behind)
            current = match[2] is None and match["nation"] is None
            # "đưa DTI từ vị trí 38/63 năm 2022 lên …"
            left = (bool(dated) or current) and _START.search(clause) is not None
            if current and _DONE.search(clause[-60:]):
                continue
            if not left and (
                _AIM.search(_inside(clause)[-80:]) or (_COMPARED.search(near[-60:]) and not dated)
            ):
                continue
            if _elsewhere(clause, behind, own):
                continue
            years = _YEAR.findall(before) + dated
            index = _INDEX.findall(clause) or _INDEX.findall(words if current else before)
            part = _part(subject, clause)
            span = subject.around(start, match)
            yield Rank(
                index[-1] if index else None,
                part,
                years[-1] if years and not current else None,
                match[2] or ("63" if match["nation"] else ""),
                int(match[1] or match[3] or match[5] or match[6]),
                span,
                current,
            )


def _inside(clause: str) -> str:
    """What an open bracket tells of its own year: "vào nhóm 25 tỉnh (năm 2022 đứng thứ …" tells no aim."""
    _, bracket, inside = clause.rpartition("(")
    return inside if bracket and ")" not in inside and _YEAR.search(inside) else clause


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
