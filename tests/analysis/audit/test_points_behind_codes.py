"""Points told behind a code in brackets or in a heading, bare sums, years of another plan, annexes."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

COLUMNS = "| Mã | Chỉ số | Điểm tối đa | Điểm đạt |\n|---|---|---|---|\n"
STAFF = "| 4.5 | Công chức chuyên trách | 10 | 2,8 |"
TWICE = [
    ("4.5. Công chức chuyên trách về chuyển đổi số (3,8/10 điểm).", STAFF, 1),
    ("Công chức chuyên trách (chỉ số 4.5) đạt 3,8/10 điểm.", STAFF, 1),
    ("3.3. Hộ có cáp quang (năm 2023: 7,1/10 điểm).", "| 3.3 | Hộ có cáp quang | 10 | 7,4 |", 1),
    ("- 7.6. Hợp đồng điện tử (0,5/10 điểm).", "| 7.6 | Hợp đồng điện tử | 10 | 5 |", 1),
    ("Mã 8.4: 3/20 điểm.", "| 8.4 | Hộ có địa chỉ số | 20 | 2 |", 1),
    ("4.5. Công chức chuyên trách về chuyển đổi số (2,8/10 điểm).", STAFF, 0),
    ("Phấn đấu (chỉ số 4.5) đạt 3,8/10 điểm.", STAFF, 0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "row", "count"), TWICE)
def test_points_in_prose_and_in_columns(text: str, row: str, count: int, tmp_path: Path) -> None:
    body = f"I. KẾT QUẢ\n\n{text}\n\n{COLUMNS}{row}\n| 3.1 | Điện thoại thông minh | 10 | 6 |\n"
    assert len(told("result-stated-twice", body, tmp_path)) == count


SUMS = [
    ("Tổng kinh phí chi cho chuyển đổi số năm 2023 là 142,6, gồm vốn đầu tư 96,4 tỷ đồng.", True),
    ("Dự toán khoảng 35, trong đó ngân sách tỉnh 20 tỷ đồng.", True),
    ("Tổng mức là 4.250 (bao gồm 3.000 triệu đồng vốn sự nghiệp).", True),
    ("Nguồn vốn thực hiện dự kiến 12,5, chia ra vốn tỉnh 8 tỷ đồng, vốn huyện 4,5 tỷ đồng.", True),
    ("Ngân sách cho hạ tầng đạt 61,2, cụ thể vốn trung ương 41 tỷ đồng.", True),
    ("Tổng kinh phí năm 2023 là 142,6 tỷ đồng, gồm vốn đầu tư 96,4 tỷ đồng.", False),
    ("Số dự án có vốn đầu tư là 12, gồm 8 dự án nhóm C.", False),
]


@pytest.mark.parametrize(("text", "bare"), SUMS)
def test_sums_without_a_unit(text: str, bare: bool, tmp_path: Path) -> None:
    assert bool(told("amount-without-currency", f"{text}\n", tmp_path)) == bare


FUNDS = [
    ("Kinh phí thực hiện Kế hoạch chuyển đổi số năm 2022 từ ngân sách huyện.", True),
    ("Dự toán triển khai Kế hoạch năm 2023 do Phòng Tài chính lập.", True),
    ("Nguồn vốn để thực hiện Chương trình năm 2021 lấy từ nguồn sự nghiệp.", True),
    ("Kinh phí thực hiện Kế hoạch chuyển đổi số năm 2024 từ ngân sách huyện.", False),
    ("Kinh phí thực hiện Kế hoạch năm 2022 đã quyết toán xong.", False),
]


@pytest.mark.parametrize(("text", "old"), FUNDS)
def test_funds_of_another_year(text: str, old: bool, tmp_path: Path) -> None:
    assert bool(told("year-left-over", f"V. KINH PHÍ\n\n{text}\n", tmp_path)) == old


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Các phòng thực hiện theo phân công tại Phụ lục đính kèm.", True),
        ("Chi tiết nêu trong Phụ lục kèm theo.", True),
        ("Các phòng thực hiện theo Biểu 1.", False),
    ],
)
def test_a_form_in_the_body_is_no_annex(text: str, absent: bool, tmp_path: Path) -> None:
    table = "Biểu 1. Kết quả năm 2023\n\n| TT | Việc | Số |\n|---|---|---|\n| 1 | Mở lớp | 3 |\n"
    body = f"I. KẾT QUẢ\n\n{table}\nII. NHIỆM VỤ\n\n{text}\n\nNơi nhận:\n- Các phòng;\n"
    assert bool(told("annex-absent", body, tmp_path)) == absent


RATIOS = [
    ("Tập huấn cho 8.240/10.300 cán bộ theo kế hoạch, đạt 82% kế hoạch.", True),
    ("Đã mở 19/25 lớp, đạt 74% kế hoạch.", True),
    ("Đã cấp 450/600 chứng thư, đạt 77% chỉ tiêu.", True),
    ("Tập huấn cho 8.240/10.300 cán bộ theo kế hoạch, đạt 80% kế hoạch.", False),
    ("Đã mở 9/12 lớp, đạt 60% kế hoạch năm.", False),
]


@pytest.mark.parametrize(("text", "off"), RATIOS)
def test_ratios_of_a_plan(text: str, off: bool, tmp_path: Path) -> None:
    assert bool(told("ratio-against-percent", f"I. KẾT QUẢ\n\n- {text}\n", tmp_path)) == off
