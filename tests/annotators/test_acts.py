"""Cited acts: type, number, date, issuer, each inside its span."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import gazetteers
from extractor.annotators.acts import find_acts, kind_of_number

BO = "Bộ trưởng Bộ Thông tin và Truyền thông"
ROWS = [
    (
        f"Quyết định số 917/QĐ-BTTTT ngày 18/5/2021 của {BO}",
        "Quyết định",
        "917/QĐ-BTTTT",
        "2021-05-18",
        BO,
    ),
    (
        "Nghị quyết số 53-NQ/TW ngày 26 tháng 8 năm 2018 của Bộ Chính trị",
        "Nghị quyết",
        "53-NQ/TW",
        "2018-08-26",
        "Bộ Chính trị",
    ),
    (
        "Quyết định số 412/QĐ-TTg của Thủ tướng Chính phủ ngày 30 tháng 4 tháng 2021",
        "Quyết định",
        "412/QĐ-TTg",
        "2021-04-30",
        "Thủ tướng Chính phủ",
    ),
    (
        "Quyết định số 28/2020/QĐ-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch",
        "Quyết định",
        "28/2020/QĐ-BVHTTDL",
        None,
        "Bộ Văn hóa, Thể thao và Du lịch",
    ),
    ("Thông tư số 12/2022/TT-BTTTT", "Thông tư", "12/2022/TT-BTTTT", None, None),
    ("Công văn 2224/BTTTT-THH", "Công văn", "2224/BTTTT-THH", None, None),
    ("Văn bản số 1287/BTTTT-CĐSQG ngày 3/4/2024", "Văn bản", "1287/BTTTT-CĐSQG", "2024-04-03", None),
    ("Nghị định số 42/2022/NĐ-CP", "Nghị định", "42/2022/NĐ-CP", None, None),
    ("Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023", "Luật", None, "2023-06-22", None),
    ("Luật An toàn thông tin mạng năm 2015", "Luật", None, None, None),
    ("Luật số 20/2023/QH15", "Luật", "20/2023/QH15", None, None),
    ("KH 231/KH-UBND ngày 21/12/2021", "Kế hoạch", "231/KH-UBND", "2021-12-21", None),
    (
        "Kế hoạch hành động số 468-KH/TU ngày 15/4/2024 của Tỉnh ủy",
        "Kế hoạch",
        "468-KH/TU",
        "2024-04-15",
        "Tỉnh ủy",
    ),
    ("Nghị quyết 71/NQCP", "Nghị quyết", "71/NQCP", None, None),
    ("Tờ trình số 164/TTr- SKHCN", "Tờ trình", "164/TTr-SKHCN", None, None),
    ("Quyết định 748/QĐ-TTg , ngày 04/7/2021", "Quyết định", "748/QĐ-TTg", "2021-07-04", None),
    ("Kế hoạch số 86 /KH-UBND", "Kế hoạch", "86/KH-UBND", None, None),
    ("s52-NQ/TW", "Nghị quyết", "52-NQ/TW", None, None),
    ("942/QĐ-TTg ngày 15/6/2021", "Quyết định", "942/QĐ-TTg", "2021-06-15", None),
    ("Nghị quyết số /NQ-CP ngày 01/01/2025 của Chính phủ", "Nghị quyết", None, "2025-01-01", "Chính phủ"),
    ("Đề án 06", "Đề án", "06", None, None),
    ("Nghị quyết 57 của Bộ Chính trị", "Nghị quyết", "57", None, "Bộ Chính trị"),
]
NONE = [
    "58/63 tỉnh",
    "mạng 4G/5G",
    "tốc độ 40Mb/s",
    "Kế hoạch 5 năm 2021-2025",
    "Văn bản 3 lần",
    "mã KH20_N01.1",
    "0,7/1.000 dân",
    "",
]


@pytest.mark.parametrize(("text", "kind", "number", "issued", "issuer"), ROWS)
@pytest.mark.parametrize("around", ["{}", "Căn cứ {};", "theo {} về việc ban hành 3 nội dung"])
def test_an_act_is_read(
    text: str, kind: str, number: str | None, issued: str | None, issuer: str | None, around: str
) -> None:
    whole = around.format(text)
    (act,) = find_acts(whole)
    assert whole[act.start : act.end] == text
    assert (act.kind, act.number, act.issuer) == (kind, number, issuer)
    assert (str(act.issued_on) if act.issued_on else None) == issued


@pytest.mark.parametrize("text", NONE)
def test_other_digits_are_no_act(text: str) -> None:
    assert find_acts(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("các Quyết định: số 749/QĐ-TTg ngày 3/6/2020; số 942/QĐ-TTg", 2),
        ("Nghị quyết số 71/NQ-CP của Chính phủ và Kế hoạch số 92/KH-UBND của UBND tỉnh", 2),
        ("Luật Đầu tư công và Luật Ngân sách nhà nước", 2),
    ],
)
def test_several_acts_stay_apart(text: str, count: int) -> None:
    assert len(find_acts(text)) == count


def test_the_issuer_ends_where_the_sentence_goes_on() -> None:
    (act,) = find_acts(
        "Quyết định số 61/2021/QĐ-UBND ngày 09/11/2021 của UBND tỉnh đảm bảo phù hợp với thực tế"
    )
    assert act.issuer == "UBND tỉnh"


@pytest.mark.parametrize("row", gazetteers.rows("act_types"), ids=lambda row: row["name"])
def test_each_type_matches_its_example(row: dict[str, str]) -> None:
    (act,) = find_acts(f"theo {row['example']}.")
    assert act.kind == row["name"] and f"theo {row['example']}."[act.start : act.end] == row["example"]


@pytest.mark.parametrize("row", gazetteers.rows("act_types"), ids=lambda row: row["name"])
def test_each_code_names_its_type(row: dict[str, str]) -> None:
    for code in filter(None, row["codes"].split(";")):
        assert kind_of_number(f"12/{code}-ABC") == row["name"]


@pytest.mark.parametrize("row", gazetteers.rows("issuers"), ids=lambda row: row["name"])
def test_each_issuer_is_read_whole(row: dict[str, str]) -> None:
    (act,) = find_acts(row["example"])
    assert act.issuer == row["name"]


WORDS = "Quyết định|số|922/QĐ-BTTTT|ngày|20/5/2022|của|Bộ|Luật|và|,|;|(|/|-|52|NQ|Thông tin|về|năm 2024"


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS.split("|"))).map(" ".join)))
def test_any_text_gives_ordered_spans(text: str) -> None:
    end = 0
    for act in find_acts(text):
        assert end <= act.start < act.end <= len(text)
        end = act.end


@pytest.mark.parametrize(
    "unit", ["Kế hoạch ", "1/", "12-A", "Luật A", "của Bộ ", "a", "Quyết định số ", "/A- "]
)
def test_time_is_linear(unit: str) -> None:
    began = time.perf_counter()
    find_acts(unit * (60_000 // len(unit)))
    assert time.perf_counter() - began < 5
