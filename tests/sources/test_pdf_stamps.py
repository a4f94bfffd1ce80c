"""Number and date that stand in stamps and signature fields over the page."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Sequence
from datetime import date

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pdf_factory import HEIGHT, LEFT, drawn, flow, lines, needs_font, wide, words
from reportlab.pdfgen.canvas import Canvas

from extractor.pipeline import extract
from extractor.sources.pdf import read_pdf

pytestmark = needs_font

Mark = tuple[float, float, str]  # x, baseline from the top, words


def plan(
    canvas: Canvas, number: str = "Số:          /KH-UBND", day: str = "ngày      tháng      năm 2031"
) -> None:
    """A plan whose number and date are left blank, for the stamps to fill."""
    for y, text in ((60, "ỦY BAN NHÂN DÂN"), (76, "XÃ THỬ NGHIỆM"), (100, number)):
        words(canvas, LEFT, y, text, 11)
    for x, y, text in (
        (290, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (330, 76, "Độc lập - Tự do - Hạnh phúc"),
        (330, 100, f"Thử Nghiệm, {day}"),
    ):
        words(canvas, x, y, text, 11)
    words(canvas, 240, 140, "KẾ HOẠCH")
    words(canvas, 180, 156, "Phổ cập kỹ năng số năm 2031")
    flow(canvas, ["I. MỤC TIÊU", "- Trên 60% người lớn có kỹ năng số cơ bản."], top=200)


def stamped(data: bytes, marks: Sequence[Mark]) -> bytes:
    """The page with annotations whose appearances hold the words."""
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    font = pdfium.FPDFText_LoadStandardFont(document.raw, b"Times-Roman")
    for x, y, text in marks:
        annotation = pdfium.FPDFPage_CreateAnnot(page.raw, pdfium.FPDF_ANNOT_STAMP)
        box = pdfium.FS_RECTF(x - 2, HEIGHT - y + 14, x + 80, HEIGHT - y - 4)
        pdfium.FPDFAnnot_SetRect(annotation, box)
        item = pdfium.FPDFPageObj_CreateTextObj(document.raw, font, 11)
        buffer = (ctypes.c_ushort * (len(text) + 1))(*map(ord, text), 0)
        pdfium.FPDFText_SetText(item, buffer)
        pdfium.FPDFPageObj_Transform(item, 1, 0, 0, 1, x, HEIGHT - y)
        assert pdfium.FPDFAnnot_AppendObject(annotation, item)
        pdfium.FPDFPage_CloseAnnot(annotation)
    pdfium.FPDFPage_GenerateContent(page.raw)
    buffer_out = io.BytesIO()
    document.save(buffer_out)
    page.close()
    document.close()
    return buffer_out.getvalue()


def marks() -> list[Mark]:
    day = 330 + wide("Thử Nghiệm, ngày ", 11)
    month = 330 + wide("Thử Nghiệm, ngày      tháng ", 11)
    return [(LEFT + wide("Số: ", 11), 100, "247"), (day + 1, 100, "17"), (month + 1, 100, "4")]


def test_number_and_date_of_stamps() -> None:
    source = read_pdf(stamped(drawn(plan), marks()), "a.pdf")
    assert "Số: 247/KH-UBND" in [line.replace(" /", "/") for line in lines(source)]
    document = extract(source).document
    assert document.number == "247/KH-UBND" and document.issued_on == date(2031, 4, 17)


def test_number_and_date_of_form_fields() -> None:
    def draw(canvas: Canvas) -> None:
        plan(canvas)
        for i, (x, y, text) in enumerate(marks()):
            canvas.acroForm.textfield(
                name=f"f{i}", value=text, x=x, y=HEIGHT - y - 4, width=26, height=14, fontSize=11,
                fontName="Times-Roman", borderWidth=0, fillColor=None, borderColor=None,
            )  # fmt: skip

    document = extract(read_pdf(drawn(draw), "a.pdf")).document
    assert document.number == "247/KH-UBND" and document.issued_on == date(2031, 4, 17)


def test_number_printed_over_the_blank_a_little_off_the_line() -> None:
    def draw(canvas: Canvas) -> None:
        plan(canvas)
        for x, y, text in marks():
            words(canvas, x, y - 2, text, 12, font="other")

    document = extract(read_pdf(drawn(draw), "a.pdf")).document
    assert document.number == "247/KH-UBND" and document.issued_on == date(2031, 4, 17)


@pytest.mark.parametrize("number", ["Số:          /KH-UBND", "Số: ......./KH-UBND", "Số:……/KH-UBND"])
def test_blank_number_and_date_stay_none(number: str) -> None:
    document = extract(read_pdf(drawn(lambda canvas: plan(canvas, number)), "a.pdf")).document
    assert document.number is None and document.issued_on is None


def test_printed_number_is_not_changed_by_the_signature() -> None:
    printed = drawn(lambda canvas: plan(canvas, "Số: 31/KH-UBND", "ngày 2 tháng 3 năm 2031"))
    signed = stamped(printed, [(LEFT, 500, "Signed 05/06/2031")])
    source = read_pdf(signed, "a.pdf")
    assert "Signed 05/06/2031" in source.text
    document = extract(source).document
    assert document.number == "31/KH-UBND" and document.issued_on == date(2031, 3, 2)


def test_hidden_stamps_are_not_read() -> None:
    data = stamped(drawn(plan), [(LEFT, 500, "HIDDEN")])
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    annotation = pdfium.FPDFPage_GetAnnot(page.raw, 0)
    pdfium.FPDFAnnot_SetFlags(annotation, pdfium.FPDF_ANNOT_FLAG_HIDDEN)
    pdfium.FPDFPage_CloseAnnot(annotation)
    buffer = io.BytesIO()
    document.save(buffer)
    page.close()
    document.close()
    assert "HIDDEN" not in read_pdf(buffer.getvalue(), "a.pdf").text
