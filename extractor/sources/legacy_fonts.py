"""What a font's name tells: fonts made before Unicode each belong to one encoding."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extractor.gazetteers import rows
from extractor.sources.legacy_tables import ENCODINGS, Encoding

_SUBSET = re.compile(r"[A-Z]{6}\+")
_STYLE = re.compile(
    r"(?:,.*|[-\s]*(?:Bold|Italic|Regular|Oblique|Normal|PSMT|MT)+| (?:Tur|CE|Cyr|Greek|Baltic))$"
)


@dataclass(frozen=True, slots=True)
class LegacyFont:
    """``encoding`` None: a font of pictures, no letters. ``capitals``: it prints capitals only."""

    encoding: Encoding | None
    capitals: bool = False


def font_family(name: str) -> str:
    """A font's name without what PDF, Word and RTF add: subset tag, weight, script, quotes."""
    family = _SUBSET.sub("", name.replace("#2E", ".").replace("#20", " ").strip().strip("\"'\0 "), count=1)
    for _ in range(3):
        shorter = _STYLE.sub("", family).strip()
        if not shorter or shorter == family:
            break
        family = shorter
    return family


@cache
def _entries() -> tuple[tuple[str, str, str, str], ...]:
    return tuple((r["font"], r["match"], r["encoding"], r["capitals"]) for r in rows("legacy_fonts"))


@lru_cache(maxsize=4096)
def legacy_font(name: str) -> LegacyFont | None:
    """The entry of ``gazetteers/legacy_fonts.csv`` for a font; None for any other font."""
    family = font_family(name)
    for font, match, encoding, capitals in _entries():
        plain = family[:-1] if capitals == "H" and family.endswith("H") else family
        low = plain.casefold()
        if low == font.casefold() if match == "whole" else low.startswith(font.casefold()):
            prints = capitals == "always" or (capitals == "H" and plain != family)
            return LegacyFont(encoding if encoding in ENCODINGS else None, prints)
    return None


def prints_capitals(name: str) -> bool:
    """Whether a font made before Unicode prints small letters as capitals."""
    font = legacy_font(name)
    return font is not None and font.capitals


def font_encoding(name: str) -> tuple[Encoding, bool] | None:
    """(encoding, prints only capitals) of a font made before Unicode; None for all other fonts."""
    font = legacy_font(name)
    return None if font is None or font.encoding is None else (font.encoding, font.capitals)
