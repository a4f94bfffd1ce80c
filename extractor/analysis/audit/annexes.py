"""Annexes and forms that the text points to and the file does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.clauses import clause_before, clause_behind
from extractor.analysis.audit.model import Hit
from extractor.analysis.audit.subject import Subject

_ANNEX = re.compile(r"phụ lục(?<!\wphụ lục)(?!\w)(?: số)?\s*([ivx]{1,4}|\d{1,2})?(?!\w)")
_HEAD = re.compile(
    r"(?:phụ lục|biểu|danh mục|"
    r"\(?\s*(?:ban hành )?kèm theo\s+(?:kế hoạch|quyết định|chương trình|báo cáo|công văn|đề án))"
)
_IN_BODY = re.compile(r"biểu (?:số )?\d")
_FOREIGN = re.compile(
    r"(?:quyết định|nghị định|thông tư|nghị quyết|công văn|văn bản|hướng dẫn|luật)\s*(?:số\s*)?\d"
)


_POINTS = re.compile(r"(?:tại|theo|ở|trong)\s+(?:các\s+)?phụ lục")


def _is_head(words: str) -> bool:
    """A heading of an annex; "Danh mục nêu tại Phụ lục II" only points to one."""
    return bool(_HEAD.match(words)) and not _POINTS.search(words)


def annexes(subject: Subject) -> Iterator[Hit]:
    """An annex that the text points to and the file does not hold."""
    if subject.source is None:
        return
    body = subject.folded.rfind("nơi nhận")
    heads = [
        s for s in subject.paragraphs if s[1] - s[0] < 260 and _is_head(subject.folded[s[0] : s[1]])
        # a form or table that is printed before the signature is no annex
        and not (s[0] < body and _IN_BODY.match(subject.folded, s[0]))
    ]  # fmt: skip
    named = {m[1].lstrip("0") for s in heads if (m := _ANNEX.match(subject.folded[s[0] : s[1]])) and m[1]}
    told: set[str] = set()
    for start, words in subject.spoken:
        end = start + len(words)
        if "phụ lục" not in words or (start, end) in heads:
            continue
        for match in _ANNEX.finditer(words):
            own = not _FOREIGN.search(_around(words, match))
            # an unnumbered annex is met by any; one without a number may be the first
            first = (match[1] or "").lstrip("0") in ("", "1", "i")
            absent = (
                not heads if first and not named else bool(match[1]) and match[1].lstrip("0") not in named
            )
            if own and absent and (match[1] or "") not in told:
                told.add(match[1] or "")
                yield _absent(subject, match.group(), start, match)


def _around(words: str, match: re.Match[str]) -> str:
    """The words of the same sentence that stand close by."""
    before = clause_before(words[max(0, match.start() - 60) : match.start()])
    return before + match.group() + clause_behind(words[match.end() : match.end() + 70])


_FORM = re.compile(
    r"(?P<form>(?:biểu mẫu|biểu|mẫu|danh mục|đề cương)(?: báo cáo)?(?: số)? ?(?:\d{1,2}[a-z]?|[ivx]{1,4})?)"
    r"(?: [^.;,()]{0,30}?)? ?\(?(?:đính kèm|gửi kèm|kèm theo|ban hành kèm)"
)


def forms(subject: Subject) -> Iterator[Hit]:
    """ "theo biểu mẫu số 03 gửi kèm", where the file holds no such form."""
    if subject.source is None:
        return
    heads = [subject.folded[s:e] for s, e in subject.paragraphs if e - s < 260]
    for start, words in subject.spoken:
        if "kèm" not in words:
            continue
        for match in _FORM.finditer(words):
            label = " ".join(match["form"].replace(" số", "").split())
            here = any(_is_form(label, h.replace(" số", "")) for h in heads if h != words)
            if "phụ lục" not in match.group() and not here and not _FOREIGN.search(_around(words, match)):
                yield _absent(subject, match["form"], start, match)
                return


def _is_form(label: str, head: str) -> bool:
    """A heading of the form; a form with a number may be the annex of that number, but no other one."""
    number = re.search(r"0*(\d+[a-z]?|[ivx]+)$", label)
    if number is None:
        return head.startswith((label, "phụ lục"))
    kind = label[: number.start()].rstrip()
    return bool(re.match(rf"(?:{re.escape(kind)}|biểu mẫu|biểu|mẫu|phụ lục) ?0*{number[1]}(?!\w)", head))


def _absent(subject: Subject, label: str, start: int, match: re.Match[str]) -> Hit:
    return Hit("annex-absent", {"annex": label.strip()}, (subject.around(start, match, 80, 60),))
