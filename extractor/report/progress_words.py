"""Progress in Vietnamese words: targets, results with their period, shares and answers."""

from __future__ import annotations

from extractor.analysis.pairs import Result
from extractor.analysis.progress import Line
from extractor.report.vietnamese import commitment, day, number, reached

ANSWERS = {
    "reached": "đạt",
    "missed": "chưa đạt",
    "pending": "chưa đến hạn",
    "unclear": "chưa rõ",
    "not_reported": "chưa có báo cáo",
    "qualitative": "định tính",
}


def target_words(line: Line) -> str:
    """≥ 80% (hạn 31/12/2024)."""
    due = f" (hạn {day(line.aim.due)})" if line.aim.due else ""
    return (commitment(line.aim.target) or "định tính") + due


def when(result: Result) -> str:
    """The period of a result: từ 1/1/2024 đến 14/11/2024; đến 15/11/2024."""
    if result.since and result.until:
        return f"từ {day(result.since)} đến {day(result.until)}"
    return f"đến {day(result.until)}" if result.until else ""


def value_words(result: Result) -> str:
    """A result's figure with its period."""
    figure = reached(result.actual) or "không rõ số"
    return f"{figure} ({when(result)})" if when(result) else figure


def result_words(line: Line) -> str:
    """The result that answers a target; empty where none does."""
    return value_words(line.result) if line.result else ""


def share_words(line: Line) -> str:
    """How much of the target is reached: 104,5%."""
    return f"{number(line.judged.share)}%" if line.judged.share is not None else ""


def status_words(line: Line) -> str:
    """The answer, and what to know of it."""
    return "; ".join([ANSWERS[line.status], *line.judged.notes])
