"""Targets counted by how far they are: against the verdicts of the table, against another sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import RESULTS
from .test_forms import told

HEAD = RESULTS.partition("| STT")[0]
TABLE = """
| TT | Chỉ tiêu | Đơn vị tính | Kế hoạch | Thực hiện | Đánh giá |
|---|---|---|---|---|---|
| I | Hạ tầng | | | | |
| 1 | Hộ có mạng cáp quang | % | 70 | 76 | Vượt |
| 2 | Thôn có sóng di động | % | 90 | 90 | Đạt |
| 3 | Người dân có sổ sức khỏe điện tử | % | 80 | 91 | Vượt |
| II | Dữ liệu | | | | |
| 4 | Tập dữ liệu mở | Tập | 40 | 22 | Chưa đạt |
| 5 | Hồ sơ được số hóa | % | 60 | 41 | Chưa đạt |
| 6 | Tỷ trọng kinh tế số | % | 12 | | Chưa có số liệu |
| 7 | Trường học dùng học bạ số | % | 50 | 50 | Đạt |
"""
LISTED = [
    ("Kế hoạch đề ra 07 chỉ tiêu: 05 chỉ tiêu đạt và vượt, 01 chỉ tiêu chưa đạt.", "5 chỉ tiêu đạt và vượt"),
    ("Năm nay tỉnh giao 8 chỉ tiêu; có 04 chỉ tiêu hoàn thành, 02 chỉ tiêu chưa đạt.", "8 chỉ tiêu,"),
    ("Có 4/7 chỉ tiêu đạt, vượt kế hoạch; 03 chỉ tiêu chưa hoàn thành.", "3 chỉ tiêu chưa đạt"),
    ("Đến nay 02 chỉ tiêu vượt, 03 chỉ tiêu đạt và 02 chỉ tiêu chưa đạt.", "3 chỉ tiêu đạt,"),
    ("Có 04 chỉ tiêu hoàn thành; 02 chỉ tiêu chưa có số liệu.", "2 chỉ tiêu chưa có số liệu"),
    ("Kế hoạch đề ra 07 chỉ tiêu: 04 chỉ tiêu đạt và vượt, 02 chỉ tiêu chưa đạt.", None),
    ("Đến nay 02 chỉ tiêu vượt, 02 chỉ tiêu đạt và 02 chỉ tiêu chưa đạt.", None),
    ("Kế hoạch đề ra 25 nhiệm vụ: 20 nhiệm vụ hoàn thành, 05 nhiệm vụ chưa hoàn thành.", None),
    ("Lĩnh vực dữ liệu có 01 chỉ tiêu đạt, 02 chỉ tiêu chưa đạt.", None),
    ("Có 02 chỉ tiêu đạt trên 90%, 01 chỉ tiêu đạt 50%.", None),
]


@pytest.mark.parametrize(("text", "what"), LISTED)
def test_verdicts_of_the_table(text: str, what: str | None, tmp_path: Path) -> None:
    messages = told("count-listed", f"{HEAD}I. KẾT QUẢ\n\n{text}\n{TABLE}", tmp_path)
    assert bool(messages) == (what is not None)
    assert what is None or any(what in message for message in messages)


def test_a_table_that_judges_some_rows_only(tmp_path: Path) -> None:
    text = "Kế hoạch đề ra 07 chỉ tiêu: 05 chỉ tiêu đạt và vượt, 01 chỉ tiêu chưa đạt."
    table = TABLE.replace("| 50 | Đạt |", "| 50 | |")
    assert not told("count-listed", f"{HEAD}I. KẾT QUẢ\n\n{text}\n{table}", tmp_path)


MAIN = "Kế hoạch đề ra 30 chỉ tiêu. Có 22 chỉ tiêu đạt và vượt, 08 chỉ tiêu chưa đạt."
TWICE = [
    ("- Còn 09 chỉ tiêu chưa đạt kế hoạch năm.", True),
    ("- 10 chỉ tiêu chưa đạt, chủ yếu về dữ liệu.", True),
    ("Tổng hợp chung: 23 chỉ tiêu đạt và vượt so với kế hoạch.", True),
    ("Đến nay còn 07 chỉ tiêu chưa hoàn thành.", True),
    ("Một số hạn chế: vẫn còn 11 chỉ tiêu chưa đạt.", True),
    ("- Còn 08 chỉ tiêu chưa đạt kế hoạch năm.", False),
    ("Trong đó có 02 chỉ tiêu chưa đạt do thiếu vốn.", False),
    ("Nguyên nhân của 03 chỉ tiêu chưa đạt là thiếu vốn.", False),
    ("Lĩnh vực xã hội số: 12 chỉ tiêu chưa đạt.", False),
    ("Năm trước có 12 chỉ tiêu chưa đạt.", False),
]


@pytest.mark.parametrize(("text", "twice"), TWICE)
def test_two_counts_of_those_reached(text: str, twice: bool, tmp_path: Path) -> None:
    body = f"{HEAD}I. KẾT QUẢ\n\n{MAIN}\n\nII. HẠN CHẾ\n\n{text}\n"
    assert bool(told("count-stated-twice", body, tmp_path)) == twice
