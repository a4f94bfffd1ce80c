"""A statement as comparable tokens: abbreviations written out, values and frames set aside."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from extractor import gazetteers
from extractor.vietnamese.forms import bare, fold
from extractor.vietnamese.segmentation import word_spans

_TOKEN = re.compile(r"%|[^\W_]+")
_SHORT = r"[^\W\d_]+(?:[&-][^\W\d_]+)*"
_CITED = re.compile(
    r"\((?=[^()]*(?:theo |kế hoạch|quyết định|trừ |không bao gồm|năm 20\d\d\s*:))[^()]*\)"
    r"|(?:theo|tại|căn cứ) (?:đúng )?(?:kế hoạch|quyết định|công văn|nghị quyết|chỉ thị|văn bản)(?: số)? "
    r"\d+[\w/.-]*"
    r"(?: ngày [\d/.-]+\d)?",
    re.IGNORECASE,
)
_OVER = re.compile(r"\s*/\s*(?=tổng)", re.IGNORECASE)
_PLACE = re.compile(r"\b(tỉnh|thành phố|huyện|thị xã|quận) ((?:[^\W\d_]+ ?){1,3})")
_OFFICE = re.compile(
    r"(?:Sở|Ban|Đài|Cổng|Văn|Ủy|Uỷ|Hội|Báo|Tổ|Trung|Ngân|Công|Cục|Trường|Phòng|Chi|Số|Tỷ|Tỉ)\Z"
)
_NUMBER = re.compile(r"\d")


LONGEST = 4000
"""Characters of a statement that are looked at: nobody measures one thing at greater length."""
SEGMENTED = 600
"""Characters of a statement that are segmented: words far from its start no longer say what it measures."""


@dataclass(frozen=True, slots=True)
class Token:
    """A syllable, number or "%": as folded, without marks, and as the words of the statement."""

    marked: str
    plain: str

    @property
    def is_number(self) -> bool:
        return self.marked == "%" or bool(_NUMBER.search(self.marked))


def plain(text: str) -> str:
    """Without marks, i and y alike: "tỉ", "tỷ" and "ty" are one."""
    return bare(text).replace("y", "i")


@cache
def _abbreviations() -> dict[str, str]:
    """Abbreviation to expansion; one with several expansions is left alone."""
    table: dict[str, str] = {}
    for row in gazetteers.rows("abbreviations"):
        key = row["abbreviation"]
        table[key] = "" if key in table and table[key] != row["expansion"] else row["expansion"]
    return {k: v for k, v in table.items() if v}


@cache
def _abbreviations_lower() -> dict[str, str]:
    """Long abbreviations are known in small letters too ("dvctt"): no syllable looks like them."""
    return {k.lower(): v for k, v in _abbreviations().items() if len(k) >= 4 or k in ("CĐS", "DVC")}


@cache
def _short_forms() -> re.Pattern[str]:
    """An abbreviation of several words first ("NN và PTNT"), else anything that could be one."""
    spaced = sorted((k for k in _abbreviations() if " " in k), key=len, reverse=True)
    return re.compile("|".join([*(rf"\b{re.escape(k)}\b" for k in spaced), _SHORT]))


def expand(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """``text`` with its abbreviations written out, and which they were."""
    used: list[tuple[str, str]] = []

    def one(match: re.Match[str]) -> str:
        word = match.group()
        full = _abbreviations().get(word) or _abbreviations_lower().get(word.lower())
        if full is None and len(parts := re.split(r"[&-]", word)) > 1:
            return re.sub(r"[^\W\d_]+", one, word) if all(parts) else word
        if full is None:
            return word
        used.append((word, full))
        return full

    return _short_forms().sub(one, text), tuple(dict.fromkeys(used))


def tidy(text: str) -> str:
    """NFC on one line, without brackets and references that only cite other documents."""
    line = " ".join(unicodedata.normalize("NFC", text[:LONGEST]).split())
    return _PLACE.sub(_unplaced, _OVER.sub(" trên ", _CITED.sub(" ", line)))


def _unplaced(match: re.Match[str]) -> str:
    """ "tỉnh Bắc Giang" says no more than "tỉnh": names of places are no content."""
    names = match.group(2).split()
    kept = next(
        (i for i, n in enumerate(names) if not (n[0].isupper() and n[1:].islower()) or _OFFICE.match(n)),
        len(names),
    )
    return " ".join([match.group(1), *names[kept:]]) + " " if kept else match.group()


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[Token, ...]:
    """The syllables of ``text`` in order; leading zeros of numbers are dropped."""
    return tuple(_token(word) for word in _TOKEN.findall(fold(unicodedata.normalize("NFC", text))))


@lru_cache(maxsize=8192)
def _token(word: str) -> Token:
    word = word.lstrip("0") or word if word.isdigit() else word
    return Token(word, plain(word))


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[tuple[Token, ...], ...]:
    """The words of ``text`` by underthesea, each as its syllables; of a long text those at its start.

    They serve as terms only: the text itself is never replaced by what a segmenter makes of it.
    """
    head = text[:SEGMENTED]
    found = (tokens(head[start:end]) for start, end in word_spans(head))
    return tuple(word for word in found if word and not any(t.is_number for t in word))
