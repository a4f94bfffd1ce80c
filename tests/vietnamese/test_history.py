"""Units through time."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.vietnamese.history import known_until, last_change, successors, today_name, took_over, valid_on

FIRST = date(2025, 7, 1)
LAST = date(2025, 6, 30)
DEPARTMENTS = date(2025, 3, 1)
LATER = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("unit", "province", "day", "names"),
    [
        ("Sở Thông tin và Truyền thông", "Đồng Nai", date(2025, 2, 28), []),
        (
            "Sở Thông tin và Truyền thông", "Đồng Nai", DEPARTMENTS,
            ["Sở Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh"],
        ),
        (
            "Sở Giao thông vận tải", "Hà Nội", DEPARTMENTS,
            ["Sở Xây dựng", "Công an thành phố"],
        ),
        ("Sở Kế hoạch và Đầu tư", None, DEPARTMENTS, ["Sở Tài chính"]),
        ("Sở Tài chính", "Đồng Nai", FIRST, []),
        ("Sở Tài chính", "Ninh Thuận", FIRST, ["Sở Tài chính"]),
        ("UBND tỉnh Ninh Thuận", "Ninh Thuận", FIRST, ["UBND tỉnh Khánh Hòa"]),
        ("UBND cấp huyện", "Cà Mau", LAST, []),
        ("UBND cấp huyện", "Cà Mau", FIRST, ["UBND cấp xã"]),
        ("UBND huyện Bù Đăng", "Bình Phước", FIRST, ["UBND cấp xã"]),
        ("UBND cấp xã", "Cà Mau", FIRST, []),
        ("Ban Dân tộc", "Lào Cai", DEPARTMENTS, ["Sở Dân tộc và Tôn giáo"]),
        ("Cục Tin học hóa", None, date(2022, 7, 26), ["Cục Chuyển đổi số quốc gia"]),
        # followed on: the regional branch of 1 March was divided again on 1 July
        ("Cục Thuế tỉnh", "Cà Mau", DEPARTMENTS, ["Chi cục Thuế khu vực"]),
        ("Cục Thuế tỉnh", "Cà Mau", FIRST, ["Thuế tỉnh"]),
        ("Cục Thuế", None, FIRST, []),
    ],
)  # fmt: skip
def test_successors(unit: str, province: str | None, day: date, names: list[str]) -> None:
    after = successors(unit, province, day)
    assert [s.name for s in after] == names
    assert valid_on(unit, province, day) == (not names)
    assert all(s.source and s.since <= day for s in after)


@pytest.mark.parametrize(
    ("unit", "until"),
    [
        ("UBND thị xã Ngã Năm", LAST), ("UBND thành phố Biên Hòa", LAST), ("UBND thành phố Thủ Đức", LAST),
        ("UBND các thành phố thuộc tỉnh", LAST), ("UBND thị trấn Đức Phong", LAST),
        ("Phòng Văn hóa và Thông tin huyện Bù Gia Mập", LAST), ("Phòng Nội vụ huyện", LAST),
        ("Các phòng, ban, ngành, đoàn thể huyện", LAST), ("Huyện ủy Bù Đăng", LAST),
        ("Văn phòng Huyện ủy", LAST), ("Công an huyện", date(2025, 2, 28)),
        ("Công an thành phố Biên Hòa", date(2025, 2, 28)), ("Hội Nông dân huyện Bù Đăng", LAST),
        ("Trung tâm Văn hóa, Thông tin và Thể thao huyện Bù Đăng", LAST),
        ("Trung tâm Văn hóa, Thể thao và Truyền thanh", LAST), ("Thanh tra Sở Nội vụ", LAST),
        ("Ban Chỉ đạo chuyển đổi số huyện Bù Đăng", LAST), ("Tòa án nhân dân quận 1", LAST),
    ],
)  # fmt: skip
def test_the_district_tier_ended(unit: str, until: date) -> None:
    day_after = date.fromordinal(until.toordinal() + 1)
    assert valid_on(unit, "Đồng Nai", until)
    assert not valid_on(unit, "Đồng Nai", day_after)
    assert successors(unit, "Đồng Nai", day_after)


@pytest.mark.parametrize(
    "unit",
    [
        "UBND thành phố Hà Nội", "UBND thành phố Huế", "UBND thành phố trực thuộc trung ương",
        "UBND thành phố", "Công an thành phố", "Công an thành phố Cần Thơ", "Công an tỉnh",
        "Ban Chỉ đạo thành phố thông minh", "Trung tâm Y tế huyện Bù Đăng", "Trường THPT huyện Bù Đăng",
        "Các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy", "Hội Nông dân tỉnh",
        "Phòng Kinh tế", "UBND phường Biên Hòa", "Tổng công ty Bưu điện", "Báo Hà Nam", "VNPT Bình Phước",
        "Trường Đại học Bình Dương", "Ngân hàng Nhà nước chi nhánh khu vực 2", "Sở Ngoại vụ",
    ],
)  # fmt: skip
def test_what_is_still_there(unit: str) -> None:
    """Cities under the central government, schools and health centres of the districts, firms and papers."""
    assert valid_on(unit, "Lâm Đồng", LATER)
    assert successors(unit, "Lâm Đồng", LATER) == ()


@pytest.mark.parametrize(
    ("unit", "province", "day", "name", "place"),
    [
        ("UBND tỉnh Hậu Giang", "Cần Thơ", FIRST, "UBND thành phố Cần Thơ", "Cần Thơ"),
        ("UBND tỉnh Hải Dương", None, FIRST, "UBND thành phố Hải Phòng", "Hải Phòng"),
        ("Tỉnh ủy Hậu Giang", "Cần Thơ", FIRST, "Thành ủy Cần Thơ", "Cần Thơ"),
        ("Ban Tổ chức Tỉnh ủy", "Hậu Giang", FIRST, "Ban Tổ chức Thành ủy", "Cần Thơ"),
        ("Sở Tài chính Sóc Trăng", "Cần Thơ", FIRST, "Sở Tài chính Cần Thơ", "Cần Thơ"),
        ("Công an tỉnh", "Quảng Nam", FIRST, "Công an thành phố", "Đà Nẵng"),
        ("UBND cấp tỉnh", "Quảng Nam", FIRST, "UBND cấp tỉnh", "Đà Nẵng"),
        ("UBND tỉnh Thừa Thiên Huế", "Thừa Thiên Huế", date(2025, 1, 1), "UBND thành phố Huế", "Huế"),
        ("UBND tỉnh Bình Phước", "Đồng Nai", FIRST, "UBND tỉnh Đồng Nai", "Đồng Nai"),
        ("UBND tỉnh Bình Phước", "Đồng Nai", date(2026, 4, 30), "UBND thành phố Đồng Nai", "Đồng Nai"),
        ("UBND tỉnh Quảng Ninh", "Quảng Ninh", date(2026, 9, 1), "UBND thành phố Quảng Ninh", "Quảng Ninh"),
        ("Công an tỉnh", "Quảng Ninh", date(2026, 9, 1), "Công an thành phố", "Quảng Ninh"),
        (
            "Sở Thông tin và Truyền thông tỉnh Hậu Giang", "Cần Thơ", FIRST,
            "Sở Khoa học và Công nghệ", "Cần Thơ",
        ),
    ],
)  # fmt: skip
def test_a_province_in_the_name_counts(
    unit: str, province: str | None, day: date, name: str, place: str
) -> None:
    """Be it another than the document's; the name is written with the new province and its tier."""
    assert not valid_on(unit, province, day)
    main = successors(unit, province, day)[0]
    assert (main.name, main.province) == (name, place)
    assert main.source and main.since <= day


def test_another_province_that_is_there_is_not_moved() -> None:
    """Named in a plan of a merged province."""
    assert successors("UBND tỉnh Lâm Đồng", "Ninh Thuận", FIRST) == ()
    assert valid_on("UBND tỉnh Lâm Đồng", "Ninh Thuận", FIRST)


def test_units_above_the_provinces_do_not_move() -> None:
    assert successors("Bộ Công an", "Ninh Thuận", FIRST) == ()
    (main, *_) = successors("Bộ Thông tin và Truyền thông", "Ninh Thuận", FIRST)
    assert (main.name, main.province) == ("Bộ Khoa học và Công nghệ", None)


def test_a_merged_department_of_a_merged_province() -> None:
    """Both changes at once: the new department of the new province, from the later day, with both sources."""
    main = successors("Sở Thông tin và Truyền thông", "Ninh Thuận", date(2026, 1, 1))[0]
    assert (main.name, main.province, main.share, main.since) == (
        "Sở Khoa học và Công nghệ", "Khánh Hòa", "main", FIRST,
    )  # fmt: skip
    assert "45/2025/NĐ-CP" in main.source and "202/2025/QH15" in main.source


@pytest.mark.parametrize(
    ("unit", "province", "name"),
    [
        ("Sở Thông tin và Truyền thông", "Cà Mau", "Sở Khoa học và Công nghệ"),
        ("Sở Tài chính", "Ninh Thuận", "Sở Tài chính"),
        ("UBND cấp huyện", None, "UBND cấp xã"),
        ("Sở X", "Alpha", "Sở X"),
    ],
)
def test_the_name_of_today(unit: str, province: str | None, name: str) -> None:
    assert known_until() >= FIRST
    assert today_name(unit, province) == name


@pytest.mark.parametrize(
    ("day", "last"),
    [(date(2000, 1, 1), None), (LAST, DEPARTMENTS), (FIRST, FIRST), (date(2026, 1, 1), FIRST)],
)
def test_last_change(day: date, last: date | None) -> None:
    assert last_change(day) == last


def test_who_took_over() -> None:
    assert took_over("Sở Tài chính", date(2024, 1, 1), date(2026, 1, 1)) == DEPARTMENTS
    assert took_over("Sở Tài chính", DEPARTMENTS, date(2026, 1, 1)) is None
    assert took_over("Sở Văn hóa, Thể thao và Du lịch", date(2024, 1, 1), date(2026, 1, 1)) is None
