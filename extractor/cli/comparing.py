"""`kehoach compare`: folders that `extract` wrote in; page, workbook, CSV, JSON or a table out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.cli.console import out, warn
from extractor.cli.extracting import load_catalog
from extractor.cli.inputs import extracted, parted
from extractor.cli.reports import Reports, Teller, uncollected, write_reports

if TYPE_CHECKING:
    from rich.table import Table

    from extractor.analysis.compare import Comparison

_WIDE = 6  # documents that fit side by side in a terminal


@dataclass(frozen=True, slots=True)
class Options:
    """What to write, and how codes and years are joined."""

    out: Path | None = None
    xlsx: Path | None = None
    csv: Path | None = None
    json: bool = False
    catalog: str | None = None
    crosswalk: Path | None = None
    years_apart: bool = False
    changes: Path | None = None
    jobs: int | None = None


def run(places: Sequence[str], options: Options) -> int:
    """Compare and write; 1 when any file failed."""
    from extractor.analysis.compare import compare_plans
    from extractor.analysis.plans import load_plans, plan_of

    catalog, tell = load_catalog(options.catalog), Teller()
    with uncollected():
        records, documents = parted(places)
        plans = chain(
            load_plans(records, tell, options.jobs),
            (plan_of(extraction) for _, extraction in extracted(documents, catalog, tell)),
        )
        comparison = compare_plans(plans, catalog, options.crosswalk, options.years_apart)
        for message in comparison.messages:
            warn(message)
        _write(comparison, options)
    return 1 if tell.failed else 0


def _write(comparison: Comparison, options: Options) -> None:
    def page() -> str:
        from extractor.report.comparison_page import comparison_page

        return comparison_page(comparison)

    def book() -> Any:
        from extractor.report.comparison_book import comparison_book

        return comparison_book(comparison)

    def csv() -> str:
        from extractor.report.comparison_data import matrix_csv

        return matrix_csv(comparison)

    def json() -> str:
        from extractor.report.comparison_data import comparison_json

        return comparison_json(comparison)

    def show() -> None:
        out().print(_coverage(comparison))
        out().print(_table(comparison))

    def changes() -> str:
        from extractor.report.comparison_data import changes_csv

        return changes_csv(comparison)

    more = ((options.changes, changes),)
    from extractor.report.comparison_book import MANY

    many = len(comparison.rows("matrix")) > MANY and options.jobs != 1
    reports = Reports(page, book, csv, json, lambda: _counts(comparison), show, more, many)
    write_reports(reports, options)


def _counts(comparison: Comparison) -> str:
    from extractor.report.vietnamese import number

    matrix = comparison.rows("matrix")
    codes = {row["indicator_code"] for row in matrix} - {None}
    return (
        f"{number(len(comparison.rows('documents')))} văn bản, "
        f"{number(len(matrix))} chỉ tiêu ở {number(len(codes))} chỉ số, "
        f"{number(len(comparison.rows('only_one')))} chỉ số chỉ một văn bản có, "
        f"{number(len(comparison.rows('uncovered')))} chỉ số không văn bản nào có"
    )


def _coverage(comparison: Comparison) -> Table:
    from rich.table import Table
    from rich.text import Text

    from extractor.report.comparison_view import View, bars

    table = Table(title="Độ phủ bộ chỉ số", title_justify="left")
    for name in ("Văn bản", "Chỉ số có chỉ tiêu"):
        table.add_column(name, overflow="fold")
    for bar in bars(View.of(comparison)):
        table.add_row(Text(bar.label), bar.text)
    return table


def _table(comparison: Comparison) -> Table:
    """Indicator by document, the first documents where they are many."""
    from rich.table import Table
    from rich.text import Text

    from extractor.report.comparison_view import View, commitment
    from extractor.report.html import grouped

    view = View.of(comparison)
    shown = list(view.labels.items())[:_WIDE]
    more = len(view.labels) - len(shown)
    table = Table(
        title="Ma trận chỉ tiêu" + (f" ({more} văn bản nữa: dùng --out, --xlsx)" if more else ""),
        title_justify="left",
        show_lines=True,
    )
    table.add_column("Chỉ số", ratio=3, overflow="fold")
    for _, label in shown:
        table.add_column(Text(label), ratio=2, overflow="fold")
    for (_, code, name), rows in grouped(view.coded, "catalog", "indicator_code", "indicator_name").items():
        by_document = grouped(rows, "document")
        cells = [
            Text("\n".join(dict.fromkeys(commitment(row) for row in by_document.get(document, []))))
            for document, _ in shown
        ]
        table.add_row(Text(f"{code} {name or ''}"), *cells)
    return table
