"""Values of spreadsheet cells as a Vietnamese office prints them: 0.86 under "0%" is "86%".

Numbers get Vietnamese separators (1.234,5) and dates the order day/month/year with a year of four
digits, whatever the machine's language that wrote the file: a date's meaning is certain there, while
its order on paper is not.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

Value = str | bool | int | float | dt.datetime | dt.date | dt.time | dt.timedelta | None

_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<space>.)|\*.|\[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]'
    r"|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]|(?P<word>General|AM/PM|A/P)"
    r"|(?P<date>d+|m+|y+|h+|s+)|(?P<number>[0#?.,%]+|E[+-])|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_MAX_FORMAT = 300
_GENERAL_DIGITS = 10
"""Significant digits that a cell without a format shows."""


@lru_cache(maxsize=512)
def _sections(format: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    """A format's sections (positive; negative; zero; text) as (kind of piece, its text)."""
    sections: list[list[tuple[str, str]]] = [[]]
    for kind, text in _pieces(format[:_MAX_FORMAT]):
        if kind == "other" and text == ";":
            sections.append([])
        else:
            sections[-1].append((kind, text))
    return tuple(tuple(section) for section in sections[:4])


def _pieces(format: str) -> Iterator[tuple[str, str]]:
    for match in _PIECE.finditer(format):
        kind = match.lastgroup
        if kind is not None:
            yield kind, match[kind]


def is_date_format(format: str) -> bool:
    """Whether a number under ``format`` is a date or a time of day."""
    kinds = [kind for kind, _ in _sections(format)[0]]
    return ("date" in kinds or "elapsed" in kinds) and "number" not in kinds


def printed(value: Value, format: str = "General") -> str:
    """What a cell shows; numbers that stand for dates must have been turned into dates before."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return value
    if isinstance(value, dt.timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02d}"
    if isinstance(value, (dt.datetime, dt.date, dt.time)):
        return _date(value, _sections(format)[0])
    return _number(value, format)


def _date(value: dt.datetime | dt.date | dt.time, pieces: tuple[tuple[str, str], ...]) -> str:
    """Day, month and year as far as the format shows them, in Vietnamese order."""
    marks = [(text.lower()[0], len(text)) for kind, text in pieces if kind == "date"]
    if any(kind in ("quoted", "currency") and any(map(str.isalpha, text)) for kind, text in pieces):
        return _worded(value, pieces)
    asked = dict(reversed(marks))
    shown = []
    if not isinstance(value, dt.time):
        padded = asked.get("d") == 2
        if "d" in asked:
            shown.append(f"{value.day:02d}" if padded else str(value.day))
        if "m" in asked and ("d" in asked or "y" in asked or "h" not in asked):
            shown.append(f"{value.month:02d}" if asked["m"] == 2 else str(value.month))
        if "y" in asked:
            shown.append(str(value.year))
        if not marks:
            shown = [str(value.day), str(value.month), str(value.year)]
    parts = ["/".join(shown)] if shown else []
    if isinstance(value, dt.time) or ("h" in asked and isinstance(value, dt.datetime)):
        parts.append(f"{value.hour}:{value.minute:02d}")
    return " ".join(parts)


def _worded(value: dt.datetime | dt.date | dt.time, pieces: tuple[tuple[str, str], ...]) -> str:
    """A format with words of its own, such as "Tháng" m "năm" yyyy: its pieces in its order."""
    out = []
    hours = False
    for kind, text in pieces:
        mark = text.lower()[:1]
        if kind != "date":
            out.append(" " if kind == "space" else text if kind != "word" else "")
        elif mark == "m" and hours:
            out.append(f"{getattr(value, 'minute', 0):02d}")
        elif mark in "hs":
            hours = mark == "h"
            number = getattr(value, "hour" if hours else "second", 0)
            out.append(f"{number:02d}" if len(text) > 1 else str(number))
        elif not isinstance(value, dt.time):
            number = {"d": value.day, "m": value.month, "y": value.year}[mark]
            out.append(f"{number:02d}" if len(text) == 2 and mark != "y" else str(number))
    return "".join(out).strip()


def _number(value: int | float, format: str) -> str:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return ""
    if not number.is_finite():
        return ""
    sections = _sections(format or "General")
    if number < 0 and len(sections) > 1:
        return _formatted(-number, sections[1])
    if number == 0 and len(sections) > 2:
        return _formatted(number, sections[2])
    return _formatted(number, sections[0])


def _formatted(number: Decimal, pieces: tuple[tuple[str, str], ...]) -> str:
    """The literals of the format around the number where its first placeholder stands."""
    places = "".join(text for kind, text in pieces if kind == "number")
    if not places.strip("%,."):
        whole = any(text.lower() in ("general", "@") or kind == "date" for kind, text in pieces)
        literal = "".join(text for kind, text in pieces if kind in ("quoted", "escaped", "currency"))
        return _general(number) if whole else literal.strip()
    if "E+" in places.upper() or "E-" in places.upper() or ("other", "/") in pieces:
        return _general(number)  # scientific and fractions: nothing that a plan prints
    shown = _placed(number, places)
    out, done = [], False
    for kind, text in pieces:
        if kind == "number" and not done:
            out.append(shown)
            done = True
        elif kind == "space":
            out.append(" ")
        elif kind != "number" and kind != "word":
            out.append(text)
        if kind == "number" and text.endswith("%") and done:
            out.append("%")
    text = "".join(out)
    return " ".join(("-" + text if number < 0 and not _is_zero(shown) else text).split())


def _is_zero(shown: str) -> bool:
    return not shown.strip("0,.")


def _placed(number: Decimal, places: str) -> str:
    """The absolute number with the decimals, the grouping and the scale of its placeholders."""
    places, percent = places.replace("%", ""), places.count("%")
    bare = places.rstrip(",")
    scale = len(places) - len(bare) if "." not in bare or not bare.endswith(".") else 0
    whole, _, decimals = bare.partition(".")
    decimals = re.sub(r"[^0#?]", "", decimals)[:15]
    value = abs(number) * (Decimal(100) ** min(percent, 3)) / (Decimal(1000) ** min(scale, 5))
    if value.adjusted() > 25 - len(decimals):  # more digits than decimal arithmetic keeps
        return _general(number)
    rounded = value.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    digits, _, fraction = f"{rounded:f}".partition(".")
    optional = len(decimals) - len(decimals.rstrip("#"))
    while optional and fraction.endswith("0"):
        fraction, optional = fraction[:-1], optional - 1
    minimum = whole.count("0")
    digits = digits.zfill(minimum) if minimum > 1 else digits
    if "," in whole:
        digits = f"{int(digits):,}".replace(",", ".").zfill(min(minimum, len(digits)))
    return digits + ("," + fraction if fraction else "")


def _general(number: Decimal) -> str:
    """A number without a format: up to ten significant digits, a decimal comma, no grouping."""
    if number.adjusted() > 300:
        return ""
    rounded = float(number)
    if rounded == int(rounded) and abs(rounded) < 1e15:
        return str(int(rounded))
    if not 1e-9 < abs(rounded) < 1e15:
        return f"{rounded:.5E}".replace(".", ",")
    whole = len(str(int(abs(rounded))))
    text = f"{rounded:.{max(_GENERAL_DIGITS - whole, 0)}f}".rstrip("0").rstrip(".") or "0"
    return text.replace(".", ",")
