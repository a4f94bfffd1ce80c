"""A source kept beside its record, so that later steps can quote it without reading the file again.

``<id>.source`` is JSON: the canonical text, blocks, cells and pages by offsets, without boxes.
"""

from __future__ import annotations

import json
from itertools import chain, starmap
from pathlib import Path

from extractor.errors import ReadError
from extractor.sources.limits import Limits
from extractor.sources.model import Block, Cell, Page, Source, Table

SUFFIX = ".source"
_NUMBERS = 6  # of a cell


def dumps(source: Source) -> str:
    """The source as one line of JSON; the same source gives the same bytes."""
    content = {
        "name": source.name,
        "format": source.format,
        "text": source.text,
        "blocks": [[b.kind, b.start, b.end, b.table] for b in source.blocks],
        "tables": [_table(table) for table in source.tables],
        "pages": [[p.number, p.start, p.end] for p in source.pages],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _table(table: Table) -> list[object]:
    rows = [[[c.start, c.end, c.row, c.column, c.row_span, c.column_span] for c in row] for row in table.rows]
    return [table.start, table.end, table.columns, rows]


def load(path: Path) -> Source:
    """The source that ``dumps`` wrote. Raises ReadError when the file is missing or is something else."""
    try:
        if path.stat().st_size > Limits().max_bytes:
            raise ReadError(path, "tệp quá lớn để là nguyên văn do kehoach extract ghi")
        content = json.loads(path.read_text(encoding="utf-8"))
        source = Source(
            str(content["name"]),
            str(content["format"]),
            str(content["text"]),
            tuple(Block(kind, int(start), int(end), table) for kind, start, end, table in content["blocks"]),
            tuple(_read_table(*table) for table in content["tables"]),
            tuple(Page(int(number), int(start), int(end)) for number, start, end in content["pages"]),
        )
    except OSError as error:
        raise ReadError(path, f"không đọc được ({error.strerror or error})") from error
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise ReadError(path, "không phải nguyên văn do kehoach extract ghi") from error
    length = len(source.text)
    whole: tuple[Block | Table | Page, ...] = (*source.blocks, *source.tables, *source.pages)
    cells = (cell for _, cell in source.cells())
    if not all(0 <= place.start <= place.end <= length for place in chain(whole, cells)):
        raise ReadError(path, "có vị trí nằm ngoài nguyên văn")
    return source


def _read_table(start: int, end: int, columns: int, rows: list[list[list[int]]]) -> Table:
    cells = list(chain.from_iterable(rows))
    if any(len(cell) != _NUMBERS for cell in cells) or set(map(type, chain.from_iterable(cells))) - {int}:
        raise ValueError(cells)
    return Table(int(start), int(end), int(columns), tuple(tuple(starmap(Cell, row)) for row in rows))
