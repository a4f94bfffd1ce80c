"""What a whole plan does not speak of: money, reports, the result it starts from."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD, RAISING
from .long_plan import plan
from .test_forms import told
from .test_rules import found

NO_MONEY = [
    ("", True),
    ("- Bảo đảm kinh phí chi cho an toàn thông tin tối thiểu 10% tổng chi ngân sách "
     "cho chuyển đổi số.\n\n", True),
    ("- Nâng tỷ lệ chi ngân sách nhà nước cho xã hội số đạt 1%.\n\n", True),
    ("- Ban hành chính sách hỗ trợ kinh phí cho tổ công nghệ số cộng đồng.\n\n", True),
    ("- Chia sẻ dữ liệu về thu - chi ngân sách, đất đai, hộ tịch.\n\n", True),
    ("- Bố trí kinh phí thường xuyên từ ngân sách nhà nước cho kinh tế số.\n\n", True),
    ("V. KINH PHÍ\n\nTừ nguồn chi thường xuyên của các cơ quan.\n\n", False),
    ("5. Nguồn lực tài chính\n\nCác cơ quan tự thu xếp.\n\n", False),
    ("- Sở Tài chính cân đối, bố trí kinh phí thực hiện Kế hoạch.\n\n", False),
    ("- Lồng ghép nguồn vốn của các chương trình mục tiêu.\n\n", False),
    ("- Kinh phí do ngân sách cấp huyện bảo đảm theo phân cấp.\n\n", False),
    ("- Trên cơ sở dự toán của các đơn vị, trình HĐND tỉnh bố trí vốn theo Luật Ngân "
     "sách nhà nước.\n\n", False),
    ("| TT | Nhiệm vụ | Dự kiến kinh phí |\n| --- | --- | --- |\n| 1 | Số hóa hồ sơ | 200 |\n\n", False),
]  # fmt: skip


@pytest.mark.parametrize(("words", "absent"), NO_MONEY)
def test_plans_without_money(words: str, absent: bool, tmp_path: Path) -> None:
    assert bool(told("funding-absent", plan(money=words), tmp_path)) == absent


WITHOUT_SUM = [
    ("V. KINH PHÍ\n\nKinh phí thực hiện từ ngân sách nhà nước theo phân cấp.\n\n", True),
    ("- Sở Tài chính tham mưu bố trí kinh phí thực hiện Kế hoạch.\n\n", True),
    ("V. NGUỒN LỰC THỰC HIỆN\n\nHuy động xã hội hóa và các nguồn hợp pháp khác.\n\n", True),
    (
        "- Kinh phí được lấy từ nguồn chi thường xuyên, theo Nghị định số 73/2019/NĐ-CP của Chính phủ.\n\n",
        True,
    ),
    ("V. DỰ TOÁN\n\nCác đơn vị lập dự toán kinh phí hằng năm gửi cơ quan tài chính.\n\n", True),
    ("V. KINH PHÍ\n\nTổng kinh phí 12,4 tỷ đồng từ ngân sách tỉnh.\n\n", False),
    ("V. KINH PHÍ\n\nKinh phí thực hiện theo Phụ lục III.\n\n", False),
    ("V. KINH PHÍ\n\nTừ dự toán đã giao tại Quyết định số 900/QĐ-UBND của UBND tỉnh.\n\n", False),
    ("V. KINH PHÍ\n\nKhông phát sinh kinh phí.\n\n", False),
    ("V. KINH PHÍ\n\n| Nguồn | Số tiền (triệu đồng) |\n| --- | --- |\n| Ngân sách tỉnh | 1.200 |\n\n", False),
]


@pytest.mark.parametrize(("words", "bare"), WITHOUT_SUM)
def test_money_without_a_sum(words: str, bare: bool, tmp_path: Path) -> None:
    assert bool(told("funding-without-sum", plan(money=words), tmp_path)) == bare
    assert not told("funding-absent", plan(money=words), tmp_path)


NO_REPORTS = [
    ("", True),
    ("Các cơ quan báo cáo kết quả thực hiện về Sở Khoa học và Công nghệ để tổng hợp.\n\n", True),
    ("Sở Khoa học và Công nghệ tổng hợp, báo cáo UBND tỉnh xem xét.\n\n", True),
    ("- 100% báo cáo định kỳ hằng tháng được thực hiện trên hệ thống thông tin báo cáo.\n\n", True),
    ("Cục Thống kê gửi báo cáo thống kê hằng quý.\n\n", True),
    ("Sửa biểu mẫu báo cáo theo Quyết định số 52/2021/QĐ-UBND ngày 14/9/2021 của UBND tỉnh.\n\n", True),
    ("Khi cần sửa đổi, các cơ quan báo cáo UBND tỉnh quyết định.\n\n", True),
    ("Các cơ quan báo cáo trước ngày 20/12.\n\n", False),
    ("Định kỳ hằng quý, các sở báo cáo UBND tỉnh.\n\n", False),
    ("Báo cáo 6 tháng, cả năm gửi về Sở Khoa học và Công nghệ.\n\n", False),
    ("Gửi kết quả thực hiện về Văn phòng UBND tỉnh trong tháng 11.\n\n", False),
    ("Tổ chức sơ kết vào quý II, tổng kết vào cuối năm.\n\n", False),
    ("| Nội dung | Thời gian |\n| --- | --- |\n| Báo cáo kết quả thực hiện | Hằng quý |\n\n", False),
]


@pytest.mark.parametrize(("words", "absent"), NO_REPORTS)
def test_plans_without_times_of_reports(words: str, absent: bool, tmp_path: Path) -> None:
    assert bool(told("reporting-absent", plan(reports=words), tmp_path)) == absent


NO_RESULT = [
    ("- Cải thiện thứ hạng của tỉnh về chỉ số DTI.\n\n", True),
    ("- Phấn đấu DTI năm 2024 xếp hạng 20/63.\n\n", True),
    ("- Khắc phục chỉ số thấp: chữ ký số cá nhân (năm 2023 đạt 0,42/20 điểm).\n\n", True),
    ("- Phấn đấu nâng chỉ số DTI thuộc nhóm khá của cả nước.\n\n", True),
    ("- Năm 2023 tỷ lệ hồ sơ trực tuyến đạt 0,45%, góp phần nâng chỉ số DTI.\n\n", True),
    ("- Năm 2023, DTI của tỉnh đạt 0,5834 điểm.\n\n", False),
    ("- Năm 2023, tỉnh xếp thứ 41 cả nước về chuyển đổi số.\n\n", False),
    ("- Phấn đấu tăng 5 bậc so với hạng 41/63 năm 2023.\n\n", False),
    ("- Tổng điểm DTI năm 2023: 512,4/1000 điểm.\n\n", False),
    ("| Năm | Điểm | Thứ hạng |\n| --- | --- | --- |\n| 2023 | 512,4 | 41/63 |\n\n", False),
]


@pytest.mark.parametrize(("words", "absent"), NO_RESULT)
def test_raising_an_index_from_nowhere(words: str, absent: bool, tmp_path: Path) -> None:
    text = RAISING + plan(work="- Nâng cao chỉ số DTI của tỉnh.\n\n" + words)
    assert bool(told("overall-result-absent", text, tmp_path)) == absent
    assert not told("overall-result-absent", plan(work=words), tmp_path)  # a plan on something else


LACKING = plan(money="", reports="")
NOT_WHOLE = [
    "<!-- no head -->PHỤ LỤC\n\nDANH MỤC NHIỆM VỤ\n\n" + LACKING,
    plan(money="", reports="", lines=40),  # an excerpt
    HEAD.replace("KH-UBND", "NQ-HĐND").replace("KẾ HOẠCH", "NGHỊ QUYẾT") + LACKING,
    HEAD.replace("KH-UBND", "BC-UBND").replace("KẾ HOẠCH", "BÁO CÁO") + LACKING,
    LACKING.replace("I. MỤC ĐÍCH, YÊU CẦU", "I. CĂN CỨ").replace("II. MỤC TIÊU", "II. KẾT QUẢ"),
    LACKING[: LACKING.index("VI. TỔ CHỨC")] + "<!-- no tail -->",  # broken off
]
RULES = {"funding-absent", "funding-without-sum", "reporting-absent", "overall-result-absent"}


@pytest.mark.parametrize("text", NOT_WHOLE)
def test_only_whole_plans_lack_parts(text: str, tmp_path: Path) -> None:
    assert not RULES & {finding.rule for finding in found(text, tmp_path)}


def test_where_a_part_lacks(tmp_path: Path) -> None:
    """The title and the last words; for reports the part on who does what."""
    found_rules = {f.rule: f for f in found(LACKING, tmp_path) if f.rule in RULES}
    assert set(found_rules) == {"funding-absent", "reporting-absent"}
    quotes = [[span.quote for span in f.evidence] for f in found_rules.values()]
    assert quotes[0][0].startswith("Chuyển đổi số tỉnh Lai Châu") or "KẾ HOẠCH" in quotes[0][0]
    assert quotes[0][1].startswith("Trong quá trình thực hiện")
    assert quotes[1][0] == "VI. TỔ CHỨC THỰC HIỆN"
    assert "theo dõi, đôn đốc" in quotes[1][1]
