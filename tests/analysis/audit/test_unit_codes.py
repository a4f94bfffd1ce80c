"""Tables of units and their indicators: numbers, codes given twice, units with none, two tables apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told
from .test_row_values import table

COUNTS = [
    ("TT | Đơn vị chủ trì | Chỉ số thành phần | Số chỉ số", "{n} | {unit} | {codes} | {count}", "03", True),
    ("STT | Cơ quan | Mã chỉ số phụ trách | Số lượng", "{n} | {unit} | {codes} | {count} chỉ số", "1", True),
    ("Sở, ngành | Số chỉ số | Chỉ số được giao", "{unit} | {count} | {codes}", "4", True),
    ("TT | Phòng, ban | Chỉ số theo dõi | Cộng | Ghi chú", "{n} | {unit} | {codes} | {count} | |", "5", True),
    ("Đơn vị | Tiêu chí phụ trách | Tổng số", "{unit} | {codes} | {count}", "3", True),
    ("TT | Đơn vị chủ trì | Chỉ số thành phần | Số chỉ số", "{n} | {unit} | {codes} | {count}", "02", False),
    ("Sở, ngành | Số chỉ số | Chỉ số được giao", "{unit} | {count} | {codes}", "2", False),
    ("TT | Cơ quan | Chỉ số | Số công chức", "{n} | {unit} | {codes} | 1{count}", "3", False),
]
UNITS = [("Sở Nội vụ", "4.5; 4.6; 4.7", "3"), ("Sở Công Thương", "7.9", "1"),
         ("Công an tỉnh", "8.1; 8.3", "2"),
         ("Sở Y tế", "8.4", "1"), ("Sở Tài chính", "2.6; 2.8", "")]  # fmt: skip


@pytest.mark.parametrize(("head", "form", "count", "wrong"), COUNTS)
def test_number_beside_the_codes(head: str, form: str, count: str, wrong: bool, tmp_path: Path) -> None:
    rows = [
        form.format(n=n, unit=unit, codes=codes, count=right or count)
        for n, (unit, codes, right) in enumerate(UNITS, 1)
    ]
    found = told("list-count", f"{HEAD}PHỤ LỤC\n\n{table(head, *rows)}", tmp_path)
    assert [("Sở Tài chính" in m) for m in found] == ([True] if wrong else [])


TWICE = [
    ("7.9; 7.10", "7.10", True), ("7.9, 7.10", "7.1, 7.10", True), ("7.8 - 7.10", "7.10", True),
    ("7.10", "7.3; 7.10; 7.11", True), ("7.9 và 7.10", "7.10", True),
    ("7.9", "7.10", False), ("7.7 - 7.9", "7.10", False), ("7.1", "7.10; 7.11; 7.12", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "wrong"), TWICE)
def test_a_code_given_to_two_units(one: str, two: str, wrong: bool, tmp_path: Path) -> None:
    rows = [
        f"{n} | {unit} | {codes}" for n, (unit, codes, _) in enumerate(UNITS, 1) if unit != "Sở Công Thương"
    ]
    rows += [f"6 | Sở Công Thương | {one}", f"7 | Sở Xây dựng | {two}"]
    body = table("TT | Cơ quan đầu mối | Chỉ số thành phần", *rows)
    found = [m for m in told("lead-stated-twice", f"{HEAD}PHỤ LỤC\n\n{body}", tmp_path) if "7.10" in m]
    assert bool(found) == wrong


def test_units_that_share_their_indicators(tmp_path: Path) -> None:
    rows = [f"{n} | {unit} | {codes}; 1.1; 1.2; 1.3" for n, (unit, codes, _) in enumerate(UNITS, 1)]
    body = table("TT | Cơ quan | Chỉ số thành phần", *rows)
    assert not told("lead-stated-twice", f"{HEAD}PHỤ LỤC\n\n{body}", tmp_path)


def test_codes_that_a_unit_helps_with_are_no_second_lead(tmp_path: Path) -> None:
    rows = [f"{n} | {unit} | {codes} | 7.9; 8.1" for n, (unit, codes, _) in enumerate(UNITS, 1)]
    body = table("TT | Cơ quan | Chỉ số chủ trì | Chỉ số phối hợp", *rows)
    assert not told("lead-stated-twice", f"{HEAD}PHỤ LỤC\n\n{body}", tmp_path)


NONE = [
    ("TT | Cơ quan đầu mối | Chỉ số thành phần | Số lượng", "6 | Sở Tư pháp | | |", True),
    ("TT | Đơn vị | Mã chỉ số | Tổng số", "6 | Thanh tra tỉnh | | |", True),
    ("TT | Đơn vị chủ trì | Chỉ số phụ trách | Cộng", "6 | Ban Dân tộc | | |", True),
    ("TT | Sở, ban, ngành | Tiêu chí được giao | Số tiêu chí", "6 | Sở Ngoại vụ | | |", True),
    ("TT | Cơ quan chịu trách nhiệm | Chỉ số | Số chỉ số", "6 | Cục Thuế tỉnh | | |", True),
    ("TT | Cơ quan đầu mối | Chỉ số thành phần | Số lượng", "II | Các cơ quan khác | | |", False),
    ("TT | Cơ quan đầu mối | Chỉ số thành phần | Số lượng", "6 | Sở Tư pháp | | 0", False),
    ("TT | Cơ quan đầu mối | Chỉ số thành phần | Số lượng", "6 | Sở Tư pháp | Không | 0", False),
    ("TT | Cơ quan đầu mối | Chỉ số thành phần | Số lượng", " | Tổng cộng | | 9", False),
    ("TT | Cơ quan đầu mối | Chỉ số thành phần | Số lượng", "6 | Sở Tư pháp | 2.10 | 1", False),
]


@pytest.mark.parametrize(("head", "last", "wrong"), NONE)
def test_a_unit_without_a_code(head: str, last: str, wrong: bool, tmp_path: Path) -> None:
    rows = [f"{n} | {unit} | {codes} | {right or 2}" for n, (unit, codes, right) in enumerate(UNITS, 1)]
    assert bool(told("row-incomplete", f"{HEAD}PHỤ LỤC\n\n{table(head, *rows, last)}", tmp_path)) == wrong


UNKNOWN = [
    ("5.17", True),
    ("5.15; 5.16", True),
    ("3.9", True),
    ("6.27", True),
    ("5.12", False),
    ("9.1", False),
]


@pytest.mark.parametrize(("code", "wrong"), UNKNOWN)
def test_codes_that_there_are_not(code: str, wrong: bool, tmp_path: Path) -> None:
    many = "6.1; 6.2; 6.3; 6.4; 6.5; 6.6; 6.7; 6.8; 6.9; 6.10; 6.11; 6.12"
    rows = [f"{n} | {unit} | {codes}" for n, (unit, codes, _) in enumerate(UNITS, 1)]
    rows += [f"6 | Văn phòng UBND tỉnh | {many}", f"7 | Bộ Chỉ huy Quân sự tỉnh | {code}"]
    body = table("TT | Cơ quan | Chỉ số thành phần", *rows)
    assert bool(told("code-not-in-catalog", f"{HEAD}PHỤ LỤC\n\n{body}", tmp_path)) == wrong


APART = [("Sở Công Thương", "Sở Xây dựng", True), ("Sở Y tế", "Sở Nội vụ", True),
         ("Công an tỉnh", "Sở Y tế", True),
         ("Sở Công Thương", "Sở Công Thương", False), ("Sở Y tế", "Sở Y tế; Sở Nội vụ", False),
         ("Sở Công Thương", "Các cơ quan liên quan", False)]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "wrong"), APART)
def test_leads_in_two_tables(one: str, two: str, wrong: bool, tmp_path: Path) -> None:
    many = [(unit, code) for unit, codes, _ in UNITS for code in codes.split("; ")] + [
        ("Văn phòng UBND tỉnh", f"6.{n}") for n in range(1, 5)
    ]
    works = [
        f"{n} | Việc thứ {n} của tỉnh trong năm | {code} | {unit}" for n, (unit, code) in enumerate(many, 1)
    ]
    works.append(f"20 | Lắp trạm thu phát ở các xã vùng sâu | 3.1 | {two}")
    given: dict[str, list[str]] = {}
    for unit, code in (*many, (one, "3.1")):
        given.setdefault(unit, []).append(code)
    rows = [f"{n} | {unit} | {'; '.join(codes)}" for n, (unit, codes) in enumerate(given.items(), 1)]
    body = table("TT | Nhiệm vụ | Chỉ số | Cơ quan chủ trì", *works)
    body = f"{HEAD}PHỤ LỤC I\n\n{body}\nPHỤ LỤC II\n\n{table('TT | Cơ quan | Chỉ số thành phần', *rows)}"
    found = [m for m in told("lead-stated-twice", body, tmp_path) if "3.1" in m]
    assert bool(found) == wrong
