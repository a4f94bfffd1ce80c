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
    # roles in brackets behind the names
    ("Giao Sở Công Thương (chủ trì), Bưu điện tỉnh và Hội Nông dân tỉnh (phối hợp): đưa nông sản lên sàn.",
     ["Sở Công Thương"], ["Bưu điện tỉnh", "Hội Nông dân tỉnh"]),
    ("Lập hồ sơ số: Sở Y tế (chủ trì); Công an tỉnh, Sở Tư pháp (phối hợp).",
     ["Sở Y tế"], ["Công an tỉnh", "Sở Tư pháp"]),
    ("Mở lớp số. Tỉnh đoàn (đầu mối), Hội Nông dân tỉnh (tham gia).", ["Tỉnh đoàn"], ["Hội Nông dân tỉnh"]),
    ("Sở Nội vụ (cơ quan chủ trì), Sở Tài chính (cơ quan phối hợp) sửa quy chế.",
     ["Sở Nội vụ"], ["Sở Tài chính"]),
    # a time before the subject
    ("Hằng tháng, Sở Nội vụ tổng hợp kết quả của các lớp.", ["Sở Nội vụ"], []),
    ("Trước ngày 15/3, Sở Tài chính thẩm định dự toán.", ["Sở Tài chính"], []),
    ("Trong quý II/2024, Công an tỉnh cấp 20.000 tài khoản.", ["Công an tỉnh"], []),
    ("Chậm nhất ngày 30/9/2024, Sở Y tế công bố kết quả đo lường.", ["Sở Y tế"], []),
    ("Cuối mỗi quý, Sở Tư pháp rà soát danh mục.", ["Sở Tư pháp"], []),
    ("Trong 5 năm, theo Sở Y tế số liệu tăng dần.", [], []),
    ("Đến nay, nhiều hồ sơ gửi Sở Y tế chưa được trả.", [], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lead", "supporting"), ROWS)
def test_roles(text: str, lead: list[str], supporting: list[str]) -> None:
    roles = read_roles(text, 0, len(text))
    assert [u.text for u in roles.lead] == lead
    assert [u.text for u in roles.supporting] == supporting
    for unit in (*roles.lead, *roles.supporting):
        assert text[unit.start : unit.end] == unit.text
