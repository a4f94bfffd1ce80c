"""Indicators without the acting unit, helpers, times and stray brackets."""

from __future__ import annotations

import pytest

from extractor.annotators.drafts import Mode
from extractor.annotators.quantities import find_quantities
from extractor.annotators.subjects import closed
from extractor.annotators.targets import find_targets

ROWS: list[tuple[str, Mode, list[str]]] = [
    ("Kinh tế số đạt 12% GRDP (đến năm 2026 đạt 20%)", "goal", ["Kinh tế số GRDP", "Kinh tế số"]),
    (
        "Tỷ lệ đơn trực tuyến đạt tối thiểu 80% (phấn đấu đến năm 2030 đạt 95%)",
        "goal",
        ["Tỷ lệ đơn trực tuyến", "Tỷ lệ đơn trực tuyến"],
    ),
    (
        "Doanh thu qua mạng đạt khoảng 45% (năm 2025 đạt 60%)",
        "goal",
        ["Doanh thu qua mạng", "Doanh thu qua mạng"],
    ),
    ("Năng suất lao động tăng tối thiểu 7%/năm", "goal", ["Năng suất lao động tăng"]),
    ("Số tổ công nghệ số: 120 tổ", "goal", ["Số tổ công nghệ số"]),
    (
        "Sở Y tế phối hợp triển khai sổ khám số cho 90% dân số, xong trong tháng 12/2024",
        "task",
        ["triển khai sổ khám số cho dân số"],
    ),
    (
        "Công an tỉnh chủ trì kích hoạt 100% tài khoản số, phối hợp với Sở Nội vụ trong quý II/2024",
        "task",
        ["kích hoạt tài khoản số"],
    ),
    (
        "Sở Công Thương chủ trì đưa 350 đặc sản lên sàn điện tử trước ngày 15/11/2024 (phối hợp Bưu điện",
        "task",
        ["đặc sản lên sàn điện tử"],
    ),
    ("Sở Nội vụ: tổ chức 06 lớp dữ liệu cho cán bộ", "task", ["tổ chức lớp dữ liệu cho cán bộ"]),
    (
        "Tỷ lệ chi cho số hóa phấn đấu trên 12% ngân sách, do Cục Thống kê tỉnh theo dõi",
        "goal",
        ["Tỷ lệ chi cho số hóa ngân sách"],
    ),
    # words before the value lead to what is measured
    (
        "Công an tỉnh chủ trì làm sạch dữ liệu, phối hợp với Sở Tư pháp hoàn thành số hóa 1.250 sổ hộ tịch",
        "task",
        ["làm sạch dữ liệu, phối hợp với Sở Tư pháp hoàn thành số hóa sổ hộ tịch"],
    ),
    (
        "Sở Nội vụ chủ trì vận hành trung tâm giám sát (SOC, bảo đảm giám sát 100% máy chủ từ năm 2025",
        "task",
        ["vận hành trung tâm giám sát SOC, bảo đảm giám sát máy chủ"],
    ),
    ("Sở Y tế chủ trì nâng cấp mạng tại 103/103 trạm", "task", ["nâng cấp mạng tại trạm"]),
    # a unit that is counted, or that makes the thing what it is, stays
    ("100% Sở Y tế và bệnh viện có sổ số", "goal", ["Sở Y tế và bệnh viện có sổ số"]),
    ("100% phiên họp do Chủ tịch UBND tỉnh chủ trì", "goal", ["phiên họp do Chủ tịch UBND tỉnh chủ trì"]),
]


@pytest.mark.parametrize(("text", "mode", "indicators"), ROWS)
def test_an_indicator_is_what_is_measured(text: str, mode: Mode, indicators: list[str]) -> None:
    drafts = find_targets(text, (0, len(text)), find_quantities(text), mode, 2024)
    assert [d.indicator for d in drafts] == indicators


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kinh tế số )", "Kinh tế số"),
        ("(a) sổ số )", "(a) sổ số"),
        ("sổ khám số (mức 2 trở", "sổ khám số"),
        ("sổ khám số (mức 2)", "sổ khám số (mức 2)"),
        ("(mức hai trở", "mức hai trở"),
        ("", ""),
    ],
)
def test_brackets_are_closed(words: str, expected: str) -> None:
    assert closed(words) == expected
