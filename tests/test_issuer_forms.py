"""Forms met in plans of other issuers, five or more sentences each, read from whole small plans."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.pipeline import extract
from extractor.records import Extraction, Target, Task
from extractor.sources.text import read_text

HEAD = """ỦY BAN NHÂN DÂN
TỈNH AN BÌNH
Số: 12/KH-UBND
An Bình, ngày 05 tháng 02 năm 2024
KẾ HOẠCH
Chuyển đổi số năm 2024
I. MỤC ĐÍCH
Làm rõ trách nhiệm của từng cơ quan trong việc chuyển đổi số.
"""


def plan(body: str) -> Extraction:
    return extract(read_text(HEAD + body, "ke-hoach.txt"))


def names(units: object) -> list[str]:
    return [u.name for u in units or ()]  # type: ignore[attr-defined]


def only_task(body: str) -> Task:
    tasks = plan(body).tasks
    assert len(tasks) == 1, [t.title for t in tasks]
    return tasks[0]


CHAINED = [
    (
        "Cơ quan chủ trì: Sở Y tế. Cơ quan phối hợp: Sở Tài chính. Thời gian: Quý III/2024.",
        ["Sở Y tế"], ["Sở Tài chính"], date(2024, 9, 30),
    ),
    (
        "Đơn vị chủ trì: Sở Xây dựng; đơn vị phối hợp: Sở Nội vụ; thời hạn: 30/6/2024.",
        ["Sở Xây dựng"], ["Sở Nội vụ"], date(2024, 6, 30),
    ),
    (
        "Chủ trì: Công an tỉnh. Phối hợp: Sở Tư pháp, Bưu điện tỉnh. Thời gian hoàn thành: tháng 5/2024.",
        ["Công an tỉnh"], ["Sở Tư pháp", "Bưu điện tỉnh"], date(2024, 5, 31),
    ),
    (
        "Đơn vị thực hiện: Sở Công Thương. Thời gian thực hiện: Quý II/2024.",
        ["Sở Công Thương"], [], date(2024, 6, 30),
    ),
    (
        "Cơ quan chủ trì: Thanh tra tỉnh. - Cơ quan phối hợp: Sở Tài chính. - Thời hạn: 31/7/2024.",
        ["Thanh tra tỉnh"], ["Sở Tài chính"], date(2024, 7, 31),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("line", "lead", "supporting", "due"), CHAINED)
def test_labels_in_one_paragraph(line: str, lead: list[str], supporting: list[str], due: date) -> None:
    task = only_task(f"II. NHIỆM VỤ\n1. Nâng cấp kho dữ liệu dùng chung của ngành\n{line}\n")
    assert names(task.lead_units) == lead
    assert names(task.supporting_units) == supporting
    assert task.deadline is not None and task.deadline.due == due


SITUATIONS = [
    ("Đạt 70%", "Hiện trạng năm 2023: 5,5/10 điểm.", [[5.5]]),
    ("Năm 2024 đạt 70%", "Thực trạng năm 2023: đạt 52%.", [[52.0]]),
    ("60% hộ kinh doanh; 80% hợp tác xã", "Hiện trạng năm 2023: 41% và 63%.", [[41.0], [63.0]]),
    (
        "60% hộ kinh doanh; 80% hợp tác xã",
        "Hiện trạng năm 2023: 4/10 điểm (41%) và 6/10 điểm (63%).",
        [[4.0, 41.0], [6.0, 63.0]],
    ),
    ("Tối thiểu 12 tổ", "Hiện trạng: không có điểm.", [[0.0]]),
    ("Đạt 70%", "Kết quả năm 2023: 5,5/10 điểm.", [[5.5]]),
    ("Đạt 70%", "Kết quả thực hiện năm 2023: 61%.", [[61.0]]),
    ("Đạt 70%", "Kết quả đánh giá: 5,5/10 điểm, tỷ lệ 55%.", [[5.5, 55.0]]),
    ("40% trường; 50% trạm; 60% chợ", "Hiện trạng: 10%; 20%; 30%.", [[10.0], [20.0], [30.0]]),
]


@pytest.mark.parametrize(("goal", "situation", "past"), SITUATIONS)
@pytest.mark.parametrize("goal_first", [True, False])
def test_situation_label_gives_past_values(
    goal: str, situation: str, past: list[list[float]], *, goal_first: bool
) -> None:
    labels = [f"- Chỉ tiêu phấn đấu: {goal}.", f"- {situation}"]
    lines = "\n".join(labels if goal_first else labels[::-1])
    found = plan(
        f"II. NHIỆM VỤ\n1. Hạ tầng\n1.1. Nội dung: Mở rộng mạng lưới phục vụ.\n{lines}\n"
        "- Cơ quan chủ trì: Sở Công Thương.\n"
    )
    assert [t.title for t in found.tasks] == ["Mở rộng mạng lưới phục vụ"]
    assert [[b.value for b in t.baselines] for t in found.targets] == past


HEADERS = [
    ["TT", "Nội dung nhiệm vụ", "Mục tiêu năm 2024", "Cơ quan chủ trì"],
    ["STT", "Nhiệm vụ", "Chỉ tiêu", "Đơn vị chủ trì"],
    ["Số TT", "Công việc", "Kết quả cần đạt", "Chủ trì"],
    ["TT", "Tên nhiệm vụ", "Chỉ tiêu phấn đấu", "Cơ quan thực hiện"],
    ["STT", "Nội dung", "Mục tiêu", "Đơn vị thực hiện"],
]


@pytest.mark.parametrize("header", HEADERS)
def test_table_with_pipes_on_lines_of_their_own(header: list[str]) -> None:
    rows = [
        ["1", "Nâng cấp cổng dữ liệu", "70%", "Sở Y tế"],
        ["2", "Mở lớp kỹ năng số", "Ít nhất 05 lớp", "Sở Nội vụ"],
        ["3", "Số hóa hồ sơ đất đai", "Trên 90%", "Sở Xây dựng"],
    ]
    cells = [cell for row in [header, *rows] for cell in row]
    found = plan("PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n" + "".join(f"{cell}\n|\n" for cell in cells))
    assert [names(t.lead_units) for t in found.tasks] == [["Sở Y tế"], ["Sở Nội vụ"], ["Sở Xây dựng"]]
    assert [t.value for t in found.targets] == [70, 5, 90]


TIERS = [
    ("Tỷ lệ hồ sơ trực tuyến đạt 70% đối với cấp tỉnh, 60% đối với cấp huyện và cấp xã.",
     [(70, "province"), (60, "district"), (60, "commune")]),
    ("Tỷ lệ văn bản ký số: cấp tỉnh đạt 95%, cấp huyện và cấp xã đạt 80%.",
     [(95, "province"), (80, "district"), (80, "commune")]),
    ("Hồ sơ công việc trên mạng đạt tối thiểu 85% đối với cấp tỉnh, cấp huyện.",
     [(85, "province"), (85, "district")]),
    ("Tỷ lệ báo cáo điện tử đạt từ 60% trở lên đối với cấp huyện và xã.",
     [(60, "district"), (60, "commune")]),
    ("Tỷ lệ họp trực tuyến đạt 50% tại cấp huyện và cấp xã.",
     [(50, "district"), (50, "commune")]),
]  # fmt: skip


def _goals(line: str) -> tuple[Target, ...]:
    return plan(f"II. MỤC TIÊU CỤ THỂ\n- {line}\n").targets


@pytest.mark.parametrize(("line", "expected"), TIERS)
def test_one_value_for_joined_tiers(line: str, expected: list[tuple[float, str]]) -> None:
    assert [(t.value, t.level) for t in _goals(line)] == expected


BEYOND = [
    "Không để tỷ lệ hồ sơ trễ hạn vượt quá 2%.",
    "Không để tỷ lệ phản ánh quá hạn vượt 2%.",
    "Không để số hồ sơ tồn đọng trên 2%.",
    "Không để tỷ lệ máy trạm nhiễm mã độc quá 2%.",
    "Không được để tỷ lệ kiến nghị chậm xử lý vượt quá 2%.",
]


@pytest.mark.parametrize("line", BEYOND)
def test_what_must_not_be_exceeded_is_an_upper_bound(line: str) -> None:
    assert [(t.value, t.comparator) for t in _goals(line)] == [(2, "le")]


JOINED = [
    ("Tối thiểu 55% hộ dùng ví điện tử, trong đó 30% ở nông thôn.", ["ge", "eq"]),
    ("Xây dựng kho học liệu với ít nhất 900 bài giảng và 200 thí nghiệm ảo.", ["ge", "ge"]),
    ("Tối thiểu 50% nông hộ và 70% hợp tác xã có mã truy xuất.", ["ge", "ge"]),
    ("Trên 40% chợ, trong đó 20% chợ xã thanh toán điện tử.", ["gt", "eq"]),
    ("Ít nhất 30% lao động và 45% học viên có chứng chỉ số.", ["ge", "ge"]),
]


@pytest.mark.parametrize(("line", "expected"), JOINED)
def test_comparators_of_joined_values(line: str, expected: list[str]) -> None:
    assert [t.comparator for t in _goals(line)] == expected


CLOSINGS = [
    "Trong quá trình triển khai, nếu phát sinh vướng mắc, các đơn vị báo cáo UBND tỉnh xem xét.",
    "Trong quá trình thực hiện, nếu có khó khăn, các sở, ngành phản ánh về Sở Nội vụ tổng hợp.",
    "Quá trình tổ chức thực hiện có vướng mắc, các địa phương báo cáo UBND tỉnh.",
    "Nhận được Kế hoạch này, yêu cầu các cơ quan, đơn vị khẩn trương thực hiện.",
    "Nếu có vướng mắc, các đơn vị báo cáo UBND tỉnh để được hướng dẫn.",
    "Sau khi nhận được Kế hoạch, đề nghị các đơn vị nghiêm túc triển khai.",
]


@pytest.mark.parametrize("line", CLOSINGS)
def test_closing_words_are_no_task(line: str) -> None:
    body = f"II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ chủ trì theo dõi, đôn đốc việc thực hiện.\n{line}\n"
    assert [names(t.lead_units) for t in plan(body).tasks] == [["Sở Nội vụ"]]


BRACKETED = [
    ("(Sở Y tế chủ trì, phối hợp với Sở Tài chính, quý II/2024)",
     ["Sở Y tế"], ["Sở Tài chính"], date(2024, 6, 30), False),
    ("(Sở Y tế thực hiện; Bưu điện tỉnh phối hợp; hoàn thành trước ngày 30/11/2024)",
     ["Sở Y tế"], ["Bưu điện tỉnh"], date(2024, 11, 29), False),
    ("(Sở Y tế, Sở Nội vụ theo chức năng chủ trì thực hiện)", ["Sở Y tế", "Sở Nội vụ"], [], None, False),
    ("(Công an tỉnh chủ trì, thực hiện thường xuyên)", ["Công an tỉnh"], [], None, True),
    ("(Sở Công Thương thực hiện, thời gian: tháng 10/2024)",
     ["Sở Công Thương"], [], date(2024, 10, 31), False),
    ("(Đài Truyền hình tỉnh chủ trì, Báo An Bình phối hợp, thực hiện hằng tháng)",
     ["Đài Truyền hình tỉnh"], ["Báo An Bình"], None, True),
]  # fmt: skip


@pytest.mark.parametrize(("bracket", "lead", "supporting", "due", "recurring"), BRACKETED)
def test_owner_and_time_in_a_closing_bracket(
    bracket: str, lead: list[str], supporting: list[str], due: date | None, *, recurring: bool
) -> None:
    task = only_task(f"II. NHIỆM VỤ\n- Mở rộng kênh thanh toán điện tử cho người dân {bracket}.\n")
    assert names(task.lead_units) == lead
    assert names(task.supporting_units) == supporting
    assert (task.deadline.due if task.deadline else None) == due
    assert bool(task.deadline and task.deadline.recurring) is recurring


HEADED = [
    ("Các phòng thuộc Sở", "Phòng Tổ chức cán bộ: Mở lớp kỹ năng số.", "Phòng Tổ chức cán bộ"),
    (
        "Các phòng thuộc Sở",
        "Phòng Kế hoạch - Tài chính chủ trì bố trí kinh phí.",
        "Phòng Kế hoạch - Tài chính",
    ),
    ("Các sở, ban, ngành tỉnh", "Sở Nội vụ: Tham mưu bố trí nhân lực.", "Sở Nội vụ"),
    ("Các sở, ban, ngành tỉnh", "Sở Tư pháp chủ trì rà soát văn bản.", "Sở Tư pháp"),
    ("Các cơ quan, đơn vị liên quan", "Bưu điện tỉnh: Phát triển điểm phục vụ.", "Bưu điện tỉnh"),
]


@pytest.mark.parametrize(("heading", "line", "lead"), HEADED)
def test_unit_that_opens_an_item_under_a_collective(heading: str, line: str, lead: str) -> None:
    found = plan(f"II. TỔ CHỨC THỰC HIỆN\n1. {heading}\n1.1. {line}\n1.2. Tổng hợp kết quả gửi về tỉnh.\n")
    assert names(found.tasks[0].lead_units) == [lead]


PLACED = [
    ("Thí điểm lớp học thông minh tại 10 trường.", 10),
    ("Triển khai bán vé điện tử tại 04 điểm du lịch.", 4),
    ("Lắp đặt trạm phát sóng tại 06 bản vùng cao.", 6),
    ("Đầu tư bổ sung 45 phòng máy tính.", 45),
    ("Kích hoạt thêm 60.000 tài khoản định danh.", 60000),
]


@pytest.mark.parametrize(("line", "value"), PLACED)
def test_counts_that_tasks_promise(line: str, value: float) -> None:
    targets = plan(f"II. NHIỆM VỤ\n- {line}\n").targets
    assert [(t.value, t.unit) for t in targets] == [(value, "count")]


SOLUTIONS = [
    "Bảo đảm 100% nhiệm vụ hoàn thành đúng hạn",
    "Có ít nhất 02 sáng kiến được công nhận",
    "Phấn đấu giải ngân trên 95% kế hoạch vốn",
    "Duy trì 99% phản ánh được xử lý",
    "Tối thiểu 60% hồ sơ",
]


@pytest.mark.parametrize("solution", SOLUTIONS)
def test_solutions_beside_an_indicator_hold_targets(solution: str) -> None:
    rows = [
        "| TT | Tiêu chí | Điểm tối đa | Điểm phấn đấu năm 2024 | Nhiệm vụ, giải pháp | Cơ quan chủ trì |",
        "| 1 | Mức độ hoàn thành kế hoạch của năm | 2,0 | 1,5 điểm | Rà soát các việc còn chậm | Sở Nội vụ |",
        f"| 2 | Chất lượng phục vụ người dân tại bộ phận một cửa | 2,0 | 1,8 điểm | {solution} | Sở Y tế |",
    ]
    found = plan("PHỤ LỤC\nPHÂN CÔNG THỰC HIỆN TIÊU CHÍ\n" + "\n".join(rows) + "\n").targets
    assert [t.unit for t in found][:2] == ["points", "points"]
    assert len(found) == 3


OPENED_BY = [
    ("Đề nghị Ủy ban MTTQ Việt Nam tỉnh và các đoàn thể vận động hội viên tham gia.",
     ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Các đoàn thể"]),
    ("Các đơn vị sự nghiệp trực thuộc UBND tỉnh chủ động bố trí nhân lực.",
     ["Các đơn vị sự nghiệp trực thuộc UBND tỉnh"]),
    ("Các phòng chuyên môn thuộc UBND huyện rà soát quy trình.", ["Các phòng chuyên môn thuộc UBND huyện"]),
    ("Trung tâm Văn hóa, Thông tin và Truyền thông huyện mở chuyên mục.",
     ["Trung tâm Văn hóa, Thông tin và Truyền thông huyện"]),
    ("Phòng Nông nghiệp và PTNT hướng dẫn hợp tác xã.", ["Phòng Nông nghiệp và Phát triển nông thôn"]),
    ("Phòng GD&ĐT các huyện, thành phố triển khai học bạ số.",
     ["Phòng Giáo dục và Đào tạo các huyện, thành phố"]),
    ("UBND các huyện, thành, thị xây dựng kế hoạch chi tiết.", ["UBND cấp huyện"]),
    ("Trạm Y tế xã lập hồ sơ sức khỏe; các nhà trường sử dụng sổ liên lạc điện tử.",
     ["Trạm Y tế xã", "Các nhà trường"]),
    ("Các doanh nghiệp viễn thông xóa vùng lõm sóng ở vùng sâu.", ["Các doanh nghiệp viễn thông"]),
    ("Tỉnh ủy xây dựng chương trình hành động về dữ liệu.", ["Tỉnh ủy"]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "lead"), OPENED_BY)
def test_names_of_units_end_where_their_work_begins(line: str, lead: list[str]) -> None:
    assert names(only_task(f"II. TỔ CHỨC THỰC HIỆN\n- {line}\n").lead_units) == lead


PARTY = [
    ("ĐẢNG BỘ TỈNH HÀ NAM\nTỈNH ỦY", "Tỉnh ủy Hà Nam", "province"),
    ("ĐẢNG BỘ TỈNH YÊN BÁI\nTỈNH ỦY\n*", "Tỉnh ủy Yên Bái", "province"),
    ("TỈNH ỦY HÀ NAM", "Tỉnh ủy Hà Nam", "province"),
    ("ĐẢNG BỘ THÀNH PHỐ CẦN THƠ\nTHÀNH ỦY", "Thành ủy Cần Thơ", "province"),
    ("ĐẢNG BỘ HUYỆN SƠN ĐỘNG\nHUYỆN ỦY", "Huyện ủy Sơn Động", "district"),
]


@pytest.mark.parametrize(("letterhead", "issuer", "level"), PARTY)
def test_letterheads_of_the_party(letterhead: str, issuer: str, level: str) -> None:
    text = (
        f"{letterhead}\nĐẢNG CỘNG SẢN VIỆT NAM\nPhủ Lý, ngày 17 tháng 02 năm 2025\nSố 12-KH/TU\n"
        "KẾ HOẠCH\nChuyển đổi số trong các cơ quan đảng năm 2025\nI- MỤC TIÊU\n- 90% văn bản được ký số.\n"
    )
    document = extract(read_text(text, "ke-hoach.txt")).document
    assert (document.issuer, document.level) == (issuer, level)


ASKED = [
    "Đề nghị Bưu điện tỉnh",
    "Yêu cầu Sở Tư pháp",
    "Giao Công an tỉnh",
    "Đề nghị Tỉnh đoàn",
    "Giao Sở Y tế",
]


@pytest.mark.parametrize("asked", ASKED)
def test_an_unmarked_request_leaves_the_unit_above(asked: str) -> None:
    found = plan(
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Mở lớp kỹ năng số cho công chức.\n"
        f"{asked} triển khai các phần việc được phân công.\n"
    )
    unit = asked.removeprefix("Giao ").removeprefix("Đề nghị ").removeprefix("Yêu cầu ")
    assert [names(t.lead_units) for t in found.tasks] == [["Sở Nội vụ"], [unit]]


COUNTED = [
    ("Bố trí ít nhất 01 máy tính và 01 máy quét tại bộ phận một cửa.", [1, 1]),
    ("Tổ chức 03 hội nghị và 02 cuộc thi tìm hiểu.", [3, 2]),
    ("Đưa kho dữ liệu vào vận hành, kết nối với ít nhất 10 cơ sở dữ liệu chuyên ngành.", [10]),
    ("Ký kết hợp tác với tối thiểu 12 doanh nghiệp công nghệ.", [12]),
    ("Mở ít nhất 05 lớp và 04 buổi tọa đàm về dữ liệu.", [5, 4]),
]


@pytest.mark.parametrize(("line", "values"), COUNTED)
def test_counts_joined_or_bounded_in_tasks(line: str, values: list[float]) -> None:
    assert [t.value for t in plan(f"II. NHIỆM VỤ\n- {line}\n").targets] == values


RANKED = [
    "Chỉ số chuyển đổi số cấp tỉnh nằm trong nhóm 20 tỉnh dẫn đầu.",
    "Xếp hạng DTI cấp tỉnh trong top 15.",
    "Duy trì chỉ số cải cách hành chính cấp tỉnh thuộc top 10.",
    "Phấn đấu xếp thứ 25/63 về chỉ số chuyển đổi số cấp tỉnh.",
    "Chỉ số hài lòng cấp tỉnh xếp hạng từ 30 trở lên.",
]


@pytest.mark.parametrize("line", RANKED)
def test_ranks_are_limited_to_no_tier(line: str) -> None:
    assert [(t.unit, t.level) for t in _goals(line)] == [("rank", None)]


COMPARED = [
    "Giảm 30% thời gian xử lý văn bản so với năm 2023.",
    "Tăng 20% số giao dịch điện tử so với năm 2023.",
    "Số hồ sơ trực tuyến tăng 15% so với năm 2023.",
    "Giảm 10% chi phí vận hành so với cùng kỳ.",
    "Doanh thu bưu chính tăng 12% so với năm 2022.",
]


@pytest.mark.parametrize("line", COMPARED)
def test_what_is_compared_with_measures_nothing(line: str) -> None:
    (target,) = _goals(line)
    assert not target.indicator.rstrip().endswith(" so")
