"""Units told to lead what the annex gives to another unit or to nobody; units that only share a heading."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told

_ANNEX = (
    "\n\nPHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n\n| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn |\n"
    "|---|---|---|---|---|\n| 1 | Cấp chữ ký số cá nhân | Sở Nội vụ | Công an tỉnh | Tháng 6/2024 |\n"
    "| 2 | Phát triển cáp quang | Sở Tài chính | Sở Công Thương | Tháng 7/2024 |\n"
    "| 3 | Lập hồ sơ sức khỏe điện tử | Sở Y tế | Công an tỉnh | Tháng 9/2024 |\n"
    "| 4 | Đào tạo kỹ năng số | Sở Nội vụ | Tỉnh đoàn | Tháng 10/2024 |\n"
)
_BODY = HEAD + "V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính\n\n- Bố trí kinh phí.\n\n2. {}\n\n- {}\n{}"

ROWS = [
    ("Sở Y tế", "Chủ trì nhiệm vụ số 4 tại Phụ lục I.", True),
    ("Sở Công Thương", "Chủ trì thực hiện nhiệm vụ số 2 tại Phụ lục I.", True),
    ("Công an tỉnh", "Chủ trì các nhiệm vụ số 1 và 3 của Phụ lục I.", True),
    ("Sở Tư pháp", "Chủ trì triển khai nhiệm vụ thứ 3 trong Phụ lục I.", True),
    ("Sở Nội vụ", "Chủ trì các nhiệm vụ số 1, 2 tại Phụ lục I.", True),
    ("Sở Nội vụ", "Chủ trì các nhiệm vụ số 1, 4 tại Phụ lục I.", False),
    ("Sở Y tế", "Chủ trì nhiệm vụ số 3 tại Phụ lục I.", False),
    ("Sở Y tế", "Chủ trì nhiệm vụ số 4 tại Phụ lục II.", False),
    ("Sở Y tế", "Phối hợp thực hiện nhiệm vụ số 4 tại Phụ lục I.", False),
]


@pytest.mark.parametrize(("unit", "work", "wrong"), ROWS)
def test_rows_led_by_others(unit: str, work: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("lead-stated-twice", _BODY.format(unit, work, _ANNEX), tmp_path)) == wrong


GIVEN = [
    ("Liên minh Hợp tác xã tỉnh", "Chủ trì thực hiện các chỉ số được phân công tại Phụ lục I.", True),
    ("Sở Tư pháp", "Chủ trì các nhiệm vụ tại Phụ lục I.", True),
    ("Thanh tra tỉnh", "Chủ trì triển khai các nhiệm vụ được giao tại Phụ lục I.", True),
    ("Bưu điện tỉnh", "Chủ trì các nội dung được phân công trong Phụ lục.", True),
    ("Đài Phát thanh và Truyền hình tỉnh", "Chủ trì các nhiệm vụ nêu tại Phụ lục I.", True),
    ("Sở Y tế", "Chủ trì các nhiệm vụ tại Phụ lục I.", False),
    ("Tỉnh đoàn", "Chủ trì các nhiệm vụ được giao tại Phụ lục I.", False),
    ("Các sở, ban, ngành", "Chủ trì các nhiệm vụ được giao tại Phụ lục I.", False),
    ("Sở Tư pháp", "Chủ trì các nhiệm vụ tại Phụ lục của Quyết định số 12/QĐ-UBND.", False),
]


@pytest.mark.parametrize(("unit", "work", "wrong"), GIVEN)
def test_nothing_given_in_the_annex(unit: str, work: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("unit-without-work", _BODY.format(unit, work, _ANNEX), tmp_path)) == wrong


SHARED = [
    ("Công an xã, Ban Chỉ huy Quân sự xã", "Công an xã chủ trì thực hiện Đề án 06.", True),
    ("Phòng Kinh tế, Phòng Nội vụ", "Phòng Nội vụ mở các lớp tập huấn.", True),
    ("Trạm Y tế xã và Hội Phụ nữ xã", "Trạm Y tế xã lập sổ sức khỏe điện tử.", True),
    ("Sở Tư pháp, Thanh tra tỉnh", "Sở Tư pháp số hóa sổ hộ tịch.", True),
    ("Đoàn Thanh niên xã; Hội Nông dân xã", "Hội Nông dân xã đưa sản phẩm lên sàn.", True),
    ("Công an xã, Ban Chỉ huy Quân sự xã", "Công an xã chủ trì, phối hợp với Ban Chỉ huy Quân sự xã.", False),
    ("Công an xã, Ban Chỉ huy Quân sự xã", "Bảo đảm an ninh mạng trên địa bàn.", False),
    ("Phòng Văn hóa, Thể thao và Du lịch", "Phòng Văn hóa tuyên truyền.", False),
    ("Văn phòng HĐND và UBND xã", "Văn phòng HĐND và UBND xã tham mưu quy chế.", False),
]


@pytest.mark.parametrize(("head", "work", "wrong"), SHARED)
def test_units_that_share_a_heading(head: str, work: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("unit-without-work", _BODY.format(head, work, ""), tmp_path)) == wrong
