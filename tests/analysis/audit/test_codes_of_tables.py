"""Tables that list the catalog: codes left out, codes that there are not; selections and other numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.catalog import Catalog

from .cases import HEAD
from .test_forms import told
from .test_row_values import table
from .test_rules import found

ALL = [(i.code, i.name) for i in Catalog.default() if i.code.count(".") == 1]
FORMS = [
    ("Mã | Chỉ số | Điểm tối đa | Cơ quan đầu mối", "{} | {} | 10 | Sở Y tế"),
    ("TT | Tên chỉ số thành phần | Đơn vị chủ trì | Thời hạn", "{} | {} | Sở Y tế | 30/9/2024"),
    ("STT | Nội dung | Mục tiêu năm 2024", "{} | {} | 80%"),
    ("TT | Chỉ số | Đơn vị theo dõi | Ghi chú", "{} | {} | Sở Nội vụ |"),
    ("Mã chỉ số | Tên | Chủ trì", "{} | {} | Sở Tài chính"),
]


def body(head: str, form: str, left_out: tuple[str, ...] = (), renamed: str = "") -> str:
    rows = [
        form.format(renamed if code == "5.7" and renamed else code, name)
        for code, name in ALL
        if code not in left_out
    ]
    return f"{HEAD}PHỤ LỤC\n\n{table(head, *rows)}"


@pytest.mark.parametrize(("head", "form"), FORMS)
@pytest.mark.parametrize("out", [("2.9",), ("2.9", "7.10"), ("2.9", "4.5", "7.10"), ()])
def test_codes_left_out(head: str, form: str, out: tuple[str, ...], tmp_path: Path) -> None:
    assert len(told("numbering-gap", body(head, form, out), tmp_path)) == len(out)


@pytest.mark.parametrize(("head", "form"), FORMS)
def test_a_selection_may_leave_out_what_it_likes(head: str, form: str, tmp_path: Path) -> None:
    out = tuple(code for n, (code, _) in enumerate(ALL) if n % 3 == 1)
    assert not told("numbering-gap", body(head, form, out), tmp_path)


@pytest.mark.parametrize(("head", "form"), FORMS)
@pytest.mark.parametrize("code", ["5.17", "5.27", "5.70"])
def test_a_code_that_there_is_not(head: str, form: str, code: str, tmp_path: Path) -> None:
    text = body(head, form, renamed=code)
    assert [code in message for message in told("code-not-in-catalog", text, tmp_path)] == [True]
    assert not told("numbering-gap", text, tmp_path)


@pytest.mark.parametrize(("head", "form"), FORMS)
def test_numbers_of_its_own(head: str, form: str, tmp_path: Path) -> None:
    rows = [form.format(f"{a}.{b}", f"Việc số {b} của nhóm {a}") for a in range(1, 6) for b in range(1, 15)]
    assert not told("code-not-in-catalog", f"{HEAD}PHỤ LỤC\n\n{table(head, *rows)}", tmp_path)


def test_the_code_left_out_is_told(tmp_path: Path) -> None:
    found_here = found(body(*FORMS[0], ("2.9",)), tmp_path)
    assert [f.indicator_code for f in found_here if f.rule == "numbering-gap"] == ["2.9"]


HELP = [("", 1, True), ("", 2, False), ("-", 1, False), ("Không", 1, False), ("Sở Nội vụ", 1, False)]


@pytest.mark.parametrize(("cell", "times", "wrong"), HELP)
@pytest.mark.parametrize(
    "head",
    ["TT | Nhiệm vụ | Chủ trì | Cơ quan phối hợp | Thời hạn",
     "STT | Nội dung | Cơ quan chủ trì | Phối hợp | Thời gian",
     "TT | Công việc | Đơn vị chủ trì | Đơn vị phối hợp | Hạn hoàn thành"],
)  # fmt: skip
def test_the_one_work_that_nobody_helps_with(
    head: str, cell: str, times: int, wrong: bool, tmp_path: Path
) -> None:
    rows = [
        f"{n} | Lập quy chế {n} của ngành | Sở Y tế | {cell if n <= times else 'Sở Nội vụ'} | 30/9/2024"
        for n in range(1, 20)
    ]
    told_here = told("row-incomplete", f"{HEAD}PHỤ LỤC\n\n{table(head, *rows)}", tmp_path)
    assert any("phối hợp" in message for message in told_here) == wrong
