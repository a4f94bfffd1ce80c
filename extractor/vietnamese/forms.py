"""Normal forms of Vietnamese text for matching; the source text itself is never changed.

``fold`` keeps the length of NFC text, so an offset in the folded text is an offset in the source.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_D = str.maketrans("đĐ", "dD")

# Letters of other alphabets that print like Latin ones, and full-width forms: slips of keyboards and of
# conversions. Ð (Icelandic) is the most frequent: old fonts drew Đ there.
_CONFUSABLE = str.maketrans(
    {
        **dict(zip("ÐðƉɖ", "ĐđĐđ", strict=True)),
        **dict(zip("АВЕКМНОРСТУХІЅЈаеорсухіѕјһԁԛԝ", "ABEKMHOPCTYXISJaeopcyxisjhdqw", strict=True)),
        **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True)),
        **{chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F)},
        "\u2010": "-", "\u2011": "-",
    }
)  # fmt: skip
_CONFUSED = re.compile("[" + "".join(map(chr, _CONFUSABLE)) + "]")


def _placements() -> dict[str, str]:
    """Old to new tone placement in open syllables: oá -> óa is written oa + tone on the 2nd or 1st vowel."""
    table: dict[str, str] = {}
    for first, second in ("oa", "oe", "uy"):
        for tone in _TONES:
            new = unicodedata.normalize("NFC", first + tone) + second
            old = first + unicodedata.normalize("NFC", second + tone)
            table[old] = new
    return table


_PLACEMENT = _placements()
OTHER_PLACEMENTS = tuple(_PLACEMENT)
"""Letters of open syllables with the tone mark where `fold` does not leave it ("oá", "uỷ")."""
# That no q stands before is looked at behind: `re` then leaps from one o or u to the next.
_PLACED = re.compile("(" + "|".join(sorted(_PLACEMENT)) + r")(?<!q..)(?![a-zà-ỹăâđêôơư])")


@lru_cache(maxsize=65536)
def _fold_cached(text: str) -> str:
    if _CONFUSED.search(text):
        text = text.translate(_CONFUSABLE)
    low = text.lower()
    if len(low) != len(text):  # a letter such as İ becomes two: keep it, so that offsets stay
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    low = low.replace("\u2013", "-").replace("\u2014", "-").replace("\u2212", "-").replace("\u00a0", " ")
    return _PLACED.sub(lambda m: _PLACEMENT[m.group(1)], low)


def fold(text: str) -> str:
    """Lower case, one tone placement (uỷ -> ủy, hoá -> hóa), plain dashes, Latin for look-alikes (Ð -> đ).

    The same length as ``text``.

    ``text`` must be NFC (as ``Source.text`` is).
    """
    return _fold_cached(text) if len(text) <= 2000 else _fold_cached.__wrapped__(text)


def bare(text: str) -> str:
    """Folded, without any marks and with đ as d: for OCR-worn words and user typing."""
    decomposed = unicodedata.normalize("NFD", fold(unicodedata.normalize("NFC", text)).translate(_D))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def squeeze(text: str) -> str:
    """Folded, punctuation as spaces, single spaces: the key by which phrases are compared."""
    return _squeeze_cached(text) if len(text) <= 400 else _squeeze_cached.__wrapped__(text)


@lru_cache(maxsize=65536)
def _squeeze_cached(text: str) -> str:
    return " ".join(_KEPT.findall(fold(unicodedata.normalize("NFC", text))))


_KEPT = re.compile(r"[\w%&+/.-]*\w[\w%&+/-]*|%")


def stands_at(text: str, words: str) -> int | None:
    """Where the words first stand as words of their own; both folded alike."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not (text[max(0, at - 1) : at].isalnum() or text[end : end + 1].isalnum()):
            return at
        at = text.find(words, at + 1)
    return None
