"""One fact in two parts of a document: wholes, ranks, budgets and lists that the other part does not bear
out."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import GOALS, HEAD, TAIL
from .test_forms import told
from .test_in_reports import REPORT

HELD = [
    ("A. KẾT QUẢ 6 THÁNG\n\nI. CÔNG TÁC CHỈ ĐẠO\n\n- Ngày 15/01/2025 tổ chức diễn tập mạng.", True),
    ("A. TÌNH HÌNH THỰC HIỆN\n\nIV. NHÂN LỰC SỐ\n\n- Ngày 20/01/2025 khai mạc lớp tập huấn.", True),
    ("PHẦN I. ĐÁNH GIÁ KẾT QUẢ\n\nII. AN TOÀN\n\nNgày 31/12/2024, Sở Y tế nghiệm thu kho dữ liệu.", True),
    ("II. KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM\n\n- Ngày 18/12/2024 công bố 12 bộ dữ liệu.", True),
    ("II. TÌNH HÌNH TRIỂN KHAI NHIỆM VỤ\n\n- Ngày 02/02/2025 bàn giao 20 máy chủ.", True),
    ("A. KẾT QUẢ\n\nI. NHIỆM VỤ QUÝ I\n\n- Ngày 15/01/2025 tổ chức diễn tập mạng.", False),
    ("B. NHIỆM VỤ\n\nI. AN TOÀN\n\n- Ngày 15/01/2025 tổ chức diễn tập mạng.", False),
    ("A. KẾT QUẢ VÀ NHIỆM VỤ\n\nI. AN TOÀN\n\n- Ngày 15/01/2025 tổ chức diễn tập mạng.", False),
    ("II. KẾT QUẢ THỰC HIỆN VÀ NHIỆM VỤ NĂM SAU\n\n- Ngày 18/01/2025 công bố 12 bộ dữ liệu.", False),
]


@pytest.mark.parametrize(("text", "wrong"), HELD)
def test_results_under_headings_of_parts(text: str, wrong: bool, tmp_path: Path) -> None:
    body = REPORT.replace("I. KẾT QUẢ\n\n{}", "{}").format(text, "Không.") + TAIL
    assert bool(told("cutoff-after-issue", body, tmp_path)) == wrong


CELLS = [
    ("812/1.400 (65,2%)", True), ("45/60 (80%)", True), ("đạt 9/36 (30%)", True), ("1.020/2.000 (50%)", True),
    ("118/157 (75,2%)", False), ("812/1.400 (58%)", False), ("27/36 (75%)", False), ("15/3 (20%)", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong"), CELLS)
def test_a_cell_with_a_ratio_and_its_share(text: str, wrong: bool, tmp_path: Path) -> None:
    rows = f"| TT | Nội dung | Kết quả |\n|---|---|---|\n| 1 | Xã có tổ công nghệ | {text} |\n"
    rows += "| 2 | Xã có trạm phát sóng | 40/50 (80%) |\n| 3 | Xã có cổng | 30/40 (75%) |\n"
    body = HEAD + "I. KẾT QUẢ\n\n" + rows
    assert bool(told("ratio-against-percent", body, tmp_path)) == wrong


OF_WHOLE = [
    ("Tổng số hồ sơ là 1.250.000 hồ sơ, 975.000 hồ sơ trực tuyến, đạt 78%; 6.250 hồ sơ quá hạn, chiếm 5%.",
     True),
    ("Tiếp nhận 2.400 phản ánh trong năm; số phản ánh quá hạn là 24 phản ánh, chiếm 10%.", True),
    ("Toàn huyện có 400 thôn được khảo sát, chưa có sóng 8 thôn vùng cao, chiếm 20%.", True),
    ("Tổng số 1.600 học viên dự lớp, trong đó 400 học viên là nữ, chiếm 40%.", True),
    ("Toàn tỉnh có 5.000 doanh nghiệp; còn 250 doanh nghiệp chưa nộp thuế điện tử, chiếm 15%.", True),
    ("Tổng số hồ sơ là 1.250.000 hồ sơ; số hồ sơ quá hạn là 6.250 hồ sơ, chiếm 0,5%.", False),
    ("Tổng số 1.000 hồ sơ, 800 hồ sơ trực tuyến, đạt 80%; 600 hồ sơ đúng hạn, đạt 75%.", False),
    ("Toàn tỉnh có 5.000 doanh nghiệp; 250 doanh nghiệp mới, đạt 50% kế hoạch.", False),
    ("Tổng số 90 lớp được mở cho 3.000 học viên, chiếm 60% cán bộ.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong"), OF_WHOLE)
def test_shares_of_a_whole_told_before(text: str, wrong: bool, tmp_path: Path) -> None:
    body = f"{HEAD}I. HIỆN TRẠNG\n\n1. {text}\n"
    rules = ("ratio-against-percent", "sentence-arithmetic")
    assert any(told(rule, body, tmp_path) for rule in rules) == wrong


COMMUNES = [
    ("- 64/64 xã, phường, thị trấn có mạng.", "4. Chỉ đạo UBND 67 xã, phường, thị trấn tổ chức thực hiện.",
     True),
    ("Tỉnh có 120 xã, phường, đặc khu.", "9. Đôn đốc 124 xã, phường, đặc khu xây dựng kế hoạch.", True),
    ("Cả 88 xã, phường có trạm.", "3. Hướng dẫn Ủy ban nhân dân 86 xã, phường rà soát hồ sơ.", True),
    ("- 64/64 xã, phường, thị trấn có mạng.", "4. Chỉ đạo UBND 64 xã, phường, thị trấn tổ chức thực hiện.",
     False),
    ("- 64/64 xã, phường, thị trấn có mạng.", "4. Chỉ đạo 12 xã, phường, thị trấn thí điểm mô hình.", False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "wrong"), COMMUNES)
def test_communes_of_orders(first: str, second: str, wrong: bool, tmp_path: Path) -> None:
    body = f"{HEAD}I. TÌNH HÌNH\n\n{first}\n\nII. TỔ CHỨC THỰC HIỆN\n\n{second}\n"
    assert bool(told("count-stated-twice", body, tmp_path)) == wrong


PLACES = [
    ("- 04/08 huyện, thành phố không tiền mặt, gồm: Tam Đảo, Sông Lô, Phúc Yên, Lập Thạch và Vĩnh Tường.",
     True),
    ("- 3/12 xã đã có kho dữ liệu: Nậm Ban, Pa Tần, Tà Tổng, Mù Cả.", True),
    ("- Có 5/20 sở, ngành chưa gửi báo cáo gồm Sở Y tế, Sở Tư pháp, Sở Nội vụ.", False),
    ("- 02/10 huyện có trung tâm số (Sìn Hồ, Nậm Nhùn, Phong Thổ).", True),
    ("- 6/9 phường lắp camera, bao gồm: Đông Hải, Tân Tiến, Hòa Bình, Nam Sơn và Bắc Sơn.", True),
    ("- 4/15 thôn chưa có sóng gồm: Bản Mới, Tả Phìn, Thôn Hạ, Nà Lùng, Sín Chải.", True),
    ("- 3/12 xã đã có kho dữ liệu: Nậm Ban, Pa Tần và Tà Tổng.", False),
    ("- 4/12 xã đã có kho dữ liệu, trong đó có các xã: Nậm Ban, Pa Tần và Tà Tổng.", False),
    ("- 4/12 xã có kho dữ liệu, gồm: hồ sơ đất, hồ sơ hộ tịch, hồ sơ cán bộ.", False),
    ("- 2/12 xã đạt tiêu chí, như: Nậm Ban, Pa Tần, Tà Tổng và các xã khác.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong"), PLACES)
def test_some_of_the_places_by_name(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("list-count", f"{HEAD}I. TÌNH HÌNH\n\n{text}\n", tmp_path)) == wrong


RANKS = [
    ("Đến năm 2024, có nền móng; duy trì nhóm 5 địa phương dẫn đầu cả nước về chính quyền số.",
     "Đưa tỉnh vào nhóm 3 địa phương dẫn đầu về chính quyền số năm 2024.", True),
    ("Phấn đấu thuộc nhóm 10 tỉnh dẫn đầu về kinh tế số năm 2024.",
     "Giữ vững vị trí trong nhóm 15 tỉnh dẫn đầu về kinh tế số.", True),
    ("Phấn đấu vào nhóm 20 địa phương dẫn đầu cả nước về xã hội số.",
     "Đưa tỉnh vào nhóm 25 địa phương dẫn đầu về xã hội số.", True),
    ("Phấn đấu thuộc nhóm 10 tỉnh dẫn đầu về kinh tế số.", "Thuộc nhóm 15 tỉnh dẫn đầu về xã hội số.", False),
    ("Phấn đấu thuộc nhóm 10 tỉnh dẫn đầu về kinh tế số.", "Thuộc nhóm 15 tỉnh dẫn đầu về DTI.", False),
    ("Phấn đấu thuộc nhóm 10 tỉnh dẫn đầu về kinh tế số.",
     "Nằm trong nhóm 10 tỉnh đứng đầu về kinh tế số.", False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "wrong"), RANKS)
def test_rank_aims_of_the_pillars(first: str, second: str, wrong: bool, tmp_path: Path) -> None:
    body = f"{HEAD}{GOALS}{first}\n\nV. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính: {second}\n"
    assert bool(told("rank-aim-twice", body, tmp_path)) == wrong


PROVINCES = [
    ("2026", "Phấn đấu DTI năm 2026 thuộc nhóm 20/63 tỉnh, thành phố.", True),
    ("2026", "DTI năm 2026 xếp hạng 15/63 trở lên.", True),
    ("2025", "Phấn đấu DTI năm 2026 nằm trong nhóm 30/63 tỉnh, thành phố.", True),
    ("2026", "Phấn đấu DTI năm 2026 thuộc nhóm 20/34 tỉnh, thành phố.", False),
    ("2024", "Phấn đấu DTI năm 2024 thuộc nhóm 20/63 tỉnh, thành phố.", False),
    ("2026", "DTI năm 2023 của tỉnh đã xếp hạng 20/63 tỉnh, thành phố.", False),
]


@pytest.mark.parametrize(("year", "text", "wrong"), PROVINCES)
def test_provinces_that_there_are_no_more(year: str, text: str, wrong: bool, tmp_path: Path) -> None:
    head = HEAD.replace("tháng 01 năm 2024", f"tháng 11 năm {year}").replace(
        "năm 2024\n\n", f"năm {year}\n\n"
    )
    assert bool(told("rank-of-too-many", f"{head}{GOALS}{text}\n", tmp_path)) == wrong


SPENT = (
    "\n\n| Nguồn vốn (tỷ đồng) | 2024 | 2025 | Cộng |\n|---|---|---|---|\n| Đầu tư công | 80 | 120 | 200 |\n"
    "| Thường xuyên | 50 | 60 | 110 |\n| Tổng cộng | 130 | 180 | 310 |\n"
)
BUDGETS = [
    ("Kinh phí giai đoạn 2024 - 2025 dự kiến 301 tỷ đồng, phân kỳ như sau:", True),
    ("Nhu cầu vốn thực hiện Đề án là 330 tỷ đồng, gồm các nguồn theo bảng sau:", True),
    ("Ngân sách dành cho chuyển đổi số: 290 tỷ đồng (chi tiết như sau):", True),
    ("Dự toán 305 tỷ đồng, cụ thể:", True),
    ("Kinh phí thực hiện 319,5 tỷ đồng được phân bổ như sau:", True),
    ("Kinh phí giai đoạn 2024 - 2025 dự kiến 310 tỷ đồng, phân kỳ như sau:", False),
    ("Kinh phí năm 2024 dự kiến 130 tỷ đồng, phân kỳ như sau:", False),
    ("Kinh phí đã giải ngân khoảng 301 tỷ đồng, cụ thể:", False),
    ("Kinh phí cho tuyên truyền 300 tỷ đồng. Sở Tài chính cân đối nguồn.", False),
]


@pytest.mark.parametrize(("text", "wrong"), BUDGETS)
def test_the_budget_above_its_table(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("money-total", f"{HEAD}IV. KINH PHÍ\n\n1. {text}{SPENT}", tmp_path)) == wrong
