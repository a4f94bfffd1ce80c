"""Results of earlier times beside a result: their value and period, and what is none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.annotators.actuals import find_actuals
from extractor.annotators.covered import Clock
from extractor.annotators.quantities import find_quantities

CLOCK = Clock(2023, date(2023, 12, 15))
Y = (date(2022, 1, 1), date(2022, 12, 31))
ROWS = [
    ("Tỷ lệ viên chức được tập huấn chiếm 63,5% (năm 2022 là 53,7%).", 63.5, (53.7, *Y)),
    ("Tỷ lệ hộ có cáp quang đạt 71%, tăng 4,2 điểm % so với năm 2022 (66,8%).", 71, (66.8, *Y)),
    ("Cả năm 2023 phát hiện 27 sự cố mạng (năm trước là 44 sự cố).", 27, (44, *Y)),
    ("Số giao dịch trong năm 2023 là 41.700 giao dịch, giảm so với 52.300 giao dịch của năm 2022.",
     41700, (52300, *Y)),
    ("Quý III năm 2023 tiếp nhận 168.340 hồ sơ, tăng so với quý II (153.590 hồ sơ).",
     168340, (153590, date(2023, 4, 1), date(2023, 6, 30))),
    ("Năm 2023 đăng 268 tin, bài (cùng kỳ năm 2022: 227 tin, bài).", 268, (227, *Y)),
    ("Camera kết nối là 356 mắt, tăng so với cuối năm 2022 (268 mắt).", 356, (268, None, date(2022, 12, 31))),
    ("Năm 2023 có 27,4% viên chức được tập huấn; so với năm 2022 (19,6%) tăng 7,8 điểm %.", 27.4, (19.6, *Y)),
    # another measure, a plan, a time to come
    ("Tỷ lệ hộ có cáp quang đạt 71% (năm 2022 là 3.400 hộ).", 71, None),
    ("Tỷ lệ hộ có cáp quang đạt 71% (kế hoạch năm 2022 là 60%).", 71, None),
    ("Tỷ lệ hộ có cáp quang đạt 71% (năm 2025 là 90%).", 71, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "earlier"), ROWS)
def test_earlier_values(text: str, value: float, earlier: tuple[float, date | None, date] | None) -> None:
    drafts = find_actuals(text, (0, len(text)), find_quantities(text), CLOCK).drafts
    assert drafts[0].value == value
    told = [(d.value, d.covered.first, d.covered.last) for d in drafts[1:] if d.covered]
    assert told == ([earlier] if earlier else [])
    assert all((d.indicator, d.verdict, d.of_target) == (drafts[0].indicator, None, None) for d in drafts[1:])


@given(st.text(alphabet="so vớicùngkỳnăm 2022(15,3%)là.;", max_size=80))
def test_any_text(text: str) -> None:
    for draft in find_actuals(text, (0, len(text)), find_quantities(text), CLOCK).drafts:
        assert 0 <= draft.start <= draft.end <= len(text)
