"""Aims below the state that the same document tells: shares of counted things, numbers of things that stay;
results and aims of a report told by two figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told

_PLAN = HEAD + "I. HIỆN TRẠNG NĂM 2023\n\n{}\n\nII. MỤC TIÊU\n\n{}\n"
STATES = [
    ("- 3.200/4.000 hộ có Internet cáp quang, đạt tỷ lệ 80%;",
     "- Tỷ lệ hộ gia đình có Internet cáp quang đạt 75%.", True),
    ("- 540/600 cơ sở giáo dục thu học phí không dùng tiền mặt (90%).",
     "- Tỷ lệ cơ sở giáo dục thu học phí không dùng tiền mặt đạt 85%.", True),
    ("- 78/104 trạm y tế sử dụng bệnh án điện tử, chiếm 75%.",
     "- Tỷ lệ trạm y tế sử dụng bệnh án điện tử đạt 60%.", True),
    ("- 3.200/4.000 hộ có Internet cáp quang, đạt tỷ lệ 80%;",
     "- Tỷ lệ hộ gia đình có Internet cáp quang đạt 85%.", False),
    ("- 3.200/4.000 hộ có Internet cáp quang, đạt tỷ lệ 80%;",
     "- Tỷ lệ hộ nghèo có điện thoại thông minh đạt 75%.", False),
    ("- 60/100 thôn có Tổ công nghệ số cộng đồng, đạt tỷ lệ 60%;",
     "- Tỷ lệ xã có mạng lưới tổ công nghệ số cộng đồng đạt 50%.", False),
    ("- 1.850 sản phẩm được đưa lên sàn;",
     "- Số sản phẩm trên sàn thương mại điện tử đạt 1.500 sản phẩm.", True),
    ("- Toàn tỉnh có 168 doanh nghiệp công nghệ số.",
     "- Số doanh nghiệp công nghệ số đạt 150 doanh nghiệp.", True),
    ("- 420 trạm phát sóng 5G trên địa bàn.", "- Số trạm phát sóng 5G đạt 380 trạm.", True),
    ("- 95 hợp tác xã sử dụng nhật ký điện tử.", "- Có 80 hợp tác xã sử dụng nhật ký điện tử.", True),
    ("- 310 camera giám sát giao thông.", "- Có ít nhất 250 camera giám sát giao thông.", True),
    ("- Toàn tỉnh có 168 doanh nghiệp công nghệ số.",
     "- Phát triển thêm 50 doanh nghiệp công nghệ số.", False),
    ("- Toàn tỉnh có 168 doanh nghiệp công nghệ số.",
     "- Số doanh nghiệp công nghệ số đạt 200 doanh nghiệp.", False),
    ("- Toàn tỉnh có 4.200 doanh nghiệp.", "- Có 3.000 doanh nghiệp sử dụng hợp đồng điện tử.", False),
    ("- 1.850 sản phẩm OCOP được đưa lên sàn;", "- Số sản phẩm chủ lực trên sàn đạt 1.500 sản phẩm.", False),
    ("- Đã tổ chức tập huấn cho 900 hộ kinh doanh.", "- Có 700 hộ kinh doanh được tập huấn.", False),
]  # fmt: skip


@pytest.mark.parametrize(("state", "aim", "wrong"), STATES)
def test_aim_below_the_state(state: str, aim: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("target-below-baseline", _PLAN.format(state, aim), tmp_path)) == wrong


_REPORT = HEAD.replace("KẾ HOẠCH\n", "BÁO CÁO\nKết quả ").replace("KH-UBND", "BC-UBND")
_TABLE = (
    "\n\n| STT | Chỉ tiêu | Kế hoạch 2024 | Kết quả | Đánh giá |\n|---|---|---|---|---|\n"
    "| 1 | Tỷ lệ thanh toán trực tuyến | 55% | 61,5% | Vượt |\n| 2 | Hồ sơ số hóa | 80% | 82% | Vượt |\n"
    "| 3 | Thôn được phủ sóng | 100% | 99% | Chưa đạt |\n"
)
AIMS = [
    ("- Tỷ lệ thanh toán trực tuyến đạt 61,5% (mục tiêu 50%).", True),
    ("- Thanh toán trực tuyến đạt 61,5% (kế hoạch giao 60%).", True),
    ("- Số hóa hồ sơ: đạt 82% (chỉ tiêu năm 2024: 85%).", True),
    ("- Thôn được phủ sóng đạt 99% (KH: 98%).", True),
    ("- Tỷ lệ thôn được phủ sóng là 99% (mục tiêu đề ra 95%).", True),
    ("- Tỷ lệ thanh toán trực tuyến đạt 61,5% (mục tiêu 55%).", False),
    ("- Tỷ lệ thanh toán tiền điện đạt 61,5% (mục tiêu 50%).", False),
    ("- Tỷ lệ thanh toán trực tuyến quý I đạt 40% (mục tiêu 35%).", False),
]


@pytest.mark.parametrize(("text", "wrong"), AIMS)
def test_aims_in_brackets(text: str, wrong: bool, tmp_path: Path) -> None:
    body = f"{_REPORT}I. KẾT QUẢ THỰC HIỆN\n\n{text}\n\nPHỤ LỤC{_TABLE}"
    assert bool(told("value-stated-twice", body, tmp_path)) == wrong


WORDED = [
    ("- Tỷ lệ người lao động được bồi dưỡng kỹ năng số đạt khá.", True),
    ("- Mức độ hài lòng của người dân được đánh giá rất cao.", True),
    ("- Số lượng doanh nghiệp tham gia sàn giao dịch ở mức trung bình.", True),
    ("- Tỷ lệ trường học dùng học bạ số đạt ở mức tốt;", True),
    ("- Tỷ lệ hồ sơ nộp trực tuyến đạt kết quả khả quan.", True),
    ("- Tỷ lệ người lao động được bồi dưỡng kỹ năng số đạt khá (72%).", False),
    ("- Chất lượng phục vụ được đánh giá tốt.", False),
]


@pytest.mark.parametrize(("text", "wrong"), WORDED)
def test_results_in_words(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("missing-figure", f"{_REPORT}I. KẾT QUẢ THỰC HIỆN\n\n{text}\n", tmp_path)) == wrong


LACKS = [
    ("- Tỷ lệ hộ gia đình có Internet cáp quang mới đạt 78%, thấp hơn mục tiêu.", True),
    ("- Tỷ lệ hộ gia đình có Internet cáp quang còn thấp, đạt 80%.", False),
    ("- Tại huyện Mường Tè, tỷ lệ hộ gia đình có Internet cáp quang mới đạt 48%.", False),
]


@pytest.mark.parametrize(("text", "wrong"), LACKS)
def test_result_among_what_falls_short(text: str, wrong: bool, tmp_path: Path) -> None:
    body = (
        f"{_REPORT}I. KẾT QUẢ THỰC HIỆN\n\n- Tỷ lệ hộ gia đình có Internet cáp quang đạt 80%.\n\n"
        f"II. TỒN TẠI, HẠN CHẾ\n\n{text}\n"
    )
    assert bool(told("result-stated-twice", body, tmp_path)) == wrong


GAPS = [
    ("- Mỗi tổ hướng dẫn tối thiểu       lượt người dân.", True),
    ("- Ứng dụng của tỉnh có          lượt tải.", True),
    ("- Mỗi xã tổ chức ít nhất      lớp tập huấn kỹ năng số.", True),
    ("- Cổng thông tin thu hút       lượt truy cập trong năm.", True),
    ("- Đưa lên sàn không dưới      sản phẩm OCOP.", True),
    ("- Mỗi tổ hướng dẫn tối thiểu 50 lượt người dân.", False),
    ("- Trang có lượt truy cập cao nhất tỉnh.", False),
    ("- Giảm tối thiểu hồ sơ giấy phải nộp.", False),
]


@pytest.mark.parametrize(("text", "wrong"), GAPS)
def test_blanks_of_spaces(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("missing-figure", f"{HEAD}III. NHIỆM VỤ\n\n{text}\n", tmp_path)) == wrong


def _list(count: int, mark: str = "-") -> str:
    things = ("văn bản được ký số", "hồ sơ được số hóa", "máy tính được bảo vệ", "thôn có tổ công nghệ số",
              "trường học có Internet", "trạm y tế có bệnh án điện tử", "chợ có mã QR")  # fmt: skip
    return "\n\n".join(f"{mark.format(i + 1)} 100% {things[i]}." for i in range(count))


HEADS = [
    ("1. Chính quyền số (06 chỉ tiêu)", 7, "-", True),
    ("a) Xã hội số (gồm 05 chỉ tiêu):", 4, "-", True),
    ("2. Hạ tầng số (04 chỉ tiêu)", 5, "{})", True),
    ("1. Kinh tế số (07 chỉ tiêu)", 6, "+", True),
    ("3. Dữ liệu số (03 nhiệm vụ)", 4, "•", True),
    ("1. Chính quyền số (07 chỉ tiêu)", 7, "-", False),
    ("1. Chính quyền số (20 chỉ tiêu)", 7, "-", False),
]


@pytest.mark.parametrize(("head", "count", "mark", "wrong"), HEADS)
def test_counts_of_headings(head: str, count: int, mark: str, wrong: bool, tmp_path: Path) -> None:
    body = f"{HEAD}I. MỤC TIÊU\n\n{head}\n\n{_list(count, mark)}\n\nII. NHIỆM VỤ\n\nCác sở thực hiện.\n"
    assert bool(told("list-count", body, tmp_path)) == wrong
