"""The words of a table cell: its lines joined, also where a narrow column broke a word in two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.sources.model import Piece
from extractor.sources.pdf_lines import baseline_rows, line_of, with_raised
from extractor.sources.pdf_page import Run
from extractor.vietnamese.syllables import is_syllable

_LAST = re.compile(r"\S+$")
_FIRST = re.compile(r"^\S+")
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _CellLine:
    piece: Piece
    spaced: bool  # the producer printed a space where it broke the line

    @property
    def text(self) -> str:
        return self.piece.text

    @property
    def width(self) -> float:
        return self.piece.x1 - self.piece.x0


def read_cell(page: int, runs: Sequence[Run], width: float | None = None) -> tuple[str, tuple[Piece, ...]]:
    """All words of the runs of a cell, and its lines; ``width`` is what these may take, if known."""
    if len(runs) == 1:
        return runs[0].text, (_piece(page, runs[0]),)
    if any(run.turn for run in runs):  # printed up or down the page, as in narrow heads
        runs = sorted(runs, key=lambda r: r.x0)
        return " ".join(run.text for run in runs), tuple(_piece(page, run) for run in runs)
    words, pieces = "", list[Piece]()
    before: _CellLine | None = None
    for row in with_raised(baseline_rows(runs)):
        line = _line(page, row)
        if line is None:
            continue
        tight = before is not None and _is_tight(before, line, width)
        words += line.text if tight or not words else " " + line.text
        pieces.append(line.piece)
        before = line
    return words, tuple(pieces)


def _piece(page: int, run: Run) -> Piece:
    return Piece(run.text, page, run.x0, run.top, run.x1, run.bottom)


def _line(page: int, row: Sequence[Run]) -> _CellLine | None:
    if len(row) == 1:
        return _CellLine(_piece(page, row[0]), row[0].spaced)
    line = line_of(page, row)
    return None if line is None else _CellLine(line.piece, row[-1].spaced)


def _is_tight(before: _CellLine, line: _CellLine, width: float | None) -> bool:
    """Whether the line goes on with the word that closes the one before."""
    if before.text.endswith("-") and before.text[-2:-1].isalnum():
        return line.text[:1].isdigit() or before.text[-2:-1].isupper()
    if width is None or before.spaced:
        return False
    letter = line.width / max(len(line.text), 1)
    if width - before.width > 1.1 * letter:  # there was room for one more letter
        return False
    last, first = _LAST.search(before.text), _FIRST.search(line.text)
    if last is None or first is None:
        return False
    return _one_word(last.group(), first.group())


def _one_word(last: str, first: str) -> bool:
    """Whether two pieces are one word or number rather than two: neither stands well alone."""
    if last[-1].isdigit() or first[0].isdigit():
        return last[-1].isdigit() and (first[0].isdigit() or first[0] in ".,/%")
    if not (last[-1].isalpha() and first[0].isalpha()):
        return first[0] == "&" or (last[-1] in "&/" and last[-2:-1].isupper() and first[0].isupper())
    left = (_LETTERS.findall(last) or [""])[-1]
    right = (_LETTERS.findall(first) or [""])[0]
    if left.isupper() and right.isupper() and not (is_syllable(left) and is_syllable(right)):
        return True
    return is_syllable(left + right) and not (is_syllable(left) and is_syllable(right))
