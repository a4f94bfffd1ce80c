"""Forms of what was copied, forgotten or given twice: leads, results, issuers, provinces, abbreviations."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD, RESULTS
from .test_forms import told

OWN = "Tỉnh Lai Châu lập kế hoạch này. Lai Châu cần dữ liệu. Lai Châu cần con người.\n\n"

PLACES = [
    ("Rà soát hạ tầng mạng trên địa bàn tỉnh Cao Bằng.", True),
    ("UBND tỉnh Kiên Giang giao các sở rà soát dữ liệu.", True),
    ("Bảo đảm kinh phí cho chuyển đổi số của tỉnh Gia Lai.", True),
    ("Ban Chỉ đạo chuyển đổi số tỉnh Hà Nam kiểm tra hằng quý.", True),
    ("Phổ biến cách làm hay trên địa bàn tỉnh Nghệ An theo Kế hoạch này.", True),
    ("Rà soát hạ tầng mạng trên địa bàn tỉnh Lai Châu.", False),
    ("Học tập kinh nghiệm của tỉnh Cao Bằng về hồ sơ số.", False),
    ("Hợp tác với ngành y tế của tỉnh Gia Lai.", False),
    ("Điểm số của tỉnh Cao Bằng, Hà Giang và Sơn La cao.", False),
    ("Kết nối với Công ty Điện lực của tỉnh Cao Bằng.", False),
    ("Chuyển đổi số để tỉnh Quảng Trị phát triển bền vững.", True),
    ("Phấn đấu đưa tỉnh Cao Bằng vào nhóm 30 tỉnh dẫn đầu.", True),
    ("Xây dựng tỉnh Đồng Nai trở thành trung tâm dữ liệu.", True),
    ("Góp phần giúp tỉnh Trà Vinh từng bước hội nhập.", True),
    ("Quảng bá hình ảnh tỉnh Kiên Giang tới du khách.", True),
    ("Cung cấp dữ liệu đo mưa cho tỉnh Sơn La, tỉnh Điện Biên.", False),
    ("Hợp tác để tỉnh Sơn La phát triển chung cửa khẩu.", False),
    ("Kết nối dữ liệu để tỉnh Cao Bằng và tỉnh ta phát triển.", False),
    ("Góp phần giúp tỉnh Lai Châu từng bước hội nhập.", False),
    ("Tham khảo Kế hoạch số 5/KH-UBND ngày 02/01/2023 của UBND tỉnh Gia Lai.", False),
]


@pytest.mark.parametrize(("text", "left"), PLACES)
def test_other_provinces(text: str, left: bool, tmp_path: Path) -> None:
    assert bool(told("another-province", OWN + text + "\n", tmp_path)) == left


MERGED = [
    ("2025-06", "Hà Nam", True),
    ("2025-08", "Hà Nam", False),
    ("2025-08", "Nam Định", False),
    ("2025-08", "Thái Bình", True),
    ("2025-06", "Ninh Bình", False),
]


@pytest.mark.parametrize(("month", "name", "left"), MERGED)
def test_merged_provinces(month: str, name: str, left: bool, tmp_path: Path) -> None:
    """A province may speak of those that were merged into it, once they were."""
    head = HEAD.replace("LAI CHÂU", "NINH BÌNH").replace("Lai Châu", "Ninh Bình")
    head = head.replace("tháng 01 năm 2024", f"tháng {month[5:]} năm {month[:4]}")
    body = f"Ninh Bình cần dữ liệu. Ninh Bình cần người.\n\nRà soát hạ tầng trên địa bàn tỉnh {name}.\n"
    assert bool(told("another-province", head + body, tmp_path)) == left


ISSUERS = [
    ("Căn cứ Quyết định số 33/QĐ-TTg ngày 02/3/2023 của Bộ trưởng Bộ Y tế.", "Thủ tướng"),
    ("Căn cứ Quyết định số 33/QĐ-BTTTT ngày 02/3/2023 của Thủ tướng Chính phủ.", "Bộ Thông tin"),
    ("Căn cứ Nghị quyết số 33/NQ-CP ngày 02/3/2023 của Quốc hội.", "Chính phủ"),
    ("Theo Quyết định số 33/QĐ-UBND ngày 02/3/2023 của Bộ Nội vụ.", "Ủy ban nhân dân"),
    ("Theo Nghị quyết số 33/NQ-HĐND ngày 02/3/2023 của UBND tỉnh.", "Hội đồng nhân dân"),
    ("Căn cứ Quyết định số 33/QĐ-TTg ngày 02/3/2023 của Thủ tướng Chính phủ.", None),
    ("Căn cứ Quyết định số 33/QĐ-BTTTT ngày 02/3/2023 của Bộ TT&TT.", None),
    ("Căn cứ Nghị quyết số 33-NQ/TW ngày 02/3/2023 của Bộ Chính trị.", None),
    ("Theo Công văn số 33/UBND-KGVX ngày 02/3/2023 của UBND tỉnh.", None),
    ("Theo Quyết định số 33/QĐ-UBND ngày 02/3/2023 của Chủ tịch UBND tỉnh.", None),
    ("Theo Nghị quyết liên tịch số 33/2023/NQLT-CP-UBTVQH15 ngày 02/3/2023 của Chính phủ.", None),
]


@pytest.mark.parametrize(("text", "meant"), ISSUERS)
def test_issuers(text: str, meant: str | None, tmp_path: Path) -> None:
    messages = told("issuer-against-number", text + "\n", tmp_path)
    assert [f"của {meant}" in m for m in messages] == ([True] if meant else [])


def two(first: str, lead: str, second: str) -> str:
    return (
        f"II. NHIỆM VỤ\n\n1. Dữ liệu\n\na) {first}. Chủ trì: {lead}.\n\n"
        f"III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ\n\n- {second}.\n"
    )


PORTAL = "Xây dựng cổng dữ liệu mở của ngành nông nghiệp và môi trường"
LEADS = [
    (two(PORTAL, "Sở Y tế", f"Chủ trì {PORTAL.lower()}"), True),
    (two(PORTAL, "Sở Y tế", f"Chủ trì {PORTAL.lower()}, trình UBND tỉnh trong quý II"), True),
    (two(PORTAL, "Sở Y tế", f"Chủ trì, tham mưu {PORTAL.lower()} trước ngày 15/9/2024"), True),
    (two("Lập danh mục hồ sơ số hóa các xã", "Sở Y tế", "Chủ trì lập danh mục hồ sơ số hoá các xã"), True),
    (two(PORTAL, "Sở Tư pháp", f"Chủ trì {PORTAL.lower()}; báo cáo hằng quý"), True),
    (two(PORTAL, "Sở Nội vụ", f"Chủ trì {PORTAL.lower()}"), False),
    (two(PORTAL, "Sở Y tế", f"Phối hợp {PORTAL.lower()}"), False),
    (two(PORTAL, "Sở Y tế", "Chủ trì xây dựng cổng dữ liệu mở của ngành giáo dục và đào tạo"), False),
    (two(PORTAL, "Các sở, ban, ngành", f"Chủ trì {PORTAL.lower()}"), False),
    (two("Tuyên truyền về chuyển đổi số", "Sở Y tế", "Chủ trì tuyên truyền về chuyển đổi số"), False),
]  # fmt: skip


@pytest.mark.parametrize(("body", "twice"), LEADS)
def test_leads(body: str, twice: bool, tmp_path: Path) -> None:
    assert bool(told("lead-stated-twice", body, tmp_path)) == twice


def assigned(first: str, second: str) -> str:
    return f"II. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ\n\n- {first}.\n\n2. Sở Y tế\n\n- {second}.\n"


CODES = [
    ("Chủ trì chỉ số 4.5", "Chủ trì các chỉ số 4.4, 4.5 và 6.2", ["4.5"]),
    ("Chủ trì các chỉ số 3.1, 3.2", "Chủ trì chỉ số 3.2", ["3.2"]),
    ("Chủ trì các chỉ số từ 6.3 đến 6.6", "Chủ trì chỉ số 6.5", ["6.5"]),
    ("Chủ trì thực hiện chỉ tiêu 8.3", "Chủ trì thực hiện các chỉ tiêu 8.3, 8.4", ["8.3"]),
    ("Chủ trì các chỉ số 1.1 và 1.2", "Chủ trì các chỉ số 1.1 và 1.2", ["1.1", "1.2"]),
    ("Chủ trì chỉ số 4.5", "Chủ trì các chỉ số 4.4, 4.6", []),
    ("Chủ trì chỉ số 4.5", "Chủ trì chỉ số 4.4; phối hợp thực hiện chỉ số 4.5", []),
]


@pytest.mark.parametrize(("first", "second", "codes"), CODES)
def test_leads_of_indicators(first: str, second: str, codes: list[str], tmp_path: Path) -> None:
    messages = told("lead-stated-twice", assigned(first, second), tmp_path)
    assert [m.split()[2] for m in messages] == codes


SHORT = [
    ("Vận hành nền tảng XKTG của tỉnh.", "XKTG"),
    ("Các sở kết nối với BQKS trước tháng 6.", "BQKS"),
    ("Nâng cấp hệ thống HTKQ; mở rộng kho dữ liệu.", "HTKQ"),
    ("Giao Trung tâm ZQM giám sát.", "ZQM"),
    ("Kết nối qua trục GKXP của tỉnh và trục chung.", "GKXP"),
    ("Vận hành nền tảng tích hợp (XKTG). Nâng cấp XKTG.", None),
    ("Vận hành XKTG (nền tảng tích hợp). Nâng cấp XKTG.", None),
    ("UBND tỉnh giao các sở giải quyết TTHC, nâng hạng DTI, ứng dụng GIS.", None),
    ("Kho dữ liệu ngành y tế. Nâng cấp KDLN.", None),
    ("Theo Công văn số 12/UBND-KGXP ngày 02/3/2023.", None),
    ("KẾ HOẠCH CUA TINH VE XKTG", None),
]


@pytest.mark.parametrize(("text", "word"), SHORT)
def test_abbreviations(text: str, word: str | None, tmp_path: Path) -> None:
    messages = told("abbreviation-unexplained", text + "\n", tmp_path)
    assert [m.endswith(f": {word}") for m in messages] == ([True] if word else [])


REPORT, SEALS = RESULTS.format("Chưa đạt"), "Chữ ký số cá nhân của người trưởng thành"
BODY = "I. KẾT QUẢ\n\n- Tỷ lệ {} đạt {}%.\n\nPHỤ LỤC\n\n"
FIGURES = [
    ("chữ ký số cá nhân của người trưởng thành", "31", True),
    ("chữ ký số cá nhân của người trưởng thành trên địa bàn tỉnh", "36,4", True),
    ("chữ ký số cá nhân của người trưởng thành toàn tỉnh", "53", True),
    ("chữ ký số cá nhân của người trưởng thành", "34,6", False),  # the table has it rounded
    ("chữ ký số cá nhân của người trưởng thành", "35", False),
    ("chữ ký số cá nhân của người trưởng thành ở vùng cao", "31", False),
    ("chữ ký số của cơ quan", "31", False),
]


@pytest.mark.parametrize(("name", "figure", "twice"), FIGURES)
def test_results(name: str, figure: str, twice: bool, tmp_path: Path) -> None:
    head, _, table = REPORT.replace("Chữ ký số cá nhân", SEALS).partition("| STT")
    body = f"{head}{BODY.format(name, figure)}| STT{table}"
    assert bool(told("result-stated-twice", body, tmp_path)) == twice


STATE = """II. HIỆN TRẠNG

- {}

III. MỤC TIÊU

- Nâng cao chất lượng phục vụ người dân.

PHỤ LỤC

| TT | Chỉ tiêu | Đơn vị | Hiện trạng | Năm 2024 | Theo dõi |
|---|---|---|---|---|---|
| 1 | Hộ gia đình có kết nối cáp quang tốc độ cao | % | 64 | 75 | Sở Y tế |
| 2 | Trường học có phòng học thông minh kết nối mạng | % | 41,5 | 50 | Sở Y tế |
| 3 | Người dân có tài khoản định danh mức độ 2 | % | 72 | 80 | Sở Y tế |
"""
STARTS = [
    ("46% hộ gia đình có kết nối cáp quang tốc độ cao.", True),
    ("Tỷ lệ hộ gia đình có kết nối cáp quang tốc độ cao đạt 68,2%.", True),
    ("Tỷ lệ trường học có phòng học thông minh kết nối mạng là 45,1%.", True),
    ("27% người dân có tài khoản định danh mức độ 2; 100% xã có trạm.", True),
    ("Năm 2023, tỷ lệ người dân có tài khoản định danh mức độ 2 đạt 62%.", True),
    ("64% hộ gia đình có kết nối cáp quang tốc độ cao.", False),
    ("46% hộ gia đình vùng cao có kết nối cáp quang tốc độ cao.", False),
    ("Năm 2021, tỷ lệ người dân có tài khoản định danh mức độ 2 đạt 62%.", False),
    ("27% người dân có tài khoản định danh mức độ 1.", False),
    ("Tỷ lệ trường học có phòng học thông minh kết nối mạng là 41,48%.", False),
]


@pytest.mark.parametrize(("text", "twice"), STARTS)
def test_starting_values_told_twice(text: str, twice: bool, tmp_path: Path) -> None:
    assert bool(told("result-stated-twice", HEAD + STATE.format(text), tmp_path)) == twice


def test_a_row_of_two_years_against_the_body(tmp_path: Path) -> None:
    head = REPORT.partition("| STT")[0]
    years = (
        "| STT | Chỉ tiêu | ĐVT | Kế hoạch 2024 | Thực hiện 2023 | Thực hiện 2024 | Đánh giá |\n"
        "|---|---|---|---|---|---|---|\n"
        f"| 1 | {SEALS} | % | 40 | 22,4 | 35,8 | Chưa đạt |\n"
        "| 2 | Hộ có mạng cáp quang | % | 70 | 75 | 76 | Vượt |\n"
    )
    name = "chữ ký số cá nhân của người trưởng thành"
    assert told("result-stated-twice", head + BODY.format(name, "38,5") + years, tmp_path)
    assert not told("result-stated-twice", head + BODY.format(name, "35,8") + years, tmp_path)


MEETINGS = [
    ("Ban họp 04 phiên (phiên thứ nhất tháng 2, phiên thứ hai tháng 5, phiên thứ ba tháng 9).", True),
    ("Tổ chức 03 đợt kiểm tra (đợt thứ nhất quý I, đợt thứ hai quý III).", True),
    ("Mở 02 hội nghị (hội nghị thứ nhất, hội nghị thứ hai và hội nghị thứ ba).", True),
    ("Mở 05 lớp (lớp thứ nhất cho xã, lớp thứ hai cho sở).", True),
    ("Làm qua 4 bước (bước thứ nhất rà soát, bước thứ hai số hóa, bước thứ ba kiểm tra).", True),
    ("Ban họp 02 phiên (phiên thứ nhất tháng 2, phiên thứ hai tháng 5).", False),
    ("Ban họp 04 phiên (phiên thứ nhất tháng 2).", False),
    ("Ban họp 04 phiên (trong đó phiên thứ nhất tháng 2, phiên thứ hai tháng 5).", False),
    ("Chỉ tiêu cụ thể (gồm 5 chỉ tiêu)\n\n(1) Mạng.\n\n(2) Máy.\n\n(3) Người.\n\n(4) Việc.", True),
]


@pytest.mark.parametrize(("text", "wrong"), MEETINGS)
def test_ordinals(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("list-count", text + "\n", tmp_path)) == wrong


AFTER = HEAD.replace("tháng 01 năm 2024", "tháng 9 năm 2025")
ENDED = [
    ("Đôn đốc UBND các huyện, thị xã hoàn thành số hóa hồ sơ.", True),
    ("Yêu cầu UBND cấp huyện gửi số liệu hằng tháng.", True),
    ("Đề nghị UBND các huyện rà soát thiết bị.", True),
    ("Giao Ủy ban nhân dân các huyện bố trí kinh phí.", True),
    ("Các sở phối hợp với Phòng Nội vụ cấp huyện tổ chức tập huấn.", True),
    ("Các xã tổng hợp, báo cáo UBND huyện Tam Đường trước ngày 20 hằng tháng.", True),
    ("Theo báo cáo của UBND huyện Tam Đường, thiết bị còn thiếu.", False),
    ("Đề nghị UBND cấp xã rà soát thiết bị.", False),
    ("Trước đây tỉnh giao UBND cấp huyện bố trí kinh phí.", False),
    ("Năm 2024 tỉnh giao UBND cấp huyện bố trí kinh phí.", False),
    ("Thiết bị của UBND cấp huyện được kiểm kê.", False),
    ("Tỉnh đã giao UBND cấp huyện bố trí kinh phí.", False),
]


@pytest.mark.parametrize(("text", "ended"), ENDED)
def test_units_of_an_ended_tier(text: str, ended: bool, tmp_path: Path) -> None:
    assert bool(told("unit-no-longer-exists", f"{AFTER}{text}\n", tmp_path)) == ended
    assert not told("unit-no-longer-exists", f"{HEAD}{text}\n", tmp_path)
