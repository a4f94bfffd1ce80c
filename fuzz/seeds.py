"""Small sound files of each format, from which mutations start; keyed by suffix."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "tests" / "data" / "fuzz"
PLAN = """ỦY BAN NHÂN DÂN
TỈNH MẪU
Số: 12/KH-UBND

KẾ HOẠCH
Chuyển đổi số năm 2024

I. MỤC TIÊU
- Trên 80% hồ sơ xử lý trực tuyến.
1.1. Đến năm 2025, tỷ lệ hộ có cáp quang đạt 75,5%.

II. NHIỆM VỤ
a) Sở A chủ trì, phối hợp với Sở B xây dựng Kho dữ liệu trước ngày 30/6/2024.

| STT | Chỉ tiêu | Mục tiêu | Cơ quan |
|---|---|---|---|
| 1 | Tỷ lệ hồ sơ | **80%** | Sở A |
| 2 | Số điểm | 10 | Sở B |
"""
FLAT = "Phụ lục\nSTT |\nChỉ tiêu |\nMục tiêu |\n1 |\nTỷ lệ hồ sơ |\n80% |\n2 |\nSố điểm |\n10 |\n"
TABBED = "STT\tChỉ tiêu\tMục tiêu\n1\tTỷ lệ\t80%\n2\tSố điểm\t10\n3\tSố xã\t5\n"
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><style>p{}</style></head><body>
<h1>Kế hoạch</h1><p style="font-weight:bold">I. Mục tiêu<br>- đạt 80%</p><ol type="a" start="3"><li>Một
<li value="7">Hai<ul><li>Ba</ul></ol><table border="1"><caption>Bảng</caption><thead><tr><th rowspan="2">STT
<th colspan="2">Chỉ tiêu</thead><tr><td>a<td>b<tr><td>1<td>Tỷ lệ<td>80%</table>
<table><tr><td>Ngoài<table><tr><td>x<td>y</table><td>b</table>
<pre>a
b</pre><sup><a href="#n1">1</a></sup><div hidden>không</div></body></html>"""
RTF = (
    r"{\rtf1\ansi\ansicpg1258\deff0{\fonttbl{\f0\fnil\fcharset163 Times New Roman;}{\f1 .VnTime;}}"
    r"{\colortbl;\red0\green0\blue0;}\pard\qc\b K\u7871?  HO\u7840?CH\b0\par\pard{\pntext\f0 1.\tab}"
    r"M\u7909?c ti\'eau: \u273?\u7841?t 80%\par{\field{\*\fldinst HYPERLINK x}{\fldrslt li\'ean k\u7871?t}}"
    r"\trowd\cellx2000\clvmgf\cellx4000\pard\intbl 1\cell T\u7927? l\u7879?\cell\row"
    r"\trowd\cellx2000\clvmrg\cellx4000\pard\intbl 2\cell S\u7889?\cell\row\pard\f1 K\'d5 ho\'b9ch\par"
    r"{\footnote ghi ch\'fa}{\*\generator x;}{\pict\pngblip 89504e47}}"
)


_UNREAD = ("theme", "thumbnail", "docProps", "customXml", "Effects", "fontTable", "webSettings", "settings")
_LATENT = re.compile(rb'<w:latentStyles.*?</w:latentStyles>|<w:style w:type="table".*?</w:style>', re.S)


def docx_seed() -> bytes:
    """Numbered paragraphs, merged and nested tables, breaks and fields."""
    import docx

    document = docx.Document()
    document.add_heading("KẾ HOẠCH", 1)
    for style in ("List Number", "List Bullet", "Normal"):
        document.add_paragraph("Trên 80% hồ sơ", style=style).add_run(" đậm\nhai dòng").bold = True
    table = document.add_table(3, 3, style="Table Grid")
    for i, cell in enumerate(c for row in table.rows for c in row.cells):
        cell.text = f"ô {i}"
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(2, 1).merge(table.cell(2, 2))
    table.cell(1, 1).add_table(1, 2).cell(0, 0).text = "trong"
    buffer = io.BytesIO()
    document.save(buffer)
    return slim(buffer.getvalue())


def slim(data: bytes) -> bytes:
    """The package without parts that no reader opens (themes, thumbnails): mutations should hit."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.infolist():
            if not any(word in entry.filename for word in _UNREAD):
                content = _LATENT.sub(b"", old.read(entry))
                new.writestr(entry.filename, content)
    return buffer.getvalue()


def pdf_seed(form: bool = False) -> bytes:
    """Two pages without compression: words, a ruled table, a form object, a signature-like field."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pageCompression=0, invariant=True)
    canvas.beginForm("stamp")
    canvas.rect(10, 10, 50, 20)
    canvas.drawString(12, 14, "stamp")
    canvas.endForm()
    for page in (1, 2):
        canvas.drawCentredString(300, 800, str(page))
        for i, line in enumerate(
            ("1. Plan of the year", "- to reach 80% of the", "files by 2025", "a) Unit A")
        ):
            canvas.drawString(90, 760 - 16 * i, line)
        canvas.grid([90, 130, 300, 400], [500, 530, 560, 600])
        for x, y in ((95, 510), (135, 540), (305, 570), (95, 570)):
            canvas.drawString(x, y, f"cell {x} {y}")
        canvas.doForm("stamp")
        if form:
            canvas.acroForm.textfield(name=f"n{page}", value="213", x=140, y=697, width=80, height=16)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def xlsx_seed() -> bytes:
    """Merged cells, a date, a percentage, two sheets."""
    import datetime

    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("STT", "Chỉ tiêu", "Mục tiêu", "Hạn"),
        (1, "Tỷ lệ", 0.86, datetime.date(2024, 6, 30)),
        (2, "Số", 10),
    ):
        sheet.append(row)
    sheet["C2"].number_format = "0%"
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("B3:C3")
    book.create_sheet("Hai").append(["=1+1", "Sở A", True])
    buffer = io.BytesIO()
    book.save(buffer)
    return slim(buffer.getvalue())


def zip_seed() -> bytes:
    """An archive of plans."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("kế hoạch/a.txt", PLAN)
        archive.writestr("b.html", PAGE)
        archive.writestr("c.docx", docx_seed())
    return buffer.getvalue()


_BUILT: dict[str, tuple[Callable[[], bytes], ...]] = {
    ".txt": (PLAN.encode, FLAT.encode, TABBED.encode, lambda: PLAN.encode("utf-16")),
    ".md": (PLAN.encode, lambda: ("# " + PLAN.replace("- ", "* **")).encode()),
    ".html": (PAGE.encode, lambda: PAGE.replace("utf-8", "windows-1258").encode("cp1258", "ignore")),
    ".docx": (docx_seed,),
    ".pdf": (pdf_seed, lambda: pdf_seed(form=True)),
    ".rtf": (RTF.encode,),
    ".xlsx": (xlsx_seed,),
    ".zip": (zip_seed,),
}
SUFFIXES = (*_BUILT, ".doc", ".xls")


@cache
def seeds(suffix: str) -> tuple[bytes, ...]:
    """Sound files of a format; formats that no library here writes come from the repository's test files."""
    built = tuple(build() for build in _BUILT.get(suffix, ()))
    small = (
        p.read_bytes() for p in sorted((ROOT / "tests").rglob(f"*{suffix}")) if p.stat().st_size < 100_000
    )
    return built + tuple(small)


def corpora(suffix: str) -> tuple[bytes, ...]:
    """The sample plans of a format: larger than the seeds."""
    return tuple(path.read_bytes() for path in sorted((ROOT / "corpora").glob(f"*{suffix}")))
