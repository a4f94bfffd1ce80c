"""`kehoach progress`: plans and reports that `extract` wrote; a table, page, workbook, CSV or JSON out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.cli.console import out, warn, written
from extractor.cli.extracting import load_catalog
from extractor.cli.inputs import extracted, parted
from extractor.cli.reports import Reports, Teller, write_reports

if TYPE_CHECKING:
    from rich.table import Table

    from extractor.analysis.progress import Line, Progress
    from extractor.catalog import Catalog
    from extractor.records import Extraction


@dataclass(frozen=True, slots=True)
class Options:
    """What to write."""

    out: Path | None = None
    xlsx: Path | None = None
    csv: Path | None = None
    json: bool = False
    catalog: str | None = None


def _records_of(places: Sequence[str], catalog: Catalog | None) -> tuple[list[Extraction], bool]:
    """The records in folders, those of documents given as they are, and whether any file failed; each
    failure is one line on stderr."""
    from extractor.analysis.load import load

    tell = Teller()
    records, documents = parted(places)
    found = [extraction for _, extraction in load(records, tell)]
    found += [extraction for _, extraction in extracted(documents, catalog, tell)]
    return found, tell.failed


def run(places: Sequence[str], options: Options) -> int:
    """Set results beside targets and write; 1 when any file failed."""
    from extractor.analysis.progress import progress

    catalog = load_catalog(options.catalog)
    extractions, failed = _records_of(places, catalog)
    found = progress(extractions, catalog=catalog)
    for message in found.messages:
        warn(message)
    _write(found, options)
    return 1 if failed else 0


def _write(found: Progress, options: Options) -> None:
    def page() -> str:
        from extractor.report.progress_page import progress_page

        return progress_page(found)

    def book() -> Any:
        from extractor.report.progress_book import progress_book

        return progress_book(found)

    def csv() -> str:
        from extractor.report.progress_data import progress_csv

        return progress_csv(found)

    def json() -> str:
        from extractor.report.progress_data import progress_json

        return progress_json(found)

    def show() -> None:
        out().print(_table(found))
        written(_counts(found) + "\n")

    write_reports(Reports(page, book, csv, json, lambda: _counts(found), show), options)


def _counts(found: Progress) -> str:
    from extractor.report.progress_words import ANSWERS
    from extractor.report.vietnamese import number

    parts = [f"{number(len(found.lines))} chỉ tiêu"]
    parts += [f"{number(n)} {ANSWERS[answer]}" for answer, n in found.counts.items() if n]
    parts.append(f"{number(len(found.unplanned))} kết quả ngoài kế hoạch")
    return ", ".join(parts)


def _table(found: Progress) -> Table:
    from rich.table import Table
    from rich.text import Text

    from extractor.report.progress_words import target_words

    table = Table(title="Tiến độ thực hiện chỉ tiêu", title_justify="left", show_lines=True)
    for name, ratio in (
        ("Mã", 1), ("Chỉ tiêu", 6), ("Cấp", 1), ("Mục tiêu", 2), ("Kết quả", 3), ("Tỷ lệ", 1),
        ("Trạng thái", 2),
    ):  # fmt: skip
        table.add_column(name, ratio=ratio, overflow="fold")
    for line in found.lines:
        table.add_row(*map(Text, (
            line.aim.code or "", line.aim.target.indicator, _tier(line), target_words(line), *_result(line),
        )))  # fmt: skip
    return table


def _tier(line: Line) -> str:
    from extractor.report.wording import LEVELS

    return LEVELS.get(line.aim.target.level or "", "").removeprefix("cấp ")


def _result(line: Line) -> tuple[str, str, str]:
    from extractor.report.progress_words import result_words, share_words, status_words

    return result_words(line), share_words(line), status_words(line)
