"""Values that go on with the head of their clause."""

from __future__ import annotations

import pytest

from extractor.annotators.quantities import find_quantities
from extractor.annotators.targets import find_targets

ROWS: list[tuple[str, list[tuple[float, str, str]]]] = [
    (
        "Nâng đường truyền tại các trường lên tối thiểu 250 Mbps, điểm trường 60 Mbps",
        [(250, "ge", "đường truyền tại các trường"), (60, "ge", "đường truyền tại điểm trường")],
    ),
    (
        "Nâng băng thông của Sở lên trên 500 Mbps, chi cục 200 Mbps",
        [(500, "gt", "băng thông của Sở"), (200, "gt", "băng thông tại chi cục")],
    ),
    (
        "Kết nối cho trạm bơm đạt 30 Mbps, mạng nội bộ đạt 80 Mbps",
        [(30, "eq", "Kết nối cho trạm bơm"), (80, "eq", "mạng nội bộ")],
    ),
    (
        "Mở lớp kỹ năng bán hàng cho tiểu thương, khoảng 300 người, chia làm 06 lớp",
        [
            (300, "eq", "Mở lớp kỹ năng bán hàng cho tiểu thương"),
            (6, "eq", "Mở lớp kỹ năng bán hàng cho tiểu thương"),
        ],
    ),
    (
        "Bồi dưỡng cho 700 học viên, chia thành 14 lớp",
        [(700, "eq", "Bồi dưỡng cho học viên"), (14, "eq", "Bồi dưỡng cho học viên")],
    ),
    # what a part of the money is for
    (
        "Kinh phí cho du lịch số đạt ít nhất 3% tổng chi, trong đó không dưới 15% dành cho bảo tàng số",
        [(3, "ge", "Kinh phí cho du lịch số tổng chi"), (15, "ge", "Kinh phí cho bảo tàng số")],
    ),
    (
        "Bố trí ngân sách cho dữ liệu đạt 2% tổng chi, trong đó 30% được bố trí cho số hóa",
        [(2, "eq", "Bố trí ngân sách cho dữ liệu tổng chi"), (30, "eq", "ngân sách cho số hóa")],
    ),
    (
        "Dành 2% ngân sách cho dữ liệu, trong đó chi cho số hóa không thấp hơn 30%",
        [(2, "eq", "Dành ngân sách cho dữ liệu"), (30, "ge", "chi cho số hóa")],
    ),
    (
        "Số hóa 60% hồ sơ lưu, trong đó 20% dành cho hồ sơ đất đai",
        [(60, "eq", "Số hóa hồ sơ lưu"), (20, "eq", "dành cho hồ sơ đất đai")],
    ),
    ("Tặng quà cho 80 hộ nghèo", [(80, "eq", "Tặng quà cho hộ nghèo")]),
]


@pytest.mark.parametrize(("text", "values"), ROWS)
def test_values_with_the_head_of_their_clause(text: str, values: list[tuple[float, str, str]]) -> None:
    drafts = find_targets(text, (0, len(text)), find_quantities(text), "task", 2024)
    found = [(d.quantity.value, d.comparator, d.indicator) for d in drafts if d.quantity]
    assert found == values
