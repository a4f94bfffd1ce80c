"""Letters that only look like the right ones change no record but the letters quoted."""

from __future__ import annotations

import pytest

from extractor import extract
from extractor.sources.text import read_text

PLAN = """ỦY BAN NHÂN DÂN
TỈNH ĐỒNG NAI
Số: 12/KH-UBND
Đồng Nai, ngày 05 tháng 02 năm 2024
KẾ HOẠCH
Phát triển thư viện số tỉnh Đồng Nai năm 2024
I. MỤC TIÊU
1. Đến năm 2025, tối thiểu 80% thư viện huyện được kết nối mạng.
2. Đạt 100% trường học có tủ sách điện tử.
II. NHIỆM VỤ
1. Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp UBND thành phố Biên Hòa lập đề án trước ngày 30/6/2024.
2. Đài Phát thanh và Truyền hình Đồng Nai giới thiệu thư viện số trong quý II/2024.
"""
ALIKE = {
    "Icelandic Ð": str.maketrans("Đđ", "Ðð"),
    "Cyrillic а, о, е": str.maketrans("aoe", "аое"),
    "full-width digits": str.maketrans("0123456789%", "０１２３４５６７８９％"),
}


@pytest.mark.parametrize("name", ALIKE)
def test_look_alikes(name: str) -> None:
    table = ALIKE[name]
    back = {to: source for source, to in table.items()}
    text = PLAN if name != "full-width digits" else PLAN.replace("80%", "80%".translate(table))
    worn = text if name == "full-width digits" else text.translate(table)
    records = extract(read_text(worn, "a.txt")).model_dump_json().translate(back)
    assert records == extract(read_text(PLAN, "a.txt")).model_dump_json()
