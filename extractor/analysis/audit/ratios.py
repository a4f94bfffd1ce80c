"""Ratios told beside a percentage: two numbers, in whatever words, and the share they are said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.figures import half_unit, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_SAID = r"(?:đạt|chiếm|bằng|tương đương|tương ứng|ứng với|tỷ lệ(?: đạt)?|tỉ lệ|là)"
_OF_A_PLAN = r"(?!\s*(?:so với|kế hoạch|chỉ tiêu|mục tiêu|dự toán|tổng|số|điểm))"
_PERCENT = r"(?P<printed>\d{1,3}(?:[.,]\d+)?)\s*%"
_TOLD_AS = (
    rf"{_SAID}\s+(?:với )?(?:khoảng )?(?:tỷ lệ |tỉ lệ )?{_PERCENT}"
    r"(?!\s*(?:so với|dự toán))"
)
_BOTH = r"(?<![\d.,/])(?P<part>\d[\d.]*)\s*/\s*(?P<whole>\d[\d.]*)(?![\d/])"
_THINGS = r"(?!điểm|tháng|năm|ngày|quý|tuần|giờ)[^\W\d_](?:[^\d;:%.]|\d(?=g\b)){0,70}?"
_RATIOS = (
    # "118/157 trạm y tế, đạt 85,2%"; "13/20 nhiệm vụ xong (tỷ lệ 75%)"
    re.compile(rf"{_BOTH}\s+(?P<what>{_THINGS})[,(;]?\s*{_TOLD_AS}"),
    # "76,3 tỷ đồng/142 tỷ đồng, đạt 53,7%"; of points only where the share is said to be theirs
    re.compile(
        r"(?<![\d.,/])(?P<part>\d[\d.,]*\d|\d)(?: (?:tỷ|triệu)(?: đồng)?)?\s*/\s*(?P<whole>\d[\d.,]*\d|\d) "
        r"(?P<what>(?:tỷ|triệu)(?: đồng)?|điểm(?=[,( ]{1,3}(?:tương ứng|tương đương|ứng với|bằng)))[,(]?"
        rf"\s*{_TOLD_AS}"
    ),
    # "812 trên 1.160 thủ tục phát sinh hồ sơ, đạt 60%"; "8 trong tổng số 12 nhiệm vụ, tương đương 60%"
    re.compile(
        r"(?<![\d.,/])(?P<part>\d[\d.]*)(?:\s+trong|\s+trên|(?: [^\W\d_]+){1,4} (?:trong|trên)(?= tổng))"
        rf"(?: tổng)?(?: số)?\s+(?P<whole>\d[\d.]*)(?![\d/,])\s+(?P<what>{_THINGS})[,(;]?\s*{_TOLD_AS}"
    ),
    # "tiếp nhận trực tuyến 8.400/12.000, đạt 80%"
    re.compile(rf"(?<!hạng )(?<!thứ )(?<!trí )(?<!số ){_BOTH}(?P<what>)\s*[,;(]\s*{_TOLD_AS}"),
    # "9/12 phòng chuyên môn (85%)"
    re.compile(rf"{_BOTH}\s+(?P<what>{_THINGS})\s*\(\s*{_PERCENT}\s*\)"),
    # a cell: "812/1.400 (65,2%)"
    re.compile(rf"\A\s*(?:đạt )?{_BOTH}(?P<what>)\s*\(\s*(?:đạt |bằng )?{_PERCENT}\s*\)"),
    # "đạt 86% (1.520/2.000 hồ sơ)"
    re.compile(
        rf"(?<![\d.,/]){_PERCENT}{_OF_A_PLAN}[^.;:%()\d]{{0,60}}?\(\s*(?:có |gồm |đạt |là |tức )?{_BOTH}"
        r"(?!\s*(?:tỉnh|điểm))(?P<what>(?: [^\W\d_]+){0,5})\s*\)"
    ),
)  # fmt: skip
_OF_AIM = re.compile(r"\s*(?:so với )?(?:kế hoạch|chỉ tiêu|mục tiêu)(?!\w)")
_NEAR = 3
"""Percent by which a share of the plan may be off and still be meant as the ratio."""
_PRINTED = sign(*_RATIOS, needs=("/", "%")) | sign(_RATIOS[2], needs=("tr", "%"))


def ratios(subject: Subject) -> Iterator[Hit]:
    """ "118/157 trạm y tế, đạt 85,2%": the ratio against the percentage printed beside it."""
    for start, words in subject.bearing(_PRINTED):
        seen: set[int] = set()
        for match in (m for pattern in _RATIOS for m in pattern.finditer(words)):
            figures = None if match.start("part") in seen else _off(match)
            seen.add(match.start("part"))
            if figures is not None:
                yield Hit("ratio-against-percent", figures, (subject.around(start, match),))


def _off(match: re.Match[str]) -> dict[str, Figure] | None:
    part, whole, printed = (value(match[name]) for name in ("part", "whole", "printed"))
    dated = whole is not None and 1945 <= whole <= 2100 and "." not in match["whole"]
    if part is None or not whole or printed is None or dated or "khoảng" in match.group():
        return None
    if not match["what"].strip() and whole <= 31:
        return None  # a day
    share = 100 * part / whole
    if _OF_AIM.match(match.string, match.end()) and abs(share - printed) > _NEAR:
        return None  # "9/12 lớp, đạt 60% kế hoạch": the whole is not the plan
    if abs(share - printed) <= half_unit(match["printed"]) * 1.02 + 1e-9:
        return None
    figures: dict[str, Figure] = {"part": part, "whole": whole, "share": round(share, 2)}
    return figures | {"printed": printed, "what": match["what"].strip(" ,(") or "theo hai số"}
