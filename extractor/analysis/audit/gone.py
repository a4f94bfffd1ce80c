"""Units of the district tier told to do something, in prose, after the tier had ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extractor.analysis.audit.clauses import clause_before, clause_behind
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.subject import Subject

_ENDED = date(2025, 7, 1)
_UNIT = (
    r"(?:ubnd|ủy ban nhân dân|phòng [^.,;:()]{4,40}?) "
    r"(?:cấp huyện(?:, cấp xã)?|(?:các )?(?:huyện|quận|thị xã)(?:, (?:huyện|thị xã|thành phố))*(?!\w))"
)
# only words that give an order count: a report tells what the districts did before
_TOLD = re.compile(
    r"(?:yêu cầu|đề nghị|hướng dẫn|đôn đốc|giao|chỉ đạo|chủ trì:|thực hiện:|phối hợp:|phối hợp với|báo cáo|"
    rf"gửi|trình)(?: các| với)? ({_UNIT})"
)
# "Trong tháng 9/2025, UBND tỉnh đã làm việc với UBND 11 huyện": of a time when there were none
_LATE = re.compile(
    r"(?<!\w)(?:tháng (?:0?[7-9]|1[0-2])(?:/| năm )2025|quý (?:iii|iv)(?:/| năm )2025|năm 2026)(?!\d)"
    r"[^.;]{0,120}?(?<!\w)((?:ubnd|ủy ban nhân dân) (?:các |\d{1,3} |cấp )?(?:huyện|quận|thị xã)(?!\w))"
)
PAST = re.compile(
    r"(?<!\w)(?:đã|trước đây|trước (?:ngày )?0?1/7|cũ|chấm dứt|kết thúc|không còn|không tổ chức|sáp nhập|"
    r"bãi bỏ|giải thể|kế thừa|thay|tiếp nhận từ|nay là|đầu năm|6 tháng|năm 202[0-4]|quy định|"
    r"(?:theo|tại) quyết định)(?!\w)"
)


def in_prose(subject: Subject) -> Iterator[Hit]:
    """ "Hướng dẫn UBND cấp huyện hoàn thành …" in a document of after 1 July 2025."""
    issued = subject.extraction.document.issued_on
    if issued is None or issued < _ENDED:
        return
    read = {u.evidence.start for t in subject.extraction.tasks
            for u in (*(t.lead_units or ()), *t.supporting_units) if u.evidence}  # fmt: skip
    for start, end in subject.paragraphs:
        words = subject.folded[start:end]
        if "huyện" not in words and "quận" not in words and "thị xã" not in words:
            continue
        for match in (*_TOLD.finditer(words), *_LATE.finditer(words)):
            where = (start + match.start(1), start + match.end(1))
            before = clause_before(words[: match.start()])
            after = clause_behind(words[match.end() :])
            late = match.re is _LATE
            if where[0] in read or (not late and (PAST.search(before) or PAST.search(after))):
                continue
            figures: dict[str, Figure] = {
                "unit": subject.text[slice(*where)],
                "issued": issued.isoformat(),
                "successors": "UBND cấp xã",
            }
            yield Hit("unit-no-longer-exists", figures, (subject.at(*where),))
            return  # one place shows that the tier was forgotten
