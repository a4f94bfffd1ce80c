"""Measurability: targets that nobody can check, figures that are missing, tasks that promise nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from extractor import gazetteers
from extractor.analysis.audit.apart import timed_elsewhere
from extractor.analysis.audit.beside import beside_blank
from extractor.analysis.audit.consistency import column_year
from extractor.analysis.audit.coverage import only_names_unit
from extractor.analysis.audit.model import Figure, Hit, Severity
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.records import Deadline, Target, Task
from extractor.vietnamese.forms import fold

_BOUND = r"(?:tối thiểu|ít nhất|tối đa|không dưới|không quá|không thấp hơn|từ|trên|hơn|khoảng)"
_DOTS = r"(?:\.{2,}|…[.…]*|_{2,})"
# "đạt tối thiểu," or "đạt trên Tỷ lệ …" or "Tối thiểu … lượt", "ít nhất    %": the figure is not there
_NO_FIGURE = re.compile(
    rf"(?<!\w)đạt {_BOUND}(?=\s*(?:[,;:)]|\.(?!\w|\.)|$)|\s+(?:tỷ lệ|tỉ lệ|năng suất)\s)|"
    rf"(?<!\w)(?:đạt|{_BOUND})(?:\s+(?:tỷ lệ|từ|trên))?(?=\s*%|\s*{_DOTS}\s*(?:%|[^\W\d_]))"
)
# What every such place holds, found faster than the place itself
_HOLE = re.compile(r"%(?<!\d%)|\.\.|…|__|đạt(?= (?:tối|ít|không|từ|trên|hơn|khoảng))")
_UNFILLED = sign(_HOLE)
_LONE_BOUND = re.compile(r"(?<!\w)(?:tối thiểu|ít nhất)(?=\s*[,;])")


@cache
def vague_words(tasks: bool = False) -> re.Pattern[str]:
    """What makes an aim vague; with ``tasks`` only what makes a task one that may be left undone."""
    rows = (r for r in gazetteers.rows("vague_targets") if not tasks or r["in_tasks"] == "yes")
    cues = gazetteers.any_of(r["cue"] for r in rows)
    return re.compile(r"(?<!\w)(?:" + cues + r")(?!\w)")


_COUNTABLE = re.compile(
    r"(?<![\w./,-])(?<!chỉ số )(?<!mục )(?<!bảng )(?<!nhóm )(?<!năm )(?<!tháng )(?<!điểm )\d[\d.]*"
    r"(?= [^\W\d_])(?! (?:điểm|tháng|năm)(?!\w))|"
    r"(?<!\w)(?:không (?:để|còn|có|xảy ra|phát sinh)|đạt điểm tối đa|tất cả|toàn bộ)(?!\w)|"
    r"theo (?:mức|chỉ tiêu|mục tiêu)[^.;]{0,24} (?:tại|ở) (?:điểm|khoản|mục|phần|phụ lục)(?!\w)|"
    r"(?<!\w)(?:mức độ|cấp độ) \d(?![\d%])"
)
_BRACKETED = re.compile(r"\([^()]*\)")
"""What can be counted although no value was read: figures, none at all, all there are, full points."""


def targets(subject: Subject) -> Iterator[Hit]:
    """Targets bound to circumstances or without anything to measure."""
    for target in subject.extraction.targets:
        code = target.indicator_codes[0] if target.indicator_codes else None
        cue = vague_words().search(fold(target.quote))
        if cue:
            figures = {"target": subject.named(target), "words": cue.group(), "value": target.value}
            lowered: Severity | None = "info" if target.value is not None else None
            yield Hit("vague-target", figures, (subject.of(target),), code, lowered)
        elif (
            target.kind == "qualitative"
            and not _is_state(subject, code)
            and not _COUNTABLE.search(_BRACKETED.sub("", fold(target.quote)))
            and not _comes_once(fold(target.quote))
        ):
            figures = {"target": target.quote[:160]}
            yield Hit("target-without-figure", figures, (subject.of(target),), code)


def _is_state(subject: Subject, code: str | None) -> bool:
    """Indicators that ask whether something is there: "đã có" is all there is to say."""
    return code is not None and code in subject.catalog and subject.catalog[code].measure == "state"


_DATED = re.compile(r"ngày\s+\d|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d")
"""A day, of the calendar or of each month or quarter: "trước ngày 20 của tháng cuối quý" comes due."""
_NO_END = re.compile(
    r"(?<!\w)(?:(?:và|,|;|-|–) ?(?:các |những )?(?:năm|giai đoạn|thời gian)"
    r" (?:tiếp theo|tiếp sau|kế tiếp|sau)|trở đi|"
    r"(?:cho )?(?:đến|tới) khi (?:hoàn thành|xong|hoàn tất|đạt yêu cầu))(?!\w)"
)
_ACT = (
    r"(?:chính sách|quy chế|quy định|quy trình|quy hoạch|kế hoạch|chương trình|đề án|dự án|nghị quyết|"
    r"quyết định|kiến trúc|danh mục|bộ (?:tiêu chí|chỉ số|quy)|cơ chế|tiêu chuẩn|"
    r"định mức|hướng dẫn|chiến lược|văn bản)"
)
_ENDS = re.compile(
    r"(?:nghiên cứu,? |rà soát,? |tham mưu (?:ubnd (?:tỉnh|huyện|thành phố) )?|khẩn trương |chủ trì,? |"
    r"hoàn thành )*"
    r"(?:(?:xây dựng|soạn thảo|lập|trình|phê duyệt)(?:,? (?:và )?(?:trình|ban hành|phê duyệt))*"
    rf"(?: \w+){{0,3}}? {_ACT}|ban hành(?! kịp thời| đầy đủ các văn bản)|phê duyệt|thành lập|kiện toàn)(?!\w)"
)
"""Work that is done once: what is to be issued, approved or set up."""
_BY_A_DAY = re.compile(
    r"(?<!\w)(?:trong|trước|vào|hết|chậm nhất|xong|hoàn thành)(?: (?:là|trong|ngày|cuối|hết))* "
    r"(?:quý (?:[iv]{1,3}|\d)|tháng \d{1,2}|\d{1,2} tháng \d{1,2}|\d{1,2}/\d{1,2})\s?(?:/|năm ) ?20\d\d"
)
"""By when it is to be there; the day of an act that is cited has no such word before it."""


def _comes_once(words: str) -> bool:
    """ "Ban hành Nghị quyết … trong quý II/2026": on that day it is there or it is not."""
    return _ENDS.match(words.lstrip("-–+*•() 0123456789.")) is not None and bool(_BY_A_DAY.search(words))


_EACH_YEAR = re.compile(
    r"(?<!\w)(?:hằng năm|hàng năm|từng năm|mỗi năm|định kỳ|thường xuyên|kế hoạch năm)(?!\w)"
)
_WITHIN_YEAR = re.compile(r"(?<!\w)(?:quý|tháng)(?!\w)")
_NEAR_VERB = 80


def tasks(subject: Subject) -> Iterator[Hit]:
    """Tasks without a target, and deadlines that never come."""
    aimed = {t.task for t in subject.extraction.targets} | {t.assigned_by for t in subject.extraction.targets}
    covered = {c for t in subject.extraction.targets for c in t.indicator_codes}
    dated = set(_dated_by_column(subject)) | timed_elsewhere(subject)
    for task in subject.extraction.tasks:
        code = task.indicator_codes[0] if task.indicator_codes else None
        elsewhere = bool(covered.intersection(task.indicator_codes))  # a goal that the task serves
        aimless = task.id not in aimed and not elsewhere and not subject.has_target_cell(task)
        aimless = aimless and not _FIGURE.search(task.deliverable or "")
        if aimless and (task.lead_units or not only_names_unit(task.title)):
            lowered: Severity | None = None if task.indicator_codes else "info"
            yield Hit("task-without-target", {"task": task.title}, (subject.of(task),), code, lowered)
        if task.deadline is not None and _never_due(task, task.deadline):
            figures = {"task": task.title, "deadline": task.deadline.text}
            aim = _countable_aim(subject, task)
            spans = (subject.span(task.deadline.evidence, task.deadline.text), subject.of(task))
            # what could be counted by a day makes the lack of one plain
            yield Hit("deadline-without-date", figures, (*spans, *([subject.of(aim)] if aim else [])), code)
        elif task.deadline is None and task.lead_units and task.id not in dated:
            where = (subject.of(task), *beside_blank(subject, task, "deadline"))
            yield Hit("task-without-deadline", {"task": task.title}, where, code)


_FIGURE = re.compile(r"(?<![\w/])\d[\d.,]*(?: ?%|\s[^\W\d_])(?! ?/)")
"""Of a product or result: "tối thiểu 90% dân số …", "02 báo cáo"."""


def _dated_by_column(subject: Subject) -> Iterator[str | None]:
    """Tasks of rows whose goal stands under a year ("Mục tiêu 2024"), in tables without a column of times."""
    timed = {row.table for row in subject.rows if "deadline" in row.cells}
    for target in subject.extraction.targets:
        place = target.evidence
        if place is not None and place.table not in timed and column_year(subject, target):
            yield target.task


_HOW_OFTEN = re.compile(
    r"/ ?(?:ngày|tuần|tháng|quý|năm)(?!\w)|(?<!\w)(?:mỗi|hằng|hàng) (?:ngày|tuần|tháng|quý|năm)(?!\w)"
)


def _countable_aim(subject: Subject, task: Task) -> Target | None:
    """A target of the task with a value to reach once; how often something is done suits "thường xuyên"."""
    own = (t for t in subject.extraction.targets if t.task == task.id and t.value is not None)
    return next((t for t in own if not _HOW_OFTEN.search(fold(t.quote))), None)


def _never_due(task: Task, deadline: Deadline) -> bool:
    """ "Thường xuyên"; "năm 2023 và các năm tiếp theo" for what is to be issued."""
    if _DATED.search(deadline.text):
        return False
    if deadline.due is None:
        return True
    words, told = fold(task.title), fold(deadline.text)
    ends = _ENDS.match(words) and not _EACH_YEAR.search(words.partition(";")[0][:_NEAR_VERB])
    return bool(ends and _NO_END.search(told)) and not _WITHIN_YEAR.search(told)


_SOON = re.compile(
    r"(?<!\w)(?:sớm (?:hoàn thành|ban hành|hoàn thiện|triển khai|khắc phục|có|đưa|trình|thành lập)|"
    r"(?:trong )?thời gian (?:sớm nhất|ngắn nhất|tới)|vào thời điểm (?:thích hợp|phù hợp)|"
    r"(?:ngay )?khi có hướng dẫn(?: của [^,.;]{3,40})?|trong giai đoạn tới|lâu dài)(?!\w)"
)


def soon(subject: Subject) -> Iterator[Hit]:
    """ "sớm hoàn thành …", "trong thời gian tới": a time that never comes due."""
    for task in subject.extraction.tasks:
        place = task.evidence
        if place is None or place.table is not None or subject.source is None or task.deadline is not None:
            continue
        cue = _SOON.search(subject.folded, place.start, place.end)
        if cue:
            code = next(iter(task.indicator_codes), None)
            figures: dict[str, Figure] = {"task": task.title, "deadline": cue.group()}
            yield Hit("deadline-without-date", figures, (subject.at(*cue.span()), subject.of(task)), code)


_MEASURED = {"percent": "tỷ lệ %", "count": "số lượng", "vnd": "số tiền"}


def measures(subject: Subject) -> Iterator[Hit]:
    """A target in percent whose past is told as a number, or the other way round: nobody can compare."""
    for target in subject.extraction.targets:
        own = target.unit
        scored = any(past.unit == "points" for past in target.baselines)  # a percent is that of the points
        told = [p for p in target.baselines if p.unit in _MEASURED and not (scored and p.unit == "percent")]
        if own not in _MEASURED or target.value is None or not told or any(p.unit == own for p in told):
            continue
        figures: dict[str, Figure] = {"target": subject.named(target), "measure": _MEASURED[own]}
        figures |= {"value": told[0].value, "other": _MEASURED[told[0].unit]}
        spans = (subject.of(target), subject.span(told[0].evidence, target.quote))
        yield Hit("baseline-other-measure", figures, spans, next(iter(target.indicator_codes), None))


_FULL_POINTS = re.compile(r"(?<!\w)(?:đã đạt|điểm|mức|được|đạt mức) tối đa$")  # the most that there is


def missing_figures(subject: Subject) -> Iterator[Hit]:
    """ "đạt tối thiểu" and no number behind it; once a sentence."""
    for start, words in subject.bearing(_UNFILLED):
        end = start + len(words)
        reported = -1
        for match in _NO_FIGURE.finditer(words):
            if match.start() < reported or _FULL_POINTS.search(words[: match.end()]):
                continue
            stop = words.find(".", match.end())
            reported = end if stop < 0 else start + stop
            others = len(_LONE_BOUND.findall(words[match.start() :]))
            span = subject.around(start, match, 80, 80)
            yield Hit("missing-figure", {"words": match.group(), "others": others}, (span,))
            break


_LEVEL = re.compile(
    r"(?<!\w)(?:đảm bảo|bảo đảm|duy trì|giữ|đạt|nâng|phấn đấu|bố trí)(?!\w)[^.;:\d]{0,140}?(?<!\w)"
    r"ở mức (?:cao nhất|tốt nhất|trung bình khá|khá|cao|tốt|hợp lý|phù hợp|"
    r"tương đối)(?!\w)(?![^.;]{0,40}\d)"
)
_PUSH = re.compile(
    r"\A[-–+*•]?\s*(?:tiếp tục |phấn đấu )?(?:thúc đẩy|gia tăng|tăng|nâng cao|nâng|đẩy mạnh|cải thiện)"
    r" (?:số lượng|tỷ lệ|tỉ lệ|tỷ trọng) [^.;:\d]{8,200}[.;]?\s*$"
)
_MARKED = r"\A(?:[-–+*•]\s*|[a-zđ][.)]\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s*)?"
_BETTER = (
    r"ngày càng (?:lớn|cao|nhiều|tốt|tăng|hài lòng|thuận lợi|hiệu quả|rộng|phát triển|hoàn thiện)|"
    r"tăng trưởng khá|"
    r"(?:tăng|giảm|cải thiện|tiến bộ) (?:đáng kể|rõ rệt|rõ nét|mạnh)|(?:được )?nâng lên(?: rõ rệt|"
    r" một bước)?(?!\w)|"
    r"chuyển biến (?:rõ rệt|rõ nét|mạnh mẽ|tích cực)|tốt (?:hơn|lên)(?!\w)|hài lòng hơn|thuận lợi hơn|"
    r"(?:cao|nhiều|nhanh|rộng|gọn) hơn(?! so với)(?!\w)|khởi sắc|khả quan"
)
_BOUND_TO = (
    r"phù hợp (?:với )?(?:điều kiện|tình hình|khả năng|nhu cầu|thực tế)|khi có (?:điều kiện|kinh phí)|"
    r"theo (?:khả năng|điều kiện|nhu cầu|tình hình|nguồn lực)|nếu có điều kiện|tùy (?:theo|thuộc|tình hình)"
)
_LOOSE = re.compile(
    rf"{_MARKED}(?:[^;:\d]{{0,120}}?(?<!\w)(?:một số|thêm các|vài|nhiều) [^;:\d]{{4,140}}?"
    rf"(?<!\w)(?:{_BOUND_TO})(?!\w)[^;\d]{{0,80}};?$|"
    r"(?:nhiều|phần lớn|hầu hết|đa số|đông đảo) (?:người|hộ|doanh nghiệp|cơ quan|đơn vị|"
    rf"bệnh nhân|"
    r"xã|thôn|cán bộ|hồ sơ|tổ chức|trường|học sinh|giáo viên|phụ huynh|nông dân|thủ tục|"
    r"dịch vụ)[^;\d]{8,200}$|"
    rf"[^;:\d]{{8,120}}?(?:{_BETTER})[^;\d]{{0,120}}$)"
)
_UNMARKED = re.compile(_MARKED)
_LEVELS, _PUSHES = sign(_LEVEL, needs=("ở mức",)), sign(_PUSH)
_AHEAD = re.compile(r"[^\W\d_]?[ivx\d.)# ]{0,8}(?:phương hướng|mục tiêu|chỉ tiêu|kế hoạch năm)")
_NEAR_HEAD, _UNDER_HEAD = 12, 60
_ROMAN = re.compile(r"[ivx]{1,5}[.)] |phần |phụ lục |(?:nhiệm vụ|giải pháp|tổ chức thực hiện)\W*$")
_ITEM = re.compile(r"[-–+*•]|\(?\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)]")


def _under(subject: Subject, head: int) -> Iterator[tuple[int, str]]:
    """The lines near a heading, and the items that go on until the next one of its kind."""
    numbered = _ROMAN.match(subject.prose[head][1]) is not None
    for i, line in enumerate(subject.prose[head + 1 : head + 1 + _UNDER_HEAD]):
        if i >= _NEAR_HEAD and (not numbered or _ROMAN.match(line[1]) or not _ITEM.match(line[1])):
            return
        yield line


def levels(subject: Subject) -> Iterator[Hit]:
    """ "bảo đảm tỷ lệ … ở mức khá", "Thúc đẩy số lượng giao dịch.": aims that nobody can check.

    Only those that were not read as targets or tasks of their own.
    """
    kind = subject.extraction.document.kind
    heads = [i for i, (_, words) in enumerate(subject.prose) if len(words) < 120 and _AHEAD.match(words)]
    goals = {line for i in heads for line in _under(subject, i) if len(line[1]) < 300}
    bearing = sorted({*subject.telling(_LEVELS | _PUSHES), *(g for g in goals if _LOOSE.match(g[1]))})
    if not bearing:
        return
    records = sorted(r.evidence.start for r in subject.records if r.evidence is not None)
    for start, words in bearing:
        ahead = kind == "plan" or (start, words) in goals
        level, push = (_LEVEL.search(words), _PUSH.match(words)) if ahead else (None, None)
        loose = _LOOSE.match(words) if (start, words) in goals else None
        match = level or push or loose
        if match is None:
            continue
        low, high = start + match.start(), start + match.end()
        at = bisect_left(records, low - 3)
        if at < len(records) and records[at] < high:
            continue  # the rules on targets and tasks speak of it
        span = subject.around(start, match)
        if level:
            figures: dict[str, Figure] = {"target": span.quote[:160], "value": None}
            figures["words"] = level.group()[level.group().rindex("ở mức") :]
            yield Hit("vague-target", figures, (span,), severity="info")
        else:
            yield Hit(
                "target-without-figure",
                {"target": _UNMARKED.sub("", span.quote[:160]).strip(" -–+*•")},
                (span,),
            )


def one_deadline(subject: Subject) -> Iterator[Hit]:
    """A plan that gives all its tasks the same deadline: nobody can tell what comes first."""
    timed = [t.deadline for t in subject.extraction.tasks if t.deadline is not None]
    if len(timed) >= 10 and len({fold(d.text) for d in timed}) == 1:
        figures = {"count": len(timed), "deadline": timed[0].text}
        yield Hit("one-deadline-for-all", figures, (subject.span(timed[0].evidence, timed[0].text),))
