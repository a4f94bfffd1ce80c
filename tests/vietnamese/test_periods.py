"""Deadlines: expressions to days, and phrases in prose."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.vietnamese.periods import find_deadlines, read_deadline

YEAR = {"plan_start": date(2023, 1, 1), "plan_end": date(2023, 12, 31), "issued_on": date(2023, 2, 3)}

READINGS = [
    ("Trong năm", "2023-12-31", False),
    ("cuối năm", "2023-12-31", False),
    ("quý II", "2023-06-30", False),
    ("Tháng 6", "2023-06-30", False),
    ("Quý II, III", "2023-09-30", False),
    ("6 tháng đầu năm", "2023-06-30", False),
    ("31/12", "2023-12-31", False),
    ("6/2025", "2025-06-30", False),
    ("12/2028", "2028-12-31", False),
    ("2026", "2026-12-31", False),
    ("Quý IV/2023", "2023-12-31", False),
    ("2026 - 2030", "2030-12-31", False),
    ("giai đoạn 2022-2025", "2025-12-31", False),
    ("đến hết tháng 9/2025", "2025-09-30", False),
    ("Tháng 3 - tháng 10/2024", "2024-10-31", False),
    ("đến năm 2025, định hướng đến năm 2030", "2025-12-31", False),
    ("trước tháng 12/2024", "2024-11-30", False),
    ("trước ngày 20/12", "2023-12-19", False),
    ("trước 15/6 và 15/12", "2023-12-14", False),
    ("Chậm nhất ngày 30/6/2024", "2024-06-30", False),
    ("Trong 30 ngày kể từ ngày ban hành", "2023-03-05", False),
    ("Năm 2023 và các năm tiếp theo", "2023-12-31", True),
    ("2025 và những năm tiếp theo", "2025-12-31", True),
    ("Năm 2023 và duy trì thường xuyên", "2023-12-31", True),
    ("Trước ngày 31 tháng 12 hằng năm", "2023-12-30", True),
    ("định kỳ hằng quý (trước ngày 22 tháng cuối quý), hằng năm (trước ngày 18/12)", "2023-12-17", True),
    ("Thường xuyên", None, True),
    ("Hằng năm", None, True),
    ("hàng tháng", None, True),
    ("Định kỳ, đột xuất", None, True),
    ("6 tháng/lần", None, True),
    ("duy trì", None, True),
    ("trước ngày 15 hằng tháng", None, True),
    ("trước ngày 10 của tháng cuối quý", None, True),
    ("từ tháng 4/2024, duy trì thường xuyên", None, True),
    ("Sau khi có hướng dẫn", None, False),
    ("Theo kế hoạch", None, False),
    ("Theo Quyết định số 922/QĐ-BTTTT ngày 20/5/2022", None, False),
    ("ngày 31/02/2024", None, False),
    ("", None, False),
]

PROSE = [
    ("Báo cáo trước ngày 20/12 hằng năm để tổng hợp.", "trước ngày 20/12 hằng năm", "deadline"),
    ("Xây dựng đề án, hoàn thành trong quý II/2024.", "hoàn thành trong quý II/2024", "deadline"),
    ("Triển khai đến hết năm 2025.", "đến hết năm 2025", "deadline"),
    ("Cài đặt, xong trước 30/6/2024; tiếp tục", "xong trước 30/6/2024", "deadline"),
    ("Gửi chậm nhất là ngày 30/6/2024", "chậm nhất là ngày 30/6/2024", "deadline"),
    ("Gửi số liệu trước ngày 15 hằng tháng", "trước ngày 15 hằng tháng", "deadline"),
    ("- Thời hạn: Quý II/2024", "Quý II/2024", "deadline"),
    ("Đưa 20 sản phẩm lên sàn, thời hạn 31/10/2024.", "thời hạn 31/10/2024", "deadline"),
    ("Lập danh mục; hạn cuối 15/8/2024.", "hạn cuối 15/8/2024", "deadline"),
    ("Lập danh mục (hạn: quý III/2024)", "quý III/2024", "deadline"),
    ("Mở 10 lớp (quý II, III/2024).", "quý II, III/2024", "deadline"),
    ("Mở lớp trong các quý II, III và IV năm 2024", "quý II, III và IV năm 2024", "horizon"),
    ("- Thường xuyên rà soát, cập nhật", "Thường xuyên", "deadline"),
    ("- Định kỳ, đột xuất tổ chức kiểm tra", "Định kỳ, đột xuất", "deadline"),
    ("Rà soát. Định kỳ 06 tháng các sở báo cáo", "Định kỳ 06 tháng", "deadline"),
    ("Theo dõi; định kỳ hằng quý báo cáo UBND tỉnh", "định kỳ hằng quý", "deadline"),
    (
        "Thu thập; định kỳ hằng quý (trước ngày 28 tháng cuối quý), hằng năm (trước ngày 22/12) báo cáo",
        "định kỳ hằng quý (trước ngày 28 tháng cuối quý), hằng năm (trước ngày 22/12)",
        "deadline",
    ),
    ("Đôn đốc; định kỳ hằng năm sơ kết việc học", "định kỳ hằng năm", "deadline"),
    ("Theo dõi, hằng năm tham mưu tổng kết công tác", "hằng năm", "deadline"),
    ("Kiểm tra; báo cáo UBND tỉnh định kỳ hằng quý.", "định kỳ hằng quý", "deadline"),
    ("Hướng dẫn người dân dùng mã, thực hiện thường xuyên.", "thường xuyên", "deadline"),
    ("Mở chợ đêm cho các xã; thực hiện hằng năm.", "hằng năm", "deadline"),
    ("Kiểm tra các kho lạnh, định kỳ hằng quý.", "định kỳ hằng quý", "deadline"),
    ("Làm sạch dữ liệu kho, thường xuyên", "thường xuyên", "deadline"),
    ("Mở 08 lớp trong tháng 10 và tháng 11/2024.", "trong tháng 10 và tháng 11/2024", "deadline"),
    ("Sơ kết vào tháng 12/2025; tiếp tục", "vào tháng 12/2025", "deadline"),
    ("Cấp thẻ từ 14 tuổi trở lên trong tháng 9; thu nhận", "trong tháng 9", "deadline"),
    ("Kiểm tra tối thiểu 30% đơn vị trong năm.", "trong năm", "deadline"),
    ("Ra quân vào thứ Bảy hằng tuần", "vào thứ Bảy hằng tuần", "deadline"),
    ("Đến năm 2025, 80% hộ gia đình", "Đến năm 2025", "horizon"),
    ("Kế hoạch giai đoạn 2026 - 2030", "giai đoạn 2026 - 2030", "horizon"),
    ("Ngoài ra, trong năm 2024, cân nhắc thêm", "trong năm 2024", "horizon"),
]
NO_PHRASE = [
    "tập huấn định kỳ hằng năm cho cán bộ",
    "kinh phí chi thường xuyên",
    "bố trí vốn đầu tư, chi thường xuyên.",
    "lập dự toán, kế hoạch hằng năm.",
    "Duy trì 100% hồ sơ",
    "báo cáo định kỳ của sở",
    "Quyết định số 922/QĐ-BTTTT ngày 20/5/2022",
    "Tính đến ngày 14/11/2024, đạt 80%",
    "đi trước một bước",
    "Đổi mới sơ kết định kỳ hằng năm của chi bộ",
    "",
    "kế hoạch hằng năm",
    "Báo cáo kết quả vào kế hoạch công tác hằng năm.",
    "Mỗi năm tổ chức ít nhất 02 cuộc",
    "lũy kế từ 1-1 đến 14-11-2024",
]


@pytest.mark.parametrize(("text", "due", "recurring"), READINGS)
def test_an_expression_is_read(text: str, due: str | None, recurring: bool) -> None:
    reading = read_deadline(text, **YEAR)
    assert (str(reading.due) if reading.due else None, reading.recurring) == (due, recurring)


def test_the_plan_of_several_years_means_the_year_of_issue() -> None:
    reading = read_deadline(
        "quý II", plan_start=date(2021, 1, 1), plan_end=date(2025, 12, 31), issued_on=date(2022, 3, 1)
    )
    assert reading.due == date(2022, 6, 30)


def test_without_a_plan_year_nothing_is_invented() -> None:
    reading = read_deadline("Trong năm", plan_start=None, plan_end=None, issued_on=None)
    assert (reading.due, reading.recurring) == (None, False)


@pytest.mark.parametrize(("text", "words", "kind"), PROSE)
def test_a_phrase_is_found(text: str, words: str, kind: str) -> None:
    assert [(text[p.start : p.end], p.kind) for p in find_deadlines(text)] == [(words, kind)]


@pytest.mark.parametrize("text", NO_PHRASE)
def test_what_modifies_a_noun_is_no_deadline(text: str) -> None:
    assert find_deadlines(text) == []


WORDS = "trước|ngày|20/12|hằng năm|(|)|định kỳ|thường xuyên|,|.|quý|II|2025|đến"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split("|"))))
def test_any_text_terminates(words: list[str]) -> None:
    text = " ".join(words)
    read_deadline(text, **YEAR)
    assert all(0 <= p.start < p.end <= len(text) for p in find_deadlines(text))


@pytest.mark.parametrize("unit", ["định kỳ ", "hằng năm, ", "trước ngày 1/1/2024 ", "(trước ", " "])
def test_time_is_linear(unit: str) -> None:
    began = time.perf_counter()
    find_deadlines(unit * 5_000)
    assert time.perf_counter() - began < 5
