"""Figures and dates as Vietnamese readers write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from extractor.records import Baseline, Deadline, Target

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


def number(value: float) -> str:
    """1234.5 as 1.234,5."""
    exact = format(Decimal(repr(value)), "f")
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
