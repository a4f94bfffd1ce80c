"""Acts of the whole country cited with another day, number, year or term than theirs; sound citations."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

YEARS = [
    ("Căn cứ Nghị định số 42/2022/NĐ-CP ngày 24/6/2021 của Chính phủ;", True),
    ("Căn cứ Thông tư số 12/2022/TT-BTTTT ngày 12/8/2023 của Bộ Thông tin và Truyền thông;", True),
    ("Căn cứ Luật Căn cước số 26/2023/QH15 ngày 27/11/2022;", True),
    ("Căn cứ Nghị quyết số 12/2024/NQ-HĐND ngày 10/7/2023 của HĐND tỉnh;", True),
    ("Căn cứ Quyết định số 15/2021/QĐ-UBND ngày 05/5/2022 của UBND tỉnh;", True),
    ("Căn cứ Nghị định số 42/2022/NĐ-CP ngày 24/6/2022;", False),
    ("Căn cứ Quyết định số 2022/QĐ-UBND ngày 05/5/2023 của UBND tỉnh;", False),
]


@pytest.mark.parametrize(("text", "differs"), YEARS)
def test_the_year_in_a_number(text: str, differs: bool, tmp_path: Path) -> None:
    assert bool(told("act-number-against-date", f"{text}\n", tmp_path)) == differs


TERMS = [
    ("Căn cứ Luật Giao dịch điện tử số 20/2023/QH14;", True),
    ("Căn cứ Luật An ninh mạng số 24/2018/QH13;", True),
    ("Căn cứ Luật Viễn thông số 24/2023/QH16;", False),  # a term that nobody knows yet is left alone
    ("Căn cứ Luật An ninh mạng số 24/2018/QH14;", False),
    ("Căn cứ Luật Giao dịch điện tử số 20/2023/QH15;", False),
]


@pytest.mark.parametrize(("text", "wrong"), TERMS)
def test_the_term_of_the_assembly(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("malformed-act-number", f"{text}\n", tmp_path)) == wrong


REGISTER = [
    (
        "Căn cứ Quyết định số 942/QĐ-TTg ngày 15/6/2022 phê duyệt Chiến lược phát triển Chính phủ điện tử;",
        True,
    ),
    (
        "Căn cứ Quyết định số 924/QĐ-TTg ngày 15/6/2021 phê duyệt Chiến lược phát triển Chính phủ điện tử;",
        True,
    ),
    ("Căn cứ Nghị quyết số 57-NQ/TW ngày 24/12/2024 về phát triển khoa học, công nghệ;", True),
    ("Căn cứ Luật Giao dịch điện tử ngày 29/11/2015;", True),
    ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2016;", True),
    ("Căn cứ Nghị định số 45/2020/NĐ-CP ngày 18/4/2020 của Chính phủ;", True),
    ("Căn cứ Luật Giao dịch điện tử ngày 22/6/2023;", False),
    ("Căn cứ Quyết định số 749/QĐ-TTg ngày 01/7/2014 về quy hoạch cảng biển;", False),
    ("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Viễn thông ngày 23/6/2012;", False),
    ("Căn cứ Quyết định số 35/QĐ-TTg ngày 15/6/2021 về quy hoạch cảng biển;", False),
]


@pytest.mark.parametrize(("text", "differs"), REGISTER)
def test_against_the_register(text: str, differs: bool, tmp_path: Path) -> None:
    assert bool(told("act-against-register", f"{text}\n", tmp_path)) == differs


ISSUERS = [
    ("Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Chính phủ;", True),
    ("Căn cứ Nghị quyết số 05-NQ/TU ngày 22/12/2023 của Chính phủ;", True),
    ("Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;", False),
    ("Căn cứ Nghị quyết số 05-NQ/TU ngày 22/12/2023 của Ban Thường vụ Tỉnh ủy;", False),
]


@pytest.mark.parametrize(("text", "other"), ISSUERS)
def test_symbols_of_the_party(text: str, other: bool, tmp_path: Path) -> None:
    assert bool(told("issuer-against-number", f"{text}\n", tmp_path)) == other


NUMBERS = [
    ("Quyết định số 611 QĐ-UBND ngày 12/5/2023 của UBND tỉnh.", True),
    ("Kế hoạch số 27 KH/TU ngày 03/02/2023 của Tỉnh ủy.", True),
    ("Tờ trình số 95 TTr-STC ngày 14/3/2023.", True),
    ("Quyết định số 1280/QĐBNV ngày 08/6/2023 của Bộ trưởng Bộ Nội vụ.", True),
    ("Thông tư số 08/2021/TTBTC ngày 25/01/2021 của Bộ Tài chính.", True),
    ("Kế hoạch số 33/KHSTTTT ngày 14/3/2023 của Sở Thông tin và Truyền thông.", True),
    ("Quyết định số 611/QĐ-UBND ngày 12/5/2023 của UBND tỉnh.", False),
    ("Kế hoạch số 27-KH/TU ngày 03/02/2023 của Tỉnh ủy.", False),
    ("Thông báo số 15/TBCĐ ngày 02/3/2023 của Ban Chỉ đạo.", False),
    ("Kế hoạch chuyển đổi số 2024 CT-UBND.", False),
]


@pytest.mark.parametrize(("text", "wrong"), NUMBERS)
def test_numbers_that_lost_a_stroke(text: str, wrong: bool, tmp_path: Path) -> None:
    assert bool(told("malformed-act-number", f"Căn cứ {text}\n", tmp_path)) == wrong
