"""Small plans from text to records: tasks, targets, owners, deadlines, links, restatements, scores."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.pipeline import extract
from extractor.records import Extraction, Target, Task
from extractor.sources.text import read_text

HEAD = """ỦY BAN NHÂN DÂN TỈNH AN GIANG

Số: 77/KH-UBND

An Giang, ngày 12 tháng 01 năm 2024

KẾ HOẠCH

Phát triển dữ liệu mở năm 2024

"""


def plan(body: str) -> Extraction:
    source = read_text(HEAD + body, "plan.txt")
    found = extract(source)
    for record in (*found.tasks, *found.targets):
        assert record.evidence is not None
        assert source.text[record.evidence.start : record.evidence.end] == record.quote
    return found


def task(found: Extraction, words: str) -> Task:
    (match,) = [t for t in found.tasks if words in t.title]
    return match


def target(found: Extraction, value: float) -> Target:
    (match,) = [t for t in found.targets if t.value == value]
    return match


def leads(record: Task | Target) -> list[str]:
    return [u.name for u in record.lead_units or ()]


def supports(record: Task | Target) -> list[str]:
    return [u.name for u in record.supporting_units or ()]


def test_goals_and_bullets_of_tasks() -> None:
    found = plan(
        "I. MỤC TIÊU\n\n1. Mục tiêu cụ thể\n\n- 90% bến phà thu phí điện tử.\n\n"
        "- Tối thiểu 40 làng nghề có gian hàng số.\n\n"
        "II. NHIỆM VỤ\n\n1. Hạ tầng số\n\n"
        "- Sở Xây dựng chủ trì, phối hợp với Sở Tài chính lắp trạm thu phí tại"
        " bến phà; hoàn thành trước ngày 30/9/2024.\n"
    )
    assert [(t.value, t.unit, t.comparator) for t in found.targets] == [
        (90, "percent", "eq"),
        (40, "count", "ge"),
    ]
    assert all(t.task is None for t in found.targets)
    (only,) = found.tasks
    assert leads(only) == ["Sở Xây dựng"]
    assert supports(only) == ["Sở Tài chính"]
    assert only.deadline is not None and only.deadline.due in {date(2024, 9, 29), date(2024, 9, 30)}
    assert only.section == "II.1"


def test_a_labelled_task() -> None:
    found = plan(
        "II. NHIỆM VỤ\n\n1. Nhân lực số\n\nNhiệm vụ: Bồi dưỡng kỹ năng dữ liệu cho cán bộ thôn\n\n"
        "- Mục tiêu: 75% cán bộ thôn biết dùng bảng tính\n\n- Đơn vị chủ trì: Sở Nội vụ\n\n"
        "- Đơn vị phối hợp: Sở Tài chính; UBND các huyện, thành phố\n\n"
        "- Thời gian thực hiện: Quý III/2024\n\n"
        "- Sản phẩm: Các lớp bồi dưỡng\n"
    )
    done = task(found, "Bồi dưỡng kỹ năng")
    assert leads(done) == ["Sở Nội vụ"]
    assert supports(done) == ["Sở Tài chính", "UBND cấp huyện"]
    assert done.deadline is not None and done.deadline.due == date(2024, 9, 30)
    assert done.deliverable == "Các lớp bồi dưỡng"
    assert target(found, 75).task == done.id


def test_the_heading_names_the_unit() -> None:
    found = plan(
        "IV. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính\n\n- Bố trí kinh phí cho các bộ dữ liệu của tỉnh.\n\n"
        "2. Công an tỉnh\n\n- Phối hợp với Sở Nội vụ rà soát tài khoản của cán bộ đã nghỉ việc.\n"
    )
    assert leads(task(found, "Bố trí kinh phí")) == ["Sở Tài chính"]
    other = task(found, "rà soát tài khoản")
    assert (leads(other), supports(other)) == (["Công an tỉnh"], ["Sở Nội vụ"])
    assert other.section == "IV.2"


ANNEX = (
    "PHỤ LỤC\n\n"
    "| STT | Nhiệm vụ | Mục tiêu năm 2024 | Chủ trì | Phối hợp | Thời gian |\n|---|---|---|---|---|---|\n"
    "| 1 | Tỷ lệ làng nghề có bản đồ số | 65% | Sở Công Thương | Sở Xây dựng | Tháng 10 |\n"
    "| 2 | Tỷ lệ bến phà có camera | ≥ 80% | Sở Xây dựng | Công an tỉnh | Quý II |\n"
)


def test_rows_of_an_annex() -> None:
    found = plan(ANNEX)
    assert [t.section for t in found.tasks] == ["1", "2"]
    assert [(t.value, t.comparator) for t in found.targets] == [(65, "eq"), (80, "ge")]
    assert [t.task for t in found.targets] == [t.id for t in found.tasks]
    assert leads(found.tasks[0]) == ["Sở Công Thương"]
    assert supports(found.tasks[1]) == ["Công an tỉnh"]
    assert [t.deadline.due if t.deadline else None for t in found.tasks] == [
        date(2024, 10, 31),
        date(2024, 6, 30),
    ]
    assert all(t.evidence and t.evidence.table == 0 for t in found.tasks)


def test_a_repeated_annex_counts_once() -> None:
    again = "Kèm theo kế hoạch về phát triển dữ liệu mở của tỉnh trong năm nay\n\n" + ANNEX
    more = "Ghi chú dài về việc cập nhật các số liệu trong bảng của phụ lục này.\n\n"
    assert len(plan(again + more + again + more).targets) == 2


def test_a_goal_takes_the_owner_of_the_task_that_assigns_it() -> None:
    found = plan(
        "I. MỤC TIÊU CỤ THỂ\n\n- 85% trạm bơm thủy lợi có cảm biến đo mực nước.\n\n"
        "II. NHIỆM VỤ\n\n1. Hạ tầng\n\n"
        "- Sở Xây dựng chủ trì lắp cảm biến đo mực nước tại các trạm bơm thủy lợi.\n\n"
        "- Sở Y tế chủ trì lập hồ sơ sức khỏe cho học sinh các trường.\n\n"
        "- Sở Nội vụ chủ trì rà soát chức danh của cán bộ phụ trách dữ liệu.\n"
    )
    aim = target(found, 85)
    assert leads(aim) == ["Sở Xây dựng"]
    assert aim.assigned_by == found.tasks[0].id


def test_a_restatement_counts_once() -> None:
    found = plan(
        "I. MỤC TIÊU CỤ THỂ\n\n- 85% trạm bơm có cảm biến đo mực nước.\n\n"
        "- Phấn đấu 85% trạm bơm có cảm biến đo mực nước.\n"
    )
    assert [t.value for t in found.targets] == [85]


def test_past_values_belong_to_their_target() -> None:
    found = plan("I. MỤC TIÊU CỤ THỂ\n\n- 60% kho lạnh có nhật ký số (năm 2023: 31,5%).\n")
    (aim,) = found.targets
    assert [(b.year, b.value, b.unit) for b in aim.baselines] == [(2023, 31.5, "percent")]


def test_a_table_of_scores() -> None:
    found = plan(
        "PHỤ LỤC\n\n| STT | Chỉ số chính | Điểm tối đa | Điểm đạt được năm 2023 | Xếp hạng |\n"
        "|---|---|---|---|---|\n"
        "| 1 | Nhận thức số | 100 | 71,5 | 22 |\n| 2 | Thể chế số | 100 | 64 | 30/63 |\n"
    )
    assert [(s.points, s.max, s.rank, s.rank_of, s.year) for s in found.scores] == [
        (71.5, 100, 22, None, 2023),
        (64, 100, 30, 63, 2023),
    ]
    assert found.targets == ()


def test_results_and_grounds_hold_no_targets() -> None:
    found = plan(
        "I. KẾT QUẢ THỰC HIỆN NĂM 2023\n\n- 47% bến phà thu phí điện tử.\n\n"
        "- Đã mở 12 lớp cho 640 cán bộ.\n\n"
        "II. CĂN CỨ\n\n- Quyết định số 15/QĐ-TTg ngày 03/01/2023 của Thủ tướng Chính phủ.\n"
    )
    assert found.targets == () and found.tasks == ()


@pytest.mark.parametrize("body", ["", "Một đoạn văn không có gì.", "| a | b |\n|---|---|\n| c | d |"])
def test_nothing_found_is_a_valid_record(body: str) -> None:
    found = extract(read_text(body, "a.txt"))
    assert (found.tasks, found.targets, found.scores) == ((), (), ())
    assert [n.code for n in found.notes] == ["nothing-found"]


def test_ids_follow_the_source() -> None:
    found = plan(ANNEX)
    assert [t.id for t in found.targets] == ["g1", "g2"]
    assert [t.id for t in found.tasks] == ["t1", "t2"]
