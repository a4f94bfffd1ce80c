"""Baselines: past values given beside a target ("Năm 2022: 6,03/10 điểm, đạt tỷ lệ 60,29%")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.annotators.quantities import Quantity, find_quantities
from extractor.records import TargetUnit
from extractor.vietnamese.forms import fold
from extractor.vietnamese.numbers import NUMBER, parse_number

_CODES = (  # "(chỉ số 3.1; năm 2022 đạt 71,4%)"
    r"\(?\s*(?:các )?(?:chỉ số|mã số|mã|cs)(?: thành phần)?\s\d[\d.]*(?:(?:\s?,\s?|\svà\s)\d[\d.]*){0,4}"
    r"\s?[;,:–-]\s*"
)
_CODES_FIRST = re.compile(_CODES)
_OPENING = re.compile(
    rf"(?:{_CODES}|\(?\s*)"
    r"(?:ước\s+)?(?:kết quả\s+|thực hiện\s+|theo kết quả\s+|số liệu\s+|đã đạt\s+)?"
    r"(?:(?:trong\s+)?năm\s+(?P<y>(?:19|20)\d\d)|năm trước|"
    r"hiện (?:nay|tại|có|đạt|mới|đã)|hiện trạng|tính đến|đến nay|hết năm\s+(?P<z>(?:19|20)\d\d)|kết quả|"
    r"(?:đã|mới) (?:có|đạt)(?=[^()]*\d)|so với (?:mức )?\d|cuối năm\s+(?P<v>(?:19|20)\d\d)|"
    r"(?P<w>(?:20)\d\d)\s*:|"
    r"(?:tăng|giảm|cải thiện|cao hơn|thấp hơn) (?:so với|từ) (?:mức |tỷ lệ |con số )?\d[\d.,/]*\s?%?"
    r"(?:\s[^\W\d_]+){0,4}\s(?:của |vào |trong )?năm\s+(?P<t>(?:19|20)\d\d)|"
    r"\d[\d.,/]*\s?%?(?:\s[^\W\d_]+){0,4}\s(?:của |vào |trong )?năm\s+(?P<x>(?:19|20)\d\d))"
)
_LAST_NUMBER = re.compile(rf"(?<![\w.,/-])(?<!năm )({NUMBER})(?=[\s).;,]*$)")
_PAST_CLAUSE = re.compile(  # "…, năm 2023 có 04 bộ": a past value set off by commas instead of brackets
    r"[,;]\s(?=(?:trong khi )?(?:(?:thực hiện |kết quả )?năm (?:19|20)\d\d(?::| có| đạt| là| mới| chỉ|"
    r" phát hiện| ghi nhận|(?: tính chung| chung)? (?:toàn|cả) (?:tỉnh|huyện|xã|thành phố)"
    r"(?= đạt| có| là| mới| chỉ))|"
    r"hiện(?: nay| tại)?(?: có| đạt| mới| đã)|"
    r"(?:(?:trong |mặc )?(?:khi|dù) )?(?:tính )?(?:đến )?(?:hết|cuối) năm (?:19|20)\d\d"
    r"(?: mới| chỉ| đã)(?: có| đạt)?|"
    r"(?:tăng|giảm|cải thiện|cao hơn|thấp hơn) (?:so với|từ)(?: mức| tỷ lệ)?"
    r"(?=(?:[^,;()]|,(?=\d)){0,40}năm (?:19|20)\d\d)|"
    r"so với(?: mức| con số| tỷ lệ)?(?= \d[\d.,]*\s?%?(?:\s[^\W\d_]+){0,4}"
    r" (?:của |trong )?năm (?:19|20)\d\d)|"
    r"so với (?:(?:mức|kết quả|tỷ lệ|con số)(?: đạt)?(?: của| trong)? )?năm (?:19|20)\d\d"
    r"(?: (?:là|đạt|có|chiếm|ở mức|mới đạt|chỉ đạt|mới có|chỉ có)(?= (?:trên |hơn |gần |khoảng |mức )?\d)|"
    r":?(?= \d)))"
    r"\s[^,;()\n]{0,60}\d)(?:[^,;.()\n]|[.,](?=\d)){4,160}"
)
_YEAR = re.compile(r"(?:năm\s+|cuối năm\s+|/)((?:19|20)\d\d)")
_FULL = re.compile(r"(?:đạt\s+)?(?:100%\s+)?điểm tối đa|đạt tối đa|tối đa điểm")
_ZERO = re.compile(r"(?:không|chưa) (?:có|đạt|được) điểm|không được (?:tính|chấm) điểm")
_AIM = re.compile(r"(?:năm\s+(?:20)\d\d\s*:?\s*)?(?:đề nghị|phấn đấu|tiếp tục duy trì|duy trì và|mục tiêu)")
_OF_POINTS = re.compile(
    r"^điểm\s[^;\d]{0,40}(?:20\d\d[^;\d]{0,40})?\d[\d.,]*\s?/\s?\d|\d\s?/\s?\d+(?:\s(?:và|;)\s\S{1,12})?\sđiểm"
)
_RULE_WORDS = re.compile(r"điểm tối đa\s*[:=*]|\*\s*điểm")


@dataclass(frozen=True, slots=True)
class BaselineDraft:
    """A past value; ``group`` numbers the item of the list it stands in, for pairing in order."""

    year: int | None
    value: float
    unit: TargetUnit
    max: float | None
    start: int
    end: int
    group: int = 0


def opens_baseline(text: str, plan_year: int | None) -> bool:
    """Whether a bracket or clause gives past values: it opens with a past year or a word for now."""
    match = _OPENING.match(fold(text[:80]))
    if not match:
        return False
    year = match["y"] or match["z"] or match["w"] or match["v"] or match["x"] or match["t"]
    return year is None or plan_year is None or int(year) < plan_year


def past_clauses(text: str, start: int, end: int, plan_year: int | None) -> list[tuple[int, int]]:
    """Clauses between commas in ``start:end`` that tell a value of a past year or of now."""
    low = fold(text[start:end])
    found = []
    for match in _PAST_CLAUSE.finditer(low):
        years = [int(y) for y in _YEAR.findall(match.group())]
        if plan_year is not None and all(y < plan_year for y in years):
            found.append((start + match.start(), start + match.end()))
    return found


def read_baselines(
    text: str,
    offset: int,
    plan_year: int | None,
    maximum: float | None = None,
    unit: TargetUnit | None = None,
) -> list[BaselineDraft]:
    """Past values in a bracket, clause or notes cell at ``offset``; those of the plan's own year are aims.

    ``maximum`` is the row's full points, for "đạt điểm tối đa" and for points printed without one; ``unit``
    is that of the target beside it, for a number without words of its own ("hiện có 15").
    """
    low = fold(text)
    if codes := _CODES_FIRST.match(low):
        text = " " * codes.end() + text[codes.end() :]
        low = fold(text)
    drafts: list[BaselineDraft] = []
    quantities = find_quantities(text)
    year = default_year(low, plan_year)
    for number, (start, end) in enumerate(_statements(low)):
        piece = low[start:end]
        mentioned = _YEAR.search(piece[:40]) or re.match(r"\s*[-(]*\s*((?:20)\d\d)\s*:", piece)
        if mentioned:
            year = int(mentioned[1])
        if plan_year is not None and year is not None and year >= plan_year:
            continue
        if _AIM.match(piece.strip(" -+(")) and not mentioned:
            continue
        read = _of_statement(low, (start, end), quantities, (offset, year, maximum, number))
        drafts += read or _bare(low, (start, end), unit, (offset, year, number))
    return _unique(drafts)


def default_year(low: str, plan_year: int | None) -> int | None:
    """The first year named; else the year before the plan's."""
    years = [int(y) for y in _YEAR.findall(low)]
    past = [y for y in years if plan_year is None or y < plan_year]
    return past[0] if past else (plan_year - 1 if plan_year else None)


def _statements(low: str) -> list[tuple[int, int]]:
    """Parts of the list: cut at ";", at "- " items, and at "và" between two values."""
    cuts = [0]
    for match in re.finditer(r";|(?:^|\s)[-+]\s(?=năm)|\.\s+(?=năm)|\svà\s(?=[^;]{0,12}\d)", low):
        cuts.append(match.end())
    cuts.append(len(low))
    return [(a, b) for a, b in pairwise(cuts) if low[a:b].strip(" -;")]


def _of_statement(
    low: str,
    span: tuple[int, int],
    quantities: list[Quantity],
    setting: tuple[int, int | None, float | None, int],
) -> list[BaselineDraft]:
    start, end = span
    offset, year, maximum, number = setting
    drafts: list[BaselineDraft] = []
    inside = [q for q in quantities if start <= q.number < end]
    printed_max = next((q.total for q in inside if q.unit == "points" and q.total), None)
    full, zero = _FULL.search(low, start, end), _ZERO.search(low, start, end)
    top = printed_max or maximum
    if full and not printed_max and top is not None and not _RULE_WORDS.search(low, start, end):
        drafts.append(
            BaselineDraft(year, top, "points", top, offset + full.start(), offset + full.end(), number * 100)
        )
    elif zero:
        drafts.append(
            BaselineDraft(year, 0.0, "points", top, offset + zero.start(), offset + zero.end(), number * 100)
        )
    group = 0
    for i, q in enumerate(inside):
        if q.unit == "count" and q.total and q.value <= q.total and _OF_POINTS.search(low):
            q = replace(
                q, unit="points", bare=False
            )  # "điểm lần lượt là 0,7/10 và 0,9/10": said once for all
        if q.bare or (q.unit == "points" and q.total is None and maximum is None and full):
            continue
        if i and q.unit == "points" and any(d.unit == "points" for d in drafts):
            group += 1
        total = q.total or (maximum if q.unit == "points" else None)
        drafts.append(
            BaselineDraft(
                year, q.value, q.unit, total if q.unit == "points" else None,
                offset + q.number, offset + q.end, number * 100 + group,
            )
        )  # fmt: skip
    return drafts


def _bare(
    low: str, span: tuple[int, int], unit: TargetUnit | None, setting: tuple[int, int | None, int]
) -> list[BaselineDraft]:
    """The number that closes a statement, in the unit of the target beside it."""
    start, end = span
    offset, year, number = setting
    match = _LAST_NUMBER.search(low[start:end]) or (_TIME.search(low[start:end]) if unit == "count" else None)
    parsed = parse_number(match[1]) if match else None
    if unit is None or unit == "rank" or match is None or parsed is None or _BARE_YEAR.fullmatch(match[1]):
        return []
    at = offset + start + match.start(1)
    return [BaselineDraft(year, parsed.value, unit, None, at, at + len(match[1]), number * 100)]


_TIME = re.compile(rf"(?<![\w.,/-])({NUMBER}) (?:giây|phút|giờ|ngày)(?!\w)")
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")


def _unique(drafts: list[BaselineDraft]) -> list[BaselineDraft]:
    seen: set[tuple[object, ...]] = set()
    kept = []
    for draft in drafts:
        key = (draft.year, draft.value, draft.unit, draft.group // 100)
        if key not in seen:
            seen.add(key)
            kept.append(draft)
    return kept
