"""The whole index of a place: reached and aimed at, told by two numbers in sentences and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.clauses import clause_before
from extractor.analysis.audit.figures import shown, value
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Row, Subject

_NUMBER = (
    r"(?P<n>0[.,]\d{3,4}(?!\d)|\d{3}(?:[.,]\d{1,3})?(?=(?:/1\.?000)? ?điểm)|\d{3}[.,]\d{1,3}(?=/1\.?000))"
)
_REACHED = re.compile(
    r"(?<!\w)(?:dti|chỉ số chuyển đổi số|tổng điểm)(?!\w)[^.;\d]{0,60}?năm (?P<year>20\d\d)"
    rf"(?:[^.;\d]{{0,40}}?)(?:đạt|là|được|ở mức) (?:tổng (?:số )?điểm )?{_NUMBER}"
)
_TOLD = sign(_REACHED)
_AIMS = re.compile(
    r"(?<!\w)(?:phấn đấu|mục tiêu|dự kiến|kế hoạch|nâng|lên|tối thiểu|trở lên|trung bình|"
    r"cao nhất|thấp nhất)(?!\w)"
)
_AIMED = re.compile(
    r"(?<!\w)tổng (?:số )?điểm(?!\w)[^.;\d]{0,60}?(?:năm 20\d\d)?[^.;\d]{0,30}?(?:đạt|từ|trên|là|tối thiểu)"
    r"(?: từ| trên| tối thiểu| ít nhất)* (?P<n>\d{3}(?:,\d{1,2})?)(?:/1\.?000)? điểm"
)
_GOALS = sign(_AIMED)
_TOTAL = re.compile(r"tổng(?: cộng| điểm| số)?(?: điểm)?")
_THOUSAND, _LEAST = 1000.0, 300


def reached(subject: Subject) -> Iterator[Hit]:
    """ "DTI năm 2023 đạt 0,6521" in one place, "tổng điểm DTI năm 2023 chỉ đạt 0,6251" in another."""
    first: dict[tuple[str, bool], tuple[float, Span]] = {}
    told = set[tuple[str, bool]]()
    for start, words in subject.telling(_TOLD):
        for match in _REACHED.finditer(words):
            number = value(match["n"])
            if number is None or _AIMS.search(clause_before(words[: match.start()]) + match.group()):
                continue
            key = (match["year"], number < 1)
            known, span = first.setdefault(key, (number, subject.around(start, match)))
            if known != number and key not in told:
                told.add(key)
                figures: dict[str, Figure] = {"indicator": f"DTI năm {match['year']}"}
                figures |= {"first": shown(known), "second": shown(number)}
                yield Hit("result-stated-twice", figures, (span, subject.around(start, match)))


def aims(subject: Subject) -> Iterator[Hit]:
    """ "Tổng điểm … từ 820 điểm trở lên" above a total row whose target is 791."""
    passages = subject.telling(_GOALS)
    rows = [
        (aim, row.cells["target"]) for row in subject.rows
        if passages and "target" in row.cells and _is_total(subject, row)
        and (aim := value(subject.low(row.cells["target"]).removesuffix("điểm").strip())) is not None
    ]  # fmt: skip
    for start, words in passages if len(rows) == 1 else ():
        for match in _AIMED.finditer(words):
            aim, cell = rows[0]
            said = value(match["n"])
            if said is not None and said > _LEAST and aim < said:
                figures: dict[str, Figure] = {
                    "indicator": "tổng điểm DTI",
                    "first": shown(said),
                    "second": shown(aim),
                }
                spans = (subject.around(start, match), subject.at(cell.start, cell.end))
                yield Hit("value-stated-twice", figures, spans)


def _is_total(subject: Subject, row: Row) -> bool:
    points = subject.low(row.cells.get("points")).replace(".", "")
    return bool(_TOTAL.fullmatch(subject.low(row.cells.get("name")))) and points == f"{_THOUSAND:.0f}"
