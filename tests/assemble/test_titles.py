"""Titles of tasks, and texts that are no task."""

from __future__ import annotations

import pytest

from extractor.assemble.titles import is_no_task, title_of, up_to_stop


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Lắp cảm biến tại kho lạnh.", "Lắp cảm biến tại kho lạnh"),
        (
            "Mở lớp kỹ năng số cho tiểu thương các chợ huyện, nhằm tăng bán hàng qua mạng",
            "Mở lớp kỹ năng số cho tiểu thương các chợ huyện",
        ),
        (
            "Rà soát trạm thu phát sóng ở vùng lõm của tỉnh; báo cáo hằng quý",
            "Rà soát trạm thu phát sóng ở vùng lõm của tỉnh",
        ),
        # words before a colon name the task, unless they announce a list
        ("Dữ liệu mở: Công bố bộ dữ liệu về giá nông sản", "Dữ liệu mở"),
        ("Lắp thiết bị đo gồm: cảm biến nhiệt", "Lắp thiết bị đo gồm: cảm biến nhiệt"),
        # a short first clause goes on
        ("Mở lớp; cấp chứng nhận", "Mở lớp; cấp chứng nhận"),
        # labels of the same line are no part of it
        ("Kéo cáp cho 12 xã. Thời gian: tháng 6/2023. Đơn vị chủ trì: Sở A", "Kéo cáp cho 12 xã"),
        ("Lập bản đồ số; Đơn vị thực hiện: Sở A", "Lập bản đồ số"),
        ("Đặt trạm quan trắc. Kinh phí: 2 tỷ đồng", "Đặt trạm quan trắc"),
        ("Mở lớp dạy nghề. Sản phẩm: 20 lớp; Thời hạn: quý II", "Mở lớp dạy nghề"),
        ("Nối mạng cho trạm y tế. Cơ quan phối hợp: UBND các xã", "Nối mạng cho trạm y tế"),
        ("  nhiều   dấu cách ", "nhiều dấu cách"),
        ("", ""),
    ],
)
def test_title_of(text: str, title: str) -> None:
    assert title_of(text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Lập bản đồ số. Thực hiện trong năm.", "Lập bản đồ số"),
        ("Nâng băng thông lên 1.5 Gb/s", "Nâng băng thông lên 1.5 Gb/s"),
        ("Lập bản đồ số;", "Lập bản đồ số"),
    ],
)
def test_up_to_stop(text: str, title: str) -> None:
    assert up_to_stop(text) == title


@pytest.mark.parametrize(
    ("text", "unmarked", "none"),
    [
        ("Trên đây là kế hoạch của huyện về dữ liệu mở.", False, True),
        ("(Kèm theo phụ lục phân công nhiệm vụ)", False, True),
        ("Kế hoạch này thay thế kế hoạch của năm trước.", False, True),
        ("Nơi nhận: như trên", False, True),
        ("Biểu 2. Chỉ tiêu, đơn vị chủ trì và thời hạn", True, True),
        ("Bảng số 3: Lộ trình theo từng quý", True, True),
        ("Bảng điện tử tại 12 xã do Sở Y tế lắp", True, False),
        ("(Nhiệm vụ cụ thể và phân công thực hiện tại Phụ lục kèm theo).", False, True),
        ("Chỉ tiêu của từng xã nêu trong Phụ biểu 02.", False, True),
        ("Lộ trình từng năm được quy định chi tiết tại Phụ lục I ban hành kèm theo.", False, True),
        ("Rà soát, phân công cán bộ theo dõi số liệu tại từng xã", False, False),
        ("Lập sổ", False, True),
        ("Đề nghị các sở khẩn trương triển khai thực hiện./.", True, True),
        ("Đề nghị các sở khẩn trương triển khai thực hiện./.", False, False),
        (
            "Yêu cầu các xã nghiêm túc thực hiện; khó khăn phát sinh báo về Phòng Nội vụ để xử lý./.",
            True,
            True,
        ),
        ("Đề nghị các phòng tổ chức thực hiện, nếu vướng mắc thì trao đổi với Văn phòng./.", True, True),
        ("Yêu cầu các trường thực hiện. Trong quá trình thực hiện có gì chưa rõ thì hỏi Sở./.", True, True),
        ("Yêu cầu Sở Y tế thực hiện; lập sổ sức khỏe điện tử cho học sinh./.", True, False),
        ("Đề nghị Sở Nội vụ tổ chức 02 lớp; gửi kết quả về UBND huyện.", True, False),
        ("Sở Y tế lập sổ sức khỏe điện tử cho học sinh", True, False),
    ],
)
def test_is_no_task(text: str, unmarked: bool, none: bool) -> None:
    assert is_no_task(text, unmarked=unmarked) == none
