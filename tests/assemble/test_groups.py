"""Main groups of indicators: their points in rows of tables, goals about them; rows of several indicators."""

from __future__ import annotations

import pytest

from extractor import Extraction, extract
from extractor.sources.text import read_text

HEAD = """ỦY BAN NHÂN DÂN TỈNH AN HẢI
Số: 15/KH-UBND
An Hải, ngày 10 tháng 01 năm 2024

KẾ HOẠCH
Cải thiện chỉ số chuyển đổi số năm 2024

"""


def plan(body: str) -> Extraction:
    return extract(read_text(HEAD + body, "an-hai.txt"))


@pytest.mark.parametrize(
    ("goal", "codes"),
    [
        ("- Nhóm Hạ tầng số đạt 70 điểm.", [("3",)]),
        ("- Phấn đấu nhóm Nhân lực số đạt 80 điểm, nhóm Thể chế số đạt trên 75 điểm.", [("4",), ("2",)]),
        ("- Chỉ số chính Hoạt động xã hội số tăng lên ít nhất 60 điểm.", [("8",)]),
        ("- Không để chỉ số nào thuộc nhóm Nhận thức số mất điểm.", [("1",)]),
        # the whole index, and a group's name beside another measure
        ("- Tổng điểm đạt trên 600 điểm.", [()]),
        ("- Tăng lên tốp 30, không còn chỉ số nào thuộc nhóm Thể chế số bị điểm 0.", [()]),
        ("- 40% trường học tham gia nhóm Hạ tầng số.", [()]),
        # a rank or a class of a group by other names
        ("- Chỉ số nhân lực số xếp thứ 12 trở lên.", [("4",)]),
        ("- Đưa trụ cột kinh tế số vào nhóm khá của cả nước.", [("7",)]),
        ("- Nâng thứ hạng an toàn thông tin lên nhóm trung bình khá.", [("5",)]),
        ("- Phấn đấu chỉ số thành phần thể chế số nằm trong nhóm 15 tỉnh dẫn đầu.", [("2",)]),
        ("- Giữ vững top 10 về DTI; riêng trụ cột chính quyền số đứng thứ 8.", [(), ("6",)]),
        ("- Phấn đấu chỉ số chuyển đổi số xếp thứ 20.", [()]),
        ("- Kinh tế số phát triển vào nhóm khá.", [()]),
    ],
)
def test_goals_of_groups(goal: str, codes: list[tuple[str, ...]]) -> None:
    found = plan(f"I. MỤC TIÊU CỤ THỂ\n{goal}\n")
    assert [t.indicator_codes for t in found.targets] == codes


POINTS = """Mã | Chỉ số | Điểm tối đa | Điểm năm 2023 | Điểm phấn đấu năm 2024 | Cơ quan chịu trách nhiệm
3 | Hạ tầng số | 100 | 41,5 | |
3.1 | Người lớn có điện thoại thông minh | 10 | 6,1 | 8 | Sở Xây dựng
3.3 | Hộ có cáp quang | 10 | 5 | 7,5 | Sở Xây dựng
4 | Nhân lực số | 100 | 62 | |
4.7 | Công chức được tập huấn chuyển đổi số | 10 | 4 | 9 | Sở Nội vụ
"""


def test_points_of_groups_between_the_rows() -> None:
    found = plan(f"PHỤ LỤC\nĐIỂM PHẤN ĐẤU\n\n{POINTS}")
    assert [(s.indicator_code, s.year, s.points, s.max) for s in found.scores] == [
        ("3", 2023, 41.5, 100), ("4", 2023, 62, 100),
    ]  # fmt: skip
    got = [(t.indicator_codes, t.value, t.unit, [b.value for b in t.baselines]) for t in found.targets]
    assert got == [
        (("3.1",), 8, "points", [6.1]), (("3.3",), 7.5, "points", [5]), (("4.7",), 9, "points", [4]),
    ]  # fmt: skip


FLAT = (
    "TT\nChỉ số chính\nThang điểm\nĐiểm năm 2023\nHạng\n{gap}1\nNhận thức số\n100\n80,5\n12\n"
    "2\nThể chế số\n100\n66\n30\n3\nHạ tầng số\n100\n47,2\n51\n-\nTổng cộng\n1.000\n512,3\n35/63\n"
)


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_table_of_points_one_cell_a_line(gap: str) -> None:
    found = plan(
        "I. THỰC TRẠNG\nĐiểm các chỉ số chính:\n\n" + FLAT.format(gap=gap) + "\nNguyên nhân: thiếu vốn.\n"
    )
    assert [(s.indicator_code, s.name, s.points, s.rank) for s in found.scores] == [
        ("1", "Nhận thức số", 80.5, 12), ("2", "Thể chế số", 66, 30), ("3", "Hạ tầng số", 47.2, 51),
        (None, "Tổng cộng", 512.3, 35),
    ]  # fmt: skip


SEVERAL = """PHỤ LỤC

| TT | Chỉ số | Mục tiêu năm 2024 | Chủ trì | Phối hợp |
| --- | --- | --- | --- | --- |
| 4.5, 4.6 | Người làm các việc này | 3% chuyển đổi số; 2% an toàn thông tin | Sở Nội vụ | |
| 5.3; 5.4 | Máy chủ, máy trạm chống mã độc | 100% máy chủ; 80% máy trạm | Công an tỉnh | Sở Y tế |
| 7.6 | Hợp đồng điện tử | 30% | Sở Công Thương | |
"""


def test_a_row_of_several_indicators() -> None:
    found = plan(SEVERAL)
    assert [t.indicator_codes for t in found.tasks] == [("4.5", "4.6"), ("5.3", "5.4"), ("7.6",)]
    assert [t.indicator_codes for t in found.targets] == [("4.5",), ("4.6",), ("5.3",), ("5.4",), ("7.6",)]


NUMBERED = """PHỤ LỤC

| STT | Nội dung | Giao năm 2024 | Chủ trì |
| --- | --- | --- | --- |
| 1 | Đường liên thôn có đèn | 80% | Sở Xây dựng |
| 2 | Bến phà | 3 bến | Sở Xây dựng |
| 3 | Hộ gia đình dùng cáp quang | 85% | Viễn thông An Hải |
"""


def test_row_numbers_are_no_codes() -> None:
    found = plan(NUMBERED)
    assert [t.indicator_codes for t in found.targets] == [(), (), ("3.3",)]
    assert [t.indicator_codes for t in found.tasks] == [(), (), ("3.3",)]


SERVICE_POINTS = """Mã | Chỉ số | Điểm tối đa | Kết quả năm 2023 | Mục tiêu năm 2024 | Chủ trì | Thời hạn
7.8 | Điểm phục vụ bưu chính có mạng Internet | 10 | 7/10 | 64 điểm | Bưu điện tỉnh | Quý IV/2024
3.2 | Điểm truy cập wifi công cộng | 20 | 9/20 | 115 điểm | Sở Xây dựng | Quý IV/2024
7.9 | Điểm phục vụ bưu chính có sàn giao dịch | 10 | 6/10 | 9 điểm | Bưu điện tỉnh | Quý IV/2024
4.7 | Công chức được tập huấn chuyển đổi số | 10 | 4/10 | 9 điểm | Sở Nội vụ | Quý III/2024
2.9 | Chính sách thuê chuyên gia | 10 | 4/10 | 10 điểm | Sở Nội vụ | Quý III/2024
"""


def test_more_points_than_there_are_are_places() -> None:
    found = plan(f"PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n\n{SERVICE_POINTS}")
    assert [(t.value, t.unit) for t in found.targets] == [
        (64, "count"), (115, "count"), (9, "points"), (9, "points"), (10, "points"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "states"),
    [
        ("Mục tiêu đến hết năm 2025", 1),
        ("Mục tiêu năm 2024", 1),
        ("Mục tiêu giai đoạn 2024 - 2026", 1),
        ("Các mục tiêu đến quý IV/2024", 1),
        ("Mục tiêu cụ thể", 1),
        ("Mục tiêu", 0),
        ("Mục tiêu tổng quát đến năm 2025", 0),
        ("Mục tiêu của Kế hoạch", 0),
    ],
)
def test_states_below_goals_of_a_time(heading: str, states: int) -> None:
    found = plan(
        f"I. MỤC TIÊU\n1. {heading}\n- 70% bến xe có wifi.\n- Hình thành sàn giao dịch thủy sản của tỉnh.\n"
    )
    assert [t.kind for t in found.targets].count("qualitative") == states
