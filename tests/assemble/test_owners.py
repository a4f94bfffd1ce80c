"""Owners of tasks in prose: by their own words, by headings and introducing lines, by labels inside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from extractor.assemble.context import Context, TaskDraft
from extractor.assemble.labels import label_of
from extractor.assemble.owners import prose_deadline, read_owner_cell, roles_of, set_field, set_inline_fields
from extractor.structure.outline import Item, read_outline

ContextOf = Callable[..., Context]
HEAD = "II. TỔ CHỨC THỰC HIỆN\n\n"

ROWS: list[tuple[str, list[str], list[str]]] = [
    (
        "- Sở Y tế chủ trì, phối hợp với Sở Nội vụ lập sổ sức khỏe điện tử.",
        ["Sở Y tế"],
        ["Sở Nội vụ"],
    ),
    ("- Lập sổ sức khỏe điện tử cho học sinh.", [], []),
    # under a unit's heading that unit leads
    ("1. Sở Y tế\n\n- Phối hợp với Sở Nội vụ lập sổ sức khỏe điện tử.", ["Sở Y tế"], ["Sở Nội vụ"]),
    ("1. Sở Y tế\n\n- Lập sổ sức khỏe điện tử cho học sinh.", ["Sở Y tế"], []),
    # and under a line that introduces it
    ("Giao Sở Y tế:\n\n- Lập sổ sức khỏe điện tử cho học sinh.", ["Sở Y tế"], []),
    ("- Sở Y tế có trách nhiệm:\n\n+ Lập sổ sức khỏe điện tử cho học sinh.", ["Sở Y tế"], []),
]


def last_item(context: Context) -> Item:
    return read_outline(context.source).items[-1]


@pytest.mark.parametrize(("body", "lead", "support"), ROWS)
def test_roles_of(context_of: ContextOf, body: str, lead: list[str], support: list[str]) -> None:
    context = context_of(HEAD + body + "\n")
    outline = read_outline(context.source)
    roles = roles_of(context, outline, outline.items[-1])
    assert [n for u in roles.lead for n in u.names] == lead
    assert [n for u in roles.supporting for n in u.names] == support


def test_labels_inside_a_bullet(context_of: ContextOf) -> None:
    text = "- Lập bản đồ số (Chủ trì: Sở Xây dựng; phối hợp: Sở Y tế, Sở Nội vụ; thời gian: quý II/2024).\n"
    context = context_of(HEAD + text)
    item = last_item(context)
    task = TaskDraft(item.start, item.end, "Lập bản đồ số", "II")
    set_inline_fields(context, task, item)
    assert [u.text for u in task.lead] == ["Sở Xây dựng"]
    assert [u.text for u in task.supporting] == ["Sở Y tế", "Sở Nội vụ"]
    assert task.deadline is not None and task.deadline.due == date(2024, 6, 30)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Lập bản đồ số, hoàn thành trước ngày 20/9/2024.", date(2024, 9, 19)),
        ("Lập bản đồ số, hoàn thành trong quý III năm 2024.", date(2024, 9, 30)),
        ("Lập bản đồ số của tỉnh.", None),
        # steps in a row: the last one ends the task
        ("Sơ kết trước ngày 10/7/2024, tổng kết trước ngày 10/12/2024.", date(2024, 12, 9)),
        ("Nhập số liệu lần một trước 30/6/2024, lần hai trước 15/12/2024.", date(2024, 12, 14)),
        ("Trình dự thảo trước ngày 15/5/2024 và ban hành trong quý III năm 2024.", date(2024, 9, 30)),
        ("Khảo sát xong trong quý I năm 2024, lắp đặt xong trong quý II năm 2024.", date(2024, 6, 30)),
        ("Ban hành trước ngày 31/5/2024; gửi báo cáo trước ngày 25/11/2024.", date(2024, 5, 30)),
        # the same work twice or more: the last time ends it
        ("Gửi danh sách trước ngày 05/6/2024 và trước ngày 05/11/2024.", date(2024, 11, 4)),
        ("Rà soát máy chủ, xong trước 30/6/2024; trước 30/12/2024.", date(2024, 12, 29)),
        ("Báo cáo trước ngày 10/4/2024, ngày 10/7/2024 và ngày 10/10/2024.", date(2024, 10, 9)),
        ("Cấp chữ ký số trước ngày 15/8/2024 và 15/9/2024.", date(2024, 9, 14)),
        ("Nộp hồ sơ trước ngày 20/3/2024, trước ngày 20/9/2024.", date(2024, 9, 19)),
        # not so where a further time is that of other work
        ("Ban hành trước ngày 31/5/2024 và ngày 02/9/2024 ra quân hưởng ứng.", date(2024, 5, 30)),
        ("Trình trước ngày 31/5/2024 để Sở Y tế xong trước ngày 02/9/2024.", date(2024, 5, 30)),
        # a time up to which something was counted is none
        ("Nối mạng cho các xã, trong khi đến hết năm 2023 mới có 60%; xong trong quý II năm 2024.",
         date(2024, 6, 30)),
        ("Mở rộng kho dữ liệu, dù cuối năm 2023 đã có 12 bộ.", None),
        ("Đến hết năm 2024 có 45 xã dùng phần mềm.", date(2024, 12, 31)),
    ],
)  # fmt: skip
def test_prose_deadline(context_of: ContextOf, text: str, due: date | None) -> None:
    found = prose_deadline(context_of(text), 0, len(text))
    assert (found.due if found else None) == due


OWNER_CELLS = [
    ("Sở Nội vụ chủ trì, phối hợp với Sở Y tế", ["Sở Nội vụ"], ["Sở Y tế"]),
    (
        "Chủ trì: Sở Xây dựng; Phối hợp: Sở Y tế, UBND các huyện",
        ["Sở Xây dựng"],
        ["Sở Y tế", "UBND cấp huyện"],
    ),
    ("Sở Nội vụ; phối hợp: Sở Y tế", ["Sở Nội vụ"], ["Sở Y tế"]),
    ("Công an tỉnh (chủ trì), Sở Y tế (phối hợp)", ["Công an tỉnh"], ["Sở Y tế"]),
    ("Sở Tài chính phối hợp với Sở Tư pháp", ["Sở Tài chính"], ["Sở Tư pháp"]),
    ("Cơ quan chủ trì: Sở Y tế\nCơ quan phối hợp: Sở Nội vụ", ["Sở Y tế"], ["Sở Nội vụ"]),
    ("Sở Du lịch chủ trì", ["Sở Du lịch"], []),
    ("Các sở, ban, ngành; UBND các huyện, thành phố", ["Các sở, ban, ngành", "UBND cấp huyện"], []),
]


BOTH_CELLS = [
    ("Sở Y tế / Sở Nội vụ", ["Sở Y tế"], ["Sở Nội vụ"]),
    ("Phòng Tư pháp / -", ["Phòng Tư pháp"], []),
    ("UBND xã / VNPT, Viettel", ["UBND xã"], ["VNPT", "Viettel"]),
    ("Sở Y tế; Sở Nội vụ, Sở Tư pháp", ["Sở Y tế"], ["Sở Nội vụ", "Sở Tư pháp"]),
    ("Sở Y tế\nCông an tỉnh", ["Sở Y tế"], ["Công an tỉnh"]),
    ("Sở Y tế, Sở Nội vụ", ["Sở Y tế"], ["Sở Nội vụ"]),
    ("Chủ trì: Sở Y tế; phối hợp: Sở Nội vụ", ["Sở Y tế"], ["Sở Nội vụ"]),
]


@pytest.mark.parametrize(("text", "lead", "supporting"), BOTH_CELLS)
def test_cells_under_a_title_of_both_roles(text: str, lead: list[str], supporting: list[str]) -> None:
    found = read_owner_cell(text, 0, both=True)
    assert ([u.text for u in found[0]], [u.text for u in found[1]]) == (lead, supporting)


@pytest.mark.parametrize(("text", "lead", "supporting"), OWNER_CELLS)
def test_a_cell_may_name_leads_and_supporters(text: str, lead: list[str], supporting: list[str]) -> None:
    leads, helpers = read_owner_cell(text, 7)
    assert [n for u in leads for n in u.names] == lead
    assert [n for u in helpers for n in u.names] == supporting
    for unit in leads + helpers:
        assert text[unit.start - 7 : unit.end - 7] == unit.text


LABELLED_TIMES = [
    ("Mở lớp cho trưởng thôn trong năm.", "Thời gian: Quý III/2024.", date(2024, 9, 30)),
    ("Tập huấn 80% đoàn viên trong năm.", "Thời hạn: Trước ngày 01/11/2024.", date(2024, 10, 31)),
    ("Kiểm thử cổng, xong trước 31/8/2024.", "Thời gian hoàn thành: Tháng 10/2024.", date(2024, 10, 31)),
    ("Lập tổ hỗ trợ của xã.", "Thời gian thực hiện: Quý II/2024.", date(2024, 6, 30)),
    ("Vận hành kho ảnh, xong trước 31/8/2024.", "Thời gian: Theo hướng dẫn của bộ.", date(2024, 8, 30)),
]


@pytest.mark.parametrize(("words", "label", "due"), LABELLED_TIMES)
def test_a_label_tells_the_time_over_the_words(
    context_of: ContextOf, words: str, label: str, due: date
) -> None:
    text = f"{words}\n{label}"
    context = context_of(text)
    task = TaskDraft(0, len(words), "Việc", "II", deadline=prose_deadline(context, 0, len(words)))
    found = label_of(text, len(words) + 1, len(text))
    assert found is not None
    set_field(context, task, found)
    assert task.deadline is not None and task.deadline.due == due
