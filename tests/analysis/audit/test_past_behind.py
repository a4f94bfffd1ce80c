"""Past values behind their targets; other districts; codes whose words are those of another indicator."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

LOWER = [
    ("Phấn đấu đến hết năm 2024 có 62% trạm y tế dùng bệnh án điện tử (chỉ số 4.5; năm 2022 đạt 70%).", True),
    ("Phấn đấu 55% hộ kinh doanh dùng hóa đơn điện tử (năm 2023 đạt 61,2%).", True),
    ("Bảo đảm 90% máy trạm của các sở được giám sát (chỉ số 5.4: năm 2023 đã đạt 93%).", True),
    ("Đến năm 2025 có 40% chợ thanh toán không dùng tiền mặt (năm 2023 là 44%).", True),
    ("Phấn đấu 80% thôn có sóng di động (chỉ số 3.1; năm 2022 đạt 78%) và 60% thôn có nhà văn hóa số "
     "(chỉ số 3.2; năm 2022 đạt 66%).", True),
    ("Phấn đấu 75% trạm y tế dùng bệnh án điện tử (chỉ số 4.5; năm 2022 đạt 70%).", False),
    ("Phấn đấu giảm còn 12% hồ sơ giấy phải nộp lại (năm 2023 đạt 15%).", False),
    ("Có 62% trạm y tế dùng bệnh án điện tử (năm 2022 đạt 70%).", False),
    ("Phấn đấu tăng thêm 8% hộ kinh doanh dùng hóa đơn điện tử (năm 2023 đạt 61,2%).", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "odd"), LOWER)
def test_less_than_there_was(text: str, odd: bool, tmp_path: Path) -> None:
    assert bool(told("target-below-baseline", f"Lời dẫn chung.\n\n{text}\n", tmp_path)) == odd


MEASURES = [
    ("Chỉ số nhân lực phấn đấu đạt 62 điểm, tăng so với mức 48% của năm 2022.", True),
    ("Mức độ hài lòng đạt 85%, tăng so với 7,5 điểm của năm 2023.", True),
    ("Nền tảng họp trực tuyến đạt 12 điểm, cao hơn so với mức 40% năm 2022.", True),
    ("Nâng chỉ số hạ tầng lên 70 điểm, cải thiện so với kết quả 61% năm trước.", True),
    ("Công khai dữ liệu đạt tối thiểu 15/20 điểm, tăng so với 55% của năm 2022.", True),
    ("Chỉ số nhân lực phấn đấu đạt 62 điểm, tăng so với mức 48 điểm của năm 2022.", False),
    ("Mức độ hài lòng đạt 85%, tăng so với 78% của năm 2023.", False),
    ("Mức độ hài lòng đạt 85%, tăng 5 điểm phần trăm so với năm 2023.", False),
]


@pytest.mark.parametrize(("text", "odd"), MEASURES)
def test_points_against_shares(text: str, odd: bool, tmp_path: Path) -> None:
    assert bool(told("baseline-other-measure", f"Lời dẫn chung.\n\n{text}\n", tmp_path)) == odd


CODES = [
    ("Hệ thống truyền thanh cơ sở của 40 thôn phát sóng chuyên mục vào chủ nhật (chỉ số 1.7).", True),
    ("Hệ thống truyền thanh cơ sở của 12 phường phát sóng chuyên mục hai tuần một lần (chỉ số 1.7).", True),
    ("Duy trì hệ thống truyền thanh cơ sở phát sóng chuyên mục mỗi thứ hai (chỉ số 1.7).", True),
    ("Bảo đảm hệ thống truyền thanh cơ sở phát sóng chuyên mục vào buổi sáng (chỉ số 1.7).", True),
    ("Yêu cầu hệ thống truyền thanh cơ sở tăng thời lượng phát sóng chuyên mục (chỉ số 1.7).", True),
    ("Hệ thống truyền thanh cơ sở phát sóng chuyên mục tối thiểu 01 lần/tuần (chỉ số 1.10).", False),
    ("Đài Phát thanh truyền hình của tỉnh phát sóng chuyên mục riêng hằng tuần (chỉ số 1.7).", False),
    ("Sản xuất chuyên mục riêng của Đài để phát trên truyền hình (chỉ số 1.7).", False),
]


@pytest.mark.parametrize(("text", "odd"), CODES)
def test_words_of_another_indicator(text: str, odd: bool, tmp_path: Path) -> None:
    assert bool(told("code-of-another-indicator", f"Lời dẫn chung.\n\n{text}\n", tmp_path)) == odd


_OWN = (
    "ỦY BAN NHÂN DÂN\nHUYỆN MAI SƠN\n\nSố: 31/KH-UBND\n\nMai Sơn, ngày 12 tháng 2 năm 2024\n\nKẾ HOẠCH\n"
    "Chuyển đổi số huyện Mai Sơn năm 2024\n\nỦy ban nhân dân huyện Mai Sơn ban hành Kế hoạch.\n\n"
)
PLACES = [
    ("Vận động hội viên trên địa bàn huyện Quỳnh Nhai tham gia.", True),
    ("Lắp đặt camera trong toàn huyện Sông Mã.", True),
    ("Thực hiện theo phân công của UBND huyện Thuận Châu.", True),
    ("Tuyên truyền tới người dân trên địa bàn huyện Yên Châu.", True),
    ("Các trường học trên địa bàn huyện Bắc Yên dùng học bạ số.", True),
    ("Vận động hội viên trên địa bàn huyện Mai Sơn tham gia.", False),
    ("Học tập kinh nghiệm trên địa bàn huyện Quỳnh Nhai.", False),
    ("Phối hợp giám sát tuyến đường trên địa bàn huyện Sông Mã.", False),
]


@pytest.mark.parametrize(("text", "odd"), PLACES)
def test_other_districts(text: str, odd: bool, tmp_path: Path) -> None:
    assert bool(told("another-province", f"{_OWN}{text}\n", tmp_path)) == odd


VAGUE = [
    ("Các trạm y tế dùng bệnh án điện tử đạt tỷ lệ tương đối cao.", True),
    ("Tỷ lệ hồ sơ nộp trực tuyến đạt khá so với mặt bằng chung.", True),
    ("Số giao dịch qua tài khoản đạt tỷ lệ khá cao.", True),
    ("Chất lượng nhân lực số ở mức tốt so với mặt bằng chung cả nước.", True),
    ("Tỷ lệ hộ kinh doanh dùng hóa đơn điện tử đạt mức tương đối cao.", True),
    ("Tỷ lệ hồ sơ nộp trực tuyến đạt 75%.", False),
    ("Cải tạo mặt bằng chung cư để đặt trạm thu phát sóng.", False),
    ("Đưa tỉnh vào nhóm 20 địa phương dẫn đầu.", False),
]


@pytest.mark.parametrize(("text", "odd"), VAGUE)
def test_relatively_high_rates(text: str, odd: bool, tmp_path: Path) -> None:
    body = f"II. NHIỆM VỤ\n\n1. {text} Sở Y tế chủ trì, hoàn thành trước ngày 31/12/2024.\n"
    assert bool([*told("vague-target", body, tmp_path), *told("vague-task", body, tmp_path)]) == odd


_TABLE = (
    "PHỤ LỤC\n\n| Mã | Chỉ số | Kết quả năm 2023 | Mục tiêu năm 2024 | Chủ trì |\n"
    "| --- | --- | --- | --- | --- |\n"
    "| 3.1 | Tỷ lệ dân số trưởng thành có điện thoại thông minh | 71% | 80% | Sở A |\n"
    "| 3.3 | Tỷ lệ hộ gia đình có Internet cáp quang | 68% | 75% | Sở A |\n"
    "| 4.7 | Tỷ lệ công chức, viên chức được bồi dưỡng về chuyển đổi số | 31% | 60% | Sở B |\n"
    "| 5.4 | Tỷ lệ máy chủ có phần mềm phòng chống mã độc | 80% | 100% | Sở A |\n"
    "| 6.12 | Tỷ lệ hồ sơ xử lý trực tuyến | 58% | 75% | Sở A |\n"
    "| 7.5 | Doanh nghiệp nhỏ và vừa dùng nền tảng số | {past} | {aim} | Sở B |\n"
    "| 7.6 | Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử | 40% | 60% | Sở B |\n"
)
ROWS = [
    ("11,5/20 điểm", "900 doanh nghiệp", True),
    ("6,2/10 điểm", "1.200 doanh nghiệp", True),
    ("3/10 điểm", "70%", True),
    ("4,8/10 điểm", "65%", True),
    ("7/20 điểm", "350 doanh nghiệp", True),
    ("52%", "70%", False),
    ("6,2/10 điểm", "8/10 điểm", False),
    ("", "900 doanh nghiệp", False),
]


@pytest.mark.parametrize(("past", "aim", "odd"), ROWS)
def test_the_one_row_in_another_measure(past: str, aim: str, odd: bool, tmp_path: Path) -> None:
    body = _TABLE.format(past=past, aim=aim)
    assert bool(told("baseline-other-measure", body, tmp_path)) == odd
