"""Recognised words to runs of text: one baseline and one size a line, slips that are always slips mended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from extractor.sources.ocr.engine import Word
from extractor.sources.pdf_page import Run

_SMALL, _CAPITAL = 0.45, 0.66  # heights of small and capital letters of a serif face, in sizes
_SAME_SIZE = 0.14
_WIDE = 1.2  # a gap that parts a line, in sizes
_FLAT = str.maketrans({"Ð": "Đ", "ð": "đ", "\u2044": "/", "ĭ": "ĩ"})
_NO_WORDS = {"|", "¦", "||"}
_BULLETS = {"~", "~-", "-~", "—-", "¬"}
_ROUND = set("acemnorsuvwxzăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệòóỏõọồốổỗộờớởỡợùúủũụừứửữự")


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words of one printed line, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def text_lines(words: Iterable[Word]) -> list[TextLine]:
    """Words by line, mended."""
    lines = []
    for _, group in groupby(words, lambda word: word.line):
        own = mended(sorted(group, key=lambda word: word.x0))
        if own:
            lines.append(TextLine(tuple(own)))
    return lines


def mended(words: Sequence[Word]) -> list[Word]:
    """Words of a line without what Tesseract makes of rules and dust, and with Vietnamese letters.

    Only what no Vietnamese text can hold is changed: a lone upright bar, the Icelandic Ð for Đ,
    a tilde where a bullet opens the line.
    """
    kept = [_flat(word) for word in words if word.text not in _NO_WORDS]
    if len(kept) > 1 and kept[0].text in _BULLETS:
        kept[0] = replace(kept[0], text="-")
    return kept


def _flat(word: Word) -> Word:
    text = (
        word.text.translate(_FLAT).replace("ĐĐ", "Đ").replace("//", "/")
        if "http" not in word.text
        else word.text
    )
    return word if text == word.text else replace(word, text=text)


def runs_of(lines: Sequence[TextLine], point: float) -> list[Run]:
    """Runs in points; ``point`` is how many pixels make one. Lines of about one size get one size."""
    sizes = _sizes(lines, point)
    runs: list[Run] = []
    for line, size in zip(lines, sizes, strict=True):
        y = median(word.y for word in line.words) / point
        for piece in _pieces(line.words, size * point):
            first, last = piece[0], piece[-1]
            runs.append(
                Run(
                    " ".join(word.text for word in piece), first.x0 / point, last.x1 / point, y, size, False,
                    word=first.x1 / point if len(piece) > 1 else 0.0,
                )
            )  # fmt: skip
    return runs


def _pieces(words: Sequence[Word], size: float) -> list[list[Word]]:
    """Words parted where the line is, wider than justified text is spaced."""
    gaps = sorted(b.x0 - a.x1 for a, b in pairwise(words))
    usual = gaps[len(gaps) // 2] if len(gaps) > 3 else 0.0
    wide = max(_WIDE * size, 2.5 * usual)
    pieces = [[words[0]]]
    for before, word in pairwise(words):
        if word.x0 - before.x1 > wide:
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def _sizes(lines: Sequence[TextLine], point: float) -> list[float]:
    """Font sizes in points: letters' heights jitter, so that near ones are taken for the same."""
    if not lines:
        return []
    guesses = [_guesses(line, point) for line in lines]
    plain = sorted((g[0], len(line.text)) for g, line in zip(guesses, lines, strict=True) if len(g) == 1)
    steps = _steps(plain or sorted((g[-1], 1) for g in guesses))
    return [min(steps, key=lambda step: min(abs(step - g) / g for g in own)) if any(
        abs(step - g) <= _SAME_SIZE * step for step in steps for g in own
    ) else own[-1] for own in guesses]  # fmt: skip


def _guesses(line: TextLine, point: float) -> tuple[float, ...]:
    """What size a line may have: without small letters its height may be that of small or capital ones."""
    height = max(line.words[0].height / point, 1.0)
    letters = [char for char in line.text if char.isalpha()]
    if sum(char in _ROUND for char in letters) * 4 >= len(letters) > 0:
        return (height / _SMALL,)
    return height / _SMALL, height / _CAPITAL


def _steps(weighted: list[tuple[float, int]]) -> list[float]:
    """The sizes in use: that of most letters, then of what is left far from it, and so on."""
    steps: list[float] = []
    left = weighted
    while left and len(steps) < 12:
        half, total = sum(weight for _, weight in left) / 2, 0
        middle = left[-1][0]
        for size, weight in left:
            total += weight
            if total >= half:
                middle = size
                break
        steps.append(round(middle, 2))
        left = [entry for entry in left if abs(entry[0] - middle) > _SAME_SIZE * middle]
    return steps
