"""The workbook of a progress: targets with results, yearly series, results no plan asks for, quotes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractor.analysis.pairs import Result
from extractor.analysis.progress import Line, Progress
from extractor.records import Evidence
from extractor.report.progress_view import shown
from extractor.report.progress_words import ANSWERS
from extractor.report.vietnamese import VERDICTS
from extractor.report.wording import COMPARATORS, LEVELS, UNITS
from extractor.report.xlsx import Book, Cell, Column

_QUOTES = "Bằng chứng"
_Quote = tuple[str, Evidence | None]


class _Writer:
    """Sheets that share the quotes: each record has one row there, numbered at first use."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.labels = shown(progress).labels
        self.quotes: dict[tuple[str, str], tuple[int, _Quote]] = {}

    def linked(self, value: Any, document: str, record: str, quote: _Quote, unit: str | None = None) -> Cell:
        """A value that links to the words of its record."""
        if (document, record) not in self.quotes:
            self.quotes[document, record] = (len(self.quotes) + 1, quote)
        return Cell(value, _QUOTES, self.quotes[document, record][0], unit)

    def figure(self, value: float | None, result: Result, unit: str | None) -> Cell | None:
        """A result's figure with its link; nothing where it is unreadable."""
        if value is None:
            return None
        return self.linked(
            value, result.report.id, result.actual.id, (result.actual.quote, result.actual.evidence), unit
        )


def progress_book(progress: Progress) -> Book:
    """All sheets; empty views keep their heads."""
    book, writer = Book("Tiến độ thực hiện chỉ tiêu"), _Writer(progress)
    _lines(book, writer)
    _series(book, writer)
    _unplanned(book, writer)
    book.sheet(
        "Tổng hợp",
        [Column("Trạng thái", 24), Column("Số chỉ tiêu", 12, "whole"), Column("Lưu ý", 80, "wrap")],
        [
            *((ANSWERS[a], n, None) for a, n in progress.counts.items()),
            *((None, None, m) for m in progress.messages),
        ],
    )
    _quotes(book, writer)
    return book


def _lines(book: Book, writer: _Writer) -> None:
    columns = [
        Column("Mã", 8), Column("Chỉ tiêu", 48, "wrap"), Column("Chỉ số", 30, "wrap"), Column("Cấp", 10),
        Column("So sánh", 8), Column("Mục tiêu", 14, "figure"), Column("Đơn vị đo", 10), Column("Hạn",
        12, "day"),
        Column("Kết quả", 14, "figure"), Column("Từ ngày", 12, "day"), Column("Đến ngày", 12, "day"),
        Column("Tỷ lệ hoàn thành", 11, "share"), Column("Báo cáo nêu", 11, "share"), Column("Trạng thái", 16),
        Column("Báo cáo đánh giá", 12), Column("Lưu ý", 40, "wrap"), Column("Chủ trì", 32, "wrap"),
        Column("Kế hoạch", 30, "wrap"), Column("Báo cáo", 30, "wrap"),
    ]  # fmt: skip
    book.sheet("Tiến độ", columns, (_line(writer, ln) for ln in writer.progress.lines), frozen=2)


def _line(writer: _Writer, line: Line) -> tuple[Any, ...]:
    target, result, judged = line.aim.target, line.result, line.judged
    goal = None
    if target.value is not None:
        goal = writer.linked(
            target.value, line.aim.plan.id, target.id, (target.quote, target.evidence), target.unit
        )
    actual = result.actual if result else None
    return (
        line.aim.code, target.indicator, line.indicator_name, LEVELS.get(target.level or ""),
        COMPARATORS.get(target.comparator or ""), goal, UNITS.get(target.unit or ""), line.aim.due,
        writer.figure(judged.value, result, target.unit) if result else None,
        result.since if result else None, result.until if result else None,
        judged.share / 100 if judged.share is not None else None,
        actual.of_target / 100 if actual and actual.of_target is not None else None, ANSWERS[line.status],
        VERDICTS.get(actual.verdict or "") if actual else None, "; ".join(judged.notes),
        ", ".join(line.aim.leads),
        writer.labels[line.aim.plan.id], writer.labels[result.report.id] if result else None,
    )  # fmt: skip


def _series(book: Book, writer: _Writer) -> None:
    columns = [
        Column("Mã", 8), Column("Chỉ tiêu", 48, "wrap"), Column("Cấp", 10), Column("Kết quả", 14, "figure"),
        Column("Từ ngày", 12, "day"), Column("Đến ngày", 12, "day"), Column("Báo cáo", 40, "wrap"),
    ]  # fmt: skip
    rows = (
        (line.aim.code, line.aim.target.indicator, LEVELS.get(r.actual.level or ""),
         writer.figure(r.actual.value, r, r.actual.unit), r.since, r.until, writer.labels[r.report.id])
        for line in writer.progress.lines for r in line.series
    )  # fmt: skip
    book.sheet("Qua các kỳ", columns, rows, frozen=2)


def _unplanned(book: Book, writer: _Writer) -> None:
    columns = [
        Column("Nội dung", 48, "wrap"), Column("Cấp", 10), Column("Kết quả", 14, "figure"),
        Column("Đơn vị đo", 10),
        Column("Từ ngày", 12, "day"), Column("Đến ngày", 12, "day"), Column("Báo cáo đánh giá", 12),
        Column("Báo cáo", 40, "wrap"),
    ]  # fmt: skip
    rows = (
        (r.actual.indicator, LEVELS.get(r.actual.level or ""), writer.figure(r.actual.value, r,
        r.actual.unit),
         UNITS.get(r.actual.unit or ""), r.since, r.until, VERDICTS.get(r.actual.verdict or ""),
         writer.labels[r.report.id])
        for r in writer.progress.unplanned
    )  # fmt: skip
    book.sheet("Ngoài kế hoạch", columns, rows)


def _quotes(book: Book, writer: _Writer) -> None:
    """The words behind every link, in the order of their numbers; last, when all links are made."""
    columns = [
        Column("Số", 7, "whole"), Column("Văn bản", 34, "wrap"), Column("Bản ghi", 9),
        Column("Nguyên văn", 90, "wrap"),
        Column("Trang", 7, "whole"), Column("Ký tự đầu", 10, "whole"), Column("Ký tự cuối", 10, "whole"),
    ]  # fmt: skip

    def rows() -> Iterator[tuple[Any, ...]]:
        for (document, record), (number, (quote, e)) in writer.quotes.items():
            place = (e.page, e.start, e.end) if e else (None, None, None)
            yield (number, writer.labels[document], record, quote, *place)

    book.sheet(_QUOTES, columns, rows())
