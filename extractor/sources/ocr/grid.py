"""The ruled grid of a picture: its lines found and taken out."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.sources.ocr.image import Grey, ink
from extractor.sources.pdf_page import Edge

_LEAST_LENGTH = 24.0  # points; no letter has a stem or bar as long
_SURE_LENGTH = 60.0  # points; the feet of no word's letters make a line as long
_SOLID = 0.9
_MOST_THICK = 5.0  # points
_REACH = 2.0  # points by which a worn rule is believed to go on at its ends
_MAX_RULES = 1500


@dataclass(frozen=True, slots=True)
class Grid:
    """Rules that cross each other, in points; the picture without any rule."""

    edges: tuple[Edge, ...]
    plain: Grey


@dataclass(frozen=True, slots=True)
class _Rules:
    """Lines of one direction: each an edge and its label in ``labels`` (pixels of line ``label``)."""

    edges: tuple[tuple[Edge, int], ...]
    labels: NDArray[np.int32]
    pixels: Grey


def find_grid(grey: Grey, dpi: float) -> Grid:
    """Find rules in an upright picture of ``dpi`` pixels to the inch."""
    mask = ink(grey)
    point = dpi / 72
    level, upright = _rules(mask, point, across=True), _rules(mask, point, across=False)
    crossing = _crossing(level, upright, 3 * point)
    gone = np.zeros_like(mask)
    for rules, across in ((level, True), (upright, False)):
        sure = [
            label for edge, label in rules.edges
            if edge in crossing or (across and edge.x1 - edge.x0 > _SURE_LENGTH * point)
        ]  # fmt: skip
        if sure:
            chosen = np.zeros(int(rules.labels.max()) + 1, dtype=bool)
            chosen[sure] = True
            gone[chosen[rules.labels] & (rules.pixels > 0)] = 255
    plain = _painted_out(grey, mask, gone, point) if gone.any() else grey
    edges = (Edge(e.x0 / point, e.top / point, e.x1 / point, e.bottom / point) for e in crossing)
    return Grid(tuple(edges), plain)


def _crossing(level: _Rules, upright: _Rules, slack: float) -> list[Edge]:
    """Rules that meet one of the other direction."""
    met: list[Edge] = []
    pairs = [(edge, other) for edge, _ in level.edges for other, _ in upright.edges]
    touching = [
        (a, b) for a, b in pairs
        if a.x0 - slack <= b.x0 <= a.x1 + slack and b.top - slack <= a.top <= b.bottom + slack
    ]  # fmt: skip
    for edges in (level.edges, upright.edges):
        found = {edge for pair in touching for edge in pair}
        met += [edge for edge, _ in edges if edge in found]
    return met


def _rules(mask: Grey, point: float, across: bool) -> _Rules:
    length = max(round(_LEAST_LENGTH * point), 9)
    gap = max(round(1.1 * point), 3)
    shape = (length, 1) if across else (1, length)
    bridge = (gap, 1) if across else (1, gap)
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_RECT, bridge))
    lines = cv2.morphologyEx(closed, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, shape))
    if not cv2.countNonZero(lines):
        return _Rules((), np.zeros((1, 1), dtype=np.int32), np.asarray(lines, dtype=np.uint8))
    # a rule that is not quite straight falls into steps: join them
    joined = cv2.dilate(lines, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    found: list[tuple[Edge, int]] = []
    for index in range(1, min(count, _MAX_RULES)):
        x, y, width, height, area = (int(v) for v in stats[index])
        long = width if across else height
        if long < length or area / long - 2 > _MOST_THICK * point:
            continue  # a bar, a picture or a stamp
        if across and long < _SURE_LENGTH * point and _solid(mask[y : y + height, x : x + width]) < _SOLID:
            continue  # the feet of the letters of a word
        reach = _REACH * point
        if across:
            middle = y + height / 2
            found.append((Edge(x - reach, middle, x + width + reach, middle), index))
        else:
            middle = x + width / 2
            found.append((Edge(middle, y - reach, middle, y + height + reach), index))
    return _Rules(tuple(found), np.asarray(labels, dtype=np.int32), np.asarray(lines, dtype=np.uint8))


def _solid(printed: Grey) -> float:
    """Share of a level line's length that is really printed."""
    return float((printed > 0).any(axis=0).mean())


def _painted_out(grey: Grey, mask: Grey, gone: Grey, point: float) -> Grey:
    """The picture without ``gone``, except where strokes of letters cross it."""
    halo = cv2.dilate(gone, np.ones((3, 3), np.uint8))
    text = cv2.bitwise_and(mask, cv2.bitwise_not(halo))
    thick = max(round(1.2 * point), 2) * 2 + 3
    upright = cv2.morphologyEx(text, cv2.MORPH_CLOSE, np.ones((thick, 1), np.uint8))
    level = cv2.morphologyEx(text, cv2.MORPH_CLOSE, np.ones((1, thick), np.uint8))
    crossed = cv2.bitwise_or(upright, level)
    plain = grey.copy()
    plain[(halo > 0) & ~((crossed > 0) & (mask > 0))] = 255
    return plain
