"""Labelled fields of a task, on lines of their own and inside one line."""

from __future__ import annotations

import pytest

from extractor.assemble.labels import chained_labels, inline_labels, label_of

ROWS = [
    ("Nhiệm vụ: Lập bản đồ số", "task", "Lập bản đồ số"),
    ("- Mục tiêu: 60% xã có loa", "goal", "60% xã có loa"),
    ("+ Cơ quan chủ trì: Sở Y tế.", "lead", "Sở Y tế."),
    ("Đơn vị phối hợp : Sở Nội vụ", "support", "Sở Nội vụ"),
    ("Thời gian hoàn thành: Quý III", "deadline", "Quý III"),
    ("Sản phẩm đầu ra: Báo cáo", "deliverable", "Báo cáo"),
    ("Nội dung thực hiện:", "content", ""),
    ("Cơ quan, đơn vị chủ trì: Sở Y tế", "lead", "Sở Y tế"),
    ("Mục tiêu năm 2024: 60%", "goal", "60%"),
    ("(Cơ quan chủ trì: Sở Y tế)", "lead", "Sở Y tế"),
    ("(Đơn vị phối hợp: các cơ quan (trừ Sở Y tế))", "support", "các cơ quan (trừ Sở Y tế)"),
]
NONE = ["Sở Y tế chủ trì thực hiện", "Tuyên truyền: mở chuyên mục", "12:30", "", ":", "Nhiệm vụ trọng tâm"]


@pytest.mark.parametrize(("text", "role", "value"), ROWS)
def test_label_of(text: str, role: str, value: str) -> None:
    whole = f"x\n{text}\ny"
    label = label_of(whole, 2, 2 + len(text))
    assert label is not None
    assert (label.role, whole[label.start : label.end]) == (role, value)


@pytest.mark.parametrize("text", NONE)
def test_no_label(text: str) -> None:
    assert label_of(text, 0, len(text)) is None


def test_labels_inside_a_line() -> None:
    text = "Mở lớp (Chủ trì: Sở Nội vụ; phối hợp: Sở Y tế, Sở Tài chính; thời gian: quý II)."
    found = [(x.role, text[x.start : x.end]) for x in inline_labels(text, 0, len(text))]
    assert found == [("lead", "Sở Nội vụ"), ("support", "Sở Y tế, Sở Tài chính"), ("deadline", "quý II")]
    assert inline_labels("không có nhãn", 0, 13) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cơ quan chủ trì: Sở Y tế. Cơ quan phối hợp: Sở Nội vụ",
            [("lead", "Sở Y tế"), ("support", "Sở Nội vụ")],
        ),
        (
            "Đơn vị chủ trì: Sở Y tế; thời gian hoàn thành: Quý II",
            [("lead", "Sở Y tế"), ("deadline", "Quý II")],
        ),
        ("Đơn vị chủ trì: Sở Y tế, Sở Nội vụ", [("lead", "Sở Y tế, Sở Nội vụ")]),
        ("Nhiệm vụ: Lập sổ. Ghi chú: làm thử", [("task", "Lập sổ. Ghi chú: làm thử")]),
    ],
)
def test_labels_behind_one_another(text: str, expected: list[tuple[str, str]]) -> None:
    first = label_of(text, 0, len(text))
    assert first is not None
    assert [(x.role, text[x.start : x.end]) for x in chained_labels(text, first)] == expected
