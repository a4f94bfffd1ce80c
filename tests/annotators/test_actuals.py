"""Sentences of reports and the results in them: value, unit, ratio, share of the target, verdict."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.annotators.actuals import find_actuals
from extractor.annotators.covered import Clock
from extractor.annotators.drafts import ActualDraft
from extractor.annotators.quantities import find_quantities

CLOCK = Clock(2024, date(2024, 11, 15), (date(2024, 10, 1), date(2024, 10, 31)))


def found(text: str) -> list[ActualDraft]:
    return list(find_actuals(text, (0, len(text)), find_quantities(text), CLOCK).drafts)


Row = tuple[float, str, float | None, float | None, float | None, str | None]

STATED: list[tuple[str, list[Row]]] = [
    ("Tỷ lệ chợ dùng mã QR đạt 47,5%.", [(47.5, "percent", None, None, None, None)]),
    ("Tỷ lệ chợ dùng mã QR đạt 47,5% (đạt 79% mục tiêu).", [(47.5, "percent", None, None, 79, None)]),
    ("Tỷ lệ chợ dùng mã QR mới đạt 32%, bằng 80% kế hoạch năm.", [(32, "percent", None, None, 80, None)]),
    ("Lắp 75 trạm, đạt 100% kế hoạch.", [(75, "count", None, None, 100, "reached")]),
    ("Lắp 90 trạm, đạt 120% so với kế hoạch.", [(90, "count", None, None, 120, "exceeded")]),
    ("Tỷ lệ chợ dùng mã QR đạt 55%/60% (kế hoạch).", [(55, "percent", None, None, None, None)]),
    ("Tỷ lệ chợ dùng mã QR đạt 55%/KH 60%.", [(55, "percent", None, None, None, None)]),
    ("Nhận 412.305/498.100 lượt đơn, đạt tỷ lệ 82,8%.", [(82.8, "percent", 412305, 498100, None, None)]),
    ("Tỷ lệ đơn đúng hạn đạt 82,8% (412.305/498.100 đơn).", [(82.8, "percent", 412305, 498100, None, None)]),
    ("Có 18/20 bến xe bán vé điện tử.", [(18, "count", 18, 20, None, None)]),
    ("18/20 bến xe bán vé điện tử (90%), vượt chỉ tiêu giao.", [(90, "percent", 18, 20, None, "exceeded")]),
    (
        "Nhận 2.000 đơn, trong đó 1.500 đơn qua mạng (chiếm 75%).",
        [(2000, "count", None, None, None, None), (75, "percent", 1500, 2000, None, None)],
    ),
    ("Tỷ lệ kho có cảm biến đạt 12%, chưa đạt mục tiêu đề ra (20%).", [(12, "percent",
     None, None, None, "missed")]),
    ("Tỷ lệ kho có cảm biến đạt 22%, vượt 2% so với kế hoạch.", [(22, "percent",
     None, None, None, "exceeded")]),
    ("Kho có cảm biến: 100%, hoàn thành kế hoạch.", [(100, "percent", None, None, None, "reached")]),
    ("Kho có cảm biến đạt 40%, thấp hơn mục tiêu đề ra là 60%.", [(40, "percent",
     None, None, None, "missed")]),
    ("Huyện đạt và vượt 31/40 chỉ tiêu.", [(31, "count", 31, 40, None, "reached")]),
    (
        "Hoàn thành 19/27 mục tiêu, 03/27 mục tiêu chưa hoàn thành.",
        [(19, "count", 19, 27, None, "reached"), (3, "count", 3, 27, None, "missed")],
    ),
    ("Có 16/21 chỉ tiêu đạt (tỷ lệ 76,2%).", [(76.2, "percent", 16, 21, None, "reached")]),
    (
        "Có 2/3 mục tiêu đạt gồm: 100% bến xe có wifi; 80% chợ có mã QR.",
        [
            (2, "count", 2, 3, None, "reached"),
            (100, "percent", None, None, None, "reached"),
            (80, "percent", None, None, None, "reached"),
        ],
    ),
    ("Doanh thu chợ mạng đạt trên 250 tỷ đồng.", [(250e9, "vnd", None, None, None, None)]),
    (
        "Mục tiêu: 90% đơn nộp qua mạng. Kết quả: 84,6%, chưa đạt.",
        [(84.6, "percent", None, None, None, "missed")],
    ),
    ("Trên 70% hộ có mã số: đến nay đạt 21,3%.", [(21.3, "percent", None, None, None, None)]),
    (
        "Nhận 2.000 đơn; đơn qua mạng là 1.500 đơn, đạt tỷ lệ 75%.",
        [(2000, "count", None, None, None, None), (75, "percent", 1500, 2000, None, None)],
    ),
    (
        "Bến xe đạt 85%, chợ đạt 71%; hoàn thành mục tiêu đề ra.",
        [(85, "percent", None, None, None, "reached"), (71, "percent", None, None, None, "reached")],
    ),
    ("Hỗ trợ 2.540 lượt dân, tăng gấp 1,8 lần so với năm 2023.", [(2540, "count", None, None, None, None)]),
    ("Xếp thứ 27/63, tăng 3 bậc so với năm 2022.", [(27, "rank", None, None, None, None)]),
    ("Giải ngân nguồn vốn đạt 95% kế hoạch.", [(95, "percent", None, None, 95, None)]),
    ("Kho có cảm biến đạt 40%. Vượt kế hoạch đề ra.", [(40, "percent", None, None, None, "exceeded")]),
    ("Bến xe đạt 85%, chợ đạt 71%, đều vượt chỉ tiêu giao.",
     [(85, "percent", None, None, None, "exceeded"), (71, "percent", None, None, None, "exceeded")]),
]  # fmt: skip


STATED += [
    # a part and the percent that it is of a whole that only words name
    ("Đã cấp 2.500 mã, đạt 62,5% số chợ đã đăng ký.", [(62.5, "percent", 2500, None, None, None)]),
    ("Có 310 quầy nhận thẻ, chiếm 40% tổng số quầy.", [(40, "percent", 310, None, None, None)]),
    ("Đã lập 9.000 thẻ, đạt 81% dân số.", [(81, "percent", 9000, None, None, None)]),
    ("Có 60 kho gắn cảm biến, chiếm 30% (chưa đạt yêu cầu trên 50%).",
     [(30, "percent", 60, None, None, "missed")]),
    ("Tra mã 1.800 lượt trên tổng số 2.000 lượt, đạt 90%.", [(90, "percent", 1800, 2000, None, None)]),
    ("Xử lý 45 đơn trong tổng số 50 đơn.", [(45, "count", 45, 50, None, None)]),
    ("100% quầy hàng bán nông sản sạch của chợ đã gắn mã (126/126 quầy).",
     [(100, "percent", 126, 126, None, None)]),
    # a comma in the wrong place, which the ratio tells
    ("Đối khớp được 3,75% (300/800 thửa).", [(37.5, "percent", 300, 800, None, None)]),
    ("Đối khớp được 3,9% (300/800 thửa).", [(3.9, "percent", None, None, None, None),
     (300, "count", 300, 800, None, None)]),
    # goals counted by other states than reached and missed
    ("Có 03 chỉ tiêu chưa có số liệu.", [(3, "count", None, None, None, None)]),
    ("Trong 25 chỉ tiêu có 16 chỉ tiêu hoàn thành, 07 chỉ tiêu chưa đạt và 02 chỉ tiêu chưa có số liệu.",
     [(16, "count", 16, 25, None, "reached"), (7, "count", None, None, None, "missed"),
      (2, "count", None, None, None, None)]),
    ("4/20 chỉ tiêu đạt thấp.", [(4, "count", 4, 20, None, None)]),
    ("2/32 mục tiêu không còn phù hợp.", [(2, "count", 2, 32, None, None)]),
    ("Trong 98 chỉ số thành phần, tỉnh có 40 chỉ số đạt điểm tối đa và 8 chỉ số không có điểm.",
     [(40, "count", 40, 98, None, None), (8, "count", None, None, None, None)]),
    # values of indexes have no unit
    ("Giá trị kinh tế số đạt 0,5912 (hạng 28).", [(0.5912, "points", None, None, None, None),
     (28, "rank", None, None, None, None)]),
    ("Điểm trung bình của các sở là 0,712.", [(0.712, "points", None, None, None, None)]),
    ("Giá trị DTI tăng từ 0,3127 lên 0,7361.", [(0.7361, "points", None, None, None, None)]),
    ("Tỷ lệ sở có tổ chuyên trách: khối sở 18/19; cấp huyện 10/10.",
     [(18, "count", 18, 19, None, None), (10, "count", 10, 10, None, None)]),
    # what was asked is no result, and the words around it judge
    ("Tỷ lệ kho có cảm biến là 2,9%, chưa đạt mức trên 5%.", [(2.9, "percent", None, None, None, "missed")]),
    ("Tỷ lệ kho có cảm biến là 7%, vượt ngưỡng tối thiểu 5%.",
     [(7, "percent", None, None, None, "exceeded")]),
    ("Tỷ lệ kho có cảm biến mới đạt 28%, trong khi kế hoạch là 40%: không đạt.",
     [(28, "percent", None, None, None, "missed")]),
    ("57/60 kho có cảm biến, bằng 95%; mục tiêu 100%, chưa đạt.", [(95, "percent", 57, 60, None, "missed")]),
    ("Tỷ lệ kho có cảm biến là 12%. Mục tiêu Chương trình đặt ra là 20%, như vậy chưa đạt.",
     [(12, "percent", None, None, None, "missed")]),
    ("100% kho có cảm biến; mục tiêu này hoàn thành từ năm 2022.",
     [(100, "percent", None, None, None, "reached")]),
    ("Kho cấp tỉnh 99%; cấp huyện 95% (cả hai cấp đều vượt chỉ tiêu).",
     [(99, "percent", None, None, None, "exceeded"), (95, "percent", None, None, None, "exceeded")]),
    ("Kho cấp tỉnh đạt 99%, cấp xã 60%; riêng cấp xã chưa đạt yêu cầu.",
     [(99, "percent", None, None, None, None), (60, "percent", None, None, None, "missed")]),
    ("42/50 kho có cửa đáp ứng yêu cầu, chiếm 84%.", [(84, "percent", 42, 50, None, None)]),
    ("Tỷ lệ chợ có mã QR đạt 71%/65% kế hoạch năm (vượt).", [(71, "percent", None, None, None, "exceeded")]),
    ("Đã xong 12/15 nhiệm vụ, đang thực hiện 03 nhiệm vụ.", [(12, "count", 12, 15, None, None),
     (3, "count", None, None, None, None)]),
    # a share of the plan is that of the value before it
    ("Mở 19/30 phiên chợ, đạt 63,3% kế hoạch năm, thu hút 1.735 khách.", [(19, "count", 19, 30, 63.3, None),
     (1735, "count", None, None, None, None)]),
    ("Họp 164 phiên chợ, gấp 1,6 lần năm 2023; bằng 79% kế hoạch.", [(164, "count", None, None, 79, None)]),
    # comparisons with a past that is not named by its year are none; the others are results of their time
    ("Tỷ lệ kho có cảm biến là 57% (tháng 8: 51%).", [(57, "percent", None, None, None, None)]),
    ("Có 20 kho lạnh (cuối năm 2023 là 15 kho).",
     [(20, "count", None, None, None, None), (15, "count", None, None, None, None)]),
    ("Tỷ lệ kho có cảm biến đạt 70% (đầu năm là 61%).", [(70, "percent", None, None, None, None)]),
    ("Tỷ lệ kho có cảm biến đạt 96%, tăng từ 68% thời điểm mới sáp nhập.",
     [(96, "percent", None, None, None, None)]),
    ("Số thôn thiếu chợ giảm từ 93 thôn đầu năm xuống còn 41 thôn.", [(41, "count", None, None, None, None)]),
    ("Họp 164 phiên mua bán, gấp 1,6 lần năm 2023.", [(164, "count", None, None, None, None)]),
    ("Có 236 kho lạnh, thêm 31 kho so với cuối năm trước.", [(236, "count", None, None, None, None)]),
    ("Điểm phục vụ là 91,28 điểm, đứng thứ 17 trong 102 xã.", [(91.28, "points", None, None, None, None),
     (17, "rank", None, None, None, None)]),
    # a sample that was asked
    ("Khảo sát 1.250 phiếu, có 1.000 phiếu hài lòng, đạt 80%.", [(80, "percent", 1000, 1250, None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STATED, ids=[t[:40] for t, _ in STATED])
def test_stated(text: str, expected: list[Row]) -> None:
    got = [(d.value, d.unit, d.numerator, d.denominator, d.of_target, d.verdict) for d in found(text)]
    assert got == expected


NONE = [
    "UBND huyện đã ban hành 45 văn bản chỉ đạo.",
    "Ban Chỉ đạo đã tổ chức 04 phiên họp.",
    "Huyện có 12 xã, thị trấn; dân số 152.000 người.",
    "Tổng kinh phí đã thực hiện trong năm là 96,3 tỷ đồng.",
    "Số chợ tăng 12% so với cùng kỳ.",
    "Phấn đấu đến hết năm đạt 70%.",
    "Kế hoạch giao 60%.",
    "Thực hiện Kế hoạch số 31/KH-UBND ngày 26/01/2024.",
    "Sở gửi 02 công văn nhắc các chợ.",
    "Xã mới lập trên cơ sở sắp xếp 03 xã cũ, có 31 thôn, 8.214 hộ với 36.907 nhân khẩu.",
    "Huyện có diện tích 5.200 km2, dân số khoảng 85.000 người, gồm 12 xã với 152 thôn, bản.",
    "Dân số thành phố năm 2023 khoảng 1,2 triệu người.",
    "Trung tâm có 09 cán bộ, công chức.",
    "Bộ công bố chỉ số năm 2023 của 63 tỉnh, thành phố.",
    "Tỉnh giao 20 chỉ tiêu cho các sở, ngành và 09 quận, huyện.",
    "Tỉnh xếp hạng 19 sở, ban, ngành và 08 huyện.",
    "Tổng kinh phí là 900 tỷ đồng, trong đó năm 2022: 400 tỷ đồng; năm 2023: 500 tỷ đồng.",
    "Được giao dự toán 42 tỷ đồng, mới giải ngân 9 tỷ đồng.",
    "Trong số 9 chỉ số không có điểm, phần lớn thiếu minh chứng.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_results(text: str) -> None:
    assert found(text) == []


Days = tuple[str | None, str | None]

COVERED: list[tuple[str, list[Days]]] = [
    ("Lũy kế từ 1-1 đến 14-11-2024, nhận 500 đơn.", [("2024-01-01", "2024-11-14")]),
    ("Từ ngày 15/12/2023 đến ngày 14/6/2024, nhận 500 đơn.", [("2023-12-15", "2024-06-14")]),
    ("Trong tháng 9, nhận 500 đơn.", [("2024-09-01", "2024-09-30")]),
    ("Trong tháng, nhận 500 đơn.", [("2024-10-01", "2024-10-31")]),
    ("Trong 11 tháng, nhận 500 đơn.", [("2024-01-01", "2024-11-30")]),
    ("6 tháng đầu năm, nhận 500 đơn.", [("2024-01-01", "2024-06-30")]),
    ("Trong quý III, nhận 500 đơn.", [("2024-07-01", "2024-09-30")]),
    ("Đến nay nhận 500 đơn.", [(None, "2024-11-15")]),
    ("Hiện có 500 kho.", [(None, "2024-11-15")]),
    ("Tính đến ngày 31/10/2024, có 500 kho.", [(None, "2024-10-31")]),
    ("Từ đầu năm đến nay nhận 500 đơn.", [("2024-01-01", "2024-11-15")]),
    ("Lũy kế từ đầu năm đến ngày 20/9/2024 nhận 500 đơn.", [("2024-01-01", "2024-09-20")]),
    ("Từ ngày 01/6/2024 đến nay nhận 500 đơn.", [("2024-06-01", "2024-11-15")]),
    ("Năm 2022 có 20 kho; năm 2023 có 35 kho.", [("2022-01-01", "2022-12-31"), ("2023-01-01", "2023-12-31")]),
    ("Tỷ lệ kho tăng từ 3% năm 2021 lên 13,5%.", [("2021-01-01", "2021-12-31"), (None, None)]),
    ("Kho có cảm biến đạt 40%, vượt kế hoạch năm 2024.", [(None, None)]),
    ("Kho có cảm biến đạt 40%, tăng 5% so với năm 2023.", [(None, None)]),
    ("Trong tháng 9, nhận 500 đơn. Đã trả 480 đơn.", [("2024-09-01", "2024-09-30")] * 2),
]  # fmt: skip


YEARS = [(f"{y}-01-01", f"{y}-12-31") for y in (2021, 2022, 2023)]
COVERED += [
    # values in turn
    ("Số chợ qua các năm 2021, 2022 và 2023 lần lượt là 5 chợ, 8 chợ, 11 chợ.", YEARS),
    ("Số chợ có wifi các năm 2021, 2022, 2023 lần lượt là 5%; 8%; 11%.", YEARS),
    ("Tỷ lệ chợ có wifi giai đoạn 2021 - 2023 lần lượt đạt 5%, 8% và 11%.", YEARS),
    ("Tỷ lệ chợ có wifi lần lượt đạt 5%, 8%, 11% trong các năm 2021, 2022, 2023.", YEARS),
    ("Tỷ lệ chợ có wifi từ năm 2021 đến năm 2023 lần lượt là 5%; 8%; 11%; đến nay là 20%.",
     [*YEARS, (None, "2024-11-15")]),
    # a bracket behind its value, or behind all of a sentence
    ("Kho lạnh: 20 kho (năm 2022), 35 kho (tháng 9/2024).", [("2022-01-01", "2022-12-31"),
     ("2024-09-01", "2024-09-30")]),
    ("Bến xe bán vé: 3 bến (quý I/2024), 5 bến (quý II/2024).", [("2024-01-01", "2024-03-31"),
     ("2024-04-01", "2024-06-30")]),
    ("70% chợ có wifi; 90% chợ có camera (số liệu đến 30/9/2024).", [(None, "2024-09-30")] * 2),
    ("Chợ có wifi đạt 70%; có camera đạt 90% (tính đến ngày 31/10/2024).", [(None, "2024-10-31")] * 2),
    ("Năm 2022 có 5% chợ có wifi; 90% chợ có camera (thống kê đến 30/9/2024).",
     [("2022-01-01", "2022-12-31"), (None, "2024-09-30")]),
    # what a value has reached by a month is a stock
    ("Số kho tăng từ 20 kho lên 35 kho vào tháng 10/2024.", [(None, "2024-10-31")]),
    ("Tỷ lệ chợ có wifi đạt 70% vào ngày 30/9/2024.", [(None, "2024-09-30")]),
    ("Vào tháng 9/2024, lắp 12 trạm.", [("2024-09-01", "2024-09-30")]),
    # months in a row
    ("Doanh thu chợ mạng 3 tháng 7, 8, 9 đạt 2 tỷ đồng.", [("2024-07-01", "2024-09-30")]),
    ("Trong các tháng 8 và 9, lắp 12 trạm.", [("2024-08-01", "2024-09-30")]),
    # "hiện" with any verb, but not as a part of a word
    ("Hiện vận hành 12 trạm.", [(None, "2024-11-15")]),
    ("Trung tâm hiện kết nối 12 trạm.", [(None, "2024-11-15")]),
    ("Kho lạnh hiện đại đạt 40%.", [(None, None)]),
    ("Đã thực hiện thu phí tại 12 trạm.", [(None, None)]),
    ("Đã phát hiện 12 trạm hỏng.", [(None, None)]),
    # days and years in short
    ("Đến 15/11, có 30 chợ có mã.", [(None, "2024-11-15")]),
    ("Tính đến 31/10, 80% chợ có mã QR.", [(None, "2024-10-31")]),
    ("Từ 01/7 đến 15/11, nhận 500 đơn.", [("2024-07-01", "2024-11-15")]),
    ("Tính đến hết quý III, có 30 chợ có mã.", [(None, "2024-09-30")]),
    ("Số chợ có mã QR: 2021: 20 chợ; 2022: 35 chợ; 2023: 52 chợ.", YEARS),
    ("Tỷ lệ chợ có mã QR: năm 2021: 20%; năm 2022: 35%; năm 2023: 52%.", YEARS),
    # a period goes on only from the head of a sentence
    ("Số đơn gửi trong tháng 9 là 500 đơn. Có 12 bến xe bán vé.", [("2024-09-01", "2024-09-30"),
     (None, None)]),
    ("Số kho hiện có là 12 kho. Tỷ lệ kho có cảm biến đạt 40%.", [(None, "2024-11-15"), (None, None)]),
    ("Toàn huyện hiện có 12 kho. Có 3 bến xe bán vé.", [(None, "2024-11-15")] * 2),
    ("Riêng quý III, nhận 500 đơn. Đã trả 480 đơn.", [("2024-07-01", "2024-09-30")] * 2),
    ("Về đơn thư: đến nay nhận 500 đơn. Đã trả 480 đơn.", [(None, "2024-11-15")] * 2),
]  # fmt: skip
CUT = Clock(2024, date(2024, 6, 15), None, date(2024, 6, 15), (date(2023, 12, 15), date(2024, 6, 15)),
            (date(2021, 1, 1), date(2025, 12, 31)))  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trong 6 tháng đầu năm, lắp 12 trạm.", ("2024-01-01", "2024-06-15")),
        ("Trong 6 tháng, lắp 12 trạm.", ("2024-01-01", "2024-06-15")),
        ("Trong 5 tháng, lắp 12 trạm.", ("2024-01-01", "2024-05-31")),
        ("Trong năm, lắp 12 trạm.", ("2024-01-01", "2024-06-15")),
        ("Ước cả năm, lắp 12 trạm.", ("2024-01-01", "2024-12-31")),
        ("Năm 2024, lắp 12 trạm.", ("2024-01-01", "2024-12-31")),
        ("Trong kỳ, lắp 12 trạm.", ("2023-12-15", "2024-06-15")),
        ("Trong cả giai đoạn, lắp 12 trạm.", ("2021-01-01", "2025-12-31")),
        ("Lắp 12 trạm trong toàn nhiệm kỳ.", ("2021-01-01", "2025-12-31")),
    ],
)
def test_periods_of_figures_with_a_cut_off(text: str, expected: Days) -> None:
    (draft,) = find_actuals(text, (0, len(text)), find_quantities(text), CUT).drafts
    assert draft.covered and draft.covered.last
    assert (
        draft.covered.first and draft.covered.first.isoformat(),
        draft.covered.last.isoformat(),
    ) == expected


@pytest.mark.parametrize(("text", "expected"), COVERED, ids=[t[:40] for t, _ in COVERED])
def test_periods(text: str, expected: list[Days]) -> None:
    def shown(day: date | None) -> str | None:
        return day.isoformat() if day else None

    got = [
        (shown(d.covered.first), shown(d.covered.last)) if d.covered else (None, None) for d in found(text)
    ]
    assert got == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Số kho có cảm biến: 1.250 kho.", ["Số kho có cảm biến"]),
        ("Tỷ lệ thu phí tự động cấp tỉnh đạt 62%; cấp xã đạt 35%.", None),
        ("Năm 2022 có 20 kho lạnh nông sản; năm 2023 có 35 kho lạnh.", ["kho lạnh nông sản"] * 2),
        ("Trên địa bàn có 20 kho, 100% xã có chợ.", None),
        ("Mục tiêu: 90% đơn nộp qua mạng. Kết quả: 84,6%.", ["đơn nộp qua mạng"]),
        ("71/71 xã, phường, thị trấn có chợ.", ["xã, phường, thị trấn có chợ"]),
        ("Tỷ lệ chợ có mã QR: Kế hoạch 50%, thực hiện 55%.", ["Tỷ lệ chợ có mã QR"]),
        ("Chợ có mã QR: KH 50%, TH 55%, đạt 110% KH.", ["Chợ có mã QR"]),
        ("Số chợ có mã QR: 2021: 20 chợ; 2022: 35 chợ.", ["Số chợ có mã QR"] * 2),
        ("Lũy kế từ đầu năm đến hết tháng 10, nhận 500 đơn hàng.", ["nhận đơn hàng"]),
    ],
)
def test_names(text: str, names: list[str] | None) -> None:
    got = [d.indicator for d in found(text)]
    assert all("%" not in n and n for n in got)
    if names is not None:
        assert got == names


def test_tiers_of_a_chain() -> None:
    got = [(d.level, d.value) for d in found("Tỷ lệ thu phí tự động cấp tỉnh đạt 62%; cấp xã đạt 35%.")]
    assert got == [("province", 62), ("commune", 35)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "%",
        "đạt",
        "100%",
        "/",
        "1/0 xã",
        "12/0 hồ sơ, đạt 5%",
        "(((",
        "tháng 13",
        "từ 3% năm 2020 lên 5 bậc",
    ],
)
def test_never_raises(text: str) -> None:
    for draft in found(text):
        assert 0 <= draft.start <= draft.number <= draft.end <= len(text)
