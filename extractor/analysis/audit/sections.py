"""Numbers of sections that the text announces against the headings and coded lines that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.analysis.audit.listed import ANNOUNCED, levels
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.structure.markers import marker_of

_NOUN = r"nhóm|nhiệm vụ|giải pháp|mục tiêu|chỉ tiêu|dự án|nội dung|đề án|mô hình|bước|trụ cột|lĩnh vực"
_ANNOUNCED = re.compile(
    rf"(?<![\w.,/])(\d{{1,2}}) ({_NOUN})(?!\w)(?![^.;:]{{0,60}}\d{{1,2}} (?:nhóm|trụ cột|lĩnh vực)(?!\w))"
)
_HEADED = re.compile(
    rf"(?P<a>\d{{1,2}})(?:\.|\))\s+(?P<x>{_NOUN})(?!\w)|(?P<y>{_NOUN})(?: thứ| số)? (?P<b>\d{{1,2}})\s*[.:–-]"
)
_PAST = re.compile(r"(?<!\w)(?:đã (?:xong|hoàn thành|thực hiện|triển khai)|năm trước|năm qua|kỳ trước)(?!\w)")
_AHEAD, _NEAR, _MANY = 250, 4, 3
_COUNTED = sign(re.compile(rf"\d (?:{_NOUN})"))


def headings(subject: Subject) -> Iterator[Hit]:
    """ "chia thành 04 nhóm" before "1. Nhóm …" to "5. Nhóm …"; "12 nhiệm vụ" before "Nhiệm vụ 1."."""
    spans = subject.paragraphs
    announcing = {start for start, _ in subject.telling(_COUNTED)}
    for i, (start, end) in enumerate(spans):
        if start not in announcing or end - start > 500:
            continue
        if ANNOUNCED.search(subject.folded[start:end].rstrip()) and levels(subject, spans, i):
            continue  # a list, told as such
        found = _numbered(subject, spans[i + 1 : i + 1 + _AHEAD])
        if found is None or len(found[1]) < _MANY:
            continue
        noun, items = found
        match = next((m for m in _ANNOUNCED.finditer(subject.folded[start:end]) if m[2] == noun), None)
        declared = int(match[1]) if match else 0
        told = match is not None and not _PAST.search(subject.folded, start, end)
        if match and told and declared >= _MANY and declared != len(items) and _near(len(items), declared):
            figures: dict[str, Figure] = {"noun": noun, "declared": declared, "listed": len(items)}
            yield Hit("list-count", figures, (subject.around(start, match, 30), subject.at(*items[-1])))


_GROUPS = re.compile(
    r"(?<![\w.,/])0?(?P<n>\d{1,2}) "
    r"(?P<noun>(?:nhóm )?(?:nhiệm vụ|giải pháp|nội dung|lĩnh vực|trụ cột)(?:,? giải pháp)?)"
    r"(?: [^\W\d_]+){0,3} (?:dưới đây|sau đây|như sau|sau)(?!\w)"
)
_GROUPED = sign(_GROUPS)


def romans(subject: Subject) -> Iterator[Hit]:
    """ "gồm 05 nhóm nhiệm vụ dưới đây" right above the headings I to VI of the same part."""
    spans = subject.paragraphs
    announcing = {start for start, _ in subject.telling(_GROUPED)}
    for i, (start, end) in enumerate(spans):
        match = _GROUPS.search(subject.folded[start:end]) if start in announcing else None
        heads = _romans_behind(subject, spans[i + 1 :]) if match else []
        if (
            match
            and len(heads) >= _MANY
            and len(heads) != int(match["n"])
            and _near(len(heads), int(match["n"]))
        ):
            figures: dict[str, Figure] = {"noun": match["noun"], "declared": int(match["n"])}
            figures["listed"] = len(heads)
            yield Hit("list-count", figures, (subject.around(start, match, 30), subject.at(*heads[-1])))


def _romans_behind(subject: Subject, behind: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Headings I, II … up to the next part, where the first follows at once."""
    found: list[tuple[int, int]] = []
    for j, (start, end) in enumerate(behind):
        style = marker_of(subject.text[start : min(end, start + 80)])[0]
        if style in ("part", "upper", "annex", "article") or (not found and j):
            break
        if style == "roman":
            if _ROMAN_ONE.match(subject.folded, start) and found:
                break  # another list
            found.append((start, end))
    return found if found and _ROMAN_ONE.match(subject.folded, found[0][0]) else []


_ROMAN_ONE = re.compile(r"i[.)]\s")


def _near(listed: int, declared: int) -> bool:
    """A number far off counts other things."""
    return 0.5 * declared <= listed <= 1.6 * declared


def _numbered(
    subject: Subject, behind: Sequence[tuple[int, int]]
) -> tuple[str, list[tuple[int, int]]] | None:
    """Headings numbered from 1 that open with one noun, the first close by; each number once."""
    noun: str | None = None
    items: dict[int, tuple[int, int]] = {}
    for j, (start, end) in enumerate(behind):
        match = _HEADED.match(subject.folded, start, min(end, start + 60))
        if match is None:
            style = marker_of(subject.text[start : min(end, start + 80)])[0]
            if style in ("roman", "part", "upper", "annex", "article") or (noun is None and j >= _NEAR):
                break
            continue
        number, word = int(match["a"] or match["b"]), match["x"] or match["y"]
        if noun is None and number == 1:
            noun = word
        if word == noun:
            if items and number < max(items):
                break  # another list
            items.setdefault(number, (start, end))
    if noun is None or any(b != a + 1 for a, b in pairwise(items)):
        return None
    return noun, list(items.values())


_BRACKET = re.compile(
    r"[^()]{3}\((?:gồm )?(\d{1,2}) (chỉ số|chỉ tiêu|tiêu chí|nhiệm vụ|việc)(?: thành phần)?\)"
    r"\s*[:.]?\s*$"
)
_CODED = re.compile(r"(\d{1,2}\.\d{1,2})(?:\.\d{1,2})?\.?\s")
_BRACKETED = sign(_BRACKET, needs=("(",))


def coded(subject: Subject) -> Iterator[Hit]:
    """ "II. SỞ TƯ PHÁP (04 chỉ số)" against the lines with codes below it, up to the next heading."""
    spans = subject.paragraphs
    announcing = {start for start, _ in subject.telling(_BRACKETED)}
    for i, (start, end) in enumerate(spans):
        match = _BRACKET.search(subject.folded[start:end]) if start in announcing else None
        if match is None:
            continue
        codes, last = list[str](), (start, end)
        for span in spans[i + 1 : i + 1 + _AHEAD]:
            code = _CODED.match(subject.folded, *span)
            style = marker_of(subject.text[span[0] : min(span[1], span[0] + 80)])[0]
            if code is None and (style not in ("dash", "plus", "star", "letter") or not codes):
                break
            if code is not None:
                codes.append(code[1])
                last = span
        if not codes:
            yield from _listed(subject, match, i)
            continue
        counts = {len(codes), len(set(codes))}  # parts of an indicator may count or not
        if len(codes) >= 2 and int(match[1]) not in counts:
            figures: dict[str, Figure] = {"noun": match[2], "declared": int(match[1]), "listed": max(counts)}
            yield Hit("list-count", figures, (subject.at(start, end), subject.at(*last)))


_PLAIN_LIST = ("dash", "plus", "star", "letter", "bracket")
_HEADS = ("roman", "dotted", "number", "part", "article", "upper", "annex")


def _listed(subject: Subject, match: re.Match[str], at: int) -> Iterator[Hit]:
    """ "1. Chính quyền số (06 chỉ tiêu)" against the lines of one marker right behind it."""
    spans = subject.paragraphs
    styles = [marker_of(subject.text[a : min(b, a + 80)])[0] for a, b in spans[at + 1 : at + 1 + _AHEAD]]
    first = styles[0] if styles else "none"
    if first not in _PLAIN_LIST or marker_of(subject.text[spans[at][0] : spans[at][1]][:80])[0] == first:
        return
    listed = next((i for i, style in enumerate(styles) if style != first), len(styles))
    ended = listed == len(styles) or styles[listed] in _HEADS
    declared = int(match[1])
    if ended and listed >= _MANY and listed != declared and _near(listed, declared):
        figures: dict[str, Figure] = {"noun": match[2], "declared": declared, "listed": listed}
        places = (subject.at(*spans[at]), subject.at(*spans[at + listed]))
        yield Hit("list-count", figures, places, unsure=True)


_ROW = re.compile(r"\d{1,3}(?:\.\d{1,2}){0,2}[.)]?")


def rows(subject: Subject) -> Iterator[Hit]:
    """ "II | Nhóm kinh tế số (05 nhiệm vụ)" in a table against the numbered rows up to the next group."""
    bearing = [start for start, _ in subject.bearing(_BRACKETED)]
    for _, grid in subject.grids if bearing else ():
        groups = list[tuple[re.Match[str], tuple[int, int], int]]()
        for row in grid:
            texts = list(dict.fromkeys(filter(None, (subject.low(cell) for cell in row))))
            heads = [(c, m) for c in row if c is not None and (m := _BRACKET.search(subject.low(c)))]
            if heads and len(texts) <= 2:
                groups.append((heads[0][1], (heads[0][0].start, heads[0][0].end), 0))
            elif groups and texts and _ROW.fullmatch(texts[0]):
                groups[-1] = (*groups[-1][:2], groups[-1][2] + 1)
        off = [group for group in groups if group[2] != int(group[0][1])]
        if len(off) * 2 <= len(groups):  # else something else is counted
            for match, place, listed in off:
                figures: dict[str, Figure] = {"noun": match[2], "declared": int(match[1]), "listed": listed}
                yield Hit("list-count", figures, (subject.at(*place),))
