"""Past results: values beside targets, and sentences about what was reached, which promise nothing."""

from __future__ import annotations

import pytest

from extractor.annotators.baselines import read_baselines
from extractor.annotators.quantities import find_quantities
from extractor.annotators.targets import find_targets

YEAR = 2024

RESULTS: list[tuple[str, str]] = [
    ("44", "Năm 2023, tỉnh đã đạt và vượt 31/40 chỉ tiêu của kế hoạch."),
    ("44", "Đến nay đã đạt và vượt 12/18 chỉ tiêu."),
    ("45", "Đã hoàn thành 19/27 mục tiêu của năm."),
    ("45", "Kết quả: hoàn thành 8/11 nhiệm vụ được giao."),
    ("46", "Năm 2023 có 14/20 hệ thống được nâng cấp, đạt 70% mục tiêu."),
    ("46", "Đến nay có 9/12 sở, đạt 75% kế hoạch."),
    ("47", "Năm 2023, tỷ lệ chợ có mã QR là 47,5% (đạt 79% mục tiêu)."),
    ("47", "Tính đến tháng 11 năm 2023 đạt 33,25% (đạt 83% kế hoạch)."),
    ("48", "Kết quả năm 2023: 16/21 chỉ tiêu đạt (tỷ lệ 76,2%)."),
    ("48", "Đã có 5/8 chỉ tiêu đạt (tỷ lệ 62,5%)."),
    ("50", "Trong 3 năm qua, số vườn có mã đã tăng từ 20 lên 75 (gần 4 lần trong 3 năm)."),
    ("51", "Năm 2023 xếp thứ 27/63, tăng 3 hạng so với năm 2022."),
    ("51", "Kết quả năm 2022 xếp hạng 41/63."),
    ("52", "Năm 2022 đạt 0,5417 điểm."),
    ("52", "Theo kết quả công bố đạt 0.7315 điểm."),
    ("53", "Đã tiếp nhận 412.305/498.100 lượt, đạt tỷ lệ 82,8%."),
    ("53", "Lũy kế 87.450/92.100 hồ sơ, đạt tỷ lệ 95%."),
    ("54", "Lũy kế từ 1-1 đến 14-11-2023, có 6.120 hồ sơ."),
    ("54", "Tính đến ngày 31-10-2023 đã cấp 1.204 chữ ký số."),
    ("55", "Hiện nay có 64% hộ dân dùng điện thoại thông minh."),
    ("55", "Tính đến nay, 71% thôn có cáp quang."),
    ("55", "Đến nay có 118 hợp tác xã bán hàng qua mạng."),
    ("56", "Năm 2023, tỷ trọng này chưa đạt trên 8%."),
    ("56", "Tỷ lệ này đến nay chưa đạt trên 45% theo yêu cầu."),
]


@pytest.mark.parametrize("mode", ["goal", "task", "prose"])
@pytest.mark.parametrize("text", [t for _, t in RESULTS], ids=[f"{f}-{t[:25]}" for f, t in RESULTS])
def test_results_promise_nothing(text: str, mode: str) -> None:
    assert find_targets(text, (0, len(text)), find_quantities(text), mode, YEAR) == []  # type: ignore[arg-type]


PAST: list[tuple[str, list[tuple[int | None, float, str]]]] = [
    ("(năm 2023: 0,5417 điểm)", [(2023, 0.5417, "points")]),
    ("(năm 2023: 0.7315 điểm)", [(2023, 0.7315, "points")]),
    ("(năm 2023: 412.305/498.100 lượt)", [(2023, 412305, "count")]),
    ("(hiện nay: 64%)", [(2023, 64, "percent")]),
    ("(đến nay đạt 71%)", [(2023, 71, "percent")]),
    (
        "(năm 2021: 4%; năm 2022: 7,5%; năm 2023: 12,5%)",
        [(2021, 4, "percent"), (2022, 7.5, "percent"), (2023, 12.5, "percent")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PAST)
def test_results_beside_a_target(text: str, expected: list[tuple[int | None, float, str]]) -> None:
    assert [(b.year, b.value, b.unit) for b in read_baselines(text, 0, YEAR)] == expected
