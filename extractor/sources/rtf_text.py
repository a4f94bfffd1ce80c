"""Characters of RTF: the font table, the codes of each font, and words that stand for a sign."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

from extractor.sources.legacy_fonts import font_encoding, legacy_font
from extractor.sources.legacy_tables import decode_cp1252

SYMBOLS = {
    "tab": " ", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ",
    "~": "\u00a0", "_": "-", "-": "\u00ad", "{": "{", "}": "}", "\\": "\\",
}  # fmt: skip
_CHARSETS = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_SYMBOL_SIGNS = {
    "£": "≤", "³": "≥", "±": "±", "°": "°", "´": "×", "¸": "÷", "¹": "≠", "®": "→", "Þ": "⇒", "-": "−",
}  # fmt: skip


def picture_text(text: str, font: str | None, *, label: bool, start: bool) -> str:
    """Text in a font of pictures: a few signs of Symbol, a dash for a bullet, else nothing."""
    known = legacy_font(font) if font else None
    if known is None or known.encoding is not None or not text.strip():
        return text
    signs = (
        "".join(_SYMBOL_SIGNS.get(c, "") for c in text) if (font or "").lower().startswith("symbol") else ""
    )
    return signs if signs and not label else "- " if start else ""


@dataclass
class _Font:
    name: str = ""
    codec: str | None = None


@dataclass
class Fonts:
    """The font table: names and code pages by number."""

    fonts: dict[int, _Font] = field(default_factory=dict)
    _now: int = 0
    _first: int | None = None
    _codec: str = "cp1252"

    def define(self, word: str, number: int) -> None:
        """A word of the font table: a font begins ("f"), or says its character set."""
        if word == "f":
            self._now = number
            self.fonts[number] = _Font()
        elif word == "fcharset":
            self.fonts.setdefault(self._now, _Font()).codec = _CHARSETS.get(number)
        else:
            self.fonts.setdefault(self._now, _Font()).codec = _codec(number)

    def name(self, text: str) -> None:
        """The name of the font that is being defined; an alternative behind its semicolon is not it."""
        font = self.fonts.setdefault(self._now, _Font())
        if not font.name.endswith(";"):
            font.name += text

    def default(self, word: str, number: int) -> None:
        """The document's font ("deff") or code page ("ansicpg")."""
        if word == "deff":
            self._first = number
        else:
            self._codec = _codec(number) or "cp1252"

    def family(self, number: int | None) -> str | None:
        """Name of a font; of the document's where ``number`` is None."""
        font = self.fonts.get(number if number is not None else self._first or 0)
        return font.name.rstrip("; ") or None if font else None

    def decode(self, data: bytes, number: int | None) -> str:
        """Bytes in a font. Fonts made before Unicode lie about their character set."""
        family = self.family(number)
        if family and font_encoding(family):
            return decode_cp1252(data)
        font = self.fonts.get(number if number is not None else self._first or 0)
        codec = (font.codec if font else None) or self._codec
        return decode_cp1252(data) if codec == "cp1252" else data.decode(codec, "replace")


def _codec(page: int) -> str | None:
    for name in (f"cp{page}", "utf-8" if page == 65001 else ""):
        try:
            return codecs.lookup(name).name if name else None
        except LookupError:
            continue
    return None
