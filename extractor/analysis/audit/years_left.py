"""Years of another plan that were left standing: in headings, in titles of annexes, in "… năm X này"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extractor.analysis.audit.clauses import clause_before
from extractor.analysis.audit.issuers import is_cited
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import fold

_HEADING = re.compile(
    r"\A(?:phần thứ \w+\s*)?(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){0,2}|[a-z])[.)]\s*"
    r"(?:các |một số )?(?:mục tiêu|chỉ tiêu|nhiệm vụ|mục đích|kinh phí|lộ trình|giải pháp)"
    r"[^.;:()\d]{0,60}?(?:(?:đến )?(?:hết|cuối) |đến |trong |thực hiện )?năm (?P<year>20\d\d)\s*[.:]?\s*\Z"
)
_THIS = re.compile(
    r"(?<!\w)(?P<what>kế hoạch|chương trình|phương án|báo cáo|đề án|quyết định)(?: [^.;,:()\d]{1,60})?"
    r" năm (?P<year>20\d\d) này(?!\w)"
)
_OF_THIS = re.compile(
    r"(?<!\w)(?:mục tiêu|chỉ tiêu|nhiệm vụ)(?: [^.;,:()\d]{1,60})? năm (?P<year>20\d\d)"
    r" (?:của|trong|nêu tại|tại) (?:kế hoạch|chương trình|đề án) này(?!\w)"
)
_ANNEX_TITLE = re.compile(
    r"\A(?:bảng |biểu )?(?:phân công|danh mục|nhiệm vụ|kế hoạch|chỉ tiêu|mục tiêu|phân bổ|kinh phí|"
    r"dự toán|lộ trình|"
    r"tổng hợp (?:nhiệm vụ|chỉ tiêu|mục tiêu|"
    r"kinh phí))(?!\w)[^;\d]{0,160}?(?<!\w)năm (?P<year>20\d\d)(?!\s*[-–]|\d)"
)
_RESULTS = re.compile(
    r"kết quả|hiện trạng|đánh giá|đã đạt|tình hình|xếp hạng|so với|chuyển tiếp|còn lại|chưa hoàn thành|nợ|"
    r"thực hiện (?:các )?(?:mục tiêu|chỉ tiêu|nhiệm vụ)"
)
_ANNEX = re.compile(r"\A\s*(?:[#*_ ]{0,6})?(?:phụ lục|biểu|phụ biểu)(?:\s+(?:số\s+)?[\divx]{1,4})?[.:]?\s*\Z")
_PERIOD = re.compile(r"giai đoạn (20\d\d)\s*[-–]\s*(20\d\d)(?!\d)")
_OWN_WORK = re.compile(
    r"(?<!\w)(?:kinh phí|nhu cầu vốn|dự toán|tổng mức|nguồn lực|kế hoạch này|thực hiện kế hoạch)(?!\w)"
)
_OTHER_ACT = re.compile(
    r"(?<!\w)(?:nghị quyết|quyết định|đề án|chiến lược|chương trình|trung hạn|đầu tư công|quy hoạch|"
    r"chỉ thị|kết luận)(?!\w)"
)
_ANNEX_LABEL = re.compile(r"(?:phụ lục|phụ biểu|biểu)(?:\s+(?:số\s+)?[\divx]{1,4})?[.:]?\s+")
_LONG, _SHORT = 400, 40
_SECTION = re.compile(r"\A(?:phần \S|[ivx]{1,5}[.)]|[a-h]\.)\s*\S")
_FAR = 40
_FUNDED = re.compile(
    r"(?<!\w)(?:kinh phí|nguồn lực|nguồn vốn|dự toán)(?: để)? (?:thực hiện|triển khai) "
    r"(?:kế hoạch|chương trình)(?: (?!năm)[^\W\d_]+){0,8} năm (?P<year>20\d\d)(?![\d/-])(?! (?:đã|là \d|đạt))"
)
_SPENT = re.compile(r"(?<!\w)(?:đã|giải ngân|kết quả|quyết toán|còn dư|chuyển nguồn)(?!\w)")
_FUNDS = sign(_FUNDED)
_SAID, _TITLED, _SPANNED = (
    sign(_THIS, _OF_THIS, needs=("này",)),
    sign(_HEADING),
    sign(_PERIOD, needs=("giai đoạn",)),
)


def left_over(subject: Subject) -> Iterator[Hit]:
    """ "I. Mục tiêu đến hết năm 2023", "Kế hoạch năm 2023 này", an annex "… NĂM 2022" in the plan for
    2024."""
    document = subject.extraction.document
    period = document.period
    if period is None or period.start is None or period.end is None:
        return
    own = "-".join(sorted({str(period.start.year), str(period.end.year)}))
    for printed, span, any_year in _years(subject):
        year = int(printed)
        later = any_year and year > period.end.year
        if (year < period.start.year or later) and printed not in fold(document.title or ""):
            figures: dict[str, Figure] = {"where": span.quote[:120], "printed": printed, "own": own}
            yield Hit("year-left-over", figures, (span,))


def _years(subject: Subject) -> Iterator[tuple[str, Span, bool]]:
    """Years that stand where the document's own belongs; whether a later one is wrong too."""
    if subject.extraction.document.kind != "report":
        for start, words in subject.telling(_TITLED):
            heading = _HEADING.match(words) if len(words) < 140 else None
            if heading and not _RESULTS.search(words) and not _looks_back(subject, start):
                yield heading["year"], subject.around(start, heading), False
        yield from ((year, span, False) for year, span in _annex_titles(subject))
        for start, words in subject.telling(_FUNDS):
            for match in _FUNDED.finditer(words) if not _SPENT.search(words) else ():
                if not _looks_back(subject, start) and not is_cited(subject, start + match.start()):
                    yield match["year"], subject.around(start, match), False
    for start, words in subject.telling(_SAID):
        for match in (*_THIS.finditer(words), *_OF_THIS.finditer(words)):
            if not is_cited(subject, start + match.start()):
                yield match["year"], subject.around(start, match), True


def _looks_back(subject: Subject, start: int) -> bool:
    """The section tells of what was: the last heading of a higher level names results."""
    spans = subject.paragraphs
    at = bisect_left(spans, (start, 0))
    for begin, end in reversed(spans[max(0, at - _FAR) : at]):
        words = subject.folded[begin : min(end, begin + 160)]
        if end - begin < 160 and _SECTION.match(words):
            return bool(_RESULTS.search(words))
    return False


def _annex_titles(subject: Subject) -> Iterator[tuple[str, Span]]:
    """The title below "PHỤ LỤC …", or behind it in one paragraph, in capitals."""
    above = ""
    for start, words in subject.prose:
        label = _ANNEX_LABEL.match(words) if len(words) < _LONG else None
        below = len(above) < _SHORT and _ANNEX.match(above)
        above = words
        at = label.end() if label and label.end() < len(words) else 0
        title = _ANNEX_TITLE.match(words[at:]) if at or below else None
        if title is None or _RESULTS.search(title.group()):
            continue
        if subject.text[start : start + len(words)].split("(")[0].isupper():
            yield title["year"], subject.at(start + at + title.start(), start + at + title.end())


_AIMS = re.compile(r"(?<!\w)(?:chỉ tiêu|mục tiêu|nhiệm vụ)(?!\w)")
_HERE = re.compile(
    r",? (?:được )?(?:nêu |ghi |đề ra )?(?:tại|trong|theo|của) (?:phụ lục|chương trình này|kế hoạch này)"
)
_OVER = re.compile(r" (?:đã|vừa|kết thúc|chuyển sang)(?!\w)")


def periods(subject: Subject) -> Iterator[Hit]:
    """ "Nhu cầu vốn giai đoạn 2025 - 2027" in the plan titled "giai đoạn 2025 - 2026"."""
    own = _PERIOD.search(fold(subject.extraction.document.title or ""))
    if own is None:
        return
    for start, words in subject.telling(_SPANNED):
        for match in _PERIOD.finditer(words):
            clause = clause_before(words[: match.start()])
            after = words[match.end() : match.end() + 40]
            work = _OWN_WORK.search(clause) or (_AIMS.search(clause) and _HERE.match(after))
            if (match[1] == own[1]) == (match[2] == own[2]) or not work:
                continue
            if _OVER.match(after):
                continue
            if not _OTHER_ACT.search(clause + after) and not is_cited(subject, start + match.start()):
                figures: dict[str, Figure] = {"where": match.group(), "printed": f"{match[1]}-{match[2]}"}
                figures["own"] = f"{own[1]}-{own[2]}"
                yield Hit("year-left-over", figures, (subject.around(start, match, 60),))


_OF_A_YEAR = re.compile(
    r"(?<!\w)(?P<what>báo cáo[^.;\d]{0,40}?(?:tổng kết|kết quả)[^.;()\d]{0,80}?) năm (?P<year>20\d\d)"
    r"(?![\d-])[^.;()\d]{0,90}?(?:trước|chậm nhất)(?: là)?(?: ngày)? \d{1,2}/(?P<month>\d{1,2})"
    r"/(?P<due>20\d\d)"
)
_REPORTED = sign(_OF_A_YEAR, needs=("báo cáo", "/20"))
_INDEX = re.compile(r"(?<!\w)(?:dti|chỉ số|xếp hạng)(?!\w)")
_ANOTHER = re.compile(
    r"(?<!\w)(?:thanh tra|kiểm toán|quyết toán|giai đoạn|kết luận|kiến nghị|nghị quyết)(?!\w)"
)
_LATE = 10
"""A month by which the report on the year before has long been sent: the last quarter is for this year's."""


def reports(subject: Subject) -> Iterator[Hit]:
    """ "gửi báo cáo tổng kết năm 2024 trước ngày 05/12/2025": taken over from the plan of the year before.

    An index is assessed in the year behind the one it is of.
    """
    period = subject.extraction.document.period
    if period is None or period.start is None or subject.extraction.document.kind == "report":
        return
    for start, words in subject.telling(_REPORTED):
        for match in _OF_A_YEAR.finditer(words):
            year, due = int(match["year"]), int(match["due"])
            behind = 2 if _INDEX.search(match["what"]) else 1
            late = due - year >= behind and int(match["month"]) >= _LATE
            if late and year < period.start.year <= due and not _ANOTHER.search(match.group()):
                figures: dict[str, Figure] = {"where": match.group()[:120], "printed": match["year"]}
                figures["own"] = str(period.start.year)
                yield Hit("year-left-over", figures, (subject.around(start, match),))
