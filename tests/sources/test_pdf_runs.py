"""Runs of a PDF page: what producers do to letters, and what is left of it in the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from itertools import pairwise

import pypdfium2
import pytest
from pdf_factory import (
    INDENT,
    LEFT,
    RIGHT,
    cell_words,
    drawn,
    flow,
    grid,
    lines,
    needs_font,
    page_of,
    read,
    texts,
    wide,
    words,
    wrapped,
)
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from extractor.pipeline import extract
from extractor.sources.model import Source

pytestmark = needs_font

Write = Callable[[Canvas, float, str], None]
SAYINGS = [
    "Phủ sóng mạng di động băng rộng tới 97% số thôn, bản",
    "Đường truyền của 45 xã được nâng lên 300 Mbps",
    "Kho dữ liệu dùng chung hoạt động ổn định",
]


def twice(canvas: Canvas, y: float, text: str) -> None:
    words(canvas, LEFT, y, text)
    words(canvas, LEFT + 0.35, y, text)


def chunks(canvas: Canvas, y: float, text: str) -> None:
    """Text objects of three letters, without space glyphs."""
    x: float = LEFT
    for word in text.split():
        for i in range(0, len(word), 3):
            x = words(canvas, x, y, word[i : i + 3])
        x += 4


def chunks_twice(canvas: Canvas, y: float, text: str) -> None:
    for shift in (0.0, 0.3):
        x = LEFT + shift
        for word in text.split():
            for i in range(0, len(word), 3):
                x = words(canvas, x, y, word[i : i + 3])
            x += 4


def glyphs(canvas: Canvas, y: float, text: str) -> None:
    x: float = LEFT
    for char in text:
        x = words(canvas, x, y, char)


@pytest.mark.parametrize("text", SAYINGS)
@pytest.mark.parametrize("write", [twice, chunks, chunks_twice, glyphs])
def test_words_stand_once_and_whole(write: Write, text: str) -> None:
    assert lines(read(lambda canvas: write(canvas, 100, text))) == [text]


@pytest.mark.parametrize("text", SAYINGS)
def test_letters_of_another_font_fill_the_gaps(text: str) -> None:
    def draw(canvas: Canvas) -> None:
        x: float = LEFT
        for char in text:
            x = words(canvas, x, 100, char, font="other" if ord(char) > 0x17F else "vi")

    assert lines(read(draw)) == [text]


@pytest.mark.parametrize("text", SAYINGS)
def test_a_run_with_gaps_is_filled_letter_by_letter(text: str) -> None:
    """The first font's letters are one text object that leaves room for those it lacks."""

    def lacks(char: str) -> bool:
        return ord(char) > 0x17F

    def draw(canvas: Canvas) -> None:
        font, pieces = pdfmetrics.getFont("vi"), []
        for char in text:
            if lacks(char):
                pieces.append(f"{-1000 * wide(char, 1):.0f}")
            else:
                ((_, codes),) = font.splitString(char, canvas._doc)
                pieces.append("<" + bytes(codes).hex() + ">")
        start = canvas.beginText(LEFT, canvas._pagesize[1] - 100)
        start.setFont("vi", 12)
        start.textOut("")
        start._code.append(f"{font.getSubsetInternalName(0, canvas._doc)} 12 Tf [{' '.join(pieces)}] TJ")
        canvas.drawText(start)
        x: float = LEFT
        for char in text:
            if lacks(char):
                words(canvas, x, 100, char, font="other")
            x += wide(char, 12)

    assert lines(read(draw)) == [text]


@cache
def middle(mark: str) -> float:
    """From where a mark is written to the middle of its ink, in points."""
    document = pypdfium2.PdfDocument(drawn(lambda canvas: words(canvas, 200, 100, mark)))
    text_page = document[0].get_textpage()
    x0, _, x1, _ = text_page.get_charbox(0)
    text_page.close()
    document.close()
    return float((x0 + x1) / 2 - 200)


MARKED = ["Hoà", "Tỷ lệ người dân được cấp sổ điện tử", "Ưu tiên thiết bị cũ của huyện Mường Mẫu"]


@pytest.mark.parametrize("late", [False, True], ids=["at once", "after the next letter"])
@pytest.mark.parametrize("text", MARKED)
def test_marks_drawn_as_glyphs_of_their_own(text: str, late: bool) -> None:
    """Base letters first; each mark over its base, or only when the next letter is written."""

    def draw(canvas: Canvas) -> None:
        x: float = LEFT
        waiting: list[tuple[float, str]] = []
        for char in f"{text} ":
            base, *marks = unicodedata.normalize("NFD", char)
            own = [(x + wide(base, 12) / 2 - middle(mark), mark) for mark in marks]
            x = words(canvas, x, 100, base) if base != " " else x + wide(" ", 12)
            ready, waiting = (waiting, own) if late else (own, [])
            for place, mark in ready:
                words(canvas, place, 100, mark)

    source = read(draw)
    assert lines(source) == [text]
    assert unicodedata.is_normalized("NFC", source.text)


def test_marks_inside_one_run() -> None:
    text = "Mở rộng hạ tầng số tới từng hộ"
    source = read(lambda canvas: words(canvas, LEFT, 100, unicodedata.normalize("NFD", text)))
    assert lines(source) == [text]


LONG = "Đài truyền thanh cơ sở phát lại nội dung hướng dẫn kỹ năng số cho bà con ở thôn, xóm."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("41/QĐ-", "BMM của Bộ."),
        ("41/QĐ\u00ad", "BMM của Bộ."),
        ("giai đoạn 2026-", "2030 của tỉnh."),
        ("kết nối 24/", "7 trong năm."),
        ("văn bản số 41/", "QĐ-BMM của Bộ."),
    ],
)
def test_words_broken_at_the_end_of_a_line(first: str, second: str) -> None:
    """No space stands after the hyphen or slash; pdfium has a sign of its own for a closing hyphen."""

    def draw(canvas: Canvas) -> None:
        opening = f"Các đơn vị tiếp tục thực hiện những việc đã nêu ở {first}"
        room = (RIGHT - INDENT - wide(opening, 12)) / (len(opening) - 1)
        canvas.drawString(INDENT, canvas._pagesize[1] - 100, opening, charSpace=room)
        for i, (x, line) in enumerate(wrapped(f"{second} {LONG}", 12, LEFT)):
            words(canvas, x, 116 + 16 * i, line)
        flow(canvas, [f"{LONG} {LONG}"] * 3, top=200)

    expected = f"Các đơn vị tiếp tục thực hiện những việc đã nêu ở {first}{second} {LONG}"
    assert lines(read(draw))[0] == expected.replace("\u00ad", "-")


@pytest.mark.parametrize("sign", ["\u00ad", "\ufffe", "\u200b", "\ufeff"])
def test_signs_that_mean_nothing_are_not_text(sign: str) -> None:
    source = read(lambda canvas: words(canvas, LEFT, 100, f"Hạ tầng{sign} viễn thông của{sign} xã"))
    assert lines(source) == ["Hạ tầng viễn thông của xã"]


@pytest.mark.parametrize("angle", [45, 30, -45, 60])
def test_watermark_across_the_page_is_dropped(angle: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(300, 420)
        canvas.rotate(angle)
        canvas.setFont("vi", 70)
        canvas.drawCentredString(0, 0, "BẢN NHÁP")
        canvas.restoreState()
        for i, text in enumerate(SAYINGS):
            words(canvas, LEFT, 380 + 30 * i, f"{i + 1}. {text}.")

    source = read(draw)
    assert lines(source) == [f"{i}. {text}." for i, text in enumerate(SAYINGS, 1)]


def test_run_over_rules_is_cut_between_words() -> None:
    """One text object for a whole row: its words stand in three cells."""

    def draw(canvas: Canvas) -> None:
        xs = [LEFT, LEFT + 60, LEFT + 260, LEFT + 380]
        for i, row in enumerate([["Số", "Việc phải làm", "Nơi làm"], ["7", "Lắp trạm phát", "Sở Y"]]):
            y = 100 + 20 * i
            for a, b in pairwise(xs):
                canvas.rect(a, canvas._pagesize[1] - y - 20, b - a, 20)
            line = canvas.beginText(xs[0] + 4, canvas._pagesize[1] - y - 14)
            line.setFont("vi", 10)
            parts, x = "", xs[0] + 4
            for cell, start in zip(row, xs, strict=False):
                while x + wide(" ", 10) <= start + 4:
                    parts += " "
                    x += wide(" ", 10)
                parts += cell
                x += wide(cell, 10)
            line.textOut(parts)
            canvas.drawText(line)

    assert texts(read(draw)) == [["Số", "Việc phải làm", "Nơi làm"], ["7", "Lắp trạm phát", "Sở Y"]]


def test_word_that_sticks_out_of_its_cell_stays_whole() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, 100, [["Mã", "Việc"], ["", "Rà soát"]], (40, 200))
        cell_words(canvas, LEFT, 118, "HTKTMNX")  # longer than its cell is wide

    found = texts(read(draw))
    assert found[0] == ["Mã", "Việc"]
    assert "HTKTMNX" in " ".join(found[1]) and "Rà soát" in found[1][1]


def check_quotes(source: Source) -> int:
    """How many records of a document prove their words."""
    found = extract(source)
    for item in (*found.tasks, *found.targets):
        assert item.evidence is not None
        assert source.text[item.evidence.start : item.evidence.end] == item.quote
        assert item.evidence.page in {page.number for page in source.pages}
    return len(found.tasks) + len(found.targets)


@pytest.mark.parametrize("write", [twice, chunks, glyphs])
def test_quotes_are_the_words_at_their_place(write: Write) -> None:
    def draw(canvas: Canvas) -> None:
        for i, text in enumerate(
            ("II. MỤC TIÊU", "- Trên 72% hồ sơ được nộp trực tuyến.", "- Tối thiểu 45% hộ có cáp quang.")
        ):
            write(canvas, 100 + 30 * i, text)

    assert check_quotes(read(draw)) >= 2


def test_places_of_runs() -> None:
    (run,) = page_of(drawn(lambda canvas: words(canvas, 100, 200, "Xin chào"))).runs
    assert (run.text, run.turn, run.bold) == ("Xin chào", 0, False)
    assert (run.x0, run.y, run.size) == pytest.approx((100, 200, 12), abs=0.5)
    assert run.x1 == pytest.approx(100 + wide("Xin chào", 12), abs=0.5)
