"""The signer: the name printed under the signing post ("TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / …")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractor import gazetteers
from extractor.vietnamese.forms import bare
from extractor.vietnamese.letters import LOWER, UPPER


@dataclass(frozen=True, slots=True)
class Signer:
    """A printed name with its place."""

    name: str
    start: int
    end: int


_ON_BEHALF = re.compile(r"(?:t\s?/?\s?m|k\s?/?\s?t|t\s?/?\s?l|tuq|q)\.?\s")
_NAME_WORD = rf"[{UPPER}][{LOWER}'’]{{0,9}}"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s{_NAME_WORD}){{1,4}}")
_AT_END = re.compile(rf"(?:\A|[.;:,)]\s|\s{{1,3}})({_NAME_WORD}(?:\s{_NAME_WORD}){{1,4}})\s?\.?\Z")
_OTHER_COLUMN = re.compile(rf"\A(?:Nơi nhận|[-–+])[^\n]{{0,60}}?[:;.,]\s(?=[{UPPER}][{UPPER}.])")
_SKIP = re.compile(r"\W*(?:da ky|ky ten|dong dau|ky boi|ky so|chu ky so)|[\W_\d]*\Z|noi nhan|nhu tren|luu")
_WHOLE = re.compile(
    rf"[{UPPER}.\s/]{{6,110}}\s(?:\((?:Đã|đã) ký\)\s)?((?:[{UPPER}]|{_NAME_WORD})(?:\s{_NAME_WORD}){{1,4}})"
)
_REACH = 8


@cache
def _posts() -> re.Pattern[str]:
    posts = sorted((bare(row["name"]) for row in gazetteers.rows("signing_posts")), key=len, reverse=True)
    options = "|".join(re.escape(post) for post in posts)
    return re.compile(rf"(?:(?:kt|q|tl|tm|tuq)\.?\s?(?:\w+\s){{0,6}}?)?(?:{options})(?!\w)")


@cache
def surnames() -> frozenset[str]:
    """Family names; a line that begins with one is taken for a name before others."""
    return frozenset(row["name"] for row in gazetteers.rows("surnames"))


def _is_post(text: str) -> bool:
    """Whether a line is a signing post in capitals, or speaks on behalf of a body."""
    text = _OTHER_COLUMN.sub("", text)
    if len(text) > 90 or sum(c.isupper() for c in text) < 0.6 * sum(c.isalpha() for c in text):
        return False
    key = bare(text).strip(" *|-")
    return bool(_ON_BEHALF.match(key) or _posts().match(key))


def _name_in(text: str, start: int, alone: bool) -> Signer | None:
    """A name that fills the line, or (where columns are merged) stands at its end."""
    words = text.strip(" *|")
    if len(words) > 120 or (_SKIP.match(bare(words)) and not _AT_END.search(words)):
        return None
    offset = start + text.index(words) if words else start
    full = _NAME.fullmatch(words)
    if full and (alone or words.split()[0] in surnames()):
        return Signer(words, offset, offset + len(words))
    tail = _AT_END.search(words)
    if tail and tail.group(1).split()[0] in surnames() and not full and words[:1] in "-–+Nn":
        return Signer(tail.group(1), offset + tail.start(1), offset + tail.end(1))
    return None


def _post_with_name(text: str, lines: Sequence[tuple[int, int]]) -> Signer | None:
    """A whole signature in one cell: "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH …" with the name behind."""
    for start, end in lines:
        words = text[start:end]
        if end - start > 140 or not (_ON_BEHALF.match(bare(words[:12])) or _posts().match(bare(words[:40]))):
            continue
        whole = _WHOLE.fullmatch(words)
        if whole is None:
            continue
        at = whole.start(1)
        if words[at - 3 : at - 2] == " " and words[at - 2] in surnames():
            at -= 2  # "CHỦ TỊCH Y Bhem Niê": a family name of one capital letter
        if words[at:].split()[0] in surnames():
            return Signer(words[at:], start + at, start + whole.end(1))
    return None


def find_signer(text: str, lines: Sequence[tuple[int, int]]) -> Signer | None:
    """The name under the last signing post of the document proper, or under an earlier one."""
    whole = _post_with_name(text, lines)
    if whole:
        return whole
    posts = [i for i, (start, end) in enumerate(lines) if end - start <= 90 and _is_post(text[start:end])]
    best: Signer | None = None
    for index in posts:
        for alone in (False, True):
            reach = lines[index + 1 : index + 1 + (3 if alone else _REACH)]
            for start, end in reach:
                found = _name_in(text[start:end], start, alone)
                if found:
                    if best is None:
                        best = found
                    break
                if bare(text[start : start + 8]).startswith("phu luc"):
                    break
            if best is not None:
                return best
    return best
