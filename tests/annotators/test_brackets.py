"""Brackets of past values, and the targets that they belong to."""

from __future__ import annotations

import pytest

from extractor.annotators.brackets import baseline_spans, without_baselines
from extractor.annotators.quantities import find_quantities
from extractor.annotators.targets import find_targets

YEAR = 2024


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("90% kho có cảm biến (năm 2023: 71%)", ["(năm 2023: 71%)"]),
        ("90% kho (trừ kho tạm) có cảm biến (hiện nay: 71%)", ["(hiện nay: 71%)"]),
        ("90% kho có cảm biến (năm 2025: 95%)", []),
        ("90% kho có cảm biến", []),
    ],
)
def test_baseline_spans(text: str, past: list[str]) -> None:
    assert [text[a:b] for a, b in baseline_spans(text, 0, len(text), YEAR)] == past


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Có cảm biến tại kho (năm 2023: chưa có).", "Có cảm biến tại kho"),
        ("Có cảm biến (năm 2023: chưa có) tại kho.", "Có cảm biến (năm 2023: chưa có) tại kho"),
        ("Có cảm biến tại kho. ,", "Có cảm biến tại kho"),
    ],
)
def test_without_baselines(text: str, kept: str) -> None:
    assert text[: without_baselines(text, 0, len(text), YEAR)] == kept


@pytest.mark.parametrize(
    ("text", "brackets"),
    [
        # each ";"-clause has its own
        ("80% kho có mã (năm 2023: 5%); 60% bến có mã (năm 2023: 7%)", ["(năm 2023: 5%)", "(năm 2023: 7%)"]),
        # the only one, at the end, is that of all targets of its sentence
        ("80% kho có mã và 60% bến có mã (năm 2023: 5% và 7%)", ["(năm 2023: 5% và 7%)"] * 2),
        ("80% kho có mã. 60% bến có mã (năm 2023: 7%)", ["", "(năm 2023: 7%)"]),
        ("80% kho có mã; 60% bến có mã", ["", ""]),
        # several in one clause: each is that of the value before it
        (
            "80% kho có mã (năm 2023: 5%) và 60% bến có mã (năm 2023: 7%)",
            ["(năm 2023: 5%)", "(năm 2023: 7%)"],
        ),
        (
            "80% kho có mã (chỉ số 3.1; năm 2023: 5%) và 60% bến có mã (chỉ số 3.3; năm 2023: 7%)",
            ["(chỉ số 3.1; năm 2023: 5%)", "(chỉ số 3.3; năm 2023: 7%)"],
        ),
        (
            "80% kho có mã (năm 2023: 5%), 60% bến có mã, 50% chợ có mã (năm 2023: 7%)",
            ["(năm 2023: 5%)", "(năm 2023: 7%)", "(năm 2023: 7%)"],
        ),
        # set off by a comma, with "so với"
        ("80% kho có mã, so với năm 2023 là 61%", [", so với năm 2023 là 61%"]),
        (
            "Tỷ lệ bến có mã đạt trên 80%, so với mức năm 2023 mới đạt 61,4%.",
            [", so với mức năm 2023 mới đạt 61,4%"],
        ),
        ("80% chợ có mã, so với kết quả năm 2022: 9%", [", so với kết quả năm 2022: 9%"]),
        ("Số hộ có mã: 900 hộ, so với năm 2023 có 750 hộ", [", so với năm 2023 có 750 hộ"]),
        ("80% xe có mã, so với năm 2023 tăng 8%", [""]),
        # in a sentence behind
        (
            "Kho có mã đạt 80%, trong đó kho lạnh 90%. Năm 2023, toàn tỉnh mới đạt 41%.",
            ["Năm 2023, toàn tỉnh mới đạt 41%", ""],
        ),
        ("Tỷ lệ bến có mã đạt 80%. Năm 2023 đạt 52,5%.", ["Năm 2023 đạt 52,5%"]),
        ("Tỷ lệ bến có mã đạt 80%. Năm 2022, tỷ lệ này chỉ đạt 52%.", ["Năm 2022, tỷ lệ này chỉ đạt 52%"]),
        ("Số kho có mã đạt 120 kho. Hết năm 2023 có 85 kho.", ["Hết năm 2023 có 85 kho"]),
        ("80% bến có mã và 70% chợ có mã. Năm 2023 mới đạt 60%.", ["", ""]),
        ("80% bến có mã. Năm 2023, số vụ cháy tại kho giảm 60%.", [""]),
        ("80% bến có mã. Năm 2023 có 85 kho.", [""]),
        ("80% bến có mã. Năm 2025 đạt 85%.", ["", ""]),
    ],
)
def test_brackets_find_their_targets(text: str, brackets: list[str]) -> None:
    drafts = find_targets(text, (0, len(text)), find_quantities(text), "goal", YEAR)
    assert ["".join(text[a:b] for a, b in d.baseline_brackets) for d in drafts] == brackets
