"""Sections and tables that the text points to and does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.clauses import clause_before, clause_behind
from extractor.analysis.audit.issuers import is_cited
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_AT = r"(?:tại|theo|ở|xem|như|trong|nêu|của)"
_TABLE = re.compile(rf"(?<!\w){_AT} (?:các )?bảng(?: số)? (\d{{1,2}})(?![\w.,]*\d)")
_CAPTION = re.compile(r"\A[*_\s]{0,4}bảng(?: số)? (\d{1,2})(?!\d)")
_SECTION = re.compile(
    rf"(?<!\w)(?:{_AT}|và) (?:các )?(?:tiểu )?mục (?:số )?(?P<label>\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}|"
    r"(?:ix|iv|v?i{1,3}|v|x)(?:\.\d{1,2})?)(?![\w/]|\.\d|%)"
)
_ELSEWHERE = re.compile(
    r"phụ lục|quyết định|nghị quyết|thông tư|nghị định|công văn|luật|điều \d|chương [ivx\d]|"
    r"phần [ivxa-c\d]|"
    r"kế hoạch số|chỉ thị|kết luận|biểu|đề án|thông báo|hướng dẫn|chương trình|tờ trình|văn bản|hồ sơ"
)
_LABEL = re.compile(
    r"\A[*_#\s]{0,6}(?:(?:phần|mục|điều|chương)\s+)?([ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){0,2})(?![\w,/%])"
)
_FEW = 2
_TABLES, _SECTIONS = sign(_TABLE, needs=("bảng",)), sign(_SECTION, needs=("mục",))
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


def tables(subject: Subject) -> Iterator[Hit]:
    """ "thống kê tại Bảng 7", where the captions end with "Bảng 5"."""
    pointing = subject.bearing(_TABLES)
    if not pointing:
        return
    captions = {int(m[1]) for _, words in subject.spoken if (m := _CAPTION.match(words))}
    if len(captions) < 2:
        return
    for start, words in pointing:
        for match in _TABLE.finditer(words):
            if int(match[1]) not in captions and not _of_another(subject, start, words, match):
                yield _hit(subject, start, match, f"bảng {match[1]}")


def sections(subject: Subject) -> Iterator[Hit]:
    """ "nêu tại mục 7.4", where the outline ends with section 6."""
    pointing = subject.bearing(_SECTIONS)
    if not pointing:
        return
    labels = {m[1] for _, words in subject.spoken if (m := _LABEL.match(words))}
    headed = {m[1].split(".")[0] for _, words in subject.prose if (m := _LABEL.match(words))}
    for start, words in pointing:
        for match in _SECTION.finditer(words):
            label = match["label"]
            if not label[0].isdigit() and not subject.text[start + match.start("label")].isupper():
                continue
            if _is_absent(label, labels, headed) and not _of_another(subject, start, words, match):
                yield _hit(subject, start, match, f"mục {label.upper()}")


def _is_absent(label: str, labels: set[str], headed: set[str]) -> bool:
    """No section has the label; of "7.4" none either where sections with such labels end before 7."""
    top = label.split(".")[0]
    parted = {other.split(".")[0] for other in labels if "." in other}
    if label in labels:
        return False
    if top.isdigit() and "." in label and len(parted) >= _FEW:
        return top not in parted
    known = {other for other in headed if other.isdigit() == top.isdigit()}
    return len(known) > _FEW and top not in known and _number_of(top) not in headed


def _number_of(label: str) -> str:
    """ "III" as the "3" that the outline may have instead, and the other way round."""
    if label.isdigit():
        return next((roman for roman, n in _ROMAN.items() if n == int(label)), "")
    return str(_ROMAN.get(label, ""))


def _of_another(subject: Subject, start: int, words: str, match: re.Match[str]) -> bool:
    """The place is one of another document, or of an annex with numbers of its own."""
    before = clause_before(words[: match.start()])[-60:]
    after = clause_behind(words[match.end() : match.end() + 60])
    own = re.match(r"[^.;]{0,20}(?:này|nêu trên|trên đây)(?!\w)", after)
    return (not own and bool(_ELSEWHERE.search(before + " | " + after))) or is_cited(
        subject, start + match.start()
    )


def _hit(subject: Subject, start: int, match: re.Match[str], place: str) -> Hit:
    figures: dict[str, Figure] = {"place": place}
    return Hit("place-absent", figures, (subject.around(start, match, 40),))
