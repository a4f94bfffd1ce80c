"""The index as a document describes it: how many indicators it has, and main indicators that add up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.clauses import SENTENCE
from extractor.analysis.audit.figures import rounded, value
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import fold

_SET = r"(?:bộ chỉ số|bộ tiêu chí|(?<!\w)dti(?!\w)|chỉ số chuyển đổi số)"
_HAS = r"(?<!\w)(?:gồm|gồm có|bao gồm|có|với|chia thành|cấu trúc|cấu thành|trên cơ sở|theo|đủ)"
_ALL = r"(?: (?:tổng cộng|tổng số|tất cả|đủ|từ))?"
_JUDGED = (
    r"(?!\w)(?! (?:đạt|tăng|giảm|bị|còn|chưa|được(?! (?:đánh giá|chia|phân))|không|có|cần|do|thuộc|liên quan|"
    r"của|chính|mất|chỉ))"
)
"""What follows tells of some of them."""
_MAIN = r"(?:chỉ số chính|nhóm chỉ số(?: chính)?|chỉ số chính yếu)"
_PART = r"chỉ số (?:thành phần|con)"
_TOLD = re.compile(
    rf"{_SET}[^.;]{{0,120}}?{_HAS}{_ALL} (?:(?P<main>\d{{1,2}}) {_MAIN}{_JUDGED}|(?P<part>\d{{1,3}}) {_PART}"
    rf"{_JUDGED})(?:(?:,| và| với| gồm| \()+ ?(?:tổng số |gồm )?(?P<also>\d{{1,3}}) {_PART}{_JUDGED})?"
)
_OF_MAIN = re.compile(rf"(?<![\d.,/])(?P<some>\d{{1,2}})/(?P<main>\d{{1,2}}) {_MAIN}(?!\w)")
_ANOTHER = re.compile(
    r"cấp bộ|bộ, cơ quan|cấp quốc gia|cấp huyện|cấp xã|cấp sở|sở, ban|các sở|các huyện|nội bộ|1726/|"
    r"năm 202[01](?!\d)|pci|papi|par[ -]?index|cải cách hành chính"
)
"""Other indexes: of ministries, of districts, of departments, that of the decision before."""
_TELLS = sign(_TOLD, needs=("chỉ số",)) | sign(_OF_MAIN, needs=("chỉ số",))
_GENERAL_MAIN, _GENERAL_PARTS = 1, 3
"""The group of general information: one more main indicator, three more parts, none assessed."""


def counts(subject: Subject) -> Iterator[Hit]:
    """ "Bộ chỉ số DTI gồm 11 chỉ số chính và 98 chỉ số thành phần", "07/10 chỉ số chính"."""
    if subject.catalog.meta.get("scope") != "province" or not _of_this_issue(subject):
        return
    groups = sum(1 for indicator in subject.catalog if indicator.is_group)
    parts = sum(1 for indicator in subject.catalog if indicator.code.count(".") == 1)
    known = {"chính": (groups, groups + _GENERAL_MAIN), "thành phần": (parts, parts + _GENERAL_PARTS)}
    for start, words in subject.telling(_TELLS):
        for sentence in SENTENCE.finditer(words):
            if _ANOTHER.search(sentence.group()):
                continue
            for kind, number, span in _numbers(subject, start, sentence):
                if number not in known[kind]:
                    figures: dict[str, Figure] = {"declared": number, "kind": f"chỉ số {kind}"}
                    figures["known"] = " hoặc ".join(map(str, known[kind]))
                    yield Hit("index-parts", figures, (span,))


def _of_this_issue(subject: Subject) -> bool:
    """Of a year that the catalog is the index of: it held from its issue to the next one."""
    issued, period = subject.extraction.document.issued_on, subject.extraction.document.period
    year = issued.year if issued else period.start.year if period and period.start else 0
    return 2022 <= year <= 2024


def _numbers(subject: Subject, start: int, sentence: re.Match[str]) -> Iterator[tuple[str, int, Span]]:
    for match in _TOLD.finditer(sentence.group()):
        span = subject.around(start + sentence.start(), match)
        if match["main"]:
            yield "chính", int(match["main"]), span
        for number in (match["part"], match["also"]):
            if number and int(number) > 50:
                yield "thành phần", int(number), span
    for match in _OF_MAIN.finditer(sentence.group()):
        yield "chính", int(match["main"]), subject.around(start + sentence.start(), match)


_POINTS = r"(\d{1,4}(?:[.,]\d{1,3})?)"
_WHOLE = re.compile(
    r"(?:tổng điểm|tổng số điểm|điểm số|đạt|giá trị)[^.;\d]{0,40}?(?<![\w.,/])(\d{3}(?:,\d{1,3}|\.\d{1,2})?)"
    r"(?:/1\.?000)? ?điểm"
)
_LEAST = 6
_NEAR, _DUST = 0.2, 0.05
_MEASURED = sign(re.compile(r"\d ?điểm"), needs=("điểm",))


def sums(subject: Subject) -> Iterator[Hit]:
    """ "đạt 551 điểm … Nhận thức số 90/100 điểm; Thể chế số 75/100 điểm; …": all main indicators told."""
    groups = [(fold(i.name), i.max_points) for i in subject.catalog if i.is_group]
    passages = subject.telling(_MEASURED)
    for i, (start, words) in enumerate(passages):
        if groups[0][0] not in words:
            continue
        near = passages[i : i + 2 * len(groups)]
        parts = list(_told_parts(groups, near))
        if len(parts) != len(groups):
            continue
        total = rounded(sum(parts))
        before = passages[max(0, i - 2) : i]
        for where, said in (*before, (start, words[: words.index(groups[0][0])])):
            for match in _WHOLE.finditer(said):
                declared = value(match[1])
                if declared is None or not _DUST < abs(declared - total) < _NEAR * total:
                    continue
                figures: dict[str, Figure] = {"declared": declared, "sum": total, "parts": len(parts)}
                figures["difference"] = rounded(total - declared)
                first = subject.at(start + words.index(groups[0][0]), start + len(words))
                yield Hit("scores-total", figures, (subject.around(where, match), first), unsure=True)
                return
        yield from _summed_behind(subject, groups[-1][0], near, (total, len(parts)))
        return


_SUMMED = re.compile(
    r"(?<!\w)(?:cộng|tổng cộng|tổng điểm|tổng số điểm|tính chung|tổng hợp)(?!\w)[^.;\n]{0,80}?"
    r"(?<![\w.,/])(\d{3}(?:,\d{1,3}|\.\d{1,2})?)(?:/1\.?000)? ?điểm"
)
_NOT_THEIR_SUM = re.compile(
    r"(?<!\w)(?:mục tiêu|phấn đấu|dự kiến|năm trước|tăng|giảm|tối đa|so với|20\d\d)(?!\w)"
)


def _summed_behind(
    subject: Subject, last: str, near: list[tuple[int, str]], summed: tuple[float, int]
) -> Iterator[Hit]:
    """ "…; xã hội số đạt 70/150 điểm. Cộng 8 chỉ số chính đạt 560 điểm": the total told behind the parts."""
    total, parts = summed
    for i, (start, words) in enumerate(near):
        if (at := words.rfind(last)) < 0:
            continue
        for where, said, since in ((start, words, at), *((*p, 0) for p in near[i + 1 : i + 2])):
            match = _SUMMED.search(said, since)
            declared = value(match[1]) if match and not _NOT_THEIR_SUM.search(match.group()) else None
            if match is None or declared is None:
                continue
            if _DUST < abs(declared - total) < _NEAR * total:
                figures: dict[str, Figure] = {"declared": declared, "sum": total, "parts": parts}
                figures["difference"] = rounded(total - declared)
                spans = (subject.around(where, match), subject.at(start + at, start + len(words)))
                yield Hit("scores-total", figures, spans, unsure=True)
            return
        return


def _told_parts(groups: list[tuple[str, float | None]], near: list[tuple[int, str]]) -> Iterator[float]:
    """The points of the main indicators in their order, each once, out of its own maximum."""
    told = "\n".join(words for _, words in near)
    at = 0
    for name, most in groups:
        at = told.find(name, at)
        if at < 0:
            return
        at += len(name)
        match = re.compile(
            rf"(?: số)?[:\s]*(?:đạt|được|là|\(|–|-)?\s*{_POINTS}(?:/(\d{{2,3}}))? ?điểm"
        ).match(told, at)
        points = value(match[1]) if match else None
        if match is None or points is None or (most and points > most):
            return
        if match[2] and most and float(match[2]) != most:
            return
        yield points
