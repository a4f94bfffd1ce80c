"""The year of past values, said once for the whole document."""

from __future__ import annotations

import pytest

from extractor.annotators.past_year import said_past_year

ROWS = [
    ("Giao chỉ tiêu như sau (mức trước chữ “lên” là kết quả năm 2023):", 2023),
    ("(số trong ngoặc là số liệu đến 31/12/2023)", 2023),
    ("Cột thứ ba là kết quả đạt được của năm 2022.", 2022),
    ("Các con số sau dấu gạch chéo là mức thực hiện năm 2023", 2023),
    ("Số liệu so sánh lấy theo kết quả công bố năm 2022.", 2022),
    ("Giá trị ban đầu là hiện trạng cuối năm 2023; đơn vị tính là %.", 2023),
    ("Số liệu là kết quả năm 2024 của tỉnh.", None),
    ("(số trong ngoặc là kết quả năm 2022) và (số có dấu sao là kết quả năm 2023)", None),
    ("Mục tiêu là nâng số xã có mạng năm 2023.", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "year"), ROWS)
def test_said_past_year(text: str, year: int | None) -> None:
    assert said_past_year(text, 2024) == year
