"""Past values beside a target: percents, points, counts, full and no points, years."""

from __future__ import annotations

import pytest

from extractor.annotators.baselines import default_year, opens_baseline, past_clauses, read_baselines
from extractor.records import TargetUnit

YEAR = 2024
Past = tuple[int | None, float, str, float | None]

ROWS: list[tuple[str, float | None, list[Past]]] = [
    ("(năm 2023: 37,5%)", None, [(2023, 37.5, "percent", None)]),
    ("(Năm 2022: 6,4/10 điểm)", None, [(2022, 6.4, "points", 10)]),
    (
        "(Năm 2023: 6,4/10 điểm, đạt tỷ lệ 64%)",
        None,
        [(2023, 6.4, "points", 10), (2023, 64, "percent", None)],
    ),
    ("(hiện nay đạt 21%)", None, [(2023, 21, "percent", None)]),
    ("(năm 2022: 12%; năm 2023: 19%)", None, [(2022, 12, "percent", None), (2023, 19, "percent", None)]),
    ("Năm 2023: đạt điểm tối đa", 20, [(2023, 20, "points", 20)]),
    ("Năm 2023: không có điểm", 15, [(2023, 0, "points", 15)]),
    ("Năm 2023: 7.5 điểm", 10, [(2023, 7.5, "points", 10)]),
    ("(Năm 2023: 57 xã)", None, [(2023, 57, "count", None)]),
    ("(năm 2022: 512/904 thôn)", None, [(2022, 512, "count", None)]),
    ("(năm 2023: 1.250 tỷ đồng)", None, [(2023, 1.25e12, "vnd", None)]),
    # the plan's own year is an aim
    ("(năm 2024: 70%)", None, []),
    ("- Năm 2023: 41%. - Năm 2024: phấn đấu 55%", None, [(2023, 41, "percent", None)]),
    ("", None, []),
    ("Theo hướng dẫn", None, []),
]


@pytest.mark.parametrize(("text", "maximum", "expected"), ROWS)
def test_baselines(text: str, maximum: float | None, expected: list[Past]) -> None:
    found = read_baselines(text, 100, YEAR, maximum)
    assert [(d.year, pytest.approx(d.value), d.unit, d.max) for d in found] == expected
    for draft in found:
        assert 100 <= draft.start < draft.end <= 100 + len(text)


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("(hiện có 15)", "count", [(2023, 15)]),
        ("(năm 2023: 02)", "count", [(2023, 2)]),
        ("(năm 2022 đạt 0,58)", "points", [(2022, 0.58)]),
        ("(năm 2022: 12; năm 2023: 19)", "count", [(2022, 12), (2023, 19)]),
        ("(hiện tại: 1.250)", "count", [(2023, 1250)]),
        (", năm 2023 chỉ có 7", "count", [(2023, 7)]),
        # a unit of its own, or nothing but a year
        ("(năm 2023: 15 sản phẩm)", "percent", [(2023, 15)]),
        ("(kết quả năm 2023)", "count", []),
        ("(năm 2024: 20)", "count", []),
        ("(hiện có 15)", None, []),
    ],
)
def test_a_number_without_words_is_of_the_target(
    text: str, unit: TargetUnit | None, expected: list[tuple[int, float]]
) -> None:
    found = read_baselines(text, 0, YEAR, unit=unit)
    assert [(d.year, d.value) for d in found] == expected
    assert all(text[d.start].isdigit() for d in found)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Mở 10 kho dữ liệu, năm 2023 có 04 kho.", [", năm 2023 có 04 kho"]),
        ("Mở 10 kho, hiện mới có 4 kho, và 5 cổng", [", hiện mới có 4 kho"]),
        ("Số hộ đạt 62,5%, năm 2023 đạt 41,5%, phấn đấu cao hơn", [", năm 2023 đạt 41,5%"]),
        ("Đạt 0,62, trong khi năm 2022 là 0,58", [", trong khi năm 2022 là 0,58"]),
        ("Có 30 tổ, hiện nay có 15 tổ", [", hiện nay có 15 tổ"]),
        ("Đạt 60%, năm 2024 đạt 75%", []),
        ("Đạt 60% các năm 2022, năm 2023", []),
        ("Mở 10 kho, năm 2023 tiếp tục rà soát", []),
    ],
)
def test_clauses_of_past_values(text: str, clauses: list[str]) -> None:
    assert [text[a:b] for a, b in past_clauses(text, 0, len(text), YEAR)] == clauses


def test_a_list_pairs_in_order() -> None:
    """ "A và B" of one bracket are told apart: a new group begins with each repeated unit."""
    found = read_baselines("(năm 2023: 2,4/5 điểm và 4,2/10 điểm)", 0, YEAR)
    assert [(d.value, d.max) for d in found] == [(2.4, 5), (4.2, 10)]
    assert found[0].group != found[1].group


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("(năm 2023: 40%)", True),
        ("(Năm 2022 đạt 40%)", True),
        ("(hiện nay: 12%)", True),
        ("(hiện trạng 12%)", True),
        ("(tính đến tháng 9)", True),
        ("(hiện có 15)", True),
        ("(hiện mới có 4 kho)", True),
        ("(đã có 12 mô hình)", True),
        ("(cuối năm 2023: 31 bến)", True),
        ("(15 sản phẩm năm 2022)", True),
        ("(chỉ số 3.1; năm 2022 đạt 71,4%)", True),
        ("(mã 4.7: năm 2023 đạt 48%)", True),
        ("(các chỉ số 3.1, 3.2; năm 2022 đạt 60%)", True),
        ("(chỉ số 3.1)", False),
        ("(chỉ số 3.1; năm 2024 phấn đấu 80%)", False),
        ("(15 sản phẩm năm 2026)", False),
        ("(đã có hướng dẫn)", False),
        ("(năm 2024: 60%)", False),
        ("(năm 2025 đạt 60%)", False),
        ("(trừ hồ sơ mật)", False),
        ("(không bao gồm huyện đảo)", False),
        ("", False),
    ],
)
def test_opens_baseline(text: str, opens: bool) -> None:
    assert opens_baseline(text, YEAR) == opens


@pytest.mark.parametrize(
    ("text", "plan_year", "year"),
    [
        ("năm 2022 đạt 5%", 2024, 2022),
        ("đạt 5%", 2024, 2023),
        ("năm 2025: 5%", 2024, 2023),
        ("đạt 5%", None, None),
    ],
)
def test_default_year(text: str, plan_year: int | None, year: int | None) -> None:
    assert default_year(text, plan_year) == year


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Nối mạng cho 100% xã, trong khi đến hết năm 2023 mới có 87,4% số xã.", [(2023, 87.4)]),
        ("Đưa cáp quang tới 80% hộ, dù cuối năm 2023 chỉ đạt 61%.", [(2023, 61)]),
        ("70% hồ sơ nộp trên mạng, tính đến hết năm 2022 đã đạt 52%.", [(2022, 52)]),
        ("Cấp 90% tài khoản, mặc dù hết năm 2023 mới đạt 40%.", [(2023, 40)]),
        ("Lắp 30 trạm, khi cuối năm 2023 chỉ có 12 trạm.", [(2023, 12)]),
        ("Nối mạng cho 100% xã, đến hết năm 2024 đã có 87,4% số xã.", []),  # the plan's own year
    ],
)
def test_clauses_of_what_there_was(text: str, values: list[tuple[int, float]]) -> None:
    places = past_clauses(text, 0, len(text), YEAR)
    found = [b for a, e in places for b in read_baselines(text[a:e], a, YEAR)]
    assert [(b.year, b.value) for b in found] == values
