"""Scanned pages to Sources: text, tables, boxes, marks and notes."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

import pytest

from extractor.errors import ReadError
from extractor.pipeline import extract
from extractor.sources.limits import Limits
from extractor.sources.model import Source
from extractor.sources.read import read_bytes

pytestmark = pytest.mark.usefixtures("recognition")

TEXT = [
    "Kế hoạch này nêu các việc phải làm trong năm tới tại địa phương.",
    "Phấn đấu tỷ lệ hồ sơ trực tuyến đạt 80% vào cuối năm 2026.",
    "Các đơn vị báo cáo kết quả trước ngày 15 tháng 12 hằng năm.",
]
ROWS = [
    ("STT", "Nhiệm vụ", "Chủ trì"),
    ("1", "Xây dựng cổng dữ liệu", "Sở Tài chính"),
    ("2", "Đào tạo cán bộ xã", "Sở Nội vụ"),
    ("3", "Kiểm tra an toàn mạng", "Công an tỉnh"),
    ("4", "Báo cáo kết quả", "Văn phòng"),
]
WIDTHS = (50, 220, 160)


def codes(source: Source) -> list[str]:
    return [note.code for note in source.notes]


def alike(source: Source, texts: list[str]) -> bool:
    """Whether at least nine of ten words are right: models differ from system to system."""
    read, truth = source.text.split(), " ".join(texts).split()
    same = sum((Counter(read) & Counter(truth)).values())
    return 2 * same >= 0.9 * (len(read) + len(truth)) and read[0] == truth[0] and read[-1] == truth[-1]


@pytest.mark.parametrize("degrees", [0.0, 1.6, -1.1])
def test_text_of_a_skewed_scan(paper: Any, degrees: float) -> None:
    image = paper.worn(paper.printed(paper.lines(TEXT)), degrees)
    source = read_bytes(paper.scanned(image), "a.pdf")
    assert alike(source, TEXT)
    assert codes(source) == ["page-recognised"]
    page = source.pages[0]
    assert page.ocr and page.confidence is not None and page.confidence > 80
    assert (page.width, page.height) == pytest.approx(paper.size, abs=0.1)


def test_boxes_lie_on_the_words_as_displayed(paper: Any) -> None:
    image = paper.worn(paper.printed(paper.lines(TEXT[:1])), 1.5)
    (block,) = read_bytes(paper.scanned(image), "a.pdf").blocks
    # the line began 85 points from the left and 100 from the top; turned, its left end sinks, its right rises
    box = block.boxes[0]
    assert box.x0 == pytest.approx(77, abs=2)
    assert 81 < box.top < 90 and 106 < box.bottom < 112  # engines differ by tenths of a point


def test_cells_of_a_ruled_table(paper: Any) -> None:
    image = paper.worn(paper.printed(paper.table(ROWS, WIDTHS)), 0.8)
    (table,) = (source := read_bytes(paper.scanned(image), "a.pdf")).tables
    read = [source.text[cell.start : cell.end] for row in table.rows for cell in row]
    truth = [text for row in ROWS for text in row]
    assert len(read) == len(truth) and sum(a == b for a, b in zip(read, truth, strict=True)) > 12
    assert [source.text[row[0].start : row[0].end] for row in table.rows][1:] == ["1", "2", "3", "4"]
    assert all(cell.boxes for row in table.rows for cell in row)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_pages_scanned_on_their_side_or_head(paper: Any, quarters: int) -> None:
    image = paper.worn(paper.printed(paper.lines([*TEXT, *TEXT])), 0.4).rotate(90 * quarters, expand=True)
    source = read_bytes(paper.scanned(image), "a.pdf")
    assert alike(source, TEXT * 2)
    page, box = source.pages[0], source.blocks[0].boxes[0]
    assert (page.width or 0) > (page.height or 0) if quarters % 2 else (page.width or 0) < (page.height or 0)
    assert 0 <= box.x0 < box.x1 <= (page.width or 0) and 0 <= box.top < box.bottom <= (page.height or 0)
    if quarters == 1:  # turned to the left: the first line stands upright near the left edge
        assert box.x1 < 200 and box.bottom - box.top > box.x1 - box.x0


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_pages_turned_by_their_rotate_entry(paper: Any, rotate: int) -> None:
    image = paper.worn(paper.printed(paper.lines(TEXT))).rotate(rotate, expand=True)
    source = read_bytes(paper.scanned(image, rotate=rotate), "a.pdf")
    assert alike(source, TEXT)
    assert source.blocks[0].boxes[0].x0 == pytest.approx(85, abs=4)


@pytest.mark.parametrize("dpi", [150, 300])
def test_other_resolutions(paper: Any, dpi: int) -> None:
    image = paper.worn(paper.printed(paper.lines(TEXT), dpi), 0.5)
    assert alike(read_bytes(paper.scanned(image), "a.pdf"), TEXT)


def test_page_of_absurd_size_is_read_as_paper(paper: Any) -> None:
    image = paper.worn(paper.printed(paper.lines(TEXT)))
    source = read_bytes(paper.scanned(image, size=(5950, 8420)), "a.pdf")
    assert alike(source, TEXT)
    assert source.blocks[0].boxes[0].x0 == pytest.approx(850, abs=30)


def test_scans_between_pages_of_text(paper: Any) -> None:
    import pypdfium2

    whole = pypdfium2.PdfDocument.new()
    for data in (
        paper.drawn(paper.lines(TEXT[:1])),
        paper.scanned(paper.worn(paper.printed(paper.lines(TEXT[1:2])))),
        paper.drawn(paper.lines(TEXT[2:])),
    ):
        whole.import_pages(pypdfium2.PdfDocument(data))
    buffer = io.BytesIO()
    whole.save(buffer)
    source = read_bytes(buffer.getvalue(), "a.pdf")
    assert alike(source, TEXT)
    assert [page.ocr for page in source.pages] == [False, True, False]
    assert codes(source) == ["page-recognised"]


def test_values_know_that_they_were_recognised(paper: Any) -> None:
    image = paper.worn(paper.printed(paper.lines(["I. MỤC TIÊU", *TEXT])))
    found = extract(read_bytes(paper.scanned(image), "a.pdf"))
    assert found.targets and all(t.evidence is not None and t.evidence.ocr for t in found.targets)


def test_invisible_rubbish_over_a_scan_is_not_believed(paper: Any) -> None:
    def rubbish(canvas: Any) -> None:
        text = canvas.beginText(85, 700)
        text.setTextRenderMode(3)
        for _ in range(12):
            text.textLine("K~ ho~ch nay neu cac vi~c ph~i lam trong nam t6i t~i dja phu<mg")
        canvas.drawText(text)

    image = paper.worn(paper.printed(paper.lines(TEXT)))
    source = read_bytes(paper.scanned(image, over=rubbish), "a.pdf")
    assert alike(source, TEXT)


def test_good_invisible_text_is_taken_and_marked(paper: Any) -> None:
    said = "Kế hoạch này do máy khác nhận dạng, chữ vẫn đúng dấu tiếng Việt."

    def layer(canvas: Any) -> None:
        canvas.setFont("scan", 13)
        text = canvas.beginText(85, 700)
        text.setTextRenderMode(3)
        text.textLine(said)
        canvas.drawText(text)

    source = read_bytes(paper.scanned(paper.worn(paper.printed(paper.lines(TEXT))), over=layer), "a.pdf")
    assert source.text.strip() == said
    assert codes(source) == ["hidden-text"] and source.pages[0].ocr


def test_a_few_characters_over_a_scan_are_no_text_layer(paper: Any) -> None:
    image = paper.worn(paper.printed(paper.lines(TEXT)))
    source = read_bytes(paper.scanned(image, over=lambda c: c.drawString(90, 30, "''")), "a.pdf")
    assert alike(source, TEXT)


def test_pages_without_print_are_named(paper: Any) -> None:
    blank = paper.worn(paper.printed(lambda _: None))
    assert codes(read_bytes(paper.scanned(blank), "a.pdf")) == ["page-without-text"]


BOUNDS = [
    (Limits(max_pixels=100_000), "điểm ảnh"),
    (Limits(max_ocr_page_seconds=0.0), "thời gian"),
    (Limits(max_ocr_seconds=0.0), "thời gian"),
    (Limits(max_ocr_page_seconds=0.02), "thời gian"),
]


@pytest.mark.parametrize(("limits", "reason"), BOUNDS)
def test_bounds_cost_the_page_only(paper: Any, limits: Limits, reason: str) -> None:
    source = read_bytes(paper.scanned(paper.worn(paper.printed(paper.lines(TEXT)))), "a.pdf", limits=limits)
    assert codes(source) == ["page-without-text"]
    assert reason in source.notes[0].message
    assert len(source.pages) == 1 and not source.pages[0].ocr


@pytest.mark.parametrize("format", ["PNG", "JPEG", "TIFF"])
def test_picture_files(paper: Any, format: str) -> None:
    image = paper.worn(paper.printed(paper.lines(TEXT)))
    buffer = io.BytesIO()
    image.save(buffer, format, dpi=(200, 200))
    source = read_bytes(buffer.getvalue(), "a.bin")
    assert alike(source, TEXT)
    assert source.format == "image" and source.pages[0].ocr
    assert source.pages[0].width == pytest.approx(paper.size[0], abs=1)


def test_picture_of_many_pages(paper: Any) -> None:
    first, second = (paper.worn(paper.printed(paper.lines([text]))) for text in TEXT[:2])
    buffer = io.BytesIO()
    first.save(buffer, "TIFF", save_all=True, append_images=[second])
    source = read_bytes(buffer.getvalue(), "a.tif")
    assert alike(source, TEXT[:2])
    assert [page.number for page in source.pages] == [1, 2]
    with pytest.raises(ReadError, match="trang"):
        read_bytes(buffer.getvalue(), "a.tif", limits=Limits(max_pages=1))


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0" + b"x" * 99, b"II*\0" + b"\0" * 50]
)
def test_broken_pictures(data: bytes) -> None:
    with pytest.raises(ReadError, match="hỏng"):
        read_bytes(data, "a.png")


def test_huge_pictures_are_refused_unread(paper: Any) -> None:
    buffer = io.BytesIO()
    paper.printed(paper.lines(TEXT)).save(buffer, "PNG")
    with pytest.raises(ReadError, match="điểm ảnh"):
        read_bytes(buffer.getvalue(), "a.png", limits=Limits(max_pixels=1000))
