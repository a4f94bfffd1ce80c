"""Annex tables: roles of columns by header and contents, kinds of tables, rows, groups, codes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.sources.builder import CellInput, SourceBuilder
from extractor.sources.model import Source
from extractor.structure.annex import Annex, AnnexRow, header_role, read_annexes

YEAR = 2024
Row = list[str | CellInput]


def source_of(*rows: Row) -> Source:
    builder = SourceBuilder("a.txt", "text")
    builder.table([[CellInput(c) if isinstance(c, str) else c for c in row] for row in rows])
    return builder.build()


def annex(*rows: Row) -> tuple[Source, Annex]:
    source = source_of(*rows)
    (found,) = read_annexes(source, YEAR)
    return source, found


def words(source: Source, row: AnnexRow, role: str) -> list[str]:
    return [source.text[c.start : c.end] for _, c in row.cells.get(role, ())]  # type: ignore[call-overload]


HEADERS: list[tuple[str, str]] = [
    ("STT", "number"),
    ("Số TT", "number"),
    ("Nội dung nhiệm vụ", "name"),
    ("Chỉ tiêu", "name"),
    ("Thang điểm", "points"),
    ("Đơn vị tính", "measure"),
    ("Thời gian hoàn thành", "deadline"),
    ("Mục tiêu năm 2024", "target"),
    ("Kết quả cần đạt", "target"),
    ("Sản phẩm", "deliverable"),
    ("Cơ quan chủ trì", "lead"),
    ("Đơn vị chủ trì thực hiện", "lead"),
    ("Cơ quan phối hợp", "support"),
    ("Chủ trì / Phối hợp", "lead"),
    ("Đơn vị chủ trì, đơn vị phối hợp", "lead"),
    ("Tháng", "deadline"),
    ("Quý", "deadline"),
    ("Đơn vị theo dõi", "monitor"),
    ("Ghi chú", "notes"),
    ("Dự toán kinh phí", "budget"),
    ("", "unknown"),
]


@pytest.mark.parametrize(("text", "role"), HEADERS)
def test_header_role(text: str, role: str) -> None:
    assert header_role(text)[0] == role


KINDS: list[tuple[list[Row], str]] = [
    ([["TT", "Nhiệm vụ", "Chủ trì", "Hạn"], ["1", "Lập kế hoạch", "Sở Y tế", "Quý I"]], "tasks"),
    ([["TT", "Chỉ tiêu", "Mục tiêu năm 2024"], ["1", "Tỷ lệ xã có cáp", "90%"]], "targets"),
    ([["TT", "Chỉ số", "Điểm tối đa", "Điểm đạt được năm 2023"], ["1", "Hạ tầng", "100", "61"]], "scores"),
    ([["TT", "Danh mục", "Dự toán"], ["1", "Máy chủ", "500"]], "other"),
]


@pytest.mark.parametrize(("rows", "kind"), KINDS)
def test_kinds(rows: list[Row], kind: str) -> None:
    assert annex(*rows)[1].kind == kind


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (0, 1, 4, 3, 2), (0, 2, 1, 4, 3)])
def test_columns_in_any_order(order: tuple[int, ...]) -> None:
    header = ["STT", "Nội dung công việc", "Đơn vị thực hiện", "Đơn vị phối hợp", "Thời hạn"]
    body = [["1", "Lập bản đồ số của huyện", "Sở Xây dựng", "Sở Tài chính", "Tháng 6"]] * 2
    source, found = annex([header[i] for i in order], *[[row[i] for i in order] for row in body])
    row = found.rows[0]
    assert words(source, row, "name") == ["Lập bản đồ số của huyện"]
    assert words(source, row, "lead") == ["Sở Xây dựng"]
    assert words(source, row, "support") == ["Sở Tài chính"]
    assert words(source, row, "deadline") == ["Tháng 6"]
    assert row.label == "1"


def test_a_header_of_two_lines() -> None:
    source, found = annex(
        [
            CellInput("TT", row_span=2),
            CellInput("Chỉ tiêu", row_span=2),
            CellInput("Mục tiêu", column_span=2),
        ],
        [CellInput("2024", 2), CellInput("2025", 3)],
        ["1", "Tỷ lệ chợ có mã QR", "50%", "70%"],
    )
    assert [(c.role, c.year) for c in found.columns[2:]] == [("target", 2024), ("target", 2025)]
    assert words(source, found.rows[0], "target") == ["50%", "70%"]


def test_past_years_are_results() -> None:
    _, found = annex(
        ["TT", "Chỉ tiêu", "ĐVT", "Năm 2022", "Năm 2023", "Năm 2024"],
        ["1", "Tỷ lệ chợ có mã QR", "%", "20", "31", "50"],
        ["2", "Tỷ lệ xã có loa", "%", "20", "31", "50"],
    )
    assert [c.role for c in found.columns] == ["number", "name", "measure", "result", "result", "target"]


def test_a_shared_cell_belongs_to_each_of_its_rows() -> None:
    source, found = annex(
        ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
        ["1", "Lập hồ sơ số", CellInput("Sở Y tế", row_span=2), "Quý I"],
        ["2", "Ký số hồ sơ", CellInput("Quý II", 3)],
    )
    assert [words(source, r, "lead") for r in found.rows] == [["Sở Y tế"], ["Sở Y tế"]]


def test_group_rows_head_the_rows_below() -> None:
    source, found = annex(
        ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
        ["I", "Hạ tầng số", "", ""],
        ["1", "Lắp cáp quang tới thôn", "Sở Xây dựng", "Quý II"],
        ["II", "Nhân lực số", "", ""],
        ["1", "Mở lớp kỹ năng", "Sở Nội vụ", "Quý III"],
    )
    assert [r.groups for r in found.rows] == [("Hạ tầng số",), ("Nhân lực số",)]
    assert [words(source, r, "lead") for r in found.rows] == [["Sở Xây dựng"], ["Sở Nội vụ"]]


@pytest.mark.parametrize("label", ["1", "1.1", "12.b", "IV", "a", "KH20_N01.1", "(1)", "3."])
def test_codes_of_rows(label: str) -> None:
    _, found = annex(
        ["TT", "Nhiệm vụ", "Chủ trì"], [label, "Lập hồ sơ số", "Sở Y tế"], ["x", "y z", "Sở Y tế"]
    )
    assert found.rows[0].label.strip("().") == label.strip("().")


def test_a_header_printed_again_is_no_row() -> None:
    header: Row = ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp"]
    row: Row = ["1", "Lập hồ sơ số", "Sở Y tế", "Sở Nội vụ"]
    _, found = annex(header, row, header, ["2", *row[1:]])
    assert [r.label for r in found.rows] == ["1", "2"]


def test_a_header_beside_the_title_of_a_group_is_no_row() -> None:
    head: Row = ["STT", "Nhiệm vụ", "Đơn vị thực hiện", "Đơn vị phối hợp", "Thời gian thực hiện"]
    source, found = annex(
        head, ["1", "Lập kế hoạch", "Sở Y tế", "Sở Nội vụ", "Quý I"],
        ["II", "Kinh tế số nông nghiệp", "Nội dung", "Đơn vị thực hiện", "Đơn vị phối hợp"],
        ["2", "Mở sàn", "Sở Công Thương", "Sở Y tế", "Quý II"],
    )  # fmt: skip
    assert [words(source, row, "name") for row in found.rows] == [["Lập kế hoạch"], ["Mở sàn"]]
    assert found.rows[1].groups == ("Kinh tế số nông nghiệp",)


def test_numbers_under_the_header_are_no_row() -> None:
    _, found = annex(["TT", "Nhiệm vụ", "Chủ trì"], ["(1)", "(2)", "(3)"], ["1", "Lập hồ sơ số", "Sở Y tế"])
    assert [r.label for r in found.rows] == ["1"]


@pytest.mark.parametrize(
    ("head", "values", "role"),
    [
        ("Ngưỡng", ["Tối thiểu 85%", "Trên 70%"], "target"),
        ("Mức đạt", ["85%", "tăng dần"], "target"),
        ("Định hướng", ["Không dưới 90%", "≥ 95 điểm", "Từ 40% trở lên"], "target"),
        ("Cách làm", ["Rà soát hằng quý", "Tập huấn 5 lớp"], "unknown"),
        ("Căn cứ", ["Kế hoạch 85/KH-UBND", "Quyết định 90/QĐ-UBND"], "unknown"),
    ],
)
def test_a_head_never_seen_is_settled_by_its_cells(head: str, values: list[str], role: str) -> None:
    rows: list[Row] = [["1", f"Tỷ lệ thứ {value}", value, "Sở TT&TT"] for value in values]
    _, found = annex(["STT", "Chỉ tiêu", head, "Cơ quan chủ trì"], *rows)
    assert found.columns[2].role == role


HEADS: list[list[str | CellInput]] = [
    ["TT", "Chỉ tiêu", "Kết quả 2023", "Mục tiêu năm 2024", "Chủ trì", "Hoàn thành"],
    ["Mã", "Nội dung", "Hiện trạng", "Cần đạt", "Nơi lo", "Xong khi nào"],
]


@pytest.mark.parametrize("head", HEADS)
def test_a_head_printed_again_on_the_next_page_is_no_row(head: list[str | CellInput]) -> None:
    one: Row = ["1", "Hộ có cáp quang", "40%", "60%", "Sở TT&TT", "30/9/2024"]
    two: Row = ["2", "Máy trạm có phần mềm", "50%", "70%", "Công an tỉnh", "31/10/2024"]
    _, found = annex(head, one, head, two)
    assert [row.label for row in found.rows] == ["1", "2"]


def test_tables_to_skip() -> None:
    source = source_of(["TT", "Nhiệm vụ", "Chủ trì"], ["1", "Lập hồ sơ số", "Sở Y tế"])
    assert read_annexes(source, YEAR, frozenset({0})) == []


CELL = st.sampled_from(["", "STT", "Nhiệm vụ", "Chủ trì", "Mục tiêu", "Năm 2023", "1", "I", "90%", "Sở Y tế"])


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(CELL, max_size=5), max_size=6))
def test_any_table(rows: list[list[str]]) -> None:
    builder = SourceBuilder("a.txt", "text")
    builder.table([[CellInput(c) for c in row] for row in rows])
    source = builder.build()
    for found in read_annexes(source, YEAR):
        table = source.tables[found.table]
        assert len(found.columns) == table.columns
        assert all(0 <= row.row < len(table.rows) for row in found.rows)
