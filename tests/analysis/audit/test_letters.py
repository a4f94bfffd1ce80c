"""Letters of items that come twice or skip one."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told

TWICE = [
    ("1. Hạ tầng", "a) Phủ sóng", "b) Kéo cáp", "b) Lắp trạm"),
    ("1. Hạ tầng", "a) Phủ sóng", "b) Kéo cáp", "c) Lắp trạm", "- Chủ trì: Sở Y tế.", "c) Mua máy"),
    ("1. Hạ tầng", "a. Phủ sóng", "b. Kéo cáp", "- Thời hạn: quý II.", "b. Lắp trạm", "c. Mua máy"),
    ("I. KỸ NĂNG", "(a) Mở lớp", "(b) In sách", "(b) Thi thử"),
    ("I. KỸ NĂNG", "a) Mở lớp", "b) In sách", "c) Thi thử", "d) Chấm thi", "d) Trao giải"),
]
SKIPPED = [
    ("1. Hạ tầng", "a) Phủ sóng", "c) Lắp trạm"),
    ("1. Hạ tầng", "a) Phủ sóng", "b) Kéo cáp", "d) Mua máy"),
    ("1. Hạ tầng", "a. Phủ sóng", "b. Kéo cáp", "c. Lắp trạm", "- Chủ trì: Sở Y tế.", "e. Mua máy"),
    ("I. KỸ NĂNG", "(a) Mở lớp", "(c) Thi thử"),
    ("I. KỸ NĂNG", "a) Mở lớp", "b) In sách", "c) Thi thử", "d) Chấm", "đ) Trao giải", "g) Tổng kết"),
    ("1. Kinh tế số", "a) 15% GRDP", "b) 80% hộ kinh doanh", "d) Mở 30 gian hàng"),
    ("2. Xã hội số", "a) 90% hộ có cáp quang", "c) 75% dân số có tài khoản"),
    ("1. Hạ tầng", "a. 100% xã có 4G", "b. 40 trạm 5G", "c. 12 điểm wifi", "e. Mua máy"),
    ("I. KỸ NĂNG", "(a) 12 lớp", "(b) 300 người", "(d) Thi thử"),
    ("3. Dữ liệu", "a) Số hóa", "b) 50.000 hồ sơ", "c) 12 kho", "d) 9 sở", "e) 4 xã", "h) 5 trường"),
]
SOUND = [
    ("1. Hạ tầng", "a) Phủ sóng", "b) Kéo cáp", "2. Kỹ năng", "b) Lắp trạm"),
    ("1. Hạ tầng", "a) Phủ sóng", "b) Kéo cáp", "c) Lắp trạm", "d) Mua máy", "e) Thuê kho"),
    ("1. Hạ tầng", "a) Phủ sóng", "a) Ở xã", "b) Ở thôn", "b) Kéo cáp", "c) Lắp trạm"),
    ("1. Hạ tầng", "a) Phủ sóng; b) Kéo cáp.", "c) Lắp trạm"),
    ("1. Hạ tầng", "a) Phủ sóng", "b) Kéo cáp", "a) Mở lớp", "b) In sách", "c) Thi thử"),
    ("1. Kinh tế số", "a) 15% GRDP", "b) 80% hộ kinh doanh", "c) 30 gian hàng", "d) 4 sàn"),
    ("1. Kỹ năng", "a) Phủ sóng", "b) Kéo cáp", "d.1) Lắp trạm", "d.2) Mua máy"),
    ("g) Phủ sóng", "h) Kéo cáp", "i) Lắp trạm", "k) Mua máy"),
]


def told_of(rule: str, lines: tuple[str, ...], folder: Path) -> list[str]:
    return told(rule, HEAD + "\n\n".join(lines) + "\n", folder)


@pytest.mark.parametrize("lines", TWICE)
def test_a_letter_used_twice(lines: tuple[str, ...], tmp_path: Path) -> None:
    assert len(told_of("numbering-repeat", lines, tmp_path)) == 1


@pytest.mark.parametrize("lines", SKIPPED)
def test_a_letter_left_out(lines: tuple[str, ...], tmp_path: Path) -> None:
    assert len(told_of("numbering-gap", lines, tmp_path)) == 1


@pytest.mark.parametrize("lines", SOUND)
def test_letters_in_order(lines: tuple[str, ...], tmp_path: Path) -> None:
    assert not told_of("numbering-repeat", lines, tmp_path)
    assert not told_of("numbering-gap", lines, tmp_path)
