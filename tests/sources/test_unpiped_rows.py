"""Tables of coded rows, one cell a line: the kinds of columns tell where blank cells were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.sources.text import read_text
from extractor.sources.unpiped import read_unpiped

HEAD = [
    "TT",
    "Chỉ số",
    "Điểm tối đa",
    "Kết quả 2022",
    "Mục tiêu 2023",
    "Đơn vị chủ trì",
    "Đơn vị phối hợp",
    "Thời hạn",
]
ROWS = [
    ["1", "Nhận thức số của tỉnh", "100", "68,1", "85"],
    ["1.1", "Người đứng đầu chỉ đạo chung", "10", "10", "10 điểm", "Sở TT&TT", "VP UBND tỉnh", "Tháng 9"],
    ["1.4", "Trang thông tin về chuyển đổi số", "10", "0", "Có", "Sở TT&TT", "Tháng 8/2023"],
    ["1.9", "Truyền thanh cơ sở có mục riêng", "10", "61%", "100%", "UBND các huyện", "Sở TT&TT", "Quý III"],
    ["2", "Thể chế số của tỉnh", "100", "59", "80"],
    ["2.4", "Ban hành kiến trúc phiên bản mới", "10", "Duy trì", "Sở TT&TT", "Thường xuyên"],
    ["2.11", "Hỗ trợ doanh nghiệp", "10", "2", "Trên 10 văn bản", "Sở KH&ĐT", "Sở Công Thương", "Năm 2023"],
]  # fmt: skip
LAID = {
    "1": [0, 1, 2, 3, 4],
    "1.4": [0, 1, 2, 3, 4, 5, 7],
    "2.4": [0, 1, 2, 4, 5, 7],
    "2.11": [0, 1, 2, 3, 4, 5, 6, 7],
}


def lines(*rows: list[str]) -> list[str]:
    return [cell for row in (HEAD, *rows) for cell in row]


def test_rows_and_columns() -> None:
    table, end = read_unpiped([*lines(*ROWS), "", "Nơi nhận:"], 0)
    assert [[cell.text for cell in row] for row in table] == [HEAD, *ROWS]
    assert end == sum(map(len, (HEAD, *ROWS)))
    places = {row[0].text: [cell.column for cell in row] for row in table[1:]}
    assert {label: places[label] for label in LAID} == LAID


@pytest.mark.parametrize(
    ("cells", "joined"),
    [
        (["Sở Nội vụ;", "UBND các huyện"], "Sở Nội vụ; UBND các huyện"),
        (["Sở Nội vụ,", "UBND các huyện"], "Sở Nội vụ, UBND các huyện"),
        (["Các sở, ban,", "ngành tỉnh"], "Các sở, ban, ngành tỉnh"),
        (["Sở Tài chính", "và các huyện"], "Sở Tài chính và các huyện"),
        (["Sở Giáo dục -", "Đào tạo"], "Sở Giáo dục - Đào tạo"),
    ],
)
def test_cells_over_two_lines(cells: list[str], joined: str) -> None:
    row = ["1.5", "Cổng thông tin có chuyên mục", "10", "9", "Có", "Sở TT&TT", *cells, "Quý II/2023"]
    table, _ = read_unpiped(lines(ROWS[1], row, ROWS[3], ROWS[6]), 0)
    assert [cell.text for cell in table[2]][6] == joined


def test_as_a_document() -> None:
    source = read_text("PHỤ LỤC\n" + "\n".join(lines(*ROWS)) + "\n\nNơi nhận:\n- Lưu: VT.\n", "a.txt")
    (table,) = source.tables
    assert (table.columns, len(table.rows)) == (8, 8)


GROUPED = [
    ["I", "NHẬN THỨC SỐ", "100", "71,0"],
    ["1", "Tần suất phát chuyên mục trên hệ thống", "truyền thanh cơ sở", "10", "4,2", "Ít nhất 2 lần/tuần",
     "UBND các huyện", "UBND các xã", "Thường xuyên"],
    ["2", "Trang tin chuyển đổi số", "10", "5", "Có trang tin riêng", "Sở Nội vụ", "Sở Y tế", "Quý II/2023"],
    ["II", "NHÂN LỰC SỐ", "100", "44,5"],
    ["3", "Tỷ lệ viên chức được tập huấn", "10", "3,9", "Cấp tỉnh 80%, cấp huyện 60%, cấp xã", "trên 40%",
     "Sở Nội vụ", "Các trường, các trung tâm bồi dưỡng", "chính trị huyện", "Tháng 9/2023"],
    ["4", "Số người dân học kỹ năng số", "5", "0", "70%", "Tỉnh đoàn", "Trước 15/12/2023"],
]  # fmt: skip
WHOLE = {
    "1": (8, "Tần suất phát chuyên mục trên hệ thống truyền thanh cơ sở"),
    "2": (8, "Trang tin chuyển đổi số"),
    "3": (8, "Tỷ lệ viên chức được tập huấn"),
    "4": (7, "Số người dân học kỹ năng số"),
}


def test_running_numbers_between_groups() -> None:
    """Cells run over lines, one is blank, groups have points only, the header comes again on a new page."""
    flat = [cell for row in (HEAD, *GROUPED[:3]) for cell in row]
    flat += ["2", *HEAD, *(cell for row in GROUPED[3:] for cell in row)]
    table, end = read_unpiped([*flat, "", "Nơi nhận:"], 0)
    assert end == len(flat)
    assert [row[0].text for row in table[1:]] == ["I", "1", "2", "II", "3", "4"]
    for row in table[1:]:
        label = row[0].text
        if label in WHOLE:
            assert (len(row), row[1].text) == WHOLE[label]
        else:
            assert [cell.column for cell in row] == [0, 1, 2, 3]
    assert table[5][6].text == "Các trường, các trung tâm bồi dưỡng chính trị huyện"
    assert [cell.column for cell in table[6]] == [0, 1, 2, 3, 4, 5, 7]


@given(
    st.lists(
        st.sampled_from([cell for row in (*ROWS, *GROUPED) for cell in row] + ["", "3.1", "x" * 300]),
        max_size=60,
    )
)
def test_any_lines_end(cells: list[str]) -> None:
    table, end = read_unpiped([*HEAD, *cells], 0)
    assert 0 <= end <= len(HEAD) + len(cells)
    for row in table:
        places = [cell.column for cell in row if cell.column is not None]
        assert places == sorted(set(places)) and all(place < len(table[0]) for place in places)
