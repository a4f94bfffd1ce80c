"""Lines in capitals, and how they read as a sentence."""

from __future__ import annotations

import re

from extractor.structure.places import find_provinces
from extractor.vietnamese.letters import LOWER

_WORD = re.compile(r"[^\W_]+")
_AFTER_TIER = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)\s((?:[^\W\d_]+[\s-]{1,3}){0,2}[^\W\d_]+)"
)
_ENDS_NAME = re.compile(r"\s(?:năm|giai|đến|về|và|trong|theo|trên|quý|tháng|tại|lần|khóa|nhiệm)\b.*", re.S)
_ROMAN = re.compile(r"(?<!\w)(?:[ivx]{1,4})(?!\w)")


def is_capitals(text: str) -> bool:
    """Whether a line is printed in capitals (a slip of a few small letters allowed)."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 4 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def sentence_case(text: str, body: str) -> str:
    """A title in capitals as a sentence; abbreviations and names get back their capitals.

    Abbreviations are those words that ``body`` prints in capitals inside its sentences.
    """
    if not is_capitals(text):
        return text
    low = list(text.lower())
    for word in _WORD.finditer(text):
        in_brackets = text[max(0, word.start() - 1) : word.start()] == "("
        if _is_abbreviation(word.group(), body, in_brackets):
            low[word.start() : word.end()] = word.group()
    for match in _ROMAN.finditer(text.lower()):
        low[match.start() : match.end()] = text[match.start() : match.end()]
    result = "".join(low)
    for place in find_provinces(text):
        result = result[: place.start] + _capitalised(result[place.start : place.end]) + result[place.end :]
    for match in _AFTER_TIER.finditer(result):
        name = _ENDS_NAME.sub("", match.group(1))
        start = match.start(1)
        if f"{_capitalised(name)}" in body:
            result = result[:start] + _capitalised(name) + result[start + len(name) :]
    return result[:1].upper() + result[1:]


def _capitalised(words: str) -> str:
    return _WORD.sub(lambda m: m.group()[:1].upper() + m.group()[1:], words)


def _is_abbreviation(word: str, body: str, in_brackets: bool) -> bool:
    if len(word) < 2 or word.isdigit() or not word.isupper():
        return False
    if in_brackets and len(word) <= 6:
        return True
    start = body[:60_000]
    if re.search(rf"(?<!\w)(?:{re.escape(word.lower())}|{re.escape(word.capitalize())})(?!\w)", start):
        return False  # the text writes it as a word
    return re.search(rf"[{LOWER}],?\s{re.escape(word)}[\s,.;)]\s?[{LOWER}(]", start) is not None
