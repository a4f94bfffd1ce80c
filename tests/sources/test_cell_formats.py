"""Cells as printed: rows of (value, number format, expected)."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.sources.cell_formats import Value, is_date_format, printed

DAY = dt.datetime(2025, 6, 3)
ROWS: list[tuple[Value, str, str]] = [
    (0.86, "0%", "86%"),
    (0.8567, "0.0%", "85,7%"),
    (1, "0%", "100%"),
    (0.125, "0.00 %", "12,50 %"),
    (1000, "General", "1000"),
    (2025, "0", "2025"),
    (1000, "#,##0", "1.000"),
    (1234567.5, "#,##0.00", "1.234.567,50"),
    (1234.5, "General", "1234,5"),
    (0.1 + 0.2, "General", "0,3"),
    (12.345, "0.0", "12,3"),
    (0.5, "0", "1"),
    (2.5, "0", "3"),
    (1.5, "#.##", "1,5"),
    (3, "0.0#", "3,0"),
    (7, "00", "07"),
    (1500000, "#,##0,", "1.500"),
    (-5, "General", "-5"),
    (-5, "0;(0)", "(5)"),
    (0, '0;-0;"không"', "không"),
    (0, "0;-0;;@", ""),
    (1234, '#,##0 "đồng"', "1.234 đồng"),
    (1234, "#,##0\\ [$₫-42A]", "1.234 ₫"),
    (5, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', "5"),
    (80, '"≥"0"%"', "≥80%"),
    (-0.001, "0", "0"),
    (True, "General", "TRUE"),
    ("86%", "@", "86%"),
    (15, "@", "15"),
    (None, "0", ""),
    (float("nan"), "0", ""),
    (1e300, "0", "1,00000E+300"),
    (1e28, "0", "1,00000E+28"),
    (10**400, "0", ""),
    (DAY, "dd/mm/yyyy", "03/06/2025"),
    (DAY, "d/m/yyyy", "3/6/2025"),
    (DAY, "m/d/yyyy", "3/6/2025"),
    (DAY, "mm-dd-yy", "03/06/2025"),
    (DAY, "[$-42A]dd/mm/yyyy;@", "03/06/2025"),
    (DAY, "yyyy\\-mm\\-dd", "03/06/2025"),
    (DAY, "mmm-yy", "6/2025"),
    (DAY, "mm/yyyy", "06/2025"),
    (DAY, "d-mmm", "3/6"),
    (DAY, "yyyy", "2025"),
    (DAY, '"Tháng" m "năm" yyyy', "Tháng 6 năm 2025"),
    (DAY, '"Trước" dd/mm/yyyy', "Trước 03/06/2025"),
    (DAY, "General", "3/6/2025"),
    (dt.datetime(2025, 6, 3, 14, 30), "d/m/yyyy h:mm", "3/6/2025 14:30"),
    (dt.time(8, 5), "h:mm", "8:05"),
    (dt.timedelta(hours=30), "[h]:mm", "30:00"),
]


@pytest.mark.parametrize(("value", "format", "expected"), ROWS)
def test_printed(value: Value, format: str, expected: str) -> None:
    assert printed(value, format) == expected


DATES = [
    ("General", False), ("0%", False), ("dd/mm/yyyy", True), ("[$-42A]mmm yyyy", True), ("[h]:mm", True),
    ('#,##0 "đồng/m"', False), ("[Red]0", False), ('"ngày "0', False), ("h:mm AM/PM", True),
]  # fmt: skip


@pytest.mark.parametrize(("format", "expected"), DATES)
def test_is_date_format(format: str, expected: bool) -> None:
    assert is_date_format(format) is expected


@given(st.one_of(st.floats(), st.integers(), st.datetimes(), st.text(max_size=5)), st.text(max_size=20))
def test_any_format_prints(value: Value, format: str) -> None:
    assert isinstance(printed(value, format), str)
    is_date_format(format)
