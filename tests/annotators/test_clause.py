"""A clause: what of its words and quantities is looked at, and which brackets give the past."""

from __future__ import annotations

import pytest

from extractor.annotators.clause import Clause, read_clause
from extractor.annotators.quantities import find_quantities


def clause(text: str, span: tuple[int, int] | None = None) -> Clause:
    return read_clause(text, span or (0, len(text)), find_quantities(text), "goal", 2024)


ROWS: list[tuple[str, list[float], list[str]]] = [
    ("80% kho có cảm biến (năm 2023: 60%)", [80], ["(năm 2023: 60%)"]),
    ("80% kho có cảm biến (hiện nay 60%)", [80], ["(hiện nay 60%)"]),
    # brackets that only explain
    ("80% kho có cảm biến (trừ 5 kho tạm)", [80], []),
    ("80% kho có cảm biến (tương đương 40 kho)", [80], []),
    # brackets that promise
    ("80% kho có cảm biến (tối thiểu 60% tại cấp xã)", [80, 60], []),
    ("80% kho có cảm biến (đến năm 2030 đạt 95%)", [80, 95], []),
    # a bracket around everything is the clause itself
    ("(80% kho có cảm biến)", [80], []),
]


@pytest.mark.parametrize(("text", "values", "past"), ROWS)
def test_quantities_and_past(text: str, values: list[float], past: list[str]) -> None:
    found = clause(text)
    assert [q.value for q in found.quantities] == values
    assert [text[a:b] for a, b in found.baselines] == past
    assert len(found.low) == len(text)


def test_words_by_offset_of_the_whole_text() -> None:
    text = "Trước đó 5%. 80% Kho có cảm biến"
    found = clause(text, (13, len(text)))
    (quantity,) = found.quantities
    assert found.before(quantity.start) == ""
    assert found.after(quantity.end) == " kho có cảm biến"
    assert found.between(quantity.end, quantity.end + 4) == " kho"
