"""Past values listed in one bracket: one part for each target of the sentence, in order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.annotators.baselines import read_baselines
from extractor.annotators.targets import find_targets
from extractor.assemble.context import Context, TargetAim
from extractor.assemble.pairing import pair_baselines, previous_value

ContextOf = Callable[..., Context]


def aims(context: Context) -> list[TargetAim]:
    text = context.source.text
    drafts = find_targets(text, (0, len(text)), context.quantities, "goal", 2024)
    return [
        TargetAim(
            d, baselines=[b for x, y in d.baseline_brackets for b in read_baselines(text[x:y], x, 2024)]
        )
        for d in drafts
    ]


ROWS: list[tuple[str, list[list[float]]]] = [
    ("80% kho có mã và 60% bến có mã (năm 2023: 5% và 7%)", [[5], [7]]),
    ("80% kho có mã, 60% bến có mã (năm 2023: 5%; 7%)", [[5], [7]]),
    # as many values as years, not as targets: all belong to the one target
    ("80% kho có mã (năm 2022: 5%; năm 2023: 7%)", [[5, 7]]),
    # a single value closes the sentence for all its targets
    ("80% kho có mã và 60% bến có mã (năm 2023: 5%)", [[5], [5]]),
    ("80% kho có mã và 60% bến có mã", [[], []]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_pairs_in_order(context_of: ContextOf, text: str, expected: list[list[float]]) -> None:
    found = aims(context_of(text))
    pair_baselines(found)
    assert [[b.value for b in a.baselines] for a in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nâng tỷ lệ kho có mã từ 30% lên 75%", [(None, 30)]),
        ("Nâng tỷ lệ kho có mã từ 30% năm 2023 lên 75%", [(2023, 30)]),
        ("Tỷ lệ kho có mã đạt 75%", []),
    ],
)
def test_previous_value(context_of: ContextOf, text: str, expected: list[tuple[int | None, float]]) -> None:
    context = context_of(text)
    (aim,) = aims(context)
    assert [(b.year, b.value) for b in previous_value(context, aim.draft)] == expected
