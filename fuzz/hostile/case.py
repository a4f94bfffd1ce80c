"""A file made to break a reader, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

MEGA = 1_000_000


@dataclass(frozen=True)
class Case:
    """A hostile file. ``refused`` is in the reason, ``says`` in the text; with neither, both are right."""

    name: str
    build: Callable[[], bytes]
    refused: str = ""
    says: str = ""
    seconds: float = 30.0
    megabytes: float = 700.0
