"""XLS (Excel 97-2003) to Source, by way of xlrd."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from extractor.errors import ReadError
from extractor.sources.builder import SourceBuilder
from extractor.sources.cell_formats import Value, is_date_format, printed
from extractor.sources.limits import Clock, Limits
from extractor.sources.model import Source
from extractor.sources.sheets import Sheet, SheetCell, uncovered
from extractor.sources.workbook import Workbook, write_workbook

_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def read_xls(data: bytes, name: str, limits: Limits | None = None) -> Source:
    """Read an old workbook. Formulas count with their last computed values."""
    limits = limits or Limits()
    clock = limits.clock(name)
    book = Workbook()
    try:
        _read(data, name, limits, clock, book)
    except ReadError:
        raise
    except Exception as error:
        raise ReadError(name, _reason(error)) from error
    builder = SourceBuilder(name, "xls")
    write_workbook(builder, book, clock)
    return builder.build()


def _reason(error: Exception) -> str:
    if "encrypted" in str(error).lower():
        return "tệp có mật khẩu; hãy bỏ mật khẩu rồi thử lại"
    return "tệp XLS đã hỏng, không đọc được nội dung"


def _workbook_stream(data: bytes) -> bytes:
    """The workbook out of its container: xlrd's own way follows sectors that run in a circle for ever."""
    import olefile  # type: ignore[import-untyped]

    if not olefile.isOleFile(data=data):
        return data  # workbooks of the 1990s have no container
    with olefile.OleFileIO(io.BytesIO(data)) as container:
        for stream in ("Workbook", "Book"):
            if container.exists(stream):
                content: bytes = container.openstream(stream).read()
                return content
    raise ValueError("no workbook in this container")


def _read(data: bytes, name: str, limits: Limits, clock: Clock, book: Workbook) -> None:
    import xlrd  # type: ignore[import-untyped]

    workbook: Any = xlrd.open_workbook(
        file_contents=_workbook_stream(data),
        formatting_info=True,
        on_demand=True,
        ragged_rows=True,
        logfile=io.StringIO(),
    )
    left = limits.max_cells
    for index, title in enumerate(workbook.sheet_names()):
        clock.check()
        sheet: Any = workbook.sheet_by_index(index)
        left -= sum(map(sheet.row_len, range(sheet.nrows)))
        if left < 0:
            raise ReadError(name, f"bảng tính có nhiều hơn giới hạn {limits.max_cells} ô")
        if sheet.visibility:
            book.hidden_sheets.append(str(title))
        else:
            book.sheets.append(_sheet(workbook, sheet, name, book))
        workbook.unload_sheet(index)


def _sheet(workbook: Any, sheet: Any, name: str, book: Workbook) -> Sheet:
    read = Sheet(str(sheet.name))
    merged = {(top, left): (bottom - top, right - left) for top, bottom, left, right in sheet.merged_cells}
    cells: list[SheetCell] = []
    for row in range(sheet.nrows):
        length = len(cells)
        for column in range(sheet.row_len(row)):
            style = workbook.xf_list[sheet.cell_xf_index(row, column)]
            if _ruled(style.border):
                read.ruled.add(row)
            text = _text(workbook, sheet.cell(row, column), style)
            if text:
                spans = merged.get((row, column), (1, 1))
                font = workbook.font_list[style.font_index]
                cells.append(SheetCell(text, row, column, *spans, bool(font.bold), str(font.name)))
        info = sheet.rowinfo_map.get(row)
        book.hidden_rows += info is not None and bool(info.hidden) and len(cells) > length
    book.hidden_columns += sum(bool(info.hidden) for info in sheet.colinfo_map.values())
    read.cells = uncovered(cells, name)
    return read


def _ruled(border: Any) -> bool:
    return bool(
        border.top_line_style or border.bottom_line_style or border.left_line_style or border.right_line_style
    )


def _text(workbook: Any, cell: Any, style: Any) -> str:
    """What the cell shows. xlrd's types: 1 text, 2 number, 3 date, 4 boolean, 5 error."""
    value: Value = cell.value
    if cell.ctype == 1:
        return str(value)
    if cell.ctype == 5:
        return _ERRORS.get(cell.value, "#N/A")
    if cell.ctype == 4:
        return printed(bool(value))
    if cell.ctype not in (2, 3):
        return ""
    known = workbook.format_map.get(style.format_key)
    format = str(known.format_str) if known is not None else "General"
    if cell.ctype == 3 or is_date_format(format):
        value = _date(cell.value, workbook.datemode)
    return printed(value, format)


def _date(serial: float, mode: int) -> Value:
    """The date, or the time of day, of a serial number; the number itself where it is none."""
    from xlrd.xldate import XLDateError, xldate_as_datetime  # type: ignore[import-untyped]

    try:
        moment: dt.datetime = xldate_as_datetime(serial, mode)
    except (XLDateError, ValueError, OverflowError):
        return serial
    return moment.time() if 0 <= serial < 1 else moment
