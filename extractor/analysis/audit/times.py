"""Times that disagree: a quarter and its date, a cut-off after the document, the year of another plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from extractor.analysis.audit.clauses import clause_before, clause_behind
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.sections_of_results import results_told
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_DAY = r"(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*(20\d\d)(?!\d)"
_QUARTER_AND_DAY = re.compile(
    r"(?<!\w)(?:quý\s+(iv|i{1,3}|[1-4])|tháng\s+(\d{1,2}))(?:\s*(?:/|năm)\s*(20\d\d))?\s*\(\s*"
    rf"(?:(?:hoàn thành|xong|chậm nhất|trước|đến|hết|cụ thể|là|vào)\s+)*(?:ngày\s+)?{_DAY}"
)
_CUT_OFF = re.compile(
    r"(?<!\w)(?:tính|số liệu|cập nhật|lũy kế|lũy kế số liệu|kết quả)(?: tính)? đến (?:hết |thời điểm |nay )*"
    rf"(?:ngày\s+)?(?:{_DAY}|(\d{{1,2}})\s*tháng\s*(\d{{1,2}})\s*năm\s*(20\d\d))"
)
_CLOSING = re.compile(
    r"trên đây là (?:nội dung |toàn bộ )?(?:kế hoạch|chương trình|phương án|đề án|báo cáo)[^.;\d]{0,120}?"
    r"năm (20\d\d)(?!\s*-|\d)"
)
# "(đến hết tháng 11/2025)", "Đến hết quý III/2025, đã có …": when results were counted
_COUNTED = re.compile(
    rf"(?<!\w)đến (?:hết |cuối |thời điểm )*(?:(?:ngày\s+)?{_DAY}|"
    r"(?:tháng\s+(\d{1,2})|quý\s+(iv|i{1,3}|[1-4]))\s*(?:/|năm)\s*(20\d\d)(?![\d/]))"
    r"(?=\s*\)|\s*,?\s+(?:toàn )?(?:tỉnh |huyện |xã |thành phố |ngành )?(?:đã|có|đạt)(?!\w))"
)
_AHEAD = re.compile(
    r"(?<!\w)(?:phấn đấu|mục tiêu|dự kiến|sẽ|kế hoạch|giai đoạn|thời hạn|lộ trình|hiệu lực|nhiệm kỳ|"
    r"gia hạn|kéo dài|định hướng|chỉ tiêu|phải|cần|đề nghị|tiếp tục|yêu cầu|giao|từ)(?!\w)"
)
_LATE = 20
_TALLIED = sign(_COUNTED, needs=("đến ", "20"))
_TWICE, _CUT, _CLOSED = sign(_QUARTER_AND_DAY), sign(_CUT_OFF), sign(_CLOSING, needs=("trên đây là",))


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None  # the rule on dates speaks of it


def _span(quarter: str | None, month: str | None, year: int) -> tuple[date, date] | None:
    """First and last day of a quarter or month."""
    first = 3 * _QUARTERS[quarter] - 2 if quarter else int(month or 0)
    if not 1 <= first <= 12:
        return None
    behind = first + (3 if quarter else 1)
    end = date(year + (behind > 12), behind - 12 if behind > 12 else behind, 1)
    return date(year, first, 1), end - timedelta(days=1)


def quarters(subject: Subject) -> Iterator[Hit]:
    """ "Quý II năm 2024 (trước ngày 15/8/2024)", "Quý II (trước ngày 30/9/2024)": outside of the quarter."""
    for start, words in subject.bearing(_TWICE):
        for match in _QUARTER_AND_DAY.finditer(words):
            day, span = _day(*match.group(4, 5, 6)), _span(match[1], match[2], int(match[3] or match[6]))
            # "before 1 July" closes the second quarter; a quarter without a year may be told to be late
            slack = timedelta(days=1 if match[3] else _LATE)
            if day is None or span is None or span[0] <= day <= span[1] + slack:
                continue
            figures: dict[str, Figure] = {"printed": " ".join(match.group().split()) + ")"}
            figures |= {"date": day.isoformat(), "last": span[1].isoformat()}
            yield Hit("time-disagrees", figures, (subject.around(start, match),))


def cut_offs(subject: Subject) -> Iterator[Hit]:
    """ "Tính đến ngày 31/12/2025" in a document of 12/12/2025: nobody knew that yet."""
    issued = subject.extraction.document.issued_on
    if issued is None:
        return
    for start, words in subject.telling(_CUT):
        for match in _CUT_OFF.finditer(words):
            day = _day(*(match.group(1, 2, 3) if match[1] else match.group(4, 5, 6)))
            if day is not None and day > issued:
                figures: dict[str, Figure] = {"printed": match.group(), "issued": issued.isoformat()}
                yield Hit("cutoff-after-issue", figures, (subject.around(start, match),))


def counted(subject: Subject) -> Iterator[Hit]:
    """ "100% trạm y tế có … (đến hết tháng 11/2025)" among the results of a report of December 2024."""
    issued = subject.extraction.document.issued_on
    if issued is None:
        return
    back = results_told(subject)
    for start, words in subject.telling(_TALLIED):
        for match in _COUNTED.finditer(words) if start in back else ():
            ahead = _AHEAD.search(clause_before(words[: match.start()])) or _AHEAD.search(
                clause_behind(words[match.end() :])
            )
            day = _day(*match.group(1, 2, 3)) if match[1] else None
            span = None if match[1] else _span(match[5], match[4], int(match[6]))
            first = day or (span[0] if span else None)
            known = _CUT_OFF.search(words[max(0, match.start() - 40) : match.end()])
            if first is not None and first > issued and not ahead and not known:
                figures: dict[str, Figure] = {"printed": match.group(), "issued": issued.isoformat()}
                yield Hit("cutoff-after-issue", figures, (subject.around(start, match),))


def closing(subject: Subject) -> Iterator[Hit]:
    """ "Trên đây là Kế hoạch … năm 2023" at the end of the plan for 2024."""
    period = subject.extraction.document.period
    if period is None or period.start is None or period.end is None:
        return
    for start, words in subject.telling(_CLOSED):
        match = _CLOSING.search(words)
        if match and not period.start.year <= int(match[1]) <= period.end.year:
            years = {str(period.start.year), str(period.end.year)}
            figures: dict[str, Figure] = {"where": "Trên đây là …", "printed": match[1]}
            figures["own"] = "-".join(sorted(years))
            yield Hit("year-left-over", figures, (subject.around(start, match),))
