"""Whether words hold a figure of something to count; years, acts and levels are none."""

from __future__ import annotations

import re

# Numbers that count nothing: of acts, days, years, plans, levels, versions
_NO_COUNT = re.compile(
    r"số \d\S*|"
    r"(?:ngày|tháng|năm|giai đoạn|quý|đề án|mục|phụ lục|bảng|điều|khoản|cấp độ|mức độ|mức|cấp|phiên bản|"
    r"nghị quyết|quyết định|kế hoạch|công văn|thông tư|nghị định|loại|nhóm)"
    r" \d[\d./-]*(?: ?[-–] ?\d[\d./]*)?|"
    r"\d{1,2}/\d{1,2}(?:/\d{4})?|\d+/\S*[^\W\d]\S*|20\d\d(?: ?[-–] ?20\d\d)?|"
    r"[^\W\d_]+\d+(?:/\d+)*|\dg(?!\w)"
)
_ALL_OR_NONE = re.compile(
    r"(?<!\w)(?:toàn bộ|tất cả|mọi|không còn|không để|tối đa|đầy đủ các|dẫn đầu|tốp|top|gấp đôi|"
    r"một nửa|một phần)(?!\w)"
)


def holds_figure(words: str) -> bool:
    """A number (in folded words) that counts something."""
    return any(letter.isdigit() for letter in _NO_COUNT.sub("", words))


def counts_something(words: str) -> bool:
    """Words (folded) that hold a figure, or tell of all or none of it."""
    return holds_figure(words) or bool(_ALL_OR_NONE.search(words))
