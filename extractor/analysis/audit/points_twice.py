"""The points of the whole index, and the money of the whole plan, told by two numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.clauses import SENTENCE
from extractor.analysis.audit.figures import MONEY, shown, value
from extractor.analysis.audit.model import Figure, Hit, Span
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.vietnamese.forms import fold

_POINTS = re.compile(
    r"(?<![\w.,/])(?P<points>[2-9]\d\d(?:,\d{1,3}|\.\d{1,2})?)(?:/1\.?000)? ?điểm(?! (?:phục vụ|cầu|trường|"
    r"bưu|%))"
)
_OF_INDEX = re.compile(
    r"(?<!\w)(?:dti|tổng điểm|tổng số điểm|chỉ số chuyển đổi số|(?:xếp|đứng) (?:hạng|thứ) \d{1,2}/\d\d)(?!\w)"
)
_OTHERS = re.compile(
    r"(?<!\w)(?:trung bình|bình quân|cao nhất|thấp nhất|dẫn đầu|cả nước|toàn quốc|quốc gia|tự đánh giá|"
    r"tự chấm|trụ cột|"
    r"chính quyền số|kinh tế số|xã hội số|nhận thức số|thể chế số|hạ tầng số|nhân lực số|thành phố|"
    r"huyện|xã|sở|ngành|tăng|giảm|từ \d|tối đa|thang điểm|pci|papi|par[ -]?index)(?!\w)"
)
_AIM = re.compile(r"(?<!\w)(?:phấn đấu|mục tiêu|trở lên|tối thiểu|trên|đưa|nâng|duy trì|kế hoạch đạt)(?!\w)")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_TELLS = sign(_POINTS, needs=("điểm",))


def points(subject: Subject) -> Iterator[Hit]:
    """ "Năm 2022 DTI của tỉnh đạt 545,2 điểm", elsewhere "554,2 điểm"; "từ 700 điểm", "trên 680 điểm"."""
    first: dict[tuple[bool, str], tuple[float, Span]] = {}
    told: set[tuple[bool, str]] = set()
    for start, words in subject.telling(_TELLS):
        for sentence in SENTENCE.finditer(words):
            said = sentence.group()
            found, years = list(_POINTS.finditer(said)), set(_YEAR.findall(said))
            beside = _POINTS.sub("", said).replace("tỉnh, thành phố", "")
            if len(found) != 1 or len(years) != 1 or not _OF_INDEX.search(said) or _OTHERS.search(beside):
                continue
            number = value(found[0]["points"]) or 0.0
            key = (bool(_AIM.search(said)), next(iter(years)))
            span = subject.around(start + sentence.start(), found[0], 30)
            earlier = first.setdefault(key, (number, span))
            if earlier[0] != number and key not in told:
                told.add(key)
                figures: dict[str, Figure] = {"indicator": f"Tổng điểm DTI năm {key[1]}"}
                figures |= {"first": shown(earlier[0]), "second": shown(number)}
                yield Hit("value-stated-twice", figures, (earlier[1], span), unsure=True)


_BUDGET = re.compile(
    r"(?:\A|[.;:]\s|(?<!\w)(?:là|và) )(?:[-+*•]\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s*)?(?:tổng )?(?:nhu cầu |"
    r"dự toán |số )?kinh phí"
    r"(?: (?:để|thực hiện|triển khai|kế hoạch|này|của|cho|chung|dự kiến|là|khoảng|năm 20\d\d|trong|cần|"
    r"bố trí|đảm bảo|"
    r"bảo đảm|tổng cộng))*:? ?(?:là |khoảng |dự kiến )*(?P<amount>\d[\d.]*(?:,\d+)?) ?(?P<unit>tỷ|triệu|"
    r"nghìn)? ?đồng"
)
_SPENT = sign(_BUDGET, needs=("kinh phí", "đồng"))
_LEAST, _NEAR = 1e6, 0.6


def budgets(subject: Subject) -> Iterator[Hit]:
    """ "Tổng kinh phí thực hiện Kế hoạch là 65 tỷ đồng", elsewhere "Kinh phí thực hiện Kế hoạch: 68 tỷ"."""
    found: list[tuple[float, str, Span]] = []
    for start, words in subject.telling(_SPENT):
        for match in _BUDGET.finditer(words):
            amount = (value(match["amount"]) or 0.0) * MONEY[match["unit"]]
            years = _YEAR.findall(match.group())
            whole = "tổng" in match.group() or "kế hoạch" in match.group()
            if amount >= _LEAST and whole and "khoảng" not in match.group():
                found.append((amount, years[-1] if years else "", subject.around(start, match)))
    for amount, year, span in found[1:]:
        other = found[0]
        low, high = sorted((amount, other[0]))
        if low != high and low >= _NEAR * high and (year == other[1] or not year or not other[1]):
            figures: dict[str, Figure] = {"first": _said(other[2]), "second": _said(span)}
            figures["noun"] = "kinh phí thực hiện"
            yield Hit("count-stated-twice", figures, (other[2], span))
            return


def _said(span: Span) -> str:
    """The amount as it is printed."""
    match = re.search(r"\d[\d.]*(?:,\d+)? ?(?:tỷ|triệu|nghìn)? ?đồng\Z", fold(span.quote))
    return match.group() if match else ""
