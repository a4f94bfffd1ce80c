"""The workbook of a comparison, read back, and opened by another program."""

from __future__ import annotations

import datetime
import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from extractor import Comparison, compare
from extractor.report import comparison_book
from extractor.report.xlsx import Book, Cell, Column


def opened(comparison: Comparison) -> Any:
    return openpyxl.load_workbook(io.BytesIO(comparison_book.comparison_book(comparison).content()))


def rows(sheet: Any) -> list[dict[str, Any]]:
    head, *below = list(sheet.iter_rows())
    return [{h.value: cell for h, cell in zip(head, row, strict=True)} for row in below]


SHEETS = [
    "Văn bản", "Ma trận", "Chỉ tiêu", "Độ phủ", "Theo cấp, năm", "Phủ từng chỉ số", "Đơn vị",
    "Chỉ một văn bản có", "Không văn bản nào có", "Thay đổi", "Bằng chứng",
]  # fmt: skip


def test_sheets_have_filters_and_frozen_heads(comparison: Comparison) -> None:
    for made in (comparison, compare()):
        book = opened(made)
        assert book.sheetnames == SHEETS
        for sheet in book:
            assert sheet.freeze_panes is not None
            assert sheet.auto_filter.ref is not None
            assert all(dimension.width for dimension in sheet.column_dimensions.values())


def test_links_lead_to_the_words(comparison: Comparison) -> None:
    book = opened(comparison)
    quotes = book["Bằng chứng"]
    found = [row for row in rows(book["Chỉ tiêu"]) if row["Mã"].value == "3.1"]
    assert len(found) == 3
    for row, value in zip(found, (80, 85, 90), strict=True):
        assert row["Giá trị"].value == value
        assert row["Giá trị"].number_format == '#,##0"%"'
        place = row["Cam kết"].hyperlink.location
        assert place.startswith("'Bằng chứng'!A")
        line = int(place.rsplit("A", 1)[1])
        assert quotes.cell(line, 4).value == f"ít nhất {value}% hộ (1)"
        assert quotes.cell(line, 6).value == 100
    links = sum(cell.hyperlink is not None for sheet in book for line in sheet.iter_rows() for cell in line)
    assert links > 30


def test_kinds_of_cells(comparison: Comparison) -> None:
    book = opened(comparison)
    first = rows(book["Văn bản"])[0]
    assert first["Ngày ban hành"].value == datetime.datetime(2023, 2, 1)
    assert first["Ngày ban hành"].number_format == "dd/mm/yyyy"
    assert first["Tên"].data_type == "s"
    money = next(row for row in rows(book["Chỉ tiêu"]) if row["Đơn vị đo"].value == "đồng")
    assert money["Giá trị"].value == 2_000_000_000
    matrix = {row["Mã"].value: row for row in rows(book["Ma trận"])}
    assert len(matrix) == 124
    assert matrix["4.5"]["Beta 2023"].value == "12,5% (chưa chắc)"
    assert matrix["3.1"]["Beta 2023"].hyperlink is not None
    assert matrix["4.1"]["Beta 2023"].value is None


def test_same_bytes(comparison: Comparison) -> None:
    first, second = (comparison_book.comparison_book(comparison).content() for _ in range(2))
    assert first == second


def test_many_targets_are_summed_up(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison_book, "MANY", 3)
    book = opened(comparison)
    assert "Chỉ tiêu" not in book.sheetnames
    (row,) = [row for row in rows(book["Mức cam kết"]) if row["Mã"].value == "3.1"]
    assert [row[name].value for name in ("Số văn bản", "Thấp nhất", "Ở giữa", "Cao nhất")] == [3, 80, 85, 90]
    (changed,) = rows(book["Thay đổi"])
    assert changed["nâng"].value == 2
    assert any("CSV" in str(cell.value) for cell in book["Văn bản"]["Q"])


def test_odd_contents() -> None:
    book = Book("x")
    cells = [
        "=1+1",
        "http://x.vn",
        "a" * 40_000,
        "\x00\x0b",
        datetime.date(1850, 1, 1),
        True,
        Cell(None, "x", 1),
    ]
    book.sheet("A" * 40, [Column(str(n)) for n in range(len(cells))], [cells, [None] * len(cells)])
    sheet = openpyxl.load_workbook(io.BytesIO(book.content())).worksheets[0]
    assert sheet["A2"].data_type == "s"
    assert sheet["B2"].hyperlink is None
    assert sheet["E2"].value == "1850-01-01"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_another_program_opens_it(comparison: Comparison, tmp_path: Path) -> None:
    (tmp_path / "r.xlsx").write_bytes(comparison_book.comparison_book(comparison).content())
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
         "--outdir", str(tmp_path), str(tmp_path / "r.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    text = (tmp_path / "r-Chỉ tiêu.csv").read_text("utf-8")
    assert "≥ 80%" in text
    assert "60,29" in text or "60.29" in text
    assert len(list(tmp_path.glob("r-*.csv"))) == len(SHEETS)
