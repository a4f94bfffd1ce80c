"""Rows said to be the lowest or the highest of their table."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told

GROUPS = """

TT | Chỉ số chính | Điểm tối đa | Điểm năm 2023 | Xếp hạng
1 | Nhận thức số | 100 | 80,00 | 12
2 | Thể chế số | 100 | 72,50 | 30
3 | Hạ tầng số | 100 | 61,00 | 45
4 | Hoạt động xã hội số | 150 | 66,00 | 51
"""
DISTRICTS = """

TT | Huyện | Tỷ lệ hồ sơ trực tuyến (%) | Thứ hạng
1 | Mường Tè | 61,5 | 3
2 | Sìn Hồ | 48,2 | 4
3 | Tân Uyên | 77,0 | 1
4 | Than Uyên | 70,4 | 2
"""
WRONG = [
    "Chỉ số có thứ hạng thấp nhất là Hạ tầng số (thứ 45)." + GROUPS,
    "Trong các chỉ số chính, chỉ số có thứ hạng cao nhất là Thể chế số, xếp thứ 30." + GROUPS,
    "Chỉ số đạt điểm cao nhất là Hạ tầng số." + GROUPS,
    "Kết quả không đều; Thể chế số có thứ hạng cao nhất." + GROUPS,
    "Trong đó Mường Tè có tỷ lệ cao nhất." + DISTRICTS,
    "Huyện có tỷ lệ thấp nhất là huyện Mường Tè (61,5%)." + DISTRICTS,
    "Huyện có thứ hạng cao nhất thuộc về Than Uyên." + DISTRICTS,
]
SOUND = [
    "Chỉ số có thứ hạng thấp nhất là Xã hội số (thứ 51)." + GROUPS,
    "Chỉ số có điểm thấp nhất là Hạ tầng số." + GROUPS,
    "Chỉ số có tỷ lệ thấp nhất là Xã hội số." + GROUPS,
    "Chỉ số có thứ hạng cao nhất là Nhận thức số." + GROUPS,
    "Các chỉ số có thứ hạng thấp nhất là Hạ tầng số, Xã hội số." + GROUPS,
    "Một trong những chỉ số có thứ hạng thấp nhất là Hạ tầng số." + GROUPS,
    "Chỉ số có thứ hạng thấp nhất là Thể chế số trong nhiều năm." + GROUPS,
    "Chỉ số có thứ hạng thấp nhất là Nhân lực số." + GROUPS,
    "Trong đó Tân Uyên có tỷ lệ cao nhất." + DISTRICTS,
    "Huyện có tỷ lệ thấp nhất là huyện Sìn Hồ (48,2%)." + DISTRICTS,
]


@pytest.mark.parametrize("text", WRONG)
def test_another_row_is_beyond(text: str, tmp_path: Path) -> None:
    assert told("verdict-against-figures", f"{HEAD}{text}\n", tmp_path)


@pytest.mark.parametrize("text", SOUND)
def test_the_last_row_is_the_last(text: str, tmp_path: Path) -> None:
    assert not told("verdict-against-figures", f"{HEAD}{text}\n", tmp_path)
