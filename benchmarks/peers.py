"""Readers of PDF that the project is measured beside. Each takes a path and reads all of the file.

None of them is shipped or imported by the package; those of the group `bench` may be absent.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Counts = tuple[int, int]
"""Characters that are no spaces, and table cells that hold any: whether a reader did the same work."""


@dataclass(frozen=True)
class Peer:
    """A reader: its name on the page, the package it needs, and what it does."""

    name: str
    package: str
    read: Callable[[Path], Counts]
    slow: bool = True


def _visible(text: str) -> int:
    return len("".join(text.split()))


def kehoach(path: Path) -> Counts:
    """Ours: text, tables, pages and boxes as a Source."""
    from extractor import read

    source = read(path)
    cells = sum(cell.end > cell.start for _, cell in source.cells())
    return _visible(source.text), cells


def pypdfium2(path: Path) -> Counts:
    """The floor: each page's text, without places and without tables."""
    import pypdfium2 as library

    count = 0
    document = library.PdfDocument(path)
    for page in document:
        text = page.get_textpage()
        count += _visible(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return count, 0


def _plumbed(path: Path, text: bool) -> Counts:
    import pdfplumber

    count = cells = 0
    with pdfplumber.open(path) as document:
        for page in document.pages:
            if text:
                count += _visible(page.extract_text())
            for table in page.extract_tables():
                cells += sum(bool(cell and cell.strip()) for row in table for cell in row)
            page.close()
    return count, cells


def pdfplumber_tables(path: Path) -> Counts:
    """pdfplumber's tables alone."""
    return _plumbed(path, text=False)


def pdfplumber_all(path: Path) -> Counts:
    """pdfplumber's text and tables."""
    return _plumbed(path, text=True)


@cache
def _converter() -> Any:
    from markitdown import MarkItDown  # type: ignore[import-not-found]

    return MarkItDown(enable_plugins=False)


def markitdown(path: Path) -> Counts:
    """Markdown."""
    text = _converter().convert(str(path)).text_content
    return _visible(text), _piped_cells(text)


def _piped_cells(text: str) -> int:
    rows = [line for line in text.splitlines() if line.startswith("|") and set(line) - set("|-: ")]
    return sum(bool(cell.strip()) for row in rows for cell in row.strip("|").split("|"))


def kreuzberg(path: Path) -> Counts:
    """Text and tables of its Rust core."""
    from kreuzberg import ExtractionConfig, extract_file_sync  # type: ignore[import-not-found]

    result = extract_file_sync(str(path), config=ExtractionConfig(use_cache=False))
    cells = [cell for table in result.tables for row in table.cells for cell in row]
    return _visible(result.content), sum(bool(cell.strip()) for cell in cells)


def pypdf(path: Path) -> Counts:
    """Text."""
    from pypdf import PdfReader  # type: ignore[import-not-found]

    return sum(_visible(page.extract_text()) for page in PdfReader(path).pages), 0


OURS = Peer("**kehoach**, text and tables", "kehoach", kehoach, slow=False)
FLOOR = Peer("pypdfium2, raw text", "pypdfium2", pypdfium2, slow=False)
TABLES = Peer("pdfplumber, tables", "pdfplumber", pdfplumber_tables)
PEERS = (
    OURS,
    FLOOR,
    TABLES,
    Peer("pdfplumber, text and tables", "pdfplumber", pdfplumber_all),
    Peer("markitdown", "markitdown", markitdown),
    Peer("kreuzberg", "kreuzberg", kreuzberg),
    Peer("pypdf, text", "pypdf", pypdf),
)
