"""Units and provinces through time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from extractor import gazetteers
from extractor.vietnamese.history import province_on, successors, valid_on

PROVINCES = gazetteers.rows("provinces")
FIRST = date(2025, 7, 1)
DEPARTMENTS = date(2025, 3, 1)


@pytest.mark.parametrize(
    ("day", "count"),
    [(date(2023, 1, 1), 63), (date(2025, 1, 1), 63), (date(2025, 6, 30), 63), (FIRST, 34)],
)
def test_number_of_provinces(day: date, count: int) -> None:
    """63 provinces until 30 June 2025, 34 from 1 July on."""

    def there(row: dict[str, str]) -> bool:
        since, until = row["since"], row["until"]
        return (not since or date.fromisoformat(since) <= day) and (
            not until or day < date.fromisoformat(until)
        )

    assert sum(map(there, PROVINCES)) == count


@pytest.mark.parametrize("row", [r for r in PROVINCES if r["until"]], ids=lambda r: r["name"])
def test_every_end_has_a_successor_and_a_source(row: dict[str, str]) -> None:
    until = date.fromisoformat(row["until"])
    assert province_on(row["name"], until) == (row["successor"], until, row["source"])
    assert province_on(row["name"], until - timedelta(days=1)) == (row["name"], None, "")
    assert row["source"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ninh Thuận", "Khánh Hòa"),
        ("Bình Phước", "Đồng Nai"),
        ("Bạc Liêu", "Cà Mau"),
        ("Cà Mau", "Cà Mau"),
        ("Thừa Thiên Huế", "Huế"),
        ("Hà Nội", "Hà Nội"),
        ("nơi lạ", "nơi lạ"),
    ],
)
def test_province_today(old: str, new: str) -> None:
    assert province_on(old, FIRST)[0] == new


@pytest.mark.parametrize(
    ("unit", "province", "day", "names"),
    [
        ("Sở Thông tin và Truyền thông", "Đồng Nai", date(2025, 2, 28), []),
        (
            "Sở Thông tin và Truyền thông", "Đồng Nai", DEPARTMENTS,
            ["Sở Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch"],
        ),
        ("Sở Kế hoạch và Đầu tư", None, DEPARTMENTS, ["Sở Tài chính"]),
        ("Sở Tài chính", "Đồng Nai", FIRST, []),
        ("Sở Tài chính", "Ninh Thuận", FIRST, ["Sở Tài chính"]),
        ("UBND tỉnh Ninh Thuận", "Ninh Thuận", FIRST, ["UBND tỉnh Khánh Hòa"]),
        ("UBND cấp huyện", "Cà Mau", date(2025, 6, 30), []),
        ("UBND cấp huyện", "Cà Mau", FIRST, ["UBND cấp xã"]),
        ("UBND huyện Bù Đăng", "Bình Phước", FIRST, ["UBND cấp xã"]),
        ("UBND cấp xã", "Cà Mau", FIRST, []),
    ],
)  # fmt: skip
def test_successors(unit: str, province: str | None, day: date, names: list[str]) -> None:
    after = successors(unit, province, day)
    assert [s.name for s in after] == names
    assert valid_on(unit, province, day) == (not names)
    assert all(s.source and s.since <= day for s in after)


def test_a_merged_department_of_a_merged_province() -> None:
    """Both changes at once: the new department of the new province, from the later day, with both sources."""
    main = successors("Sở Thông tin và Truyền thông", "Ninh Thuận", date(2026, 1, 1))[0]
    assert (main.name, main.province, main.share, main.since) == (
        "Sở Khoa học và Công nghệ", "Khánh Hòa", "main", FIRST,
    )  # fmt: skip
    assert "45/2025/NĐ-CP" in main.source and "202/2025/QH15" in main.source
