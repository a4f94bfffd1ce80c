"""Tiers of government that a phrase is limited to."""

from __future__ import annotations

import pytest

from extractor.annotators.tiers import tier_of, tier_pattern, tiers


@pytest.mark.parametrize(
    ("phrase", "level"),
    [
        ("hồ sơ tại cấp huyện", "district"),
        ("hồ sơ cấp xã được ký số", "commune"),
        ("báo cáo của cấp tỉnh", "province"),
        ("hồ sơ cấp huyện, cấp xã", None),
        ("hồ sơ cấp huyện và xã", None),
        # where something stands or whom it reaches does not limit it
        ("kết nối từ tỉnh đến cấp xã", None),
        ("ngân sách cấp tỉnh", None),
        ("đề tài cấp tỉnh", None),
        ("người dân", None),
        ("", None),
    ],
)
def test_tier_of(phrase: str, level: str | None) -> None:
    assert tier_of(phrase) == level


def test_every_phrase_has_its_tier() -> None:
    for phrase in tiers():
        assert tier_pattern().fullmatch(phrase)
