"""The picture of a PDF page, drawn pixel for pixel at the resolution of the scan it holds."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Any

import cv2
import numpy as np
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from extractor.sources.ocr.image import Grey

_USUAL_DPI = 300.0
_LEAST_DPI, _MOST_DPI = 150.0, 340.0
_PAPER = 11.69  # inches: the longer side of A4
_STRANGE = (400.0, 2600.0)  # points between which the longer side of a page is believed


class TooLarge(Exception):
    """A picture with more pixels than are allowed."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as displayed: grey pixels, and how many of them are one inch of the paper."""

    grey: Grey
    dpi: float


def page_picture(page: Any, images: Sequence[Any], max_pixels: int) -> Picture:
    """The picture of a pypdfium2 page; ``images``: its raw image objects. TooLarge beyond ``max_pixels``."""
    width, height = page.get_size()
    if any(_pixels(image)[0] * _pixels(image)[1] > max_pixels for image in images):
        raise TooLarge
    size = _own_size(page, images[0]) if len(images) == 1 else None
    if size is None:
        size = _usual_size(width, height, images)
    if size[0] * size[1] > max_pixels:
        raise TooLarge
    return rescaled(_drawn(page, *size), width, height)


def rescaled(grey: Grey, width: float, height: float) -> Picture:
    """Square pixels, not more of them than recognition gains from; ``width`` and ``height`` in points."""
    inches = _inches(width, height)
    point = max(width, height) / (72 * inches)  # points of the page to a real point
    across, down = grey.shape[1] / width * point * 72, grey.shape[0] / height * point * 72
    dpi = max(across, down)
    if dpi > _MOST_DPI:
        dpi = _USUAL_DPI
    if abs(dpi - across) < 0.01 * dpi and abs(dpi - down) < 0.01 * dpi:
        return Picture(grey, dpi)
    size = max(round(width / point * dpi / 72), 1), max(round(height / point * dpi / 72), 1)
    method = cv2.INTER_AREA if size[0] * size[1] < grey.size else cv2.INTER_CUBIC
    return Picture(np.asarray(cv2.resize(grey, size, interpolation=method), dtype=np.uint8), dpi)


def _inches(width: float, height: float) -> float:
    """The longer side of the paper: pages that claim to be as large as a wall or a stamp are taken for A4."""
    long = max(width, height)
    return long / 72 if _STRANGE[0] <= long <= _STRANGE[1] else _PAPER


def _matrix(image: Any) -> Any:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(image, matrix)
    return matrix


def _pixels(image: Any) -> tuple[int, int]:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(image, width, height)
    return width.value, height.value


def _own_size(page: Any, image: Any) -> tuple[int, int] | None:
    """Pixels of the one image that covers a page, as displayed; None where it is laid otherwise."""
    m = _matrix(image)
    left, bottom, right, top = page.get_bbox()
    level, upright = (
        abs(m.b) + abs(m.c) < 1e-3 * hypot(m.a, m.d),
        abs(m.a) + abs(m.d) < 1e-3 * hypot(m.b, m.c),
    )
    x0, x1 = sorted((m.e, m.e + m.a + m.c))
    y0, y1 = sorted((m.f, m.f + m.b + m.d))
    slack = 0.004 * max(right - left, top - bottom)
    if max(abs(x0 - left), abs(x1 - right), abs(y0 - bottom), abs(y1 - top)) > slack or not (
        level or upright
    ):
        return None
    width, height = _pixels(image)
    swapped = upright != (page.get_rotation() in (90, 270))
    return (height, width) if swapped else (width, height)


def _usual_size(width: float, height: float, images: Sequence[Any]) -> tuple[int, int]:
    """Pixels in which to draw a page: as fine as its finest image, else the usual resolution."""
    inches, long = _inches(width, height), max(width, height)
    fine = [
        pixels[0] / wide for image in images[:50] if (wide := _wide(image)) and (pixels := _pixels(image))
    ]
    scale = max(fine) if fine else _USUAL_DPI * inches / long
    scale = min(max(scale, _LEAST_DPI * inches / long), _MOST_DPI * inches / long)
    return max(round(width * scale), 1), max(round(height * scale), 1)


def _wide(image: Any) -> float:
    """Width of an image on the page in points; 0 where it is too small to matter."""
    matrix = _matrix(image)
    wide = hypot(matrix.a, matrix.b)
    return wide if wide > 30 else 0.0


def _drawn(page: Any, width: int, height: int) -> Grey:
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, None, 0)
    if not bitmap:
        raise TooLarge
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page.raw, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        address = pdfium.FPDFBitmap_GetBuffer(bitmap)
        buffer = ctypes.cast(address, ctypes.POINTER(ctypes.c_ubyte * (stride * height))).contents
        pixels = np.frombuffer(buffer, dtype=np.uint8).reshape(height, stride)[:, : 4 * width]
        return np.asarray(cv2.cvtColor(pixels.reshape(height, width, 4), cv2.COLOR_BGRA2GRAY), dtype=np.uint8)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
