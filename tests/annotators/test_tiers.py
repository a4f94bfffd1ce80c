"""Tiers of government that a phrase is limited to."""

from __future__ import annotations

import pytest

from extractor.annotators.tiers import city_tier, tier_of, tier_pattern, tiers


@pytest.mark.parametrize(
    ("phrase", "level"),
    [
        ("hồ sơ tại cấp huyện", "district"),
        ("hồ sơ cấp xã được ký số", "commune"),
        ("báo cáo của cấp tỉnh", "province"),
        ("hồ sơ cấp thành phố được ký số", "province"),
        ("hồ sơ cấp thành phố, cấp huyện", None),
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


@pytest.mark.parametrize(
    ("words", "issuer", "level", "tier"),
    [
        ("90% thủ tục cấp thành phố", "UBND thành phố Đà Nẵng", "province", "province"),
        ("90% thủ tục cấp thành phố", "Thành ủy Cần Thơ", "province", "province"),
        ("90% thủ tục cấp thành phố", "Sở Nội vụ thành phố Huế", "agency", "province"),
        ("90% thủ tục cấp thành phố", "UBND thành phố Vinh", "district", "district"),
        ("90% thủ tục cấp thành phố", "UBND tỉnh Nghệ An", "province", "district"),
        ("90% thủ tục cấp thành phố, 80% cấp huyện", "UBND tỉnh Nghệ An", "province", "province"),
        ("90% thủ tục cấp thành phố", None, None, "province"),
        ("90% thủ tục cấp tỉnh", "UBND thành phố Vinh", "district", "province"),
        ("90% thủ tục của thành phố", "UBND thành phố Vinh", "district", None),
    ],
)
def test_city_tier(words: str, issuer: str | None, level: str | None, tier: str | None) -> None:
    assert city_tier(tier_of(words) or ("province" if "," in words else None), words, issuer, level) == tier
