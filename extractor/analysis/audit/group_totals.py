"""Points of the main indicators in a table: against its total row, and against those told in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.clauses import clause_before
from extractor.analysis.audit.figures import rounded, shown, value
from extractor.analysis.audit.group_points import year_of
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Row, Subject
from extractor.vietnamese.forms import fold

_TOTAL = re.compile(r"(?:tổng cộng|tổng số|tổng điểm|tổng|cộng)(?: điểm)?\W*")
_TOLD_OUT_OF = re.compile(r"(?<![\w.,/])(\d{1,3}(?:,\d{1,2})?)/(\d{2,3}) ?điểm")
_LEADS_IN = r"(?: (?:đạt|được|là) |:? ?\((?:điểm )?(?:năm (20\d\d) ?: ?)?(?:đạt )?)"
_TOLD = sign(re.compile(r"/\d{2,3} ?điểm"), needs=("điểm", "/"))
_YEAR = re.compile(r"(?<![\d/])20\d\d(?!\d)")
_AIMED = re.compile(r"(?<!\w)(?:mục tiêu|phấn đấu|dự kiến|ước|lên|từ|nâng|tự đánh giá|tự chấm)(?!\w)")


def _by_table(subject: Subject) -> Iterator[tuple[int, dict[str, Row], list[Row]]]:
    """Tables that give all main indicators points reached: their number, those rows by name, total rows."""
    names = [fold(i.name) for i in subject.catalog if i.is_group]
    tables: dict[int, list[Row]] = {}
    for row in subject.rows:
        if "result" in row.cells:
            tables.setdefault(row.table, []).append(row)
    for number, rows in tables.items():
        found: dict[str, list[Row]] = {}
        for row in rows:
            if row.label.isdigit() and subject.low(row.cells.get("name")) in names:
                found.setdefault(subject.low(row.cells["name"]), []).append(row)
        if len(found) == len(names) and all(len(same) == 1 for same in found.values()):
            totals = [row for row in rows if _TOTAL.fullmatch(subject.low(row.cells.get("name")))]
            yield number, {name: same[0] for name, same in found.items()}, totals


def totals(subject: Subject) -> Iterator[Hit]:
    """ "Tổng cộng | 1.000 | 560,20" below main indicators that make another sum."""
    if any(score.indicator_code is None for score in subject.extraction.scores):
        return  # `totals.scores` sums them up
    for _, groups, sums in _by_table(subject):
        reached = [value(subject.low(row.cells["result"])) for row in groups.values()]
        known = [points for points in reached if points is not None]
        declared = value(subject.low(sums[0].cells["result"])) if len(sums) == 1 else None
        if declared is None or len(known) != len(groups):
            continue
        total = rounded(sum(known))
        if 0.05 + 0.005 * len(known) < abs(total - declared) < 0.5 * total:
            figures: dict[str, Figure] = {"declared": declared, "sum": total, "parts": len(known)}
            figures["difference"] = rounded(total - declared)
            cells = list(sums[0].cells.values())
            first = min(cell.start for cell in cells)
            yield Hit("scores-total", figures, (subject.at(first, max(cell.end for cell in cells)),))


def told(subject: Subject) -> Iterator[Hit]:
    """ "Năm 2022 … Hạ tầng số đạt 61,20/100 điểm" where the table of 2022 gives it 62,10."""
    passages = subject.telling(_TOLD)
    for _, groups, _ in _by_table(subject) if passages else ():
        for start, words in passages:
            for name, row in ((name, row) for name, row in groups.items() if name in words):
                match = re.search(rf"{re.escape(name)}{_LEADS_IN}{_TOLD_OUT_OF.pattern}", words)
                if match is None or value(match[3]) != value(subject.low(row.cells.get("points"))):
                    continue
                years = [match[1]] if match[1] else _YEAR.findall(words[: match.start()])
                sentence = clause_before(words[: match.start()])
                reached, said = value(subject.low(row.cells["result"])), value(match[2])
                if not years or years[-1] != year_of(subject, row) or _AIMED.search(sentence):
                    continue
                if reached is None or said is None or abs(reached - said) < 0.1:
                    continue
                figures: dict[str, Figure] = {"indicator": subject.words(row.cells["name"]).strip()}
                figures |= {"first": f"{shown(said)} điểm", "second": f"{shown(reached)} điểm"}
                cell = row.cells["result"]
                label = row.cells.get("number", cell)
                yield Hit(
                    "result-stated-twice",
                    figures,
                    (subject.around(start, match), subject.at(min(label.start, cell.start), cell.end)),
                )


_WHOLE = re.compile(
    r"(?<!\w)(?:đạt|được|là)(?: tổng (?:số )?điểm)? "
    r"(?P<points>\d{3}(?:[.,]\d{1,3})?)/1\.?000(?: ?điểm)?(?!\w)|"
    r"(?<!\w)(?:đạt|là) (?P<index>0[.,]\d{3,4})(?: ?điểm)?(?![\w/%])"
)
_WHOLES = sign(_WHOLE)
_OTHERS = re.compile(r"(?<!\w)(?:trung bình|bình quân|cao nhất|tự đánh giá|tự chấm|trụ cột|cả nước)(?!\w)")
_THOUSAND = 1000.0


def whole(subject: Subject) -> Iterator[Hit]:
    """ "Năm 2022 tỉnh đạt 562,40/1.000 điểm" above main indicators of 2022 that come to 526,40."""
    passages = subject.telling(_WHOLES)
    for _, groups, _ in _by_table(subject) if passages else ():
        rows = list(groups.values())
        known = [points for row in rows if (points := value(subject.low(row.cells["result"]))) is not None]
        tops = [top for row in rows if (top := value(subject.low(row.cells.get("points")))) is not None]
        if len(known) != len(rows) or rounded(sum(tops)) != _THOUSAND:
            continue
        total, year = rounded(sum(known)), year_of(subject, rows[0])
        for start, words in passages:
            for match in _WHOLE.finditer(words):
                years = _YEAR.findall(words[: match.start()])
                before = clause_before(words[: match.start()])
                said = value(match["points"]) if match["points"] else _in_points(match["index"])
                if said is None or not years or years[-1] != year or _AIMED.search(before):
                    continue
                slack = 0.05 + 0.005 * len(known) + (0.0 if match["points"] else 0.5)
                if _OTHERS.search(before) or abs(said - total) <= slack or abs(said - total) > 0.5 * total:
                    continue
                figures: dict[str, Figure] = {"declared": said, "sum": total, "parts": len(known)}
                figures["difference"] = rounded(total - said)
                first, last = rows[0].cells["result"], rows[-1].cells["result"]
                spans = (subject.around(start, match), subject.at(first.start, last.end))
                yield Hit("scores-total", figures, spans)


def _in_points(printed: str) -> float | None:
    """The index as a number from 0 to 1, in points."""
    read = value(printed)
    return None if read is None else rounded(_THOUSAND * read)
