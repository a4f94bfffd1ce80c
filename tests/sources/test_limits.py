"""Limits: told in the manual, counted by one clock."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from extractor.errors import ReadError
from extractor.sources.limits import Limits

ROOT = Path(__file__).resolve().parents[2]


def test_every_limit_is_told_with_its_default() -> None:
    manual = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for item in fields(Limits):
        assert (
            f"| `{item.name}` | {item.default:g} |" in manual
            or f"| `{item.name}` | {item.default} |" in manual
        )


def test_clock() -> None:
    Limits().clock("a.txt").check()
    with pytest.raises(ReadError, match=r"a\.txt: đọc lâu hơn giới hạn 1e-09 giây"):
        Limits(max_seconds=1e-9).clock("a.txt").check()
