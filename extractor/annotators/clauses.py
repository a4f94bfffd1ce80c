"""Sentences, clauses and brackets of a span, as offsets into the text they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.vietnamese.letters import UPPER

_SENTENCE_END = re.compile(
    rf"(?<!\bTP)(?<!\bTp)\.(?:\s+|/\.|$)(?=[{UPPER}\d\"“(+-]|$)|;(?!\))(?!\s*\d[\d.,]*\s*%?\s*(?:[;.,)]|$|và\b))|\n"
)
_ABBREVIATED = re.compile(r"\b(?:tp|ths|ts|gs|pgs|q|p|tx|v\.v|tt)\.\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket from "(" to behind ")"; an unclosed one ends with its sentence."""

    start: int
    end: int


def find_brackets(text: str, start: int, end: int) -> list[Bracket]:
    """Outermost brackets within ``start:end``."""
    found: list[Bracket] = []
    depth, opened = 0, start
    for position in range(start, end):
        char = text[position]
        if char == "(":
            if depth == 0:
                opened = position
            depth += 1
        elif char == ")" and depth:
            depth -= 1
            if depth == 0:
                found.append(Bracket(opened, position + 1))
    if depth and end - opened < 400:
        found.append(Bracket(opened, end))
    return found


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of sentences and of ";"-clauses outside brackets, trimmed of spaces."""
    brackets = find_brackets(text, start, end)
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if any(b.start < match.start() < b.end for b in brackets):
            continue
        if match.group().startswith(".") and _ABBREVIATED.search(
            text[max(start, match.start() - 8) : match.start() + 1]
        ):
            continue
        yield from _trimmed(text, begin, match.start())
        begin = match.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in " \n\t":
        start += 1
    while end > start and text[end - 1] in " \n\t":
        end -= 1
    if start < end:
        yield start, end


def masked(text: str, spans: list[tuple[int, int]]) -> str:
    """``text`` with the spans blanked; offsets stay."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def parted(text: str, start: int, end: int, cut: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Spans between the matches of ``cut``, trimmed of spaces; none for those that hold nothing else."""
    edges = [start, *(at for match in cut.finditer(text, start, end) for at in match.span()), end]
    for low, high in zip(edges[::2], edges[1::2], strict=True):
        yield from _trimmed(text, low, high)
