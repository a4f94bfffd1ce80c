"""Money spent against money allotted in one sentence: more than there is, a share that does not follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.figures import MONEY, half_unit, shown, value
from extractor.analysis.audit.model import Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_AMOUNT = r"(?<![\w.,])(?P<{0}>\d[\d.]*(?:,\d+)?)\s*(?P<{0}_unit>tỷ|triệu|nghìn|ngàn)?(?: đồng)(?!\s*/)"
_GIVEN, _USED = _AMOUNT.format("given"), _AMOUNT.format("used")
_PURSE = r"(?:bố trí|giao|phân bổ|cấp|dự toán|kế hoạch vốn|kinh phí|vốn|ngân sách|tổng mức|kế hoạch)(?!\w)"
_SPENT = r"(?P<spent>giải ngân|sử dụng|thực hiện|đã chi|chi|quyết toán|thanh toán)(?!\w)"
_SHARE = (
    r"(?:\s*[^.;:%\d()]{0,30}?[,(]?\s*(?:đạt|bằng|tương đương|chiếm|tỷ lệ)(?: tỷ lệ)?\s+"
    r"(?P<printed>\d{1,3}(?:[.,]\d+)?)\s*%(?!\s*(?:so với|cùng kỳ)))?"
)
_OTHER = (
    r"(?:[^.:\d%]|\d{1,2}/\d{1,2}/20\d\d|\d{1,2}/20\d\d|(?<=năm )20\d\d|(?<=ngày )[\d/]{3,10}|"
    r"\d{1,2}(?= tháng)){0,60}?"
)
_FORMS = (
    # "bố trí 12,4 tỷ đồng; đã giải ngân 9,3 tỷ đồng, đạt 75%"
    re.compile(rf"{_PURSE}[^.;:%()\d]{{0,80}}?(?:năm 20\d\d[^.;:%()\d]{{0,50}}?)?{_GIVEN}"
               r"(?: \([^()%]{4,160}\))?[^\w%]{0,3}"
               rf"{_OTHER}(?<!\w){_SPENT}{_OTHER}{_USED}{_SHARE}"),
    # "đã giải ngân 9,3 tỷ đồng, đạt 75% tổng kinh phí được giao (12,4 tỷ đồng)"
    re.compile(
        rf"(?<!\w){_SPENT}[^.;:%()\d]{{0,60}}?{_USED}\s*[,(]?\s*(?:đạt|bằng|tương đương|chiếm)(?: tỷ lệ)?\s+"
        rf"(?P<printed>\d{{1,3}}(?:[.,]\d+)?)\s*%\s*(?:so với |trên |của )?"
        rf"(?:tổng|dự toán|kế hoạch|kinh phí|vốn|số)[^.;:%()\d]{{0,60}}?[( ](?:là )?{_GIVEN}"
    ),
)  # fmt: skip
_AT_ONCE = re.compile(
    r"(?: đồng)?[\s,;]*(?:(?:tính |lũy kế )?(?:đến|hết|trong)[^,;]{0,40}?[, ]+)?(?:và |nhưng )?"
    r"(?:(?:đã|mới|thực tế)\s+)*"
)
"""Nobody else is named between what is given and what is spent of it."""
_BRACKET = re.compile(r" \([^()]{4,160}\)")
_PLANS = frozenset(("thực hiện", "chi"))
"""Words that may speak of another purse."""
_BUDGETED = sign(*_FORMS, needs=("đồng",))


def amounts(subject: Subject) -> Iterator[Hit]:
    """ "bố trí 12,4 triệu đồng; đã giải ngân 9,3 tỷ đồng, đạt 75%"; "giao 9 tỷ đồng, đã chi 11 tỷ đồng"."""
    for start, words in subject.bearing(_BUDGETED):
        for match in (m for pattern in _FORMS for m in pattern.finditer(words)):
            told = _off(match)
            if told is not None:
                yield Hit("sentence-arithmetic", {"told": told}, (subject.around(start, match),))


def _off(match: re.Match[str]) -> str | None:
    given, used = (_read(match, name) for name in ("given", "used"))
    printed = value(match["printed"]) if match["printed"] else None
    if not given or used is None or "khoảng" in match.group() or "mỗi" in match.group():
        return None
    share = 100 * used / given
    both = f"{_told(match, 'used')} trên {_told(match, 'given')}"
    if printed is None:
        between = match.string[max(match.end("given"), match.end("given_unit")) : match.start("spent")]
        between = _BRACKET.sub("", between)
        more = share > 100.01 and _AT_ONCE.fullmatch(between.removeprefix(" đồng")) is not None
        return f"{both}: số đã dùng lớn hơn số được giao" if more and match["spent"] not in _PLANS else None
    slack = half_unit(match["printed"]) * 1.02
    slack += share * (half_unit(match["given"]) / (value(match["given"]) or 1))
    slack += share * (half_unit(match["used"]) / (value(match["used"]) or 1))
    if abs(share - printed) <= slack + 1e-9:
        return None
    return f"{both} là {shown(round(share, 2))}%, văn bản ghi {shown(printed)}%"


def _read(match: re.Match[str], name: str) -> float | None:
    read = value(match[name])
    return None if read is None else read * MONEY[match[f"{name}_unit"]]


def _told(match: re.Match[str], name: str) -> str:
    return f"{match[name]} {match[f'{name}_unit'] or ''} đồng".replace("  ", " ")
