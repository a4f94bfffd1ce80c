"""Reports asked for in two rhythms or after they are summed up; sections and tables that are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

ROUNDS = [
    ("2. Các sở, ngành báo cáo kết quả về Sở Nội vụ hằng quý.\n\n"
     "5. Các sở, ngành gửi số liệu về Sở Nội vụ trước ngày 10 hằng tháng.", True),
    ("2. UBND các huyện:\n\n- Báo cáo tiến độ cho Sở Công Thương trước ngày 15 hằng tháng.\n\n"
     "3. Chế độ báo cáo: UBND các huyện gửi báo cáo định kỳ 06 tháng cho Sở Công Thương.", True),
    ("Các bệnh viện báo cáo về Sở Y tế hằng tháng.\n\n"
     "Các bệnh viện gửi số liệu về Sở Y tế trước ngày 20 của tháng cuối quý.", True),
    ("3. Các phòng báo cáo Văn phòng huyện hằng quý.\n\n"
     "4. Các phòng gửi kết quả về Văn phòng huyện mỗi tháng.", True),
    ("Cơ quan được giao chỉ tiêu báo cáo về Sở Xây dựng hàng tháng.\n\n"
     "Ghi chú: cơ quan được giao chỉ tiêu gửi số liệu về Sở Xây dựng hằng quý, "
     "thay cho báo cáo hằng tháng.", True),
    ("2. Các sở, ngành báo cáo kết quả về Sở Nội vụ hằng quý.\n\n"
     "5. UBND các huyện báo cáo kết quả về Sở Nội vụ hằng tháng.", False),
    ("Các bệnh viện báo cáo về Sở Y tế hằng quý.\n\nSở Y tế báo cáo UBND tỉnh hằng tháng.", False),
    ("Các bệnh viện báo cáo về Sở Y tế hằng quý.\n\nCác bệnh viện báo cáo về Sở Nội vụ hằng tháng.", False),
    ("Các bệnh viện báo cáo về Sở Y tế định kỳ hằng tháng, hằng quý.\n\n"
     "Các bệnh viện gửi số liệu về Sở Y tế hằng quý.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "twice"), ROUNDS)
def test_one_report_in_two_rhythms(text: str, twice: bool, tmp_path: Path) -> None:
    assert bool(told("deadline-stated-twice", text + "\n", tmp_path)) == twice


LATE = [
    ("1. Sở Y tế tổng hợp báo cáo UBND tỉnh trước ngày 20 của tháng cuối quý.\n\n"
     "2. Các bệnh viện báo cáo về Sở Y tế trước ngày 25 của tháng cuối quý.", True),
    ("1. Phòng Nội vụ:\n\na) Tổng hợp báo cáo UBND huyện trước ngày 18 hằng tháng.\n\n"
     "2. UBND các xã gửi báo cáo về Phòng Nội vụ trước ngày 22 hằng tháng.", True),
    ("3. Văn phòng Sở:\n\n- Tổng hợp báo cáo gửi Bộ Y tế trước ngày 12 hằng tháng.\n\n"
     "4. Các phòng gửi kết quả về Văn phòng Sở chậm nhất ngày 14 hằng tháng.", True),
    ("Sở Tài chính báo cáo Chủ tịch UBND tỉnh trước ngày 8 hằng quý.\n\n"
     "Các đơn vị báo cáo Sở Tài chính trước ngày 9 hằng quý.", True),
    ("1. Công an huyện tổng hợp báo cáo UBND huyện vào ngày 5 hằng tháng.\n\n"
     "2. Công an các xã gửi số liệu về Công an huyện vào ngày 10 hằng tháng.", True),
    ("1. Sở Y tế tổng hợp báo cáo UBND tỉnh trước ngày 25 của tháng cuối quý.\n\n"
     "2. Các bệnh viện báo cáo về Sở Y tế trước ngày 20 của tháng cuối quý.", False),
    ("1. Sở Y tế tổng hợp báo cáo UBND tỉnh trước ngày 5 tháng sau hằng quý.\n\n"
     "2. Các bệnh viện báo cáo về Sở Y tế trước ngày 25 hằng quý.", False),
    ("1. Sở Y tế tổng hợp báo cáo UBND tỉnh trước ngày 20 hằng quý.\n\n"
     "2. Các bệnh viện báo cáo về Sở Y tế trước ngày 25 hằng tháng.", False),
    # nobody is told as the receiver: whoever sums up close by
    ("1. Cơ quan đầu mối báo cáo kết quả trước ngày 20 của tháng cuối quý.\n\n"
     "2. Sở Y tế tổng hợp, báo cáo UBND tỉnh trước ngày 18 của tháng cuối quý.", True),
    ("Các phòng, ban báo cáo tiến độ trước ngày 25 hằng tháng.\n\n"
     "Văn phòng HĐND và UBND huyện tổng hợp báo cáo UBND huyện trước ngày 22 hằng tháng.", True),
    ("1. Sở Nội vụ tổng hợp, báo cáo UBND tỉnh trước ngày 10 hằng quý.\n\n"
     "2. Các sở, ngành báo cáo kết quả chậm nhất ngày 15 hằng quý.", True),
    ("3. UBND các xã báo cáo tình hình thực hiện trước ngày 28 hằng tháng; Phòng Nội vụ tổng hợp, "
     "báo cáo UBND huyện trước ngày 26 hằng tháng.", True),
    ("1. Đơn vị chủ trì gửi kết quả trước ngày 14 hằng tháng.\n\n"
     "2. Thường trực tổng hợp báo cáo Ban Chỉ đạo tỉnh trước ngày 12 hằng tháng.", True),
    ("1. Cơ quan đầu mối báo cáo kết quả trước ngày 15 của tháng cuối quý.\n\n"
     "2. Sở Y tế tổng hợp, báo cáo UBND tỉnh trước ngày 18 của tháng cuối quý.", False),
    ("1. Cơ quan đầu mối báo cáo kết quả trước ngày 20 hằng tháng.\n\n"
     "2. Sở Y tế tổng hợp, báo cáo UBND tỉnh trước ngày 18 của tháng cuối quý.", False),
    ("1. Các sở, ngành báo cáo kết quả trước ngày 20 hằng quý.\n\n"
     "2. Sở Y tế báo cáo Bộ Y tế trước ngày 18 hằng quý.", False),
    ("1. Các sở, ngành báo cáo kết quả trước ngày 20 hằng quý.\n\n"
     "2. Sở Y tế tổng hợp, báo cáo UBND tỉnh trước ngày 05 tháng sau hằng quý.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "late"), LATE)
def test_members_who_report_after_the_sum(text: str, late: bool, tmp_path: Path) -> None:
    assert bool(told("collected-late", text + "\n", tmp_path)) == late


PARTS = "I. MỤC TIÊU\n\nMột.\n\nII. NHIỆM VỤ\n\nHai.\n\nIII. KINH PHÍ\n\nBa.\n\n"
NUMBERS = "1. Một\n\n1.1. Việc a\n\n2. Hai\n\n2.1. Việc b\n\n3. Ba\n\n3.1. Việc c\n\n"
TABLES = "Bảng 1. Chỉ tiêu\n\nBảng 2. Nhiệm vụ\n\nBảng 3. Kinh phí\n\n"
POINTERS = [
    (PARTS + "Kinh phí lấy từ nguồn nêu tại mục VII.", True),
    (PARTS + "Các sở thực hiện việc theo mục VIII.2 của Kế hoạch này.", True),
    (NUMBERS + "Khen thưởng đơn vị hoàn thành việc nêu tại mục 9.2 của Kế hoạch này.", True),
    (NUMBERS + "Phân công như mục 5.1 trên đây.", True),
    (TABLES + "Vốn được thống kê tại Bảng 6.", True),
    (TABLES + "Danh sách xã xem Bảng 4.", True),
    (PARTS + "Kinh phí lấy từ nguồn nêu tại mục III.", False),
    (PARTS + "Thực hiện theo mục VII Quyết định số 12/QĐ-UBND.", False),
    (NUMBERS + "Phân công như mục 3.1 trên đây.", False),
    (TABLES + "Vốn được thống kê tại Bảng 3.", False),
    (TABLES + "Theo Bảng 6 Phụ lục II của Thông tư số 5/2023/TT-BTC.", False),
    (PARTS + "Phấn đấu vào mục tiêu 5 sao.", False),
]


@pytest.mark.parametrize(("text", "absent"), POINTERS)
def test_places_that_are_not_there(text: str, absent: bool, tmp_path: Path) -> None:
    assert bool(told("place-absent", text + "\n", tmp_path)) == absent


ANNEX = "\n\nPHỤ LỤC 1\n\nDanh mục nhiệm vụ\n"
FORMS = [
    ("Báo cáo theo biểu số 07 kèm theo Kế hoạch này." + ANNEX, True),
    ("Các xã gửi số liệu theo mẫu số 3 đính kèm." + ANNEX, True),
    ("Tổng hợp theo biểu mẫu 02 gửi kèm." + ANNEX, True),
    ("Đăng ký theo mẫu 4 ban hành kèm Kế hoạch này." + ANNEX, True),
    ("Rà soát theo biểu 9 (kèm theo)." + ANNEX, True),
    ("Báo cáo theo biểu mẫu kèm theo." + ANNEX, False),
    ("Báo cáo theo biểu số 01 kèm theo Kế hoạch này." + ANNEX, False),
    ("Báo cáo theo biểu số 07 kèm theo Kế hoạch này.\n\nBIỂU SỐ 7\n\nSố liệu\n", False),
]


@pytest.mark.parametrize(("text", "absent"), FORMS)
def test_forms_that_are_not_there(text: str, absent: bool, tmp_path: Path) -> None:
    assert bool(told("annex-absent", text, tmp_path)) == absent
