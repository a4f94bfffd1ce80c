"""Cells that point at the row above, numbers under a measure, names that the document shortens itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import Extraction, extract
from extractor.assemble.ditto import points_back

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

Số: 15/KH-UBND

Lai Châu, ngày 10 tháng 01 năm 2024

KẾ HOẠCH
Chuyển đổi số tỉnh Lai Châu năm 2024

"""
TABLE = (
    "PHỤ LỤC\n\n| TT | Chỉ tiêu | Đơn vị tính | Kết quả năm 2023 | Mục tiêu năm 2024 | Cơ quan chủ trì | "
    "Cơ quan phối hợp | Thời hạn |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n"
)


def of(body: str, tmp_path: Path) -> Extraction:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(HEAD + body, encoding="utf-8")
    return extract(path)


@pytest.mark.parametrize(
    ("text", "label"),
    [("nt", ""), ("Nt.", ""), ("n.t", ""), ("Như trên", ""), ("- như trên -", ""), ("″", ""),
     ("như dòng trên", ""),
     ("Như dòng 8", "8"), ("như mục 3.", "3"), ("như việc số 11", "11"), ("Sở Y tế", None), ("nta", None),
     ("như kế hoạch", None), ("", None)],
)  # fmt: skip
def test_words_that_point_back(text: str, label: str | None) -> None:
    assert points_back(text) == label


def test_rows_as_above(tmp_path: Path) -> None:
    rows = [
        "1 | Tỷ lệ xã có sóng 5G | % | 40 | 60 | Sở Y tế | Sở Nội vụ; Sở Tư pháp | Quý II/2024",
        "2 | Tỷ lệ thôn có loa thông minh | % | 20 | 35 | nt | Như trên | nt",
        "3 | Số cổng dữ liệu | Cổng | 3 | 5 | Sở Tài chính | Công an tỉnh; nt | 30/9/2024",
        "4 | Số kho dữ liệu | Kho | 2 | 4 | Như dòng 1 | - | như trên",
    ]
    tasks = of(TABLE + "".join(f"| {row} |\n" for row in rows), tmp_path).tasks
    assert [[u.name for u in t.lead_units] for t in tasks] == [
        ["Sở Y tế"], ["Sở Y tế"], ["Sở Tài chính"], ["Sở Y tế"],
    ]  # fmt: skip
    assert [[u.name for u in t.supporting_units] for t in tasks[:3]] == [
        ["Sở Nội vụ", "Sở Tư pháp"], ["Sở Nội vụ", "Sở Tư pháp"], ["Công an tỉnh", "Sở Nội vụ", "Sở Tư pháp"],
    ]  # fmt: skip
    assert [str(t.deadline.due) if t.deadline else None for t in tasks] == [
        "2024-06-30", "2024-06-30", "2024-09-30", "2024-09-30",
    ]  # fmt: skip
    assert tasks[1].lead_units[0].text == "nt" and tasks[1].deadline and tasks[1].deadline.text == "nt"


MEASURED = [
    ("Duy trì 100", [(100, "eq", None)]),
    ("90 trở lên", [(90, "ge", None)]),
    ("giữ vững mức 95", [(95, "eq", None)]),
    ("Cấp tỉnh: 70 Cấp huyện: 55 Cấp xã: 45",
     [(70, "eq", "province"), (55, "eq", "district"), (45, "eq", "commune")]),
    ("Cấp tỉnh trên 80; cấp xã 60", [(80, "gt", "province"), (60, "eq", "commune")]),
    ("≥ 75", [(75, "ge", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "values"), MEASURED)
def test_numbers_under_a_measure(
    cell: str, values: list[tuple[float, str, str | None]], tmp_path: Path
) -> None:
    row = f"| 1 | Tỷ lệ hồ sơ xử lý trực tuyến | % | 40 | {cell} | Sở Y tế | Sở Nội vụ | Quý II/2024 |\n"
    targets = of(TABLE + row + row.replace("| 1 |", "| 2 |").replace(cell, "10"), tmp_path).targets[:-1]
    assert [(t.value, t.comparator, t.level) for t in targets] == values
    assert {t.unit for t in targets} == {"percent"}


OWN = [
    ("(Trong Kế hoạch này: TTKX là Trung tâm Dữ liệu tỉnh; VHX là Phòng Văn hóa - Xã hội.)", "TTKX",
     "Trung tâm Dữ liệu tỉnh"),
    ("Chữ viết tắt: TTKX: Trung tâm Dữ liệu tỉnh; KSX: Kho số liệu xã.", "TTKX", "Trung tâm Dữ liệu tỉnh"),
    ("Giao Trung tâm Dữ liệu tỉnh (sau đây gọi tắt là Trung tâm) vận hành kho.", "Trung tâm",
     "Trung tâm Dữ liệu tỉnh"),
    ("Kế hoạch này có hiệu lực từ ngày ký.", "TTKX", "TTKX"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "short", "name"), OWN)
def test_names_that_the_document_shortens(text: str, short: str, name: str, tmp_path: Path) -> None:
    body = f"{text}\n\nII. NHIỆM VỤ\n\n1. Mở kho dữ liệu dùng chung của tỉnh.\n- Cơ quan chủ trì: {short}.\n"
    task = of(body, tmp_path).tasks[-1]
    assert [unit.name for unit in task.lead_units] == [name]


def test_a_label_points_at_a_numbered_task(tmp_path: Path) -> None:
    body = (
        "(Trong Kế hoạch này: PKT là Phòng Kinh tế.)\n\nII. NHIỆM VỤ\n\n"
        "* Việc 1: Mở gian hàng số\n- Chủ trì: PKT\n- Phối hợp: Hội Nông dân xã\n- Thời hạn: 30/6/2024\n"
        "* Việc 2: Lập bản đồ số\n- Chủ trì: Công an xã\n- Thời hạn: 30/9/2024\n"
        "* Việc 3: Dùng hóa đơn\n- Chủ trì: như việc 1\n- Phối hợp: như việc 1\n- Thời hạn: như trên\n"
    )
    task = of(body, tmp_path).tasks[-1]
    assert [unit.name for unit in task.lead_units] == ["Phòng Kinh tế"]
    assert [unit.name for unit in task.supporting_units] == ["Hội Nông dân xã"]
    assert task.deadline is not None and str(task.deadline.due) == "2024-09-30"


MONTHS = [
    ("4, 9", "2024-09-30"),
    ("6-10", "2024-10-31"),
    ("12", "2024-12-31"),
    ("tháng 5", "2024-05-31"),
    ("-", None),
]


@pytest.mark.parametrize(("cell", "due"), MONTHS)
def test_numbers_under_a_column_of_months(cell: str, due: str | None, tmp_path: Path) -> None:
    rows = "".join(
        f"| {n} | {work} | Sở Y tế / Sở Nội vụ | {when} |\n"
        for n, work, when in ((1, "Lập kho số", cell), (2, "Mở cổng", "7"), (3, "Gắn mã", "8"))
    )
    table = f"| STT | Công việc | Chủ trì / Phối hợp | Tháng |\n|---|---|---|---|\n{rows}"
    deadline = of(table, tmp_path).tasks[-3].deadline
    assert (str(deadline.due) if deadline else None) == due
