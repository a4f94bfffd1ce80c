"""Times that cannot be, on the wrong side of the document's day, or left from another year's plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_rules import found

RULES = {
    "impossible-date", "times-backwards", "cutoff-after-issue", "deadline-before-issue", "year-left-over",
    "time-disagrees",
}  # fmt: skip
TIMES = [
    ("Hoàn thành số hóa trong quý VI/2024.", "impossible-date"),
    ("Báo cáo trước quý 5 năm 2024.", "impossible-date"),
    ("Xong trong quý V.", "impossible-date"),
    ("Nghiệm thu vào quý VII năm 2024.", "impossible-date"),
    ("Kết nối dữ liệu trước quý V/2024.", "impossible-date"),
    ("Mỗi quý 5 lớp tập huấn.", None),
    ("Báo cáo trong quý IV/2024.", None),
    ("Trong quý vừa qua có 5 lớp.", None),
    ("Triển khai từ quý IV/2024 đến quý II/2024.", "times-backwards"),
    ("Thí điểm từ ngày 15/8/2024 đến hết ngày 30/6/2024.", "times-backwards"),
    ("Kinh phí giai đoạn 2025 - 2021 do tỉnh bố trí.", "times-backwards"),
    ("Lắp đặt từ tháng 11 năm 2024 đến tháng 3 năm 2024.", "times-backwards"),
    ("Vận hành từ năm 2025 đến hết năm 2024.", "times-backwards"),
    ("Trình dự thảo trước ngày 20/10/2024 để ký ban hành trong tháng 9/2024.", "times-backwards"),
    ("Hoàn thiện hồ sơ trong quý III để UBND tỉnh phê duyệt trước ngày 15/5/2024.", "times-backwards"),
    ("Gửi góp ý chậm nhất ngày 25/7 để công bố vào ngày 10/7/2024.", "times-backwards"),
    ("Trình trước ngày 15/8 để ban hành trong tháng 9/2024.", None),
    ("Triển khai từ năm 2024 đến hết năm 2025.", None),
    ("Năm học kéo dài từ tháng 9/2023 đến tháng 5/2024.", None),
    ("Đã tổ chức lớp tập huấn cho 60 cán bộ vào ngày 20/3/2024.", "cutoff-after-issue"),
    ("Tỉnh đã khai trương Trung tâm điều hành ngày 15/02/2024.", "cutoff-after-issue"),
    ("Sở Y tế đã nghiệm thu phần mềm bệnh án ngày 28/8/2024.", "cutoff-after-issue"),
    ("Đã kết nối 12 hệ thống với trục liên thông từ ngày 01/5/2024.", "cutoff-after-issue"),
    ("UBND tỉnh đã công bố cơ sở dữ liệu đất đai vào ngày 9/9/2024.", "cutoff-after-issue"),
    ("Tỉnh đã ban hành kế hoạch để tổ chức hội thi vào ngày 15/02/2024.", None),
    ("Đã tổ chức lớp tập huấn vào ngày 20/12/2023.", None),
    ("Đã triển khai nhập dữ liệu, dự kiến xong ngày 30/6/2024.", None),
    ("3.2. Bản đồ số (5 điểm) - 10 lớp; phối hợp: Sở Y tế; hạn: 30/11/2023.", "deadline-before-issue"),
    ("Rà soát quy chế, chậm nhất là ngày 31/10/2023.", "deadline-before-issue"),
    ("6.1. Mở dữ liệu - 20 bộ; thời hạn hoàn thành: 15/12/2023.", "deadline-before-issue"),
    ("Cấp tài khoản cho giáo viên, xong trước ngày 01/12/2023.", "deadline-before-issue"),
    ("4.4. Kênh hỏi đáp - 01 kênh; hạn cuối: ngày 20/9/2023.", "deadline-before-issue"),
    ("Việc giao năm trước đã hoàn thành ngày 31/10/2023.", None),
    ("4.4. Kênh hỏi đáp - 01 kênh; hạn cuối: ngày 20/9/2024.", None),
    ("Chứng thư số hết hạn: 30/11/2023 phải gia hạn.", None),
    ("2. Mục tiêu đến cuối năm 2022\n\n- Tiếp tục duy trì.", "year-left-over"),
    ("III. NHIỆM VỤ TRỌNG TÂM NĂM 2023", "year-left-over"),
    ("1.2. Chỉ tiêu cụ thể năm 2023:", "year-left-over"),
    ("Các sở cụ thể hóa Kế hoạch chuyển đổi số năm 2023 này.", "year-left-over"),
    ("Các xã căn cứ Chương trình năm 2025 này để thực hiện.", "year-left-over"),
    ("PHỤ LỤC I\n\nDANH MỤC NHIỆM VỤ NĂM 2023\n\n| a | b |\n|---|---|\n| c | d |", "year-left-over"),
    ("PHỤ LỤC\n\nPHÂN CÔNG CHỈ TIÊU NĂM 2022\n\n| a | b |\n|---|---|\n| c | d |", "year-left-over"),
    ("PHỤ LỤC II DANH MỤC CÔNG VIỆC\n", None),
    ("PHỤ LỤC\nDANH MỤC NHIỆM VỤ NĂM 2023\n\n| a | b |\n|---|---|\n| c | d |", "year-left-over"),
    ("1. Kết quả thực hiện mục tiêu năm 2023", None),
    ("I. KẾT QUẢ NĂM 2023\n\n1. Mục tiêu năm 2023\n\n- Đã xong.", None),
    ("Các sở cụ thể hóa Kế hoạch chuyển đổi số năm 2024 này.", None),
    ("2. Mục tiêu đến năm 2025", None),
    ("PHỤ LỤC II\n\nKẾT QUẢ CHỈ TIÊU NĂM 2023\n\n| a | b |\n|---|---|\n| c | d |", None),
    ("Quý I (hoàn thành trước ngày 30/8/2024)", "time-disagrees"),
    ("Tháng 3 (xong trước ngày 15/6/2024)", "time-disagrees"),
    ("Quý I (trước ngày 05/4/2024)", None),
]


@pytest.mark.parametrize(("text", "rule"), TIMES)
def test_times(text: str, rule: str | None, tmp_path: Path) -> None:
    rules = {finding.rule for finding in found(text + "\n", tmp_path)} & RULES
    assert rules == ({rule} if rule else set())


PERIODS = [
    ("Kinh phí thực hiện Kế hoạch này giai đoạn 2024 - 2026 là 5 tỷ đồng.", True),
    ("Dự toán giai đoạn 2024 - 2030 như sau.", True),
    ("Nhu cầu vốn giai đoạn 2024 - 2025 như sau.", False),
    ("Kinh phí theo Đề án giai đoạn 2024 - 2030 của tỉnh.", False),
    ("Dự toán giai đoạn 2021 - 2025 đã hết.", False),
]


@pytest.mark.parametrize(("text", "wrong"), PERIODS)
def test_the_period_of_another_plan(text: str, wrong: bool, tmp_path: Path) -> None:
    head = (
        "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n\nSố: 15/KH-UBND\n\nLai Châu, ngày 10 tháng 01 năm 2024\n\nKẾ "
        "HOẠCH\n"
        "Chuyển đổi số tỉnh Lai Châu giai đoạn 2024 - 2025\n\n"
    )
    assert ("year-left-over" in {f.rule for f in found(head + text + "\n", tmp_path)}) == wrong
