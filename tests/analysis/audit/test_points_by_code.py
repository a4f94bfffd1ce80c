"""Points told beside codes: in two places, out of another maximum; codes listed behind their number."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told

TABLE = """

| TT | Mã | Chỉ số | {} | Cơ quan |
|---|---|---|---|---|
| 1 | 3.3 | Hộ có cáp quang | {}/10 | Sở Y tế |
| 2 | 7.1 | Kinh tế số trong GRDP | 6/20 | Sở Tài chính |
| 3 | 8.3 | Chữ ký số cá nhân | 4,5/20 | Công an tỉnh |
"""
HEADS = "Điểm 2023/tối đa"
TWICE = [
    ("1.1. Cáp quang (mã 3.3; năm 2023: 6,1/10 điểm, đạt tỷ lệ 61%)", TABLE.format(HEADS, "7,1"), True),
    ("Mã 7.1. Kinh tế số trong GRDP: đạt 8/20 điểm.", TABLE.format(HEADS, "7,1"), True),
    ("Chỉ số 8.3: mới đạt 5,4/20 điểm.", TABLE.format("Kết quả", "7,1"), True),
    ("Cáp quang (chỉ số 3.3) chỉ đạt 6/10 điểm.", "\n\nMã 3.3: đạt 5/10 điểm.", True),
    ("(mã 3.3; năm 2023: 6,1/10 điểm)", "\n\n(tiêu chí 3.3: năm 2023: 1,6/10 điểm)", True),
    ("1.1. Cáp quang (mã 3.3; năm 2023: 6,1/10 điểm)", TABLE.format(HEADS, "6,1"), False),
    ("1.1. Cáp quang (mã 3.3; năm 2022: 6,1/10 điểm)", TABLE.format(HEADS, "7,1"), False),
    ("1.1. Cáp quang (mã 3.3; năm 2023: 6,1/10 điểm)", TABLE.format("Mục tiêu", "7,1"), False),
    ("1.1. Cáp quang (mã 3.3; năm 2023: 6,1/10 điểm)", TABLE.format("Tự đánh giá", "7,1"), False),
    ("(mã 3.3; năm 2023: 6,1/10 điểm)", "\n\nPhấn đấu nâng cáp quang (chỉ số 3.3) đạt 8/10 điểm.", False),
    ("Mã 3.3: đạt 5/10 điểm; Mã 3.4: đạt 6/10 điểm.", "", False),
]


@pytest.mark.parametrize(("text", "below", "wrong"), TWICE)
def test_points_in_two_places(text: str, below: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("result-stated-twice", f"{HEAD}{text}{below}\n", tmp_path)) == wrong


MAXIMA = [
    ("Mã 8.4. Hộ gia đình có địa chỉ số: đạt 8/10 điểm.", True),
    ("Tiêu chí 3.5: mới đạt 15/20 điểm.", True),
    ("Chỉ số 6.12. Hồ sơ xử lý trực tuyến năm 2023: 6/10 điểm.", True),
    ("1.2. Địa chỉ số (mã 8.4; năm 2023: 4/10 điểm, đạt 40%)", True),
    ("Kinh tế số trong GRDP (chỉ số 7.1; đạt 3/10 điểm)", True),
    ("Mã 8.4. Hộ gia đình có địa chỉ số: đạt 8/20 điểm.", False),
    ("Mã 3.3. Hộ có cáp quang: đạt 7,6/10 điểm.", False),
    ("Mã 8.4. Hộ có địa chỉ số. Chuyên đề được chấm 8/10 điểm.", False),
]


@pytest.mark.parametrize(("text", "wrong"), MAXIMA)
def test_maximum_behind_a_code(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("points-differ-from-catalog", f"{HEAD}{text}\n", tmp_path)) == wrong


LISTED = [
    ("Có 14 chỉ số thành phần chưa có điểm, gồm các mã: 2.8, 2.9, 2.11, 3.7, 5.12.", True),
    ("Trong đó 4 chỉ số đạt dưới 50% điểm (3.1, 3.2, 3.3).", True),
    ("Phụ trách 05 chỉ số: 6.1, 6.2, 6.3, 6.4, 6.5, 6.6.", True),
    ("Sở Y tế theo dõi 3 tiêu chí là 1.1; 1.2; 1.3 và 1.4.", True),
    ("Còn 2 chỉ số không có điểm, cụ thể: chỉ số 8.6, chỉ số 8.7 và chỉ số 8.8.", True),
    ("Có 5 chỉ số thành phần chưa có điểm, gồm các mã: 2.8, 2.9, 2.11, 3.7, 5.12.", False),
    ("Phụ trách 12 chỉ số: 6.1, 6.3 đến 6.9, 7.1.", False),
    ("Có 14 chỉ số thành phần chưa có điểm (2.8, 2.9, …).", False),
    ("Phụ trách 12 chỉ số, gồm: 6.1, 6.2, 6.3 - 6.9.", False),
    ("Có 3 chỉ số tăng điểm: 6,1, 7,2 điểm.", False),
]


@pytest.mark.parametrize(("text", "wrong"), LISTED)
def test_codes_listed_behind_their_number(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("list-count", f"{HEAD}{text}\n", tmp_path)) == wrong
