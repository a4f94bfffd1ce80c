"""Markers of headings and items: style ("roman", "dotted1", "dash" …), label and length."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.vietnamese.forms import fold

_MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(r"(?:phần|chương)\s+(?:thứ\s+)?(\w+)\s*[.:-]?\s*")),
    ("article", re.compile(r"điều\s+(\d{1,3})\s*[.:]\s*")),
    ("ordinal", re.compile(r"(thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám))[,:]\s*")),
    # "Biểu tổng hợp kết quả …" is the caption of a table, "Biểu 2" a form of the annex
    (
        "annex",
        re.compile(
            r"(?:phụ lục|(?:biểu|mẫu)(?=\s*(?:số\s*)?(?:[ivxl\d]{1,6}(?!\w)|[.:]?\s*$)))"
            r"\s*(?:số\s*)?([ivxl\d]*)\s*[.:-]?\s*(?!kèm theo)"
        ),
    ),
    # "12.500 hộ" opens with a number, not with a marker
    ("dotted", re.compile(r"(?!\d{1,3}(?:\.\d{3})+\s+[^\W\d_])(\d{1,3}(?:\.\d{1,3})+)(?:\s*[.)]|-)?\s+")),
    ("number", re.compile(r"(\d{1,3})(?:\s*[.](?!\d)|\s*/(?=\s|[^\W\d_])|-(?=\s))\s*")),
    ("bracket", re.compile(r"\(?(\d{1,2}|[ivx]{1,4})\)\s*")),
    ("letter", re.compile(r"\(?([a-zđ])(?:\.(?!\d)|\))\s*(?=\S)")),
    ("dash", re.compile(r"[-–—]\s*(?=\S)")),
    ("plus", re.compile(r"\+\s*(?=\S)")),
    ("star", re.compile(r"[*•●▪◦·✓]\s*(?=\S)")),
)


# Most paragraphs open with a word: no marker but those in words ("Phần", "Điều", "Phụ lục") can stand there.
_WORD = re.compile(r"(?![IVXL]{3})[^\W\d_]{3}")
_WORDED, _OPENING = _MARKERS[:4], frozenset("pcđtbm")
_ROMAN = re.compile(r"([IVXL]{1,6})\s*[.)/:-]\s*")


_UPPER = re.compile(r"([A-ZĐ])\s*[.)]\s+(?=\S)")


# "C.1.", "B.2.1", "I.1.2", "a.1)": a number under a letter. "H.264" and "A.05/2" are names, not markers.
_LETTERED = re.compile(
    r"\(?((?:[IVXL]{1,6}|[A-ZĐa-zđ])(?:\.\d{1,2}){1,4})(?:\s*[.)/:](?!\d)\s*(?=\S)|\s+(?=[^\W\d_]))"
)


_LONGEST = 120
"""Letters within which a marker ends."""


def marker_of(text: str) -> tuple[str, str, int]:
    """Style, label and length of a block's marker; ("none", "", 0) without one."""
    return _marker_of(text[:_LONGEST])


@lru_cache(maxsize=16384)
def _marker_of(text: str) -> tuple[str, str, int]:
    low = fold(text[:80])
    if _WORD.match(text):
        if low[0] not in _OPENING:
            return "none", "", 0
        return _by_style(text, low, _WORDED)
    lettered = _LETTERED.match(text)
    if lettered:
        small = lettered[1][0].islower()  # "a.1" stands under "a)"
        return "bracket" if small else f"dotted{lettered[1].count('.')}", lettered[1], lettered.end()
    roman = _ROMAN.match(text) if text[:3].lower() != "v/v" else None
    if roman and not re.match(r"[IVXL]+\s*(?:-\s*\d|/\s*(?:năm\s*)?20\d\d)", text):  # "II-2", "quý III/2024"
        return "roman", roman[1], roman.end()
    upper = _UPPER.match(text)
    if upper:
        return "upper", upper[1], upper.end()
    return _by_style(text, low, _MARKERS)


def _by_style(text: str, low: str, markers: tuple[tuple[str, re.Pattern[str]], ...]) -> tuple[str, str, int]:
    for style, pattern in markers:
        match = pattern.match(low)
        if match:
            label = (
                match[1].upper()
                if match.groups() and style in {"part", "annex"}
                else (text[match.start(1) : match.end(1)] if match.groups() else "")
            )
            return style if style != "dotted" else f"dotted{label.count('.')}", label, match.end()
    return "none", "", 0
