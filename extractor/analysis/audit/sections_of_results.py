"""Which paragraphs stand in sections that tell of results."""

from __future__ import annotations

import re

from extractor.analysis.audit.subject import Subject

_HEADING = re.compile(r"\A(?:phần \S|[ivx]{1,5}[.)]|[a-h]\.)\s*\S")
_BACK = re.compile(r"kết quả|hiện trạng|thực trạng|tình hình|đánh giá|đã đạt|đặc điểm")
_AHEAD = re.compile(r"mục tiêu|nhiệm vụ|giải pháp|phương hướng|kế hoạch|tổ chức thực hiện|kinh phí|phụ lục")
_LONG = 170


def results_told(subject: Subject) -> frozenset[int]:
    """Starts of the paragraphs under a heading ("II. KẾT QUẢ NĂM 2022") that tells of results only."""
    found, back = set[int](), False
    for start, words in subject.prose:
        if len(words) < _LONG and _HEADING.match(words):
            back = bool(_BACK.search(words)) and not _AHEAD.search(words)
        elif back:
            found.add(start)
    return frozenset(found)
