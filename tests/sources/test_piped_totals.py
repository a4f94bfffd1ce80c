"""Rows of cells with pipes only between them: one that opens with a pipe has a blank first cell."""

from __future__ import annotations

import pytest

from extractor.sources.text import read_text

HEAD = (
    "TT | Chỉ số chính | Điểm tối đa | Điểm đạt | Hạng\n"
    "1 | Nhận thức số | 100 | 84,5 | 31\n2 | Thể chế số | 100 | 76 | 40\n"
)


@pytest.mark.parametrize(
    ("total", "cells"),
    [
        (" | Tổng cộng | 200 | 160,5 | ", ["", "Tổng cộng", "200", "160,5"]),
        ("| Tổng cộng | 200 | 160,5 | 12", ["", "Tổng cộng", "200", "160,5", "12"]),
        ("3 | Hạ tầng số | 100 | 58 | 38", ["3", "Hạ tầng số", "100", "58", "38"]),
    ],
)
def test_blank_first_cell(total: str, cells: list[str]) -> None:
    source = read_text(f"Kết quả:\n\n{HEAD}{total}\n\nLời kết.\n", "a.txt")
    (table,) = source.tables
    found = {cell.column: source.text[cell.start : cell.end] for cell in table.rows[-1]}
    assert [found.get(i, "") for i in range(len(cells))] == cells


def test_rows_between_outer_pipes_keep_their_columns() -> None:
    rows = "".join(f"| {line} |\n" for line in HEAD.strip().split("\n"))
    (table,) = read_text(f"Kết quả:\n\n{rows}\nLời kết.\n", "a.txt").tables
    assert (table.columns, len(table.rows)) == (5, 3)
