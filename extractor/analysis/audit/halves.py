"""Sums of money beside the two parts that make them up: investment and running costs, two years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.figures import MONEY, rounded, shown, value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_AMOUNT = r"(?P<{0}>(?<![\w.,])\d[\d.]*(?:,\d+)?) (?P<{0}_unit>tỷ|triệu)(?: đồng)?"
_NAME = r"(?P<{}>(?:[^\d,;.()]|(?<=năm )20\d\d){{3,60}}?)(?: là| khoảng|:)? "
_PARTED = re.compile(
    rf"{_AMOUNT.format('whole')}(?!\w)[^.;\d]{{0,80}}?(?:,|\(|;) ?(?:trong đó|gồm|bao gồm|cụ thể)(?: có)?:? ?"
    rf"{_NAME.format('a')}{_AMOUNT.format('one')}(?:,| và|, và|;) {_NAME.format('b')}{_AMOUNT.format('two')}"
    r"(?=\s*(?:[.)]|$|;?\s*\Z))"
)
_SUMS = sign(_PARTED)
_PAIRS = (
    (re.compile(r"đầu tư"), re.compile(r"sự nghiệp|thường xuyên|chi khác")),
    (
        re.compile(r"ngân sách|nhà nước"),
        re.compile(r"xã hội hóa|xã hội hoá|doanh nghiệp|ngoài ngân sách|hợp pháp khác"),
    ),
    (re.compile(r"cấp tỉnh|ngân sách tỉnh"), re.compile(r"cấp huyện|ngân sách huyện")),
)
_YEAR = re.compile(r"năm (20\d\d)")
_NEAR = 0.15


def money(subject: Subject) -> Iterator[Hit]:
    """ "86,4 tỷ đồng, trong đó vốn đầu tư 52,1 tỷ đồng, sự nghiệp 30,8 tỷ đồng": they come to 82,9."""
    for start, words in subject.bearing(_SUMS):
        for match in _PARTED.finditer(words):
            found = [(value(match[n]), MONEY[match[f"{n}_unit"]]) for n in ("whole", "one", "two")]
            whole, one, two = (amount * unit if amount is not None else 0.0 for amount, unit in found)
            total = rounded(one + two)
            if (
                not whole
                or not _make_all(subject, match["a"], match["b"])
                or abs(total - whole) <= 1e-6 * whole
            ):
                continue
            if abs(total - whole) <= _NEAR * whole:
                figures: dict[str, Figure] = {"declared": whole, "sum": total, "parts": "2 phần"}
                figures |= {"declared_text": shown(whole / 1e6), "sum_text": shown(total / 1e6)}
                yield Hit("money-total", figures, (subject.around(start, match),))


def _make_all(subject: Subject, a: str, b: str) -> bool:
    """The two are all there is: of a known pair, or the two years of the plan."""
    if any((x.search(a) and y.search(b)) or (y.search(a) and x.search(b)) for x, y in _PAIRS):
        return True
    period, years = subject.extraction.document.period, {m[1] for m in map(_YEAR.search, (a, b)) if m}
    if period is None or period.start is None or period.end is None:
        return False
    return (
        years == {str(period.start.year), str(period.end.year)} and period.end.year == period.start.year + 1
    )
