"""Which paragraphs stand in sections that tell of results."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.analysis.audit.subject import Subject

_HEADING = re.compile(r"\A(?:phần \S|[ivx]{1,5}[.)]|[a-h]\.)\s*\S")
_OUTER = re.compile(r"\A(?:PHẦN |Phần |[A-H]\.)")
"""A heading that holds others: "A. KẾT QUẢ" above "I. CÔNG TÁC CHỈ ĐẠO", "II. HẠ TẦNG SỐ"."""
_BACK = re.compile(r"kết quả|hiện trạng|thực trạng|tình hình|đánh giá|đã đạt|đặc điểm")
_AHEAD = re.compile(r"mục tiêu|nhiệm vụ|giải pháp|phương hướng|kế hoạch|tổ chức thực hiện|kinh phí|phụ lục")
_CARRIED_OUT = re.compile(r"(?:kết quả|tình hình|đánh giá)(?: kết quả)? (?:triển khai|thực hiện)(?!\w)[^,;]*")
"""What was carried out: "kết quả thực hiện chỉ tiêu của Kế hoạch 19" looks back, whatever it names."""
_THEN = re.compile(r"(?<!\w)(?:và|,) (?:phương hướng|nhiệm vụ|kế hoạch|mục tiêu|giải pháp|một số)(?!\w)")
_LONG = 170


@lru_cache(maxsize=1)
def results_told(subject: Subject) -> frozenset[int]:
    """Starts of the paragraphs under a heading ("II. KẾT QUẢ NĂM 2022") that tells of results only."""
    found, back, outer = set[int](), False, False
    for start, words in subject.prose:
        if len(words) < _LONG and _HEADING.match(words):
            named, ahead = bool(_BACK.search(words)), _looks_ahead(words)
            if _OUTER.match(subject.text[start : start + 8]):
                back = outer = named and not ahead
            else:
                back = not ahead and (named or outer)
        elif back:
            found.add(start)
    return frozenset(found)


def _looks_ahead(heading: str) -> bool:
    behind = _THEN.search(heading)
    return bool(behind or _AHEAD.search(_CARRIED_OUT.sub(" ", heading)))
