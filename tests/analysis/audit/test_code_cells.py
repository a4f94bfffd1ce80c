"""Codes that belong to another name: in any column of a table, before brackets in prose."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.catalog import Catalog

from .test_forms import told

CATALOG = Catalog.default()
SOUND = ["3.1", "3.2", "3.3", "5.5", "7.7"]


def grid(code: str, name: str, code_last: bool) -> str:
    """A table of sound rows and one more; the code in the first column or behind the name."""
    rows = [(c, CATALOG[c].name) for c in SOUND] + [(code, name)]
    head = "| TT | Tên | Mã | Kết quả |" if code_last else "| Mã | Tên | Kết quả | Ghi |"
    lines = [
        f"| {n} | {title} | {c} | {n}1% |" if code_last else f"| {c} | {title} | {n}1% | x |"
        for n, (c, title) in enumerate(rows, start=1)
    ]
    return "\n".join(["PHỤ LỤC\n", head, "| --- | --- | --- | --- |", *lines]) + "\n"


ROWS = [
    ("7.2", "Hồ sơ xử lý trực tuyến của tỉnh", True),
    ("1.2", "Doanh nghiệp sử dụng hợp đồng điện tử", True),
    ("1.4", "DVCTT phát sinh hồ sơ trực tuyến", True),
    ("6.19", "Người lao động được bồi dưỡng, tập huấn kỹ năng số", True),
    ("2.9", "Máy trạm cài đặt phòng, chống mã độc và chia sẻ với NCSC", True),
    ("6.12", "Hồ sơ xử lý trực tuyến của tỉnh", False),
    ("7.2", "Việc riêng của tỉnh không có trong bộ chỉ số", False),
    ("4.10", "Người lao động được tập huấn kỹ năng số", False),
]


@pytest.mark.parametrize("code_last", [False, True])
@pytest.mark.parametrize(("code", "name", "wrong"), ROWS)
def test_codes_of_rows(code: str, name: str, wrong: bool, code_last: bool, tmp_path: Path) -> None:
    assert bool(told("code-of-another-indicator", grid(code, name, code_last), tmp_path)) == wrong


NEAR = [
    ("4.8", "Sinh viên tốt nghiệp cao đẳng, đại học về chuyển đổi số", "4.9"),
    ("6.20", "Nền tảng trợ lý ảo phục vụ người dân, doanh nghiệp", "6.19"),
    ("4.5", "Công chức, viên chức chuyên trách, kiêm nhiệm về an toàn thông tin mạng", "4.6"),
    ("5.3", "Máy trạm của cơ quan nhà nước cài đặt phòng, chống mã độc", "5.4"),
    ("6.9", "Tỷ lệ DVCTT được cá thể hóa", "6.10"),
    ("3.1", "Hộ gia đình có người có điện thoại thông minh", "3.2"),
    ("5.4", "Máy trạm của cơ quan nhà nước cài đặt phòng, chống mã độc", None),
    ("5.4", "Thiết bị của cơ quan nhà nước cài đặt phòng, chống mã độc", None),
    ("6.19", "Nền tảng trợ lý ảo phục vụ doanh nghiệp", None),
    ("4.5", "Công chức, viên chức chuyên trách, kiêm nhiệm về chuyển đổi số cấp xã", None),
]


@pytest.mark.parametrize(("code", "name", "meant"), NEAR)
def test_codes_beside_their_neighbour(code: str, name: str, meant: str | None, tmp_path: Path) -> None:
    """Names that share most of their words."""
    messages = told("code-of-another-indicator", grid(code, name, code_last=False), tmp_path)
    assert [f"({meant})" in message for message in messages] == ([True] if meant else [])


BRACKETS = [
    ("Mở thêm điểm hỗ trợ theo chỉ số 3.5 (chữ ký số cá nhân của người trưởng thành).", True),
    ("Giao chỉ tiêu 2.4 (hồ sơ xử lý trực tuyến của các sở).", True),
    ("Tập trung chỉ số 1.6 (doanh nghiệp sử dụng hợp đồng điện tử).", True),
    ("Nâng chỉ số 7.3 (IP botnet được phát hiện, cảnh báo, xử lý).", True),
    ("Theo mã 6.2 (người lao động được bồi dưỡng kỹ năng số).", True),
    ("Mở thêm điểm hỗ trợ theo chỉ số 8.3 (chữ ký số cá nhân của người trưởng thành).", False),
    ("Theo chỉ số 6.2 (mở dữ liệu cho doanh nghiệp khởi nghiệp dùng).", False),
    ("Theo chỉ số 6.2 (đạt 4/10 điểm năm trước).", False),
]


@pytest.mark.parametrize(("text", "wrong"), BRACKETS)
def test_codes_before_brackets(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("code-of-another-indicator", text + "\n", tmp_path)) == wrong
