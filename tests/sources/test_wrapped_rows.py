"""Rows of piped cells wrapped at a width."""

from __future__ import annotations

import time

import pytest

from extractor.sources.text import read_text
from extractor.sources.wrapped_rows import unwrapped


def grid(text: str) -> list[list[str]]:
    source = read_text(text, "a.txt")
    assert len(source.tables) == 1
    return [[source.text[c.start : c.end] if c else "" for c in row] for row in source.tables[0].grid()]


ROADMAP = """Lộ trình như sau:
Chỉ tiêu | Cơ quan theo dõi | 2031
| 2032 | 2033
Xã có trạm 5G | Sở Khoa
học và Công nghệ | 10 | 20 | 30
Hộ gia đình có đường
truyền cáp quang (%) | Sở Xây dựng | 40 | 55
| 70
Hồ sơ số hóa (%)
| | 50 | 65 | trên 80
III. GIẢI PHÁP
"""
LABELLED = """TT | Dự án | Chủ trì | Thời gian
1 | Nền tảng dữ liệu dùng
chung của tỉnh | Sở Nội vụ | 2031-
2032
2 | Trường học số |
Sở Giáo dục và Đào tạo | 2033
3 | Truyền thanh thông minh
| | 2031-2034
Tổng cộng | | | 3 dự án
"""
OUTER = """| Mã | Nội dung | Cơ quan chủ trì | Hạn |
| 1.1 | Rà soát quy chế bảo
vệ dữ liệu cá nhân | Công an tỉnh | 30/6/2031 |
| 1.2 | Tập huấn | Sở Nội
vụ | |
| 1.3 | Mua máy chủ | Sở Tài chính | Quý
II/2031 |
"""
BLANKS = """STT | Tên chỉ số | Điểm tối đa

| Điểm năm 2030

1 | Nhận thức số | 100

| 82,5

2 | Thể chế số | 100 | 70

Nguồn: Bộ.
"""
HEADER_IN_TWO = """Tên nhiệm
vụ | Đơn vị | Kết quả cần
đạt
Mở lớp học số | Tỉnh đoàn | 12 lớp cho
thanh niên
Lập kho học liệu dùng chung | Sở
Giáo dục | 300 bài
"""
TOTAL_FIRST_CELL_EMPTY = """TT | Địa phương | Số tổ
| Số người
1 | Xã Bình Minh và các
thôn | 4 | 28
2 | Xã Long Hải | 5 | 35
| Cộng | 9 | 63
"""
YEARS = """Phân kỳ
Năm | 2031 | 2032 | 2033
| 2034 | Cộng
Kinh phí | 18.000 |
62.000 | 46.000 | 30.000 | 156.000
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (YEARS, [["Năm", "2031", "2032", "2033", "2034", "Cộng"],
                 ["Kinh phí", "18.000", "62.000", "46.000", "30.000", "156.000"]]),
        (ROADMAP, [["Chỉ tiêu", "Cơ quan theo dõi", "2031", "2032", "2033"],
                   ["Xã có trạm 5G", "Sở Khoa học và Công nghệ", "10", "20", "30"],
                   ["Hộ gia đình có đường truyền cáp quang (%)", "Sở Xây dựng", "40", "55", "70"],
                   ["Hồ sơ số hóa (%)", "", "50", "65", "trên 80"]]),
        (LABELLED, [["TT", "Dự án", "Chủ trì", "Thời gian"],
                    ["1", "Nền tảng dữ liệu dùng chung của tỉnh", "Sở Nội vụ", "2031-2032"],
                    ["2", "Trường học số", "Sở Giáo dục và Đào tạo", "2033"],
                    ["3", "Truyền thanh thông minh", "", "2031-2034"],
                    ["Tổng cộng", "", "", "3 dự án"]]),
        (OUTER, [["Mã", "Nội dung", "Cơ quan chủ trì", "Hạn"],
                 ["1.1", "Rà soát quy chế bảo vệ dữ liệu cá nhân", "Công an tỉnh", "30/6/2031"],
                 ["1.2", "Tập huấn", "Sở Nội vụ", ""],
                 ["1.3", "Mua máy chủ", "Sở Tài chính", "Quý II/2031"]]),
        (BLANKS, [["STT", "Tên chỉ số", "Điểm tối đa", "Điểm năm 2030"], ["1", "Nhận thức số", "100", "82,5"],
                  ["2", "Thể chế số", "100", "70"]]),
        (HEADER_IN_TWO, [["Tên nhiệm vụ", "Đơn vị", "Kết quả cần đạt"],
                         ["Mở lớp học số", "Tỉnh đoàn", "12 lớp cho thanh niên"],
                         ["Lập kho học liệu dùng chung", "Sở Giáo dục", "300 bài"]]),
        (TOTAL_FIRST_CELL_EMPTY, [["TT", "Địa phương", "Số tổ", "Số người"],
                                  ["1", "Xã Bình Minh và các thôn", "4", "28"],
                                  ["2", "Xã Long Hải", "5", "35"], ["", "Cộng", "9", "63"]]),
    ],
)  # fmt: skip
def test_wrapped_rows_are_joined(text: str, expected: list[list[str]]) -> None:
    assert grid(text) == expected


BESIDE = [
    "Nơi nhận: | TM. ỦY BAN\n- Như trên; | KT. CHỦ TỊCH\n- Các sở; | PHÓ CHỦ TỊCH\n"
    "- Lưu: VT. |\n- Báo; | Lê A\n",
    "Mục đích | ý nghĩa\nCăn cứ | văn bản\nMốc | thời gian\nNơi | người\n",
]


@pytest.mark.parametrize("above", BESIDE)
def test_a_table_of_whole_rows_below_other_pipes(above: str) -> None:
    """Two columns of a signature were read as one row with the rows of the annex below it."""
    rows = [
        "Mã | Chỉ số | Điểm | Mục tiêu | Chủ trì",
        "1 | NHẬN THỨC | 20 | |",
        "1.1 | Trang tin | 10 | 10 | Sở A",
        "1.2 | Chuyên mục | 10 | 8 | Đài",
        "2 | THỂ CHẾ | 10 | |",
        "2.1 | Nghị quyết | 10 | 10 | Sở A",
    ]
    source = read_text(f"{above}\nPHỤ LỤC\nPhân công\n\n" + "\n".join(rows), "a.txt")
    (table,) = source.tables
    assert table.columns == 5 and len(table.rows) == len(rows)


@pytest.mark.parametrize(
    "text",
    [
        "a | b | c\nd | e | f\ng | h | i",  # nothing is wrapped
        "STT |\nChỉ tiêu |\nĐơn vị |\n1 |\nHộ có cáp |\n% |\n2 |\nXã |\n% |",  # one cell to a line
        "-------\n|\nCỘNG HÒA\n|\nSố: 12/KH\n|\nTỉnh, ngày 02\n|",  # a letterhead in pieces
        "Số hiệu | 12/KH |\nKý | A |\nỦY BAN |\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM |\nSố 2 | a |",
        "Tên |\nĐơn vị chủ\ntrì |\nLớp số | Tỉnh đoàn |\nKho học liệu |\nSở Giáo\ndục |",
        "Số hiệu | 12/KH\nNgày | 02/3\nNgười ký | A",
    ],
)
def test_other_pipes_stay(text: str) -> None:
    assert unwrapped(text.split("\n")) == text.split("\n")


def test_only_the_words_that_begin_the_header_come_with_it() -> None:
    head = "Ngắn\nBảng sau\nTên nhiệm\nvụ | Đơn vị | Kết quả\n"
    text = head + "Mở lớp | Tỉnh đoàn | 12 lớp cho\nthanh niên\nLập kho | Sở Y tế | 3 kho"
    assert unwrapped(text.split("\n"))[:3] == ["Ngắn", "Bảng sau", "| Tên nhiệm vụ | Đơn vị | Kết quả |"]


SIGNED = """Nơi nhận: | TM. ỦY BAN NHÂN DÂN
- Như trên; | CHỦ TỊCH
- Lưu: VT. | Trần Văn Mẫu
"""
ROWS = """
Mã | Tên | Điểm | Kết quả
1 | NHẬN THỨC | 30 | 22
1.1 | Họp | 10 | 8,5
1.2 | Bản tin | 10 | 7,0
1.3 | Sách | 10 | 6,5
2 | THỂ CHẾ | 10 | 3,0
"""


def test_recipients_open_no_table() -> None:
    text = SIGNED + "\nPHỤ LỤC\n" + ROWS
    assert unwrapped(text.split("\n")) == text.split("\n")
    table = read_text(text, "a.txt").tables[-1]
    assert [len(row) for row in table.rows] == [4] * 6


def test_text_before_and_behind_stays() -> None:
    source = read_text(ROADMAP, "a.txt")
    around = [source.quote(b.start, b.end) for b in source.blocks if b.table is None]
    assert around == ["Lộ trình như sau:", "III. GIẢI PHÁP"]


@pytest.mark.parametrize(
    "text",
    [
        "a | b\nc\n" * 30_000,
        "a | b | c\n\nx\n" * 30_000,
        "|a\n" * 60_000,
        "a|" * 90_000,
        "| a | b |\n|" + "--|" * 50_000 + "x",
    ],
)
def test_time_is_bounded(text: str) -> None:
    begun = time.perf_counter()
    unwrapped(text.split("\n"))
    assert time.perf_counter() - begun < 5


SIGNED = """Nơi nhận: | TM. ỦY BAN NHÂN DÂN
- Các sở, ban, ngành; | KT. CHỦ TỊCH
- UBND các huyện; | PHÓ CHỦ TỊCH
- Lưu: VT. | Lê Văn Mẫu

PHỤ LỤC II
DANH MỤC NHIỆM VỤ

TT | Nhiệm vụ | Chủ trì | Thời hạn
1 | Số hóa hồ sơ đất đai | Sở Nội vụ | Quý II
2 | Nâng cấp kho dữ liệu | Sở Tài chính | Quý III
3 | Mở lớp kỹ năng số | Sở Y tế | Quý IV
"""


def test_an_annex_behind_a_signature_block_is_not_its_last_cell() -> None:
    rows = grid(SIGNED)
    assert rows[0] == ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"]
    assert len(rows) == 4
