"""A page's picture made ready for recognition: flat background, no specks, upright.

Pictures are two-dimensional uint8 arrays (rows, columns), 0 black to 255 white.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import radians, tan

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]

_WORKING_WIDTH = 900  # pixels to which a picture is reduced before its skew is measured
_MAX_SKEW = 8.0  # degrees
_LEAST_SKEW = 0.05


@dataclass(frozen=True, slots=True)
class Upright:
    """A turned picture and the way back: ``matrix`` (2 x 3) takes its pixels to those of the original."""

    grey: Grey
    matrix: NDArray[np.float64]
    degrees: float


def flatten(grey: Grey) -> Grey:
    """The same picture with its paper white, whatever the shade of the scan."""
    small = cv2.resize(grey, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    paper = cv2.GaussianBlur(cv2.medianBlur(paper, 5), (0, 0), 3)
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    flat = cv2.divide(grey, np.maximum(paper, 1), scale=255)
    return np.asarray(flat, dtype=np.uint8)


def ink(grey: Grey) -> Grey:
    """255 where something is printed, else 0 (Otsu's threshold of a flat picture)."""
    _, mask = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    return np.asarray(mask, dtype=np.uint8)


def without_specks(grey: Grey, dpi: float) -> Grey:
    """The picture without dust and noise: marks smaller than a full stop, the more so far from any letter."""
    mask = ink(grey)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    area = stats[:, cv2.CC_STAT_AREA]
    point = dpi / 72
    tiny, small = area < max((0.6 * point) ** 2, 3), area < max((1.3 * point) ** 2, 4)
    tiny[0] = small[0] = False
    if not small.any():
        return grey
    marks = (small.astype(np.uint8) + tiny.astype(np.uint8))[labels]
    letters = cv2.copyTo(mask, (marks == 0).astype(np.uint8))
    reach = 2 * round(2.5 * point) + 1
    near = cv2.dilate(letters, np.ones((reach, reach), np.uint8))
    specks = ((marks == 2) | ((marks == 1) & (near == 0))).astype(np.uint8) * 255
    halo = cv2.dilate(specks, np.ones((3, 3), np.uint8))
    clean = grey.copy()
    clean[(halo > 0) & ((mask == 0) | (specks > 0))] = 255
    return clean


def bleached(grey: Grey, white: int = 235) -> Grey:
    """The picture with the grain of its paper taken out: what is lighter than ``white`` becomes white."""
    table = np.clip(np.arange(256) * (255.0 / white), 0, 255).astype(np.uint8)
    return np.asarray(cv2.LUT(grey, table), dtype=np.uint8)


def print_frame(grey: Grey, dpi: float) -> tuple[int, int, int, int] | None:
    """x0, top, x1, bottom of what is as large as letters, with a rim; None where there are none.

    Dust on empty paper costs more time than a page of text, and gives nothing.
    """
    point = dpi / 72
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink(grey), connectivity=8)
    stats = stats[1:]
    wide, high = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    letters = stats[(high > 3.5 * point) & (high < 60 * point) & (wide > 0.4 * point)]
    if not len(letters):
        return None
    rim = round(12 * point)
    left, top = letters[:, cv2.CC_STAT_LEFT], letters[:, cv2.CC_STAT_TOP]
    right, bottom = left + letters[:, cv2.CC_STAT_WIDTH], top + letters[:, cv2.CC_STAT_HEIGHT]
    return (
        max(int(left.min()) - rim, 0), max(int(top.min()) - rim, 0),
        min(int(right.max()) + rim, grey.shape[1]), min(int(bottom.max()) + rim, grey.shape[0]),
    )  # fmt: skip


def softened(grey: Grey, dpi: float) -> Grey:
    """The picture with its pixels' steps smoothed: finely scanned letters are read better so."""
    sigma = (dpi - 120) / 200
    if sigma < 0.3:
        return grey
    return np.asarray(cv2.GaussianBlur(grey, (0, 0), min(sigma, 1.2)), dtype=np.uint8)


def lies_down(mask: Grey, dpi: float) -> bool:
    """Whether lines of print run up or down the picture.

    Letters stand closer to the next one of their word than to the next line: bridging small gaps along
    the lines leaves fewer marks than bridging them across. Rules and pictures do not count.
    """
    scale = min(110 / dpi, 1.0)
    small = cv2.resize(mask, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    mask = np.where(small > 80, 255, 0).astype(np.uint8)
    point = scale * dpi / 72
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    size = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    letters = (size < 30 * point) & (size > 2.5 * point)
    letters[0] = False
    if letters.sum() < 40:
        return False
    text = (letters[labels] * 255).astype(np.uint8)
    reach = max(round(2 * point), 2)
    along, across = (
        cv2.connectedComponents(cv2.dilate(text, np.ones(shape, np.uint8)), connectivity=4)[0]
        for shape in ((1, reach), (reach, 1))
    )
    return across < along


def skew(mask: Grey) -> float:
    """Degrees by which lines of print fall to the right; 0 where nothing tells."""
    scale = min(_WORKING_WIDTH / mask.shape[1], 1.0)
    small = cv2.resize(mask, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ys, xs = np.nonzero(small > 90)
    if len(xs) < 200:
        return 0.0
    best, width = 0.0, 2.0
    steps = np.arange(-_MAX_SKEW, _MAX_SKEW + 0.1, 0.5)
    for fine in (0.5, 0.1, 0.02):
        scores = [_sharpness(xs, ys, float(angle)) for angle in steps]
        best = float(steps[int(np.argmax(scores))])
        width = fine
        steps = np.arange(best - width, best + width + 1e-9, width / 5)
    return best


def _sharpness(xs: NDArray[np.intp], ys: NDArray[np.intp], degrees: float) -> float:
    """How sharply lines of print stand out when sheared by ``degrees``."""
    rows = np.bincount((ys - xs * tan(radians(degrees)) + 1000).astype(np.intp)).astype(np.float64)
    return float(np.square(np.diff(rows)).sum())


def turned(grey: Grey, quarters: int) -> Upright:
    """The picture turned clockwise by a number of quarter turns."""
    height, width = grey.shape
    codes = {1: cv2.ROTATE_90_CLOCKWISE, 2: cv2.ROTATE_180, 3: cv2.ROTATE_90_COUNTERCLOCKWISE}
    back = {
        0: [[1, 0, 0], [0, 1, 0]],
        1: [[0, 1, 0], [-1, 0, height]],
        2: [[-1, 0, width], [0, -1, height]],
        3: [[0, -1, width], [1, 0, 0]],
    }[quarters % 4]
    picture = cv2.rotate(grey, codes[quarters % 4]) if quarters % 4 else grey
    return Upright(np.asarray(picture, dtype=np.uint8), np.array(back, dtype=np.float64), 90.0 * quarters)


def straightened(grey: Grey, degrees: float) -> Upright:
    """The picture turned about its middle so that lines falling by ``degrees`` become level."""
    height, width = grey.shape
    if abs(degrees) < _LEAST_SKEW:
        return Upright(grey, np.array([[1.0, 0, 0], [0, 1.0, 0]]), 0.0)
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    picture = cv2.warpAffine(grey, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)
    back = cv2.invertAffineTransform(matrix)
    return Upright(np.asarray(picture, dtype=np.uint8), np.asarray(back, dtype=np.float64), degrees)
