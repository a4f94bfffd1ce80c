"""Deadlines that leave the end open, for work that ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import task
from .test_forms import told
from .test_rules import found

OPEN = [
    ("Ban hành quy chế quản lý kho dữ liệu dùng chung", "Năm 2024 và các năm tiếp theo", True),
    ("Xây dựng, trình ban hành chính sách hỗ trợ chữ ký số", "Năm 2024 và những năm sau", True),
    ("Phê duyệt kiến trúc dữ liệu của tỉnh", "Năm 2024 và giai đoạn sau", True),
    ("Thành lập bộ phận ứng cứu sự cố của tỉnh", "Từ năm 2024 và các năm kế tiếp", True),
    ("Tham mưu ban hành bộ tiêu chí xã thông minh", "Năm 2024 - 2025 và giai đoạn tiếp theo", True),
    ("Lập đề án sắp xếp phòng máy chủ", "Đến khi hoàn thành", True),
    ("Tập huấn kỹ năng số cho thôn trưởng", "Năm 2024 và các năm tiếp theo", False),
    ("Ban hành kế hoạch tuyên truyền hằng năm", "Năm 2024 và các năm tiếp theo", False),
    ("Ban hành quy chế quản lý kho dữ liệu dùng chung", "Quý II/2024 và các năm tiếp theo", False),
    ("Ban hành quy chế quản lý kho dữ liệu dùng chung", "Trước ngày 30/6/2024 và các năm tiếp theo", False),
    ("Ban hành quy chế quản lý kho dữ liệu dùng chung", "Năm 2024", False),
    ("Xây dựng đời sống văn hóa số ở thôn", "Năm 2024 và các năm tiếp theo", False),
]


@pytest.mark.parametrize(("title", "due", "left_open"), OPEN)
def test_open_ends_of_work_that_ends(title: str, due: str, left_open: bool, tmp_path: Path) -> None:
    body = task(title, lead="Sở Tư pháp", due=due)
    assert bool(told("deadline-without-date", body, tmp_path)) == left_open


def test_what_could_be_due_is_quoted(tmp_path: Path) -> None:
    """A target that could be counted by a day stands beside the deadline that names none."""
    body = task("Cấp chữ ký số", goal="100% cán bộ có chữ ký số", lead="Sở Nội vụ", due="Thường xuyên")
    (finding,) = [f for f in found(body, tmp_path) if f.rule == "deadline-without-date"]
    assert finding.evidence[0].quote == "Thường xuyên"
    assert any("100%" in span.quote for span in finding.evidence)


def test_how_often_suits_what_goes_on(tmp_path: Path) -> None:
    body = task("Phát chuyên mục", goal="Phát tối thiểu 02 tin/tuần", lead="Sở Nội vụ", due="Thường xuyên")
    (finding,) = [f for f in found(body, tmp_path) if f.rule == "deadline-without-date"]
    assert not any("02 tin" in span.quote for span in finding.evidence)
