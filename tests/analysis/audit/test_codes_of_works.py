"""The one code beside a work, in a column of its own, against the work's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told
from .test_row_values import table

SOUND = [
    ("Hỗ trợ người dân mua điện thoại thông minh", "3.1"),
    ("Kéo cáp quang tới các thôn vùng sâu", "3.3"),
    ("Mở Cổng Dữ liệu mở với 40 bộ dữ liệu", "6.2"),
    ("Cấp chữ ký số cá nhân cho 30% người trưởng thành", "8.3"),
    ("Đưa nông sản lên sàn thương mại điện tử", "7.9"),
    ("Tổ chức 02 cuộc diễn tập trong năm", "5.9"),
]
WORKS = [
    ("Ứng dụng trí tuệ nhân tạo trong hoạt động của chính quyền số ở 05 sở", "7.9", True),
    ("Nâng tỷ lệ doanh nghiệp nộp thuế điện tử lên 99%", "8.1", True),
    ("Đưa 20 tổ công nghệ số cộng đồng đến cấp xã vào hoạt động", "6.14", True),
    ("Nâng tỷ lệ hộ gia đình có kết nối Internet băng rộng cáp quang", "5.4", True),
    ("Nâng tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử", "2.8", True),
    ("Ứng dụng trí tuệ nhân tạo trong hoạt động của chính quyền số ở 05 sở", "6.21", False),
    ("Nâng tỷ lệ doanh nghiệp nộp thuế điện tử lên 99%", "7.7", False),
    ("Kết nối dữ liệu của các sở qua trục LGSP", "6.6", False),
    ("Bố trí kinh phí cho kinh tế số", "7.11", False),
]
FORMS = [
    ("TT | Nhiệm vụ | Chỉ số thành phần | Cơ quan chủ trì", "{0} | {1} | {2} | Sở Y tế"),
    ("STT | Nội dung công việc | Chủ trì | Mã chỉ số liên quan", "{0} | {1} | Sở Nội vụ | {2}"),
]


@pytest.mark.parametrize(("work", "code", "wrong"), WORKS)
@pytest.mark.parametrize(("head", "form"), FORMS)
def test_code_beside_a_work(work: str, code: str, wrong: bool, head: str, form: str, tmp_path: Path) -> None:
    rows = [form.format(n, *row) for n, row in enumerate([*SOUND, (work, code)], 1)]
    found = told("code-of-another-indicator", f"{HEAD}PHỤ LỤC\n\n{table(head, *rows)}", tmp_path)
    assert [code in message for message in found] == ([True] if wrong else [])
