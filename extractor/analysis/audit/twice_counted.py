"""One piece of work that is counted by two numbers: in the body and in the row of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from extractor.analysis.audit.clauses import SENTENCE, word_set
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.analysis.audit.unit_ahead import without_unit
from extractor.structure.annex import header_role
from extractor.vietnamese.forms import squeeze

_NOUNS = (
    r"lớp|cuộc|hội nghị|hội thảo|đợt|buổi|khóa|mô hình|hệ thống|nền tảng|cơ sở dữ liệu|máy|bộ|cụm|trạm|"
    r"camera|"
    r"học viên|cán bộ|công chức|lượt người|lượt|người|thành viên|đại biểu|giáo viên|doanh nghiệp|hộ|"
    r"tổ|chuyên mục|chuyên đề|video|phóng sự|hội thi|gian hàng|điểm|sản phẩm|trường|thủ tục"
)
_COUNT = re.compile(rf"(?<![\w.,/])(\d{{1,3}}(?:\.\d{{3}})?) ({_NOUNS})(?!\w)(?! (?:mỗi|một|trên|đầu))")
_SIGN = re.compile(rf"\d (?:{_NOUNS})")
_COUNTED = sign(_SIGN)
_PAST = re.compile(r"(?<!\w)(?:đã|năm trước|cùng kỳ|lũy kế|kết quả|hiện có|giai đoạn|thêm)(?!\w)")
_EACH = re.compile(r"(?<!\w)(?:mỗi|từng|hằng|hàng)(?!\w)[^,;|]*$")
_FORMAL = word_set(
    "các của trên địa bàn tỉnh toàn có được là và theo trong năm thực hiện triển khai xây dựng tổ chức mở về "
    "cho tại để đến trước ngày tháng quý chủ trì phối hợp hoàn thành thời hạn một số những đơn vị sở phòng"
)
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{4,60})[”\"]")
_LEAST, _COVERED = 4, 0.85
_LONGEST = 400


class _Telling(NamedTuple):
    words: frozenset[str]
    quoted: frozenset[str]
    counts: dict[str, int]
    start: int
    end: int
    told: str = ""
    """All its words; of a row those of the lead's cell."""


def works(subject: Subject) -> Iterator[Hit]:
    """ "Mở 12 lớp “Kỹ năng số” …" in the body, "Lớp “Kỹ năng số” | 11 lớp" in the annex."""
    bodies = [
        (start, words)
        for start, words in subject.telling(_COUNTED)
        if len(words) <= _LONGEST and not _PAST.search(words)
    ]
    rows = list(_rows(subject)) if bodies else []
    nouns = {noun for row in rows for noun in row.counts}
    for start, words in bodies:
        if not any(match[2] in nouns for match in _COUNT.finditer(words)):
            continue
        for body in _parts(words, start):
            for row in rows:
                noun = next((n for n, k in body.counts.items() if row.counts.get(n, k) != k), None)
                if noun is not None and _same(body, row):
                    figures: dict[str, Figure] = {"first": body.counts[noun], "second": row.counts[noun]}
                    figures["noun"] = noun
                    spans = (subject.at(body.start, body.end), subject.at(row.start, row.end))
                    yield Hit("count-stated-twice", figures, spans)
    told = [
        _telling(words, words, (start, start + len(words)))._replace(told=words) for start, words in bodies
    ]
    yield from _of_one_lead(subject, told, rows)


_THEME = frozenset(["chuyển", "đổi", "số", "về", "cho"])
_LEAD = 6


def _of_one_lead(subject: Subject, bodies: list[_Telling], rows: list[_Telling]) -> Iterator[Hit]:
    """ "12 lớp tập huấn … Giao Sở Nội vụ chủ trì", "Tập huấn chuyển đổi số (10 lớp) | Sở Nội vụ".

    A short name tells little: the lead must be the same, and no other line or row may count such a thing.
    """
    for row in rows:
        named = {word.strip("().,;:") for word in row.words} - _THEME - {"", *row.counts}
        if len(named) < 2 or len(row.told) < _LEAD:
            continue
        for noun, count in row.counts.items():
            like = [b for b in bodies if noun in b.counts and named <= b.words]
            rival = [r for r in rows if noun in r.counts and r is not row and named & r.words]
            same = len(like) == 1 and not rival and row.told in like[0].told
            if same and like[0].counts[noun] != count and not _same(like[0], row):
                figures: dict[str, Figure] = {"first": like[0].counts[noun], "second": count, "noun": noun}
                spans = (subject.at(like[0].start, like[0].end), subject.at(row.start, row.end))
                yield Hit("count-stated-twice", figures, spans)


def _parts(words: str, start: int) -> Iterator[_Telling]:
    """The paragraph as a whole, or each of its clauses where several tell of works."""
    clauses = [m for m in SENTENCE.finditer(words) if _COUNT.search(m.group())]
    whole = len(clauses) < 2 and sum(1 for _ in SENTENCE.finditer(words)) < 3
    if whole:
        yield _telling(words, words, (start, start + len(words)))
        return
    for clause in clauses:
        yield _telling(clause.group(), clause.group(), (start + clause.start(), start + clause.end()))


_MANY = 60


def told(subject: Subject) -> Iterator[Hit]:
    """ "Tập huấn … cho 350 cán bộ", under a unit "tập huấn … cho 300 cán bộ": the same words."""
    bodies = [
        _telling(without_unit(words), words, (start, start + len(words)))
        for start, words in subject.telling(_COUNTED)
        if len(words) <= _LONGEST and not _PAST.search(words)
    ][:_MANY]
    for a, b in combinations(bodies, 2):
        noun = next((n for n, k in a.counts.items() if b.counts.get(n, k) != k), None)
        common, most = len(a.words & b.words), max(len(a.words), len(b.words))
        if (
            noun in (None, "điểm")
            or _times(subject, a) != _times(subject, b)
            or common < _LEAST
            or common < _COVERED * most
        ):
            continue
        figures: dict[str, Figure] = {"first": a.counts[noun], "second": b.counts[noun], "noun": noun}
        yield Hit("count-stated-twice", figures, (subject.at(a.start, a.end), subject.at(b.start, b.end)))


def _times(subject: Subject, body: _Telling) -> set[str]:
    return {m.group() for m in _AT_A_TIME.finditer(subject.folded, body.start, body.end)}


_STANDING = re.compile(
    r"(?<![\w.,/])(?P<n>[1-9]\d{1,3})(?![\d/%]|[.,]\d) (?P<what>(?:hệ thống|cơ sở dữ liệu|dịch vụ|thủ tục|"
    r"trạm|nền tảng|máy|doanh nghiệp|hợp tác xã|trường|điểm|thôn|bản|ấp|khu|tổ|bộ dữ liệu)"
    r"(?: [^\W\d_]+){2,4})"
)
_THERE = sign(_STANDING)
_SAME_WORDS = 4


def swapped(subject: Subject) -> Iterator[Hit]:
    """ "38 hệ thống thông tin dùng chung" and "83 …" of the same: two digits changed places."""
    known: dict[tuple[str, ...], list[tuple[str, int, int]]] = {}
    for start, words in subject.telling(_THERE):
        for match in _STANDING.finditer(words):
            what = tuple(match["what"].split()[: _SAME_WORDS + 1])
            if len(what) > _SAME_WORDS:
                known.setdefault(what, []).append((match["n"], start + match.start(), start + match.end()))
    for what, places in known.items():
        numbers = list(dict.fromkeys(number for number, _, _ in places))
        if len(numbers) != 2 or not _exchanged(*numbers):
            continue
        figures: dict[str, Figure] = {"first": int(numbers[0]), "second": int(numbers[1])}
        figures["noun"] = " ".join(what)
        spans = (next(subject.at(a, b) for n, a, b in places if n == number) for number in numbers)
        yield Hit("count-stated-twice", figures, tuple(spans))


def _exchanged(one: str, two: str) -> bool:
    """Two neighbouring digits stand the other way round."""
    apart = [i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b]
    return (
        len(one) == len(two) and len(apart) == 2 and apart[1] - apart[0] == 1 and sorted(one) == sorted(two)
    )


_AT_A_TIME = re.compile(
    r"(?<!\w)(?:năm 20\d\d|quý (?:i|ii|iii|iv|\d)|tháng \d|đợt|cấp huyện|cấp xã|huyện|thành phố|giai đoạn|"
    r"trong đó)(?!\w)"
)
"""Words that tell one part of the count from another."""


def _rows(subject: Subject) -> Iterator[_Telling]:
    """Rows of tables of tasks: what their name cell says, what any of their cells counts."""
    assert subject.source is not None
    for number, grid in subject.grids:
        table = subject.source.tables[number]
        if not _SIGN.search(subject.folded, table.start, table.end):
            continue
        roles = [header_role(subject.words(cell))[0] for cell in grid[0]]
        if "name" not in roles or "lead" not in roles:
            continue
        for row in grid[1:]:
            name = row[roles.index("name")]
            cells = [cell for cell in row if cell is not None and cell.end > cell.start]
            if name is None or not cells:
                continue
            told = " | ".join(subject.low(cell) for cell in cells)
            if _COUNT.search(told) and not _PAST.search(told):
                lead = subject.low(row[roles.index("lead")]).strip()
                place = (cells[0].start, cells[-1].end)
                yield _telling(subject.low(name), told, place)._replace(told=lead)


def _telling(name: str, told: str, place: tuple[int, int]) -> _Telling:
    """Nouns that are counted once only: two numbers of one thing are of its parts."""
    found: dict[str, list[int]] = {}
    for match in _COUNT.finditer(told):
        if _EACH.search(told, max(0, match.start() - 30), match.start()):
            continue
        found.setdefault(match[2], []).append(int(match[1].replace(".", "")))
    counts = {noun: numbers[0] for noun, numbers in found.items() if len(set(numbers)) == 1}
    plain = squeeze(re.sub(r"\d+", " ", name)).split()
    return _Telling(frozenset(plain) - _FORMAL, frozenset(_QUOTED.findall(name)), counts, *place)


def _same(body: _Telling, row: _Telling) -> bool:
    """All that the row's name says stands in the body's line, or both name one thing in quotation marks."""
    if body.quoted and body.quoted == row.quoted:
        return True
    common = len(body.words & row.words)
    return len(row.words) >= _LEAST and common >= _COVERED * len(row.words) and 2 * common >= len(body.words)
