"""Words that only judge, by tier where they name one."""

from __future__ import annotations

import pytest

from extractor.annotators.judgements import judgements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hoàn thành.", {None: "reached"}),
        ("Chưa hoàn thành.", {None: "missed"}),
        ("Vượt", {None: "exceeded"}),
        ("Đạt và vượt kế hoạch", {None: "reached"}),
        ("Không đạt chỉ tiêu giao.", {None: "missed"}),
        ("Cấp huyện vượt, cấp xã chưa đạt.", {"district": "exceeded", "commune": "missed"}),
        ("Cấp tỉnh đạt; cấp huyện và cấp xã chưa đạt.", {"province": "reached", "commune": "missed"}),
        ("Cấp tỉnh hoàn thành, riêng cấp xã không đạt", {"province": "reached", "commune": "missed"}),
        ("Đang triển khai.", {}),
        ("Phấn đấu hoàn thành trong quý IV.", {}),
        ("Chưa có số liệu.", {}),
    ],
)
def test_judgements(text: str, expected: dict[str | None, str]) -> None:
    assert judgements(text) == expected
