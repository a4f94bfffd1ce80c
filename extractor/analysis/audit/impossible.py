"""Figures that cannot be: weekdays of other dates, shares above 100%, ranks and points past their end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extractor.analysis.audit.clauses import clause_before, clause_behind
from extractor.analysis.audit.figures import value
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject

_WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_NAMES = "|".join(_WEEKDAYS)
_DATE = r"(?:ngày\s*)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(20\d\d)(?!\d)"
_BEFORE_DATE = re.compile(rf"({_NAMES})\s*[,:(]?\s*{_DATE}")
_BEHIND_DATE = re.compile(rf"{_DATE}\s*\(\s*({_NAMES})\s*\)")
# "phiên họp thứ hai, ngày …": the second of its kind, no Monday
_ORDINAL = re.compile(
    r"(?:lần|phiên|họp|kỳ|đợt|khóa|khoá|cuộc|phần|bước|số|hạng|nghị|đoạn|người|vòng|lớp)\s*\(?$"
)


_WEEKDAY = sign(_BEFORE_DATE, _BEHIND_DATE, needs=("20",))


def weekdays(subject: Subject) -> Iterator[Hit]:
    """A weekday that its date does not fall on: "thứ Sáu, ngày 10/10/2023" is a Tuesday."""
    for start, words in subject.bearing(_WEEKDAY):
        dated = [(m, m[1], (m[2], m[3], m[4])) for m in _BEFORE_DATE.finditer(words)]
        dated += [(m, m[4], (m[1], m[2], m[3])) for m in _BEHIND_DATE.finditer(words)]
        for match, printed, (day, month, year) in dated:
            if match[1] == printed and _ORDINAL.search(words[: match.start()]):
                continue
            try:
                right = _WEEKDAYS[date(int(year), int(month), int(day)).weekday()]
            except ValueError:
                continue  # no date at all: another rule tells it
            if right != printed:
                figures: dict[str, Figure] = {"date": f"{year}-{int(month):02d}-{int(day):02d}"}
                figures |= {"printed": printed, "right": right}
                yield Hit("weekday-differs", figures, (subject.around(start, match),))


_OVER = re.compile(r"\d{3,}(?<![\w.,/-]\d{3})(?:,\d+)?\s*%|\d{3},\d+\s*%")
_SHARED = re.compile(r"(?<!\w)(?:tỷ lệ|tỉ lệ)(?! (?:tăng|thuê bao|hoàn thành))(?!\w)")
_WHOLE = re.compile(
    r"\s*(?:các |số |tổng số )?(?:văn bản|hồ sơ|hộ|xã|huyện|cơ quan|đơn vị|thủ tục|dịch vụ|người|cán bộ|"
    r"công chức|trường|học sinh|bệnh viện|trạm|doanh nghiệp|hệ thống|máy|thôn|"
    r"báo cáo|kết quả|giao dịch)(?!\w)"
)
# Shares of something that may well be passed: of a plan, of last year, of a count a hundred.
_PASSED = re.compile(
    r"(?<!\w)(?:kế hoạch|kh|chỉ tiêu|dự toán|so với|tăng|giảm|vượt|mục tiêu|cùng kỳ|thu|doanh thu|gấp|"
    r"thuê bao|mật độ|công suất|nghị quyết|giao|định mức|tốc độ|năm trước|mức|quy mô|lãi suất|bằng)(?!\w)"
)


_PERCENT = sign(_OVER, needs=("%",))


def shares(subject: Subject) -> Iterator[Hit]:
    """A share of a whole above 100%: "tỷ lệ hồ sơ đúng hạn đạt 102,3%", "105% văn bản được ký số"."""
    for start, words in subject.telling(_PERCENT):
        for match in _OVER.finditer(words):
            number = value(match.group().rstrip("% "))
            before = clause_before(words[: match.start()])
            behind = clause_behind(words[match.end() :])
            of_whole = _SHARED.search(before) or _WHOLE.match(behind)
            if number is None or not 100 < number < 1000 or not of_whole:
                continue
            if not _PASSED.search(before + " " + behind):
                figures: dict[str, Figure] = {"printed": match.group().strip(), "value": number}
                span = subject.around(start, match, 120, 60)
                yield Hit("share-above-100", figures, (span,))


_RANK = re.compile(r"(?:hạng|thứ|vị trí|xếp)(?: thứ)?\s*(\d{1,3})\s*/\s*(\d{2,3})(?![\d/])")
_PROVINCES = 63
"""As many as there were from 2008 on; 34 since July 2025, when ranks of the years before are still told."""
_OF_PROVINCES = re.compile(r"\s*(?:tỉnh|địa phương (?:trong|trên|của|cả)|cả nước|toàn quốc)(?!\w)")
_FEWEST = 20  # "thứ 5/3" may be a day
_POINTS = re.compile(r"\d(?<![\w.,/]\d)([\d.,]*)\s*/\s*(\d[\d.,]*)\s*điểm")


_RANKED, _SCORED = sign(_RANK, needs=("/",)), sign(_POINTS, needs=("/", "điểm"))


def ranks(subject: Subject) -> Iterator[Hit]:
    """A place behind the last one, or among too many: "hạng 71/63 tỉnh", "thứ 20/65 tỉnh, thành phố"."""
    for start, words in subject.bearing(_RANKED):
        for match in _RANK.finditer(words):
            place, of = int(match[1]), int(match[2])
            if place > of >= _FEWEST:
                yield Hit("rank-out-of-range", {"place": place, "of": of}, (subject.around(start, match),))
            elif _PROVINCES < of < 2 * _PROVINCES and _OF_PROVINCES.match(words, match.end()):
                figures: dict[str, Figure] = {"place": place, "of": of, "known": _PROVINCES}
                yield Hit("rank-of-too-many", figures, (subject.around(start, match, 0, 18),))


def points(subject: Subject) -> Iterator[Hit]:
    """More points than there are: "1.050/1.000 điểm", a goal of 12 where the row gives at most 10."""
    known = [s.evidence.start for s in subject.extraction.scores if s.evidence]
    known += [b.evidence.start for t in subject.extraction.targets for b in t.baselines if b.evidence]
    for start, words in subject.bearing(_SCORED):
        for match in _POINTS.finditer(words):
            number, most = value((match.group()[0] + match[1]).rstrip(".,")), value(match[2].rstrip(".,"))
            if number is None or not most or number <= most + 1e-9:
                continue
            if not any(start + match.start() - 2 <= at < start + match.end() for at in known):
                span = subject.around(start, match)
                name = " ".join(subject.text[start : start + match.start()].strip("-+•* ").split()[-8:])
                yield Hit("points-above-maximum", {"name": name, "points": number, "max": most}, (span,))
    yield from _goals(subject)


def _goals(subject: Subject) -> Iterator[Hit]:
    tops = {(row.table, row.row): row.cells["points"] for row in subject.rows if "points" in row.cells}
    for target in subject.extraction.targets:
        place = target.evidence
        if target.unit != "points" or target.value is None or place is None:
            continue
        top = tops.get((place.table or 0, place.row or 0)) if place.table is not None else None
        most = value(subject.words(top).strip()) if top is not None and top.start != place.start else None
        if most and target.value > most + 1e-9:
            figures: dict[str, Figure] = {"name": target.indicator, "points": target.value, "max": most}
            code = next(iter(target.indicator_codes), None)
            yield Hit("points-above-maximum", figures, (subject.of(target),), code)
