"""Figures and dates as Vietnamese readers write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from extractor.records import Actual, Baseline, Deadline, Period, Target

_SIGNS = {"ge": "≥ ", "gt": "> ", "le": "≤ ", "lt": "< "}
_UNITS = {
    "percent": "%",
    "vnd": " đồng",
    "points": " điểm",
    "mbps": " Mb/s",
    "per_week": " lần/tuần",
    "per_month": " lần/tháng",
    "per_quarter": " lần/quý",
    "per_year": "/năm",
}

_STEPS = {"percent": " điểm %", "rank": " hạng"}


@lru_cache(maxsize=16384)
def number(value: float) -> str:
    """1234.5 as 1.234,5."""
    exact = format(Decimal(str(value)), "f")  # str, not repr: figures of DataFrames are numpy's
    whole, _, fraction = exact.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = f"{int(digits):,}".replace(",", ".")
    fraction = fraction.rstrip("0")
    return f"{sign}{grouped},{fraction}" if fraction else f"{sign}{grouped}"


def day(value: date) -> str:
    """2023-08-29 as 29/8/2023."""
    return f"{value.day}/{value.month}/{value.year}"


def amount(value: float, unit: str | None, value_to: float | None = None) -> str:
    """A value with its unit: 83,78%, 1.000.000 đồng, hạng 10, 2-4."""
    figure = number(value) if value_to is None else f"{number(value)}-{number(value_to)}"
    return f"hạng {figure}" if unit == "rank" else figure + _UNITS.get(unit or "", "")


def commitment(target: Target) -> str:
    """What a target commits to: ≥ 80%; empty for qualitative ones."""
    return promise(target.comparator, target.value, target.unit, target.value_to)


@lru_cache(maxsize=16384)
def promise(
    comparator: str | None, value: float | None, unit: str | None, value_to: float | None = None
) -> str:
    """The parts of a commitment as one text: ≥ 80%; empty without a value."""
    return "" if value is None else _SIGNS.get(comparator or "", "") + amount(value, unit, value_to)


def difference(value: float, unit: str | None) -> str:
    """A difference of two values: +39,71 điểm %, -3 hạng; 0 where there is none."""
    if value == 0:
        return "0"
    figure = ("+" if value > 0 else "") + number(value)
    return figure + _STEPS.get(unit or "", _UNITS.get(unit or "", ""))


VERDICTS = {"exceeded": "vượt", "reached": "đạt", "missed": "chưa đạt"}


def reached(actual: Actual) -> str:
    """A result: > 250.000.000.000 đồng, 82,16% (609.096/741.396); empty where the figure is unreadable."""
    if actual.value is None:
        return ""
    figure = _SIGNS.get(actual.comparator or "", "") + amount(actual.value, actual.unit)
    if actual.numerator is None or actual.unit == "count":
        whole = f"/{number(actual.denominator)}" if actual.denominator is not None else ""
        return figure + whole
    whole = f"/{number(actual.denominator)}" if actual.denominator is not None else ""
    return f"{figure} ({number(actual.numerator)}{whole})"


def span(period: Period | None) -> str:
    """A period: 1/1/2024 - 14/11/2024; "đến 15/11/2024" where only its end is known."""
    if period is None or (period.start is None and period.end is None):
        return ""
    if period.start is None and period.end is not None:
        return f"đến {day(period.end)}"
    return " - ".join(day(end) if end else "…" for end in (period.start, period.end))


def judgement(actual: Actual) -> str:
    """What a report says of its target: vượt; đạt 79% mục tiêu."""
    parts = [VERDICTS[actual.verdict]] if actual.verdict else []
    if actual.of_target is not None:
        parts.append(f"{number(actual.of_target)}% mục tiêu")
    return ", ".join(parts)


def past(baseline: Baseline) -> str:
    """A baseline: 2022: 8,38/10 điểm."""
    top = f"/{number(baseline.max)}" if baseline.max is not None else ""
    figure = amount(baseline.value, baseline.unit)
    if top:
        figure = number(baseline.value) + top + _UNITS.get(baseline.unit, "")
    return f"{baseline.year}: {figure}" if baseline.year else figure


def due(deadline: Deadline | None) -> str:
    """A deadline for people: the date, marked when it recurs; the words where there is no date."""
    if deadline is None:
        return ""
    if deadline.due is None:
        return deadline.text
    return day(deadline.due) + (" (thường xuyên)" if deadline.recurring else "")
