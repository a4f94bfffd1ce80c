"""Acts cited with blanks, notes of drafters, names of bodies with other marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told

OPEN_ACTS = [
    ("Thay thế Quyết định số      /QĐ-UBND ngày 14/5/2021 của UBND tỉnh.", True),
    ("Căn cứ Nghị quyết số 09-NQ/TU ngày …/…/2021 của Tỉnh ủy;", True),
    ("Thực hiện Công văn số ….. của Bộ Nội vụ về chữ ký số.", True),
    ("Thực hiện Chương trình số /CTr-UBND của tỉnh về dữ liệu.", True),
    ("Theo Kế hoạch số 77/KH-UBND ngày     tháng     năm 2022 của tỉnh.", True),
    ("Theo Kế hoạch số 77/KH-UBND ngày ... tháng 6 năm 2022 của tỉnh.", True),
    ("Theo Kết luận số 31-KL/TU ngày   /9/2022 của Tỉnh ủy.", True),
    ("Theo Thông báo số xx/TB-UBND ngày xx/xx/2023 của tỉnh.", True),
    ("Theo Quyết định số 77/QĐ-UBND ngày 06/6/20… của tỉnh.", True),
    ("Thực hiện Đề án cho giai đoạn 2021 - 20... của tỉnh.", True),
    ("Thay thế Quyết định số 18/QĐ-UBND ngày 14/5/2021 của UBND tỉnh.", False),
    ("Các sở ghi rõ số công văn, ngày tháng năm ban hành.", False),
    ("Các sở gửi báo cáo ngày 15/tháng và ngày 20/quý.", False),
    ("Các sở gửi báo cáo trước ngày 15/3 hằng năm.", False),
    ("Căn cứ Nghị quyết số 09-NQ/TU ngày 14 tháng 6 năm 2021 của Tỉnh ủy;", False),
    ("Biểu mẫu số 02\n\nTheo Công văn số …../UBND-VX ngày …/…/2024 của UBND huyện.", False),
]


@pytest.mark.parametrize(("text", "blank"), OPEN_ACTS)
def test_acts_left_open(text: str, blank: bool, tmp_path: Path) -> None:
    assert bool(told("blank-figure", f"{HEAD}{text}\n", tmp_path)) == blank


NOTES = [
    ("Có 45% xã đạt chuẩn [chị Hoa tính lại cột này].", True),
    ("Có 45% xã đạt chuẩn (bộ phận Tổng hợp đối chiếu lại số liệu trước khi ký).", True),
    ("Bố trí 3 tỷ đồng (xin ý kiến anh Dũng).", True),
    ("Bố trí 3 tỷ đồng (nhờ Phòng Ngân sách xác nhận).", True),
    ("Bố trí 3 tỷ đồng (số này lấy ở đâu?).", True),
    ("Bố trí 3 tỷ đồng (kiểm tra lại con số).", True),
    ("Bố trí 3 tỷ đồng (chưa chốt).", True),
    ("Mở 12 lớp (chép từ kế hoạch năm trước).", True),
    ("Mở 12 lớp (bỏ mục này).", True),
    ("Mở 12 lớp. Anh Long xem lại số lớp giúp nhé.", True),
    ("Mở 12 lớp. Nhờ chị Thảo bổ sung tên trường.", True),
    ("Mở 12 lớp (đ/c Hùng cập nhật tên trường).", True),
    ("Mở 12 lớp (cập nhật giúp em tên trường nhé).", True),
    ("| TT | Việc | Đơn vị |\n|---|---|---|\n| 1 | Mở lớp | Sở Y tế (hỏi lại Sở Y tế) |", True),
    ("Mở 12 lớp (xin ý kiến Giám đốc).", True),
    ("Mở 12 lớp (số liệu cũ, tính lại).", True),
    ("Mở 12 lớp [chờ Sở Nội vụ].", True),
    ("Mở 12 lớp [Thủy: thêm nguồn].", True),
    ("Mở 12 lớp (phần này để phòng Tổng hợp viết).", True),
    ("Mở 12 lớp // hỏi lại Sở Y tế", True),
    ("Mở 12 lớp - xem lại.", True),
    ("Xem tại https://example.vn/kiem-tra/lai của tỉnh.", False),
    ("Ban hành danh mục (bổ sung) và kế hoạch (sửa đổi).", False),
    ("Theo số liệu báo cáo (Sở Y tế cung cấp).", False),
    ("Mở 12 lớp (giúp doanh nghiệp tham gia thương mại điện tử).", False),
    ("Đã cấp tài khoản (7.828/9.640 hộ).", False),
    ("Các sở gửi báo cáo (tỷ lệ này đạt 50% vào cuối năm).", False),
    ("Các sở rà soát danh mục (kiểm tra lại sau khi khắc phục).", False),
    ("Mở chuyên mục (Chuyển đổi số là gì?).", False),
    ("Phân công (đồng chí Nguyễn Văn Mẫu làm đầu mối).", False),
    ("Vận động anh em công nhân cài đặt ứng dụng.", False),
    ("Xin ý kiến Sở Tài chính trước khi trình Ủy ban nhân dân tỉnh.", False),
    ("Rà soát dự thảo trước khi ban hành theo quy định.", False),
]


@pytest.mark.parametrize(("text", "left"), NOTES)
def test_notes_of_drafters(text: str, left: bool, tmp_path: Path) -> None:
    assert bool(told("note-left", f"{HEAD}{text}\n", tmp_path)) == left


BODIES = [
    ("Giao Sờ Giáo dục và Đào tạo tổng hợp số liệu.", True),
    ("Giao Sở Giao thông vân tải tổng hợp số liệu.", True),
    ("Giao Phòng Tài chính - Kể hoạch tổng hợp số liệu.", True),
    ("Giao Phòng Văn hóa vả Thông tin tổng hợp số liệu.", True),
    ("Giao Bảo hiểm xã hôi tỉnh tổng hợp số liệu.", True),
    ("Giao Phòng Tư phảp huyện tổng hợp số liệu.", True),
    ("Giao Thanh tra tĩnh tổng hợp số liệu.", True),
    ("Giao Bưu điện huyên tổng hợp số liệu.", True),
    ("Lực lượng Công an tinh nhuệ, hiện đại.", False),
    ("Giao Phòng Tư pháp huyện tổng hợp số liệu.", False),
    ("Giao Phòng Nội trú Bệnh viện tỉnh tổng hợp số liệu.", False),
    ("Giao Sở Giáo dục - Đào tạo tổng hợp số liệu.", False),
    ("Giao SỞ KẾ HOẠCH VÀ ĐẦU TƯ tổng hợp số liệu.", False),
    ("Mỗi trạm lập một sổ y tế cho từng hộ.", False),
    ("Thành lập bộ phận tài chính của xã.", False),
]


@pytest.mark.parametrize(("text", "misread"), BODIES)
def test_bodies_with_other_marks(text: str, misread: bool, tmp_path: Path) -> None:
    assert bool(told("unit-name-differs", f"{HEAD}{text}\n", tmp_path)) == misread
