"""Comparison: matrix, ranks, distances, coverage, owners, changes, issues of catalogs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import extractor
from extractor.analysis.issues import Crosswalk
from extractor.catalog import Catalog
from extractor.errors import CatalogError
from extractor.records import Extraction

Plan = Callable[..., Extraction]
Make = Callable[..., dict[str, Any]]


def ranks(result: extractor.Comparison, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in ("document", *names)) for row in result.rows("matrix")]


class TestRanks:
    def test_more_is_more_demanding_and_equals_share(self, plan: Plan, target: Make) -> None:
        plans = [
            plan(name, 2023, target("3.1", value))
            for name, value in zip("ABCD", (80, 90, 90, 70), strict=True)
        ]
        found = ranks(extractor.compare(plans), "rank", "rank_of")
        assert found == [("A-2023", 3, 4), ("B-2023", 1, 4), ("C-2023", 1, 4), ("D-2023", 4, 4)]

    @pytest.mark.parametrize("more", [{"unit": "rank"}, {"comparator": "le"}, {"comparator": "lt"}])
    def test_less_is_more_demanding(self, more: dict[str, str], plan: Plan, target: Make) -> None:
        plans = [plan("A", 2023, target("3.1", 10, **more)), plan("B", 2023, target("3.1", 20, **more))]
        assert [row[1] for row in ranks(extractor.compare(plans), "rank")] == [1, 2]

    @pytest.mark.parametrize(
        "other",
        [
            {"unit": "count"},
            {"level": "commune"},
            {"comparator": "le"},
            {"indicator_codes": ["3.2"]},
            {"value": None, "unit": None, "comparator": None, "kind": "qualitative"},
        ],
    )
    def test_what_cannot_be_compared_has_no_rank(self, other: Any, plan: Plan, target: Make) -> None:
        plans = [plan("A", 2023, target("3.1", 80)), plan("B", 2023, target("3.1", 90) | other)]
        assert {row[1] for row in ranks(extractor.compare(plans), "rank")} == {None}

    def test_a_document_does_not_rank_against_itself(self, plan: Plan, target: Make) -> None:
        one = plan("A", 2023, target("3.1", 80), target("3.1", 95))
        assert {row[1] for row in ranks(extractor.compare(one), "rank")} == {None}
        two = extractor.compare(one, plan("B", 2023, target("3.1", 90)))
        assert ranks(two, "value", "rank") == [("A-2023", 80, 2), ("A-2023", 95, 1), ("B-2023", 90, 2)]

    def test_years_apart(self, plan: Plan, target: Make) -> None:
        plans = [plan("A", 2023, target("3.1", 80)), plan("B", 2024, target("3.1", 90))]
        joined = extractor.compare(plans)
        assert ranks(joined, "rank", "rank_in_year") == [("A-2023", 2, None), ("B-2024", 1, None)]
        assert {row[1] for row in ranks(extractor.compare(plans, years_apart=True), "rank")} == {None}

    def test_without_codes_equal_words_meet(self, plan: Plan, target: Make) -> None:
        words = {"A": (80, "Tỷ lệ hoá đơn"), "B": (90, "tỷ lệ hóa đơn"), "C": (99, "tỷ lệ khác")}
        plans = [plan(name, 2023, target(None, v, indicator=w)) for name, (v, w) in words.items()]
        assert ranks(extractor.compare(plans), "rank") == [("A-2023", 2), ("B-2023", 1), ("C-2023", None)]


class TestDistance:
    @pytest.mark.parametrize(
        ("baselines", "baseline", "distance"),
        [
            ([{"year": 2022, "value": 60.29, "unit": "percent"}], 60.29, 19.71),
            (
                [
                    {"year": 2021, "value": 50, "unit": "percent"},
                    {"year": 2022, "value": 60, "unit": "percent"},
                ],
                60,
                20,
            ),
            ([{"year": 2022, "value": 6.03, "unit": "points", "max": 10}], None, None),
            (
                [
                    {"year": 2022, "value": 1, "unit": "percent"},
                    {"year": 2022, "value": 2, "unit": "percent"},
                ],
                None,
                None,
            ),
            ([{"year": None, "value": 90, "unit": "percent"}], 90, -10),
            ([], None, None),
        ],
    )
    def test_from_the_latest_comparable_baseline(
        self, baselines: Any, baseline: Any, distance: Any, plan: Plan, target: Make
    ) -> None:
        result = extractor.compare(plan("A", 2023, target("3.1", 80, baselines=baselines)))
        (row,) = result.rows("matrix")
        assert (row["baseline"], row["distance"]) == (baseline, distance)
        assert len(result.past) == len(baselines)


def test_year_of_a_target(plan: Plan, target: Make) -> None:
    due = {"text": "đến năm 2025", "due": "2025-12-31", "recurring": False}
    tasks = [{"deadline": due | {"due": "2024-06-30"}}]
    found = plan(
        "A",
        2021,
        target("3.1", 1, deadline=due),
        target("3.2", 1, task="t1"),
        target("3.3", 1),
        tasks=tasks,
        to=2030,
    )
    assert [row[1] for row in ranks(extractor.compare(found), "year")] == [2025, 2024, 2030]


def test_a_target_stands_under_each_of_its_codes(plan: Plan, target: Make) -> None:
    result = extractor.compare(plan("A", 2023, target(["7.2", "7.3"], 30)))
    assert [row["indicator_code"] for row in result.rows("matrix")] == ["7.2", "7.3"]


def test_wide(plan: Plan, target: Make) -> None:
    result = extractor.compare(
        plan(
            "A",
            2023,
            target("3.1", 80),
            target("3.1", 40, level="commune"),
            target(None, 5, indicator="riêng"),
        ),
        plan("B", 2023, target("3.1", 90), target("1.1", quote="Chủ tịch chủ trì")),
    )
    rows = [
        (r["indicator_code"], r["unit"], r["level"], r["A-2023"], r["B-2023"]) for r in result.rows("wide")
    ]
    assert rows == [
        ("1.1", None, None, None, "Chủ tịch chủ trì"),
        ("3.1", "percent", None, 80, 90),
        ("3.1", "percent", "commune", 40, None),
    ]


class TestCoverage:
    def test_statuses(self, plan: Plan, target: Make) -> None:
        result = extractor.compare(
            plan(
                "A",
                2023,
                target("3.1", 80),
                target("3.2"),
                target("8.8.3.1", 5),
                tasks=[{"indicator_codes": ["4.1"]}],
            )
        )
        found = {row["indicator_code"]: row["status"] for row in result.rows("coverage")}
        assert [found[code] for code in ("3.1", "3.2", "8.8.3", "8.8", "4.1", "4.2")] == [
            "quantitative", "qualitative", "child", "child", "task", "none"
        ]  # fmt: skip
        assert "3" not in found
        groups = {row["group_code"]: (row["covered"], row["indicators"]) for row in result.rows("by_group")}
        assert groups["3"] == (2, 7)

    def test_only_one_and_none(self, plan: Plan, target: Make) -> None:
        small = Catalog(
            "small", tuple(i for i in Catalog.default() if i.code in ("3", "3.1", "3.2", "3.3", "3.4"))
        )
        result = extractor.compare(
            plan("A", 2023, target("3.1", 80), target("3.2", 1), tasks=[{"indicator_codes": ["3.3"]}]),
            plan("B", 2023, target("3.1", 80)),
            catalog=small,
        )
        assert [(r["indicator_code"], r["document"]) for r in result.rows("only_one")] == [("3.2", "A-2023")]
        assert [(r["indicator_code"], r["task_in"]) for r in result.rows("uncovered")] == [
            ("3.3", "A-2023"),
            ("3.4", ""),
        ]

    def test_by_level_and_year(self, plan: Plan, target: Make) -> None:
        result = extractor.compare(
            plan("A", 2023, target("3.1", 80, level="commune"), target(["7.2", "7.3"], 1))
        )
        assert [(r["level"], r["indicators"], r["targets"]) for r in result.rows("by_level")] == [
            ("commune", 1, 1), (None, 2, 1)
        ]  # fmt: skip
        assert [(r["year"], r["targets"], r["quantitative"]) for r in result.rows("by_year")] == [
            (2023, 2, 2)
        ]


def test_owners_side_by_side(plan: Plan, target: Make) -> None:
    def unit(name: str) -> dict[str, str]:
        return {"text": name, "name": name}

    tasks = [
        {"lead_units": [unit("Sở X")], "supporting_units": [unit("Sở Y")], "indicator_codes": ["3.1"]},
        {"lead_units": [unit("Sở Y")], "indicator_codes": ["3.1"], "quote": "khác"},
    ]
    result = extractor.compare(
        plan("A", 2023, target("3.1", 80, task="t1"), tasks=tasks),
        plan("B", 2023, target("3.1", 80, lead_units=[unit("Sở Z")])),
        plan("C", 2023, target("3.1", 80)),
    )
    found = [
        (r["document"], r["lead_units"], r["supporting_units"], r["source"]) for r in result.rows("owners")
    ]
    assert found == [
        ("A-2023", "Sở X; Sở Y", "", "g1"),
        ("B-2023", "Sở Z", "", "g1"),
        ("C-2023", "", "", "g1"),
    ]


def test_lead_units_by_who_answers_today(plan: Plan, target: Make) -> None:
    """Departments merged in 2025 meet under their new name; of a divided one who took the main part."""

    def led(*names: str) -> dict[str, Any]:
        return target("3.1", 80, lead_units=[{"text": name, "name": name} for name in names])

    result = extractor.compare(
        plan("Ninh Thuận", 2024, led("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ", "Sở X")),
        plan("Khánh Hòa", 2026, led("Sở Khoa học và Công nghệ", "UBND tỉnh Khánh Hòa")),
        plan("Hải Dương", 2024, led("UBND tỉnh Hải Dương", "Phòng Nội vụ huyện", "Công an tỉnh")),
    )
    assert [row["lead_units_today"] for row in result.rows("owners")] == [
        "Sở Khoa học và Công nghệ; Sở X",
        "Sở Khoa học và Công nghệ; UBND tỉnh Khánh Hòa",
        "UBND thành phố Hải Phòng; Phòng chuyên môn thuộc UBND cấp xã; Công an thành phố",
    ]
    places = [(row["province"], row["province_today"]) for row in result.rows("documents")]
    assert places == [("Ninh Thuận", "Khánh Hòa"), ("Khánh Hòa", "Khánh Hòa"), ("Hải Dương", "Hải Phòng")]


class TestChanges:
    def found(self, *plans: Extraction) -> list[tuple[Any, ...]]:
        rows = extractor.compare(plans).rows("changes")
        return [(r["indicator_code"], r["change"], r["difference"]) for r in rows]

    def test_what_became_of_each(self, plan: Plan, target: Make) -> None:
        earlier = plan(
            "A", 2023,
            target("3.1", 80), target("3.2", 80), target("3.3", 80), target("3.4", 5), target("3.5", 5),
            target("4.1", quote="Có tổ"), target("4.2", quote="Có"), target("4.3", 10, unit="rank"),
            target("4.4", 5),
        )  # fmt: skip
        later = plan(
            "A", 2024,
            target("3.1", 90), target("3.2", 70), target("3.3", 80), target("3.6", 5),
            target("4.1", quote="có  tổ"), target("4.2", quote="Có đủ"), target("4.3", 5, unit="rank"),
            target("4.4", 5, unit="count"), tasks=[{"indicator_codes": ["3.5"]}],
        )  # fmt: skip
        assert sorted(self.found(later, earlier)) == [
            ("3.1", "raised", 10), ("3.2", "lowered", -10), ("3.3", "same", 0), ("3.4", "dropped", None),
            ("3.5", "task_only", None), ("3.6", "new", None), ("4.1", "same", None),
            ("4.2", "reworded", None),
            ("4.3", "raised", -5), ("4.4", "not_comparable", None),
        ]  # fmt: skip

    def test_only_plans_of_one_issuer_and_span(self, plan: Plan, target: Make) -> None:
        plans = [plan("A", 2023, target("3.1", 80)), plan("B", 2024, target("3.1", 90)),
                 plan("A", 2021, target("3.1", 95), to=2025)]  # fmt: skip
        assert self.found(*plans) == []

    def test_without_codes_only_equal_words_are_told(self, plan: Plan, target: Make) -> None:
        earlier = plan("A", 2023, target(None, 80), target(None, 5, indicator="cũ"))
        later = plan("A", 2024, target(None, 85), target(None, 5, indicator="mới"))
        assert self.found(earlier, later) == [(None, "raised", 5)]


class TestIssues:
    def test_codes_of_another_catalog_stand_apart(self, plan: Plan, target: Make) -> None:
        plans = [plan("A", 2023, target("3.1", 80)), plan("B", 2023, target("3.1", 90), catalog="cũ")]
        result = extractor.compare(plans)
        assert {row[1] for row in ranks(result, "rank")} == {None}
        assert any("cũ" in message for message in result.messages)

    def test_a_crosswalk_joins_them(self, tmp_path: Path, plan: Plan, target: Make) -> None:
        table = tmp_path / "walk.csv"
        table.write_text(
            "from_catalog,from_code,to_catalog,to_code,relation\n"
            "cũ,2.1,dti-2022-province,3.1,same\ncũ,2.2,dti-2022-province,3.2,broader\n", "utf-8"
        )  # fmt: skip
        plans = [plan("A", 2023, target("3.1", 80), target("3.2", 1)),
                 plan("B", 2023, target("2.1", 90), target("2.2", 2), catalog="cũ")]  # fmt: skip
        result = extractor.compare(plans, crosswalk=table)
        assert ranks(result, "indicator_code", "rank") == [
            ("A-2023", "3.1", 2), ("B-2023", "3.1", 1), ("A-2023", "3.2", None), ("B-2023", "2.2", None)
        ]  # fmt: skip
        covered = {r["document"] for r in result.rows("coverage") if r["status"] == "quantitative"}
        assert covered == {"A-2023", "B-2023"}

    def test_what_is_led_elsewhere_is_covered_there_only(
        self, tmp_path: Path, plan: Plan, target: Make
    ) -> None:
        own = tmp_path / "riêng.csv"
        own.write_text("code,parent,name\n1,,Nhóm\n1.1,1,Cáp quang\n1.2,1,Sóng\n", "utf-8")
        walk = tmp_path / "walk.csv"
        walk.write_text(
            "from_catalog,from_code,to_catalog,to_code\nriêng,1.1,dti-2022-province,3.3\n", "utf-8"
        )
        district = plan("A", 2023, target("1.1", 80), target("1.2", 90), catalog="riêng")
        province = plan("B", 2023, target("3.3", 90), catalog="dti-2022-province")
        result = extractor.compare(district, province, catalog=Catalog.from_csv(own), crosswalk=walk)
        codes = [row["indicator_code"] for row in result.rows("coverage") if row["catalog"] == "riêng"]
        assert codes == ["1.2"]
        assert "riêng" not in {row["catalog"] for row in result.rows("uncovered")}
        both = {
            r["document"] for r in result.rows("coverage") if r["indicator_code"] == "3.3" and r["targets"]
        }
        assert both == {"A-2023", "B-2023"}

    @pytest.mark.parametrize(
        "text",
        ["from_code,to_code\n1,2\n", "from_catalog,from_code,to_catalog,to_code\na,1,b,2\na,1,b,3\n", "\xff"],
    )
    def test_a_bad_crosswalk(self, text: str, tmp_path: Path) -> None:
        path = tmp_path / "walk.csv"
        path.write_bytes(text.encode("latin-1"))
        with pytest.raises(CatalogError):
            Crosswalk.from_csv(path)


class TestMessages:
    def test_nothing(self) -> None:
        result = extractor.compare()
        assert any("Không có văn bản" in message for message in result.messages)
        assert all(
            len(getattr(result, name)) == 0 for name in ("matrix", "wide", "coverage", "owners", "changes")
        )

    def test_one_document(self, plan: Plan, target: Make) -> None:
        result = extractor.compare(plan("A", 2023, target("3.1", 80)))
        assert "Chỉ có một văn bản" in result.messages[0]
        assert len(result.only_one) == 0

    def test_missing_and_unknown_codes(self, plan: Plan, target: Make) -> None:
        plans = [plan("A", 2023, target(None, 80)), plan("B", 2023, target(None, 80))]
        assert any("Không chỉ tiêu nào gắn" in message for message in extractor.compare(plans).messages)
        strange = extractor.compare(plan("A", 2023, target("99.9", 80)), plan("B", 2023))
        assert any("99.9" in message for message in strange.messages)
        assert any("1 văn bản không có chỉ tiêu: B 2023" in message for message in strange.messages)

    def test_bad_files_are_told(self, tmp_path: Path) -> None:
        (tmp_path / "a.json").write_text("{", "utf-8")
        result = extractor.compare(tmp_path, str(tmp_path / "nowhere"))
        assert any("a.json" in message for message in result.messages)
        assert any("nowhere" in message for message in result.messages)


def test_equal_names_stay_apart(plan: Plan, target: Make) -> None:
    result = extractor.compare(plan("A", 2023, target("3.1", 80)), plan("A", 2023, target("3.1", 90)))
    assert list(result.documents["document"]) == ["A-2023", "A-2023-2"]
    assert len(set(result.documents["label"])) == 2
    assert [row[1] for row in ranks(result, "rank")] == [2, 1]
