"""Numbers of districts and communes against tables that name all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD, OF_DISTRICT
from .test_forms import told
from .test_row_values import table

DISTRICTS = ("Thành phố Lai Châu", "Huyện Mường Tè", "Huyện Sìn Hồ", "Huyện Tân Uyên", "Huyện Than Uyên",
             "Huyện Phong Thổ", "Huyện Nậm Nhùn", "Huyện Tam Đường")  # fmt: skip
COMMUNES = ("Thị trấn Mường Tè", "Xã Bum Nưa", "Xã Bum Tở", "Xã Ka Lăng", "Xã Mù Cả", "Xã Pa Ủ", "Xã Tà Tổng")


def listed(
    head: str, form: str, names: tuple[str, ...], title: str = "Biểu 1. Kết quả các địa phương"
) -> str:
    rows = [form.format(n=n, name=name) for n, name in enumerate(names, 1)]
    return f"\n{title}\n\n{table(head, *rows, '| Tổng cộng | 99')}"


PLAIN = ("TT | Địa phương | Số tổ", "{n} | {name} | {n}")
OFFICE = ("Đơn vị | Số tổ | Hạng", "UBND {name} | 3{n} | {n}")
PROVINCES = [
    ("Sở Tài chính hướng dẫn 09 huyện, thị xã, thành phố lập dự toán.", PLAIN, True),
    ("Đã đánh giá 10/10 huyện, thành phố trong tỉnh.", PLAIN, True),
    ("Kiểm tra 09 đơn vị hành chính cấp huyện mỗi năm.", PLAIN, True),
    ("Tỉnh có 06 huyện và 01 thành phố.", PLAIN, True),
    ("UBND tỉnh giao 09 huyện, thành phố báo cáo hằng quý.", OFFICE, True),
    ("Đã đánh giá 08/08 huyện, thành phố trong tỉnh.", PLAIN, False),
    ("Tỉnh có 07 huyện và 01 thành phố.", OFFICE, False),
    ("Chương trình hỗ trợ 03 huyện, thành phố mỗi năm.", PLAIN, False),
    ("Có 07 huyện, thành phố đã hoàn thành.", PLAIN, False),
    ("Đã khảo sát 07/08 huyện, thành phố trong tỉnh.", PLAIN, False),
]


@pytest.mark.parametrize(("text", "form", "wrong"), PROVINCES)
def test_districts(text: str, form: tuple[str, str], wrong: bool, tmp_path: Path) -> None:
    body = f"{HEAD}I. KẾT QUẢ\n\n{text}\n{listed(*form, DISTRICTS)}"
    assert bool(told("count-listed", body, tmp_path)) == wrong


@pytest.mark.parametrize(
    "title", ["Các huyện chưa đạt", "Biểu 2. Một số địa phương tiêu biểu", "Danh sách địa phương thí điểm"]
)
def test_tables_of_some(title: str, tmp_path: Path) -> None:
    body = f"{HEAD}I. KẾT QUẢ\n\n{PROVINCES[0][0]}\n{listed(*PLAIN, DISTRICTS, title)}"
    assert not told("count-listed", body, tmp_path)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("Cả 08 xã, thị trấn đã có tổ công nghệ.", True), ("Huyện có 09 xã, thị trấn.", True),
     ("Cả 07 xã, thị trấn đã có tổ công nghệ.", False), ("Huyện có 14 xã, thị trấn.", False)],
)  # fmt: skip
def test_communes(text: str, wrong: bool, tmp_path: Path) -> None:
    body = OF_DISTRICT.format("Mường Tè") + f"\nI. KẾT QUẢ\n\n{text}\n{listed(*PLAIN, COMMUNES)}"
    assert bool(told("count-listed", body, tmp_path)) == wrong


def test_names_among_others(tmp_path: Path) -> None:
    rows = [f"{n} | {name} | {n}\n| {n}.1 | Xã số {n} | 1" for n, name in enumerate(DISTRICTS, 1)]
    body = f"{HEAD}I. KẾT QUẢ\n\n{PROVINCES[0][0]}\n\n{table(PLAIN[0], *rows)}"
    assert not told("count-listed", body, tmp_path)
