"""Bounds on what a reader accepts, so that no file can exhaust the machine."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, fields, replace

from extractor.errors import KehoachError, ReadError


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one document; what goes beyond them is refused with a clear reason.

    All are counts, sizes in bytes or seconds, and may be set from the command line by name
    (``--limit max_pages=300``).
    """

    max_bytes: int = 100_000_000
    """Size of a file, or of a member of a ZIP archive once unpacked."""
    max_unzipped: int = 300_000_000
    """Unpacked size of all parts of one DOCX or XLSX."""
    max_archive_unzipped: int = 4_000_000_000
    """Unpacked size of all members of one ZIP archive; they are read one at a time."""
    max_zip_entries: int = 20_000
    """Entries of a ZIP archive, or parts of a DOCX or XLSX."""
    max_zip_depth: int = 3
    """Archives inside archives that are opened."""
    max_tags: int = 5_000_000
    """Tags in one part of a DOCX, XLSX or HTML file."""
    max_pages: int = 2_000
    """Pages of a PDF."""
    max_cells: int = 2_000_000
    """Cells of a workbook, empty ones with a format counted."""
    max_chars: int = 20_000_000
    """Characters of the text."""
    office_seconds: float = 60.0
    """Time that LibreOffice may take to convert a DOC."""
    max_seconds: float = 600.0
    """Time that reading one document may take; checked between pages, rows and sheets."""
    max_pixels: int = 80_000_000
    """Pixels of one scanned page (A3 at 600 dpi has 70 million, A4 35 million)."""
    max_ocr_page_seconds: float = 60.0
    """Time that recognising one scanned page may take; a page beyond it is named in a note."""
    max_ocr_seconds: float = 500.0
    """Time for all scanned pages of a document: less than ``max_seconds``, so that the rest is kept."""

    def clock(self, name: str) -> Clock:
        """A clock that starts now, for the document ``name``."""
        return Clock(name, self.max_seconds)

    def changed(self, assignments: list[str]) -> Limits:
        """These limits with "name=number" assignments applied; KehoachError for anything else."""
        known = {item.name: float if item.type == "float" else int for item in fields(Limits)}
        values: dict[str, float] = {}
        for text in assignments:
            name, _, number = (part.strip() for part in text.partition("="))
            try:
                if name not in known:
                    raise ValueError
                values[name] = known[name](number.replace("_", ""))
                if not 0 < values[name] < 1e15:
                    raise ValueError
            except ValueError as error:
                reason = f"cần TÊN=SỐ dương với TÊN là một trong: {', '.join(known)}"
                raise KehoachError(f"--limit {text}: {reason}") from error
        return replace(self, **values)  # type: ignore[arg-type]


@dataclass(slots=True)
class Clock:
    """The time that one document takes. Readers ask it between pages, rows and sheets.

    No signal and no thread: it works the same on every system, and what it guards stays whole.
    """

    name: str
    seconds: float
    _started: float = field(default_factory=time.monotonic)

    def check(self) -> None:
        """ReadError when the time is over."""
        if time.monotonic() - self._started > self.seconds:
            raise ReadError(self.name, f"đọc lâu hơn giới hạn {self.seconds:g} giây")


MAX_SPAN = 200
"""Widest column span or longest row span believed; a larger one is a slip or an attack."""

MAX_GRID = 4_000_000
"""Places (rows times columns) of one table: beyond it the cells are spread apart by a slip or an attack."""
