"""Records as JSON: the interchange shape, and back again."""

from __future__ import annotations

import json

import pytest

from extractor.records import Document, Evidence, Extraction, Target, Task, Unit
from extractor.report.json_out import SHAPE, dumps, line, plain


def extraction() -> Extraction:
    target = Target(
        id="g1", kind="quantitative", indicator="x", quote="y", value=85.0, unit="percent", lead_units=(),
        evidence=Evidence(start=1, end=2),
    )  # fmt: skip
    task = Task(id="t1", section="1", title="a", quote="b", lead_units=(Unit(text="u", name="U"),))
    return Extraction(document=Document(id="a", source="a.txt"), tasks=(task,), targets=(target,))


def test_shape_is_complete_and_the_rest_says_something() -> None:
    data = json.loads(dumps(extraction()))
    assert set(data["document"]) == SHAPE[Document]
    assert set(data["tasks"][0]) == SHAPE[Task]
    assert set(data["targets"][0]) == SHAPE[Target] | {"lead_units", "certainty", "evidence"}
    assert data["targets"][0]["evidence"] == {"start": 1, "end": 2}
    assert data["tasks"][0]["lead_units"] == [{"text": "u", "name": "U"}]


def test_there_and_back() -> None:
    assert Extraction.model_validate_json(dumps(extraction())) == extraction()


def test_numbers_are_plain() -> None:
    assert '"value": 85,' in dumps(extraction())
    assert [plain(v) for v in (85.0, 8.38, True, None, "85.0")] == [85, 8.38, True, None, "85.0"]


def test_form() -> None:
    assert dumps(extraction()).endswith("}\n")
    assert "\n" not in line(extraction())
    with pytest.raises(ValueError, match="JSON"):
        dumps({"value": float("nan")})
