"""Codes of the catalog cited for another indicator than the one that the words speak of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz, process

from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.catalog.terms import expand
from extractor.vietnamese.forms import squeeze

_NEAR = 25  # words before a cited code that speak of it
_CODE = r"\d{1,2}(?:\.\d{1,2}){1,3}"
_CITED = re.compile(
    rf"(?:chỉ số|chỉ tiêu|tiêu chí|mã)(?: thành phần| dti)?(?: số)? ({_CODE})(?![\w.]*\d)"
    rf"(?!(?:,| và|;| đến) {_CODE})"
)
_IN_BRACKETS = re.compile(r"\s*\(([^()]{12,200})\)")
_BEHIND = re.compile(r"\s*(?:về|là|:|-)\s+([^.;()]{12,160})")
POINTED = re.compile(r"(?:như|tương tự|giống|cùng với|xem|so với|kể cả|trừ|và|hoặc|,)\s*$")
"""Words before a code that only points at another place."""
_SURE, _APART = 84, 18
_MORE, _ITS, _RARE = 3, 3, 2
"""Pairs of words that another name must have more, pairs among them that few names have, how few."""
_FEW, _MANY = 4, 6
"""Words that must be like a name, pairs of words that must be unlike it."""


_CITING = sign(_CITED)


def codes(subject: Subject) -> Iterator[Hit]:
    """ "theo chỉ số 7.6" beside words that speak of another indicator; rows whose code has another name."""
    for start, words in subject.telling(_CITING):
        for match in _CITED.finditer(words):
            pointed = POINTED.search(words[: match.start()])
            if match[1] not in subject.catalog:
                if subject.codes and match[1].split(".")[0] in subject.catalog:
                    span = subject.around(start, match)
                    figures = {"codes": match[1], "catalog": subject.catalog.name}
                    yield Hit("code-not-in-catalog", figures, (span,))
            elif not pointed:
                where = (start + match.start(), start + match.end())
                yield from _cited(subject, match[1], _spoken_of(words, match), where)
    yield from _renamed(subject)
    yield from _reworded(subject)


def _spoken_of(words: str, match: re.Match[str]) -> str:
    """The words that tell what a cited code is about: those in brackets behind it, else those before."""
    bracket = _IN_BRACKETS.match(words, match.end())
    if bracket:
        return bracket[1]
    if match.start() < 8:  # the code opens the paragraph: "Chỉ số 5.2. Phương án …"
        return re.split(r"[;:(]|\.(?!\d)", words[match.end() :].lstrip(" .:-)"))[0]
    behind = _BEHIND.match(words, match.end())
    if behind:
        return behind[1]
    before = " ".join(words[max(0, match.start() - 260) : match.start()].split()[-_NEAR:])
    clause = re.split(r"[;:]|\.(?!\d)", before)[-1].strip(" (")
    after = re.split(r"[;:.(]", words[match.end() : match.end() + 120])[0]
    return clause if len(clause.split()) >= _FEW else f"{clause} {after}"


def _cited(subject: Subject, code: str, words: str, where: tuple[int, int]) -> Iterator[Hit]:
    """The words are those of another indicator, and not of the cited one."""
    other = other_indicator(subject, code, _squeezed(words))
    if other is None or other.startswith(f"{code}.") or code.startswith(f"{other}."):
        return
    figures: dict[str, Figure] = {"code": code, "name": subject.catalog[code].name}
    figures |= {"other": other, "other_name": subject.catalog[other].name}
    span = subject.at(max(0, where[0] - 160), where[1])
    yield Hit("code-of-another-indicator", figures, (span,), code)


def other_indicator(subject: Subject, code: str, told: str) -> str | None:
    """The indicator that the words fit, where they do not fit the cited one."""
    if len(told.split()) < _FEW:
        return None
    names = {i.code: i.name for i in subject.catalog if not i.is_group}
    likeness, other = _nearest(told, names, _SURE)
    if other not in (code, None):
        far = likeness - (_nearest(told, {code: names[code]})[0] if code in names else 0) >= _APART
        return other if far or _tells_apart(told, names[code], names[other]) else None
    here = _pairs(told)
    if here & _pairs(names[code]):
        return _wholly_other(here, code, names)
    if len(here) < _MANY:
        return None
    fits = {c: len(here & _pairs(name)) for c, name in names.items()}
    other = max(fits, key=lambda c: fits[c])
    return other if fits[other] >= 2 else None


def _wholly_other(here: frozenset[tuple[str, str]], code: str, names: dict[str, str]) -> str | None:
    """The words share with the cited name only what the other one has too, and much more with the other."""
    own = here & _pairs(names[code])
    known = _known(tuple(names.values()))
    shared = {c: here & _pairs(name) for c, name in names.items()}
    other = max(shared, key=lambda c: len(shared[c]))
    more = own < shared[other] and len(shared[other]) >= len(own) + _MORE
    return other if more and sum(known[pair] <= _RARE for pair in shared[other]) >= _ITS else None


def _tells_apart(told: str, cited: str, other: str) -> bool:
    """Names that are nearly the same: the words have all that only the other has, nothing of the cited."""
    here, own, others = set(told.split()), set(_squeezed(cited).split()), set(_squeezed(other).split())
    return len(others - own) >= 2 and others - own <= here and not (own - others) & here


@lru_cache(maxsize=8)
def _known(names: tuple[str, ...]) -> Counter[tuple[str, str]]:
    """How many names have a pair of words."""
    return Counter(pair for name in names for pair in _pairs(name))


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(_squeezed(text).split())) - _COMMON


_COMMON = frozenset({
    ("tỷ", "lệ"), ("số", "lượng"), ("mức", "độ"), ("triển", "khai"), ("sử", "dụng"), ("chuyển", "đổi"),
    ("đổi", "số"), ("tỉnh", "thành"), ("thành", "phố"), ("của", "tỉnh"), ("nền", "tảng"), ("tảng", "số"),
})  # fmt: skip


@lru_cache(maxsize=4096)
def _without_brackets(name: str) -> tuple[str, int]:
    """A name as it is compared, and how many words it has."""
    squeezed = _squeezed(re.sub(r"\([^()]*\)", " ", name))
    return squeezed, len(squeezed.split())


def _nearest(told: str, names: Mapping[str, str], least: float = 0) -> tuple[float, str | None]:
    """How far the words hold the name that they hold most of, or are most of it, and its code.

    A name that is less like them than ``least`` does not count.
    """
    held: dict[str, str] = {}
    longer: dict[str, str] = {}
    for code, name in names.items():
        squeezed, count = _without_brackets(name)
        if count >= _FEW:
            (held if len(squeezed) <= len(told) else longer)[code] = squeezed
    best = (
        process.extractOne(told, held, scorer=fuzz.partial_ratio, score_cutoff=least),
        process.extractOne(told, longer, scorer=fuzz.token_set_ratio, score_cutoff=least),
    )
    return max(((found[1], found[2]) for found in best if found), default=(0.0, None), key=lambda b: b[0])


def _renamed(subject: Subject) -> Iterator[Hit]:
    """Rows numbered by the catalog whose name is that of another code."""
    rows = [
        t for t in subject.extraction.tasks
        if t.evidence is not None and t.evidence.table is not None and "." in t.section
        and t.section in subject.catalog and len(t.title) >= 12
    ]  # fmt: skip
    own = [t for t in rows if _likeness(t.title, subject.catalog[t.section].name) >= 55]
    if len(own) < max(3, 0.7 * len(rows)):
        return  # numbers of its own
    matched = {t.id for t in own}
    for task in (t for t in rows if t.id not in matched):
        names = {
            i.code: fuzz.token_sort_ratio(_squeezed(task.title), _squeezed(i.name)) for i in subject.catalog
        }
        other = max(names, key=lambda c: names[c])
        if names[other] >= 85 and other != task.section:
            figures: dict[str, Figure] = {"code": task.section, "name": subject.catalog[task.section].name}
            figures |= {"other": other, "other_name": subject.catalog[other].name}
            yield Hit("code-of-another-indicator", figures, (subject.of(task),), task.section)


def _reworded(subject: Subject) -> Iterator[Hit]:
    """Rows whose name has a word more or less than the catalog's, where most rows have the very names."""
    rows = [
        t for t in subject.extraction.tasks
        if t.evidence is not None and t.evidence.table is not None and t.section in subject.catalog
        and not subject.catalog[t.section].is_group
    ]  # fmt: skip
    names = {t.id: (_key(t.title), _key(subject.catalog[t.section].name)) for t in rows}
    same = sum(own == name for own, name in names.values())
    if len(rows) < 5 or same < 0.6 * len(rows):
        return
    for task in rows:
        own, name = names[task.id]
        if own != name and own not in name and fuzz.ratio(own, name) >= _NEARLY:
            figures: dict[str, Figure] = {"code": task.section, "printed": task.title}
            figures["name"] = subject.catalog[task.section].name
            yield Hit("name-differs-from-catalog", figures, (subject.of(task),), task.section)


_NEARLY = 75
_PLACE = re.compile(r"tỉnh thành phố|thành phố(?: trực thuộc trung ương)?")


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    """A name for comparing: abbreviations spelt out, no brackets, no marks between words.

    A province that strikes "thành phố" out of "tỉnh, thành phố" has the name right.
    """
    plain = squeeze(expand(re.sub(r"\([^()]*\)\s*$", " ", name))[0])
    return _PLACE.sub("tỉnh", plain)


def _likeness(a: str, b: str) -> float:
    return fuzz.token_set_ratio(_squeezed(a), _squeezed(b))


@lru_cache(maxsize=4096)
def _squeezed(text: str) -> str:
    return squeeze(text)
