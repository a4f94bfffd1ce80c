"""One piece of work with two deadlines, one report with two days: forms, and sound ones that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told
from .test_row_values import table


def body(first: str, second: str) -> str:
    return (
        f"II. NHIỆM VỤ\n\n1. Dữ liệu số\n\na) {first}.\n\n"
        f"III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nông nghiệp\n\n- {second}.\n"
    )


WORKS = [
    ("Xây dựng bản đồ số vùng trồng cây ăn quả, hoàn thành trong quý II/2024",
     "Hoàn thành bản đồ số vùng trồng cây ăn quả trước ngày 30/11/2024", True),
    ("Số hóa hồ sơ liệt sĩ lưu tại kho của ngành. Thời gian hoàn thành: tháng 5/2024",
     "Chủ trì số hóa hồ sơ liệt sĩ lưu tại kho của ngành, xong trước ngày 31/8/2024", True),
    ("Khai trương trung tâm giám sát điều hành giao thông thông minh trong tháng 7/2024",
     "Khai trương trung tâm giám sát điều hành giao thông thông minh trong quý I/2024", True),
    ("Cấp chữ ký số cho giáo viên các trường trung học trước ngày 30/6/2024",
     "Cấp chữ ký số cho giáo viên các trường trung học trước ngày 15/10/2024", True),
    ("Mở lớp tập huấn kỹ năng số cho hợp tác xã nông nghiệp, hoàn thành trước 20/4/2024",
     "Mở lớp tập huấn kỹ năng số cho hợp tác xã nông nghiệp, hoàn thành quý III/2024", True),
    ("Sở Y tế chủ trì, phối hợp với Bảo hiểm xã hội tỉnh triển khai bệnh án điện tử tại 100% cơ sở khám chữa "
     "bệnh trước ngày 30/9/2024",
     "Triển khai bệnh án điện tử tại các cơ sở khám chữa bệnh trước ngày 31/12/2024", True),
    ("Công an tỉnh chủ trì, phối hợp với Sở Tư pháp làm sạch dữ liệu hộ tịch trước ngày 15/4/2024",
     "Chủ trì làm sạch dữ liệu hộ tịch trước ngày 30/8/2024", True),
    ("Lắp màn hình tra cứu tại 100% bộ phận một cửa trước ngày 30/6/2024",
     "Lắp màn hình tra cứu tại các bộ phận một cửa xong trước ngày 30/11/2024", True),
    ("Sở Y tế chủ trì, phối hợp với Sở Tài chính cấp sổ khám thai điện tử trong tháng 5/2024",
     "Cấp sổ khám thai điện tử trong tháng 9/2024", True),
    ("Gắn mã QR cho 100% di tích xếp hạng trước ngày 30/4/2024",
     "Gắn mã QR cho di tích xếp hạng trước ngày 30/10/2024", True),
    ("Gắn mã QR cho 50% di tích xếp hạng trước ngày 30/4/2024",
     "Gắn mã QR cho 100% di tích xếp hạng trước ngày 30/10/2024", False),
    ("Sở Y tế chủ trì, phối hợp với Sở Tài chính cấp sổ khám thai điện tử trong tháng 5/2024",
     "Cấp sổ khám thai điện tử trong quý II/2024", False),
    # one time lies in the other
    ("Cấp chữ ký số cho giáo viên các trường trung học trong năm 2024",
     "Cấp chữ ký số cho giáo viên các trường trung học trước ngày 15/10/2024", False),
    ("Số hóa hồ sơ liệt sĩ lưu tại kho của ngành trong quý II/2024",
     "Số hóa hồ sơ liệt sĩ lưu tại kho của ngành trong tháng 6/2024", False),
    # another piece of it
    ("Số hóa hồ sơ liệt sĩ lưu tại kho của ngành, giai đoạn 1, trước ngày 30/6/2024",
     "Số hóa hồ sơ liệt sĩ lưu tại kho của ngành, giai đoạn 2, trước ngày 30/11/2024", False),
    ("Cấp chữ ký số cho cán bộ y tế cấp huyện trước ngày 30/6/2024",
     "Cấp chữ ký số cho cán bộ y tế cấp xã trước ngày 15/10/2024", False),
    ("Lập dự thảo quy chế khai thác bản đồ số vùng trồng cây trước ngày 31/3/2024",
     "Ban hành quy chế khai thác bản đồ số vùng trồng cây trước ngày 31/8/2024", False),
    # another work
    ("Số hóa hồ sơ liệt sĩ lưu tại kho của ngành trước ngày 30/6/2024",
     "Số hóa hồ sơ địa chính lưu tại kho của tỉnh trước ngày 30/11/2024", False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "twice"), WORKS)
def test_one_work_under_two_deadlines(first: str, second: str, twice: bool, tmp_path: Path) -> None:
    assert bool(told("deadline-stated-twice", body(first, second), tmp_path)) == twice


REPORTS = [
    ("Các cơ quan báo cáo kết quả, gửi về Sở Thông tin và Truyền thông trước ngày 20 hằng tháng",
     "Các xã báo cáo tiến độ về Sở Thông tin và Truyền thông trước ngày 25 hàng tháng", True),
    ("Định kỳ báo cáo về Văn phòng UBND tỉnh trước ngày 10 của tháng cuối quý",
     "Báo cáo gửi Văn phòng UBND tỉnh trước ngày 15 của tháng cuối quý", True),
    ("Các cơ quan báo cáo kết quả về Sở Thông tin và Truyền thông trước ngày 20 hằng tháng",
     "Tổng hợp, báo cáo gửi Văn phòng UBND tỉnh trước ngày 25 hằng tháng", False),
    ("Các cơ quan báo cáo kết quả về Sở Thông tin và Truyền thông trước ngày 20 hằng tháng",
     "Báo cáo kết quả về Sở Thông tin và Truyền thông trước ngày 05 hằng quý", False),
    ("Các cơ quan báo cáo kết quả về Sở Thông tin và Truyền thông trước ngày 05 hằng tháng",
     "Báo cáo kết quả về Sở Thông tin và Truyền thông trước ngày 5 hàng tháng", False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "twice"), REPORTS)
def test_one_report_on_two_days(first: str, second: str, twice: bool, tmp_path: Path) -> None:
    assert bool(told("deadline-stated-twice", body(first, second), tmp_path)) == twice


COLLECTED = [
    ("1. Các cơ quan gửi báo cáo kết quả về Sở Nội vụ trước ngày 10/12/2024.",
     "3. Sở Nội vụ theo dõi; tổng hợp báo cáo của các cơ quan (hạn gửi ngày 15/12/2024).", True),
    ("1. Các xã báo cáo tiến độ gửi Văn phòng UBND huyện chậm nhất ngày 20/6/2024.",
     "2. Văn phòng UBND huyện tổng hợp, hoàn thiện báo cáo, thời hạn nhận: 25/6/2024.", True),
    ("a) Các trường nộp báo cáo về Sở Giáo dục và Đào tạo trước ngày 05/11/2024.",
     "b) Sở Giáo dục và Đào tạo tổng hợp các báo cáo (hạn nộp 01/11/2024).", True),
    ("- UBND cấp huyện gửi báo cáo năm cho Công an tỉnh trước 30/11/2024.",
     "- Công an tỉnh tiếp nhận báo cáo của cấp huyện, gửi về trước ngày 10/12/2024.", True),
    ("1. Các sở gửi báo cáo tổng kết về Sở Tài chính để tổng hợp trước ngày 12/12/2024.",
     "2. Giao Sở Tài chính tổng hợp báo cáo của các sở (hạn gửi: ngày 18/12/2024).", True),
    ("1. Các cơ quan gửi báo cáo kết quả về Sở Nội vụ trước ngày 10/12/2024.",
     "3. Sở Nội vụ tổng hợp báo cáo của các cơ quan (hạn gửi ngày 10/12/2024).", False),
    ("1. Các cơ quan gửi báo cáo kết quả về Sở Nội vụ trước ngày 10/12/2024.",
     "3. Sở Nội vụ tổng hợp báo cáo của các cơ quan trình UBND tỉnh trước ngày 20/12/2024.", False),
    ("1. Các cơ quan gửi báo cáo kết quả về Sở Nội vụ trước ngày 10/12/2024.",
     "3. Sở Y tế tổng hợp báo cáo của các bệnh viện (hạn gửi ngày 15/12/2024).", False),
    ("1. Các cơ quan gửi báo cáo kết quả về Sở Nội vụ trước ngày 10/12/2024.",
     "3. Sở Nội vụ tổng hợp báo cáo sơ kết (hạn gửi ngày 15/6/2024).", False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "twice"), COLLECTED)
def test_days_of_members_and_collector(first: str, second: str, twice: bool, tmp_path: Path) -> None:
    text = f"VI. TỔ CHỨC THỰC HIỆN\n\n{first}\n\n{second}\n"
    assert bool(told("deadline-stated-twice", text, tmp_path)) == twice


ROWS = [
    ("Tập huấn quản trị mạng cho xã | Sở Nội vụ | 40 lượt | Quý II/2024",
     "Tập huấn quản trị mạng cho xã | Sở Nội vụ | 40 lượt | Quý IV/2024", True),
    ("Rà soát đường truyền các trạm y tế | Sở Y tế | 01 báo cáo | Tháng 3/2024",
     "Rà soát đường truyền các trạm y tế | Sở Y tế | 01 báo cáo | Tháng 9/2024", True),
    ("Cấp chữ ký số cho cán bộ xã | Văn phòng UBND tỉnh | 500 chữ ký | Trước 30/4/2024",
     "Cấp chữ ký số cho cán bộ xã | Văn phòng UBND tỉnh | 500 chữ ký | Trước 30/10/2024", True),
    ("Số hóa hồ sơ người có công | Sở Y tế | 2.000 hồ sơ | Quý I/2024",
     "Số hóa hồ sơ người có công | Sở Y tế | 2.000 hồ sơ | Quý III/2024", True),
    ("Kiểm tra an toàn các hệ thống | Công an tỉnh | 12 hệ thống | Tháng 5/2024",
     "Kiểm tra an toàn các hệ thống | Công an tỉnh | 12 hệ thống | Tháng 11/2024", True),
    ("Tập huấn quản trị mạng cho xã | Sở Nội vụ | 40 lượt | Quý II/2024",
     "Tập huấn quản trị mạng cho xã | Sở Nội vụ | 60 lượt | Quý IV/2024", False),
    ("Tập huấn quản trị mạng cho xã | Sở Nội vụ | 40 lượt | Quý II/2024",
     "Tập huấn quản trị mạng cho xã | Sở Tài chính | 40 lượt | Quý IV/2024", False),
    ("Tập huấn quản trị mạng cho xã | Sở Nội vụ | 40 lượt | Quý II/2024",
     "Tập huấn quản trị mạng cho huyện | Sở Nội vụ | 40 lượt | Quý IV/2024", False),
    ("Tập huấn quản trị mạng cho xã | Sở Nội vụ | 40 lượt | Năm 2024",
     "Tập huấn quản trị mạng cho xã | Sở Nội vụ | 40 lượt | Quý IV/2024", False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "wrong"), ROWS)
def test_rows_that_differ_in_time_only(first: str, second: str, wrong: bool, tmp_path: Path) -> None:
    head = "TT | Nhiệm vụ | Cơ quan chủ trì | Sản phẩm | Thời gian hoàn thành"
    between = "Nâng cấp cổng thông tin điện tử | Sở Tài chính | 01 cổng | Tháng 8/2024"
    body = table(head, f"1 | {first}", f"2 | {between}", f"3 | {second}")
    assert bool(told("deadline-stated-twice", f"PHỤ LỤC\n\n{body}", tmp_path)) == wrong
