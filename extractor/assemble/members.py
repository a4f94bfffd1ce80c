"""The things that a task's words give to its unit, one by one: clauses, members of lists, shared heads.

"Thực hiện các chỉ tiêu về dịch vụ công: cung cấp toàn trình, điền sẵn thông tin" gives two things, each
of which needs the head of the list to be understood. Lists are cut short, so that time stays bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor import gazetteers
from extractor.annotators.clauses import find_brackets, masked, sentences
from extractor.annotators.indicators import collectives, split_subjects
from extractor.annotators.units import UnitMention, find_units
from extractor.vietnamese.forms import fold

_LONGEST, _CLAUSES, _MEMBERS = 900, 8, 10
_LIST = re.compile(r"(?P<head>[^:]{4,160}?)\s*(?:,?\s(?:bao )?gồm(?:\scó)?\s*:?|:)\s+(?P<list>.+)", re.DOTALL)
_COMMA = re.compile(r",\s+(?:và\s+)?|(?<!nhỏ)(?<!vừa)\s+và\s+|\s+và\s+(?!vừa|nhỏ)")
_OVERSEES = re.compile(  # who watches a thing does not answer for it
    r"(?:(?:chủ trì|làm đầu mối|là đầu mối|phối hợp|với|và)[,\s]*)*(?:theo dõi|đôn đốc|kiểm tra|giám sát|"
    r"tổng hợp|báo cáo|tuyên truyền|thông tin,? tuyên truyền|phổ biến|đánh giá|cung cấp số liệu|thẩm định|"
    r"lồng ghép)\b"
)
_ROLE = re.compile(r"^(?:chủ trì|phối hợp|với|cùng|và|thực hiện|triển khai|[,\s\-+*•;:]){1,40}(?=\s)", re.I)
_MINISTRY = re.compile(r"(?:các )?(?:sở|bộ|cục|ban|cơ quan|đơn vị|ngành|phòng|địa phương)\s")
_AIM_WORD = re.compile(
    r".*?(?:chỉ tiêu|chỉ số|mục tiêu|nội dung|tiêu chí)(?:\scụ thể)?"
    r"(?:\s(?:về|thuộc|trong|liên quan đến))?\s",
    re.DOTALL,
)
_HINGE = re.compile(
    r"\s(?:cho|của|về|với|trên|trong|tại|đối với|bằng|qua|người dân|doanh nghiệp nhỏ và vừa|hộ gia đình)\s"
)


def members(text: str, units: Sequence[UnitMention], offset: int) -> list[str]:
    """Statements of what is given, most literal first, each once; ``offset`` is where ``text`` begins.

    Names of units and brackets are left out: they say who, or what was last year.
    """
    text = text[:_LONGEST]
    others = [u for u in find_units(text, offset) if _MINISTRY.match(fold(u.text))]
    named = [(max(u.start - offset, 0), u.end - offset) for u in (*units, *others)]
    hidden = [*((s, e) for s, e in named if s < len(text) and e > 0),
              *((b.start, b.end) for b in find_brackets(text, 0, len(text)))]  # fmt: skip
    plain = masked(text, [(s, min(e, len(text))) for s, e in hidden])
    found: dict[str, None] = {}
    for start, end in list(sentences(plain, 0, len(plain)))[:_CLAUSES]:
        clause = _ROLE.sub("", " ".join(plain[start:end].split())).strip()
        for statement in _of_clause(clause) if not _OVERSEES.match(fold(clause)) else ():
            found.setdefault(statement.strip(" ,.;:-"), None)
    return [s for s in found if len(s) > 5]


def _of_clause(clause: str) -> Iterator[str]:
    listed = _LIST.fullmatch(clause)
    head = _noun(listed["head"]) if listed else ""
    body = listed["list"] if listed else _noun(clause)
    headed = bool(listed) or body != clause
    yield body if not listed else clause
    for phrase in split_subjects(body)[:_MEMBERS]:
        if phrase != body:
            yield phrase
        for prefix, member in _commas(phrase):
            if headed or not prefix or _verbs().match(fold(member)):  # a bare noun says not what is done
                yield f"{head} {member}".strip()
            yield from _sharing(prefix, member)


@cache
def _verbs() -> re.Pattern[str]:
    verbs = gazetteers.any_of(fold(r["verb"]) for r in gazetteers.rows("verbs"))
    return re.compile(rf"(?:{verbs})\b")


def _noun(words: str) -> str:
    """What stands behind "thực hiện các chỉ tiêu về"; all of it without such words."""
    match = _AIM_WORD.match(fold(words))
    return words[match.end() :] if match else words


def _commas(body: str) -> list[tuple[str, str]]:
    """The members of a list, each with all that stands before it."""
    kept = [m.span() for m in collectives().finditer(fold(body))]
    found, start, before = [], 0, ""
    for match in _COMMA.finditer(body):
        if any(a < match.end() and match.start() < b for a, b in kept):
            continue
        found.append((before, body[start : match.start()]))
        before, start = body[: match.start()], match.end()
    return [*found, (before, body[start:])][:_MEMBERS]


def _sharing(before: str, member: str) -> Iterator[str]:
    """What a member shares with those before it.

    "máy trạm" behind "chống mã độc cho máy chủ" shares what stands before its own kind, and so does
    what is joined behind a list ("chuyên trách, kiêm nhiệm về A và B").
    """
    if not before:
        return
    yield before
    for hinge in list(_HINGE.finditer(before))[-2:]:
        yield f"{before[: hinge.end()].strip()} {member}"
    last = _COMMA.split(before)[-1]
    for hinge in list(_HINGE.finditer(last))[-1:]:
        yield f"{last[: hinge.end()].strip()} {member}"
    joined = split_subjects(f"{last} và {member}")
    yield from joined if len(joined) > 1 else ()
