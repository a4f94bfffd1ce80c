"""Which numbers of a clause are promised, by the words around them and by the place."""

from __future__ import annotations

import pytest

from extractor.annotators.clause import Clause, read_clause
from extractor.annotators.committed import committed, starting_value
from extractor.annotators.drafts import Mode
from extractor.annotators.quantities import find_quantities


def clause(text: str, mode: Mode) -> Clause:
    return read_clause(text, (0, len(text)), find_quantities(text), mode, 2024)


ROWS: list[tuple[str, Mode, list[float]]] = [
    # percents: nearly anywhere, in prose behind an aim or a comparator
    ("Kho lạnh có cảm biến đạt 80%", "task", [80]),
    ("Kho lạnh có cảm biến đạt 80%", "prose", []),
    ("Phấn đấu kho lạnh có cảm biến đạt 80%", "prose", [80]),
    ("Kho lạnh có cảm biến đạt trên 80%", "prose", [80]),
    ("Kho lạnh có cảm biến đạt 90% kế hoạch", "goal", []),
    # results
    ("Năm 2022, 40% kho có cảm biến", "goal", []),
    ("Đã có 40% kho lắp cảm biến", "goal", []),
    # the start of a rise
    ("Nâng tỷ lệ kho có cảm biến từ 30% lên 75%", "goal", [75]),
    ("Nâng tỷ lệ kho có cảm biến từ 30% năm 2023 lên 75% năm 2024", "goal", [75]),
    ("Tỷ lệ kho có cảm biến đã tăng từ 30% năm 2022 lên 75% năm 2023", "goal", []),
    # a time that is measured
    ("Thời gian chờ lấy số bình quân dưới 12 phút", "goal", [12]),
    ("Rút ngắn thời gian cấp phép xây dựng từ 20 ngày xuống còn 14 ngày", "goal", [14]),
    ("Giảm thời gian xử lý sự cố còn 4 giờ", "task", [4]),
    ("Thời gian trả lời phản ánh không quá 03 ngày làm việc kể từ khi tiếp nhận", "goal", [3]),
    ("Thời gian tải trang chủ tối đa 3 giây", "cell", [3]),
    ("Thời gian thực hiện không quá 30 ngày", "goal", []),
    ("Thời gian gửi báo cáo không quá 05 ngày", "task", []),
    ("Họp trực tuyến, không quá 60 phút", "goal", []),
    ("Thời gian bảo hành còn 30 ngày kể từ ngày ký", "goal", []),
    # round the clock
    ("Giám sát kho 24/7", "cell", []),
    ("Trực tổng đài 24/24 giờ", "goal", []),
    ("24/24 xã có kho số", "goal", [24]),
    # a speed for each place
    ("Kết nối tới trường học đạt tối thiểu 150 Mbps, thư viện 50 Mbps", "goal", [150, 50]),
    ("Nâng băng thông tại sở lên trên 200 Mbps và tại xã 80 Mbps", "task", [200, 80]),
    ("Tốc độ tải xuống đạt 90 Mbps và tải lên đạt 40 Mbps", "goal", [90, 40]),
    ("Tốc độ mạng đạt 90 Mbps, so với trước 40 Mbps", "goal", [90]),
    # the classes that learners are divided into
    ("Bồi dưỡng kỹ năng bán hàng cho 600 hộ, chia thành 12 lớp", "task", [600, 12]),
    ("Mở lớp về dữ liệu mở, khoảng 90 người, chia làm 03 khóa", "goal", [90, 3]),
    ("Mở 12 kho số, chia thành 03 giai đoạn", "goal", [12]),
    # scoring rules
    ("Thang điểm: 80% được 5 điểm", "goal", []),
    ("Điểm tối đa: 10 điểm", "cell", []),
    # money
    ("Bố trí 3 tỷ đồng", "goal", [3e9]),
    ("Bố trí 3 tỷ đồng", "prose", []),
    ("Bố trí tối thiểu 3 tỷ đồng", "task", [3e9]),
    # counts that fill a cell
    ("Thử nghiệm tại 03 sở", "cell", [3]),
    ("Lắp đặt thiết bị ở 12 xã", "cell", [12]),
    ("Diễn tập với 05 đơn vị", "cell", [5]),
    ("Thử nghiệm tại 03 sở", "prose", []),
    # ranks
    ("Phấn đấu vào top 12", "prose", [12]),
    ("Xếp thứ 12/34 theo kết quả đánh giá", "prose", []),
    # points
    ("Đạt 7,5 điểm", "goal", [7.5]),
    ("Đạt 7,5/10 điểm", "prose", []),
    # counts: behind a comparator, an aim, at the head of a goal line
    ("12 kho có cảm biến", "goal", [12]),
    ("12 kho có cảm biến", "prose", []),
    ("Ít nhất 12 kho có cảm biến", "prose", [12]),
    ("Bồi dưỡng kỹ năng số cho 300 học viên", "task", [300]),
    ("100% xã có ít nhất 02 cụm loa", "goal", [100]),
    ("Phát 02 bản tin/tháng", "task", [2]),
]


@pytest.mark.parametrize(("text", "mode", "values"), ROWS)
def test_committed(text: str, mode: Mode, values: list[float]) -> None:
    assert [q.value for q in committed(clause(text, mode))] == values


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Tăng từ 30% lên 75%", 30),
        ("Giảm từ 9% năm 2023 xuống còn 4%", 9),
        ("Tăng từ 30% lên 75 kho", None),
        ("30% kho và 75% bến xe", None),
    ],
)
def test_starting_value(text: str, start: float | None) -> None:
    found = clause(text, "goal")
    previous = starting_value(found, found.quantities[-1])
    assert (previous.value if previous else None) == start
