"""Whether a result reaches its target: by the comparator, with what stays open told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractor.analysis.pairs import Aim, Result
from extractor.records import Actual, Target

Answer = Literal["reached", "missed", "pending", "unclear", "not_reported", "qualitative"]

_EPSILON = 1e-9
_DIFFERS = 1.5  # percentage points by which a stated share may differ from the computed one (rounding)


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer with its value (``computed`` from a ratio) and the share of the target reached."""

    answer: Answer
    value: float | None = None
    computed: bool = False
    share: float | None = None
    notes: tuple[str, ...] = ()


def judge(aim: Aim, result: Result | None, *, partial: bool = False) -> Judged:
    """What a result says of a target; ``partial`` where it covers only a part of the target's period."""
    target = aim.target
    if target.kind == "qualitative" or target.value is None:
        return Judged("qualitative")
    if result is None:
        return Judged("not_reported")
    value, computed = _value(target, result.actual)
    share = _share(target, value)
    notes = tuple(_notes(result, share, partial, computed))
    if partial:
        return Judged("unclear", value, computed, None, notes)
    met = _met(target, value, result.actual)
    told = result.actual.verdict
    if met is None:
        answer: Answer = "unclear" if told is None else "missed" if told == "missed" else "reached"
        return Judged(
            answer, value, computed, share, (*notes, "theo đánh giá của báo cáo") if told else notes
        )
    if told is not None and (told == "missed") == met:
        notes = (*notes, f"báo cáo tự đánh giá {'chưa đạt' if told == 'missed' else 'đạt'}, số liệu nói khác")
    if met:
        return Judged("reached", value, computed, share, notes)
    early = aim.due is not None and result.until is not None and result.until < aim.due
    early = early and not _closes(aim, result)
    return Judged("pending" if early and told != "missed" else "missed", value, computed, share, notes)


_LAST_DAYS = 31


def _closes(aim: Aim, result: Result) -> bool:
    """Whether a report is the last word on a target: on the whole of its time, with figures of the last month
    of it (a report of a year is signed before the year ends)."""
    told = result.report.period.end if result.report.period else None
    if aim.due is None or result.until is None or told is None or told < aim.due:
        return False
    return (aim.due - result.until).days <= _LAST_DAYS


def _value(target: Target, actual: Actual) -> tuple[float | None, bool]:
    """The value to compare; the percent of a ratio where the target is a percent."""
    if target.unit == actual.unit:
        return actual.value, False
    if target.unit == "count" and actual.unit == "percent":
        return actual.numerator, False
    if actual.numerator is not None and actual.denominator:
        return round(100 * actual.numerator / actual.denominator, 2), True
    return None, False


def lower_is_better(target: Target) -> bool:
    """Ranks and upper bounds."""
    return target.unit == "rank" or target.comparator in {"le", "lt"}


def _met(target: Target, value: float | None, actual: Actual) -> bool | None:
    """Whether the target's bound holds; None where the result is itself only a bound that leaves it open."""
    if value is None or target.value is None:
        return None
    bound = target.value
    if lower_is_better(target):
        held = value < bound - _EPSILON if target.comparator == "lt" else value <= bound + _EPSILON
        return None if not _settles(actual, held, higher=False) else held
    held = value > bound + _EPSILON if target.comparator == "gt" else value >= bound - _EPSILON
    if target.comparator == "gt" and actual.comparator == "gt" and abs(value - bound) <= _EPSILON:
        return True  # "trên 250" answers "trên 250"
    return held if _settles(actual, held, higher=True) else None


def _settles(actual: Actual, held: bool, *, higher: bool) -> bool:
    """Whether a value printed as a bound ("trên 70%") settles the question."""
    above, below = actual.comparator in {"gt", "ge"}, actual.comparator in {"lt", "le"}
    if higher:
        return held and not below if above or below else True
    return held and not above if above or below else True


def _share(target: Target, value: float | None) -> float | None:
    """Percent of the target reached; for upper bounds and ranks the target over the value."""
    if value is None or not target.value or value < 0 or target.value < 0:
        return None
    if lower_is_better(target):
        return round(100 * target.value / value, 1) if value else None
    return round(100 * value / target.value, 1)


def _notes(result: Result, share: float | None, partial: bool, computed: bool) -> list[str]:
    notes = []
    stated = result.actual.of_target
    if computed:
        notes.append("tỷ lệ tính từ phân số trong báo cáo")
    if partial:
        notes.append("kết quả chỉ của một phần thời kỳ")
    if result.assumed:
        notes.append("báo cáo không nêu thời kỳ của kết quả")
    if stated is not None and share is not None and not partial and abs(stated - share) > _DIFFERS:
        notes.append("tỷ lệ hoàn thành báo cáo nêu khác tỷ lệ tính theo kế hoạch")
    return notes
