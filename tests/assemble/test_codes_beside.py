"""Codes in brackets beside a value, before and behind it, and what "trên 100%" means."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import extract

HEAD = """ỦY BAN NHÂN DÂN TỈNH LONG AN
Số: 12/KH-UBND
Long An, ngày 20 tháng 02 năm 2023
KẾ HOẠCH
Nâng cao chỉ số chuyển đổi số năm 2023
I. MỤC TIÊU
"""


def targets(line: str, folder: Path) -> list[tuple[float | None, str | None, tuple[str, ...]]]:
    path = folder / "kh.txt"
    path.write_text(HEAD + line + "\n", "utf-8")
    return [(t.value, t.comparator, t.indicator_codes) for t in extract(path).targets if t.value is not None]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("- Tổng kinh phí chi cho an toàn thông tin (chỉ số 5.12) không dưới 3,6 tỷ đồng, kể cả huyện (5.9).",
         "5.12"),
        ("- Tỷ lệ hộ gia đình có cáp quang (3.3) đạt 80% theo cách tính mới (xem 3.2).", "3.3"),
        ("- Số tên miền quốc gia (7.10) tăng lên 1.500 tên miền, gắn với doanh nghiệp (7.5).", "7.10"),
        ("- 85% hộ gia đình có cáp quang (3.3).", "3.3"),
        ("- (3.1) Người trưởng thành có điện thoại thông minh: 88%.", "3.1"),
    ],
)  # fmt: skip
def test_the_code_of_what_is_measured(line: str, code: str, tmp_path: Path) -> None:
    assert [codes for _, _, codes in targets(line, tmp_path)][:1] == [(code,)]


def test_each_value_has_its_own(tmp_path: Path) -> None:
    line = "- 85% hộ gia đình có cáp quang (3.3), 90% người trưởng thành có điện thoại thông minh (3.1)."
    assert [(value, codes) for value, _, codes in targets(line, tmp_path)] == [(85, ("3.3",)), (90, ("3.1",))]


@pytest.mark.parametrize(
    ("words", "comparator"),
    [("trên 100% máy chủ", "eq"), ("trên 95% máy chủ", "gt"), ("tối thiểu 100% máy chủ", "ge")],
)
def test_on_all_of_them(words: str, comparator: str, tmp_path: Path) -> None:
    found = targets(f"- Cài phần mềm phòng, chống mã độc {words} của cơ quan nhà nước.", tmp_path)
    assert [c for _, c, _ in found] == [comparator]
