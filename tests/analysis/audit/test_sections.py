"""Numbers announced against headings, coded lines, items and tables: forms, and sound look-alikes."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told


def numbered(opening: str, count: int) -> str:
    return "".join(f"{opening.format(n)} thứ {n}\n\nViệc của phần này.\n\n" for n in range(1, count + 1))


HEADINGS = [
    ("Các việc được chia thành 04 nhóm để dễ theo dõi.", "{}. Nhóm việc", 5, True),
    ("Tỉnh tập trung vào 05 nhiệm vụ trong quý này.", "Nhiệm vụ {}. Việc", 4, True),
    ("Phần này nêu 03 giải pháp chủ yếu.", "{}. Giải pháp về con người", 4, True),
    ("Huyện đăng ký 06 mô hình mới.", "Mô hình {}: thôn số", 5, True),
    ("Đề án gồm 04 dự án, đầu tư trong ba năm.", "Dự án {} - hạ tầng", 3, True),
    ("Các việc được chia thành 05 nhóm để dễ theo dõi.", "{}. Nhóm việc", 5, False),
    ("Tỉnh thực hiện 06 nhiệm vụ thuộc 04 nhóm.", "{}. Nhóm việc", 4, False),
    ("Năm trước đã xong 12 nhiệm vụ.", "{}. Nhóm việc", 4, False),
    ("Năm trước đã xong 05 nhiệm vụ.", "Nhiệm vụ {}. Việc", 4, False),
]


@pytest.mark.parametrize(("text", "opening", "count", "wrong"), HEADINGS)
def test_headings(text: str, opening: str, count: int, wrong: bool, tmp_path: Path) -> None:
    body = f"IV. NHIỆM VỤ\n\n{text}\n\n{numbered(opening, count)}V. KINH PHÍ\n\nTheo dự toán.\n"
    assert bool(told("list-count", body, tmp_path)) == wrong


CODED = [
    ("II. SỞ TƯ PHÁP (04 chỉ số)", ("2.1", "2.3", "6.2"), True),
    ("1. Công an tỉnh (02 chỉ số thành phần)", ("5.1", "5.2", "5.3"), True),
    ("III. VĂN PHÒNG UBND TỈNH (gồm 05 chỉ số)", ("6.1", "6.3", "6.8", "6.9", "6.10", "6.11"), True),
    ("B. NHÓM Y TẾ (03 chỉ tiêu):", ("7.1", "7.2"), True),
    ("IV. TỈNH ĐOÀN (01 chỉ số)", ("4.1", "4.2"), True),
    ("II. SỞ TƯ PHÁP (03 chỉ số)", ("2.1", "2.3", "6.2"), False),
    ("V. SỞ CÔNG THƯƠNG (02 chỉ số)", ("5.12", "5.12.1", "5.12.2", "7.9"), False),
    ("V. SỞ CÔNG THƯƠNG (04 chỉ số)", ("5.12", "5.12.1", "5.12.2", "7.9"), False),
    ("VI. SỞ XÂY DỰNG (02 chỉ số)", (), False),
]


@pytest.mark.parametrize(("head", "codes", "wrong"), CODED)
def test_lines_with_codes(head: str, codes: tuple[str, ...], wrong: bool, tmp_path: Path) -> None:
    lines = "".join(f"{code}. Tỷ lệ hồ sơ loại {code} - 80%.\n\n" for code in codes)
    assert bool(told("list-count", f"{head}\n\n{lines}Ghi chú của bảng.\n", tmp_path)) == wrong


@pytest.mark.parametrize(("count", "wrong"), [(9, True), (11, True), (8, True), (10, False)])
def test_lettered_items_with_i(count: int, wrong: bool, tmp_path: Path) -> None:
    items = "".join(f"{letter}) Đạt 80% ở phần {letter}.\n\n" for letter in "abcdđeghik")
    body = f"3. CHỈ TIÊU\n\nNgành thực hiện {count:02} chỉ tiêu:\n\n{items}4. NHIỆM VỤ\n"
    assert bool(told("list-count", body, tmp_path)) == wrong


TABLES = [
    ("Năm nay huyện giao 05 nhiệm vụ trọng tâm như Bảng 2.", True),
    ("Có 03 mô hình được nêu tại Bảng 2.", True),
    ("Danh sách 07 dự án ghi ở Bảng 2.", True),
    ("Phân công 06 công việc theo Bảng 2 dưới đây.", True),
    ("Tổng hợp 08 hoạt động trong Bảng số 2.", True),
    ("Năm nay huyện giao 04 nhiệm vụ trọng tâm như Bảng 2.", False),
    ("Có 02 nhiệm vụ về đất đai, 02 nhiệm vụ về y tế nêu tại Bảng 2.", False),
    ("Năm trước có 05 nhiệm vụ, kết quả chung nêu ở báo cáo.", False),
]


@pytest.mark.parametrize(("text", "wrong"), TABLES)
def test_rows_of_a_numbered_table(text: str, wrong: bool, tmp_path: Path) -> None:
    rows = "".join(f"| {n} | Việc số {n} của huyện | Phòng Nội vụ |\n" for n in range(1, 5))
    body = f"{text}\n\nBảng 2. Phân công\n\n| STT | Nhiệm vụ | Chủ trì |\n| --- | --- | --- |\n{rows}\n"
    assert bool(told("list-count", body, tmp_path)) == wrong


GROUPS = [((3, 2), False), ((3, 3), True), ((4, 2), True), ((2, 2), True), ((5, 2), True), ((5, 4), False)]


@pytest.mark.parametrize(("declared", "wrong"), GROUPS)
def test_rows_under_a_heading_row(declared: tuple[int, int], wrong: bool, tmp_path: Path) -> None:
    """Three rows below the first heading, two below the second; where both are off, others are counted."""
    lines = []
    for group, (told_here, count) in enumerate(zip(declared, (3, 2), strict=True), start=1):
        lines.append(f"| {'I' * group} | Nhóm việc loại {group} (0{told_here} nhiệm vụ) | |")
        lines += [f"| {group}.{n} | Việc riêng thứ {n} | Sở Tài chính |" for n in range(1, count + 1)]
    body = "Phân công.\n\n| STT | Nhiệm vụ | Chủ trì |\n| --- | --- | --- |\n" + "\n".join(lines) + "\n"
    assert bool(told("list-count", body, tmp_path)) == wrong


UNITS = ("SỞ TƯ PHÁP", "CÔNG AN TỈNH", "BƯU ĐIỆN TỈNH (02 việc)", "CƠ QUAN BÁO CHÍ", "CÁC XÃ, PHƯỜNG")
ASSIGNED = [
    ("Phân công công việc cho 06 cơ quan chủ trì nêu tại Phụ lục kèm theo.", True),
    ("Giao 04 đơn vị chủ trì theo Phụ lục kèm theo Quyết định này.", True),
    ("Việc được giao cho 07 cơ quan, nhóm cơ quan chủ trì tại Phụ lục.", True),
    ("Có 08 đơn vị làm đầu mối trong danh sách ở Phụ lục.", True),
    ("Giao 04 tổ chức chủ trì theo danh sách kèm theo.", True),
    ("Phân công công việc cho 05 cơ quan chủ trì nêu tại Phụ lục kèm theo.", False),
    ("Giao 20 đơn vị chủ trì theo Phụ lục kèm theo Quyết định này.", False),
    ("Giao 04 đơn vị chủ trì theo Phụ lục II.", False),
    ("Có 04 đơn vị được khen thưởng nêu tại Phụ lục.", False),
]


@pytest.mark.parametrize(("text", "wrong"), ASSIGNED)
def test_sections_of_units(text: str, wrong: bool, tmp_path: Path) -> None:
    romans = ("I", "II", "III", "IV", "V")
    lines = "".join(
        f"{r}. {unit}\n\n1. Việc của phần {r}.\n\n" for r, unit in zip(romans, UNITS, strict=True)
    )
    body = f"Điều 1. {text}\n\nPHỤ LỤC\n\n{lines}"
    assert bool(told("list-count", body, tmp_path)) == wrong
