"""Targets to keep what was not yet reached; tiers with other marks; headings I, II … against their number."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

KEPT = [
    ("Duy trì 95% hồ sơ đúng hạn (năm 2023: 91%).", True),
    ("Giữ vững 100% xã có tổ công nghệ số cộng đồng (năm 2023 đạt 97%).", True),
    ("Tiếp tục duy trì 98% doanh nghiệp nộp thuế điện tử (năm 2023: 96,5%).", True),
    ("Giữ nguyên 80% hộ có cáp quang (năm 2023 là 74%).", True),
    ("Duy trì trên 90% văn bản có ký số (kết quả năm 2023: 85%).", True),
    ("Duy trì 95% hồ sơ đúng hạn (năm 2023: 95,4%).", False),
    ("Duy trì và nâng tỷ lệ hồ sơ đúng hạn lên 95% (năm 2023: 91%).", False),
    ("95% hồ sơ đúng hạn (năm 2023: 91%).", False),
]


@pytest.mark.parametrize(("text", "off"), KEPT)
def test_kept_above_what_was_reached(text: str, off: bool, tmp_path: Path) -> None:
    assert bool(told("kept-above-result", f"I. MỤC TIÊU CỤ THỂ\n\n- {text}\n", tmp_path)) == off


TIERS = [
    ("Văn phòng UBND tinh kiểm tra hằng tháng.", "UBND tỉnh"),
    ("Báo cáo HĐND huyên trước ngày 10/12.", "HĐND huyện"),
    ("Giao UBND xả rà soát danh sách.", "UBND xã"),
    ("Công an tĩnh rà soát việc này.", "Công an tỉnh"),
    ("Ủy ban nhân dân phuờng niêm yết thủ tục.", "Ủy ban nhân dân phường"),
    ("Văn phòng UBND tỉnh kiểm tra hằng tháng.", None),
    ("UBND Phương Liên kiểm tra hằng tháng.", None),
    ("Cơ chế của UBND tính theo số hộ.", None),
]


@pytest.mark.parametrize(("text", "right"), TIERS)
def test_tiers_with_other_marks(text: str, right: str | None, tmp_path: Path) -> None:
    found = [message for message in told("unit-name-differs", f"{text}\n", tmp_path) if "cấp" not in message]
    assert bool(found) == (right is not None) and all(str(right) in message for message in found)


@pytest.mark.parametrize(
    ("opening", "count", "off"),
    [
        ("Chương trình gồm 05 nhóm nhiệm vụ dưới đây.", 6, True),
        ("Tập trung 4 nhóm giải pháp sau:", 3, True),
        ("Triển khai 03 nội dung trọng tâm sau đây:", 4, True),
        ("Đề án có 6 lĩnh vực như sau:", 5, True),
        ("Thực hiện 05 nhiệm vụ chủ yếu sau:", 4, True),
        ("Chương trình gồm 06 nhóm nhiệm vụ dưới đây.", 6, False),
        ("Chương trình gồm 15 nhóm nhiệm vụ dưới đây.", 6, False),
    ],
)
def test_headings_against_their_number(opening: str, count: int, off: bool, tmp_path: Path) -> None:
    names = ["NHẬN THỨC SỐ", "THỂ CHẾ SỐ", "HẠ TẦNG SỐ", "CHÍNH QUYỀN SỐ", "KINH TẾ SỐ", "XÃ HỘI SỐ"][:count]
    romans = ["I", "II", "III", "IV", "V", "VI"]
    work = "Các phòng rà soát, lập danh mục."
    heads = "\n\n".join(f"{r}. {n}\n\n{work}" for r, n in zip(romans, names, strict=False))
    body = (
        f"B. NỘI DUNG\n\n{opening}\n\n{heads}\n\nC. TỔ CHỨC THỰC HIỆN\n\nI. PHÂN CÔNG\n\nCác sở phối hợp.\n"
    )
    assert bool(told("list-count", body, tmp_path)) == off
