"""Words written in two ways, capitals of names, acts without the word "số", past values in points only."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import SCORED, SCORED_HEAD, annex, task
from .test_forms import told

TONES = [
    ("Uỷ ban các xã báo cáo.\n\nỦy ban tỉnh tổng hợp.", "Uỷ/Ủy"),
    ("Tin học hoá quản lý.\n\nSố hóa hồ sơ.", "hoá/hóa"),
    ("Chăm lo sức khoẻ người dân.\n\nHồ sơ sức khỏe điện tử.", "khoẻ/khỏe"),
    ("Lan toả mô hình.\n\nTỏa đi các xã, lan tỏa tiếp.", "toả/Tỏa"),
    ("Quản lý nguồn nước, thuỷ lợi.\n\nBản đồ thủy lợi.", "thuỷ/thủy"),
    ("Uỷ ban các xã báo cáo.\n\nUỷ ban tỉnh tổng hợp.", None),
    ("ỦY BAN NHÂN DÂN XÃ\n\nUỷ ban nhân dân xã báo cáo.", None),
    ("Số hóa hồ sơ, hoà mạng lưới.", None),
]


@pytest.mark.parametrize(("text", "ways"), TONES)
def test_two_ways_of_placing_a_tone_mark(text: str, ways: str | None, tmp_path: Path) -> None:
    messages = told("tone-marks-mixed", text + "\n", tmp_path)
    assert len(messages) == (ways is not None)
    assert ways is None or messages[0].endswith(ways)


CAPITALS = [
    ("Cục Thống Kê", "Cục Thống kê"),
    ("Sở Công thương", "Sở Công Thương"),
    ("Sở Khoa Học và Công Nghệ", "Sở Khoa học và Công nghệ"),
    ("Sở Nội Vụ", "Sở Nội vụ"),
    ("Sở y tế", "Sở Y tế"),
    ("Sở Y tế", None),
    ("SỞ Y TẾ", None),
    ("Thanh tra Sở", None),
    ("Ngân hàng Nhà nước Chi nhánh tỉnh", None),
    ("Ngân hàng nhà nước chi nhánh tỉnh", "Ngân hàng Nhà nước chi nhánh tỉnh"),
]


@pytest.mark.parametrize(("written", "name"), CAPITALS)
def test_capitals_of_units(written: str, name: str | None, tmp_path: Path) -> None:
    body = task("Kiểm đếm trạm quan trắc", lead=written, help="Sở Tài chính")
    messages = [m for m in told("unit-name-differs", body, tmp_path) if written in m]
    assert len(messages) == (name is not None)
    assert name is None or f"“{name}”" in messages[0]


ACTS = (
    "Quyết định số 12/QĐ-UBND ngày 02/01/2024", "Kế hoạch số 7/KH-UBND ngày 04/01/2024",
    "Thông báo số 9/TB-UBND ngày 05/01/2024", "Nghị quyết số 3/NQ-HĐND ngày 06/01/2024",
)  # fmt: skip
WORDLESS = [
    ("Quyết định 41/QĐ-UBND ngày 03/01/2024", "41/QĐ-UBND"),
    ("Công văn 88/STC-NS ngày 03/01/2024", "88/STC-NS"),
    ("Kế hoạch 16/KH-UBND ngày 03/01/2024", "16/KH-UBND"),
    ("Nghị quyết 27/NQ-HĐND ngày 03/01/2024", "27/NQ-HĐND"),
    ("Thông báo 14/TB-UBND ngày 03/01/2024", "14/TB-UBND"),
    ("Quyết định số: 41/QĐ-UBND ngày 03/01/2024", None),
    ("Quyết định số 41/QĐ-UBND ngày 03/01/2024", None),
    ("Quyết định năm 2024 về tổ chức", None),
]


@pytest.mark.parametrize(("act", "number"), WORDLESS)
def test_acts_without_the_word_before_their_number(act: str, number: str | None, tmp_path: Path) -> None:
    body = "".join(f"Thực hiện {one} của cấp trên về việc {i}.\n\n" for i, one in enumerate((*ACTS, act)))
    messages = told("number-word-missing", body, tmp_path)
    assert len(messages) == (number is not None)
    assert number is None or f"({number})" in messages[0]
    alone = told("number-word-missing", f"Thực hiện {act} của cấp trên về việc chung.\n", tmp_path)
    assert not alone  # nothing to compare with


GROUNDS = [
    ("Căn cứ Kế hoạch công tác của Ủy ban Quốc gia về chuyển đổi số;", True),
    ("- Căn cứ Quyết định của Bộ trưởng phê duyệt bộ chỉ số đánh giá;", True),
    ("Căn cứ Nghị quyết của Ban Thường vụ Tỉnh ủy về phát triển hạ tầng;", True),
    ("Căn cứ Chỉ thị của Thủ tướng Chính phủ về đẩy mạnh dữ liệu mở;", True),
    ("Căn cứ Thông báo kết luận của Chủ tịch Ủy ban nhân dân tỉnh;", True),
    ("Căn cứ Kế hoạch số 8/KH-UBND ngày 02/01/2024 của UBND tỉnh về dữ liệu;", False),
    ("Căn cứ Luật Tổ chức chính quyền địa phương;", False),
    ("Căn cứ Kế hoạch này, các đơn vị của tỉnh tổ chức thực hiện.", False),
    ("Căn cứ Nghị quyết số 3 của Ban Chấp hành;", False),
]


@pytest.mark.parametrize(("text", "wrong"), GROUNDS)
def test_grounds_without_number_and_date(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("act-without-number", text + "\n", tmp_path)) == wrong


SYMBOLS = [
    ("Quyết định số 4725/QĐ-BGD&ĐT ngày 30/12/2022", True),
    ("Thông tư số 12/2020/TT-BTT&TT ngày 29/5/2020", True),
    ("Quyết định số 31/QĐ-BNN&PTNT ngày 02/01/2023", True),
    ("Công văn số 15/CV-BVHTT&DL ngày 02/01/2023", True),
    ("Kế hoạch số 77/KH-BLĐTB&XH ngày 02/01/2023", True),
    ("Quyết định số 4725/QĐ-BGDĐT ngày 30/12/2022", False),
    ("Kế hoạch số 77/KH-STT&TT ngày 02/01/2023", False),
]


@pytest.mark.parametrize(("text", "wrong"), SYMBOLS)
def test_symbols_of_ministries(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("malformed-act-number", f"Thực hiện {text} về kho dữ liệu.\n", tmp_path)) == wrong


RATES = [
    ("Tỷ lệ trường học có thư viện số đạt tỷ lệ 40%.", True),
    ("Tỷ lệ người lớn tuổi có tỷ lệ cấp chữ ký số trên 20%.", True),
    ("Tỷ lệ hộ có nước sạch chiếm tỷ lệ trên 60%.", True),
    ("Phấn đấu tỷ lệ xe gắn định vị là tỷ lệ 80%.", True),
    ("Tỷ lệ chợ nhận thẻ đạt tỷ lệ tối thiểu 50%.", True),
    ("Tỷ lệ trường học có thư viện số đạt 40%.", False),
    ("Tỷ lệ hộ có nước sạch đạt 80%; trường học có thư viện số đạt tỷ lệ 40%.", False),
]


@pytest.mark.parametrize(("text", "wrong"), RATES)
def test_a_rate_that_has_a_rate(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("doubled-word", text + "\n", tmp_path)) == wrong


@pytest.mark.parametrize(
    ("past", "rows", "wrong"),
    [("5,1/10", 6, True), ("5,1/10 (51%)", 6, False), ("5,1/10", 3, False), ("6/10 điểm", 5, True)],
)
def test_percents_whose_past_is_told_in_points(past: str, rows: int, wrong: bool, tmp_path: Path) -> None:
    body = annex(*map(SCORED.replace("5,1/10", past).format, range(1, rows + 1)), head=SCORED_HEAD)
    messages = told("baselines-in-points", body, tmp_path)
    assert [m.startswith(f"{rows} trong {rows} ") for m in messages] == [True] * wrong
