"""Rankings with a row before one that has more."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import HEAD
from .test_forms import told
from .test_row_values import table

PLACES = ("Mường Tè", "Sìn Hồ", "Tân Uyên", "Than Uyên", "Phong Thổ", "Nậm Nhùn", "Tam Đường")
FALLING = ("91,2", "88,4", "85,0", "80,6", "77,3", "71,9", "64,5")
TURNED = ("91,2", "88,4", "80,6", "85,0", "77,3", "71,9", "64,5")
OUT = ("91,2", "88,4", "85,0", "48,1", "77,3", "71,9", "64,5")


def ranked(head: str, form: str, points: tuple[str, ...], title: str = "Kết quả đánh giá") -> str:
    rows = [form.format(n=n, name=f"Huyện {p}", x=x) for n, (p, x) in enumerate(zip(PLACES, points), 1)]  # noqa: B905
    return f"{HEAD}III. {title.upper()}\n\n{title}\n\n{table(head, *rows)}"


FORMS = [
    ("Hạng | Đơn vị | Điểm", "{n} | {name} | {x}", "Kết quả đánh giá"),
    ("TT | Địa phương | Tổng điểm | Xếp hạng", "{n} | {name} | {x} | {n}", "Kết quả đánh giá"),
    ("STT | Huyện | Nhận thức số | Tổng số điểm | Thứ hạng", "{n} | {name} | 7,5 | {x} | {n}/7", "Kết quả"),
    ("TT | Đơn vị | Tỷ lệ hồ sơ trực tuyến (%) | Xếp thứ", "{n} | {name} | {x}% | Thứ {n}", "Kết quả"),
    ("Xếp hạng | Cơ quan | Điểm đạt | Ghi chú", "0{n} | {name} | {x} |", "Kết quả đánh giá"),
    ("TT | Đơn vị | Kết quả", "{n} | {name} | {x}", "Bảng xếp hạng chuyển đổi số cấp huyện"),
]


@pytest.mark.parametrize(("head", "form", "title"), FORMS)
@pytest.mark.parametrize(
    ("points", "wrong"), [(TURNED, "85"), (OUT, "48,1"), (FALLING, ""), (FALLING[::-1], "")]
)
def test_more_points_behind(
    head: str, form: str, title: str, points: tuple[str, ...], wrong: str, tmp_path: Path
) -> None:
    found = told("verdict-against-figures", ranked(head, form, points, title), tmp_path)
    assert [wrong in m for m in found] == ([True] if wrong else [])


def test_rows_in_another_order(tmp_path: Path) -> None:
    rows = [f"{n} | Sở {n} | {x} | {r}" for n, (x, r) in enumerate(
        (("70", 4), ("92", 1), ("75", 3), ("78", 2), ("60", 6), ("66", 5)), 1)]  # fmt: skip
    head = "TT | Cơ quan | Điểm | Hạng"
    assert not told("verdict-against-figures", f"{HEAD}{table(head, *rows)}", tmp_path)
    rows[2], rows[3] = "3 | Sở 3 | 75 | 2", "4 | Sở 4 | 78 | 3"
    found = told("verdict-against-figures", f"{HEAD}{table(head, *rows)}", tmp_path)
    assert len(found) == 1
    assert "hạng 2" in found[0]


def test_groups_that_rank_anew(tmp_path: Path) -> None:
    upper = [f"{n} | Sở {n} | {x} | {n}" for n, x in enumerate(("90", "88", "82", "80", "71"), 1)]
    lower = [f"{n} | Huyện {n} | {x} | {n}" for n, x in enumerate(("95", "86", "87", "74", "70"), 1)]
    body = table(
        "TT | Đơn vị | Tổng điểm | Xếp hạng", "I | Các sở | | ", *upper, "II | Các huyện | | ", *lower
    )
    found = told("verdict-against-figures", HEAD + body, tmp_path)
    assert len(found) == 1
    assert "Huyện 2" in found[0]


SOUND = [
    ("TT | Đơn vị | Kết quả", "{n} | {name} | {x}", "Kết quả đánh giá", TURNED),
    ("TT | Chỉ số | Điểm | Hạng", "{n} | {name} | {x} | 3{n}", "Kết quả", TURNED),
    ("Hạng | Đơn vị | Nhận thức số | Thể chế số", "{n} | {name} | {x} | 5,{n}", "Kết quả", TURNED),
    ("TT | Đơn vị | Điểm | Hạng 2022 | Hạng 2023", "{n} | {name} | {x} | {n} | {n}", "Kết quả", TURNED),
    ("Hạng | Đơn vị | Điểm", "{n} | {name} | {x}", "Kết quả", ("90", "90", "85", "85", "77", "71", "64")),
    ("Hạng | Đơn vị | Điểm", "{n} | {name} | {x}", "Kết quả", ("9", "7", "8", "5", "6", "3", "4")),
]


@pytest.mark.parametrize(("head", "form", "title", "points"), SOUND)
def test_no_such_ranking(head: str, form: str, title: str, points: tuple[str, ...], tmp_path: Path) -> None:
    assert not told("verdict-against-figures", ranked(head, form, points, title), tmp_path)
