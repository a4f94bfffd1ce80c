"""One subject for several tiers of government."""

from __future__ import annotations

import pytest

from extractor.annotators.quantities import find_quantities
from extractor.annotators.shared_tiers import for_tier
from extractor.annotators.targets import find_targets
from extractor.records import Level

Found = list[tuple[str, float, str | None]]

ROWS: list[tuple[str, Found]] = [
    (
        "Tỷ lệ đơn nộp trực tuyến cấp huyện đạt trên 75%, cấp xã trên 65%",
        [("Tỷ lệ đơn nộp trực tuyến cấp huyện", 75, "district"), ("Tỷ lệ đơn nộp trực tuyến", 65, "commune")],
    ),
    (
        "Tỷ lệ công văn điện tử tại cấp tỉnh đạt 100%, cấp huyện đạt 95%, cấp xã đạt 80%",
        [
            ("Tỷ lệ công văn điện tử tại cấp tỉnh", 100, "province"),
            ("Tỷ lệ công văn điện tử", 95, "district"),
            ("Tỷ lệ công văn điện tử", 80, "commune"),
        ],
    ),
    (
        "Tỷ lệ cán bộ cấp tỉnh có chữ ký số đạt 100%; cấp huyện đạt 80%; cấp xã đạt 60%",
        [
            ("Tỷ lệ cán bộ cấp tỉnh có chữ ký số", 100, "province"),
            ("Tỷ lệ cán bộ có chữ ký số", 80, "district"),
            ("Tỷ lệ cán bộ có chữ ký số", 60, "commune"),
        ],
    ),
    (
        "95% công văn cấp tỉnh, 85% cấp huyện và 70% cấp xã được lập trên mạng",
        [
            ("công văn cấp tỉnh được lập trên mạng", 95, "province"),
            ("công văn được lập trên mạng", 85, "district"),
            ("công văn được lập trên mạng", 70, "commune"),
        ],
    ),
    (
        "80% biên bản họp tại cấp huyện và 60% tại cấp xã được ký số",
        [
            ("biên bản họp tại cấp huyện được ký số", 80, "district"),
            ("biên bản họp được ký số", 60, "commune"),
        ],
    ),
    (
        "Tỷ lệ giải quyết đơn đúng hạn của các sở, ngành đạt 98%, cấp huyện đạt 97%",
        [
            ("Tỷ lệ giải quyết đơn đúng hạn của các sở, ngành", 98, None),
            ("Tỷ lệ giải quyết đơn đúng hạn", 97, "district"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_each_value_names_its_own_tier(text: str, expected: Found) -> None:
    drafts = find_targets(text, (0, len(text)), find_quantities(text), "goal", 2024)
    assert [(d.indicator, d.quantity.value, d.level) for d in drafts if d.quantity] == expected


@pytest.mark.parametrize(
    ("indicator", "level", "expected"),
    [
        ("hồ sơ cấp huyện", "district", "hồ sơ cấp huyện"),
        ("hồ sơ cấp huyện", None, "hồ sơ cấp huyện"),
        ("hồ sơ cấp huyện", "commune", "hồ sơ"),
        ("hồ sơ của UBND cấp huyện nộp qua mạng", "commune", "hồ sơ nộp qua mạng"),
        ("mạng kết nối đến cấp huyện", "commune", "mạng kết nối đến cấp huyện"),
        ("hồ sơ cấp tỉnh, cấp huyện được số hóa", "commune", "hồ sơ cấp tỉnh, cấp huyện được số hóa"),
    ],
)
def test_the_tier_of_another_value(indicator: str, level: Level | None, expected: str) -> None:
    assert for_tier(indicator, level) == expected
