"""Quality of the source: slips of typing and scanning, blanks, figures that are no numbers, repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from extractor.analysis.audit.model import Hit
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import bare, fold

_HEAD = 4000  # the letterhead ends before


def letterhead(subject: Subject) -> Iterator[Hit]:
    """No number, no date of issue, no signer."""
    document = subject.extraction.document
    if document.kind == "news":
        return
    head = subject.text[:_HEAD]
    blank = re.search(r"Số\s*:\s*[.…_\s]{0,20}/\s?[A-ZĐ][\w-]+", head)
    if document.number is None:
        spans = (subject.at(*blank.span()),) if blank else ()
        yield Hit("number-missing", {"blank": blank.group() if blank else None}, spans)
    if document.issued_on is None:
        day = re.search(r"ngày\s*[.…_\s\d]{0,12}tháng\s*[.…_\s\d]{0,12}năm\s*(?:20\d\d|20[.…\s]{0,4})", head)
        spans = (subject.at(*day.span()),) if day else ()
        yield Hit("date-missing", {"blank": day.group() if day else None}, spans)
    if document.signer is None:
        yield Hit("signer-missing", {}, ())


_MALFORMED = re.compile(
    r"(?<![\w./,])\d \d{1,2}/\d{1,3}\s*điểm|\*\s*\d[\d.,]*\s*%|(?<![\w.,])\d[\d.,]*\s*%\s*%|"
    r"(?<![\w./])\d{1,3}(?:\.\d{3})+\.\d{1,2}(?![\d./])|(?<![\w.,/])\d+,\d+,\d+(?![\d,])|"
    r"(?<![\w.,/])\d+[oO](?=\s*%)|(?<![\w.,])\d+(?:,\.|\.,)\d+"
)
_BLANK = re.compile(
    r"(?<![\w.…])(?:\.{2,}|…[.…]*|_{2,})\s*(?:tỷ|triệu|nghìn|%|đồng|điểm|người|doanh nghiệp|hộ|xã|lượt)(?!\w)"
)
_LOOSE = re.compile(r"\d\s*%\s*\)")


def figures(subject: Subject) -> Iterator[Hit]:
    """ "5 31/10 điểm", "trên *5%", "70%) điểm", "… tỷ đồng"."""
    for start, end in subject.passages:
        words = subject.folded[start:end]
        for match in _MALFORMED.finditer(words):
            span = subject.at(start + max(0, match.start() - 30), min(end, start + match.end() + 20))
            yield Hit("malformed-number", {"printed": match.group()}, (span,))
        for match in _LOOSE.finditer(words):
            before = words[: match.end() - 1]
            if before.count("(") <= before.count(")") - len(re.findall(r"(?<!\w)\w{1,2}\)", before)):
                span = subject.at(start + max(0, match.start() - 30), min(end, start + match.end() + 20))
                yield Hit("malformed-number", {"printed": match.group()}, (span,))
        for match in _BLANK.finditer(words):
            yield Hit("blank-figure", {"printed": match.group()}, (subject.at(start, min(end, start + 160)),))


_POINT = re.compile(r"(?<![\w.,/])\d{1,3}\.\d{1,2}\s*(?:%|/\s*\d{1,3}\s*điểm|điểm)")
_COMMA = re.compile(r"(?<![\w.,/])\d{1,3},\d{1,3}\s*(?:%|/\s*[\d.]{1,5}\s*điểm|điểm)")


def marks(subject: Subject) -> Iterator[Hit]:
    """Decimal points and decimal commas in one document."""
    points, commas = list(_POINT.finditer(subject.folded)), list(_COMMA.finditer(subject.folded))
    if points and commas:
        found = {"points": len(points), "commas": len(commas)}
        found |= {"point": points[0].group(), "comma": commas[0].group()}  # type: ignore[dict-item]
        spans = (subject.at(*points[0].span()), subject.at(*commas[0].span()))
        yield Hit("mixed-decimal-marks", found, spans)


def repeats(subject: Subject) -> Iterator[Hit]:
    """Pages that the file holds twice."""
    if subject.source is None or not subject.repeated:
        return
    blocks = [subject.source.blocks[i] for i in sorted(subject.repeated)]
    size = sum(b.end - b.start for b in blocks)
    if size >= 400:
        figures = {"blocks": len(blocks), "characters": size}
        longest = max(blocks, key=lambda b: b.end - b.start)
        yield Hit("repeated-text", figures, (subject.at(longest.start, longest.end),))


@cache
def _lexicon() -> tuple[frozenset[tuple[str, str]], frozenset[str]]:
    """Words of two syllables, and all syllables, of the dictionary that ships with underthesea."""
    spec = find_spec("underthesea")
    path = Path(spec.origin).parent / "corpus" / "data" / "Viet74K.txt" if spec and spec.origin else None
    if path is None or not path.is_file():
        return frozenset(), frozenset()
    pairs, single = set(), set()
    for line in path.read_text(encoding="utf-8").splitlines():
        words = fold(line.strip()).replace("-", " ").split()
        single.update(words)
        pairs.update(zip(words, words[1:], strict=False))
    return frozenset(pairs), frozenset(single)


_WORD = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")
_ONSET = re.compile(r"(?:ngh|nh|ng|th|tr|ch|kh|ph|gh|gi|qu|[bcdđghklmnpqrstvx])?")


def slips(subject: Subject) -> Iterator[Hit]:
    """A pair of syllables that is no word and is one letter or mark away from a word this text uses often.

    "địa bản" beside many "địa bàn": only the document's own words are taken as evidence.
    """
    pairs, _ = _lexicon()
    found: Counter[tuple[str, str]] = Counter()
    places: dict[tuple[str, str], int] = {}
    for match in _WORD.finditer(subject.folded):
        words, at = match.group().split(" "), match.start()
        for first, second in zip(words, words[1:], strict=False):
            found[first, second] += 1
            places.setdefault((first, second), at)
            at += len(first) + 1
    usual = {p: n for p, n in found.items() if n >= 3 and p in pairs}
    by_shape: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for pair in usual:
        for key in _shapes(pair):
            by_shape.setdefault(key, []).append(pair)
    for pair, count in found.items():
        if count > 2 or pair in pairs:
            continue
        right = next((u for k in _shapes(pair) for u in by_shape.get(k, []) if _one_off(pair, u)), None)
        if right and usual[right] >= 3 * count and not _split(subject.folded, places[pair], pair, pairs):
            start = places[pair]
            end = start + len(" ".join(pair))
            figures = {"printed": subject.text[start:end], "meant": " ".join(right), "times": usual[right]}
            span = subject.at(max(0, start - 30), min(len(subject.text), end + 30))
            yield Hit("slip", figures, (span,))


@cache
def _rhyme(word: str) -> str:
    return word[_ONSET.match(word).end() :]  # type: ignore[union-attr]


def _shapes(pair: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """Keys under which a slip meets its word: one syllable exact, the other without marks or onset."""
    first, second = pair
    yield first, "~" + bare(second)
    yield "~" + bare(first), second
    yield first, "-" + _rhyme(second)
    yield "-" + _rhyme(first), second


def _one_off(pair: tuple[str, str], word: tuple[str, str]) -> bool:
    """One syllable is the same and the other a short step away."""
    same = [a == b for a, b in zip(pair, word, strict=True)]
    if sum(same) != 1:
        return False
    wrong, right = (pair[1], word[1]) if same[0] else (pair[0], word[0])
    return min(len(wrong), len(right)) > 1 and len(_rhyme(right)) > 1


def _split(text: str, at: int, pair: tuple[str, str], pairs: frozenset[tuple[str, str]]) -> bool:
    """The pair stands across two words: its first syllable ends one, or its second begins one."""
    before = re.search(r"([^\W\d_]+) $", text[max(0, at - 12) : at])
    after = re.match(r" ([^\W\d_]+)", text[at + len(pair[0]) + len(pair[1]) + 1 :][:14])
    return bool(
        (before and (before[1], pair[0]) in pairs) or (after and (pair[1], after[1]) in pairs)
    )
