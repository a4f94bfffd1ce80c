"""What another sentence, task or column tells is not missing, nor does it belong here."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

WORK = "II. NHIỆM VỤ\n\n"
CHARGED = [
    (
        "Sở Nội vụ chủ trì, phối hợp Sở Y tế mở lớp. Sở Y tế chủ trì, phối hợp UBND cấp xã lập hồ sơ.",
        0,
    ),
    ("Công an tỉnh chủ trì cấp tài khoản. Sở Tư pháp chủ trì số hóa hộ tịch, phối hợp Công an tỉnh.", 0),
    ("Sở Nội vụ chủ trì, phối hợp Sở Nội vụ mở lớp.", 1),
]


@pytest.mark.parametrize(("text", "count"), CHARGED)
def test_units_of_other_sentences(text: str, count: int, tmp_path: Path) -> None:
    assert len(told("lead-also-supports", f"{WORK}- {text}\n", tmp_path)) == count
    assert not told("several-leads", f"{WORK}- {text}\n", tmp_path)


RESULTS = [
    ("Kết quả: tối thiểu 90% dân số trưởng thành có điện thoại thông minh.", False),
    ("Sản phẩm: 02 báo cáo trong năm.", False),
    ("Kết quả: mạng được mở rộng.", True),
]


@pytest.mark.parametrize(("line", "lacking"), RESULTS)
def test_a_result_with_a_figure_is_a_target(line: str, lacking: bool, tmp_path: Path) -> None:
    body = f"{WORK}Nhiệm vụ 1: Phát triển hạ tầng và thiết bị\n- {line}\n- Cơ quan chủ trì: Sở Công Thương.\n"
    assert bool(told("task-without-target", body, tmp_path)) == lacking


TABLE = "PHỤ LỤC\n\n"
TABLE += "| TT | Chỉ số | Điểm | Kết quả năm 2023 | Mục tiêu | Chủ trì | Thời hạn |\n"
TABLE += "|---" * 7 + "|\n"
ROW = "| 7.7 | Tỷ lệ doanh nghiệp nộp thuế điện tử | 10 | {} | {} | Cục Thuế tỉnh | {} |\n"


@pytest.mark.parametrize(("due", "lacking"), [("Tháng 12/2024", False), ("", True)])
def test_a_time_told_in_the_row_of_the_indicator(due: str, lacking: bool, tmp_path: Path) -> None:
    text = "- Cục Thuế tỉnh chủ trì duy trì tỷ lệ doanh nghiệp nộp thuế điện tử (chỉ số 7.7).\n\n"
    body = WORK + text + TABLE + ROW.format("9,8", "100%", due)
    found = [line for line in told("task-without-deadline", body, tmp_path) if "chủ trì duy trì" in line]
    assert bool(found) == lacking


@pytest.mark.parametrize(("result", "lacking"), [("9,8", False), ("", True)])
def test_a_result_beside_a_blank_target(result: str, lacking: bool, tmp_path: Path) -> None:
    other = ROW.replace("7.7", "7.6").replace("nộp thuế điện tử", "sử dụng hợp đồng điện tử")
    body = TABLE + ROW.format(result, "", "12/2024") + other.format("1", "40%", "12/2024")
    found = [line for line in told("indicator-without-baseline", body, tmp_path) if " 7.7 " in line]
    assert bool(found) == lacking
