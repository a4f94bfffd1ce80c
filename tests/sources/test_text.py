"""Plain text and Markdown: markup off, wrapped lines joined, pipes undone, tables rebuilt."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.sources.model import Source
from extractor.sources.text import read_text


def blocks(text: str) -> list[str]:
    source = read_text(text, "a.txt")
    return [source.quote(b.start, b.end) for b in source.blocks]


def grid(source: Source, table: int = 0) -> list[list[str]]:
    return [[source.text[c.start : c.end] if c else "" for c in row] for row in source.tables[table].grid()]


ROWS: list[tuple[str, list[str]]] = [
    ("Một đoạn.\n\nHai đoạn.", ["Một đoạn.", "Hai đoạn."]),
    ("một\r\n\r\nhai", ["một", "hai"]),
    ("- Ý một\n- Ý hai", ["- Ý một", "- Ý hai"]),
    (
        "Tăng cường kết nối dữ liệu giữa các\nsở và huyện.",
        ["Tăng cường kết nối dữ liệu giữa các sở và huyện."],
    ),
    ("**Đậm** và *nghiêng*", ["Đậm và nghiêng"]),
    ("## Mục tiêu", ["Mục tiêu"]),
    ("xem [tại đây](http://a.vn/b)", ["xem tại đây"]),
    ("1\\. Nội dung", ["1. Nội dung"]),
    ("-----\nnội dung\n-----", ["nội dung"]),
    ("", []),
    ("\n\n \n", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_blocks(text: str, expected: list[str]) -> None:
    assert blocks(text) == expected


def test_bold_lines_are_known() -> None:
    source = read_text("**I. MỤC TIÊU**\n\nmột **phần** đậm", "a.txt")
    assert [b.bold for b in source.blocks] == [True, False]


def test_a_markdown_table() -> None:
    source = read_text(
        "| STT | Chỉ tiêu | Đơn vị |\n|---|---|---|\n| 1 | Hộ có cáp | % |\n", "a.md", "markdown"
    )
    assert grid(source) == [["STT", "Chỉ tiêu", "Đơn vị"], ["1", "Hộ có cáp", "%"]]
    assert source.format == "markdown"


def test_a_letterhead_in_pipes_is_no_table() -> None:
    source = read_text("ỦY BAN NHÂN DÂN TỈNH X | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n", "a.txt")
    assert source.tables == ()
    assert blocks("A | B |") == ["A", "B"]


def test_a_flattened_table_is_rebuilt() -> None:
    cells = ["STT", "Nhiệm vụ", "Chủ trì", "Hạn"]
    for n in range(1, 5):
        cells += [str(n), f"Việc thứ {n} của bảng", "Sở Y tế", "Quý II"]
    source = read_text("Phụ lục\n\n" + "".join(f"{c} |\n" for c in cells), "a.txt")
    assert len(source.tables) == 1
    assert grid(source)[0] == cells[:4]
    assert grid(source)[4] == ["4", "Việc thứ 4 của bảng", "Sở Y tế", "Quý II"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Số hiệu: 12/KH-UBND", "12/KH-UBND"),
        ("Số hiệu | 12/KH-UBND", "12/KH-UBND"),
        ("| Số hiệu | 12/KH-UBND |", "12/KH-UBND"),
        ("Số hiệu: 12/KH-UBND Loại văn bản: Kế hoạch", "12/KH-UBND"),
    ],
)
def test_metadata(text: str, value: str) -> None:
    assert read_text(text, "a.txt").metadata["Số hiệu"] == value


def test_text_is_nfc_and_keeps_its_words() -> None:
    source = read_text(unicodedata.normalize("NFD", "Uỷ ban nhân dân, số hoá"), "a.txt")
    assert source.text == "Uỷ ban nhân dân, số hoá\n"


ANY = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("|\n-*_#[]() 1I.ạế%")), max_size=160)


@settings(max_examples=60, deadline=None)
@given(ANY)
def test_any_text_is_read(text: str) -> None:
    source = read_text(text, "a.txt")
    assert unicodedata.is_normalized("NFC", source.text)
    for block in source.blocks:
        assert 0 <= block.start < block.end <= len(source.text)
    for _, cell in source.cells():
        assert 0 <= cell.start <= cell.end <= len(source.text)


@settings(max_examples=30, deadline=None)
@given(ANY)
def test_no_word_is_lost_or_made_up(text: str) -> None:
    """Letters and digits of the text are those of the source (markup is punctuation only)."""
    if "](" in text:
        return  # a link's address is dropped

    def words(whole: str) -> list[str]:
        return sorted(c for c in unicodedata.normalize("NFC", whole) if c.isalpha())

    assert words(read_text(text, "a.txt").text) == words(text)


HEADED = "TT | Chỉ tiêu | Kế hoạch | Thực hiện"
WITH_GROUPS = [
    (f"{HEADED}\nI | Hạ tầng\n1 | Mạng | 80 | 82\n2 | Máy | 70 | 60\nII | Kỹ năng\n3 | Lớp | 12 | 10", ["I", "Hạ tầng"]),
    (f"{HEADED}\n1 | Mạng | 80 | 82\nA. Kỹ năng số\n2 | Lớp | 12 | 10\n3 | Người | 90 | 91", ["A", "Kỹ năng số"]),
    (f"| {HEADED} |\n| 1 | Mạng | 80 | 82 |\n| II | Kỹ năng |\n| 2 | Lớp | 12 | 10 |", ["II", "Kỹ năng"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "group"), WITH_GROUPS)
def test_rows_that_head_others_stay_in_the_table(text: str, group: list[str]) -> None:
    """A report's table was cut into pieces at each of its group rows."""
    source = read_text(text, "a.txt")
    assert len(source.tables) == 1
    assert group in [[cell for cell in row if cell] for row in grid(source)]


def test_a_line_behind_a_table_is_no_group() -> None:
    source = read_text(
        f"{HEADED}\n1 | Mạng | 80 | 82\n2 | Máy | 70 | 60\nII. TỔ CHỨC\nSở Nội vụ | chủ trì", "a.txt"
    )
    assert len(source.tables[0].rows) == 3


SEMICOLONS = [
    ("Mã; Chỉ số; Điểm; Chủ trì\n1; NHẬN THỨC; \n1.1; Trang tin; 10; Sở Nội vụ\n1.2; Loa; 5; Đài tỉnh\n1.3; Lớp; 5; ", 5),
    ("TT; Địa phương; Số xã; Số hộ\n1; Huyện A; 10; 60\n2; Huyện B; 8; 59\n3; Huyện C; 9; 50\nTổng cộng; ; 27; 169", 5),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), SEMICOLONS)
def test_cells_parted_by_semicolons(text: str, rows: int) -> None:
    (table,) = read_text(text, "a.txt").tables
    assert len(table.rows) == rows and table.columns == 4


def test_sentences_with_semicolons_are_no_table() -> None:
    text = "Mã số; tên; ngày; nơi cấp được ghi đủ.\nSở Y tế nhận hồ sơ; trả kết quả; lưu trữ; báo cáo.\nSở Nội vụ; sở khác."
    assert read_text(text, "a.txt").tables == ()


BOUNDS = [
    ("1 | Hộ có cáp quang | > 75% | Sở A", "> 75%"),
    ("1 | Hồ sơ trễ hạn | < 2% | Sở A", "< 2%"),
    ("1 | Xã có điểm phát | >= 90% | Sở A", ">= 90%"),
]


@pytest.mark.parametrize(("row", "cell"), BOUNDS)
def test_a_bound_is_no_mark_of_a_quotation(row: str, cell: str) -> None:
    """A cell "> 75%" lost its comparator: the mark was taken for that of a quoted line."""
    table = f"TT | Chỉ tiêu | Mục tiêu | Chủ trì\n{row}\n2 | Máy trạm | 60% | Sở B"
    assert cell in grid(read_text(table, "a.txt"))[1]
    spaced = table.replace(" | ", "      ")
    assert cell in read_text(spaced, "a.txt").text
    assert read_text("> Kính gửi Sở B", "a.txt").text.strip() == "Kính gửi Sở B"
