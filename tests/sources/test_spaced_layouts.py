"""Layouts of tables in columns of spaces: wrapped, parted by blank lines, over pages, set in the middle."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from extractor import extract
from extractor.sources.model import Source
from extractor.sources.spaced import spaced_tables
from extractor.sources.text import read_text

Rows = list[list[str]]


def grid(source: Source, table: int = 0) -> Rows:
    return [[source.text[c.start : c.end] if c else "" for c in row] for row in source.tables[table].grid()]


BLANKS = """                       PHỤ LỤC 1
        (Kèm theo Kế hoạch số 9/KH-SYT ngày 05/02/2031)

TT   Nội dung công việc                Chủ trì                    Phối hợp             Hạn

A    Khám chữa bệnh

1    Liên thông dữ liệu khám bệnh      Phòng Nghiệp vụ Y          Các bệnh viện        30/6/2031
     bảo hiểm y tế

2    Nâng cấp bệnh án điện tử          Bệnh viện đa khoa                               Quý III/2031
                                       tỉnh

B    Y tế dự phòng

3    Sổ tiêm chủng điện tử                                        Trạm y tế xã,
                                                                  phường

                       PHỤ LỤC 2
        (Kèm theo Kế hoạch số 9/KH-SYT ngày 05/02/2031)

TT   Khoản chi                         Ngân sách       Cộng

1    Thuê máy chủ                      120             120

2    Tập huấn                          80              80

     Tổng cộng                         200             200

     Nơi nhận:                                  KT. GIÁM ĐỐC
     - Bộ Y tế;                                 PHÓ GIÁM ĐỐC
"""
TOUCHING = """\
STT  Đầu việc                      Đơn vị chủ trì               Đơn vị phối hợp    Tiến độ       Vốn (tỷ)
I    HẠ TẦNG                                                                                     12,5
1    Lắp trạm quan trắc            Sở Nông nghiệp và Môi trường Sở Tài chính       Quý I/2031    4,5
2    Dựng trung tâm dữ liệu ngành  Sở Khoa học và Công nghệ     Công an tỉnh       Quý II/2031   8
II   ỨNG DỤNG                                                                                    6
3    Phần mềm quản lý tàu cá       Sở Nông nghiệp và Môi trường Bộ đội Biên phòng  Quý III/2031  2
4    Cổng bản đồ đất đai           Sở Nông nghiệp và Môi trường Văn phòng tỉnh     Quý IV/2031   3
5    Sàn nông sản                  Sở Công Thương                                                1
     CỘNG                                                                                        18,5
"""
PAGES = """                                           Mục tiêu
Số TT    Chỉ tiêu                  ĐVT                 Cơ quan chủ trì
                                           2031
1        Xã phủ sóng 5G            %       85          Sở Khoa học và
                                                       Công nghệ
2        Hộ nghèo được cấp thiết   hộ      1.200       UBND các xã và
                     14
\f                                                 Mục tiêu
  Số TT    Chỉ tiêu                      ĐVT                     Cơ quan chủ trì
                                                 2031
           bị thông minh                                         các phường
  3        Trường có phòng học số        trường  60              Sở Giáo dục và
                                                                 Đào tạo
                     15
\f      4    Thư viện số        thư viện   4         Sở Văn hóa

Các cơ quan báo cáo trước ngày 30/11/2031 về Sở Khoa học và Công nghệ.
"""
CENTRED = """                                                     Tiến độ
STT            Nhiệm vụ           Cơ quan chủ trì       hoàn         Sản phẩm
                                                      thành
      Ban hành quy chế chia sẻ                                   Quyết định của
 1                                Sở Tư pháp          Quý I
      dữ liệu                                                    UBND tỉnh
      Tổ chức tập huấn cho cán
 2    bộ tổ công nghệ số ở các    Tỉnh đoàn           Quý II     Báo cáo
      thôn, bản
                                  Trung tâm Công
 3    Nâng cấp cổng dữ liệu       nghệ thông tin      Quý III    Cổng dữ liệu
                                  và Truyền thông
 4    Đánh giá an toàn mạng       Công an tỉnh        Quý IV     Biên bản
"""
STACKED = """ST                                        Thời gian
     Công trình           Địa điểm
T                                         hoàn thành
1    Trạm phát lại        Xã Tân Sơn      Tháng 5
2    Nhà văn hóa số       Xã Bản Mù       Tháng 9
3    Camera giao thông    Quốc lộ 32      Tháng 12
"""
TABBED = (
    "STT\tChỉ số\t\t\tĐiểm\tCơ quan theo dõi\n1\tHạ tầng số\t\t12,5\tSở Khoa học và Công\n\t\t\t\t\tnghệ\n"
    "2\tNhân lực số\t\t8\tSở Nội vụ\n3\tAn toàn thông tin\t9,75\tCông an tỉnh\n"
).expandtabs(8)
EXPECTED: list[tuple[str, list[Rows]]] = [
    (BLANKS, [
        [["TT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Hạn"], ["A", "Khám chữa bệnh", "", "", ""],
         ["1", "Liên thông dữ liệu khám bệnh bảo hiểm y tế", "Phòng Nghiệp vụ Y", "Các bệnh viện",
          "30/6/2031"],
         ["2", "Nâng cấp bệnh án điện tử", "Bệnh viện đa khoa tỉnh", "", "Quý III/2031"],
         ["B", "Y tế dự phòng", "", "", ""],
         ["3", "Sổ tiêm chủng điện tử", "", "Trạm y tế xã, phường", ""]],
        [["TT", "Khoản chi", "Ngân sách", "Cộng"], ["1", "Thuê máy chủ", "120", "120"],
         ["2", "Tập huấn", "80", "80"], ["", "Tổng cộng", "200", "200"]],
    ]),
    (TOUCHING, [
        [["STT", "Đầu việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Tiến độ", "Vốn (tỷ)"],
         ["I", "HẠ TẦNG", "", "", "", "12,5"],
         ["1", "Lắp trạm quan trắc", "Sở Nông nghiệp và Môi trường", "Sở Tài chính", "Quý I/2031", "4,5"],
         ["2", "Dựng trung tâm dữ liệu ngành", "Sở Khoa học và Công nghệ", "Công an tỉnh", "Quý II/2031",
          "8"],
         ["II", "ỨNG DỤNG", "", "", "", "6"],
         ["3", "Phần mềm quản lý tàu cá", "Sở Nông nghiệp và Môi trường", "Bộ đội Biên phòng",
          "Quý III/2031", "2"],
         ["4", "Cổng bản đồ đất đai", "Sở Nông nghiệp và Môi trường", "Văn phòng tỉnh", "Quý IV/2031", "3"],
         ["5", "Sàn nông sản", "Sở Công Thương", "", "", "1"], ["", "CỘNG", "", "", "", "18,5"]],
    ]),
    (PAGES, [
        [["Số TT", "Chỉ tiêu", "ĐVT", "Mục tiêu 2031", "Cơ quan chủ trì"],
         ["1", "Xã phủ sóng 5G", "%", "85", "Sở Khoa học và Công nghệ"],
         ["2", "Hộ nghèo được cấp thiết bị thông minh", "hộ", "1.200", "UBND các xã và các phường"],
         ["3", "Trường có phòng học số", "trường", "60", "Sở Giáo dục và Đào tạo"],
         ["4", "Thư viện số", "thư viện", "4", "Sở Văn hóa"]],
    ]),
    (CENTRED, [
        [["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Tiến độ hoàn thành", "Sản phẩm"],
         ["1", "Ban hành quy chế chia sẻ dữ liệu", "Sở Tư pháp", "Quý I", "Quyết định của UBND tỉnh"],
         ["2", "Tổ chức tập huấn cho cán bộ tổ công nghệ số ở các thôn, bản", "Tỉnh đoàn", "Quý II",
          "Báo cáo"],
         ["3", "Nâng cấp cổng dữ liệu", "Trung tâm Công nghệ thông tin và Truyền thông", "Quý III",
          "Cổng dữ liệu"],
         ["4", "Đánh giá an toàn mạng", "Công an tỉnh", "Quý IV", "Biên bản"]],
    ]),
    (STACKED, [
        [["ST T", "Công trình", "Địa điểm", "Thời gian hoàn thành"],
         ["1", "Trạm phát lại", "Xã Tân Sơn", "Tháng 5"],
         ["2", "Nhà văn hóa số", "Xã Bản Mù", "Tháng 9"],
         ["3", "Camera giao thông", "Quốc lộ 32", "Tháng 12"]],
    ]),
    (TABBED, [
        [["STT", "Chỉ số", "Điểm", "Cơ quan theo dõi"],
         ["1", "Hạ tầng số", "12,5", "Sở Khoa học và Công nghệ"],
         ["2", "Nhân lực số", "8", "Sở Nội vụ"], ["3", "An toàn thông tin", "9,75", "Công an tỉnh"]],
    ]),
]  # fmt: skip


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(("text", "expected"), EXPECTED)
def test_rows_are_read(text: str, expected: list[Rows], ends: str) -> None:
    source = read_text(text.replace("\n", ends), "a.txt")
    assert [grid(source, number) for number in range(len(source.tables))] == expected


def test_what_stands_around_stays_text() -> None:
    blocks = [b for b in read_text(BLANKS, "a.txt").blocks if b.table is None]
    assert len(blocks) >= 6  # two titles of two lines, a signature with its recipients
    source = read_text(PAGES, "a.txt")
    assert [source.quote(b.start, b.end) for b in source.blocks if b.table is None] == [
        "Các cơ quan báo cáo trước ngày 30/11/2031 về Sở Khoa học và Công nghệ."
    ]


def test_targets_leads_and_deadlines_come_out() -> None:
    plan = (
        "ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "TỈNH MÂY NGÀN              Độc lập - Tự do - Hạnh phúc\nSố: 9/KH-UBND\n\nKẾ HOẠCH\n"
        "Chuyển đổi số năm 2031\n\n"
    )
    task = extract(read_text(plan + TOUCHING, "a.txt")).tasks[1]
    assert [unit.name for unit in task.lead_units] == ["Sở Khoa học và Công nghệ"]
    assert task.deadline is not None and task.deadline.due == date(2031, 6, 30)
    target = extract(read_text(plan + PAGES, "a.txt")).targets[1]
    assert (target.indicator, target.value) == ("Hộ nghèo được cấp thiết bị thông minh", 1200)


NO_TABLES = [
    # a letterhead of three lines, then a list whose items hold wide gaps
    "SỞ Y TẾ MÂY NGÀN           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "BỆNH VIỆN SỐ 2             Độc lập - Tự do - Hạnh phúc\n"
    "Số: 3/KH-BV2               Mây Ngàn, ngày 1 tháng 2 năm 2031\n\n"
    "1. Khoa Nội:     4 bác sĩ      2 máy\n2. Khoa Ngoại:   3 bác sĩ      1 máy\n",
    # names below a signature
    "TT. NGƯỜI LẬP          TRƯỞNG PHÒNG          GIÁM ĐỐC\n\n"
    "Hà Văn Một             Lò Thị Hai            Đỗ Ba\n",
    # a page of prose behind a form feed
    "Sở Nội vụ  chủ trì  rà soát 12 đầu mối\f  của tỉnh  trong năm  2031\n"
    "và báo cáo  Chủ tịch  trước ngày 30/6  về kết quả\n",
    # an agenda without a header
    "7h30     Đón tiếp đại biểu        Văn phòng\n8h00     Khai mạc                 Chủ tịch\n"
    "9h00     Thảo luận                Các sở\n",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_TABLES)
def test_other_layouts_are_no_table(text: str) -> None:
    assert read_text(text, "a.txt").tables == ()


HEAD = ["TT", "Nhiệm vụ", "Chủ trì", "Số lượng", "Tiến độ"]
WIDTHS = [3, 24, 18, 8, 12]
TASKS = ["Mở lớp tập huấn kỹ năng số", "Nâng cấp cổng dữ liệu của tỉnh cho người dân", "Trang bị máy tính"]
UNITS = ["Sở Nội vụ", "Văn phòng Ủy ban nhân dân tỉnh", "Sở Giáo dục và Đào tạo", ""]
WHEN = ["Quý I", "Tháng 12 năm 2031", "Cả năm"]
ROWS = st.lists(
    st.tuples(*map(st.sampled_from, (TASKS, UNITS, ["12", "1.240", "7,5"], WHEN))), min_size=6, max_size=11
)


def printed(row: list[str], middle: bool, indent: int) -> list[str]:
    """The lines of a row whose cells are wrapped, set at the top or in the middle."""
    cells = [textwrap.wrap(cell, width) or [""] for cell, width in zip(row, WIDTHS, strict=True)]
    high = max(map(len, cells))
    if middle:
        halves = [len(cell) // 2 for cell in cells]
        cells = [c[:half] + [""] * (1 - len(c) % 2) + c[half:] for c, half in zip(cells, halves, strict=True)]
        high = max(map(len, cells))  # odd: the number stands on the middle line
        cells = [[""] * ((high - len(cell)) // 2) + cell for cell in cells]
    lines = []
    for number in range(high):
        texts = [cell[number] if number < len(cell) else "" for cell in cells]
        line = "  ".join(text.ljust(width) for text, width in zip(texts, WIDTHS, strict=True))
        lines.append((" " * indent + line).rstrip())
    return [line for line in lines if line]


@settings(max_examples=150, deadline=None)
@example(
    [(TASKS[0], "Sở Nội vụ", "12", "Quý I")] * 4 + [(TASKS[0], "", "12", WHEN[1])] * 3, True, True, 0, False
)
@given(ROWS, st.booleans(), st.booleans(), st.integers(0, 9), st.booleans())
def test_what_was_printed_is_read(
    rows: list[tuple[str, ...]], middle: bool, apart: bool, indent: int, paged: bool
) -> None:
    assume(sum(all(row) for row in rows) > 2)  # where hardly a row is full, columns cannot be told from prose
    numbered = [[str(number), *row] for number, row in enumerate(rows, 1)]
    lines: list[str] = printed(HEAD, False, 0)
    for number, row in enumerate(numbered):
        lines += [""] if apart else []
        page = paged and not middle and number == 3
        block = printed(row, middle, indent if paged and not middle and number >= 3 else 0)
        lines += ["", " " * 30 + "3", "\f" + block[0], *block[1:]] if page else block
    tables = spaced_tables("\n".join(lines).split("\n"))
    assert [[cell.text for cell in row] for table in tables for row in table.rows] == [HEAD, *numbered]
