"""Days on the wrong side of the document's own: done before they came, due before it was issued."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extractor.analysis.audit.clauses import clause_before
from extractor.analysis.audit.issuers import is_cited
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.sections_of_results import results_told
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_DAY = r"(\d{1,2})/(\d{1,2})/(20\d\d)(?![\d/])"
_DONE = re.compile(
    r"(?<!\w)đã (?:được )?(?:tổ chức|khai trương|hoàn thành|tập huấn|triển khai|nghiệm thu|công bố|ký|mở|"
    r"diễn tập|bàn giao|vận hành|kết nối|họp|kiểm tra|phát động|đưa|thành lập|ra mắt|cấp|lắp đặt|khảo sát)"
    rf"(?!\w)[^.;\d]*(?:\d+(?!/)[^.;\d/]*){{0,4}}?(?:vào|trong|từ|ngày|sáng|chiều|hôm)\s+(?:ngày\s+)?{_DAY}"
)
_AHEAD = re.compile(
    r"(?<!\w)(?:dự kiến|sẽ|kế hoạch|lịch|để|trước|đến hết|đến ngày|chậm nhất|hạn|chuẩn bị|yêu cầu|chưa|"
    r"phải|"
    r"tiếp tục|quyết định|công văn|nghị quyết|thông báo|hiệu lực|đăng ký|áp dụng)(?!\w)"
)
_DUE = re.compile(
    r"(?<!\w)(?<!hết )(?<!quá )(?<!gia )(?:(?:thời )?hạn(?: hoàn thành| cuối)?\s*:?|hoàn thành|xong|"
    r"chậm nhất(?: là)?|thời gian(?: hoàn thành)?\s*:)"
    rf"\s*(?:là |xong |trước |trong |vào |đến hết |đến )*(?:ngày\s+)?{_DAY}"
)
_PAST = re.compile(
    r"(?<!\w)(?:đã|kết quả|năm trước|gia hạn|quá hạn|hết hạn|chưa|đạt|theo quy định|giấy phép)(?!\w)"
)
_TOLD, _ORDERED = sign(_DONE, needs=("đã", "/")), sign(_DUE, needs=("/",))


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None  # the rule on dates speaks of it


def done(subject: Subject) -> Iterator[Hit]:
    """ "đã tổ chức diễn tập vào ngày 12/7/2024" in a report of 28/6/2024."""
    issued = subject.extraction.document.issued_on
    for start, words in subject.bearing(_TOLD) if issued is not None else ():
        for match in _DONE.finditer(words):
            day = _day(match)
            if day is None or issued is None or day <= issued or _AHEAD.search(match.group()):
                continue
            if not is_cited(subject, start + match.start(1)):
                span = subject.around(start, match)
                figures: dict[str, Figure] = {"printed": span.quote, "issued": issued.isoformat()}
                yield Hit("cutoff-after-issue", figures, (span,))


_HELD = re.compile(
    rf"(?:\A|[.;] )(?:[-–+*•]\s*|[a-zđ\d]{{1,2}}[.)]\s*)?(?:vào |trong )?ngày\s+{_DAY}"
    r"(?:,| đã)* (?:[^,.;()\d]{2,70}? )?(?:đã )?(?:tổ chức|khai trương|diễn tập|tập huấn|công bố|nghiệm thu|"
    r"phát động|ra mắt|bàn giao|khai mạc|ký kết|kiểm tra|hoàn thành|đưa vào|kết nối|làm việc|thành lập)(?!\w)"
)
_OCCURRED = sign(_HELD, needs=("ngày", "/"))


def held(subject: Subject) -> Iterator[Hit]:
    """ "Ngày 15/01/2025 tổ chức diễn tập …" among the results told by a report of 16/12/2024."""
    document = subject.extraction.document
    issued = document.issued_on
    if issued is None or document.kind != "report":
        return
    back = results_told(subject)
    for start, words in subject.telling(_OCCURRED):
        for match in _HELD.finditer(words) if start in back else ():
            day, clause = _day(match), words[match.start() + 2 :].split(".")[0]
            if (
                day is None
                or day <= issued
                or _AHEAD.search(clause)
                or is_cited(subject, start + match.start(1))
            ):
                continue
            span = subject.around(start, match, 0, 40)
            figures: dict[str, Figure] = {"printed": span.quote.strip(), "issued": issued.isoformat()}
            yield Hit("cutoff-after-issue", figures, (span,))


def due(subject: Subject) -> Iterator[Hit]:
    """ "hạn: 30/6/2023" in the lines of a decision of 18/8/2023, where no record holds that deadline."""
    document = subject.extraction.document
    issued = document.issued_on
    if issued is None or document.kind == "report":
        return
    known = [r.deadline.evidence for r in subject.records if r.deadline is not None and r.deadline.evidence]
    for start, words in subject.bearing(_ORDERED):
        for match in _DUE.finditer(words):
            day, low, high = _day(match), start + match.start(1), start + match.end()
            if day is None or day >= issued or any(e.start < high and low < e.end for e in known):
                continue
            clause = clause_before(words[: match.start()])
            if not _PAST.search(clause) and not is_cited(subject, low):
                figures: dict[str, Figure] = {"deadline": match.group(), "due": day.isoformat()}
                figures["issued"] = issued.isoformat()
                yield Hit("deadline-before-issue", figures, (subject.around(start, match),))
