"""The builder keeps offsets; cells, pages and notes point into the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.sources.builder import CellInput, SourceBuilder, clean


def builder() -> SourceBuilder:
    return SourceBuilder("a.txt", "text")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  hai\u00a0\u00a0từ\t ", "hai từ"),
        ("dòng\nhai", "dòng hai"),
        ("ẩn\u200b\ufeff\u00ad", "ẩn"),
        ("Uy\u0309 ban", "Uỷ ban"),
        ("\x00\x07", ""),
        ("", ""),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_blocks_are_lines() -> None:
    b = builder()
    b.block("Tiêu đề", "heading", bold=True)
    b.block("  ")
    b.block("Đoạn  một")
    source = b.build()
    assert source.text == "Tiêu đề\nĐoạn một\n"
    assert [source.quote(x.start, x.end) for x in source.blocks] == ["Tiêu đề", "Đoạn một"]
    assert source.blocks[0].bold and source.blocks[0].kind == "heading"


def test_a_table_is_a_grid() -> None:
    b = builder()
    b.block("Bảng")
    b.table(
        [
            [CellInput("STT", row_span=2), CellInput("Điểm", column_span=2)],
            [CellInput("2022"), CellInput("2023")],
            [CellInput("1"), CellInput("5"), CellInput("6")],
        ]
    )
    source = b.build()
    (table,) = source.tables
    assert table.columns == 3
    grid = [[source.text[c.start : c.end] if c else None for c in row] for row in table.grid()]
    assert grid == [["STT", "Điểm", "Điểm"], ["STT", "2022", "2023"], ["1", "5", "6"]]
    assert source.blocks[1].table == 0
    assert "STT | Điểm" in source.text


def test_a_table_without_words_is_none() -> None:
    b = builder()
    assert b.table([[CellInput(" "), CellInput("")]]) is None
    assert b.build().text == ""


def test_pages() -> None:
    b = builder()
    b.page(1, 595, 842)
    b.block("một")
    b.page(2)
    b.block("hai")
    source = b.build()
    assert [(p.number, source.text[p.start : p.end]) for p in source.pages] == [(1, "một\n"), (2, "hai\n")]
    assert source.page_at(source.text.index("hai")) == 2
    assert builder().build().page_at(0) is None


def test_metadata_and_notes() -> None:
    b = builder()
    b.metadata("Số hiệu", "12/KH-UBND")
    b.metadata("Số hiệu", "khác")
    b.note("repaired", "đã sửa")
    source = b.build()
    assert source.metadata == {"Số hiệu": "12/KH-UBND"}
    assert [n.code for n in source.notes] == ["repaired"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.one_of(st.text(max_size=20), st.lists(st.lists(st.text(max_size=8), max_size=3), max_size=3)))
)
def test_offsets_hold(parts: list[str | list[list[str]]]) -> None:
    b = builder()
    for part in parts:
        if isinstance(part, str):
            b.block(part)
        else:
            b.table([[CellInput(cell) for cell in row] for row in part])
    source = b.build()
    spans = [(x.start, x.end) for x in source.blocks] + [(c.start, c.end) for _, c in source.cells()]
    assert all(0 <= a <= z <= len(source.text) for a, z in spans)
    assert all(x.end > x.start for x in source.blocks)
