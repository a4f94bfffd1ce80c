"""Invented PDF pages drawn at test time; places are points from the page's top left corner."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extractor.sources.model import Source
from extractor.sources.pdf import read_pdf
from extractor.sources.pdf_page import PageData, load_page

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
CORPORA = Path(__file__).resolve().parents[2] / "corpora"
FOLDERS = ("/usr/share/fonts", "/Library/Fonts", "/System/Library/Fonts/Supplemental", "C:/Windows/Fonts")
NAMES = (
    "DejaVuSans.ttf",
    "LiberationSerif-Regular.ttf",
    "NotoSans-Regular.ttf",
    "Times New Roman.ttf",
    "arial.ttf",
)


def _font() -> Path | None:
    for folder in FOLDERS:
        for name in NAMES:
            found = next(Path(folder).rglob(name), None) if Path(folder).is_dir() else None
            if found is not None:
                return found
    return None


FONT = _font()
needs_font = pytest.mark.skipif(FONT is None, reason="no font with Vietnamese letters on this system")
if FONT is not None:
    for name in ("vi", "other"):  # the same letters, to the reader two fonts
        pdfmetrics.registerFont(TTFont(name, str(FONT)))
WIDTH, HEIGHT = A4
LEFT, RIGHT, INDENT = 85, 545, 113
Draw = Callable[[Canvas], object]


def drawn(draw: Draw, size: float = 12, pagesize: tuple[float, float] = A4, **options: object) -> bytes:
    """A PDF of what ``draw`` draws, in a font with Vietnamese letters where there is one."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=pagesize, **options)
    if FONT is not None:
        canvas.setFont("vi", size)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def read(draw: Draw, size: float = 12, pagesize: tuple[float, float] = A4) -> Source:
    """What the reader finds on drawn pages."""
    return read_pdf(drawn(draw, size, pagesize), "a.pdf")


def page_of(data: bytes, index: int = 0) -> PageData:
    """One page of a PDF as runs and edges."""
    document = pypdfium2.PdfDocument(data)
    try:
        return load_page(document[index], index + 1)
    finally:
        document.close()


def wide(text: str, size: float, font: str = "vi") -> float:
    """Width of a text in points."""
    return pdfmetrics.stringWidth(text, font, size)


def words(canvas: Canvas, x: float, y: float, text: str, size: float = 12, font: str = "vi") -> float:
    """Write ``text`` with its baseline ``y`` below the top; returns where it ends."""
    canvas.setFont(font, size)
    canvas.drawString(x, canvas._pagesize[1] - y, text)
    return x + wide(text, size, font)


def rule(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """A straight line between two places."""
    height = canvas._pagesize[1]
    canvas.line(x0, height - y0, x1, height - y1)


def wrapped(
    text: str, size: float, first: float, left: float = LEFT, right: float = RIGHT
) -> list[tuple[float, str]]:
    """``text`` as (x, line) wrapped between the margins, the first line indented."""
    lines: list[tuple[float, str]] = []
    x, line = first, ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and wide(longer, size) > right - x:
            lines.append((x, line))
            x, line = left, word
        else:
            line = longer
    return [*lines, (x, line)]


def flow(
    canvas: Canvas, paragraphs: list[str], top: float = 100, size: float = 12, foot: float = 760
) -> None:
    """Paragraphs from ``top`` down, over as many pages as needed, page number in the head."""
    y, page = top, 1
    for text in paragraphs:
        for x, line in wrapped(text, size, INDENT):
            if y > foot:
                canvas.showPage()
                page += 1
                canvas.setFont("vi", size)
                canvas.drawCentredString(WIDTH / 2, HEIGHT - 40, str(page))
                y = 80
            words(canvas, x, y, line, size)
            y += 16
        y += 6


def grid(
    canvas: Canvas, top: float, rows: list[list[str]], widths: Sequence[float] = (40, 200, 100, 120)
) -> float:
    """A ruled table; a cell's lines are parted by a line break. Returns where it ends."""
    y = top
    for row in rows:
        height = row_height(row)
        x: float = LEFT
        for cell, width in zip(row, widths, strict=True):
            canvas.rect(x, canvas._pagesize[1] - y - height, width, height)
            cell_words(canvas, x, y, cell)
            x += width
        y += height
    return y


def row_height(row: Sequence[str]) -> float:
    """Height of a row of ``grid``."""
    return 14 * max(cell.count("\n") + 1 for cell in row) + 4


def cell_words(canvas: Canvas, x: float, y: float, cell: str, size: float = 10) -> None:
    """Lines of a cell whose top left corner is given."""
    for i, line in enumerate(cell.split("\n")):
        words(canvas, x + 3, y + 12 + 14 * i, line, size)


def aligned(
    canvas: Canvas, top: float, rows: Sequence[Sequence[str]], xs: Sequence[float], gap: float = 5
) -> list[tuple[float, float]]:
    """Rows whose cells begin at ``xs``, without rules, ``gap`` points between rows; their (top, bottom)."""
    y, places = top, []
    for row in rows:
        height = 14 * max(cell.count("\n") + 1 for cell in row)
        for x, cell in zip(xs, row, strict=False):
            cell_words(canvas, x - 3, y, cell)
        places.append((y, y + height + gap))
        y += height + gap
    return places


def lines(source: Source) -> list[str]:
    """Text of the blocks outside of tables."""
    return [source.text[b.start : b.end] for b in source.blocks if b.table is None]


def texts(source: Source, table: int = 0) -> list[list[str]]:
    """Texts of a table's cells, by row."""
    return [[source.text[c.start : c.end] for c in row] for row in source.tables[table].rows]


def spans(source: Source, table: int = 0) -> list[tuple[int, int, int, int, str]]:
    """(row, column, rows, columns, text) of a table's cells."""
    return [
        (c.row, c.column, c.row_span, c.column_span, source.text[c.start : c.end])
        for row in source.tables[table].rows
        for c in row
    ]


def check_spans(source: Source) -> None:
    """Offsets lie inside the text, pages follow one another."""
    spans = [(b.start, b.end) for b in source.blocks] + [(c.start, c.end) for _, c in source.cells()]
    assert all(0 <= start <= end <= len(source.text) for start, end in spans)
    assert [page.start for page in source.pages] == sorted(page.start for page in source.pages)


def turning(turn: int, width: float, height: float) -> tuple[float, ...]:
    """Matrix of the content by which a page (width, height) stands upright when shown turned clockwise."""
    return {
        0: (1, 0, 0, 1, 0, 0),
        90: (0, 1, -1, 0, width, 0),
        180: (-1, 0, 0, -1, width, height),
        270: (0, -1, 1, 0, 0, height),
    }[turn]


def turned(draw: Draw, turn: int, shown: bool, size: tuple[float, float] = A4) -> bytes:
    """A page of ``size`` as read, lying in the file so that it must be turned clockwise by ``turn``.

    ``shown``: the file itself says so (/Rotate); else the page is displayed with text up or down.
    """
    media = size if turn in (0, 180) else (size[1], size[0])

    def lying(canvas: Canvas) -> None:
        canvas.transform(*turning(turn, *media))
        if shown:
            canvas.setPageRotation(turn)
        canvas._pagesize = size
        draw(canvas)
        # reportlab swaps the sides of a turned page itself
        canvas._pagesize = media[::-1] if shown and turn in (90, 270) else media

    return drawn(lying, pagesize=media)
