"""Words of two syllables that are known: those of the dictionary, of our gazetteers, of the trade."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from extractor import gazetteers
from extractor.analysis.audit.near_words import Pair
from extractor.vietnamese.forms import fold

_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")


@cache
def _dictionary() -> tuple[tuple[str, ...], ...]:
    """The words of the dictionary that ships with underthesea, cut into syllables; () where it lacks."""
    spec = find_spec("underthesea")
    path = Path(spec.origin).parent / "corpus" / "data" / "Viet74K.txt" if spec and spec.origin else None
    if path is None or not path.is_file():
        return ()
    lines = fold(path.read_text(encoding="utf-8")).replace("-", " ").splitlines()
    return tuple(tuple(line.split()) for line in lines)


@cache
def dictionary_pairs() -> frozenset[Pair]:
    """Words of two syllables."""
    return frozenset((word[0], word[1]) for word in _dictionary() if len(word) == 2)


@cache
def known_pairs() -> frozenset[Pair]:
    """Pairs of syllables that stand together in the dictionary or in our own gazetteers."""
    pairs: set[Pair] = set()
    for word in _dictionary():
        pairs.update(pairwise(word))
    for table in gazetteers.folder().rglob("*.csv"):
        for match in _WORDS.finditer(fold(table.read_text(encoding="utf-8"))):
            words = match.group().split(" ")
            pairs.update(pairwise(words))
    return frozenset(pairs)


@cache
def administrative() -> frozenset[Pair]:
    """Words of the trade: a form that is nearly one of them is a slip even where the text uses it once."""
    words = (row["word"].split(" ") for row in gazetteers.rows("administrative_words"))
    return frozenset((word[0], word[1]) for word in words)
