"""A goal against the task, the row or the section that takes it up: value, time, lead, points, number."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import GOALS, HEAD, TAIL, WORK
from .test_forms import told

DUE = [
    ("a) Trình HĐND tỉnh ban hành chính sách miễn, giảm lệ phí dịch vụ công trực tuyến trong quý II/2024 "
     "(chỉ số 2.10).",
     "2.1. Xây dựng nghị quyết về miễn, giảm lệ phí dịch vụ công trực tuyến (chỉ số 2.10); Sở Tài chính chủ "
     "trì; trình trong quý III/2024.", True),
    ("a) Ban hành chính sách hỗ trợ doanh nghiệp nhỏ chuyển đổi số trước ngày 30/6/2024 (chỉ số 2.11).",
     "2.2. Xây dựng chính sách hỗ trợ doanh nghiệp nhỏ chuyển đổi số (chỉ số 2.11); Sở Tài chính chủ trì; "
     "hoàn thành trước ngày 30/11/2024.", True),
    ("a) Trình HĐND tỉnh ban hành chính sách miễn, giảm lệ phí dịch vụ công trực tuyến trong quý II/2024 "
     "(chỉ số 2.10).",
     "2.1. Xây dựng nghị quyết về miễn, giảm lệ phí dịch vụ công trực tuyến (chỉ số 2.10); Sở Tài chính chủ "
     "trì; trình trong quý II/2024.", False),
    ("a) Trình HĐND tỉnh ban hành chính sách miễn, giảm lệ phí dịch vụ công trực tuyến trong quý II/2024 "
     "(chỉ số 2.10).",
     "2.1. Tuyên truyền dịch vụ công trực tuyến ở các chợ (chỉ số 2.10); Sở Tài chính chủ trì; hoàn thành "
     "trong quý III/2024.", False),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "work", "wrong"), DUE)
def test_time_of_a_goal_and_of_its_task(goal: str, work: str, wrong: bool, tmp_path: Path) -> None:
    body = f"{HEAD}{GOALS}{goal}\n\n{WORK}2. Thể chế số\n\n{work}\n"
    assert bool(told("deadline-stated-twice", body, tmp_path)) == wrong


ROWS = """II. NHIỆM VỤ

| TT | Nhiệm vụ | Chỉ tiêu | Chủ trì | Phối hợp | Thời hạn |
|---|---|---|---|---|---|
| 1 | {} | (1) | Sở Nội vụ | Sở Tài chính | {} |
| 2 | Phát triển trạm 5G | (2), (3) | Sở Y tế | Sở Tài chính | Tháng 12/2024 |
"""
CITED = [
    ("(1) Ban hành nghị quyết hỗ trợ cán bộ chuyên trách chuyển đổi số trong quý II/2024.",
     "Xây dựng chính sách hỗ trợ cán bộ chuyên trách chuyển đổi số", "Tháng 11/2024", True),
    ("(1) Phê duyệt Đề án đô thị thông minh thị xã trước ngày 31/3/2024.",
     "Lập Đề án đô thị thông minh thị xã", "Quý III/2024", True),
    ("(1) Phê duyệt Đề án đô thị thông minh thị xã trong quý I/2024.",
     "Lập Đề án đô thị thông minh thị xã", "Quý III/2024", True),
    ("(1) Thành lập Trung tâm giám sát dữ liệu tỉnh trong tháng 5/2024.",
     "Thành lập Trung tâm giám sát dữ liệu tỉnh", "Tháng 9/2024", True),
    ("(1) Ban hành nghị quyết hỗ trợ cán bộ chuyên trách chuyển đổi số trong quý II/2024.",
     "Xây dựng chính sách hỗ trợ cán bộ chuyên trách chuyển đổi số", "Tháng 5/2024", False),
    ("(1) Ban hành nghị quyết hỗ trợ cán bộ chuyên trách chuyển đổi số trong quý II/2024.",
     "Mở lớp kỹ năng cho giáo viên", "Tháng 11/2024", False),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "title", "due", "wrong"), CITED)
def test_time_of_a_numbered_goal(goal: str, title: str, due: str, wrong: bool, tmp_path: Path) -> None:
    body = f"{HEAD}{GOALS}{goal}\n\n{ROWS.format(title, due)}"
    assert bool(told("deadline-stated-twice", body, tmp_path)) == wrong


VALUES = [
    ("Tỷ lệ người lao động được tập huấn kỹ năng số đạt tối thiểu 30% (chỉ số 4.10).",
     "4.2. Tập huấn kỹ năng số cho người lao động (chỉ số 4.10); Sở Nội vụ chủ trì; tỷ lệ người lao động "
     "được tập huấn đạt 35%.", True),
    ("Tỷ lệ hộ gia đình có địa chỉ số đạt 90% (chỉ số 8.4).",
     "8.1. Gắn địa chỉ số cho hộ gia đình (chỉ số 8.4); Sở Y tế chủ trì; tỷ lệ hộ gia đình được gắn đạt 90%.",
     False),
    ("Tỷ lệ người lao động được tập huấn kỹ năng số đạt tối thiểu 30% (chỉ số 4.10).",
     "4.2. Tập huấn kỹ năng số cho người lao động (chỉ số 4.10); Sở Nội vụ chủ trì; tỷ lệ cơ quan báo cáo "
     "đúng hạn đạt 95%.", False),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "work", "wrong"), VALUES)
def test_value_of_a_goal_and_of_its_task(goal: str, work: str, wrong: bool, tmp_path: Path) -> None:
    body = f"{HEAD}{GOALS}- {goal}\n\n{WORK}4. Nhân lực số\n\n{work}\n"
    assert bool(told("value-stated-twice", body, tmp_path)) == wrong


NUMBERED = """II. NHIỆM VỤ

| TT | Nhiệm vụ | Chủ trì | Thời hạn |
|---|---|---|---|
| 1 | Mở chuyên mục truyền hình | Sở Nội vụ | Quý I/2024 |
| 2 | Phát triển 320 trạm phát sóng | Sở Tài chính | Quý II/2024 |
| 3 | Lắp đặt máy chủ dữ liệu | Công an tỉnh | Quý II/2024 |
| 4 | Tạo lập hồ sơ sức khỏe | Sở Y tế | Quý III/2024 |
| 5 | Số hóa sổ hộ tịch | Sở Tư pháp | Quý IV/2024 |

III. TỔ CHỨC THỰC HIỆN

"""
GIVEN = [
    ("1. Sở Nội vụ: chủ trì nhiệm vụ số 1.", "2. Sở Y tế: chủ trì các nhiệm vụ số 4, 5.", True),
    ("1. Sở Nội vụ: chủ trì nhiệm vụ số 3.", "2. Sở Y tế: chủ trì nhiệm vụ số 4.", True),
    ("1. Sở Nội vụ (nhiệm vụ số 1), Sở Tư pháp (nhiệm vụ số 3) chủ trì theo bảng.",
     "2. Sở Y tế: chủ trì nhiệm vụ số 4.", True),
    ("1. Sở Nội vụ chủ trì công việc số 2.", "2. Sở Y tế: chủ trì nhiệm vụ số 4.", True),
    ("1. Sở Nội vụ: chủ trì nhiệm vụ số 1.", "2. Sở Tư pháp: chủ trì thực hiện nhiệm vụ số 4 và 5.", True),
    ("1. Sở Nội vụ: chủ trì nhiệm vụ số 1.", "2. Sở Y tế: chủ trì nhiệm vụ số 4.", False),
    ("1. Sở Nội vụ: phối hợp thực hiện nhiệm vụ số 2.", "2. Sở Y tế: chủ trì nhiệm vụ số 4.", False),
    ("1. Sở Nội vụ: chủ trì nhiệm vụ số 2, 3.", "2. Sở Y tế: chủ trì nhiệm vụ số 1, 5.", False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "wrong"), GIVEN)
def test_tasks_given_by_number(first: str, second: str, wrong: bool, tmp_path: Path) -> None:
    rest = "3. Sở Tài chính: chủ trì nhiệm vụ số 2.\n\n4. Công an tỉnh: chủ trì nhiệm vụ số 3.\n"
    body = f"{HEAD}{NUMBERED}{first}\n\n{second}\n\n{rest}{TAIL}"
    assert bool(told("lead-stated-twice", body, tmp_path)) == wrong


CODED = """II. NHIỆM VỤ

1. Kinh tế và xã hội số

1.1. Phát triển cáp quang hộ gia đình (chỉ số 3.3); Sở Y tế chủ trì; hoàn thành trong năm 2024.

1.2. Tập huấn cho công chức, viên chức (chỉ số 4.7); Sở Nội vụ chủ trì; hoàn thành trong năm 2024.

1.3. Đo lường tỷ trọng kinh tế số trong GRDP (chỉ số 7.1); Cục Thống kê chủ trì; hoàn thành trong năm 2024.

1.4. Gắn địa chỉ số cho hộ gia đình (chỉ số 8.4); {} chủ trì; hoàn thành trong năm 2024.

III. TỔ CHỨC THỰC HIỆN

1. Sở Y tế chủ trì chỉ số 3.3.

2. Sở Nội vụ chủ trì các chỉ số 4.7.

3. Cục Thống kê chủ trì chỉ số 7.1.

4. {}
"""
SECTIONS = [
    ("Bưu điện tỉnh", "Sở Công Thương chủ trì chỉ số 8.4.", True),
    ("Sở Tư pháp", "Công an tỉnh: Chủ trì thực hiện chỉ số 8.4.", True),
    ("Sở Công Thương", "Sở Công Thương chủ trì chỉ số 8.4.", False),
    ("Bưu điện tỉnh", "Sở Công Thương phối hợp thực hiện chỉ số 8.4.", False),
    ("Bưu điện", "Bưu điện tỉnh chủ trì chỉ số 8.4.", False),
]


@pytest.mark.parametrize(("lead", "section", "wrong"), SECTIONS)
def test_the_lead_of_a_task_and_of_its_code(lead: str, section: str, wrong: bool, tmp_path: Path) -> None:
    body = HEAD + CODED.format(lead, section) + TAIL
    assert bool(told("lead-stated-twice", body, tmp_path)) == wrong


POINTS = """II. HIỆN TRẠNG

| TT | Chỉ số chính | Điểm tối đa | {} | Tỷ lệ | {} |
|---|---|---|---|---|---|
| 1 | Nhận thức số | 100 | 84,0 | 84% | 95,0 |
| 2 | Thể chế số | 100 | 72,5 | 72,5% | {} |
| 3 | Hạ tầng số | 100 | 63,8 | 63,8% | 78,0 |
| 4 | Nhân lực số | 100 | 55,2 | 55,2% | 70,0 |
"""
AIMED = [
    ("Điểm 2023", "Mục tiêu 2024", "70,0", True), ("Điểm đạt năm 2023", "Chỉ tiêu năm 2024", "72", True),
    ("Điểm tự chấm", "Mục tiêu 2024", "27,5", True), ("Điểm năm 2023", "Mục tiêu", "64,5", True),
    ("Điểm 2023", "Phấn đấu năm 2024", "71,9", True),
    ("Điểm 2023", "Mục tiêu 2024", "72,5", False), ("Điểm 2023", "Mục tiêu 2024", "90,0", False),
    ("Điểm 2023", "Tăng thêm", "7,0", False), ("Điểm 2023", "Mục tiêu 2024", "70%", False),
]  # fmt: skip


@pytest.mark.parametrize(("past", "aim", "goal", "wrong"), AIMED)
def test_points_aimed_at_in_a_column(past: str, aim: str, goal: str, wrong: bool, tmp_path: Path) -> None:
    body = HEAD + POINTS.format(past, aim, goal)
    assert bool(told("target-below-baseline", body, tmp_path)) == wrong


def _goals(*numbers: int) -> str:
    lines = [f"({n}) Tỷ lệ việc thứ {n} của tỉnh đạt {60 + n}%." for n in numbers]
    return "\n\n".join([*lines[:3], "2.2. Hạ tầng số", *lines[3:]])


RUNS = [
    ((1, 2, 3, 4, 5, 6, 8), True), ((1, 2, 3, 4, 5, 7, 8, 9), True), ((1, 2, 3, 4, 5, 6, 9), True),
    ((1, 2, 3, 4, 5, 6, 7), False), ((1, 2, 3, 1, 2, 3, 1, 2), False), ((1, 3, 5, 7), False),
    ((1, 2, 3, 4, 5, 6, 40), False),
]  # fmt: skip


@pytest.mark.parametrize(("numbers", "wrong"), RUNS)
def test_goals_numbered_through(numbers: tuple[int, ...], wrong: bool, tmp_path: Path) -> None:
    body = f"{HEAD}{GOALS}2.1. Nhận thức số\n\n{_goals(*numbers)}\n"
    assert bool(told("numbering-gap", body, tmp_path)) == wrong


DUTIES = """II. TỔ CHỨC THỰC HIỆN

1. Sở Tài chính: bố trí kinh phí hằng năm.

2. Sở Nội vụ

- Mở các lớp tập huấn cho cán bộ.

{}

{}

5. Sở Tư pháp: số hóa sổ hộ tịch.

6. Văn phòng UBND tỉnh theo dõi, đôn đốc.

7. Sở Xây dựng: cập nhật bản đồ số.
"""
BARE = [
    ("3. Công an tỉnh:", "4. Sở Y tế: lập hồ sơ sức khỏe.", True),
    ("3. Sở Công Thương tỉnh Lai Châu", "4. Sở Y tế: lập hồ sơ sức khỏe.", True),
    ("3. Sở Dân tộc và Tôn giáo.", "4. Sở Y tế", True),
    ("3. Công an tỉnh: giám sát mạng.", "4. Bảo hiểm xã hội tỉnh:", True),
    ("3. Báo Lai Châu:", "4. Sở Y tế: lập hồ sơ sức khỏe.", True),
    ("3. Công an tỉnh:", "- Giám sát mạng.\n\n4. Sở Y tế: lập hồ sơ sức khỏe.", False),
    ("3. Công an tỉnh:", "Giám sát mạng.\n\n4. Sở Y tế: lập hồ sơ sức khỏe.", False),
    ("3. Công an tỉnh giám sát mạng.", "4. Sở Y tế: lập hồ sơ sức khỏe.", False),
    ("3. Các sở, ban, ngành:", "a) Báo cáo hằng quý.\n\n4. Sở Y tế: lập hồ sơ sức khỏe.", False),
]


@pytest.mark.parametrize(("third", "fourth", "bare"), BARE)
def test_units_with_nothing_behind_them(third: str, fourth: str, bare: bool, tmp_path: Path) -> None:
    assert bool(told("unit-without-work", HEAD + DUTIES.format(third, fourth) + TAIL, tmp_path)) == bare


TABLED = """PHỤ LỤC PHÂN CÔNG

| TT | Cơ quan | {} | Số lượng | Ghi chú |
|---|---|---|---|---|
| 1 | Sở Nội vụ | 4.7 | 1 | |
| 2 | Sở Tài chính | 2.10; 8.6 | 2 | |
| 3 | Sở Y tế | {} | {} | {} |
| 4 | Công an tỉnh | 5.9 | 1 | |
| 5 | Sở Tư pháp | 6.1 | 1 | |
"""
GIVEN_ROWS = [
    (("Chỉ số", "", "", ""), True), (("Mã chỉ số", "", "0", ""), True), (("Nhiệm vụ", "-", "", ""), True),
    (("Chỉ số được giao", "", "", "Theo dõi chung"), True), (("Chỉ tiêu", "…", "00", ""), True),
    (("Chỉ số", "8.1", "1", ""), False), (("Chỉ số", "Phối hợp chung", "", ""), False),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "bare"), GIVEN_ROWS)
def test_units_of_a_table_with_nothing_to_do(cells: tuple[str, ...], bare: bool, tmp_path: Path) -> None:
    assert bool(told("unit-without-work", HEAD + TABLED.format(*cells), tmp_path)) == bare


PLACED = """I. HIỆN TRẠNG

1. {0}

II. MỤC TIÊU

| TT | Mục tiêu | Đơn vị tính | Hiện trạng 2023 | 2024 | Cơ quan |
|---|---|---|---|---|---|
| 1 | Hoàn thành dữ liệu đất đai | {1} | 6 | {2} | Sở Y tế |
| 2 | Bộ dữ liệu mở | bộ | 60 | 90 | Sở Y tế |

III. NHIỆM VỤ

1. Hoàn thiện dữ liệu đất {3}.
"""
ALL = [
    ("Thành phố có 15 quận, huyện.", "quận, huyện", "16", "tại 15 quận, huyện", True),
    ("Tỉnh có 108 xã, phường, thị trấn.", "xã, phường, thị trấn", "110",
     "ở cả 108 xã, phường, thị trấn", True),
    ("108/108 đơn vị hành chính cấp xã có mạng.", "đơn vị hành chính cấp xã", "120",
     "tại 108 đơn vị hành chính cấp xã", True),
    ("Huyện có 96 thôn, bản.", "thôn, bản", "99", "cho toàn bộ 96 thôn, bản", True),
    ("Tỉnh có 08 huyện, thành phố.", "huyện, thành phố", "9", "tại 08 huyện, thành phố", True),
    ("Thành phố có 15 quận, huyện.", "quận, huyện", "15", "tại 15 quận, huyện", False),
    ("Thành phố có 15 quận, huyện.", "%", "16", "tại 15 quận, huyện", False),
    ("Thành phố có 15 quận, huyện.", "quận, huyện", "16", "tại 16 quận, huyện", False),
    ("Đã có 5 quận, huyện hoàn thành.", "quận, huyện", "6", "tại 5 quận, huyện còn lại", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "unit", "number", "where", "wrong"), ALL)
def test_more_places_than_there_are(
    text: str, unit: str, number: str, where: str, wrong: bool, tmp_path: Path
) -> None:
    body = HEAD + PLACED.format(text, unit, number, where)
    assert bool(told("part-above-whole", body, tmp_path)) == wrong


GROUNDS = """Căn cứ Quyết định số 405/QĐ-BKHCN ngày 03/4/2025 phê duyệt Bộ chỉ số đánh giá chuyển đổi số;

II. TỔ CHỨC THỰC HIỆN

1. Sở Khoa học và Công nghệ: {} Quyết định số 922/QĐ-BTTTT ngày 20/5/2022 {}.
"""
OLDER = [
    ("tổng hợp hồ sơ chấm điểm DTI theo", "lên hệ thống của Bộ", True),
    ("tự đánh giá DTI của tỉnh theo", "hằng năm", True),
    ("theo dõi Bộ chỉ số DTI theo", "để nâng hạng", True),
    ("đo lường, xếp hạng các huyện theo", "trước ngày 31/12/2025", True),
    ("tính điểm của từng sở theo", "và báo cáo", True),
    ("tổng hợp hồ sơ chấm điểm DTI năm 2024 theo", "lên hệ thống của Bộ", False),
    ("theo dõi các nhiệm vụ của Chương trình theo", "của ngành", False),
    ("tổng hợp kết quả đã chấm điểm theo", "các năm trước", False),
]


@pytest.mark.parametrize(("before", "behind", "wrong"), OLDER)
def test_an_older_index_beside_the_newer(before: str, behind: str, wrong: bool, tmp_path: Path) -> None:
    head = HEAD.replace("tháng 01 năm 2024", "tháng 5 năm 2025").replace(
        "Lai Châu năm 2024", "Lai Châu năm 2025"
    )
    body = head + GROUNDS.format(before, behind)
    assert bool(told("act-replaced", body, tmp_path)) == wrong


ONCE = [
    ("(1) Ban hành Nghị quyết về hỗ trợ cán bộ chuyển đổi số trong Quý II/2024.", False),
    ("(1) Phê duyệt Đề án đô thị thông minh trước ngày 30/6/2024.", False),
    ("(1) Trình HĐND tỉnh ban hành chính sách miễn phí dịch vụ công trong tháng 5/2024.", False),
    ("(1) Thành lập Trung tâm giám sát dữ liệu trước ngày 15 tháng 9 năm 2024.", False),
    ("(1) Ban hành Nghị quyết về hỗ trợ cán bộ chuyển đổi số trong quý 3/2024.", False),
    ("(1) Tỷ lệ công chức được tập huấn kỹ năng số đạt khá trở lên trong Quý II/2024.", True),
    ("(1) Ban hành Kế hoạch dữ liệu phù hợp với Quyết định của tỉnh ngày 05/3/2023.", True),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "bare"), ONCE)
def test_what_is_there_on_a_day_needs_no_figure(goal: str, bare: bool, tmp_path: Path) -> None:
    lines = [f"({n}) Tỷ lệ việc thứ {n} đạt {60 + n}%." for n in range(2, 6)]
    head = HEAD + "III. MỤC TIÊU NĂM 2024\n\n2. Chỉ tiêu cụ thể\n\n2.1. Thể chế số\n\n"
    body = head + "\n\n".join([goal, *lines]) + "\n"
    found = told("target-without-figure", body, tmp_path) + told("vague-target", body, tmp_path)
    assert bool(found) == bare
