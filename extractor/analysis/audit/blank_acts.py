"""Numbers, days and years of cited acts that were never filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.model import Hit
from extractor.analysis.audit.open_places import is_in_form
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_KIND = (
    r"(?<!\w)(?:quyết định|nghị quyết|kế hoạch|công văn|văn bản|thông báo|báo cáo|chỉ thị|chương trình|"
    r"tờ trình|nghị định|thông tư|kết luận|hướng dẫn|giấy mời|đề án)(?!\w)"
)
_OPEN = r"(?:[.…_ \t\u00a0]|(?<![^\W_])x{1,4}(?![^\W_]))"
_SYMBOL = r"(?:qđ|nq|kh|cv|tb|bc|ct|ctr|ttr|kl|hd|gm|nđ|tt|đa|ubnd|stttt)(?=[-/])[-/][a-zđ]{2,10}"
_NUMBER = re.compile(
    rf"{_KIND}(?: của (?:(?! tại )[^.;:()\d]){{2,40}})? số\s*:?{_OPEN}{{0,24}}"
    rf"(?:[/-] ?{_SYMBOL}|(?<=…)|(?<=\.\.\.)|(?<=___))"
)
_SHORT = re.compile(
    rf"{_KIND}(?:[^.;:()…]|\.(?=\d)){{0,90}}? ngày\s*(?P<day>(?:[.…_ x]|\d){{0,12}})/"
    r"(?P<month>(?:[.…_ x]|\d){0,8})(?:/(?P<year>(?:[.…_ x]|\d){0,8}))?"
)
_LONG = re.compile(
    rf"{_KIND}(?:[^.;:()…]|\.(?=\d)){{0,90}}? ngày(?P<day>(?:[.…_\s]|\d){{0,14}})tháng"
    r"(?P<month>(?:[.…_\s]|\d){0,14})năm(?P<year>\s*(?:20\d\d|20[.…_]{1,6}|[.…_]{2,8}))"
)
_YEAR = re.compile(r"(?<!\w)(?:năm|giai đoạn|đến|[-–]) ?20(?:\.{2,}|…|_{2,})(?!\w)")
_OWN = re.compile(r"kèm theo\s*$")
_DIGIT, _MARKS, _CENTURY = re.compile(r"\d"), re.compile(r"[.…_x]|\s\s"), re.compile(r"20[.…_]{1,6}")
_BLANKS = sign(
    re.compile(r"số\s*:?(?:[.…_ \tx\u00a0]{0,24}[/-]|\s*(?:…|\.\.\.|___))"),
    re.compile(r"ngày(?! \d{1,2}(?:/\d| tháng \d))[.…_\sx\d]{0,14}(?:/|tháng)|/[.…_ x]{1,8}/|/(?:…|\.\.)"),
    re.compile(r"20(?:\.\.|…|__)"),
)


def acts(subject: Subject) -> Iterator[Hit]:
    """ "Quyết định số      /QĐ-UBND ngày 05/6/2021", "Nghị quyết số 03-NQ/TU ngày …/…/2021"."""
    for start, words in subject.bearing(_BLANKS):
        told = 0
        found = (match for pattern in (_NUMBER, _SHORT, _LONG, _YEAR) for match in pattern.finditer(words))
        for match in sorted(filter(_is_open, found), key=lambda m: m.start()):
            if match.start() < told or _is_own(subject, match) or is_in_form(subject, start):
                continue
            told = match.end()
            printed = " ".join(subject.text[start + match.start() : start + told].split())
            yield Hit("blank-figure", {"printed": printed}, (subject.around(start, match, 0, 40),))


def _is_open(match: re.Match[str]) -> bool:
    """A part of the day is not told; numbers and years that match are blank."""
    if "day" not in match.re.groupindex:
        return True
    parts = [part for part in match.group("day", "month", "year") if part is not None]
    if _CENTURY.fullmatch(parts[-1].strip()):
        return True
    lacking = not all(map(_DIGIT.search, parts))
    return lacking and (
        bool(_MARKS.search("/".join(parts))) or (len(parts) > 2 and any(map(_DIGIT.search, parts)))
    )


def _is_own(subject: Subject, match: re.Match[str]) -> bool:
    """The document's own number in the heading of its annex, where the document itself has none yet."""
    document = subject.extraction.document
    unfilled = document.number is None or document.issued_on is None
    return unfilled and bool(_OWN.search(match.string[: match.start()]))
