"""Results of whole reports: tables of several forms, periods of headings and lists, what is no result."""

from __future__ import annotations

from typing import Any

import pytest

from extractor import extract
from extractor.annotators.covered import Clock
from extractor.assemble.actual_rows import read_result_table
from extractor.records import Actual, Extraction
from extractor.sources.text import read_text

HEAD = """ỦY BAN NHÂN DÂN
TỈNH YÊN BÁI
Số: 12/BC-UBND
Yên Bái, ngày 20 tháng 11 năm 2024

BÁO CÁO
{title}

"""


def report(body: str, title: str = "Kết quả chuyển đổi số năm 2024") -> Extraction:
    return extract(read_text(HEAD.format(title=title) + body, "bao-cao.txt"))


def actuals(body: str, title: str = "Kết quả chuyển đổi số năm 2024") -> tuple[Actual, ...]:
    return report(body, title).actuals


Told = tuple[str, float | None, str | None, float | None, str | None]

TABLES: list[tuple[str, list[list[str]], list[Told]]] = [
    (
        "plan, result, share",
        [["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "Tỷ lệ %"], ["1", "Số kho lạnh", "Kho", "40",
         "30", "75"]],
        [("Số kho lạnh", 30, "count", 75, None)],
    ),
    (
        "a rate that is no share",
        [["Chỉ tiêu", "Kế hoạch", "Kết quả", "Tỷ lệ (%)"], ["Số kho lạnh", "40", "30", "12"]],
        [("Số kho lạnh", 30, "count", None, None)],
    ),
    (
        "verdict in words",
        [["Chỉ tiêu", "Kết quả", "Đánh giá"], ["Tỷ lệ kho có cảm biến", "71,3%", "Chưa đạt"], ["Kho lạnh",
         "12 kho", "Vượt KH"]],
        [("Tỷ lệ kho có cảm biến", 71.3, "percent", None, "missed"), ("Kho lạnh", 12, "count",
         None, "exceeded")],
    ),
    (
        "verdict as a mark",
        [["STT", "Nội dung", "Kết quả", "Đạt", "Chưa đạt"], ["1", "Số kho lạnh", "9", "x", ""], ["2",
         "Số bến xe", "3", "", "x"]],
        [("Số kho lạnh", 9, "count", None, "reached"), ("Số bến xe", 3, "count", None, "missed")],
    ),
    (
        "years",
        [["Chỉ tiêu", "Năm 2022", "Năm 2023", "Năm 2024", "Kế hoạch 2025"], ["Tỷ lệ kho có cảm biến",
         "5%", "8%", "11%", "20%"]],
        [("Tỷ lệ kho có cảm biến", v, "percent", None, None) for v in (5, 8, 11)],
    ),
    (
        "units with totals",
        [["TT", "Đơn vị", "Tổng số hồ sơ", "Hồ sơ qua mạng", "Tỷ lệ (%)"], ["1", "Sở Y tế", "640", "512",
         "80"]],
        [("Hồ sơ qua mạng Sở Y tế", 80, "percent", None, None)],
    ),
    (
        "ratio in a cell",
        [["Chỉ tiêu", "Mục tiêu", "Kết quả đạt được"], ["Chợ có mã QR", "100%", "18/20 chợ (90%)"]],
        [("Chợ có mã QR", 90, "percent", None, None)],
    ),
    (
        "money is history",
        [["Nội dung", "Kinh phí (triệu đồng)", "Đã thực hiện"], ["Mua máy tính", "500", "480"]],
        [],
    ),
    (
        "the unit of measure in the name",
        [["Nội dung", "Năm 2022", "Năm 2023"], ["Thẻ chợ đã phát (nghìn thẻ)", "214", "586,5"],
         ["Tỷ lệ kho có cảm biến (%)", "5", "8"], ["Số điểm bán hàng (điểm)", "350", "1.120"]],
        [("Thẻ chợ đã phát", 214000, "count", None, None), ("Thẻ chợ đã phát", 586500, "count", None, None),
         ("Tỷ lệ kho có cảm biến", 5, "percent", None, None),
         ("Tỷ lệ kho có cảm biến", 8, "percent", None, None),
         ("Số điểm bán hàng", 350, "count", None, None), ("Số điểm bán hàng", 1120, "count", None, None)],
    ),
    (
        "a bracket that is no unit of measure",
        [["Chỉ tiêu", "Kết quả"], ["Tỷ lệ thư điện tử (trừ thư mật)", "71%"]],
        [("Tỷ lệ thư điện tử (trừ thư mật)", 71, "percent", None, None)],
    ),
    (
        "thousands in the column of measures",
        [["Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện"], ["Thẻ chợ đã phát", "Nghìn thẻ", "300", "214"],
         ["Lượt tra mã", "Triệu lượt", "2", "1,5"]],
        [("Thẻ chợ đã phát", 214000, "count", None, None), ("Lượt tra mã", 1500000, "count", None, None)],
    ),
    (
        "the percent of the plan in the cell of the result",
        [["Chỉ tiêu", "Kế hoạch", "Thực hiện"], ["Số kho lạnh", "40 kho", "31 kho (đạt 77,5%)"],
         ["Số bến xe", "50", "40 bến, bằng 80% kế hoạch"], ["Chợ có mã QR", "95%", "31 chợ (đạt 62%)"]],
        [("Số kho lạnh", 31, "count", 77.5, None), ("Số bến xe", 40, "count", 80, None),
         ("Chợ có mã QR", 62, "percent", None, None)],
    ),
    (
        "short headers",
        [["TT", "Chỉ tiêu", "ĐVT", "KH 2024", "TH 2024", "TH/KH (%)", "Đánh giá"],
         ["1", "Tỷ lệ chợ có mã QR", "%", "60", "66", "110", "Vượt"],
         ["2", "Số kho lạnh", "Kho", "40", "31", "77,5", "Chưa đạt"]],
        [("Tỷ lệ chợ có mã QR", 66, "percent", 110, "exceeded"),
         ("Số kho lạnh", 31, "count", 77.5, "missed")],
    ),
    (
        "signs",
        [["TT", "Chỉ tiêu", "Kế hoạch", "Kết quả", "Hoàn thành"], ["1", "Số kho lạnh", "40", "42", "✓"],
         ["2", "Số bến xe", "9", "5", "-"]],
        [("Số kho lạnh", 42, "count", None, "reached"), ("Số bến xe", 5, "count", None, None)],
    ),
    ("no result column", [["Chỉ tiêu", "Kế hoạch"], ["Số kho lạnh", "40"]], []),
    ("an unreadable figure", [["Chỉ tiêu", "Kết quả"], ["Số kho lạnh", "-"]], []),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), [t[1:] for t in TABLES], ids=[t[0] for t in TABLES])
def test_tables(context_of: Any, rows: list[list[str]], expected: list[Told]) -> None:
    context = context_of(rows, "report")
    found = [f.draft for f in read_result_table(context, 0, Clock(2024), None)]
    assert [(d.indicator, d.value, d.unit, d.of_target, d.verdict) for d in found] == expected


def test_years_of_columns(context_of: Any) -> None:
    rows = [["Chỉ tiêu", "Năm 2022", "Ước thực hiện năm 2024"], ["Số kho lạnh", "5", "8"]]
    found = [f.draft.covered for f in read_result_table(context_of(rows, "report"), 0, Clock(2024), None)]
    assert [c.first.year for c in found if c and c.first] == [2022, 2024]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("2023", ("2023-01-01", "2023-12-31")),
        ("9 tháng năm 2024", ("2024-01-01", "2024-09-30")),
        ("10 tháng 2024", ("2024-01-01", "2024-10-31")),
        ("Năm 2024 (11 tháng)", ("2024-01-01", "2024-11-30")),
        ("6 tháng đầu năm 2024", ("2024-01-01", "2024-06-30")),
        ("Quý II/2024", ("2024-04-01", "2024-06-30")),
        ("Đến 30/9/2024", (None, "2024-09-30")),
    ],
)
def test_columns_that_name_a_time(context_of: Any, header: str, expected: tuple[str | None, str]) -> None:
    rows = [["TT", "Nội dung", "ĐVT", "Năm 2022", header], ["1", "Số kho lạnh", "kho", "5", "8"]]
    found = [f.draft for f in read_result_table(context_of(rows, "report"), 0, Clock(2024), None)]
    last = found[-1].covered
    assert [d.value for d in found] == [5, 8] and last and last.last
    assert (last.first.isoformat() if last.first else None, last.last.isoformat()) == expected


def days(actual: Actual) -> tuple[str | None, str | None]:
    start, end = actual.period.start, actual.period.end
    return (start.isoformat() if start else None, end.isoformat() if end else None)


PERIODS: list[tuple[str, str, tuple[str | None, str | None]]] = [
    ("silent", "I. KẾT QUẢ ĐẠT ĐƯỢC\n- Có 12/15 bến xe bán vé điện tử.\n", (None, None)),
    ("a heading", "I. KẾT QUẢ 9 THÁNG ĐẦU NĂM 2024\n- Có 12/15 bến xe bán vé điện tử.\n", ("2024-01-01",
     "2024-09-30")),
    (
        "the whole report",
        "Báo cáo như sau (số liệu từ 01/01/2024 đến 14/11/2024):\nI. KẾT QUẢ NĂM 2024\n"
        "- Có 12/15 bến xe bán vé điện tử.\n",
        ("2024-01-01", "2024-11-14"),
    ),
    (
        "a list",
        "I. KẾT QUẢ ĐẠT ĐƯỢC\n1. Trong quý III, các bến xe đã làm:\n- Có 12/15 bến xe bán vé điện tử.\n",
        ("2024-07-01", "2024-09-30"),
    ),
    (
        "a stock of a report with a cut-off",
        "Báo cáo như sau (số liệu tính đến ngày 31/10/2024):\nI. KẾT QUẢ ĐẠT ĐƯỢC\n"
        "- Hiện có 12/15 bến xe bán vé điện tử.\n",
        (None, "2024-10-31"),
    ),
    (
        "dates narrower than the months of the heading",
        "Báo cáo như sau (số liệu lấy từ ngày 01/01/2024 đến ngày 15/6/2024):\n"
        "I. KẾT QUẢ 6 THÁNG ĐẦU NĂM 2024\n- Có 12/15 bến xe bán vé điện tử.\n",
        ("2024-01-01", "2024-06-15"),
    ),
    (
        "a day of the figures",
        "Thời điểm lấy số liệu là ngày 15/11/2024.\nI. KẾT QUẢ ĐẠT ĐƯỢC\n- Có 12/15 bến xe bán vé điện tử.\n",
        (None, "2024-11-15"),
    ),
    (
        "a line that leads in",
        "Đối chiếu từng chỉ tiêu, kết quả đến ngày 31/10/2024 như sau:\nI. KẾT QUẢ ĐẠT ĐƯỢC\n"
        "- Có 12/15 bến xe bán vé điện tử.\n",
        (None, "2024-10-31"),
    ),
    (
        "another sentence than the one that leads in",
        "Báo cáo như sau (số liệu từ 01/01/2024 đến 14/11/2024):\nI. KẾT QUẢ ĐẠT ĐƯỢC\n"
        "Đến ngày 14/11/2024, các bến xe đã họp. Kết quả cụ thể:\n- Có 12/15 bến xe bán vé điện tử.\n",
        ("2024-01-01", "2024-11-14"),
    ),
    (
        "a month among the figures of a year",
        "Báo cáo như sau (số liệu từ 01/01/2024 đến 14/11/2024):\nI. KẾT QUẢ THÁNG 11/2024\n"
        "- Có 12/15 bến xe bán vé điện tử.\n",
        ("2024-11-01", "2024-11-30"),
    ),
    (
        "nay of a report on months past",
        "Kết quả 9 tháng (từ 01/01/2024 đến 30/9/2024) như sau:\nI. KẾT QUẢ ĐẠT ĐƯỢC\n"
        "- Hiện có 12/15 bến xe bán vé điện tử.\n",
        (None, "2024-11-20"),
    ),
    ("a stock", "I. KẾT QUẢ ĐẠT ĐƯỢC\n- Hiện có 12/15 bến xe bán vé điện tử.\n", (None, "2024-11-20")),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), [p[1:] for p in PERIODS], ids=[p[0] for p in PERIODS])
def test_periods_of_places(body: str, expected: tuple[str | None, str | None]) -> None:
    (actual,) = actuals(body)
    assert (actual.value, actual.numerator, actual.denominator) == (12, 12, 15)
    assert days(actual) == expected


def test_a_title_that_names_a_month() -> None:
    (actual,) = actuals("I. KẾT QUẢ ĐẠT ĐƯỢC\n- Lắp 12 trạm.\n", "Kết quả chuyển đổi số tháng 10 năm 2024")
    assert days(actual) == ("2024-10-01", "2024-10-31")


TITLES = [
    ("Kết quả chuyển đổi số 6 tháng đầu năm và phương hướng 6 tháng cuối năm 2024",
     ("2024-01-01", "2024-06-30")),
    ("Sơ kết 9 tháng thực hiện Kế hoạch chuyển đổi số năm 2024", ("2024-01-01", "2024-09-30")),
    ("Tình hình thực hiện 11 tháng Đề án số hóa năm 2024", ("2024-01-01", "2024-11-30")),
    ("Kết quả chuyển đổi số sau 3 tháng\n(Từ ngày 01/7/2024 đến ngày 30/9/2024)",
     ("2024-07-01", "2024-09-30")),
    ("Kết quả chuyển đổi số quý III và nhiệm vụ quý IV năm 2024", ("2024-07-01", "2024-09-30")),
    ("Kết quả chuyển đổi số năm 2024, nhiệm vụ 6 tháng đầu năm 2025", ("2024-01-01", "2024-12-31")),
]  # fmt: skip


@pytest.mark.parametrize(("title", "expected"), TITLES)
def test_periods_of_titles(title: str, expected: tuple[str, str]) -> None:
    found = report("I. KẾT QUẢ ĐẠT ĐƯỢC\n- Lắp 12 trạm.\n", title)
    period = found.document.period
    assert period and period.start and period.end
    assert (period.start.isoformat(), period.end.isoformat()) == expected


def test_the_header_s_year_beside_a_cut_off() -> None:
    body = (
        "Thời điểm chốt số liệu: 15/11/2024.\nI. KẾT QUẢ ĐẠT ĐƯỢC\n1. Kết quả các chỉ tiêu:\n\n"
        "| TT | Chỉ tiêu | Kế hoạch năm 2024 | Thực hiện năm 2024 |\n|---|---|---|---|\n"
        "| 1 | Tỷ lệ chợ có mã QR | 60% | 55% |\n"
    )
    assert [days(a) for a in actuals(body)] == [("2024-01-01", "2024-12-31")]


def test_lists_by_verdict() -> None:
    body = (
        "I. KẾT QUẢ ĐẠT ĐƯỢC\n1. Các chỉ tiêu hoàn thành\n- Tỷ lệ chợ có mã QR: 90%.\n"
        "2. Các chỉ tiêu chưa đạt\n- Tỷ lệ kho có cảm biến: 12%.\n"
    )
    assert [(a.value, a.verdict) for a in actuals(body)] == [(90, "reached"), (12, "missed")]


def test_targets_and_results_stay_apart() -> None:
    found = report(
        "I. KẾT QUẢ ĐẠT ĐƯỢC\n- Tỷ lệ chợ có mã QR đạt 47% (mục tiêu là 60%).\n"
        "II. KIẾN NGHỊ\n- Đề nghị cấp 20 máy tính cho các chợ.\n"
        "III. NHIỆM VỤ TRỌNG TÂM NĂM 2025\n1. Mục tiêu\n- Tỷ lệ chợ có mã QR đạt 80%.\n"
    )
    assert [a.value for a in found.actuals] == [47]
    assert [t.value for t in found.targets] == [80]


def test_next_year_in_a_table_of_results() -> None:
    found = report(
        "I. KẾT QUẢ ĐẠT ĐƯỢC\n1. Kết quả các chỉ tiêu:\n\n"
        "| TT | Chỉ tiêu | Kế hoạch 2024 | Ước thực hiện 2024 | Kế hoạch 2025 |\n|---|---|---|---|---|\n"
        "| 1 | Tỷ lệ chợ có mã QR | 60% | 55% | 80% |\n"
    )
    assert [(a.value, days(a)) for a in found.actuals] == [(55, ("2024-01-01", "2024-12-31"))]
    (target,) = found.targets
    assert (target.value, [(b.year, b.value) for b in target.baselines]) == (80, [(2024, 55)])


def test_stated_twice_counts_once() -> None:
    body = (
        "I. KẾT QUẢ ĐẠT ĐƯỢC\n- Tỷ lệ chợ có mã QR đạt 47%.\n"
        "II. HẠN CHẾ\n- Tỷ lệ chợ có mã QR mới đạt 47%, chưa đạt mục tiêu đề ra.\n"
    )
    assert [(a.value, a.verdict) for a in actuals(body)] == [(47, "missed")]


def test_stated_again_for_a_stock() -> None:
    body = (
        "Báo cáo như sau (số liệu từ 01/01/2024 đến 14/11/2024):\nI. KẾT QUẢ ĐẠT ĐƯỢC\n- 100% chợ có mã QR.\n"
        "II. ĐÁNH GIÁ\nTrong 16 chỉ tiêu, đến ngày 14/11/2024 có 09 chỉ tiêu đã hoàn thành, trong đó có: "
        "100% chợ có mã QR.\n"
    )
    first, count = actuals(body)
    assert (first.value, first.verdict, days(first)) == (100, "reached", ("2024-01-01", "2024-11-14"))
    assert (count.numerator, count.denominator) == (9, 16)


@pytest.mark.parametrize("title", ["ĐẶC ĐIỂM TÌNH HÌNH", "KHÁI QUÁT CHUNG", "Vài nét về đặc điểm của ngành"])
def test_what_draws_the_place_is_no_result(title: str) -> None:
    body = f"I. {title}\nNgành có 04 bến xe, 11 chợ đầu mối.\nII. KẾT QUẢ ĐẠT ĐƯỢC\n- Lắp 12 trạm.\n"
    assert [a.value for a in actuals(body)] == [12]


def test_plans_have_no_actuals() -> None:
    text = HEAD.replace("BÁO CÁO", "KẾ HOẠCH").replace("BC-", "KH-").format(title="Chuyển đổi số năm 2025")
    body = "I. KẾT QUẢ NĂM 2024\n- Tỷ lệ chợ có mã QR đạt 47%.\nII. MỤC TIÊU\n- Tỷ lệ chợ có mã QR đạt 80%.\n"
    assert extract(read_text(text + body, "a.txt")).actuals == ()


def test_quotes_are_exact_and_codes_found() -> None:
    source = read_text(
        HEAD.format(title="Kết quả chuyển đổi số năm 2024")
        + "I. KẾT QUẢ ĐẠT ĐƯỢC\n- Tỷ lệ dân số trưởng thành có chữ ký số đạt 12,4%.\n",
        "a.txt",
    )
    (actual,) = extract(source).actuals
    assert actual.evidence and source.text[actual.evidence.start : actual.evidence.end] == actual.quote
    assert actual.indicator_codes == ("8.3",)
