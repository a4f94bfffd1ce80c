"""Moves of the main indicators told in sentences, against those of the table: who rose, by how much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.analysis.audit.all_risen import main_indicators
from extractor.analysis.audit.figures import shown, value
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.sources.model import Cell
from extractor.vietnamese.forms import fold

_DELTA = re.compile(r"tăng\s*[/,(+-]?\s*(?:\(\+\)\s*[,/]?\s*)?\s*giảm|chênh lệch|biến động|\+\s*/\s*-")
_PLACES, _POINTS = re.compile(r"hạng|bậc|vị trí"), re.compile(r"điểm")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SIGNED = re.compile(r"([+\-–−]|tăng |giảm )\s*(\d{1,3}(?:[.,]\d{1,3})?)(?: (?:điểm|hạng|bậc))?")
_PLAIN = re.compile(r"(?:thứ )?(\d{1,3}(?:\.\d{3})?(?:,\d{1,3})?)(?:/\d{2})?")
_TOTAL = re.compile(r"tổng(?: điểm| cộng| số)?|dti|chỉ số dti|toàn tỉnh")
_STEP = re.compile(
    r"(?<!\w)(?P<way>tăng|giảm|tụt)(?: được| thêm)? (?P<size>\d{1,3}(?:,\d{1,3})?) "
    r"(?P<unit>điểm|hạng|bậc|thứ hạng)(?! (?:phần|%))(?!\w)"
)
_MOVED = sign(_STEP)
_OF_SOME = re.compile(
    r"(?<![\d.,/])(?P<n>\d{1,2})(?:/\d{1,2})? (?:chỉ số(?: chính)?|trụ cột|nhóm chỉ số)(?: có)?(?: thứ)? "
    r"(?P<way>tăng|giảm|tụt) (?P<unit>hạng|bậc|điểm)(?!\w)"
)
_SOME = sign(_OF_SOME)
_OWN = re.compile(
    r"(?<!\w)(?:dti|tổng điểm|(?:của )?tỉnh|thành phố|chỉ số chuyển đổi số)(?!\w)[^.;\d]{0,40}$"
)
_AIMED = re.compile(r"(?<!\w)(?:phấn đấu|mục tiêu|kế hoạch|dự kiến|sẽ|yêu cầu|để|nhằm)(?!\w)")
_SLACK = 0.051


class _Row(NamedTuple):
    """What a row tells: by how many places and points it rose (below 0: fell), and the years it tells of."""

    name: str
    places: float | None
    points: float | None
    years: frozenset[str]
    span: Span


def moves(subject: Subject) -> Iterator[Hit]:
    """ "Nhân lực số tăng 02 hạng" beside "Nhân lực số | 35 | 37 | -2", "05/08 chỉ số tăng hạng" of seven."""
    told, some = subject.telling(_MOVED), subject.telling(_SOME)
    rows = list(_rows(subject)) if told or some else []
    if not rows:
        return
    for start, words in told:
        for match in _STEP.finditer(words):
            row = _meant(rows, words, match)
            step = _step(row, match["unit"]) if row else None
            if row is None or step is None or _aimed(match):
                continue
            size = value(match["size"]) or 0.0
            if abs((size if match["way"] == "tăng" else -size) - step) > _SLACK:
                figures: dict[str, Figure] = {"row": row.name or "Tổng điểm", "verdict": match.group()}
                figures["told"] = _shown(step, match["unit"])
                yield Hit("verdict-against-figures", figures, (subject.around(start, match, 40), row.span))
    for start, words in some:
        for match in _OF_SOME.finditer(words):
            yield from _counted(subject, rows, start, match)


def _aimed(match: re.Match[str]) -> bool:
    return _AIMED.search(match.string, max(0, match.start() - 60), match.start()) is not None


def _counted(subject: Subject, rows: Sequence[_Row], start: int, match: re.Match[str]) -> Iterator[Hit]:
    main = [row for row in rows if row.name]
    steps = [_step(row, match["unit"]) for row in main]
    known = [step for step in steps if step is not None]
    right = sum(step > 0 if match["way"] == "tăng" else step < 0 for step in known)
    if _aimed(match) or len(known) < len(main) or right == int(match["n"]):
        return
    figures: dict[str, Figure] = {"row": "chỉ số chính", "verdict": " ".join(match.group().split())}
    figures["told"] = f"{right} chỉ số {match['way']} {match['unit']}"
    yield Hit("verdict-against-figures", figures, (subject.around(start, match), main[0].span), unsure=True)


def _meant(rows: Sequence[_Row], words: str, match: re.Match[str]) -> _Row | None:
    """The row whose main indicator the clause names last, else the total where it speaks of the place."""
    opening = max(words.rfind(mark, 0, match.start()) for mark in (". ", ";", "\n"))
    clause = words[opening + 1 : match.start()]
    ending = re.search(r"[.;](?!\d)", words[match.end() :])
    behind = words[match.end() : match.end() + (ending.start() if ending else 60)]
    at, row = max(((clause.rfind(fold(r.name)), r) for r in rows if r.name), default=(-1, None))
    if at < 0:
        own = _OWN.search(_STEP.sub(" ", clause))
        row = next((r for r in rows if not r.name), None) if own else None
    years = set(_YEAR.findall(clause + behind))
    return row if row is not None and years <= row.years else None


def _step(row: _Row, unit: str) -> float | None:
    return row.points if unit == "điểm" else row.places


def _shown(step: float, unit: str) -> str:
    return f"{'tăng' if step > 0 else 'giảm' if step < 0 else 'không đổi'} {shown(abs(step))} {unit}"


def _rows(subject: Subject) -> Iterator[_Row]:
    """Rows of the main indicators and of the total (without a name) of the one table that tells moves."""
    names = main_indicators(subject)
    tables = []
    for _, grid in subject.grids:
        heads = [subject.low(cell) for cell in grid[0]]
        rows = [row for row in grid[1:] if any(subject.low(cell) in names for cell in row[:3])]
        if len(rows) >= len(names) - 1:
            tables.append((heads, [*rows, *(r for r in grid[1:] if _is_total(subject, r))]))
    for heads, rows in tables if len(tables) == 1 else ():
        years = frozenset(_YEAR.findall(" ".join(heads)))
        for row in rows:
            name = next((names[low] for cell in row[:3] if (low := subject.low(cell)) in names), "")
            places = _change(subject, row, heads, _PLACES)
            points = _change(subject, row, heads, _POINTS)
            if places is not None or points is not None:
                yield _Row(name, places, points, years, subject.across(row))


def _is_total(subject: Subject, row: Sequence[Cell | None]) -> bool:
    return any(_TOTAL.fullmatch(subject.low(cell)) for cell in row[:3])


def _change(
    subject: Subject, row: Sequence[Cell | None], heads: Sequence[str], kind: re.Pattern[str]
) -> float | None:
    """By how much a row rose, as its column of moves says, else from its two years; low ranks are high."""
    columns = [n for n, head in enumerate(heads) if _DELTA.search(head)]
    own = [n for n in columns if kind.search(_DELTA.sub(" ", heads[n]))]
    if len(own) == 1:
        match = _SIGNED.fullmatch(subject.low(row[own[0]]))
        size = value(match[2]) if match else None
        if match is not None and size is not None:
            return size if match[1] in ("+", "tăng ") else -size
    dated = [
        (_YEAR.findall(head)[0], n) for n, head in enumerate(heads)
        if n not in columns and kind.search(head) and len(_YEAR.findall(head)) == 1 and "tối đa" not in head
        and "tỷ lệ" not in head
    ]  # fmt: skip
    if len(dated) != 2 or dated[0][0] == dated[1][0]:
        return None
    found = [_PLAIN.fullmatch(subject.low(row[n])) for _, n in sorted(dated)]
    was, now = (value(match[1]) if match else None for match in found)
    if was is None or now is None:
        return None
    return was - now if kind is _PLACES else now - was
