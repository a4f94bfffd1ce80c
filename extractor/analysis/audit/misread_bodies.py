"""Names of departments, rooms and other bodies with other marks than theirs: "Phòng Nội vu", "Sờ Y tế"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise

from extractor import gazetteers
from extractor.analysis.audit.dictionary import known_pairs
from extractor.analysis.audit.model import Hit
from extractor.analysis.audit.near_words import Pair, bare_word
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import fold

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST, _FEW = 70, 4
"""Letters of a name; places of a pair that are looked at."""


@cache
def _names() -> Mapping[tuple[str, ...], Mapping[tuple[str, ...], str]]:
    """By its words without marks: how a name is written (folded words), and the name."""
    names: dict[tuple[str, ...], dict[tuple[str, ...], str]] = {}
    for table in ("departments", "bodies"):
        for row in gazetteers.rows(table):
            _add(names, row["name"])
            if row["name"].startswith("Sở "):
                _add(names, f"Phòng {row['name'].removeprefix('Sở ')}")
    return names


def _add(names: dict[tuple[str, ...], dict[tuple[str, ...], str]], name: str) -> None:
    words = tuple(_WORD.findall(fold(name)))
    if len(words) > 2:
        names.setdefault(tuple(map(bare_word, words)), {}).setdefault(words, name)


@cache
def _known_pairs() -> Mapping[Pair, frozenset[Pair]]:
    """Words that stand side by side in names, without marks, with those that have the right ones."""
    pairs: dict[Pair, set[Pair]] = {}
    for key, written in _names().items():
        for words in written:
            for plain, marked in zip(pairwise(key), pairwise(words), strict=True):
                pairs.setdefault(plain, set()).add(marked)
    return {pair: frozenset(marked) for pair, marked in pairs.items()}


@cache
def _openings() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Names by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for key in sorted(_names(), key=len, reverse=True):
        found.setdefault(key[0], []).append(key)
    return {first: tuple(keys) for first, keys in found.items()}


def names(subject: Subject) -> Iterator[Hit]:
    """ "Phòng Nội vu", "Sờ Thông tin vả Truyền thông": a known body but for marks."""
    told = set[int]()
    odd = dict.fromkeys(p for _, w in subject.writings for p in (*w.odd, *w.unread))
    for pair in odd:
        if not _is_odd(pair):
            continue
        for at in _places(subject.folded, " ".join(pair)):
            found = _named_at(subject, at)
            if found is not None and found[0] not in told:
                told.add(found[0])
                start, end, name = found
                figures = {"written": " ".join(subject.text[start:end].split()), "name": name}
                yield Hit("unit-name-differs", figures, (subject.at(start, end),), severity="warning")


_TIER = re.compile(
    r"(?<!\w)(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|tỉnh ủy|công an|ban chỉ huy quân sự|sở|phòng) "
    r"(?P<tier>t[iíìỉĩị]nh|huy[êếềểễệe]n|x[aáàảãạ]|ph[ưứừửữựu][ơớờởỡợo]ng|th[iíìỉĩị] trấn)(?!\w)"
    r"(?! (?:theo|toán|đến|từ|điểm|số|bằng|nhuệ|gọn|thần|giản))"
)
_TIERS = frozenset(("tỉnh", "huyện", "xã", "phường", "thị trấn"))
_NAMED = sign(_TIER)


def tiers(subject: Subject) -> Iterator[Hit]:
    """ "UBND tinh", "HĐND huyên": a tier with other marks than it has."""
    told = set[str]()
    for start, words in subject.bearing(_NAMED):
        for match in _TIER.finditer(words):
            low, high = start + match.start("tier"), start + match.end("tier")
            if match["tier"] in _TIERS or match["tier"] in told or not subject.text[low:high].islower():
                continue
            told.add(match["tier"])
            right = next(tier for tier in _TIERS if bare_word(tier) == bare_word(match["tier"]))
            figures = {
                "written": " ".join(subject.text[start + match.start() : high].split()),
                "name": f"{subject.text[start + match.start() : low]}{right}",
            }
            yield Hit("unit-name-differs", figures, (subject.around(start, match),), severity="warning")


@lru_cache(maxsize=65536)
def _is_odd(pair: Pair) -> bool:
    """Words of a name, but for their marks."""
    right = _known_pairs().get((bare_word(pair[0]), bare_word(pair[1])))
    return right is not None and pair not in right


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    for _ in range(_FEW):
        if at < 0:
            return
        yield at
        at = text.find(words, at + len(words))


def _named_at(subject: Subject, at: int) -> tuple[int, int, str] | None:
    """The body whose name (but for marks) holds the words at an offset; None where they are none's."""
    low = max(0, at - _LONGEST)
    tokens = list(_WORD.finditer(subject.folded, low, min(len(subject.folded), at + _LONGEST)))
    here = next((i for i, token in enumerate(tokens) if token.start() >= at), len(tokens))
    for i in range(here, max(-1, here - 9), -1):
        for key in _openings().get(bare_word(tokens[i].group()), ()) if i < len(tokens) else ():
            run = tokens[i : i + len(key)]
            if i + len(key) <= here + 1 or [bare_word(t.group()) for t in run] != list(key):
                continue
            behind = tokens[i + len(key)].group() if i + len(key) < len(tokens) else ""
            if (run[-1].group(), behind) in known_pairs() and not _ends_so(key, run[-1].group()):
                return None  # "Công an tinh nhuệ"
            return _misread(subject, run, key)
    return None


def _ends_so(key: tuple[str, ...], word: str) -> bool:
    return any(written[-1] == word for written in _names()[key])


def _misread(subject: Subject, run: list[re.Match[str]], key: tuple[str, ...]) -> tuple[int, int, str] | None:
    written, start, end = tuple(token.group() for token in run), run[0].start(), run[-1].end()
    named = subject.text[start].isupper() and not subject.text[start:end].isupper()
    known = _names()[key]
    if written in known or not (named or subject.text[run[1].start()].isupper()):
        return None
    if re.search(r"[.;:|()]|\n\s*\n", subject.text[start:end]):
        return None
    return start, end, next(iter(known.values()))
