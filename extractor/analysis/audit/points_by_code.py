"""Points that one indicator reached, told beside its code in two places; codes listed behind their number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.analysis.audit.clauses import YEAR, clause_before
from extractor.analysis.audit.figures import shown, value
from extractor.analysis.audit.group_points import year_of
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.sources.model import Cell

_CODE = r"(?P<code{n}>\d{{1,2}}\.\d{{1,2}}(?:\.\d{{1,2}})?)"
_POINTS = r"(?P<points{n}>\d{{1,3}}(?:[.,]\d{{1,2}})?)/(?P<top{n}>\d{{1,3}}) ?điểm"
_OPENED = r"(?:chỉ số|mã(?: số)?|tiêu chí)"
_TOLD = re.compile(
    # "(mã 7.1; năm 2023: 5/20 điểm", "(chỉ số 3.3; đạt 6/10 điểm)"
    rf"\({_OPENED} {_CODE.format(n=1)} ?[;,:] ?(?:kết quả |điểm )?(?:năm (?P<year1>20\d\d) ?)?"
    rf"(?::|đạt|được|mới đạt|chỉ đạt)? ?{_POINTS.format(n=1)}|"
    # "Mã 8.4. Hộ gia đình có địa chỉ số: đạt 8/10 điểm", "Mã 4.8: 2,5/5 điểm"
    rf"(?<!\w){_OPENED} {_CODE.format(n=2)}(?:\. [^\n:;\d]{{4,160}})?(?: năm (?P<year2>20\d\d))?: ?"
    rf"(?:năm (?P<year3>20\d\d) ?:? ?)?(?:mới |chỉ |đã )?(?:đạt |được )?{_POINTS.format(n=2)}|"
    # "tỷ lệ … (chỉ số 6.12) mới đạt 4,80/20 điểm"
    rf"\({_OPENED} {_CODE.format(n=3)}\)(?: (?:mới|chỉ|đã|còn))?(?: (?:đạt|được|là|có|ở mức)){{1,2}} "
    rf"{_POINTS.format(n=3)}|"
    # "7.4. Doanh nghiệp tham gia chương trình … (7,8/10 điểm)"
    rf"\A[-+*•]?\s?{_CODE.format(n=4)}\. [^\n:;()\d]{{6,200}}\((?:(?:điểm )?năm (?P<year4>20\d\d) ?: ?)?"
    rf"(?:đạt )?{_POINTS.format(n=4)}"
)
_REACHED = sign(re.compile(r"/\d{1,3} ?điểm"), needs=("/", "điểm"))
_AIM = re.compile(
    r"(?<!\w)(?:mục tiêu|phấn đấu|dự kiến|nâng|kế hoạch|chỉ tiêu|tự đánh giá|tự chấm|lên)(?!\w)"
)
_CELL = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?) ?/ ?(\d{1,3})(?: điểm)?")
_OTHER_HEAD = re.compile(r"mục tiêu|kế hoạch|phấn đấu|dự kiến|tự đánh giá|tự chấm|chỉ tiêu|thứ hạng|xếp hạng")


class Told(NamedTuple):
    """Points that an indicator reached, out of how many, in which year ("" where none is told)."""

    code: str
    points: float
    top: float
    year: str
    span: Span


def in_prose(subject: Subject) -> list[Told]:
    """Points told beside a code in paragraphs, without those that are aimed at."""
    found = []
    for start, words in subject.telling(_REACHED):
        for match in _TOLD.finditer(words):
            n = next(n for n in (1, 2, 3, 4) if match[f"code{n}"])
            points, top = value(match[f"points{n}"]), value(match[f"top{n}"])
            if points is None or not top or _AIM.search(clause_before(words[: match.start()])[-60:]):
                continue
            year = next((match[f"year{n}"] for n in (1, 2, 3, 4) if match[f"year{n}"]), "")
            found.append(Told(match[f"code{n}"], points, top, year, subject.around(start, match)))
    return found


def _in_tables(subject: Subject) -> Iterator[Told]:
    """Points in the one column of a table that tells them as "7/20", in rows with a code."""
    for _, grid in subject.grids:
        columns = [
            n for n, head in enumerate(grid[0])
            if not _OTHER_HEAD.search(subject.low(head))
            and sum(bool(_CELL.fullmatch(subject.low(row[n]))) for row in grid[1:]) > len(grid) // 3
        ]  # fmt: skip
        for row in grid[1:] if len(columns) == 1 else ():
            match = _CELL.fullmatch(subject.low(row[columns[0]]))
            code = _code(subject, row)
            points, top = (value(match[1]), value(match[2])) if match else (None, None)
            if code and points is not None and top:
                years = YEAR.findall(subject.low(grid[0][columns[0]]))
                yield Told(code, points, top, years[-1] if years else "", subject.across(row))


def _in_columns(subject: Subject) -> Iterator[Told]:
    """Points in rows that give what was reached in one column and the maximum in another."""
    for row in subject.rows:
        points, top = (value(subject.low(row.cells.get(role))) for role in ("result", "points"))
        if points is not None and top and "." in row.label and row.label in subject.catalog and points <= top:
            cells = (row.cells["number"], row.cells["result"])
            yield Told(row.label, points, top, year_of(subject, row), subject.across(cells))


def _code(subject: Subject, row: Sequence[Cell | None]) -> str:
    for cell in row[:3]:
        words = subject.low(cell).strip(" .")
        if "." in words and words in subject.catalog:
            return words
    return ""


def twice(subject: Subject) -> Iterator[Hit]:
    """ "(mã 7.1; năm 2023: 5/20 điểm)" in the body, "7.1 | … | 7/20" in a table."""
    first: dict[tuple[str, float], list[Told]] = {}
    reported: set[str] = set()
    for told in (*in_prose(subject), *_in_tables(subject), *_in_columns(subject)):
        earlier = first.setdefault((told.code, told.top), [])
        other = next((t for t in earlier if t.points != told.points and _one_year(t, told)), None)
        earlier.append(told)
        if other is not None and told.code not in reported and told.code in subject.catalog:
            reported.add(told.code)
            figures: dict[str, Figure] = {"indicator": f"{told.code} {subject.catalog[told.code].name}"}
            figures |= {"first": _printed(other), "second": _printed(told)}
            yield Hit("result-stated-twice", figures, (other.span, told.span), told.code)


def _one_year(a: Told, b: Told) -> bool:
    return a.year == b.year or not a.year or not b.year


def _printed(told: Told) -> str:
    return f"{shown(told.points)}/{shown(told.top)} điểm"


_LISTED = re.compile(
    r"(?<![\w.,/])(?P<count>\d{1,2}) (?P<noun>(?:chỉ số|tiêu chí|chỉ tiêu)(?: thành phần)?)(?!\w)"
    r"(?:[^.;:()\d]|\d{1,3}%|\d{1,3}(?= điểm)){0,60}?"
    r"(?:,? (?:bao )?gồm(?: các)?|,? là(?: các)?|:|\(|,? cụ thể(?: là)?)[^.;()\d]{0,30}?"
    r"(?P<codes>\d{1,2}\.\d{1,2}(?!\d)(?:(?:, và |,? ?và |[,;] ?)(?:mã |chỉ số |tiêu chí )?\d{1,2}\.\d{1,2}"
    r"(?![\d%]|\.\d)){1,60})(?P<behind>.{0,12})"
)
_LIST = sign(re.compile(r"\d\.\d{1,2}(?:,? và |[,;] ?)(?:mã |chỉ số |tiêu chí )?\d{1,2}\.\d"))
_OPEN = re.compile(r"[,;]?\s*(?:đến|[-–…]|\.\.|v\.v|\(|,? ?và các|%|/)")


def listed(subject: Subject) -> Iterator[Hit]:
    """ "có 14 chỉ số chưa có điểm, gồm các mã: 2.8, 2.9, …": thirteen codes."""
    for start, words in subject.telling(_LIST):
        for match in _LISTED.finditer(words):
            codes = re.findall(r"\d{1,2}\.\d{1,2}", match["codes"])
            known = all(code in subject.catalog for code in codes)
            if _OPEN.match(match["behind"]) or len(codes) == int(match["count"]) or not known:
                continue
            figures: dict[str, Figure] = {"noun": match["noun"], "declared": int(match["count"])}
            figures["listed"] = len(codes)
            yield Hit("list-count", figures, (subject.around(start, match),))
