"""Workbooks that all reports share: one sheet a view, filters, frozen heads, widths, formats, links.

Numbers stay numbers (a percentage is 85 with the format 0"%"), dates are dates, text is never run as a
formula, and the same content gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Kind = Literal["text", "wrap", "whole", "figure", "share", "day"]

_MADE = datetime(2000, 1, 1)  # workbooks tell when they were made: always the same moment, for equal bytes
_LINKS = 60_000  # Excel takes 65,530 in a sheet
_CELL = 32_000  # characters; Excel takes 32,767
_FORMATS: dict[str, dict[str, Any]] = {
    "text": {},
    "wrap": {"text_wrap": True},
    "whole": {"num_format": "0"},
    "figure": {"num_format": "#,##0.######"},
    "integer": {"num_format": "#,##0"},
    "share": {"num_format": "0.0%"},
    "day": {"num_format": "dd/mm/yyyy", "align": "left"},
    "percent": {"num_format": '#,##0.##"%"'},
    "percent_whole": {"num_format": '#,##0"%"'},
    "vnd": {"num_format": '#,##0" đ"'},
    "link": {"font_color": "#0A3A7D", "underline": 1},
    "link_wrap": {"font_color": "#0A3A7D", "underline": 1, "text_wrap": True},
    "head": {"bold": True, "bg_color": "#E6ECF5", "text_wrap": True, "border": 1, "border_color": "#9AA3AF"},
    "h1": {"bg_color": "#EEF4FC"}, "h2": {"bg_color": "#D9E8FA"}, "h3": {"bg_color": "#BFD9F6"},
    "h4": {"bg_color": "#9DC5F0"}, "h5": {"bg_color": "#7AB0EA"}, "only": {"bg_color": "#F1EFE6"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, width in characters, and what its cells hold."""

    title: str
    width: float = 12
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with more than its value: a link inside the workbook, a unit or shade for its format."""

    value: Any
    sheet: str | None = None
    row: int | None = None
    """Row of ``sheet`` that the cell links to, from 1 for the first below the head."""
    unit: str | None = None
    shade: str = ""


class Book:
    """A workbook in memory; ``content`` closes it and gives its bytes."""

    def __init__(self, title: str) -> None:
        import xlsxwriter

        self._buffer = io.BytesIO()
        self._book = xlsxwriter.Workbook(
            self._buffer,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "nan_inf_to_errors": True,
            },
        )
        self._book.set_properties({"title": title, "author": "kehoach", "created": _MADE})
        self._made: dict[tuple[str, ...], Format] = {}

    def _format(self, *names: str) -> Format:
        if names not in self._made:
            looks: dict[str, Any] = {"valign": "top"}
            for name in names:
                looks |= _FORMATS.get(name, {})
            self._made[names] = self._book.add_format(looks)
        return self._made[names]

    def sheet(
        self, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Any]], frozen: int = 1
    ) -> None:
        """Add a sheet: a head that stays in sight, ``frozen`` columns too, a filter over all columns.

        Cells are plain values, None (left empty) or ``Cell``. Text beyond Excel's bounds is cut.
        """
        sheet = self._book.add_worksheet(name[:31])
        for index, column in enumerate(columns):
            sheet.set_column(index, index, column.width)
            sheet.write_string(0, index, column.title, self._format("head"))
        sheet.set_row(0, 32)
        sheet.freeze_panes(1, frozen)
        usual = [self._format(column.kind) for column in columns]
        last, links = 0, 0
        for last, row in enumerate(rows, start=1):
            for index, value in enumerate(row):
                if value is None or value == "":
                    continue
                if isinstance(value, str):
                    sheet.write_string(last, index, value[:_CELL], usual[index])
                elif type(value) is int and columns[index].kind != "figure":
                    sheet.write_number(last, index, value, usual[index])
                elif isinstance(value, Cell):
                    links += self._cell(sheet, (last, index), value, columns[index].kind, links < _LINKS)
                else:
                    look = _look(value, columns[index].kind, None)
                    self._plain(sheet, (last, index), value, self._format(look))
        sheet.autofilter(0, 0, last, max(len(columns) - 1, 0))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _cell(self, sheet: Worksheet, at: tuple[int, int], value: Cell, kind: Kind, linking: bool) -> int:
        """Write a cell; 1 where it took a link."""
        linked = linking and value.sheet is not None and value.row is not None
        look = _look(value.value, kind, value.unit)
        if linked:
            look = "link_wrap" if look == "wrap" else "link" if look == "text" else look
            made = self._format(look, value.shade)
            target = f"internal:'{value.sheet}'!A{(value.row or 0) + 1}"
            sheet.write_url(*at, target, made, str(value.value)[:_CELL])
            if not isinstance(value.value, str):
                self._plain(sheet, at, value.value, made)
            return 1
        self._plain(sheet, at, value.value, self._format(look, value.shade))
        return 0

    def _plain(self, sheet: Worksheet, at: tuple[int, int], value: Any, made: Format) -> None:
        if isinstance(value, bool):
            sheet.write_boolean(*at, value, made)
        elif isinstance(value, int | float):
            sheet.write_number(*at, value, made)
        elif isinstance(value, date):
            # The calendar of workbooks begins in 1900.
            if value.year >= 1900:
                sheet.write_datetime(*at, datetime(value.year, value.month, value.day), made)
            else:
                sheet.write_string(*at, value.isoformat(), made)
        else:
            sheet.write_string(*at, str(value)[:_CELL], made)

    def content(self) -> bytes:
        """The bytes of the workbook."""
        if not self._book.worksheets():
            self._book.add_worksheet()
        self._book.close()
        return self._buffer.getvalue()


def _look(value: Any, kind: Kind, unit: str | None) -> str:
    if kind != "figure" or not isinstance(value, int | float):
        return kind
    whole = float(value).is_integer()
    if unit == "percent":
        return "percent_whole" if whole else "percent"
    return "vnd" if unit == "vnd" and whole else "integer" if whole else "figure"


def write_book(path: Path, book: Book) -> None:
    """Write the workbook whole or not at all. Raises KehoachError where the place refuses it."""
    from extractor.report.files import write_whole

    write_whole(path, book.content())
