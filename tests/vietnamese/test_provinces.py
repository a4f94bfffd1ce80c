"""Provinces through time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from extractor import gazetteers
from extractor.vietnamese.forms import fold
from extractor.vietnamese.provinces import (
    CITY,
    all_provinces,
    formed_on,
    kind_on,
    province_in,
    province_of,
    province_on,
    provinces_on,
    territory,
)

LAST, FIRST = date(2025, 6, 30), date(2025, 7, 1)
CITIES = {"Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"}
MERGED = {  # Nghị quyết 202/2025/QH15, điều 1: the 23 formed of 52
    "Tuyên Quang": "Hà Giang", "Lào Cai": "Yên Bái", "Thái Nguyên": "Bắc Kạn",
    "Phú Thọ": "Vĩnh Phúc, Hòa Bình", "Bắc Ninh": "Bắc Giang", "Hưng Yên": "Thái Bình",
    "Hải Phòng": "Hải Dương", "Ninh Bình": "Hà Nam, Nam Định", "Quảng Trị": "Quảng Bình",
    "Đà Nẵng": "Quảng Nam", "Quảng Ngãi": "Kon Tum", "Gia Lai": "Bình Định", "Khánh Hòa": "Ninh Thuận",
    "Lâm Đồng": "Đắk Nông, Bình Thuận", "Đắk Lắk": "Phú Yên",
    "Hồ Chí Minh": "Bà Rịa - Vũng Tàu, Bình Dương", "Đồng Nai": "Bình Phước", "Tây Ninh": "Long An",
    "Cần Thơ": "Sóc Trăng, Hậu Giang", "Vĩnh Long": "Bến Tre, Trà Vinh", "Đồng Tháp": "Tiền Giang",
    "Cà Mau": "Bạc Liêu", "An Giang": "Kiên Giang",
}  # fmt: skip
UNCHANGED = {
    "Hà Nội", "Huế", "Lai Châu", "Điện Biên", "Sơn La", "Lạng Sơn", "Quảng Ninh", "Thanh Hóa", "Nghệ An",
    "Hà Tĩnh", "Cao Bằng",
}  # fmt: skip


@pytest.mark.parametrize(
    ("day", "count", "cities"),
    [
        (date(2023, 1, 1), 63, 5), (date(2024, 12, 31), 63, 5), (date(2025, 1, 1), 63, 6),
        (LAST, 63, 6), (FIRST, 34, 6), (date(2026, 4, 30), 34, 7), (date(2026, 9, 20), 34, 9),
    ],
)  # fmt: skip
def test_how_many_there_were(day: date, count: int, cities: int) -> None:
    """63 until 30 June 2025, 34 from 1 July on; Huế a city since 2025, three more since 2026."""
    there = provinces_on(day)
    assert len(there) == len(set(there)) == count
    assert sum(kind_on(name, day) == CITY for name in there) == cities


def test_the_34_and_what_each_was_formed_of() -> None:
    assert set(provinces_on(FIRST)) == set(MERGED) | UNCHANGED
    assert {name for name in provinces_on(FIRST) if kind_on(name, FIRST) == CITY} == CITIES
    for name in UNCHANGED - {"Huế"}:
        assert territory(name, FIRST) == {name}
    for name, others in MERGED.items():
        assert territory(name, FIRST) == {name, *others.split(", ")}
        assert territory(name, LAST) == {name}
        assert formed_on(name, FIRST) == FIRST


@pytest.mark.parametrize(
    "row", [r for r in gazetteers.rows("provinces") if r["until"]], ids=lambda r: r["name"]
)
def test_every_end_has_a_successor_that_is_there(row: dict[str, str]) -> None:
    until = date.fromisoformat(row["until"])
    assert province_on(row["name"], until) == (row["successor"], until, row["source"])
    assert province_on(row["name"], until - timedelta(days=1)) == (row["name"], None, "")
    assert row["successor"] in provinces_on(until)
    assert row["source"]


@pytest.mark.parametrize("row", gazetteers.rows("province_kinds"), ids=lambda r: r["name"])
def test_provinces_that_became_cities(row: dict[str, str]) -> None:
    since = date.fromisoformat(row["since"])
    assert kind_on(row["name"], since - timedelta(days=1)) == "tỉnh"
    assert kind_on(row["name"], since) == row["kind"] == CITY
    assert row["example"].endswith(f"{row['kind']} {row['name']}") and row["source"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ninh Thuận", "Khánh Hòa"), ("Bình Phước", "Đồng Nai"), ("Bạc Liêu", "Cà Mau"), ("Cà Mau", "Cà Mau"),
        ("Thừa Thiên Huế", "Huế"), ("Hà Nội", "Hà Nội"), ("BR-VT", "Hồ Chí Minh"), ("nơi lạ", "nơi lạ"),
    ],
)  # fmt: skip
def test_province_today(old: str, new: str) -> None:
    assert province_on(old, FIRST)[0] == new


def test_a_rename_leaves_the_land() -> None:
    before, after = date(2024, 1, 1), date(2025, 1, 1)
    assert territory("Thừa Thiên Huế", before) == territory("Huế", after) == territory("Huế", before)
    assert territory("nơi lạ", before) == territory("nơi lạ", after)
    assert formed_on("nơi lạ", after) is None


@pytest.mark.parametrize(
    ("unit", "province"),
    [
        ("UBND tỉnh Hậu Giang", "Hậu Giang"),
        ("Sở Tài chính tỉnh Thừa Thiên Huế", "Thừa Thiên Huế"),
        ("Sở Tài chính Thừa Thiên Huế", "Thừa Thiên Huế"),
        ("Ban Tuyên giáo Tỉnh ủy Nam Định", "Nam Định"),
        ("HĐND Bắc Giang", "Bắc Giang"),
        ("UBND thành phố Cần Thơ", "Cần Thơ"),
        ("UBND thành phố Bạc Liêu", None),
        ("Thành ủy Nam Định", None),
        ("UBND xã Hòa Bình", None),
        ("Báo Hà Nam", None),
        ("Trường Đại học Bình Dương", None),
        ("Sở Tài chính", None),
    ],
)
def test_a_province_in_the_name_of_a_unit(unit: str, province: str | None) -> None:
    found = province_in(fold(unit))
    assert (found.province.name if found else None) == province
    if found:
        assert unit[found.start : found.end] == province


def test_spellings_lead_to_one_province() -> None:
    assert province_of("TP.HCM") == province_of("Hồ Chí Minh")
    assert len(all_provinces()) == 64  # 63, and Huế under its new name
