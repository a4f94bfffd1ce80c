"""Whether a PDF page's text layer can be used, or the page is a scan that must be recognised."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from extractor.sources.pdf_page import PageData
from extractor.vietnamese.syllables import shares

_PEEK = 8  # objects looked at from either end of a page full of text: a scan stands first or last
_MAX_OBJECTS = 3000
_MUCH = 200  # characters of a page with plain text
_FEW = 25  # characters that may be a stamp or a page number over a scan
_FULL = 0.5  # share of the page that a scan covers
_SYLLABLES, _MARKED = 0.8, 0.5  # shares of words that Vietnamese text has at least
_GARBLED = 0.5  # share of characters without a meaning, from which a layer is useless
_INVISIBLE = 3  # text render mode

# Signs that fonts without a map to Unicode give; symbol fonts' F000 to F0FF may still be decoded.
_MEANINGLESS = re.compile("[\ufffd\ue000-\uefff\uf100-\uf8ff]")
_DRAWN = (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING, pdfium.FPDF_PAGEOBJ_FORM)


@dataclass(frozen=True, slots=True)
class Layer:
    """What is known of a page's text layer.

    ``usable``: read it. Else the page is to be recognised, from its ``images`` (pdfium's image objects)
    or from what else is drawn. ``empty`` pages have neither text nor anything drawn.
    ``hidden``: the text was recognised by whoever made the file, and lies invisible over a scan.
    """

    usable: bool
    empty: bool = False
    hidden: bool = False
    images: tuple[Any, ...] = ()


def layer_of(page: Any, data: PageData) -> Layer:
    """Judge a pypdfium2 page, still open, whose text and rules are ``data``; cheap for plain text."""
    text = "".join(run.text for run in data.runs)
    count = len(text) - text.count(" ")
    garbled = count > 0 and len(_MEANINGLESS.findall(text)) >= _GARBLED * count
    plenty = count >= _MUCH and not garbled
    objects = list(_objects(page, _PEEK if plenty else _MAX_OBJECTS))
    images = tuple(item for item, kind in objects if kind == pdfium.FPDF_PAGEOBJ_IMAGE)
    share = _share(page, images)
    if share < _FULL:
        if count and not garbled:
            return Layer(True)
        drawn = bool(images) or any(kind in _DRAWN for _, kind in objects) or garbled
        return Layer(False, empty=not drawn, images=images)
    if plenty:
        objects = list(_objects(page, _MAX_OBJECTS))
        images = tuple(item for item, kind in objects if kind == pdfium.FPDF_PAGEOBJ_IMAGE)
    if count < _FEW or garbled:
        return Layer(False, images=images)
    if not _covered(objects):
        return Layer(True)
    syllables, marked = shares(" ".join(run.text for run in data.runs))
    good = syllables >= _SYLLABLES and marked >= _MARKED
    return Layer(good, hidden=good, images=images)


def _objects(page: Any, peek: int) -> Iterator[tuple[Any, int]]:
    """Objects of a page with their kinds, in the order drawn: the first ``peek`` and the last ones."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    for index in range(count):
        if peek <= index < count - peek:
            continue
        item = pdfium.FPDFPage_GetObject(page.raw, index)
        if item:
            yield item, pdfium.FPDFPageObj_GetType(item)


def _share(page: Any, images: tuple[Any, ...]) -> float:
    """Share of the page that its images cover (strips of one scan add up), at most 1."""
    left, bottom, right, top = page.get_bbox()
    whole = abs((right - left) * (top - bottom)) or 1.0
    bounds = [ctypes.c_float() for _ in range(4)]
    covered = 0.0
    for image in images:
        if pdfium.FPDFPageObj_GetBounds(image, *bounds):
            x0, y0, x1, y1 = (bound.value for bound in bounds)
            wide, high = min(x1, right) - max(x0, left), min(y1, top) - max(y0, bottom)
            covered += max(wide, 0.0) * max(high, 0.0)
    return min(covered / whole, 1.0)


def _covered(objects: list[tuple[Any, int]]) -> bool:
    """Whether text cannot be seen: printed invisibly, or under an image that is drawn after it."""
    texts = [index for index, (_, kind) in enumerate(objects) if kind == pdfium.FPDF_PAGEOBJ_TEXT]
    if not texts:
        return True  # inside forms, as some programs put what they recognised
    last_image = max(i for i, (_, kind) in enumerate(objects) if kind == pdfium.FPDF_PAGEOBJ_IMAGE)
    sample = texts[:: max(len(texts) // 50, 1)]
    unseen: int = sum(
        index < last_image or pdfium.FPDFTextObj_GetTextRenderMode(objects[index][0]) == _INVISIBLE
        for index in sample
    )
    return 2 * unseen > len(sample)
