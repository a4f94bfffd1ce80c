"""Groups of a table against their rows, parts behind a colon, all things told twice, classes in an annex."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

HEAD = "TT | Nội dung | Vốn (triệu đồng)\n"


def table(*rows: str, head: str = HEAD) -> str:
    return f"PHỤ LỤC\n\n{head}" + "".join(f"{row}\n" for row in rows)


def groups(first: str, *labels: str, column: str = "Vốn (triệu đồng)") -> str:
    one, two, three = labels or ("I", "II", "III")
    return table(
        f"{one} | Hạ tầng | {first}", "1 | Mua máy chủ | 400", "2 | Thuê đường truyền | 150",
        f"{two} | Dữ liệu | 90", "3 | Số hóa sổ hộ tịch | 60", "4 | Bản đồ số | 30",
        f"{three} | Con người | 75", "5 | Tập huấn | 50", "6 | Hội thi | 25",
        head=f"TT | Nội dung | {column}\n",
    )  # fmt: skip


SUBTOTALS = [
    (groups("560"), True),
    (groups("540"), True),
    (groups("650", "A", "B", "C"), True),
    (groups("505", column="Kinh phí năm 2031"), True),
    (
        table("1 | Y tế | 8,5", "1.1 | Bệnh án số | 6", "1.2 | Sổ tiêm | 2", "2 | Giáo dục | 4",
              "2.1 | Học bạ | 3", "2.2 | Thư viện | 1", "3 | Đất | 7", "3.1 | Bản đồ | 5", "3.2 | Kho | 2"),
        True,
    ),
    (groups("550"), False),
    (groups("540", column="Tỷ lệ (%)"), False),
    (groups(""), False),
    (groups("540").replace("| 90", "| 91").replace("| 75", "| 80"), False),  # no column of sums
    (
        table("I | Hạ tầng | 400", "1 | Mua máy chủ | 400", "II | Dữ liệu | 90", "2 | Số hóa | 60"),
        False,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "off"), SUBTOTALS)
def test_rows_that_head_a_group(body: str, off: bool, tmp_path: Path) -> None:
    messages = [m for m in told("row-arithmetic", body, tmp_path) if "dòng bên dưới" in m]
    assert len(messages) == off


PARTS = [
    ("Huyện mở 08 lớp kỹ năng số: 03 lớp cho cán bộ xã và 04 lớp cho tổ công nghệ.", "8"),
    ("Trang bị 24 máy quét: 10 máy cho bộ phận một cửa huyện, 12 máy cho cấp xã.", "24"),
    ("Tổ chức 05 đợt kiểm tra: 02 đợt đột xuất, 02 đợt định kỳ.", "5"),
    ("Lắp đặt 60 camera giao thông: 35 camera tại quốc lộ; 30 camera tại đường tỉnh.", "60"),
    ("Xây dựng 09 mô hình điểm: 04 mô hình cấp xã, 03 mô hình tại trường học và 03 mô hình ở chợ.", "9"),
    ("Huyện mở 08 lớp kỹ năng số: 04 lớp cho cán bộ xã và 04 lớp cho tổ công nghệ.", None),
    ("Huyện mở 08 lớp kỹ năng số: 03 lớp cho 120 cán bộ xã và 04 lớp còn lại trong quý IV.", None),
    ("Tổ chức 05 đợt kiểm tra: ít nhất 02 đợt đột xuất và 02 đợt định kỳ.", None),
    ("Trang bị 24 máy quét: mỗi xã 02 máy, huyện 03 máy.", None),
    ("Có 12 xã về đích: 30 xã đạt từ năm trước, 5 xã đạt năm nay.", None),
]


@pytest.mark.parametrize(("text", "number"), PARTS)
def test_parts_behind_a_colon(text: str, number: str | None, tmp_path: Path) -> None:
    messages = told("count-total", text + "\n", tmp_path)
    assert [number in m for m in messages] == ([True] if number else [])


ALL = [
    ("118/118 trạm y tế có phần mềm quản lý.", "Kết nối toàn bộ 124 trạm y tế với kho dữ liệu.", True),
    ("40/52 làng nghề truyền thống lên sàn.", "Hỗ trợ cả 55 làng nghề truyền thống.", True),
    ("30/30 cơ sở dữ liệu đã phân loại.", "Sao lưu tất cả 33 cơ sở dữ liệu.", True),
    ("95/100 chợ dân sinh dùng mã QR.", "Vận động toàn bộ số 90 chợ dân sinh.", True),
    (
        "18/18 hệ thống thông tin được phê duyệt cấp độ.",
        "Rà soát toàn bộ 20 hệ thống thông tin của tỉnh.",
        True,
    ),
    ("61/61 trường trung học có phòng máy.", "Trang bị cho toàn bộ 65 trường trung học.", True),
    ("118/118 trạm y tế có phần mềm quản lý.", "Kết nối toàn bộ 118 trạm y tế với kho dữ liệu.", False),
    ("118/118 trạm y tế có phần mềm.", "Kết nối toàn bộ 40 trạm y tế vùng cao.", False),
    (
        "20/20 hệ thống thông tin cấp độ 3 đã giám sát.",
        "Giám sát cả 22 hệ thống thông tin cấp độ 2.",
        False,
    ),
    ("20/20 hệ thống thông tin đã giám sát.", "Giám sát toàn bộ 22 phòng họp trực tuyến.", False),
    ("20/20 hệ thống thông tin đã giám sát.", "Mua thêm 22 hệ thống thông tin.", False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "off"), ALL)
def test_all_things_told_twice(first: str, second: str, off: bool, tmp_path: Path) -> None:
    assert bool(told("count-stated-twice", f"{first}\n\n{second}\n", tmp_path)) == off


def classes(body: str, row: str, lead: str = "Sở Nội vụ") -> str:
    annex = "TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian\n" + f"1 | {row} | {lead} | Quý II\n"
    more = "2 | Số hóa sổ hộ tịch | Sở Tư pháp | Quý III\n3 | Mua máy chủ | Sở Tài chính | Quý III\n"
    return f"{body}\n\nPHỤ LỤC\n\n{annex}{more}"


LED = [
    (classes("- Mở 14 lớp bồi dưỡng cho 500 công chức. Giao Sở Nội vụ chủ trì.",
             "Bồi dưỡng số (12 lớp)"), True),
    (classes("- Sở Nội vụ tổ chức 9 hội nghị tuyên truyền.",
             "Tuyên truyền chuyển đổi số (8 hội nghị)"), True),
    (classes("- Giao Tỉnh đoàn dựng 40 mô hình điểm ở thôn.", "Mô hình điểm (45 mô hình)",
             "Tỉnh đoàn"), True),
    (classes("- Công an tỉnh diễn tập ứng cứu 03 cuộc.", "Diễn tập ứng cứu: 02 cuộc", "Công an tỉnh"), True),
    (classes("- Giao Sở Y tế đào tạo vận hành, mở 6 khóa.", "Đào tạo vận hành (5 khóa)", "Sở Y tế"), True),
    (classes("- Mở 14 lớp bồi dưỡng. Giao Sở Nội vụ chủ trì.", "Bồi dưỡng số (14 lớp)"), False),
    (classes("- Mở 14 lớp bồi dưỡng. Giao Sở Y tế chủ trì.", "Bồi dưỡng số (12 lớp)"), False),
    (classes("- Mở 14 lớp bồi dưỡng. Sở Nội vụ chủ trì.\n\n- Trung tâm mở 2 lớp bồi dưỡng cho thôn.",
             "Bồi dưỡng (12 lớp)"),
     False),
    (classes("- Năm trước Sở Nội vụ đã mở 14 lớp bồi dưỡng.", "Bồi dưỡng số (12 lớp)"), False),
    (classes("- Sở Nội vụ mở 14 lớp bồi dưỡng.", "Thi trực tuyến (12 lớp)"), False),
]  # fmt: skip


@pytest.mark.parametrize(("body", "off"), LED)
def test_classes_of_one_lead(body: str, off: bool, tmp_path: Path) -> None:
    assert bool(told("count-stated-twice", body, tmp_path)) == off
