"""Groups of leaders to stay in, and communes all told in brackets."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

KEPT = [
    ("Giữ vững vị trí trong nhóm 20 tỉnh dẫn đầu về DTI.", True),
    ("Duy trì thứ hạng thuộc tốp 15 cả nước về chuyển đổi số.", True),
    ("Tiếp tục giữ vững nhóm 25 tỉnh dẫn đầu về chuyển đổi số.", True),
    ("Về chuyển đổi số, duy trì trong top 30.", True),
    ("Giữ được vị trí trong nhóm đầu 10 địa phương về DTI.", True),
    ("Giữ vững vị trí trong nhóm 35 tỉnh dẫn đầu về DTI.", False),
    ("Phấn đấu vào nhóm 20 tỉnh dẫn đầu về DTI.", False),
    ("Về chuyển đổi số, giữ vững nhóm 5 tỉnh đứng đầu khu vực.", False),
]


@pytest.mark.parametrize(("text", "off"), KEPT)
def test_groups_to_stay_in(text: str, off: bool, tmp_path: Path) -> None:
    body = f"I. KẾT QUẢ\n\nChỉ số DTI năm 2023 của tỉnh xếp thứ 34/63.\n\nII. MỤC TIÊU\n\n{text}\n"
    assert bool(told("kept-above-result", body, tmp_path)) == off


@pytest.mark.parametrize(
    ("one", "two", "off"),
    [
        (
            "Xã, phường, thị trấn (121/121) có cáp quang.",
            "100% UBND cấp xã (124/124) có mạng.",
            True,
        ),
        ("Cáp quang đến tất cả các xã, thị trấn (88/88).", "UBND cấp xã (90/90) lập kế hoạch.", True),
        (
            "Xã, phường, thị trấn (121/121) có cáp quang.",
            "100% UBND cấp xã (121/121) có mạng.",
            False,
        ),
        ("Xã, phường, thị trấn (121/121) có cáp quang.", "Có 98 xã, phường đạt chuẩn.", False),
    ],
)
def test_communes_all_in_brackets(one: str, two: str, off: bool, tmp_path: Path) -> None:
    assert bool(told("count-stated-twice", f"{one}\n\n{two}\n", tmp_path)) == off
