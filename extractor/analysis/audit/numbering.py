"""Gaps and repeats in the numbering of headings, items and table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import NamedTuple

from extractor.analysis.audit.clauses import word_set
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.subject import Row, Subject
from extractor.structure.markers import marker_of
from extractor.vietnamese.forms import fold

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_DEPTH = ("named", "part", "roman", "upper", "number", "path", "letter", "bracket")
_PATH = re.compile(
    r"((?:[A-ZĐ]|[IVX]{1,4})\.)?(\d{1,2}(?:\.\d{1,2}){0,4})(?:[.)/]|\.?(?=\s))\s*(?=[^\W\d_]|[\"“(])"
)
_ORDINAL = re.compile(r"[IVXL]{1,5}|\d{1,2}|[A-ZĐ]|NHẤT|HAI|BA|TƯ|BỐN|NĂM|SÁU|BẢY|TÁM")
_QUARTER = re.compile(r"[IVX]+\s*[-/]\s*\d")
_FAR = 9
"""A jump further than this is another numbering, not a gap."""


class _Mark(NamedTuple):
    """A numbered heading or item: its depth, the label of what it stands under, its own number."""

    style: str
    parent: str
    number: int
    label: str


def roman_number(label: str) -> int:
    """What a Roman numeral counts; letters that are none count nothing."""
    values = [_ROMAN.get(c, 0) for c in label]
    return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))


_NAMED = re.compile(
    r"(nhiệm vụ|chỉ tiêu|giải pháp|dự án|mục tiêu|nội dung|nhóm|bước|mục|bảng|biểu|phụ lục|điều|"
    r"hoạt động|mô hình)(?: số)? (\d{1,2})\s*[:.](?!\d)"
)


_WORD = re.compile(r"(?![IVXL]{2})[^\W\d_]{3,}")
_OPENING = frozenset(
    ("nhiệm", "chỉ", "giải", "dự", "mục", "nội", "nhóm", "bước", "bảng", "biểu", "phụ", "điều", "hoạt", "mô",
     "phần", "chương", "thứ", "mẫu")
)  # fmt: skip
"""First words of the markers that are words: other paragraphs that open with a word have none."""


def _mark(text: str) -> _Mark | None:
    word = _WORD.match(text)
    if word and fold(word.group()) not in _OPENING:
        return None
    named = _NAMED.match(fold(text))
    if named:
        return _Mark("named", named[1], int(named[2]), text[: named.end()].strip(" :."))
    style, label, _ = marker_of(text)
    if style == "part" and not _ORDINAL.fullmatch(label):
        return None  # "Phần mềm …", "Chương trình …"
    if style == "roman" and _QUARTER.match(text):
        return None
    if style == "roman":
        return _Mark("roman", "", roman_number(label), label) if roman_number(label) else None
    path = _PATH.match(text)
    if path and style not in ("part", "annex", "article"):
        label = (path[1] or "") + path[2]
    elif style != "number" and not style.startswith("dotted"):
        return _Mark(style, "", 0, label) if style in _DEPTH else None
    head, _, own = label.rpartition(".")
    return _Mark("path" if head else "number", head, int(own), label) if own.isdigit() else None


def headings(subject: Subject) -> Iterator[Hit]:
    """Romans, numbers and dotted numbers of headings that skip one or come twice; a document that begins
    at III."""
    found = list(_headings(subject))
    skips = [h for h in found if h.rule == "numbering-gap" and str(h.figures["label"]) in subject.catalog]
    coded = len(skips) >= _SELECTION  # lines under their codes: a plan takes some of the catalog's
    yield from (h for h in found if not (coded and h in skips))


_SELECTION = 3


def _headings(subject: Subject) -> Iterator[Hit]:
    last: dict[tuple[str, str], tuple[_Mark, tuple[int, int]]] = {}
    in_letters = False
    for span in subject.paragraphs:
        mark = _mark(subject.text[span[0] : min(span[1], span[0] + 80)])
        if mark is None:
            continue
        in_letters = mark.style == "letter" or (in_letters and mark.style in ("number", "bracket"))
        _forget(last, mark)
        if mark.style not in ("named", "roman", "number", "path"):
            continue
        key = (mark.style, mark.parent)
        before = last.get(key)
        last[key] = (mark, span)
        if before is None:
            if mark.style == "roman" and 1 < mark.number <= _FAR:
                yield _gap(subject, span, mark, None)
        elif before[0].number + 1 < mark.number <= before[0].number + _FAR:
            yield _gap(subject, span, mark, before[0])
        elif before[0].number == mark.number > 1 and not in_letters and _differ(subject, before[1], span):
            yield _twice(mark.label, (subject.at(*before[1]), subject.at(*span)))


def _forget(last: dict[tuple[str, str], tuple[_Mark, tuple[int, int]]], mark: _Mark) -> None:
    """A heading ends the numberings below it."""
    if mark.style == "named":
        return  # "Bảng 2" stands anywhere; tasks and the like are numbered through
    depth = _DEPTH.index(mark.style)
    for style, parent in list(last):
        deeper = _DEPTH.index(style) > depth
        if deeper and not (
            mark.style == "number" and style == "path" and not parent.startswith(f"{mark.number}")
        ):
            del last[(style, parent)]


def _differ(subject: Subject, a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Not the same words again: a portal's copy may hold a line twice."""
    return subject.folded[a[0] : a[1]].split() != subject.folded[b[0] : b[1]].split()


def _twice(label: str, spans: tuple[Span, ...]) -> Hit:
    return Hit("numbering-repeat", {"label": label}, spans)


def _gap(subject: Subject, span: tuple[int, int], mark: _Mark, before: _Mark | None) -> Hit:
    figures: dict[str, Figure] = {"label": mark.label}
    figures["before"] = f"mục {before.label}" if before else "đầu văn bản"
    return Hit("numbering-gap", figures, (subject.at(*span),))


_BRACKETED = re.compile(r"\s*\((\d{1,2})\)\s+(?=[^\W_])")
_RUN = 5


def brackets(subject: Subject) -> Iterator[Hit]:
    """ "(22) …", "(24) …" behind a run of goals numbered through, whatever headings stand between."""
    last, run = 0, 0
    for start, end in subject.paragraphs:
        match = _BRACKETED.match(subject.text, start, min(end, start + 12))
        if match is None:
            continue
        number = int(match[1])
        if run >= _RUN and last + 1 < number <= last + 3:
            figures: dict[str, Figure] = {"label": f"({number})", "before": f"mục ({last})"}
            yield Hit("numbering-gap", figures, (subject.at(start, end),))
            run += 1
        else:
            run = run + 1 if number == last + 1 else int(number == 1)
        last = number


def rows(subject: Subject) -> Iterator[Hit]:
    """Codes and numbers of table rows that skip one or come twice: 3.4 behind 3.2.

    Silent on gaps in tables that list a selection.
    """
    tables: dict[int, list[Row]] = {}
    for row in subject.rows:
        if re.fullmatch(r"\d{1,3}(?:\.\d{1,3}){0,4}", row.label) and "number" in row.cells:
            tables.setdefault(row.table, []).append(row)
    for found in tables.values():
        strange = _strange(subject, found)
        gaps, repeats = _in_table(subject, found, {row.row for row in strange})
        whole = _is_whole(subject, found)
        kept = gaps if len(gaps) <= (_GAPS_OF_ALL if whole else 2) else []
        yield from kept if whole else (gap._replace(code=None) for gap in kept)
        yield from repeats if len(repeats) <= 3 else ()
        for row in strange:
            figures: dict[str, Figure] = {"codes": row.label, "catalog": subject.catalog.name}
            yield Hit("code-not-in-catalog", figures, (_line(subject, row),))


_GAPS_OF_ALL, _NEARLY_ALL, _FEW_STRANGE, _SOME = 5, 0.9, 3, 12


def _is_whole(subject: Subject, rows: list[Row]) -> bool:
    """A table that lists nearly all of the catalog is no selection."""
    known = {i.code for i in subject.catalog if i.code.count(".") == 1}
    return len(known & {row.label for row in rows}) >= _NEARLY_ALL * len(known)


def _strange(subject: Subject, rows: list[Row]) -> list[Row]:
    """Rows whose code the catalog has not, though it has their group and the codes of nearly all others."""
    coded = [row for row in rows if row.label.count(".") == 1]
    known = sum(row.label in subject.catalog for row in coded)
    if known < _SOME or known < _NEARLY_ALL * len(coded) or not _named_alike(subject, coded):
        return []
    told = {code for record in subject.records for code in record.indicator_codes}
    odd = [
        r for r in coded
        if r.label not in subject.catalog and r.label not in told and r.label.split(".")[0] in subject.catalog
    ]  # fmt: skip
    return odd if len(odd) <= _FEW_STRANGE else []


def _named_alike(subject: Subject, rows: list[Row]) -> bool:
    """Most rows have the name that the catalog gives their code: its numbers, not others."""
    same = [
        len(_told_in(subject, r) & word_set(subject.catalog[r.label].name)) >= 3
        for r in rows if r.label in subject.catalog
    ]  # fmt: skip
    return sum(same) >= 0.6 * len(same)


def _told_in(subject: Subject, row: Row) -> frozenset[str]:
    return word_set(" ".join(subject.words(cell) for cell in row.cells.values()))


def _in_table(subject: Subject, rows: list[Row], strange: Set[int]) -> tuple[list[Hit], list[Hit]]:
    seen: dict[str, tuple[int, Row]] = {}
    gaps: list[Hit] = []
    repeats: list[Hit] = []
    for row in rows:
        parent, _, own = row.label.rpartition(".")
        number, (before, other) = int(own), seen.get(parent, (0, row))
        if row.row in strange:
            seen[parent] = (before + 1, row)  # it stands in the place of the next
            continue
        seen[parent] = (number, row)
        if number > before + 1 and (parent or before):
            figures: dict[str, Figure] = {"label": row.label}
            figures["before"] = f"mục {parent}.{before}" if parent and before else f"mục {parent or before}"
            missing = f"{parent}.{before + 1}"
            code = missing if number == before + 2 and missing in subject.catalog else None
            gaps.append(Hit("numbering-gap", figures, (_line(subject, row),), code))
        elif number == before > 1 and other is not row and _named(subject, other) != _named(subject, row):
            repeats.append(_twice(row.label, (_line(subject, other), _line(subject, row))))
    return gaps, repeats


def _named(subject: Subject, row: Row) -> str:
    return " ".join(fold(subject.words(row.cells.get("name"))).split())


def _line(subject: Subject, row: Row) -> Span:
    cell = row.cells.get("name") or row.cells["number"]
    return subject.at(row.cells["number"].start, max(cell.end, row.cells["number"].end))
