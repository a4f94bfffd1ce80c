"""Plans as long as real ones, from parts: what a check says of a whole plan needs a whole plan."""

from __future__ import annotations

from itertools import islice, product

_WORK = ("Rà soát", "Chuẩn hóa", "Hoàn thiện", "Kết nối", "Phổ biến", "Hướng dẫn sử dụng")
_THINGS = (
    "danh mục dữ liệu dùng chung", "quy trình nội bộ", "nền tảng họp trực tuyến", "cổng thông tin",
    "kho tài liệu điện tử", "hệ thống một cửa", "phần mềm quản lý văn bản", "bản đồ số",
)  # fmt: skip
_WHERE = ("tại các cơ quan chuyên môn", "ở các xã vùng cao", "trong ngành giáo dục của tỉnh")
AIMS = "I. MỤC ĐÍCH, YÊU CẦU\n\nLàm chuyển biến nhận thức của cán bộ và người dân về dữ liệu số.\n\n"
GOALS = "II. MỤC TIÊU\n\n- 80% hồ sơ được xử lý trực tuyến.\n\n"
END = "Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan phản ánh để xem xét, điều chỉnh./.\n"
MONEY = "V. KINH PHÍ\n\nKinh phí thực hiện là 2,5 tỷ đồng từ ngân sách tỉnh.\n\n"
REPORTS = "Các cơ quan báo cáo kết quả trước ngày 15 của tháng cuối quý.\n\n"
ORGANISING = (
    "VI. TỔ CHỨC THỰC HIỆN\n\nSở Khoa học và Công nghệ theo dõi, đôn đốc việc thực hiện Kế hoạch.\n\n"
)


def filler(lines: int = 110) -> str:
    """Items of work, no two alike, that tell neither money nor reports."""
    parts = islice(product(_WORK, _THINGS, _WHERE), lines)
    return "".join(
        f"- {work} {thing} {where}, bảo đảm dễ tìm, dễ dùng cho từng nhóm đối tượng.\n\n"
        for work, thing, where in parts
    )


def plan(
    *,
    goals: str = GOALS,
    work: str = "",
    money: str = MONEY,
    reports: str = REPORTS,
    lines: int = 110,
    end: str = END,
) -> str:
    """A plan with its parts; each can be changed or left out."""
    return (
        AIMS
        + goals
        + "III. NHIỆM VỤ, GIẢI PHÁP\n\n"
        + work
        + filler(lines)
        + money
        + ORGANISING
        + reports
        + end
    )
