"""Quantities: value, unit, comparator, bounds; digits that are no values."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from extractor.annotators.quantities import find_quantities


def Q(value: float, unit: str = "percent", cmp: str | None = None, **more: Any) -> dict[str, Any]:
    return {"value": value, "unit": unit, "comparator": cmp, **more}


ROWS: list[tuple[str, list[dict[str, Any]]]] = [
    # percent and decimals
    ("đạt 37,5%", [Q(37.5)]),
    ("đạt 37.5%", [Q(37.5)]),
    ("đạt 100 %", [Q(100)]),
    ("đạt 12 phần trăm", [Q(12)]),
    ("60% xã, 70% huyện", [Q(60), Q(70)]),
    ("từ 20% đến 30%", [Q(20, cmp="ge", value_to=30.0)]),
    ("khoảng 15-20%", [Q(15, cmp="approx", value_to=20.0)]),
    # comparators
    ("đạt trên 55%", [Q(55, cmp="gt")]),
    ("tối thiểu đạt 55%", [Q(55, cmp="ge")]),
    ("đạt 55% trở lên", [Q(55, cmp="ge")]),
    ("đạt từ 55% trở lên", [Q(55, cmp="ge")]),
    ("đạt 55% hồ sơ trở lên", [Q(55, cmp="ge")]),
    ("giảm xuống dưới 5%", [Q(5, cmp="lt")]),
    ("còn 5% trở xuống", [Q(5, cmp="le")]),
    ("không quá 3,5%", [Q(3.5, cmp="le")]),
    ("≥ 80%", [Q(80, cmp="ge")]),
    ("đạt điểm tối đa 30 điểm", [Q(30, "points")]),
    ("tối đa 30 điểm", [Q(30, "points", "le")]),
    ("6 -> 9 nền tảng", [Q(6, "count", bare=True), Q(9, "count")]),
    ("ít nhất 2/3 số cán bộ", [Q(66.67, cmp="ge")]),
    ("giảm 1/2 so với năm 2023", [Q(50)]),
    ("trên 3/4 tổng số hộ", [Q(75, cmp="gt")]),
    ("2/3 xã có sóng", [Q(2, "count", total=3.0)]),
    ("15/20 số xã", [Q(15, "count", total=20.0)]),
    ("tăng ≥ 4 điểm %", [Q(4, cmp="ge")]),
    ("Tối đa 5 ngày làm việc", [Q(5, "count", "le")]),  # all that a cell holds
    ("Không quá 48 giờ", [Q(48, "count", "le")]),
    ("<5%", [Q(5, cmp="lt")]),
    ("ít nhất 02 phiên chợ", [Q(2, "count", "ge", padded=True)]),
    # money, speed, points
    ("bố trí 3,2 tỷ đồng", [Q(3.2e9, "vnd")]),
    ("bố trí 750 triệu đồng", [Q(750e6, "vnd")]),
    ("thu 1.250.000 đồng", [Q(1250000, "vnd")]),
    ("trị giá 12 nghìn tỷ đồng", [Q(12e12, "vnd")]),
    ("tối thiểu 50 Mbps", [Q(50, "mbps", "ge")]),
    ("tối thiểu 50Mb/s", [Q(50, "mbps", "ge")]),
    ("trên 1Gb/s", [Q(1000, "mbps", "gt")]),
    ("trên 1 Gbps", [Q(1000, "mbps", "gt")]),
    ("đạt 0,58 điểm", [Q(0.58, "points")]),
    ("đạt 0.5801 điểm", [Q(0.5801, "points")]),
    ("6,5/10 điểm", [Q(6.5, "points", total=10.0)]),
    ("từ 0,5-0,6 điểm", [Q(0.5, "points", "ge", value_to=0.6)]),
    # counts
    ("mở 1.250 gian hàng", [Q(1250, "count")]),
    ("có 2,4 triệu lượt truy cập", [Q(2.4e6, "count")]),
    ("hỗ trợ 15 nghìn hộ", [Q(15000, "count")]),
    ("07 huyện có cáp", [Q(7, "count", padded=True)]),
    ("chọn 2-4 tuyến", [Q(2, "count", value_to=4.0)]),
    ("chọn 2 – 4 tuyến", [Q(2, "count", value_to=4.0)]),
    ("15/15 sở có trang", [Q(15, "count", total=15.0)]),
    # rates
    ("02 buổi/tuần", [Q(2, "per_week")]),
    ("3 bản tin mỗi tháng", [Q(3, "per_month")]),
    ("mỗi quý có 01 phóng sự", [Q(1, "per_quarter")]),
    ("ít nhất 2 đợt diễn tập/năm", [Q(2, "per_year", "ge")]),
    ("1 tuần/2 lần", [Q(2, "per_week")]),
    ("tăng trên 9,5%/năm", [Q(9.5, cmp="gt", per="năm")]),
    # ranks
    ("vào top 12", [Q(12, "rank", "le")]),
    ("nhóm 22/63 tỉnh", [Q(22, "rank", "le", total=63.0)]),
    ("thứ hạng 17 trở lên", [Q(17, "rank", "le")]),
]
REPEATED: list[tuple[str, list[dict[str, Any]]]] = [
    (
        "Hằng năm bồi dưỡng kỹ năng bán hàng trên mạng cho tối thiểu 900 hộ",
        [Q(900, "per_year", "ge")],
    ),
    (
        "Mỗi quý hỗ trợ hợp tác xã vùng cao mở gian hàng trực tuyến cho ít nhất 40 hộ",
        [Q(40, "per_quarter", "ge")],
    ),
    ("Hằng tháng rà soát kho dữ liệu, đến hết năm có tối thiểu 900 hộ tham gia", [Q(900, "count", "ge")]),
]

NONE = [
    "", "không có số", "dịch vụ công mức độ 3, 4", "mức độ 3 và 4", "mạng 4G", "mạng 4G/5G",
    "từ 15 tuổi trở lên", "sản phẩm OCOP 3 sao", "chính quyền 2 cấp", "ngày 15/3/2024", "năm 2025",
    "giai đoạn 2021-2025", "quý II/2024", "Quyết định số 21/QĐ-UBND", "Kế hoạch 45/KH-UBND",
    "Nghị quyết 57 của Bộ Chính trị", "Đề án 06", "Điều 8", "khoản 2 Điều 8", "IPv6", "tổng đài 1022",
    "31 chỉ tiêu", "gồm 7 mục tiêu", "bộ chỉ số 766", "học sinh lớp 9", "cách mạng công nghiệp 4.0",
    "hệ thống cấp độ 2", "trong 15 phút", "kế hoạch 5 năm", "6 tháng đầu năm", "tăng 3 hạng", "COVID-19",
    "mã KH20_N01.1", "1. Mục tiêu", "a1", "phiên bản 3.0", "định danh mức 2",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*ROWS, *REPEATED])
def test_quantities(text: str, expected: list[dict[str, Any]]) -> None:
    found = find_quantities(text)
    assert [{k: getattr(q, k) for k in e} for q, e in zip(found, expected, strict=True)] == [
        {k: pytest.approx(v) if isinstance(v, float) else v for k, v in e.items()} for e in expected
    ]
    for q in found:
        assert 0 <= q.start <= q.number < q.end <= len(text)
        assert text[q.number].isdigit()


@pytest.mark.parametrize("text", NONE)
def test_digits_that_are_no_values(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(("text", "expected"), ROWS[:: len(ROWS) // 12])
def test_a_quantity_stands_anywhere(text: str, expected: list[dict[str, Any]]) -> None:
    whole = f"- Các xã vùng cao: {text}; tiếp tục rà soát."
    assert [q.value for q in find_quantities(whole)] == [pytest.approx(e["value"]) for e in expected]


def test_the_comparator_is_part_of_the_span() -> None:
    text = "phấn đấu đạt tối thiểu 80% hộ"
    (found,) = find_quantities(text)
    assert text[found.start : found.end].endswith("tối thiểu 80%")
    assert text[found.number : found.end] == "80%"


def test_order_and_disjoint() -> None:
    text = "70% tại cấp huyện, top 10, 3/5 xã, từ 2-4 lần/tháng và 5 tỷ đồng"
    found = find_quantities(text)
    assert all(a.end <= b.number for a, b in pairwise(found))
    assert len(found) >= 4


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Chỉ số hạ tầng số đạt 0,62", 0.62, "points"),
        ("giá trị DTI của tỉnh đạt trên 0.7 vào năm 2026", 0.7, "points"),
        ("ICT Index từ 0,6 trở lên", 0.6, "points"),
        ("điểm số nhân lực số đạt 0,5874;", 0.5874, "points"),
        ("chỉ số dữ liệu mở là 1,00", 1, "points"),
        ("Tăng 0,5 tỷ đồng so với chỉ số năm trước", 5e8, "vnd"),
        ("chỉ số hài lòng tăng 0,5%", 0.5, "percent"),
    ],
)
def test_a_fraction_behind_an_index_is_its_value(text: str, value: float, unit: str) -> None:
    (found,) = find_quantities(text)
    assert (found.value, found.unit, found.bare) == (value, unit, False)


def test_a_bullet_on_the_next_line_is_no_range() -> None:
    assert all(q.value_to is None for q in find_quantities("Chỉ số đạt tối thiểu 0,75\n- 12 xã có tổ số"))
