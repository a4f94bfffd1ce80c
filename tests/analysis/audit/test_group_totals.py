"""Points of main indicators summed up, ranks among all provinces, lists that run on in their sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

NAMES = (
    "Nhận thức số", "Thể chế số", "Hạ tầng số", "Nhân lực số", "An toàn thông tin mạng",
    "Hoạt động chính quyền số", "Hoạt động kinh tế số", "Hoạt động xã hội số",
)  # fmt: skip
TOPS = (100, 100, 100, 100, 100, 200, 150, 150)
POINTS = ("88,20", "70,00", "63,40", "45,10", "51,30", "122,00", "75,50", "64,50")  # 580,00
HEAD = "Mã số | Chỉ số | Điểm tối đa | Kết quả năm 2022 | Mục tiêu năm 2023 | Cơ quan chủ trì\n"


def table(total: str, points: tuple[str, ...] = POINTS) -> str:
    rows = "".join(
        f"{i} | {name} | {top} | {reached} | {top - 5} điểm | Sở Thông tin và Truyền thông\n"
        for i, (name, top, reached) in enumerate(zip(NAMES, TOPS, points, strict=True), 1)
    )
    return f"PHỤ LỤC\n\n{HEAD}{rows}{total}\n"


ROWS = [
    (" | Tổng cộng | 1.000 | 590,00 | 780 điểm | ", True),
    (" | Tổng | 1.000 | 570,00 | 780 điểm | ", True),
    (" | Cộng | 1.000 | 508,00 | 780 điểm | ", True),
    (" | Tổng điểm | 1.000 | 581,50 | 780 điểm | ", True),
    (" | TỔNG CỘNG | 1.000 | 680,00 | 780 điểm | ", True),
    (" | Tổng cộng | 1.000 | 580,00 | 780 điểm | ", False),
    (" | Tổng cộng | 1.000 | 580 | 780 điểm | ", False),
    (" | Tổng cộng | 1.000 | | 780 điểm | ", False),
    (" | Tổng cộng năm 2021 | 1.000 | 510,20 | | ", False),
]


@pytest.mark.parametrize(("row", "off"), ROWS)
def test_total_rows_below_main_indicators(row: str, off: bool, tmp_path: Path) -> None:
    assert bool(told("scores-total", table(row), tmp_path)) == off


BEHIND = [
    ("Cộng 8 chỉ số chính, tỉnh đạt 590,00/1.000 điểm.", True),
    ("Tổng cộng toàn tỉnh đạt 570 điểm.", True),
    ("Tổng điểm của tỉnh là 585,50 điểm.", True),
    ("Tính chung cả bộ chỉ số, tỉnh được 508,00/1000 điểm.", True),
    ("Tổng hợp các chỉ số chính đạt 608,00 điểm.", True),
    ("Cộng 8 chỉ số chính, tỉnh đạt 580,00/1.000 điểm.", False),
    ("Tổng điểm năm 2021 là 520,30 điểm.", False),
    ("Tổng điểm phấn đấu đạt 650 điểm.", False),
    ("Tổng điểm tối đa của các chỉ số là 500 điểm.", False),
]


@pytest.mark.parametrize(("behind", "off"), BEHIND)
def test_totals_told_behind_main_indicators(behind: str, off: bool, tmp_path: Path) -> None:
    pairs = zip(NAMES, POINTS, TOPS, strict=True)
    parts = "; ".join(f"{name} đạt {reached}/{top} điểm" for name, reached, top in pairs)
    body = f"KẾ HOẠCH\nThực hiện DTI\n\nNăm 2022 tỉnh xếp thứ 30/63 tỉnh. Cụ thể, {parts}. {behind}\n"
    assert bool(told("scores-total", body, tmp_path)) == off


PROSE = [
    ("Năm 2022, Hạ tầng số đạt 64,30/100 điểm.", True),
    ("Kết quả năm 2022: Nhân lực số đạt 41,50/100 điểm, xếp hạng thấp.", True),
    ("Trong năm 2022, Hoạt động kinh tế số được 77,50/150 điểm.", True),
    ("Năm 2022 có tiến bộ; An toàn thông tin mạng đạt 53,10/100 điểm.", True),
    ("Năm 2022, Thể chế số đạt 77,00/100 điểm.", True),
    ("Năm 2022, Hạ tầng số đạt 63,40/100 điểm.", False),
    ("Năm 2021, Hạ tầng số đạt 58,10/100 điểm.", False),
    ("So với năm 2022, phấn đấu Hạ tầng số đạt 80/100 điểm.", False),
    ("Năm 2022, Hạ tầng số đạt 17/20 điểm ở chỉ số này.", False),
]


@pytest.mark.parametrize(("text", "apart"), PROSE)
def test_points_of_prose_against_the_table(text: str, apart: bool, tmp_path: Path) -> None:
    body = f"{text}\n\n" + table(" | Tổng cộng | 1.000 | 580,00 | 780 điểm | ")
    assert bool(told("result-stated-twice", body, tmp_path)) == apart


RANKS = [
    ("Năm 2022, DTI của tỉnh xếp thứ 20/65 tỉnh, thành phố.", True),
    ("PAPI đứng thứ 31/64 tỉnh, thành phố trực thuộc trung ương.", True),
    ("Chỉ số PCI xếp hạng 12/66 cả nước.", True),
    ("Chỉ số năng lực cạnh tranh ở vị trí 40/64 tỉnh.", True),
    ("PAR Index xếp hạng 9/64 địa phương trong cả nước.", True),
    ("Năm 2022, DTI của tỉnh xếp thứ 20/63 tỉnh, thành phố.", False),
    ("Năm 2025, DTI của tỉnh xếp thứ 20/34 tỉnh, thành phố.", False),
    ("Xã Bình An xếp thứ 20/65 xã, phường.", False),
    ("PAPI xếp thứ 15/61 tỉnh được khảo sát.", False),
]


@pytest.mark.parametrize(("text", "many"), RANKS)
def test_ranks_among_more_provinces_than_there_were(text: str, many: bool, tmp_path: Path) -> None:
    assert bool(told("rank-of-too-many", f"{text}\n", tmp_path)) == many


RUNNING = [
    ("Chọn bốn lĩnh vực ưu tiên, gồm: Y tế, Giáo dục và Nông nghiệp.", "3"),
    ("Tỉnh xác định 05 trụ cột: Dữ liệu số, Hạ tầng số, Nhân lực số và An toàn số.", "4"),
    ("Tập trung sáu nhóm chỉ số sau: Thể chế số, Nhân lực số, Hạ tầng số, Kinh tế số và Xã hội số.", "5"),
    ("Triển khai 03 nền tảng dùng chung gồm: Hóa đơn số; Học bạ số; Sổ sức khỏe; Bản đồ số.", "4"),
    ("Ban hành 04 văn bản: kế hoạch năm; quy chế dữ liệu; danh mục dữ liệu mở.", "3"),
    ("Chọn bốn lĩnh vực ưu tiên, gồm: Y tế, Giáo dục, Du lịch và Nông nghiệp.", None),
    ("Chọn bốn lĩnh vực, gồm: Y tế, Giáo dục, Kho bạc và Thuế, Du lịch và Nông nghiệp.", None),
    ("Trong năm nhiệm vụ gồm: Y tế, Giáo dục và Du lịch.", None),
    ("Chọn năm lĩnh vực, trong đó có: Y tế, Giáo dục và Du lịch.", None),
    ("Giao 05 nhiệm vụ, gồm: Y tế, Giáo dục và Du lịch...", None),
    ("Giao 04 nhiệm vụ cho: Sở Văn hóa, Thể thao và Du lịch.", None),
]


@pytest.mark.parametrize(("text", "listed"), RUNNING)
def test_lists_that_run_on_in_their_sentence(text: str, listed: str | None, tmp_path: Path) -> None:
    messages = told("list-count", f"{text}\n", tmp_path)
    assert [listed in m for m in messages if listed] == ([True] if listed else messages)
    assert listed or not messages


PARTED = [
    (
        "Kế hoạch đặt ra 12 chỉ tiêu, cụ thể như sau:",
        ("a) Hạ tầng số (05 chỉ tiêu)", "b) Dữ liệu số (06 chỉ tiêu)"),
        "11",
    ),
    ("Giao 09 nhiệm vụ, gồm:", ("1. Nhóm thể chế (04 nhiệm vụ)", "2. Nhóm nhân lực (gồm 06 nhiệm vụ)"), "10"),
    ("Năm nay có 15 chỉ tiêu như sau:", ("1) Kinh tế số (7 chỉ tiêu)", "2) Xã hội số (8 chỉ tiêu)"), None),
    (
        "Phấn đấu đạt 03 mục tiêu sau:",
        ("1. Hạ tầng (04 dự án)", "2. Nhân lực (05 dự án)", "3. Dữ liệu"),
        None,
    ),
    ("Phấn đấu đạt 04 mục tiêu sau:", ("1. Hạ tầng (04 mục tiêu)", "2. Nhân lực", "3. Dữ liệu"), "3"),
]


@pytest.mark.parametrize(("head", "items", "listed"), PARTED)
def test_items_that_tell_how_many_they_hold(
    head: str, items: tuple[str, ...], listed: str | None, tmp_path: Path
) -> None:
    body = "\n".join(
        (head, *(line for item in items for line in (item, "- Đạt yêu cầu.")), "", "IV. KẾT LUẬN")
    )
    messages = told("list-count", f"II. MỤC TIÊU\n{body}\n", tmp_path)
    assert [listed in m for m in messages if listed] == ([True] if listed else messages)


ACTS = [
    ("UBND tỉnh đã ban hành 05 văn bản chỉ đạo, gồm:", True),
    ("Trong quý I đã ban hành 06 văn bản về an toàn thông tin, cụ thể:", True),
    ("Sở đã trình 03 văn bản sau:", True),
    ("Ban Chỉ đạo tham mưu bảy văn bản điều hành như sau:", True),
    ("Huyện ban hành 02 văn bản gồm:", True),
    ("UBND tỉnh đã ban hành 04 văn bản chỉ đạo, gồm:", False),
    ("UBND tỉnh đã ban hành nhiều văn bản chỉ đạo, gồm:", False),
    ("UBND tỉnh đã ban hành 05 văn bản chỉ đạo.", False),
]


@pytest.mark.parametrize(("head", "off"), ACTS)
def test_acts_counted_above_their_list(head: str, off: bool, tmp_path: Path) -> None:
    items = "".join(
        f"- {name} về chuyển đổi số;\n" for name in ("Kế hoạch", "Chỉ thị", "Quyết định", "Đề án")
    )
    assert bool(told("list-count", f"{head}\n{items}\nLời kết.\n", tmp_path)) == off


WHOLES = [
    ("Năm 2022 tỉnh đạt 562,40/1.000 điểm, xếp thứ 41/63.", True),
    ("Theo công bố, năm 2022 chỉ số DTI của tỉnh đạt 0,5285 điểm.", True),
    ("Kết quả năm 2022: tỉnh được 508,00/1000 điểm.", True),
    ("DTI năm 2022 của tỉnh là 0,6124.", True),
    ("Năm 2022, tỉnh đạt tổng điểm 601,5/1.000 điểm.", True),
    ("Năm 2022 tỉnh đạt 580,00/1.000 điểm, xếp thứ 41/63.", False),
    ("Năm 2022 chỉ số DTI của tỉnh đạt 0,5804 điểm.", False),
    ("Năm 2021 tỉnh đạt 462,40/1.000 điểm; năm 2022 khá hơn.", False),
    ("Năm 2022 tỉnh phấn đấu đạt 650/1.000 điểm.", False),
    ("Năm 2022 bình quân cả nước đạt 602,40/1.000 điểm.", False),
]


@pytest.mark.parametrize(("text", "off"), WHOLES)
def test_whole_index_above_main_indicators(text: str, off: bool, tmp_path: Path) -> None:
    assert bool(told("scores-total", f"{text}\n\n{table('')}", tmp_path)) == off
