"""Places and shares that moved, ranks without a stroke: forms, and sound ones that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

PLACES = [
    ("Chỉ số PCI của tỉnh xếp hạng 48/63, tăng 05 bậc so với hạng 43/63 của năm 2022.", "giảm 5"),
    ("Năm 2023 tỉnh đứng thứ 21 trong 63 tỉnh, thành phố, tiến 06 bậc so với năm 2021 (thứ 25).", "tăng 4"),
    ("SIPAS xếp vị trí thứ 20, tụt 4 hạng so với vị trí thứ 26 năm 2022.", "tăng 6"),
    ("PAPI vươn lên 7 bậc, từ hạng 47 lên hạng 41 của cả nước.", "tăng 6"),
    ("Chỉ số cải cách hành chính tăng 3 bậc (từ vị trí 20/63 xuống vị trí 23/63).", "giảm 3"),
    ("Năm 2022 xếp thứ 37, năm 2023 xếp thứ 31, tăng 8 bậc.", "tăng 6"),
    ("Từ hạng 47 năm 2021 lên hạng 41 năm 2022, tăng 7 bậc.", "tăng 6"),
    ("Chỉ số PCI của tỉnh xếp hạng 43/63, tăng 05 bậc so với hạng 48/63 của năm 2022.", None),
    ("Năm 2022 xếp thứ 37, năm 2023 xếp thứ 29, tăng 8 bậc.", None),
    ("DTI xếp thứ 26, tăng 9 bậc so với năm 2020, trong đó Nhận thức số xếp thứ 12.", None),
    ("Tỉnh đứng thứ 21 trong 63 tỉnh, thành phố, tiến 04 bậc so với năm 2021 (thứ 25).", None),
]


@pytest.mark.parametrize(("text", "right"), PLACES)
def test_places(text: str, right: str | None, tmp_path: Path) -> None:
    messages = told("sentence-arithmetic", text + "\n", tmp_path)
    assert [f"{right} bậc" in m for m in messages] == ([True] if right else [])


SHARES = [
    ("Tỷ lệ xã có mạng 5G đạt 58,6%, tăng 9,5 điểm phần trăm so với năm 2022 (50,2%).", "tăng 8,4"),
    ("Tỷ lệ hồ sơ số hóa đạt 60%; so với tỷ lệ 64,5% của cùng kỳ, tăng 4,5 điểm phần trăm.", "giảm 4,5"),
    ("Hồ sơ quá hạn là 4,5% (giảm 1 điểm phần trăm so với mức 3,5% của năm trước).", "tăng 1"),
    ("Tỷ lệ xã có sóng 5G tăng 12 điểm phần trăm, từ 30% năm 2022 lên 45% năm 2023.", "tăng 15"),
    ("Tỷ lệ chữ ký số từ 8% năm 2022 lên 15,5% năm 2023, tăng 6,5 điểm phần trăm.", "tăng 7,5"),
    ("Tỷ lệ hài lòng đạt 91,2%; cùng kỳ năm 2023 là 89,8%, tăng 2,4 điểm phần trăm.", "tăng 1,4"),
    ("Hộ dùng ví điện tử giảm 4,2 điểm phần trăm so với năm 2022 (40,2%), đạt 44,4%.", "tăng 4,2"),
    ("Tỷ lệ hồ sơ đạt 60%, tăng 15% so với năm 2022 (50%).", "tăng 10"),
    ("Tỷ lệ hài lòng đạt 91,2%; cùng kỳ năm 2023 là 89,8%, tăng 1,4 điểm phần trăm.", None),
    ("Tỷ lệ hồ sơ đạt 60%, tăng 20% so với năm 2022 (50%).", None),
    ("Kinh tế số đạt 12,8% GRDP, tăng 1,3 điểm phần trăm so với năm 2024 (11,5%).", None),
    ("Tỷ lệ đạt 66,7%, tăng 33,4 điểm phần trăm so với năm 2022 (33,3%).", None),
    ("Cấp 120 tài khoản, tăng 20% so với năm 2022. Tỷ lệ hộ nghèo 5%.", None),
]


@pytest.mark.parametrize(("text", "right"), SHARES)
def test_shares(text: str, right: str | None, tmp_path: Path) -> None:
    messages = told("sentence-arithmetic", text + "\n", tmp_path)
    assert [f"{right} điểm phần trăm" in m for m in messages] == ([True] if right else [])


RANKS = [
    ("DTI năm 2022 của tỉnh đứng thứ 41 trong 63 tỉnh, thành phố.",
     "Phấn đấu đưa DTI của tỉnh từ vị trí thứ 44 hiện nay vào nhóm 25 tỉnh dẫn đầu.", True),
    ("Năm 2023 chỉ số PAPI của tỉnh xếp thứ 12 trên 63 tỉnh.",
     "PAPI năm 2023 của tỉnh ở vị trí thứ 21/63.", True),
    ("Chỉ số SIPAS năm 2021 xếp hạng 40/63, năm 2022 xếp hạng 33/63.",
     "Từ vị trí 36 hiện tại, đưa SIPAS lên nhóm 20.", True),
    ("Chỉ số PCI năm 2023 đứng thứ 44 trong tổng số 63 địa phương.",
     "Với vị trí thứ 41 hiện nay, chỉ số PCI còn nhiều dư địa.", True),
    ("PAR INDEX năm 2023 của tỉnh xếp thứ 18 trong 63 tỉnh, thành phố.",
     "Kết quả PAR INDEX năm 2023 xếp hạng 28 trên tổng số 63 tỉnh.", True),
    ("DTI năm 2022 của tỉnh đứng thứ 41 trong 63 tỉnh, thành phố.",
     "Phấn đấu đưa DTI của tỉnh từ vị trí thứ 41 hiện nay vào nhóm 25 tỉnh dẫn đầu.", False),
    ("Năm 2023 chỉ số PAPI của tỉnh xếp thứ 12 trong tổng số 63 tỉnh.",
     "PAPI năm 2022 của tỉnh ở vị trí thứ 21/63.", False),
    ("DTI năm 2022 của tỉnh đứng thứ 41 trong 63 tỉnh.",
     "Tổng điểm DTI đạt 650 điểm; từ vị trí thứ 43 vươn lên nhóm 35 tỉnh.", True),
    ("Năm 2023 chỉ số PCI của tỉnh xếp hạng 27/63.", "PCI từ hạng 29 lên nhóm 20 tỉnh.", True),
    ("PAPI năm 2023 xếp thứ 12/63 tỉnh.", "Phấn đấu PAPI từ thứ 21 vào nhóm 10 tỉnh dẫn đầu.", True),
    ("SIPAS năm 2023 đứng thứ 50/63.", "Đưa SIPAS từ vị trí 51 phấn đấu vào tốp 30.", True),
    ("Chỉ số DTI năm 2023 xếp hạng 33 trên 63 tỉnh.", "DTI từ hạng 35 vươn lên tốp 28.", True),
    ("Năm 2023 chỉ số PCI của tỉnh xếp hạng 27/63.", "PCI từ hạng 27 lên nhóm 20 tỉnh.", False),
    ("Năm 2023 chỉ số PCI của tỉnh xếp hạng 27/63.", "DTI từ hạng 29 lên nhóm 20 tỉnh.", False),
    ("DTI năm 2023 xếp hạng 27/63.", "DTI đã từ hạng 31 vươn lên nhóm 30 tỉnh.", False),
    ("DTI năm 2023 xếp hạng 27/63.", "DTI từ hạng 31 vươn lên hạng 27.", False),
    ("DTI năm 2022 của tỉnh đứng thứ 41 trong 63 tỉnh.",
     "Cả nước hiện có thứ 34 nền tảng quốc gia; PCI đứng ở vị trí thứ 44 hiện nay.", False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "twice"), RANKS)
def test_ranks_without_a_stroke(first: str, second: str, twice: bool, tmp_path: Path) -> None:
    assert bool(told("rank-stated-twice", f"{first}\n\n{second}\n", tmp_path)) == twice
