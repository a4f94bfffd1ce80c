"""Accepted findings: each with a reason, none silently."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.analysis.audit.model import Finding, Span
from extractor.analysis.audit.suppress import read_suppressions, suppressed
from extractor.errors import KehoachError


def finding(
    rule: str = "slip", document: str = "a", code: str | None = None, message: str = "tin"
) -> Finding:
    return Finding(rule, "info", "quality", document, code, message, {}, (Span("nguyên văn"),))


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        ("slip,,,,đã xem", 0),
        ("slip,a,,,đã xem", 0),
        ("slip,b,,,đã xem", 1),
        ("slip,,3.1,,đã xem", 1),
        ("slip,,,nguyên,đã xem", 0),
        ("slip,,,khác,đã xem", 1),
        ("doubled-word,,,,đã xem", 1),
    ],
)
def test_what_a_row_covers(row: str, kept: int, tmp_path: Path) -> None:
    path = tmp_path / "bo-qua.csv"
    path.write_text(f"rule,document,indicator_code,text,reason\n{row}\n", encoding="utf-8")
    stay, gone, unused = suppressed([finding()], read_suppressions(path))
    assert (len(stay), len(gone), len(unused)) == (kept, 1 - kept, kept)


@pytest.mark.parametrize(
    "content",
    ["rule\nslip\n", "rule,reason\nslip,\n", "rule,reason\nla-lam,vì\n", "rule,reason\n\udcff\n"],
)
def test_a_bad_file_is_told(content: str, tmp_path: Path) -> None:
    path = tmp_path / "bo-qua.csv"
    path.write_bytes(content.encode("utf-8", errors="surrogateescape"))
    with pytest.raises(KehoachError) as error:
        read_suppressions(path)
    assert "\n" not in str(error.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(KehoachError):
        read_suppressions(tmp_path / "thieu.csv")
