"""Figures that are lost: a unit without a number, a paragraph that ends where it should stand, letters
that were read for digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.analysis.audit.clauses import clause_before, clause_behind
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.structure.markers import marker_of

_BOUND = r"(?:tối thiểu|ít nhất|tối đa|không dưới|không quá|không thấp hơn|trên|hơn|khoảng|gần|đạt|bằng|dưới)"
_UNITS = (
    r"(?:mb/s|mbps|gbps|kbps|mb/giây|gb|tb|tỷ đồng|triệu đồng|nghìn đồng|tỷ usd|triệu usd|"
    r"điểm phần trăm)"
)
_NO_NUMBER = re.compile(rf"(?<!\w)((?:đạt )?{_BOUND}) {_UNITS}(?![\w/]| (?:doanh thu|vốn|đầu tư))")
_BARE = 0
for _unit in ("b/s", "bps", "gb", "tb", "đồng", "usd", "phần trăm"):
    _BARE |= sign(_NO_NUMBER, needs=(_unit,))


_NO_UNIT = re.compile(
    r"(?<!\w)(?:tối thiểu|ít nhất|không dưới) (?P<n>(?<![\w.,/])\d[\d.,]*\d|\d) (?:để|nhằm|phục vụ)(?!\w)|"
    r"(?<!\w)(?:đạt|là|bằng) (?P<m>\d+(?:,\d+)?)(?=, (?:vượt|cao hơn|thấp hơn|chưa đạt|đạt) (?:so với )?"
    r"(?:mục tiêu|kế hoạch|chỉ tiêu)[^.;\d%]{0,30}\d[\d.,]* ?(?:%|[a-z]{1,3}/|gb|mb|tỷ|triệu))"
)
_UNNAMED = sign(_NO_UNIT)


def no_measures(subject: Subject) -> Iterator[Hit]:
    """ "Bố trí tối thiểu 25 để nâng cấp …", "đạt 52,6, vượt mục tiêu 40 Mb/s": of what."""
    for start, words in subject.bearing(_UNNAMED):
        for match in _NO_UNIT.finditer(words):
            figures: dict[str, Figure] = {"words": f"{match['n'] or match['m']} (đơn vị tính)"}
            yield Hit("missing-figure", figures, (subject.around(start, match, 20, 20),))


def bare_units(subject: Subject) -> Iterator[Hit]:
    """ "băng thông đạt tối thiểu Mb/s", "tiết kiệm trên tỷ đồng"."""
    for start, words in subject.bearing(_BARE):
        for match in _NO_NUMBER.finditer(words):
            span = subject.around(start, match, 80, 40)
            yield Hit("missing-figure", {"words": match[1]}, (span,))


_COUNTED = (
    r"(?:lượt|người|hộ|cuộc|lớp|sản phẩm|hồ sơ|tài khoản|doanh nghiệp|hệ thống|máy|trạm|điểm|tổ|xã|mô hình|"
    r"thôn|đơn vị|tin|bài|văn bản|nhiệm vụ|dịch vụ|giao dịch|chỉ tiêu|buổi|hội nghị|cán bộ|học viên|lần)"
)
_GAP = re.compile(
    rf"(?<!giảm )(?<!chế )(?<!giản )(?P<a>(?<!\w)(?:tối thiểu|ít nhất|không dưới|không ít hơn|đạt trên))"
    rf" {_COUNTED} [^\W\d_]|"
    # "có lượt tải": nobody speaks of turns without their number
    r"(?<!\w)(?P<b>(?:đã )?(?:có|đạt|với|thu hút|tiếp nhận|phục vụ|ghi nhận|hơn|gần|khoảng)) lượt"
    r" (?:tải|truy cập|người|khách|giao dịch|sử dụng|tra cứu|cài đặt|đăng ký|xem|tương tác|hồ sơ|tiếp cận)"
    r"(?:[,.;)]|$| (?:của|trên|trong|từ|và|ứng dụng|về|tại|dân|tham gia|vào))"
)
_GAPS = sign(_GAP)


def gaps(subject: Subject) -> Iterator[Hit]:
    """ "tối thiểu lượt người dân", "có lượt tải": what is counted, and a blank for its number."""
    for start, words in subject.telling(_GAPS):
        for match in _GAP.finditer(words):
            figures: dict[str, Figure] = {"words": match["a"] or match["b"]}
            yield Hit("missing-figure", figures, (subject.around(start, match, 60, 40),), unsure=True)


_ENDED = re.compile(
    r"\A[-–+*•]?\s*(?:kết quả,? )?(?:tỷ lệ|tỉ lệ|tỷ trọng|số (?:lượng|lượt|hồ sơ|doanh nghiệp|người)|mức độ)"
    r" [^.;:%\d]{8,140}? (?P<words>(?:đạt|ở mức|đạt mức|đạt kết quả|được đánh giá) (?:ở mức )?"
    r"(?:rất |tương đối |khá )?(?:khá|tốt|cao|thấp|trung bình|đáng kể|khả quan))\s*[.;]?\s*$"
)
_WORDED = sign(_ENDED)


def worded(subject: Subject) -> Iterator[Hit]:
    """ "Tỷ lệ người lao động được bồi dưỡng đạt khá.": a word where a report should tell how many."""
    if subject.extraction.document.kind != "report":
        return
    read = {t.evidence.start for t in subject.extraction.targets if t.evidence is not None}
    for start, words in subject.telling(_WORDED):
        match = _ENDED.match(words)
        if match is not None and not any(start <= at < start + len(words) for at in read):
            yield Hit("missing-figure", {"words": match["words"]}, (subject.around(start, match),))


_PLAIN_MONEY = re.compile(
    r"(?<!\w)(?:doanh thu|doanh số|kinh phí|tổng vốn|vốn|giá trị|tổng mức|ngân sách|giải ngân|số tiền|"
    r"tổng thu|tổng chi|dự toán|lợi nhuận|tiết kiệm)(?!\w)[^.;\d]{0,80}?(?<![\w.,/])\d[\d.,]* (?:tỷ|triệu)"
    r"(?=\s*(?:[,;)]|\.(?!\d)|$))"
)
_CURRENCY = re.compile(r"đồng|usd|vnđ|vnd|đô la|euro|(?<!\w)đ(?!\w)")
_PRICED = sign(_PLAIN_MONEY)


def no_currency(subject: Subject) -> Iterator[Hit]:
    """ "doanh thu đạt 38,7 tỷ.": of what; not "36 tỷ, 9,8 tỷ và 3,5 tỷ đồng"."""
    for start, words in subject.telling(_PRICED):
        for match in _PLAIN_MONEY.finditer(words):
            told = clause_before(words[: match.start()]) + match.group() + clause_behind(words[match.end() :])
            if not _CURRENCY.search(told):
                yield _bare_amount(subject, start, match)


_BARE_SUM = re.compile(
    r"(?<!\w)(?:kinh phí|vốn|ngân sách|dự toán|tổng mức|tổng chi|số tiền)(?!\w)(?:[^.;:\d]|"
    r"(?<=năm )20\d\d){0,80} (?:là|khoảng|đạt|bằng|dự kiến) (?P<sum>\d[\d.]*(?:,\d+)?)"
    r"(?=,? ?\(?(?:trong đó|bao gồm|gồm|cụ thể|chia ra)(?!\w)"
    r"(?:[^.;]|\.(?=\d)){0,60}\d ?(?:tỷ|triệu|nghìn) đồng)"
)
_SUMMED = sign(_BARE_SUM)


def no_unit(subject: Subject) -> Iterator[Hit]:
    """ "Tổng kinh phí là 142,6, gồm vốn đầu tư 96,4 tỷ đồng …": of what."""
    for start, words in subject.telling(_SUMMED):
        for match in _BARE_SUM.finditer(words):
            yield _bare_amount(subject, start, match)


def _bare_amount(subject: Subject, start: int, match: re.Match[str]) -> Hit:
    printed = subject.text[start + match.start() : start + match.end()]
    return Hit("amount-without-currency", {"printed": printed}, (subject.around(start, match),))


_ENDS = re.compile(
    r"(?<!\w)(?:tổng|số|tổng số|số lượng|số lượt|tỷ lệ|tỉ lệ|kinh phí|mức|doanh thu|giá trị|tỷ trọng)(?!\w)"
    r"[^.;:%\d]{0,80} (?:là|đạt|khoảng|trên|hơn|tối thiểu|ít nhất|bằng|đạt trên|lên đến)\s*$"
)
_LAST = ("là", "đạt", "khoảng", "trên", "hơn", "tối thiểu", "ít nhất", "bằng", "lên đến")


def broken_off(subject: Subject) -> Iterator[Hit]:
    """ "c) …, với tổng số tài khoản đã cấp là" and then "d) …": the figure is not there."""
    ending = {start for start, words in subject.prose if words.rstrip().endswith(_LAST)}
    if not ending:
        return
    for (start, end), (then, stop) in pairwise(subject.paragraphs):
        match = _ENDS.search(subject.folded[start:end]) if start in ending else None
        own, other = (marker_of(subject.text[a : min(b, a + 80)])[0] for a, b in ((start, end), (then, stop)))
        if match is not None and own == other != "none" and not _between(subject, end, then):
            span = subject.around(start, match)
            yield Hit("missing-figure", {"words": match.group().strip()[-60:]}, (span,))


_TIER = (
    r"(?:(?:cấp|tuyến|khu vực|vùng) [^\W\d_]+(?: (?:thị|thôn|sâu|xa|cao|núi|bằng|biển|phố))?|"
    r"đô thị|nông thôn|(?:các )?(?:xã|phường|huyện|sở|trường))"
)
_OF_TIERS = re.compile(
    rf"\d ?%[^.;:%\d]{{0,80}}?(?<!\w)(?P<prep>tại|ở|đối với|của|cho) {_TIER},?(?: và)? "
    rf"(?P<told>\d[\d.,]* ?%[^.;:%\d]{{0,40}}?(?<!\w)(?P=prep) {_TIER}(?: và|, và|,)) (?P=prep) {_TIER}(?!\w)"
)
_TIERED = sign(
    re.compile(r"% (?:tại|ở|đối với|của|cho) [^.;%\d]{4,40} (?:tại|ở|đối với|của|cho) "), needs=("%",)
)


def tiers(subject: Subject) -> Iterator[Hit]:
    """ "90% tại cấp tỉnh, 80% tại cấp huyện và tại cấp xã": each tier has its figure but for the last one."""
    for start, words in subject.bearing(_TIERED):
        for match in _OF_TIERS.finditer(words):
            figures = {"words": match["told"].strip()[-60:]}
            yield Hit(
                "missing-figure", figures, (subject.around(start, match),), severity="warning", unsure=True
            )


def _between(subject: Subject, end: int, then: int) -> bool:
    """A table stands between: it may hold the figures."""
    assert subject.source is not None
    return any(end <= table.start < then for table in subject.source.tables)


_LETTERS = re.compile(
    r"(?<![\w./-])(?:\d+[ol]\d+(?![^\W\d_]|[\d-])|"  # "1O5/130", "2O24"
    r"(?:[li]\d+(?:[.,]\d+)?|\d+l)(?=\s?%|/\d)|\d+o(?=/\d)|"  # "l00%", "10O/120"
    r"o[.,]\d+(?=\s?%)|(?:[lo]\d|\d[lo])/\d{1,2}/20\d\d(?!\d))"  # "O,5%", "3l/12/2024"
)
_READ_FOR_DIGITS = sign(re.compile(r"\d(?:(?<=[lio]\d)|(?<=o[.,]\d)|[ol])"))  # leaps from digit to digit


def letters(subject: Subject) -> Iterator[Hit]:
    """ "l00%", "1O5/130 xã", "năm 2O24": letters that stand for digits."""
    for start, words in subject.bearing(_READ_FOR_DIGITS):
        for match in _LETTERS.finditer(words):
            printed = subject.text[start + match.start() : start + match.end()]
            yield Hit("malformed-number", {"printed": printed}, (subject.around(start, match, 10, 20),))
