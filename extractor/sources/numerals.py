"""Numbers as list labels: 3 as 3, 03, c, C, iii or III."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def numeral(count: int, style: str) -> str:
    """``count`` in the style named by its first label: 1, 01, a, A, i or I; else plain digits."""
    if style == "01":
        return f"{count:02d}"
    if count < 1 or count > 5000 or style not in ("a", "A", "i", "I"):
        return str(count)
    text = _letters(count) if style in "aA" else _roman(count)
    return text.upper() if style.isupper() else text


def _letters(count: int) -> str:
    """Word's way after z: aa, bb, cc."""
    times, index = divmod(count - 1, 26)
    return chr(ord("a") + index) * (times + 1)


def _roman(count: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        times, count = divmod(count, worth)
        text += sign * times
    return text
