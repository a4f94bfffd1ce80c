"""Outline: markers, kinds of sections, paths, items that elaborate others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.sources.text import read_text
from extractor.structure.outline import Outline, numbering_path, read_outline

PLAN = """I. MỤC TIÊU

1. Mục tiêu chung

Phát triển dữ liệu mở của tỉnh.

2. Mục tiêu cụ thể

a) Hạ tầng số

- 90% thôn có cáp quang.

- 70% chợ có mạng không dây.

II. NHIỆM VỤ, GIẢI PHÁP

1. Hoàn thiện thể chế

- Rà soát quy chế dữ liệu:

+ Quy chế chia sẻ.

+ Quy chế mở dữ liệu.

III. TỔ CHỨC THỰC HIỆN

1. Sở Y tế

- Lập hồ sơ sức khỏe.

2. Công an tỉnh

- Rà soát tài khoản.

Nơi nhận:
"""

LETTERED = """B. MỤC TIÊU

B.1. Mục tiêu chung

Phát triển dữ liệu mở.

B.2. Chỉ tiêu

B.2.1. Dữ liệu số

- 90% sở có kho dữ liệu.

B.2.2. Hạ tầng số

- 70% chợ có mạng không dây.

C. NHIỆM VỤ

C.1. Mở lớp học số cho cán bộ xã.

C.2. Lắp trạm phát sóng tại vùng cao.

D. TỔ CHỨC THỰC HIỆN

1/ Sở Y tế: lập hồ sơ sức khỏe.

2/ Công an tỉnh: rà soát tài khoản.
"""


def test_numbers_under_letters_give_their_paths() -> None:
    found = read_outline(read_text(LETTERED, "a.txt"))
    assert [s.path for s in found.sections[1:]] == ["B", "B.1", "B.2", "B.2.1", "B.2.2", "C", "D"]
    assert [s.title for s in found.sections[2:4]] == ["Mục tiêu chung", "Chỉ tiêu"]
    labels = [(found.sections[i.section].path, i.label) for i in found.items if i.label]
    assert labels == [("C", "C.1"), ("C", "C.2"), ("D", "1"), ("D", "2")]


@pytest.mark.parametrize(
    ("above", "label", "style", "path"),
    [
        ("C", "C.1", "dotted1", "C.1"),
        ("B.2", "B.2.1", "dotted2", "B.2.1"),
        ("", "G.7", "dotted1", "G.7"),
        ("I.1", "I.1.2", "dotted2", "I.1.2"),
        ("II", "A.1", "dotted1", "II.A.1"),
        ("III.2.a", "a.1", "bracket", "III.2.a.1"),
    ],
)
def test_paths_of_numbers_under_letters(above: str, label: str, style: str, path: str) -> None:
    assert numbering_path(above, label, style) == path


def outline() -> tuple[str, Outline]:
    source = read_text(PLAN, "a.txt")
    return source.text, read_outline(source)


def test_sections_have_paths_and_kinds() -> None:
    _, found = outline()
    named = {s.title: (s.path, s.kind) for s in found.sections}
    assert named["MỤC TIÊU"] == ("I", "goals")
    assert named["Mục tiêu chung"] == ("I.1", "general_goals")
    assert named["Mục tiêu cụ thể"] == ("I.2", "goals")
    assert named["Hạ tầng số"] == ("I.2.a", "goals")
    assert named["Hoàn thiện thể chế"] == ("II.1", "tasks")
    assert named["Sở Y tế"] == ("III.1", "implementation")
    assert named["Công an tỉnh"] == ("III.2", "implementation")


def test_items_stand_in_their_section() -> None:
    text, found = outline()
    places = {text[i.start : i.end]: found.sections[i.section].path for i in found.items}
    assert places["90% thôn có cáp quang."] == "I.2.a"
    assert places["Lập hồ sơ sức khỏe."] == "III.1"


def test_items_elaborate_others() -> None:
    text, found = outline()
    parent = next(i for i in found.items if text[i.start : i.end].startswith("Rà soát quy chế"))
    assert [text[found.items[c].start : found.items[c].end] for c in parent.children] == [
        "Quy chế chia sẻ.",
        "Quy chế mở dữ liệu.",
    ]
    assert all(found.items[c].parent == parent.index for c in parent.children)


def test_headings_that_are_units() -> None:
    text, found = outline()
    item = next(i for i in found.items if text[i.start : i.end] == "Rà soát tài khoản.")
    assert [u.text for u in found.unit_heading(item.section)] == ["Công an tỉnh"]
    goal = next(i for i in found.items if "cáp quang" in text[i.start : i.end])
    assert found.unit_heading(goal.section) == ()


LAYOUTS: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "Phần I. MỤC TIÊU\n\nI. MỤC TIÊU CỤ THỂ\n\n1. Hạ tầng\n\n1.1. Mạng lưới\n\na) Thôn\n\n"
        "- 80% thôn có mạng;\n\n1.2. Nhân lực\n\n- 50% thôn có tổ.\n",
        [("80% thôn có mạng;", "I.I.1.1.a"), ("50% thôn có tổ.", "I.I.1.2")],
    ),
    (
        "MỤC TIÊU CỤ THỂ\n\n* Về hạ tầng số:\n\n- 80% thôn có mạng;\n\n* Về nhân lực:\n\n- 50% thôn có tổ.\n",
        [("80% thôn có mạng;", ""), ("50% thôn có tổ.", "")],
    ),
    (
        "NHIỆM VỤ\n\n1. Nhóm chỉ số Hạ tầng số\n\n- Kéo cáp tới thôn.\n\n"
        "2. Nhóm chỉ số Nhân lực số\n\n- Mở lớp.\n",
        [("Kéo cáp tới thôn.", "1"), ("Mở lớp.", "2")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LAYOUTS)
def test_numbering_paths(text: str, expected: list[tuple[str, str]]) -> None:
    source = read_text(text, "a.txt")
    found = read_outline(source)
    places = {source.text[i.start : i.end]: found.sections[i.section].path for i in found.items}
    assert [(words, places[words]) for words, _ in expected] == expected


def test_a_document_without_headings() -> None:
    source = read_text("Một đoạn văn bình thường.\n\nMột đoạn nữa.", "a.txt")
    found = read_outline(source)
    assert len(found.sections) == 1
    assert [i.section for i in found.items] == [0, 0]


LINES = st.sampled_from(
    ["I. MỤC TIÊU", "1. Một", "1.1. Hai", "a) Ba", "- bốn", "+ năm", "* sáu", "PHỤ LỤC", "Phần II", "bảy:",
     "(1) tám", "1.1.1.1 x", "| a | b | c |", "Sở Y tế", "", "Nơi nhận:"]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(LINES, max_size=20))
def test_any_order_of_lines(lines: list[str]) -> None:
    source = read_text("\n\n".join(lines), "a.txt")
    found = read_outline(source)
    for item in found.items:
        assert 0 <= item.section < len(found.sections)
        assert 0 <= item.start <= item.end <= len(source.text)
        assert item.parent is None or item.parent < item.index
        assert all(found.items[c].parent == item.index for c in item.children)
    for section in found.sections[1:]:
        assert section.parent is not None and section.parent < section.index
    for block, home in found.table_sections.items():
        assert source.blocks[block].table is not None and home < len(found.sections)


def titles(text: str) -> list[tuple[str, str]]:
    """Title and kind of each section."""
    return [(s.title, s.kind) for s in read_outline(read_text(text, "a.txt")).sections[1:]]


def test_a_caption_of_a_table_heads_no_section() -> None:
    found = titles(
        "I. KẾT QUẢ\nCác chợ đã làm.\nBiểu 1: Kết quả qua các năm\n\n| TT | Chợ | 2023 |\n|---|---|---|\n"
        "| 1 | Chợ A | 5 |\n\nBiểu tổng hợp:\n- Có 5 chợ.\n\nII. NHIỆM VỤ NĂM 2025\n- Mở 5 chợ.\n"
    )
    assert found == [("KẾT QUẢ", "situation"), ("NHIỆM VỤ NĂM 2025", "tasks")]


def test_a_label_beside_numbered_headings_is_one() -> None:
    found = titles(
        "6. Phương hướng năm 2025\n6.1. Một số chỉ tiêu năm 2025:\n- 95% chợ có mã.\n6.2. Nhiệm vụ:\n"
        "- Phòng Kinh tế mở 5 chợ.\n"
    )
    assert found[1:] == [("Một số chỉ tiêu năm 2025:", "goals"), ("Nhiệm vụ:", "tasks")]


@pytest.mark.parametrize(
    ("markers", "styles"),
    [
        (["g)", "h)", "i)", "k)"], ["letter"] * 4),
        (["h.", "i.", "k."], ["letter"] * 3),
        (["u)", "v)", "x)"], ["letter"] * 3),
        (["h)", "(i)", "(ii)"], ["letter", "bracket", "bracket"]),
        (["a)", "i)", "ii)"], ["letter", "bracket", "bracket"]),
    ],
)
def test_letters_that_look_like_roman_numbers(markers: list[str], styles: list[str]) -> None:
    """ "i)" behind "h)" was read as a point below it, and the task of "h)" was lost."""
    lines = "\n".join(f"{m} Mở chợ số {n}." for n, m in enumerate(markers, 4))
    outline = read_outline(read_text(f"II. NHIỆM VỤ\n1. Kinh tế\n{lines}\n", "a.txt"))
    assert [i.style for i in outline.items] == styles
