"""What counts as right: rows of (gold, prediction, agreement), independent of the reference script."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.evaluation import score_document

UNIT = {"text": "Sở TT&TT", "name": "Sở Thông tin và Truyền thông"}
OTHER = {"text": "Công an tỉnh", "name": "Công an tỉnh"}
DUE = {"text": "Năm 2023", "due": "2023-12-31", "recurring": False}


def target(**more: Any) -> dict[str, Any]:
    return {
        "id": "g1",
        "task": None,
        "kind": "quantitative",
        "indicator": "hộ có cáp quang",
        "comparator": "eq",
        "value": 80,
        "unit": "percent",
        "level": None,
        "quote": "80% hộ có cáp quang",
        "indicator_codes": ["3.3"],
        "baselines": [],
    } | more


def task(**more: Any) -> dict[str, Any]:
    return {
        "id": "t1",
        "section": "1",
        "title": "Phát triển hạ tầng số",
        "quote": "Phát triển hạ tầng số của tỉnh",
        "lead_units": [UNIT],
        "supporting_units": [],
        "deadline": DUE,
        "indicator_codes": [],
    } | more


def record(*items: dict[str, Any], **document: Any) -> dict[str, Any]:
    return {
        "document": {"id": "a", **document},
        "tasks": [item for item in items if "title" in item],
        "targets": [item for item in items if "indicator" in item],
        "scores": [item for item in items if "points" in item],
        "actuals": [item for item in items if "verdict" in item],
    }


def f1(row: str, gold: dict[str, Any], predicted: dict[str, Any], text: str | None = None) -> float | None:
    return score_document("a", gold, predicted, text).rows[row].f1


@pytest.mark.parametrize(
    ("change", "agreement"),
    [
        ({}, 1),
        ({"value": 80.0}, 1),
        ({"value": 81}, 0),
        ({"unit": "count"}, 0),
        ({"kind": "qualitative"}, 0),
        ({"quote": "80%  HỘ có cáp quang."}, 1),
        ({"quote": "khác hẳn"}, 0),
        ({"quote": "Đến cuối năm, 80% hộ có cáp quang băng rộng", "indicator": "hộ"}, 1),
        ({"comparator": "ge"}, 1),
    ],
)
def test_target_found(change: dict[str, Any], agreement: float) -> None:
    assert f1("targets", record(target()), record(target(**change))) == agreement


@pytest.mark.parametrize(
    ("row", "change", "agreement"),
    [
        ("comparator", {"comparator": "ge"}, 0),
        ("government level", {"level": "district"}, 0),
        ("indicator code", {"indicator_codes": ["3.3", "9"]}, 1),
        ("indicator code", {"indicator_codes": ["9", "3.3"]}, 0),
        ("indicator code", {"indicator_codes": []}, 0),
        ("baselines", {"baselines": [{"year": 2022, "value": 1, "unit": "percent"}]}, 0),
    ],
)
def test_attributes(row: str, change: dict[str, Any], agreement: float) -> None:
    assert f1(row, record(target()), record(target(**change))) == agreement


def test_each_gold_target_once() -> None:
    assert f1("targets", record(target()), record(target(), target(id="g2"))) == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("own", "agreement"),
    [({}, 1), ({"lead_units": None}, 1), ({"lead_units": []}, 1), ({"lead_units": [OTHER]}, 0)],
)
def test_units_come_from_the_task(own: dict[str, Any], agreement: float) -> None:
    gold = record(target(task="t1"), task())
    assert f1("target lead_units", gold, record(target(task="t1", **own), task())) == agreement


@pytest.mark.parametrize(
    ("change", "row", "agreement"),
    [
        ({}, "tasks", 1),
        ({"title": "Việc khác hoàn toàn", "quote": "Việc khác hoàn toàn của ngành"}, "tasks", 0),
        ({"title": "Khác", "section": "9"}, "tasks", 1),
        ({"deadline": None}, "task deadline", 0),
        ({"deadline": {**DUE, "text": "x"}}, "task deadline", 1),
        ({"lead_units": [UNIT, OTHER]}, "task lead_units", 2 / 3),
        ({"lead_units": [{"text": "Sở TTTT", "name": "sở thông tin và truyền thông"}]}, "task lead_units", 1),
    ],
)
def test_tasks(change: dict[str, Any], row: str, agreement: float) -> None:
    assert f1(row, record(task()), record(task(**change))) == pytest.approx(agreement)


def test_partial_gold_forgives_more_tasks() -> None:
    more = task(id="t2", title="Một nhiệm vụ khác", quote="Một nhiệm vụ khác nữa của tỉnh")
    assert f1("tasks", record(task()), record(task(), more)) == pytest.approx(2 / 3)
    assert f1("tasks", record(task(), tasks_partial=True), record(task(), more)) == 1


def test_fields() -> None:
    gold = record(issuer="Ủy ban nhân dân tỉnh A", number="1/KH-UBND", period={"start": None, "end": None})
    same = record(issuer="UBND tỉnh A", number="1/KH-UBND", period={"start": None, "end": None})
    assert f1("document fields", gold, same) == 1
    assert f1("document fields", gold, record(issuer="UBND tỉnh A")) == pytest.approx(7 / 9)


def test_scores() -> None:
    row = {"indicator_code": "1", "name": "Nhận thức số", "year": 2022, "points": 81.67, "max": 100}
    assert f1("scores", record(row), record({**row, "name": "nhận thức  số"})) == 1
    assert f1("scores", record(row), record({**row, "points": 81})) == 0


def test_actuals() -> None:
    actual = {
        "id": "a1",
        "value": 82.16,
        "unit": "percent",
        "quote": "82,16% hồ sơ",
        "verdict": None,
        "period": None,
        "of_target": 79,
        "level": None,
        "name": "",
        "indicator_codes": [],
    }
    gold = record(actual)
    assert f1("actuals", gold, record(dict(actual))) == 1
    assert f1("actual of_target", gold, record({**actual, "of_target": None})) == 0


def test_quotes_are_looked_up() -> None:
    assert f1("evidence verbatim", record(), record(target()), "Có 80% hộ\ncó cáp quang") == 1
    assert f1("evidence verbatim", record(), record(target()), "Có 80% hộ") == 0


def test_no_prediction() -> None:
    score = score_document("a", record(target()), None)
    assert score.rows["targets"].f1 == 0
    assert score.errors[0] == "no prediction file"
