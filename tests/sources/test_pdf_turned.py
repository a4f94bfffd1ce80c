"""Pages that lie: turned by the file, or with text that runs up, down or on its head."""

from __future__ import annotations

import pytest
from pdf_factory import LEFT, drawn, flow, grid, lines, needs_font, page_of, texts, turned, turning, words
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from extractor.pipeline import extract
from extractor.records import BoxRecord
from extractor.sources.model import Source
from extractor.sources.pdf import read_pdf
from extractor.sources.places import boxes_of

pytestmark = needs_font

SIZES = {"portrait": A4, "landscape": landscape(A4)}
TURNS = [(turn, shown) for turn in (0, 90, 180, 270) for shown in (True, False)]
ROWS = [
    ["STT", "Chỉ tiêu", "Mức đạt", "Chủ trì"],
    ["1", "Tỷ lệ hồ sơ công việc\nxử lý trên môi trường số", "Tối thiểu 85%", "Sở Nội vụ"],
    ["2", "Tỷ lệ cán bộ có chữ ký số", "Trên 70%", "Sở Y tế"],
]


def draw(canvas: Canvas) -> None:
    flow(canvas, ["Phụ lục: chỉ tiêu giao cho các sở.", "Các sở báo cáo kết quả trước khi hết quý."])
    grid(canvas, 180, ROWS)
    words(canvas, LEFT, 320, "Số liệu chốt vào cuối mỗi tháng.")


def places(source: Source) -> list[tuple[float, ...]]:
    """All boxes, of blocks and of cells."""
    holders = [*source.blocks, *(cell for _, cell in source.cells())]
    return [(b.page, b.x0, b.top, b.x1, b.bottom) for holder in holders for b in holder.boxes]


@pytest.mark.parametrize(("turn", "shown"), TURNS)
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_same_text_table_and_places_as_upright(size: tuple[float, float], turn: int, shown: bool) -> None:
    upright = read_pdf(drawn(draw, pagesize=size), "a.pdf")
    source = read_pdf(turned(draw, turn, shown, size), "a.pdf")
    assert texts(source) == [[cell.replace("\n", " ") for cell in row] for row in ROWS]
    assert source.text == upright.text and lines(source) == lines(upright)
    assert (source.pages[0].width, source.pages[0].height) == pytest.approx(size, abs=0.5)
    for place, expected in zip(places(source), places(upright), strict=True):
        assert place == pytest.approx(expected, abs=1.0)


@pytest.mark.parametrize(("turn", "shown"), TURNS)
def test_turn_of_the_page_as_displayed(turn: int, shown: bool) -> None:
    page = page_of(turned(draw, turn, shown, landscape(A4)))
    assert page.turn == (0 if shown else turn)
    assert read_pdf(turned(draw, turn, shown, landscape(A4)), "a.pdf").pages[0].turn == page.turn
    assert (page.width, page.height) == pytest.approx(landscape(A4), abs=0.5)
    assert {run.turn for run in page.runs} == {0}
    assert all(0 <= edge.x0 <= edge.x1 <= page.width for edge in page.edges) and page.edges


@pytest.mark.parametrize(("turn", "shown"), TURNS)
def test_evidence_lies_inside_the_page(turn: int, shown: bool) -> None:
    source = read_pdf(turned(plan, turn, shown, landscape(A4)), "a.pdf")
    upright = read_pdf(drawn(plan, pagesize=landscape(A4)), "a.pdf")
    width, height = landscape(A4)
    boxes = evidence(source)
    assert len(boxes) >= 2
    assert all(0 <= box.x0 < box.x1 <= width and 0 <= box.top < box.bottom <= height for box in boxes)
    for box, expected in zip(boxes, evidence(upright), strict=True):
        assert (box.x0, box.top, box.x1, box.bottom) == pytest.approx(
            (expected.x0, expected.top, expected.x1, expected.bottom), abs=1.0
        )
    cell = source.tables[0].rows[1][2]
    (place,) = boxes_of(source, cell.start, cell.end)
    assert LEFT + 240 <= place.x0 < place.x1 <= LEFT + 340 and 198 <= place.top < place.bottom <= 270


def plan(canvas: Canvas) -> None:
    flow(canvas, ["I. MỤC TIÊU", "- Trên 60% người lớn có kỹ năng số.", "- Tối thiểu 45% hộ có cáp quang."])
    grid(canvas, 180, ROWS)


def evidence(source: Source) -> list[BoxRecord]:
    found = extract(source).targets
    return [box for target in found if target.evidence for box in target.evidence.boxes]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_crop_box_away_from_the_origin(rotation: int) -> None:
    """Places count from the corner of what is shown, turned so that the words stand upright."""

    def cropped(canvas: Canvas) -> None:
        canvas.setCropBox((60, 100, 500, 800))
        canvas.setPageRotation(rotation)
        canvas.drawString(160, 700, "Một dòng chữ")
        if rotation in (90, 270):  # reportlab swaps the sides of a turned page itself
            canvas._pagesize = A4[::-1]

    page = page_of(drawn(cropped))
    (run,) = page.runs
    assert (run.text, run.turn, page.turn) == ("Một dòng chữ", 0, (360 - rotation) % 360)
    assert (page.width, page.height) == pytest.approx((440, 700))
    assert (run.x0, run.y) == pytest.approx((100, 100), abs=0.5)


def test_a_few_turned_words_do_not_turn_the_page() -> None:
    def noted(canvas: Canvas) -> None:
        draw(canvas)
        canvas.translate(40, 300)
        canvas.rotate(90)
        words(canvas, 0, canvas._pagesize[1], "Bản lưu số 3", 9)

    page = page_of(drawn(noted))
    assert page.turn == 0 and {run.turn for run in page.runs} == {0, 270}


@pytest.mark.parametrize("turn", [90, 270])
def test_lying_annex_between_upright_pages(turn: int) -> None:
    """Some producers lay landscape pages into a portrait file."""

    def mixed(canvas: Canvas) -> None:
        flow(canvas, ["Kế hoạch của xã."])
        canvas.showPage()
        width, height = A4
        canvas.saveState()
        canvas.transform(*turning(turn, width, height))
        canvas._pagesize = (height, width)
        grid(canvas, 100, ROWS)
        canvas._pagesize = A4
        canvas.restoreState()
        canvas.showPage()
        flow(canvas, ["Hết phụ lục."])

    source = read_pdf(drawn(mixed), "a.pdf")
    assert lines(source) == ["Kế hoạch của xã.", "Hết phụ lục."]
    assert texts(source) == [[cell.replace("\n", " ") for cell in row] for row in ROWS]
    assert [(round(p.width or 0), round(p.height or 0)) for p in source.pages] == [
        (595, 842), (842, 595), (595, 842)
    ]  # fmt: skip
