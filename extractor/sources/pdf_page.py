"""One PDF page as runs of text and ruling lines, in points from the top left corner as displayed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from extractor.sources.pdf_glyphs import Place, Run, Walls
from extractor.sources.pdf_rules import Edge, page_edges
from extractor.sources.pdf_runs import RunReader

__all__ = ["Edge", "PageData", "Run", "has_stamps", "load_page"]


@dataclass(frozen=True, slots=True)
class PageData:
    """What stands on a page.

    ``turn`` is by how many degrees clockwise the page as displayed was turned to be read, where its
    text ran up or down; sizes and places are those of the turned page.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    edges: tuple[Edge, ...]
    turn: int = 0


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
    text_page = page.get_textpage()
    try:
        data = _read(page, text_page, number, (width, height), place)
        turned = _turned(data.runs)
        if turned:
            size = (width, height) if turned == 180 else (height, width)
            placed = _turning(place, turned, (width, height))
            data = replace(_read(page, text_page, number, size, placed), turn=360 - turned)
    finally:
        text_page.close()
    return data


def _read(page: Any, text_page: Any, number: int, size: tuple[float, float], place: Place) -> PageData:
    edges = tuple(page_edges(page, place))
    walls = Walls([(edge.x0, edge.top, edge.bottom) for edge in edges if not edge.horizontal])
    runs = tuple(RunReader(text_page.raw, place, walls).runs())
    return PageData(number, *size, runs, edges)


def _turned(runs: tuple[Run, ...]) -> int:
    """By how many degrees clockwise most of the page's text is turned."""
    if not any(run.turn for run in runs):
        return 0
    letters: Counter[int] = Counter()
    for run in runs:
        letters[run.turn] += len(run.text)
    return max(letters, key=lambda turn: letters[turn])


def _turning(place: Place, turned: int, size: tuple[float, float]) -> Place:
    """``place`` followed by turning the page back so that text turned by ``turned`` stands upright."""
    width, height = size

    def turn(x: float, y: float) -> tuple[float, float]:
        x, y = place(x, y)
        if turned == 180:
            return width - x, height - y
        return (height - y, x) if turned == 270 else (y, width - x)

    return turn


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
