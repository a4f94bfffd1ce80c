"""Counts that the words of a task promise, beside counts that only describe."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import Extraction, extract

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

Số: 15/KH-UBND

Lai Châu, ngày 10 tháng 01 năm 2024

KẾ HOẠCH
Chuyển đổi số tỉnh Lai Châu năm 2024

II. NHIỆM VỤ

1. Kinh tế số

"""


def of(title: str, tmp_path: Path) -> Extraction:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(f"{HEAD}a) {title}.\n", encoding="utf-8")
    return extract(path)


COUNTS = [
    ("Phát triển kinh tế số, phấn đấu có 120 doanh nghiệp nền tảng vào cuối năm 2024", 120),
    ("Thu hút đầu tư vào khu công nghệ, có 15 dự án vào cuối năm 2024", 15),
    ("Vận động hộ kinh doanh, đến cuối năm 2024 có 800 gian hàng trên sàn", 800),
    ("Đào tạo nhân lực an toàn, bảo đảm có đủ 50 kỹ sư trực giám sát", 50),
    ("Củng cố lực lượng tại cơ sở, nâng số tổ công nghệ số cộng đồng lên 300 tổ", 300),
    ("Sở Nội vụ phê duyệt hồ sơ cấp độ cho 40 hệ thống của ngành", 40),
    ("Lắp đặt camera nhận dạng cho 25 nút giao", 25),
    ("Cấp chứng thư số cho 60 hợp tác xã", 60),
    # a count that only says what is spoken of
    ("Phối hợp với các doanh nghiệp, hiện có 120 doanh nghiệp nền tảng", None),
    ("Hướng dẫn kỹ thuật chung cho 10 xã đã sáp nhập", None),
    ("Tổng kết mô hình tại 2 huyện năm 2023", None),
]


@pytest.mark.parametrize(("title", "value"), COUNTS)
def test_counts_that_a_task_promises(title: str, value: float | None, tmp_path: Path) -> None:
    values = [t.value for t in of(title, tmp_path).targets]
    assert values == ([] if value is None else [value])


APPROVED = [
    ("Sở Nội vụ phê duyệt hồ sơ cấp độ của ngành", "Sở Nội vụ"),
    ("Sở Y tế công bố danh mục dữ liệu mở của ngành", "Sở Y tế"),
    ("Văn phòng UBND tỉnh công bố kết quả đo lường hằng quý", "Văn phòng UBND tỉnh"),
    ("Bộ Nội vụ công bố kết quả xếp hạng các tỉnh", None),
    ("Thủ tướng Chính phủ phê duyệt chương trình quốc gia", None),
]


@pytest.mark.parametrize(("title", "lead"), APPROVED)
def test_who_approves_and_publishes_leads(title: str, lead: str | None, tmp_path: Path) -> None:
    tasks = of(title, tmp_path).tasks
    names = [unit.name for task in tasks for unit in task.lead_units]
    assert names == ([lead] if lead else [])
