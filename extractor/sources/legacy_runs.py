"""Runs of text with the names of their fonts, as PDF, Word, RTF and Excel files give them, to Unicode.

Fonts decide where they tell an encoding; text in other fonts is judged by itself, line by line.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from extractor.sources.legacy import (
    Encoding,
    already_unicode,
    detect_legacy,
    font_encoding,
    legacy_lines,
    looks_foreign,
    pieces,
)
from extractor.sources.legacy_fonts import legacy_font

PRINT_CAPITALS = False
"""Whether text in fonts that print capitals only (.VnTimeH) is given as printed, or as stored.

As stored by default: so do the transcripts that such files are measured against, and it loses nothing.
"""

Run = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Converted:
    """The runs' texts in the same order and number, and the encodings met, the most used first."""

    texts: tuple[str, ...]
    encodings: tuple[Encoding, ...] = ()


def convert_runs(runs: Iterable[Run], *, print_capitals: bool | None = None) -> Converted:
    """Convert a document's (text, font name or None) runs; "\\n" in a text, or as a run, ends a line.

    A run may be as short as one character: of a letter made of several codes (VNI) the first one's run
    gets the letter, the others an empty text. What is Unicode already comes back as it was.
    Of workbooks, give each cell's text with its font and ("\\n", None) behind it; xlrd names fonts only where
    the book was opened with ``formatting_info=True``, openpyxl as ``cell.font.name``.
    """
    given = list(runs)
    tagged = [font_encoding(font) if font else None for _, font in given]
    if not any(tagged) and not any(looks_foreign(text) for text, _ in given):
        return Converted(tuple(text for text, _ in given))
    encodings = _by_font(given, [known[0] if known else None for known in tagged])
    _by_text(given, encodings)
    texts = _converted(given, encodings, [known is not None for known in tagged])
    if PRINT_CAPITALS if print_capitals is None else print_capitals:
        for i, known in enumerate(tagged):
            if known and known[1] and encodings[i]:
                texts[i] = texts[i].upper()
    used = Counter[Encoding]()
    for (text, _), encoding in zip(given, encodings, strict=True):
        if encoding and not text.isascii():
            used[encoding] += len(text)
    return Converted(tuple(texts), tuple(encoding for encoding, _ in used.most_common()))


def _by_font(runs: Sequence[Run], tagged: list[Encoding | None]) -> list[Encoding | None]:
    """Encodings as the fonts tell; a font whose text is Unicode (converted, its font left) tells nothing."""
    result = list(tagged)
    for encoding in {known for known in tagged if known}:
        places = [i for i, known in enumerate(tagged) if known == encoding]
        unicode_font = already_unicode("".join(runs[i][0] for i in places), encoding)
        for i in places:
            if unicode_font:
                result[i] = None
    return result


def _by_text(runs: Sequence[Run], encodings: list[Encoding | None]) -> None:
    """Fill in encodings of runs whose font tells nothing, by the text of their lines."""
    lines = _untagged_lines(runs, encodings)
    texts = ["".join(runs[i][0] for i in line) for line in lines]
    fonts = tuple({font for (_, font), known in zip(runs, encodings, strict=True) if known and font})
    encoding = detect_legacy("\n".join(texts), fonts)
    if encoding is None:
        return
    for line, legacy in zip(lines, legacy_lines(texts, encoding), strict=True):
        for i in line if legacy else ():
            encodings[i] = encoding


def _untagged_lines(runs: Sequence[Run], encodings: Sequence[Encoding | None]) -> list[list[int]]:
    """Places of the runs that no font explains, gathered by line; pictures (Symbol) are left out."""
    lines: list[list[int]] = [[]]
    for i, (text, font) in enumerate(runs):
        known = legacy_font(font) if font else None
        if encodings[i] is None and not (known and known.encoding is None):
            lines[-1].append(i)
        if "\n" in text:
            lines.append([])
    return [line for line in lines if line]


def _converted(
    runs: Sequence[Run], encodings: Sequence[Encoding | None], font_known: Sequence[bool]
) -> list[str]:
    """Neighbours in one encoding are converted as one text, for letters may be cut between them."""
    texts = [text for text, _ in runs]
    for encoding, group in groupby(range(len(runs)), key=lambda i: encodings[i]):
        if encoding is None:
            continue
        places = list(group)
        owners = [i for i in places for _ in texts[i]]
        known = [font_known[i] for i in owners]
        parts: dict[int, list[str]] = {i: [] for i in places}
        for at, letter in pieces("".join(texts[i] for i in places), encoding, known):
            parts[owners[at]].append(letter)
        for i in places:
            texts[i] = unicodedata.normalize("NFC", "".join(parts[i]))
    return texts
