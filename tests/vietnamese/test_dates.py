"""Dates and periods with their offsets; what is no date stays none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.vietnamese.dates import find_dates

ROWS = [
    ("ngày 29 tháng 8 năm 2023", "2023-08-29", "2023-08-29", "day"),
    ("Ngày 05 tháng 4 năm 2024", "2024-04-05", "2024-04-05", "day"),
    ("ngày 31 tháng 3 tháng 2022", "2022-03-31", "2022-03-31", "day"),
    ("29/8/2023", "2023-08-29", "2023-08-29", "day"),
    ("31-3-2022", "2022-03-31", "2022-03-31", "day"),
    ("12.10.2023", "2023-10-12", "2023-10-12", "day"),
    ("ngày 05 tháng 4", None, None, "day"),
    ("ngày 20/12", None, None, "day"),
    ("tháng 6/2025", "2025-06-01", "2025-06-30", "month"),
    ("tháng 02 năm 2024", "2024-02-01", "2024-02-29", "month"),
    ("T6/2025", "2025-06-01", "2025-06-30", "month"),
    ("quý II/2025", "2025-04-01", "2025-06-30", "quarter"),
    ("quý 3 năm 2024", "2024-07-01", "2024-09-30", "quarter"),
    ("QUÝ I NĂM 2025", "2025-01-01", "2025-03-31", "quarter"),
    ("quý III và quý IV năm 2024", "2024-07-01", "2024-12-31", "span"),
    ("tháng 10 và tháng 11/2024", "2024-10-01", "2024-11-30", "span"),
    ("tháng 12 và tháng 1/2025", "2025-01-01", "2025-01-31", "month"),
    ("6 tháng đầu năm 2024", "2024-01-01", "2024-06-30", "part"),
    ("9 tháng đầu năm 2024", "2024-01-01", "2024-09-30", "part"),
    ("6 tháng cuối năm 2024", "2024-07-01", "2024-12-31", "part"),
    ("nửa cuối năm 2024", "2024-07-01", "2024-12-31", "part"),
    ("năm 2023", "2023-01-01", "2023-12-31", "year"),
    ("năm 2023, 2024 và 2025", "2023-01-01", "2025-12-31", "span"),
    ("giai đoạn 2022 - 2025", "2022-01-01", "2025-12-31", "span"),
    ("2026-2030", "2026-01-01", "2030-12-31", "span"),
    ("năm 2021 đến năm 2025", "2021-01-01", "2025-12-31", "span"),
    ("Tháng 3 - tháng 10/2024", "2024-03-01", "2024-10-31", "span"),
    ("tháng 3-10/2024", "2024-03-01", "2024-10-31", "span"),
    ("tháng 11 đến tháng 2/2025", "2024-11-01", "2025-02-28", "span"),
]
NONE = [
    "31/02/2024",
    "ngày 30/02",
    "ngày 32/1/2024",
    "tháng 13",
    "10/2025/QĐ-UBND",
    "58/63 tỉnh",
    "468,9/1.000 điểm",
    "2000 - 2050 người",
    "định kỳ 06 tháng 1 lần",
    "ngày 25 tháng cuối quý",
    "giai đoạn 2030 - 2025",
    "",
    "quý V",
]


@pytest.mark.parametrize(("text", "first", "last", "precision"), ROWS)
def test_a_date_is_found_with_its_days(
    text: str, first: str | None, last: str | None, precision: str
) -> None:
    (found,) = find_dates(f"Trước đó, {text}, sau đó.")
    assert f"Trước đó, {text}, sau đó."[found.start : found.end] == text
    assert (str(found.first or "") or None, str(found.last or "") or None) == (first, last)
    assert found.precision == precision


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date_is_none(text: str) -> None:
    assert find_dates(text) == []


def test_an_undated_mention_takes_the_year_given() -> None:
    (found,) = find_dates("ngày 20/12", 2024)
    assert str(found.first) == "2024-12-20" and not found.year_printed
    assert find_dates("ngày 29/02", 2023)[0].first is None


@pytest.mark.parametrize(
    ("text", "count"), [("20/12", 1), ("II/2025", 1), ("2025", 1), ("15/6 và 15/12", 2), ("theo kế hoạch", 0)]
)
def test_loose_reading_of_a_cell(text: str, count: int) -> None:
    assert len(find_dates(text, 2024, loose=True)) == count


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ngày thánquýIVđế0123456789/-., (", max_size=80), st.booleans())
def test_any_text_gives_ordered_offsets(text: str, loose: bool) -> None:
    end = 0
    for found in find_dates(text, 2024, loose=loose):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@pytest.mark.parametrize("unit", ["1", "ngày ", "tháng 1, ", "năm 2023, ", "1/", " - ", "quý i, ", "2023 - "])
def test_time_is_linear(unit: str) -> None:
    began = time.perf_counter()
    find_dates(unit * 20_000)
    assert time.perf_counter() - began < 5


def test_a_bullet_on_a_new_line_joins_nothing() -> None:
    assert [m.precision for m in find_dates("Năm 2023\n- Năm 2024")] == ["year", "year"]
