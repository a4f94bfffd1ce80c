"""Repeated blocks: pages that a portal prints twice count once."""

from __future__ import annotations

from extractor.sources.builder import CellInput, SourceBuilder
from extractor.structure.repeats import repeated_blocks

LONG = [f"Đoạn số {n} nói khá dài về việc xây dựng dữ liệu dùng chung" for n in range(5)]


def repeated(*blocks: str) -> frozenset[int]:
    builder = SourceBuilder("a.txt", "text")
    for block in blocks:
        builder.block(block)
    return repeated_blocks(builder.build())


def test_a_run_of_blocks_that_stands_twice() -> None:
    assert repeated(*LONG, "Khác", *LONG) == frozenset(range(6, 11))


def test_a_single_line_that_recurs_is_none() -> None:
    assert repeated(LONG[0], "a", LONG[0], "b", LONG[0]) == frozenset()


def test_short_lines_are_chance() -> None:
    assert repeated("Sở Y tế", "Quý II", "Có", "x", "Sở Y tế", "Quý II", "Có") == frozenset()


def test_another_order_is_no_repetition() -> None:
    assert repeated(*LONG, "Khác", *reversed(LONG)) == frozenset()


def test_marks_and_tones_do_not_matter() -> None:
    again = [text.replace("số", "SỐ") + "." for text in LONG]
    assert repeated(*LONG, *again) == frozenset(range(5, 10))


def test_nothing() -> None:
    assert repeated() == frozenset()
    assert repeated(*LONG) == frozenset()


def test_tables_repeat_too() -> None:
    builder = SourceBuilder("a.txt", "text")
    for _ in range(2):
        builder.block(LONG[0])
        builder.table([[CellInput("STT"), CellInput("Nhiệm vụ trọng tâm của ngành")]])
        builder.block(LONG[1])
    assert repeated_blocks(builder.build()) == frozenset({3, 4, 5})
