"""One PDF page as runs of text and ruling lines, in points from the top left corner as displayed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from extractor.sources.pdf_rules import Edge, page_edges
from extractor.sources.pdf_runs import Place, Run, RunReader, Walls

__all__ = ["Edge", "PageData", "Run", "has_stamps", "load_page"]


@dataclass(frozen=True, slots=True)
class PageData:
    """What stands on a page."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    edges: tuple[Edge, ...]


def has_stamps(page: Any) -> bool:
    """Whether text may stand in stamps or signature fields: the number and date of signed plans often do."""
    drawn = (pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_WIDGET)
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), 1000)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if annotation:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            pdfium.FPDFPage_CloseAnnot(annotation)
            if kind in drawn:
                return True
    return False


def load_page(page: Any, number: int) -> PageData:
    """Read everything from a pypdfium2 page, so that it can be closed."""
    place = _placing(page)
    width, height = page.get_size()
    edges = tuple(page_edges(page, place))
    walls = Walls([(edge.x0, edge.top, edge.bottom) for edge in edges if not edge.horizontal])
    text_page = page.get_textpage()
    try:
        runs = tuple(RunReader(text_page.raw, place, walls).runs())
    finally:
        text_page.close()
    return PageData(number, width, height, runs, edges)


def _placing(page: Any) -> Place:
    """From PDF user space to the displayed page, whatever its crop box and rotation."""
    left, bottom, right, top = page.get_bbox()
    rotation = page.get_rotation()
    if rotation == 90:
        return lambda x, y: (y - bottom, x - left)
    if rotation == 180:
        return lambda x, y: (right - x, y - bottom)
    if rotation == 270:
        return lambda x, y: (top - y, right - x)
    return lambda x, y: (x - left, top - y)
