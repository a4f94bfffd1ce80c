"""One PDF page as characters and ruling lines, in points from the top left corner as displayed."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

_SUPERFLUOUS = {0, 0xFFFE, 0xFFFF}
_LINE_END_HYPHEN = 2  # pdfium's sign for a hyphen that closes a line
_MAX_CHARS = 400_000
_MAX_EDGES = 20_000
_THIN = 3.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Char:
    """A printed character (with its combining marks): ``y`` is its baseline."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool

    @property
    def top(self) -> float:
        return self.y - 0.8 * self.size

    @property
    def bottom(self) -> float:
        return self.y + 0.22 * self.size


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


@dataclass(frozen=True, slots=True)
class PageData:
    """What stands on a page."""

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]
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
    text_page = page.get_textpage()
    try:
        chars = tuple(_chars(text_page.raw, place))
    finally:
        text_page.close()
    return PageData(number, width, height, chars, tuple(_edges(page, place)))


def _placing(page: Any) -> Callable[[float, float], Point]:
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


def _chars(text_page: Any, place: Callable[[float, float], Point]) -> Iterator[Char]:
    box = pdfium.FS_RECTF()  # by advance widths: a narrow "1" still stands close to its neighbour
    origin = (ctypes.c_double(), ctypes.c_double())
    matrix, flags, buffer = pdfium.FS_MATRIX(), ctypes.c_int(), ctypes.create_string_buffer(128)
    last: Char | None = None
    high = 0
    for i in range(min(pdfium.FPDFText_CountChars(text_page), _MAX_CHARS)):
        code = pdfium.FPDFText_GetUnicode(text_page, i)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code, high = (0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0), 0
        text = "-" if code == _LINE_END_HYPHEN else chr(code)
        if code in _SUPERFLUOUS or text in "\r\n":
            continue
        if pdfium.FPDFText_IsGenerated(text_page, i) == 1:
            if last is not None and text == " ":  # a gap that pdfium takes for a space
                yield last
                last = Char(" ", last.x1, last.x1, last.y, last.size, last.bold)
            continue
        if last is not None and unicodedata.combining(text):
            last = replace(last, text=last.text + text)
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page, i, box)
        pdfium.FPDFText_GetCharOrigin(text_page, i, *origin)
        pdfium.FPDFText_GetMatrix(text_page, i, matrix)
        pdfium.FPDFText_GetFontInfo(text_page, i, buffer, 128, flags)
        x0, x1 = _across(place, box)
        size = pdfium.FPDFText_GetFontSize(text_page, i) * (hypot(matrix.c, matrix.d) or 1.0)
        bold = b"bold" in buffer.value.lower() or pdfium.FPDFText_GetFontWeight(text_page, i) >= 600
        char = Char(text, x0, x1, place(origin[0].value, origin[1].value)[1], size, bold)
        if last is not None:
            yield last
        last = char
    if last is not None:
        yield last


def _across(place: Callable[[float, float], Point], box: Any) -> tuple[float, float]:
    """Left and right of a character as displayed."""
    a, b = place(box.left, box.bottom)[0], place(box.right, box.top)[0]
    return (a, b) if a <= b else (b, a)


def _edges(page: Any, place: Callable[[float, float], Point]) -> Iterator[Edge]:
    count = 0
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=5):
        chain = _matrices(item)
        for points in _subpaths(item.raw):
            placed = [place(*_apply(chain, point)) for point in points]
            for edge in _edges_of(placed, _stroked(item.raw)):
                yield edge
                count += 1
        if count > _MAX_EDGES:
            return


def _matrices(item: Any) -> list[Any]:
    """The object's matrix and those of the forms around it, innermost first."""
    chain = []
    while item is not None:
        chain.append(item.get_matrix())
        item = getattr(item, "container", None)
    return chain


def _apply(chain: list[Any], point: Point) -> Point:
    for matrix in chain:
        point = matrix.on_point(*point)
    return point


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
