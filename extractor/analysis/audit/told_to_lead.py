"""Units told to lead what the annex does not give them: "Chủ trì nhiệm vụ số 16 tại Phụ lục I"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from extractor.analysis.audit.coverage import named_apart, vague_kind
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.records import Task, Unit
from extractor.structure.markers import marker_of
from extractor.vietnamese.forms import fold

_WORK = r"(?:nhiệm vụ|nội dung|chỉ số|chỉ tiêu|công việc|hạng mục)"
_AT = r"(?:tại|của|trong|thuộc|theo|nêu tại|ở)"
_ROW = re.compile(
    rf"chủ trì(?: thực hiện| triển khai| tham mưu)?,? (?:các )?{_WORK}(?: số| thứ)?(?: thứ tự)?"
    rf" (?P<rows>\d{{1,3}}(?!\.?\d)(?:(?:,| và) (?:số )?\d{{1,3}}(?![.\d]))*),? {_AT} (?:danh mục |bảng )?"
    r"phụ lục(?: số)?(?: (?P<annex>[ivx]{1,4}|\d{1,2}))?(?!\w)"
)
_ALL = re.compile(
    rf"chủ trì(?: thực hiện| triển khai)?,? (?:các )?{_WORK}(?: đã)?(?: được)?"
    rf"(?: (?:giao|phân công)(?: chủ trì)?)? (?:nêu )?{_AT} phụ lục(?: số)?"
    r"(?: (?P<annex>[ivx]{1,4}|\d{1,2}))?(?! của)(?!\w)"
)
_ANNEX = re.compile(r"phụ lục(?: số)?(?: ([ivx]{1,4}|\d{1,2}))?(?!\w)")
_GIVEN = sign(_ALL, needs=("chủ trì", "phụ lục"))
_LEAST, _ABOVE, _LONG, _LISTED = 3, 8, 120, 5


class _Place(NamedTuple):
    number: int
    start: int
    end: int


def rows(subject: Subject) -> Iterator[Hit]:
    """The row of that number is given to another unit."""
    for task, unit, match in _told(subject, _ROW):
        held = _rows_of(subject, match["annex"])
        numbers = [int(n) for row in held if (n := row.section.strip(" .)")).isdigit()]
        for number in re.findall(r"\d+", match["rows"]):
            same = [row for row in held if row.section.strip(" .)") == number]
            if not same and len(numbers) >= _LISTED and int(number) > max(numbers):
                absent: dict[str, Figure] = {"place": f"nhiệm vụ số {number} tại phụ lục"}
                yield Hit("place-absent", absent, (subject.of(task),))
            if len(same) != 1 or not same[0].lead_units:
                continue
            leads = same[0].lead_units
            if any(not named_apart(unit.name, lead.name) for lead in leads):
                continue
            annex = f"phụ lục {match['annex'].upper()}" if match["annex"] else "phụ lục"
            figures: dict[str, Figure] = {"what": f"Nhiệm vụ số {number} tại {annex}", "first": unit.name}
            figures["second"] = leads[0].name
            yield Hit("lead-stated-twice", figures, (subject.of(task), subject.of(same[0])))


def annexes(subject: Subject) -> Iterator[Hit]:
    """ "Chủ trì thực hiện các chỉ số được phân công tại Phụ lục I", and no row of it names the unit."""
    bearing = frozenset(start for start, _ in subject.telling(_GIVEN))
    for i, (start, end) in enumerate(subject.paragraphs):
        match = _ALL.search(subject.folded, start, end) if start in bearing else None
        above = _heading(subject, i) if match is not None else None
        if match is None or above is None:
            continue
        unit, where = above
        tables = list(_tables(subject, match["annex"]))
        led = [row for row in _rows_of(subject, match["annex"]) if row.lead_units]
        low = fold(unit)
        others = [u for row in led for u in (*row.lead_units, *row.supporting_units)]
        named = any(not named_apart(unit, u.name) for u in others if not vague_kind(u.name))
        printed = any(low in subject.folded[t.start : t.end] for t in tables)
        if len(led) >= _LEAST and not named and not printed and not _short_form(subject, unit, tables):
            spans = (subject.at(*where), subject.at(start, end))
            yield Hit("unit-without-work", {"unit": unit}, spans)


def _heading(subject: Subject, at: int) -> tuple[str, tuple[int, int]] | None:
    """The one unit that the heading of a line names and nothing else, and where it stands."""
    for start, end in reversed(subject.paragraphs[max(0, at - _ABOVE) : at]):
        style, _, length = marker_of(subject.text[start : min(end, start + 80)])
        if style in ("number", "dotted", "letter"):
            names = _only_units(subject.text[start + length : end]) if end - start < _LONG else []
            return (names[0], (start + length, end)) if len(names) == 1 else None
        if style not in ("dash", "plus", "star"):
            return None
    return None


def _short_form(subject: Subject, unit: str, tables: Iterable[_Place]) -> bool:
    """Letters that may stand for the unit in a table: "LMHTX tỉnh"."""
    words = [w for w in re.findall(r"[^\W\d_]+", unit) if w.casefold() not in ("tỉnh", "huyện", "xã", "và")]
    first = "".join(word[0] for word in words).casefold()
    kinds = " ".join(words[-2:]).casefold()
    return any(
        (len(first) > _LEAST and first in subject.folded[t.start : t.end])
        or kinds in subject.folded[t.start : t.end]
        for t in tables
    )


def _told(subject: Subject, form: re.Pattern[str]) -> Iterator[tuple[Task, Unit, re.Match[str]]]:
    """Tasks of one unit, told in the body, in words of this form."""
    for task in subject.extraction.tasks:
        place = task.evidence
        if place is None or place.table is not None or len(task.lead_units) != 1:
            continue
        match = form.search(subject.folded, place.start, place.end)
        if match is not None:
            yield task, task.lead_units[0], match


def _tables(subject: Subject, annex: str | None) -> Iterator[_Place]:
    """Tables behind the heading of an annex of that number, or of any where none is told."""
    assert subject.source is not None
    heads = [(start, m[1]) for start, words in subject.prose if (m := _ANNEX.match(words))]
    for number, table in enumerate(subject.source.tables):
        last = next(((start, name) for start, name in reversed(heads) if start < table.start), None)
        if last is not None and (annex is None or last[1] == annex):
            yield _Place(number, table.start, table.end)


def _rows_of(subject: Subject, annex: str | None) -> list[Task]:
    tables = {place.number for place in _tables(subject, annex)} if subject.source else set()
    tasks = subject.extraction.tasks
    return [t for t in tasks if t.evidence is not None and t.evidence.table in tables]


_DUTIES = re.compile(r"(?:[ivx]{1,5}[.)]|phần \S+) ?\W*(?:tổ chức thực hiện|phân công|trách nhiệm)")
_KIND = (
    r"(?:Sở|Ban|Phòng|Công an|Thanh tra|Chi cục|Cục|Trung tâm|Trạm|Trường|Đài|Báo|Hội|Đoàn|"
    r"Bưu điện|Bộ Chỉ huy)"
)
_JOINT = re.compile(rf"[,;]|\s+và\s+(?={_KIND}\s)")
_UNIT = re.compile(
    rf"(?:(?:Đề nghị|Giao) )?(?:{_KIND}|Văn phòng|UBND|Liên minh|Liên đoàn|Tỉnh đoàn|"
    r"Ủy ban|VNPT|Kho bạc)(?!\w)"
)
_SECTION = re.compile(r"(?:[ivx]{1,5}[.)] |phần \S|phụ lục)")


def sharers(subject: Subject) -> Iterator[Hit]:
    """ "5. Công an xã, Ban Chỉ huy Quân sự xã" and below it lines that give work to the first alone."""
    inside = False
    for i, (start, end) in enumerate(subject.paragraphs):
        words = subject.folded[start:end]
        if _SECTION.match(words):
            inside = bool(_DUTIES.match(words))
        style, _, length = marker_of(subject.text[start : min(end, start + 80)])
        if not inside or style not in ("number", "dotted") or end - start > 160:
            continue
        named = _only_units(subject.text[start + length : end])
        lines = _below(subject, i) if len(named) > 1 else []
        openings = tuple(map(fold, named))
        led = all(line.lstrip("-–+*• ").startswith(openings) for line in lines)
        told = " ".join(lines)
        if not lines or not led or re.search(r"(?<!\w)(?:các|hai) (?:đơn vị|cơ quan)", told):
            continue
        for name in named:
            if fold(name) not in told and not _named_elsewhere(subject, name, (start, end)):
                at = start + subject.text[start:end].index(name)
                yield Hit("unit-without-work", {"unit": name}, (subject.at(at, at + len(name)),))


def _only_units(words: str) -> list[str]:
    """The units of a heading that holds nothing else, as printed."""
    names = [name.strip(" .:") for name in _JOINT.split(words)]
    return names if all(map(_UNIT.match, names)) and not any(map(vague_kind, names)) else []


def _below(subject: Subject, at: int) -> list[str]:
    """The dashed lines right behind a heading."""
    lines = list[str]()
    for start, end in subject.paragraphs[at + 1 :]:
        if marker_of(subject.text[start : min(end, start + 80)])[0] not in ("dash", "plus", "star"):
            break
        lines.append(subject.folded[start:end])
    return lines


def _named_elsewhere(subject: Subject, name: str, where: tuple[int, int]) -> bool:
    """A task names it, other than those under the heading that it stands in."""
    low = fold(name)
    for record in subject.records:
        for unit in (*(record.lead_units or ()), *(record.supporting_units or ())):
            own = unit.evidence is not None and where[0] <= unit.evidence.start < where[1]
            if not own and (low in fold(unit.name) or fold(unit.name) in low):
                return True
    return False
