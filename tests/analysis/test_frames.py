"""Tables as DataFrames: figures are numbers that pandas can reckon with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import extractor
from extractor.analysis.frames import Table, Tables, table

Plan = Callable[..., extractor.Extraction]


def test_missing_numbers_stay_numbers() -> None:
    frame = table([(1, 0.5, "a"), (None, None, None)], ("page", "value", "quote")).frame
    assert [str(kind) for kind in frame.dtypes] == ["Int64", "float64", "object"]


def test_counts_and_shares_can_be_reckoned_with(plan: Plan, target: Callable[..., dict[str, Any]]) -> None:
    result = extractor.compare(plan("A", 2023, target("3.1", 80)), plan("B", 2023, target("3.2", 80)))
    assert str(result.by_group["share"].dtype) == "float64"
    for frame, column in ((result.by_group, "covered"), (result.coverage, "targets")):
        assert str(frame[column].dtype) == "Int64"
    assert result.documents["targets"].sum() == 2


def test_flags_can_be_negated() -> None:
    frame = table([(True,), (False,)], ("unsure",)).frame
    assert list(~frame["unsure"]) == [False, True]


def test_tables_are_made_when_asked_for_and_once() -> None:
    made: list[str] = []

    def maker(name: str) -> Callable[[], Table]:
        def make() -> Table:
            made.append(name)
            return table([(1,)], ["value"])

        return make

    tables = Tables({"a": maker("a"), "b": maker("b")})
    assert (list(tables), len(tables), made) == (["a", "b"], 2, [])
    assert tables["b"] is tables["b"]
    assert made == ["b"]
    with pytest.raises(KeyError):
        tables["c"]
