"""Who leads and who helps, in more of the words that plans use."""

from __future__ import annotations

import pytest

from extractor.annotators.roles import read_roles

ROWS = [
    # "… chủ trì là X"
    ("Mở 12 lớp tin học. Cơ quan chủ trì là Sở Nội vụ; Trường Chính trị tỉnh phối hợp mời giảng viên.",
     ["Sở Nội vụ"], ["Trường Chính trị tỉnh"]),
    ("Đơn vị đầu mối là Sở Y tế.", ["Sở Y tế"], []),
    # joined to the lead
    ("Sở Y tế chịu trách nhiệm chính, cùng với Bưu điện tỉnh và Công an tỉnh, giao thuốc tận nhà.",
     ["Sở Y tế"], ["Bưu điện tỉnh", "Công an tỉnh"]),
    ("Văn phòng UBND tỉnh đầu mối, với sự tham gia của Sở Nội vụ và Sở Tư pháp, nâng cấp cổng.",
     ["Văn phòng UBND tỉnh"], ["Sở Nội vụ", "Sở Tư pháp"]),
    ("Giao Sở Xây dựng chủ trì, phối hợp với Sở Công Thương trong việc kéo điện, với Sở Tài chính trong việc "
     "bố trí vốn.", ["Sở Xây dựng"], ["Sở Công Thương", "Sở Tài chính"]),
    # a further sentence or clause of those who help
    ("Sở Tài chính trình phương án trong tháng 3; Sở Nội vụ và Sở Y tế phối hợp rà soát danh mục.",
     ["Sở Tài chính"], ["Sở Nội vụ", "Sở Y tế"]),
    ("Sở Xây dựng làm sạch dữ liệu nhà ở. Công an tỉnh phối hợp đối soát dân cư.",
     ["Sở Xây dựng"], ["Công an tỉnh"]),
    ("Đài Phát thanh tỉnh mở chuyên mục. Nội dung do Sở Y tế phối hợp cung cấp.",
     ["Đài Phát thanh tỉnh"], ["Sở Y tế"]),
    ("Củng cố tổ công nghệ số. UBND các huyện trực tiếp chỉ đạo thực hiện, Tỉnh đoàn phối hợp.",
     ["UBND các huyện"], ["Tỉnh đoàn"]),
    # to work together is the unit's own task
    ("Sở Y tế phối hợp với Công an tỉnh đối soát thẻ bảo hiểm.", ["Sở Y tế"], ["Công an tỉnh"]),
    ("Phối hợp với Sở Y tế đối soát thẻ bảo hiểm.", [], ["Sở Y tế"]),
    ("Sở Y tế có văn bản gửi Sở Nội vụ.", ["Sở Y tế"], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lead", "supporting"), ROWS)
def test_roles(text: str, lead: list[str], supporting: list[str]) -> None:
    roles = read_roles(text, 0, len(text))
    assert [u.text for u in roles.lead] == lead
    assert [u.text for u in roles.supporting] == supporting
    for unit in (*roles.lead, *roles.supporting):
        assert text[unit.start : unit.end] == unit.text
