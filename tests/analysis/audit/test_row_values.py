"""Cells of a row that cannot stand together: forms in tables, and sound ones that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import REPORT
from .test_forms import told


def table(head: str, *rows: str) -> str:
    width = head.count("|") + 1
    return "\n".join([f"| {head} |", "|" + " --- |" * width, *(f"| {row} |" for row in rows)]) + "\n"


FRACTIONS = [("33", "30", True), ("1.240", "1.204", True), ("12", "9", True), ("8,5", "8", True),
             ("151", "115", True), ("30", "33", False), ("30", "30", False), ("-", "30", False)]  # fmt: skip


@pytest.mark.parametrize(("part", "whole", "wrong"), FRACTIONS)
def test_more_than_the_whole(part: str, whole: str, wrong: bool, tmp_path: Path) -> None:
    body = table(
        "STT | Nội dung | Tử số | Mẫu số | Kết quả",
        "1 | Xã có sóng | 90 | 100 | 90%", "2 | Thôn có tổ | 45 | 50 | 90%", "3 | Sở | 18 | 20 | 90%",
        f"4 | Máy có phần mềm | {part} | {whole} | xem phụ lục",
    )  # fmt: skip
    assert bool(told("share-above-100", body, tmp_path)) == wrong


SHARES = [
    ("Tỷ lệ trường có phòng máy", "105%", "Năm 2026", True),
    ("Tỷ lệ hồ sơ ký số", "trên 120%", "Năm 2026", True),
    ("Tỷ lệ trạm y tế nối mạng", "110,5%", "Mục tiêu năm 2026", True),
    ("Tỷ lệ cán bộ được tập huấn", "≥ 102%", "Năm 2026", True),
    ("Tỉ lệ thôn có sóng 4G", "130 %", "Mục tiêu", True),
    ("Tỷ lệ trường có phòng máy", "100%", "Năm 2026", False),
    ("Tỷ lệ hoàn thành dự toán thu", "105%", "Năm 2026", False),
    ("Doanh thu bưu chính", "105%", "Năm 2026", False),
    ("Tỷ lệ trường có phòng máy", "105%", "So với kế hoạch", False),
]


@pytest.mark.parametrize(("name", "cell", "head", "wrong"), SHARES)
def test_shares_in_cells(name: str, cell: str, head: str, wrong: bool, tmp_path: Path) -> None:
    rows = [f"{n} | Tỷ lệ của việc thứ {n} | {60 + n}%" for n in range(1, 5)]
    body = table(f"STT | Chỉ tiêu | {head}", *rows, f"5 | {name} | {cell}")
    assert bool(told("share-above-100", body, tmp_path)) == wrong


YEARS = [
    ("Tỷ lệ cán bộ được tập huấn", "75%", "70%", True),
    ("Tỷ lệ hộ có địa chỉ số", "trên 60%", "trên 55%", True),
    ("Thủ tục toàn trình", "82,5%", "80%", True),
    ("Tỷ lệ chi trả qua tài khoản", "Từ 90%", "Từ 85%", True),
    ("Doanh nghiệp dùng hợp đồng điện tử", "≥ 50%", "≥ 45%", True),
    ("Tỷ lệ hồ sơ quá hạn", "5%", "2%", False),
    ("Tỷ lệ hộ nghèo thiếu thông tin", "5%", "2%", False),
    ("Tỷ lệ cán bộ được tập huấn", "75%", "75%", False),
    ("Số lớp tập huấn", "30", "20", False),
]


@pytest.mark.parametrize(("name", "first", "second", "falls"), YEARS)
def test_goals_of_two_years(name: str, first: str, second: str, falls: bool, tmp_path: Path) -> None:
    rows = [f"{n} | Việc thứ {n} | 50% | {60 + n}% | {70 + n}%" for n in range(1, 5)]
    head = "STT | Chỉ tiêu | Hiện trạng 2023 | Năm 2024 | Mục tiêu năm 2025"
    body = table(head, *rows, f"5 | {name} | 40% | {first} | {second}")
    assert bool(told("later-goal-lower", body, tmp_path)) == falls


EVENTS = [
    ("Số cuộc diễn tập", "02%", True), ("Số lượng lớp tập huấn cho thanh niên", "15%", True),
    ("Số hội nghị xúc tiến", "3%", True), ("Số đợt ra quân", "12 %", True),
    ("Số buổi phát thanh", "80%", True),
    ("Số cuộc diễn tập", "02 cuộc", False), ("Số hệ thống được phê duyệt cấp độ", "100%", False),
    ("Số lớp tập huấn", "tăng 10%", False),
]  # fmt: skip


@pytest.mark.parametrize(("name", "target", "wrong"), EVENTS)
def test_events_are_no_share(name: str, target: str, wrong: bool, tmp_path: Path) -> None:
    body = table("STT | Chỉ số | Mục tiêu | Cơ quan chủ trì", f"1 | {name} | {target} | Sở Y tế")
    assert bool(told("target-other-unit", body, tmp_path)) == wrong


WORDS = [("Rất tốt", True), ("Tốt", True), ("Rất hài lòng", True), ("Được nâng lên rõ", True), ("Cao", True),
         ("85,5%", False), ("Đạt", False), ("Chưa có số liệu", False), ("", False),
         ("Hoàn thành", False)]  # fmt: skip


@pytest.mark.parametrize(("cell", "worded"), WORDS)
def test_results_in_words(cell: str, worded: bool, tmp_path: Path) -> None:
    assert bool(told("result-without-figure", REPORT.format(cell), tmp_path)) == worded


PASSED = [
    ("Tỷ lệ đạt", "Tỷ lệ hồ sơ số", "98,5%", "Tỷ lệ 97%", True),
    ("Kết quả năm 2023", "Tỷ lệ hộ có mạng", "81,1%", "78%", True),
    ("Tỷ lệ (%)", "Tỷ lệ trường có mạng", "64%", "60%", True),
    ("Hiện trạng", "Tỷ lệ xã có tổ số", "90%", "đạt 85%", True),
    ("Điểm", "Tỷ lệ hộ có mạng (năm 2023: 74,5%)", "7,45", "70%", True),
    ("Tỷ lệ đạt", "Tỷ lệ hồ sơ số", "96,5%", "Tỷ lệ 97%", False),
    ("Tỷ lệ đạt", "Tỷ lệ hồ sơ quá hạn", "5%", "3%", False),
    ("Tỷ lệ đạt", "Cổng thông tin", "98,5%", "97%", False),
    ("Cả nước", "Tỷ lệ hộ có mạng", "80%", "85%", False),
]


@pytest.mark.parametrize(("head", "name", "reached", "target", "passed"), PASSED)
def test_goals_already_passed(
    head: str, name: str, reached: str, target: str, passed: bool, tmp_path: Path
) -> None:
    body = table(f"STT | Chỉ số | {head} | Mục tiêu năm 2024", f"1 | {name} | {reached} | {target}")
    assert bool(told("target-below-baseline", body, tmp_path)) == passed


KEPT = [("Giữ vững điểm tối đa", "5", True), ("Giữ nguyên điểm tối đa", "7,5", True),
        ("Tiếp tục giữ vững kết quả", "0", True), ("Duy trì điểm tối đa", "9,99", True),
        ("Giữ vững mức điểm", "6", True), ("Duy trì như năm 2023", "7,25", True),
        ("Giữ nguyên kết quả năm 2022", "4", True), ("Duy trì đạt 80% năm 2024", "5", False),
        ("Giữ vững điểm tối đa", "10", False),
        ("Giữ vững và nâng điểm", "5", False), ("Bảo đảm điểm tối đa", "5", False)]  # fmt: skip


@pytest.mark.parametrize(("aim", "points", "below"), KEPT)
def test_kept_below_the_maximum(aim: str, points: str, below: bool, tmp_path: Path) -> None:
    head = "STT | Chỉ số | Điểm tối đa | Điểm 2023 | Mục tiêu năm 2024 | Cơ quan chủ trì"
    body = table(head, f"2.7 | Hội nghị hằng năm | 10 | {points} | {aim} | Sở Tài chính")
    assert bool(told("kept-below-full", body, tmp_path)) == below


GROUPS = [("72,15", "Điểm 2023", True), ("96,13", "Điểm năm 2023", True), ("69,31", "Điểm năm 2023", True),
          ("70", "Điểm 2023", True), ("6,91", "Điểm đạt năm 2023", True), ("71,25", "Điểm 2023", False),
          ("60,00", "Điểm 2022", False), ("", "Điểm 2023", False)]  # fmt: skip


@pytest.mark.parametrize(("points", "head", "differ"), GROUPS)
def test_points_of_a_group_in_two_tables(points: str, head: str, differ: bool, tmp_path: Path) -> None:
    first = table(
        "TT | Chỉ số chính | Điểm tối đa | Điểm năm 2023", "5 | An toàn thông tin mạng | 100 | 71,25"
    )
    row = f"5 | AN TOÀN THÔNG TIN MẠNG | 100 | {points} | 87 điểm"
    body = f"{first}\nPHỤ LỤC\n\n{table(f'Mã | Chỉ số | Điểm tối đa | {head} | Mục tiêu năm 2024', row)}"
    assert bool(told("result-stated-twice", body, tmp_path)) == differ


BLANKS = [(("70%", "80%", ""), True), (("70%", "", "80%"), True), (("", "70%", "80%"), True),
          (("Từ 70%", "80%", ""), True), (("12 xã", "", "15 xã"), True), (("70%", "80%", "85%"), False),
          (("-", "80%", "85%"), False), (("70%", "tăng dần", "80%"), False)]  # fmt: skip


@pytest.mark.parametrize(("cells", "blank"), BLANKS)
def test_a_blank_among_figures(cells: tuple[str, str, str], blank: bool, tmp_path: Path) -> None:
    rows = [f"{n} | Việc của ngành thứ {n} | 4{n}% | 5{n}% | từ 6{n}% | Sở Y tế" for n in range(1, 8)]
    head = "TT | Chỉ tiêu | Năm 2024 | Năm 2025 | Năm 2026 | Theo dõi"
    body = table(head, "I | HẠ TẦNG | | | |", *rows, f"8 | Việc sau cùng | {' | '.join(cells)} | Sở Y tế")
    assert bool(told("row-incomplete", body, tmp_path)) == blank


WORTH = [("8,20", "78% (7,80 điểm)", True), ("6", "Trên 50% (tương đương 5,5 điểm)", True),
         ("9,5 điểm", "20 bộ dữ liệu (8/10 điểm)", True), ("4,75/10", "03 lớp (đạt 4,5 điểm)", True),
         ("7,1", "Ít nhất 65% (tối thiểu 6,5 điểm)", True),
         ("7,1", "Ít nhất 75% (tối thiểu 7,5 điểm)", False),
         ("8,20", "82% (8,20 điểm)", False), ("8,20", "Tăng thêm 2 lớp (0,5 điểm)", False),
         ("71%", "78% (7,80 điểm)", False)]  # fmt: skip


@pytest.mark.parametrize(("past", "aim", "below"), WORTH)
def test_a_goal_worth_fewer_points(past: str, aim: str, below: bool, tmp_path: Path) -> None:
    head = "STT | Chỉ số | Điểm tối đa | Kết quả năm 2023 (điểm) | Mục tiêu năm 2024 | Cơ quan chủ trì"
    body = table(head, f"2.7 | Hội nghị hằng năm | 10 | {past} | {aim} | Sở Tài chính")
    assert bool(told("target-below-baseline", body, tmp_path)) == below


UNITS = [("%", "ĐVT", False), ("", "ĐVT", True), ("", "Đơn vị tính", True), ("", "Đơn vị", True),
         ("…", "ĐVT", True),
         ("", "Đơn vị đo", True), ("", "Ghi chú", False), ("Xã", "Đơn vị tính", False)]  # fmt: skip


@pytest.mark.parametrize(("unit", "head", "blank"), UNITS)
def test_a_row_of_no_unit_of_measure(unit: str, head: str, blank: bool, tmp_path: Path) -> None:
    rows = [f"{n} | Việc của ngành thứ {n} | % | 5{n} | 6{n} | Sở Y tế" for n in range(1, 8)]
    body = table(
        f"TT | Chỉ tiêu | {head} | Năm 2024 | Năm 2025 | Theo dõi", "I | HẠ TẦNG | | | |", *rows,
        f"8 | Việc sau cùng | {unit} | 40 | 55 | Sở Y tế",
    )  # fmt: skip
    assert bool(told("row-incomplete", body, tmp_path)) == blank
