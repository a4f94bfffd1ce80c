"""Tables as DataFrames: figures are numbers that pandas can reckon with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import extractor
from extractor.analysis.frames import table

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
