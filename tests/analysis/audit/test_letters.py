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
]
SOUND = [
    ("1. Hạ tầng", "a) Phủ sóng", "b) Kéo cáp", "2. Kỹ năng", "b) Lắp trạm"),
    ("1. Hạ tầng", "a) Phủ sóng", "b) Kéo cáp", "c) Lắp trạm", "d) Mua máy", "e) Thuê kho"),
    ("1. Hạ tầng", "a) Phủ sóng", "a) Ở xã", "b) Ở thôn", "b) Kéo cáp", "c) Lắp trạm"),
    ("1. Hạ tầng", "a) Phủ sóng; b) Kéo cáp.", "c) Lắp trạm"),
    ("1. Hạ tầng", "a) Phủ sóng", "b) Kéo cáp", "a) Mở lớp", "b) In sách", "c) Thi thử"),
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
