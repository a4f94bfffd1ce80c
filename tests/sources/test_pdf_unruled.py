"""Tables without upright rules, and text that only looks like one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pdf_factory import (
    CORPORA,
    HEIGHT,
    LEFT,
    RIGHT,
    SAMPLES,
    aligned,
    check_spans,
    flow,
    lines,
    needs_font,
    read,
    rule,
    spans,
    texts,
    wide,
    words,
    wrapped,
)
from reportlab.pdfgen.canvas import Canvas

import extractor.sources.pdf as pdf
from extractor.sources.model import Source

MOTTO = "Độc lập - Tự do - Hạnh phúc"
XS = (LEFT, LEFT + 40, LEFT + 260, LEFT + 370)
HEAD = ["STT", "Chỉ tiêu", "Mức đạt", "Nơi làm"]
ROWS = [
    ["1", "Tỷ lệ thôn có loa thông minh", "65%", "Sở Một"],
    ["2", "Tỷ lệ trạm y tế khám từ xa", "80%", "Sở Hai"],
    ["3", "Số điểm phát sóng công cộng\ndo xã quản lý", "120 điểm", "Các xã,\nphường"],
    ["4", "Số lớp học kỹ năng số", "45 lớp", "Sở Ba"],
    ["5", "Số cán bộ được cấp chữ ký số", "900 người", "Sở Bốn"],
]
TOLD = [[cell.replace("\n", " ") for cell in row] for row in ROWS]


def bare(canvas: Canvas, rows: Sequence[Sequence[str]], top: float = 160) -> None:
    aligned(canvas, top, rows, XS, gap=8)


def level(canvas: Canvas, rows: Sequence[Sequence[str]], top: float = 160) -> None:
    """A rule above, below and between all rows."""
    places = aligned(canvas, top, rows, XS, gap=8)
    for y in [top - 3, *(bottom - 3 for _, bottom in places)]:
        rule(canvas, LEFT - 3, y, RIGHT, y)


def booktabs(canvas: Canvas, rows: Sequence[Sequence[str]], top: float = 160) -> None:
    """A rule above the head, below it and at the end."""
    places = aligned(canvas, top, rows, XS, gap=8)
    for y in (top - 3, places[0][1] - 3, places[-1][1] - 3):
        rule(canvas, LEFT - 3, y, RIGHT, y)


Style = Callable[[Canvas, Sequence[Sequence[str]]], None]


@needs_font
@pytest.mark.parametrize("style", [bare, level, booktabs])
def test_rows_and_columns_without_upright_rules(style: Style) -> None:
    def draw(canvas: Canvas) -> None:
        words(canvas, LEFT, 100, "Phụ lục: các chỉ tiêu giao cho đơn vị.")
        style(canvas, [HEAD, *ROWS])
        words(canvas, LEFT, 500, "Số liệu lấy từ báo cáo của các xã.")

    source = read(draw)
    assert texts(source) == [HEAD, *TOLD]
    assert lines(source) == ["Phụ lục: các chỉ tiêu giao cho đơn vị.", "Số liệu lấy từ báo cáo của các xã."]
    check_spans(source)
    for row in source.tables[0].rows:
        assert all(LEFT - 1 <= box.x0 < box.x1 <= RIGHT for cell in row for box in cell.boxes)


@needs_font
def test_empty_cells_and_outline_numbers() -> None:
    rows = [
        ["1", "Hạ tầng", "", ""],
        ["1.1", "Số trạm phát", "40", "Sở Một"],
        ["1.2", "Số tuyến cáp", "", "Sở Hai"],
        ["2", "Dữ liệu", "", ""],
        ["2.1", "Số kho dữ liệu", "7", "Sở Ba"],
        ["2.2", "Số hồ sơ số hoá", "60%", "Sở Bốn"],
    ]
    assert texts(read(lambda canvas: bare(canvas, [HEAD, *rows]))) == [HEAD, *rows]


@needs_font
@pytest.mark.parametrize("style", [bare, level])
def test_group_rows(style: Style) -> None:
    group = "II. NHÓM CHỈ TIÊU VỀ NGUỒN NHÂN LỰC CỦA CÁC XÃ, PHƯỜNG"
    rows = [HEAD, *ROWS[:3], [group], *ROWS[3:]]
    found = texts(read(lambda canvas: style(canvas, rows)))
    assert [" ".join(row).strip() for row in found] == [
        *(" ".join(row) for row in [HEAD, *TOLD[:3]]), group, *(" ".join(row) for row in TOLD[3:])
    ]  # fmt: skip


@needs_font
def test_head_of_two_rows() -> None:
    xs = (LEFT, LEFT + 40, LEFT + 230, LEFT + 290, LEFT + 350)

    def draw(canvas: Canvas) -> None:
        for x, y, text in ((xs[0], 160, "TT"), (xs[1], 160, "Chỉ tiêu"), (xs[4], 160, "Nơi làm")):
            words(canvas, x, y + 8, text, 10)
        words(canvas, xs[2] + 6, 160, "Mức phấn đấu", 10)
        words(canvas, xs[2], 174, "Năm 2031", 8)
        words(canvas, xs[3], 174, "Năm 2032", 8)
        rows = [[str(i), f"Tỷ lệ xã loại {i}", f"{i}0%", f"{i}5%", f"Sở {i}"] for i in range(1, 6)]
        aligned(canvas, 190, rows, xs, gap=8)

    found = spans(read(draw))
    assert [text for row, *_, text in found if row >= 2][:5] == ["1", "Tỷ lệ xã loại 1", "10%", "15%", "Sở 1"]
    assert (0, 2, 1, 2, "Mức phấn đấu") in found
    assert (1, 2, 1, 1, "Năm 2031") in found and (1, 3, 1, 1, "Năm 2032") in found


@needs_font
@pytest.mark.parametrize("again", [True, False], ids=["head repeated", "head once"])
def test_over_pages(again: bool) -> None:
    more = [
        ["6", "Số bản đồ số du lịch", "3", "Sở Năm"],
        ["7", "Số xã có tổ công nghệ\ncộng đồng hoạt động", "98%", "Các xã"],
        ["8", "Số trường có học bạ số", "150", "Sở Sáu"],
        ["9", "Số chợ thanh toán số", "22", "Sở Bảy"],
    ]

    head = ["STT", "Chỉ tiêu", "Mức\nđạt", "Nơi làm"]

    def draw(canvas: Canvas) -> None:
        bare(canvas, [head, *ROWS], top=540)
        canvas.showPage()
        bare(canvas, [head, *more] if again else more, top=80)

    source = read(draw)
    assert len(source.tables) == 1
    assert texts(source) == [HEAD, *TOLD, *([cell.replace("\n", " ") for cell in row] for row in more)]
    assert source.page_at(source.tables[0].rows[6][0].start) == 2


PROSE = (
    "Các xã, phường rà soát hạ tầng viễn thông trên địa bàn, lập danh sách thôn chưa có sóng và gửi về cơ "
    "quan đầu mối trước khi mùa mưa bắt đầu; doanh nghiệp bố trí xe phát sóng lưu động khi có yêu cầu. "
)


def prose(canvas: Canvas) -> None:
    flow(canvas, [PROSE * 2, f"1. {PROSE}", f"2. {PROSE}", f"- {PROSE}", PROSE * 3])


def justified(canvas: Canvas) -> None:
    """Lines stretched to the margin word by word, so that gaps are wide."""
    for i, (_, text) in enumerate(wrapped(PROSE * 5, 12, LEFT, right=RIGHT - 30)):
        line = text.split()
        room = (RIGHT - LEFT - sum(wide(word, 12) for word in line)) / (len(line) - 1)
        x: float = LEFT
        for word in line:
            x = words(canvas, x, 100 + 16 * i, word) + room


def letterhead(canvas: Canvas) -> None:
    for i, text in enumerate(["ỦY BAN NHÂN DÂN", "XÃ THỬ NGHIỆM", "Số: 8/KH-UBND"]):
        canvas.setFont("vi", 11)
        canvas.drawCentredString(165, HEIGHT - 60 - 16 * i, text)
    for i, text in enumerate(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", MOTTO, "Thử, ngày 6 tháng 7 năm 2031"]):
        canvas.drawCentredString(410, HEIGHT - 60 - 16 * i, text)
    flow(canvas, [PROSE * 2], top=180)


def signature(canvas: Canvas) -> None:
    flow(canvas, [PROSE])
    left = ["Nơi nhận:", "- Như trên;", "- Các xã, phường;", "- Trang tin của tỉnh;", "- Lưu: VT, KT."]
    right = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(Đã ký)", "Nguyễn Thử"]
    for i, (a, b) in enumerate(zip(left, right, strict=True)):
        words(canvas, LEFT, 300 + 16 * i, a, 11)
        words(canvas, 360, 300 + 16 * i, b, 11)


def contents(canvas: Canvas, sign: str = ".") -> None:
    for i in range(8):
        end = words(canvas, LEFT, 100 + 18 * i, f"{i + 1}. Phần thứ {i + 1} của tập tài liệu")
        words(canvas, end + 6, 100 + 18 * i, sign * int((RIGHT - 40 - end) / wide(sign, 12)))
        words(canvas, RIGHT - 20, 100 + 18 * i, str(3 + 4 * i))


def contents_by_ellipsis(canvas: Canvas) -> None:
    contents(canvas, "…")


def two_columns(canvas: Canvas) -> None:
    for i in range(10):
        words(canvas, LEFT, 100 + 16 * i, "Cột trái viết tiếp ý trên", 11)
        words(canvas, 330, 100 + 16 * i, "cột phải nói chuyện khác", 11)


@needs_font
@pytest.mark.parametrize(
    "draw", [prose, justified, letterhead, signature, contents, contents_by_ellipsis, two_columns]
)
def test_what_is_no_table(draw: Callable[[Canvas], None]) -> None:
    source = read(draw)
    assert source.tables == ()
    assert len(lines(source)) >= 1


def annex(source: Source) -> list[list[str]]:
    """Cells of the longest table without white space, a merged one at each of its places."""
    grid = max((table.grid() for table in source.tables), key=len)
    return [["".join(source.text[c.start : c.end].split()) if c else "" for c in row] for row in grid]


PLANS = [path for folder in (CORPORA, SAMPLES) for path in sorted(folder.glob("*.pdf"))]
ANNEXES = [path for path in PLANS if path.stem.startswith("ca-mau") and "scan" not in path.stem]


@pytest.mark.skipif(not ANNEXES, reason="no plan with an annex as PDF is here")
@pytest.mark.parametrize("path", ANNEXES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_annex_reads_the_same_without_its_rules(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = path.read_bytes()
    ruled = annex(pdf.read_pdf(data, "a.pdf"))
    loaded = pdf.load_page
    monkeypatch.setattr(pdf, "load_page", lambda page, number: replace(loaded(page, number), edges=()))
    bare = annex(pdf.read_pdf(data, "a.pdf"))
    assert len(bare) == len(ruled)
    assert bare == ruled
