"""Contradictions between two places of one document, and sound pairs that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told

PARTS = [
    ("Bộ chỉ số DTI cấp tỉnh gồm 11 chỉ số chính và 98 chỉ số thành phần.", True),
    ("Bộ chỉ số đánh giá chuyển đổi số cấp tỉnh có 08 chỉ số chính, 92 chỉ số thành phần.", True),
    ("Theo Quyết định số 922/QĐ-BTTTT, DTI bao gồm 6 chỉ số chính.", True),
    ("Năm 2023, 05/10 chỉ số chính của tỉnh tăng hạng.", True),
    ("Bộ chỉ số chuyển đổi số được cấu trúc theo 9 chỉ số chính với 108 chỉ số thành phần.", True),
    ("DTI cấp tỉnh gồm tổng số 89 chỉ số thành phần.", True),
    ("Bộ chỉ số DTI cấp tỉnh gồm 08 chỉ số chính và 98 chỉ số thành phần.", False),
    ("Bộ chỉ số DTI cấp tỉnh có 9 chỉ số chính, 98 chỉ số thành phần.", False),
    ("Kết quả DTI năm 2022 có 30 chỉ số thành phần đạt điểm tối đa, 68 chỉ số thành phần chưa đạt.", False),
    ("Bộ chỉ số DTI cấp huyện gồm 7 chỉ số chính và 60 chỉ số thành phần.", False),
    ("DTI năm 2020 gồm 7 chỉ số chính và 90 chỉ số thành phần.", False),
    ("Theo DTI, có 06/08 chỉ số chính tăng điểm, còn 02 chỉ số chính giảm.", False),
]


@pytest.mark.parametrize(("text", "wrong"), PARTS)
def test_how_many_indicators_the_index_has(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("index-parts", f"{HEAD}{text}\n", tmp_path)) == wrong


POINTS = (
    "Nhận thức số {}/100 điểm; Thể chế số 60,00/100 điểm; Hạ tầng số 50,00/100 điểm; Nhân lực số 40,00/100 "
    "điểm; An "
    "toàn thông tin mạng 30,00/100 điểm; Hoạt động chính quyền số 100,00/200 điểm; Hoạt động kinh tế số "
    "70,00/150 "
    "điểm; Hoạt động xã hội số 50,00/150 điểm."
)
LINES = POINTS.replace("; ", "\n- ").replace("Nhận thức", "- Nhận thức").replace("số {", "số: {")
SUMS = [
    ("Tỉnh đạt tổng điểm 480,00/1.000 điểm. Cụ thể: " + POINTS.format("70,00"), True),
    ("Năm 2022 tỉnh đạt 455 điểm, trong đó " + POINTS.format("70,00"), True),
    ("Kết quả: điểm số của tỉnh là 520,5 điểm, gồm: " + POINTS.format("90"), True),
    ("Năm 2023, tổng số điểm đạt 500,10 điểm.\nChi tiết: " + POINTS.format("80,00"), True),
    ("Tổng điểm 430,00/1000 điểm:\n" + LINES.format("70,00"), True),
    ("Tỉnh đạt tổng điểm 470,00/1.000 điểm. Cụ thể: " + POINTS.format("70,00"), False),
    ("Mục tiêu năm 2024 đạt 900 điểm. Kết quả năm 2022: " + POINTS.format("70,00"), False),
    ("Tỉnh đạt 480,00 điểm; riêng Nhận thức số 70,00/100 điểm; Thể chế số 60,00/100 điểm.", False),
]


@pytest.mark.parametrize(("text", "wrong"), SUMS)
def test_total_against_main_indicators_in_prose(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("scores-total", f"{HEAD}{text}\n", tmp_path)) == wrong


TABLE = """

TT | Chỉ số chính | Năm 2021 | Năm 2022 | Tăng/giảm
1 | Nhận thức số | 60 | 70 | {}
2 | Thể chế số | 50 | 55 | +5
3 | Hạ tầng số | 40 | 48 | {}
"""
FALLING, RISING, SINKING = (
    TABLE.format("+10", "-8"),
    TABLE.format("+10", "+8"),
    "\nHạ tầng số giảm 3,5 điểm.\n",
)
CLAIMS = [
    ("Cả 8/8 chỉ số chính đều tăng so với năm trước." + FALLING, True),
    ("Không có chỉ số nào giảm điểm." + FALLING, True),
    ("Tất cả các chỉ số chính đều tăng điểm." + SINKING, True),
    ("So với năm 2021, 08/08 chỉ số chính đều tăng." + FALLING, True),
    ("Toàn bộ 8 chỉ số chính đều tăng; không có trụ cột nào bị giảm." + SINKING, True),
    ("Tất cả các chỉ số chính đều giảm." + RISING, True),
    ("Có 08/08 chỉ số chính tăng điểm so với năm 2021." + FALLING, True),
    ("Năm 2022 có 8/8 chỉ số chính được tăng điểm." + SINKING, True),
    ("9/9 nhóm chỉ số có tăng thứ hạng." + FALLING, True),
    ("Có 5/5 trụ cột giảm điểm." + RISING, True),
    ("Đáng mừng, 06/06 tiêu chí tăng hạng." + FALLING, True),
    ("Có 08/08 chỉ số chính tăng điểm so với năm 2021." + RISING, False),
    ("Phấn đấu 08/08 chỉ số chính tăng điểm." + FALLING, False),
    ("Có 6/8 chỉ số chính tăng điểm." + FALLING, False),
    ("Cả 8/8 chỉ số chính đều tăng so với năm trước." + RISING, False),
    ("Phấn đấu tất cả các chỉ số chính đều tăng điểm." + FALLING, False),
    ("Có 7/8 chỉ số chính tăng điểm." + FALLING, False),
    ("Cả 02 chỉ số về hạ tầng đều đạt." + FALLING, False),
]


@pytest.mark.parametrize(("text", "wrong"), CLAIMS)
def test_all_rise_but_one_falls(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("verdict-against-figures", f"{HEAD}{text}\n", tmp_path)) == wrong


AIMS = [
    (
        "Phấn đấu Chỉ số DTI thuộc nhóm 20 tỉnh dẫn đầu.",
        "Chỉ số DTI của tỉnh nằm trong tốp 30 cả nước.",
        True,
    ),
    ("Đưa DTI vào nhóm 15/63 tỉnh, thành phố.", "DTI năm 2024 thuộc top 20.", True),
    ("Năm 2024 PCI phấn đấu lọt vào nhóm 30 tỉnh dẫn đầu.", "Giữ chỉ số PCI trong nhóm 25 địa phương.", True),
    ("Chuyển đổi số năm 2024 nằm trong 10 tỉnh dẫn đầu.", "DTI xếp hạng từ 15 trở lên.", True),
    ("Mục tiêu: DTI đứng trong nhóm 40 tỉnh.", "Năm 2024, đưa DTI lên nhóm 35 tỉnh, thành phố.", True),
    ("Phấn đấu năm 2024 DTI thuộc nhóm 30 tỉnh.", "Đến năm 2025 DTI thuộc nhóm 25 tỉnh.", False),
    ("Phấn đấu DTI thuộc nhóm 30 tỉnh dẫn đầu.", "Phấn đấu PAPI thuộc nhóm 20 tỉnh dẫn đầu.", False),
    ("Phấn đấu DTI thuộc nhóm 30 tỉnh dẫn đầu.", "DTI trong nhóm 5 tỉnh dẫn đầu vùng Tây Bắc.", False),
    ("Phấn đấu DTI thuộc nhóm 30 tỉnh dẫn đầu.", "Kết quả DTI của tỉnh đã vào nhóm 45 tỉnh.", False),
    ("Phấn đấu DTI thuộc nhóm 30 tỉnh dẫn đầu.", "Về DTI, chủ trì các chỉ số thuộc nhóm 5.", False),
]


@pytest.mark.parametrize(("first", "second", "wrong"), AIMS)
def test_two_aims_for_the_rank(first: str, second: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("rank-aim-twice", f"{HEAD}{first}\n\nLời dẫn.\n\n{second}\n", tmp_path)) == wrong


OFTEN = [
    ("Đài truyền thanh xã phát chuyên đề kinh tế số 02 lần/tuần.",
     "UBND cấp xã: phát chuyên đề kinh tế số trên đài truyền thanh xã 02 lần/tháng.", True),
    ("Họp Ban Chỉ đạo chuyển đổi số 01 lần/quý.", "Ban Chỉ đạo chuyển đổi số họp tối thiểu 01 lần/tháng.",
     True),
    ("Sao lưu cơ sở dữ liệu đất đai 01 lần/ngày.", "Sao lưu cơ sở dữ liệu đất đai mỗi tuần 01 lần.", True),
    ("Đăng 04 tin, bài/tháng về an toàn thông tin trên cổng thông tin.",
     "Văn phòng đăng 02 tin, bài/tuần về an toàn thông tin trên cổng thông tin.", True),
    ("Giao ban tiến độ với các nhà thầu 02 lần mỗi tháng.", "Giao ban tiến độ với các nhà thầu 01 lần/quý.",
     True),
    ("Đài truyền thanh xã phát chuyên đề kinh tế số 02 lần/tuần.",
     "Phát chuyên đề kinh tế số trên sóng truyền hình 02 lần/tháng.", False),
    ("Họp Ban Chỉ đạo chuyển đổi số 01 lần/quý.", "Ban Chỉ đạo chuyển đổi số họp 04 lần/năm.", False),
    ("Năm trước, đài truyền thanh xã đã phát chuyên đề kinh tế số 02 lần/tháng.",
     "Đài truyền thanh xã phát chuyên đề kinh tế số 02 lần/tuần.", False),
    ("Sao lưu cơ sở dữ liệu đất đai 01 lần/ngày.", "Diễn tập khôi phục cơ sở dữ liệu đất đai 01 lần/năm.",
     False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "wrong"), OFTEN)
def test_two_frequencies(first: str, second: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("frequency-stated-twice", f"{HEAD}{first}\n\nLời dẫn.\n\n{second}\n", tmp_path)) == wrong


ORDER = [
    ("Tổ chức 02 đợt kiểm tra: đợt 1 trong tháng 9/2024, đợt 2 trong tháng 6/2024.", True),
    ("Mở hai lớp: lớp thứ nhất trong quý III/2024, lớp thứ hai trước ngày 30/4/2024.", True),
    ("Họp ba phiên: phiên thứ hai vào tháng 3/2024, phiên thứ nhất vào tháng 5/2024.", True),
    ("Sơ kết lần 1 vào tháng 8/2024, lần 2 vào tháng 7/2024.", True),
    ("Hội nghị thứ nhất tổ chức ngày 20/11/2024; hội nghị thứ hai tổ chức ngày 15/10/2024.", True),
    ("Tổ chức 02 đợt kiểm tra: đợt 1 trong tháng 5/2024, đợt 2 trong tháng 9/2024.", False),
    ("Mở hai lớp: lớp thứ nhất trong quý II/2024, lớp thứ hai trong quý II/2024.", False),
    ("Đợt 1 thực hiện theo Quyết định ngày 10/10/2024; đợt 2 hoàn thành trước ngày 30/4/2024.", False),
    ("Họp vào thứ hai ngày 05/8/2024 và thứ năm ngày 01/8/2024.", False),
]


@pytest.mark.parametrize(("text", "wrong"), ORDER)
def test_the_second_before_the_first(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("times-backwards", f"{HEAD}{text}\n", tmp_path)) == wrong


PLACES = [
    (
        "Toàn tỉnh có 09 huyện và 01 thành phố.",
        "Kế hoạch này áp dụng tại 08 huyện và thành phố Lai Châu.",
        True,
    ),
    (
        "Tỉnh có 10 huyện, 02 thị xã và 01 thành phố.",
        "Giao 12 huyện, thị xã, thành phố tổ chức thực hiện.",
        True,
    ),
    ("Tỉnh gồm 08 đơn vị hành chính cấp huyện.", "UBND 09 huyện, thành phố báo cáo hằng quý.", True),
    ("Huyện có 16 xã, thị trấn.", "- 17 xã, thị trấn xây dựng kế hoạch trước tháng 5.", True),
    ("Tỉnh có 130 xã, phường, thị trấn.", "Yêu cầu 128 xã, phường, thị trấn rà soát trang thiết bị.", True),
    ("Toàn tỉnh có 07 huyện và 01 thành phố với 106 xã, phường.", "Tất cả 108 xã, phường có mạng.", True),
    ("Toàn tỉnh có 07 huyện và 01 thành phố.", "UBND 08 huyện, thành phố báo cáo hằng quý.", False),
    (
        "Toàn tỉnh có 07 huyện và 01 thành phố.",
        "Đến nay 06 huyện và 01 thành phố đã ban hành kế hoạch.",
        False,
    ),
    ("Huyện có 16 xã, thị trấn.", "- 15 xã, thị trấn đã xây dựng kế hoạch.", False),
    ("Tỉnh có 07 huyện, thành phố.", "Kế hoạch áp dụng cho 07 huyện, thành phố.", False),
    ("Tỉnh có 10 huyện và 01 thành phố.", "Kiểm tra tại 05 huyện và thành phố Lai Châu.", False),
]


@pytest.mark.parametrize(("first", "second", "wrong"), PLACES)
def test_two_counts_of_districts_and_communes(first: str, second: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("count-stated-twice", f"{HEAD}{first}\n\nLời dẫn.\n\n{second}\n", tmp_path)) == wrong


LABELLED = """III. NHIỆM VỤ

a) {}
- Cơ quan chủ trì: {}.
- Cơ quan phối hợp: các sở, ban, ngành.
- Hoàn thành: {}.

b) Xây dựng kho học liệu số dùng chung.
- Cơ quan chủ trì: Sở Giáo dục và Đào tạo.
- Hoàn thành: Tháng 10/2024.

IV. TỔ CHỨC THỰC HIỆN

1. Sở Thông tin và Truyền thông
- Theo dõi, đôn đốc việc thực hiện Kế hoạch.
- {}

2. Sở Tài chính
Bố trí kinh phí thực hiện Kế hoạch.
"""
PLATFORM = "Triển khai nền tảng du lịch thông minh của tỉnh"
LED = [
    (PLATFORM, "Sở Văn hóa, Thể thao và Du lịch", "Chủ trì triển khai nền tảng du lịch thông minh.", True),
    ("Số hóa hồ sơ hộ tịch lịch sử", "Sở Tư pháp", "Chủ trì việc số hóa hồ sơ hộ tịch lịch sử.", True),
    ("Cấp mã địa chỉ cho 80% hộ gia đình", "Bưu điện tỉnh",
     "Chủ trì cấp mã địa chỉ cho hộ gia đình trên địa bàn tỉnh.", True),
    ("Xây dựng bản đồ quy hoạch trực tuyến", "Sở Xây dựng",
     "Chủ trì, phối hợp với các sở liên quan xây dựng bản đồ quy hoạch trực tuyến.", True),
    ("Xây dựng hệ thống camera giao thông", "Công an tỉnh",
     "Chủ trì xây dựng hệ thống camera giao thông, trình UBND tỉnh.", True),
    (PLATFORM, "Sở Thông tin và Truyền thông", "Chủ trì triển khai nền tảng du lịch thông minh.", False),
    (PLATFORM, "Sở Văn hóa, Thể thao và Du lịch", "Chủ trì tuyên truyền nền tảng du lịch thông minh.", False),
    (PLATFORM, "Sở Văn hóa, Thể thao và Du lịch",
     "Phối hợp với Sở Văn hóa, Thể thao và Du lịch chủ trì triển khai nền tảng du lịch thông minh.", False),
    (PLATFORM, "Sở Văn hóa, Thể thao và Du lịch", "Chủ trì triển khai nền tảng họp trực tuyến.", False),
]  # fmt: skip


@pytest.mark.parametrize(("work", "unit", "line", "wrong"), LED)
def test_label_and_sentence_with_two_leads(
    work: str, unit: str, line: str, wrong: bool, tmp_path: Path
) -> None:
    body = HEAD + LABELLED.format(work, unit, "Quý II/2024", line)
    assert bool(told("lead-stated-twice", body, tmp_path)) == wrong


DUE = [
    (PLATFORM, "Quý II/2024", "Hoàn thành đưa nền tảng du lịch thông minh vào vận hành trước ngày 30/9/2024.",
     True),
    ("Số hóa hồ sơ hộ tịch lịch sử", "Tháng 11/2024", "Số hóa hồ sơ hộ tịch lịch sử xong trong tháng "
    "6/2024.", True),
    ("Xây dựng bản đồ quy hoạch trực tuyến", "Tháng 4/2024",
     "Xây dựng bản đồ quy hoạch trực tuyến, hoàn thành trong quý IV/2024.", True),
    ("Xây dựng Cổng dữ liệu mở của tỉnh", "Quý III/2024", "Đưa Cổng dữ liệu mở vào sử dụng trước ngày "
    "31/12/2024.",
     True),
    ("Ban hành Quy chế quản lý chữ ký số", "Tháng 3/2024",
     "Tham mưu ban hành Quy chế quản lý chữ ký số trước ngày 30/6/2024.", True),
    (PLATFORM, "Quý II/2024", "Đưa nền tảng du lịch thông minh vào vận hành trước ngày 30/6/2024.", False),
    (PLATFORM, "Quý II/2024", "Nâng cấp nền tảng du lịch thông minh trước ngày 30/11/2024.", False),
    (PLATFORM, "Quý II/2024", "Tập huấn sử dụng nền tảng du lịch thông minh trước ngày 30/11/2024.", False),
    (PLATFORM, "Quý II/2024", "Báo cáo kết quả triển khai nền tảng du lịch thông minh trước ngày 10/12/2024.",
     False),
]  # fmt: skip


@pytest.mark.parametrize(("work", "time", "line", "wrong"), DUE)
def test_label_and_sentence_with_two_times(
    work: str, time: str, line: str, wrong: bool, tmp_path: Path
) -> None:
    body = HEAD + LABELLED.format(work, "Sở Thông tin và Truyền thông", time, line)
    assert bool(told("deadline-stated-twice", body, tmp_path)) == wrong


ROWS = """II. MỤC TIÊU

- {}

Mã | Chỉ số | Điểm tối đa | Mục tiêu năm 2024 | Cơ quan chủ trì | Thời hạn
7.6 | Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử | 10 | 50% | Sở Công Thương | Quý IV/2024
3.3 | Tỷ lệ hộ gia đình có Internet cáp quang | 10 | 80% | Sở TT&TT | Tháng 12/2024
7.7 | Tỷ lệ doanh nghiệp nộp thuế điện tử | 10 | 100% | Cục Thuế tỉnh | Tháng 12/2024
8.4 | Số lượng hộ gia đình có địa chỉ số | 20 | 90% | Bưu điện tỉnh | Tháng 12/2024
"""
AIMED = [
    ("Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử đạt 50%, do Cục Thuế tỉnh chủ trì.", True),
    (
        "Tỷ lệ hộ gia đình có kết nối Internet băng rộng cáp quang đạt 80% (giao Sở Công Thương chủ trì).",
        True,
    ),
    ("Tỷ lệ doanh nghiệp nộp thuế điện tử đạt 100%, do Sở Tài chính phụ trách.", True),
    ("90% hộ gia đình có địa chỉ số, giao Công an tỉnh chủ trì thực hiện.", True),
    ("50% doanh nghiệp sử dụng hợp đồng điện tử, do Sở Kế hoạch và Đầu tư làm đầu mối.", True),
    ("Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử đạt 50%, do Sở Công Thương chủ trì.", False),
    ("Tỷ lệ hộ gia đình có kết nối Internet băng rộng cáp quang đạt 80%, do Sở TT&TT chủ trì.", False),
    ("100% cuộc họp do Chủ tịch UBND tỉnh chủ trì.", False),
]


@pytest.mark.parametrize(("text", "wrong"), AIMED)
def test_unit_at_the_end_of_an_aim(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("lead-stated-twice", HEAD + ROWS.format(text), tmp_path)) == wrong
