"""Words of narrow cells: broken ones are made whole, whole ones stay apart."""

from __future__ import annotations

import pytest
from pdf_factory import HEIGHT, LEFT, cell_words, grid, needs_font, read, texts, wide
from reportlab.pdfgen.canvas import Canvas

from extractor.sources.pdf_cells import read_cell
from extractor.sources.pdf_page import Run

LETTER = 6.0


def stacked(lines: list[str], spaced: bool = False) -> list[Run]:
    """Lines of a cell, each letter six points wide."""
    return [
        Run(text, 0.0, LETTER * len(text), 100.0 + 14 * i, 10.0, False, spaced=spaced)
        for i, text in enumerate(lines)
    ]


BROKEN = [
    (["ST", "T"], "STT"),
    (["TT&T", "T"], "TT&TT"),
    (["30/9/202", "4"], "30/9/2024"),
    (["1.25", "0"], "1.250"),
    (["trườ", "ng"], "trường"),
    (["Thông ngh", "iệp"], "Thông nghiệp"),
    (["2026-", "2030"], "2026-2030"),
    (["123/QĐ-", "UBND"], "123/QĐ-UBND"),
    (["UBND", "xã Thử"], "UBND xã Thử"),
    (["nâng", "cao"], "nâng cao"),
    (["công", "an"], "công an"),
    (["Quý", "II"], "Quý II"),
    (["cấp xã", "40%"], "cấp xã 40%"),
    (["SỞ Y", "TẾ"], "SỞ Y TẾ"),
    (["liên kết -", "hợp tác"], "liên kết - hợp tác"),
]


@pytest.mark.parametrize(("lines", "expected"), BROKEN, ids=[case[1] for case in BROKEN])
def test_lines_that_fill_their_cell(lines: list[str], expected: str) -> None:
    width = LETTER * max(map(len, lines))
    text, pieces = read_cell(1, stacked(lines), width)
    assert text == expected
    assert [piece.text for piece in pieces] == lines


@pytest.mark.parametrize("lines", [["ST", "T"], ["trườ", "ng"], ["30/9/202", "4"]])
def test_lines_that_had_room_are_not_joined(lines: list[str]) -> None:
    roomy = LETTER * (len(lines[0]) + 4)
    assert read_cell(1, stacked(lines), roomy)[0] == " ".join(lines)
    assert read_cell(1, stacked(lines))[0] == " ".join(lines)  # no width known


@pytest.mark.parametrize("lines", [["ST", "T"], ["trườ", "ng"]])
def test_a_printed_space_parts_words(lines: list[str]) -> None:
    assert read_cell(1, stacked(lines, spaced=True), LETTER * len(lines[0]))[0] == " ".join(lines)


def test_turned_words_are_read_from_the_left() -> None:
    runs = [
        Run("chủ trì", 30, 40, 100, 10, False, turn=270),
        Run("Cơ quan", 10, 20, 100, 10, False, turn=270),
    ]
    assert read_cell(1, runs, 50)[0] == "Cơ quan chủ trì"


@needs_font
@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["ST", "T"], "STT"),
        (["TT&T", "T"], "TT&TT"),
        (["30/9/202", "4"], "30/9/2024"),
        (["huyện,", "xã"], "huyện, xã"),
        (["các cơ", "quan"], "các cơ quan"),
    ],
)
def test_narrow_columns_of_a_page(lines: list[str], expected: str) -> None:
    """The narrow cell's own width tells whether a line was full."""

    def draw(canvas: Canvas) -> None:
        narrow = 6 + max(wide(line, 10) for line in lines)
        grid(canvas, 100, [["\n".join(lines), "Chỉ tiêu"], ["", "Tỷ lệ hộ có cáp"]], (narrow, 200))

    assert texts(read(draw))[0] == [expected, "Chỉ tiêu"]


@needs_font
def test_head_printed_up_the_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(LEFT, HEIGHT - 160, 40, 60)
        canvas.rect(LEFT + 40, HEIGHT - 160, 200, 60)
        for row in (160, 180):
            canvas.rect(LEFT, HEIGHT - row - 20, 40, 20)
            canvas.rect(LEFT + 40, HEIGHT - row - 20, 200, 20)
        cell_words(canvas, LEFT + 40, 100, "Nội dung")
        for i, (a, b) in enumerate((("10", "Việc một"), ("20", "Việc hai"))):
            cell_words(canvas, LEFT, 160 + 20 * i, a)
            cell_words(canvas, LEFT + 40, 160 + 20 * i, b)
        for i, line in enumerate(("Kinh", "phí")):
            canvas.saveState()
            canvas.translate(LEFT + 15 + 14 * i, HEIGHT - 150)
            canvas.rotate(90)
            canvas.setFont("vi", 10)
            canvas.drawString(0, 0, line)
            canvas.restoreState()

    assert texts(read(draw)) == [["Kinh phí", "Nội dung"], ["10", "Việc một"], ["20", "Việc hai"]]
