"""Plans before and after the mergers of 2025: whose follows whose, and what of them compares."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import extractor
from extractor.records import Extraction

Plan = Callable[..., Extraction]
Make = Callable[..., dict[str, Any]]
FIRST = date(2025, 7, 1)


def pairs(*plans: Extraction) -> list[tuple[str, str]]:
    """Earlier and later document of each pair that shares an indicator."""
    rows = extractor.compare(plans).rows("changes")
    return list(dict.fromkeys((r["earlier_document"], r["later_document"]) for r in rows))


def rows(*plans: Extraction, **more: Any) -> list[dict[str, Any]]:
    return extractor.compare(plans, **more).rows("changes")


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        # the plan of a province that ended, and its successor's
        ([("Ninh Thuận", 2025), ("Khánh Hòa", 2026)], [("Ninh Thuận-2025", "Khánh Hòa-2026")]),
        # each predecessor's last plan, the province's own among them
        (
            [("Đồng Nai", 2024), ("Bình Phước", 2023), ("Bình Phước", 2024), ("Đồng Nai", 2026)],
            [
                ("Đồng Nai-2024", "Đồng Nai-2026"), ("Bình Phước-2024", "Đồng Nai-2026"),
                ("Bình Phước-2023", "Bình Phước-2024"),
            ],
        ),
        # once joined, a later plan follows the joined one alone
        (
            [("Bình Phước", 2024), ("Đồng Nai", 2026), ("Đồng Nai", 2027)],
            [("Bình Phước-2024", "Đồng Nai-2026"), ("Đồng Nai-2026", "Đồng Nai-2027")],
        ),
        # a plan for the year of the merger, made before it, is of the old province
        ([("Ninh Thuận", 2024), ("Khánh Hòa", 2025)], []),
        (
            [("Ninh Thuận", 2025), ("Khánh Hòa", 2024), ("Khánh Hòa", 2025), ("Khánh Hòa", 2026)],
            [
                ("Khánh Hòa-2024", "Khánh Hòa-2025"), ("Khánh Hòa-2025", "Khánh Hòa-2026"),
                ("Ninh Thuận-2025", "Khánh Hòa-2026"),
            ],
        ),
        # a new name is no merger, but the same province
        ([("Thừa Thiên Huế", 2024), ("Huế", 2026)], [("Thừa Thiên Huế-2024", "Huế-2026")]),
        ([("Đắc Lắc", 2023), ("Đắk Lắk", 2024)], [("Đắc Lắc-2023", "Đắk Lắk-2024")]),
        # provinces merged into others
        ([("Ninh Thuận", 2025), ("Đồng Nai", 2026)], []),
    ],
)  # fmt: skip
def test_whose_plan_follows_whose(
    documents: list[tuple[str, int]], expected: list[tuple[str, str]], plan: Plan, target: Make
) -> None:
    plans = [plan(province, year, target("3.1", 50)) for province, year in documents]
    assert sorted(pairs(*plans)) == sorted(expected)


@pytest.mark.parametrize(
    ("about", "joined"),
    [
        ({"period": {"start": "2025-07-01", "end": "2025-12-31"}}, True),
        ({"period": {"start": "2025-06-30", "end": "2025-12-31"}}, False),
        # made by the merged province, but for a time that begins before the merger
        ({"issued_on": "2025-08-15"}, False),
        # made by the old province for a later time
        ({"period": {"start": "2026-01-01", "end": "2026-12-31"}, "issued_on": "2025-03-01"}, False),
        ({"period": {"start": "2026-01-01", "end": "2026-12-31"}, "issued_on": "2025-12-01"}, True),
    ],
)
def test_only_a_plan_that_begins_after_the_merger_joins(
    about: dict[str, Any], joined: bool, plan: Plan, target: Make
) -> None:
    found = pairs(
        plan("Ninh Thuận", 2024, target("3.1", 50)), plan("Khánh Hòa", 2025, target("3.1", 50), about=about)
    )
    assert bool(found) == joined


def test_plans_of_several_years_join_apart(plan: Plan, target: Make) -> None:
    plans = [
        plan("Ninh Thuận", 2021, target("3.1", 50), to=2025), plan("Ninh Thuận", 2025, target("3.1", 60)),
        plan("Khánh Hòa", 2026, target("3.1", 70), to=2030),
    ]  # fmt: skip
    assert pairs(*plans) == [("Ninh Thuận-2021", "Khánh Hòa-2026")]


def test_before_and_after_in_one_year_stand_apart(plan: Plan, target: Make) -> None:
    """Two plans of 2025: one of the old land, one of the new."""
    half = {"id": "half", "period": {"start": "2025-07-01", "end": "2025-12-31"}}
    found = pairs(
        plan("Khánh Hòa", 2025, target("3.1", 50)), plan("Ninh Thuận", 2025, target("3.1", 50)),
        plan("Khánh Hòa", 2025, target("3.1", 60), about=half),
    )  # fmt: skip
    assert found == [("Khánh Hòa-2025", "half"), ("Ninh Thuận-2025", "half")]


@pytest.mark.parametrize(
    ("province", "unit", "change", "difference", "reason"),
    [
        ("Bình Phước", "percent", "raised", 10, None),
        ("Bình Phước", "points", "raised", 10, None),
        ("Bình Phước", "mbps", "raised", 10, None),
        ("Bình Phước", "count", "not_comparable", None, "merger"),
        ("Bình Phước", "vnd", "not_comparable", None, "merger"),
        ("Bình Phước", "rank", "not_comparable", None, "ranking"),
        ("Đồng Nai", "percent", "raised", 10, None),
        ("Đồng Nai", "count", "not_comparable", None, "merger"),
        ("Đồng Nai", "rank", "not_comparable", None, "ranking"),
    ],
)
def test_what_compares_over_a_merger(
    province: str, unit: str, change: str, difference: Any, reason: Any, plan: Plan, target: Make
) -> None:
    (row,) = rows(
        plan(province, 2024, target("3.1", 50, unit=unit)),
        plan("Đồng Nai", 2026, target("3.1", 60, unit=unit)),
    )
    assert (row["change"], row["difference"], row["reason"]) == (change, difference, reason)
    assert (row["issuer"], row["earlier_issuer"], row["merged_on"]) == ("Đồng Nai", province, FIRST)
    first = "sáp nhập từ Bình Phước" if province == "Bình Phước" else "Đồng Nai trước sáp nhập"
    assert row["between"] == first
    assert ("63 và trong 34" in (row["why"] or "")) == (reason == "ranking")


@pytest.mark.parametrize(
    ("unit", "change"), [("percent", "raised"), ("count", "raised"), ("rank", "not_comparable")]
)
def test_a_province_that_was_not_merged(unit: str, change: str, plan: Plan, target: Make) -> None:
    """Its land is what it was; a rank is among fewer."""
    (row,) = rows(
        plan("Hà Nội", 2025, target("3.1", 50, unit=unit)), plan("Hà Nội", 2026, target("3.1", 60, unit=unit))
    )
    assert (row["change"], row["merged_on"]) == (change, None)


def test_a_renamed_province(plan: Plan, target: Make) -> None:
    (row,) = rows(
        plan("Thừa Thiên Huế", 2024, target("3.1", 50, unit="count")),
        plan("Huế", 2025, target("3.1", 60, unit="count")),
    )
    assert (row["change"], row["merged_on"], row["between"]) == ("raised", None, "trước là Thừa Thiên Huế")


def test_plans_on_one_side_of_the_merger_compare_whole(plan: Plan, target: Make) -> None:
    """Also one that the merged province made for a year that had begun before."""
    made_after = {"issued_on": "2025-08-15"}
    plans = [
        plan("Đồng Nai", 2024, target("3.1", 50, unit="count")),
        plan("Đồng Nai", 2025, target("3.1", 60, unit="count"), about=made_after),
        plan("Đồng Nai", 2026, target("3.1", 70, unit="count")),
    ]
    assert [(r["change"], r["reason"]) for r in rows(*plans)] == [
        ("not_comparable", "merger"), ("raised", None),
    ]  # fmt: skip


def agency(issuer: str, province: str | None, level: str = "agency") -> dict[str, Any]:
    return {"id": issuer, "issuer": issuer, "province": province, "level": level}


@pytest.mark.parametrize(
    ("earlier", "later", "note"),
    [
        (
            agency("Sở Thông tin và Truyền thông", "Đồng Nai"),
            agency("Sở Khoa học và Công nghệ tỉnh Đồng Nai", "Đồng Nai"),
            "sáp nhập từ Sở Thông tin và Truyền thông",
        ),
        (
            agency("Sở Thông tin và Truyền thông tỉnh Ninh Thuận", "Ninh Thuận"),
            agency("Sở Khoa học và Công nghệ tỉnh Khánh Hòa", "Khánh Hòa"),
            "sáp nhập từ Sở Thông tin và Truyền thông tỉnh Ninh Thuận",
        ),
        (
            agency("Sở Y tế tỉnh Ninh Thuận", "Ninh Thuận"),
            agency("Sở Y tế tỉnh Khánh Hòa", "Khánh Hòa"),
            "sáp nhập từ Sở Y tế tỉnh Ninh Thuận",
        ),
        (
            agency("Sở Tài chính", "Hà Nội"), agency("Sở Tài chính", "Hà Nội") | {"id": "later"},
            "Sở Tài chính trước sáp nhập",
        ),
        (
            agency("Bộ Thông tin và Truyền thông", None, "central"),
            agency("Bộ Khoa học và Công nghệ", None, "central"),
            "sáp nhập từ Bộ Thông tin và Truyền thông",
        ),
        # who took a part only does not follow; nor do the tiers below, where names recur
        (
            agency("Sở Thông tin và Truyền thông", "Đồng Nai"),
            agency("Sở Văn hóa, Thể thao và Du lịch", "Đồng Nai"),
            None,
        ),
        (
            agency("UBND xã Tân Phú", "Bình Phước", "commune"),
            agency("UBND xã Tân Phú", "Đồng Nai", "commune") | {"id": "later"},
            None,
        ),
        (
            agency("UBND huyện Bù Đăng", "Bình Phước", "district"),
            agency("UBND cấp xã", "Đồng Nai", "commune"),
            None,
        ),
    ],
)  # fmt: skip
def test_units_that_took_over(
    earlier: dict[str, Any], later: dict[str, Any], note: str | None, plan: Plan, target: Make
) -> None:
    found = rows(
        plan("x", 2024, target("3.1", 50, unit="count"), about=earlier),
        plan("x", 2026, target("3.1", 60, unit="count"), about=later),
    )
    assert [(r["change"], r["between"]) for r in found] == ([("not_comparable", note)] if note else [])


@pytest.mark.parametrize(
    ("was", "now", "reason"),
    [
        ({"unit": "count"}, {"unit": "percent"}, "unit"),
        ({"level": "commune"}, {}, "level"),
        ({}, {"value": None, "unit": None, "comparator": None, "kind": "qualitative"}, "figure"),
        ({"comparator": "le"}, {"comparator": "ge"}, "bounds"),
    ],
)
def test_why_figures_do_not_compare(
    was: dict[str, Any], now: dict[str, Any], reason: str, plan: Plan, target: Make
) -> None:
    """Also without a merger."""
    (row,) = rows(plan("A", 2023, target("3.1", 5) | was), plan("A", 2024, target("3.1", 5) | now))
    assert (row["change"], row["reason"], row["merged_on"]) == ("not_comparable", reason, None)
    assert row["why"]


class TestTwoCatalogs:
    """A plan that changed to another issue of the indicators has not dropped those of the former."""

    def plans(self, plan: Plan, target: Make) -> tuple[Extraction, Extraction]:
        return (
            plan("A", 2023, target("2.1", 50), target("2.2", 50), target("2.3", 5), catalog="cũ"),
            plan("A", 2024, target("3.1", 60), target("3.2", 60), target("3.4", 5)),
        )

    def test_they_stand_apart(self, plan: Plan, target: Make) -> None:
        result = extractor.compare(self.plans(plan, target))
        assert result.rows("changes") == []
        assert any("2 bộ chỉ số" in message for message in result.messages)

    def test_a_crosswalk_joins_what_it_names(self, tmp_path: Path, plan: Plan, target: Make) -> None:
        walk = tmp_path / "walk.csv"
        walk.write_text(
            "from_catalog,from_code,to_catalog,to_code\n"
            "cũ,2.1,dti-2022-province,3.1\ncũ,2.3,dti-2022-province,3.3\ncũ,2.9,dti-2022-province,3.4\n",
            "utf-8",
        )
        found = rows(*self.plans(plan, target), crosswalk=walk)
        assert [(r["catalog"], r["indicator_code"], r["change"]) for r in found] == [
            ("dti-2022-province", "3.1", "raised"),
            ("dti-2022-province", "3.3", "dropped"),  # it could have been named
            ("dti-2022-province", "3.4", "new"),  # 2.9 of the former, which had no target
        ]

    def test_equal_codes_of_two_catalogs_are_not_one(self, plan: Plan, target: Make) -> None:
        plans = [
            plan("A", 2023, target("3.1", 50), catalog="cũ"), plan("A", 2024, target("3.1", 60)),
            plan("A", 2025, target("3.1", 70)),
        ]  # fmt: skip
        assert [(r["earlier_year"], r["change"]) for r in rows(*plans)] == [("2024", "raised")]
