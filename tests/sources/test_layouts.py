"""One annex in the layouts that copies of plans give it: each is read as the same rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.pipeline import extract
from extractor.records import Extraction
from extractor.sources.text import read_text

HEAD = """ỦY BAN NHÂN DÂN
TỈNH AN BÌNH
Số: 12/KH-UBND
An Bình, ngày 05 tháng 02 năm 2024
KẾ HOẠCH
Chuyển đổi số năm 2024
I. MỤC ĐÍCH
Làm rõ trách nhiệm của từng cơ quan trong việc chuyển đổi số.
PHỤ LỤC
DANH MỤC NHIỆM VỤ NĂM 2024
"""
HEADER = ["TT", "Nội dung nhiệm vụ", "Chỉ tiêu năm 2024", "Cơ quan chủ trì", "Cơ quan phối hợp",
          "Thời gian hoàn thành"]  # fmt: skip
ROWS = [
    ["I", "Nhận thức số", "", "", "", ""],
    ["1", "Mở chuyên mục dữ liệu số", "12 chuyên mục", "Sở Nội vụ", "Đài Truyền hình tỉnh", "Tháng 6/2024"],
    ["2", "Tập huấn kỹ năng số", "Trên 90%", "Sở Nội vụ", "UBND các huyện, thành phố", "Quý III/2024"],
    ["II", "Hạ tầng số", "", "", "", ""],
    ["3", "Phát triển cáp quang", "80% hộ", "Các doanh nghiệp viễn thông", "Sở Xây dựng", "Năm 2024"],
    ["4", "Nâng cấp trung tâm dữ liệu", "Đạt cấp độ 3", "Sở Xây dựng", "", "Thường xuyên"],
    ["5", "Phủ sóng 5G khu dân cư", "50% dân số", "Viettel tỉnh", "VNPT tỉnh", "31/12/2024"],
]
CELLS = [cell for row in [HEADER, *ROWS] for cell in row]


def _rows(mark: Callable[[list[str]], str]) -> str:
    return "".join(mark(row) + "\n" for row in [HEADER, *ROWS])


LAYOUTS = {
    "pipe behind each cell": "".join(f"{c} |\n" if c else "|\n" for c in CELLS),
    "pipe on its own line": "".join(f"{c}\n|\n" if c else "|\n" for c in CELLS),
    "pipe before each cell": "".join(f"| {c}\n" for c in CELLS),
    "wrapped cells before pipes": "".join(
        f"{c.replace(' số', chr(10) + 'số')} |\n" if c else "|\n" for c in CELLS
    ),
    "wrapped cells behind pipes": "".join(f"| {c.replace(' tỉnh', chr(10) + 'tỉnh')}\n" for c in CELLS),
    "rows between pipes": _rows(lambda row: "| " + " | ".join(row) + " |"),
    "rows without outer pipes": _rows(" | ".join),
    "rows with a closing pipe": _rows(lambda row: " | ".join(row) + " |"),
    "rows of tabs": _rows("\t".join),
    "rows of tabs without trailing ones": _rows(lambda row: "\t".join(row).rstrip("\t")),
    "Markdown": "| " + " | ".join(HEADER) + " |\n|" + "---|" * 6 + "\n"
    + "".join("| " + " | ".join(row) + " |\n" for row in ROWS),
    "blank cell behind each row": "".join(
        "".join(f"{c} |\n" if c else "|\n" for c in row) + "|\n" for row in [HEADER, *ROWS]
    ),
}  # fmt: skip


def brief(found: Extraction) -> list[tuple[object, ...]]:
    return [
        (
            t.title,
            [u.name for u in t.lead_units or ()],
            [u.name for u in t.supporting_units or ()],
            t.deadline and t.deadline.text,
            [(g.value, g.quote) for g in found.targets if g.task == t.id],
        )
        for t in found.tasks
    ]


EXPECTED = [
    ("Mở chuyên mục dữ liệu số", ["Sở Nội vụ"], ["Đài Truyền hình tỉnh"], "Tháng 6/2024",
     [(12, "12 chuyên mục")]),
    ("Tập huấn kỹ năng số", ["Sở Nội vụ"], ["UBND cấp huyện"], "Quý III/2024", [(90, "Trên 90%")]),
    ("Phát triển cáp quang", ["Các doanh nghiệp viễn thông"], ["Sở Xây dựng"], "Năm 2024",
     [(80, "80% hộ")]),
    ("Nâng cấp trung tâm dữ liệu", ["Sở Xây dựng"], [], "Thường xuyên", [(None, "Đạt cấp độ 3")]),
    ("Phủ sóng 5G khu dân cư", ["Viettel tỉnh"], ["VNPT tỉnh"], "31/12/2024", [(50, "50% dân số")]),
]  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_rows(layout: str) -> None:
    assert brief(extract(read_text(HEAD + LAYOUTS[layout], "ke-hoach.txt"))) == EXPECTED


@pytest.mark.parametrize("parted", ["\n", "\n\n"])
def test_one_cell_a_line_gives_full_rows_and_the_names_of_short_ones(parted: str) -> None:
    text = parted.join(cell for cell in CELLS if cell) + "\n"
    found = brief(extract(read_text(HEAD + text, "ke-hoach.txt")))
    assert [row[0] for row in found] == [row[0] for row in EXPECTED]
    assert [found[i] for i in (0, 1, 2, 4)] == [EXPECTED[i] for i in (0, 1, 2, 4)]


def test_a_letterhead_parted_by_tabs_is_no_table() -> None:
    text = (
        "UBND TỈNH AN BÌNH\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n-----\t\tĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 12/KH-UBND\t\tAn Bình, ngày 05 tháng 02 năm 2024\nKẾ HOẠCH\nChuyển đổi số năm 2024\n"
        "I. MỤC TIÊU\n- 90% hồ sơ nộp trực tuyến.\n"
    )
    source = read_text(text, "ke-hoach.txt")
    assert not source.tables
    assert extract(source).document.number == "12/KH-UBND"
