"""Moves of main indicators told in sentences against those of the table."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.catalog import Catalog

from .test_forms import told

NAMES = [i.name for i in Catalog.default() if i.is_group]
MOVES = [(70, 78, 20, 17), (60, 61.5, 30, 33), (50, 58, 22, 18), (48, 55, 35, 37), (66, 72, 28, 20),
         (112, 131, 21, 16), (70, 82, 19, 14), (68, 80, 26, 26)]  # fmt: skip
SIGNED = (
    "| TT | Chỉ số chính | Điểm 2022 | Điểm 2023 | Tăng/giảm điểm | Hạng 2022 | Hạng 2023 | Tăng/giảm hạng |"
)
DATED = "| TT | Chỉ số chính | Điểm năm 2022 | Điểm năm 2023 | Hạng năm 2022 | Hạng năm 2023 |"


def _shown(number: float) -> str:
    return f"{number:g}".replace(".", ",")


def _table(signed: bool) -> str:
    rows = []
    for n, (name, (was, now, first, then)) in enumerate(zip(NAMES, MOVES, strict=True), start=1):
        cells = [str(n), name, _shown(was), _shown(now), str(first), str(then)]
        if signed:
            cells.insert(4, f"{'+' if now > was else '-'}{_shown(abs(now - was))}")
            cells.append("0" if first == then else f"{'+' if first > then else '-'}{abs(first - then)}")
        rows.append(f"| {' | '.join(cells)} |")
    head = SIGNED if signed else DATED
    return "\n".join([head, "|---" * (head.count("|") - 1) + "|", *rows])


SENTENCES = [
    ("Nhận thức số tăng 8 điểm, tăng 05 hạng so với năm 2022.", 1),
    ("Thể chế số tăng 03 bậc.", 1),
    ("Hạ tầng số giảm 4 hạng, dù tăng 8 điểm.", 1),
    ("Hoạt động kinh tế số tăng 11 điểm; An toàn thông tin mạng tăng 8 bậc.", 1),
    ("Có 06/08 chỉ số chính tăng hạng.", 1),
    ("Có 3 chỉ số giảm hạng trong năm.", 1),
    ("Nhận thức số tăng 8 điểm, tăng 03 hạng so với năm 2022.", 0),
    ("Thể chế số giảm 03 bậc.", 0),
    ("Có 05/08 chỉ số chính tăng hạng, 02/08 chỉ số chính giảm hạng, 8/8 chỉ số tăng điểm.", 0),
    ("Phấn đấu Nhân lực số tăng 10 hạng.", 0),
    ("Nhân lực số tăng 9 hạng so với năm 2020.", 0),
    ("Tỷ lệ hộ có cáp quang tăng 9 điểm phần trăm; Hạ tầng số tăng 8 điểm.", 0),
]


@pytest.mark.parametrize("signed", [True, False])
@pytest.mark.parametrize(("text", "count"), SENTENCES)
def test_moves_told(text: str, count: int, signed: bool, tmp_path: Path) -> None:
    body = f"I. KẾT QUẢ\n\n{_table(signed)}\n\n- {text}\n"
    assert len(told("verdict-against-figures", body, tmp_path)) == count
