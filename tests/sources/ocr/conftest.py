"""Small scans made at test time: pages drawn, printed to pixels, worn, and put into PDF files as images."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extractor.sources.ocr.extra import missing

FOLDERS = ("/usr/share/fonts", "/Library/Fonts", "/System/Library/Fonts/Supplemental", "C:/Windows/Fonts")
NAMES = (
    "DejaVuSerif.ttf",
    "DejaVuSans.ttf",
    "LiberationSerif-Regular.ttf",
    "Times New Roman.ttf",
    "times.ttf",
)
WIDTH, HEIGHT = A4

Draw = Callable[[Canvas], None]


@pytest.fixture
def paper() -> Any:
    """The makers of pages below, by name: test files cannot import them."""
    return SimpleNamespace(
        drawn=drawn, printed=printed, worn=worn, scanned=scanned, lines=lines, table=table, size=A4
    )


def _font() -> Path | None:
    for name in NAMES:
        for folder in FOLDERS:
            found = next(Path(folder).rglob(name), None) if Path(folder).is_dir() else None
            if found is not None:
                return found
    return None


FONT = _font()


@pytest.fixture
def recognition() -> None:
    """Skip where scans cannot be read or drawn."""
    lacking = missing()
    if lacking is not None:
        pytest.skip(f"no recognition here: {lacking}")
    if FONT is None:
        pytest.skip("no font with Vietnamese letters on this system")


def drawn(*pages: Draw, size: tuple[float, float] = A4) -> bytes:
    """A PDF with text as drawn."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    if FONT is not None:
        pdfmetrics.registerFont(TTFont("scan", str(FONT)))
    for draw in pages:
        if FONT is not None:
            canvas.setFont("scan", 13)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def printed(draw: Draw, dpi: int = 200, size: tuple[float, float] = A4) -> Image.Image:
    """A page in pixels."""
    document = pypdfium2.PdfDocument(drawn(draw, size=size))
    try:
        return document[0].render(scale=dpi / 72).to_pil().convert("L")
    finally:
        document.close()


def worn(image: Image.Image, degrees: float = 0.0, noise: float = 6.0) -> Image.Image:
    """The picture turned a little on grey, grainy paper. The same every time."""
    import numpy as np

    turned = image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    pixels = np.asarray(turned, dtype=np.float32) * 0.85 + 25
    pixels += np.random.default_rng(7).normal(0, noise, pixels.shape)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def scanned(
    *images: Image.Image, size: tuple[float, float] | None = None, rotate: int = 0, over: Draw | None = None
) -> bytes:
    """A PDF of pictures that fill their pages; ``over`` draws on each page after the picture."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    if FONT is not None:
        pdfmetrics.registerFont(TTFont("scan", str(FONT)))
    for image in images:
        width, height = size or ((WIDTH, HEIGHT) if image.height > image.width else (HEIGHT, WIDTH))
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(image), 0, 0, width, height)
        if over is not None:
            over(canvas)
        canvas.showPage()
    canvas.save()
    return _turned(buffer.getvalue(), rotate) if rotate else buffer.getvalue()


def _turned(data: bytes, rotate: int) -> bytes:
    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.set_rotation(rotate)
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    return buffer.getvalue()


def lines(texts: Sequence[str], top: float = 100, left: float = 85) -> Draw:
    """Lines of text, one below the other."""

    def draw(canvas: Canvas) -> None:
        for index, text in enumerate(texts):
            canvas.drawString(left, HEIGHT - top - 22 * index, text)

    return draw


def table(rows: Sequence[Sequence[str]], widths: Sequence[float], top: float = 100) -> Draw:
    """A ruled table of one line a row."""

    def draw(canvas: Canvas) -> None:
        high, left = 26, 60
        for r, row in enumerate(rows):
            x = left
            for text, width in zip(row, widths, strict=True):
                y = HEIGHT - top - high * (r + 1)
                canvas.rect(x, y, width, high)
                canvas.drawString(x + 5, y + 8, text)
                x += width

    return draw
