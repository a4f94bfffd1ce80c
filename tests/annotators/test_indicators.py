"""Indicator phrases: trimmed of aims, lists split where the value holds for each member."""

from __future__ import annotations

import pytest

from extractor.annotators.indicators import (
    clean_indicator,
    head_noun_end,
    split_subjects,
    trim_lead,
    trim_tail,
)

CLEAN = [
    ("Mục tiêu chung: Tổng điểm của tỉnh đạt", "Tổng điểm của tỉnh"),
    ("tỷ lệ hộ có cáp quang (chỉ số 3.3) đạt", "tỷ lệ hộ có cáp quang"),
    ("loa truyền thanh (các chỉ số 1.9, 1.10)", "loa truyền thanh"),
    ("mức hài lòng (chỉ số thành phần 6.14)", "mức hài lòng"),
    ("máy trạm (trừ máy tại mục 3.1)", "máy trạm (trừ máy tại mục 3.1)"),
    ("Phấn đấu tỷ lệ hộ có cáp quang đạt ", "tỷ lệ hộ có cáp quang"),
    ("- Đến năm 2025, thuê bao 5G đạt trên", "thuê bao 5G"),
    ("trạm y tế có mạng;", "trạm y tế có mạng"),
    ("và chợ thu phí  điện tử.", "chợ thu phí điện tử"),
    ("số lớp học số đến hết năm 2024", "số lớp học số"),
    ("Giai đoạn 2024 - 2025, số vườn có mã vùng", "số vườn có mã vùng"),
]

SPLIT: list[tuple[str, list[str]]] = [
    (
        "hộ gia đình, tổ chức, doanh nghiệp được cấp địa chỉ số",
        [
            "hộ gia đình được cấp địa chỉ số",
            "tổ chức được cấp địa chỉ số",
            "doanh nghiệp được cấp địa chỉ số",
        ],
    ),
    (
        "học sinh và giáo viên có tài khoản học tập",
        ["học sinh có tài khoản học tập", "giáo viên có tài khoản học tập"],
    ),
    ("cán bộ, công chức được bồi dưỡng", ["cán bộ, công chức được bồi dưỡng"]),
    ("người dân và doanh nghiệp hài lòng", ["người dân và doanh nghiệp hài lòng"]),
    ("xã, phường, thị trấn có mạng", ["xã, phường, thị trấn có mạng"]),
    ("bệnh viện có phần mềm, máy chủ", ["bệnh viện có phần mềm, máy chủ"]),
    ("chợ", ["chợ"]),
    ("", [""]),
]


@pytest.mark.parametrize(("text", "expected"), CLEAN)
def test_clean_indicator(text: str, expected: str) -> None:
    assert clean_indicator(text) == expected


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_split_subjects(text: str, expected: list[str]) -> None:
    assert split_subjects(text) == expected


def test_trims_are_offsets() -> None:
    text = "xx Phấn đấu đạt hộ dân đạt tỷ lệ yy"
    start = trim_lead(text, 3, len(text) - 2)
    assert text[start:].startswith("hộ dân")
    end = trim_tail(text, start, len(text) - 2)
    assert text[start:end] == "hộ dân"


@pytest.mark.parametrize(("text", "head"), [("hộ dân được cấp mã", "hộ dân"), ("hộ dân", None), ("", None)])
def test_head_noun_end(text: str, head: str | None) -> None:
    end = head_noun_end(text)
    assert (text[:end] if end is not None else None) == head
