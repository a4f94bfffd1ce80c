"""Words of several syllables by underthesea, as offsets into the text, which itself is never replaced.

underthesea rewrites what it segments (uỷ -> ủy, hoá -> hóa, tabs to spaces). Its words are therefore laid
back on the text by counting characters that are no white space; where the counts disagree, the line stays
cut at its spaces.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

_WHITE = re.compile(r"\s+")
_PART = re.compile(r"\S+")
_LONGEST = 4000  # characters given to the segmenter at once; a longer line is cut at a space


@cache
def segmenter() -> Callable[[str], list[str]]:
    """underthesea's ``word_tokenize``; slow to load, so at first use. Its handler on the root logger goes."""
    root = logging.getLogger()
    before = list(root.handlers)
    from underthesea import word_tokenize  # type: ignore[import-untyped,unused-ignore]

    for handler in [h for h in root.handlers if h not in before]:
        root.removeHandler(handler)
    return cast("Callable[[str], list[str]]", word_tokenize)


def word_spans(text: str) -> list[tuple[int, int]]:
    """Spans of the words of ``text`` in order; together they cover all that is no white space."""
    return [span for start, end in _pieces(text) for span in _words(text, start, end)]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Lines, and parts of very long ones, that hold more than white space."""
    for line in re.finditer(r"[^\n]+", text):
        start, end = line.span()
        while start < end:
            stop = end
            if end - start > _LONGEST:
                space = text.rfind(" ", start, start + _LONGEST)
                stop = space if space > start else start + _LONGEST
            if not text[start:stop].isspace():
                yield start, stop
            start = stop


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    places = _places(text, start, end)
    words = [_WHITE.sub("", str(word)) for word in segmenter()(unicodedata.normalize("NFC", text[start:end]))]
    if sum(map(len, words)) != len(places):
        yield from ((start + m.start(), start + m.end()) for m in _PART.finditer(text[start:end]))
        return
    position = 0
    for word in filter(None, words):
        yield places[position][0], places[position + len(word) - 1][1]
        position += len(word)


def _places(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """For each character of the normalised text (white space left out) its span in ``text``."""
    if unicodedata.is_normalized("NFC", text[start:end]):
        return [(i, i + 1) for i in range(start, end) if not text[i].isspace()]
    places: list[tuple[int, int]] = []
    i = start
    while i < end:
        j = i + 1
        while j < end and unicodedata.combining(text[j]):
            j += 1
        if not text[i].isspace():
            places += [(i, j)] * len(unicodedata.normalize("NFC", text[i:j]))
        i = j
    return places
