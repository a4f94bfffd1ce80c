"""Targets in a line: one row for each form of commitment seen in plans, and for what is none."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from extractor.annotators.drafts import Mode, TargetDraft
from extractor.annotators.quantities import find_quantities
from extractor.annotators.targets import find_targets, split_predicates
from extractor.vietnamese.forms import fold

YEAR = 2024


@dataclass(frozen=True)
class Expected:
    """What a draft must be; ``words`` are those its indicator must hold."""

    value: float
    unit: str = "percent"
    comparator: str = "eq"
    level: str | None = None
    words: tuple[str, ...] = ()


def T(
    value: float, *words: str, unit: str = "percent", cmp: str = "eq", level: str | None = None
) -> Expected:
    return Expected(value, unit, cmp, level, words)


def N(value: float, *words: str, cmp: str = "eq", unit: str = "count", level: str | None = None) -> Expected:
    return Expected(value, unit, cmp, level, words)


def read(text: str, mode: Mode = "goal") -> list[TargetDraft]:
    return find_targets(text, (0, len(text)), find_quantities(text), mode, YEAR)


def check(text: str, expected: list[Expected], mode: Mode = "goal") -> None:
    drafts = read(text, mode)
    found = [
        Expected(d.quantity.value, d.quantity.unit, str(d.comparator), d.level, wanted.words)
        for d, wanted in zip(drafts, [*expected, *[Expected(0)] * len(drafts)], strict=False)
        if d.quantity is not None
    ]
    assert found == expected
    for draft, wanted in zip(drafts, expected, strict=True):
        assert 0 <= draft.start < draft.end <= len(text)
        for word in wanted.words:
            assert word in fold(draft.indicator), draft.indicator


ROWS: list[tuple[str, str, list[Expected]]] = [
    # value first, no verb of aim
    ("1", "100% trạm y tế được trang bị đường truyền dự phòng.", [T(100, "trạm y tế", "đường truyền")]),
    ("1", "65% hợp tác xã được giới thiệu trên sàn nông sản", [T(65, "hợp tác xã", "sàn nông sản")]),
    # đạt and its comparators
    ("2", "Tỷ lệ lao động được học kỹ năng số cơ bản đạt 42%.", [T(42, "lao động", "kỹ năng số")]),
    ("2", "Tỷ lệ bến xe bán vé qua mạng đạt 37,5%", [T(37.5, "bến xe")]),
    (
        "3",
        "Tỷ lệ hộ chăn nuôi khai báo dịch bệnh qua ứng dụng đạt trên 55%",
        [T(55, "hộ chăn nuôi", cmp="gt")],
    ),
    ("3", "Số hồ sơ vay vốn nộp qua mạng đạt trên 18% tổng số hồ sơ", [T(18, "hồ sơ vay vốn", cmp="gt")]),
    ("4", "Tỷ lệ thuê bao băng rộng cố định đạt hơn 61%", [T(61, "thuê bao", cmp="gt")]),
    ("4", "Tỷ lệ điểm du lịch có bản đồ số đạt hơn 72,4%.", [T(72.4, "điểm du lịch", cmp="gt")]),
    ("5", "Tỷ lệ chợ thu phí không tiền mặt đạt tối thiểu 35%", [T(35, "chợ", cmp="ge")]),
    ("5", "Mức độ hài lòng của người nộp thuế đạt tối thiểu 88%.", [T(88, "hài lòng", cmp="ge")]),
    ("6", "Tỷ lệ hộ dân có cáp quang đạt từ 84% trở lên", [T(84, "hộ dân", "cáp quang", cmp="ge")]),
    ("6", "Tỷ lệ bệnh án lập trên phần mềm đạt từ 60% trở lên.", [T(60, "bệnh án", cmp="ge")]),
    (
        "7",
        "Kinh tế số nông nghiệp chiếm từ 12% giá trị sản xuất",
        [T(12, "kinh tế số nông nghiệp", cmp="ge")],
    ),
    ("7", "Doanh số bán lẻ trực tuyến từ 9% tổng mức bán lẻ", [T(9, "bán lẻ", cmp="ge")]),
    ("8", "Tỷ trọng kinh tế số đạt khoảng 13% GRDP", [T(13, "kinh tế số")]),
    ("8", "Khoảng 45% nông dân dùng nhật ký điện tử", [T(45, "nông dân")]),
    # counts
    ("9", "Hình thành ít nhất 03 khu phố mua bán không tiền mặt", [N(3, "khu phố", cmp="ge")]),
    ("9", "Ít nhất 12 di tích có bản thuyết minh số", [N(12, "di tích", cmp="ge")]),
    ("10", "Cung cấp tối thiểu 25 bộ dữ liệu mở", [N(25, "bộ dữ liệu mở", cmp="ge")]),
    ("10", "Mỗi huyện chọn tối thiểu 02 xã làm điểm", [N(2, "xã", cmp="ge")]),
    # no verb
    ("11", "Tỷ lệ hóa đơn tiền nước gửi qua ứng dụng: 70%.", [T(70, "hóa đơn")]),
    ("11", "Tỷ lệ học bạ số ở bậc tiểu học: 95%", [T(95, "học bạ số")]),
    ("12", "Tỷ lệ trẻ sơ sinh đăng ký khai sinh qua mạng trên 82%.", [T(82, "trẻ sơ sinh", cmp="gt")]),
    ("12", "Tỷ lệ máy trạm cài phần mềm diệt mã độc trên 99%", [T(99, "máy trạm", cmp="gt")]),
    ("13", "Tỷ lệ văn bằng được số hóa là 58%", [T(58, "văn bằng")]),
    ("13", "Tỷ lệ cửa hàng tiện ích nhận thanh toán mã QR là 77%.", [T(77, "cửa hàng")]),
    # chains
    (
        "14",
        "Phấn đấu tỷ lệ hồ sơ đất đai nộp qua mạng đạt 30%, tỷ lệ hồ sơ xây dựng đạt 45%, lao động đạt 60%",
        [T(30, "đất đai"), T(45, "xây dựng"), T(60, "lao động")],
    ),
    (
        "14",
        "Phấn đấu tỷ lệ xã có trang thông tin đạt 100%, tỷ lệ thôn có loa thông minh đạt 40%",
        [T(100, "xã"), T(40, "thôn", "loa")],
    ),
    (
        "15",
        "Đến năm 2025, 90% lễ hội có trang thông tin; 75% bảo tàng có vé số; trên 50% nghệ nhân có gian hàng",
        [T(90, "lễ hội"), T(75, "bảo tàng"), T(50, "nghệ nhân", cmp="gt")],
    ),
    (
        "15",
        "Đến hết năm 2024: 100% cảng cá khai báo điện tử; tối thiểu 80% tàu cá gắn thiết bị giám sát",
        [T(100, "cảng cá"), T(80, "tàu cá", cmp="ge")],
    ),
    (
        "16",
        "92% hồ sơ công việc tại cấp tỉnh; 81% tại cấp huyện và 63% tại cấp xã được xử lý trên mạng",
        [T(92, "hồ sơ công việc", level="province"), T(81, level="district"), T(63, level="commune")],
    ),
    (
        "16",
        "100% báo cáo cấp tỉnh; 90% báo cáo cấp huyện và 70% báo cáo cấp xã được ký số",
        [
            T(100, "báo cáo", level="province"),
            T(90, "báo cáo", level="district"),
            T(70, "báo cáo", level="commune"),
        ],
    ),
    (
        "17",
        "Tỷ lệ phòng họp không giấy tại cấp tỉnh đạt 95%, cấp huyện đạt 80% và cấp xã đạt trên 55%",
        [
            T(95, "phòng họp", level="province"),
            T(80, "phòng họp", level="district"),
            T(55, "phòng họp", cmp="gt", level="commune"),
        ],
    ),
    (
        "17",
        "Tỷ lệ chứng thực bản sao điện tử: cấp huyện đạt 66%, cấp xã đạt 44%",
        [T(66, "chứng thực", level="district"), T(44, "chứng thực", level="commune")],
    ),
    (
        "18",
        "Mạng cáp quang phủ trên 85% hộ gia đình, 100% xã",
        [T(85, "hộ gia đình", cmp="gt"), T(100, "xã")],
    ),
    (
        "18",
        "Sóng di động phủ trên 98% dân cư, 100% khu công nghiệp",
        [T(98, "dân cư", cmp="gt"), T(100, "khu công nghiệp")],
    ),
    (
        "19",
        "70% người cao tuổi có sổ sức khỏe điện tử và 40% có tài khoản ngân hàng",
        [T(70, "người cao tuổi", "sổ sức khỏe"), T(40, "người cao tuổi", "tài khoản ngân hàng")],
    ),
    (
        "19",
        "85% giáo viên sử dụng học liệu số và 60% có chứng thư số",
        [T(85, "giáo viên", "học liệu"), T(60, "giáo viên", "chứng thư")],
    ),
    (
        "20",
        "Đến năm 2025, tỷ lệ nhà máy dùng phần mềm quản trị trên 35%; đến năm 2030, con số này trên 65%",
        [T(35, "nhà máy", cmp="gt"), T(65, "nhà máy", cmp="gt")],
    ),
    (
        "20",
        "Đến năm 2025, tỷ lệ bãi đỗ xe thu phí tự động đạt 25%; đến năm 2030, tỷ lệ này đạt 80%",
        [T(25, "bãi đỗ xe"), T(80, "bãi đỗ xe")],
    ),
    (
        "21",
        "Tỷ trọng kinh tế số trong ngành du lịch đạt 11% (đến năm 2030 đạt 22%)",
        [T(11, "kinh tế số"), T(22, "kinh tế số")],
    ),
    (
        "21",
        "Năng suất lao động tăng 6% (đến năm 2030 đạt 8%, riêng ngành dệt may 9%)",
        [T(6, "năng suất"), T(8, "năng suất"), T(9, "dệt may")],
    ),
    # ranks
    ("22", "Chỉ số sẵn sàng số thuộc nhóm 20 tỉnh dẫn đầu", [N(20, cmp="le", unit="rank")]),
    ("22", "Phấn đấu thuộc nhóm 12 địa phương đứng đầu về dữ liệu mở", [N(12, cmp="le", unit="rank")]),
    ("23", "Chỉ số cải cách hành chính nằm trong nhóm 25/63 tỉnh", [N(25, cmp="le", unit="rank")]),
    ("23", "Xếp hạng hiện đại hóa hành chính trong nhóm 18/34 tỉnh", [N(18, cmp="le", unit="rank")]),
    ("24", "Đưa chỉ số bưu chính vào tốp 15 cả nước", [N(15, cmp="le", unit="rank")]),
    ("24", "Chỉ số thương mại điện tử vào top 8 toàn quốc", [N(8, cmp="le", unit="rank")]),
    ("26", "Giữ vững vị trí trong top 9 về kinh tế số", [N(9, cmp="le", unit="rank")]),
    ("26", "Duy trì top 16 về hạ tầng số", [N(16, cmp="le", unit="rank")]),
    # scores, ranges, rates
    (
        "27",
        "Chỉ số đổi mới sáng tạo đạt từ 0,6-0,7 điểm",
        [N(0.6, "đổi mới sáng tạo", cmp="ge", unit="points")],
    ),
    ("27", "Điểm đánh giá cổng dữ liệu đạt từ 80-85 điểm", [N(80, "cổng dữ liệu", cmp="ge", unit="points")]),
    ("28", "Lắp đặt 3-5 trạm quan trắc tự động", [N(3, "trạm quan trắc", cmp="ge")]),
    ("28", "Xây dựng 2 - 3 vườn cây truy xuất nguồn gốc", [N(2, "vườn cây", cmp="ge")]),
    ("30", "Doanh thu bán hàng trực tuyến tăng trên 14%/năm", [T(14, "doanh thu", cmp="gt")]),
    ("30", "Số doanh nghiệp công nghệ tăng 8,5%/năm", [T(8.5, "doanh nghiệp công nghệ")]),
    ("31", "Giảm 25% thời gian cấp phép quảng cáo", [T(25, "thời gian")]),
    ("31", "Tăng 40% số dịch vụ thanh toán qua điện thoại", [T(40, "dịch vụ")]),
    ("32", "Tỷ lệ hồ sơ trễ hạn giảm xuống dưới 2%", [T(2, "hồ sơ trễ hạn", cmp="lt")]),
    ("32", "Tỷ lệ cuộc gọi rớt giảm xuống dưới 0,5%.", [T(0.5, "cuộc gọi", cmp="lt")]),
    ("33", "- Năm 2025: 41 chợ", [N(41, "chợ")]),
    ("33", "- Năm 2024: 120 thôn", [N(120, "thôn")]),
    ("34", "17/17 sở có trang thông tin nội bộ", [N(17, "sở")]),
    ("34", "9/9 huyện có phòng điều hành", [N(9, "huyện")]),
    ("35", "06 huyện có trung tâm điều hành", [N(6, "huyện", "trung tâm điều hành")]),
    ("35", "04 cảng có hệ thống khai báo tự động", [N(4, "cảng")]),
    ("36", "Nâng tỷ lệ người dân dùng ví điện tử đạt 33%", [T(33, "ví điện tử")]),
    ("36", "Nâng tỷ lệ khai thuế qua điện thoại lên 75%", [T(75, "khai thuế")]),
    ("37", "100% văn bản được gửi qua mạng (trừ văn bản mật)", [T(100, "văn bản")]),
    ("37", "85% hồ sơ được số hóa (không bao gồm hồ sơ lưu trữ lịch sử)", [T(85, "hồ sơ")]),
    (
        "38",
        "100% thủ tục đủ điều kiện được đưa lên mạng, trong đó 65% được xử lý tự động",
        [T(100, "thủ tục"), T(65, "xử lý tự động")],
    ),
    (
        "38",
        "100% trường học có mạng nội bộ và 50% được cấp tài khoản",
        [T(100, "trường học"), T(50, "tài khoản")],
    ),
    ("39", "Tốc độ băng rộng cố định đạt tối thiểu 200Mb/s", [N(200, "băng rộng", cmp="ge", unit="mbps")]),
    (
        "39",
        "Đường truyền của trung tâm dữ liệu đạt trên 2 Gb/s",
        [N(2000, "đường truyền", cmp="gt", unit="mbps")],
    ),
    (
        "40",
        "100% hộ kinh doanh có khả năng dùng cáp quang khi có nhu cầu",
        [T(100, "hộ kinh doanh", "cáp quang")],
    ),
    ("40", "100% người dân có thể học trực tuyến khi có nhu cầu", [T(100, "người dân")]),
    (
        "43",
        "Tỷ lệ số hóa hồ sơ tại các sở, huyện đạt khoảng 55%; 65%",
        [T(55, "số hóa"), T(65, "số hóa")],
    ),
    (
        "and",
        "Tối thiểu 30% nhà vườn có mã vùng trồng và 45% cơ sở đóng gói có mã số",
        [T(30, "nhà vườn", cmp="ge"), T(45, "cơ sở đóng gói", cmp="ge")],
    ),
    (
        "each",
        "100% các hộ gia đình, tổ chức, doanh nghiệp được cấp địa chỉ số",
        [T(100, "hộ gia đình"), T(100, "tổ chức"), T(100, "doanh nghiệp")],
    ),
    ("each", "60% tổ chức, doanh nghiệp có chữ ký số", [T(60, "tổ chức"), T(60, "doanh nghiệp")]),
    ("both", "100% cán bộ, công chức có chữ ký số", [T(100, "cán bộ, công chức")]),
    ("from", "Nâng tỷ lệ tưới tự động từ 6% lên 15%", [T(15, "tưới tự động")]),
    ("from", "Tăng số gian hàng từ 120 lên 300 gian", [N(300, "gian hàng")]),
    ("money", "Bố trí tối thiểu 3,5 tỷ đồng cho đào tạo kỹ năng số", [N(3.5e9, cmp="ge", unit="vnd")]),
    ("per", "Tổ chức ít nhất 02 phiên livestream/tháng bán nông sản", [N(2, cmp="ge", unit="per_month")]),
    ("per", "Phát sóng 03 chuyên mục/tuần", [N(3, unit="per_week")]),
    ("beyond", "Tỷ lệ đô thị có bản đồ số đạt và vượt 70%", [T(70, "đô thị", cmp="ge")]),
    ("level", "80% thủ tục cấp xã được thanh toán trực tuyến", [T(80, "thanh toán", level="commune")]),
]

EXTRA_MODES: list[tuple[str, Mode, list[Expected]]] = [
    ("100%", "cell", [T(100)]),
    ("≥ 85%", "cell", [T(85, cmp="ge")]),
    ("Tối thiểu 4 cuộc", "cell", [N(4, "cuộc", cmp="ge")]),
    ("Theo lộ trình (phấn đấu đạt 60%)", "cell", [T(60)]),
    ("Sở Y tế đảm bảo 90% bệnh viện có hồ sơ số", "task", [T(90, "bệnh viện")]),
    ("Tổ chức 05 phiên chợ số cho tiểu thương", "task", [N(5, "phiên chợ")]),
    ("Phấn đấu đến năm 2025 có 40% hộ nuôi tôm dùng cảm biến", "prose", [T(40, "hộ nuôi tôm")]),
]

NONE: list[tuple[str, Mode]] = [
    # digits that are no values
    ("Dịch vụ công trực tuyến mức độ 3, 4 của ngành lao động", "goal"),
    ("Phát triển sản phẩm OCOP từ 4 sao", "goal"),
    ("Người từ 16 tuổi trở lên được cấp tài khoản", "goal"),
    ("Kết nối thông suốt 3 cấp", "goal"),
    ("Phủ sóng 4G/5G tới các thôn vùng cao", "goal"),
    ("Thực hiện bộ chỉ số 766 tại bộ phận một cửa", "goal"),
    ("Học sinh từ lớp 6 được học lập trình", "goal"),
    # counts of targets
    ("Hoàn thành các mục tiêu, gồm 31 chỉ tiêu", "goal"),
    ("Kế hoạch gồm 7 mục tiêu và 24 nhiệm vụ", "prose"),
    # results
    ("Năm 2023, tỷ lệ hồ sơ trực tuyến đạt 47%", "goal"),
    ("Tính đến nay, có 58 xã có tổ công nghệ số", "goal"),
    ("Đã thành lập 73 tổ công nghệ số cộng đồng", "task"),
    ("Hiện nay mới có 21% hộ dân dùng ứng dụng", "goal"),
    ("Kết quả năm 2023 đạt 61,5%", "goal"),
    # plain prose
    ("Kế hoạch số 27/KH-UBND ngày 05/02/2024 của UBND tỉnh", "prose"),
    ("Phát triển chính quyền số hiện đại", "goal"),
    ("", "goal"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [r[1:] for r in ROWS], ids=[f"{f}-{t[:30]}" for f, t, _ in ROWS]
)
def test_a_commitment_is_read(text: str, expected: list[Expected]) -> None:
    check(text, expected)


@pytest.mark.parametrize(("text", "expected"), [r[1:] for r in ROWS[::7]])
def test_offsets_are_those_of_the_whole_text(text: str, expected: list[Expected]) -> None:
    whole = f"Mục tiêu cụ thể:\n{text}\nHết."
    start = whole.index(text)
    drafts = find_targets(whole, (start, start + len(text)), find_quantities(whole), "goal", YEAR)
    assert [d.quantity.value for d in drafts if d.quantity] == [e.value for e in expected]
    assert all(start <= d.start < d.end <= start + len(text) for d in drafts)


@pytest.mark.parametrize(("text", "mode", "expected"), EXTRA_MODES)
def test_place_decides(text: str, mode: Mode, expected: list[Expected]) -> None:
    check(text, expected, mode)


@pytest.mark.parametrize(("text", "mode"), NONE)
def test_no_commitment(text: str, mode: Mode) -> None:
    assert read(text, mode) == []


def test_an_approximate_value_says_so() -> None:
    (draft,) = read("Tỷ trọng kinh tế số đạt khoảng 13% GRDP")
    assert draft.notes == ("khoảng",)


def test_a_bracket_of_results_belongs_to_its_target() -> None:
    text = "90% trạm y tế có phần mềm quản lý (năm 2023: 71%)"
    (draft,) = read(text)
    ((start, end),) = draft.baseline_brackets
    assert text[start:end] == "(năm 2023: 71%)"
    assert text[draft.start : draft.end] == "90% trạm y tế có phần mềm quản lý"


def test_split_predicates() -> None:
    assert split_predicates("xã có loa; có camera") == ["xã có loa", "xã có camera"]
    assert split_predicates("xã có loa") == ["xã có loa"]


SHARED = [
    # a bare subject shares the predicate of the next
    ("90% trạm bơm và 70% cống lấy nước được gắn cảm biến",
     ["trạm bơm được gắn", "cống lấy nước được gắn"]),
    ("60% máy chủ và 50% máy trạm cài phần mềm diệt mã độc",
     ["máy chủ cài phần mềm", "máy trạm cài phần mềm"]),
    # the field alone changes
    ("Cán bộ kiêm nhiệm về chuyển đổi số chiếm 5% và an toàn thông tin chiếm 3% tổng số",
     ["kiêm nhiệm về chuyển đổi số", "kiêm nhiệm về an toàn thông tin"]),
    # a predicate without its subject
    ("Bến phà có mái che đạt 75%, được lắp đèn đạt 50%", ["Bến phà có mái che", "Bến phà được lắp đèn"]),
    # things counted one after the other share nothing
    ("Có 40 bến phà, 1.500 biển báo", ["bến phà", "biển báo"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SHARED)
def test_what_the_values_of_a_chain_share(text: str, wanted: list[str]) -> None:
    found = [d.indicator for d in find_targets(text, (0, len(text)), find_quantities(text), "goal", 2024)]
    assert len(found) == len(wanted)
    for indicator, words in zip(found, wanted, strict=True):
        assert words in indicator
    assert "bến phà" not in found[-1] or "Có 40" not in text


@pytest.mark.parametrize("words", ["Giữ vững mức 91% của năm 2023", "Duy trì 91% như năm 2023"])
def test_what_is_kept_of_last_year_is_an_aim(words: str) -> None:
    (draft,) = find_targets(words, (0, len(words)), find_quantities(words), "goal", 2024)
    assert draft.quantity is not None and draft.quantity.value == 91


PARTS: list[tuple[str, list[str]]] = [
    (
        "900 tiểu thương, trong đó tối thiểu 250 tiểu thương sử dụng mã QR",
        ["tiểu thương", "tiểu thương sử dụng mã QR"],
    ),
    ("1.200 hộ kinh doanh, trong đó 400 hộ có mã QR", ["hộ kinh doanh", "hộ có mã QR"]),
    ("60 hợp tác xã, trong đó ít nhất 15 hợp tác xã tham gia sàn", ["hợp tác xã", "hợp tác xã tham gia sàn"]),
    # joined things share the predicate all the same
    ("90% bến xe và 80% nhà ga có màn hình", ["bến xe có màn hình", "nhà ga có màn hình"]),
    ("70% chợ, tối thiểu 60% siêu thị sử dụng mã QR", ["chợ sử dụng mã QR", "siêu thị sử dụng mã QR"]),
]


@pytest.mark.parametrize(("text", "indicators"), PARTS)
def test_what_is_said_of_a_part_is_not_said_of_the_whole(text: str, indicators: list[str]) -> None:
    assert [d.indicator for d in read(text, "cell")] == indicators


LAST_SUBJECTS: list[tuple[str, list[str]]] = [
    (
        "Tỷ lệ hộ kinh doanh có mã QR trên 65%; có hóa đơn điện tử trên 40%",
        ["Tỷ lệ hộ kinh doanh có mã QR", "Tỷ lệ hộ kinh doanh có hóa đơn điện tử"],
    ),
    (
        "Tỷ lệ hợp tác xã sử dụng nhật ký số đạt 30%; tham gia sàn giao dịch đạt 20%",
        ["Tỷ lệ hợp tác xã sử dụng nhật ký số", "Tỷ lệ hợp tác xã tham gia sàn giao dịch"],
    ),
    (
        "Tỷ lệ thôn có loa số đạt 90%; được phủ sóng đạt 100%",
        ["Tỷ lệ thôn có loa số", "Tỷ lệ thôn được phủ sóng"],
    ),
    # not so where the next clause names or counts its own
    ("80% hộ có cáp quang; có 20 xã phủ wifi", ["hộ có cáp quang", "xã phủ wifi"]),
    (
        "Tỷ lệ thôn có loa số đạt 90%; tỷ lệ xã có wifi đạt 100%",
        ["Tỷ lệ thôn có loa số", "tỷ lệ xã có wifi"],
    ),
    # members of a list
    (
        "80% chợ, siêu thị và cửa hàng tiện lợi có mã QR",
        ["chợ có mã QR", "siêu thị có mã QR", "cửa hàng tiện lợi có mã QR"],
    ),
    (
        "60% khách sạn và nhà hàng áp dụng hóa đơn số",
        ["khách sạn áp dụng hóa đơn số", "nhà hàng áp dụng hóa đơn số"],
    ),
    ("70% kho lạnh của hợp tác xã áp dụng nhật ký số", ["kho lạnh của hợp tác xã áp dụng nhật ký số"]),
]


@pytest.mark.parametrize(("text", "indicators"), LAST_SUBJECTS)
def test_subjects_of_clauses_and_lists(text: str, indicators: list[str]) -> None:
    assert [d.indicator for d in read(text)] == indicators
