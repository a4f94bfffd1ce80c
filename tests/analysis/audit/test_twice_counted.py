"""One work counted twice, communes by kind, points behind coded lines: forms, and sound look-alikes."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.catalog import Catalog

from .test_forms import told
from .test_rules import found

WORKS = [
    ("Mở 12 lớp “Nông dân số”, mỗi hợp tác xã một lớp.", "Lớp “Nông dân số”", "11 lớp ở 11 nơi", True),
    ("Tổ chức 03 hội nghị quảng bá sản phẩm chè trên sàn điện tử.",
     "Hội nghị quảng bá sản phẩm chè trên sàn điện tử", "04 hội nghị", True),
    ("Lắp 25 camera giám sát cháy rừng tại cửa rừng.", "Lắp camera giám sát cháy rừng", "20 camera", True),
    ("Xây dựng 06 mô hình thôn thông minh vùng cao.", "Mô hình thôn thông minh vùng cao", "05 mô hình", True),
    ("Sản xuất 10 video hướng dẫn nộp hồ sơ đất đai.", "Video hướng dẫn nộp hồ sơ đất đai", "8 video", True),
    ("Nhân lực: bồi dưỡng 900 lượt giáo viên về học liệu số; họp hằng quý.",
     "Bồi dưỡng 750 lượt giáo viên về học liệu số", "Báo cáo", True),
    ("Nhân lực: bồi dưỡng 900 lượt giáo viên về học liệu số; họp hằng quý.",
     "Bồi dưỡng 900 lượt giáo viên về học liệu số", "Báo cáo", False),
    ("Mở 12 lớp “Nông dân số”, mỗi hợp tác xã một lớp.", "Lớp “Nông dân số”", "12 lớp", False),
    ("Năm 2023 đã mở 12 lớp “Nông dân số”.", "Lớp “Nông dân số”", "15 lớp", False),
    ("Mở 12 lớp “Nông dân số” cho xã viên.", "Lớp “Tiểu thương số”", "9 lớp", False),
    ("Mở 12 lớp “Nông dân số”.", "Lớp “Nông dân số”", "mỗi huyện 02 lớp", False),
    ("Lắp 25 camera giám sát cháy rừng.", "Bảo trì camera giám sát giao thông đô thị", "20 camera", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "product", "twice"), WORKS)
def test_works_counted_twice(text: str, name: str, product: str, twice: bool, tmp_path: Path) -> None:
    body = (
        f"II. NHIỆM VỤ\n\n- {text}\n\nPHỤ LỤC\n\n| STT | Nhiệm vụ | Sản phẩm | Cơ quan chủ trì |\n"
        f"| --- | --- | --- | --- |\n| 1 | {name} | {product} | Sở Công Thương |\n"
        "| 2 | Báo cáo hằng quý | Báo cáo | Sở Công Thương |\n"
    )
    assert bool(told("count-stated-twice", body, tmp_path)) == twice


GOALS = [
    ("Tổ chức 02 cuộc diễn tập thực chiến.", "Sở Y tế chủ trì, phối hợp với Công an tỉnh tổ chức 03 cuộc "
     "diễn tập thực chiến.", True),
    ("Tổ chức 04 cuộc diễn tập an toàn thông tin.", "Công an tỉnh chủ trì tổ chức 05 cuộc diễn tập an toàn "
     "thông tin.", True),
    ("Có 300 doanh nghiệp công nghệ số.", "Sở Tài chính chủ trì, phối hợp với Sở Y tế bảo đảm có 350 doanh "
     "nghiệp công nghệ số.", True),
    ("Phát triển 40 nền tảng số dùng chung.", "Sở Y tế chủ trì phát triển 45 nền tảng số dùng chung.", True),
    ("Tổ chức 06 lớp tập huấn kỹ năng số.", "Sở Nội vụ chủ trì, phối hợp với các huyện tổ chức 08 lớp tập "
     "huấn kỹ năng số.", True),
    ("Tổ chức 02 cuộc diễn tập thực chiến.", "Sở Y tế chủ trì tổ chức 02 cuộc diễn tập thực chiến.", False),
    ("Tổ chức 02 cuộc diễn tập thực chiến.", "Sở Y tế chủ trì tổ chức 03 cuộc diễn tập phòng cháy rừng.",
     False),
    ("Tổ chức 12 cuộc diễn tập thực chiến.", "Sở Y tế chủ trì tổ chức 01 cuộc diễn tập thực chiến.", False),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "task", "twice"), GOALS)
def test_goals_counted_again_by_tasks(goal: str, task: str, twice: bool, tmp_path: Path) -> None:
    body = f"I. MỤC TIÊU\n\n1. An toàn\n\na) {goal}\n\nII. NHIỆM VỤ\n\n1. An toàn\n\na) {task}\n"
    rules = ("value-stated-twice", "count-stated-twice")
    assert any(told(rule, body, tmp_path) for rule in rules) == twice


EVENTS = [
    ("Tổ chức 05 lớp bồi dưỡng cho cán bộ thôn.", "Bồi dưỡng kỹ năng số | 03 lớp", True),
    ("Mở 04 hội nghị tuyên truyền trong năm.", "Tuyên truyền chuyển đổi số | 06 hội nghị", True),
    ("Tổ chức 02 cuộc kiểm tra việc ký số tại các sở.", "Số cuộc kiểm tra được thực hiện | 03 cuộc", True),
    ("Sở Nội vụ mở 10 khóa đào tạo trên nền tảng mở.", "Số lượng khóa đào tạo | 8 khóa", True),
    ("Tổ chức 03 đợt khảo sát; báo cáo kết quả.", "Khảo sát sự hài lòng (02 đợt) | Báo cáo", True),
    ("Tổ chức 02 cuộc diễn tập, 05 lớp tập huấn.", "Tập huấn kỹ năng (04 lớp) | Báo cáo", True),
    ("Tổ chức 05 lớp bồi dưỡng cho cán bộ thôn.", "Bồi dưỡng kỹ năng số | 05 lớp", False),
    ("Tổ chức ít nhất 02 cuộc diễn tập.", "Số lượng các cuộc diễn tập | 03 cuộc", False),
    ("Tổ chức 05 lớp bồi dưỡng tiếng dân tộc.", "Bồi dưỡng kỹ năng số | 03 lớp", False),
    ("Tổ chức 05 lớp bồi dưỡng cấp xã.", "Bồi dưỡng kỹ năng số | 03 lớp", False),
    ("Đã tổ chức 05 lớp bồi dưỡng.", "Bồi dưỡng kỹ năng số | 03 lớp", False),
    ("Tổ chức 10 lớp bồi dưỡng.", "Bồi dưỡng kỹ năng số | 02 lớp", False),
    ("Mở 05 lớp bồi dưỡng. Thêm nữa, mở 02 lớp bồi dưỡng.", "Bồi dưỡng kỹ năng số | 03 lớp", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "row", "twice"), EVENTS)
def test_events_counted_twice(text: str, row: str, twice: bool, tmp_path: Path) -> None:
    body = (
        f"II. NHIỆM VỤ\n\n- {text}\n\nPHỤ LỤC\n\n| STT | Nhiệm vụ | Sản phẩm | Cơ quan chủ trì |\n"
        f"| --- | --- | --- | --- |\n| 1 | {row} | Sở Công Thương |\n"
        "| 2 | Báo cáo hằng quý | Báo cáo | Sở Công Thương |\n"
    )
    assert bool(told("count-stated-twice", body, tmp_path)) == twice


TOTALS = [
    ("Rà soát toàn bộ 52 trạm y tế.", "Đã có 40/48 trạm y tế nối mạng.", True),
    ("Trang bị cho tất cả 310 trường học.", "Hiện 200/300 trường học có phòng máy.", True),
    ("Cấp tài khoản cho tất cả các 96 hợp tác xã.", "Có 50/90 hợp tác xã dùng hóa đơn điện tử.", False),
    ("Nâng cấp tất cả 66 phần mềm dùng chung.", "60/60 phần mềm dùng chung được cấp phép.", True),
    ("Bàn giao toàn bộ 21 kho lưu trữ.", "Đã số hóa 15/20 kho lưu trữ.", True),
    ("Cập nhật cả 12 bộ thủ tục.", "Đã rà soát 10/11 bộ thủ tục.", True),
    ("Rà soát toàn bộ 48 trạm y tế.", "Đã có 40/48 trạm y tế nối mạng.", False),
    ("Rà soát toàn bộ 12 trạm y tế.", "Đã có 40/48 trạm y tế nối mạng.", False),
    ("Rà soát 45 trạm y tế vùng cao.", "Đã có 40/48 trạm y tế nối mạng.", False),
]


@pytest.mark.parametrize(("first", "second", "twice"), TOTALS)
def test_all_of_them_in_two_numbers(first: str, second: str, twice: bool, tmp_path: Path) -> None:
    assert bool(told("count-stated-twice", f"- {first}\n\n- {second}\n", tmp_path)) == twice


COMMUNES = [
    ("Tỉnh có 84 đơn vị hành chính cấp xã.", "Phạm vi là toàn bộ 70 xã, 15 phường.", True),
    ("Kết nối 130/130 xã, phường.", "Tỉnh hiện có 110 xã và 21 phường.", True),
    ("Áp dụng cho cả 88 đơn vị hành chính cấp xã.", "Làm ở tất cả 70 xã, 15 phường, 01 thị trấn.", True),
    ("Thành phố có 99 xã, phường.", "Trên địa bàn gồm 77 xã, 23 phường.", True),
    ("Tỉnh có 85 đơn vị hành chính cấp xã.", "Phạm vi là toàn bộ 70 xã, 15 phường.", False),
    ("Tỉnh có 105 đơn vị hành chính cấp xã.", "Đã làm xong ở 80 xã, 10 phường.", False),
    ("Tỉnh có 105 đơn vị hành chính cấp xã.", "Tỉnh có 80 xã, 10 phường đạt chuẩn.", False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "twice"), COMMUNES)
def test_communes_by_kind(first: str, second: str, twice: bool, tmp_path: Path) -> None:
    assert bool(told("count-stated-twice", f"{first}\n\n{second}\n", tmp_path)) == twice


@pytest.mark.parametrize(
    ("form", "code", "printed", "wrong"),
    [
        ("{code}. {name} ({points} điểm) - 80%.", "3.5", "10", True),
        ("- {code} {name} (tối đa {points} điểm).", "3.6", "10", True),
        ("Chỉ số {code}: {name} (thang điểm {points} điểm).", "2.1", "10", True),
        ("{code}) {name} ({points} điểm)", "2.2", "20", True),
        ("{code}. {name} ({points} điểm); hạn 30/9/2023.", "3.7", "20", True),
        ("{code}. {name} ({points} điểm) - 80%.", "3.5", "30", False),
        ("{code}. {name} (năm trước đạt {points} điểm) - 80%.", "3.5", "10", False),
    ],
)
def test_points_behind_a_line(form: str, code: str, printed: str, wrong: bool, tmp_path: Path) -> None:
    catalog = Catalog.default()
    lines = [
        form.format(code=i.code, name=i.name, points=printed if i.code == code else f"{i.max_points:g}")
        for i in catalog
        if i.code.split(".")[0] in ("2", "3") and "." in i.code and i.max_points
    ]
    hits = found("PHỤ LỤC\n\n" + "\n\n".join(lines) + "\n", tmp_path)
    assert [f.indicator_code for f in hits if f.rule == "points-differ-from-catalog"] == [code] * wrong


def test_points_of_another_catalog(tmp_path: Path) -> None:
    lines = [f"{i.code}. {i.name} (7 điểm)" for i in Catalog.default() if i.code.startswith("6.")]
    assert not told("points-differ-from-catalog", "PHỤ LỤC\n\n" + "\n\n".join(lines) + "\n", tmp_path)
