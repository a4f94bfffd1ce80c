"""Numbered items whose fields stand in labelled lines below them, in whatever words the labels are."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import Extraction, extract
from extractor.assemble.labels import label_of, past_label

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

Số: 15/KH-UBND

Lai Châu, ngày 10 tháng 01 năm 2024

KẾ HOẠCH
Chuyển đổi số tỉnh Lai Châu năm 2024

II. NHIỆM VỤ THEO TỪNG NỘI DUNG

Ghi chú: chữ viết tắt theo bảng ở cuối văn bản.

Nhóm Dữ liệu số

"""

WORDS = [
    ("Phải đạt", "Cơ quan chịu trách nhiệm", "Cùng phối hợp", "Mốc thời gian"),
    ("Mức cần đạt", "Nơi chủ trì", "Các bên hỗ trợ", "Hạn chót"),
    ("Chỉ tiêu đặt ra", "Cơ quan giữ vai trò đầu mối", "Các đơn vị cùng tham gia", "Dự kiến xong"),
    ("Mục tiêu đề ra", "Đơn vị được giao chủ trì", "Đơn vị cùng phối hợp", "Thời hạn cuối cùng"),
    ("Mức phấn đấu", "Bộ phận phụ trách chính", "Bên phối hợp", "Mốc phải hoàn thành"),
]
STYLES = [("1. {}.", "• "), ("a) {}.", "- "), ("1.1. {}.", "+ "), ("1) {};", "* ")]


def of(body: str, tmp_path: Path) -> Extraction:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(HEAD + body, encoding="utf-8")
    return extract(path)


def item(number: str, mark: str, words: tuple[str, ...], title: str, *values: str) -> str:
    fields = ("Năm 2023: đạt 41%.", "Cách làm: mở lớp tại chỗ.")
    lines = [fields[0], f"{words[0]}: {values[0]}.", fields[1]]
    lines += [f"{word}: {value}." for word, value in zip(words[1:], values[1:], strict=True)]
    return number.format(title) + "\n" + "".join(f"{mark}{line}\n" for line in lines) + "\n"


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize(("number", "mark"), STYLES)
def test_each_item_has_its_own_fields(words: tuple[str, ...], number: str, mark: str, tmp_path: Path) -> None:
    second = number.replace("1.1", "1.2").replace("1", "2", 1) if "1.1" not in number else "1.2. {}."
    second = second.replace("a)", "b)")
    found = of(
        item(number, mark, words, "Số hóa hồ sơ lưu trữ của các xã", "70% hồ sơ được số hóa",
             "Sở Nội vụ", "UBND cấp xã", "quý II/2024")
        + item(second, mark, words, "Mở dữ liệu dùng chung của ngành y tế", "85% bộ dữ liệu được mở",
               "Sở Y tế", "Sở Tài chính", "tháng 9/2024"),
        tmp_path,
    )  # fmt: skip
    told = [
        ([u.name for u in t.lead_units], [u.name for u in t.supporting_units], t.deadline and t.deadline.text)
        for t in found.tasks
    ]
    assert told == [
        (["Sở Nội vụ"], ["UBND cấp xã"], "quý II/2024"), (["Sở Y tế"], ["Sở Tài chính"], "tháng 9/2024"),
    ]  # fmt: skip
    assert [(g.value, g.task) for g in found.targets] == [(70, "t1"), (85, "t2")]
    assert [[(b.value, b.year) for b in g.baselines] for g in found.targets] == [[(41, 2023)], [(41, 2023)]]


NO_LABELS = [
    "Chủ trì, phối hợp: Sở A, Sở B",
    "Sở Nội vụ chủ trì: rà soát hồ sơ",
    "Hạn chế: thiếu người",
    "Nơi nhận: như trên",
    "Tổ chức lớp học: 12 lớp",
]


@pytest.mark.parametrize("text", NO_LABELS)
def test_other_words_before_a_colon(text: str) -> None:
    assert label_of(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "year", "past"),
    [("Năm 2023: đạt 41%", 2024, True), ("Kết quả năm 2022: 3 điểm", 2024, True),
     ("Năm 2024: đạt 41%", 2024, False), ("Năm 2025: đạt 41%", 2024, False),
     ("Năm 2023: đạt 41%", None, False), ("Năm học 2023: khai giảng", 2024, False)],
)  # fmt: skip
def test_a_past_year_is_a_label(text: str, year: int | None, past: bool) -> None:
    assert (past_label(text, 0, len(text), year) is not None) == past
