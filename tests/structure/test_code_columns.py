"""Columns that tell by code which indicators a row is for, of numbers of indicators, of time limits."""

from __future__ import annotations

import pytest

from extractor.structure.annex import header_role, of_codes

from .test_annex import annex, words

COLUMNS = [
    ("Chỉ số thành phần", ["1.8", "3.1; 3.2; 3.3", "4.8", "5.12"], True),
    ("Chỉ số liên quan", ["2.6, 2.7", "8.8", "6.12"], True),
    ("Mã chỉ số DTI", ["7.1 và 7.2", "7.9"], True),
    ("Tiêu chí tác động", ["1.1; 1.2", "", "4.1.2; 4.1.3"], True),
    ("Thuộc chỉ tiêu", ["3.5.", "3.6; 3.7"], True),
    ("Mục tiêu năm 2024 của chỉ số", ["7.2", "8.5", "9.1"], False),
    ("Điểm chỉ số", ["7.2", "8.5", "9.1"], False),
    ("Giá trị chỉ số 2023", ["0.52", "0.61"], False),
    ("Chỉ số thành phần", ["Hạ tầng", "Nhân lực", "3.1"], False),
    ("Số lượng chỉ số", ["7.2", "8.5"], False),
    ("Thời hạn", ["6.12", "7.12"], False),
]


@pytest.mark.parametrize(("title", "values", "codes"), COLUMNS)
def test_codes_are_no_figures(title: str, values: list[str], codes: bool) -> None:
    assert of_codes(title, [value for value in values if value]) == codes


def test_codes_beside_tasks_are_no_targets() -> None:
    source, found = annex(
        ["TT", "Nội dung công việc", "Chỉ số liên quan", "Chủ trì", "Thời hạn"],
        ["1", "Mở lớp kỹ năng số cho cán bộ xã", "4.7; 4.10", "Sở Nội vụ", "Tháng 9/2024"],
        ["2", "Lắp camera giám sát ở chợ trung tâm", "3.6", "Sở Công Thương", "Quý IV/2024"],
    )
    assert [c.role for c in found.columns] == ["number", "name", "codes", "lead", "deadline"]
    assert [words(source, row, "codes") for row in found.rows] == [["4.7; 4.10"], ["3.6"]]


def test_codes_of_units_are_what_the_table_is_about() -> None:
    _, found = annex(
        ["TT", "Đơn vị chủ trì", "Chỉ số thành phần", "Số chỉ số"],
        ["1", "Sở Nội vụ", "4.5; 4.6", "02"],
        ["2", "Sở Tài chính", "2.6; 2.8; 5.12", "03"],
    )
    assert [c.role for c in found.columns] == ["number", "lead", "name", "quantity"]


HEADS = [
    ("Hạn cập nhật minh chứng", "deadline"), ("Hạn nộp tài liệu", "deadline"), ("Hạn hoàn thành", "deadline"),
    ("Hạn gửi số liệu", "deadline"), ("Hạn chót", "deadline"), ("Số chỉ số", "quantity"),
    ("Tổng số chỉ số", "quantity"), ("Mã số chỉ số", "number"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role"), HEADS)
def test_heads(text: str, role: str) -> None:
    assert header_role(text)[0] == role


@pytest.mark.parametrize("text", ["Tồn tại, hạn chế", "Quyền hạn", "Giới hạn", "Hạn mức"])
def test_limits_of_other_kinds(text: str) -> None:
    assert header_role(text)[0] != "deadline"
