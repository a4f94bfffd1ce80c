"""Hard-wrapped lines become logical ones."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.sources.lines import Line, join_lines, spaced_out


def joined(*lines: str) -> list[str]:
    return [line.text for line in join_lines(Line(text) for text in lines)]


WIDE = "Mở lớp kỹ năng số cho người dân ở các thôn trong toàn huyện"
ROWS: list[tuple[list[str], list[str]]] = [
    (["Nâng cấp hạ tầng số của", "tỉnh."], ["Nâng cấp hạ tầng số của tỉnh."]),
    (["Câu thứ nhất.", "Câu thứ hai."], ["Câu thứ nhất.", "Câu thứ hai."]),
    (["- Ý một", "- Ý hai"], ["- Ý một", "- Ý hai"]),
    (["- Ý một kéo", "dài thêm", "- Ý hai"], ["- Ý một kéo dài thêm", "- Ý hai"]),
    (["PHẦN CHUNG CỦA", "KẾ HOẠCH NĂM"], ["PHẦN CHUNG CỦA KẾ HOẠCH NĂM"]),
    (["KẾ HOẠCH", "PHÁT TRIỂN DỮ LIỆU MỞ"], ["KẾ HOẠCH", "PHÁT TRIỂN DỮ LIỆU MỞ"]),
    (["I.", "Mục tiêu"], ["I. Mục tiêu"]),
    (["1. Mục tiêu", "2. Yêu cầu"], ["1. Mục tiêu", "2. Yêu cầu"]),
    (["Giai đoạn 2021", "- 2025"], ["Giai đoạn 2021 - 2025"]),
    (["Phấn đấu đạt trên", "80% số xã"], ["Phấn đấu đạt trên 80% số xã"]),
    (["Đoạn một", "", "đoạn hai"], ["Đoạn một", "đoạn hai"]),
    (
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
    ),
    (["một", "-----", "Hai"], ["một", "Hai"]),
    # a label behind a full stop waits for its value on the next line
    ([WIDE + ". Thời gian:", "quý II/2024.", WIDE + "."], [WIDE + ". Thời gian: quý II/2024.", WIDE + "."]),
    ([WIDE + ". Chủ trì:", "Sở Y tế.", WIDE + "."], [WIDE + ". Chủ trì: Sở Y tế.", WIDE + "."]),
    (["1. Giải pháp. Nội dung:", "Mở lớp."], ["1. Giải pháp. Nội dung:", "Mở lớp."]),
    # a bracket that belongs to the sentence above
    (
        ["1. Mở loa số tối thiểu 02 lần/tuần", "(chỉ số 1.10)."],
        ["1. Mở loa số tối thiểu 02 lần/tuần (chỉ số 1.10)."],
    ),
    (["2. 80% hộ có mạng", "(năm 2023: 61%)."], ["2. 80% hộ có mạng (năm 2023: 61%)."]),
    (["Mọi văn bản", "(trừ văn bản mật) được ký số."], ["Mọi văn bản (trừ văn bản mật) được ký số."]),
    (["Mở lớp.", "(chỉ số 4.7)"], ["Mở lớp.", "(chỉ số 4.7)"]),
    (["KẾ HOẠCH", "(Kèm theo Quyết định số 5)"], ["KẾ HOẠCH", "(Kèm theo Quyết định số 5)"]),
    # a Roman number that ends the line above
    (
        ["Sở Y tế lập hồ sơ, hoàn thành đến hết quý", "III. Công an tỉnh phối hợp."],
        ["Sở Y tế lập hồ sơ, hoàn thành đến hết quý III. Công an tỉnh phối hợp."],
    ),
    (["Sở Y tế lập hồ sơ.", "III. KINH PHÍ"], ["Sở Y tế lập hồ sơ.", "III. KINH PHÍ"]),
    # a list of codes goes on
    (["1. Sở Y tế: các chỉ số 6.6, 6.7 và", "8.3. Xong."], ["1. Sở Y tế: các chỉ số 6.6, 6.7 và 8.3. Xong."]),
    (["Sở Y tế lo các chỉ số 4.1, 4.2,", "8.4 tại xã"], ["Sở Y tế lo các chỉ số 4.1, 4.2, 8.4 tại xã"]),
    (["Sở Y tế lo từ 6.8 đến", "6.14 và 8.8.3."], ["Sở Y tế lo từ 6.8 đến 6.14 và 8.8.3."]),
    (["Nội vụ phối hợp ở chỉ số", "5.12.1."], ["Nội vụ phối hợp ở chỉ số 5.12.1."]),
    (["Toàn bộ nhóm 3, trừ", "3.7."], ["Toàn bộ nhóm 3, trừ 3.7."]),
    (["1.1 Lớp học,", "1.2 Thư viện"], ["1.1 Lớp học,", "1.2 Thư viện"]),
    (["Các việc theo danh mục", "1.1. Lớp học"], ["Các việc theo danh mục", "1.1. Lớp học"]),
    (["Tại 4 xã, 2 phường,", "1. Mở lớp"], ["Tại 4 xã, 2 phường,", "1. Mở lớp"]),
    ([], []),
    (["", ""], []),
]


@pytest.mark.parametrize(("lines", "expected"), ROWS)
def test_join(lines: list[str], expected: list[str]) -> None:
    assert joined(*lines) == expected


def test_blank_lines_between_all_lines() -> None:
    """A portal that puts a blank line after every line also puts one inside its sentences."""
    lines = []
    for n in range(8):
        lines += [f"Câu {n} nói về việc kết nối các", "", "hệ thống của ngành.", ""]
    assert spaced_out(lines)
    assert joined(*lines) == [f"Câu {n} nói về việc kết nối các hệ thống của ngành." for n in range(8)]
    assert not spaced_out(["Một.", "", "Hai.", ""] * 5)


def test_bold_holds_only_for_whole_lines() -> None:
    (line,) = join_lines([Line("MỤC TIÊU CỦA", True), Line("KẾ HOẠCH NÀY", False)])
    assert not line.bold


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(alphabet="aăA1.,-– %()IVX;:", max_size=12), max_size=12))
def test_words_stay(lines: list[str]) -> None:
    before = "".join(c for line in lines for c in line if c.isalnum())
    assert "".join(c for line in joined(*lines) for c in line if c.isalnum()) == before
