"""Where the words of a span stand on their pages: boxes of lines, cut to the words meant."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.sources.builder import clean
from extractor.sources.model import Block, Box, Cell, Piece, Source


def boxes_of(source: Source, start: int, end: int) -> list[Box]:
    """Boxes of ``source.text[start:end]`` in reading order; those of cells or blocks without known lines."""
    found: list[Box] = []
    for block in source.blocks:
        if block.start < end and start < block.end:
            if block.table is None:
                found += _within(source, block, start, end)
                continue
            for row in source.tables[block.table].rows:
                for cell in row:
                    if cell.start < end and start < cell.end:
                        found += _within(source, cell, start, end)
    return found


def _within(source: Source, holder: Block | Cell, start: int, end: int) -> Sequence[Box]:
    boxes: list[Box] = []
    cursor, whole = holder.start, False  # whether all of the line before is meant
    for piece in holder.pieces:
        text = clean(piece.text)
        at = source.text.find(text, cursor, holder.end)
        if at < 0:
            return holder.boxes
        cursor = at + len(text)
        if not (at < end and start < cursor):
            continue
        box = _cut(piece, (max(start - at, 0), min(end, cursor) - at), len(text))
        before, whole = whole, start <= at and cursor <= end
        if boxes and before and whole and _goes_on(boxes[-1], box):
            box = _around(boxes.pop(), box)
        boxes.append(box)
    return boxes or holder.boxes


def _cut(piece: Piece, part: tuple[int, int], length: int) -> Box:
    """The part of a line from one character to another, as if all were of one width."""
    width = (piece.x1 - piece.x0) / max(length, 1)
    x0, x1 = piece.x0 + part[0] * width, piece.x0 + part[1] * width
    return Box(piece.page, round(x0, 1), round(piece.top, 1), round(x1, 1), round(piece.bottom, 1))


def _goes_on(above: Box, below: Box) -> bool:
    """Whether two whole lines stand below each other, so that one box holds both."""
    return above.page == below.page and -2 <= below.top - above.bottom <= below.bottom - below.top


def _around(a: Box, b: Box) -> Box:
    return Box(a.page, min(a.x0, b.x0), min(a.top, b.top), max(a.x1, b.x1), max(a.bottom, b.bottom))
