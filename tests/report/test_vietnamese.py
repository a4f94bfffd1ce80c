"""Figures and dates for readers."""

from __future__ import annotations

from datetime import date

import pandas
import pytest

from extractor.records import Baseline, Deadline, Target
from extractor.report.vietnamese import amount, commitment, day, due, number, past


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"), (85, "85"), (85.0, "85"), (1234.5, "1.234,5"), (2e9, "2.000.000.000"), (-1234, "-1.234"),
        (0.6077, "0,6077"), (-0.5, "-0,5"), (1e-7, "0,0000001"), (83.78, "83,78"),
        (1e21, "1." + "000." * 6 + "000"),
    ],
)  # fmt: skip
def test_number(value: float, shown: str) -> None:
    assert number(value) == shown


def test_a_figure_of_a_dataframe() -> None:
    assert [number(value) for value in pandas.Series([86.0, 99.8])] == ["86", "99,8"]
    assert amount(pandas.Series([0.25])[0], "percent") == "0,25%"


def test_day() -> None:
    assert day(date(2023, 8, 29)) == "29/8/2023"


@pytest.mark.parametrize(
    ("value", "unit", "to", "shown"),
    [
        (85, "percent", None, "85%"), (10, "rank", None, "hạng 10"), (2, "count", 4, "2-4"),
        (1, "per_week", None, "1 lần/tuần"), (2e9, "vnd", None, "2.000.000.000 đồng"),
        (40, "mbps", None, "40 Mb/s"),
    ],
)  # fmt: skip
def test_amount(value: float, unit: str, to: float | None, shown: str) -> None:
    assert amount(value, unit, to) == shown


def test_commitment() -> None:
    target = Target(
        id="g", kind="quantitative", indicator="", quote="", value=80, unit="percent", comparator="gt"
    )
    assert commitment(target) == "> 80%"
    assert commitment(target.model_copy(update={"value": None})) == ""


def test_past() -> None:
    assert past(Baseline(year=2022, value=8.38, unit="points", max=10)) == "2022: 8,38/10 điểm"
    assert past(Baseline(year=None, value=1, unit="percent")) == "1%"


def test_due() -> None:
    assert due(None) == ""
    assert due(Deadline(text="Thường xuyên", due=None, recurring=True)) == "Thường xuyên"
    both = Deadline(text="x", due=date(2023, 12, 31), recurring=True)
    assert due(both) == "31/12/2023 (thường xuyên)"
