"""Documents whose head is lost, and those that only lack a part of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.analysis.audit.model import Finding

from .cases import FULL, HEAD
from .test_rules import found

HEADLESS = [
    ("Mục tiêu\n\n1. Nâng cao chỉ số chuyển đổi số của tỉnh.\n\n", True),
    ("1. Rà soát các chỉ số đạt điểm thấp.\n\n", True),
    ("II. Nhiệm vụ trọng tâm\n\nPhát triển hạ tầng số.\n\n", True),
    ("nâng cao nhận thức của người dân về dữ liệu số;\n\n- Phát triển hạ tầng số.\n\n", True),
    ("Yêu cầu\n\n- Bám sát chỉ đạo tại Kế hoạch số 956/KH-BĐH ngày 16/3/2023 của Ban Điều hành.\n\n", True),
    (HEAD, False),
    (HEAD.replace("Số: 15/KH-UBND\n\n", ""), False),
    (HEAD.replace("Lai Châu, ngày 10 tháng 01 năm 2024\n\n", ""), False),
    ("Số:      /KH-UBND\n\nPhát triển hạ tầng số.\n\n", False),
    ("PHỤ LỤC I\n\nNHIỆM VỤ GIAO CÁC CƠ QUAN\n\n", False),
]


def _of(rule: str, text: str, folder: Path) -> list[Finding]:
    return [finding for finding in found("<!-- no head -->" + text + FULL, folder) if finding.rule == rule]


@pytest.mark.parametrize(("head", "lost"), HEADLESS)
def test_heads_that_are_lost(head: str, lost: bool, tmp_path: Path) -> None:
    findings = _of("head-missing", head, tmp_path)
    assert bool(findings) == lost
    if lost:
        assert findings[0].evidence[0].start == 0
        assert "\n" in findings[0].evidence[0].quote  # the first two passages
        assert not _of("number-missing", head, tmp_path)
        assert not _of("date-missing", head, tmp_path)
