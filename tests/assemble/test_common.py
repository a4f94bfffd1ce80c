"""Fields told once for a whole group of tasks."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import extract

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

Số: 15/KH-UBND

Lai Châu, ngày 10 tháng 01 năm 2024

KẾ HOẠCH
Chuyển đổi số tỉnh Lai Châu năm 2024

"""

LINES = [
    ("(Thời hạn chung của nhóm: 15/11/2024)", [], "2024-11-15"),
    ("Thời gian hoàn thành chung: quý III/2024", [], "2024-09-30"),
    ("Thời hạn chung cho các nhiệm vụ dưới đây: trước ngày 01/9/2024.", [], "2024-08-31"),
    ("Các nhiệm vụ trong nhóm này hoàn thành trước 30/10/2024.", [], "2024-10-29"),
    ("Đơn vị chủ trì chung: Sở Công Thương; thời hạn: 31/12/2024.", ["Sở Công Thương"], "2024-12-31"),
    ("Tất cả nội dung thuộc mục này do Sở Y tế chủ trì, xong trong tháng 8/2024.", ["Sở Y tế"], "2024-08-31"),
    ("Thời hạn: 15/11/2024", [], None),  # of the heading's own task
]


@pytest.mark.parametrize(("line", "lead", "due"), LINES)
def test_a_group_of_tasks(line: str, lead: list[str], due: str | None, tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(
        f"{HEAD}III. NHIỆM VỤ\n1. Nhóm nhiệm vụ về hạ tầng\n{line}\n"
        "a) Lắp đặt trạm phát sóng tại các thôn chưa có sóng.\n"
        "b) Nâng cấp hạ tầng máy chủ của tỉnh; Sở Tài chính chủ trì, hoàn thành trước ngày 05/6/2024.\n"
        "2. Nhóm nhiệm vụ về nhân lực\n"
        "a) Tổ chức tập huấn cho cán bộ phụ trách ở cấp xã.\n",
        encoding="utf-8",
    )
    first, second, other = extract(path).tasks[-3:]
    assert [u.name for u in first.lead_units] == lead
    assert (str(first.deadline.due) if first.deadline and first.deadline.due else None) == due
    assert [u.name for u in second.lead_units] == ["Sở Tài chính"]
    assert second.deadline is not None and str(second.deadline.due) == "2024-06-04"
    assert not other.lead_units and other.deadline is None


ANNOUNCING = [
    ("Trong năm 2024, các sở tập trung vào sáu nhóm nhiệm vụ sau đây.", 1),
    ("Các cơ quan triển khai đồng bộ những giải pháp sau", 1),
    ("Ủy ban nhân dân các huyện thực hiện các nội dung cụ thể như sau.", 1),
    ("Sở Nội vụ rà soát danh mục và báo cáo sau khi hoàn thành.", 2),
    ("Sở Nội vụ hoàn thành các nội dung sau: mở 5 lớp; in 200 sổ tay.", 2),
]


@pytest.mark.parametrize(("line", "tasks"), ANNOUNCING)
def test_a_sentence_that_announces_opens_no_task(line: str, tasks: int, tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(f"{HEAD}II. NHIỆM VỤ\n{line}\n1. Sở Xây dựng lắp 20 trạm.\n", encoding="utf-8")
    assert len(extract(path).tasks) == tasks
