"""Deadlines that cannot hold: before the document's date, outside its period; plans issued late."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extractor.analysis.audit.model import Figure, Hit, Severity
from extractor.analysis.audit.signs import sign
from extractor.analysis.audit.subject import Subject
from extractor.records import Document
from extractor.vietnamese.dates import find_dates
from extractor.vietnamese.forms import fold

_PLANS = ("plan", "decision")
"""A decision issues the plan that stands behind it."""


def deadlines(subject: Subject) -> Iterator[Hit]:
    """Deadlines before the document's date or outside the plan's period."""
    document = subject.extraction.document
    if document.kind not in (*_PLANS, "report"):
        return
    period = document.period if document.kind in _PLANS else None  # that of a report tells of its results
    begin, end = (period.start, period.end) if period else (None, None)
    dated = [
        r for r in subject.records
        if r.deadline is not None and r.deadline.due is not None
    ]  # fmt: skip
    late = [r for r in dated if end and r.deadline and r.deadline.due and r.deadline.due > end]
    usual = len(late) > max(3, len(dated) // 4)  # then the period was read too short
    for record in dated:
        assert record.deadline is not None and record.deadline.due is not None
        due, text = record.deadline.due, record.deadline.text
        code = next(iter(record.indicator_codes), None)
        spans = (subject.span(record.deadline.evidence, text), subject.of(record))
        figures: dict[str, Figure] = {"deadline": text, "due": due.isoformat()}
        if document.issued_on and due < document.issued_on:
            figures["issued"] = document.issued_on.isoformat()
            yield Hit("deadline-before-issue", figures, spans, code)
        elif begin and end and ((due < begin and _past(due, document)) or (due > end and not usual)):
            figures["period"] = f"{begin} – {end}"
            lowered: Severity | None = "info" if due > end else None
            yield Hit("deadline-outside-period", figures, spans, code, lowered)


_SPAN = re.compile(r"\(?(?:giai đoạn |từ năm |từ )?(20\d\d)\s*(?:-|–|đến(?: năm)?)\s*(20\d\d)\)?")
_GOES_ON = re.compile(r"(?<!\w)(?:chuyển tiếp|tiếp tục|đang (?:triển khai|thực hiện)|duy trì)(?!\w)")
_FEW, _SPANS = 2, 4


def begun(subject: Subject) -> Iterator[Hit]:
    """ "2024 - 2027" in a plan for 2025 - 2030, where the other rows begin with the plan or later."""
    document = subject.extraction.document
    period = document.period
    if document.kind not in _PLANS or period is None or period.start is None or period.end is None:
        return
    spans = [
        (record, record.deadline, int(match[1]))
        for record in subject.extraction.tasks
        if record.deadline and record.evidence and record.evidence.table is not None
        and (match := _SPAN.fullmatch(fold(record.deadline.text).strip(" .")))
    ]  # fmt: skip
    early = [span for span in spans if span[2] < period.start.year]
    if len(early) > _FEW or len(spans) < _SPANS:  # then the period was read too short, or works go on
        return
    for record, due, year in early:
        if not _GOES_ON.search(fold(record.quote)) and not _GOES_ON.search(fold(record.title)):
            figures: dict[str, Figure] = {"deadline": due.text, "due": f"{year}-01-01"}
            figures["period"] = f"{period.start} – {period.end}"
            where = (subject.span(due.evidence, due.text), subject.of(record))
            code = next(iter(record.indicator_codes), None)
            yield Hit("deadline-outside-period", figures, where, code, unsure=True)


def issue(subject: Subject) -> Iterator[Hit]:
    """A plan issued when most of its period is over."""
    document = subject.extraction.document
    period, day = document.period, document.issued_on
    if document.kind != "plan" or day is None or not period or not period.start or not period.end:
        return
    gone = (day - period.start).days / max((period.end - period.start).days + 1, 1)
    if gone > 0.5:
        figures: dict[str, Figure] = {"issued": day.isoformat(), "share": round(100 * min(gone, 1))}
        figures["period"] = f"{period.start} – {period.end}"
        yield Hit(
            "issued-late", figures, (subject.span(document.evidence.get("issued_on"), day.isoformat()),)
        )


_IN_FORCE = re.compile(
    r"(?<!\w)(?:quyết định|kế hoạch|chương trình|quy chế|nghị quyết) này có hiệu lực(?: thi hành)?(?: kể)? từ"
    r"(?: ngày)? (?P<day>\d{1,2})(?:/| tháng )(?P<month>\d{1,2})(?:/| năm )(?P<year>20\d\d)"
)
_FORCE = sign(_IN_FORCE)


def in_force(subject: Subject) -> Iterator[Hit]:
    """ "Quyết định này có hiệu lực thi hành từ ngày 01/3/2024", signed on 28/3/2024."""
    issued = subject.extraction.document.issued_on
    if issued is None:
        return
    for start, words in subject.telling(_FORCE):
        for match in _IN_FORCE.finditer(words):
            try:
                due = date(int(match["year"]), int(match["month"]), int(match["day"]))
            except ValueError:
                continue  # the rule on impossible dates tells it
            if due < issued:
                figures: dict[str, Figure] = {"deadline": match.group(), "due": due.isoformat()}
                figures["issued"] = issued.isoformat()
                yield Hit("deadline-before-issue", figures, (subject.around(start, match),))


_BY_YEAR = re.compile(r"(?<!định hướng )(?<!tầm nhìn )(?<!\w)đến (?:hết |cuối )?năm (20\d\d)(?!\s*[-–])")


def horizons(subject: Subject) -> Iterator[Hit]:
    """A target of a yearly plan that is due in a later year."""
    period = subject.extraction.document.period
    if period is None or period.start is None or period.end is None or period.start.year != period.end.year:
        return
    for target in subject.extraction.targets:
        words = fold(target.quote)
        year = _BY_YEAR.search(words)
        if year and words[: year.start()].count("(") > words[: year.start()].count(")"):
            continue  # "đạt 12% (đến năm 2025 đạt 20%)" only tells where the road leads
        timed = target.deadline is not None and target.deadline.due is not None
        if year and int(year[1]) > period.end.year and not timed and target.value is not None:
            figures: dict[str, Figure] = {"deadline": year.group(), "due": f"{year[1]}-12-31"}
            figures["period"] = f"{period.start} – {period.end}"
            code = next(iter(target.indicator_codes), None)
            yield Hit("deadline-outside-period", figures, (subject.of(target),), code, "info")


def _past(due: date, document: Document) -> bool:
    """Before the document: work that prepares a period may well be due before it begins."""
    return document.issued_on is None or due < document.issued_on


_DONE_BY = re.compile(
    r"(?:hoàn thành|xong|kết thúc|chậm nhất|thời hạn|thời gian|trước|trong|vào|đến hết|hết|đến)"
    r"(?: thực hiện| hoàn thành| xong)?(?: là| vào| trong| trước| đến| hết)*(?: ngày)?\s*:?\s*$"
)
_WHEN = re.compile(
    r"(?:quý [ivx\d]+(?:/|\s*năm )|tháng \d{1,2}(?:/|\s*năm )|ngày \d{1,2}/\d{1,2}/|\d{1,2}/\d{1,2}/)"
    r"(20\d\d)(?!\d)"
)


def in_prose(subject: Subject) -> Iterator[Hit]:
    """Quarters, months and days of later years than the plan's, given as deadlines in the words of a task."""
    document = subject.extraction.document
    period = document.period
    if document.kind != "plan" or period is None or period.end is None:
        return
    known = [r.deadline.evidence for r in subject.records if r.deadline is not None and r.deadline.evidence]
    for task in subject.extraction.tasks:
        place = task.evidence
        if place is None or place.table is not None or subject.source is None:
            continue
        words = subject.folded[place.start : place.end]
        for match in _WHEN.finditer(words):
            start, end = place.start + match.start(), place.start + match.end()
            if int(match[1]) <= period.end.year or not _DONE_BY.search(words[: match.start()]):
                continue
            dates = find_dates(subject.text[start:end])
            due = dates[-1].last if dates else None
            if due is None or due <= period.end or any(e.start < end and start < e.end for e in known):
                continue
            figures: dict[str, Figure] = {"deadline": match.group(), "due": due.isoformat()}
            figures["period"] = f"{period.start} – {period.end}"
            spans = (subject.at(start, end), subject.of(task))
            yield Hit(
                "deadline-outside-period", figures, spans, next(iter(task.indicator_codes), None), "info"
            )
