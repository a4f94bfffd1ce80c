"""A small annex as a workbook, and the same as a DOCX: what both must be read alike."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import docx
import openpyxl
from openpyxl.styles import Border, Font, Side

RULE = Border(*(Side("thin") for _ in range(4)))
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
TITLES = [
    "PHỤ LỤC I", "DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2025",
    "(Kèm theo Kế hoạch số 45/KH-UBND ngày 12/02/2025 của UBND tỉnh Hà Giang)",
]  # fmt: skip
HEADER = ["TT", "Nhiệm vụ", "Chỉ tiêu năm 2025", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn hoàn thành"]
Row = list[tuple[Any, str, str]]  # value, number format, text as printed
ROWS: list[list[Any]] = [
    ["I", "Hạ tầng số", None, None, None, None],
    [1, "Phủ sóng di động băng rộng tới các thôn", 0.95, "Sở Khoa học và Công nghệ", "UBND các huyện",
     dt.date(2025, 6, 30)],
    [2, "Lắp đặt máy chủ cho trung tâm dữ liệu", 1200, "Sở Khoa học và Công nghệ", "Công an tỉnh",
     dt.date(2025, 12, 31)],
    ["II", "Dữ liệu số", None, None, None, None],
    [3, "Số hóa hồ sơ hộ tịch", 1, "Sở Tư pháp", "UBND các xã", dt.date(2025, 9, 30)],
]  # fmt: skip
FORMATS = {2: "0%", 5: "dd/mm/yyyy"}
PRINTED = {0.95: "95%", 1200: "1.200", dt.date(2025, 6, 30): "30/06/2025"}
SHOWN: list[list[str]] = [
    ["I", "Hạ tầng số", "", "", "", ""],
    ["1", "Phủ sóng di động băng rộng tới các thôn", "95%", "Sở Khoa học và Công nghệ", "UBND các huyện",
     "30/06/2025"],
    ["2", "Lắp đặt máy chủ cho trung tâm dữ liệu", "1.200", "", "Công an tỉnh", "31/12/2025"],
    ["II", "Dữ liệu số", "", "", "", ""],
    ["3", "Số hóa hồ sơ hộ tịch", "100%", "Sở Tư pháp", "UBND các xã", "30/09/2025"],
]  # fmt: skip


def saved(workbook: Any) -> bytes:
    """The bytes of an openpyxl workbook or a python-docx document."""
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def annex_sheet(sheet: Any, ruled: bool = True) -> None:
    """The annex with a merged title, merged group rows and an owner merged down two rows."""
    row = 1
    for text in TITLES:
        sheet.cell(row, 1, text)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(HEADER))
        row += 1
    row += 1
    first = row
    for values in [HEADER, *ROWS]:
        for column, value in enumerate(values):
            cell = sheet.cell(row, column + 1, value)
            if ruled:
                cell.border = RULE
            if row > first and not isinstance(value, str):
                cell.number_format = "#,##0" if value == 1200 else FORMATS.get(column, "General")
            cell.font = Font(bold=row == first)
        if values[2] is None:
            sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=len(HEADER))
        row += 1
    sheet.merge_cells(start_row=first + 2, end_row=first + 3, start_column=4, end_column=4)


def annex_workbook(ruled: bool = True) -> Any:
    """A workbook that holds only the annex."""
    workbook = openpyxl.Workbook()
    annex_sheet(workbook.active, ruled)
    return workbook


def annex_docx() -> bytes:
    """The same annex as Word holds it."""
    document = docx.Document()
    for text in TITLES:
        document.add_paragraph(text)
    table = document.add_table(len(ROWS) + 1, len(HEADER), style="Table Grid")
    for column, text in enumerate(HEADER):
        table.cell(0, column).text = text
    for r, row in enumerate(SHOWN, 1):
        for column, text in enumerate(row):
            table.cell(r, column).text = text
        if not row[2]:
            table.cell(r, 1).merge(table.cell(r, len(HEADER) - 1)).text = row[1]
    table.cell(2, 3).merge(table.cell(3, 3)).text = "Sở Khoa học và Công nghệ"
    return saved(document)
