"""Codes that a text cites, in lists, ranges, groups and brackets."""

from __future__ import annotations

import time

import pytest

from extractor.catalog import Catalog
from extractor.catalog.cited import bracketed_codes, cited_codes

CATALOG = Catalog.default()

CITED: list[tuple[str, list[str]]] = [
    ("Theo dõi chỉ số 2.3.", ["2.3"]),
    ("Nhận các chỉ số 1.6, 1.9 và 2.7 của tỉnh", ["1.6", "1.9", "2.7"]),
    ("Trả lời về các mã 4.1; 4.2; mã 4.11", ["4.1", "4.2", "4.11"]),
    ("đầu mối của các chỉ số từ 7.4 đến 7.7", ["7.4", "7.5", "7.6", "7.7"]),
    ("các chỉ tiêu 6.15 - 6.18 và 6.20", ["6.15", "6.16", "6.17", "6.18", "6.20"]),
    ("chỉ số 3.6; các chỉ số từ 3.1 đến 3.3; chỉ số 8.8.3", ["3.6", "3.1", "3.2", "3.3", "8.8.3"]),
    ("chỉ số 5.12 (kể cả 5.12.4 và 5.12.6), 5.9", ["5.12", "5.12.4", "5.12.6", "5.9"]),
    ("các chỉ số từ 4.5 đến 4.9 (trừ 4.8)", ["4.5", "4.6", "4.7", "4.9"]),
    ("toàn bộ chỉ số thuộc nhóm 1, trừ chỉ số 1.10", [f"1.{n}" for n in range(1, 10)]),
    ("tất cả các chỉ tiêu nhóm Thể chế số", [f"2.{n}" for n in range(1, 12)]),
    (
        "Phụ trách toàn bộ nhóm chỉ số 1 (Nhận thức số), trừ chỉ số 1.10; 4.7 và 4.11",
        [*(f"1.{n}" for n in range(1, 10)), "4.7", "4.11"],
    ),
    ("chủ trì nhóm chỉ số 1 trừ các chỉ số 1.1, 1.2", [f"1.{n}" for n in range(3, 11)]),
    ("tất cả nhóm chỉ số Thể chế số", [f"2.{n}" for n in range(1, 12)]),
    ("nhóm chỉ số 8.8.1 (gồm 8.8.1.1 đến 8.8.1.3)", ["8.8.1", "8.8.1.1", "8.8.1.2", "8.8.1.3"]),
    ("Nâng điểm nhóm chỉ số 5 trong năm", []),
    ("Kéo cáp đến bản xa (3.3); mở lớp cho cán bộ [4.7]", ["3.3", "4.7"]),
    ("Ba mã dễ tăng điểm nhất là 2.6, 2.7 và 2.9", ["2.6", "2.7", "2.9"]),
    # what is no code
    ("Chi 3.5 tỷ đồng, đạt 4.5% và 2.3 điểm", []),
    ("chỉ số 5.1% của năm trước", []),
    ("chỉ số 12.7 và 3.99", []),
    ("các chỉ tiêu nhóm này tăng 5,2%", []),
    ("Kiến trúc phiên bản 2.0, cách mạng công nghiệp 4.0", []),
]


@pytest.mark.parametrize(("text", "codes"), CITED)
def test_cited_codes(text: str, codes: list[str]) -> None:
    assert cited_codes(text, CATALOG) == codes


def test_bracketed_codes() -> None:
    text = "(3.1) Người lớn dùng điện thoại thông minh: 70% (2023) [chỉ số 3.2, 3.3]"
    assert [codes for _, codes in bracketed_codes(text, CATALOG)] == [("3.1",), ("3.2", "3.3")]


@pytest.mark.parametrize(
    "text",
    ["chỉ số 1.1, " * 8000, "toàn bộ chỉ số nhóm 1, trừ chỉ số 1.2 " * 3000, "mã " + "1.1 và " * 20000,
     "(" * 30000 + "1.1", "chỉ số " * 20000, "trừ 1.1 " * 10000],
)  # fmt: skip
def test_long_text_takes_no_longer_than_its_length(text: str) -> None:
    began = time.perf_counter()
    cited_codes(text, CATALOG)
    assert time.perf_counter() - began < 5
