"""Places of cells: spans that collide never put two cells at one place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.sources.builder import CellInput, SourceBuilder, clean
from extractor.sources.model import Box
from extractor.sources.placing import place_cells

Spans = tuple[int | None, int, int]

ROWS: list[tuple[list[list[Spans]], list[list[tuple[int, int, int]]]]] = [
    # plain rows, and a cell merged down that the next row's cells stand beside
    ([[(None, 1, 1), (None, 1, 1)]], [[(0, 1, 1), (1, 1, 1)]]),
    ([[(None, 2, 1), (None, 1, 1)], [(None, 1, 1)]], [[(0, 2, 1), (1, 1, 1)], [(1, 1, 1)]]),
    # a span that runs into a cell from above is narrowed
    ([[(None, 1, 2), (None, 2, 1)], [(None, 1, 3)]], [[(0, 1, 2), (2, 2, 1)], [(0, 1, 2)]]),
    # a stated column is kept: the cell from above is cut to the left of it, or ends above it
    ([[(0, 2, 3)], [(0, 1, 1), (2, 1, 1)]], [[(0, 1, 3)], [(0, 1, 1), (2, 1, 1)]]),
    ([[(0, 2, 3)], [(2, 1, 1)]], [[(0, 2, 2)], [(2, 1, 1)]]),
    # two at one stated column stand beside each other; row spans end with the table
    ([[(1, 9, 1), (1, 1, 1)]], [[(1, 1, 1), (2, 1, 1)]]),
    ([[(0, 1, 5), (2, 1, 1)]], [[(0, 1, 2), (2, 1, 1)]]),
]


def claims(rows: list[list[Spans]]) -> list[list[CellInput]]:
    return [[CellInput("x", *cell) for cell in row] for row in rows]


@pytest.mark.parametrize(("rows", "expected"), ROWS)
def test_places(rows: list[list[Spans]], expected: list[list[tuple[int, int, int]]]) -> None:
    grid = place_cells(claims(rows))
    assert [[(p.column, p.row_span, p.column_span) for p in row] for row in grid] == expected


CELL = st.tuples(st.none() | st.integers(0, 5), st.integers(-1, 5), st.integers(-1, 5))


@given(st.lists(st.lists(CELL, max_size=5), max_size=6))
def test_no_two_cells_at_one_place(rows: list[list[Spans]]) -> None:
    grid = place_cells(claims(rows))
    assert [len(row) for row in grid] == [len(row) for row in rows]
    places = [
        (i, j)
        for row in grid
        for p in row
        for i in range(p.row, p.row + p.row_span)
        for j in range(p.column, p.column + p.column_span)
    ]
    assert len(places) == len(set(places)) and all(i < len(rows) for i, _ in places)


@pytest.mark.parametrize(("text", "expected"), [
    ("a\u2028b\u0085c", "a b c"),
    ("e\u200b\u0302\u0301", "ế"),
    ("Số\u200e: \u202a12\ud800", "Số: 12"),
])  # fmt: skip
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_boxes_are_sound() -> None:
    builder = SourceBuilder("a", "pdf")
    builder.block("x", boxes=[Box(1, 5, 6, 3, 4), Box(1, float("nan"), 0, 1, 1), Box(1, 0, 0, 1, 1)])
    assert builder.build().blocks[0].boxes == (Box(1, 3, 4, 5, 6), Box(1, 0, 0, 1, 1))
