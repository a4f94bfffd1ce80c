"""One work under two leads: its title bears a code in one place, not in the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

WORKS = [
    ("Kích hoạt chữ ký số cá nhân cho người dân", "Công an tỉnh",
     "kích hoạt chữ ký số cá nhân cho người dân", True),
    ("Phát triển hợp đồng điện tử trong doanh nghiệp", "Sở Công Thương",
     "phát triển hợp đồng điện tử trong doanh nghiệp nhỏ", True),
    ("Xây dựng kho dữ liệu dùng chung của tỉnh", "Văn phòng UBND tỉnh",
     "xây dựng kho dữ liệu dùng chung của tỉnh", True),
    ("Triển khai học bạ số tại các trường tiểu học", "Sở Giáo dục và Đào tạo",
     "triển khai học bạ số tại các trường tiểu học", True),
    ("Đưa nông sản lên sàn thương mại điện tử", "Sở Nông nghiệp và Phát triển nông thôn",
     "đưa nông sản lên sàn thương mại điện tử", True),
    ("Kích hoạt chữ ký số cá nhân cho người dân", "Sở Thông tin và Truyền thông",
     "kích hoạt chữ ký số cá nhân cho người dân", False),
    ("Triển khai học bạ số tại các trường tiểu học", "Sở Giáo dục và Đào tạo",
     "triển khai bệnh án điện tử tại các trạm y tế", False),
    ("Triển khai học bạ số tại các trường tiểu học", "Sở Giáo dục và Đào tạo",
     "triển khai học bạ số tại các trường trung học phổ thông", False),
]  # fmt: skip


@pytest.mark.parametrize(("title", "lead", "words", "odd"), WORKS)
def test_leads_of_coded_titles(title: str, lead: str, words: str, odd: bool, tmp_path: Path) -> None:
    body = (
        f"C. NHIỆM VỤ\n\nI. Xã hội số\n\n1. {title} (chỉ số 8.3)\n   + Chỉ tiêu: từ 30% trở lên.\n"
        f"   + Chủ trì: {lead}.\n   + Thời hạn: trước ngày 15/12/2024.\n\nE. TỔ CHỨC THỰC HIỆN\n\n"
        "1. Sở Thông tin và Truyền thông là cơ quan thường trực, đôn đốc việc thực hiện; chủ trì "
        f"{words} trước ngày 15/12/2024.\n"
    )
    assert bool(told("lead-stated-twice", body, tmp_path)) == odd
