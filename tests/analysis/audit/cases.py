"""A bad and a good document for each rule: written for these tests, run through the whole way.

``{head}`` is a letterhead in order; a body without it brings its own. Tables are Markdown.
"""

from __future__ import annotations

from extractor.catalog import Catalog

from .long_plan import filler, plan

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

Số: 15/KH-UBND

Lai Châu, ngày 10 tháng 01 năm 2024

KẾ HOẠCH
Chuyển đổi số tỉnh Lai Châu năm 2024

"""
RAISING = HEAD.replace("Chuyển đổi số tỉnh Lai Châu", "Nâng cao chỉ số chuyển đổi số (DTI) tỉnh Lai Châu")
TAIL = """

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Mẫu
"""
GOALS = "I. MỤC TIÊU\n\n"
WORK = "II. NHIỆM VỤ\n\n"
NAMES = [Catalog.default()[code].name for code in ("3.1", "3.2", "3.3")]
FIBRE = NAMES[2]
SIX = [(code, Catalog.default()[code].name) for code in ("3.1", "3.2", "3.3", "3.4", "3.5", "3.6")]
ALTERED = [(code, name + " của tỉnh nhà" if code == "3.3" else name) for code, name in SIX]
PAST = "TT | Chỉ số | Thang điểm | Kết quả năm 2023 | Mục tiêu năm 2024 | Cơ quan chủ trì"
ONE_ACT = (
    "Rà soát hệ thống của tỉnh, kiểm tra đầy đủ các nội dung theo quy định tại Thông tư số {} của Bộ.\n\n"
)
TWO_ACTS = "Hệ thống đã được kiểm tra đầy đủ các nội dung theo quy định tại Thông tư số {} của Bộ.\n"


def goal(text: str) -> str:
    return GOALS + f"- {text}\n"


def task(title: str, **labels: str) -> str:
    """A labelled task under a numbered heading."""
    names = {
        "goal": "Mục tiêu",
        "lead": "Đơn vị chủ trì",
        "help": "Đơn vị phối hợp",
        "due": "Thời gian hoàn thành",
    }
    lines = [f"- {names[key]}: {value}." for key, value in labels.items()]
    return WORK + f"1. Nhóm hạ tầng số\n\n- Nhiệm vụ: {title}.\n\n" + "\n\n".join(lines) + "\n"


def annex(
    *rows: str, head: str = "TT | Chỉ số | Thang điểm | Cách tính điểm | Mục tiêu | Cơ quan chủ trì | Ghi chú"
) -> str:
    width = head.count("|") + 1
    lines = [f"| {head} |", "|" + " --- |" * width, *(f"| {row} |" for row in rows)]
    return "PHỤ LỤC\n\n" + "\n".join(lines) + "\n"


OF_DISTRICT = (
    "ỦY BAN NHÂN DÂN\nHUYỆN MƯỜNG TÈ\n\nSố: 15/KH-UBND\n\nMường Tè, ngày 10 tháng 01 năm 2024\n\nKẾ HOẠCH\n"
    "Chuyển đổi số huyện Mường Tè năm 2024\n\nCác xã báo cáo UBND huyện {} kết quả hằng quý.\n"
)
HELPED = WORK + "".join(
    f"{n}. Nhóm {n}\n\n- Nhiệm vụ: Việc thứ {n} của tỉnh.\n\n- Đơn vị chủ trì: Sở Tài chính.\n\n"
    "- Đơn vị phối hợp: {0}.\n\n"
    for n in (1, 2, 3)
)
DUTIES = HEAD + "II. TỔ CHỨC THỰC HIỆN\n\n" + "".join(
    f"{n}. {unit}:{work}\n\n"
    for n, (unit, work) in enumerate(
        (("Sở Tài chính", " Bố trí kinh phí."), ("Sở Nội vụ", " Mở các lớp tập huấn."), ("Công an tỉnh", "{}"),
         ("Sở Y tế", " Lập hồ sơ sức khỏe."), ("Sở Tư pháp", " Số hóa sổ hộ tịch.")), 1)
)  # fmt: skip
ROW = "{} | {} | {} | Điểm = Tỷ lệ*Điểm tối đa | {} | Sở Tài chính | {}"


def row(code: str, name: str, points: str = "10", target: str = "80%", note: str = "") -> str:
    return ROW.format(code, name, points, target, note)


GROUP = "3 | Hạ tầng số | {} | | | |"
THREE = (
    row("3.1", NAMES[0]),
    row("3.2", NAMES[1]),
    row("3.3", FIBRE),
)
FULL = task(
    "Phát triển cáp quang tới hộ gia đình",
    goal=f"{FIBRE} đạt 85% (năm 2023: đạt tỷ lệ 70%)",
    lead="Sở Khoa học và Công nghệ",
    help="Sở Tài chính",
    due="Tháng 11 năm 2024",
)


def without(label: str) -> str:
    labels = {
        "goal": f"{FIBRE} đạt 85% (năm 2023: đạt tỷ lệ 70%)", "lead": "Sở Khoa học và Công nghệ",
        "help": "Sở Tài chính", "due": "Tháng 11 năm 2024",
    }  # fmt: skip
    if label == "baseline":
        labels["goal"] = f"{FIBRE} đạt 85%"
    else:
        del labels[label]
    return task(f"Phát triển kết nối: {FIBRE.lower()}", **labels)


CITED = (
    "Thực hiện {} ngày 03/01/2024 của UBND tỉnh về đào tạo.\n\nThực hiện Quyết định số 12/QĐ-UBND ngày 02/01/2024 "
    "của UBND tỉnh về hạ tầng; Kế hoạch số 7/KH-UBND ngày 04/01/2024 của UBND tỉnh về dữ liệu; "
    "Thông báo số 9/TB-UBND ngày 05/01/2024 của UBND tỉnh về kết luận họp.\n"
)
SCORED_HEAD = "TT | Chỉ số | Điểm tối đa | Kết quả năm 2023 | Mục tiêu năm 2024 | Cơ quan chủ trì"
SCORED = "3.{0} | Tỷ lệ trạm quan trắc có đường truyền loại {0} | 10 | 5,1/10 | 8{0}% | Sở Tài chính"
SCORES = (
    "Kết quả năm 2023:\n\n| TT | Chỉ số chính | Thang điểm | Điểm đánh giá năm 2023 | Xếp hạng |\n"
    "| --- | --- | --- | --- | --- |\n| | Chuyển đổi số cấp tỉnh (DTI) | 300 | {} | 30/63 |\n"
    "| 1 | Nhận thức số | 100 | {} | 20 |\n| 2 | Thể chế số | 100 | 60 | 25 |\n| 3 | Hạ tầng số | 100 | 50 | 31 |\n\n"
)
FOLLOWING = (
    "| TT | Nội dung | Điểm tối đa | Điểm đạt | Tỷ lệ (%) |\n| --- | --- | --- | --- | --- |\n"
    "| 1 | Sổ tay | 10 | 6 | 60 |\n| 2 | Tập huấn | 20 | 5 | 25 |\n| 3 | Kiểm tra | 40 | 10 | 25 |\n"
    "| 4 | Sơ kết | 50 | 45 | 90 |\n| 5 | Diễn tập | 60 | 30 | {} |\n"
)
ROADMAP = (
    "| Chỉ tiêu | 2023 | 2024 | 2025 | 2026 | 2027 |\n| --- | --- | --- | --- | --- | --- |\n"
    "| Hồ sơ trực tuyến (%) | 20 | 35 | 50 | {} | 70 |\n| Chữ ký số (%) | 5 | 10 | 20 | 30 | 40 |\n"
    "| Tổ công nghệ số | 50 | 60 | 80 | 90 | 99 |\n"
)
ASSIGNED = (
    "| Mã | Chỉ số chính | Giá trị năm 2023 | Cơ quan đầu mối |\n| --- | --- | --- | --- |\n"
    "| 1 | Nhận thức của cán bộ | 0,5 | Sở Nội vụ |\n| 2 | Thể chế của tỉnh | 0,6 | Sở Tư pháp |\n"
    "| 3 | Hạ tầng của tỉnh | 0,4 | Sở Khoa học và Công nghệ |\n| 4 | Hồ sơ sức khỏe | 0,3 | {} |\n"
)
RESULTS = (
    "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n\nSố: 90/BC-UBND\n\nLai Châu, ngày 20 tháng 12 năm 2024\n\nBÁO CÁO\n"
    "Kết quả chuyển đổi số năm 2024\n\n"
    "| STT | Chỉ tiêu | Đơn vị tính | Kế hoạch | Thực hiện | Đánh giá |\n| --- | --- | --- | --- | --- | --- |\n"
    "| 1 | Hồ sơ trực tuyến | % | 80 | 72 | {} |\n| 2 | Chữ ký số cá nhân | % | 30 | 35 | Vượt |\n"
)
GROUPED = GOALS + (
    "1. Mục tiêu chung\n\nĐổi mới cách làm việc.\n\n2. Mục tiêu cụ thể\n\n2.1. Dữ liệu số\n\n- {} dùng chung.\n\n"
    "2.2. Chính quyền số\n\n- 80% hồ sơ trực tuyến.\n\n2.3. Xã hội số\n\n- 40% người dân có chữ ký số.\n\n"
)
_SEALS = "Chữ ký số cá nhân của người trưởng thành"
_REPORT = RESULTS.format("Chưa đạt").replace("Chữ ký số cá nhân", _SEALS)
TOLD = _REPORT.replace("| STT", f"I. KẾT QUẢ\n\n- {_SEALS} đạt {{}}%.\n\nPHỤ LỤC\n\n| STT")
WORDS = " ".join(["Phát triển dữ liệu số phục vụ người dân, dữ liệu doanh nghiệp, dữ liệu đất đai."] * 3)
LONG = (
    "Kế hoạch này nhằm thúc đẩy ứng dụng công nghệ trong hoạt động của cơ quan nhà nước trên địa bàn tỉnh.\n\n"
    "Các cơ quan rà soát quy trình nội bộ, chuẩn hóa dữ liệu và công bố danh mục dữ liệu mở của ngành.\n\n"
    "Cán bộ phụ trách tổng hợp kết quả từng quý và gửi cơ quan thường trực trước ngày hai mươi lăm hằng tháng.\n\n"
    "Cơ quan thường trực tổng hợp, đánh giá, tham mưu điều chỉnh nhiệm vụ cho phù hợp với yêu cầu mới của cấp trên.\n\n"
)

REPORT = (
    "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n\nSố: 15/BC-UBND\n\nLai Châu, ngày 10 tháng 12 năm 2024\n\nBÁO CÁO\n"
    "Kết quả chuyển đổi số năm 2024\n\n| TT | Chỉ tiêu | Kế hoạch | Kết quả | Đánh giá |\n"
    "| --- | --- | --- | --- | --- |\n| 1 | Hồ sơ trực tuyến | 60% | 65% | Đạt |\n"
    "| 2 | Hộ có cáp quang | 70% | 72% | Đạt |\n| 3 | Sự hài lòng của người dân | 85% | {} | Đạt |\n"
)
CASES: dict[str, tuple[str, str]] = {
    "indicator-without-target": (without("goal"), FULL),
    "indicator-without-lead": (without("lead"), FULL),
    "indicator-without-support": (without("help"), FULL),
    "indicator-without-deadline": (without("due"), FULL),
    "indicator-without-baseline": (without("baseline"), FULL),
    "target-without-owner": (goal(f"{FIBRE} đạt 85%."), FULL),
    "task-without-owner": (without("lead"), FULL),
    "owner-without-task": (FULL, without("help")),
    "vague-lead": (
        task("Phát triển cáp quang", lead="Các cơ quan, đơn vị có liên quan"),
        task("Phát triển cáp quang", lead="Sở Tài chính"),
    ),
    "collective-lead": (
        task("Phát triển cáp quang", lead="Các sở, ban, ngành"), task("Phát triển cáp quang", lead="Sở Y tế"),
    ),
    "lead-also-supports": (
        task("Phát triển cáp quang", lead="Sở Tài chính", help="Sở Y tế; Sở Tài chính"), FULL,
    ),
    "several-leads": (task("Phát triển cáp quang", lead="Sở Tài chính; Sở Y tế"), FULL),
    "unit-no-longer-exists": (
        task("Phát triển cáp quang", lead="Sở Thông tin và Truyền thông").join(
            (HEAD.replace("năm 2024", "năm 2026"), "")
        ),
        task("Phát triển cáp quang", lead="Sở Thông tin và Truyền thông"),
    ),
    "vague-target": (annex(row("3.3", FIBRE, target="Theo tình hình thực tế")), annex(row("3.3", FIBRE))),
    "target-without-figure": (annex(row("3.3", FIBRE, target="Bảo đảm kết nối")), annex(row("3.3", FIBRE))),
    "task-without-target": (without("goal"), FULL),
    "deadline-without-date": (task("Phát triển cáp quang", lead="Sở Tài chính", due="Thường xuyên"), FULL),
    "task-without-deadline": (without("due"), FULL),
    "baseline-other-measure": (
        annex(f"3.3 | {FIBRE} | 10 | Có 1.250 hộ | 85% | Sở Nội vụ", head=PAST),
        annex(f"3.3 | {FIBRE} | 10 | 71,2% | 85% | Sở Nội vụ", head=PAST),
    ),
    "target-of-another-row": (
        annex("3.5 | Trung tâm có bộ phận trực sự cố | 10 | | Có chức năng giám sát | Sở Nội vụ",
              "3.6 | Trung tâm có chức năng giám sát mạng | 10 | | Có | Sở Nội vụ", head=PAST),
        annex("3.5 | Trung tâm có bộ phận trực sự cố | 10 | | Có bộ phận trực | Sở Nội vụ",
              "3.6 | Trung tâm có chức năng giám sát mạng | 10 | | Có | Sở Nội vụ", head=PAST),
    ),
    "version-stated-twice": (
        WORK + "1. Kiến trúc\n\na) Áp dụng Kiến trúc chính quyền điện tử phiên bản 3.0.\n\n"
        "b) Kết nối theo Kiến trúc chính quyền điện tử phiên bản 2.0.\n",
        WORK + "1. Kiến trúc\n\na) Áp dụng Kiến trúc chính quyền điện tử phiên bản 2.0.\n\n"
        "b) Kết nối theo Kiến trúc chính quyền điện tử phiên bản 2.0.\n",
    ),
    "act-without-number": (
        WORK + "1. Dữ liệu\n\na) Thu phí theo Nghị quyết của HĐND tỉnh.\n",
        WORK + "1. Dữ liệu\n\na) Thu phí theo Nghị quyết của HĐND tỉnh số 12/2023/NQ-HĐND ngày 10/7/2023.\n",
    ),
    "missing-figure": (
        goal("Tỷ trọng kinh tế số trong từng ngành đạt tối thiểu, năng suất lao động tăng."),
        goal("Tỷ trọng kinh tế số trong từng ngành đạt tối thiểu 10%."),
    ),
    "one-deadline-for-all": (
        annex(*(f"{i} | Việc số {i} của kế hoạch | Sở Tài chính | Năm 2024" for i in range(1, 13)),
              head="TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành"),
        annex(*(f"{i} | Việc số {i} của kế hoạch | Sở Tài chính | Tháng {i}/2024" for i in range(1, 13)),
              head="TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành"),
    ),
    "value-stated-twice": (
        goal("Tỷ lệ dân số có hồ sơ sức khỏe điện tử đạt 80%.")
        + "\nII. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n- Chủ trì triển khai, bảo đảm tỷ lệ dân số có hồ sơ sức khỏe điện tử đạt 90%.\n",
        goal("Tỷ lệ dân số có hồ sơ sức khỏe điện tử đạt 80%.")
        + "\nII. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n- Chủ trì triển khai, bảo đảm tỷ lệ dân số có hồ sơ sức khỏe điện tử đạt 80%.\n",
    ),
    "comparator-stated-twice": (
        goal("Tỷ lệ dân số có hồ sơ sức khỏe điện tử đạt trên 80%.")
        + "\nII. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n- Chủ trì triển khai, bảo đảm tỷ lệ dân số có hồ sơ sức khỏe điện tử đạt 80%.\n",
        goal("Tỷ lệ dân số có hồ sơ sức khỏe điện tử đạt trên 80%.")
        + "\nII. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n- Chủ trì triển khai, bảo đảm tỷ lệ dân số có hồ sơ sức khỏe điện tử đạt trên 80%.\n",
    ),
    "task-stated-twice": (
        WORK + "1. Dữ liệu\n\n- Xây dựng kho dữ liệu dùng chung của tỉnh phục vụ điều hành.\n\n"
        "2. Nền tảng\n\n- Xây dựng kho dữ liệu dùng chung của tỉnh phục vụ điều hành.\n",
        WORK + "1. Dữ liệu\n\n- Xây dựng kho dữ liệu dùng chung của tỉnh phục vụ điều hành.\n\n"
        "2. Nền tảng\n\n- Triển khai nền tảng họp trực tuyến tới các xã trong tỉnh.\n",
    ),
    "target-below-baseline": (
        goal(f"{FIBRE} đạt 60% (năm 2023: đạt tỷ lệ 70%)."), goal(f"{FIBRE} đạt 85% (năm 2023: đạt tỷ lệ 70%)."),
    ),
    "points-against-percent": (
        goal(f"{FIBRE} đạt 85% (năm 2023: 6,75/20 điểm đạt tỷ lệ 6,75%)."),
        goal(f"{FIBRE} đạt 85% (năm 2023: 6,75/20 điểm đạt tỷ lệ 33,75%)."),
    ),
    "ratio-against-percent": (
        "Toàn tỉnh có 90/120 trạm y tế dùng phần mềm chung, đạt 85%.\n",
        "Toàn tỉnh có 90/120 trạm y tế dùng phần mềm chung, đạt 75%.\n",
    ),
    "sentence-arithmetic": (
        "Mở 12 lớp tập huấn x 2.000.000 đồng/lớp = 25.000.000 đồng.\n",
        "Mở 12 lớp tập huấn x 2.000.000 đồng/lớp = 24.000.000 đồng.\n",
    ),
    "row-arithmetic": (FOLLOWING.format("55"), FOLLOWING.format("50")),
    "series-falls": (ROADMAP.format("40"), ROADMAP.format("60")),
    "row-incomplete": (ASSIGNED.format(""), ASSIGNED.format("Sở Y tế")),
    "verdict-against-figures": (RESULTS.format("Đạt"), RESULTS.format("Chưa đạt")),
    "vague-task": (
        task("Mở lớp kỹ năng số cho cán bộ xã khi có điều kiện", lead="Sở Nội vụ"),
        task("Mở 12 lớp kỹ năng số cho cán bộ xã", lead="Sở Nội vụ"),
    ),
    "kept-below-full": (
        annex(GROUP.format("30"), *THREE[:2], row("3.3", FIBRE, note="Năm 2023: đạt 7.5/10 điểm; năm 2024 duy trì.")),
        annex(GROUP.format("30"), *THREE[:2], row("3.3", FIBRE, note="Năm 2023: đạt 10/10 điểm; năm 2024 duy trì.")),
    ),
    "kept-above-result": (
        goal("Duy trì 100% UBND cấp xã kết nối mạng truyền số liệu chuyên dùng (năm 2023: 94%).\n"),
        goal("Duy trì 100% UBND cấp xã kết nối mạng truyền số liệu chuyên dùng (năm 2023: 100%).\n"),
    ),
    "rank-stated-twice": (
        "Chỉ số DTI năm 2023 của tỉnh xếp hạng 40/63.\n\nVề DTI năm 2023, tỉnh đứng thứ 41/63 cả nước.\n",
        "Chỉ số DTI năm 2023 của tỉnh xếp hạng 40/63.\n\nVề DTI năm 2022, tỉnh đứng thứ 41/63 cả nước.\n",
    ),
    "rank-aim-twice": (
        "Phấn đấu DTI thuộc nhóm 20 tỉnh dẫn đầu.\n\nĐưa DTI vào nhóm 30/63 tỉnh, thành phố.\n",
        "Phấn đấu DTI thuộc nhóm 20 tỉnh dẫn đầu.\n\nĐưa DTI vào nhóm 20/63 tỉnh, thành phố.\n",
    ),
    "deadline-before-issue": (task("Phát triển cáp quang", lead="Sở Y tế", due="Tháng 11 năm 2023"), FULL),
    "deadline-outside-period": (task("Phát triển cáp quang", lead="Sở Y tế", due="Tháng 3 năm 2025"), FULL),
    "issued-late": (HEAD.replace("tháng 01", "tháng 9") + FULL, FULL),
    "annex-absent": (
        "Chi tiết nhiệm vụ tại Phụ lục kèm theo Kế hoạch này.\n", "Chi tiết tại Phụ lục kèm theo.\n\n" + annex(*THREE),
    ),
    "points-total": (annex(GROUP.format("40"), *THREE), annex(GROUP.format("30"), *THREE)),
    "points-missing": (annex(GROUP.format(""), *THREE), annex(GROUP.format("30"), *THREE)),
    "points-stated-twice": (
        SCORES.format("190", "80") + annex(GROUP.format("30"), *THREE),
        SCORES.format("190", "80") + annex(GROUP.format("100"), *THREE),
    ),
    "baseline-total": (
        annex(
            row("3", "Hạ tầng số", "30", "Đạt 80%", "Năm 2023: đạt 20/30 điểm"),
            *(row(f"3.{i}", name, note="Năm 2023: đạt 5/10 điểm") for i, name in enumerate(
                (NAMES[0],
                 NAMES[1], FIBRE), 1)),
        ),
        annex(
            row("3", "Hạ tầng số", "30", "Đạt 80%", "Năm 2023: đạt 15/30 điểm"),
            *(row(f"3.{i}", name, note="Năm 2023: đạt 5/10 điểm") for i, name in enumerate(
                (NAMES[0],
                 NAMES[1], FIBRE), 1)),
        ),
    ),
    "scores-total": (SCORES.format("210", "80"), SCORES.format("190", "80")),
    "points-above-maximum": (SCORES.format("230", "120"), SCORES.format("190", "80")),
    "count-total": ("Kế hoạch có 39 chỉ tiêu (26 + 12).\n", "Kế hoạch có 39 chỉ tiêu (26 + 13).\n"),
    "count-stated-twice": (
        "Bộ chỉ số gồm 09 chỉ số chính.\n\nNăm 2023 có 06/08 chỉ số chính tăng điểm.\n",
        "Bộ chỉ số gồm 08 chỉ số chính.\n\nNăm 2023 có 06/08 chỉ số chính tăng điểm.\n",
    ),
    "index-parts": (
        HEAD + "Bộ chỉ số DTI cấp tỉnh gồm 12 chỉ số chính.\n", HEAD + "Bộ chỉ số DTI cấp tỉnh gồm 08 chỉ số chính.\n"
    ),
    "count-listed": (
        "Kế hoạch nâng 4 chỉ số thành phần.\n\n" + annex(GROUP.format("30"), *THREE),
        "Kế hoạch nâng 3 chỉ số thành phần.\n\n" + annex(GROUP.format("30"), *THREE),
    ),
    "list-count": (
        WORK + "1. Tỉnh thực hiện 3 giải pháp như sau:\n\na) Tuyên truyền.\n\nb) Đào tạo.\n",
        WORK + "1. Tỉnh thực hiện 2 giải pháp như sau:\n\na) Tuyên truyền.\n\nb) Đào tạo.\n",
    ),
    "table-total": (
        annex("1 | Đào tạo | 100", "2 | Máy chủ | 250", "3 | Tuyên truyền | 50", " | Tổng cộng | 450",
              head="TT | Nội dung | Kinh phí (triệu đồng)"),
        annex("1 | Đào tạo | 100", "2 | Máy chủ | 250", "3 | Tuyên truyền | 50", " | Tổng cộng | 400",
              head="TT | Nội dung | Kinh phí (triệu đồng)"),
    ),
    "target-other-unit": (
        annex(row("5.9", "Số cuộc diễn tập được triển khai", target="02%"), *THREE),
        annex(row("5.9", "Số cuộc diễn tập được triển khai", target="02 cuộc"), *THREE),
    ),
    "result-without-figure": (REPORT.format("Rất tốt"), REPORT.format("86%")),
    "all-but-some": (
        "Hiện 90/90 trạm y tế xã đã có kết nối hồ sơ sức khỏe điện tử.\n\n"
        "Còn 07 trạm y tế xã chưa có kết nối hồ sơ sức khỏe điện tử.\n",
        "Hiện 83/90 trạm y tế xã đã có kết nối hồ sơ sức khỏe điện tử.\n\n"
        "Còn 07 trạm y tế xã chưa có kết nối hồ sơ sức khỏe điện tử.\n",
    ),
    "words-against-figures": (
        "Kinh phí là 45 triệu đồng (Bằng chữ: Năm mươi bốn triệu đồng).\n",
        "Kinh phí là 45 triệu đồng (Bằng chữ: Bốn mươi lăm triệu đồng).\n",
    ),
    "money-total": (
        "Tổng kinh phí là 120 tỷ đồng, gồm: ngân sách tỉnh 70 tỷ đồng và ngân sách trung ương 40 tỷ đồng.\n",
        "Tổng kinh phí là 120 tỷ đồng, gồm: ngân sách tỉnh 70 tỷ đồng và ngân sách trung ương 50 tỷ đồng.\n",
    ),
    "numbering-gap": (
        "I. MỤC ĐÍCH\n\nNâng cao nhận thức.\n\nIII. NHIỆM VỤ\n\n- Tuyên truyền về chuyển đổi số.\n",
        "I. MỤC ĐÍCH\n\nNâng cao nhận thức.\n\nII. NHIỆM VỤ\n\n- Tuyên truyền về chuyển đổi số.\n",
    ),
    "numbering-repeat": (
        "I. MỤC TIÊU\n\n1. Phổ cập mạng\n\n2. Phổ cập kỹ năng\n\n2. Phổ cập chữ ký số\n",
        "I. MỤC TIÊU\n\n1. Phổ cập mạng\n\n2. Phổ cập kỹ năng\n\n3. Phổ cập chữ ký số\n",
    ),
    "known-day-differs": (
        "Hưởng ứng Ngày Chuyển đổi số quốc gia 01/10/2024 bằng hội thi.\n",
        "Hưởng ứng Ngày Chuyển đổi số quốc gia 10/10/2024 bằng hội thi.\n",
    ),
    "weekday-differs": ("Họp vào thứ Hai, ngày 05/3/2024.\n", "Họp vào thứ Ba, ngày 05/3/2024.\n"),
    "share-above-100": (
        "Năm 2023, tỷ lệ hồ sơ giải quyết đúng hạn đạt 103,5%.\n",
        "Năm 2023, thu ngân sách đạt 103,5% dự toán.\n",
    ),
    "part-above-whole": (
        "Có 20/25 máy chủ được kiểm tra. Trong số đó, 22 máy chủ có phần mềm phòng chống mã độc.\n",
        "Có 20/25 máy chủ được kiểm tra. Trong số đó, 18 máy chủ có phần mềm phòng chống mã độc.\n",
    ),
    "rest-differs": (
        "Đã có 70/76 xã thành lập tổ công nghệ số cộng đồng.\n\nCòn 04 xã chưa thành lập tổ công nghệ số.\n",
        "Đã có 70/76 xã thành lập tổ công nghệ số cộng đồng.\n\nCòn 06 xã chưa thành lập tổ công nghệ số.\n",
    ),
    "rank-of-too-many": (
        "Năm 2022, tỉnh xếp thứ 20/65 tỉnh, thành phố.\n",
        "Năm 2022, tỉnh xếp thứ 20/63 tỉnh, thành phố.\n",
    ),
    "rank-out-of-range": ("Năm 2022, tỉnh xếp hạng 65/63.\n", "Năm 2022, tỉnh xếp hạng 63/63.\n"),
    "impossible-date": ("Theo Quyết định số 5/QĐ-TTg ngày 31/02/2023 của Thủ tướng Chính phủ.\n", "Ngày 28/02/2023.\n"),
    "malformed-date": ("Căn cứ văn bản ngày 31 tháng 3 tháng 2022.\n", "Căn cứ văn bản ngày 31 tháng 3 năm 2022.\n"),
    "act-later-than-document": (
        "Căn cứ Quyết định số 77/QĐ-TTg ngày 20/5/2024 của Thủ tướng Chính phủ.\n",
        "Căn cứ Quyết định số 77/QĐ-TTg ngày 20/5/2023 của Thủ tướng Chính phủ.\n",
    ),
    "act-with-two-dates": (
        "Căn cứ Quyết định số 77/QĐ-TTg ngày 20/5/2023.\n\nTheo Quyết định số 77/QĐ-TTg ngày 21/5/2023.\n",
        "Căn cứ Quyết định số 77/QĐ-TTg ngày 20/5/2023.\n\nTheo Quyết định số 77/QĐ-TTg ngày 20/5/2023.\n",
    ),
    "act-number-without-year": (
        "Căn cứ Nghị định số 47/NĐ-CP ngày 09/4/2020 của Chính phủ.\n",
        "Căn cứ Nghị định số 47/2020/NĐ-CP ngày 09/4/2020 của Chính phủ.\n",
    ),
    "malformed-act-number": (
        "Căn cứ Nghị quyết số 76/NQCP ngày 15/7/2021 của Chính phủ.\n",
        "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.\n",
    ),
    "own-number-differs": (
        FULL + "\nPHỤ LỤC\n\n(Kèm theo Kế hoạch số 16/KH-UBND ngày 10/01/2024 của Ủy ban nhân dân tỉnh)\n",
        FULL + "\nPHỤ LỤC\n\n(Kèm theo Kế hoạch số 15/KH-UBND ngày 10/01/2024 của Ủy ban nhân dân tỉnh)\n",
    ),
    "code-of-another-indicator": (
        "Các cơ quan kết nối, chia sẻ dữ liệu dùng chung, tích hợp qua nền tảng chia sẻ dữ liệu theo chỉ số 7.6.\n",
        "Các cơ quan kết nối, chia sẻ dữ liệu dùng chung, tích hợp qua nền tảng chia sẻ dữ liệu theo chỉ số 6.6.\n",
    ),
    "solutions-without-owner": (
        "II. THỰC TRẠNG VÀ GIẢI PHÁP\n\nĐạt 50 điểm.\n\n" + filler(14),
        "II. THỰC TRẠNG VÀ GIẢI PHÁP\n\nĐạt 50 điểm.\n\n" + filler(14).replace("- ", "- Sở Nội vụ "),
    ),
    "unit-without-work": (DUTIES.format(""), DUTIES.format(" Giám sát an toàn mạng.")),
    "head-missing": ("<!-- no head -->" + FULL, FULL),
    "number-missing": (HEAD.replace("15/KH", "/KH") + FULL, FULL),
    "date-missing": (HEAD.replace("ngày 10 tháng 01", "ngày   tháng  ") + FULL, FULL),
    "signer-missing": (HEAD + FULL + "\n<!-- no tail -->", FULL),
    "deputy-without-head": (
        "Nội dung.\n\nTM. ỦY BAN NHÂN DÂN\nPHÓ CHỦ TỊCH\n\nTrần Văn Mẫu\n<!-- no tail -->",
        "Nội dung.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Văn Mẫu\n<!-- no tail -->",
    ),
    "malformed-number": (goal(f"{FIBRE} đạt trên *85%."), goal(f"{FIBRE} đạt trên 85%.")),
    "blank-figure": (goal("Bố trí … tỷ đồng cho an toàn thông tin."), goal("Bố trí 2 tỷ đồng cho an toàn thông tin.")),
    "mixed-decimal-marks": ("Năm 2022 đạt 8.5/10 điểm.\n\nNăm 2023 đạt 8,7/10 điểm.\n", "Năm 2022 đạt 8,5/10 điểm.\n"),
    "repeated-text": (LONG + "Mục khác.\n\n" + LONG, LONG),
    "not-of-the-document": (
        "Ra mắt Tổ công nghệ số xã Bum Nưa. Ảnh: Hoàng Mẫu\n",
        "Ảnh vệ tinh: dùng để theo dõi rừng; nguồn: Sở Nông nghiệp.\n",
    ),
    "note-left": (
        goal("60% xã có tổ công nghệ số [chị Lan xem lại số này]."), goal("60% xã có tổ công nghệ số (50 xã)."),
    ),
    "slip": (WORDS + " Chia sẻ dử liệu mở.\n", WORDS + " Chia sẻ dữ liệu mở.\n"),
    "doubled-word": ("Cơ quan của của tỉnh thực hiện.\n", "Cơ quan của tỉnh thực hiện.\n"),
    "unbalanced-bracket": ("Nền tảng họp trực tuyến (đã triển khai năm 2023.\n", "Nền tảng (đã triển khai): a) họp.\n"),
    "tone-marks-mixed": (
        "Số hoá hồ sơ tại các xã.\n\nTỷ lệ số hóa đạt 80%.\n", "Số hóa hồ sơ tại các xã.\n\nTỷ lệ số hóa đạt 80%.\n",
    ),
    "number-word-missing": (
        CITED.format("Quyết định 41/QĐ-UBND"), CITED.format("Quyết định số 41/QĐ-UBND"),
    ),
    "baselines-in-points": (annex(*map(SCORED.format, range(1, 7)), head=SCORED_HEAD),
                            annex(*map(SCORED.replace("5,1/10", "51%").format, range(1, 7)), head=SCORED_HEAD)),
    "unit-name-differs": (
        task("Đào tạo nghề", lead="Sở Lao động và Thương binh xã hội"),
        task("Đào tạo nghề", lead="Sở Lao động - Thương binh và Xã hội"),
    ),
    "lead-stated-twice": (
        WORK + "1. Dữ liệu\n\na) Xây dựng kho dữ liệu dùng chung của ngành y tế tỉnh. Chủ trì: Sở Y tế.\n\n"
        "III. TỔ CHỨC\n\n1. Sở Nội vụ\n\n- Chủ trì xây dựng kho dữ liệu dùng chung của ngành y tế tỉnh.\n",
        WORK + "1. Dữ liệu\n\na) Xây dựng kho dữ liệu dùng chung của ngành y tế tỉnh. Chủ trì: Sở Y tế.\n\n"
        "III. TỔ CHỨC\n\n1. Sở Y tế\n\n- Chủ trì xây dựng kho dữ liệu dùng chung của ngành y tế tỉnh.\n",
    ),
    "deadline-stated-twice": (
        WORK + "1. Dữ liệu\n\na) Ban hành quy chế vận hành kho dữ liệu dùng chung ngành y tế trước ngày 30/6/2024."
        "\n\nIII. TỔ CHỨC\n\n1. Sở Y tế\n\n"
        "- Ban hành quy chế vận hành kho dữ liệu dùng chung ngành y tế trước ngày 30/9/2024.\n",
        WORK + "1. Dữ liệu\n\na) Ban hành quy chế vận hành kho dữ liệu dùng chung ngành y tế trước ngày 30/6/2024."
        "\n\nIII. TỔ CHỨC\n\n1. Sở Y tế\n\n"
        "- Ban hành quy chế vận hành kho dữ liệu dùng chung ngành y tế trong quý II/2024.\n",
    ),
    "frequency-stated-twice": (
        "Họp Ban Chỉ đạo chuyển đổi số 01 lần/quý.\n\nBan Chỉ đạo chuyển đổi số họp 01 lần/tháng.\n",
        "Họp Ban Chỉ đạo chuyển đổi số 01 lần/quý.\n\nBan Chỉ đạo chuyển đổi số họp 04 lần/năm.\n",
    ),
    "result-stated-twice": (
        TOLD.format("31"), TOLD.format("35"),
    ),
    "issuer-against-number": (
        "Căn cứ Quyết định số 77/QĐ-TTg ngày 20/5/2023 của Bộ Nội vụ.\n",
        "Căn cứ Quyết định số 77/QĐ-BNV ngày 20/5/2023 của Bộ Nội vụ.\n",
    ),
    "another-province": (
        "Lai Châu cần dữ liệu.\n\nRà soát hạ tầng trên địa bàn tỉnh Bắc Ninh.\n",
        "Lai Châu cần dữ liệu.\n\nHọc tập kinh nghiệm của tỉnh Bắc Ninh.\n",
    ),
    "later-goal-lower": (
        GOALS + f"- Đến năm 2024: {FIBRE} đạt 70%.\n\n- Đến năm 2025: {FIBRE} đạt 65%.\n",
        GOALS + f"- Đến năm 2024: {FIBRE} đạt 70%.\n\n- Đến năm 2025: {FIBRE} đạt 75%.\n",
    ),
    "time-disagrees": (
        "Thời hạn: Quý II năm 2024 (trước ngày 15/8/2024).\n", "Thời hạn: Quý II năm 2024 (trước ngày 01/7/2024).\n",
    ),
    "place-absent": (
        "Bảng 1. Chỉ tiêu\n\nBảng 2. Nhiệm vụ\n\nVốn được thống kê tại Bảng 7.\n",
        "Bảng 1. Chỉ tiêu\n\nBảng 2. Nhiệm vụ\n\nVốn được thống kê tại Bảng 2.\n",
    ),
    "collected-late": (
        "Sở Y tế tổng hợp báo cáo UBND tỉnh trước ngày 20 hằng quý.\n\nCác bệnh viện báo cáo về Sở Y tế "
        "trước ngày 25 hằng quý.\n",
        "Sở Y tế tổng hợp báo cáo UBND tỉnh trước ngày 25 hằng quý.\n\nCác bệnh viện báo cáo về Sở Y tế "
        "trước ngày 20 hằng quý.\n",
    ),
    "act-replaced": (
        "Thực hiện Quyết định số 1726/QĐ-BTTTT ngày 12/10/2020 của Bộ Thông tin và Truyền thông.\n",
        "Thực hiện Quyết định số 922/QĐ-BTTTT ngày 20/5/2022 của Bộ Thông tin và Truyền thông.\n",
    ),
    "kind-against-number": (
        "Thực hiện Quyết định số 45/KH-UBND ngày 12/01/2023 của UBND tỉnh.\n",
        "Thực hiện Kế hoạch số 45/KH-UBND ngày 12/01/2023 của UBND tỉnh.\n",
    ),
    "amount-without-currency": (
        "Bán hàng trực tuyến có doanh thu đạt 42,5 tỷ.\n", "Bán hàng trực tuyến có doanh thu đạt 42,5 tỷ đồng.\n"
    ),
    "partial-figure": ("Đạt 45% (mới có số của vùng thấp).\n", "Đạt 45% (năm 2022: 40%).\n"),
    "times-backwards": (
        "Thí điểm từ tháng 9/2024 đến tháng 6/2024.\n", "Thí điểm từ tháng 6/2024 đến tháng 9/2024.\n",
    ),
    "cutoff-after-issue": (
        "Tính đến ngày 31/12/2024, tỉnh có 20 hệ thống.\n", "Tính đến ngày 31/12/2023, tỉnh có 20 hệ thống.\n",
    ),
    "year-left-over": (
        "Trên đây là Kế hoạch chuyển đổi số năm 2023, đề nghị các sở thực hiện.\n",
        "Trên đây là Kế hoạch chuyển đổi số năm 2024, đề nghị các sở thực hiện.\n",
    ),
    "another-office": (OF_DISTRICT.format("Sìn Hồ"), OF_DISTRICT.format("Mường Tè")),
    "abbreviation-two-meanings": (
        "Giải quyết thủ tục hành chính (TTHC). Lập Trung tâm Hành chính công (TTHC).\n",
        "Giải quyết thủ tục hành chính (TTHC). Công khai thủ tục hành chính (TTHC).\n",
    ),
    "central-words": (
        "Sở Nội vụ hướng dẫn các bộ, ngành, địa phương thực hiện.\n",
        "Sở Nội vụ phối hợp với các bộ, ngành trung ương.\n",
    ),
    "act-number-against-date": (
        "Căn cứ Nghị định số 42/2022/NĐ-CP ngày 24/6/2021 của Chính phủ.\n",
        "Căn cứ Nghị định số 42/2022/NĐ-CP ngày 24/6/2022.\n",
    ),
    "act-against-register": (
        "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2021 phê duyệt Chương trình Chuyển đổi số quốc gia.\n",
        "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 phê duyệt Chương trình Chuyển đổi số quốc gia.\n",
    ),
    "act-undated": (
        "Thực hiện Quyết định số 77/QĐ-BNV của Bộ Nội vụ.\n",
        "Thực hiện Quyết định số 77/QĐ-BNV ngày 20/5/2023 của Bộ Nội vụ. Thực hiện Quyết định số 77/QĐ-BNV.\n",
    ),
    "act-differs": (
        ONE_ACT.format("12/2022/TT-BTTTT") + TWO_ACTS.format("03/2017/TT-BTTTT"),
        ONE_ACT.format("12/2022/TT-BTTTT") + TWO_ACTS.format("12/2022/TT-BTTTT"),
    ),
    "name-differs-from-catalog": (
        annex(*(ROW.format(code, name, 10, "60%", "") for code, name in ALTERED)),
        annex(*(ROW.format(code, name, 10, "60%", "") for code, name in SIX)),
    ),
    "goal-group-without-figure": (GROUPED.format("Hình thành kho dữ liệu"), GROUPED.format("Mở 20 bộ dữ liệu")),
    "funding-absent": (plan(money=""), plan()),
    "funding-without-sum": (plan(money="V. KINH PHÍ\n\nKinh phí thực hiện từ ngân sách tỉnh.\n\n"), plan()),
    "reporting-absent": (plan(reports=""), plan()),
    "overall-result-absent": (
        RAISING + plan(work="- Nâng cao chỉ số DTI.\n\n"),
        RAISING + plan(work="- Nâng cao chỉ số DTI (năm 2023 xếp thứ 41/63).\n\n"),
    ),
    "vague-support": (HELPED.format("Các cơ quan, đơn vị liên quan"), HELPED.format("Sở Nội vụ")),
    "abbreviation-unexplained": (
        "Nâng cấp nền tảng QXKT của tỉnh.\n", "Nâng cấp nền tảng tích hợp (QXKT) của tỉnh.\n",
    ),
    "points-differ-from-catalog": ("catalog", "catalog"),
    "code-not-in-catalog": ("catalog", "catalog"),
}  # fmt: skip
