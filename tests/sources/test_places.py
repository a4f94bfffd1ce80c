"""Boxes of quotes: on the page, inside their cells, around the quoted words."""

from __future__ import annotations

import pypdfium2
import pytest
from pdf_factory import HEIGHT, INDENT, LEFT, RIGHT, WIDTH, drawn, flow, grid, needs_font, words
from reportlab.pdfgen.canvas import Canvas

from extractor.pipeline import extract
from extractor.sources.model import Box, Source
from extractor.sources.pdf import read_pdf
from extractor.sources.places import boxes_of
from extractor.sources.text import read_text

pytestmark = needs_font

SAID = (
    "Trung tâm dữ liệu của tỉnh kết nối với các kho của huyện, bảo đảm sao lưu hằng ngày và phục hồi trong "
    "bốn giờ khi có sự cố; đơn vị vận hành lập nhật ký và báo cáo mỗi tháng một lần cho cơ quan đầu mối."
)
LONG = " ".join([SAID] * 3)


def printed(data: bytes, box: Box, margin: float = 0.0) -> str:
    """The words that stand inside a box."""
    document = pypdfium2.PdfDocument(data)
    try:
        text_page = document[box.page - 1].get_textpage()
        height = document[box.page - 1].get_height()
        found: str = text_page.get_text_bounded(
            box.x0 - margin, height - box.bottom, box.x1 + margin, height - box.top
        )
        text_page.close()
    finally:
        document.close()
    return " ".join(found.split())


def check_bounds(source: Source, boxes: list[Box]) -> None:
    for box in boxes:
        page = source.pages[box.page - 1]
        assert 0 <= box.x0 < box.x1 <= (page.width or 0) and 0 <= box.top < box.bottom <= (page.height or 0)


def prose(canvas: Canvas) -> None:
    flow(canvas, [LONG, "Một ý ngắn của đoạn thứ hai.", *[LONG] * 12])


QUOTES = [
    "bảo đảm sao lưu hằng ngày",
    "Trung tâm dữ liệu của tỉnh",
    "phục hồi trong bốn giờ khi có sự cố; đơn vị vận hành lập nhật ký và báo cáo mỗi tháng một lần",
    "Một ý ngắn của đoạn thứ hai.",
]


@pytest.mark.parametrize("quote", QUOTES)
def test_boxes_hold_the_quoted_words(quote: str) -> None:
    data = drawn(prose)
    source = read_pdf(data, "a.pdf")
    start = source.text.index(quote)
    boxes = boxes_of(source, start, start + len(quote))
    check_bounds(source, boxes)
    inside = " ".join(printed(data, box, margin=14) for box in boxes)
    assert [word for word in quote.split() if word not in inside] == []
    assert len(inside) <= len(quote) + 12 * len(boxes)  # and little else


def test_box_is_cut_to_the_quote() -> None:
    source = read_pdf(drawn(lambda canvas: words(canvas, 100, 200, "aaaa bbbb cccc dddd")), "a.pdf")
    whole = boxes_of(source, 0, 19)
    part = boxes_of(source, 5, 9)
    assert len(whole) == len(part) == 1
    width = whole[0].x1 - whole[0].x0
    assert whole[0].x0 == pytest.approx(100, abs=0.6)
    assert part[0].x0 == pytest.approx(100 + width * 5 / 19, abs=0.6)
    assert part[0].x1 == pytest.approx(100 + width * 9 / 19, abs=0.6)
    assert part[0].top <= 200 - 12 * 0.5 and part[0].bottom >= 200


def test_quote_over_two_pages() -> None:
    source = read_pdf(drawn(prose), "a.pdf")
    crossing = [block for block in source.blocks if len({box.page for box in block.boxes}) == 2]
    assert crossing
    block, turn = crossing[0], source.pages[1].start
    assert block.start < turn < block.end
    boxes = boxes_of(source, turn - 20, turn + 20)
    assert [box.page for box in boxes] == [1, 2]
    assert boxes[0].top > HEIGHT / 2 > boxes[1].bottom
    assert boxes[0].x1 == pytest.approx(RIGHT, abs=40) and boxes[1].x0 == pytest.approx(LEFT, abs=1)
    check_bounds(source, boxes)
    assert {box.page for box in boxes_of(source, turn + 1, block.end)} == {2}
    assert {box.page for box in boxes_of(source, block.start, turn - 1)} == {1}


def test_lines_between_are_one_box() -> None:
    source = read_pdf(drawn(prose), "a.pdf")
    block = source.blocks[0]
    boxes = boxes_of(source, block.start, block.end)
    assert 1 <= len(boxes) <= 2
    assert min(box.x0 for box in boxes) == pytest.approx(LEFT, abs=1)
    assert max(box.x1 for box in boxes) <= RIGHT + 1 < WIDTH
    first = boxes_of(source, block.start, block.start + 5)[0]
    assert first.x0 == pytest.approx(INDENT, abs=1)


def test_line_quoted_in_part_has_a_box_of_its_own() -> None:
    source = read_pdf(drawn(prose), "a.pdf")
    block = source.blocks[0]
    first = block.pieces[0]
    boxes = boxes_of(source, block.start, block.start + len(first.text) + 15)
    assert len(boxes) == 2
    assert boxes[0].x1 == pytest.approx(first.x1, abs=0.6) and boxes[1].x1 < LEFT + 150


ROWS = [
    ["STT", "Chỉ tiêu", "Mục tiêu", "Chủ trì"],
    ["1", "Tỷ lệ hồ sơ được\nnộp qua mạng", "Tối thiểu 80%", "Sở Nội vụ"],
    ["2", "Số điểm phát sóng", "45 điểm", "Sở Y tế"],
]
CELLS = [(1, 1, "nộp qua mạng"), (1, 1, "được nộp"), (1, 2, "80%"), (2, 3, "Sở Y tế"), (0, 1, "Chỉ tiêu")]


@pytest.mark.parametrize(("row", "column", "quote"), CELLS)
def test_boxes_in_cells(row: int, column: int, quote: str) -> None:
    data = drawn(lambda canvas: grid(canvas, 100, ROWS))
    source = read_pdf(data, "a.pdf")
    cell = source.tables[0].rows[row][column]
    start = source.text.index(quote, cell.start, cell.end)
    boxes = boxes_of(source, start, start + len(quote))
    outer = cell.boxes[0]
    for box in boxes:
        assert outer.x0 <= box.x0 < box.x1 <= outer.x1 and outer.top - 1 <= box.top
        assert box.bottom <= outer.bottom + 1
    inside = " ".join(printed(data, box, margin=8) for box in boxes)
    assert all(word in inside for word in quote.split())
    assert sum(box.x1 - box.x0 for box in boxes) < outer.x1 - outer.x0


def test_rest_of_a_row_on_the_next_page() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, 700, [ROWS[0], ["1", "Tỷ lệ hồ sơ được", "Tối thiểu 80%", "Sở A"]])
        canvas.showPage()
        grid(canvas, 60, [["", "nộp qua mạng", "", ""], ROWS[2]])

    source = read_pdf(drawn(draw), "a.pdf")
    start = source.text.index("hồ sơ được nộp qua")
    boxes = boxes_of(source, start, start + len("hồ sơ được nộp qua"))
    assert [box.page for box in boxes] == [1, 2]
    check_bounds(source, boxes)


def test_records_have_boxes_of_their_words() -> None:
    data = drawn(lambda canvas: flow(canvas, ["I. MỤC TIÊU", "- Trên 72% hồ sơ được nộp trực tuyến.", SAID]))
    source = read_pdf(data, "a.pdf")
    (target, *_) = extract(source).targets
    assert target.evidence is not None and target.evidence.boxes
    box = target.evidence.boxes[0]
    said = printed(data, Box(box.page, box.x0, box.top, box.x1, box.bottom), margin=12)
    assert "72%" in said and "Trung tâm" not in said


def test_formats_without_places_have_no_boxes() -> None:
    source = read_text("Trên 72% hồ sơ được nộp trực tuyến.", "a.txt")
    assert boxes_of(source, 0, 10) == []
    assert boxes_of(read_pdf(drawn(prose), "a.pdf"), 0, 0) == []
