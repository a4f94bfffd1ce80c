"""Counts that do not come to their whole, in other layouts: parts of the thing before the last one, those
done and those left, a table below its number; columns of shares, of years, of who watches."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told

TOTALS = [
    ("Huyện có 215 Tổ hòa giải với 1.400 thành viên, gồm 15 Tổ cấp xã và 190 Tổ ở thôn.", True),
    ("Ngành lắp 60 camera trên 12 tuyến phố, gồm 35 camera ngoài trời và 20 camera trong chợ.", True),
    ("Mở 40 lớp cho 900 học viên, bao gồm 22 lớp ban ngày và 16 lớp buổi tối.", True),
    ("Có 18 đội cứu hộ với 240 người, gồm 10 đội xã và 7 đội cơ quan.", True),
    ("Trang bị 500 máy tính bảng tới 30 trường, gồm 300 máy loại A và 150 máy loại B.", True),
    ("Huyện có 205 Tổ hòa giải với 1.400 thành viên, gồm 15 Tổ cấp xã và 190 Tổ ở thôn.", False),
    ("Huyện có 215 Tổ hòa giải với 1.400 thành viên, gồm 600 thành viên nữ và 800 thành viên nam.", False),
    ("Mở 40 lớp cho 900 học viên, trong đó 10 lớp ban đêm và 6 lớp cuối tuần.", False),
    ("Giao 30 nhiệm vụ cho các sở; đến nay đã hoàn thành 22 nhiệm vụ, còn 06 nhiệm vụ đang làm.", True),
    ("Kế hoạch đề ra 16 chỉ tiêu. Đã hoàn thành 12 chỉ tiêu, còn 05 chỉ tiêu chưa đạt.", True),
    ("Đề án gồm 45 công việc; hoàn thành 30 công việc, chậm 5 công việc, còn lại 8 công việc.", True),
    ("Tỉnh giao 25 dự án cho 8 sở, đã hoàn thành 15 dự án, còn 09 dự án chuyển sang năm sau.", True),
    ("Xác định 20 hạng mục, đã cơ bản hoàn thành 14 hạng mục, còn 05 hạng mục dở dang.", True),
    ("Giao 28 nhiệm vụ cho các sở; đến nay đã hoàn thành 22 nhiệm vụ, còn 06 nhiệm vụ đang làm.", False),
    ("Giao 30 nhiệm vụ; hoàn thành 22 nhiệm vụ, còn 06 nhiệm vụ đang làm, 02 nhiệm vụ xin dừng.", False),
    ("Giao 30 nhiệm vụ; hoàn thành 8 nhiệm vụ trong quý I, còn 06 nhiệm vụ đang làm.", False),
    ("Giao 30 nhiệm vụ, trong đó riêng quý I hoàn thành 22 nhiệm vụ, còn 06 nhiệm vụ quá hạn.", False),
]


@pytest.mark.parametrize(("text", "off"), TOTALS)
def test_counts_of_one_thing(text: str, off: bool, tmp_path: Path) -> None:
    assert bool(told("count-total", f"{HEAD}I. KẾT QUẢ\n\n- {text}\n", tmp_path)) == off


HANDLED = [
    ("Trong năm phát hiện 06 sự cố, đã xử lý 08/08 sự cố.", True),
    ("Ghi nhận 120 cảnh báo, đã xử lý 150/150 cảnh báo.", True),
    ("Tiếp nhận 40 phản ánh của người dân, đã trả lời 45/45.", True),
    ("Phát hiện 06 lỗ hổng, khắc phục 05/08 lỗ hổng.", True),
    ("Có 12 vụ tấn công, đã ngăn chặn 14/14 vụ tấn công.", True),
    ("Trong năm phát hiện 08 sự cố, đã xử lý 08/08 sự cố.", False),
    ("Trong năm phát hiện 08 sự cố, đã xử lý 06/08 sự cố.", False),
    ("Tiếp nhận 40 phản ánh, đã trả lời 45/45 phản ánh (gồm 5 phản ánh năm trước chuyển sang).", False),
]


@pytest.mark.parametrize(("text", "more"), HANDLED)
def test_all_of_more_than_were_met(text: str, more: bool, tmp_path: Path) -> None:
    assert bool(told("part-above-whole", f"- {text}\n", tmp_path)) == more


def rows(count: int, cells: str = "| 60 | 70 | Sở Y tế |") -> str:
    return "".join(f"| {i} | Người dân dùng dịch vụ loại {i} | % {cells}\n" for i in range(1, count + 1))


LISTED = "| TT | {} | ĐVT | Năm 2024 | Năm 2025 | Cơ quan theo dõi |\n|---|---|---|---|---|---|\n"
TABLED = [
    ("Kế hoạch gồm 12 chỉ tiêu, chia thành 03 nhóm như sau:", "Chỉ tiêu", 11, True),
    ("2. Mục tiêu cụ thể: gồm 8 chỉ tiêu sau:", "Chỉ tiêu", 7, True),
    ("Giao 9 nhiệm vụ cho các cơ quan như sau:", "Nhiệm vụ", 10, True),
    ("Có 06 dự án ưu tiên dưới đây:", "Tên dự án", 7, True),
    ("Trong năm thực hiện 10 chỉ tiêu chủ yếu cụ thể:", "Chỉ tiêu", 9, True),
    ("Kế hoạch gồm 11 chỉ tiêu, chia thành 03 nhóm như sau:", "Chỉ tiêu", 11, False),
    ("Kế hoạch gồm 40 chỉ tiêu, một số chỉ tiêu chính như sau:", "Chỉ tiêu", 11, False),
    ("Giao 9 nhiệm vụ cho các cơ quan như sau:", "Chỉ tiêu", 10, False),
    ("Kế hoạch gồm 12 chỉ tiêu. Kết quả như sau:", "Chỉ tiêu", 11, False),
]


@pytest.mark.parametrize(("above", "head", "count", "off"), TABLED)
def test_rows_of_the_table_below(above: str, head: str, count: int, off: bool, tmp_path: Path) -> None:
    text = f"{HEAD}I. MỤC TIÊU\n\n{above}\n\n{LISTED.format(head)}{rows(count)}\n"
    assert bool(told("list-count", text, tmp_path)) == off


FALLS = [
    ("Hồ sơ cấp xã xử lý trên mạng", "%", "80", "75", True),
    ("Trẻ em có sổ sức khỏe điện tử", "%", "92,5", "90", True),
    ("Hộ kinh doanh có tài khoản số", "Phần trăm", "40", "35", True),
    ("Trường học dùng học bạ số", "%", "100", "95", True),
    ("Chợ có mã thanh toán", "%", "66", "60", True),
    ("Lớp kỹ năng số", "lớp", "20", "15", False),
    ("Hồ sơ quá hạn", "%", "5", "3", False),
    ("Hồ sơ cấp xã xử lý trên mạng", "%", "80", "85", False),
]


@pytest.mark.parametrize(("name", "unit", "first", "later", "falls"), FALLS)
def test_bare_figures_of_years(
    name: str, unit: str, first: str, later: str, falls: bool, tmp_path: Path
) -> None:
    row = f"| 6 | {name} | {unit} | {first} | {later} | Sở Y tế |\n"
    text = f"{HEAD}I. MỤC TIÊU\n\n{LISTED.format('Chỉ tiêu')}{rows(5)}{row}\n"
    assert bool(told("later-goal-lower", text, tmp_path)) == falls


@pytest.mark.parametrize("head", ["Cơ quan theo dõi", "Đơn vị giám sát", "Đơn vị theo dõi, đánh giá"])
@pytest.mark.parametrize("who", ["", "Công an tỉnh"])
def test_a_row_that_nobody_watches(head: str, who: str, tmp_path: Path) -> None:
    table = LISTED.format("Chỉ tiêu").replace("Cơ quan theo dõi", head) + rows(5)
    text = f"{HEAD}I. MỤC TIÊU\n\n{table}| 6 | Trường dùng học bạ số | % | 80 | 90 | {who} |\n"
    assert bool(told("row-incomplete", text, tmp_path)) == (not who)


SHARED = "| Cấp | Tổng hồ sơ | Trực tuyến | {} |\n|---|---|---|---|\n"
SHARES = [
    ("Tỷ lệ", "1.000 | 640 | 64,0%", "2.000 | 1.500 | 85,0%", "3.000 | 2.140 | 71,3%", True),
    ("Tỷ lệ (%)", "80 | 60 | 75", "45 | 30 | 76,7", "125 | 90 | 72", True),
    ("Tỷ lệ", "700 | 630 | 90%", "1.700 | 1.200 | 80,6%", "2.400 | 1.830 | 76,3%", True),
    ("Tỷ lệ đạt", "12 | 9 | 75%", "16 | 10 | 65,2%", "28 | 19 | 67,9%", True),
    ("% hoàn thành", "40 | 30 | 75%", "60 | 51 | 58%", "100 | 81 | 81%", True),
    ("Tỷ lệ", "1.000 | 640 | 64,0%", "2.000 | 1.500 | 75,0%", "3.000 | 2.140 | 71,3%", False),
    ("Ghi chú", "80 | 60 | 75", "45 | 30 | 76", "125 | 90 | 72", False),
    ("Tỷ lệ", "1.000 | 640 | 60,0%", "2.000 | 1.500 | 70,0%", "3.000 | 2.140 | 71,3%", False),
]


@pytest.mark.parametrize(("head", "first", "second", "total", "off"), SHARES)
def test_shares_of_few_rows(
    head: str, first: str, second: str, total: str, off: bool, tmp_path: Path
) -> None:
    table = f"{SHARED.format(head)}| Huyện | {first} |\n| Xã | {second} |\n| Tổng | {total} |\n"
    text = f"{HEAD}I. KẾT QUẢ\n\nBảng 1. Hồ sơ theo cấp\n\n{table}\n"
    assert bool(told("row-arithmetic", text, tmp_path)) == off
