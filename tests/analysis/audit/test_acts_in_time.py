"""Acts that another had replaced, with another act's title, or with a symbol of another kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

LATER = (
    "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n\nSố: 15/KH-UBND\n\nLai Châu, ngày 10 tháng 9 năm 2025\n\nKẾ HOẠCH\n"
    "Chuyển đổi số tỉnh Lai Châu năm 2025\n\n"
)
REPLACED = [
    ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;", True),
    ("Căn cứ Luật Giao dịch điện tử số 51/2005/QH11 ngày 29/11/2005;", True),
    ("- Nghị định số 59/2022/NĐ-CP ngày 05/9/2022 của Chính phủ về định danh và xác thực điện tử;", True),
    ("Chứng thư số được quản lý theo Nghị định số 130/2018/NĐ-CP ngày 27/9/2018.", True),
    ("Căn cứ Luật Viễn thông ngày 23/11/2009;", True),
    ("Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về một cửa.", True),
    ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;", False),
    ("Theo Nghị định số 69/2024/NĐ-CP thay thế Nghị định số 59/2022/NĐ-CP ngày 05/9/2022.", False),
    ("5.7. Hệ thống được kiểm tra theo Thông tư số 03/2017/TT-BTTTT ngày 24/4/2017.", False),
    ("Tổng kết 05 năm thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018.", False),
]


@pytest.mark.parametrize(("text", "over"), REPLACED)
def test_acts_that_were_replaced(text: str, over: bool, tmp_path: Path) -> None:
    assert bool(told("act-replaced", f"{LATER}{text}\n", tmp_path)) == over


def test_an_act_still_in_force_on_the_day(tmp_path: Path) -> None:
    text = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\n"
    assert not told("act-replaced", text, tmp_path)


TITLES = [
    ("Căn cứ Quyết định số 411/QĐ-TTg ngày 31/3/2022 phê duyệt Chiến lược dữ liệu quốc gia;", True),
    ("Căn cứ Quyết định số 942/QĐ-TTg ngày 15/6/2021 phê duyệt Kế hoạch tổng thể phát triển thương mại điện "
     "tử quốc gia giai đoạn 2021 - 2025;", True),
    ("- Quyết định số 1132/QĐ-TTg ngày 09/10/2024 của Thủ tướng Chính phủ phê duyệt Đề án phát triển đô thị "
     "thông minh bền vững;", True),
    ("Căn cứ Quyết định số 06/QĐ-TTg ngày 06/01/2022 phê duyệt Chiến lược An toàn, "
     "An ninh mạng quốc gia;", True),
    ("Căn cứ Quyết định số 505/QĐ-TTg ngày 22/4/2022 phê duyệt Đề án phát triển thanh toán không dùng tiền "
     "mặt tại Việt Nam;", True),
    ("Căn cứ Quyết định số 411/QĐ-TTg ngày 31/3/2022 phê duyệt Chiến lược quốc gia "
     "phát triển kinh tế số;", False),
    ("Căn cứ Quyết định số 142/QĐ-TTg ngày 02/02/2024 phê duyệt Chiến lược dữ liệu quốc gia;", False),
    ("Căn cứ Quyết định số 77/QĐ-TTg ngày 31/3/2022 phê duyệt Chiến lược dữ liệu quốc gia;", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "other"), TITLES)
def test_the_title_of_another_act(text: str, other: bool, tmp_path: Path) -> None:
    assert bool(told("act-against-register", f"{LATER}{text}\n", tmp_path)) == other


KINDS = [
    ("Thực hiện Quyết định số 45/KH-UBND ngày 12/01/2023 của UBND tỉnh.", True),
    ("Thực hiện Kế hoạch số 301/QĐ-UBND ngày 02/02/2023 của UBND tỉnh.", True),
    ("Theo Chỉ thị số 09/NQ-CP ngày 15/3/2023 của Chính phủ.", True),
    ("Theo Nghị quyết số 12/CT-TTg ngày 15/3/2023 của Thủ tướng Chính phủ.", True),
    ("Theo Báo cáo số 88/TTr-STC ngày 10/10/2023 của Sở Tài chính.", True),
    ("Thực hiện Kế hoạch số 45/KH-UBND ngày 12/01/2023 của UBND tỉnh.", False),
    ("Theo Công văn số 88/STC-KH ngày 10/10/2023 của Sở Tài chính.", False),
    ("Theo Quy định số 15-QĐ/TU ngày 10/10/2023 của Tỉnh ủy.", False),
    ("Theo Chương trình số 17-CTr/TU ngày 10/10/2023 của Tỉnh ủy.", False),
]


@pytest.mark.parametrize(("text", "wrong"), KINDS)
def test_kinds_against_symbols(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("kind-against-number", f"{text}\n", tmp_path)) == wrong
