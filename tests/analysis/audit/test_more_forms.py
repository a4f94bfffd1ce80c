"""Forms of mistakes in aims, acts and words: sentences of the same form, and sound ones that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told
from .test_rules import found

LEVELS = [
    ("- Bảo đảm số lớp tập huấn cho cán bộ cấp xã ở mức khá.", True),
    ("- Duy trì kinh phí chi cho an toàn thông tin ở mức cao nhất;", True),
    ("- Giữ tỷ lệ sự cố được xử lý ở mức hợp lý.", True),
    ("- Nâng mức độ hài lòng của người dân ở mức cao.", True),
    ("- Bố trí nhân lực cho các tổ công nghệ số cộng đồng ở mức phù hợp.", True),
    ("- Nâng mức độ hài lòng của người dân ở mức cao, trên 95%.", False),
    ("- Dịch vụ công ở mức 4 được cung cấp trên cổng.", False),
]


@pytest.mark.parametrize(("text", "vague"), LEVELS)
def test_levels_that_nobody_can_check(text: str, vague: bool, tmp_path: Path) -> None:
    assert bool(told("vague-target", f"Lời dẫn chung.\n\n{text}\n", tmp_path)) == vague


PUSHES = [
    ("+ Thúc đẩy số lượng giao dịch trên sàn thương mại điện tử.", True),
    ("+ Gia tăng tỷ lệ hộ kinh doanh dùng hóa đơn điện tử;", True),
    ("+ Nâng cao tỷ lệ hồ sơ nộp trực tuyến tại các xã.", True),
    ("+ Tăng số lượng học viên các lớp kỹ năng số.", True),
    ("+ Cải thiện tỷ lệ máy chủ có phần mềm phòng chống mã độc.", True),
    ("+ Thúc đẩy số lượng giao dịch trên sàn đạt 500.000 lượt.", False),
    ("+ Thúc đẩy số hóa tài liệu lưu trữ của các sở.", False),
]


@pytest.mark.parametrize(("text", "bare"), PUSHES)
def test_pushes_without_a_figure(text: str, bare: bool, tmp_path: Path) -> None:
    told_here = [
        f for f in found(f"Lời dẫn chung.\n\n{text}\n", tmp_path)
        if f.rule in ("target-without-figure", "task-without-target")
    ]  # fmt: skip
    assert bool(told_here) == bare


ACTS = [
    ("Căn cứ Quyết định số 321/QĐ-BXD của Bộ Xây dựng;", True),
    ("Thực hiện Công văn số 45/BTTTT-CĐSQG của Bộ Thông tin và Truyền thông.", True),
    ("Theo Kế hoạch số 9/KH-UBND của Ủy ban nhân dân tỉnh.", True),
    ("Thực hiện Nghị quyết số 7/NQ-HĐND của Hội đồng nhân dân tỉnh.", True),
    ("Thực hiện Chỉ thị số 4/CT-TTg của Thủ tướng Chính phủ.", True),
    ("Thực hiện Chỉ thị số 4/CT-TTg năm 2023 của Thủ tướng Chính phủ.", False),
    ("Theo Nghị định số 42/2022/NĐ-CP của Chính phủ.", False),
    ("Thực hiện Đề án 06 của Chính phủ.", False),
]


@pytest.mark.parametrize(("text", "undated"), ACTS)
def test_acts_that_are_never_dated(text: str, undated: bool, tmp_path: Path) -> None:
    assert bool(told("act-undated", text + "\n", tmp_path)) == undated


CENTRAL = [
    ("Công an tỉnh đôn đốc, hướng dẫn các bộ, ngành, địa phương triển khai.", True),
    ("Văn phòng chỉ đạo các bộ, cơ quan ngang bộ kết nối dữ liệu.", True),
    ("Giao bộ, ngành rà soát cơ sở dữ liệu chuyên ngành.", True),
    ("Sở Tài chính yêu cầu các bộ, ngành báo cáo hằng quý.", True),
    ("Thanh tra tỉnh kiểm tra các bộ, ngành theo kế hoạch.", True),
    ("Theo hướng dẫn của các bộ, ngành trung ương.", False),
    ("Kết nối với cơ sở dữ liệu của các bộ, ngành.", False),
]


@pytest.mark.parametrize(("text", "wrong"), CENTRAL)
def test_words_of_central_documents(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("central-words", text + "\n", tmp_path)) == wrong


LOST = [
    ("Các xã tổ chức thực kế hoạch đúng hạn.", "thực hiện kế"),
    ("Phòng báo kết quả hằng quý.", "báo cáo kết"),
]
USUAL = "Thực hiện kế hoạch năm. Báo cáo kết quả sớm. Thực hiện đúng. Báo cáo đủ. " * 6


@pytest.mark.parametrize(("text", "meant"), LOST)
def test_a_syllable_is_missing(text: str, meant: str, tmp_path: Path) -> None:
    assert any(meant in message for message in told("slip", f"{USUAL}\n\n{text}\n", tmp_path))


@pytest.mark.parametrize(
    "text", ["Các xã thực hiện kế hoạch.", "Phòng báo tin cho các xã.", "Học đi đôi với hành."]
)
def test_no_syllable_is_missing(text: str, tmp_path: Path) -> None:
    assert told("slip", f"{USUAL}\n\n{text}\n", tmp_path) == []


FOREIGN = [("Rà soát máy trong mạng bonet.", "botnet"), ("Cập nhật webside của Sở.", "website"),
           ("Lập fanpge của huyện.", "fanpage"), ("Lắp camra ở 5 chốt.", "camera"),
           ("Đưa chatbo lên cổng.", "chatbot"), ("Cập nhật website, lập fanpage.", None)]  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), FOREIGN)
def test_foreign_words(text: str, meant: str | None, tmp_path: Path) -> None:
    messages = told("slip", text + "\n", tmp_path)
    assert [meant in message for message in messages if meant] == ([True] if meant else messages)


CAPTIONS = [
    ("Cán bộ xã hướng dẫn người dân nộp hồ sơ. Ảnh: Minh Mẫu", True),
    ("Ảnh minh họa: Báo Mẫu", True),
    ("(Ảnh: Thu Mẫu)", True),
    ("In bài viết", True),
    ("Lượt xem: 1204", True),
    ("Thu thập ảnh: mỗi di tích 20 ảnh, có chú thích.", False),
    ("Xem thêm phụ lục về kinh phí.", False),
]


@pytest.mark.parametrize(("text", "foreign"), CAPTIONS)
def test_words_of_a_web_page(text: str, foreign: bool, tmp_path: Path) -> None:
    assert bool(told("not-of-the-document", text + "\n", tmp_path)) == foreign
