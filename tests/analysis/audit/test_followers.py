"""Units of a table of codes against those that lead the codes in the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told

WORKS = [
    ("3.3", "Hộ gia đình có cáp quang", "Sở Xây dựng"),
    ("4.6", "Công chức chuyên trách về an toàn thông tin", "Sở Nội vụ"),
    ("6.12", "Hồ sơ xử lý trực tuyến", "Văn phòng UBND tỉnh"),
    ("7.4", "Doanh nghiệp dùng nền tảng số", "Sở Tài chính"),
    ("8.3", "Chữ ký số cá nhân", "Công an tỉnh"),
]
BODY = "II. NHIỆM VỤ\n\n" + "".join(
    f"{n}. {name} (mã {code})\n\n- Mục tiêu: đạt 60%.\n\n- Chủ trì: {unit}; phối hợp: Sở Y tế.\n\n"
    for n, (code, name, unit) in enumerate(WORKS, 1)
)


def table(head: str, **others: str) -> str:
    rows = "".join(
        f"| {n} | {code} | {name} | {others.get('m' + code.replace('.', '_'), unit)} |\n"
        for n, (code, name, unit) in enumerate(WORKS, 1)
    )
    return f"Bảng giao việc\n\n| TT | Mã | Chỉ số | {head} |\n|---|---|---|---|\n{rows}"


TABLES = [
    (table("Cơ quan theo dõi", m6_12="Sở Nội vụ"), True),
    (table("Đơn vị chủ trì", m3_3="Sở Tài chính"), True),
    (table("Đơn vị đầu mối", m8_3="Sở Y tế"), True),
    (table("Cơ quan chịu trách nhiệm", m7_4="Sở Công Thương"), True),
    (table("Đơn vị được giao", m4_6="Sở Xây dựng"), True),
    (table("Cơ quan theo dõi"), False),
    (table("Cơ quan phối hợp", m6_12="Sở Nội vụ"), False),
    (table("Cơ quan theo dõi", m6_12="Sở Nội vụ", m3_3="Sở Nội vụ", m8_3="Sở Nội vụ"), False),
    (table("Cơ quan theo dõi", m6_12="Sở Nội vụ, Sở Y tế"), False),
]


@pytest.mark.parametrize(("below", "wrong"), TABLES)
def test_units_that_follow_codes(below: str, wrong: bool, tmp_path: Path) -> None:
    messages = told("lead-stated-twice", f"{HEAD}{BODY}{below}", tmp_path)
    assert bool(messages) == wrong
