"""What must hold for any bytes: a sound Source or one clear line, in bounded time.

``read_bytes`` turns whatever a parser stumbles over into a ReadError. That is right for a user and hides
mistakes of ours from a fuzzer, so ``probe`` looks at the cause: an error of a third-party parser is fine,
one that came out of our own code is not.
"""

from __future__ import annotations

import importlib.util
import io
import math
import re
import time
import traceback
import unicodedata
from itertools import pairwise
from pathlib import Path

import extractor
from extractor.errors import ReadError
from extractor.sources.limits import Limits
from extractor.sources.model import Source, Table
from extractor.sources.read import read_bytes

OURS = Path(extractor.__file__).resolve().parent
NEVER = (RecursionError, MemoryError, AssertionError, NameError, NotImplementedError)
MAX_GRID = 4_000_000
"""Places of a table's grid (rows times columns): more would exhaust memory in whoever asks for it."""
_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class Broken(AssertionError):
    """An invariant that some input breaks."""


def demand(holds: bool, what: str) -> None:
    """``assert`` that optimised runs keep."""
    if not holds:
        raise Broken(what)


def probe(
    data: bytes, name: str, *, seconds: float = 10.0, limits: Limits | None = None
) -> Source | ReadError:
    """Read ``data`` and check what came of it; raises Broken, or the error that got out."""
    begin = time.process_time()
    result: Source | ReadError
    try:
        result = read_bytes(data, name, limits=limits)
    except ReadError as error:
        one_line(error)
        blame(error)
        result = error
    else:
        sound(result)
    if name.endswith(".zip"):
        members(data, name, limits or Limits())
    taken = time.process_time() - begin
    demand(taken <= seconds, f"{taken:.1f} s for {len(data)} bytes of {name}")
    return result


def members(data: bytes, name: str, limits: Limits) -> None:
    """Each member of an archive is bytes or one clear line; reading them is another reader's matter."""
    if importlib.util.find_spec("extractor.sources.archive") is None:
        return
    documents = importlib.import_module("extractor.sources.archive").documents
    try:
        for label, content in documents(io.BytesIO(data), name, limits):
            demand(unicodedata.is_normalized("NFC", label) and "\n" not in label, f"name {label!r}")
            if isinstance(content, ReadError):
                one_line(content)
    except ReadError as error:
        one_line(error)
        blame(error)


def one_line(error: ReadError) -> None:
    """A message for a person: one line, not endless."""
    demand(bool(error.reason.strip()), "empty reason")
    demand("\n" not in str(error) and len(error.reason) < 500, f"not one clear line: {str(error)[:600]!r}")


def blame(error: ReadError) -> None:
    """Raise the cause of a ReadError again where it is a mistake of ours."""
    cause = error.__cause__
    if cause is None or "không đúng định dạng (" not in error.reason:
        return
    frames = traceback.extract_tb(cause.__traceback__)
    ours = bool(frames) and Path(frames[-1].filename).resolve().is_relative_to(OURS)
    if ours or isinstance(cause, NEVER):
        raise cause


def sound(source: Source) -> None:
    """Text is NFC and printable; every span, page and box is in its place."""
    text = source.text
    demand(unicodedata.is_normalized("NFC", text), "text is not NFC")
    found = _CONTROL.search(text)
    demand(found is None, f"control character in the text: {found}")
    for before, after in pairwise(source.blocks):
        demand(before.end <= after.start, "blocks overlap")
    for block in source.blocks:
        demand(0 <= block.start <= block.end <= len(text), "block outside the text")
        demand(block.table is not None or bool(text[block.start : block.end].strip()), "empty block")
    tables = [block.table for block in source.blocks if block.table is not None]
    demand(tables == list(range(len(source.tables))), "table blocks do not name each table once, in order")
    for table in source.tables:
        _sound_table(table, len(text))
    _sound_pages(source)
    for note in source.notes:
        demand(bool(note.code) and bool(note.message.strip()) and "\n" not in note.message, "note")


def _sound_table(table: Table, length: int) -> None:
    demand(0 <= table.start <= table.end <= length, "table outside the text")
    demand(table.columns * len(table.rows) <= MAX_GRID, "grid beyond all measure")
    cells = [cell for row in table.rows for cell in row]
    for before, after in pairwise(cells):
        demand(before.end <= after.start, "cells overlap in the text")
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(table.rows):
        for cell in row:
            demand(table.start <= cell.start <= cell.end <= table.end, "cell outside its table")
            demand(cell.row == r, "cell in another row than it says")
            demand(cell.row_span >= 1 and cell.column_span >= 1, "span below one")
            demand(
                cell.column >= 0 and cell.column + cell.column_span <= table.columns, "cell beside the grid"
            )
            places = {
                (i, j)
                for i in range(r, min(r + cell.row_span, len(table.rows)))
                for j in range(cell.column, cell.column + cell.column_span)
            }
            demand(not places & taken, f"cells overlap in the grid at {sorted(places & taken)[:3]}")
            taken |= places


def _sound_pages(source: Source) -> None:
    for before, after in pairwise(source.pages):
        demand(before.number < after.number, "page numbers do not rise")
        demand(before.end == after.start, "pages do not meet")
    for page in source.pages:
        demand(0 <= page.start <= page.end <= len(source.text), "page outside the text")
        for size in (page.width, page.height):
            demand(size is None or (math.isfinite(size) and size >= 0), f"page size {size}")
    numbers = {page.number for page in source.pages}
    boxes = [b for block in source.blocks for b in block.boxes] + [
        b for _, c in source.cells() for b in c.boxes
    ]
    for box in boxes:
        demand(box.page in numbers, "box on no page")
        demand(all(map(math.isfinite, (box.x0, box.top, box.x1, box.bottom))), f"box {box}")
        demand(box.x0 <= box.x1 and box.top <= box.bottom, f"box inside out {box}")
