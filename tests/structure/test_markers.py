"""Markers of headings and items: style, label, and where the words behind them begin."""

from __future__ import annotations

import pytest

from extractor.structure.markers import marker_of

MARKERS = [
    ("Phần I. MỤC TIÊU", "part", "I"),
    ("PHỤ LỤC II", "annex", "II"),
    ("I. MỤC TIÊU", "roman", "I"),
    ("IV) Giải pháp", "roman", "IV"),
    ("A. Phần chung", "upper", "A"),
    ("1. Mục đích", "number", "1"),
    ("12. Sở Y tế", "number", "12"),
    ("1.1. Hạ tầng", "dotted1", "1.1"),
    ("1.2.3 Nền tảng", "dotted2", "1.2.3"),
    ("a) Nội dung", "letter", "a"),
    ("đ) Nội dung", "letter", "đ"),
    ("(1) Nội dung", "bracket", "1"),
    ("- Nội dung", "dash", ""),
    ("– Nội dung", "dash", ""),
    ("+ Nội dung", "plus", ""),
    ("* Nội dung", "star", ""),
    ("• Nội dung", "star", ""),
    ("Nội dung", "none", ""),
    ("", "none", ""),
    ("Điều 3. Trách nhiệm", "article", "3"),
    ("Thứ hai, mở rộng mạng lưới", "ordinal", "Thứ hai"),
    ("CHƯƠNG II: GIẢI PHÁP", "part", "II"),
    # a number under a letter or a Roman
    ("C.1. Mở lớp kỹ năng số", "dotted1", "C.1"),
    ("A.1 Mục đích", "dotted1", "A.1"),
    ("B.2.1. Dữ liệu số", "dotted2", "B.2.1"),
    ("Đ.3) Nền tảng", "dotted1", "Đ.3"),
    ("G.7: Công an tỉnh", "dotted1", "G.7"),
    ("I.1.2 Hạ tầng", "dotted2", "I.1.2"),
    ("IV.10. Đào tạo", "dotted1", "IV.10"),
    ("a.1) Nội dung", "bracket", "a.1"),
    ("b.2. Nội dung", "bracket", "b.2"),
    ("1/ Công bố dữ liệu", "number", "1"),
    ("12/ Sở Y tế", "number", "12"),
    ("(a) Nội dung", "letter", "a"),
    ("(đ) Nội dung", "letter", "đ"),
    ("(iv) Nội dung", "bracket", "iv"),
    # numbers that head nothing
    ("H.264 là chuẩn nén", "none", ""),
    ("A.5", "none", ""),
    ("12/15 huyện có tổ", "none", ""),
    ("12.500 hộ dân có cáp quang", "none", ""),
    ("30/9 là hạn báo cáo", "none", ""),
    ("V/v mở lớp kỹ năng số", "none", ""),
    ("I-2 là số hiệu cảng", "none", ""),
    ("III/2024.", "none", ""),  # the end of "quý III/2024" on a line of its own
    ("IV/năm 2025 xong.", "none", ""),
    ("III/ MỤC TIÊU", "roman", "III"),
    ("Biểu 2: Kết quả", "annex", "2"),
    ("Biểu số II", "annex", "II"),
    ("Mẫu số 3. Báo cáo", "annex", "3"),
    ("Biểu tổng hợp kết quả các chỉ tiêu:", "none", ""),
    ("Biểu diễn thống kê theo quý", "none", ""),
    ("Mẫu phiếu khảo sát", "none", ""),
]


@pytest.mark.parametrize(("text", "style", "label"), MARKERS)
def test_markers(text: str, style: str, label: str) -> None:
    found, mark, length = marker_of(text)
    assert (found, mark) == (style, label)
    assert 0 <= length <= len(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1.2. Hạ tầng", "Hạ tầng"),
        ("- Lắp trạm", "Lắp trạm"),
        ("(a) Mở lớp", "Mở lớp"),
        ("C.1. Lắp trạm", "Lắp trạm"),
        ("B.2.1 Mở lớp", "Mở lớp"),
        ("1/ Mở lớp", "Mở lớp"),
        ("Mở lớp", "Mở lớp"),
    ],
)
def test_words_behind_a_marker(text: str, words: str) -> None:
    assert text[marker_of(text)[2] :] == words
