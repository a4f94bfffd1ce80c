"""`kehoach progress`: plans and reports that `extract` wrote; a table, page, workbook, CSV or JSON out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.comparing import records_of
from extractor.cli.console import out, warn, written
from extractor.cli.extracting import load_catalog

if TYPE_CHECKING:
    from rich.table import Table

    from extractor.analysis.progress import Line, Progress


@dataclass(frozen=True, slots=True)
class Options:
    """What to write."""

    out: Path | None = None
    xlsx: Path | None = None
    csv: Path | None = None
    json: bool = False
    catalog: str | None = None


def run(places: Sequence[str], options: Options) -> int:
    """Set results beside targets and write; 1 when any file failed."""
    from extractor.analysis.progress import progress

    catalog = load_catalog(options.catalog)
    extractions, failed = records_of(places)
    found = progress(extractions, catalog=catalog)
    for message in found.messages:
        warn(message)
    _write(found, options)
    return 1 if failed else 0


def _write(found: Progress, options: Options) -> None:
    from extractor.report.files import write_whole
    from extractor.report.progress_data import progress_csv, progress_json

    if options.out is not None:
        from extractor.report.progress_page import progress_page

        write_whole(options.out, progress_page(found))
    if options.xlsx is not None:
        from extractor.report.progress_book import progress_book
        from extractor.report.xlsx import write_book

        write_book(options.xlsx, progress_book(found))
    if options.csv is not None:
        write_whole(options.csv, progress_csv(found), encoding="utf-8-sig")
    if options.json:
        written(progress_json(found))
        return
    files = [path for path in (options.out, options.xlsx, options.csv) if path is not None]
    if files:
        written(f"{_counts(found)} → {', '.join(map(str, files))}\n")
    else:
        out().print(_table(found))
        written(_counts(found) + "\n")


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
