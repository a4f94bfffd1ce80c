"""Tables that a portal flattened to one cell per line."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.sources.flattened import FlatTable, flattened_regions, read_flattened


def flat(*cells: str) -> list[str]:
    return [f"{cell} |" for cell in cells]


def rows(parts: list[FlatTable | str]) -> list[list[str]]:
    (table,) = [p for p in parts if isinstance(p, FlatTable)]
    return [[cell.text for cell in row] for row in table.rows]


HEADER = ["TT", "Chỉ tiêu", "Đơn vị", "Mục tiêu"]
BODY = [[str(n), f"Tỷ lệ thứ {n}", "%", f"{n}0%"] for n in range(1, 6)]


def test_rows_by_their_numbers() -> None:
    cells = [*HEADER, *(c for row in BODY for c in row)]
    assert rows(read_flattened(flat(*cells))) == [HEADER, *BODY]


def test_empty_cells_keep_their_place() -> None:
    body = [["1", "A", "", "10%"], ["2", "B", "%", "20%"], ["3", "C", "", "30%"]]
    assert rows(read_flattened(flat(*HEADER, *(c for row in body for c in row)))) == [HEADER, *body]


def test_group_rows_are_short() -> None:
    cells = [*HEADER, "I", "Hạ tầng số", *BODY[0], *BODY[1], *BODY[2]]
    found = rows(read_flattened(flat(*cells)))
    assert ["I", "Hạ tầng số"] in found
    assert BODY[1] in found


SELECTED = ["Mã", "Chỉ số", "Điểm", "Đơn vị"]
CHOSEN = [
    ["1", "Nhận thức", "100"],
    ["1.1", "Trang tin", "10", "Sở A"],
    ["1.2", "Loa", "10", "Sở B"],
    ["2", "Thể chế", "100"],
    ["2.5", "Hội nghị", "10", "Sở C"],
    ["2.8", "Chính sách", "5", "Sở D"],
    ["3", "Hạ tầng", "100"],
    ["3.1", "Mạng", "10", "Sở E"],
    ["3.2", "Máy", "10", "Sở F"],
]


def test_selected_rows_jump_behind_their_group() -> None:
    """2.5 behind the group row 2: the annex lists a selection, its header opens with "Mã"."""
    cells = [*SELECTED, *(cell for row in CHOSEN for cell in row)]
    assert rows(read_flattened(flat(*cells))) == [SELECTED, *CHOSEN]


def test_text_around_the_table_stays() -> None:
    parts = read_flattened(["PHỤ LỤC |", *flat(*HEADER, *(c for row in BODY for c in row))])
    assert parts[0] == "PHỤ LỤC"
    assert isinstance(parts[1], FlatTable)


def test_a_cell_of_several_lines() -> None:
    lines = [
        *flat(*HEADER),
        "1 |",
        "Tỷ lệ dài",
        "hai dòng |",
        "% |",
        "10% |",
        *flat(*BODY[1]),
        *flat(*BODY[2]),
    ]
    assert rows(read_flattened(lines))[1] == ["1", "Tỷ lệ dài hai dòng", "%", "10%"]


def test_no_table_without_a_header() -> None:
    assert not any(isinstance(p, FlatTable) for p in read_flattened(flat("UBND TỈNH X", "CỘNG HÒA", "Số: 1")))


@pytest.mark.parametrize(
    ("lines", "regions"),
    [
        (["a", "b"], []),
        (["a |", "b |"], [(0, 2)]),
        (["x", "a |", "", "b |", "y"], [(1, 4)]),
        (["| a | b | c |", "|---|---|---|"], []),
        ([], []),
    ],
)
def test_regions(lines: list[str], regions: list[tuple[int, int]]) -> None:
    assert flattened_regions(lines) == regions


CELL = st.sampled_from(["", "STT", "TT", "1", "2", "3", "1.1", "a", "I", "Chỉ tiêu", "10%", "Sở Y tế", "|"])


@settings(max_examples=80, deadline=None)
@given(st.lists(CELL, max_size=40))
def test_nothing_is_made_up(cells: list[str]) -> None:
    lines = flat(*cells)
    parts = read_flattened(lines)
    found = Counter(
        word
        for p in parts
        for word in (p if isinstance(p, str) else " ".join(c.text for row in p.rows for c in row)).split()
    )
    assert found <= Counter(" ".join(lines).replace("|", " ").split())
