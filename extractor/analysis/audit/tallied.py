"""How many targets were reached, told in sentences, against the verdicts of the table and one another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from extractor.analysis.audit.clauses import clause_behind
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.structure.result_tables import ResultRow, ResultTable
from extractor.vietnamese.forms import fold

_NOUNS = r"(?P<noun>chỉ tiêu|nhiệm vụ|mục tiêu)"
_N = r"(?<![\w.,/])(?P<n>\d{1,3})(?:/(?P<of>\d{1,3}))?(?![\d/%]|[.,]\d)"
_STATE = re.compile(
    rf"{_N} {_NOUNS} (?:cơ bản |đã |được )*(?P<state>"
    r"(?:chưa|không) (?:đạt|hoàn thành)|"
    r"(?:chưa có|không có|chưa đủ) (?:số liệu|kết quả|cơ sở|dữ liệu)|chưa (?:được )?đánh giá|"
    r"(?:đạt|hoàn thành)(?: và|,| hoặc)? vượt|(?:đạt|hoàn thành|vượt))(?!\w)"
    # "đạt 80%", "hoàn thành trước hạn", "vượt trên 10%": some of those reached
    r"(?! (?:\d|trên|dưới|từ|trước|sớm|cao|thấp|tỷ lệ|mức|điểm|loại|được))"
)
_DECLARED = re.compile(
    r"(?<!\w)(?:đề ra|đặt ra|giao|xác định|tổng số|tổng cộng|gồm|có)(?: tổng số)? "
    r"(?P<n>\d{1,3}) (?P<noun>chỉ tiêu|nhiệm vụ|mục tiêu)"
    r"(?=[.,;:]|\s+(?:chủ yếu|cụ thể|về|chuyển đổi số|$)|$)"
)
_TOLD = sign(_STATE)
_SOME = re.compile(
    r"(?<!\w)(?:trong (?:số )?đó|riêng|thuộc|lĩnh vực|nhóm|cấp huyện|cấp xã|nghị quyết|đề án|năm trước|"
    r"cùng kỳ|huyện|xã|phường|sở|đơn vị)(?!\w)"
)
_OPENS = re.compile(r"[\s\W\d.ivx]*(?:(?:hiện |vẫn )?(?:còn|có)|đến nay còn)?\s*(?:khoảng )?")
_LEAST = 5


class _Said(NamedTuple):
    noun: str
    state: str
    number: int
    span: Span
    paragraph: int
    opens: bool


def tallies(subject: Subject) -> Iterator[Hit]:
    """ "15 chỉ tiêu đạt và vượt, 05 chỉ tiêu chưa đạt" above a table of 14 and 5; "06 … chưa đạt" below."""
    said = list(_said(subject))
    whole = [start for start, count in Counter(s.paragraph for s in said).items() if count > 1]
    if not whole:
        return
    main = [s for s in said if s.paragraph == whole[0]]
    yield from _twice(main, [s for s in said if s.paragraph != whole[0]])
    if subject.extraction.document.kind == "report":
        yield from _in_table(subject, main, whole[0])


def _said(subject: Subject) -> Iterator[_Said]:
    for start, words in subject.telling(_TOLD):
        for match in _STATE.finditer(words):
            before = re.split(r"[.;](?!\d)", words[: match.start()])[-1]
            if not _SOME.search(before) and match["of"] != match["n"]:
                opens = _OPENS.fullmatch(before) is not None
                span = subject.around(start, match)
                yield _Said(match["noun"], _kind(match["state"]), int(match["n"]), span, start, opens)


def _kind(state: str) -> str:
    if re.match(r"(?:chưa|không) (?:đạt|hoàn)", state):
        return "chưa đạt"
    if state.startswith(("chưa", "không")):
        return "chưa có số liệu"
    return "đạt và vượt" if "vượt" in state[1:] else "vượt" if state == "vượt" else "đạt"


def _twice(main: list[_Said], others: list[_Said]) -> Iterator[Hit]:
    for one in main:
        for other in others:
            same = (one.noun, one.state) == (other.noun, other.state) and one.number != other.number
            # fewer may be some of them, where the sentence does not open with their number
            if same and (other.opens or other.number > one.number):
                figures: dict[str, Figure] = {"first": one.number, "second": other.number}
                figures["noun"] = f"{one.noun} {one.state}"
                yield Hit("count-stated-twice", figures, (one.span, other.span))


def _in_table(subject: Subject, main: list[_Said], start: int) -> Iterator[Hit]:
    judged = [t for t in subject.result_tables if t.having("verdict") and len(t.rows) >= _LEAST]
    noun = main[0].noun
    if len(judged) != 1 or not any(noun in fold(column.header) for column in judged[0].columns):
        return
    counts = _verdicts(subject, judged[0])
    total = counts.total()
    if total < sum(_is_planned(subject, judged[0], row) for row in judged[0].rows) or total < _LEAST:
        return  # rows that no verdict is given on: details of others, or of another kind
    words = next(words for begin, words in subject.telling(_TOLD) if begin == start)
    declared = _DECLARED.search(words)
    if declared and declared["noun"] == noun and _near(int(declared["n"]), total):
        figures: dict[str, Figure] = {"declared": int(declared["n"]), "noun": noun, "listed": total}
        yield Hit("count-listed", figures, (subject.around(start, declared),))
    separate = any(s.state == "vượt" for s in main)
    known = {"chưa đạt": counts["chưa đạt"], "chưa có số liệu": counts["chưa có số liệu"]}
    known |= {"vượt": counts["vượt"], "đạt và vượt": counts["đạt"] + counts["vượt"]}
    known["đạt"] = counts["đạt"] if separate else known["đạt và vượt"]
    for one in main:
        if one.noun == noun and one.number != known[one.state] and _near(one.number, known[one.state]):
            figures = {"declared": one.number, "noun": f"{noun} {one.state}", "listed": known[one.state]}
            yield Hit("count-listed", figures, (one.span,))


def _near(told: int, known: int) -> bool:
    """Not the same, but of the same things."""
    return told != known and abs(told - known) <= max(2, 0.2 * max(told, known))


def _is_planned(subject: Subject, table: ResultTable, row: ResultRow) -> bool:
    """A row of a target, not the heading of a group."""
    places = [column.index for role in ("plan", "actual") for column in table.having(role)]
    return any(subject.low(row.cells.get(place)) for place in places)


def _verdicts(subject: Subject, table: ResultTable) -> Counter[str]:
    counts: Counter[str] = Counter()
    column = table.having("verdict")[-1].index
    for row in table.rows:
        words = subject.low(row.cells.get(column)).strip(" .")
        if re.match(r"(?:chưa|không) (?:đạt|hoàn)", words):
            counts["chưa đạt"] += 1
        elif re.match(r"(?:chưa|không)(?!\w)", words):
            counts["chưa có số liệu"] += 1
        elif re.match(r"(?:đạt|hoàn thành)(?: và|,)? vượt|vượt", words):
            counts["vượt"] += 1
        elif re.match(r"(?:đạt|hoàn thành)(?!\w)", clause_behind(words)):
            counts["đạt"] += 1
    return counts
