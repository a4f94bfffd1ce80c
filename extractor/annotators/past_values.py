"""Results of an earlier time set beside one: "(năm 2022 là 53,7%)", "so với quý II (153.590 hồ sơ)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from extractor.annotators.covered import Clock, Covered, find_covered
from extractor.annotators.drafts import ActualDraft
from extractor.annotators.quantities import Quantity

_TIME = (
    r"(?P<{0}>(?:(?:cùng kỳ|cuối|đầu|cả|hết)\s){{0,2}}(?:năm\s(?:20\d\d|trước|ngoái)|"
    r"(?:quý\s[ivx]{{1,3}}|(?:6|06|9|09|ba|sáu|chín)\stháng(?:\sđầu)?(?:\snăm)?)(?:[/\s](?:năm\s)?20\d\d)?|"
    r"tháng\s\d{{1,2}}/20\d\d|(?:quý|tháng|kỳ)\strước)|cùng kỳ)"
)
_SAYS = r"(?:\s?:|\s(?:là|đạt|có|chỉ|mới|chiếm|ước|bằng|được))?(?:\s(?:đạt|là|có|mới|khoảng|ước|chỉ))*\s"
_VALUE = r"(?P<{0}>\d[\d.,]*)(?:[^()\d]|[.,](?=\d)){{0,40}}"
_BRACKETED = re.compile(
    r"\(\s*(?:kết quả |thực hiện |số liệu |của )?" + _TIME.format("t") + _SAYS + _VALUE.format("v") + r"\)"
)
_COMPARED = re.compile(
    r"so với (?:kết quả |mức |số liệu )?(?:của )?" + _TIME.format("t") + r"\s?\(\s*(?:là |đạt |có |chỉ )?"
    + _VALUE.format("v") + r"\)"
)  # fmt: skip
_COMPARED_VALUE = re.compile(
    r"so với (?:mức |con số |tỷ lệ )?" + r"(?P<v>\d[\d.,]*)(?:[^();,\d]|[.,](?=\d)){0,40}?\s"
    + r"(?:của |vào |trong )?" + _TIME.format("t") + r"(?!\d)"
)  # fmt: skip
_YEAR = re.compile(r"20\d\d")
_STOCK = re.compile(r"(?:cuối|đầu|hết) năm")


@dataclass(frozen=True, slots=True)
class PastValue:
    """A value of an earlier time: ``start:end`` are its words.

    Of "cùng kỳ" the period is that of the result beside it, ``years`` before; ``now`` is the day to which
    that result is told where its own words are silent.
    """

    start: int
    end: int
    quantity: Quantity
    covered: Covered | None
    years: int = 0
    now: date | None = None


def past_values(low: str, quantities: Sequence[Quantity], clock: Clock) -> Iterator[PastValue]:
    """Values of earlier times in a folded clause, in order; ``quantities`` are its own."""
    if "(" not in low and "so với" not in low:
        return
    end = 0
    for match in sorted(_matches(low), key=lambda m: m.start()):
        number = next((q for q in quantities if q.number == match.start("v")), None)
        if match.start() < end or number is None:
            continue
        told = _when(match["t"], clock)
        if told is not None:
            end = match.end()
            yield PastValue(match.start(), end, number, *told, clock.now)


def _matches(low: str) -> Iterator[re.Match[str]]:
    for pattern in (_BRACKETED, _COMPARED, _COMPARED_VALUE):
        yield from pattern.finditer(low)


def _when(words: str, clock: Clock) -> tuple[Covered | None, int] | None:
    """The period that the words of time mean, or how many years the same months lie back; None if to come."""
    printed = _YEAR.search(words)
    year = int(printed.group()) if printed else None
    if clock.year is None or (year is not None and year > clock.year):
        return None
    if words.startswith("cùng kỳ") and not re.search(r"tháng|quý", words):
        return None, clock.year - (year if year is not None else clock.year - 1)
    if re.search(r"năm (?:trước|ngoái)", words):
        year = clock.year - 1
    named = [c for c in find_covered(words, clock) if c.last is not None]
    if named and not _STOCK.search(words):
        return named[-1], 0
    if year is None:
        return None
    if words.startswith("đầu năm"):
        return Covered(0, 0, None, date(year - 1, 12, 31)), 0
    return Covered(0, 0, None if _STOCK.search(words) else date(year, 1, 1), date(year, 12, 31)), 0


def beside(past: PastValue, head: ActualDraft, offset: int) -> ActualDraft | None:
    """The earlier result of what a result beside it measures; None where they measure differently."""
    value = past.quantity
    if value.unit != head.unit:
        return None
    told = head.covered or (Covered(0, 0, None, past.now) if past.now else None)
    covered = past.covered or _back(told, past.years)
    number = offset + value.number
    return replace(
        head, number=number, value=value.value, comparator=None, numerator=None, denominator=None,
        of_target=None, verdict=None, covered=covered,
    )  # fmt: skip


def _back(covered: Covered | None, years: int) -> Covered | None:
    if covered is None:
        return None
    return replace(covered, first=years_before(covered.first, years), last=years_before(covered.last, years))


def years_before(day: date | None, years: int) -> date | None:
    """The same day years before."""
    if day is None:
        return None
    leap = day.month == 2 and day.day == 29
    return date(day.year - years, day.month, 28 if leap else day.day)
