"""Tables whose columns are parted by runs of spaces, and layouts of spaces that are no tables."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.sources.model import Source
from extractor.sources.spaced import spaced_tables
from extractor.sources.text import read_text


def grid(source: Source, table: int = 0) -> list[list[str]]:
    return [[source.text[c.start : c.end] if c else "" for c in row] for row in source.tables[table].grid()]


COUNTS = """Phân bổ như sau:

STT    Xã, phường         Số tổ      Số người
1      Xã Bình Hòa        4          28
2      Xã Long Mỹ         5          35
       Cộng               9          63
Các xã bố trí nhân lực.
"""
SPACED_OUT = """TT    Trường học            Số lớp    Máy tính

1     Tiểu học An Lạc       12        40

2     Tiểu học Kim Đồng     9         30

      Tổng cộng             21        70

II. GIẢI PHÁP
"""
WRAPPED = """TT   Nội dung               Đơn vị chủ trì       Thời gian
1    Mở lớp tập huấn về     Sở Nội vụ            Quý I/2031
     dữ liệu mở cho cán
     bộ xã
2    Nâng cấp cổng dữ       Sở Khoa học và       Tháng
     liệu tỉnh              Công nghệ            6/2031
3    Thuê đường truyền      Văn phòng tỉnh       Cả năm
"""
RIGHT_ALIGNED = """                                   Kết quả    Mục tiêu
STT  Chỉ tiêu                         2030        2031
  1  Hộ có cáp quang                  71,5%        80%
  2  Người có chữ ký số                8,2%        20%
 10  Trường học dùng học bạ số          100        140
"""
UNLABELLED = """Địa phương                  Hồ sơ nhận    Hồ sơ trực tuyến    Tỷ lệ (%)
Huyện Sông Mây                   1.240                 910        73,4
Huyện Núi Cấm                      980                 655        66,8
Thị xã Bến Gỗ và các xã            310                 120        38,7
vùng ven
"""
GROUPED = """STT   Tên chỉ tiêu             Đơn vị      Năm 2032
I     Hạ tầng số và dữ liệu dùng chung của tỉnh
1     Xã có trạm 5G            xã          40
2     Hộ có Internet           %           85
II    Kinh tế số
1     Doanh nghiệp số          DN          120
"""
TWO_TIERS = """TT   Chỉ tiêu               Năm 2030               Năm 2031
                        Số xã      Tỷ lệ       Số xã      Tỷ lệ
1    Xã có tổ số        12         40%         30         100%
2    Xã có điểm wifi    6          20%         15         50%
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (COUNTS, [["STT", "Xã, phường", "Số tổ", "Số người"], ["1", "Xã Bình Hòa", "4", "28"],
                  ["2", "Xã Long Mỹ", "5", "35"], ["", "Cộng", "9", "63"]]),
        (SPACED_OUT, [["TT", "Trường học", "Số lớp", "Máy tính"], ["1", "Tiểu học An Lạc", "12", "40"],
                      ["2", "Tiểu học Kim Đồng", "9", "30"], ["", "Tổng cộng", "21", "70"]]),
        (WRAPPED, [["TT", "Nội dung", "Đơn vị chủ trì", "Thời gian"],
                   ["1", "Mở lớp tập huấn về dữ liệu mở cho cán bộ xã", "Sở Nội vụ", "Quý I/2031"],
                   ["2", "Nâng cấp cổng dữ liệu tỉnh", "Sở Khoa học và Công nghệ", "Tháng 6/2031"],
                   ["3", "Thuê đường truyền", "Văn phòng tỉnh", "Cả năm"]]),
        (RIGHT_ALIGNED, [["STT", "Chỉ tiêu", "Kết quả 2030", "Mục tiêu 2031"],
                         ["1", "Hộ có cáp quang", "71,5%", "80%"], ["2", "Người có chữ ký số", "8,2%", "20%"],
                         ["10", "Trường học dùng học bạ số", "100", "140"]]),
        (UNLABELLED, [["Địa phương", "Hồ sơ nhận", "Hồ sơ trực tuyến", "Tỷ lệ (%)"],
                      ["Huyện Sông Mây", "1.240", "910", "73,4"], ["Huyện Núi Cấm", "980", "655", "66,8"],
                      ["Thị xã Bến Gỗ và các xã vùng ven", "310", "120", "38,7"]]),
        (TWO_TIERS, [["TT", "Chỉ tiêu", "Năm 2030", "Năm 2030", "Năm 2031", "Năm 2031"],
                     ["TT", "Chỉ tiêu", "Số xã", "Tỷ lệ", "Số xã", "Tỷ lệ"],
                     ["1", "Xã có tổ số", "12", "40%", "30", "100%"],
                     ["2", "Xã có điểm wifi", "6", "20%", "15", "50%"]]),
    ],
)  # fmt: skip
def test_columns_of_spaces_are_a_table(text: str, expected: list[list[str]]) -> None:
    source = read_text(text, "a.txt")
    assert len(source.tables) == 1
    assert grid(source) == expected


def test_titles_of_groups_stand_in_the_table() -> None:
    rows = grid(read_text(GROUPED, "a.txt"))
    assert [row[0] for row in rows] == ["STT", "I", "1", "2", "II", "1"]
    assert rows[1][1] == "Hạ tầng số và dữ liệu dùng chung của tỉnh"
    assert rows[3] == ["2", "Hộ có Internet", "%", "85"]


def test_the_text_around_a_table_stays() -> None:
    source = read_text(COUNTS, "a.txt")
    around = [source.quote(b.start, b.end) for b in source.blocks if b.table is None]
    assert around == ["Phân bổ như sau:", "Các xã bố trí nhân lực."]


def test_two_tables_below_one_another_keep_their_columns() -> None:
    source = read_text(COUNTS.replace("Các xã bố trí nhân lực.", "Bảng khác:") + UNLABELLED, "a.txt")
    assert [len(table.rows) for table in source.tables] == [4, 4]


NO_TABLES = [
    # letterheads in two columns and with three pieces on a line
    "UBND TỈNH MÂY NGÀN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "SỞ NỘI VỤ                       Độc lập - Tự do - Hạnh phúc\n"
    "Số: 12/KH-SNV                   Mây Ngàn, ngày 02 tháng 3 năm 2031\n",
    "ỦY BAN     NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "TỈNH       MÂY NGÀN        Độc lập - Tự do - Hạnh phúc\n"
    "Số:        12              /KH-UBND\n",
    # signatures
    "Nơi nhận:                     TM. ỦY BAN NHÂN DÂN\n"
    "- Như Điều 3;                 KT. CHỦ TỊCH\n- Lưu: VT.                    PHÓ CHỦ TỊCH\n",
    "NGƯỜI LẬP BIỂU        KẾ TOÁN TRƯỞNG        THỦ TRƯỞNG ĐƠN VỊ\n"
    "(Ký, họ tên)          (Ký, họ tên)          (Ký, đóng dấu)\n"
    "Trần Văn A            Lê Thị B              Phạm Văn C\n",
    # justified prose with double spaces
    "Tỉnh  đẩy mạnh  chuyển đổi số  trong mọi lĩnh vực  của đời sống,\n"
    "phấn đấu  80% hồ sơ  được xử lý  trên môi trường mạng và  100%\n"
    "cán bộ  được tập huấn  về kỹ năng  số trong năm  2031 theo  lộ trình\n"
    "đã đề ra  tại nghị quyết  của tỉnh  với  12 nhiệm vụ  cụ thể.\n",
    # a table of contents has no header
    "1      Mục tiêu           3\n2      Nhiệm vụ           5\n3      Kinh phí           9\n",
    # numbered items with wide gaps
    "1.   Tỷ lệ hồ sơ trực tuyến      80%\n2.   Hộ có cáp quang             90%\n"
    "3.   Người có chữ ký số          20%\n",
]


@pytest.mark.parametrize("text", NO_TABLES)
def test_other_columns_are_no_table(text: str) -> None:
    assert spaced_tables(text.split("\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        "1  a  2\n" * 10_000,
        "a  b  c\n" * 10_000,
        "STT  a  b\n1  b  c\n2  c  d\nx\n" * 3_000,
        "a" + "  b" * 20_000,
        "TT  Việc     Hạn\n" + ("    rà soát  Quý\n" * 9 + "1   Dữ liệu  I\n" + "    số       I\n" * 9) * 800,
        "a  b  c\n" * 5_000 + "x  1  2\n" * 7_000,
    ],
)
def test_time_is_bounded(text: str) -> None:
    begun = time.perf_counter()
    spaced_tables(text.split("\n"))
    assert time.perf_counter() - begun < 5


WORDS = ["1", "2", "STT", "Hộ", "80%", "  ", "     ", "I"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=9), max_size=12))
def test_any_spacing_is_read(parts: list[list[str]]) -> None:
    lines = ["  ".join(line) for line in parts]
    source = read_text("\n".join(lines), "a.txt")
    for word in ("Hộ", "80%"):
        assert source.text.count(word) == sum(line.count(word) for line in lines)
