"""Kinds of sections by the cues of their headings, and what they take from the section above."""

from __future__ import annotations

import pytest

from extractor.structure.section_kinds import heading_cues, section_kind

KINDS = [
    ("CĂN CỨ LẬP KẾ HOẠCH", "basis"),
    ("Kết quả đạt được", "situation"),
    ("ĐÁNH GIÁ NĂM 2022", "situation"),
    ("Mục đích, yêu cầu", "purpose"),
    ("Mục tiêu chung", "general_goals"),
    ("MỤC TIÊU CỤ THỂ", "goals"),
    ("Nhiệm vụ trọng tâm", "tasks"),
    ("GIẢI PHÁP THỰC HIỆN", "tasks"),
    ("Tổ chức thực hiện", "implementation"),
    ("Kinh phí thực hiện", "budget"),
    ("Hạ tầng số", "body"),
    # "mục tiêu" behind other words is not what the section is about
    ("Các mục tiêu chủ yếu", "goals"),
    ("Xây dựng bản đồ số phục vụ các mục tiêu", "body"),
    # results and the work that follows from them under one heading
    ("THỰC TRẠNG VÀ GIẢI PHÁP", "body"),
    ("Hiện trạng và các giải pháp khắc phục", "body"),
    ("Kết quả năm 2023 và phương hướng năm 2024", "body"),
    ("Đánh giá kết quả năm 2023 và nhiệm vụ năm 2024", "body"),
    ("Kết quả thực hiện mục tiêu, nhiệm vụ", "situation"),
    # what comes next year
    ("Phương hướng, nhiệm vụ năm tới", "tasks"),
]

INSIDE = [
    ("Giải pháp đã triển khai", "situation", "situation"),
    ("Kết quả cần đạt", "tasks", "goals"),
    ("Phân công nhiệm vụ", "implementation", "implementation"),
    ("Mục tiêu cụ thể", "tasks", "goals"),
    ("Diễn tập và kinh phí cho an toàn thông tin", "tasks", "tasks"),
    ("Kinh phí thực hiện", "tasks", "budget"),
    ("Xếp hạng", "goals", "goals"),
    ("Xếp hạng DTI", "body", "situation"),
]


@pytest.mark.parametrize(("title", "kind"), KINDS)
def test_kinds(title: str, kind: str) -> None:
    assert section_kind(title, "body") == kind


@pytest.mark.parametrize("parent", ["goals", "tasks", "implementation"])
def test_a_title_that_says_nothing_inherits(parent: str) -> None:
    assert section_kind("Hạ tầng số", parent) == parent  # type: ignore[arg-type]


@pytest.mark.parametrize(("title", "parent", "kind"), INSIDE)
def test_the_section_above_decides(title: str, parent: str, kind: str) -> None:
    assert section_kind(title, parent) == kind  # type: ignore[arg-type]


def test_longer_cues_come_first() -> None:
    lengths = [len(cue) for cue, _ in heading_cues()]
    assert lengths == sorted(lengths, reverse=True)
