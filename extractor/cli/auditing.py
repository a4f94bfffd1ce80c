"""`kehoach audit`: folders that `extract` wrote in; findings, owners, workbook, page, calendars out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.alongside import alongside
from extractor.cli.console import out, remark, warn, written
from extractor.cli.extracting import load_catalog
from extractor.cli.inputs import extracted, parted
from extractor.cli.reports import Teller, book_writer, uncollected

if TYPE_CHECKING:
    from extractor.analysis.audit.report import Audit
    from extractor.report.xlsx import Book

FAILED_ON = 3
_MANY = 10_000  # findings


@dataclass(frozen=True, slots=True)
class Options:
    """What to write, what to accept, and when to fail."""

    out: Path | None = None
    xlsx: Path | None = None
    json: Path | None = None
    owners: Path | None = None
    calendar: Path | None = None
    catalog: str | None = None
    suppress: Path | None = None
    fail_on: str | None = None
    jobs: int | None = None


def run(places: Sequence[str], options: Options) -> int:
    """Audit and write: 1 when a file failed, 3 when findings reach ``fail_on``, else 0."""
    from extractor.analysis.audit.many import audit_records
    from extractor.analysis.audit.part import part_of, subject_with
    from extractor.analysis.audit.report import make_audit
    from extractor.analysis.audit.suppress import read_suppressions

    tell = Teller()
    catalog = load_catalog(options.catalog)
    accepted = read_suppressions(options.suppress) if options.suppress else []
    with uncollected():
        records, documents = parted(places)
        parts = chain(
            audit_records(records, catalog, tell, options.jobs),
            (
                part_of(subject_with(found, source, catalog))
                for source, found in extracted(documents, catalog, tell)
            ),
        )
        audit = make_audit(parts, catalog, accepted)
        for message in audit.messages:
            warn(message)
        for suppression in audit.unused:
            remark(f"{options.suppress}, dòng {suppression.line}: không có phát hiện nào để bỏ qua")
        _write(audit, options)
    if tell.failed:
        return 1
    return FAILED_ON if options.fail_on and _reaches(audit, options.fail_on) else 0


def _reaches(audit: Audit, bar: str) -> bool:
    from extractor.analysis.audit.model import SEVERITIES

    names = [str(name) for name in SEVERITIES]
    serious = names[: names.index(bar) + 1] if bar in names else []
    return any(finding.severity in serious for finding in audit.findings)


def _write(audit: Audit, options: Options) -> None:
    from extractor.report.audit_data import findings_json, owners_csv, write_calendars
    from extractor.report.files import write_whole

    def book() -> Book:
        from extractor.report.audit_book import audit_book

        return audit_book(audit)

    many = len(audit.findings) > _MANY and options.jobs != 1
    with alongside(book_writer(options.xlsx, book), many):
        if options.json is not None:
            write_whole(options.json, findings_json(audit.findings))
        if options.owners is not None:
            write_whole(options.owners, owners_csv(audit), encoding="utf-8-sig")
        if options.out is not None:
            from extractor.report.audit_page import audit_page

            write_whole(options.out, audit_page(audit))
    files = [str(p) for p in (options.out, options.xlsx, options.json, options.owners) if p is not None]
    if options.calendar is not None:
        count = write_calendars(audit, options.calendar)
        files.append(f"{options.calendar} ({count} lịch)")
    if files:
        written(f"{_counts(audit)} → {', '.join(files)}\n")
    else:
        _print(audit)


def _counts(audit: Audit) -> str:
    from extractor.report.vietnamese import number
    from extractor.report.wording import SEVERITIES

    found = Counter(str(finding.severity) for finding in audit.findings)
    parts = [f"{number(found[name])} {word}" for name, word in SEVERITIES.items()]
    accepted = f", bỏ qua {number(len(audit.accepted))}" if audit.accepted else ""
    return f"{number(len(audit.documents))} văn bản: {', '.join(parts)}{accepted}"


def _print(audit: Audit) -> None:
    from rich.table import Table
    from rich.text import Text

    from extractor.analysis.audit.rules import rules
    from extractor.report.wording import SEVERITIES

    table = Table(title=_counts(audit), title_justify="left")
    for name in ("Quy tắc", "Mức", "Số lượng", "Ví dụ"):
        table.add_column(name, overflow="fold")
    first = {f.rule: f for f in reversed(audit.findings)}
    found = Counter(finding.rule for finding in audit.findings)
    for name in (name for name in rules() if name in found):
        example = first[name]
        table.add_row(
            Text(rules()[name].title), SEVERITIES[example.severity], str(found[name]),
            Text(f"{example.document}: {example.message}"[:240]),
        )  # fmt: skip
    out().print(table)
