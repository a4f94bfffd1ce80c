"""Slips of typing and scanning: only the document's own frequent words are taken as evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain

from rapidfuzz.distance import Levenshtein

from extractor import gazetteers
from extractor.analysis.audit.dictionary import administrative, dictionary_pairs, known_pairs
from extractor.analysis.audit.model import Hit
from extractor.analysis.audit.near_words import CHANGED, SAME_MARKS, Pair, Words, bare_word
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import stands_at

_COMMON = frozenset(
    ("không", "và", "của", "các", "được", "trong", "cho", "là", "với", "theo", "tại", "để", "về", "trên",
     "lên", "tới", "cả")
)  # fmt: skip


_USUAL = 3


def pairs(subject: Subject) -> Iterator[Hit]:
    """Two syllables that are no word, one letter or mark away from one that this text uses often, from a
    word of the trade, or from what stands three times between the same neighbours."""
    found = subject.word_pairs
    usual = Words(pair for pair, count in found.items() if count >= _USUAL)
    bound = _bound(subject, usual)
    told: list[tuple[int, int]] = []
    for pair in dict.fromkeys(chain.from_iterable(w.odd for _, w in subject.writings)):
        near = (*usual.near(pair), *near_trade(pair)) if found[pair] <= 2 else ()
        meant = _meant(subject, pair, near) if near else None
        if meant is None:
            yield from _lost(subject, pair, bound[pair[0]]) if pair[0] in bound and found[pair] == 1 else ()
            continue
        right, at = meant
        end = at + len(pair[0]) + 1 + len(pair[1])
        if all(end <= start or stop <= at for start, stop in told):  # "chuyển đi số" is one slip, not two
            told.append((at, end))
            yield slip_at(subject, at, " ".join(pair), " ".join(right), found[right])


def _meant(subject: Subject, pair: Pair, near: Iterable[tuple[int, Pair]]) -> tuple[Pair, int] | None:
    """Which of the words near an odd pair was meant, and where it stands; None where it is no slip."""
    near = [entry for entry in near if _fits(pair, entry)]
    at = stands_at(subject.folded, " ".join(pair)) if near else None
    if at is None:
        return None
    found, words = subject.word_pairs, [word for _, word in sorted(near, key=lambda entry: entry[0])]
    right = next((u for u in words if u in dictionary_pairs() or u in administrative()), None)
    often = right is not None and found[right] >= 3 * found[pair]
    marks = right is not None and bare_word("".join(pair)) == bare_word("".join(right))
    if _taken(subject.folded, at, pair) and not (often and marks):
        return None
    if right is not None and (often or right in administrative()):
        return (right, at) if _whole(subject, at, pair, right) else None
    phrase = next((u for u in words if u not in dictionary_pairs()), None)
    same = phrase is not None and _between_the_same(subject.folded, at, pair, phrase)
    return (phrase, at) if phrase is not None and same else None


_BOUND = 10


def _bound(subject: Subject, usual: Words) -> dict[str, list[Pair]]:
    """Syllables that this text uses often, and only in words of the dictionary: with those words."""
    return {
        first: words for first, words in usual.openings()
        if sum(subject.word_pairs[word] for word in words) >= _BOUND
        and dictionary_pairs().issuperset(words)
    }  # fmt: skip


def _lost(subject: Subject, pair: Pair, words: Iterable[Pair]) -> Iterator[Hit]:
    """A syllable is missing: "triển khai thực kế hoạch" where the text often has "thực hiện kế hoạch"."""
    first, last = pair
    for _, middle in words:
        whole = f"{first} {middle} {last}"
        times = subject.folded.count(whole) if subject.word_pairs[middle, last] > 1 else 0
        at = stands_at(subject.folded, f"{first} {last}") if times > 1 else None
        if at is not None and (_neighbours(subject.folded, at, pair)[0], first) not in dictionary_pairs():
            yield slip_at(subject, at, f"{first} {last}", whole, times)
            return


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


def slip_at(subject: Subject, start: int, printed: str, meant: str, times: int) -> Hit:
    """The finding of a slip; ``times`` is how often the text uses what is meant."""
    end = start + len(printed)
    written = subject.text[start:end].split()
    if len(written) > 1 and all(word[0].isupper() and word[1:].islower() for word in written):
        meant = meant.title()  # a name
    figures = {"printed": subject.text[start:end], "meant": meant, "times": times}
    return Hit("slip", figures, (subject.at(max(0, start - 30), min(len(subject.text), end + 30)),))


@cache
def _trade() -> Words:
    return Words(sorted(administrative()))


@lru_cache(maxsize=262144)
def near_trade(pair: Pair) -> list[tuple[int, Pair]]:
    """Words of the trade that a pair may be a slip of, the nearest first."""
    return _trade().near(pair, CHANGED)


def _fits(pair: Pair, entry: tuple[int, Pair]) -> bool:
    """A frequent small word is a slip only of what has its letters ("va" of "và")."""
    how, word = entry
    wrong = pair[1] if pair[0] == word[0] else pair[0]
    return how == SAME_MARKS or wrong not in _COMMON


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


def foreign(subject: Subject) -> Iterator[Hit]:
    """A foreign word or name that is one letter away from one used more often ("bonet", "botnet")."""
    found = Counter(chain.from_iterable(writing.foreign for _, writing in subject.writings))
    words = list(found)
    usual = [w for w in words if found[w] >= 3]
    for word in words:
        if word in _terms():
            continue
        right = _near(word, (u for u in usual if found[u] >= 2 * found[word])) or _near(word, _terms())
        if right is not None and found[word] <= 2:
            at = re.search(rf"(?<![\w.@/]){word}(?![\w@])", subject.text, re.IGNORECASE)
            if at:
                yield slip_at(subject, at.start(), word, right, found[right])


@cache
def _terms() -> frozenset[str]:
    """Foreign words that such documents use."""
    return frozenset(row["word"] for row in gazetteers.rows("foreign_words"))


def _near(word: str, usual: Iterable[str]) -> str | None:
    return next(
        (u for u in usual if u != word and u[0] == word[0] and u + "s" != word and word + "s" != u
         and Levenshtein.distance(u, word, score_cutoff=1) == 1), None,
    )  # fmt: skip


def acronyms(subject: Subject) -> Iterator[Hit]:
    """An acronym torn apart ("A TTT") where the text writes it in one ("ATTT")."""
    whole = Counter(chain.from_iterable(writing.acronyms for _, writing in subject.writings))
    spaced = [(start + at, form) for start, writing in subject.writings for at, form in writing.spaced]
    written = Counter(form for _, form in spaced)
    joined: dict[str, tuple[str, int]] = {w: (w, n) for w, n in whole.items() if n >= 3}
    for form, count in written.items():
        if count >= 3:
            joined.setdefault(form.replace(" ", ""), (form, count))
    for at, form in spaced:
        right = joined.get(form.replace(" ", ""))
        if right and right[0] != form and right[1] >= 3 * written[form]:
            yield slip_at(subject, at, form, right[0], right[1])


_OFTEN = ("và", "của", "các", "được", "trong", "cho", "là", "với", "theo", "tại", "để", "về", "những", "bởi",
          "hoặc")  # fmt: skip
_DOUBLED = re.compile(
    rf"(?<!\w)({'|'.join(_OFTEN)}) \1(?!\w)|(?<!\w)([^\W\d_]+) ((?!\2 )[^\W\d_]+) \2 \3(?!\w)"
)
_REACHED_TWICE = re.compile(
    r"đạt (?:tối thiểu|ít nhất|trên|hơn) đạt(?!\w)|"
    r"(?<!\w)tỷ lệ (?!đạt tỷ lệ)[^.;:,()%\d]{6,120}(?<!\w)(?:có|đạt|là|chiếm) tỷ lệ"
    r"(?= (?:trên |từ |tối thiểu |ít nhất )?(?:\d|được|cấp))"
)
_LABEL_TWICE = re.compile(r"\A[-+*•\s]{0,4}(([^\W\d_]+ [^\W\d_]+): \2)(?!\w)")  # "- Mục tiêu: Mục tiêu đạt …"


_TYPED_TWICE, _LABELLED = sign(_REACHED_TWICE), sign(_LABEL_TWICE)


def doubled(subject: Subject) -> Iterator[Hit]:
    """A word typed twice ("của của", "đạt tối thiểu đạt", "phối hợp phối hợp")."""
    for (start, words), (_, writing) in zip(subject.spoken, subject.writings, strict=True):
        if writing.stutters:
            yield from _doubled(subject, start, words, _DOUBLED)
    for start, words in subject.bearing(_TYPED_TWICE):
        yield from _doubled(subject, start, words, _REACHED_TWICE)
    for start, words in subject.telling(_LABELLED):
        label = _LABEL_TWICE.match(words, 0, 80)
        if label:
            yield Hit("doubled-word", {"printed": label[1]}, (subject.around(start, label),))


def _doubled(subject: Subject, start: int, words: str, pattern: re.Pattern[str]) -> Iterator[Hit]:
    for match in pattern.finditer(words):
        span = subject.around(start, match, 30, 30)
        yield Hit("doubled-word", {"printed": match.group()}, (span,))


_ENUMERATOR = re.compile(r"(?:^|(?<=[;:.]\s)|(?<=[;:]))\s?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)")


_BRACKET = re.compile(r"[()]")


_FEW_LINES = 600


def brackets(subject: Subject) -> Iterator[Hit]:
    """Brackets that do not pair within their paragraph or cell, nor with one a few lines on."""
    open_hit: tuple[int, Hit] | None = None
    for place, hit in _lone_brackets(subject):
        if open_hit is not None and hit.figures["bracket"] == ")" and place - open_hit[0] < _FEW_LINES:
            open_hit = None
            continue
        if open_hit is not None:
            yield open_hit[1]
        open_hit = (place, hit) if hit.figures["bracket"] == "(" else None
        if open_hit is None:
            yield hit
    if open_hit is not None:
        yield open_hit[1]


def _lone_brackets(subject: Subject) -> Iterator[tuple[int, Hit]]:
    for start, words in subject.spoken:
        if "(" not in words and ")" not in words:
            continue
        end = start + len(words)
        taken = {m.end() - 1 for m in _ENUMERATOR.finditer(words)}
        depth, odd, opened, listing = 0, -1, 0, False
        for match in _BRACKET.finditer(words):
            i = match.start()
            if match.group() == "(":
                depth, opened, listing = depth + 1, i if depth == 0 else opened, False
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
            yield start + odd, Hit("unbalanced-bracket", {"bracket": words[odd]}, (span,))
