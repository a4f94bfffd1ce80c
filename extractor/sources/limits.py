"""Bounds on what a reader accepts, so that no file can exhaust the machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one document; what goes beyond them is refused with a clear reason."""

    max_bytes: int = 100_000_000
    max_unzipped: int = 300_000_000
    max_zip_entries: int = 20_000
    max_pages: int = 2_000
    max_chars: int = 20_000_000
    office_seconds: float = 60.0


MAX_SPAN = 200
"""Widest column span or longest row span believed; a larger one is a slip or an attack."""
