"""Quantities: a number with what it counts or measures, its comparator and its bounds.

Digits that are no values (grades, ages, versions, numbers of acts, dates, counts of targets) are left
out here once, so that no later step has to know of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from extractor import gazetteers
from extractor.annotators.acts import find_acts
from extractor.annotators.durations import TIMES, measured_anyway, time_end
from extractor.annotators.ranks import find_ranks, ranks_in_words
from extractor.records import TargetUnit
from extractor.vietnamese.dates import find_dates
from extractor.vietnamese.forms import fold
from extractor.vietnamese.numbers import NUMBER, parse_number

PrintedComparator = Literal["eq", "ge", "gt", "le", "lt", "approx"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value in the text. ``start`` includes the comparator before it, ``number`` is where digits begin.

    ``comparator`` is None where none is printed; ``total`` is the M of N/M; ``noun_end`` the end of the
    counted noun's first word (counts only); ``bare`` marks a number with neither unit nor noun.
    """

    start: int
    number: int
    end: int
    value: float
    unit: TargetUnit
    comparator: PrintedComparator | None = None
    value_to: float | None = None
    total: float | None = None
    per: str | None = None
    bare: bool = False
    padded: bool = False


_NUM = re.compile(NUMBER)
_RANGE = re.compile(
    rf"[^\S\n]?(?:%[^\S\n]?)?(?:-|đến|tới)[^\S\n]?({NUMBER})"
)  # a dash on a new line is a bullet
_RATIO = re.compile(rf"\s?/\s?({NUMBER})")
_SPACED_DECIMAL = re.compile(r"(?<![\d.,/])(\d{1,2}) (\d{1,2})/(10|20|30|100|150|200)\b(?=\s*điểm)")
_NOUN = re.compile(r"\s*([^\W\d_][^\W\d_]*)")
_POINTS = re.compile(
    r"\s*điểm(?!\s+(?:chấp|phục|giao|cầu|bưu|truy|phát|du|đến|trường|bán|dịch|cung|tiếp|kết|hỗ|wifi|wi-fi|"
    r"chợ|tập|đo|thu|"
    r"sinh|văn|trạm|mỗi|đen|nghẽn|công|hướng|phủ|lắp|điện|thanh|hẹn|%|phần trăm))"
)
_PLACES = re.compile(
    r"(?:số|số lượng|tổng số|các) điểm (?:chấp nhận|phục vụ|giao dịch|cầu|bưu|truy cập|phát|du lịch|bán|"
    r"dịch vụ|cung cấp|tiếp nhận|kết nối|hỗ trợ|wifi|thanh toán|thu)[^.;\n]*$"
)
_PER = re.compile(r"\s*/\s*(?:\d+\s*)?(tuần|tháng|quý|năm)\b")
_PER_AFTER = re.compile(
    r"(?:(?:\s+[^\W\d_]+,?){0,5}?\s*(?:/\s*|\s(?:mỗi|một)\s+)(?:0?1\s*)?|"
    r"(?:\s+[^\W\d_]+,?){0,17}?\s(?:mỗi|hằng|hàng)\s+|"
    r"(?:\s+[^\W\d_]+,?){0,3}?\s(?:trong\s+)(?=năm))(tuần|tháng|quý|năm)\b(?!\s*\d)"
)
_PERIOD_FIRST = re.compile(r"(?:0?1\s*)?(tuần|tháng|quý|năm)\s*/\s*(\d+)\s*lần\b")
_EVERY = re.compile(r"(?:mỗi|hằng|hàng)\s+(tuần|tháng|quý|năm)\b(?:[^.;:()]{0,45}|[^.;:(),\d]{46,80})$")
_GLUED_BEFORE = re.compile(r"[^\W\d_][-./]?$|\d[.,/]$|[-/]$")
_AFTER_WORDS = re.compile(r"(?:\s+[^\W\d_,;.()]+,?){0,7}?\s*(trở lên|trở xuống|trở lại|trở đi)\b")
_BETWEEN = r"(?:\s+(?:là|đạt|mức|đạt được|đạt tỷ lệ|đạt mức|có|phải đạt|tỷ lệ))?\s*[*:]?\s*"


@cache
def _comparators_before() -> re.Pattern[str]:
    cues = [r["cue"] for r in gazetteers.rows("comparators") if r["place"] == "before"]
    words = gazetteers.any_of(cues)
    return re.compile(rf"(?:^|(?<=[^\w]))({words}){_BETWEEN}$")


@cache
def _comparator_of() -> dict[str, PrintedComparator]:
    table: dict[str, PrintedComparator] = {}
    for row in gazetteers.rows("comparators"):
        table[row["cue"]] = row["comparator"]  # type: ignore[assignment]
    return table


@cache
def _measures() -> re.Pattern[str]:
    forms = sorted(
        (r["form"] for r in gazetteers.rows("measures") if r["form"] != "điểm"), key=len, reverse=True
    )
    return re.compile(r"\s*(" + "|".join(map(re.escape, forms)) + r")(?!\w)")


@cache
def _scales() -> re.Pattern[str]:
    forms = sorted((r["form"] for r in gazetteers.rows("scales")), key=len, reverse=True)
    return re.compile(r"\s*(" + "|".join(forms) + r")\s+(?!lệ|trọng|suất|đồng|usd)(?=[^\W\d_])")


@cache
def _not_values() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = gazetteers.rows("not_values")
    before = "|".join(re.escape(r["cue"]) for r in rows if r["place"] == "before")
    after = "|".join(re.escape(r["cue"]) for r in rows if r["place"] == "after")
    return (
        re.compile(rf"(?:^|(?<=[^\w]))({before})\s*(?:từ\s+)?$"),
        re.compile(rf"\s?({after})(?![\w])"),
    )


def find_quantities(text: str) -> list[Quantity]:
    """All quantities of a text, in order, not overlapping. ``text`` is NFC. Linear time; never raises."""
    low = fold(text)
    closed = _closed_spans(text)
    found: list[Quantity] = []
    ranks = {r.number: r for r in find_ranks(low)}
    position, skipped_end = 0, -1
    while (match := _NUM.search(low, position)) is not None:
        start, end = match.span()
        position = end
        inside = closed.end_of(start)
        if inside:
            position = max(inside, end)
            continue
        if start in ranks:
            rank = ranks[start]
            found.append(
                Quantity(rank.start, start, rank.end, rank.value, "rank", rank.comparator, total=rank.total)
            )
            position = rank.end
            continue
        if _list_continues(low, skipped_end, start) and not low.startswith(("%", " %"), end):
            skipped_end = end
            continue
        quantity = _read(low, start, end)
        if quantity is None:
            skipped_end = end
            continue
        found.append(_with_comparator(low, quantity, found[-1].end if found else 0))
        position = max(quantity.end, end)
    return _with_ranks_in_words(low, found)


def _with_ranks_in_words(low: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities and the ranks told in words between them, in order."""
    ranks = [
        Quantity(r.start, r.number, r.end, r.value, "rank", r.comparator)
        for r in ranks_in_words(low)
        if not any(q.start < r.end and r.start < q.end for q in found)
    ]
    return sorted([*found, *ranks], key=lambda q: q.number) if ranks else found


class _Closed:
    """Spans in which digits are no values (dates, cited acts)."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [s for s, _ in self._spans]

    def end_of(self, offset: int) -> int:
        """End of the span that holds ``offset``, or 0."""
        index = bisect_right(self._starts, offset) - 1
        for start, end in self._spans[max(0, index - 2) : index + 1]:
            if start <= offset < end:
                return end
        return 0


def _closed_spans(text: str) -> _Closed:
    spans: list[tuple[int, int]] = [(a.start, a.end) for a in find_acts(text)]
    spans += [(d.start, d.end) for d in find_dates(text)]
    spans += [
        m.span()
        for m in re.finditer(r"(?<![\d.])(?:19|20)\d\d(?![\d.,]?\d)(?!\s*(?:%|người|hộ|doanh))", text)
    ]
    return _Closed(spans)


def _list_continues(low: str, skipped_end: int, start: int) -> bool:
    """ "mức độ 3, 4": the 4 is what the 3 is."""
    return skipped_end >= 0 and bool(re.fullmatch(r"\s*(?:,|và|-|hoặc|/)\s*", low[skipped_end:start]))


def _line_start(low: str, position: int) -> int:
    """Start of the block or cell: words of another one say nothing of a number."""
    return max(
        low.rfind("\n", 0, position) + 1,
        low.rfind(" | ", 0, position) + 3 if " | " in low[max(0, position - 60) : position] else 0,
    )


_DENOMINATOR = re.compile(r"(?:/|\btrên|\bmỗi|\bcho|\btính trên)\s*$")
_PEOPLE = re.compile(r"0*\s*(?:vạn\s*)?(?:người )?dân(?!\w)|\s*hộ dân(?!\w)")


def _read(low: str, start: int, end: int) -> Quantity | None:
    before = low[max(_line_start(low, start), start - 40) : start]
    after = low[end : end + 80].split("\n", 1)[0]
    if re.fullmatch(r"1[.0]*0", low[start:end]) and _DENOMINATOR.search(before) and _PEOPLE.match(after):
        return None  # "0,7 bác sĩ trên 1.000 dân": a measure per head, not a count
    if _GLUED_BEFORE.search(before) and not re.search(r"\d\s*-$|\s-$", before):
        return None
    if (
        re.match(r"[^\W\d_]", after)
        and not _measures().match(after)
        and not re.match(r"(?:tỷ|triệu)\b", after)
    ):
        return None
    if after[:1] == ")" or (after[:1] == "." and (start == 0 or low[start - 1] == "\n")):
        return None
    spaced = _SPACED_DECIMAL.match(low, start)
    if spaced:
        value = float(f"{spaced[1]}.{spaced[2]}")
        points_end = low.index("điểm", spaced.end()) + 4
        return Quantity(start, start, points_end, value, "points", total=float(spaced[3]))
    period = _PERIOD_FIRST.match(low, start) if low[start:end] in {"1", "01"} else None
    if period:
        return Quantity(start, start, period.end(), float(period[2]), _per(period[1]))
    measured = _measured(low, start, end)
    points = measured is not None and measured.unit == "points" and measured.total is None
    if measured and points and _PLACES.search(low, max(0, start - 90), start):
        return replace(measured, unit="count", end=end)  # "số lượng điểm giao dịch đạt trên 600 điểm"
    return measured or _of_index(low, start, end) or _counted(low, start, end, before)


@cache
def _rates() -> dict[str, TargetUnit]:
    return {r["form"]: r["unit"] for r in gazetteers.rows("frequencies")}  # type: ignore[misc]


def _per(word: str) -> TargetUnit:
    return _rates()[word]


def _measured(low: str, start: int, end: int) -> Quantity | None:
    """A number (range, ratio) directly followed by a unit of measure."""
    value_to = total = None
    tail = end
    ratio = _RATIO.match(low, end)
    if ratio:
        total_number = parse_number(ratio[1])
        if total_number and _POINTS.match(low, ratio.end()):
            points = _POINTS.match(low, ratio.end())
            number = parse_number(low[start:end], total_number.value)
            if number and points:
                return Quantity(start, start, points.end(), number.value, "points", total=total_number.value)
        return None
    spread = _RANGE.match(low, end)
    if spread and (_measures().match(low, spread.end()) or _POINTS.match(low, spread.end())):
        upper = parse_number(spread[1])
        if upper:
            value_to, tail = upper.value, spread.end()
    number = parse_number(low[start:end])
    if number is None:
        return None
    points = _POINTS.match(low, tail)
    if points:
        return Quantity(start, start, points.end(), number.value, "points", None, value_to, total)
    measure = _measures().match(low, tail)
    if not measure or (
        measure[1] in {"tỷ", "tỉ"}
        and re.match(r"\s+(?:lệ|trọng|suất|lượt|người|giao dịch)", low[measure.end() :][:12])
    ):
        return None
    row = next(r for r in gazetteers.rows("measures") if r["form"] == measure[1])
    value, factor = number.value, float(row["factor"])
    if row["unit"] in {"percent", "mbps"} and number.other is not None and value >= 1000:
        value = number.other
    unit: TargetUnit = row["unit"]  # type: ignore[assignment]
    per = _PER.match(low, measure.end())
    return Quantity(
        start, start, measure.end(), value * factor, unit, None,
        value_to * factor if value_to is not None else None, None, per[1] if per else None,
    )  # fmt: skip


_FRACTION_OF = re.compile(r"\s(?:tổng số|số|so với|khối lượng|nhu cầu|trở lên)(?!\w)")
_SMALL = 10


def _fraction(low: str, start: int, end: int, total: float | None, tail: int) -> Quantity | None:
    """ "2/3 số cán bộ", "giảm 1/2 so với năm 2023": a part of all, told as percent."""
    if total is None or not total <= _SMALL or not low[start:end].isdigit() or low[start] == "0":
        return None
    part = int(low[start:end])
    if not 0 < part < total or not _FRACTION_OF.match(low, tail):
        return None
    return Quantity(start, start, tail, round(100 * part / total, 2), "percent")


def _counted(low: str, start: int, end: int, before: str) -> Quantity | None:
    """A plain count: a number before a noun, unless the digits only name or grade something."""
    bad_before, bad_after = _not_values()
    value_to = total = None
    tail = end
    ratio = _RATIO.match(low, end)
    if ratio and (_DAY.search(before) or _ROUND_THE_CLOCK.match(low, start)):
        return None
    if ratio:
        total_number = parse_number(ratio[1])
        total, tail = (total_number.value if total_number else None), ratio.end()
        if low[tail : tail + 1] in "/*" and low[tail : tail + 1]:
            return None
        if fraction := _fraction(low, start, end, total, tail):
            return fraction
    elif spread := _RANGE.match(low, end):
        upper = parse_number(spread[1])
        value_to, tail = (upper.value if upper else None), spread.end()
    named = bad_after.match(low, tail)
    if _graded(low, start, end, bad_before.search(before), rated=bool(total)):
        return None
    if named and not measured_anyway(low, start, named[1], named.end()):
        return None
    number = parse_number(low[start:end])
    if number is None:
        return None
    value, scale = number.value, _scales().match(low, tail)
    if scale:
        factor = float(next(r for r in gazetteers.rows("scales") if r["form"] == scale[1])["factor"])
        value, tail = value * factor, scale.end(1)
        value_to = value_to * factor if value_to is not None else None
    noun = _NOUN.match(low, tail) if low[tail : tail + 1] in {" ", ""} or scale else None
    padded = low[start] == "0" and end - start > 1 and low[start:end].isdigit()
    if named and named[1] in TIMES:
        tail = time_end(low, tail, named.end())
    quantity = Quantity(
        start, start, tail, value, "count", None, value_to, total, None, noun is None, padded,
    )  # fmt: skip
    return _repeated(low, quantity) if noun else quantity


def _repeated(low: str, quantity: Quantity) -> Quantity:
    """A count with how often it is due: "02 lớp/năm", "mỗi tháng ít nhất 04 tin"."""
    rate = _PER_AFTER.match(low, quantity.end)
    if rate:
        return replace(quantity, unit=_per(rate[1]), end=rate.end())
    start = quantity.number
    every = _EVERY.search(low[max(_line_start(low, start), start - 100) : start])
    return replace(quantity, unit=_per(every[1])) if every else quantity


def _graded(low: str, start: int, end: int, cue: re.Match[str] | None, *, rated: bool) -> bool:
    """Whether a word before digits says that they only grade or name ("cấp 3", "đợt 2")."""
    if cue is None or cue[1] not in _SMALL_GRADES:
        return cue is not None
    line = _line_start(low, start)
    before = low[max(line, start - 40) : start][: cue.start(1)]
    padded = low[start] == "0" and end - start > 1 and low[start:end].isdigit()
    return not (padded or end - start > 2 or rated or _VERB_END.search(before))


_FRACTION = re.compile(r"(?:0[.,]\d{1,6}|1[.,]0{1,6})\s*(?:$|[;,.)(\n]|(?:năm|vào|trở lên|và|so với)(?!\w))")
_INDEX = re.compile(r"(?:chỉ số|(?<!\w)(?:dti|index|egdi|hdi|ict|điểm số|giá trị))(?!\w)[^;.\n|]*$")


def _of_index(low: str, start: int, end: int) -> Quantity | None:
    """A fraction without unit behind the name of an index is its value ("Chỉ số DTI đạt 0,62")."""
    number = parse_number(low[start:end]) if _FRACTION.match(low, start) else None
    if number is None or not 0 < number.value <= 1:
        return None
    named = _INDEX.search(low[max(_line_start(low, start), start - 120) : start])
    return Quantity(start, start, end, number.value, "points") if named else None


_ROUND_THE_CLOCK = re.compile(r"24\s?/\s?7(?!\d)|24\s?/\s?24(?=\s?(?:giờ|h)(?!\w))|7\s?/\s?7(?= ngày)")
_DAY = re.compile(r"\bngày\s[^,;.]{0,32}$")
_SMALL_GRADES = frozenset({
    "cấp", "số", "lần", "lớp", "mức", "điểm", "mục", "phần", "loại", "hạng", "kỳ", "bậc", "đợt", "thứ"
})  # fmt: skip
_VERB_END = re.compile(r"(?:cung|nâng|trung|phân|một|trao|tổng|trong|trên)\s$")  # "tổng số 50 đơn" counts
_NO_BOUND = re.compile(r"->$|điểm tối đa$")  # an arrow ("6 -> 9 nền tảng"); "đạt điểm tối đa 30 điểm"


def _with_comparator(low: str, quantity: Quantity, floor: int) -> Quantity:
    """Add the comparator printed before ("tối thiểu 5%") or after ("5% trở lên") the number."""
    window = low[max(floor, quantity.number - 40, _line_start(low, quantity.number)) : quantity.number]
    before = _comparators_before().search(window)
    if before and _NO_BOUND.search(window, 0, before.end(1)):
        before = None
    after = _AFTER_WORDS.match(low, quantity.end)
    table = _comparator_of()
    if after and (not before or before[1] in {"từ", "từ mức"} or table[before[1]] == "eq"):
        start = quantity.number - (len(window) - before.start(1)) if before else quantity.number
        end = after.end() if quantity.unit != "count" or after.end() - quantity.end < 20 else quantity.end
        return replace(quantity, start=start, end=end, comparator=table[after[1]])
    if not before:
        return quantity
    start = quantity.number - (len(window) - before.start(1))
    return replace(quantity, start=start, comparator=table[before[1]])
