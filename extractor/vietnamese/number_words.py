"""Numbers written out in words: "hai trăm ba mươi lăm triệu", "mười một nghìn không trăm linh năm"."""

from __future__ import annotations

from collections.abc import Sequence

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_ALONE = frozenset(_DIGITS) - {"mốt", "lăm", "nhăm"}
_SCALES = ((10**9, ("tỷ", "tỉ")), (10**6, ("triệu",)), (10**3, ("nghìn", "ngàn")))


def read_number_words(words: str) -> int | None:
    """The number that these words write out; None when they write none. Never raises."""
    tokens = words.lower().replace(",", " ").split()
    return _read(tokens, 0) if tokens and len(tokens) < 60 else None


def _read(tokens: Sequence[str], scale: int) -> int | None:
    """Tokens below a scale: what stands before its word so many times, and what stands behind it."""
    if scale == len(_SCALES):
        return _below_thousand(tokens)
    factor, names = _SCALES[scale]
    places = [i for i, token in enumerate(tokens) if token in names]
    if not places:
        return _read(tokens, scale + 1)
    before, behind = tokens[: places[-1]], tokens[places[-1] + 1 :]
    times = _read(before, 0 if scale == 0 else scale + 1)  # "hai nghìn tỷ"
    rest = 0 if not behind else _read(behind, scale + 1)
    if times is None or rest is None or rest >= factor:
        return None
    return times * factor + rest


def _below_thousand(tokens: Sequence[str]) -> int | None:
    hundreds, rest = 0, list(tokens)
    if len(rest) > 1 and rest[1] == "trăm" and rest[0] in _ALONE:
        hundreds, rest = 100 * _DIGITS[rest[0]], rest[2:]
        if not rest:
            return hundreds
    below = _below_hundred(rest, spoken=len(rest) < len(tokens))
    return None if below is None else hundreds + below


def _below_hundred(tokens: Sequence[str], spoken: bool) -> int | None:
    """``spoken``: hundreds stand before, so that "linh" may fill the place of the tens."""
    match list(tokens):
        case [digit] if digit in _ALONE and not spoken:
            return _DIGITS[digit]
        case ["linh" | "lẻ", digit] if digit in _ALONE and spoken:
            return _DIGITS[digit]
        case ["mười"]:
            return 10
        case ["mười", digit] if digit in _DIGITS and digit != "mốt":
            return 10 + _DIGITS[digit]
        case [ten, "mươi"] if ten in _ALONE:
            return 10 * _DIGITS[ten]
        case [ten, "mươi", digit] | [ten, digit] if ten in _ALONE and digit in _DIGITS and ten != "không":
            return 10 * _DIGITS[ten] + _DIGITS[digit]
    return None
