"""Dragged rules: columns are put together, and nothing else happens to the rows."""

from __future__ import annotations

import io
from itertools import pairwise

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_factory import LEFT, cell_words, needs_font, read, rule
from reportlab.pdfgen.canvas import Canvas

from extractor.sources.builder import CellInput
from extractor.sources.columns import regular_columns
from extractor.sources.docx import read_docx
from extractor.sources.model import Source


def row(*places: tuple[int, int]) -> tuple[CellInput, ...]:
    """Cells at (first column, columns)."""
    return tuple(CellInput(f"ô {a}", a, 1, span) for a, span in places)


def placed(rows: object) -> list[list[tuple[int, int]]]:
    return [[(cell.column or 0, cell.column_span) for cell in row] for row in rows]  # type: ignore[attr-defined]


DRAGGED = [row((0, 1), (1, 1), (2, 2)), row((0, 1), (1, 1), (2, 2)), row((0, 1), (1, 2), (3, 1))]
EDGES = (0.0, 40.0, 100.0, 104.0, 200.0)


def test_dragged_borders_are_one_column() -> None:
    rows, edges = regular_columns(DRAGGED, EDGES)
    assert placed(rows) == [[(0, 1), (1, 1), (2, 1)]] * 3
    assert edges == (0.0, 40.0, 100.0, 200.0)


def test_group_rows_keep_their_width() -> None:
    rows, _ = regular_columns([*DRAGGED, row((0, 4))], EDGES)
    assert placed(rows)[-1] == [(0, 3)]


REGULAR = [
    ("plain", [row((0, 1), (1, 1), (2, 1))] * 4, (0.0, 40.0, 100.0, 200.0)),
    (
        "head over two columns",
        [row((0, 1), (1, 2)), row((0, 1), (1, 1), (2, 1)), row((0, 1), (1, 1), (2, 1))],
        (0.0, 40.0, 100.0, 200.0),
    ),
    (
        "two kinds of rows, none in most",
        [row((0, 1), (1, 1), (2, 2)), row((0, 2), (2, 1), (3, 1)), row((0, 4)), row((0, 4))],
        EDGES,
    ),
    (
        "a border beyond the next one of other rows",
        [row((0, 1), (1, 1), (2, 3)), row((0, 3), (3, 1), (4, 1)), row((0, 1), (1, 1), (2, 3))],
        (0.0, 40.0, 80.0, 120.0, 160.0, 200.0),
    ),
    ("one row", [row((0, 1), (1, 1))], (0.0, 40.0, 100.0)),
    ("none", [], (0.0, 40.0)),
]


@pytest.mark.parametrize(("rows", "edges"), [case[1:] for case in REGULAR], ids=[c[0] for c in REGULAR])
def test_regular_tables_stay(rows: list[tuple[CellInput, ...]], edges: tuple[float, ...]) -> None:
    assert regular_columns(rows, edges) == (tuple(rows), edges)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[tuple[CellInput, ...]], list[float]]:
    width = draw(st.integers(1, 9))
    edges = [0.0]
    for _ in range(width):
        edges.append(edges[-1] + draw(st.sampled_from([2.0, 3.5, 40.0, 90.0])))
    rows: list[tuple[CellInput, ...]] = []
    down = [0] * width
    for number in range(draw(st.integers(0, 8))):
        cells: list[CellInput] = []
        column = 0
        while column < width:
            if down[column]:
                column += 1
                continue
            room = next((c for c in range(column, width) if down[c]), width) - column
            span, rows_down = draw(st.integers(1, room)), draw(st.sampled_from([1, 1, 1, 2, 3]))
            cells.append(CellInput(f"{number}.{column}", column, rows_down, span))
            for c in range(column, column + span):
                down[c] = rows_down
            column += span
        down = [max(n - 1, 0) for n in down]
        rows.append(tuple(cells))
    return rows, edges


@st.composite
def dragged_tables(draw: st.DrawFn) -> tuple[list[tuple[CellInput, ...]], list[float]]:
    """Rows of the same columns whose inner borders were moved a little, some cells merged downwards."""
    columns = draw(st.integers(2, 5))
    moves = draw(
        st.lists(st.tuples(*[st.sampled_from([-5, 0, 0, 0, 4])] * (columns - 1)), min_size=1, max_size=8)
    )
    borders = [[0, *(100 * (i + 1) + by for i, by in enumerate(move)), 100 * columns] for move in moves]
    edges = sorted({x for own in borders for x in own})
    rows = []
    covered: set[tuple[int, int]] = set()
    for r, own in enumerate(borders):
        cells = []
        for k, (a, b) in enumerate(pairwise(own)):
            if (r, k) in covered:
                continue
            alike = r + 1 < len(borders) and {a, b} <= set(borders[r + 1])
            down = 2 if alike and draw(st.booleans()) else 1
            covered |= {(r + i, k) for i in range(down)}
            cells.append(CellInput(f"{r}.{k}", edges.index(a), down, edges.index(b) - edges.index(a)))
        rows.append(tuple(cells))
    return rows, [float(edge) for edge in edges]


@settings(max_examples=200, deadline=None)
@given(st.one_of(tables(), dragged_tables()))
def test_texts_and_their_order_never_change(case: tuple[list[tuple[CellInput, ...]], list[float]]) -> None:
    rows, edges = case
    found, places = regular_columns(rows, edges)
    assert [[(c.text, c.row_span) for c in row] for row in found] == [
        [(c.text, c.row_span) for c in row] for row in rows
    ]
    assert set(places) <= set(edges) and list(places) == sorted(places)
    for row in found:
        end = 0
        for cell in row:
            assert end <= (cell.column or 0)
            end = (cell.column or 0) + cell.column_span
        assert end <= len(places) - 1


@settings(max_examples=200, deadline=None)
@given(st.one_of(tables(), dragged_tables()))
def test_no_place_is_taken_twice(case: tuple[list[tuple[CellInput, ...]], list[float]]) -> None:
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(regular_columns(*case)[0]):
        for cell in row:
            for down in range(cell.row_span):
                for c in range(cell.column_span):
                    place = r + down, (cell.column or 0) + c
                    assert place not in taken
                    taken.add(place)


@settings(max_examples=100, deadline=None)
@given(dragged_tables())
def test_columns_of_dragged_tables(case: tuple[list[tuple[CellInput, ...]], list[float]]) -> None:
    """Cells of the k-th place stand in the k-th column, whatever their borders."""
    rows, edges = case
    for row in regular_columns(rows, edges)[0]:
        for cell in row:
            assert cell.column == int(cell.text.split(".")[1]) and cell.column_span == 1


SHIFTS = [0.0, 0.0, 0.0, 4.5, 4.5, -4.5, -4.5, 4.5]
WALLS = (0.0, 40.0, 240.0, 360.0, 460.0)
SAID = [[str(i), f"Việc số {i}", f"Sở {i}", f"{i}0%"] for i in range(1, len(SHIFTS) + 1)]


def dragged(shift: float) -> list[float]:
    """Borders of a row: the outer ones stand, the inner ones were dragged."""
    return [WALLS[0], *(x + shift for x in WALLS[1:-1]), WALLS[-1]]


def grid_texts(source: Source) -> list[list[str]]:
    grid = source.tables[0].grid()
    return [[source.text[c.start : c.end] if c else "" for c in row] for row in grid]


@needs_font
def test_dragged_rules_of_a_page() -> None:
    def draw(canvas: Canvas) -> None:
        for i, (said, shift) in enumerate(zip(SAID, SHIFTS, strict=True)):
            xs, y = [LEFT + x for x in dragged(shift)], 100 + 20 * i
            for x in xs:
                rule(canvas, x, y, x, y + 20)
            rule(canvas, xs[0], y, xs[-1], y)
            rule(canvas, xs[0], y + 20, xs[-1], y + 20)
            for x, text in zip(xs, said, strict=False):
                cell_words(canvas, x, y + 2, text)

    source = read(draw)
    assert source.tables[0].columns == 4 and grid_texts(source) == SAID


def test_dragged_borders_of_a_word_table() -> None:
    """Word writes a grid of all borders ever seen; each cell spans what lies between its own."""
    edges = sorted({round(20 * x) for shift in SHIFTS for x in dragged(shift)})
    document = docx.Document()
    table = document.add_table(rows=len(SAID), cols=1)
    body = table._tbl
    for column in body.tblGrid.findall(qn("w:gridCol")):
        body.tblGrid.remove(column)
    for a, b in pairwise(edges):
        column = OxmlElement("w:gridCol")
        column.set(qn("w:w"), str(b - a))
        body.tblGrid.append(column)
    for line, said, shift in zip(body.tr_lst, SAID, SHIFTS, strict=True):
        for cell in list(line.tc_lst):
            line.remove(cell)
        own = [edges.index(round(20 * x)) for x in dragged(shift)]
        for text, a, b in zip(said, own, own[1:], strict=False):
            cell = line._add_tc()
            cell.get_or_add_tcPr().get_or_add_gridSpan().val = b - a
            cell.p_lst[0].add_r().text = text
    buffer = io.BytesIO()
    document.save(buffer)
    source = read_docx(buffer.getvalue(), "a.docx")
    assert source.tables[0].columns == 4 and grid_texts(source) == SAID
