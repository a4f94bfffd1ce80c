"""The chain of values of a clause: words, comparators, tiers and quotes of each."""

from __future__ import annotations

import pytest

from extractor.annotators.chain import read_chain
from extractor.annotators.clause import read_clause
from extractor.annotators.committed import committed
from extractor.annotators.drafts import TargetDraft
from extractor.annotators.quantities import find_quantities


def chain(text: str) -> list[TargetDraft]:
    clause = read_clause(text, (0, len(text)), find_quantities(text), "goal", 2024)
    return read_chain(clause, committed(clause))


Row = tuple[str, float, str, str | None]  # indicator, value, comparator, tier

ROWS: list[tuple[str, list[Row]]] = [
    (
        "Tỷ lệ bến xe có wifi đạt 70%, tỷ lệ nhà ga có wifi đạt 90%",
        [("Tỷ lệ bến xe có wifi", 70, "eq", None), ("tỷ lệ nhà ga có wifi", 90, "eq", None)],
    ),
    # tiers listed together are one
    (
        "15/15 xã, thị trấn mở loa số tối thiểu 02 lần/tuần",
        [("xã, thị trấn mở loa số", 15, "eq", None), ("xã, thị trấn mở loa số", 2, "ge", None)],
    ),
    (
        "100% thôn, bản, tổ dân phố có tổ số, 90% hộ có mạng",
        [("thôn, bản, tổ dân phố có tổ số", 100, "eq", None), ("hộ có mạng", 90, "eq", None)],
    ),
    ("Từ 60% hộ trở lên có cáp quang", [("hộ có cáp quang", 60, "ge", None)]),
    # a comparator governs the later numbers joined to it
    (
        "Tối thiểu 40% bến xe có wifi và 60% nhà ga có wifi",
        [("bến xe có wifi", 40, "ge", None), ("nhà ga có wifi", 60, "ge", None)],
    ),
    (
        "Tối thiểu 40% bến xe có wifi, đạt 60% nhà ga có wifi",
        [("bến xe có wifi", 40, "ge", None), ("nhà ga có wifi", 60, "eq", None)],
    ),
    # a value without words of its own shares the head
    (
        "Tỷ lệ hồ sơ số tại cấp huyện đạt 80%, cấp xã đạt 65%",
        [
            ("Tỷ lệ hồ sơ số tại cấp huyện", 80, "eq", "district"),
            ("Tỷ lệ hồ sơ số tại cấp huyện", 65, "eq", "commune"),
        ],
    ),
    (
        "80% kho có cảm biến và 40% được cấp mã",
        [("kho có cảm biến", 80, "eq", None), ("kho được cấp mã", 40, "eq", None)],
    ),
    # where a value starts from is no part of what is measured
    ("Nâng tỷ lệ bến xe có wifi từ 20% lên 55%", [("tỷ lệ bến xe có wifi", 55, "eq", None)]),
    ("Tỷ lệ bến xe có wifi tăng từ 20% lên trên 55%", [("Tỷ lệ bến xe có wifi", 55, "gt", None)]),
    ("Từ 20% lên 55% bến xe có wifi", [("bến xe có wifi", 55, "eq", None)]),
    ("Tỷ trọng kinh tế biển đạt khoảng 9%", [("Tỷ trọng kinh tế biển", 9, "eq", None)]),
    ("Tỷ lệ bến xe có wifi đạt và vượt 80%", [("Tỷ lệ bến xe có wifi", 80, "ge", None)]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_chain(text: str, expected: list[Row]) -> None:
    drafts = chain(text)
    found = [(d.indicator, d.quantity.value if d.quantity else 0, d.comparator, d.level) for d in drafts]
    assert found == expected
    assert [d.order for d in drafts] == list(range(len(drafts)))


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "Tỷ lệ bến xe có wifi đạt 70%; tỷ lệ nhà ga có wifi đạt 90%",
            ["Tỷ lệ bến xe có wifi đạt 70%", "tỷ lệ nhà ga có wifi đạt 90%"],
        ),
        (
            "Tỷ lệ hồ sơ số cấp huyện đạt 80% và cấp xã đạt 65%",
            ["Tỷ lệ hồ sơ số cấp huyện đạt 80%", "Tỷ lệ hồ sơ số cấp huyện đạt 80% và cấp xã đạt 65%"],
        ),
        ("- 90% kho có cảm biến (năm 2023: 71%)", ["90% kho có cảm biến"]),
    ],
)
def test_quotes(text: str, quotes: list[str]) -> None:
    assert [text[d.start : d.end] for d in chain(text)] == quotes


def test_previous_and_notes() -> None:
    (rise,) = chain("Nâng tỷ lệ bến xe có wifi từ 20% lên khoảng 55%")
    assert rise.previous is not None and rise.previous.value == 20
    assert rise.notes == ("khoảng",)
