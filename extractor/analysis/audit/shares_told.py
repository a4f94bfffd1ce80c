"""Shares of a whole told earlier in the sentence: "tiếp nhận 1.260 hồ sơ, trong đó trực tuyến 945 hồ sơ,
đạt tỷ lệ 75%"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.figures import half_unit, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+"
_WORDS = (
    r"(?:[^.:%()\d]|\d{1,2}/\d{1,2}/20\d\d|\d{1,2}/20\d\d|(?<=tháng )\d{1,2}|(?<=năm )20\d\d|(?<=quý )\d)"
)
_SHARE = re.compile(
    rf"(?<![\w.,/])(?P<whole>{_NUMBER})\s+(?P<noun>[^\W\d_]+(?: [^\W\d_]+)?)(?P<between>{_WORDS}{{0,160}}?)"
    rf"(?<!\w)(?P<link>trong (?:số )?đó|trong số này|đã|có|nộp|tiếp nhận|giải quyết)(?!\w)"
    rf"(?P<what>{_WORDS}{{0,70}}?)"
    rf"(?<![\w.,/])(?P<part>{_NUMBER})\s+(?P=noun)(?P<behind>[^.;:%()\d]{{0,50}}?)\s*[,(]\s*"
    r"(?:đạt|chiếm|bằng|tương ứng|tương đương)?(?: với)?(?: tỷ lệ| tỉ lệ)?\s*"
    r"(?P<printed>\d{1,3}(?:,\d+)?)\s*%"
    r"(?!\s*(?:so với|kế hoạch|chỉ tiêu|mục tiêu|dự toán|dân số|số|tổng|điểm|"
    r"[^\W\d_]+ (?:hộ|dân|doanh|cơ quan)))"
)
_OTHER = re.compile(
    r"(?<!\w)(?:khoảng|mỗi|năm trước|cùng kỳ|kế hoạch|chỉ tiêu|mục tiêu|giao|tăng|giảm|thêm|"
    r"thuộc diện|phải)(?!\w)|;"
)
_ALIEN = re.compile(
    r"(?:ngày|tháng|năm|giờ|điểm|lần|tỷ|triệu|nghìn|ngàn|đồng|quý|tuổi|phần|đến|và|hoặc)(?!\w)"
)
_TOLD = sign(_SHARE, needs=("%", "đó")) | sign(_SHARE, needs=("%", "đã")) | sign(_SHARE, needs=("%", "tỷ lệ"))


def shares(subject: Subject) -> Iterator[Hit]:
    """One thing counted twice in a sentence, its part and the whole, and a percent that is not theirs."""
    for start, words in subject.telling(_TOLD):
        for match in _SHARE.finditer(words):
            figures = _off(match)
            if figures is not None:
                yield Hit("ratio-against-percent", figures, (subject.around(start, match),))


def _off(match: re.Match[str]) -> dict[str, Figure] | None:
    part, whole, printed = (value(match[name]) for name in ("part", "whole", "printed"))
    alien = _ALIEN.match(match["noun"]) or _OTHER.search(match["what"] + match["behind"])
    among = match["link"].startswith("trong") or "; trong" not in match["between"]
    if part is None or not whole or printed is None or part >= whole or alien or not among:
        return None
    if not match["link"].startswith("trong") and _OTHER.search(match["between"]):
        return None
    third = re.search(rf"\d\s+{re.escape(match['noun'])}(?!\w)", match["between"] + match["what"])
    share = 100 * part / whole
    if third or abs(share - printed) <= half_unit(match["printed"]) * 1.02 + 1e-9:
        return None
    figures: dict[str, Figure] = {"part": part, "whole": whole, "share": round(share, 2)}
    return figures | {"printed": printed, "what": match["noun"]}
