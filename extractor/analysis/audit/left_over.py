"""What is left of a whole against what was told done of it elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.structure.markers import marker_of

_WORD = r"[^\W\d_]+"
_DONE = re.compile(rf"(?<![\w.,/])(\d{{1,4}})/(\d{{1,4}})(?![\d/]|[.,]\d)\s+({_WORD}(?:,? {_WORD}){{1,24}})")
_LEFT = re.compile(
    rf"(?<![\w.,/])(\d{{1,4}})(?![\d/%]|[.,]\d)\s+({_WORD}(?:\s{_WORD}){{0,4}}?)\s+"
    rf"(?:(?:còn )?chưa (?P<what>{_WORD}(?:\s{_WORD}){{2,14}})|còn lại(?!\w))"
)
_LEAVES, _DOES = sign(_LEFT, needs=("còn lại",)) | sign(_LEFT, needs=("chưa",)), sign(_DONE, needs=("/",))
_FORMAL = frozenset(
    (
        "được", "đã", "có", "và", "của", "trên", "các", "tại", "cho", "về", "theo", "với", "là", "đạt", "cấp",
        "tỉnh", "tổ", "chức", "thực", "hiện",
    )
)  # fmt: skip
_COVERED, _LEAST = 0.75, 3
_AIMED = re.compile(r"(?<!\w)(?:mục tiêu|chỉ tiêu|phương hướng|nhiệm vụ|giải pháp|định hướng|tổ chức)(?!\w)")
_REACHED = re.compile(r"(?<!\w)(?:kết quả|tình hình|thực trạng|hiện trạng|đánh giá)(?!\w)")
_HEADING = 160
_OTHER_TIME = re.compile(r"(?<!\w)(?:năm trước|cùng kỳ|đầu năm|trước đây|năm 20\d\d|giai đoạn)(?!\w)")


class _Done(NamedTuple):
    part: int
    whole: int
    words: str
    span: Span


def rests(subject: Subject) -> Iterator[Hit]:
    """ "42/50 hệ thống được phê duyệt cấp độ" and "phê duyệt cấp độ cho 06 hệ thống còn lại": 8 are left."""
    left = subject.bearing(_LEAVES)
    done = list(_told(subject)) if left else []
    for start, words in left if done else ():
        for match in _LEFT.finditer(words):
            clause = re.split(r"[.;:](?!\d)", words[: match.start()])[-1]
            if _OTHER_TIME.search(clause):
                continue
            same = [d for d in done if _of_the_same(d, match, clause)]
            if len({(d.part, d.whole) for d in same}) != 1 or int(match[1]) == same[0].whole - same[0].part:
                continue
            first = same[0]
            if int(match[1]) > first.whole or start + match.start() == first.span.start:
                continue
            figures: dict[str, Figure] = {"noun": " ".join(match[2].split()), "told": int(match[1])}
            figures |= {"part": first.part, "whole": first.whole, "rest": first.whole - first.part}
            yield Hit("rest-differs", figures, (subject.around(start, match), first.span))


def _told(subject: Subject) -> Iterator[_Done]:
    aims = list(_aims(subject))
    for start, words in subject.telling(_DOES):
        if any(low <= start < high for low, high in aims):
            continue
        for match in _DONE.finditer(words):
            part, whole = int(match[1]), int(match[2])
            clause = re.split(r"[.;:](?!\d)", words[: match.start()])[-1]
            negated = re.search(r"(?<!\w)(?:chưa|không|còn)(?!\w)", match[3])
            if 0 < part <= whole and whole > 4 and not negated and not _OTHER_TIME.search(clause):
                yield _Done(part, whole, match[3], subject.around(start, match))


def _aims(subject: Subject) -> Iterator[tuple[int, int]]:
    """Parts of the document that tell what is to be reached."""
    heads = [
        (start, subject.folded[start:end])
        for start, end in subject.paragraphs
        if end - start < _HEADING and marker_of(subject.text[start:end])[0] in ("roman", "part", "upper")
    ]
    ends = [start for start, _ in heads[1:]] + [len(subject.text)]
    for (start, words), end in zip(heads, ends, strict=False):
        if _AIMED.search(words) and not _REACHED.search(words):
            yield start, end


def _of_the_same(done: _Done, match: re.Match[str], clause: str) -> bool:
    """The same things, and most of what is said of those left is said of those done."""
    noun = match[2].split()
    if done.words.replace(",", "").split()[: len(noun)] != noun:
        return False
    about = _content(match["what"] or clause) - set(noun)
    said = _content(done.words) - set(noun)
    if match["what"]:
        return len(about) >= _LEAST and len(about & said) >= _COVERED * len(about)
    what = [word for word in done.words.replace(",", "").split()[len(noun) :] if word not in _FORMAL]
    return len(noun) > 1 and len(what) >= _LEAST and set(what[:2]) <= about and len(about & said) >= _LEAST


@lru_cache(maxsize=512)
def _content(words: str) -> frozenset[str]:
    return frozenset(words.replace(",", " ").split()) - _FORMAL
