"""Targets and results set beside each other: rows of (target, result, answer), and what is never mixed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from extractor.analysis.progress import Line, progress
from extractor.records import Actual, Document, Extraction, Period, Target

NAME = "Tỷ lệ kho lạnh có cảm biến"
YEAR = Period(start=date(2024, 1, 1), end=date(2024, 12, 31))


def document(kind: str = "plan", **more: Any) -> Document:
    facts: dict[str, Any] = {
        "id": f"{kind}-a", "source": f"{kind}.txt", "kind": kind, "province": "Yên Bái", "level": "province",
        "issued_on": date(2024, 1, 9) if kind == "plan" else date(2024, 12, 20), "period": YEAR,
    }  # fmt: skip
    return Document(**(facts | more))


def plan(*targets: Target, **more: Any) -> Extraction:
    return Extraction(document=document(**more), targets=targets, catalog="dti-2022-province")


def target(**more: Any) -> Target:
    facts: dict[str, Any] = {
        "id": "g1", "kind": "quantitative", "indicator": NAME, "comparator": "eq",
         "value": 80, "unit": "percent",
        "quote": "80%",
    }  # fmt: skip
    return Target(**(facts | more))


def report(*actuals: Actual, **more: Any) -> Extraction:
    return Extraction(document=document("report", **more), actuals=actuals, catalog="dti-2022-province")


def actual(**more: Any) -> Actual:
    facts: dict[str, Any] = {
        "id": "a1", "indicator": NAME, "value": 85, "unit": "percent", "period": YEAR, "quote": "85%",
    }  # fmt: skip
    return Actual(**(facts | more))


def line(*documents: Extraction) -> Line:
    (found,) = progress(documents).lines
    return found


NOV = Period(start=date(2024, 1, 1), end=date(2024, 11, 14))
DECEMBER = Period(start=date(2024, 1, 1), end=date(2024, 12, 10))
SEPTEMBER = Period(start=date(2024, 9, 1), end=date(2024, 9, 30))

ANSWERS: list[tuple[dict[str, Any], dict[str, Any], str, float | None]] = [
    ({}, {}, "reached", 106.2),
    ({}, {"value": 60}, "missed", 75),
    ({}, {"value": 60, "period": NOV}, "pending", 75),
    ({}, {"value": 60, "period": NOV, "verdict": "missed"}, "missed", 75),
    ({}, {"value": 60, "period": DECEMBER}, "missed", 75),  # a report of the whole year has the last word
    ({"comparator": "gt"}, {"value": 80}, "missed", 100),
    ({"comparator": "ge"}, {"value": 80}, "reached", 100),
    ({"comparator": "gt"}, {"value": 80, "comparator": "gt"}, "reached", 100),
    ({"comparator": "le", "value": 5}, {"value": 4}, "reached", 125),
    ({"comparator": "lt", "value": 5}, {"value": 5}, "missed", 100),
    ({"comparator": "le", "value": 20, "unit": "rank"}, {"value": 25, "unit": "rank"}, "missed", 80),
    ({}, {"value": 70, "comparator": "gt"}, "unclear", 87.5),
    ({}, {"value": None}, "unclear", None),
    ({}, {"value": None, "verdict": "exceeded"}, "reached", None),
    ({}, {"value": 12, "unit": "count", "numerator": 12, "denominator": 15}, "reached", 100),
    ({"value": 20, "unit": "count"}, {"numerator": 17, "denominator": 20}, "missed", 85),
    ({"value": 20, "unit": "count"}, {"value": 100, "numerator": 20, "denominator": 20}, "reached", 100),
    ({"value": 40, "unit": "count"}, {"value": 12, "unit": "count", "period": SEPTEMBER}, "unclear", None),
    ({"kind": "qualitative", "value": None, "unit": None, "comparator": None}, {}, "qualitative", None),
]  # fmt: skip


@pytest.mark.parametrize(("aim", "result", "answer", "share"), ANSWERS)
def test_answers(aim: dict[str, Any], result: dict[str, Any], answer: str, share: float | None) -> None:
    found = line(plan(target(**aim)), report(actual(**result)))
    assert (found.status, found.judged.share) == (answer, share)


APART: list[tuple[str, dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    ("another province", {}, {}, {"province": "Lào Cai"}),
    ("a district's own report", {}, {}, {"level": "district", "issuer": "UBND huyện Trấn Yên"}),
    ("another tier", {}, {"level": "commune"}, {}),
    ("another unit", {}, {"unit": "count"}, {}),
    ("another measure", {}, {"indicator": "Tỷ lệ bến xe bán vé điện tử"}, {}),
    ("another grade", {"indicator": "Tỷ lệ dịch vụ mức độ 3"}, {"indicator": "Tỷ lệ dịch vụ mức độ 4"}, {}),
    ("another code", {"indicator_codes": ("3.2",)}, {"indicator_codes": ("3.3",)}, {}),
    ("an earlier year", {}, {"period": Period(start=date(2022, 1, 1), end=date(2022, 12, 31))}, {}),
    ("a later year", {}, {"period": Period(start=date(2025, 1, 1), end=date(2025, 12, 31))}, {}),
]


@pytest.mark.parametrize(("aim", "result", "facts"), [a[1:] for a in APART], ids=[a[0] for a in APART])
def test_never_mixed(aim: dict[str, Any], result: dict[str, Any], facts: dict[str, Any]) -> None:
    assert line(plan(target(**aim)), report(actual(**result), **facts)).status == "not_reported"


def test_a_report_of_a_part_of_the_year_leaves_it_open() -> None:
    ninths = Period(start=date(2024, 1, 1), end=date(2024, 9, 30))
    found = line(plan(target()), report(actual(value=60, period=DECEMBER), period=ninths))
    assert found.status == "pending"


RANKS = [
    ("DTI cấp tỉnh thuộc nhóm các tỉnh, thành phố dẫn đầu", "Thứ hạng DTI cấp tỉnh", "reached"),
    ("Chỉ số PAPI vào nhóm dẫn đầu", "Xếp hạng PAPI của tỉnh", "reached"),
    ("Chỉ số chuyển đổi số cấp tỉnh thuộc nhóm", "Thứ hạng DTI", "reached"),
    ("Chỉ số PAPI vào nhóm dẫn đầu", "Xếp hạng PCI của tỉnh", "not_reported"),
    ("DTI thuộc nhóm dẫn đầu", "Thứ hạng hài lòng của người dân", "not_reported"),
]


@pytest.mark.parametrize(("aimed", "told", "status"), RANKS)
def test_ranks_of_the_same_index(aimed: str, told: str, status: str) -> None:
    aim = target(indicator=aimed, value=20, unit="rank", comparator="le")
    assert line(plan(aim), report(actual(indicator=told, value=17, unit="rank"))).status == status


TOLD = [  # words, of_target, status: 3.920 of 4.000 is 98%
    ("lượt cán bộ, công chức", 98, "missed"),
    ("lượt cán bộ, công chức", None, "not_reported"),
    ("lượt cán bộ, công chức", 80, "not_reported"),
    ("trạm thu phát sóng", 98, "not_reported"),
]


@pytest.mark.parametrize(("words", "share", "status"), TOLD)
def test_the_report_s_own_share_tells_what_is_meant(words: str, share: float | None, status: str) -> None:
    aim = target(indicator="Bồi dưỡng lượt cán bộ, công chức về kỹ năng", value=4000, unit="count")
    result = actual(indicator=words, value=3920, unit="count", of_target=share)
    assert line(plan(aim), report(result)).status == status


def test_an_agency_reports_on_its_province() -> None:
    found = line(plan(target()), report(actual(), level="agency", issuer="Sở Công Thương tỉnh Yên Bái"))
    assert found.status == "reached"


def test_targets_of_reports_are_no_plans() -> None:
    given = report(actual()).model_copy(update={"targets": (target(value=95),)})
    assert progress([given]).lines == ()


def test_series_and_the_latest() -> None:
    year = Period(start=date(2023, 1, 1), end=date(2023, 12, 31))
    results = (
        actual(id="a1", value=40, period=year),
        actual(id="a2", value=70, period=SEPTEMBER),
        actual(id="a3", value=82, period=NOV),
    )
    found = line(plan(target()), report(*results))
    assert [r.actual.value for r in found.series] == [40, 70, 82]
    assert found.result is not None and found.result.actual.id == "a3"


def test_notes_tell_contradictions() -> None:
    found = line(plan(target()), report(actual(value=60, verdict="exceeded", of_target=105)))
    assert found.status == "missed"
    assert any("tự đánh giá" in note for note in found.judged.notes)
    assert any("tỷ lệ hoàn thành" in note for note in found.judged.notes)


def test_nearest_of_two_targets_takes_the_result() -> None:
    near, far = target(id="g1"), target(id="g2", indicator="Tỷ lệ kho lạnh lớn có cảm biến nhiệt")
    found = progress([plan(near, far), report(actual())])
    assert [x.status for x in found.lines] == ["reached", "not_reported"]
    assert found.unplanned == ()


@pytest.mark.parametrize(
    ("documents", "words"),
    [
        ([], "không có văn bản nào"),
        ([plan(target())], "không có báo cáo nào"),
        ([report(actual())], "không có kế hoạch nào"),
        ([plan(target()), report()], "không nêu kết quả"),
        ([plan(target()), report(actual(), province="Lào Cai")], "không có kế hoạch của cùng"),
        ([plan(target()), report(actual(), province=None)], "không rõ địa phương"),
        ([plan(target()), report(actual())], "không có mã"),
    ],
)
def test_messages(documents: list[Extraction], words: str) -> None:
    assert any(words in message for message in progress(documents).messages)


def test_catalogs_stand_apart() -> None:
    aim, result = target(indicator_codes=("3.3",)), actual(indicator_codes=("3.3",), indicator="cảm biến kho")
    other = report(result).model_copy(update={"catalog": "cua-tinh"})
    found = progress([plan(aim), other])
    assert found.lines[0].status == "not_reported"
    assert any("bộ chỉ số khác nhau" in m for m in found.messages)
    assert any("không có sẵn bộ chỉ số cua-tinh" in m for m in found.messages)
