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
        assert quotes.cell(line, 3).value == f"ít nhất {value}% hộ (1)"
        assert quotes.cell(line, 5).value == 100
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


def test_a_merger_is_told(merged: Comparison) -> None:
    book = opened(merged)
    places = [row["Tỉnh, thành phố"].value for row in rows(book["Văn bản"])]
    assert "Bình Phước (nay: Đồng Nai)" in places and "Đồng Nai" in places
    changed = [
        [row[name].value for name in ("Mã", "Văn bản trước", "Thay đổi", "Sáp nhập", "Vì sao không so được")]
        for row in rows(book["Thay đổi"])
    ]
    assert [
        "3.1 (dti-2022-province)", "Bình Phước 2024", "nâng", "sáp nhập từ Bình Phước", None,
    ] in changed  # fmt: skip
    assert [
        None, "Bình Phước 2024", "không so được", "sáp nhập từ Bình Phước",
        "số cộng của phạm vi trước và sau sáp nhập",
    ] in changed  # fmt: skip
    units = {
        (row["Văn bản"].value, row["Chủ trì"].value): row["Chủ trì hiện nay, nếu khác"].value
        for row in rows(book["Đơn vị"])
    }
    assert units["Bình Phước 2024", "Sở Thông tin và Truyền thông"] == "Sở Khoa học và Công nghệ"
    assert units["Đồng Nai 2026", "Sở A tỉnh Đồng Nai"] == "Sở A thành phố Đồng Nai"
    assert units["Hà Nội 2024", "Sở A tỉnh Hà Nội"] is None


def test_a_merger_is_told_in_sums(merged: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison_book, "MANY", 3)
    book = opened(merged)
    assert [row["Sáp nhập"].value for row in rows(book["Thay đổi"])] == [
        "Đồng Nai trước sáp nhập", "sáp nhập từ Bình Phước",
    ]  # fmt: skip
    leads = [cell.value for line in book["Đơn vị"].iter_rows() for cell in line]
    assert "Sở Thông tin và Truyền thông (nay: Sở Khoa học và Công nghệ)" in leads
    codes = [row["Mã"].value for row in rows(book["Mức cam kết"])]
    assert "3.1 (dti-2022-province)" in codes and "3.1 (bo-rieng)" in codes


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
