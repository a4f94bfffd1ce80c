"""PDF reader: logical lines, letterheads, ruled tables over pages, boxes, hostile files."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_factory import (
    CORPORA,
    HEIGHT,
    INDENT,
    LEFT,
    RIGHT,
    SAMPLES,
    WIDTH,
    check_spans,
    drawn,
    flow,
    grid,
    lines,
    needs_font,
    texts,
)  # fmt: skip
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from extractor.errors import ReadError
from extractor.sources.docx import read_docx
from extractor.sources.limits import Limits
from extractor.sources.model import Source
from extractor.sources.pdf import read_pdf

MOTTO = "Độc lập - Tự do - Hạnh phúc"
LONG = "đẩy mạnh chuyển đổi số trong hoạt động của các cơ quan nhà nước trên địa bàn tỉnh, " * 3
FLOWS = [
    ["1. Mục đích", f"Kế hoạch nhằm {LONG}hết.", "2. Yêu cầu", f"- Bám sát {LONG}xong.", "- Việc ngắn."],
    [f"a) Đoạn thứ {i}: {LONG}và kết thúc tại đây." for i in range(1, 16)],
    [f"+ Việc {i} không có dấu chấm cuối câu" for i in range(1, 9)],
]


@needs_font
@pytest.mark.parametrize("paragraphs", FLOWS)
def test_wrapped_lines_become_paragraphs(paragraphs: list[str]) -> None:
    source = read_pdf(drawn(lambda canvas: flow(canvas, paragraphs)), "a.pdf")
    assert lines(source) == paragraphs
    check_spans(source)
    for block in source.blocks:
        assert source.page_at(block.start) == block.boxes[0].page
        assert all(LEFT - 2 <= box.x0 < box.x1 <= RIGHT + 2 for box in block.boxes)


@needs_font
def test_page_inside_a_paragraph() -> None:
    source = read_pdf(drawn(lambda canvas: flow(canvas, FLOWS[1])), "a.pdf")
    crossing = [b for b in source.blocks if len(b.boxes) == 2]
    assert len(source.pages) == 2 and crossing
    assert crossing[0].start < source.pages[1].start < crossing[0].end
    assert "2" not in lines(source)


def letterhead(canvas: Canvas, shift: float = 0) -> None:
    left = ["ỦY BAN NHÂN DÂN", "TỈNH MẪU", "Số: 12/KH-UBND"]
    right = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT",
        "NAM",
        MOTTO,
        "Mẫu, ngày 5 tháng 4 năm 2024",
    ]
    for i, text in enumerate(left):
        canvas.drawCentredString(160, HEIGHT - 60 - 16 * i, text)
    for i, text in enumerate(right):
        canvas.drawCentredString(420, HEIGHT - 60 - shift - 16 * i, text)
    canvas.drawCentredString(315, HEIGHT - 150, "KẾ HOẠCH")
    canvas.drawCentredString(315, HEIGHT - 170, "Chuyển đổi số năm 2024")


@needs_font
@pytest.mark.parametrize("shift", [0, 8])
def test_letterhead_left_then_right(shift: float) -> None:
    def draw(canvas: Canvas) -> None:
        letterhead(canvas, shift)
        flow(canvas, ["I. MỤC TIÊU", f"Kế hoạch {LONG}hết."], top=200)

    assert lines(read_pdf(drawn(draw, 11), "a.pdf"))[:8] == [
        "ỦY BAN NHÂN DÂN", "TỈNH MẪU", "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        MOTTO, "Mẫu, ngày 5 tháng 4 năm 2024", "KẾ HOẠCH", "Chuyển đổi số năm 2024",
    ]  # fmt: skip


@needs_font
def test_signature_left_then_right() -> None:
    def draw(canvas: Canvas) -> None:
        flow(canvas, [f"Trên đây là {LONG}./."])
        for i, (left, right) in enumerate(
            [
                ("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"),
                ("- Như trên;", "CHỦ TỊCH"),
                ("- Lưu: VT.", ""),
                ("", "Trần A"),
            ]
        ):
            canvas.drawString(LEFT, HEIGHT - 300 - 16 * i, left)
            canvas.drawCentredString(430, HEIGHT - 300 - 16 * i, right)

    assert lines(read_pdf(drawn(draw), "a.pdf"))[1:] == [
        "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần A"
    ]  # fmt: skip


HEADER = ["STT", "Chỉ tiêu", "Mục tiêu", "Cơ quan\nchủ trì"]


@needs_font
def test_table_over_pages_is_one_table() -> None:
    def draw(canvas: Canvas) -> None:
        flow(canvas, ["Phụ lục kèm theo."])
        grid(canvas, 140, [HEADER, ["1", "Tỷ lệ hồ sơ\ntrực tuyến", "Tối thiểu\n80%", "Sở A"],
                           ["2", "Tỷ lệ hộ gia đình", "Trên 50%", "Các sở, ban,"]])  # fmt: skip
        canvas.showPage()
        grid(canvas, 60, [HEADER, ["", "có cáp quang", "", "ngành"], ["3", "Số điểm", "10", "Sở B"]])
        canvas.setFont("vi", 12)
        canvas.drawString(LEFT, HEIGHT - 300, "Hết bảng.")

    source = read_pdf(drawn(draw), "a.pdf")
    assert texts(source) == [
        ["STT", "Chỉ tiêu", "Mục tiêu", "Cơ quan chủ trì"],
        ["1", "Tỷ lệ hồ sơ trực tuyến", "Tối thiểu 80%", "Sở A"],
        ["2", "Tỷ lệ hộ gia đình có cáp quang", "Trên 50%", "Các sở, ban, ngành"],
        ["3", "Số điểm", "10", "Sở B"],
    ]
    assert lines(source) == ["Phụ lục kèm theo.", "Hết bảng."]
    broken = source.tables[0].rows[2][1]
    assert [box.page for box in broken.boxes] == [1, 2]
    assert source.page_at(source.tables[0].rows[3][0].start) == 2
    check_spans(source)


@needs_font
def test_row_left_open_by_the_page_is_closed() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, 100, [HEADER, ["1", "Tỷ lệ hồ sơ", "80%", "Sở A."]])
        canvas.setFont("vi", 10)
        bottom = HEIGHT - 100 - 32 - 18  # where the ruled rows end: the next has uprights only
        for x, text in zip((85, 125, 325, 425), ("2", "Tỷ lệ hộ có", "50%", "Các sở,"), strict=True):
            canvas.line(x, bottom, x, bottom - 18)
            canvas.drawString(x + 3, bottom - 12, text)
        canvas.line(545, bottom, 545, bottom - 18)
        canvas.showPage()
        grid(canvas, 60, [["", "cáp quang", "", "ban"], ["3", "Số điểm", "10", "Sở B"]])

    source = read_pdf(drawn(draw), "a.pdf")
    assert texts(source)[2:] == [
        ["2", "Tỷ lệ hộ có cáp quang", "50%", "Các sở, ban"],
        ["3", "Số điểm", "10", "Sở B"],
    ]


@needs_font
def test_rows_without_number_at_the_top_of_a_page_stay_rows() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, 100, [HEADER, ["1", "Nhóm một:", "Đạt.", "Sở A."]])
        canvas.showPage()
        grid(canvas, 60, [["", "Tổng số", "Đạt 10 điểm", "Sở B"]])

    assert len(read_pdf(drawn(draw), "a.pdf").tables[0].rows) == 3


@needs_font
def test_merged_cells_have_spans() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, 100, [["A", "B"]], (100, 200))
        grid(canvas, 118, [["1", "2", "3"]], (100, 100, 100))

    source = read_pdf(drawn(draw), "a.pdf")
    assert [(c.column, c.column_span) for c in source.tables[0].rows[0]] == [(0, 1), (1, 2)]
    assert texts(source) == [["A", "B"], ["1", "2", "3"]]


@needs_font
def test_footnote_stands_after_the_paragraph_it_interrupts() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("vi", 8)
        canvas.drawString(LEFT, 60, "Theo số liệu năm trước.")
        canvas.setFont("vi", 12)
        flow(canvas, FLOWS[1])

    found = lines(read_pdf(drawn(draw), "a.pdf"))
    assert [line for line in found if line != "Theo số liệu năm trước."] == FLOWS[1]


@needs_font
@pytest.mark.parametrize(("before", "mark", "after", "rise", "expected"), [
    ("Theo Đề án", "12", " của tỉnh", 3, "Theo Đề án của tỉnh"),
    ("Theo Đề án", "1", " của tỉnh", 6, "Theo Đề án của tỉnh"),
    ("rộng 5 m", "2", " đất", 4, "rộng 5 m2 đất"),
])  # fmt: skip
def test_marks_of_footnotes(before: str, mark: str, after: str, rise: float, expected: str) -> None:
    def draw(canvas: Canvas) -> None:
        x = LEFT
        for text, size, up in ((before, 12, 0), (mark, 7, rise), (after, 12, 0)):
            canvas.setFont("vi", size)
            canvas.drawString(x, 600 + up, text)
            x += pdfmetrics.stringWidth(text, "vi", size)

    assert lines(read_pdf(drawn(draw), "a.pdf")) == [expected]


@needs_font
def test_running_heads_and_page_numbers_are_dropped() -> None:
    def draw(canvas: Canvas) -> None:
        for page in range(1, 5):
            canvas.setFont("vi", 12)
            canvas.drawString(LEFT, HEIGHT - 30, "Công báo số 7")
            canvas.drawCentredString(WIDTH / 2, HEIGHT - 46, f"- {page} -")
            canvas.drawString(INDENT, HEIGHT - 100, f"Đoạn {page} của trang.")
            canvas.drawString(LEFT, 30, "Trang chính thức")
            canvas.showPage()

    assert lines(read_pdf(drawn(draw), "a.pdf")) == [f"Đoạn {page} của trang." for page in range(1, 5)]


def test_words_of_a_signature_field_are_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(85, 700, "Number:")
        canvas.acroForm.textfield(
            name="number", value="213", x=140, y=697, width=80, height=16, borderWidth=0
        )

    assert "213" in read_pdf(drawn(draw), "a.pdf").text


def test_page_without_text_is_named() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 12)
        canvas.drawString(85, 600, "Plan")
        canvas.showPage()
        canvas.rect(100, 100, 300, 300, fill=1)

    source = read_pdf(drawn(draw), "a.pdf")
    assert [note.code for note in source.notes] == ["page-without-text"]
    assert "2" in source.notes[0].message and len(source.pages) == 2


def _locked() -> bytes:
    return drawn(lambda canvas: canvas.drawString(85, 600, "x"), encrypt=StandardEncryption("secret"))


HOSTILE = [
    (b"%PDF-1.7\n", "hỏng"),
    (b"%PDF-1.7\n%%EOF" + b"\0" * 500, "hỏng"),
    (_locked(), "mật khẩu"),
]


@pytest.mark.parametrize(("data", "reason"), HOSTILE)
def test_damaged_and_locked_files_are_read_errors(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read_pdf(data, "a.pdf")


def test_too_many_pages() -> None:
    with pytest.raises(ReadError, match="trang"):
        read_pdf(drawn(lambda canvas: [canvas.showPage() for _ in range(3)]), "a.pdf", Limits(max_pages=2))


FOUND = [path for folder in (SAMPLES, CORPORA) for path in sorted(folder.glob("*.docx"))]
PAIRS = [path for path in FOUND if path.with_suffix(".pdf").is_file()]


@pytest.mark.skipif(not PAIRS, reason="no plan as DOCX and PDF is here")
@pytest.mark.parametrize("path", PAIRS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_pdf_says_what_docx_says(path: Path) -> None:
    pdf = read_pdf(path.with_suffix(".pdf").read_bytes(), "a.pdf")
    docx = read_docx(path.read_bytes(), "a.docx")
    assert lines(pdf) == lines(docx)

    def cells(source: Source) -> list[tuple[object, ...]]:
        return [
            (t, c.row, c.column, c.row_span, c.column_span, "".join(source.text[c.start : c.end].split()))
            for t, c in source.cells()
        ]

    assert cells(pdf) == cells(docx)
    check_spans(pdf)
