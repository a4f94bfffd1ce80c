"""Things sorted by how far they are, parts of more than the whole, what is left of a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

SORTED = [
    ("Kế hoạch đề ra 40 chỉ tiêu. Đến nay 25 chỉ tiêu hoàn "
     "thành, 10 chỉ tiêu đang thực hiện và 03 chỉ tiêu chậm.", True),
    ("UBND tỉnh giao 24 nhiệm vụ; 15 nhiệm vụ đã hoàn thành, "
     "08 nhiệm vụ đang làm, 02 nhiệm vụ chưa triển khai.", True),
    ("Chương trình gồm 18 dự án. Có 10 dự án đã hoàn thành, "
     "06 dự án chậm tiến độ.", True),
    ("Danh mục có 33 nội dung. Trong kỳ, 20 nội dung hoàn "
     "thành, 9 nội dung đang thực hiện, 6 nội dung quá hạn.", True),
    ("Tổng số 52 kiến nghị. Đã có 30 kiến nghị được hoàn "
     "thành, 14 kiến nghị đang xem xét, 10 kiến nghị chưa xử lý.", True),
    ("Kế hoạch đề ra 38 chỉ tiêu. Đến nay 25 chỉ tiêu hoàn "
     "thành, 10 chỉ tiêu đang làm và 03 chỉ tiêu chậm.", False),
    ("Kế hoạch đề ra 40 chỉ tiêu. Đến nay 25 chỉ tiêu hoàn "
     "thành, trong đó 10 chỉ tiêu vượt, 3 chỉ tiêu chậm.", False),
    ("Kế hoạch đề ra 40 chỉ tiêu. Đến nay 05 chỉ tiêu hoàn "
     "thành; 02 chỉ tiêu chậm cần tập trung.", False),
    ("Kế hoạch đề ra 40 chỉ tiêu và 25 nhiệm vụ; 24 nhiệm "
     "vụ hoàn thành, 03 nhiệm vụ chậm.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "off"), SORTED)
def test_things_sorted_by_their_state(text: str, off: bool, tmp_path: Path) -> None:
    assert bool(told("count-total", f"{text}\n", tmp_path)) == off


AMONG = [
    ("Có 30/40 trường học dùng học bạ số.\nTrong số đó, 34 trường học đã ký số.", True),
    ("Đã đào tạo 120 cán bộ. Trong số này, 150 cán bộ được cấp chứng chỉ.", True),
    ("Toàn tỉnh có 900 doanh nghiệp công nghệ. Trong số đó có 1200 doanh nghiệp xuất khẩu.", True),
    ("a) Có 61/70 trạm y tế kết nối mạng.\nb) Trong số đó, 65 trạm y tế dùng bệnh án điện tử.", True),
    ("Thẩm định 14 dự án mới. Trong số đó: 15 dự án mới được phê duyệt.", True),
    ("Có 30/40 trường học dùng học bạ số.\nTrong số đó, 28 trường học đã ký số.", False),
    ("Đã đào tạo 12 lớp. Trong số đó, 150 cán bộ được cấp chứng chỉ.", False),
    ("Trong số đó, 34 trường học đã ký số.", False),
]


@pytest.mark.parametrize(("text", "more"), AMONG)
def test_parts_that_are_more_than_the_whole(text: str, more: bool, tmp_path: Path) -> None:
    assert bool(told("part-above-whole", f"{text}\n", tmp_path)) == more


LEFT = [
    ("72/80 xã có cán bộ chuyên trách công nghệ.", "Còn 06 xã chưa có cán bộ chuyên trách công nghệ.", True),
    ("Có 45/45 trường dùng sổ điểm điện tử.", "Hạn chế: 03 trường chưa dùng sổ điểm điện tử.", True),
    ("Đã có 18/25 cơ sở dữ liệu kết nối nền tảng tích hợp.",
     "Hoàn thành kết nối nền tảng tích hợp cho 05 cơ sở dữ liệu còn lại.", True),
    ("Đến nay 90/104 trạm y tế triển khai bệnh án điện tử.",
     "Tập trung triển khai bệnh án điện tử tại 12 trạm y tế còn lại.", True),
    ("Có 11/12 huyện mở chuyên trang dữ liệu.", "02 huyện chưa mở chuyên trang dữ liệu.", True),
    ("72/80 xã có cán bộ chuyên trách công nghệ.", "Còn 08 xã chưa có cán bộ chuyên trách công nghệ.", False),
    ("72/80 xã có cán bộ chuyên trách công nghệ.", "Còn 06 xã chưa phủ sóng di động băng rộng.", False),
    ("72/80 xã có cán bộ chuyên trách công nghệ.",
     "Đầu năm 2023, 20 xã chưa có cán bộ chuyên trách công nghệ.", False),
    ("II. MỤC TIÊU\n\n80/80 xã có cán bộ chuyên trách công nghệ.",
     "III. HẠN CHẾ\n\n06 xã chưa có cán bộ chuyên trách công nghệ.", False),
]  # fmt: skip


@pytest.mark.parametrize(("done", "left", "off"), LEFT)
def test_what_is_left_of_a_whole(done: str, left: str, off: bool, tmp_path: Path) -> None:
    assert bool(told("rest-differs", f"{done}\n\n{left}\n", tmp_path)) == off


ROWS = [
    (
        "Có 31/36 hệ thống thông tin được phê duyệt cấp độ.",
        "Phê duyệt cấp độ 03 hệ thống thông tin còn lại",
        True,
    ),
    (
        "Đến nay 118/127 trạm y tế nối mạng chuyên dùng.",
        "Nối mạng chuyên dùng cho 12 trạm y tế còn lại",
        True,
    ),
    (
        "Đã có 9/12 cơ sở dữ liệu tích hợp lên kho chung.",
        "Tích hợp lên kho chung 02 cơ sở dữ liệu còn lại",
        True,
    ),
    ("Có 60/64 trường học dùng học bạ số.", "Tập huấn cho 06 trường học chưa dùng học bạ số", True),
    ("Đã lắp 88/95 điểm cầu truyền hình trực tuyến.", "Lắp điểm cầu còn lại: 5 điểm cầu", False),
    (
        "Có 31/36 hệ thống thông tin được phê duyệt cấp độ.",
        "Phê duyệt cấp độ 05 hệ thống thông tin còn lại",
        False,
    ),
    ("Có 31/36 hệ thống thông tin được phê duyệt cấp độ.", "Bàn giao 03 phần mềm kế toán còn lại", False),
]


@pytest.mark.parametrize(("done", "row", "off"), ROWS)
def test_what_is_left_told_in_a_row(done: str, row: str, off: bool, tmp_path: Path) -> None:
    table = f"| TT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n| 1 | {row} | Sở Y tế |\n"
    body = f"I. KẾT QUẢ\n\n- {done}\n\nII. NHIỆM VỤ\n\n{table}"
    assert bool(told("rest-differs", body, tmp_path)) == off


RANKS = [
    ("Phấn đấu DTI năm 2024 tăng 3 bậc so với vị trí thứ 29/63 của năm 2023.", True),
    ("Mục tiêu DTI năm 2024 tăng ít nhất 6 bậc so với hạng 28/63 năm 2023.", True),
    ("Phấn đấu cải thiện DTI năm 2024 so với thứ hạng 33/63 của năm 2023.", False),  # the place says no more
    ("Phấn đấu DTI năm 2024 tăng 3 bậc so với vị trí thứ 31/63 của năm 2023.", False),
    ("Phấn đấu DTI năm 2024 tăng 3 bậc so với vị trí thứ 40/63 của năm 2022.", False),
]


@pytest.mark.parametrize(("aim", "apart"), RANKS)
def test_ranks_that_a_goal_is_held_against(aim: str, apart: bool, tmp_path: Path) -> None:
    body = f"Năm 2023 tỉnh xếp thứ 31/63 tỉnh, thành phố về DTI.\n\n{aim}\n"
    assert bool(told("rank-stated-twice", body, tmp_path)) == apart


OUT_OF = [
    ("Tỷ lệ hồ sơ xử lý trực tuyến (chỉ số 6.12) đạt 6,10/15 điểm.", True),
    ("Chỉ số 6.12 mới đạt 3,25/10 điểm.", True),
    ("Kết quả hồ sơ trực tuyến (mã số 6.12) chỉ đạt 7/25 điểm.", True),
    ("Hồ sơ trực tuyến (mã 6.12) được 8,50/30 điểm, còn thấp.", True),
    ("Hồ sơ xử lý trực tuyến (tiêu chí 6.12) còn ở mức 2,00/5 điểm.", True),
    ("Tỷ lệ hồ sơ xử lý trực tuyến (chỉ số 6.12) đạt 6,10/20 điểm.", False),
    ("Tỷ lệ hồ sơ xử lý trực tuyến (chỉ số 6.12) đạt 6.100/15.000 hồ sơ.", False),
    ("Chỉ số 6.12 đạt 3/10 điểm; chỉ số 6.11 đạt 3/70 điểm; chỉ số 3.3 đạt 4/70 điểm.", False),  # other issue
]


@pytest.mark.parametrize(("text", "differs"), OUT_OF)
def test_points_out_of_another_maximum(text: str, differs: bool, tmp_path: Path) -> None:
    assert bool(told("points-differ-from-catalog", f"{text}\n", tmp_path)) == differs
