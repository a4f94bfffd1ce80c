"""Slips of typing and scanning: only the document's own frequent words are taken as evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from extractor import gazetteers
from extractor.analysis.audit.model import Hit
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import bare, fold
from extractor.vietnamese.syllables import is_syllable

Pair = tuple[str, str]

_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")
_COMMON = frozenset(
    ("không", "và", "của", "các", "được", "trong", "cho", "là", "với", "theo", "tại", "để", "về", "trên",
     "lên", "tới", "cả")
)  # fmt: skip
_ONSET = re.compile(r"(?:ngh|nh|ng|th|tr|ch|kh|ph|gh|gi|qu|[bcdđghklmnpqrstvx])?")


@cache
def _dictionary() -> tuple[tuple[str, ...], ...]:
    """The words of the dictionary that ships with underthesea, cut into syllables; () where it lacks."""
    spec = find_spec("underthesea")
    path = Path(spec.origin).parent / "corpus" / "data" / "Viet74K.txt" if spec and spec.origin else None
    if path is None or not path.is_file():
        return ()
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(fold(line.strip()).replace("-", " ").split()) for line in lines)


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


def pairs(subject: Subject) -> Iterator[Hit]:
    """Two syllables that are no word, one letter or mark away from one that this text uses often, from a
    word of the trade, or from what stands three times between the same neighbours."""
    known, found = known_pairs(), subject.word_pairs
    usual = _Usual((pair for pair, count in found.items() if count >= 3), _trade())
    told: list[tuple[int, int]] = []
    for pair, count in found.items():
        if count > 2 or pair in known or not (is_syllable(pair[0]) and is_syllable(pair[1])):
            continue
        meant = _meant(subject, pair, usual)
        if meant is None:
            continue
        right, at = meant
        end = at + len(pair[0]) + 1 + len(pair[1])
        if all(end <= start or stop <= at for start, stop in told):  # "chuyển đi số" is one slip, not two
            told.append((at, end))
            yield slip_at(subject, at, " ".join(pair), " ".join(right), found[right])


def _meant(subject: Subject, pair: Pair, usual: _Usual) -> tuple[Pair, int] | None:
    """The word that was meant, and where the odd pair stands; None where it is no slip."""
    found, near = subject.word_pairs, [u for u in usual.near(pair) if _one_off(pair, u)]
    if not near:
        return None
    right = next((u for u in near if u in dictionary_pairs() or u in administrative()), None)
    often = right is not None and found[right] >= 3 * found[pair]
    enough = often or right in administrative()
    at = stands_at(subject.folded, " ".join(pair))
    if at is None:
        return None
    marks = right is not None and bare_word("".join(pair)) == bare_word("".join(right))
    if _taken(subject.folded, at, pair) and not (often and marks):
        return None
    if enough and right is not None:
        return (right, at) if _whole(subject, at, pair, right) else None
    phrase = next((u for u in near if u not in dictionary_pairs()), None)
    same = phrase is not None and _between_the_same(subject.folded, at, pair, phrase)
    return (phrase, at) if phrase is not None and same else None


def _neighbours(text: str, at: int, pair: Pair) -> tuple[str, str]:
    """The words before and behind, empty where something else stands between."""
    end = at + len(pair[0]) + 1 + len(pair[1])
    before = re.search(r"([^\W\d_]+) $", text[max(0, at - 12) : at])
    after = re.match(r" ([^\W\d_]+)", text[end : end + 14])
    return (before[1] if before else "", after[1] if after else "")


def _taken(text: str, at: int, pair: Pair) -> bool:
    """Either half makes a word of the dictionary with its other neighbour: the two only meet by chance."""
    before, after = _neighbours(text, at, pair)
    return (before, pair[0]) in dictionary_pairs() or (pair[1], after) in dictionary_pairs()


def _between_the_same(text: str, at: int, pair: Pair, right: Pair) -> bool:
    """The right words stand three times beside the very word that stands beside the odd ones."""
    before, after = _neighbours(text, at, pair)
    whole = " ".join(right)
    return (bool(before) and pair[1] == right[1] and text.count(f"{before} {whole}") >= 3) or (
        bool(after) and pair[0] == right[0] and text.count(f"{whole} {after}") >= 3
    )


def stands_at(text: str, words: str) -> int | None:
    """Where the words first stand as words of their own."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return at
        at = text.find(words, end)
    return None


def slip_at(subject: Subject, start: int, printed: str, meant: str, times: int) -> Hit:
    """The finding of a slip; ``times`` is how often the text uses what is meant."""
    end = start + len(printed)
    figures = {"printed": subject.text[start:end], "meant": meant, "times": times}
    return Hit("slip", figures, (subject.at(max(0, start - 30), min(len(subject.text), end + 30)),))


@lru_cache(maxsize=65536)
def bare_word(word: str) -> str:
    """`bare`, remembered."""
    return bare(word)


@lru_cache(maxsize=65536)
def _rhyme(word: str) -> str:
    match = _ONSET.match(word)
    return word[match.end() :] if match else word


@lru_cache(maxsize=65536)
def _shapes(word: str) -> tuple[str, ...]:
    """What a slip of this word may share with it: its letters without marks, its rhyme."""
    return ("~" + bare_word(word), "-" + _rhyme(word))


@lru_cache(maxsize=65536)
def _losses(word: str) -> tuple[str, ...]:
    """The word with one letter lost ("chuyn", "hưng"): scanning drops letters, it adds none."""
    return tuple(dict.fromkeys(word[:i] + word[i + 1 :] for i in range(len(word)))) if len(word) > 2 else ()


class _Usual:
    """Words by what their slips keep: one syllable whole, the other without marks, onset or a letter."""

    def __init__(self, words: Iterable[Pair], more: _Usual | None = None) -> None:
        self.by_shape: dict[Pair, list[Pair]] = {}
        self.more = more
        for first, second in words:
            for shape in (*_shapes(second), *_losses(second)):
                self.by_shape.setdefault((first, ">" + shape), []).append((first, second))
            for shape in (*_shapes(first), *_losses(first)):
                self.by_shape.setdefault(("<" + shape, second), []).append((first, second))

    def near(self, pair: Pair) -> Iterator[Pair]:
        """Words that the pair may be a slip of: alike without marks, without onset, then but for a letter."""
        first, second = pair
        before, behind = (*_shapes(first), first), (*_shapes(second), second)
        for i in range(3):
            yield from self._at((first, ">" + behind[i]))
            yield from self._at(("<" + before[i], second))

    def _at(self, key: Pair) -> Iterator[Pair]:
        yield from self.by_shape.get(key, ())
        if self.more is not None:
            yield from self.more.by_shape.get(key, ())


@cache
def _trade() -> _Usual:
    return _Usual(sorted(administrative()))


def _one_off(pair: Pair, word: Pair) -> bool:
    """One syllable is the same, the other a short step away and long enough to tell."""
    first_same, second_same = pair[0] == word[0], pair[1] == word[1]
    if first_same == second_same:
        return False
    wrong, right = (pair[1], word[1]) if first_same else (pair[0], word[0])
    marks = bare_word(wrong) == bare_word(right)
    if min(len(wrong), len(right)) < 2 or (wrong in _COMMON and not marks):
        return False
    return marks or len(_rhyme(right)) > 1


def _whole(subject: Subject, at: int, pair: Pair, right: Pair) -> bool:
    """The pair is one word: no capital opens its second half, its odd half belongs to no neighbour."""
    second = at + len(pair[0]) + 1
    if subject.text[second].isupper() and not subject.text[at].isupper():
        return False
    if pair[0] != right[0]:
        before = re.search(r"([^\W\d_]+) $", subject.folded[max(0, at - 12) : at])
        return not (before and (before[1], pair[0]) in known_pairs())
    after = re.match(r" ([^\W\d_]+)", subject.folded[second + len(pair[1]) :][:14])
    return not (after and (pair[1], after[1]) in known_pairs())


# What may not stand before a word is looked at behind its first letter: so `re` leaps to letters that can
# begin one.
_FOREIGN = re.compile(r"[A-Za-z](?<![\w.@/].)[A-Za-z]{4,19}(?![\w@])")


def foreign(subject: Subject) -> Iterator[Hit]:
    """A foreign word or name that is one letter away from one used more often ("bonet", "botnet")."""
    found = Counter(m.group().lower() for m in _FOREIGN.finditer(subject.text))
    words = [w for w in found if not is_syllable(w)]
    usual = [w for w in words if found[w] >= 3]
    for word in words:
        right = _near(word, (u for u in usual if found[u] >= 2 * found[word]))
        if right is not None and found[word] <= 2:
            at = re.search(rf"(?<![\w.@/]){word}(?![\w@])", subject.text, re.IGNORECASE)
            if at:
                yield slip_at(subject, at.start(), word, right, found[right])


def _near(word: str, usual: Iterable[str]) -> str | None:
    return next(
        (u for u in usual if u != word and u[0] == word[0] and u + "s" != word and word + "s" != u
         and Levenshtein.distance(u, word, score_cutoff=1) == 1), None,
    )  # fmt: skip


_SPACED = re.compile(r"[A-ZĐ](?<![\w/-].)[A-ZĐ]{0,5}(?: [A-ZĐ]{1,6})+(?![\w/-])")
_ACRONYM = re.compile(r"[A-ZĐ](?<![\w/-].)[A-ZĐ]{2,8}(?![\w/-])")


def acronyms(subject: Subject) -> Iterator[Hit]:
    """An acronym torn apart ("A TTT") where the text writes it in one ("ATTT")."""
    whole = Counter(m.group() for m in _ACRONYM.finditer(subject.text))
    spaced = list(_SPACED.finditer(subject.text))
    written = Counter(m.group() for m in spaced)
    joined: dict[str, tuple[str, int]] = {w: (w, n) for w, n in whole.items() if n >= 3}
    for form, count in written.items():
        if count >= 3:
            joined.setdefault(form.replace(" ", ""), (form, count))
    for match in spaced:
        right = joined.get(match.group().replace(" ", ""))
        if right and right[0] != match.group() and right[1] >= 3 * written[match.group()]:
            yield slip_at(subject, match.start(), match.group(), right[0], right[1])


_OFTEN = ("và", "của", "các", "được", "trong", "cho", "là", "với", "theo", "tại", "để", "về", "những", "bởi",
          "hoặc")  # fmt: skip
_DOUBLED = re.compile(
    rf"(?<!\w)({'|'.join(_OFTEN)}) \1(?!\w)|(?<!\w)đạt (?:tối thiểu|ít nhất|trên|hơn) đạt(?!\w)"
)
_DOUBLED_HINTS = (
    *(f"{word} {word}" for word in _OFTEN),
    *(f"{w} đạt" for w in ("thiểu", "nhất", "trên", "hơn")),
)


def doubled(subject: Subject) -> Iterator[Hit]:
    """A word typed twice ("của của", "đạt tối thiểu đạt", "phối hợp phối hợp")."""
    if any(hint in subject.folded for hint in _DOUBLED_HINTS):
        for start, words in subject.spoken:
            yield from _doubled(subject, start, words, _DOUBLED)
    twice = {f"{a} {b}" for a, b in subject.word_pairs if (b, a) in subject.word_pairs}
    for pair in sorted(twice):
        if f"{pair} {pair}" in subject.folded or f"{pair}: {pair}" in subject.folded:
            pattern = re.compile(rf"(?<!\w){re.escape(pair)}:? {re.escape(pair)}(?!\w)")
            for start, words in subject.spoken:
                if pair in words:
                    yield from _doubled(subject, start, words, pattern)


def _doubled(subject: Subject, start: int, words: str, pattern: re.Pattern[str]) -> Iterator[Hit]:
    end = start + len(words)
    for match in pattern.finditer(words):
        span = subject.at(start + max(0, match.start() - 30), min(end, start + match.end() + 30))
        yield Hit("doubled-word", {"printed": match.group()}, (span,))


_ENUMERATOR = re.compile(r"(?:^|(?<=[;:.]\s)|(?<=[;:]))\s?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)")


def brackets(subject: Subject) -> Iterator[Hit]:
    """Brackets that do not pair within their paragraph or cell."""
    for start, words in subject.spoken:
        if "(" not in words and ")" not in words:
            continue
        end = start + len(words)
        taken = {m.end() - 1 for m in _ENUMERATOR.finditer(words)}
        depth, odd, opened, listing = 0, -1, 0, False
        for i, char in enumerate(words):
            if char == "(":
                depth, opened, listing = depth + 1, i if depth == 0 else opened, False
            elif char != ")":
                continue
            elif i in taken:
                # "(đã có; 3) …": a new item of the list outside begins while the bracket is open
                if depth and not listing:
                    listing = bool(re.search(r":\s*\w{1,2}$", words[:i]))
                    odd, depth = (odd, depth) if listing else (opened, 0)
            elif depth:
                depth -= 1
            elif not words[:i].rstrip().endswith("%"):
                odd = i
        odd = opened if depth else odd
        if odd >= 0:
            span = subject.at(start + max(0, odd - 40), min(end, start + odd + 60))
            yield Hit("unbalanced-bracket", {"bracket": words[odd]}, (span,))
