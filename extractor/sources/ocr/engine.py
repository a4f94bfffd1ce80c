"""Tesseract in process: pictures to words with places. One engine serves a whole document."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from time import monotonic
from typing import Any

# One core a document: OpenMP only slows small lines down. Before the library is loaded, or too late.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")

import tesserocr  # type: ignore[import-untyped, import-not-found, unused-ignore]

from extractor.sources.ocr.extra import LANGUAGE
from extractor.sources.ocr.image import Grey

Frame = tuple[int, int, int, int]
"""x0, top, x1, bottom in pixels."""


class Layout(Enum):
    """What a picture shows: a page, one block of lines, or one line."""

    PAGE = int(tesserocr.PSM.AUTO)
    BLOCK = int(tesserocr.PSM.SINGLE_BLOCK)
    LINE = int(tesserocr.PSM.SINGLE_LINE)


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised word in pixels: ``y`` is its line's baseline, ``height`` that of its small letters.

    Words with the same ``line`` stand on one printed line; ``confidence`` is 0 to 100.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    y: float
    height: float
    line: int
    confidence: float


class OutOfTime(Exception):
    """Recognition took longer than it may."""


class Engine:
    """Recognises Vietnamese; to be closed after use."""

    def __init__(self, models: Path) -> None:
        # tesserocr joins folder and file name itself and wants a closing separator
        self._api = tesserocr.PyTessBaseAPI(path=f"{models.as_posix()}/", lang=LANGUAGE)
        self._api.SetVariable("debug_file", "NUL" if Path("NUL").is_reserved() else "/dev/null")
        self._lines = 0
        self._size = (0, 0)
        self.deadline = float("inf")

    def close(self) -> None:
        """Free the models."""
        self._api.End()

    def show(self, grey: Grey, dpi: float) -> None:
        """Set the picture that the next words are read from."""
        height, width = grey.shape
        self._size = width, height
        self._api.SetImageBytes(grey.tobytes(), width, height, 1, width)
        self._api.SetSourceResolution(round(min(max(dpi, 70), 2000)))

    def words(self, layout: Layout, frame: Frame | None = None) -> list[Word]:
        """Words of the picture, or of a frame in it, in reading order; OutOfTime past the deadline."""
        left = self.deadline - monotonic()
        if left <= 0:
            raise OutOfTime
        self._api.SetPageSegMode(layout.value)
        x0, top, x1, bottom = frame or (0, 0, *self._size)
        if x1 - x0 < 3 or bottom - top < 3:
            return []
        self._api.SetRectangle(x0, top, x1 - x0, bottom - top)
        done = self._api.Recognize(0 if left == float("inf") else max(int(left * 1000), 1))
        if monotonic() >= self.deadline:
            raise OutOfTime
        return list(self._found()) if done else []

    def _found(self) -> Iterator[Word]:
        level = tesserocr.RIL
        found = self._api.GetIterator()
        if found is None:
            return
        height = 0.0
        baseline: tuple[tuple[int, int], tuple[int, int]] | None = None
        for item in tesserocr.iterate_level(found, level.WORD):
            if item.Empty(level.WORD):
                continue
            if item.IsAtBeginningOf(level.TEXTLINE):
                self._lines += 1
                baseline = item.Baseline(level.TEXTLINE)
                height = _height(item)
            word, box = item.GetUTF8Text(level.WORD), item.BoundingBox(level.WORD)
            if word and word.strip() and box is not None:
                y = _at(baseline, (box[0] + box[2]) / 2, box[3])
                x0, top, x1, bottom = map(float, box)
                sure = float(item.Confidence(level.WORD))
                yield Word(word.strip(), x0, top, x1, bottom, y, height, self._lines, sure)


def _height(item: Any) -> float:
    row = item.RowAttributes()
    return float(row["row_height"] - row["ascenders"] + row["descenders"])


def _at(baseline: tuple[tuple[int, int], tuple[int, int]] | None, x: float, bottom: float) -> float:
    if baseline is None:
        return bottom
    (x0, y0), (x1, y1) = baseline
    return y0 + (y1 - y0) * (x - x0) / (x1 - x0) if x1 > x0 else float(y0)
