"""Codes that a line leads, and those that it only helps with."""

from __future__ import annotations

import pytest

from extractor.catalog import Catalog
from extractor.catalog.cited_roles import helped_codes


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("chủ trì chỉ số 4.5; phối hợp thực hiện chỉ số 4.7", {"4.7"}),
        ("Phối hợp thực hiện các chỉ số 1.1, 6.1 do Văn phòng UBND tỉnh chủ trì.", {"1.1", "6.1"}),
        (
            "Phối hợp thực hiện các chỉ số từ 5.1 đến 5.3, các chỉ số 6.6, 6.8",
            {"5.1", "5.2", "5.3", "6.6", "6.8"},
        ),
        ("phụ trách chỉ số 5.12; phối hợp các chỉ số 2.9, 5.12", {"2.9"}),
        ("Chủ trì, phối hợp với Sở Nội vụ thực hiện chỉ số 2.7", set()),
        ("Chủ trì các chỉ số 2.7, 2.8", set()),
        ("Phối hợp với các sở trong năm", set()),
    ],
)
def test_helped(line: str, codes: set[str]) -> None:
    assert helped_codes(line, Catalog.default()) == codes
