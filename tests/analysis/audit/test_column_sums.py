"""Totals at the end or at the head of a row against the other figures of the row."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told
from .test_row_values import table

PARTS = ((12, 18, 20), (8, 11, 13), (5, 0, 9), (21, 30, 4), (3, 7, 6))
FORMS = [
    ("Nguồn vốn | Năm 2023 | Năm 2024 | Năm 2025 | Cộng (tỷ đồng)", "Nguồn {n} | {a} | {b} | {c} | {s}"),
    ("TT | Địa phương | Tổng số | Năm 2023 | Năm 2024 | Năm 2025", "{n} | Huyện {n} | {s} | {a} | {b} | {c}"),
    ("TT | Đơn vị | Xã | Phường | Thị trấn | Tổng cộng | Ghi chú", "{n} | Sở {n} | {a} | {b} | {c} | {s} | "),
    ("Nội dung | Quý I | Quý II | Quý III | Cả năm | Tổng", "Việc {n} | {a},5 | {b} | {c} | | {s},5"),
    ("STT | Lĩnh vực | Tổng | Tỉnh | Huyện | Xã | Tỷ lệ (%)", "{n} | Số {n} | {s} | {a} | {b} | {c} | 5{n}"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "form"), FORMS)
@pytest.mark.parametrize(("off", "wrong"), [((0, 2, 0, 0, 0), 1), ((0, 0, 0, 0, -1), 1),
                                            ((0, 0, 0, 0, 0), 0), ((1, 0, 2, 0, 3), 0)])  # fmt: skip
def test_totals_of_rows(head: str, form: str, off: tuple[int, ...], wrong: int, tmp_path: Path) -> None:
    rows = [
        form.format(n=n, a=a, b=b, c=c, s=a + b + c + more)
        for n, ((a, b, c), more) in enumerate(zip(PARTS, off, strict=True), 1)
    ]
    found = told("row-arithmetic", f"{HEAD}I. KẾT QUẢ\n\n{table(head, *rows)}", tmp_path)
    assert len(found) == wrong


SOUND = [
    ("TT | Đơn vị | Tổng số | Đạt | Khá | Giỏi", "{n} | Đơn vị {n} | {t} | {a} | {b} | {c}"),
    ("TT | Đơn vị | Năm 2023 | Năm 2024 | Năm 2025 | Mục tiêu", "{n} | Đơn vị {n} | {a} | {b} | {c} | 7{n}"),
]


@pytest.mark.parametrize(("head", "form"), SOUND)
def test_no_such_sum(head: str, form: str, tmp_path: Path) -> None:
    rows = [form.format(n=n, a=a, b=b, c=c, t=80 + n) for n, (a, b, c) in enumerate(PARTS, 1)]
    assert not told("row-arithmetic", f"{HEAD}I. KẾT QUẢ\n\n{table(head, *rows)}", tmp_path)
