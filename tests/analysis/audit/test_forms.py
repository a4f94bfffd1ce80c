"""Forms of mistakes: for each rule sentences and tables of the same form, and sound ones that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_rules import found


def told(rule: str, body: str, folder: Path) -> list[str]:
    return [finding.message for finding in found(body, folder) if finding.rule == rule]


COUNTS = [
    ("Ngành có 24 đơn vị trực thuộc, gồm 06 bệnh viện, 09 trung tâm y tế và 08 chi cục.", "24"),
    ("Toàn tỉnh có 120 cơ sở, bao gồm 70 trường học và 40 trạm y tế.", "120"),
    ("Kế hoạch phân bổ 15 lớp tập huấn, chia ra 06 lớp cấp tỉnh, 07 lớp cấp huyện.", "15"),
    ("Chỉ số 3.9 có 20 điểm, gồm 3.9.1 (4 điểm), 3.9.2 (8 điểm) và 3.9.3 (6 điểm).", "20"),
    ("Huyện có 13 xã, thị trấn (10 xã và 02 thị trấn).", "13"),
    ("Trong 98 tiêu chí, có 31 tiêu chí đạt, 49 tiêu chí chưa đạt và 16 tiêu chí không có điểm.", "98"),
    ("Kiểm tra 18 đơn vị, gồm: 10 sở, ban, ngành; 05 huyện, thị xã và 04 xã.", "18"),
    ("Tặng 40 bằng khen, gồm 12 tập thể; 25 cá nhân.", "40"),
    ("Toàn ngành có 52 cơ sở, bao gồm 30 trường, điểm trường; 12 trung tâm và 9 nhà văn hóa.", "52"),
    ("Khảo sát 200 hộ, gồm: 80 hộ kinh doanh, cá thể; 70 hộ nông dân và 60 hộ khác.", "200"),
    ("Đã rà soát 35 quy trình, chia ra 20 quy trình cấp tỉnh; 18 quy trình cấp xã.", "35"),
    ("Kiểm tra 19 đơn vị, gồm: 10 sở, ban, ngành; 05 huyện, thị xã và 04 xã.", None),
    ("Ngành có 23 đơn vị, gồm 06 bệnh viện, 09 trung tâm và 08 chi cục; 216 trạm y tế.", None),
    ("Có 30 tổ, gồm 18 tổ xã, 12 tổ phường; 45 thành viên được tập huấn.", None),
    ("Ngành có 23 đơn vị trực thuộc, gồm 06 bệnh viện, 09 trung tâm y tế và 08 chi cục.", None),
    ("Bộ chỉ số gồm 9 chỉ số chính, 98 chỉ số thành phần.", None),
    ("Kế hoạch số 24 gồm 05 nhiệm vụ và 12 giải pháp.", None),
    ("Có 61 thôn chưa có sóng, trong đó huyện Mường Tè 24 thôn, huyện Sìn Hồ 19 thôn.", None),
    ("Mỗi năm mở 12 lớp, gồm mỗi quý 3 lớp và thêm 2 lớp.", None),
]


@pytest.mark.parametrize(("text", "number"), COUNTS)
def test_counts(text: str, number: str | None, tmp_path: Path) -> None:
    messages = told("count-total", text + "\n", tmp_path)
    assert [number in m for m in messages] == ([True] if number else [])


MONEY = [
    ("Tổng kinh phí 42,5 tỷ đồng; trong đó vốn đầu tư 25,3 tỷ đồng, chi thường xuyên 12,7 tỷ đồng, nguồn khác 3,5 tỷ đồng.", True),
    ("Kinh phí dự kiến 6.840 triệu đồng, gồm sự nghiệp y tế 4.100 triệu đồng và tài trợ 740 triệu đồng.", True),
    ("Dự toán năm 900 triệu đồng, phân bổ như sau: tập huấn 500 triệu đồng; số hóa 300 triệu đồng.", True),
    ("Nguồn vốn 12 tỷ đồng (năm 2024: 5 tỷ đồng; năm 2025: 8 tỷ đồng).", True),
    ("Nhu cầu vốn 80 tỷ đồng theo nguồn: ngân sách tỉnh 50 tỷ đồng, ngân sách huyện 20 tỷ đồng.", True),
    ("Tổng kinh phí 42,5 tỷ đồng; trong đó vốn đầu tư 26,3 tỷ đồng, chi thường xuyên 12,7 tỷ đồng, nguồn khác 3,5 tỷ đồng.", False),
    ("Tổng kinh phí 60 tỷ đồng, gồm đầu tư 40 tỷ đồng, sự nghiệp 20 tỷ đồng; giải ngân 54 tỷ đồng.", False),
    ("Tổng kinh phí 100 tỷ đồng, trong đó năm 2024 là 20 tỷ đồng, năm 2025 là 30 tỷ đồng.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong"), MONEY)
def test_money(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("money-total", text + "\n", tmp_path)) == wrong


SENTENCES = [
    ("Mở 12 lớp tập huấn x 16.500.000 đồng/lớp = 189.000.000 đồng.", "198.000.000"),
    ("Mua 04 máy quét × 18.000.000 đồng = 70.000.000 đồng.", "72.000.000"),
    ("Hỗ trợ 30% trong tổng số 1.240 doanh nghiệp (tương đương 472 doanh nghiệp).", "372"),
    ("Tỉnh tiếp nhận 1.000 hồ sơ, trong đó có 720 hồ sơ trực tuyến, đạt tỷ lệ 82%.", "72%"),
    ("Đưa 235 sản phẩm lên sàn, tăng 35 sản phẩm so với năm 2023 (190 sản phẩm).", "45"),
    ("Giảm tỷ lệ hồ sơ quá hạn từ 2,4% năm 2023 xuống dưới 3%.", "2,4%"),
    ("Nâng tỷ lệ hài lòng từ 92% lên 90%.", "92%"),
    ("Mở 12 lớp tập huấn x 16.500.000 đồng/lớp = 198.000.000 đồng.", None),
    ("Hỗ trợ 30% trong tổng số 1.240 doanh nghiệp (tương đương 372 doanh nghiệp).", None),
    ("Tỉnh tiếp nhận 1.000 hồ sơ, trong đó có 720 hồ sơ trực tuyến, đạt tỷ lệ 72%.", None),
    ("Đưa 235 sản phẩm lên sàn, tăng 45 sản phẩm so với năm 2023 (190 sản phẩm).", None),
    ("Giảm tỷ lệ hồ sơ quá hạn từ 2,4% năm 2023 xuống dưới 2%.", None),
    ("Nâng tỷ lệ hài lòng từ 90% lên 92%.", None),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: str | None, tmp_path: Path) -> None:
    messages = told("sentence-arithmetic", text + "\n", tmp_path)
    assert [expected in m for m in messages] == ([True] if expected else [])


RATIOS = [
    ("Có 118/157 trạm y tế nối mạng, đạt 85,2%.", True),
    ("Đã cấp 1.126/2.240 hộ kinh doanh mã QR, chiếm 60,3%.", True),
    ("Có 19/20 sở dùng chữ ký số (đạt tỷ lệ 90%).", True),
    ("Có 118/157 trạm y tế nối mạng, đạt 75,2%.", False),
    ("Có 13/17 nền tảng vận hành, đạt 80% kế hoạch.", False),
    ("Theo Quyết định số 12/2024 của tỉnh, tỷ lệ đạt 80%.", False),
    ("Tỉnh xếp hạng 28/63 tỉnh, thành phố. Tỷ lệ hồ sơ đạt 71,6%.", False),
]


@pytest.mark.parametrize(("text", "wrong"), RATIOS)
def test_ratios(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("ratio-against-percent", text + "\n", tmp_path)) == wrong


FIGURES = [
    ("- Tối thiểu … cuộc diễn tập an toàn thông tin.", True),
    ("- Tối thiểu      % doanh nghiệp nhỏ và vừa dùng nền tảng số.", True),
    ("- Công bố không dưới ... bộ dữ liệu mở.", True),
    ("- Tỷ lệ thanh toán trực tuyến đạt tối thiểu % tổng số hồ sơ.", True),
    ("- Tỷ lệ hồ sơ đạt trên …%.", True),
    ("- Tối thiểu 02 cuộc diễn tập an toàn thông tin.", False),
    ("- Công bố không dưới 30 bộ dữ liệu mở.", False),
    ("- Phổ biến pháp luật, tập huấn kỹ năng, tuyên truyền trên mạng…", False),
]


@pytest.mark.parametrize(("text", "missing"), FIGURES)
def test_missing_figures(text: str, missing: bool, tmp_path: Path) -> None:
    assert bool(told("missing-figure", f"I. MỤC TIÊU\n\n{text}\n", tmp_path)) == missing


USUAL = "Chuyển đổi số là nhiệm vụ chung. Chuyển đổi số cần dữ liệu. Chuyển đổi số cần con người.\n\n"
SLIPS = [
    ("Thực hiện kế hoạch chuyển đi số của tỉnh.", "chuyển đổi"),
    ("Thực hiện kế hoạch chuyn đổi của tỉnh.", "chuyển đổi"),
    ("Sở chịu trách nhiện về số liệu.", "trách nhiệm"),
    ("Sở hưởng dẫn biểu mẫu cho các xã.", "hướng dẫn"),
    ("Các đơn vi gửi báo cáo hằng quý.", "đơn vị"),
    ("Cán bộ công nghệ thông tn cấp xã còn thiếu.", "thông tin"),
    ("Trong qúa trình triển khai cần rà soát.", "quá trình"),
    ("Hồ sơ gửi về Sở Thông tin và Truyền th0ng.", "thông"),
    ("Sở Tài chính đươc giao bố trí vốn; xã được giao đất, huyện được giao vốn, tỉnh được giao cả.", "được"),
    ("Hạ tầng khác phục vụ kinh tế số và xã hội số.", None),
    ("Hệ thống truyền thông từ tỉnh đến cơ sở.", None),
    ("UBND huyện Lạc Thủy ban hành kế hoạch.", None),
    ("Kết nối Internet, wifi, smartphone, Mobile Money, camera AI, mạng 4G, 5G, chuẩn IPv6.", None),
    ("Sản xuất công nghiệp và sản xuất nông nghiệp.", None),
]


@pytest.mark.parametrize(("text", "meant"), SLIPS)
def test_slips(text: str, meant: str | None, tmp_path: Path) -> None:
    messages = told("slip", USUAL + text + "\n", tmp_path)
    assert [f"“{meant}”" in m for m in messages] == ([True] if meant else [])


RANKS = [
    ("Năm 2023 tỉnh xếp hạng 41/63. Với vị trí thứ 43/63, tỉnh còn nhiều việc.", True),
    ("Chỉ số DTI năm 2023 đứng thứ 41/63.\n\nVị trí 43/63 cho thấy dư địa cải thiện.", True),
    ("Lai Châu xếp thứ 14/63.\n\nSo với vị trí thứ 16/63 của Lai Châu năm 2023, mục tiêu là khó. Năm 2023 là mốc.", True),
    ("Năm 2023 tỉnh xếp hạng 41/63, tăng 6 hạng so với năm 2022 (hạng 47/63).", False),
    ("Năm 2023 Sơn La xếp thứ 9/63, Lai Châu xếp thứ 14/63, Lào Cai xếp thứ 38/63.", False),
    ("Năm 2023 tỉnh xếp hạng 41/63; riêng chỉ số Nhận thức số xếp hạng 20/63.", False),
    ("Năm 2023 tỉnh xếp hạng 41/63; phấn đấu năm 2024 lên hạng 35/63.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "twice"), RANKS)
def test_ranks(text: str, twice: bool, tmp_path: Path) -> None:
    assert bool(told("rank-stated-twice", text + "\n", tmp_path)) == twice


NUMBERS = [
    ("Căn cứ Quyết định số 146QĐ-TTg ngày 28/01/2022;", True),
    ("Căn cứ Quyết định số 1245/UBND ngày 18/8/2022;", True),
    ("Căn cứ Nghị quyết số 57-NQTW ngày 22/12/2024;", True),
    ("Căn cứ Chỉ thị số 14/CT ngày 07/6/2019;", True),
    ("Căn cứ Quyết định số 146/QĐ-TTg ngày 28/01/2022;", False),
    ("Căn cứ Công văn số 1245/UBND-KGVX ngày 18/8/2022;", False),
    ("Căn cứ Nghị quyết số 52-NQ/TW ngày 27/9/2019;", False),
]


@pytest.mark.parametrize(("text", "wrong"), NUMBERS)
def test_numbers_of_acts(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("malformed-act-number", text + "\n", tmp_path)) == wrong


DAYS = [
    ("Hoàn thành trước ngày 31/6/2024.", True),
    ("Báo cáo vào ngày 15/3, ngày 30/02 và ngày 08/10.", True),
    ("Thời gian hoàn thành: tháng 13/2024.", True),
    ("Hoàn thành trước ngày 29/02/2023.", True),
    ("Hoàn thành trước ngày 29/02/2024.", False),
    ("Báo cáo vào ngày 15/3, ngày 29/02 và ngày 08/10.", False),
    ("Thời gian hoàn thành: tháng 12/2024.", False),
    ("Nhân Ngày Chuyển đổi số quốc gia 10/10.", False),
]


@pytest.mark.parametrize(("text", "wrong"), DAYS)
def test_days(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("impossible-date", text + "\n", tmp_path)) == wrong


NUMBERING = [
    ("numbering-gap", "B.2. Chỉ tiêu\n\nB.2.1. Chính quyền\n\nB.2.3. Xã hội\n", True),
    ("numbering-gap", "1. Hạ tầng\n\n1.1. Mạng\n\n1.3. Dữ liệu\n", True),
    ("numbering-gap", "Nhiệm vụ 6: Số hóa hồ sơ.\n\nNhiệm vụ 8: Cấp chữ ký số.\n", True),
    ("numbering-repeat", "1/ Nhận thức\n\n2/ Thể chế\n\n2/ Hạ tầng\n", True),
    ("numbering-repeat", "I. MỤC TIÊU\n\nII. NHIỆM VỤ\n\nII. KINH PHÍ\n", True),
    ("numbering-gap", "1. Hạ tầng\n\n2. Dữ liệu\n\n80% hộ có mạng\n\n3. Kỹ năng\n", False),
    ("numbering-repeat", "1. Hạ tầng\n\na) Mạng\n\n1. Bên trong\n\n2. Bên ngoài\n\nb) Máy\n\n1. Bên trong\n\n2. Bên ngoài\n", False),
    ("numbering-gap", "Phần I\n\n1. Hạ tầng\n\n2. Dữ liệu\n\nPhần mềm dùng chung.\n\n3. Kỹ năng\n", False),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "body", "wrong"), NUMBERING)
def test_numbering(rule: str, body: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told(rule, body, tmp_path)) == wrong


LISTS = [
    ("Các ngành tập trung sáu nhóm nhiệm vụ sau đây.\n\n1. Nhận thức\n\n2. Thể chế\n\n3. Hạ tầng\n\n4. Dữ liệu\n\n5. Kỹ năng\n", True),
    ("Tỉnh thực hiện 4 giải pháp như sau:\n\n- Tuyên truyền.\n\n- Tập huấn.\n\n- Kiểm tra.\n", True),
    ("2. Chỉ tiêu cụ thể (5 chỉ tiêu):\n\n(1) Mạng.\n\n(2) Máy.\n\n(3) Người.\n\n(4) Việc.\n", True),
    ("Năm nay hoàn thành 5 chỉ tiêu sau: (1) mạng; (2) máy; (3) người; (4) việc.\n", True),
    ("Tỉnh thực hiện 3 giải pháp như sau:\n\n- Tuyên truyền.\n\n- Tập huấn.\n\n- Kiểm tra.\n", False),
    ("2. Chỉ tiêu cụ thể (4 chỉ tiêu):\n\n(1) Mạng.\n\n(2) Máy.\n\n(3) Người.\n\n(4) Việc.\n", False),
]  # fmt: skip


@pytest.mark.parametrize(("body", "wrong"), LISTS)
def test_announced_numbers(body: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("list-count", body, tmp_path)) == wrong


CITED = [
    ("- Phấn đấu 85% hộ gia đình có địa chỉ số trên tổng số hộ gia đình (chỉ số 8.3).", "8.4"),
    ("Điểm thấp ở chỉ số 4.6 (tỷ lệ công chức, viên chức chuyên trách, kiêm nhiệm về chuyển đổi số).", "4.5"),
    ("- Chỉ số 8.3 (tỷ lệ hộ gia đình có địa chỉ số trên tổng số hộ gia đình) còn thấp.", "8.4"),
    ("- Chỉ số 8.4 (tỷ lệ hộ gia đình có địa chỉ số trên tổng số hộ gia đình) còn thấp.", None),
    ("- Chỉ số 8.3 (Sở Khoa học và Công nghệ theo dõi) còn thấp.", None),
    ("- Phấn đấu 85% hộ gia đình có địa chỉ số trên tổng số hộ gia đình (chỉ số 8.4).", None),
    ("Các đơn vị thực hiện và phối hợp như chỉ số 5.1.", None),
]


@pytest.mark.parametrize(("text", "other"), CITED)
def test_cited_codes(text: str, other: str | None, tmp_path: Path) -> None:
    messages = told("code-of-another-indicator", text + "\n", tmp_path)
    assert [f"({other})" in m for m in messages] == ([True] if other else [])


WHOLES = [
    ("count-stated-twice", "Tỉnh có 103 đơn vị hành chính cấp xã.\n\nMáy tính cho cán bộ của 105 xã, phường.\n", True),
    ("count-stated-twice", "Có 118/157 trạm y tế nối mạng.\n\nTập huấn cho 150/160 trạm y tế nối mạng.\n", True),
    ("count-stated-twice", "Tỉnh có 103 đơn vị hành chính cấp xã.\n\nLắp camera tại 50 xã, phường.\n", False),
    ("annex-absent", "Báo cáo theo biểu mẫu số 03 gửi kèm.\n", True),
    ("annex-absent", "Danh mục nêu tại Phụ lục II.\n\nPHỤ LỤC\n\nDanh mục dự án\n", True),
    ("annex-absent", "Chi tiết tại Phụ lục I.\n\nPHỤ LỤC\n\nDanh mục dự án\n", False),
    ("annex-absent", "Áp dụng Phụ lục II của Quyết định số 12/QĐ-UBND ngày 01/01/2024.\n", False),
    ("doubled-word", "Sở phối hợp phối hợp với các huyện.\n", True),
    ("doubled-word", "- Mục tiêu: Mục tiêu đạt 50%.\n", True),
    ("doubled-word", "Các nền tảng: Nền tảng số, nền tảng dữ liệu.\n", False),
    ("target-below-baseline", "I. HIỆN TRẠNG\n\nTỷ lệ dân số trưởng thành có tài khoản thanh toán đạt 63,5%.\n\nII. MỤC TIÊU\n\n- 60% dân số trưởng thành có tài khoản thanh toán.\n", True),
    ("target-below-baseline", "I. HIỆN TRẠNG\n\nTỷ lệ dân số trưởng thành có tài khoản thanh toán đạt 53,5%.\n\nII. MỤC TIÊU\n\n- 60% dân số trưởng thành có tài khoản thanh toán.\n", False),
    ("value-stated-twice", "II. MỤC TIÊU\n\n- Đến hết năm 2024: hồ sơ nộp trực tuyến toàn trình đạt 80%.\n\n- Đến hết năm 2025: hồ sơ nộp trực tuyến toàn trình đạt 85%.\n", False),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "body", "wrong"), WHOLES)
def test_others(rule: str, body: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told(rule, body, tmp_path)) == wrong


WEEKDAYS = [
    ("Hội nghị tổ chức vào Thứ Sáu, ngày 08/3/2024 tại hội trường.", None),
    ("Hội nghị tổ chức vào Thứ Năm, ngày 08/3/2024 tại hội trường.", "thứ sáu"),
    ("Ngày 01/10/2024 (thứ Hai) các cơ quan gửi báo cáo.", "thứ ba"),
    ("Họp vào Chủ nhật ngày 9 tháng 3 năm 2024.", "thứ bảy"),
    ("Phiên họp thứ hai, ngày 08/3/2024 đã thông qua dự thảo.", None),
    ("Tập huấn lần thứ ba ngày 08/3/2024.", None),
]


@pytest.mark.parametrize(("text", "right"), WEEKDAYS)
def test_weekdays(text: str, right: str | None, tmp_path: Path) -> None:
    messages = told("weekday-differs", text + "\n", tmp_path)
    assert [right in m for m in messages if right] == ([True] if right else messages)


SHARES = [
    ("Tỷ lệ hộ nghèo có điện thoại thông minh đạt 101,5%.", True),
    ("Năm 2023, 104% hồ sơ được trả đúng hạn.", True),
    ("Tỷ lệ chợ có điểm thanh toán không tiền mặt là 120%.", True),
    ("Tỷ lệ giải ngân đạt 112% kế hoạch.", False),
    ("Doanh thu bưu chính đạt 135%.", False),
    ("Số hồ sơ trực tuyến tăng 150% so với năm 2022.", False),
    ("Tỷ lệ thuê bao di động đạt 128% dân số.", False),
    ("100% văn bản được ký số.", False),
]


@pytest.mark.parametrize(("text", "wrong"), SHARES)
def test_shares_above_all(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("share-above-100", text + "\n", tmp_path)) == wrong


MOVES = [
    ("Chỉ số xếp thứ 20/63, tăng 3 bậc so với năm 2022 (thứ 25/63).", "tăng 5 bậc"),
    ("Tỉnh đứng hạng 40/63 (giảm 2 bậc so với năm trước (hạng 43/63)).", "tăng 3 bậc"),
    ("Chỉ số tăng từ hạng 50 lên hạng 41, tăng 8 bậc.", "tăng 9 bậc"),
    ("Tỉnh tụt từ hạng 12 xuống hạng 17, giảm 4 bậc.", "giảm 5 bậc"),
    ("Chỉ số xếp thứ 20/63, tăng 5 bậc so với năm 2022 (thứ 25/63).", None),
    ("Chỉ số tăng từ hạng 50 lên hạng 41, tăng 9 bậc.", None),
]


@pytest.mark.parametrize(("text", "right"), MOVES)
def test_moves_of_ranks(text: str, right: str | None, tmp_path: Path) -> None:
    messages = told("sentence-arithmetic", text + "\n", tmp_path)
    assert [right in m for m in messages if right] == ([True] if right else messages)


MEASURED = [
    ("Đã giải ngân 30,5 tỷ đồng/61 tỷ đồng, đạt 60%.", True),
    ("Đã chi 450/900 triệu đồng (chiếm 45%).", True),
    ("Năm 2022 tỉnh đạt 600/1.000 điểm, tương ứng 66% điểm tối đa.", True),
    ("Có 70/100 thôn được phủ sóng 4G, đạt 77%.", True),
    ("Đã giải ngân 30,5 tỷ đồng/61 tỷ đồng, đạt 50%.", False),
    ("Chỉ số 6.1 được 5/10 điểm, đạt 80%.", False),
]


@pytest.mark.parametrize(("text", "wrong"), MEASURED)
def test_measured_ratios(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("ratio-against-percent", text + "\n", tmp_path)) == wrong


BEHIND = [
    ("Huyện có 15 tổ cấp xã và 127 tổ cấp xóm, tổng số 152 tổ.", "142"),
    ("Mở 4 lớp ở tỉnh, 6 lớp ở huyện và 10 lớp ở xã, tổng cộng 21 lớp.", "20"),
    ("Có 12 xã vùng cao, 8 xã vùng thấp; tổng số 22 xã.", "20"),
    ("Huyện có 15 tổ cấp xã và 127 tổ cấp xóm, tổng số 142 tổ.", None),
    ("Có 12 xã vùng cao, 8 xã vùng thấp; tổng số 340 thôn.", None),
]


@pytest.mark.parametrize(("text", "total"), BEHIND)
def test_wholes_behind(text: str, total: str | None, tmp_path: Path) -> None:
    messages = told("count-total", text + "\n", tmp_path)
    assert [total in m for m in messages if total] == ([True] if total else messages)


OPEN = [
    ("Thực hiện Kế hoạch số ..../KH-UBND ngày ..../3/2024.", True),
    ("Theo Quyết định số …/QĐ-UBND của UBND tỉnh.", True),
    ("- Thời gian hoàn thành: ..........", True),
    ("- Kinh phí thực hiện: ……………", True),
    ("Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2024.", False),
    ("Các nền tảng số: học tập, y tế, du lịch…", False),
]


@pytest.mark.parametrize(("text", "blank"), OPEN)
def test_places_left_open(text: str, blank: bool, tmp_path: Path) -> None:
    assert bool(told("blank-figure", text + "\n", tmp_path)) == blank


TOPS = [
    ("Phấn đấu đạt 1.020/1.000 điểm.", True),
    ("Nhóm Thể chế số đạt 110/100 điểm.", True),
    ("Phấn đấu đạt 820/1.000 điểm.", False),
    ("Phấn đấu đạt 100/100 điểm.", False),
]


@pytest.mark.parametrize(("text", "wrong"), TOPS)
def test_points_past_their_end(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("points-above-maximum", text + "\n", tmp_path)) == wrong


QUOTED = [
    ('Xây dựng 05 mô hình: "Bản thông minh", "Chợ số", "Tổ chữ ký số", "Trường học số".', "4"),
    ("Phát động 3 phong trào: “Bình dân học vụ số”, “Mỗi nhà một tài khoản”.", "2"),
    ('Triển khai 02 chuyên mục gồm "Chính quyền số", "Kinh tế số" và "Xã hội số".', "3"),
    ('Xây dựng 04 mô hình: "Bản thông minh", "Chợ số", "Tổ chữ ký số", "Trường học số".', None),
    ('Xây dựng 05 mô hình: "Bản thông minh", "Chợ số"…', None),
    ('Đạt 05 điểm "Tốt", "Khá".', None),
]


@pytest.mark.parametrize(("text", "listed"), QUOTED)
def test_names_in_quotation_marks(text: str, listed: str | None, tmp_path: Path) -> None:
    messages = told("list-count", text + "\n", tmp_path)
    assert [listed in m for m in messages if listed] == ([True] if listed else messages)
