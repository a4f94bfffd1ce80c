"""Means, growths and verdicts told in a sentence: forms, and sound ones that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

SENTENCES = [
    ("Mở 12 lớp cho 360 nông dân, bình quân 35 nông dân/lớp.", True),
    ("Có 50 xã với 1.500 tổ viên, trung bình 25 tổ viên mỗi xã.", True),
    ("Năm 2022 có 800 giao dịch, năm 2023 có 1.000 giao dịch, tăng 35%.", True),
    ("Số điểm giao dịch tăng từ 200 điểm năm 2022 lên 260 điểm năm 2023, tăng 20%.", True),
    ("Từ 400 hồ sơ giấy xuống 100 hồ sơ giấy, giảm 65%.", True),
    ("Tỷ lệ hộ dùng ví điện tử đạt 65%, vượt chỉ tiêu 70%.", True),
    ("Tỷ lệ trường có phòng máy đạt 91%, chưa đạt mục tiêu 90%.", True),
    ("Hồ sơ số hóa đạt 55,5%, vượt so với kế hoạch đề ra là 60%.", True),
    ("Huyện có 152 thôn, trong đó 140 thôn có mạng 4G, đạt 95,5%.", True),
    ("Trong số 320 hộ kinh doanh, có 208 hộ kinh doanh nộp thuế điện tử, chiếm 75%.", True),
    ("Mở 12 lớp cho 360 nông dân, bình quân 30 nông dân/lớp.", False),
    ("Năm 2022 có 800 giao dịch, năm 2023 có 1.000 giao dịch, tăng 25%.", False),
    ("Năm 2022 có 800 giao dịch, năm 2023 có 1.000 giao dịch, tăng 35% so với kế hoạch.", False),
    ("Tỷ lệ hộ dùng ví điện tử đạt 65%, vượt kế hoạch 5%.", False),
    ("Tỷ lệ hồ sơ quá hạn đạt 35%, vượt mục tiêu 40%.", False),
    ("Huyện có 152 thôn, trong đó 140 thôn có mạng 4G, đạt 92,1%.", False),
    ("Trong số 320 hộ kinh doanh, có 208 hộ kinh doanh nộp thuế điện tử, chiếm 65%.", False),
]


@pytest.mark.parametrize(("text", "wrong"), SENTENCES)
def test_sentences(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("sentence-arithmetic", text + "\n", tmp_path)) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Số thủ tục nộp trực tuyến là 8.400/12.000, đạt tỷ lệ 80%.", True),
        ("Nộp qua mạng 155/310, đạt 60%.", True),
        ("Số thủ tục nộp trực tuyến là 8.400/12.000, đạt tỷ lệ 70%.", False),
        ("Tỉnh xếp hạng 25/63, đạt 62,5%.", False),
        ("Tổ chức ngày 10/12, đạt 80% số người mời.", False),
    ],
)
def test_ratios_without_a_noun(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("ratio-against-percent", text + "\n", tmp_path)) == wrong
