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


OWNED = "\nĐơn vị chủ trì: Sở Y tế.\nThời gian: Quý II.\n"
NUMBERED = [
    ("Nhiệm vụ 4. Khám sức khỏe điện tử.", f"\nMục tiêu: 80% người dân.{OWNED}", "Khám sức khỏe điện tử."),
    ("Nhiệm vụ số 12 - Lập sổ bộ", OWNED, "Lập sổ bộ"),
    ("Nhiệm vụ 2) Mở lớp kỹ năng số;", "\nNội dung làm: ba lớp.\nThời hạn: tháng 6", "Mở lớp kỹ năng số;"),
    ("- Nhiệm vụ 7. Số hóa sổ hộ tịch", "\n\nCơ quan phối hợp: Công an xã", "Số hóa sổ hộ tịch"),
    ("Việc 3. Trang bị máy quét", OWNED, "Trang bị máy quét"),
    ("Nhiệm vụ 4. Khám sức khỏe.", "\n- Mở trạm.\n- Mua máy.\nNhiệm vụ 5. Khác." + OWNED, None),
    ("Nhiệm vụ 4. Khám sức khỏe.", "\nSở Y tế chủ trì, hoàn thành trong quý II.", None),
    ("Nhiệm vụ 4.2 của Kế hoạch", OWNED, None),
    ("Chỉ số 4. Hạ tầng", OWNED, None),
    ("Nhiệm vụ năm 2025. Mở lớp", OWNED, None),
]


@pytest.mark.parametrize(("text", "behind", "value"), NUMBERED)
def test_a_task_under_its_number_and_a_stop(text: str, behind: str, value: str | None) -> None:
    label = label_of(text + behind, 0, len(text))
    found = (text + behind)[label.start : label.end] if label and label.role == "task" else None
    assert found == value


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
