"""Ruling lines of a PDF page from its path objects, as displayed."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from extractor.sources.pdf_glyphs import Place, Point

_MAX_EDGES = 20_000
_MAX_OBJECTS = 200_000
_MAX_DEPTH = 5
_THIN = 3.0

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Edge:
    """A horizontal or vertical ruling line."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        return self.x1 - self.x0 >= self.bottom - self.top


def page_edges(page: Any, place: Place) -> list[Edge]:
    """The ruling lines of a pypdfium2 page, those inside forms too."""
    edges: list[Edge] = []
    for path, chain in _paths(page.raw):
        matrices = [_matrix(path), *chain]
        stroked = _stroked(path)
        for points in _subpaths(path):
            edges += _edges_of([place(*_apply(matrices, point)) for point in points], stroked)
        if len(edges) > _MAX_EDGES:
            break
    return edges


def _paths(page: Any) -> Iterator[tuple[Any, tuple[Matrix, ...]]]:
    """Path objects with the matrices of the forms around them, innermost first."""
    left = _MAX_OBJECTS
    count = pdfium.FPDFPage_CountObjects(page)
    for index in range(min(count, left)):
        item = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield item, ()
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            for inner in _form_paths(item, (), _MAX_DEPTH):
                yield inner
                left -= 1
                if left < 0:
                    return


def _form_paths(form: Any, outer: tuple[Matrix, ...], depth: int) -> Iterator[tuple[Any, tuple[Matrix, ...]]]:
    chain = (_matrix(form), *outer)
    for index in range(min(max(pdfium.FPDFFormObj_CountObjects(form), 0), _MAX_OBJECTS)):
        item = pdfium.FPDFFormObj_GetObject(form, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield item, chain
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
            yield from _form_paths(item, chain, depth - 1)


def _matrix(item: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, found):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _apply(chain: list[Matrix], point: Point) -> Point:
    x, y = point
    for a, b, c, d, e, f in chain:
        x, y = a * x + c * y + e, b * x + d * y + f
    return x, y


def _stroked(path: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(path, fill, stroke) and stroke.value)


def _subpaths(path: Any) -> Iterator[list[Point]]:
    """Points of each straight-sided subpath; curves make no table."""
    points: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    curved = False
    for i in range(min(pdfium.FPDFPath_CountSegments(path), 4 * _MAX_EDGES)):
        segment = pdfium.FPDFPath_GetPathSegment(path, i)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        points.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points


def _edges_of(points: list[Point], stroked: bool) -> Iterator[Edge]:
    """A thin shape is one line along its middle; of a stroked one each straight side is a line."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    x0, x1, top, bottom = min(xs), max(xs), min(ys), max(ys)
    if bottom - top <= _THIN or x1 - x0 <= _THIN:
        if bottom - top <= x1 - x0:
            middle = (top + bottom) / 2
            yield Edge(x0, middle, x1, middle)
        else:
            middle = (x0 + x1) / 2
            yield Edge(middle, top, middle, bottom)
    elif stroked:
        for (ax, ay), (bx, by) in pairwise(points):
            if abs(ax - bx) < 0.5 or abs(ay - by) < 0.5:
                yield Edge(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
