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
