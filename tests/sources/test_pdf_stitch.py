"""Tables over page ends: heads repeated or not, rows and merged cells that the end cuts in two."""

from __future__ import annotations

import pytest
from pdf_factory import LEFT, cell_words, check_spans, grid, needs_font, read, rule, spans, texts, words
from reportlab.pdfgen.canvas import Canvas

from extractor.sources.builder import CellInput
from extractor.sources.model import Box
from extractor.sources.pdf_stitch import continues, stitch
from extractor.sources.pdf_tables import PdfTable

HEAD = ["STT", "Nhiệm vụ", "Chủ trì", "Hạn"]
CELLS = ["", "", "", ""]
Rows = list[list[str]]

SEAMS: dict[str, tuple[list[Rows], Rows]] = {
    "head repeated": (
        [[HEAD, ["1", "Lập danh mục", "Sở A", "Quý I"]], [HEAD, ["2", "Mở lớp học", "Sở B", "Quý II"]]],
        [HEAD, ["1", "Lập danh mục", "Sở A", "Quý I"], ["2", "Mở lớp học", "Sở B", "Quý II"]],
    ),
    "head not repeated": (
        [[HEAD, ["1", "Lập danh mục", "Sở A", "Quý I"]], [["2", "Mở lớp học", "Sở B", "Quý II"]]],
        [HEAD, ["1", "Lập danh mục", "Sở A", "Quý I"], ["2", "Mở lớp học", "Sở B", "Quý II"]],
    ),
    "head on every one of three pages": (
        [[HEAD, ["1", "a", "b", "c"]], [HEAD, ["2", "d", "e", "f"]], [HEAD, ["3", "g", "h", "i"]]],
        [HEAD, ["1", "a", "b", "c"], ["2", "d", "e", "f"], ["3", "g", "h", "i"]],
    ),
    "head of two rows": (
        [[HEAD, ["(1)", "(2)", "(3)", "(4)"], ["1", "Lập danh mục", "Sở A", "Quý I"]],
         [HEAD, ["(1)", "(2)", "(3)", "(4)"], ["2", "Mở lớp học", "Sở B", "Quý II"]]],
        [HEAD, ["(1)", "(2)", "(3)", "(4)"], ["1", "Lập danh mục", "Sở A", "Quý I"],
         ["2", "Mở lớp học", "Sở B", "Quý II"]],
    ),
    "row broken": (
        [[HEAD, ["1", "Xây dựng bản đồ số về các", "Sở A, các", "Quý I"]],
         [["", "điểm du lịch", "địa phương", ""], ["2", "Mở lớp học", "Sở B", "Quý II"]]],
        [HEAD, ["1", "Xây dựng bản đồ số về các điểm du lịch", "Sở A, các địa phương", "Quý I"],
         ["2", "Mở lớp học", "Sở B", "Quý II"]],
    ),
    "row broken below a repeated head": (
        [[HEAD, ["1", "Xây dựng bản đồ số về các", "Sở A", "Quý I"]], [HEAD, ["", "điểm du lịch", "", ""]]],
        [HEAD, ["1", "Xây dựng bản đồ số về các điểm du lịch", "Sở A", "Quý I"]],
    ),
    "row broken before a number of a higher level": (
        [[HEAD, ["8.8.2.4", "Xử lý phản ánh qua", "Cổng", "Quý I"]],
         [["", "kênh khác", "", ""], ["8.9", "Mở lớp học", "Sở B", "Quý II"]]],
        [HEAD, ["8.8.2.4", "Xử lý phản ánh qua kênh khác", "Cổng", "Quý I"],
         ["8.9", "Mở lớp học", "Sở B", "Quý II"]],
    ),
    "rest of a row whose page is not here": (
        [[HEAD, ["1.4", "Xử lý phản ánh", "Cổng", "Quý I"]],
         [["", "kênh khác", "", ""], ["2.11", "Mở lớp học", "Sở B", "Quý II"]]],
        [HEAD, ["1.4", "Xử lý phản ánh", "Cổng", "Quý I"], ["", "kênh khác", "", ""],
         ["2.11", "Mở lớp học", "Sở B", "Quý II"]],
    ),
    "new row without a number": (
        [[HEAD, ["1", "Việc thứ nhất.", "Sở A.", "Quý I."]], [["", "Tổng hợp kết quả", "Sở B", "Quý IV"]]],
        [HEAD, ["1", "Việc thứ nhất.", "Sở A.", "Quý I."], ["", "Tổng hợp kết quả", "Sở B", "Quý IV"]],
    ),
    "numbered row that begins with a small letter": (
        [[HEAD, ["1", "Việc thứ nhất", "Sở A", "Quý I"]], [["2", "eKYC cho người dân", "Sở B", "Quý IV"]]],
        [HEAD, ["1", "Việc thứ nhất", "Sở A", "Quý I"], ["2", "eKYC cho người dân", "Sở B", "Quý IV"]],
    ),
}  # fmt: skip


@needs_font
@pytest.mark.parametrize(("pages", "expected"), SEAMS.values(), ids=SEAMS)
def test_tables_over_pages(pages: list[Rows], expected: Rows) -> None:
    def draw(canvas: Canvas) -> None:
        for rows in pages:
            grid(canvas, 60, rows)
            canvas.showPage()

    source = read(draw)
    assert texts(source) == expected and len(source.tables) == 1
    check_spans(source)
    last = source.tables[0].rows[-1][1]
    assert last.boxes[-1].page == len(pages)


@needs_font
def test_group_row_at_the_top_of_a_page() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, 60, [HEAD, ["1", "Lập danh mục", "Sở A", "Quý I"]])
        canvas.showPage()
        end = grid(canvas, 60, [["II. NHÓM VIỆC VỀ DỮ LIỆU"]], (460,))
        grid(canvas, end, [["2", "Mở lớp học", "Sở B", "Quý II"]])

    source = read(draw)
    assert spans(source)[-5:] == [
        (2, 0, 1, 4, "II. NHÓM VIỆC VỀ DỮ LIỆU"),
        *((3, i, 1, 1, text) for i, text in enumerate(["2", "Mở lớp học", "Sở B", "Quý II"])),
    ]


def merged(canvas: Canvas, top: float, tall: str, rows: Rows) -> None:
    """Rows of three cells beside one cell merged down over all of them, which stands last."""
    y = grid(canvas, top, rows, (40, 200, 100))
    rule(canvas, LEFT + 340, top, LEFT + 460, top)
    rule(canvas, LEFT + 340, y, LEFT + 460, y)
    rule(canvas, LEFT + 460, top, LEFT + 460, y)
    cell_words(canvas, LEFT + 340, top, tall)


DOWN = [
    ("", "UBND các xã"),
    ("vùng cao", "UBND các xã vùng cao"),
]


@needs_font
@pytest.mark.parametrize(("rest", "expected"), DOWN)
def test_cell_merged_down_over_the_page_end(rest: str, expected: str) -> None:
    def draw(canvas: Canvas) -> None:
        end = grid(canvas, 60, [HEAD])
        merged(canvas, end, "UBND các xã", [["1", "Lắp loa", "Quý I"], ["2", "Kéo cáp", "Quý II"]])
        canvas.showPage()
        merged(canvas, 60, rest, [["3", "Mở lớp", "Quý III"], ["4", "Tổng kết", "Quý IV"]])

    source = read(draw)
    assert [row for row in spans(source) if row[1] == 3] == [(0, 3, 1, 1, "Hạn"), (1, 3, 4, 1, expected)]
    assert [text for _, column, _, _, text in spans(source) if column == 1][1:] == [
        "Lắp loa", "Kéo cáp", "Mở lớp", "Tổng kết"
    ]  # fmt: skip


@needs_font
def test_new_merged_cell_after_the_page_end() -> None:
    def draw(canvas: Canvas) -> None:
        end = grid(canvas, 60, [HEAD])
        merged(canvas, end, "UBND xã Một.", [["1", "Lắp loa", "Quý I"], ["2", "Kéo cáp", "Quý II"]])
        canvas.showPage()
        merged(canvas, 60, "UBND xã Hai.", [["3", "Mở lớp", "Quý III"], ["4", "Tổng kết", "Quý IV"]])

    assert [row for row in spans(read(draw)) if row[1] == 3][1:] == [
        (1, 3, 2, 1, "UBND xã Một."), (3, 3, 2, 1, "UBND xã Hai.")
    ]  # fmt: skip


def table(page: int, columns: tuple[float, ...], rows: list[list[CellInput]]) -> PdfTable:
    box = Box(page, columns[0], 60, columns[-1], 300)
    return PdfTable(columns, tuple(map(tuple, rows)), (page,) * len(rows), box)


def row(*texts: str) -> list[CellInput]:
    return [CellInput(text, i) for i, text in enumerate(texts)]


FOUR, THREE = (50.0, 90.0, 200.0, 300.0, 400.0), (50.0, 200.0, 300.0, 400.0)


def test_fewer_columns_on_the_next_page_take_their_places() -> None:
    """A page that holds merged rows only shows fewer upright rules."""
    below = table(2, THREE, [row("Nhóm", "x", "y")])
    above = table(1, FOUR, [row("TT", "Việc", "Nơi", "Hạn")])
    assert continues(above, below)
    whole = stitch(above, below)
    assert [(c.column, c.column_span, c.text) for c in whole.rows[1]] == [
        (0, 2, "Nhóm"), (2, 1, "x"), (3, 1, "y")
    ]  # fmt: skip
    assert whole.pages == (1, 2)


def test_rest_of_a_row_that_no_rule_parts_from_the_repeated_head() -> None:
    above = table(1, FOUR, [row("TT", "Việc", "Nơi", "Hạn"), row("1", "Mở lớp cho", "Sở Một", "Quý I")])
    below = table(2, FOUR, [row("TT", "Việc người cao tuổi", "Nơi", "Hạn"), row("2", "x", "y", "z")])
    assert [[c.text for c in r] for r in stitch(above, below).rows] == [
        ["TT", "Việc", "Nơi", "Hạn"],
        ["1", "Mở lớp cho người cao tuổi", "Sở Một", "Quý I"],
        ["2", "x", "y", "z"],
    ]


@pytest.mark.parametrize(
    "columns",
    [(50.0, 120.0, 150.0, 400.0), (50.0, 200.0, 300.0, 460.0), (50.0, 75.0, 110.0, 150.0, 220.0, 400.0)],
)
def test_other_columns_are_another_table(columns: tuple[float, ...]) -> None:
    below = table(2, columns, [row(*("x" * (len(columns) - 1)))])
    assert not continues(table(1, FOUR, [row("TT", "Việc", "Nơi", "Hạn")]), below)


@needs_font
def test_text_between_parts_two_tables() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, 60, [HEAD, ["1", "Lập danh mục", "Sở A", "Quý I"]])
        canvas.showPage()
        words(canvas, LEFT, 80, "Phụ lục II. Danh mục việc khác")
        grid(canvas, 100, [HEAD, ["1", "Mở lớp học", "Sở B", "Quý II"]])

    source = read(draw)
    assert len(source.tables) == 2
    assert texts(source, 1) == [HEAD, ["1", "Mở lớp học", "Sở B", "Quý II"]]
