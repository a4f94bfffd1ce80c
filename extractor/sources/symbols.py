"""Signs of the Symbol and Wingdings fonts, which Word stores as private codes: "≥ 80%" is U+F0B3 there."""

from __future__ import annotations

_SYMBOL = {
    0x2D: "−", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xB0: "°",
    0xA5: "∞", 0xB7: "•", 0xAE: "→", 0xDE: "⇒", 0xD7: "·", 0xA8: "♦", 0xE5: "∑", 0xD6: "√", 0x6D: "μ",
    0x44: "Δ", 0x53: "Σ", 0x61: "α", 0x62: "β", 0xA2: "′", 0xB2: "″", 0xBC: "…", 0xBE: "—",
}  # fmt: skip
_BULLETS = {0xA7, 0x6C, 0x6E, 0x71, 0x76, 0xD8, 0xE0, 0xE8, 0xF0, 0xFC, 0xFE, 0x9F, 0xA8}
_PLAIN = range(0x20, 0x7F)


def sign(code: int, font: str) -> str:
    """The sign that ``font`` prints for ``code`` (also in the private area U+F000 to U+F0FF).

    Empty where the font is a picture font and the picture is no bullet.
    """
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    name = font.casefold()
    if "wingdings" in name or "webdings" in name:
        return "•" if low in _BULLETS else ""
    if low in _SYMBOL and (code != low or name == "symbol"):
        return _SYMBOL[low]
    if code != low:
        return chr(low) if low in _PLAIN else ""
    return chr(code) if code >= 0x20 and not 0xD800 <= code < 0xE000 else ""


def signs(text: str, font: str = "") -> str:
    """``text`` with codes of the private area U+F000 to U+F0FF as the signs they print."""
    if not any("\uf000" <= char <= "\uf0ff" for char in text):
        return text
    return "".join(sign(ord(char), font) if "\uf000" <= char <= "\uf0ff" else char for char in text)
