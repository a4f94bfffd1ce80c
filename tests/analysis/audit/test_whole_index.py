"""The whole index told twice, sums of two halves, rows of an annex that are not there, days in force."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

INDEX = [
    ("Chỉ số DTI năm 2023 đạt 0,6521 điểm.", "Tổng điểm DTI năm 2023 chỉ đạt 0,6251.", 1),
    ("DTI của tỉnh năm 2022 là 562,4 điểm.", "Năm qua DTI năm 2022 đạt 526,4/1.000 điểm.", 1),
    ("Tổng điểm năm 2023 đạt 612,30 điểm.", "Chỉ số chuyển đổi số năm 2023 được 621,30 điểm.", 1),
    ("DTI năm 2022 đạt 0,5120.", "DTI năm 2022 ở mức 0,5210, thấp hơn kỳ vọng.", 1),
    ("DTI của xã năm 2023 đạt 410 điểm.", "Tổng điểm DTI năm 2023 là 401 điểm.", 1),
    ("Chỉ số DTI năm 2023 đạt 0,6521 điểm.", "Chỉ số DTI năm 2022 đạt 0,6251.", 0),
    ("Chỉ số DTI năm 2023 đạt 0,6521 điểm.", "Phấn đấu DTI năm 2023 đạt 0,7251.", 0),
    ("Chỉ số DTI năm 2023 đạt 0,6521 điểm.", "DTI năm 2023 trung bình cả nước là 0,6651.", 0),
]


@pytest.mark.parametrize(("one", "two", "count"), INDEX)
def test_the_index_told_twice(one: str, two: str, count: int, tmp_path: Path) -> None:
    body = f"I. KẾT QUẢ\n\n{one}\n\nII. HẠN CHẾ\n\n{two}\n"
    assert len(told("result-stated-twice", body, tmp_path)) == count


@pytest.mark.parametrize(("aim", "off"), [("820", True), ("791", False), ("750", False)])
def test_the_total_aimed_at(aim: str, off: bool, tmp_path: Path) -> None:
    head = "| TT | Chỉ số chính | Điểm tối đa | Điểm năm 2023 | Mục tiêu năm 2024 |\n|---|---|---|---|---|\n"
    table = head + "| 1 | Nhận thức số | 100 | 80 | 90 |\n| | Tổng cộng | 1.000 | 582 | 791 |\n"
    body = f"{table}\nI. MỤC TIÊU\n\n- Tổng điểm DTI năm 2024 của tỉnh đạt từ {aim} điểm trở lên.\n"
    assert bool(told("value-stated-twice", body, tmp_path)) == off


HALVES = [
    (
        "Kinh phí năm 2024 là 86,4 tỷ đồng, trong đó vốn đầu tư 52,1 tỷ đồng, sự nghiệp 30,8 tỷ đồng.",
        True,
    ),
    ("Kinh phí 185 tỷ đồng, gồm ngân sách nhà nước 80 tỷ đồng và xã hội hóa 95 tỷ đồng.", True),
    (
        "Dự toán 4.250 triệu đồng (trong đó chi đầu tư 3.000 triệu đồng, thường xuyên 1.150 triệu đồng).",
        True,
    ),
    ("Tổng vốn 60 tỷ đồng, bao gồm cấp tỉnh 40 tỷ đồng và cấp huyện 22 tỷ đồng.", True),
    ("Nhu cầu 12,5 tỷ đồng; cụ thể: vốn đầu tư 8 tỷ đồng, vốn sự nghiệp 4 tỷ đồng.", True),
    (
        "Kinh phí năm 2024 là 82,9 tỷ đồng, trong đó vốn đầu tư 52,1 tỷ đồng, sự nghiệp 30,8 tỷ đồng.",
        False,
    ),
    ("Tổng kinh phí là 86,4 tỷ đồng, trong đó mua máy 42,1 tỷ đồng, thuê mạng 40,8 tỷ đồng.", False),
    ("Tổng kinh phí là 186,4 tỷ đồng, trong đó vốn đầu tư 52,1 tỷ đồng, sự nghiệp 30,8 tỷ đồng.", False),
]


@pytest.mark.parametrize(("text", "off"), HALVES)
def test_two_parts_of_a_sum(text: str, off: bool, tmp_path: Path) -> None:
    assert bool(told("money-total", f"V. KINH PHÍ\n\n{text}\n", tmp_path)) == off


FORCE = [
    ("Quyết định này có hiệu lực thi hành từ ngày 01/01/2024.", True),
    ("Kế hoạch này có hiệu lực kể từ ngày 05 tháng 01 năm 2024.", True),
    ("Quyết định này có hiệu lực từ ngày 10/01/2024.", False),
    ("Quyết định này có hiệu lực từ ngày ký.", False),
]


@pytest.mark.parametrize(("text", "early"), FORCE)
def test_in_force_before_it_was_signed(text: str, early: bool, tmp_path: Path) -> None:
    assert bool(told("deadline-before-issue", f"{text}\n", tmp_path)) == early


UNNAMED = [
    ("Bố trí tối thiểu 25 để nâng cấp trung tâm dữ liệu.", True),
    ("Dành ít nhất 3,5 phục vụ đào tạo cán bộ.", True),
    ("Tốc độ tải xuống đạt 52,6, vượt mục tiêu 40 Mb/s.", True),
    ("Kết quả là 81, thấp hơn kế hoạch 85%.", True),
    ("Chuẩn bị không dưới 12 nhằm mở rộng hệ thống.", True),
    ("Bố trí tối thiểu 25 tỷ đồng để nâng cấp trung tâm dữ liệu.", False),
    ("Tốc độ tải xuống đạt 52,6 Mb/s, vượt mục tiêu 40 Mb/s.", False),
    ("Tổng điểm là 81, đạt mục tiêu đề ra.", False),
]


@pytest.mark.parametrize(("text", "bare"), UNNAMED)
def test_figures_without_what_they_count(text: str, bare: bool, tmp_path: Path) -> None:
    found = [line for line in told("missing-figure", f"- {text}\n", tmp_path) if "đơn vị tính" in line]
    assert bool(found) == bare


OTHER_YEARS = [
    ("Hoàn thành các mục tiêu chuyển đổi số năm 2022 của Kế hoạch này.", True),
    ("Thực hiện nhiệm vụ năm 2023 nêu tại Kế hoạch này.", True),
    ("Hoàn thành các mục tiêu chuyển đổi số năm 2024 của Kế hoạch này.", False),
    ("Rà soát các mục tiêu năm 2023 chưa hoàn thành.", False),
]


@pytest.mark.parametrize(("text", "old"), OTHER_YEARS)
def test_years_of_this_plan(text: str, old: bool, tmp_path: Path) -> None:
    assert bool(told("year-left-over", f"I. MỤC TIÊU\n\n{text}\n", tmp_path)) == old


ROWS = "".join(f"| {n} | Nâng cấp hệ thống số {n} | Sở Y tế | 12/2024 |\n" for n in range(1, 8))
ANNEX = f"PHỤ LỤC 2\nPHÂN CÔNG NHIỆM VỤ\n\n| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n|---|---|---|---|\n{ROWS}"


@pytest.mark.parametrize(("number", "absent"), [("25", True), ("9", True), ("7", False), ("3", False)])
def test_rows_of_an_annex_that_are_not_there(number: str, absent: bool, tmp_path: Path) -> None:
    text = f"III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế chủ trì thực hiện nhiệm vụ số {number} tại Phụ lục 2.\n\n"
    assert bool(told("place-absent", text + ANNEX, tmp_path)) == absent


@pytest.mark.parametrize(("count", "off"), [("8", True), ("07", False)])
def test_an_annex_with_its_number_of_works(count: str, off: bool, tmp_path: Path) -> None:
    text = f"III. NHIỆM VỤ\n\nChi tiết tại Phụ lục 2, gồm {count} nhiệm vụ giao cho các cơ quan.\n\n"
    assert bool(told("list-count", text + ANNEX, tmp_path)) == off


@pytest.mark.parametrize(
    ("text", "off"),
    [
        ("Từ vị trí thứ 23 cả nước năm 2023, phấn đấu lên nhóm 15 tỉnh.", True),
        ("Từ vị trí thứ 21 cả nước năm 2023, phấn đấu lên nhóm 15 tỉnh.", False),
        ("Từ vị trí thứ 23 cả nước năm 2022, phấn đấu lên nhóm 15 tỉnh.", False),
    ],
)
def test_ranks_in_the_whole_country(text: str, off: bool, tmp_path: Path) -> None:
    body = f"Kết quả DTI năm 2023: tỉnh xếp hạng 21/63.\n\nVề DTI: {text[0].lower()}{text[1:]}\n"
    assert bool(told("rank-stated-twice", body, tmp_path)) == off
