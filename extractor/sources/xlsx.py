"""XLSX to Source: what a workbook shows, sheet by sheet.

openpyxl knows styles, shared strings and dates. Rows are streamed through its parser, so that rows
formatted down to the last line of a sheet cost no memory.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from extractor.errors import ReadError
from extractor.sources.builder import SourceBuilder
from extractor.sources.cell_formats import printed
from extractor.sources.limits import Clock, Limits
from extractor.sources.model import Source
from extractor.sources.packages import check_tags, opened, part_head, transitional_package
from extractor.sources.sheets import Sheet, SheetCell, uncovered
from extractor.sources.workbook import Workbook, write_workbook

_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_xlsx(data: bytes, name: str, limits: Limits | None = None) -> Source:
    """Read a workbook (also .xlsm, .xltx). Formulas count with their last computed values."""
    limits = limits or Limits()
    clock = limits.clock(name)
    data = transitional_package(data, name, limits, "XLSX", "xl/workbook.xml")
    with opened(data, name, limits, "XLSX") as archive:
        _no_entities(archive)
        check_tags(archive, limits)
    book = Workbook()
    builder = SourceBuilder(name, "xlsx")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells of extensions that it does not know
        _read(data, name, limits, clock, book)
    write_workbook(builder, book, clock)
    return builder.build()


def _no_entities(archive: zipfile.ZipFile) -> None:
    """ValueError for a part that declares a document type: Office writes none, attacks need one."""
    for entry in archive.namelist():
        if entry.endswith((".xml", ".rels")) and b"<!DOCTYPE" in part_head(archive, entry).replace(
            b"\0", b""
        ):
            raise ValueError("a document type declaration has no place in an Office package")


def _read(data: bytes, name: str, limits: Limits, clock: Clock, book: Workbook) -> None:
    import openpyxl

    try:
        workbook: Any = openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=True, keep_links=False
        )
        left = limits.max_cells
        for worksheet in workbook.worksheets:
            if worksheet.sheet_state != "visible":
                book.hidden_sheets.append(str(worksheet.title))
                continue
            stream = _SheetReader(workbook, worksheet, name, limits, clock, left)
            book.sheets.append(stream.read(book))
            left = stream.left
        workbook.close()
    except ReadError:
        raise
    except Exception as error:
        raise ReadError(name, "tệp XLSX đã hỏng, không đọc được nội dung") from error


@dataclass
class _SheetReader:
    """Streams one worksheet; ``left`` is how many more cells the document may have."""

    workbook: Any
    worksheet: Any
    name: str
    limits: Limits
    clock: Clock
    left: int

    def read(self, book: Workbook) -> Sheet:
        sheet = Sheet(str(self.worksheet.title))
        merged: dict[tuple[int, int], tuple[int, int]] = {}
        cells: dict[tuple[int, int], SheetCell] = {}
        for found in self._elements(book):
            if isinstance(found, tuple):
                merged[found[0], found[1]] = (found[2], found[3])
            else:
                self._take(found, sheet, cells)
        for place, (down, across) in merged.items():
            if place in cells:
                cell = cells[place]
                cells[place] = replace(cell, row_span=down, column_span=across)
        sheet.cells = uncovered(cells.values(), self.name)
        return sheet

    def _take(self, found: dict[str, Any], sheet: Sheet, cells: dict[tuple[int, int], SheetCell]) -> None:
        row, column = found["row"] - 1, found["column"] - 1
        style = self._style(found["style_id"])
        if style is not None and style.borderId and _ruled(self.workbook._borders[style.borderId]):
            sheet.ruled.add(row)
        if found["value"] is None or found["value"] == "":
            return
        format, bold, font = "General", False, None
        if style is not None:
            format = self._format(style.numFmtId)
            face = self.workbook._fonts[style.fontId]
            bold, font = bool(face.b), face.name
        text = printed(found["value"], format)
        if text:
            cells[row, column] = SheetCell(text, row, column, bold=bold, font=font)

    def _style(self, number: int) -> Any:
        styles = self.workbook._cell_styles
        return styles[number] if 0 <= number < len(styles) else None

    def _format(self, number: int) -> str:
        from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE

        if number < BUILTIN_FORMATS_MAX_SIZE:
            return str(BUILTIN_FORMATS.get(number, "General"))
        own = self.workbook._number_formats
        index = number - BUILTIN_FORMATS_MAX_SIZE
        return str(own[index]) if index < len(own) else "General"

    def _elements(self, book: Workbook) -> Iterator[dict[str, Any] | tuple[int, int, int, int]]:
        """Cells as openpyxl's parser gives them, and merged ranges as (row, column, rows, columns)."""
        from xml.etree.ElementTree import iterparse

        from openpyxl.worksheet._reader import WorkSheetParser

        with self.worksheet._get_source() as stream:
            parser: Any = WorkSheetParser(
                stream,
                self.worksheet._shared_strings,
                data_only=True,
                epoch=self.workbook.epoch,
                date_formats=self.workbook._date_formats,
                timedelta_formats=self.workbook._timedelta_formats,
            )
            for _, element in iterparse(stream):
                if element.tag == f"{_NS}row":
                    self._spend(len(element))
                    book.formulas_without_value += _without_value(element)
                    _, cells = parser.parse_row(element)
                    if cells and element.get("hidden") in ("1", "true"):
                        book.hidden_rows += 1
                    yield from cells
                    element.clear()
                elif element.tag == f"{_NS}mergeCell":
                    self._spend(1)
                    yield _range(element.get("ref") or "")
                elif element.tag == f"{_NS}col" and element.get("hidden") in ("1", "true"):
                    book.hidden_columns += 1

    def _spend(self, cells: int) -> None:
        self.clock.check()
        self.left -= cells
        if self.left < 0:
            raise ReadError(self.name, f"bảng tính có nhiều hơn giới hạn {self.limits.max_cells} ô")


def _without_value(row: Any) -> int:
    """Formulas of a row that no program has computed yet."""
    return sum(
        cell.find(f"{_NS}f") is not None and not cell.findtext(f"{_NS}v") and cell.get("t") != "str"
        for cell in row
    )


def _range(ref: str) -> tuple[int, int, int, int]:
    from openpyxl.utils.cell import range_boundaries

    left, top, right, bottom = (edge or 1 for edge in range_boundaries(ref))
    return top - 1, left - 1, bottom - top + 1, right - left + 1


def _ruled(border: Any) -> bool:
    sides = (border.left, border.right, border.top, border.bottom)
    return any(side is not None and side.style not in (None, "none") for side in sides)
