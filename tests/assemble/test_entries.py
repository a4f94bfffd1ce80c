"""Documents that go through the indicators one by one in prose: code, name, past, goal, units, time."""

from __future__ import annotations

import pytest

from extractor import Extraction, extract
from extractor.sources.text import read_text

HEAD = """ỦY BAN NHÂN DÂN TỈNH AN HẢI
Số: 15/KH-UBND
An Hải, ngày 10 tháng 01 năm 2024

KẾ HOẠCH
Cải thiện chỉ số chuyển đổi số năm 2024

I. NỘI DUNG CẢI THIỆN TỪNG CHỈ SỐ

"""


def plan(*paragraphs: str) -> Extraction:
    return extract(read_text(HEAD + "\n".join(paragraphs) + "\n", "an-hai.txt"))


Row = tuple[str, list[tuple[tuple[str, ...], float | None, list[float]]], list[str], list[str], str | None]

ENTRIES: list[Row] = [
    (
        "Chỉ số 3.2. Hộ có điện thoại thông minh. Năm 2023 đạt 61,5%. Năm 2024 phấn đấu đạt 70%. Giao Viễn "
        "thông "
        "An Hải chủ trì, phối hợp với UBND cấp xã; hoàn thành trước ngày 15/9/2024.",
        [(("3.2",), 70, [61.5])], ["Viễn thông An Hải"], ["UBND cấp xã"], "2024-09-14",
    ),
    (
        "Chỉ số 5.7. Kiểm tra, đánh giá hệ thống. Kết quả 2023: 2,5/10 điểm. Bảo đảm ít nhất 65% hệ thống "
        "thông tin "
        "được kiểm tra, đánh giá. Công an tỉnh, Sở Nội vụ đồng chủ trì; quý IV/2024.",
        [(("5.7",), 65, [2.5])], ["Công an tỉnh", "Sở Nội vụ"], [], "2024-12-31",
    ),
    (
        "Các chỉ số 5.3 và 5.4. Chống mã độc. Điểm năm 2023 lần lượt là 3,5/10 và 4/10. Cài đặt phần mềm "
        "cho 95% máy "
        "chủ và 85% máy trạm. Sở Thông tin và Truyền thông thực hiện trong tháng 6/2024.",
        [(("5.3",), 95, [3.5]), (("5.4",), 85, [4])], ["Sở Thông tin và Truyền thông"], [], "2024-06-30",
    ),
    (
        "Chỉ số 6.13: Tài khoản dùng dịch vụ công. Đến hết năm 2024 có trên 55% tài khoản phát sinh hồ sơ. "
        "Đơn vị chủ "
        "trì sẽ được UBND tỉnh giao sau.",
        [(("6.13",), 55, [])], [], [], "2024-12-31",
    ),
    (
        "Chỉ số 4.11. Học kỹ năng trên OneTouch. Từ 1.200 người năm 2023 tăng lên 5.000 người. Tỉnh đoàn "
        "mở các lớp "
        "lưu động. Các cơ quan, đơn vị liên quan phối hợp cử người hướng dẫn.",
        [(("4.11",), 5000, [1200])], ["Tỉnh đoàn"], ["Các cơ quan, đơn vị liên quan"], None,
    ),
    (
        "Chỉ số 7.7. Nộp thuế điện tử. Giữ vững mức 97% của năm 2023. Cục Thuế tỉnh chịu trách nhiệm. Thực "
        "hiện thường "
        "xuyên.",
        [(("7.7",), 97, [97])], ["Cục Thuế tỉnh"], [], None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "targets", "lead", "support", "due"), ENTRIES)
def test_an_entry(
    text: str,
    targets: list[tuple[tuple[str, ...], float, list[float]]],
    lead: list[str],
    support: list[str],
    due: str | None,
) -> None:
    found = plan(text)
    (task,) = found.tasks
    assert [u.name for u in task.lead_units] == lead
    assert [u.name for u in task.supporting_units] == support
    assert (str(task.deadline.due) if task.deadline and task.deadline.due else None) == due
    got = [(t.indicator_codes, t.value, [b.value for b in t.baselines]) for t in found.targets]
    assert got == targets


def test_units_as_of_another_indicator() -> None:
    found = plan(
        "Nhóm 5 - An toàn thông tin mạng",
        "Chỉ số 5.1. Duyệt cấp độ. Các đơn vị vận hành hệ thống chủ trì; Sở Nội vụ phối hợp thẩm định.",
        "Chỉ số 5.2. Đủ biện pháp bảo vệ. Đơn vị thực hiện như chỉ số 5.1.",
    )
    owners = [([u.name for u in t.lead_units], [u.name for u in t.supporting_units]) for t in found.tasks]
    assert owners == [(["Các đơn vị vận hành hệ thống"], ["Sở Nội vụ"])] * 2
    assert [t.indicator_codes for t in found.tasks] == [("5.1",), ("5.2",)]


def test_one_sum_for_each_of_several_indicators() -> None:
    found = plan(
        "Các chỉ số 5.12.2 và 5.12.3. Kinh phí. Mỗi nội dung bố trí 900 triệu đồng. Sở Tài chính lo."
    )
    assert [(t.indicator_codes, t.value) for t in found.targets] == [
        (("5.12.2",), 900e6), (("5.12.3",), 900e6),
    ]  # fmt: skip


def test_another_measure_in_the_paragraph_is_not_the_indicator() -> None:
    found = plan(
        "Chỉ số 8.3. Chữ ký số của dân. Năm 2023: 1,5/20 điểm. Phấn đấu 25% người trưởng thành có chữ ký "
        "số; 100% "
        "trưởng thôn có sổ tay số. Sở Nội vụ chủ trì."
    )
    assert [(t.indicator_codes, len(t.baselines)) for t in found.targets] == [(("8.3",), 1), ((), 0)]


def test_a_bare_entry_takes_the_labels_below() -> None:
    found = plan(
        "Chỉ số 7.6. Hợp đồng điện tử",
        "- Mục tiêu: 30% doanh nghiệp sử dụng.",
        "- Cơ quan chủ trì: Sở Công Thương.",
        "- Thời hạn: Quý II/2024.",
    )
    (task,) = found.tasks
    assert [u.name for u in task.lead_units] == ["Sở Công Thương"] and task.indicator_codes == ("7.6",)
    assert [(t.indicator_codes, t.value) for t in found.targets] == [(("7.6",), 30)]


LINES: list[tuple[str, float, list[float], list[str], str | None]] = [
    ("3.3 Tỷ lệ hộ gia đình có Internet cáp quang: từ 51% lên 66%; xong trước 15/9/2024; phối hợp: Sở Y tế",
     66, [51], ["Sở Y tế"], "2024-09-14"),
    ("4.7 Tỷ lệ công chức, viên chức được bồi dưỡng về chuyển đổi số: 33% → 60%; quý III/2024",
     60, [33], [], "2024-09-30"),
    ("7.6 Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử: tối thiểu 30%; phối hợp: Cục Thuế tỉnh",
     30, [], ["Cục Thuế tỉnh"], None),
    ("6.14 Mức độ hài lòng của người dân, doanh nghiệp: giữ không thấp hơn 88%; hết năm 2024",
     88, [], [], "2024-12-31"),
    ("3.6 Mức độ triển khai các nền tảng số dùng chung: 6 -> 9 nền tảng; tháng 10/2024",
     9, [6], [], "2024-10-31"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "value", "past", "support", "due"), LINES)
def test_a_line_numbered_by_its_indicator(
    line: str, value: float, past: list[float], support: list[str], due: str | None
) -> None:
    """Lines under a unit's heading, each numbered by the code of its indicator."""
    found = plan("1. Sở Thông tin và Truyền thông", "1.4 Chuyên trang về chuyển đổi số: thường xuyên", line)
    task, target = found.tasks[-1], found.targets[-1]
    code = line.split()[0]
    assert task.indicator_codes == (code,) and target.indicator_codes == (code,)
    assert [u.name for u in task.lead_units] == ["Sở Thông tin và Truyền thông"]
    assert [u.name for u in task.supporting_units] == support
    assert (target.value, [b.value for b in target.baselines]) == (value, past)
    assert (str(task.deadline.due) if task.deadline and task.deadline.due else None) == due


Codes = tuple[str, ...]
STATES: list[tuple[str, Codes, list[tuple[Codes, float | None, list[float]]]]] = [
    (
        "Mã 3.2. Hộ có điện thoại thông minh: đạt 6,4/10 điểm (tương ứng 64%). Mục tiêu: đạt 75%.\n"
        "Chủ trì: Sở Công Thương.",
        ("3.2",), [(("3.2",), 75, [6.4, 64])],
    ),
    (
        "Chỉ số 7.7. Nộp thuế điện tử: hiện đạt 9/10 điểm. Chỉ tiêu: trên 98%. Cục Thuế tỉnh chủ trì.",
        ("7.7",), [(("7.7",), 98, [9])],
    ),
    (
        "Mã 2.9. Thuê chuyên gia: 0/10 điểm. Mục tiêu: ban hành chính sách trong quý III. Sở Nội vụ chủ trì.",
        ("2.9",), [(("2.9",), None, [0])],
    ),
    (
        "Mã 1.1, 1.2: mỗi chỉ số đạt 10/10 điểm. Mục tiêu: giữ vững kết quả.\nChủ trì: Sở Công Thương.",
        ("1.1", "1.2"), [(("1.1", "1.2"), None, [10])],
    ),
    (
        "Mã 5.3: đạt 7/10 điểm; Mã 5.4: đạt 6/10 điểm. Mục tiêu: 95% máy chủ, 85% máy trạm có phần mềm chống "
        "mã độc.\nChủ trì: Sở Công Thương.",
        ("5.3", "5.4"), [(("5.3",), 95, [7]), (("5.4",), 85, [6])],
    ),
    (
        "Mã 4.8: đạt 2/5 điểm; Mã 4.9: đạt 1/5 điểm. Mục tiêu: Mã 4.8 đạt 4/5 điểm, Mã 4.9 đạt 3/5 điểm.\n"
        "Chủ trì: Sở Công Thương.",
        ("4.8", "4.9"), [(("4.8",), 4, [2]), (("4.9",), 3, [1])],
    ),
    (
        "Mã 3.2. Hộ có điện thoại thông minh: đạt 6,4/10 điểm.\n- Mục tiêu: đạt 75%.\n- Chủ trì: Sở Y tế.",
        ("3.2",), [(("3.2",), 75, [6.4])],
    ),
    (  # nothing is labelled as the goal: the points are
        "Mã 3.2. Hộ có điện thoại thông minh: đạt 6,4/10 điểm.\nChủ trì: Sở Công Thương.",
        ("3.2",), [(("3.2",), 6.4, [])],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes", "targets"), STATES)
def test_points_before_the_labelled_goal_are_what_there_is(
    text: str, codes: Codes, targets: list[tuple[Codes, float | None, list[float]]]
) -> None:
    found = plan(*text.split("\n"))
    (task,) = found.tasks
    assert task.indicator_codes == codes
    assert [(t.indicator_codes, t.value, [b.value for b in t.baselines]) for t in found.targets] == targets


@pytest.mark.parametrize("words", ["đạt trên 75%", "tối thiểu 75%", "75%", "từ 75% trở lên", "nâng lên 75%"])
def test_a_bare_goal_measures_what_its_indicator_names(words: str) -> None:
    found = plan(f"Mã 3.2. Hộ có điện thoại thông minh: đạt 6/10 điểm. Mục tiêu: {words}. Sở Y tế chủ trì.")
    (target,) = found.targets
    assert (target.indicator, target.value) == ("Hộ có điện thoại thông minh", 75)


LABELLED = [
    (
        "3.3. Tỷ lệ hộ gia đình có Internet cáp quang (7,1/10 điểm; tỷ lệ 71%). Chỉ tiêu: tối thiểu 80%; "
        "CQCT: Viễn thông An Hải; CQPH: UBND cấp xã; Thời hạn: tháng 9/2024.",
        "Tỷ lệ hộ gia đình có Internet cáp quang", 80, [7.1, 71], "Viễn thông An Hải", "UBND cấp xã",
    ),
    (
        "3.1. Tỷ lệ dân số trưởng thành có điện thoại thông minh (năm 2023: 8/10 điểm). Mục tiêu: đạt 85%; "
        "ĐVCT: Sở Công Thương; ĐVPH: Sở Y tế; TGHT: quý IV/2024.",
        "Tỷ lệ dân số trưởng thành có điện thoại thông minh", 85, [8], "Sở Công Thương", "Sở Y tế",
    ),
    (
        "7.6. Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử (1/10 điểm, tương ứng 8%). Chỉ tiêu: trên 40%; "
        "Cơ quan CT: Cục Thuế tỉnh; Cơ quan PH: Sở Công Thương; Thời hạn: tháng 11/2024.",
        "Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử", 40, [1, 8], "Cục Thuế tỉnh", "Sở Công Thương",
    ),
    (
        "5.4. Số lượng máy trạm cài đặt phòng, chống mã độc và chia sẻ thông tin (kết quả: 3/10 điểm). "
        "Chỉ tiêu: 100% máy trạm; CQTH: Công an tỉnh; CQPH: Sở Nội vụ; Thời hạn: tháng 6/2024.",
        "Số lượng máy trạm cài đặt phòng, chống mã độc và chia sẻ thông tin", 100, [3], "Công an tỉnh",
        "Sở Nội vụ",
    ),
    (
        "7.7. Tỷ lệ doanh nghiệp nộp thuế điện tử. Chỉ tiêu: giữ 98%; CQCT: Cục Thuế tỉnh; "
        "CQPH: Sở Tài chính; Thời hạn: thường xuyên.",
        "Tỷ lệ doanh nghiệp nộp thuế điện tử", 98, [], "Cục Thuế tỉnh", "Sở Tài chính",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "value", "past", "lead", "support"), LABELLED)
def test_a_line_with_short_labels_and_its_state_in_brackets(
    text: str, name: str, value: float, past: list[float], lead: str, support: str
) -> None:
    found = plan(text)
    (task,) = found.tasks
    assert (task.title, [u.name for u in task.lead_units]) == (name, [lead])
    assert [u.name for u in task.supporting_units] == [support] and task.deadline is not None
    (target,) = found.targets
    assert (target.value, sorted(b.value for b in target.baselines)) == (value, sorted(past))
