"""Workbooks: sheets as titles and tables, cells as printed, and what hostile ones try."""

from __future__ import annotations

import io
import zipfile
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Border, Font, Side

from extractor.errors import ReadError
from extractor.pipeline import extract
from extractor.report.json_out import plain
from extractor.sources.limits import Limits
from extractor.sources.model import Source
from extractor.sources.read import read, read_bytes
from extractor.sources.xlsx import read_xlsx
from tests.sources.workbooks import (
    HEADER,
    MOTTO,
    NATION,
    RULE,
    SHOWN,
    TITLES,
    annex_docx,
    annex_sheet,
    annex_workbook,
    saved,
)

DATA = Path(__file__).parent / "data"
LEGACY = Path(__file__).resolve().parents[3] / "shared" / "samples" / "legacy" / "2006-Bang-bieu.xls"


def book(*sheets: list[list[Any]], ruled_from: int | None = None) -> Any:
    """A workbook with a sheet for each list of rows; rows from ``ruled_from`` on have borders."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for rows in sheets:
        sheet = workbook.create_sheet(f"Sheet{len(workbook.worksheets) + 1}")
        for r, row in enumerate(rows, 1):
            for c, value in enumerate(row, 1):
                if value is not None:
                    sheet.cell(r, c, value)
                if ruled_from is not None and r >= ruled_from and row:
                    sheet.cell(r, c).border = RULE
    return workbook


def lines(source: Source) -> list[str]:
    return [source.text[b.start : b.end] for b in source.blocks if b.table is None]


def grids(source: Source) -> list[list[list[str]]]:
    return [
        [[source.text[c.start : c.end] if c else "" for c in row] for row in table.grid()]
        for table in source.tables
    ]


def read_book(workbook: Any) -> Source:
    return read_bytes(saved(workbook), "a.xlsx")


@pytest.mark.parametrize("ruled", [True, False])
def test_titles_and_table(ruled: bool) -> None:
    source = read_book(annex_workbook(ruled))
    assert source.format == "xlsx"
    assert lines(source) == TITLES
    (grid,) = grids(source)
    assert grid[0] == HEADER
    shown = [list(row) for row in SHOWN]
    shown[2][3] = shown[1][3]  # a merged cell counts for every row that it covers
    for row in shown:
        if not row[2]:
            row[2:] = [row[1]] * 4
    assert grid[1:] == shown
    spans = [(c.row, c.column, c.row_span, c.column_span) for _, c in source.cells()]
    assert {(1, 1, 1, 5), (4, 1, 1, 5), (2, 3, 2, 1)} <= set(spans)


def records(data: bytes, name: str) -> dict[str, Any]:
    """What is found, without where it stands."""

    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: bare(v) for k, v in value.items() if k not in ("evidence", "source", "id")}
        return [bare(item) for item in value] if isinstance(value, list) else value

    found: dict[str, Any] = bare(plain(extract(read_bytes(data, name))))
    return found


def test_same_records_as_docx() -> None:
    expected = records(annex_docx(), "a.docx")
    assert len(expected["tasks"]) == 3
    assert expected["tasks"][0]["deadline"]["due"] == "2025-06-30"
    assert records(saved(annex_workbook()), "a.xlsx") == expected
    assert records(saved(annex_workbook(ruled=False)), "a.xlsx") == expected
    assert records((DATA / "annex.xls").read_bytes(), "a.xls") == expected


def test_xls_is_read_like_xlsx() -> None:
    old, new = read(DATA / "annex.xls"), read_book(annex_workbook())
    assert old.format == "xls"
    assert (lines(old), grids(old)) == (lines(new), grids(new))


def test_letterhead_and_signature() -> None:
    head = [["UBND TỈNH HÀ GIANG", None, NATION], ["SỞ TƯ PHÁP", None, MOTTO],
            ["Số: 12/KH-STP", None, "Hà Giang, ngày 5 tháng 3 năm 2025"], [],
            ["KẾ HOẠCH"], ["Số hóa hồ sơ năm 2025"], []]  # fmt: skip
    table = [["TT", "Việc", "Hạn"], [1, "Rà soát hồ sơ", "Quý I"], [2, "Quét hồ sơ", "Quý II"]]
    foot = [[], ["Nơi nhận:", None, "GIÁM ĐỐC"], ["- Lưu: VT.", None, "(đã ký)"]]
    source = read_book(book([*head, *table, *foot]))
    assert lines(source) == [
        "UBND TỈNH HÀ GIANG", NATION, "SỞ TƯ PHÁP", MOTTO, "Số: 12/KH-STP",
        "Hà Giang, ngày 5 tháng 3 năm 2025", "KẾ HOẠCH", "Số hóa hồ sơ năm 2025",
        "Nơi nhận:", "GIÁM ĐỐC", "- Lưu: VT.", "(đã ký)",
    ]  # fmt: skip
    assert grids(source) == [[["TT", "Việc", "Hạn"], ["1", "Rà soát hồ sơ", "Quý I"],
                              ["2", "Quét hồ sơ", "Quý II"]]]  # fmt: skip


@pytest.mark.parametrize("ruled_from", [None, 1])
def test_tables_parted_by_a_blank_row(ruled_from: int | None) -> None:
    first = [["TT", "Việc", "Hạn"], [1, "một", "Quý I"], [2, "hai", "Quý II"]]
    second = [["TT", "Chỉ tiêu", "Mức"], [1, "ba", "80%"]]
    source = read_book(book([*first, [], *second], ruled_from=ruled_from))
    assert [len(grid) for grid in grids(source)] == [3, 2]


def test_prose_in_cells() -> None:
    rows = [["I.", "MỤC TIÊU"], ["1.", "Đạt 80% hồ sơ trực tuyến"], ["Ghi chú: số liệu ước tính"]]
    assert lines(read_book(book(rows))) == [" ".join(row) for row in rows]


def test_several_sheets() -> None:
    workbook = book([["TT", "Việc"], [1, "một"]], [["TT", "Việc"], [1, "hai"]], [["mật", "danh sách"]])
    for sheet, title in zip(workbook.worksheets, ("Phụ lục 1", "Trang 2", "Ẩn"), strict=True):
        sheet.title = title
    workbook.worksheets[2].sheet_state = "hidden"
    workbook.worksheets[1].row_dimensions[2].hidden = True
    source = read_book(workbook)
    assert lines(source) == ["Phụ lục 1", "Trang 2"]
    assert source.blocks[0].kind == "heading"
    assert len(source.tables) == 2
    assert "mật" not in source.text
    assert source.metadata == {"Trang tính": "Phụ lục 1; Trang 2"}
    assert [note.code for note in source.notes] == ["hidden-sheets", "hidden-cells"]


def test_formulas_count_with_their_values() -> None:
    source = read_book(book([["TT", "Số"], [1, "=1+1"], [2, 3]]))
    assert "=1+1" not in source.text
    assert [note.code for note in source.notes] == ["formulas-without-value"]


def test_words_under_a_merged_cell_are_not_seen() -> None:
    workbook = book([["TT", "Việc", "Hạn"], [1, "một", "cũ"], [2, "hai", "Quý I"]])
    data = saved(workbook)
    ref = b'</sheetData><mergeCells count="1"><mergeCell ref="B2:C2"/></mergeCells>'
    source = read_xlsx(changed(data, "xl/worksheets/sheet1.xml", b"</sheetData>", ref), "a.xlsx")
    assert grids(source)[0][1] == ["1", "một", "một"]


def changed(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The package with ``old`` replaced by ``new`` in a part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as to:
        for name in source.namelist():
            content = source.read(name)
            to.writestr(name, content.replace(old, new) if name in (part, "*" + part) else content)
    return out.getvalue()


def test_strict_namespaces() -> None:
    data = saved(annex_workbook())
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as to:
        for name in source.namelist():
            content = source.read(name)
            for family in (b"spreadsheetml", b"officeDocument", b"drawingml"):
                content = content.replace(
                    b"http://schemas.openxmlformats.org/" + family + b"/2006/",
                    b"http://purl.oclc.org/ooxml/" + family + b"/",
                )
            to.writestr(name, content)
    assert read_bytes(out.getvalue(), "a.xlsx").text == read_bytes(data, "a.xlsx").text


def sheet_xml(xml: bytes) -> bytes:
    return changed(saved(book([["x"]])), "xl/worksheets/sheet1.xml", b"<sheetData>", b"<sheetData>" + xml)


ROW = b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>x</t></is></c></row>'
FAR = [
    b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>xa</t></is></c></row>',
    b"".join(b'<row r="%d" ht="12"/>' % r for r in range(3, 60_000)),
]


@pytest.mark.parametrize("xml", FAR)
def test_declared_size_costs_nothing(xml: bytes) -> None:
    source = read_xlsx(sheet_xml(xml), "a.xlsx")
    assert len(source.text) < 100


DIAGONAL = b"".join(
    b'<row r="%d"><c r="A%d"><v>1</v></c><c r="B%d"><v>1</v></c><c r="%s%d"><v>1</v></c></row>'
    % (r, r, r, openpyxl.utils.get_column_letter(r).encode(), r)
    for r in range(3, 3000)
)
SMALL = saved(book([["x"]]))
BOMB = b"<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;&b;'>]>"
HOSTILE = [
    (sheet_xml(DIAGONAL), "rộng quá"),
    (sheet_xml(b"<row><c/><c/><c/></row>" * 500), "hơn giới hạn 1000 ô"),
    (sheet_xml(b"<row"), "hỏng"),
    (changed(SMALL, "xl/worksheets/sheet1.xml", b"<worksheet", BOMB + b"<worksheet"), "hỏng"),
    (changed(SMALL, "xl/workbook.xml", b"<workbook", BOMB + b"<workbook"), "hỏng"),
    (saved(book([["x"]]))[:-100], "hỏng"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "chưa hỗ trợ"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "reason"), HOSTILE)
def test_hostile(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read_bytes(data, "a.xlsx", limits=Limits(max_cells=1000 if "1000" in reason else 100_000))


def test_time_is_bounded() -> None:
    with pytest.raises(ReadError, match="giây"):
        read_bytes(saved(annex_workbook()), "a.xlsx", limits=Limits(max_seconds=1e-9))


def test_borders_of_a_style_none() -> None:
    workbook = book([["TT", "Việc", "Hạn"], [1, "một", "Quý I"]])
    for cell in workbook.worksheets[0]["A"]:
        cell.border = Border(left=Side(None))
    annex_sheet(workbook.create_sheet("Phụ lục 2"))
    assert len(read_book(workbook).tables) == 2


def test_fonts_made_before_unicode() -> None:
    workbook = book(
        [["TT", "Néi dung", "§¬n vÞ"], [1, "B¶o trî x· héi", "Së Y tÕ"], [2, "số hóa", "Sở Y tế"]]
    )
    for row in workbook.worksheets[0].iter_rows(max_row=2):
        for cell in row:
            cell.font = Font(name=".VnTime")
    source = read_book(workbook)
    assert grids(source) == [[["TT", "Nội dung", "Đơn vị"], ["1", "Bảo trợ xã hội", "Sở Y tế"],
                              ["2", "số hóa", "Sở Y tế"]]]  # fmt: skip
    assert [note.code for note in source.notes] == ["decoded-legacy"]


@pytest.mark.skipif(not LEGACY.is_file(), reason="legacy samples are not here")
def test_legacy_sample() -> None:
    """Letters with marks of a real workbook in TCVN3, against its transcript, in their order."""
    truth = LEGACY.with_name(LEGACY.stem + ".truth.txt").read_text("utf-8")
    read_words, true_words = (" ".join(text.replace("|", " ").split()) for text in (read(LEGACY).text, truth))
    marked = sum(not c.isascii() for c in true_words)
    same = SequenceMatcher(None, read_words, true_words, autojunk=False).get_matching_blocks()
    kept = sum(not c.isascii() for block in same for c in true_words[block.b : block.b + block.size])
    assert kept / marked >= 0.99
