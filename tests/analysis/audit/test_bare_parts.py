"""Parts of a row, lettered, that nothing is said of."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_forms import told

HEAD = ["TT", "Nội dung", "Điểm", "Thời hạn", "Chủ trì"]
FULL = ["10", "Quý III", "Sở Nội vụ"]
TABLES = [
    ([["1", "Chi cho hạ tầng", *FULL], ["a", "Chi đầu tư", "", "", ""], ["2", "Đo kiểm mạng", *FULL]], 1),
    ([["1.2", "Chi cho hạ tầng", *FULL], ["a", "Chi đầu tư", "", "", ""], ["b", "Chi thuê", "", "", ""]], 2),
    ([["3", "Học tập số", *FULL], ["a", "Cấp huyện", *FULL], ["b", "Cấp xã", "", "", ""]], 1),
    ([["4", "Thuê đường truyền", *FULL], ["a)", "Cấp tỉnh", "", "", ""], ["5", "Mua máy", *FULL]], 1),
    ([["2.1.3", "Mở lớp", *FULL], ["a.", "Lớp cán bộ", "", "", ""], ["b.", "Lớp thôn", *FULL]], 1),
    ([["a", "Kinh tế số", "", "", ""], ["1", "Mua máy", *FULL], ["2", "Thuê mạng", *FULL]], 0),
    ([["I", "Chính quyền số", "", "", ""], ["1", "Mua máy", *FULL], ["2", "Thuê mạng", *FULL]], 0),
    ([["1", "Nhóm việc", "", "", ""], ["a", "Mua máy", "", "", ""], ["b", "Thuê mạng", "", "", ""]], 0),
    ([["1", "Mua máy", *FULL], ["d", "Thuê mạng", "", "", ""], ["2", "Học tập", *FULL]], 0),
    ([["1", "Mua máy", *FULL], ["a", "Thuê mạng", *FULL], ["b", "Học tập", *FULL]], 0),
]


@pytest.mark.parametrize(("rows", "count"), TABLES)
def test_bare_parts(rows: list[list[str]], count: int, tmp_path: Path) -> None:
    more = [[str(n), f"Việc thứ {n}", *FULL] for n in range(6, 10)]
    table = [HEAD, ["-" * 3] * len(HEAD), *rows, *more]
    body = "\n".join(f"| {' | '.join(row)} |" for row in table)
    found = [line for line in told("row-incomplete", f"{body}\n", tmp_path) if "mọi ô khác" in line]
    assert len(found) == count
