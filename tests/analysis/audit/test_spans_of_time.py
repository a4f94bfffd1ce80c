"""Times of rows and sentences against the period and the day of the document."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

DECISION = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

Số: 915/QĐ-UBND

Lai Châu, ngày 12 tháng 5 năm 2023

QUYẾT ĐỊNH
Ban hành Kế hoạch phát triển dữ liệu số tỉnh Lai Châu giai đoạn 2023 - 2027

"""
ROWS = """II. NHIỆM VỤ

| TT | Nhiệm vụ | Chủ trì | Thời gian |
|---|---|---|---|
| 1 | Số hóa hồ sơ đất đai | Sở Tài nguyên và Môi trường | 2023 - 2025 |
| 2 | Xây dựng kho học liệu số | Sở Giáo dục và Đào tạo | 2024 - 2027 |
| 3 | Nâng cấp phòng máy chủ | Văn phòng UBND tỉnh | 2023 - 2024 |
| 4 | {} | Sở Y tế | {} |
"""
SPANS = [
    ("Mua sắm thiết bị y tế số", "2022 - 2025", True),
    ("Bệnh án điện tử", "2021-2024", True),
    ("Lập bản đồ số các tuyến đường", "giai đoạn 2020 - 2024", True),
    ("Đặt trạm quan trắc", "Từ năm 2022 đến năm 2026", True),
    ("Mở sàn giao dịch nông sản", "2026 - 2029", True),
    ("Trang bị máy quét", "2024 - 2028", True),
    ("Bệnh án điện tử (dự án chuyển tiếp)", "2021-2024", False),
    ("Bệnh án điện tử", "2023-2024", False),
    ("Mở sàn giao dịch nông sản", "2025 - 2027", False),
]


@pytest.mark.parametrize(("name", "years", "wrong"), SPANS)
def test_rows_out_of_the_period(name: str, years: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("deadline-outside-period", DECISION + ROWS.format(name, years), tmp_path)) == wrong


def test_many_rows_begin_early_then_works_go_on(tmp_path: Path) -> None:
    body = DECISION + ROWS.replace("2023 - ", "2022 - ").replace("2024 - 2027", "2021 - 2027").format(
        "Thuê kho", "2022 - 2024"
    )
    assert told("deadline-outside-period", body, tmp_path) == []


ORDERS = [
    ("1. Sở Nội vụ trình đề án vị trí việc làm trước ngày 31/3/2023.", True),
    ("1. Ủy ban nhân dân các xã gửi danh sách tổ công nghệ số trước ngày 01/5/2023.", True),
    ("1. Sở Y tế xây dựng kế hoạch của ngành, hoàn thành trong tháng 4/2023.", True),
    ("1. Công an tỉnh kết nối dữ liệu dân cư, xong trước ngày 10/02/2023.", True),
    ("1. Sở Tài chính bố trí kinh phí trước ngày 15/4/2023.", True),
    ("1. Sở Tài chính bố trí kinh phí trước ngày 15/6/2023.", False),
    ("1. Sở Nội vụ trình đề án vị trí việc làm trong Quý II/2023.", False),
]


@pytest.mark.parametrize(("text", "wrong"), ORDERS)
def test_orders_of_a_decision_due_before_it(text: str, wrong: bool, tmp_path: Path) -> None:
    body = f"{DECISION}III. TỔ CHỨC THỰC HIỆN\n\n{text}\n"
    assert bool(told("deadline-before-issue", body, tmp_path)) == wrong


REPORT = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

Số: 77/BC-UBND

Lai Châu, ngày 15 tháng 6 năm 2024

BÁO CÁO
Kết quả chuyển đổi số 6 tháng đầu năm 2024

{}
"""
COUNTS = [
    ("I. KẾT QUẢ\n\n- 95% trường học có phòng máy tính (đến hết tháng 9/2024).", True),
    ("I. KẾT QUẢ\n\n- Đến hết quý III/2024, đã cấp 12.000 chữ ký số.", True),
    ("I. KẾT QUẢ\n\n- Đến ngày 30/8/2024, toàn tỉnh có 40 sản phẩm trên sàn.", True),
    ("I. KẾT QUẢ\n\n- 18 bệnh viện nhận thẻ điện tử (đến cuối tháng 12/2024).", True),
    ("I. TÌNH HÌNH\n\n- Đến tháng 7/2025, ngành đã số hóa 300 hồ sơ.", True),
    ("I. KẾT QUẢ\n\n- 95% trường học có phòng máy tính (đến hết tháng 5/2024).", False),
    ("I. KẾT QUẢ\n\n- Đến hết tháng 6/2024, đã cấp 12.000 chữ ký số.", False),
    ("I. KẾT QUẢ\n\n- Hợp đồng thuê dịch vụ kéo dài (đến hết tháng 9/2026).", False),
    ("I. NHIỆM VỤ\n\n- 95% trường học có phòng máy tính (đến hết tháng 9/2024).", False),
]


@pytest.mark.parametrize(("text", "wrong"), COUNTS)
def test_counted_on_a_day_to_come(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("cutoff-after-issue", REPORT.format(text), tmp_path)) == wrong
