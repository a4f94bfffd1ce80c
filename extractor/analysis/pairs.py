"""Which result answers which target: same place, same indicator (by code, else by wording), unit and tier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from extractor.records import Actual, Document, Extraction, Target, Task
from extractor.vietnamese.forms import fold, squeeze

_WORDED_ALIKE = 86.0
"""Likeness of wordings (0 to 100) from which they mean the same without a code."""
_CODED_ALIKE = 45.0
"""Likeness that one code asks for besides: one indicator may be measured in two ways."""
_TOLD_ALIKE = 58.0
"""Likeness that suffices where the report's own share of the target agrees with the two figures."""
_FLOWS = frozenset({"count", "vnd"})

Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Aim:
    """A target of a plan: by when, and from when its results count."""

    plan: Document
    catalog: str | None
    target: Target
    since: date | None
    due: date | None
    leads: tuple[str, ...] = ()

    @property
    def code(self) -> str | None:
        """The indicator that it measures first of all."""
        return self.target.indicator_codes[0] if self.target.indicator_codes else None

    def covers(self, result: Result) -> bool:
        """Whether a result falls into the target's period (a plan of several years takes all of them)."""
        until = result.until
        if until is None:
            return self.due is None
        if self.due is not None and until > date(self.due.year, 12, 31):
            return False
        return self.since is None or until > self.since

    def is_whole(self, result: Result) -> bool:
        """Whether a result counts from the beginning: one month's count says little of a year's target."""
        if result.actual.unit not in _FLOWS or result.actual.denominator is not None:
            return True
        since = result.actual.period.start
        if since is None or self.since is None:
            return True
        return (since - self.since).days <= 31


@dataclass(frozen=True, slots=True)
class Result:
    """A result of a report. ``since`` and ``until`` are its own period's, or else the report's."""

    report: Document
    catalog: str | None
    actual: Actual
    place: Place | None
    since: date | None
    until: date | None
    assumed: bool = False
    """Whether the end is the report's, because the result's own words are silent."""


def place_of(document: Document) -> Place | None:
    """Whose plans and reports belong together: a province with its agencies, a district, a commune."""
    if document.level in {"district", "commune"}:
        return (document.level, squeeze(document.issuer)) if document.issuer else None
    if document.province:
        return ("province", squeeze(document.province))
    return ("issuer", squeeze(document.issuer)) if document.issuer else None


def aims_of(plan: Extraction) -> Iterator[Aim]:
    """Targets of a document with a number, in order, with the period that its results count in."""
    tasks = {task.id: task for task in plan.tasks}
    period = plan.document.period
    for target in plan.targets:
        task = tasks.get(target.task or "")
        due = _due(target, task) or (period.end if period else None)
        since = period.start if period else None
        if due is not None and since is not None and due < since:
            since = None
        units = target.lead_units or (task.lead_units if task else ()) or ()
        yield Aim(
            plan.document, plan.catalog, target, since, due, tuple(dict.fromkeys(u.name for u in units))
        )


def _due(target: Target, task: Task | None) -> date | None:
    for deadline in (target.deadline, task.deadline if task else None):
        if deadline is not None and deadline.due is not None:
            return deadline.due
    return None


def results_of(report: Extraction) -> Iterator[Result]:
    """Results of a report in order; one that names no time is taken for the report's own."""
    document = report.document
    place = place_of(document)
    for actual in report.actuals:
        until = actual.period.end
        assumed = until is None
        if until is None:
            ends = [d for d in (document.period.end if document.period else None, document.issued_on) if d]
            until = min(ends) if ends else None
        yield Result(document, report.catalog, actual, place, actual.period.start, until, assumed)


def suits(aim: Aim, result: Result) -> float:
    """How well a result answers a target, 0 where it does not; above 100 where the codes agree."""
    target, actual = aim.target, result.actual
    if target.value is None or actual.level != target.level or not _same_unit(target, actual):
        return 0.0
    ranks = target.unit == "rank"
    alike = (
        _alike(_ranked(target.indicator), _ranked(actual.indicator))
        if ranks
        else _alike(target.indicator, actual.indicator)
    )
    if not _same_numbers(target.indicator, actual.indicator):
        return 0.0
    same_catalog = aim.catalog == result.catalog or None in {aim.catalog, result.catalog}
    if same_catalog and target.indicator_codes and actual.indicator_codes:
        if target.indicator_codes[0] == actual.indicator_codes[0]:
            return 100 + alike if alike >= _CODED_ALIKE else 0.0
        return 0.0
    return alike if alike >= (_TOLD_ALIKE if _share_agrees(target, actual) else _WORDED_ALIKE) else 0.0


_RANKED = re.compile(
    r"\b(?:thứ hạng|xếp hạng|xếp thứ|thứ bậc|vị trí|vị thứ|hạng|xếp|đứng|nhóm|tốp|top|thuộc|vào|duy trì|"
    r"giữ vững|"
    r"dẫn đầu|đứng đầu|hàng đầu|cả nước|toàn quốc|tỉnh|thành phố|địa phương|cấp|của|trong|các|chỉ số|"
    r"chuyển đổi số)\b"
)
_INDEX = re.compile(r"\bchỉ số chuyển đổi số\b|\bchuyển đổi số\b(?= cấp tỉnh)")


def _ranked(words: str) -> str:
    """What is ranked, without the words of ranking ("DTI thuộc nhóm các tỉnh dẫn đầu": DTI)."""
    low = fold(words)
    plain = _RANKED.sub(" ", _INDEX.sub("dti", low))
    return " ".join(plain.split()) or low


def _share_agrees(target: Target, actual: Actual) -> bool:
    """ "3.920 lượt, đạt 98% kế hoạch" beside a target of 4.000: the report means this target."""
    if actual.of_target is None or actual.value is None or not target.value or target.unit != actual.unit:
        return False
    if actual.of_target == 100 or (target.unit == "percent" and target.value == 100):
        return False  # too common to prove anything
    return abs(100 * actual.value / target.value - actual.of_target) <= 0.06


def _same_unit(target: Target, actual: Actual) -> bool:
    if target.unit == actual.unit:
        return True
    if actual.denominator in (None, 0) or actual.numerator is None:
        return False
    if target.unit == "percent":
        return actual.unit == "count"  # "141/141 xã" answers "100% xã"
    # "17/20 sản phẩm, đạt 85%" answers "20 sản phẩm"
    return target.unit == "count" and actual.unit == "percent" and actual.denominator == target.value


_EMPTY = re.compile(
    r"\b(?:tỷ lệ|tỉ lệ|số lượng|tổng số|số|các|được|đạt|có|toàn|tỉnh|huyện|xã|trên địa bàn|cấp|đã|mới)\b"
)


def _alike(a: str, b: str) -> float:
    """Likeness of two measures, by their words without those that any measure has."""
    x, y = squeeze(a), squeeze(b)
    plain = (squeeze(_EMPTY.sub(" ", x)) or x, squeeze(_EMPTY.sub(" ", y)) or y)
    return float(max(fuzz.ratio(x, y), fuzz.token_sort_ratio(*plain)))


def _same_numbers(a: str, b: str) -> bool:
    """ "định danh mức 1" and "mức 2", "3G" and "4G" are different things."""
    x, y = set(re.findall(r"\d+", a)), set(re.findall(r"\d+", b))
    return x == y or not x or not y
