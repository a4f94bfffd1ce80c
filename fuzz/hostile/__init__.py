"""Files made to break a reader, each with what must come of it. Built when asked for; none is stored."""

from __future__ import annotations

from fuzz.hostile.case import Case
from fuzz.hostile.markup import MARKUP, TEXTS
from fuzz.hostile.packages import PACKAGES
from fuzz.hostile.pdfs import PDFS

NOTHING = tuple(Case(f"zeros{s}", lambda: b"\0" * 5000, "rỗng") for s in (".pdf", ".docx", ".xls", ".txt"))
CASES = (*PACKAGES, *PDFS, *MARKUP, *TEXTS, *NOTHING)


def truncated(data: bytes) -> list[bytes]:
    """``data`` cut at every twentieth of its length."""
    return [data[: len(data) * i // 20] for i in range(20)]


__all__ = ["CASES", "Case", "truncated"]
