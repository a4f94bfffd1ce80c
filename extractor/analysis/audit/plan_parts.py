"""Parts that a whole plan lacks: where its money comes from, when reports are due, where it starts from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.analysis.audit.clauses import SENTENCE
from extractor.analysis.audit.model import Figure, Hit
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.analysis.audit.whole_plan import whole
from extractor.structure.markers import marker_of
from extractor.vietnamese.forms import fold

_MONEY = (
    r"(?:kinh phí|nguồn vốn|vốn|dự toán|ngân sách|nguồn tài chính|nguồn lực tài chính|xã hội hóa|xã hội hoá)"
)
_FUNDS = re.compile(rf"(?<!\w){_MONEY}(?!\w)")
_FUNDS_HEAD = re.compile(
    r"(?:về |giải pháp (?:về )?|nguồn |nhu cầu |dự kiến |khái toán |bảo đảm |đảm bảo |bố trí |huy động |"
    r"cơ chế,? |chính sách,? )*(?:kinh phí|nguồn lực|dự toán|tài chính|vốn|ngân sách)(?!\w)"
)
# "kinh phí thực hiện …", "bố trí nguồn vốn", "do ngân sách tỉnh bảo đảm": so the plan is paid for
_PAID = re.compile(
    rf"(?<!\w){_MONEY}(?: sự nghiệp| đầu tư| thường xuyên| nhà nước)*"
    r" (?:(?:để |cho việc |phục vụ )?(?:thực hiện|triển khai|tổ chức|hoạt động|bảo đảm|đảm bảo|xây dựng)|"
    r"được (?:bố trí|cấp|lấy|giao|bảo đảm|đảm bảo|cân đối|sử dụng)|(?:lấy |sử dụng |bố trí )?từ|do)(?!\w)|"
    r"(?<!\w)(?:bố trí|cân đối|phân bổ|huy động|lồng ghép|lập|thẩm định|ưu tiên|tham mưu|đề xuất|"
    rf"tổng hợp|cấp|nguồn|tổng|nhu cầu|bảo đảm|đảm bảo|từ|do|bằng|dự kiến)(?: \w+){{0,4}}? {_MONEY}(?!\w)"
)
# Spending that the index itself measures is paid for, not the plan
_OF_ONE_THING = re.compile(
    r"(?<!\w)(?:kinh phí|ngân sách|chi|vốn)(?: \w+){0,8}? cho (?:các )?(?:hoạt động |công tác |lĩnh vực )?"
    r"(?:bảo đảm |đảm bảo )?(?:an toàn|attt|kinh tế số|xã hội số|chính quyền số|nhân lực|tổ công nghệ)|"
    r"(?<!\w)(?:kinh phí|chi)(?: cho)? (?:an toàn thông tin|attt)(?!\w)"
)
_ONLY_WORDS = re.compile(
    r"(?<!\w)(?:(?:chính sách|quy định|định mức)(?: \w+){0,8}? (?:kinh phí|ngân sách)|"
    r"(?:tỷ lệ chi|tổng chi|thu - chi|thu,? chi|luật|quản lý|thu|nộp) (?:ngân sách|vốn))(?: nhà nước)?(?!\w)"
)
"""Policies, laws and the work of treasurers."""
_MONEY_COLUMN = re.compile(r"(?:dự kiến |nguồn |tổng |nhu cầu |khái toán )*(?:kinh phí|vốn|dự toán)(?!\w)")
_SHORT, _BEHIND = 100, 4
_TOLD = sign(_FUNDS) | sign(_FUNDS_HEAD)
_SUM = re.compile(
    r"\d\s*(?:nghìn |ngàn |triệu |tỷ |tỉ )?(?:đồng|vnđ|vnd)(?!\w)|\d\s*(?:tỷ|tỉ|triệu|tr\.?đ)(?!\w)"
)
_IN_MONEY = re.compile(r"(?:nghìn|ngàn|triệu|tỷ|tỉ) (?:đồng|vnđ|vnd)|đơn vị(?: tính)?\s*:\s*đồng|\(đồng\)")
_SUMS = sign(_SUM, _IN_MONEY)
_STANDS_ELSEWHERE = re.compile(
    r"phụ lục|biểu|danh mục|bảng|(?:không|chưa) (?:phát sinh|sử dụng|bố trí)|"
    r"(?:quyết định|nghị quyết|kế hoạch|đề án|chương trình|dự án)(?: \w+){0,6}? số \d"
)


def funding(subject: Subject) -> Iterator[Hit]:
    """A plan that does not say where its money comes from, or says so without any sum."""
    plan = whole(subject)
    if plan is None:
        return
    told = list(_funding(subject))
    if not told and not _has_money_column(subject):
        # the part that lacks would stand before the last words
        yield Hit("funding-absent", {}, (plan.title, plan.closing))
    elif told and not subject.bearing(_SUMS) and not _points_elsewhere(subject, told):
        yield Hit("funding-without-sum", {}, tuple(subject.at(s, s + len(words)) for s, words in told[:3]))


def _funding(subject: Subject) -> Iterator[tuple[int, str]]:
    """Headings and paragraphs that tell of the money of the plan."""
    for start, words in subject.telling(_TOLD):
        head = words[marker_of(subject.text[start : start + len(words)])[2] :].lstrip()
        headed = len(words) < _SHORT and _FUNDS_HEAD.match(head) and not _OF_ONE_THING.search(words)
        if headed or any(_pays(sentence.group()) for sentence in SENTENCE.finditer(words)):
            yield start, words


def _pays(sentence: str) -> bool:
    return bool(_PAID.search(_ONLY_WORDS.sub("", sentence))) and not _OF_ONE_THING.search(sentence)


def _has_money_column(subject: Subject) -> bool:
    """A table with a column of money."""
    return any(
        _MONEY_COLUMN.match(subject.low(cell))
        for _, grid in subject.grids for row in grid[:2] for cell in row if cell is not None
    )  # fmt: skip


def _points_elsewhere(subject: Subject, told: list[tuple[int, str]]) -> bool:
    """The sum stands in an annex or in another act, or none is needed."""
    places = {start: i for i, (start, _) in enumerate(subject.prose)}
    near = {i + n for i in (places[start] for start, _ in told) for n in range(_BEHIND)}
    words = (subject.prose[i][1] for i in sorted(near) if i < len(subject.prose))
    return any(map(_STANDS_ELSEWHERE.search, words)) or _has_money_column(subject)


_WHEN = re.compile(
    r"(?<!\w)(?:(?:hằng|hàng|từng|mỗi|theo) (?:ngày|tuần|tháng|quý|năm)|ngày (?:mùng )?\d|trước \d|"
    r"\d{1,2}/\d{1,2}|quý (?:[ivx\d]+)(?!\w)|(?:0?[369]|ba|sáu|chín) tháng|tháng \d|"
    r"cuối (?:tháng|quý|năm|kỳ)|cả năm|hai tuần|\d+ (?:lần|tuần|ngày)|giữa (?:kỳ|năm))"
)
_REPORTS = re.compile(
    r"(?<!\w)(?:báo cáo|sơ kết|tổng kết|cung cấp số liệu|giao ban|kiểm điểm|"
    r"gửi(?: \w+){0,6}? (?:kết quả|số liệu)|(?:kết quả|số liệu)(?: \w+){0,8}? gửi)(?!\w)"
)
_OTHER_REPORTS = re.compile(
    r"\d\s*%|báo cáo (?:thống kê|dự báo|chuyên đề|tài chính)|"
    r"(?:hệ thống|phần mềm|nền tảng)(?: thông tin)? báo cáo"
)
_CITED = re.compile(r"số \d\S*(?:,? ngày \d{1,2}(?:[/-]\d{1,2}[/-]| tháng \d{1,2} năm )\d{4})?")
_REPORTED_ROW = re.compile(
    r"(?:chế độ|định kỳ|tổng hợp,?|gửi|xây dựng) báo cáo|báo cáo (?:kết quả|tình hình|tiến độ|định kỳ)"
)
_REPORTING = sign(_REPORTS)
_FOLLOWED = re.compile(
    r"(?<!\w)(?:báo cáo|theo dõi|đôn đốc|kiểm tra|giám sát|tổng hợp|đánh giá)(?!\w)[^.;]{0,80}?"
    r"(?:kết quả|tình hình|tiến độ|việc|số liệu)(?: tổ chức| phục vụ)? (?:thực hiện|triển khai|báo cáo)"
)
_FOLLOWING = sign(_FOLLOWED)
"""Where it would be said when to report."""


def reporting(subject: Subject) -> Iterator[Hit]:
    """A plan no sentence of which says when reports are due."""
    plan = whole(subject)
    if plan is None:
        return
    if any(map(_is_timed_report, (words for _, words in subject.telling(_REPORTING)))) or _in_rows(subject):
        return
    behind = plan.organising[0] if plan.organising else 0
    places = [
        (start, _FOLLOWED.search(words)) for start, words in subject.telling(_FOLLOWING) if start > behind
    ]
    head = subject.at(*plan.organising) if plan.organising else plan.title
    near = (subject.around(start, match, 30) for start, match in places[:3] if match)
    yield Hit("reporting-absent", {}, (head, *near))


def _is_timed_report(words: str) -> bool:
    clauses = (_CITED.sub("", sentence.group()) for sentence in SENTENCE.finditer(words))
    return any(_REPORTS.search(c) and _WHEN.search(c) and not _OTHER_REPORTS.search(c) for c in clauses)


def _in_rows(subject: Subject) -> bool:
    """A row of a table that tells of reports, with a time."""
    rows = ([subject.low(cell) for cell in row] for _, grid in subject.grids for row in grid)
    return any(any(map(_REPORTED_ROW.search, cells)) and any(map(_WHEN.search, cells)) for cells in rows)


_RAISING = re.compile(
    r"(?<!\w)(?:nâng|cải thiện|khắc phục|duy trì|tăng|nâng cao)(?!\w)[^.;]{0,80}?(?<!\w)"
    r"(?:dti|chỉ số (?:đánh giá )?(?:mức độ )?chuyển đổi số|xếp hạng)(?!\w)"
)
_MANY_CODES, _OFTEN = 40, 4
_RAISED = sign(_RAISING)
_RESULT = re.compile(
    r"(?<!\w)(?:xếp|đứng|vị trí|thứ hạng|xếp hạng|hạng)(?: hạng| thứ| vị trí| ở)* \d{1,2}(?!\d|\s*%)|"
    r"\d{1,2}/(?:63|34)(?!\d)|"
    r"(?<!\w)(?:tổng (?:số )?điểm|giá trị|điểm số|đạt|được|dti|chuyển đổi số)(?: [^\W\d]+| 20\d\d|:){0,6}?"
    r" (?:\d{3}(?:[.,]\d+)?(?:/1\.?000)?(?= điểm|\s*$|[,;)])|0[.,]\d{2,4}(?!\d|/\d|\s*%))"
)
_AIMED = re.compile(r"(?<!\w)(?:phấn đấu|mục tiêu|vươn lên|trở lên|nằm trong|đưa|vào nhóm)(?!\w)")
_RESULTS = sign(_RESULT)


def overall_result(subject: Subject) -> Iterator[Hit]:
    """A plan to raise the index that tells neither the score nor the rank reached before."""
    plan = whole(subject)
    if plan is None:
        return
    title = subject.extraction.document.title
    raising = [(s, m) for s, words in subject.telling(_RAISED) for m in _RAISING.finditer(words)]
    about = _RAISING.search(fold(title)) if title else len(raising) >= _OFTEN
    if not (about or len(subject.codes) >= _MANY_CODES) or not raising:
        return
    if any(score.indicator_code is None or score.rank for score in subject.extraction.scores):
        return
    for _, words in subject.bearing(_RESULTS):
        clauses = [s.group() for s in SENTENCE.finditer(words)]
        if any(_RESULT.search(c) and not _is_aim(subject, c) for c in clauses):
            return
    figures: dict[str, Figure] = {"codes": len(subject.codes)}
    aims = sorted(raising, key=lambda aim: "hạng" not in aim[1].group())  # those for a rank say it best
    spans = tuple(subject.around(start, match, 0, 40) for start, match in aims[:2])
    yield Hit("overall-result-absent", figures, (plan.title, *spans))


def _is_aim(subject: Subject, clause: str) -> bool:
    """What is sought, and no result of an earlier year beside it."""
    period = subject.extraction.document.period
    own = period.start.year if period and period.start else None
    years = [int(y) for y in re.findall(r"(?<!\d)20\d\d(?!\d)", clause)]
    return bool(_AIMED.search(clause)) and not any(own and y < own for y in years)
