"""Of which year past values are that name none: "(số trước chữ “lên” là kết quả năm 2023)"."""

from __future__ import annotations

import re

from extractor.vietnamese.forms import fold

_SAID = re.compile(
    r"(?<!\w)(?:số|mức|số liệu|giá trị|con số|cột|tỷ lệ)(?!\w)[^.;:\n]{0,80}? (?:là|lấy theo|tính theo)"
    r" (?:kết quả|số liệu|mức|giá trị|hiện trạng|số thực hiện)"
    r"[^.;:\n)]{0,40}?(?:năm |31/12/|tháng 12/)((?:19|20)\d\d)(?!\d)"
)


def said_past_year(text: str, plan_year: int | None) -> int | None:
    """The one year that the text names for its past values; None where it names none or several."""
    years = {int(match[1]) for match in _SAID.finditer(fold(text))}
    past = {year for year in years if plan_year is None or year < plan_year}
    return past.pop() if len(past) == 1 else None
