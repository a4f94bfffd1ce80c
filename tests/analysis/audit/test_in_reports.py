"""What a report tells of the time after it, aims in its second part, and captions of another day."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD, TAIL
from .test_forms import told

REPORT = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

Số: 90/BC-UBND

Lai Châu, ngày 16 tháng 12 năm 2024

BÁO CÁO
Kết quả chuyển đổi số năm 2024

I. KẾT QUẢ

{}

II. MỤC TIÊU NĂM 2025

{}
"""
HELD = [
    ("- Ngày 15/01/2025 tổ chức diễn tập ứng cứu sự cố.", True),
    ("a) Vào ngày 20/12/2024, Sở Y tế đã khai trương kho bệnh án.", True),
    ("Ngày 31/12/2024, tỉnh công bố 12 bộ dữ liệu mở.", True),
    ("- Ngày 18/12/2024 kiểm tra an toàn thông tin tại 05 xã.", True),
    ("Trong năm mở 03 lớp. Ngày 02/3/2025 nghiệm thu hệ thống hội nghị.", True),
    ("- Ngày 15/11/2024 tổ chức diễn tập ứng cứu sự cố.", False),
    ("- Ngày 15/01/2025 dự kiến tổ chức diễn tập ứng cứu sự cố.", False),
    ("- Ngày 15/01/2025 sẽ công bố 12 bộ dữ liệu mở.", False),
    ("- Kế hoạch diễn tập: ngày 15/01/2025 tổ chức tại huyện.", False),
]


@pytest.mark.parametrize(("text", "wrong"), HELD)
def test_held_after_the_report(text: str, wrong: bool, tmp_path: Path) -> None:
    body = REPORT.format(text, "Không.") + TAIL
    assert bool(told("cutoff-after-issue", body, tmp_path)) == wrong


def test_a_plan_tells_what_is_to_come(tmp_path: Path) -> None:
    body = f"{HEAD}I. KẾT QUẢ\n\n- Ngày 15/6/2024 tổ chức diễn tập ứng cứu sự cố.\n"
    assert not told("cutoff-after-issue", body, tmp_path)


LEVELS = [
    ("8. Nâng tỷ lệ hộ gia đình có cáp quang ở mức phù hợp.", True),
    ("2. Duy trì mức độ hài lòng của người dân ở mức cao.", True),
    ("- Bảo đảm kinh phí cho chuyển đổi số ở mức hợp lý.", True),
    ("- Giữ số sự cố được xử lý ở mức tốt nhất.", True),
    ("1. Phấn đấu năng suất lao động ở mức khá.", True),
    ("1. Cung cấp dịch vụ công ở mức độ 4.", False),
]


@pytest.mark.parametrize(("text", "vague"), LEVELS)
def test_levels_among_the_aims_of_a_report(text: str, vague: bool, tmp_path: Path) -> None:
    body = REPORT.format("Không.", text)
    rules = ("vague-target", "target-without-figure")
    assert any(told(rule, body, tmp_path) for rule in rules) == vague


def test_a_level_that_was_reached(tmp_path: Path) -> None:
    told_of = REPORT.format("- Duy trì mức độ hài lòng của người dân ở mức cao.", "1. Đạt 60%.")
    assert not told("vague-target", told_of, tmp_path)


NO_NUMBER = HEAD.replace("Số: 15/KH-UBND", "Số:      /KH-UBND")
CAPTIONS = [
    (NO_NUMBER, "(Kèm theo Kế hoạch số      /KH-UBND ngày 10 tháng 01 năm 2023 của UBND tỉnh)", True),
    (NO_NUMBER, "(Ban hành kèm theo Kế hoạch số ...../KH-UBND ngày 10/02/2024 của UBND tỉnh)", True),
    (NO_NUMBER, "Kèm theo Kế hoạch số: /KH-UBND ngày     tháng 01 năm 2023", True),
    (HEAD, "(Kèm theo Kế hoạch số      /KH-UBND ngày 01 tháng 10 năm 2024 của UBND tỉnh)", True),
    (HEAD, "(Kèm theo Kế hoạch số …/KH-UBND ngày …… tháng 3 năm 2024 của UBND tỉnh)", True),
    (NO_NUMBER, "(Kèm theo Kế hoạch số      /KH-UBND ngày 10 tháng 01 năm 2024 của UBND tỉnh)", False),
    (NO_NUMBER, "(Kèm theo Kế hoạch số      /KH-UBND ngày    tháng 01 năm 2024 của UBND tỉnh)", False),
    (NO_NUMBER, "(Kèm theo Quyết định số      /QĐ-UBND ngày 05 tháng 01 năm 2024 của UBND tỉnh)", False),
]


@pytest.mark.parametrize(("head", "caption", "wrong"), CAPTIONS)
def test_caption_of_another_day(head: str, caption: str, wrong: bool, tmp_path: Path) -> None:
    body = f"{head}Nội dung.\n{TAIL}\n\nPHỤ LỤC\n\n{caption}\n"
    assert bool(told("own-number-differs", body, tmp_path)) == wrong
