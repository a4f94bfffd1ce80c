"""The ends that commands over many records share: page, workbook, CSV, JSON, or a table in the terminal."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from extractor.cli.alongside import alongside
from extractor.cli.console import fail, remark, written
from extractor.errors import KehoachError


class Teller:
    """Tells of files that could not be used, a line each; ``failed`` where one ought to have been."""

    def __init__(self) -> None:
        self.failed = False

    def __call__(self, error: KehoachError) -> None:
        from extractor.analysis.load import ForeignFile

        if isinstance(error, ForeignFile):
            remark(f"bỏ qua {error}")
        else:
            self.failed = True
            fail(error)


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector of cycles: it walks over all records again and again (two thirds of the time
    that loading takes), and records have no cycles."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class Wanted(Protocol):
    """What the user asked to be written."""

    @property
    def out(self) -> Path | None: ...
    @property
    def xlsx(self) -> Path | None: ...
    @property
    def csv(self) -> Path | None: ...
    @property
    def json(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Reports:
    """How each form is made, called only where it is wanted; ``counts`` is the line that sums up."""

    page: Callable[[], str]
    book: Callable[[], Any]
    csv: Callable[[], str]
    json: Callable[[], str]
    counts: Callable[[], str]
    show: Callable[[], None]
    more: Sequence[tuple[Path | None, Callable[[], str]]] = ()
    """Further tables, each for a file of its own, where one is wanted."""
    many: bool = False
    """So much that the workbook is worth a process of its own."""


def book_writer(path: Path | None, book: Callable[[], Any]) -> Callable[[], None] | None:
    """What writes a workbook to its place, where one is wanted."""
    if path is None:
        return None

    def write() -> None:
        from extractor.report.xlsx import write_book

        write_book(path, book())

    return write


def write_reports(reports: Reports, wanted: Wanted) -> None:
    """Write the files that are wanted, or JSON to stdout; where neither is, show the result."""
    from extractor.report.files import write_whole

    with alongside(book_writer(wanted.xlsx, reports.book), reports.many):
        if wanted.out is not None:
            write_whole(wanted.out, reports.page())
        if wanted.csv is not None:
            write_whole(wanted.csv, reports.csv(), encoding="utf-8-sig")
        for path, made in reports.more:
            if path is not None:
                write_whole(path, made(), encoding="utf-8-sig")
    if wanted.json:
        written(reports.json())
        return
    asked = (wanted.out, wanted.xlsx, wanted.csv, *(path for path, _ in reports.more))
    files = [path for path in asked if path is not None]
    if files:
        written(f"{reports.counts()} → {', '.join(map(str, files))}\n")
    else:
        reports.show()
