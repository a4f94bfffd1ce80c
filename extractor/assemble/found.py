"""A result being put together: its draft, its place in a table, its codes."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.annotators.drafts import ActualDraft
from extractor.assemble.context import Place
from extractor.records import Alternative


@dataclass
class FoundActual:
    """A result with what the assembly adds to it."""

    draft: ActualDraft
    place: Place | None = None
    codes: list[str] = field(default_factory=list)
    alternatives: list[Alternative] = field(default_factory=list)
